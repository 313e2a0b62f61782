"""Commands on articles: add, list, rename, revise, sign off."""
