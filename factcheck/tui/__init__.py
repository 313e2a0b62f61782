"""The terminal interface: it asks the desk and draws what it answers; no SQL, no parsing."""
