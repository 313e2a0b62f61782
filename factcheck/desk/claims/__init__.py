"""Claims in the queue and in full."""
