"""Notes and queries."""
