"""A sentence read as clauses: where one statement ends, what each says, and how to put it plainly."""
