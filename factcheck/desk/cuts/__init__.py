"""Where claims begin and end in the draft."""
