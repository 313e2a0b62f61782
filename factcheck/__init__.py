"""Factcheck: a fact-checking desk in the terminal for your own drafts."""

__version__ = "0.1.0"
