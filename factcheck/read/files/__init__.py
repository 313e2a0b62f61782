"""Bytes before they are a format: what they are, their encoding, what is refused."""
