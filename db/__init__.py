"""The store: the stored words, the tables, the engine and the migrations; it knows nothing of articles' meaning."""
