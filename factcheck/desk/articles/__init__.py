"""Articles on the desk: added, listed, renamed, taken in from another desk."""
