"""OpenDocument texts (LibreOffice) → blocks, as they read with every tracked change accepted."""

import zipfile
from typing import NamedTuple

from lxml import etree

from db.vocabulary import BlockKind
from factcheck.read.package import broken, opened_package
from factcheck.read.reading import LONGEST_CELL, ReadBlock, Reading, has_words, row_text
from factcheck.read.remarks import about_struck, listed, shortened
from factcheck.read.styles import ParagraphFacts, facts_of_style
from factcheck.read.tidy import tidy

_KIND = "OpenDocument text"
_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:"
_OFFICE = f"{{{_NAMESPACE}office:1.0}}"
_TEXT = f"{{{_NAMESPACE}text:1.0}}"
_TABLE = f"{{{_NAMESPACE}table:1.0}}"
_DRAW = f"{{{_NAMESPACE}drawing:1.0}}"
_STYLE = f"{{{_NAMESPACE}style:1.0}}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_PARAGRAPHS = frozenset({f"{_TEXT}p", f"{_TEXT}h"})
_SILENT = frozenset(
    {
        f"{_TEXT}{name}"
        for name in ("tracked-changes", "table-of-content", "alphabetical-index", "sequence-decls")
    }
    | {f"{_TEXT}{name}" for name in ("illustration-index", "table-index", "object-index", "user-index")}
    | {f"{_TEXT}{name}" for name in ("variable-decls", "user-field-decls", "ruby-text", "bibliography")}
    | {f"{_TEXT}{name}" for name in ("hidden-text", "note-citation", "list-header")}
    | {f"{_OFFICE}forms", f"{_DRAW}a11y", f"{_OFFICE}annotation-end"}
)
_LONGEST_CHAIN = 20
_MOST_SPACES = 100
"""A run of spaces is one space in the end; its stated length may be any number."""


def read(data: bytes, name: str, encoding: str | None) -> Reading:  # noqa: ARG001 - XML states its own encoding
    """The blocks of an OpenDocument text.

    Raises:
        UnreadableDraft: it is broken, locked, or no OpenDocument text.
    """
    with opened_package(data, name, _KIND) as package:
        content = _root(package, "content.xml", name)
        body = content.find(f"{_OFFICE}body/{_OFFICE}text") if content is not None else None
        if content is None or body is None:
            raise broken(name, _KIND)
        styles = _Styles([content, _root(package, "styles.xml", name)])
        meta = _root(package, "meta.xml", name)
    walker = _Walker(styles)
    walker.container(body)
    language = meta.find(f".//{_DC}language") if meta is not None else None
    remarks = [*about_struck(walker.struck), *walker.comments]
    if walker.hidden:
        remarks.append(f"Hidden text was left out: {listed(walker.hidden)}.")
    return Reading(
        blocks=(*walker.blocks, *walker.footnotes),
        language=(language.text or "") if language is not None else "",
        remarks=tuple(remarks),
    )


def _root(package: zipfile.ZipFile, part: str, shown: str) -> etree._Element | None:
    if part not in package.namelist():
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        return etree.fromstring(package.read(part), parser)
    except (etree.XMLSyntaxError, zipfile.BadZipFile):
        raise broken(shown, _KIND) from None


class _Look(NamedTuple):
    """What a text style does to the words."""

    hidden: bool = False
    struck: bool = False


class _Styles:
    """The paragraph and text styles of one file, with those made up for single paragraphs."""

    def __init__(self, roots: list[etree._Element | None]) -> None:
        self._styles: dict[tuple[str, str], etree._Element] = {}
        for root in roots:
            for style in root.iter(f"{_STYLE}style") if root is not None else ():
                key = (style.get(f"{_STYLE}family", ""), style.get(f"{_STYLE}name", ""))
                self._styles.setdefault(key, style)

    def facts(self, paragraph: etree._Element) -> ParagraphFacts:
        """What a paragraph or heading is."""
        for name, style in self._chain("paragraph", paragraph.get(f"{_TEXT}style-name", "")):
            facts = facts_of_style(name)
            if facts is not None:
                return facts
            level = style.get(f"{_STYLE}default-outline-level", "") if style is not None else ""
            if level.isdigit():
                return ParagraphFacts(BlockKind.HEADING, int(level[:2]), stated=True)
        if paragraph.tag == f"{_TEXT}h":
            level = paragraph.get(f"{_TEXT}outline-level", "1")
            return ParagraphFacts(BlockKind.HEADING, int(level[:2]) if level.isdigit() else 1, stated=True)
        return ParagraphFacts()

    def look(self, span: etree._Element) -> _Look:
        """What the style of a span, or of a paragraph, does to its words."""
        family = "paragraph" if span.tag in _PARAGRAPHS else "text"
        for _, style in self._chain(family, span.get(f"{_TEXT}style-name", "")):
            properties = style.find(f"{_STYLE}text-properties") if style is not None else None
            if properties is not None:
                through = properties.get(f"{_STYLE}text-line-through-style", "none")
                return _Look(properties.get(f"{_TEXT}display") == "none", through != "none")
        return _Look()

    def _chain(self, family: str, name: str) -> list[tuple[str, etree._Element | None]]:
        """A style and its parents, each with the name that people see."""
        chain: list[tuple[str, etree._Element | None]] = []
        while name and len(chain) < _LONGEST_CHAIN:
            style = self._styles.get((family, name))
            shown = style.get(f"{_STYLE}display-name", name) if style is not None else name
            chain.append((shown.replace("_20_", " "), style))
            name = style.get(f"{_STYLE}parent-style-name", "") if style is not None else ""
        return chain


