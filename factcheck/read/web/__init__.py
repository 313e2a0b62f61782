"""Web pages: the body among the rest, blocks, notes, metadata."""
