"""Plain text: its headings, its opening lines, dates as written, front matter."""
