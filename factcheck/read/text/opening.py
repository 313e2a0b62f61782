"""The lines above the first paragraph that are about the piece and not of it: byline and date.

A byline or a date line becomes metadata and is taken out of the text, as a web page keeps them out of its
body; so the same draft is the same text in every format. A remark says which words were taken.
"""

import re
from datetime import date
from typing import NamedTuple

from db.vocabulary import BlockKind
from factcheck.read.dates import ending_date, stated_date
from factcheck.read.reading import ReadBlock

_DEEPEST = 6
"""A byline stands among so many first blocks."""
_LONGEST = 120
_PARAGRAPH_WORDS = 30
"""With so many words a block is the body, and the opening is over."""

_PARTICLE = (
    r"(?:de|del|della|der|den|di|da|do|dos|du|van|von|vom|zu|ter|ten|la|le|el|al|bin|bint|ibn|ben|y|e)"
)
_TOKEN = r"(?:[^\W\d_a-zß-öø-ÿ](?:[\w’'.-])*)"  # noqa: S105 - a word of a name, no secret
_NAME = rf"{_TOKEN}(?:\s+(?:{_TOKEN}|{_PARTICLE}))*\s+{_TOKEN}"
_NAMES = rf"{_NAME}(?:(?:\s*,\s*|\s+(?i:and|und|et|y|with)\s+|\s*,\s*and\s+|\s*&\s*){_NAME})*"
_ROLE = re.compile(
    r"[\w\s’'-]{0,40}\b(?:writer|reporter|correspondent|editor|staff|contributor|columnist|freelance)s?\b"
    r"[\w\s’'-]{0,30}",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    rf"(?i:by|words by|text by|story by|reported by|written by|von|par|por)\s*:?\s+(?P<names>{_NAMES})"
    rf"(?:\s*[,|]\s*(?i:{_ROLE.pattern}))?"
)
_SEPARATOR = re.compile(r"\s+[|·•]\s+")
_DATE_LINE = re.compile(r"(?:(?i:published(?: on)?|posted(?: on)?|date)\s*:?\s+)?(?P<date>.+)")


class Opening(NamedTuple):
    """The blocks without the lines that are metadata, and what those lines said."""

    blocks: tuple[ReadBlock, ...]
    byline: str = ""
    published: date | None = None
    remarks: tuple[str, ...] = ()


def byline_in(line: str) -> str:
    """The names in a byline such as “By Jane Doe and John Roe, Staff Writers”; empty when it is none."""
    if len(line) > _LONGEST:
        return ""
    match = _BYLINE.fullmatch(line.strip())
    if not match:
        return ""
    names, *rest = re.split(r"\s*,\s*", match["names"])
    return ", ".join([names, *(part for part in rest if not _ROLE.fullmatch(part))])


def date_in(line: str) -> date | None:
    """The date that a line states and nothing else, such as “Published 12 March 2024”; else none."""
    if len(line) > _LONGEST:
        return None
    match = _DATE_LINE.fullmatch(line.strip())
    return stated_date(match["date"]) if match else None


def opened(blocks: tuple[ReadBlock, ...]) -> Opening:
    """Take the byline and date lines out of the first blocks."""
    taken: set[int] = set()
    byline, published, dated = "", None, None
    for index, block in enumerate(blocks[:_DEEPEST]):
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.DEK):
            break
        if len(block.text.split()) > _PARAGRAPH_WORDS:
            break
        if index == 0 and block.stated and block.kind is BlockKind.HEADING:
            continue
        found = _facts_by_role(block) or _facts_of(block.text)
        if found is None:
            dated = dated or ending_date(block.text)
            continue
        names, day = found
        if (names and byline) or (day and published):
            continue
        byline, published = names or byline, day or published
        taken.add(index)
    published = published or dated
    if not taken or len(taken) == len(blocks):
        return Opening(blocks, published=dated)
    words = "; ".join(f"“{blocks[index].text}”" for index in sorted(taken))
    remark = f"Taken as byline or date, not as text to check: {words}."
    kept = tuple(block for index, block in enumerate(blocks) if index not in taken)
    return Opening(kept, byline, published, (remark,))


def _facts_by_role(block: ReadBlock) -> tuple[str, date | None] | None:
    """What a line says that the file marks as byline or date."""
    if block.role == "byline":
        return byline_in(block.text) or block.text, None
    if block.role == "date" and (day := date_in(block.text)):
        return "", day
    return None


def _facts_of(line: str) -> tuple[str, date | None] | None:
    """Names and date of a line made of nothing else; none when anything else stands in it."""
    names, day = "", None
    for part in _SEPARATOR.split(line):
        name = byline_in(part)
        when = None if name else date_in(part)
        if not name and when is None:
            return None
        names, day = name or names, when or day
    return names, day
