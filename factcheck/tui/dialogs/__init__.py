"""The dialogs: what opens over a room, asks, and closes with an answer."""
