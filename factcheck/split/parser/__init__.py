"""The optional parser: spaCy with its packaged small English model."""
