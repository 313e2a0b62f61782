"""Dates and other times, resolved against the publication date and checked against the calendar; and ages."""

import re
from datetime import date, timedelta

from db.vocabulary import CheckKind
from factcheck.split.checkpoints.found import Found

MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Apr|Aug|Sept?|Oct|Nov|Dec)\b\.?|(?:Mar|Jun|Jul)\.)"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_YEAR = r"(?:1[0-9]|20)\d\d"
_DAY = r"(?P<{0}>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"

DATE = re.compile(
    rf"(?:(?P<weekday>{_WEEKDAY}),? (?:the )?)?(?:"
    rf"{_DAY.format('day')}(?: of)? (?P<month>{_MONTH})(?:,? (?P<year>{_YEAR}))?(?!\w)"
    rf"|(?P<month2>{_MONTH}) {_DAY.format('day2')}(?:[-–]\d{{1,2}})?(?![\d,.]*\d)"
    rf"(?:,? (?P<year2>{_YEAR}))?(?!\w)"
    rf"|(?P<month4>{_MONTH}) {_DAY.format('day4')},? (?P<year4>{_YEAR})(?!\w)"
    rf"|(?P<iso>{_YEAR}-\d\d-\d\d)(?!\w))"
    rf"|(?P<month3>{_MONTH}),? (?:of )?(?P<year3>{_YEAR})(?!\w)",
)
"""A day or a month with its year; `resolve` says which day it is."""

