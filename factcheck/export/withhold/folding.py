"""Text as names and numbers are looked for in it, and the way back to its characters."""

import re
import unicodedata

_SPECIAL = {
    "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L",
    "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i", "ħ": "h", "Ħ": "H",
    "\t": " ", "\n": "\n", "\r": "\n", "\x0b": "\n", "\x0c": "\n", "\x1c": "\n", "\x1d": "\n",
    "\x1e": "\n", "\x1f": "\n", "\x85": "\n", "\u2028": "\n",
    "\u2029": "\n",
    "’": "'", "‘": "'", "‛": "'", "ʼ": "'", "ʹ": "'", "′": "'", "´": "'", "`": "'",
    "−": "-", "⁃": "-", "·": ".", "•": ".",
}  # fmt: skip
"""Letters that no accent can be taken from, breaks, and the marks that people use for `'`, `-` and `.`."""

_DROPPED = frozenset({"Mn", "Me", "Cf", "Cc", "Cs"})
"""Accents, soft hyphens, marks of direction and width, control characters: nothing that one reads."""

_BROKEN = re.compile(r"(?<=[^\W\d_])-[ ]*\n[ \n]*(?=[^\W\d_])")
"""A hyphen at the end of a line, inside a word."""


class _Fold(dict[int, str]):
    """What each character is folded to, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        plain = char if char in _SPECIAL else unicodedata.normalize("NFKD", char)
        folded = self[code] = "".join(map(_folded_char, plain))
        return folded


def _folded_char(char: str) -> str:
    if char in _SPECIAL:
        return _SPECIAL[char]
    category = unicodedata.category(char)
    if category in _DROPPED:
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(char))
    return {"Zs": " ", "Pd": "-"}.get(category, char)


_FOLD = _Fold()


def folded(text: str) -> str:
    """Text without accents, widths, marks that are not read and word breaks; its case as it was.

    Small letters of the answer have the length of the answer.
    """
    if text.isascii() and text.isprintable():
        return text
    return _BROKEN.sub("", text.translate(_FOLD))


def places(text: str) -> list[int]:
    """For each character of the folded text, where it stands in the text."""
    if text.isascii() and text.isprintable():
        return list(range(len(text)))
    found = [at for at, char in enumerate(text) for _ in _FOLD[ord(char)]]
    for broken in reversed(list(_BROKEN.finditer(text.translate(_FOLD)))):
        del found[broken.start() : broken.end()]
    return found


def end_of(text: str, last: int) -> int:
    """Where a stretch of the text ends whose last character that is read stands there: past its accents."""
    end = last + 1
    while end < len(text) and unicodedata.category(text[end]) in {"Mn", "Me"}:
        end += 1
    return end
