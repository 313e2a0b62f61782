"""A Word document → its paragraphs as accepted, each with a map from characters to their runs."""

from collections.abc import Iterator
from typing import NamedTuple

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree

from db.vocabulary import BlockKind
from factcheck.read.office.docx_formula import MATH, formula
from factcheck.read.office.docx_paragraph import Line, WalkedParagraph
from factcheck.read.office.docx_styles import Styles, W
from factcheck.read.office.docx_unread import ALTERNATIVES, chosen, straightened, unread
from factcheck.read.office.styles import Look, ParagraphFacts
from factcheck.read.reading import CELL_BAR, LONGEST_CELL
from factcheck.read.remarks import Passages

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
_MOST_COMMENTED = 100
"""Characters of the words that a comment stands on; its remark names fewer."""


class Walk(NamedTuple):
    """All that a walk through a document found."""

    paragraphs: tuple[WalkedParagraph, ...]
    """In reading order, footnotes and endnotes last, in the order of their marks."""
    commented: dict[str, str]
    """The words that each comment stands on, by its id."""
    struck: tuple[str, ...]
    hidden: tuple[str, ...]
    contents: tuple[str, ...]
    """Lines of tables of contents and the like."""
    unread: tuple[str, ...]
    """Words that stand where nothing is read."""
    unknown_signs: int
    """Signs of symbol fonts that have no letter; U+FFFD stands for each."""
    noteless: int
    """Marks of notes that are not in the file."""


def walk(document: Document) -> list[WalkedParagraph]:
    """The paragraphs of a document, with the runs that hold their characters."""
    return list(walked(document).paragraphs)