class _Walker:
    """One pass over the body, notes and text boxes kept for after the paragraph that they hang on."""

    def __init__(self, styles: _Styles) -> None:
        self.styles = styles
        self.blocks: list[ReadBlock] = []
        self.footnotes: list[ReadBlock] = []
        self.comments: list[str] = []
        self.struck: list[str] = []
        self.hidden: list[str] = []
        self._lists = 0
        self._in_note = False

    def container(self, element: etree._Element) -> None:
        """Walk the paragraphs, lists and tables in an element."""
        for child in element:
            if child.tag in _PARAGRAPHS:
                self._paragraph(child)
            elif child.tag == f"{_TEXT}list":
                self._lists += 1
                self.container(child)
                self._lists -= 1
            elif child.tag == f"{_TABLE}table-row":
                self._row(child)
            elif child.tag == f"{_DRAW}frame":
                self._boxes([child])
            elif isinstance(child.tag, str) and child.tag not in _SILENT:
                self.container(child)

    def _paragraph(self, element: etree._Element) -> None:
        text, hanging = self._words(element)
        facts = self.styles.facts(element)
        if self._lists and facts.kind is BlockKind.PARAGRAPH:
            facts = ParagraphFacts(BlockKind.LIST_ITEM, self._lists, stated=True)
        if has_words(text) and not facts.furniture:
            self._keep(ReadBlock(facts.kind, text, facts.level, None, facts.stated, facts.role))
        self._hanging(hanging)

    def _keep(self, block: ReadBlock) -> None:
        if self._in_note:
            self.footnotes.append(ReadBlock(BlockKind.FOOTNOTE, block.text, stated=True))
        else:
            self.blocks.append(block)

    def _row(self, row: etree._Element) -> None:
        cells = [cell for cell in row if cell.tag == f"{_TABLE}table-cell"]
        if len(cells) < 2 or any(_is_large(cell) for cell in cells):
            self.container(row)
            return
        texts: list[str] = []
        hanging: list[etree._Element] = []
        for cell in cells:
            parts = [self._words(paragraph) for paragraph in cell if paragraph.tag in _PARAGRAPHS]
            texts.append(" ".join(text for text, _ in parts))
            hanging.extend(element for _, elements in parts for element in elements)
        text = row_text(texts)
        if has_words(text):
            self._keep(ReadBlock(BlockKind.LIST_ITEM, text, max(self._lists, 1), stated=True))
        self._hanging(hanging)

    def _words(self, element: etree._Element) -> tuple[str, list[etree._Element]]:
        """The text of a paragraph, and the notes and frames that hang on it."""
        words: list[str] = []
        hanging: list[etree._Element] = []
        self._inline(element, words, hanging)
        return "".join(words), hanging

    def _inline(self, element: etree._Element, words: list[str], hanging: list[etree._Element]) -> None:
        look = self.styles.look(element) if element.get(f"{_TEXT}style-name") else _Look()
        if look.hidden or look.struck:
            (self.hidden if look.hidden else self.struck).append("".join(element.itertext()))
            return
        words.append(element.text or "")
        for child in element:
            if child.tag == f"{_TEXT}s":
                count = child.get(f"{_TEXT}c", "1")
                words.append(
                    " " * (min(int(count), _MOST_SPACES) if count.isdigit() and len(count) < 9 else 1)
                )
            elif child.tag in (f"{_TEXT}tab", f"{_TEXT}line-break"):
                words.append(" ")
            elif child.tag in (f"{_TEXT}note", f"{_DRAW}frame"):
                hanging.append(child)
            elif child.tag == f"{_OFFICE}annotation":
                self._comment(child)
            elif isinstance(child.tag, str) and child.tag not in _SILENT:
                self._inline(child, words, hanging)
            words.append(child.tail or "")

    def _hanging(self, elements: list[etree._Element]) -> None:
        for element in elements:
            if element.tag == f"{_TEXT}note":
                outer, self._in_note = self._in_note, True
                for body in element.iterchildren(f"{_TEXT}note-body"):
                    self.container(body)
                self._in_note = outer
            else:
                self._boxes([element])

    def _boxes(self, frames: list[etree._Element]) -> None:
        """The paragraphs in the text boxes of frames; a caption stands in one around its picture."""
        lists, self._lists = self._lists, 0
        for frame in frames:
            for box in frame.iterchildren(f"{_DRAW}text-box"):
                self.container(box)
        self._lists = lists

    def _comment(self, element: etree._Element) -> None:
        author = element.find(f"{_DC}creator")
        who = (author.text if author is not None else "") or "nobody named"
        paragraphs = ["".join(part.itertext()) for part in element.iter(f"{_TEXT}p")]
        self.comments.append(f"Comment by {shortened(tidy(who))}: {tidy(' '.join(paragraphs))}")


def _is_large(cell: etree._Element) -> bool:
    paragraphs = [words for part in cell.iter(*_PARAGRAPHS) if (words := "".join(part.itertext()).strip())]
    nested = cell.find(f".//{_TABLE}table") is not None or cell.find(f".//{_TEXT}list") is not None
    return nested or len(paragraphs) > 1 or sum(map(len, paragraphs)) > LONGEST_CELL
