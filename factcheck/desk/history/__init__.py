"""The history of acts: listed, undone, compared with the state."""