def walked(document: Document, *, levels: bool = True) -> Walk:
    """The paragraphs of a document and what was found beside them.

    Args:
        document: the document.
        levels: tell raised and lowered words from those on the line.
    """
    found = _Found()
    walker = _Walker(Styles(document), found, levels=levels)
    walker.container(document.element.body)
    walker.finish()
    notes = tuple(_notes(document, walker))
    return Walk(
        (*walker.paragraphs, *notes),
        {name: "".join(words) for name, words in found.commented.items()},
        tuple(found.struck.all()),
        tuple(found.hidden.all()),
        tuple(found.contents),
        tuple(unread(document.element.body, found.seen)),
        found.unknown_signs,
        found.noteless,
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
                walker.found.noteless += 1
                continue
            inner = walker.beside()
            inner.container(note)
            inner.finish()
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


class _Found:
    """What stands beside the paragraphs of a document, in its body and its notes."""

    def __init__(self) -> None:
        self.commented: dict[str, list[str]] = {}
        self.struck = Passages()
        self.hidden = Passages()
        self.contents: list[str] = []
        self.unknown_signs = 0
        self.noteless = 0
        self.seen: set[etree._Element] = set()
        """The leaves that were looked at, taken or not."""


class _Walker:
    """One pass over one story: the body of the document, or one note."""

    def __init__(self, styles: Styles, found: _Found, *, levels: bool) -> None:
        self.styles = styles
        self.paragraphs: list[WalkedParagraph] = []
        self.references: dict[str, list[tuple[str, etree._Element]]] = {}
        self.found = found
        self._levels = levels
        self._base = Look()
        self._comments_open: dict[str, int] = {}
        """The comments that the walk stands in, each with the characters that it stands on so far."""
        self._unfinished: Line | None = None
        """A paragraph whose end was deleted, or a drop cap: it goes on in the next one."""

    def beside(self) -> "_Walker":
        """A walker for another story of the same document."""
        return _Walker(self.styles, self.found, levels=self._levels)

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
            elif tag == ALTERNATIVES:
                self.container(chosen(child))
            else:
                self._comment_edge(child)

    def finish(self) -> None:
        """Let go of a paragraph that waits for a next one."""
        line, self._unfinished = self._unfinished, None
        if line is not None:
            self._keep(line, line.elements[-1])

    def _paragraph(self, element: etree._Element) -> None:
        line, self._unfinished = self._unfinished or Line(), None
        self._into(line, element)
        if _goes_on(element):
            self._unfinished = line
        else:
            self._keep(line, element)

    def _into(self, line: Line, element: etree._Element) -> None:
        line.elements.append(element)
        self._base = self.styles.base(element)
        self._inline(element, line)
        self.found.struck.end()
        self.found.hidden.end()

    def _keep(self, line: Line, like: etree._Element | None) -> None:
        """Keep a paragraph that is what the style of a `w:p` says, or else a row of a table."""
        if not line.is_empty:
            facts = self.styles.facts(like) if like is not None else _ROW
            paragraph = line.walked(facts)
            if facts.furniture:
                self.found.contents.append(paragraph.text)
            else:
                self.paragraphs.append(paragraph)
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
        line = Line()
        for cell in cells:
            part = Line()
            for paragraph in _descend(cell, f"{W}p"):
                if not part.is_empty:
                    part.space(" ")
                self._into(part, paragraph)
            if not (part.is_empty or line.is_empty):
                line.space(CELL_BAR)
            line.take(part)
        self._keep(line, None)
        return True

    def _inline(self, element: etree._Element, line: Line) -> None:
        for child in element:
            tag = child.tag
            if tag == f"{W}r":
                self._run(child, line)
            elif tag in _THROUGH:
                self._inline(child, line)
            elif tag == ALTERNATIVES:
                self._inline(chosen(child), line)
            elif isinstance(tag, str) and tag.startswith(MATH):
                self._formula(child, line)
            else:
                self._comment_edge(child)

    def _formula(self, element: etree._Element, line: Line) -> None:
        for leaf, text, level in formula(element):
            if leaf is None:
                line.space(text)
            else:
                self.found.seen.add(leaf)
                line.add(None, leaf, text, level if self._levels else 0)

    def _run(self, run: etree._Element, line: Line) -> None:
        straightened(run)
        self._leaves(run, run, line, self.styles.look(run, self._base))

    def _leaves(self, parent: etree._Element, run: etree._Element, line: Line, look: Look) -> None:
        """Take the characters of a run as they look."""
        noted = False
        for leaf in parent:
            tag = leaf.tag
            if tag == f"{W}t" or tag == f"{W}sym" or tag in _TYPED:
                self.found.seen.add(leaf)
                if not noted:
                    self._say(line, run, leaf, look)
            elif tag in _NOTE_PARTS:
                self.references.setdefault(tag, []).append((leaf.get(f"{W}id", ""), run))
                # What stands behind such a mark in its run is the sign that the writer chose for it.
                noted = leaf.get(f"{W}customMarkFollows", "0") not in ("0", "false", "off")
            elif tag in _SHAPES:
                line.boxes.extend(_boxes(leaf))
            elif tag == ALTERNATIVES:
                self._leaves(chosen(leaf), run, line, look)
            elif tag in _THROUGH:
                self._inline(leaf, line)

    def _say(self, line: Line, run: etree._Element, leaf: etree._Element, look: Look) -> None:
        """Take the characters of a leaf into the line, or among the hidden or struck ones."""
        text = self._characters(leaf)
        found = self.found
        if look.hidden or look.struck:
            (found.hidden if look.hidden else found.struck).add(text)
        elif text:
            level = (look.level or 0) if self._levels and look.level != self._base.level else 0
            line.add(run, leaf, text, level)
            found.hidden.end()
            found.struck.end()
            for name, length in list(self._comments_open.items()):
                found.commented[name].append(text)
                self._comments_open[name] = length + len(text)
                if length > _MOST_COMMENTED:
                    del self._comments_open[name]

    def _characters(self, leaf: etree._Element) -> str:
        if leaf.tag == f"{W}t":
            return leaf.text or ""
        return _TYPED.get(str(leaf.tag)) or self._sign(leaf)

    def _sign(self, leaf: etree._Element) -> str:
        """The character of a symbol font's sign, as far as it has one."""
        try:
            code = int(leaf.get(f"{W}char", ""), 16)
            sign = chr(code)
        except (ValueError, OverflowError):
            code, sign = 0xF000, ""
        if code in _PRIVATE_FONT or not sign.isprintable():
            self.found.unknown_signs += 1
            return "\ufffd"
        return sign

    def _comment_edge(self, element: etree._Element) -> None:
        if element.tag == f"{W}commentRangeStart":
            name = element.get(f"{W}id", "")
            self._comments_open[name] = 0
            self.found.commented.setdefault(name, [])
        elif element.tag == f"{W}commentRangeEnd":
            self._comments_open.pop(element.get(f"{W}id", ""), None)


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


def _descend(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The rows of a table, cells of a row, paragraphs of a cell: through content controls and insertions."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _THROUGH:
            yield from _descend(child, tag)
        elif child.tag == ALTERNATIVES:
            yield from _descend(chosen(child), tag)


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
        elif child.tag == ALTERNATIVES:
            yield from _boxes(chosen(child))
        else:
            yield from _boxes(child)