_UNIT = r"(?:second|minute|hour|day|week|weekend|month|year|decade|night|season)s?|centur(?:y|ies)"
_COUNT = (
    r"(?:\d[\d.,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|some|few"
    r"|twenty|thirty|forty|fifty|sixty|hundred|half an?|more)(?:[- ](?:few|couple of|dozen|hundred|thousand"
    r"|million|billion|half|more|and a half))?"
)
_HOUR = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_NAMED_TIME = (
    rf"(?P<part>(?:the )?(?:first|second|third|fourth|last|final|early|late) (?:week|weekend|day|half"
    rf"|quarter|days|weeks|months|decade)"
    rf" (?:of|in) (?:the )?(?:{_MONTH}(?: {_YEAR})?|{_YEAR}s?|year|month|century"
    rf"|decade)(?!\w)(?:,? {_YEAR}\b)?)|"
    rf"(?P<named>(?:(?:last|next|this|early|late) )?{_WEEKDAY}s?(?: (?:morning|afternoon|evening"
    rf"|night)s?)?)\b"
    rf"|(?P<month>(?:(?:last|next|this|early|late|mid)[- ](?:to[- ]late )?)?(?:{_MONTH}))(?!\w)"
)
_FIGURED_TIME = (
    rf"(?P<years>(?:(?:early|late|mid)[- ])?(?:1[0-9]|20)\d0s\b|(?:early|late|mid)[- ]\d0s\b|[’']\d0s\b)"
    rf"|(?P<span>(?:1[5-9]|20)\d\d\s?[-–/]\s?(?:(?:1[5-9]|20)\d\d|\d\d)(?![\d%]))"
    rf"|(?P<century>(?:(?:early|late|mid)[- ])?(?:\d{{1,2}}(?:st|nd|rd|th)|(?:fif|six|seven|eigh"
    rf"|nine)teenth|twentieth|twenty-first)[- ]century\b)"
    rf"|(?P<clock>(?:(?:five|ten|twenty|twenty-five|half|quarter) past|quarter to) {_HOUR}\b"
    rf"|\d{{1,2}}(?:[:.]\d\d)? ?(?:[ap]\.?m\b\.?|o[’']clock)|\d{{1,2}}:\d\d(?::\d\d)?(?: ?(?:GMT"
    rf"|UTC|E[SD]T|P[SD]T|C[ES]?T|BST|IST))?|midnight\b|noon\b)"
    rf"|(?P<year>(?:(?:early|late|mid)[- ])?(?:1[5-9]|20)\d\d(?![\d%]|[.,]\d|-\w| (?:people|men|women|miles"
    rf"|kilom|met(?:er|re)s|dollars|soldiers|troops|votes|jobs|cases|pages|feet|tons)))"
    rf"|(?P<relative>(?:today|yesterday|tomorrow|tonight|overnight|nowadays)\b"
    rf"|(?:last|next|this|past|previous|following|coming|same|current|earlier|later|every|each|final|first"
    rf"|recent)(?: (?:few|couple of|two|three|four|five|six|ten|\d+|this|last|next|past))?[- ](?:{_UNIT}"
    rf"|summer|winter|spring|autumn|fall|quarter|morning|afternoon|evening|time)\b"
    rf"|{_COUNT}[- ](?:{_UNIT})\b(?:[- ](?:ago|earlier|later|before|after|old)\b)?"
    rf"|(?:seconds|minutes|hours|days|weeks|months|years|decades|centuries) (?:ago|earlier|later|before"
    rf"|after)\b)"
)
"""Times that may begin with a figure."""
_BARE_TIME = (
    rf"(?P<unit>(?!second\b)(?:{_UNIT})\b|(?:morning|evening|afternoon)s?\b|ago\b|christmas\b|easter\b"
    rf"|ramadan\b|summers?\b|winters?\b|autumn\b|spring\b)"
)
_LOOSE = re.compile(rf"{_NAMED_TIME}|{_FIGURED_TIME}|{_BARE_TIME}", re.IGNORECASE)
_LOOSE_FIGURE = re.compile(_FIGURED_TIME, re.IGNORECASE)
_UNFIXED = re.compile(r"(?:every|each|first|final|same|current|recent)\b|(?:an?|one) \w+$", re.IGNORECASE)
_AGE = re.compile(
    r"(?:aged?|at the age of|turn(?:ed|s|ing)) (?:about |around |just |of )?(?P<a>\d{1,3})\b(?![,.]\d|%)"
    r"(?! (?:percent|per cent|million|billion|years ago))"
    r"|(?P<b>\d{1,3}|[a-z]+(?:-(?:one|two|three|four|five|six|seven|eight"
    r"|nine))?)(?:[-‑ ]years?[-‑ ]olds?)\b",
    re.IGNORECASE,
)
_BARE_AGE = re.compile(
    r"(?P<n>[1-9]\d?|10\d)(?=,|\)| when\b| at\b|[.!?;]?[”\"]?$)|(?:\d0s|(?:twen|thir|for|fif|six|seven|eigh"
    r"|nine)ties|teens)\b"
)

_ALONE = """
today yesterday tomorrow tonight overnight nowadays midnight noon christmas easter ramadan seconds
minutes hours days weeks months years decades centuries fifteenth sixteenth seventeenth eighteenth
nineteenth twentieth twenty-first aged mid early late turned turns turning age day week weekend weekends
month year decade century night nights season seasons minute hour morning mornings evening evenings
afternoon afternoons ago summer summers winter winters autumn spring
"""
_BEFORE_UNIT = """
last next this past previous following coming same current earlier later every each final first second
third fourth recent several some few half more one two three four five six seven eight nine ten eleven
twelve twenty thirty forty fifty sixty many early late a an the
"""
_UNITS = """
day days week weeks weekend weekends month months year years decade decades century centuries night
nights season seasons minute minutes hour hours second seconds summer winter spring autumn fall quarter
morning afternoon evening time half monday tuesday wednesday thursday friday saturday sunday january
february march april may june july august september october november december
"""
_PARTS = "first second third fourth last final early late"

ALONE = frozenset(_ALONE.split())
"""Words that a time or an age may begin with whatever follows, beside numbers, months and weekdays."""
BEFORE_UNIT = frozenset(_BEFORE_UNIT.split())
"""Words that a time may begin with where one of `UNITS` stands among the next words."""
UNITS = frozenset(_UNITS.split())
PARTS = frozenset(_PARTS.split())
"""Words behind “the” where a time begins with it: “the first week of May”."""


