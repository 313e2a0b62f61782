"""Dates as files state them: only forms that mean one day and no other; nothing is guessed."""

import re
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",),
            ("june", "jun"), ("july", "jul"), ("august", "aug"), ("september", "sept", "sep"),
            ("october", "oct"), ("november", "nov"), ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}  # fmt: skip
_LONGEST_LINE = 120
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}.*)?", re.ASCII)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_DAY_FIRST = re.compile(
    rf"{_WEEKDAY}(\d{{1,2}})(?:st|nd|rd|th)?\.?\s+([a-z]{{3,9}})\.?,?\s+(\d{{4}})", re.ASCII | re.IGNORECASE
)
_MONTH_FIRST = re.compile(
    rf"{_WEEKDAY}([a-z]{{3,9}})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})", re.ASCII | re.IGNORECASE
)


def stated_date(words: str) -> date | None:
    """The day that words state: 2024-03-12, 12 March 2024, March 12, 2024; none for anything else.

    03/04/2024 is April in one country and March in another, and “May 2024” is no day: both give none.
    """
    words = words.strip()
    if match := _ISO.fullmatch(words) or _COMPACT.fullmatch(words):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _DAY_FIRST.fullmatch(words):
        return _day(int(match[3]), _MONTHS.get(match[2].lower(), 0), int(match[1]))
    if match := _MONTH_FIRST.fullmatch(words):
        return _day(int(match[3]), _MONTHS.get(match[1].lower(), 0), int(match[2]))
    return None


def ending_date(line: str) -> date | None:
    """The date at the end of a line such as “The Post, 12 March 2024”, which dates the piece."""
    if len(line) > _LONGEST_LINE or line[-1:] in ".!?":
        return None
    parts = line.split(", ")
    days = (stated_date(", ".join(parts[place:])) for place in range(1, len(parts)))
    return next((day for day in days if day), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
