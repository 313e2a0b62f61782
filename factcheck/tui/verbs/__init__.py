"""The verbs of the claims tab: what a key does to the claims chosen."""
