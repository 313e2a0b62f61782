"""Signs and text: how things look in cells, without any widget."""
