"""The store: stored words, tables, engine and migrations; it knows nothing of what an article means."""
