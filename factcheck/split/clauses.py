"""A sentence cut into statements: at coordination and at relative clauses that say something of their own.

The cuts are places between words; every word goes to exactly one piece. Nothing is cut inside quotation
marks, and a quotation is never cut from the words that say whose it is.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.model import Span
from factcheck.split.pieces import Piece
from factcheck.split.tokens import Tokens

_FINITE = "vbhDm"
_NOUN_PHRASE = r"(?:o|[dp]?[jcSlg0enNsKM$'%\-aS]{0,8}[nNs0)e])(?:i[dp]?[jcSlg0enNsKM'\-]{0,5}[nNs0]){0,2}"
_CLAUSE = re.compile(
    rf"(?P<join>,?[au]r?,?|:)(?P<clause>(?:r,?)?(?:[it](?:[dp]?[jSl0]*[nNs0M]),?)?{_NOUN_PHRASE}[rR]*[{_FINITE}])"
)
_PREDICATE = re.compile(rf"(?P<join>,?[au]r?)(?P<clause>[rR]*[{_FINITE}])")
_RELATIVE = re.compile(rf",i?(?P<pronoun>[wp]){_NOUN_PHRASE}?[rR]*[{_FINITE}]")
_HAS_FINITE = re.compile(f"[{_FINITE}]")
_ENDS = re.compile(r"[,.:)]")

_LEAST = 4
"""Fewest words of a statement that stands as a claim of its own."""


class Cut(NamedTuple):
    """Tokens `first` to `last` (exclusive) leave the main statement and become one of their own."""

    first: int
    last: int
    rule: str
    subject: str
    """Words that its restatement begins with."""


def pieces(
    text: str, words: Tokens, sentence: int, block: int, start: int, end: int, closed: Sequence[Span]
) -> list[Piece]:
    """The statements of `text[start:end]`, one sentence, in order; `closed` spans are never cut inside."""
    main = Piece([Span(start, end)], sentence, block)
    out = [main]
    for cut in _cuts(text, words, closed):
        begin, stop = words.starts[cut.first], words.ends[cut.last - 1]
        piece = Piece([Span(begin, stop)], sentence, block, [cut.rule], subject=cut.subject)
        owner = next(
            one for one in reversed(out) if any(p.start <= begin and stop <= p.end for p in one.parts)
        )
        owner.parts = [rest for part in owner.parts for rest in _without(text, part, begin, stop)]
        out.append(piece)
    out = [one for one in out if one.parts]
    out.sort(key=lambda one: one.start)
    return out


def _without(text: str, part: Span, begin: int, stop: int) -> list[Span]:
    """What is left of part when `begin`–`stop` is taken out, white space at the borders dropped."""
    if stop <= part.start or part.end <= begin:
        return [part]
    left, right = part.start, part.end
    before = text[left:begin].rstrip()
    after = text[stop:right]
    rest = after.lstrip()
    found = []
    if before:
        found.append(Span(left, left + len(before)))
    if rest:
        found.append(Span(right - len(rest), right))
    if len(found) == 2 and not any(letter.isalnum() for letter in rest):
        return found[:1] if stop == right else found
    return found


def _cuts(text: str, words: Tokens, closed: Sequence[Span]) -> list[Cut]:
    tags = words.tags
    if len(tags) < 2 * _LEAST or not _HAS_FINITE.search(tags):
        return []
    found: list[Cut] = []
    found += _relatives(text, words, closed)
    taken = [(cut.first, cut.last) for cut in found]
    for match in _CLAUSE.finditer(tags):
        at = match.start()
        joined = match["join"].startswith((",", ":")) or "u" in match["join"]
        if (joined or tags[match.start("clause")] == "o") and _fits(words, at, len(tags), closed, taken):
            first = at + (1 if tags[at] in ",:" else 0)
            found.append(Cut(first, len(tags), "coordinated clause", ""))
    found.sort(key=lambda cut: (cut.first, -cut.last))
    return found


def _fits(
    words: Tokens, at: int, last: int, closed: Sequence[Span], taken: Sequence[tuple[int, int]]
) -> bool:
    """Whether a cut at token `at` leaves a statement on both sides and cuts nothing that is closed."""
    tags = words.tags
    if at < _LEAST or last - at < _LEAST or not _HAS_FINITE.search(tags, 0, at):
        return False
    place = words.starts[at]
    return not any(span.start < place < span.end for span in closed) and not any(
        low < at < high for low, high in taken
    )


def _relatives(text: str, words: Tokens, closed: Sequence[Span]) -> list[Cut]:
    """“…, who served as a diplomat before 1979,”: up to the comma that closes it or the end."""
    found = []
    tags = words.tags
    for match in _RELATIVE.finditer(tags):
        first = match.start() + 1
        if words.words[match.start("pronoun")] not in ("who", "which", "whose", "whom"):
            continue
        last = tags.find(",", match.end())
        last = len(tags) - (1 if tags[-1] == "." else 0) if last < 0 else last
        place = words.starts[first]
        if last - first < _LEAST or first < 3 or any(span.start < place < span.end for span in closed):
            continue
        if _HAS_FINITE.search(tags, 0, first) or _HAS_FINITE.search(tags, last):
            found.append(Cut(first, last, "relative clause", _antecedent(text, words, first - 1)))
    return found


_BACK = re.compile(r"[dp]?[jcSlg0nNsM'\-]*[nNs]$")


def _antecedent(text: str, words: Tokens, comma: int) -> str:
    """The noun phrase right before the comma."""
    match = _BACK.search(words.tags, 0, comma)
    return text[words.starts[match.start()] : words.ends[comma - 1]] if match else ""
