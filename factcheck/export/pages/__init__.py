"""Sheets to read: HTML, Markdown, PDF."""
