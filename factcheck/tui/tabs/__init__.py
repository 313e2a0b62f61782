"""The tabs of an open article beside its claims."""
