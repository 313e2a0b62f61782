"""Claims and passages carried over to the new draft, and what nobody holds there yet."""
