"""Which short lines are headings where the format does not say so, and which heading is the title."""

import re
from collections import Counter
from collections.abc import Sequence

from db.vocabulary import BlockKind
from factcheck.read.dates import ending_date
from factcheck.read.reading import ReadBlock

_MOST_WORDS = 14
_MOST_CHARACTERS = 90
_MOST_WORDS_OF_QUESTION = 10
_LEAST_WORDS_OF_DEK = 3
_TITLE = -1
"""Level of the title until all levels are known."""
_DEEPEST_TITLE = 3
"""A title stands among so many first blocks; before it only a short line, such as the name of a column."""
_LONGEST_STACK = 2
"""So many short lines may stand on each other and be headings; more are a list, a table or a poem."""
_CLOSERS = "\"'”’»)]}"
_QUOTES = "\"'“‘«„"
_SPEAKER = re.compile(r"([^\s:][^:.!?]{0,40}):\s")
"""The name before what somebody says in an interview: `DOE: Is it too late?`"""
_ENDS = ".!,;:…。！，、；：—–-|"
_LABEL = re.compile(r"[-–—•*@#&|/\\([{]|\d{1,2}[.)]\s")
_SMALL = re.compile(
    r"an?|and|as|at|but|by|for|from|in|into|nor|of|off|on|onto|or|over|per|so|the|to|up|via|vs|with|yet|"
    r"de|la|le|du|des|et|der|die|das|und|von|van|y|el|los|las|di|e",
    re.IGNORECASE,
)


def looks_like_heading(text: str) -> bool:
    """Whether a line that stands alone reads as a heading.

    Short, begins with a capital or a figure, and has no mark at its end but a question mark.
    """
    words = text.split()
    if not words or len(words) > _MOST_WORDS or len(text) > _MOST_CHARACTERS or _LABEL.match(text):
        return False
    bare = text.rstrip(_CLOSERS)
    if not bare or bare[-1] in _ENDS:
        return False
    if bare[-1] in "?？" and len(words) > _MOST_WORDS_OF_QUESTION:
        return False
    if text[0] in _QUOTES and not (in_title_case(text) and text[-1] not in _CLOSERS):
        return False
    signs = [character for character in text if character.isalnum()]
    letters = sum(1 for character in signs if character.isalpha())
    return letters * 2 > len(signs) and not signs[0].islower()


def in_title_case(text: str) -> bool:
    """Whether every word but the small ones begins with a capital: Help for the Harbour."""
    words = [word for word in re.findall(r"[^\W\d_][\w’'-]*", text) if not _SMALL.fullmatch(word)]
    return len(words) > 1 and all(word[0].isupper() for word in words)


def with_headings(blocks: tuple[ReadBlock, ...]) -> tuple[ReadBlock, ...]:
    """The blocks with their title and headings marked: the title is level 1, those below it 2 and on.

    Where the file states headings of its own (below the title), paragraphs stay paragraphs, but for the
    first line, which may be the title all the same.
    """
    stated = any(block.kind is BlockKind.HEADING for block in blocks[1:])
    found = _with_turns(blocks)
    _mark_title(found)
    if not stated:
        _mark_lines(found)
    return tuple(_ranked(found))


def title_of(blocks: tuple[ReadBlock, ...]) -> str:
    """The words of the title heading; empty when there is none."""
    return next((block.text for block in blocks if block.kind is BlockKind.HEADING and block.level == 1), "")


def _mark_title(blocks: list[ReadBlock]) -> None:
    """Mark the title: a heading at the head, the only one of its level, or else a lone first line."""
    levels = [block.level for block in blocks if block.kind is BlockKind.HEADING]
    for place, block in enumerate(blocks[:_DEEPEST_TITLE]):
        if block.kind is BlockKind.HEADING:
            alone = block.level == min(levels) and levels.count(block.level) == 1
            if (alone and len(blocks) > 1) or (block.level <= 1 and place == 0):
                blocks[place] = block._replace(level=_TITLE)
            return
        if not _is_line(block):
            break
    if (
        len(blocks) > 1
        and (_is_line(blocks[0]) or _is_quoted_title(blocks[0]))
        and _stack(blocks, 1) < _LONGEST_STACK
        and not _runs_on(blocks, 0)
        and 1 not in levels
    ):
        blocks[0] = blocks[0]._replace(kind=BlockKind.HEADING, level=_TITLE)


def _with_turns(blocks: Sequence[ReadBlock]) -> list[ReadBlock]:
    """The blocks, turns of an interview marked as such: their label is in capitals, or comes again."""
    labels = [_SPEAKER.match(block.text) for block in blocks]
    counts = Counter(label[1] for label in labels if label)
    return [
        block._replace(stated=block.stated or bool(label and (label[1].isupper() or counts[label[1]] > 1)))
        for block, label in zip(blocks, labels, strict=True)
    ]


def _is_quoted_title(block: ReadBlock) -> bool:
    """Whether a line at the head is a title that is somebody's words: “An eel has no reason to trust us”."""
    inner = block.text.strip(_QUOTES + _CLOSERS)
    quoted = block.text[0] in _QUOTES and block.text[-1] in _CLOSERS
    return quoted and not block.stated and block.kind is BlockKind.PARAGRAPH and looks_like_heading(inner)


def _ranked(blocks: list[ReadBlock]) -> list[ReadBlock]:
    """Levels without gaps, as no two programs number them alike: Word's heading 1 is the 2 of a page."""
    levels = sorted({block.level for block in blocks if block.kind is BlockKind.HEADING} - {_TITLE})
    ranks = {_TITLE: 1} | {level: rank for rank, level in enumerate(levels, start=2)}
    return [
        block._replace(level=ranks[block.level]) if block.kind is BlockKind.HEADING else block
        for block in blocks
    ]


def _runs_on(blocks: list[ReadBlock], last: int) -> bool:
    """Whether the block after a line goes on in the middle of a sentence, so that the line is no heading."""
    return blocks[last + 1].text[:1].islower()


def _mark_lines(blocks: list[ReadBlock]) -> None:
    """Mark the lone short lines between paragraphs as headings, the one under the title as the dek."""
    index = 0
    while index < len(blocks):
        if not _is_line(blocks[index]):
            index += 1
            continue
        height = _stack(blocks, index)
        follows = index + height < len(blocks)
        if follows and height <= _LONGEST_STACK and not _runs_on(blocks, index + height - 1):
            for place in range(index, index + height):
                blocks[place] = _heading_or_dek(blocks, place)
        index += height


def _heading_or_dek(blocks: list[ReadBlock], place: int) -> ReadBlock:
    line = blocks[place]
    under_title = place == 1 and blocks[0].kind is BlockKind.HEADING and blocks[0].level == _TITLE
    told = len(line.text.split()) >= _LEAST_WORDS_OF_DEK and not line.text.endswith("?")
    if under_title and told and not in_title_case(line.text):
        return line._replace(kind=BlockKind.DEK)
    return line._replace(kind=BlockKind.HEADING, level=2)


def _is_line(block: ReadBlock) -> bool:
    unmarked = block.kind is BlockKind.PARAGRAPH and not block.stated
    return unmarked and looks_like_heading(block.text) and ending_date(block.text) is None


def _stack(blocks: list[ReadBlock], start: int) -> int:
    """How many heading-like lines stand on each other from start on; a question begins a stack of its own."""
    height = 0
    while start + height < len(blocks) and _is_line(blocks[start + height]):
        if height and blocks[start + height].text.endswith("?"):
            break
        height += 1
    return height
