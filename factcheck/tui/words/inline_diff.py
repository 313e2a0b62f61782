"""Old and new words in one text: `[-gone-]` `{+came+}`; signs first, colour second."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from textual.content import Content

from factcheck.model import DiffKind, DiffPiece
from factcheck.text import safe, safe_line

GONE, CAME = "gone", "came"
"""Looks of words that went and of words that came."""
_SIGNS = {DiffKind.GONE: ("[-", "-]", GONE), DiffKind.CAME: ("{+", "+}", CAME)}
_STYLES = {"": "", GONE: "$text-error strike", CAME: "$text-success underline"}


class Stretch(NamedTuple):
    """A stretch of a diff as it is shown."""

    text: str
    """Safe for a terminal; line breaks are kept."""
    look: str = ""
    """`gone`, `came`, or empty where it stayed."""
    sign: bool = False
    """Whether it is a sign of ours, and no word of a draft."""


def marked(pieces: Iterable[DiffPiece]) -> Iterator[Stretch]:
    """The words of a diff with signs round what went and came; white space at the edges stays outside."""
    for piece in pieces:
        text = safe(piece.text)
        words = text.strip()
        if piece.kind is DiffKind.SAME or not words:
            yield Stretch(text)
            continue
        begin, end, look = _SIGNS[piece.kind]
        lead, _, trail = text.partition(words)
        yield Stretch(lead)
        yield Stretch(begin, look, sign=True)
        yield Stretch(words, look)
        yield Stretch(end, look, sign=True)
        yield Stretch(trail)


def inline(pieces: Iterable[DiffPiece]) -> Content:
    """A diff on one line."""
    return Content.assemble(*((safe_line(text), _STYLES[look]) for text, look, _ in marked(pieces)))


def inline_rules(prefix: str) -> str:
    """Style rules that colour what went and came for the component classes `prefix--gone` and `--came`."""
    return f"""
        .{prefix}--{GONE} {{ color: $text-error; text-style: strike; }}
        .{prefix}--{CAME} {{ color: $text-success; text-style: underline; }}
    """
