"""Sources, citations and calls."""