def age(text: str, start: int, end: int, *, alone: bool) -> Found | None:
    """An age that begins at start: “aged 54”, “12-year-old”.

    `alone`: what stands before lets a bare number be an age (“Mary Doe, 46,”, “in her 40s”).
    """
    match = _AGE.match(text, start, end)
    if match is not None:
        return Found(start, match.end(), CheckKind.AGE, rule="age")
    if alone and (match := _BARE_AGE.match(text, start, end)):
        return Found(start, match.end(), CheckKind.AGE, rule="age by what stands before")
    return None


def time(text: str, start: int, end: int, published: date | None, *, exact: bool = True) -> Found | None:
    """A date or time that begins at start; its remark tells the day, or a weekday that does not fit."""
    match = DATE.match(text, start, end) if exact else None
    if match is not None:
        resolved, guessed = resolve(match, published)
        return Found(start, match.end(), CheckKind.DATE, _remark(match, resolved, guessed=guessed), "date")
    match = (_LOOSE_FIGURE if text[start].isdecimal() else _LOOSE).match(text, start, end)
    if match is not None:
        kind = match.lastgroup or ""
        remark = _relative(match[0].lower(), published)
        firm = kind != "unit" and (kind != "relative" or _UNFIXED.match(match[0]) is None)
        return Found(start, match.end(), CheckKind.DATE, remark, f"date: {kind}", firm=firm)
    return None


def resolve(match: re.Match[str], published: date | None) -> tuple[date | None, bool]:
    """The day that a match of `DATE` means, and whether its year is guessed as the nearest to publication."""
    if match["iso"]:
        try:
            return date.fromisoformat(match["iso"]), False
        except ValueError:
            return None, False
    day = match["day"] or match["day2"] or match["day4"]
    if day is None:
        return None, False
    month = MONTHS[(match["month"] or match["month2"] or match["month4"]).lower().rstrip(".")]
    year = match["year"] or match["year2"] or match["year4"]
    if year:
        return _day(int(year), month, int(day)), False
    if published is None:
        return None, False
    near = [found for shift in (-1, 0, 1) if (found := _day(published.year + shift, month, int(day)))]
    return min(near, key=lambda found: abs(found - published), default=None), True


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _remark(match: re.Match[str], resolved: date | None, *, guessed: bool) -> str:
    if resolved is None:
        if match["iso"] or ((match["year"] or match["year2"]) and (match["day"] or match["day2"])):
            return "no such day in the calendar"
        return ""
    weekday = WEEKDAYS[resolved.weekday()].capitalize()
    stated = match["weekday"]
    if stated and stated != weekday:
        return f"{resolved.isoformat()} is a {weekday}, not a {stated}"
    return f"{resolved.isoformat()}, {weekday}" + (", year by the publication date" if guessed else "")


_NAMED = re.compile(
    rf"(?:(last|next|this|on) )?({'|'.join(WEEKDAYS)})(?: (?:morning|afternoon|evening|night))?"
)
_SHIFTS = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}


def _relative(words: str, published: date | None) -> str:
    """The day that “yesterday”, “last Monday” or “Monday” means, seen from the publication date."""
    if published is None:
        return ""
    if words in _SHIFTS:
        return (published + timedelta(days=_SHIFTS[words])).isoformat()
    named = _NAMED.fullmatch(words)
    if named:
        back = (published.weekday() - WEEKDAYS.index(named[2])) % 7
        if named[1] == "next":
            return (published + timedelta(days=7 - back)).isoformat()
        return (published - timedelta(days=back or (7 if named[1] == "last" else 0))).isoformat()
    if words in ("last year", "this year", "next year"):
        return str(published.year + {"last": -1, "this": 0, "next": 1}[words[:4]])
    return ""
