"""An article as read from a file: what is known about it, and one text with its blocks."""

from datetime import date

from db.vocabulary import BlockKind
from factcheck.model.base import Span, Text, Value, value


@value
class Block(Value):
    """A paragraph, heading, caption… of a draft; blocks are in order and never overlap."""

    kind: BlockKind
    start: int
    """First code point of the block in the text."""
    end: int
    """One past its last code point."""
    level: int = 0
    """Depth of a heading (1 = title) or a list item; 0 elsewhere."""

    @property
    def span(self) -> Span:
        """Where the block stands."""
        return Span(self.start, self.end)


@value
class Article(Value):
    r"""A piece under check as it came out of a file: metadata plus one text.

    `text` is normalised by `factcheck.text.normalise` (only `\n` as line break, no NUL); blocks are
    separated by at least one `\n`, and every character outside blocks is white space or markup that is
    not part of the text to check (the seed's `date …` header).
    """

    title: Text = ""
    outlet: Text = ""
    byline: Text = ""
    published: date | None = None
    """Publication date as the file states it; never guessed."""
    language: str = ""
    """BCP 47 tag when the file states it, else empty."""
    slug: str = ""
    """Short name in the address of the article; empty lets the desk make one."""
    text: Text
    blocks: tuple[Block, ...]
    source_name: Text = ""
    """File name (not path) that it was read from; `-` for standard input."""
    format: str = "text"
    """Name of the reader: text, markdown, html, docx…"""
    encoding: str = "utf-8"
    """Encoding that the bytes were read in."""
    original: bytes = b""
    """The file, byte for byte."""
    original_digest: str = ""
    """SHA-256 of `original`, hexadecimal."""
    digest: str
    """SHA-256 of `text` in UTF-8, hexadecimal: what a sign-off is bound to."""
    remarks: tuple[Text, ...] = ()
    """What the reader wants a person to know: a guessed encoding, dropped text boxes…"""
