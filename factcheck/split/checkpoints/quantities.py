"""Numbers, money, percentages, statistics and calculations, each with its unit and what it counts."""

import re
from collections.abc import Iterator

from db.vocabulary import CheckKind
from factcheck.split.checkpoints.found import Found

SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "k": 1e3, "m": 1e6, "mn": 1e6,
    "mln": 1e6, "bn": 1e9, "tn": 1e12, "dozen": 12.0, "lakh": 1e5, "crore": 1e7,
}  # fmt: skip
UNITS = {
    word: value
    for value, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
    )
} | {
    word: 10 * value
    for value, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2)
}  # fmt: skip
FRACTIONS = {"half": 0.5, "third": 1 / 3, "quarter": 0.25, "fifth": 0.2, "tenth": 0.1, "eighth": 0.125}

_SMALL = "|".join(sorted(UNITS, key=len, reverse=True))
_DIGITS = r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = r"(?:hundred|thousand|million|billion|trillion|dozen|lakh|crore)s?"
_WORDS = rf"(?:{_SMALL})(?:[- ](?:{_SMALL}))?(?:[- ](?:hundred|thousand|million|billion|trillion))*(?: and (?:a half|(?:{_SMALL})(?:-(?:{_SMALL}))?))?"
_MEASURE = (
    r"(?:square |cubic )?(?:kilomet(?:er|re)s?|met(?:er|re)s?|centimet(?:er|re)s?|millimet(?:er|re)s?|miles?|feet|foot|inch(?:es)?|yards?"
    r"|acres?|hectares?|kilograms?|kilos?|grams?|tons?|tonnes?|pounds?|ounces?|lit(?:er|re)s?|gallons?|barrels?|degrees?|megawatts?"
    r"|gigawatts?|kilowatts?|volts?|megabytes?|gigabytes?|terabytes?|km/h|km2|km²|km|cm|mm|kg|mph|kph|MW|GW|kW|GB|MB|TB|ha|lbs?|oz|ft"
    r"|m|°[CF]?)(?![\w])"
)
_CURRENCY = r"(?:(?:US|U\.S\.|Australian|Canadian|Hong Kong|Singapore|New Zealand) )?(?:dollars?|euros?|pounds?|cents?|pence|yen|yuan|rupees?|roubles?|rubles?|francs?|pesos?|riyals?|rials?|kronor|kroner|shekels?|won|lira|dirhams?|rand)"

NUMBER = re.compile(
    rf"(?P<money>(?:US|A|C|NZ|HK|S|CA|AU)?[$£€¥₹₽₩]\s?(?:{_DIGITS})(?:[-–](?:{_DIGITS}))?(?:[ -\u00a0]?(?:hundred|thousand|million|billion|trillion|bn|mn|m|k|tn)\b(?:-(?=[a-z]))?)*"
    rf"|(?:USD|EUR|GBP|CHF|JPY|CNY|RMB|INR|AUD|CAD|SEK|NOK|DKK|Rs\.?)\s?(?:{_DIGITS})(?: (?:hundred|thousand|million|billion|trillion|lakh|crore))*)"
    rf"|(?<![\w.])(?P<digits>(?:{_DIGITS})(?:\s?[-–]\s?(?:{_DIGITS}))?(?:(?:[ \u00a0-](?:{_SCALE}))+|(?:bn|mn|m|k|tn)\b)?|[½¼¾⅓⅔])"
    rf"|\b(?P<words>(?:{_WORDS})|(?:a|several|a few|tens of|many|some) (?:{_SCALE})|(?:hundreds|thousands|millions|billions|dozens|scores)(?: of (?:thousands|millions|billions))?|half|halves)\b",
    re.IGNORECASE,
)
"""A number in digits or words, with its scale word; `money` where the currency stands before it."""

