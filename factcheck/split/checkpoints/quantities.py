"""Numbers, money and percentages, each with its unit and what it counts."""

import re

from db.vocabulary import CheckKind
from factcheck.split.checkpoints.found import Found

SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "k": 1e3, "m": 1e6,
    "mn": 1e6, "bn": 1e9, "tn": 1e12, "dozen": 12.0, "lakh": 1e5, "crore": 1e7,
}  # fmt: skip
_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
CARDINALS = {word: value for value, word in enumerate(_ONES)} | {
    word: 10 * value for value, word in enumerate(_TENS, start=2)
}

_SMALL = "|".join(sorted(CARDINALS, key=len, reverse=True))
_DIGIT_WORD = "(?:one|two|three|four|five|six|seven|eight|nine)"
_BIG = r"(?:hundred|thousand|million|billion|trillion|dozen|lakh|crore)s?"
_POWER = r"(?:[⁺⁻]?[⁰¹²³⁴-⁹]{1,4}|\^\([^()\s]{1,12}\))?"
_DIGITS = rf"(?:\d{{1,3}}(?:[,\u00a0\u202f]\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?){_POWER}"
_SHORT = r"(?:bn|mn|m|k|tn)\b"
_CURRENCY = (
    r"(?:(?:US|U\.S\.|Australian|Canadian|Hong Kong|Singapore|New Zealand) )?"
    r"(?:dollars?|euros?|pounds sterling|cents?|pence|yen|yuan|rupees?|roubles?|rubles?|francs?|pesos?"
    r"|riyals?"
    r"|rials?|kron(?:or|er|a)|shekels?|lira|dirhams?|rand)\b"
)
_MEASURE = (
    r"(?:(?:square|cubic)[ -])?(?:kilomet(?:er|re)s?|met(?:er|re)s?|centimet(?:er|re)s?|millimet(?:er|re)s?"
    r"|miles?"
    r"|feet|foot|inch(?:es)?|yards?|acres?|hectares?|kilograms?|kilos?|grams?|tons?|tonnes?|pounds?|ounces?"
    r"|lit(?:er|re)s?|gallons?|barrels?|degrees?|megawatts?|gigawatts?|kilowatts?|volts?|megabytes?"
    r"|gigabytes?"
    r"|terabytes?|knots?|seats?|km/h|(?:k|c|m)?m(?:[23²³])|km|cm|mm|kg|mph|kph|MW|GW|kW|GB|MB|TB|ha|lbs?|oz|ft|m"
    r"|°[CF]?)(?!\w)"
    r"(?: per (?:hour|second|day|litre|gallon|person)| an hour| (?:Celsius|Fahrenheit))?"
)
_NUMBER = re.compile(
    rf"(?P<money>[$£€¥₹₽₩]\s?{_DIGITS}(?:\s?[-–]\s?{_DIGITS})?(?:{_SHORT}"
    rf"|[ \u00a0-]{_BIG}(?![\w])(?: {_BIG})*)?"
    rf"|(?:USD|EUR|GBP|CHF|JPY|CNY|RMB|INR|AUD|CAD|Rs\.?)\s?{_DIGITS}(?: {_BIG})*)"
    rf"|(?P<digits>{_DIGITS}(?:\s?[-–]\s?{_DIGITS}(?![\w]))?(?:{_SHORT}(?![\w])"
    rf"|(?:[ \u00a0-]{_BIG}(?!\w))+)?)"
    rf"|(?P<words>(?:(?:{_SMALL})(?:-{_DIGIT_WORD})?(?![\w-])|(?:an?|several|a few|tens of|many"
    rf"|some)(?=[ -]{_BIG}))"
    rf"(?:[ -]{_BIG}(?!\w))*(?:(?: and)? (?:{_SMALL})(?:-{_DIGIT_WORD})?(?![\w-]))*"
    rf"|(?:hundreds|thousands|millions|billions|dozens|scores|tens)(?: of (?:thousands|millions"
    rf"|billions))?(?!\w)"
    rf"|(?:one|two|three|four|nine|an?)[ -](?:half|third|quarter|fifth|tenth|eighth)s?(?!\w)|half(?!\w))",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"(?P<percent>[ -]?(?:%|per ?cent\b|percentage points?\b|pct\b))|(?P<currency>[ \u00a0-]{_CURRENCY})"
    rf"|(?P<unit>[ \u00a0-]?{_MEASURE})|(?P<ordinal>(?:st|nd|rd|th)\b)",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"[ -](?:of (?:the |its |their |his |her |my |our |your )?)?"
    r"(?!(?:of|in|at|on|to|and|or|the|is|are|was|were|has|have|had|for|by"
    r"|from|with|as|that|than|who|which|when|per|after|before|said|will|would|could|but|while|so|if|each"
    r"|other"
    r"|into|between|during|my|his|their|our|your|its|i|he|she|it|they|we|you|a|an|this|these)\b)"
    r"(?:(?:different|separate|new|more|further|additional|consecutive|straight) (?=[a-z]))?"
    r"(?:[a-z][a-z-]+ (?=[a-z-]+s\b))?[a-z][a-z-]+\b"
)


def number_value(words: str) -> float | None:
    """The number that words state (“3.5 million”, “twenty-five”); none for what states no exact one."""
    total = 0.0
    current = 0.0
    seen = False
    for part in re.split(r"[\s\u00a0-]+", words.lower().strip("$£€¥₹ ")):
        clean = part.replace(",", "").replace("\u202f", "")
        attached = re.fullmatch(r"(\d+(?:\.\d+)?)(bn|mn|m|k|tn)?", clean)
        if attached:
            current += float(attached[1]) * (SCALES[attached[2]] if attached[2] else 1)
        elif clean in CARDINALS:
            current += CARDINALS[clean]
        elif clean in SCALES:
            if not seen:
                return None
            if clean == "hundred":
                current *= 100
            else:
                total, current = total + current * SCALES[clean], 0.0
        elif clean == "a" and not seen:
            current = 1.0
        elif clean != "and":
            return None
        seen = True
    return total + current if seen else None


def quantity(text: str, start: int, end: int) -> Found | None:
    """The number that begins at start, with its currency, unit or what it counts."""
    match = _NUMBER.match(text, start, end)
    if match is None:
        return None
    stop = match.end()
    if match["money"]:
        return Found(start, stop, CheckKind.MONEY, rule="currency sign")
    after = _AFTER.match(text, stop, end)
    if after is None:
        if match["words"] is not None and match[0].lower() in ("one", "half", "zero"):
            return None
        counted = _COUNTED.match(text, stop, end)
        return Found(start, counted.end() if counted else stop, CheckKind.NUMBER, rule="number")
    if after["percent"]:
        return Found(start, after.end(), CheckKind.STATISTIC, rule="per cent")
    if after["currency"]:
        return Found(start, after.end(), CheckKind.MONEY, rule="currency word")
    return Found(start, after.end(), CheckKind.NUMBER, rule="unit") if after["unit"] else None
