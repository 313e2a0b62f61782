"""Blocks cut into sentences, and what an abbreviation tells of an end."""
