"""Drafts, and what becomes of claims from one to the next."""
