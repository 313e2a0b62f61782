"""Abbreviations by what may follow them, and the words that open a sentence."""

from factcheck.split.lexicon import listed, marked, word_set

_ABBREVIATIONS = marked("words/abbreviations")


def _of_class(mark: str) -> frozenset[str]:
    return frozenset(word for word, marks in _ABBREVIATIONS.items() if mark in marks)


TITLES = _of_class("t")
"""Stand before a name: never the end of a sentence."""
INSIDE = _of_class("i")
"""Stand in the middle of a sentence whatever follows."""
NUMBERED = _of_class("n")
"""Stand before a number: no end where a figure follows, ordinary words where none does."""
CLOSING = _of_class("c")
"""May end a sentence: they do where an opening word follows, and not before other capitals."""
OPENERS = listed("words/openers")
"""Words that open a sentence and never stand inside a name behind an abbreviation."""
EXCLAIMED = word_set("Yahoo Jeopardy Jeb E Oklahoma Airplane Panic Kahoot Joomla Chips Westward Yum Oliver")
"""Names written with an exclamation mark, or names of works that end in one."""

ZONES = word_set(
    """
    Eastern Central Pacific Mountain Greenwich EST EDT ET CST CDT CT PST PDT PT MST MDT MT GMT UTC BST CET
    CEST IST JST AEST Universal Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed
    Thu Thurs Fri Sat Sun January February March April May June July August September October November
    December Jan Feb Aug Sept Oct Nov Dec Moscow Beijing London
    """
)
"""What follows a clock time inside its sentence."""

PARTICLES = (
    "de",
    "von",
    "van",
    "der",
    "den",
    "bin",
    "ibn",
    "da",
    "di",
    "du",
    "la",
    "le",
    "al",
    "el",
    "ter",
    "af",
)
"""Small words that may open a surname: “de Blasio”."""
