"""Sheets that come back: an edited workbook or CSV → what it would change → the desk, as one step."""

from factcheck.export.returned.applying import apply
from factcheck.export.returned.comparing import plan
from factcheck.export.returned.planned import Plan, Planned
from factcheck.export.returned.reading import read_returned

__all__ = ["Plan", "Planned", "apply", "plan", "read_returned"]
