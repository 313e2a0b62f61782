"""Names in a draft, gathered into one entity for each person, place and body."""
