"""A tree of HTML → blocks: paragraphs, headings, list items, quotations, captions, table rows, footnotes."""

import re
from itertools import islice
from typing import NamedTuple

from lxml import etree
from lxml.html import HtmlElement

from db.vocabulary import BlockKind
from factcheck.read.raised import Words
from factcheck.read.reading import LONGEST_CELL, ReadBlock, has_words, row_text
from factcheck.read.remarks import Passages
from factcheck.read.text.plain import BULLET
from factcheck.read.tidy import tidy
from factcheck.read.web.html_levels import level_of, levels_of_classes, names_of
from factcheck.read.web.html_notes import Notes, notes_in

_SILENT = frozenset(
    {
        "script", "style", "noscript", "template", "head", "title", "meta", "link", "svg", "canvas",
        "annotation", "annotation-xml", "object", "embed", "iframe", "audio", "video", "map", "select",
        "option", "button", "textarea",
        "input", "datalist", "progress", "meter", "dialog", "nav", "rp", "rt",
    }
)  # fmt: skip
_MENUS = frozenset({"nav", "dialog", "select", "button", "textarea"})
"""Silent elements whose words a reader of the page sees."""
_STRUCK = frozenset({"del", "s", "strike"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CAPTIONS = frozenset({"figcaption", "caption"})
_ITEMS = frozenset({"li", "dt", "dd"})
_LISTS = frozenset({"ul", "ol", "dl", "menu"})
_CELLS = frozenset({"td", "th"})
_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "center", "details", "div", "fieldset", "figure",
        "footer", "form", "header", "hgroup", "hr", "html", "legend", "main", "p", "pre", "section", "search",
        "summary", "table", "tbody", "thead", "tfoot", "tr",
        *_HEADINGS, *_CAPTIONS, *_ITEMS, *_LISTS, *_CELLS,
    }
)  # fmt: skip
_DEK_MARKS = frozenset(
    {"dek", "deck", "standfirst", "subtitle", "subhead", "subheadline", "sub-title", "sub-head"}
)
_KINDS_BY_CLASS = {
    "msotitle": BlockKind.HEADING,
    "msosubtitle": BlockKind.DEK,
    "msoquote": BlockKind.QUOTATION,
    "msointensequote": BlockKind.QUOTATION,
    "quote": BlockKind.QUOTATION,
    "msocaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    "wp-caption-text": BlockKind.CAPTION,
    "msolistparagraph": BlockKind.LIST_ITEM,
    "msolistparagraphcxspmiddle": BlockKind.LIST_ITEM,
    "msolistparagraphcxsplast": BlockKind.LIST_ITEM,
}


_MOST_BESIDE_IMAGE = 3
"""A paragraph with more elements is not an image with its link and line break."""


class Place(NamedTuple):
    """Where a block stands on its page."""

    element: HtmlElement
    """The innermost block element around its words."""
    linked: float
    """Share of its characters that are links, 0 to 1."""


class Walked(NamedTuple):
    """What a walk over a tree found; `origin` of each block is its `Place`."""

    blocks: tuple[ReadBlock, ...]
    comments: tuple[str, ...]
    """Comments that readers of the draft wrote beside it, such as those of Google Docs."""
    struck: tuple[str, ...]
    """Words that the page shows struck through; they are not in the blocks."""
    menus: tuple[str, ...]
    """Words of menus, buttons and fields; they are not in the blocks."""


def place_of(block: ReadBlock) -> Place:
    """The place of a block that a walk found.

    Raises:
        TypeError: the block comes from elsewhere.
    """
    if not isinstance(block.origin, Place):
        raise TypeError("the block was not found on a page")
    return block.origin


