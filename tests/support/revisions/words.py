"""Edits of words: numbers, dates, names, negations, hedges, superlatives, wording, speakers, quotations."""

import random
import re
from collections.abc import Callable

from tests.support.revisions.doc import Doc
from tests.support.revisions.material import Material, Place, edit, swap


def _other_digit(match: re.Match[str], rng: random.Random) -> str:
    place = rng.randrange(len(match[0]))
    digit = rng.choice([d for d in "123456789" if d != match[0][place]])
    return match[0][:place] + digit + match[0][place + 1 :]


_NUMBERS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def _other_of(words: list[str]) -> Callable[[re.Match[str], random.Random], str]:
    return lambda match, rng: rng.choice([word for word in words if word != match[0]])


swap("number: a digit", r"(?<![\d.,])\d{2,3}(?![\d,.]\d|\d)", _other_digit)
swap("number: digits turned", r"(?<!\d)(\d)(?!\1)(\d)(?!\d)", r"\2\1")
swap("number: in words", rf"\b(?:{'|'.join(_NUMBERS)})\b", _other_of(_NUMBERS))
swap("number: decimal point", r"(\d)\.(\d)", r"\1\2")
swap(
    "number: thousand to million",
    r"\b(million|billion|thousand)\b",
    lambda m, _: "billion" if m[0] == "million" else "million",
)
swap("number: currency", r"[$€£](?=\d)", lambda m, _: "£" if m[0] != "£" else "€")
swap("number: per cent to points", r"(?<=\d) ?(?:percent|per cent|%)", " percentage points")
swap("number: unit", r"(?<=\d )(?:kilometres|metres|miles|tonnes|hours|people|years)\b", "dozen")
swap("number: raised figure", r"(?<![\d.,])(\d)(\d)(?!\d)", lambda m, _: m[1] + "⁰¹²³⁴⁵⁶⁷⁸⁹"[int(m[2])])
swap("date: year", r"\b(?:19|20)\d\d\b", lambda m, r: str(int(m[0]) + r.choice([-1, 1, 10])))
swap("date: month", rf"\b(?:{'|'.join(_MONTHS)})\b", _other_of(_MONTHS))
swap("date: weekday", rf"\b(?:{'|'.join(_DAYS)})\b", _other_of(_DAYS))
swap(
    "date: before to after",
    r"\b(?:before|after|since|until)\b",
    lambda m, _: "after" if m[0] != "after" else "before",
)

_NAME = r"(?<=[a-z] )[A-Z][a-z]{3,}"
swap("name: one letter more", _NAME + r"\b", r"\g<0>s")
swap("name: double-barrelled", _NAME + r"(?= [a-z])", r"\g<0>-Brandt")
swap("name: another", _NAME + r"\b", lambda _, r: r.choice(["Okafor", "Lindqvist", "Marisol", "Harrowgate"]))
swap(
    "name: given name",
    r"(?<=[a-z] )[A-Z][a-z]+(?= [A-Z][a-z])",
    lambda _, r: r.choice(["Edda", "Piet", "Salome"]),
)
swap("name: to pronoun", _NAME + r"(?= (?:said|says|was|is|had|has)\b)", "he")
swap("name: capital lost", _NAME + r"\b", lambda m, _: m[0].lower())


@edit("name: two exchanged")
def _exchange(material: Material, doc: Doc, place: Place, rng: random.Random) -> bool:
    names = list(re.compile(_NAME + r"\b").finditer(material.text, place.start, place.end))
    names = [one for one in names if one[0] != names[0][0]][:1] + names[:1]
    if len(names) < 2 or names[0][0] == names[1][0]:
        return False
    doc.replace(*names[0].span(), names[1][0])
    doc.replace(*names[1].span(), names[0][0])
    return True


