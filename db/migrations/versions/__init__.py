"""One migration a module, numbered; a new one is added whenever a table changes after a release."""
