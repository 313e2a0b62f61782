"""Sheets for machines: JSON with its schema, CSV, ClaimReview."""
