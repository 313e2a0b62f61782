"""The store in one SQLite file: its lock, its mark, its copies."""
