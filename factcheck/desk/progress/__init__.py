"""How far articles are, and signing them off."""
