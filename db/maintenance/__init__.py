"""Care for a store: backup, check, what it holds."""
