"""A Word document → its paragraphs as accepted, each with a map from characters to their runs."""

from collections.abc import Iterator
from typing import NamedTuple

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree

from db.vocabulary import BlockKind
from factcheck.read.docx_styles import Styles, W, is_on
from factcheck.read.reading import CELL_BAR, LONGEST_CELL, has_words
from factcheck.read.styles import ParagraphFacts
from factcheck.read.tidy import offsets

_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_THROUGH = frozenset(
    {f"{W}{name}" for name in ("ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple")}
    | {f"{W}{name}" for name in ("customXml", "dir", "bdo", "ruby", "rubyBase")}
)
"""Elements whose content is text of the draft as it is with all changes accepted."""
_TYPED = {
    f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": "\u00ad",
}  # fmt: skip
_SHAPES = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})
_NOTE_PARTS = {
    f"{W}footnoteReference": (RELATIONSHIP_TYPE.FOOTNOTES, f"{W}footnote"),
    f"{W}endnoteReference": (RELATIONSHIP_TYPE.ENDNOTES, f"{W}endnote"),
}
_ROW = ParagraphFacts(BlockKind.LIST_ITEM, 1, stated=True)
_PRIVATE_FONT = range(0xF000, 0xF100)
"""Codes of symbol fonts, which mean nothing without the font."""


class Piece(NamedTuple):
    """Characters of a paragraph that stand in one element of one run."""

    run: etree._Element | None
    """The `w:r`; none for a formula, which has no run of the text."""
    leaf: etree._Element
    """The `w:t`, `w:tab`, `w:br` … that holds the characters."""
    text: str
    start: int
    """Place of the first one in the text of the paragraph."""


class WalkedParagraph(NamedTuple):
    """A paragraph, or a table row, as the draft has it with all tracked changes accepted."""

    facts: ParagraphFacts
    text: str
    """Its characters as they stand in the file, not yet tidy."""
    pieces: tuple[Piece, ...]
    """Where the characters stand; between them only separators of cells and of joined paragraphs."""
    elements: tuple[etree._Element, ...]
    """The `w:p` elements that it is made of."""
    reference: etree._Element | None = None
    """For a footnote: the run in the text that holds its mark, where a comment can be anchored."""

    def pieces_in(self, start: int, end: int) -> tuple[tuple[Piece, int, int], ...]:
        """The pieces that hold the tidy characters from start to end, each with the stretch inside it.

        Args:
            start: place of the first character in the tidy text, which is the text of the block.
            end: one past the last.
        """
        places = offsets(self.text)
        if start >= end or end > len(places):
            return ()
        first, last = places[start], places[end - 1] + 1
        return tuple(
            (piece, max(first - piece.start, 0), min(last - piece.start, len(piece.text)))
            for piece in self.pieces
            if piece.start < last and piece.start + len(piece.text) > first
        )


class Walk(NamedTuple):
    """All that a walk through a document found."""

    paragraphs: tuple[WalkedParagraph, ...]
    """In reading order, footnotes and endnotes last, in the order of their marks."""
    commented: dict[str, str]
    """The words that each comment stands on, by its id."""
    struck: tuple[str, ...]
    hidden: tuple[str, ...]
    unknown_signs: int
    """Signs of symbol fonts that have no letter; U+FFFD stands for each."""


def walk(document: Document) -> list[WalkedParagraph]:
    """The paragraphs of a document, with the runs that hold their characters."""
    return list(walked(document).paragraphs)


def walked(document: Document) -> Walk:
    """The paragraphs of a document and what was found beside them."""
    walker = _Walker(document)
    walker.container(document.element.body)
    walker.finish()
    return Walk(
        (*walker.paragraphs, *_notes(document, walker)),
        {name: "".join(words) for name, words in walker.commented.items()},
        tuple(walker.struck),
        tuple(walker.hidden),
        walker.unknown_signs,
    )


def _notes(document: Document, walker: "_Walker") -> Iterator[WalkedParagraph]:
    """The footnotes and endnotes that the text refers to."""
    for tag, (relation, note_tag) in _NOTE_PARTS.items():
        notes = _note_elements(document, relation, note_tag)
        marks: dict[str, etree._Element] = {}
        for name, run in walker.references.get(tag, ()):
            marks.setdefault(name, run)
        for name, run in marks.items():
            note = notes.get(name)
            if note is None:
                continue
            inner = _Walker(document)
            inner.container(note)
            inner.finish()
            walker.unknown_signs += inner.unknown_signs
            for paragraph in inner.paragraphs:
                facts = ParagraphFacts(BlockKind.FOOTNOTE, stated=True)
                yield paragraph._replace(facts=facts, reference=run)


