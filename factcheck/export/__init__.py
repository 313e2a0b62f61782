"""Sheets: what the desk holds on an article as one document, and the formats that it is handed over in."""
