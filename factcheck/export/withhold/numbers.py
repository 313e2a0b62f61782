"""Telephone numbers, found however their digits are set and with or without country and trunk code."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

LEAST_DIGITS = 6
"""Digits that make a telephone number."""

_GAP = r"[ \n().\-/,_:*]{0,4}"
_DIGITS = re.compile(r"[0-9]+")
WRITTEN = re.compile(rf"[0-9](?:{_GAP}[0-9]){{{LEAST_DIGITS - 1},}}")
"""Digits that may be a number, in folded text."""

_IN_CONTACT = re.compile(rf"(?:\+[ (]?)?{WRITTEN.pattern}")
_TRUNK = re.compile(r"\(0\)")
_EXTENSION = re.compile(
    r"[ ,;(]{0,3}(?:ext(?:ension|n)?\.?|x|#|durchwahl|app\.?)[ =:]?[0-9]{1,6}\)?", re.IGNORECASE
)
_TWO_DIGIT_CODES = frozenset(
    map(str, (20, 27, *range(30, 35), 36, 39, 40, 41, *range(43, 50), *range(51, 59), *range(60, 67), 81, 82,
              84, 86, *range(90, 96), 98))
)  # fmt: skip
"""Country codes; 1 and 7 have one digit, all others three."""

_LONGEST = 20
"""Digits of a number with all its codes."""
_LONGEST_CODE = 3
_MOST_CODES = 5
"""Groups of digits that may stand before a number and belong to it."""
_WHOLE = 9
"""From so many digits on, a number is found also where more digits are set close behind it."""


class Number(NamedTuple):
    """A number by what all its spellings share."""

    digits: str
    """Without country and trunk code."""
    code: str
    """Digits of the country code; empty where it was not given."""


def numbers_in(contact: str) -> Iterator[Number]:
    """The telephone numbers of a contact, which is folded text."""
    for found in _IN_CONTACT.finditer(_TRUNK.sub("", contact)):
        digits = "".join(_DIGITS.findall(found.group()))
        abroad = found.group().startswith("+")
        for prefix in ("00", "011"):
            if not abroad and digits.startswith(prefix) and len(digits) > LEAST_DIGITS + len(prefix):
                digits, abroad = digits.removeprefix(prefix), True
        if not abroad and len(digits) == len("12125550123") and digits[0] == "1":
            abroad = True
        code = _code(digits) if abroad else ""
        plain = digits.removeprefix(code).lstrip("0")
        if len(plain) >= LEAST_DIGITS:
            yield Number(plain, code)


def _code(digits: str) -> str:
    if digits[0] in "17":
        return digits[0]
    return digits[:2] if digits[:2] in _TWO_DIGIT_CODES else digits[:3]


class Numbers:
    """The numbers that must not be handed on."""

    def __init__(self, numbers: set[Number]) -> None:
        self._by_end: dict[str, set[Number]] = {}
        for number in numbers:
            self._by_end.setdefault(number.digits[-LEAST_DIGITS:], set()).add(number)

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Where they stand in folded text, whole or without the area code."""
        if not self._by_end:
            return
        for written in WRITTEN.finditer(text):
            groups = [found.span() for found in _DIGITS.finditer(text, *written.span())]
            yield from self._among(text, groups)

    def _among(self, text: str, groups: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """The numbers in a stretch of digits, which stand in groups."""
        at = [place for group in groups for place in range(*group)]
        firsts = [0, *accumulate(end - start for start, end in groups)][:-1]
        ends = {end for _, end in groups}
        digits = "".join(text[place] for place in at)
        for last in range(LEAST_DIGITS, len(digits) + 1):
            end = at[last - 1] + 1
            for number in self._by_end.get(digits[last - LEAST_DIGITS : last], ()):
                near = firsts[bisect_left(firsts, last - _LONGEST) : bisect_left(firsts, last)]
                first = _first(digits, last, number, near)
                if first is not None and (end in ends or last - first >= _WHOLE):
                    before = groups[
                        max(0, bisect_right(firsts, first) - _MOST_CODES) : bisect_right(firsts, first)
                    ]
                    yield (
                        _with_codes(text, [start for start, _ in before], number),
                        _with_extension(text, end),
                    )


def _first(digits: str, last: int, number: Number, firsts: list[int]) -> int | None:
    """The index of the first digit of a number that ends there: of all of it, or of its last groups."""
    if digits.endswith(number.digits, 0, last):
        return last - len(number.digits)
    for first in firsts:
        local = digits[first:last].lstrip("0")
        if len(local) >= LEAST_DIGITS and number.digits.endswith(local):
            return first
    return None


def _with_codes(text: str, starts: list[int], number: Number) -> int:
    """Where a number begins with its trunk zero and its country code, in any of their forms.

    Args:
        text: that holds it.
        starts: where its first group begins, and before it some groups that stand in front of it.
        number: the number.
    """
    begin = starts.pop()
    codes = {"0", *(prefix + number.code for prefix in ("", "0", "00", "011")), "00", "011"}
    for start in reversed(starts):
        digits = "".join(_DIGITS.findall(text[start:begin]))
        is_abroad = (
            text[max(0, start - 3) : start].rstrip("( ").endswith("+") and len(digits) <= _LONGEST_CODE
        )
        if digits not in codes and not is_abroad:
            break
        begin = start
    opening = text[max(0, begin - 3) : begin]
    return begin - len(opening[len(opening.rstrip("( +")) :].lstrip(" "))


def _with_extension(text: str, end: int) -> int:
    more = _EXTENSION.match(text, end)
    return more.end() if more else end
