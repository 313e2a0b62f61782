"""Plain texts that are hostile: endless words and paragraphs, and what the rules of a splitter trip over."""

import random

from tests.read.hostile.table import MEGA, Hostile, repeating

_REPEATED = {
    "letters": "a",
    "figures": "7",
    "words": "word ",
    "back-ticks": "`",
    "curly quotes": "“",
    "straight quotes": '"',
    "apostrophes": "'",
    "apostrophes in words": "a'",
    "brackets": "(",
    "square brackets": "[",
    "commas": ", ",
    "dots": ".",
    "ellipses": "a… ",
    "dashes": "a — ",
    "hyphens": "a-",
    "slashes": "a/",
    "semicolons": "; and he said",
    "capitals": "Abc ",
    "initials": "J. ",
    "abbreviations": "U.S. ",
    "titles": "Mr. ",
    "roman numerals": "XIV. ",
    "numbers": "1,",
    "points in numbers": "1.",
    "percentages": "5 percent of ",
    "money": "$1 million and ",
    "dates": "12 March 2024, ",
    "years": "in 2024 ",
    "ages": "Ann Poe, 52, ",
    "names": "Ann Poe and ",
    "of": "the head of ",
    "that": "that ",
    "who": "who said that ",
    "said": "he said ",
    "and": "a and ",
    "not": "not ",
    "addresses": "http://a.b/",
    "mails": "a@b.c ",
    "hashes": "#a ",
    "ordinals": "the 1st ",
    "fractions": "1/2 ",
    "times": "at 10:30 ",
    "units": "5 km (3 miles) ",
    "quotations": "“It was,” he said. ",
    "open quotations": "“It was. ",
    "questions": "Was it? ",
    "sentences": "It fell. ",
    "emoji": "👩‍👦",
    "joiners": "\u200d",
    "directions": "\u202e",
    "accents": "\u0316\u0301",
    "accents on one letter": "\u0301",
    "syllables in pieces": "\u1112\u1161\u11ab",
    "one sign that is eighteen": "\ufdfa",
    "superscripts": "10⁶",
    "Chinese": "我们知道",
    "Arabic": "كلمة ",
    "Thai": "สวัสดี",
    "escapes": "\x1b[31ma",
    "tabs": "a\t",
    "symbols": "€",
}
_LINED = {
    "short lines": "a\n",
    "short paragraphs": "a\n\n",
    "headings": "The Harbour\n\n",
    "list items": "- a\n",
    "numbered items": "1. a\n",
    "cited lines": "> a\n",
    "deep citation": "> ",
    "tables": "a\tb\tc\n",
    "blank lines": "\n",
    "returns": "\r",
    "separators": "a\u2028",
    "interview": "Q: Was it?\n\nA: It was.\n\n",
    "bylines": "By Ann Poe\n\n",
    "footnotes": "[1] a\n\n",
    "front matter": "title: a\n",
    "hyphens at line ends": "a-\n",
}
_PARAGRAPHS = {
    "sentences": "The harbour cost 4.5 million pounds in 2019, Ann Poe said. ",
    "quotations": "“We never knew,” she said, “that it fell.” ",
    "claims": "It fell. ",
    "names": "Ann Poe met Bea Quill, 52, of Zorn Ltd. ",
    "numbers": "It rose 5 percent to 1,234 from 987 in 2024. ",
}


def _random(size: int) -> bytes:
    return random.Random(1).randbytes(size)  # noqa: S311 - the same bytes each time


def _high(size: int) -> bytes:
    return bytes(byte % 96 + 160 for byte in _random(size))


def _wide(size: int) -> bytes:
    return ("a" * (size // 4)).encode("utf-32")


def _opening(size: int) -> bytes:
    return b"By " + b"Ann de la " * (size // 10) + b"1\n\nIt fell.\n"


def _article(unit: str):
    """Paragraphs of some length, as many as make up the size."""
    return lambda size: ((unit * 6 + "\n\n") * (size // (6 * len(unit)) + 1))[:size].encode()


FILES = (
    Hostile("one word", ".txt", repeating("a"), 15 * MEGA, 15 * MEGA),
    Hostile("a megabyte of digits", ".txt", repeating("7"), MEGA, MEGA),
    Hostile("one paragraph", ".txt", repeating("word "), 8 * MEGA, 8 * MEGA),
    *(
        Hostile(f"text of {name}", ".txt", repeating(unit), 199_000, 2_000)
        for name, unit in _REPEATED.items()
    ),
    *(Hostile(f"lines of {name}", ".txt", repeating(unit), 990_000, 1_000) for name, unit in _LINED.items()),
    *(Hostile(f"article of {n}", ".txt", _article(unit), 990_000, 3_000) for n, unit in _PARAGRAPHS.items()),
    Hostile("random bytes", ".txt", _random, 19 * MEGA, MEGA),
    Hostile("high bytes", ".txt", _high, 19 * MEGA, MEGA),
    Hostile("wide letters", ".txt", _wide, 19 * MEGA, 1_500_000),
    Hostile("endless byline", ".txt", _opening, 119, 119),
    Hostile("endless byline of pages", ".txt", _opening, MEGA, 200_000),
    Hostile("spaces", ".txt", lambda size: b"a" + b" " * size + b"b", 10 * MEGA, 3_000_000),
)
