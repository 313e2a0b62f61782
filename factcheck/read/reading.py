"""What a reader of one format hands over, and how it becomes an Article with exact spans."""

import hashlib
import unicodedata
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from db.vocabulary import BlockKind
from factcheck.errors import UnreadableDraft
from factcheck.model import Article, Block
from factcheck.read.tidy import tidy
from factcheck.text import digest

CELL_BAR = " | "
"""Stands between the cells of a table row."""
LONGEST_CELL = 300
"""A cell with more characters is a part of the page laid out with a table, not a figure in a row."""
_ORNAMENTS = frozenset("*-_•·#~=—–─━⁂∗＊⸻+.…|/\\ ")


class ReadBlock(NamedTuple):
    """One block as a reader found it, before its text is made tidy."""

    kind: BlockKind
    text: str
    level: int = 0
    """Depth of a heading (1 = title) or a list item; 0 elsewhere."""
    origin: object = None
    """Where the block stands in the file, for who must find it there again (the annotated DOCX)."""
    stated: bool = False
    """True when the file itself says what kind of block it is, False when nothing but the words tell."""
    role: str = ""
    """`byline` or `date` where the file marks a line as that; such a line is metadata."""


class Reading(NamedTuple):
    """All that a reader found in one file."""

    blocks: tuple[ReadBlock, ...]
    title: str = ""
    outlet: str = ""
    byline: str = ""
    published: date | None = None
    language: str = ""
    encoding: str = "utf-8"
    remarks: tuple[str, ...] = ()


class Overrides(NamedTuple):
    """What a person says about an article; stronger than what the file says. Empty leaves it to the file."""

    title: str = ""
    outlet: str = ""
    byline: str = ""
    published: date | None = None
    slug: str = ""


def has_words(text: str) -> bool:
    """Whether text says anything: a row of stars or a sign of a symbol font alone does not."""
    return any(
        not character.isspace() and character not in _ORNAMENTS and unicodedata.category(character) != "Co"
        for character in text
    )


def row_text(cells: Iterable[str]) -> str:
    """A row of a table as one line: its cells, the empty ones left out, with a bar between."""
    return CELL_BAR.join(words for cell in cells if (words := tidy(cell)))


def tidied(blocks: tuple[ReadBlock, ...]) -> tuple[ReadBlock, ...]:
    """The blocks with tidy text; those without words are left out."""
    tidy_blocks = (block._replace(text=tidy(block.text)) for block in blocks)
    return tuple(block for block in tidy_blocks if has_words(block.text))


def assemble(reading: Reading, *, data: bytes, name: str, format_name: str, overrides: Overrides) -> Article:
    """The article made of a reading whose blocks are tidy: one text, blocks joined by an empty line.

    Raises:
        UnreadableDraft: there is not one word in it.
    """
    if not reading.blocks:
        raise UnreadableDraft(f"{name} holds no text to check; look whether it is the right file.")
    spans = []
    position = 0
    for block in reading.blocks:
        spans.append(
            Block(kind=block.kind, start=position, end=position + len(block.text), level=block.level)
        )
        position += len(block.text) + 2
    text = "\n\n".join(block.text for block in reading.blocks)
    return Article(
        title=_line(overrides.title or reading.title),
        outlet=_line(overrides.outlet or reading.outlet),
        byline=_line(overrides.byline or reading.byline),
        published=overrides.published or reading.published,
        language=_line(reading.language),
        slug=overrides.slug,
        text=text,
        blocks=tuple(spans),
        source_name=tidy(name),
        format=format_name,
        encoding=reading.encoding,
        original=data,
        original_digest=hashlib.sha256(data).hexdigest(),
        digest=digest(text),
        remarks=tuple(tidy(remark) for remark in reading.remarks),
    )


def _line(words: str) -> str:
    """Metadata on one line with plain spaces."""
    return " ".join(tidy(words).split())
