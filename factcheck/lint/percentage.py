"""A percentage that its own figures do not give."""

import re
from collections.abc import Iterator

from db.vocabulary import LintRule
from factcheck.lint.reading import Reading, quoted
from factcheck.model import LintMark, Span
from factcheck.split.checkpoints.quantities import number_value

_FIGURE = r"(?<![\d.,])(?:[$£€]\s?)?\d(?:,?\d)*+(?:\.\d++)?(?: (?:thousand|million|billion|trillion)|bn|m\b)?"
_PERCENT = r"(?P<percent>\d++(?:\.\d++)?)(?: ?%| per ?cent\b)"
_ABOUT = (
    r"(?P<about>(?:about|around|almost|nearly|roughly|more than|over|some|just over|just under"
    r"|less than|up to|close to) )?"
)
_CHANGED = re.compile(
    rf"\bfrom (?P<old>{_FIGURE})(?: [a-z]+)? to (?P<new>{_FIGURE})(?: [a-z]+){{0,4}}(?:,|;| –| —| \()(?: or"
    rf"| and)?(?: (?:an?|the))?"
    rf"(?: (?:increase|rise|growth|jump|gain|fall|drop|decline|decrease|cut|loss|up|down"
    rf"|reduction))?(?: (?:of|by))? ?{_ABOUT}{_PERCENT}"
)
_GREW = re.compile(
    rf"\b(?:rose|risen|fell|fallen|grew|grown|increased|decreased|dropped|declined|climbed"
    rf"|jumped) (?:by )?{_ABOUT}{_PERCENT}"
    rf",? from (?P<old>{_FIGURE})(?: [a-z]+)? to (?P<new>{_FIGURE})"
)
_SHARE = re.compile(
    rf"(?P<new>{_FIGURE})(?: [a-z]+)? (?:out )?of (?:the |its |their "
    rf"|a total of )?(?P<old>{_FIGURE})(?: [a-z]+){{0,2}}"
    rf"(?:, or | \(){_ABOUT}{_PERCENT}"
)
_PRECISE = 3
"""Digits from which a figure's own rounding does not move a whole percentage."""
_SLACK = 0.011
"""Share of the result that rounding of the figures themselves may take."""


def marks(draft: Reading) -> Iterator[LintMark]:
    """“from 40 to 50, up 20 percent”, “12 of 40, or 35 percent”."""
    for pattern, share in ((_CHANGED, False), (_GREW, False), (_SHARE, True)):
        for match in pattern.finditer(draft.text):
            fact = _fact(match["old"], match["new"], share=share)
            stated = float(match["percent"])
            coarse = min(_digits(match["old"]), _digits(match["new"])) < _PRECISE
            if fact is None or _fits(
                fact, stated, match["percent"], loosely=bool(match["about"]), coarse=coarse
            ):
                continue
            first, second = Span(*match.span()), Span(match.start("percent"), match.end())
            yield LintMark(
                rule=LintRule.PERCENTAGE,
                message=f"{quoted(draft.text, first)}: the figures give {fact:.1f} percent.",
                first=first,
                second=second,
            )


def _fact(old: str, new: str, *, share: bool) -> float | None:
    """The percentage that two figures give, without its sign."""
    before, after = number_value(old), number_value(new)
    if not before or after is None or _scale(old) != _scale(new):
        return None
    return 100 * after / before if share else 100 * abs(after - before) / before


def _scale(figure: str) -> str:
    """The scale word of a figure; two figures with different ones are not compared."""
    match = re.search(r"[a-z]+$", figure)
    return match[0] if match else ""


def _digits(figure: str) -> int:
    """How many digits a figure is given to."""
    return sum(char.isdigit() for char in figure)


def _fits(fact: float, stated: float, digits: str, *, loosely: bool, coarse: bool) -> bool:
    """Whether the percentage is the right one as rounded; more slack where text or figures are rough."""
    step = 10.0 ** -len(digits.partition(".")[2]) if "." in digits else 1.0
    slack = max(0.51 * step, _SLACK * fact) + (max(3.0, 0.1 * fact) if loosely else 0.0)
    return abs(fact - stated) <= slack + (0.5 if coarse and step == 1.0 else 0.0)