_AFTER = re.compile(
    rf"(?P<percent>\s?(?:%|per ?cent\b|percentage points?\b|pct\b|pp\b))"
    rf"|(?P<currency>[ -\u00a0]{_CURRENCY}\b)"
    rf"|(?P<unit>[ \u00a0-]?{_MEASURE})"
    rf"|(?P<ordinal>(?:st|nd|rd|th)\b)",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"[ \u00a0-](?:(?:of|the|more|new|other|additional|different|years?-old|or so) ){0,2}"
    r"(?!(?:of|in|at|on|to|and|or|the|is|are|was|were|has|have|had|for|by|from|with|as|that|than|who|which|when|per|after|before|said|will|would)\b)"
    r"(?:[a-z][a-z-]+ (?=[a-z]+s\b))?[a-z][a-z-]+\b"
)
_YEARISH = re.compile(r"(?:1[0-9]|20)\d\d$")
_STATISTIC = re.compile(
    r"\b(?:average[ds]?|median|per capita|rates?|ratio|percentage|proportion|share|majority|minority|likelihood|probability|odds"
    r"|one in (?:\w+)|out of (?:every )?\w+|poll(?:s|ed)?|survey(?:s|ed)?|GDP|inflation|unemployment|per (?:day|week|month|year|hour|person|head))\b"
)
_CALCULATION = re.compile(
    r"\b(?:doubl(?:e[ds]?|ing)|tripl(?:e[ds]?|ing)|quadrupl(?:e[ds]?|ing)|halv(?:e[ds]?|ing)"
    r"|(?:twice|three times|four times|five times|\d+ times|\w+fold) (?:as|the|more|higher|larger|that|what)\b"
    r"|(?:rose|risen|fell|fallen|grew|grown|increased?|decreased?|dropped|declined?|gained|lost|shrank|shrunk|climbed|jumped|soared|plunged"
    r"|slumped|up|down|cut|reduced|raised|higher|lower|rise|drop|increase|decrease|growth) (?:by |of |from |to )?(?:about |around |nearly |almost |more than |over |some )?"
    r"(?=[$£€]?(?:\d|a third|a quarter|half|one|two|three|four|five|six|seven|eight|nine|ten))"
    r"|(?:more|less|fewer) than (?:half|double|twice)|(?:a|one|two|three)[ -](?:third|quarter|fifth|tenth)s? of|difference of|a total of|totall?ing|altogether|combined)",
)


def number_value(words: str) -> float | None:
    """The number that words state (“3.5 million”, “twenty-five”), none for what states no exact one."""
    total = 0.0
    current = 0.0
    seen = False
    for part in re.split(r"[\s\u00a0-]+", words.lower().strip("$£€¥₹")):
        clean = part.replace(",", "").replace("\u202f", "")
        if re.fullmatch(r"\d+(?:\.\d+)?", clean):
            current += float(clean)
        elif attached := re.fullmatch(r"(\d+(?:\.\d+)?)(bn|mn|m|k|tn)", clean):
            current += float(attached[1]) * SCALES[attached[2]]
        elif clean in UNITS:
            current += UNITS[clean]
        elif clean.rstrip("s") in SCALES and clean not in ("s",):
            scale = SCALES[clean.rstrip("s")]
            if not seen or clean.endswith("s"):
                return None
            if scale == 100:
                current *= scale
            else:
                total, current = total + current * scale, 0.0
        elif clean in ("a", "and"):
            current = current or (1.0 if clean == "a" else 0.0)
        else:
            return None
        seen = True
    return total + current if seen else None


def quantities(text: str, start: int, end: int, taken: list[tuple[int, int]]) -> Iterator[Found]:
    """Every number of `text[start:end]` outside `taken` (dates, ages), then statistics and calculations."""
    for match in NUMBER.finditer(text, start, end):
        if any(low < match.end() and match.start() < high for low, high in taken):
            continue
        yield from _number(text, match, end)
    for match in _STATISTIC.finditer(text, start, end):
        yield Found(match.start(), match.end(), CheckKind.STATISTIC, rule="statistic", firm=False)
    for match in _CALCULATION.finditer(text, start, end):
        yield Found(match.start(), match.end(), CheckKind.CALCULATION, rule="change or comparison")


def _number(text: str, match: re.Match[str], end: int) -> Iterator[Found]:
    begin, stop = match.span()
    value = number_value(match[0])
    if match["money"]:
        yield Found(begin, stop, CheckKind.MONEY, rule="currency sign", value=value)
        return
    after = _AFTER.match(text, stop, end)
    if after is None:
        vague = match["words"] is not None and match[0].lower() in ("one", "half", "zero")
        counted = _COUNTED.match(text, stop, end)
        yield Found(
            begin,
            counted.end() if counted and not vague else stop,
            CheckKind.NUMBER,
            rule="number",
            value=value,
            firm=not vague,
        )
    elif after["percent"]:
        yield Found(begin, after.end(), CheckKind.STATISTIC, rule="per cent", value=value)
    elif after["currency"]:
        yield Found(begin, after.end(), CheckKind.MONEY, rule="currency word", value=value)
    else:
        yield Found(
            begin, after.end(), CheckKind.NUMBER, rule="ordinal" if after["ordinal"] else "unit", value=value
        )