def walk(root: HtmlElement, *, alt_captions: bool = False) -> Walked:
    """The blocks under root, footnotes last in the order in which the text refers to them.

    Args:
        root: an element of an HTML tree.
        alt_captions: take the alternative text of an image as its caption.
    """
    notes = notes_in(root)
    walking = _Walk(root, notes, alt_captions)
    walking.run()
    footnotes = sorted(walking.footnotes, key=lambda note: note[0])
    return Walked(
        (*walking.blocks, *(block for _, block in footnotes)),
        tuple(words for comment in walking.comments if (words := " ".join(comment.split()))),
        tuple(walking.struck.all()),
        tuple(words for menu in walking.menus if (words := tidy(menu))),
    )


class _Walk:
    """One pass over a tree, without recursion: pages nest as deep as they like."""

    def __init__(self, root: HtmlElement, notes: Notes, alt_captions: bool) -> None:
        self.root = root
        self.notes = notes
        self.alt_captions = alt_captions
        self.blocks: list[ReadBlock] = []
        self.footnotes: list[tuple[int, ReadBlock]] = []
        self.comments: list[str] = []
        self.struck = Passages()
        self.menus: list[str] = []
        self._open: list[HtmlElement] = []
        """The block elements that the walk stands in, outermost first."""
        self._words = Words()
        self._classes = levels_of_classes(root)
        self._levels: list[tuple[HtmlElement, int]] = []
        """The elements around the words that give them a level, outermost first."""
        self._cells: list[str] | None = None
        """Cells of the table row that the walk stands in; none outside of rows."""
        self._struck_depth = 0
        self._links = 0
        self._linked = 0
        """Characters of the words so far that stand in links."""

    def run(self) -> None:
        """Walk all of the tree."""
        steps = etree.iterwalk(self.root, events=("start", "end", "comment", "pi"))
        for event, element in steps:
            if not isinstance(element.tag, str):  # a comment or an instruction
                self._say(element.tail if element is not self.root else "")
            elif event == "start":
                if self._is_silent(element):
                    if element.tag in _MENUS and not _is_hidden(element):
                        self.menus.append(" ".join(element.itertext()))
                    steps.skip_subtree()
                else:
                    self._start(element)
            else:
                if not self._is_silent(element):
                    self._end(element)
                if element is not self.root:
                    self._say(element.tail)
        self._flush()

    def _is_silent(self, element: HtmlElement) -> bool:
        return element.tag in _SILENT or element in self.notes.marks or _is_hidden(element)

    def _start(self, element: HtmlElement) -> None:
        tag = element.tag
        level = level_of(element, self._classes)
        if level is not None:
            self._levels.append((element, level))
        if tag in _BLOCKS or element in self.notes.bodies or element in self.notes.comments:
            self._break()
            self._open.append(element)
            if tag == "tr" and self._cells is None and _is_row(element):
                self._cells = []
        elif tag == "br":
            self._line_break(element)
        elif tag == "a":
            self._links += 1
        elif tag == "q":
            self._say("“")
        elif tag in _STRUCK:
            self._struck_depth += 1
            self.struck.end()
        elif tag == "mfrac" and len(element) > 1:
            element[0].tail = f"{element[0].tail or ''}/"
        elif tag == "img" and self.alt_captions:
            self._image(element)
        self._say(element.text)

    def _end(self, element: HtmlElement) -> None:
        if self._open[-1] is element:
            if element.tag in _CELLS and self._cells is not None:
                self._cells.append(self._words.take())
            elif element.tag == "tr" and self._cells is not None:
                self._cells.append(self._words.take())
                self._words.say(row_text(self._cells))
                self._cells = None
                self._flush(row=True)
            else:
                self._break()
            self._open.pop()
        elif element.tag == "a":
            self._links -= 1
        elif element.tag == "q":
            self._say("”")
        elif element.tag in _STRUCK:
            self._struck_depth -= 1
            self.struck.end()
        if self._levels and self._levels[-1][0] is element:
            self._levels.pop()

    def _say(self, text: str | None) -> None:
        if not text:
            return
        if self._struck_depth:
            self.struck.add(text)
        else:
            self._words.say(text, self._levels[-1][1] if self._levels else 0)
            if self._links:
                self._linked += len(text)

    def _line_break(self, element: HtmlElement) -> None:
        """One line break is a space, two are the end of a paragraph."""
        following = element.getnext()
        doubled = following is not None and following.tag == "br" and not (element.tail or "").strip()
        if doubled and self._cells is None:
            self._flush()
        else:
            self._say("\n")

    def _image(self, element: HtmlElement) -> None:
        words = element.get("title") or element.get("alt") or ""
        home = self._open[-1] if self._open else self.root
        alone = len(home) <= _MOST_BESIDE_IMAGE and not has_words("".join(home.itertext()))
        if alone and has_words(words):
            self.blocks.append(ReadBlock(BlockKind.CAPTION, words, 0, Place(home, 0.0), stated=True))

    def _break(self) -> None:
        if self._cells is None:
            self._flush()
        else:
            self._words.say(" ")

    def _flush(self, *, row: bool = False) -> None:
        text = self._words.take()
        linked, self._linked = self._linked, 0
        if not has_words(text):
            return
        home = self._open[-1] if self._open else self.root
        place = Place(home, min(linked / len(text), 1.0))
        for element in reversed(self._open):
            if element in self.notes.bodies:
                note = ReadBlock(BlockKind.FOOTNOTE, text, 0, place, stated=True)
                self.footnotes.append((self.notes.bodies[element], note))
                return
            if element in self.notes.comments:
                self.comments.append(text)
                return
        self.blocks.append(self._block(text, place, row=row))

    def _block(self, text: str, origin: Place, *, row: bool) -> ReadBlock:
        depth = sum(1 for element in self._open if element.tag in _LISTS)
        if row:
            return ReadBlock(BlockKind.LIST_ITEM, text, max(depth, 1), origin, stated=True)
        for element in reversed(self._open):
            tag = element.tag
            if tag in _HEADINGS:
                return ReadBlock(BlockKind.HEADING, text, _HEADINGS[tag], origin, stated=True)
            if tag in _CAPTIONS:
                return ReadBlock(BlockKind.CAPTION, text, 0, origin, stated=True)
            if tag in _ITEMS:
                return ReadBlock(BlockKind.LIST_ITEM, text, max(depth, 1), origin, stated=True)
            if tag == "blockquote":
                return ReadBlock(BlockKind.QUOTATION, text, 0, origin, stated=True)
        kind = _kind_by_class(origin.element)
        if kind is BlockKind.LIST_ITEM:
            return ReadBlock(kind, BULLET.sub("", text, count=1), 1, origin, stated=True)
        return ReadBlock(
            kind, text, int(kind is BlockKind.HEADING), origin, stated=kind is not BlockKind.PARAGRAPH
        )