_BE = r"\b(?:is|was|are|were|has|had|will|would|can|could)\b(?= [a-z])"
swap("negation: not comes", _BE, r"\g<0> not")
swap("negation: not goes", r"(?:\bnot |n[’']t\b|\bnever |\bno )", "")
swap("negation: never said", r"\b(?:said|says)\b", "never said")
swap("negation: denied", r"\b(?:said|says|told [a-z]+)(?= that\b)", "denied")
swap(
    "negation: un-",
    r"\b(?:likely|able|known|clear|certain|happy|fair|lawful|usual|popular|important)\b",
    r"un\g<0>",
)
swap("negation: with to without", r"\bwith\b", "without")
swap("negation: all to none", r"\b(?:all|every|many|most|some|both)\b", "no")
swap("hedge: reportedly comes", _BE, r"\g<0> reportedly")
swap("hedge: may comes", r"\b(?:is|was|are|were)\b(?= [a-z])", "may be")
swap("hedge: about comes", r"(?<= )(?=\d)", "about ")
swap(
    "hedge: goes",
    r"\b(?:about|nearly|almost|some|reportedly|perhaps|probably|at least|more than) (?=[a-z\d])",
    "",
)
swap("hedge: that to whether", r"\bthat\b", "whether")
swap("superlative: first to among", r"\bthe (?:first|largest|oldest|only|best|most [a-z]+)\b", r"among \g<0>")
swap("superlative: only comes", r"\bthe (?=[a-z]{4,})", "the only ")
swap(
    "superlative: best to worst", r"\b(?:most|best|first|largest|highest|more|larger|higher|older)\b", "least"
)

swap("wording: a noun", r"(?<=\bthe )[a-z]{4,}(?= (?:of|in|is|was|to|and)\b)", "arrangement")
swap("wording: a verb", r"\b(?:rose|went|came|made|took|gave|found|built|opened|paid|showed)\b", "dropped")
swap("wording: article", r"\b(?:a|an) (?=[a-z])", "the ")
swap("wording: preposition", r"\b(?:in|on|at|by|from|to)\b(?= [a-z\d])", "beyond")
swap("wording: comma goes", r", (?=[a-z])", " ")
swap("wording: full stop to question", r"(?<=[a-z])\.$|(?<=[a-z])\.(?=\s)", "?")
swap("wording: compound cut", r"(?<=[a-z])-(?=[a-z])", " – ")


@edit("wording: clause appended")
def _append(material: Material, doc: Doc, place: Place, rng: random.Random) -> bool:
    if not re.search(r"[a-z]\.$", material.words(place)):
        return False
    doc.replace(place.end - 1, place.end, ", according to a rumour.")
    return True


@edit("wording: clause put in front")
def _front(material: Material, doc: Doc, place: Place, rng: random.Random) -> bool:
    if not re.match(r"(?:The|A|In|It|He|She|They|But|We) ", material.words(place)):
        return False
    first = material.text[place.start]
    doc.replace(place.start, place.start + 1, "It is not true that " + first.lower())
    return True


@edit("wording: half of it cut")
def _half(material: Material, doc: Doc, place: Place, rng: random.Random) -> bool:
    match = re.compile(r", [^,“”\"]{20,}(?=[.]$)").search(material.words(place))
    if match is None:
        return False
    doc.take(place.start + match.start(), place.start + match.end())
    return True


_SAID = r"(?P<name>[A-Z][a-z]+|he|she|they) (?=(?:said|says|told|adds|added)\b)"


@edit("speaker: another", context=True)
def _speaker(material: Material, doc: Doc, place: Place, rng: random.Random) -> bool:
    words = material.words(place)
    match = re.search(r"[”\"] " + _SAID, words)
    if match is None:
        return False
    start = place.start + match.start("name")
    doc.replace(start, place.start + match.end("name"), "Odile Wexham")
    return True


@edit("speaker: cue to claims", context=True)
def _cue(material: Material, doc: Doc, place: Place, rng: random.Random) -> bool:
    match = re.compile(r"(?<=[”\"] )(?:[A-Z][a-z]+|he|she) (said|says)\b").search(
        material.text, place.start, place.end
    )
    if match is None:
        return False
    doc.replace(*match.span(1), "falsely claimed")
    return True


swap("quotation: a word in it", r"(?<=[“\"])([^“”\"]*? )([a-z]{4,})(?= )", r"\1otherwise")


@edit("quotation: marks go")
def _unquote(material: Material, doc: Doc, place: Place, rng: random.Random) -> bool:
    match = re.compile(r"([“\"])[^“”\"]{10,}([”\"])").search(material.text, place.start, place.end)
    if match is None:
        return False
    doc.take(*match.span(1))
    doc.take(*match.span(2))
    return True


@edit("quotation: ends earlier")
def _close(material: Material, doc: Doc, place: Place, rng: random.Random) -> bool:
    match = re.compile(r"[“\"][^“”\"]{8,}? [a-z]+( )[^“”\"]{8,}?([”\"])").search(
        material.text, place.start, place.end
    )
    if match is None:
        return False
    doc.replace(*match.span(1), match[2] + " ")
    doc.take(*match.span(2))
    return True


swap("quotation: marks come", r"(?<= )([a-z]{4,} [a-z]{2,} [a-z]{4,})(?= )", r"“\1”")
