"""Commands on claims: list, show, decide, mark, note."""
