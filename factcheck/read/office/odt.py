"""OpenDocument texts (LibreOffice) → blocks, as they read with every tracked change accepted."""

import zipfile
from collections.abc import Callable, Iterator

from lxml import etree

from db.vocabulary import BlockKind
from factcheck.read.office.odt_styles import DRAW, OFFICE, PARAGRAPHS, TABLE, TEXT, Styles
from factcheck.read.office.package import broken, opened_package
from factcheck.read.office.styles import Look, ParagraphFacts
from factcheck.read.raised import Words
from factcheck.read.reading import LONGEST_CELL, ReadBlock, Reading, has_words, row_text
from factcheck.read.remarks import (
    Passages,
    about_contents,
    about_hidden,
    about_struck,
    about_unread,
    left_out,
    shortened,
)
from factcheck.read.tidy import tidy

_KIND = "OpenDocument text"
_DC = "{http://purl.org/dc/elements/1.1/}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_CONTENTS = frozenset(
    f"{TEXT}{name}"
    for name in (
        "table-of-content", "alphabetical-index", "illustration-index", "table-index", "object-index",
        "user-index", "bibliography",
    )
)  # fmt: skip
_SILENT = frozenset(
    {
        f"{TEXT}{name}"
        for name in (
            "tracked-changes", "sequence-decls", "variable-decls", "user-field-decls", "ruby-text",
            "note-citation",
        )
    }
    | {f"{OFFICE}forms", f"{OFFICE}annotation-end"}
)  # fmt: skip
"""What holds no words of the draft."""
_OBJECTS = (f"{DRAW}object", f"{DRAW}object-ole")
_MOST_SPACES = 100
"""A run of spaces is one space in the end; its stated length may be any number."""


def read(data: bytes, name: str, encoding: str | None) -> Reading:  # noqa: ARG001 - XML states its own encoding
    """The blocks of an OpenDocument text.

    Raises:
        UnreadableDraft: it is broken, locked, or no OpenDocument text.
    """
    with opened_package(data, name, _KIND) as package:
        content = _root(package, "content.xml", name)
        body = content.find(f"{OFFICE}body/{OFFICE}text") if content is not None else None
        if body is None:
            raise broken(name, _KIND)
        styles = Styles([content, _root(package, "styles.xml", name)])
        meta = _root(package, "meta.xml", name)
    walker = _Walker(styles)
    walker.container(body)
    language = meta.find(f".//{_DC}language") if meta is not None else None
    objects = (found.get(_HREF, "").removeprefix("./") or "object" for found in body.iter(*_OBJECTS))
    return Reading(
        blocks=(*walker.blocks, *walker.footnotes),
        language=(language.text or "") if language is not None else "",
        remarks=(
            *about_struck(walker.struck.all()),
            *walker.comments,
            *about_hidden(walker.hidden.all()),
            *about_contents(walker.contents),
            *about_unread(_unread(body, walker.seen)),
            *left_out("Formulas, charts and other objects were left out", objects),
        ),
    )


def _root(package: zipfile.ZipFile, part: str, shown: str) -> etree._Element | None:
    if part not in package.namelist():
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        return etree.fromstring(package.read(part), parser)
    except (etree.XMLSyntaxError, zipfile.BadZipFile):
        raise broken(shown, _KIND) from None


def _unread(body: etree._Element, seen: set[etree._Element]) -> Iterator[str]:
    """The words of the paragraphs that no walk came by, deleted ones and comments apart."""
    apart = (f"{TEXT}tracked-changes", f"{OFFICE}annotation")
    for paragraph in body.iter(*PARAGRAPHS):
        words = _all_words(paragraph)
        if paragraph not in seen and has_words(words) and next(paragraph.iterancestors(*apart), None) is None:
            yield words