def _note_elements(document: Document, relation: str, tag: str) -> dict[str, etree._Element]:
    found: dict[str, etree._Element] = {}
    for related in document.part.rels.values():
        if related.reltype == relation and not related.is_external:
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            root = etree.fromstring(related.target_part.blob, parser)
            for note in root.iterchildren(tag):
                if note.get(f"{W}type", "normal") == "normal":
                    found[note.get(f"{W}id", "")] = note
    return found


class _Line:
    """A paragraph while it is being read."""

    def __init__(self) -> None:
        self.length = 0
        self.pieces: list[Piece] = []
        self.parts: list[str] = []
        self.elements: list[etree._Element] = []
        self.boxes: list[etree._Element] = []

    def add(self, run: etree._Element | None, leaf: etree._Element, text: str) -> None:
        """Add characters that stand in the file."""
        self.pieces.append(Piece(run, leaf, text, self.length))
        self.space(text)

    def space(self, text: str) -> None:
        """Add characters that stand between those of the file."""
        self.parts.append(text)
        self.length += len(text)

    def walked(self, facts: ParagraphFacts) -> WalkedParagraph:
        """The paragraph, finished."""
        return WalkedParagraph(facts, "".join(self.parts), tuple(self.pieces), tuple(self.elements))


class _Walker:
    """One pass over one story: the body of the document, or one note."""

    def __init__(self, document: Document) -> None:
        self.styles = Styles(document)
        self.paragraphs: list[WalkedParagraph] = []
        self.references: dict[str, list[tuple[str, etree._Element]]] = {}
        self.commented: dict[str, list[str]] = {}
        self.struck: list[str] = []
        self.hidden: list[str] = []
        self.unknown_signs = 0
        self._comments_open: set[str] = set()
        self._unfinished: _Line | None = None
        """A paragraph whose end was deleted, or a drop cap: it goes on in the next one."""

    def container(self, element: etree._Element) -> None:
        """Walk the paragraphs and tables in an element."""
        for child in element:
            tag = child.tag
            if tag == f"{W}p":
                self._paragraph(child)
            elif tag == f"{W}tbl":
                self._table(child)
            elif tag in _THROUGH:
                self.container(child)
            elif tag == _ALTERNATIVES:
                self.container(_chosen(child))
            else:
                self._comment_edge(child)

    def finish(self) -> None:
        """Let go of a paragraph that waits for a next one."""
        line, self._unfinished = self._unfinished, None
        if line is not None:
            self._keep(line, line.elements[-1])

    def _paragraph(self, element: etree._Element) -> None:
        line, self._unfinished = self._unfinished or _Line(), None
        self._into(line, element)
        if _goes_on(element):
            self._unfinished = line
        else:
            self._keep(line, element)

    def _into(self, line: _Line, element: etree._Element) -> None:
        line.elements.append(element)
        self._inline(element, line)

    def _keep(self, line: _Line, like: etree._Element | None) -> None:
        """Keep a paragraph that is what the style of a `w:p` says, or else a row of a table."""
        if has_words("".join(line.parts)):
            facts = self.styles.facts(like) if like is not None else _ROW
            if not facts.furniture:
                self.paragraphs.append(line.walked(facts))
        for box in line.boxes:
            self.finish()
            self.container(box)
            self.finish()

    def _table(self, table: etree._Element) -> None:
        self.finish()
        for row in _descend(table, f"{W}tr"):
            if row.find(f"{W}trPr/{W}del") is not None:
                continue
            cells = list(_descend(row, f"{W}tc"))
            if not self._row(cells):
                for cell in cells:
                    self.container(cell)
                    self.finish()

    def _row(self, cells: list[etree._Element]) -> bool:
        """Keep a row as one paragraph; false when its cells are parts of the page and no figures."""
        if len(cells) < 2 or any(_is_large(cell) for cell in cells):
            return False
        line = _Line()
        for cell in cells:
            part = _Line()
            for paragraph in cell.iterchildren(f"{W}p"):
                if part.length:
                    part.space(" ")
                self._into(part, paragraph)
            if not "".join(part.parts).strip():
                continue
            if line.length:
                line.space(CELL_BAR)
            line.pieces.extend(piece._replace(start=piece.start + line.length) for piece in part.pieces)
            line.space("".join(part.parts))
            line.elements.extend(part.elements)
            line.boxes.extend(part.boxes)
        self._keep(line, None)
        return True

    def _inline(self, element: etree._Element, line: _Line) -> None:
        for child in element:
            tag = child.tag
            if tag == f"{W}r":
                self._run(child, line)
            elif tag in _THROUGH:
                self._inline(child, line)
            elif tag == _ALTERNATIVES:
                self._inline(_chosen(child), line)
            elif isinstance(tag, str) and tag.startswith(_MATH_TEXT[:-1]):
                for leaf in child.iter(_MATH_TEXT):
                    line.add(None, leaf, leaf.text or "")
            else:
                self._comment_edge(child)

    def _run(self, run: etree._Element, line: _Line) -> None:
        properties = run.find(f"{W}rPr")
        unsaid: list[str] | None = None
        if properties is not None:
            if is_on(properties.find(f"{W}vanish")):
                unsaid = self.hidden
            elif is_on(properties.find(f"{W}strike")) or is_on(properties.find(f"{W}dstrike")):
                unsaid = self.struck
        self._leaves(run, run, line, unsaid)

    def _leaves(
        self, parent: etree._Element, run: etree._Element, line: _Line, unsaid: list[str] | None
    ) -> None:
        """Take the characters of a run; where they are not of the text they go to unsaid."""
        for leaf in parent:
            tag = leaf.tag
            if tag == f"{W}t" or tag == f"{W}sym" or tag in _TYPED:
                text = self._characters(leaf)
                if unsaid is None:
                    self._say(line, run, leaf, text)
                else:
                    unsaid.append(text)
            elif tag in _NOTE_PARTS:
                self.references.setdefault(tag, []).append((leaf.get(f"{W}id", ""), run))
            elif tag in _SHAPES:
                line.boxes.extend(_boxes(leaf))
            elif tag == _ALTERNATIVES:
                self._leaves(_chosen(leaf), run, line, unsaid)
            elif tag in _THROUGH:
                self._inline(leaf, line)

    def _characters(self, leaf: etree._Element) -> str:
        if leaf.tag == f"{W}t":
            return leaf.text or ""
        return _TYPED.get(str(leaf.tag)) or self._sign(leaf)

    def _say(self, line: _Line, run: etree._Element, leaf: etree._Element, text: str) -> None:
        if text:
            line.add(run, leaf, text)
            for name in self._comments_open:
                self.commented[name].append(text)

    def _sign(self, leaf: etree._Element) -> str:
        """The character of a symbol font's sign, as far as it has one."""
        try:
            code = int(leaf.get(f"{W}char", ""), 16)
            sign = chr(code)
        except (ValueError, OverflowError):
            code, sign = 0xF000, ""
        if code in _PRIVATE_FONT or not sign.isprintable():
            self.unknown_signs += 1
            return "\ufffd"
        return sign

    def _comment_edge(self, element: etree._Element) -> None:
        if element.tag == f"{W}commentRangeStart":
            name = element.get(f"{W}id", "")
            self._comments_open.add(name)
            self.commented.setdefault(name, [])
        elif element.tag == f"{W}commentRangeEnd":
            self._comments_open.discard(element.get(f"{W}id", ""))


