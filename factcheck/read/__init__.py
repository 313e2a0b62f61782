"""Files → Articles: one door, one module a format, one table of formats; no database, no clock."""

from factcheck.read.door import STDIN_NAME, read_bytes, read_file
from factcheck.read.files.registry import FORMATS, Format
from factcheck.read.reading import Overrides

__all__ = ["FORMATS", "STDIN_NAME", "Format", "Overrides", "read_bytes", "read_file"]
