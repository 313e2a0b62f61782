"""Laid-out pages: PDF."""
