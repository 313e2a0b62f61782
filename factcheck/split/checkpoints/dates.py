"""Dates, resolved against the publication date and checked against the calendar, and ages."""

import re
from collections.abc import Iterator
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

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.|Apr\.?|Jun\.|Jul\.|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_YEAR = r"(?:1[0-9]|20)\d\d"
_COUNT = r"(?:\d+|a few|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|couple of|twenty|thirty|forty|fifty|hundred|many|some|half an?)"

DATE = re.compile(
    rf"(?:(?P<weekday>{_WEEKDAY}),? (?:the )?)?(?:"
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{_MONTH})(?:,? (?P<year>{_YEAR}))?(?!\w)"
    rf"|(?P<month2>{_MONTH}) (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?:[-–]\d{{1,2}})?(?!\d)(?:,? (?P<year2>{_YEAR}))?(?!\w)"
    rf"|(?P<iso>{_YEAR}-\d\d-\d\d)(?!\w))"
    rf"|(?P<month3>{_MONTH}),? (?P<year3>{_YEAR})(?!\w)",
)
_LOOSE = re.compile(
    rf"\b(?:(?P<named>(?:(?:last|next|this|on|early|late|mid-) )?{_WEEKDAY}s?(?: (?:morning|afternoon|evening|night))?)"
    rf"|(?P<bare>(?:(?:early|late|mid)[- ])?(?:January|February|April|June|July|August|September|October|November|December)|(?:(?:in|since|until|by|last|next|this|early|late|mid|of|and|from|to|through|between)[- ])(?:March|May)\b(?! \d))"
    rf"|(?P<years>(?:(?:early|late|mid)[- ])?(?:the )?(?:1[0-9]|20)\d0s|(?:early|mid|late)[- ]\d\ds|’\d0s)"
    rf"|(?P<span>(?:1[5-9]|20)\d\d\s?[-–/]\s?(?:(?:1[5-9]|20)\d\d|\d\d)(?!\d))"
    rf"|(?P<single>(?<![$£€#.,\d])(?:1[5-9]|20)\d\d(?!\d|[.,]\d| (?:people|men|women|miles|km|kilom|metres|meters|dollars|soldiers|troops|votes|jobs|cases)))"
    rf"|(?P<century>(?:\d{{1,2}}(?:st|nd|rd|th)|(?:six|seven|eigh|nine)teenth|twentieth|twenty-first)[- ]century)"
    rf"|(?P<clock>\d{{1,2}}(?:[:.]\d\d)? ?(?:[ap]\.?m\b\.?|o[’']clock)|\d{{1,2}}:\d\d(?: ?(?:GMT|UTC|EST|EDT|CET|BST))?|midnight|noon)"
    rf"|(?P<relative>today|yesterday|tomorrow|tonight|overnight"
    rf"|(?:last|next|this|past|previous|following|coming|same|earlier this|later this|every|each) (?:\w+ )?(?:day|week|month|year|night|decade|century|summer|winter|spring|autumn|fall|weekend|quarter|morning|afternoon|evening|season)s?"
    rf"|(?:(?:more than|about|around|nearly|almost|some|over) )?{_COUNT}[- ](?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)|nights?)(?:[- ](?:ago|earlier|later|before|after))?"
    rf"|(?:seconds|minutes|hours|days|weeks|months|years|decades|centuries) (?:ago|earlier|later|before|after))"
    rf"|(?P<unit>(?:day|week|month|year|decade|hour|minute|morning|evening|afternoon|night|weekend)s?|centur(?:y|ies)|ago|Christmas|Easter|Ramadan|(?:the )?(?:spring|summer|autumn|winter)s?))\b",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"(?P<a>\b(?:aged?|at the age of|turned|turns) (?:about |around )?(?P<n1>\d{1,3})(?: to \d+)?\b)"
    r"|(?P<b>\b(?P<n2>\d{1,3}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|\w+)[-‑ ]years?[-‑ ]olds?\b)"
    r"|(?P<c>(?<=[a-z], )(?P<n3>[1-9]\d?|10\d)(?=,(?! \d)|\.?$))"
    r"|(?P<d>\b(?:in (?:his|her|their) (?:early |late |mid[- ]?)?(?P<n4>\d0s|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|teens))\b)",
)


def ages(text: str, start: int, end: int) -> Iterator[Found]:
    """Ages of people and things: “aged 54”, “a 12-year-old”, “Mary Doe, 46,”."""
    for match in _AGE.finditer(text, start, end):
        digits = match["n1"] or match["n2"] or match["n3"] or ""
        begin, stop = match.span()
        yield Found(begin, stop, CheckKind.AGE, rule="age", value=float(digits) if digits.isdigit() else None)


def dates(text: str, start: int, end: int, published: date | None) -> Iterator[Found]:
    """Every date of `text[start:end]`; the remark tells which day it is, and when the weekday does not fit."""
    stop = start
    exact = list(DATE.finditer(text, start, end))
    for match in exact:
        resolved, guessed = resolve(match, published)
        yield Found(match.start(), match.end(), CheckKind.DATE, _remark(match, resolved, guessed), "date")
    taken = [match.span() for match in exact]
    for match in _LOOSE.finditer(text, start, end):
        if match.start() < stop or any(low < match.end() and match.start() < high for low, high in taken):
            continue
        kind = match.lastgroup or ""
        yield Found(
            match.start(),
            match.end(),
            CheckKind.DATE,
            _relative(match[0].lower(), published),
            f"date: {kind}",
            firm=kind != "unit",
        )


def resolve(match: re.Match[str], published: date | None) -> tuple[date | None, bool]:
    """The day that a match of `DATE` means, and whether its year is guessed as the one nearest to publication."""
    if match["iso"]:
        try:
            return date.fromisoformat(match["iso"]), False
        except ValueError:
            return None, False
    day = match["day"] or match["day2"]
    if day is None:
        return None, False
    month = MONTHS[(match["month"] or match["month2"]).lower().rstrip(".")]
    year = match["year"] or match["year2"]
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


def _remark(match: re.Match[str], resolved: date | None, guessed: bool) -> str:
    if resolved is None:
        if match["iso"] or ((match["year"] or match["year2"]) and (match["day"] or match["day2"])):
            return "no such day in the calendar"
        return ""
    weekday = WEEKDAYS[resolved.weekday()].capitalize()
    stated = match["weekday"]
    if stated and stated != weekday:
        return f"{resolved.isoformat()} is a {weekday}, not a {stated}"
    return f"{resolved.isoformat()}, {weekday}" + (
        ", the year taken from the publication date" if guessed else ""
    )


def _relative(words: str, published: date | None) -> str:
    """The day that “yesterday”, “last Monday” or “Monday” means, seen from the publication date."""
    if published is None:
        return ""
    shift = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0, "overnight": 0}.get(words)
    if shift is not None:
        return (published + timedelta(days=shift)).isoformat()
    named = re.fullmatch(
        rf"(?:(last|next|this|on) )?({'|'.join(WEEKDAYS)})(?: (?:morning|afternoon|evening|night))?", words
    )
    if named:
        back = (published.weekday() - WEEKDAYS.index(named[2])) % 7
        if named[1] == "next":
            return (published + timedelta(days=7 - back)).isoformat()
        return (published - timedelta(days=back or (7 if named[1] == "last" else 0))).isoformat()
    if re.search(r"\b(?:last|this|next) year$", words):
        return str(published.year + {"last": -1, "this": 0, "next": 1}[words.split()[-2]])
    return ""