def _kind_by_class(element: HtmlElement) -> BlockKind:
    """What the classes of a paragraph say, as Word, LibreOffice and common publishing systems write them."""
    marks = f"{names_of(element, 'class')} {names_of(element, 'itemprop')}".lower().split()
    for mark in marks:
        kind = _KINDS_BY_CLASS.get(mark.removesuffix("-western").removesuffix("cxspfirst"))
        if kind is not None:
            return kind
        parts = re.split(r"[-_]+", mark)
        if mark == "alternativeheadline" or any(part in _DEK_MARKS for part in (mark, parts[0], parts[-1])):
            return BlockKind.DEK
    return BlockKind.PARAGRAPH


def _is_hidden(element: HtmlElement) -> bool:
    return (
        element.get("hidden") is not None
        or "display:none" in element.get("style", "").replace(" ", "").lower()
    )


def _is_row(row: HtmlElement) -> bool:
    """Whether a table row holds figures and words, not a part of the page."""
    cells = [cell for cell in row if cell.tag in _CELLS]
    return len(cells) > 1 and all(_is_small(cell) for cell in cells)


def _is_small(cell: HtmlElement) -> bool:
    parts = (element for element in cell.iterdescendants() if element.tag in _BLOCKS)
    return len(list(islice(parts, 2))) < 2 and sum(map(len, cell.itertext())) <= LONGEST_CELL
