"""A deadline as people type it."""

import re
from datetime import date, datetime, time

from factcheck.errors import BadInput


def deadline(typed: str) -> datetime:
    """The moment that was typed, in local time; a day alone means its end.

    Raises:
        BadInput: it is no day and no time.
    """
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", typed):
            return datetime.combine(date.fromisoformat(typed), time(23, 59)).astimezone()
        return datetime.fromisoformat(typed).astimezone()
    except (ValueError, OverflowError, OSError):
        raise BadInput(f"“{typed}” is not a time like 2026-03-14 or 2026-03-14 17:00.") from None
