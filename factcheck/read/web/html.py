"""Web pages and HTML exports → blocks of the article, and what the page states about it."""

import re
from collections.abc import Sequence

from db.vocabulary import BlockKind
from factcheck.read.files.encoding import Decoded, decode
from factcheck.read.files.guard import refuse_count
from factcheck.read.reading import ReadBlock, Reading
from factcheck.read.remarks import about_struck, left_out
from factcheck.read.text.opening import byline_in
from factcheck.read.web.html_blocks import place_of, walk
from factcheck.read.web.html_body import article_blocks, says_something
from factcheck.read.web.html_left import about_left
from factcheck.read.web.html_levels import classes_of
from factcheck.read.web.html_metadata import PageFacts, facts_in
from factcheck.read.web.html_parse import tree_of
from factcheck.text import folded

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.-]{2,40})")
_HEAD = 4096
_LATIN = frozenset({"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"})
"""What browsers read as windows-1252."""
_BYLINE_CLASSES = frozenset({"author", "byline", "date", "p-author", "dateline", "published", "pubdate"})
_SURE_TITLE = 12
"""With more characters a heading that begins like the title is no chance match."""
_DEEPEST_TITLE = 3
"""A paragraph with the words of the title is the title among so many first blocks."""
_GOOGLE_DOCS = "doc-content"
"""Class of the body in an export of Google Docs."""


def read(data: bytes, name: str, encoding: str | None) -> Reading:
    """The article in an HTML page.

    Raises:
        UnreadableDraft: it cannot be decoded, or there is no page in it.
    """
    decoded = _decoded(data, name, encoding)
    root = tree_of(decoded.text, name)
    facts = facts_in(root)
    body = root.find("body")
    walked = walk(root if body is None else body)
    blocks = walked.blocks
    refuse_count(blocks, name)
    if body is not None and _GOOGLE_DOCS in body.get("class", "").split():
        # Google Docs writes the space at the border of two styles as a no-break space.
        blocks = tuple(_from_google(block) for block in blocks)
    kept = article_blocks(root, blocks, decoded.text)
    kept = _with_headline(blocks, kept, facts)
    bylines = [block for block in kept if _is_page_byline(block, facts)]
    places = {id(block.origin) for block in bylines}
    kept = tuple(block for block in kept if id(block.origin) not in places)
    headline = next(
        (block.text for block in kept[:3] if block.kind is BlockKind.HEADING and block.level == 1), ""
    )
    return Reading(
        blocks=kept,
        title=headline or facts.title,
        outlet=facts.outlet,
        byline=facts.byline,
        published=facts.published,
        language=facts.language,
        encoding=decoded.encoding,
        remarks=(
            *decoded.remarks,
            *about_struck(walked.struck),
            *left_out("Comments beside the draft", walked.comments),
            *about_left(blocks, kept, bylines, walked.menus),
        ),
    )


def _from_google(block: ReadBlock) -> ReadBlock:
    """A block of a Google Docs export, whose title is a paragraph with a class."""
    text = block.text.replace("\u00a0", " ")
    if block.kind is BlockKind.PARAGRAPH and "title" in _classes(block):
        return block._replace(kind=BlockKind.HEADING, level=1, text=text, stated=True)
    return block._replace(text=text)


def _classes(block: ReadBlock) -> frozenset[str]:
    return frozenset(name.lower() for name in classes_of(place_of(block).element))


def _decoded(data: bytes, name: str, encoding: str | None) -> Decoded:
    """The page as text: what a person states, a byte order mark, what the page declares, else as any text."""
    if encoding or data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return decode(data, name, encoding)
    head = data[:_HEAD]
    declared = _CHARSET.search(head) or _XML_ENCODING.search(head)
    label = declared[1].decode("ascii").lower() if declared else ""
    label = "windows-1252" if label in _LATIN else label
    if label and not label.startswith("utf-16"):
        try:
            data.decode(label)
        except (LookupError, ValueError):
            return decode(data, name)
        return decode(data, name, label)
    return decode(data, name)


def _with_headline(
    blocks: Sequence[ReadBlock], kept: Sequence[ReadBlock], facts: PageFacts
) -> tuple[ReadBlock, ...]:
    """The blocks of the article with its headline marked; on a crowded page it and the dek come first."""
    kept_places = {id(block.origin) for block in kept}
    place = _headline(blocks, kept_places, facts)
    if place is None:
        return tuple(kept)
    headline = blocks[place]._replace(kind=BlockKind.HEADING, level=1, stated=True)
    if len(kept) == len(blocks):
        return (*kept[:place], headline, *kept[place + 1 :])
    rest = [block for block in kept if block.origin is not headline.origin and not _repeats(block, headline)]
    following = range(place + 1, len(blocks))
    begin = next((index for index in following if id(blocks[index].origin) in kept_places), place)
    display = (
        block
        for block in blocks[place + 1 : begin]
        if says_something(block) and not _repeats(block, headline)
    )
    return (headline, *map(_as_dek, display), *rest)


def _as_dek(block: ReadBlock) -> ReadBlock:
    """What stands as a heading right under the headline is the dek."""
    return block._replace(kind=BlockKind.DEK, level=0) if block.kind is BlockKind.HEADING else block


def _repeats(block: ReadBlock, headline: ReadBlock) -> bool:
    """Whether a block only says the headline again, as pages do for printing and sharing."""
    return block.kind is not BlockKind.CAPTION and folded(block.text) == folded(headline.text)


def _headline(blocks: Sequence[ReadBlock], kept_places: set[int], facts: PageFacts) -> int | None:
    """Index of the displayed headline: the heading with the words of the title, else the only heading 1."""
    title = folded(facts.title)
    headings = [index for index, block in enumerate(blocks) if block.kind is BlockKind.HEADING]
    for levels in ((1,), (2, 3)):
        for index in headings:
            if blocks[index].level in levels and _same_title(folded(blocks[index].text), title):
                return index
    for index, block in enumerate(blocks[:_DEEPEST_TITLE]):
        if block.kind is BlockKind.PARAGRAPH and title and folded(block.text) == title:
            return index
    ones = [index for index in headings if blocks[index].level == 1]
    inside = [index for index in ones if id(blocks[index].origin) in kept_places]
    if len(inside) == 1:
        return inside[0]
    return ones[0] if len(ones) == 1 and folded(blocks[ones[0]].text) != folded(facts.outlet) else None


def _same_title(words: str, title: str) -> bool:
    """Whether a heading is the title, or one of them is the other with the name of the site behind it."""
    if not words or not title:
        return False
    return words == title or (
        len(words) > _SURE_TITLE and (title.startswith(words) or words.startswith(title))
    )


def _is_page_byline(block: ReadBlock, facts: PageFacts) -> bool:
    """Whether a block only repeats the byline or date that the page states in a place marked for it."""
    if block.kind is not BlockKind.PARAGRAPH:
        return False
    if _classes(block) & _BYLINE_CLASSES and len(block.text) < 120:
        return True
    return bool(facts.byline) and folded(byline_in(block.text) or block.text) == folded(facts.byline)
