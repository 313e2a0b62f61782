"""What the app stands on: keys, themes, settings, the way to write, and what was said in the session."""
