"""Quotation marks paired into quotations: straight, curly, nested, carried over paragraphs."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.model import Block, Span


class Quotation(NamedTuple):
    """What stands between one pair of quotation marks inside one block."""

    start: int
    """Place of the opening mark."""
    end: int
    """One past the closing mark; end of the block where it is not closed."""
    inner_start: int
    inner_end: int
    """The words between the marks, white space at both ends left out."""
    block: int
    depth: int = 0
    """0 for an outer quotation, 1 for one inside another, and so on."""
    closed: bool = True
    """False when no closing mark stands in the block."""
    continues: bool = False
    """True when it carries on the unclosed quotation of the block before (opened again)."""
    continued: bool = False
    """True when the next block carries it on."""
    words: int = 0
    """Number of words between the marks."""

    @property
    def inner(self) -> Span:
        """The words without the marks."""
        return Span(self.inner_start, self.inner_end)


_MARK = re.compile(r"[“”\"«»„‟‘’'`](?:(?<=[“”\"«»„‟‘`])|(?!\w)|(?<!\w['’]))")
"""Every mark that can be a quotation mark; apostrophes inside words are passed over."""

_WORD = re.compile(r"\w+(?:[’'.,:/-]\w+)*")
_INCHES = re.compile(r"\d+['’′]\s?\d{0,2}(?:\s\d/\d)?$")
_NO_INCHES = frozenset('“”"«»„‟.,;:!?abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ')
"""Signs that never stand between a length in inches and its mark."""
_ELISION = re.compile(r"(?:em|til|tis|twas|cause|bout|round|n|nineties|eighties|seventies|sixties|\d\ds?)\b")
_FAR = 1200
"""Longest stretch between single marks, in characters: apostrophes pair by chance over more."""

_DOUBLE = frozenset('“”"«»„‟')
_DEEPEST = 4
"""Most quotations inside one another."""
_OPENS_BEFORE = frozenset(" \t\n\u00a0([{—–-/“\"‘'«„…")
_CLOSES_AFTER = frozenset(" \t\n\u00a0)]}.,;:!?—–-/”\"’'»…")


class _Open(NamedTuple):
    mark: str
    """One of `"` (any double mark) and `'` (any single mark)."""
    at: int
    """Place of its first character."""
    inner: int
    """One past its last character."""


def quotations(text: str, blocks: Sequence[Block]) -> list[Quotation]:
    """All quotations of the blocks, in the order of their opening marks; an outer one before those inside it.

    Marks that pair with nothing make no quotation, but for an opening double mark: it reaches to the end
    of its block, as in quotations over several paragraphs.
    """
    found: list[Quotation] = []
    for number, block in enumerate(blocks):
        first = _MARK.search(text, block.start, block.end)
        if first is None:
            continue
        pairs = _pairs(text, first.start(), block.end)
        previous = _carried(found, number)
        for start, inner_start, inner_end, end, depth, closed in pairs:
            while inner_start < inner_end and text[inner_start].isspace():
                inner_start += 1
            while inner_end > inner_start and text[inner_end - 1].isspace():
                inner_end -= 1
            continues = previous is not None and depth == 0 and not text[block.start : start].strip()
            if continues and previous is not None:
                found[previous] = found[previous]._replace(continued=True)
                previous = None
            count = len(_WORD.findall(text, inner_start, inner_end)) if inner_start < inner_end else 0
            found.append(
                Quotation(start, end, inner_start, inner_end, number, depth, closed, continues, False, count)
            )
    return found


def _carried(found: list[Quotation], block: int) -> int | None:
    """Index of the unclosed outer quotation at the end of the block before, if there is one."""
    for index in range(len(found) - 1, -1, -1):
        quotation = found[index]
        if quotation.block < block - 1:
            return None
        if quotation.depth == 0:
            return index if quotation.block == block - 1 and not quotation.closed else None
    return None


_Pair = tuple[int, int, int, int, int, bool]
"""start, inner start, inner end, end, depth, closed"""


def _pairs(text: str, start: int, end: int) -> list[_Pair]:
    """Pairs of marks between start and end of one block."""
    stack: list[_Open] = []
    pairs: list[_Pair] = []
    skip = start
    for match in _MARK.finditer(text, start, end):
        at = match.start()
        if at < skip:
            continue
        sign = text[at]
        if sign in _DOUBLE:
            _double(text, sign, at, at + 1, end, stack, pairs)
        elif sign in "'`" and text[at + 1 : at + 2] in ("'", "`"):
            skip = at + 2
            _double(text, sign, at, skip, end, stack, pairs)
        else:
            _single(text, sign, at, end, stack, pairs)
    outermost = next((left for left in stack if left.mark == '"'), None)
    if outermost is not None:
        pairs.append((outermost.at, outermost.inner, end, end, 0, False))
    pairs.sort()
    return pairs


def _innermost(stack: list[_Open], mark: str) -> int:
    """Place in the stack of the quotation with such marks that was opened last; -1 where there is none."""
    place = len(stack) - 1
    while place >= 0 and stack[place][0] != mark:
        place -= 1
    return place


def _double(
    text: str, sign: str, at: int, after: int, end: int, stack: list[_Open], pairs: list[_Pair]
) -> None:
    """Open or close a double quotation; a mark opens that is free on its left and bound on its right."""
    depth = _innermost(stack, '"')
    left, right = text[at - 1] if at else " ", text[after] if after < end else " "
    opens = left in _OPENS_BEFORE and not right.isspace()
    closes = right in _CLOSES_AFTER and not left.isspace()
    if sign == '"' and left not in _NO_INCHES and _INCHES.search(text, max(at - 12, 0), at):
        return
    if sign in "“„«‟":
        opening = depth < 0 or not closes or opens
    elif sign in "”»":
        opening = depth < 0 and opens and not closes
    else:
        opening = depth < 0 or (opens and not closes)
    if opening:
        if depth >= 0 and (sign not in "“„«" or len(stack) >= _DEEPEST or not _nests(text, at)):
            _, opened, inner = stack[depth]
            del stack[depth:]
            pairs.append((opened, inner, at, at, depth, False))
        stack.append(_Open('"', at, after))
    elif depth >= 0:
        _, opened, inner = stack[depth]
        del stack[depth:]
        pairs.append((opened, inner, at, after, depth, True))


def _nests(text: str, at: int) -> bool:
    """Whether a second opening double mark stands inside the first quotation rather than behind it."""
    before = text[max(at - 3, 0) : at].rstrip()
    return bool(before) and before[-1] not in ".?!…”"


def _single(text: str, sign: str, at: int, end: int, stack: list[_Open], pairs: list[_Pair]) -> None:
    """Open or close a single quotation."""
    after = at + 1
    depth = _innermost(stack, "'")
    if depth >= 0 and at - stack[depth].at > _FAR:
        del stack[depth]
        depth = -1
    left, right = text[at - 1] if at else " ", text[after] if after < end else " "
    opens = left in _OPENS_BEFORE and not right.isspace()
    closes = right in _CLOSES_AFTER and not left.isspace()
    if depth >= 0 and closes and sign != "‘":
        if text[at - 1] == "s" and text[after : after + 1] == " " and _closer_later(text, after, end):
            return
        _, opened, inner = stack[depth]
        del stack[depth:]
        pairs.append((opened, inner, at, after, depth, True))
    elif opens and sign in "‘'" and not _ELISION.match(text, after):
        if depth >= 0:
            del stack[depth]
        stack.append(_Open("'", at, after))


_LATER = re.compile(r"[.,!?…\w]['’](?=[\s.,;:!?)\]”\"—–]|\Z)|(?<![\w])[‘'](?=\w)|[“”\"]")


def _closer_later(text: str, at: int, end: int) -> bool:
    """Whether a closing single mark follows before the next opening one: then “s'” is a possessive."""
    match = _LATER.search(text, at, min(end, at + 300))
    return match is not None and match.group()[-1] in "'’" and len(match.group()) > 1
