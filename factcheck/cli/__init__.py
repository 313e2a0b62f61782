"""The command line: every act of the desk, for scripts, for screen readers, and for people who type."""