def _goes_on(paragraph: etree._Element) -> bool:
    """Whether a paragraph runs into the next: its end was deleted or moved away, or it is a drop cap."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        return False
    frame = properties.find(f"{W}framePr")
    return (
        properties.find(f"{W}rPr/{W}del") is not None
        or properties.find(f"{W}rPr/{W}moveFrom") is not None
        or (frame is not None and frame.get(f"{W}dropCap", "none") != "none")
    )


def _chosen(alternatives: etree._Element) -> etree._Element:
    """The one of several renderings of the same content that is read: the first."""
    return next(iter(alternatives), alternatives)


def _descend(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The rows of a table or cells of a row, through content controls and tracked insertions."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _THROUGH:
            yield from _descend(child, tag)


def _is_large(cell: etree._Element) -> bool:
    paragraphs = [words for part in cell.iter(f"{W}p") if (words := "".join(part.itertext(f"{W}t")).strip())]
    return (
        cell.find(f".//{W}tbl") is not None or len(paragraphs) > 1 or sum(map(len, paragraphs)) > LONGEST_CELL
    )


def _boxes(shape: etree._Element) -> Iterator[etree._Element]:
    """The text boxes in a drawing, each once: Word writes them twice for its older versions."""
    for child in shape:
        if child.tag == f"{W}txbxContent":
            yield child
        elif child.tag == _ALTERNATIVES:
            yield from _boxes(_chosen(child))
        else:
            yield from _boxes(child)
