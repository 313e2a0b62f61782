"""What changed between two wordings, and around them."""
