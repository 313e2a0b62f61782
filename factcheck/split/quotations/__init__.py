"""Who says what: quotation marks paired, cues found, and each statement given to its speaker."""
