"""Two texts as one that can be read: words that stayed, went and came, in pieces."""

from collections.abc import Iterator

from db.vocabulary import BlockKind
from factcheck.model import Block, DiffKind, DiffPiece, HouseLists
from factcheck.revise.changes.classify import Segment, Stretch, segments
from factcheck.revise.reading import Reading

_NO_LISTS = HouseLists()


def diff(old: str, new: str) -> tuple[DiffPiece, ...]:
    """The difference of two texts word by word; where only typography differs, nothing has changed.

    The pieces that stayed and came, put together, are the new text.
    """
    one, two = one_block(old), one_block(new)
    return diff_stretches(one, (0, len(one.tokens.keys)), two, (0, len(two.tokens.keys)))


def one_block(text: str) -> Reading:
    """A text on its own as a draft of one paragraph."""
    return Reading(text, [Block(kind=BlockKind.PARAGRAPH, start=0, end=len(text))], _NO_LISTS)


def diff_stretches(old: Reading, stretch: Stretch, new: Reading, other: Stretch) -> tuple[DiffPiece, ...]:
    """The difference of two stretches of drafts, as `diff` tells it."""
    whole = _edges(old, stretch), _edges(new, other)
    pieces: list[DiffPiece] = []
    place = whole[1][0]
    for segment in _for_show(segments(old, stretch, new, other)):
        begin = _start(new, segment.new, whole[1][1])
        pieces += _piece(DiffKind.SAME, new.text[place:begin])
        pieces += _gone(old, segment.old, whole[0], pieces)
        place = _start(new, (segment.new[1], other[1]), whole[1][1])
        pieces += _piece(DiffKind.CAME, new.text[begin:place])
    pieces += _piece(DiffKind.SAME, new.text[place : whole[1][1]])
    return tuple(pieces)


def _edges(reading: Reading, stretch: Stretch) -> tuple[int, int]:
    """The code points of a stretch; of the whole text where it is all of it, white space included."""
    first, last = stretch
    count = len(reading.tokens.keys)
    if (first, last) == (0, count):
        return 0, len(reading.text)
    if first >= last:
        place = reading.tokens.starts[first] if first < count else len(reading.text)
        return place, place
    span = reading.span(first, last)
    return span.start, span.end


def _start(reading: Reading, stretch: Stretch, end: int) -> int:
    """Where the first token of a stretch begins; the end of the whole where no token follows."""
    first = stretch[0]
    if first >= len(reading.tokens.starts):
        return end
    return min(reading.tokens.starts[first], end)


def _for_show(found: list[Segment]) -> Iterator[Segment]:
    """Changes with a single token between them as one: fewer and longer pieces read better."""
    held: Segment | None = None
    for segment in found:
        if (
            held is not None
            and 0 < segment.old[0] - held.old[1] < _GAP
            and _replaces(held)
            and _replaces(segment)
        ):
            held = Segment((held.old[0], segment.old[1]), (held.new[0], segment.new[1]))
            continue
        if held is not None:
            yield held
        held = segment
    if held is not None:
        yield held


_GAP = 2
"""Equal tokens between two changes from which on they are shown apart."""


def _replaces(segment: Segment) -> bool:
    return segment.old[0] < segment.old[1] and segment.new[0] < segment.new[1]


def _gone(
    old: Reading, stretch: Stretch, whole: tuple[int, int], pieces: list[DiffPiece]
) -> Iterator[DiffPiece]:
    """The words that went, with white space around them as the old text has it."""
    if stretch[0] >= stretch[1]:
        return
    start = old.tokens.starts[stretch[0]]
    end = _start(old, (stretch[1], stretch[1]), whole[1])
    if pieces and not pieces[-1].text[-1].isspace():
        while start > whole[0] and old.text[start - 1].isspace():
            start -= 1
    yield DiffPiece(DiffKind.GONE, old.text[start:end])


def _piece(kind: DiffKind, text: str) -> Iterator[DiffPiece]:
    if text:
        yield DiffPiece(kind, text)
