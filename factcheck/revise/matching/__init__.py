"""Which unit of the old draft is which of the new one: equal ones, changed ones, headings."""