class _Walker:
    """One pass over the body, notes and text boxes kept for after the paragraph that they hang on."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.blocks: list[ReadBlock] = []
        self.footnotes: list[ReadBlock] = []
        self.comments: list[str] = []
        self.struck = Passages()
        self.hidden = Passages()
        self.contents: list[str] = []
        self.seen: set[etree._Element] = set()
        """The paragraphs that were looked at, taken or not."""
        self._lists = 0
        self._in_note = False

    def container(self, element: etree._Element) -> None:
        """Walk the paragraphs, lists and tables in an element."""
        for child in element:
            if child.tag in PARAGRAPHS:
                self._paragraph(child)
            elif child.tag == f"{TEXT}list":
                self._lists += 1
                self.container(child)
                self._lists -= 1
            elif child.tag == f"{TABLE}table-row":
                self._row(child)
            elif child.tag in _CONTENTS:
                self._without(child, self.contents.append)
            elif child.get(f"{TEXT}display") == "none":
                self._without(child, self.hidden.add)
            elif _is_drawn(child):
                self._drawn(child)
            elif isinstance(child.tag, str) and child.tag not in _SILENT:
                self.container(child)

    def _without(self, element: etree._Element, tell: Callable[[str], None]) -> None:
        """Leave out an element and tell the words of each of its paragraphs."""
        for paragraph in element.iter(*PARAGRAPHS):
            self.seen.add(paragraph)
            tell(_all_words(paragraph))
            self.hidden.end()

    def _paragraph(self, element: etree._Element) -> None:
        text, hanging = self._words(element)
        facts = self.styles.facts(element)
        if self._lists and facts.kind is BlockKind.PARAGRAPH:
            facts = ParagraphFacts(BlockKind.LIST_ITEM, self._lists, stated=True)
        if facts.furniture:
            self.contents.append(text)
        elif has_words(text):
            self._keep(ReadBlock(facts.kind, text, facts.level, None, facts.stated, facts.role))
        self._hanging(hanging)

    def _keep(self, block: ReadBlock) -> None:
        if self._in_note:
            self.footnotes.append(ReadBlock(BlockKind.FOOTNOTE, block.text, stated=True))
        else:
            self.blocks.append(block)

    def _row(self, row: etree._Element) -> None:
        cells = [cell for cell in row if cell.tag == f"{TABLE}table-cell"]
        if len(cells) < 2 or any(_is_large(cell) for cell in cells):
            self.container(row)
            return
        texts: list[str] = []
        hanging: list[etree._Element] = []
        for cell in cells:
            parts = [self._words(paragraph) for paragraph in _paragraphs_in(cell)]
            texts.append(" ".join(text for text, _ in parts))
            hanging.extend(element for _, elements in parts for element in elements)
        text = row_text(texts)
        if has_words(text):
            self._keep(ReadBlock(BlockKind.LIST_ITEM, text, max(self._lists, 1), stated=True))
        self._hanging(hanging)

    def _words(self, element: etree._Element) -> tuple[str, list[etree._Element]]:
        """The text of a paragraph, and the notes and frames that hang on it."""
        self.seen.add(element)
        words = Words()
        hanging: list[etree._Element] = []
        base = self.styles.look(element)
        self._inline(element, words, hanging, base._replace(level=0))
        self.struck.end()
        self.hidden.end()
        return words.take(), hanging

    def _inline(
        self, element: etree._Element, words: Words, hanging: list[etree._Element], look: Look
    ) -> None:
        self._say(element.text, words, look)
        for child in element:
            if child.tag == f"{TEXT}s":
                self._say(" " * _count(child.get(f"{TEXT}c", "1")), words, look)
            elif child.tag in (f"{TEXT}tab", f"{TEXT}line-break"):
                self._say(" ", words, look)
            elif child.tag == f"{TEXT}note" or _is_drawn(child):
                hanging.append(child)
            elif child.tag == f"{OFFICE}annotation":
                self._comment(child)
            elif child.tag == f"{TEXT}hidden-text":
                self.hidden.add(_hidden_words(child))
            elif isinstance(child.tag, str) and child.tag not in _SILENT:
                own = look if child.tag in PARAGRAPHS else self.styles.look(child).over(look)
                self._inline(child, words, hanging, own)
            self._say(child.tail, words, look)

    def _say(self, text: str | None, words: Words, look: Look) -> None:
        if not text:
            return
        if look.hidden or look.struck:
            (self.hidden if look.hidden else self.struck).add(text)
        else:
            words.say(text, look.level or 0)
            self.hidden.end()
            self.struck.end()

    def _hanging(self, elements: list[etree._Element]) -> None:
        for element in elements:
            if element.tag == f"{TEXT}note":
                outer, self._in_note = self._in_note, True
                for body in element.iterchildren(f"{TEXT}note-body"):
                    self.container(body)
                self._in_note = outer
            else:
                self._drawn(element)

    def _drawn(self, element: etree._Element) -> None:
        """The paragraphs in a frame or a shape; a caption stands in one around its picture."""
        lists, self._lists = self._lists, 0
        self.container(element)
        self._lists = lists

    def _comment(self, element: etree._Element) -> None:
        author = element.find(f"{_DC}creator")
        who = (author.text if author is not None else "") or "nobody named"
        paragraphs = ["".join(part.itertext()) for part in element.iter(f"{TEXT}p")]
        self.comments.append(f"Comment by {shortened(tidy(who))}: {tidy(' '.join(paragraphs))}")


def _is_drawn(element: etree._Element) -> bool:
    return isinstance(element.tag, str) and element.tag.startswith(DRAW)


def _all_words(paragraph: etree._Element) -> str:
    """The words of a paragraph that is left out, hidden ones among them."""
    hidden = (element.get(f"{TEXT}string-value", "") for element in paragraph.iter(f"{TEXT}hidden-text"))
    return " ".join(("".join(paragraph.itertext()), *hidden))


def _hidden_words(element: etree._Element) -> str:
    return element.get(f"{TEXT}string-value", "") or "".join(element.itertext())


def _count(stated: str) -> int:
    """How many spaces a stated number is."""
    return min(int(stated), _MOST_SPACES) if stated.isascii() and stated.isdigit() and len(stated) < 9 else 1


def _paragraphs_in(cell: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs of a cell that holds no table and no list."""
    for child in cell:
        if child.tag in PARAGRAPHS:
            yield child
        elif isinstance(child.tag, str) and child.tag not in _SILENT:
            yield from _paragraphs_in(child)


def _is_large(cell: etree._Element) -> bool:
    paragraphs = [words for part in _paragraphs_in(cell) if (words := "".join(part.itertext()).strip())]
    nested = cell.find(f".//{TABLE}table") is not None or cell.find(f".//{TEXT}list") is not None
    return nested or len(paragraphs) > 1 or sum(map(len, paragraphs)) > LONGEST_CELL
