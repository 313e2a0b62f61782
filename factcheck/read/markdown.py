"""Markdown → blocks: the words that a reader sees, without the marks that make them bold or linked."""

import re
from collections.abc import Iterable
from typing import Any

from db.vocabulary import BlockKind
from factcheck.read.raised import LOWERED, RAISED, Words
from factcheck.read.reading import ReadBlock, Reading, has_words, row_text
from factcheck.read.remarks import Passages, about_struck, left_out
from factcheck.read.text.written import Body, written
from factcheck.read.web.html_parse import parsed

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_STRUCK = re.compile(r"<(/?)(?:del|s|strike)\b[^>]*>", re.IGNORECASE)
_LEVEL = re.compile(r"<(/?)(sup|sub)\b[^>]*>", re.IGNORECASE)
_ESCAPED = re.compile(r"\\.|[\ufdd0\ufdd1]", re.DOTALL)
_KEPT = {"\\^": "\ufdd0", "\\~": "\ufdd1", "\ufdd0": "\ufffd", "\ufdd1": "\ufffd"}
"""Escaped marks, as signs that no text holds, and what becomes of such signs that one holds all the same."""
_COMMENT = "<!--"
_LEVELS = {"sup": RAISED, "sub": LOWERED}
_MARKED = re.compile(r"(?<=[\w)\]])(?:\^([^\s^~]{1,40})\^|~([^\s^~]{1,40})~(?!~))")
"""10^6^ and H~2~O as Pandoc reads them, behind a word; x^2 + y^2 and ~100 stay as they are."""
_CONTAINERS = frozenset({"BlockQuote", "Item", "FootnoteDefinition", "Heading"})


def read(data: bytes, name: str, encoding: str | None) -> Reading:
    """The blocks of a Markdown file, its front matter as metadata.

    Raises:
        UnreadableDraft: it cannot be decoded, or it is binary.
    """
    return written(data, name, encoding, lambda text: _body(text, name))


def _body(text: str, name: str) -> Body:
    collecting = _Collecting(name)
    collecting.run(_events(text))
    return Body((*collecting.blocks, *collecting.footnotes()), collecting.remarks())


def _events(text: str) -> Iterable[Any]:
    import pyromark  # only Markdown needs it

    text = _ESCAPED.sub(lambda escape: _KEPT.get(escape[0], escape[0]), text)
    options = pyromark.Options
    return pyromark.events(
        text,
        options=options.ENABLE_TABLES
        | options.ENABLE_FOOTNOTES
        | options.ENABLE_STRIKETHROUGH
        | options.ENABLE_TASKLISTS,
    )


class _Collecting:
    """Blocks out of the events of the parser."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.blocks: list[ReadBlock] = []
        self.struck = Passages()
        self._notes: dict[str, list[ReadBlock]] = {}
        self._references: list[str] = []
        self._open: list[tuple[str, Any]] = []
        """The containers that the text stands in, outermost first, each with what its event says."""
        self._lists = 0
        self._words = Words()
        self._levels: list[int] = []
        self._cells: list[str] | None = None
        self._html: list[str] | None = None
        self._images: list[list[str]] = []
        self.pictures: list[str] = []
        """Descriptions of pictures inside a paragraph, which no reader of the page sees."""
        self.notes_aside: list[str] = []
        """Comments in HTML."""
        self.menus: list[str] = []
        self._struck_depth = 0

    def run(self, events: Iterable[Any]) -> None:
        """Take every event."""
        for event in events:
            if isinstance(event, str):
                self._say(" ")
                continue
            for kind, value in event.items():
                if kind in ("Start", "End"):
                    name, facts = (value, None) if isinstance(value, str) else next(iter(value.items()))
                    (self._start if kind == "Start" else self._end)(name, facts)
                else:
                    self._piece(kind, value)
        self._flush()

    def remarks(self) -> tuple[str, ...]:
        """What was left out."""
        return (
            *about_struck(self.struck.all()),
            *left_out("Comments were left out", self.notes_aside),
            *left_out("Descriptions of pictures were left out", self.pictures),
            *left_out("Left out as menus and buttons", self.menus),
        )

    def footnotes(self) -> tuple[ReadBlock, ...]:
        """The footnotes in the order in which the text refers to them; those never referred to come last."""
        order = [*dict.fromkeys(self._references), *(label for label in self._notes)]
        return tuple(block for label in dict.fromkeys(order) for block in self._notes.get(label, ()))

    def _piece(self, kind: str, value: Any) -> None:  # noqa: ANN401 - an event's value is of any shape
        if kind == "Text":
            self._text(value)
        elif kind == "Code":
            self._say(_restored(value, "\\"))
        elif kind == "Html":
            if self._html is not None:
                self._html.append(value)
        elif kind == "InlineHtml":
            if _BREAK.fullmatch(value):
                self._say(" ")
            elif mark := _STRUCK.fullmatch(value):
                self._strike(opens=not mark[1])
            elif value.startswith(_COMMENT):
                self._aside(value)
            elif mark := _LEVEL.fullmatch(value):
                self._level(_LEVELS[mark[2].lower()], opens=not mark[1])
        elif kind == "FootnoteReference":
            self._references.append(value)

    def _start(self, name: str, facts: Any) -> None:  # noqa: ANN401 - an event's value is of any shape
        if name in _CONTAINERS:
            self._flush()
            self._open.append((name, facts))
        elif name == "List":
            self._flush()
            self._lists += 1
        elif name in ("Paragraph", "CodeBlock"):
            self._flush()
        elif name in ("TableHead", "TableRow"):
            self._cells = []
        elif name == "HtmlBlock":
            self._flush()
            self._html = []
        elif name == "Image":
            title = facts.get("title", "") if isinstance(facts, dict) else ""
            self._images.append([title] if title else [])
        elif name == "Strikethrough":
            self._strike(opens=True)

    def _end(self, name: str, facts: Any) -> None:  # noqa: ANN401, ARG002 - as _start
        if name in _CONTAINERS:
            self._flush()
            self._open.pop()
        elif name == "List":
            self._flush()
            self._lists -= 1
        elif name in ("Paragraph", "CodeBlock"):
            self._flush()
        elif name == "TableCell" and self._cells is not None:
            self._cells.append(self._words.take())
        elif name in ("TableHead", "TableRow") and self._cells is not None:
            self._add(BlockKind.LIST_ITEM, row_text(self._cells), max(self._lists, 1))
            self._cells = None
        elif name == "HtmlBlock" and self._html is not None:
            self._embedded(_restored("".join(self._html), "\\"))
            self._html = None
        elif name == "Image":
            self._image("".join(self._images.pop()))
        elif name == "Strikethrough":
            self._strike(opens=False)

    def _text(self, text: str) -> None:
        """Say text in which `^…^` and `~…~` behind a word raise and lower."""
        at = 0
        for mark in _MARKED.finditer(text):
            self._say(_restored(text[at : mark.start()]))
            self._say(_restored(mark[1] or mark[2]), RAISED if mark[1] else LOWERED)
            at = mark.end()
        self._say(_restored(text[at:]))

    def _say(self, text: str, level: int = 0) -> None:
        if self._images:
            self._images[-1].append(text)
        elif self._struck_depth:
            self.struck.add(text)
        else:
            self._words.say(text, level or (self._levels[-1] if self._levels else 0))

    def _level(self, level: int, *, opens: bool) -> None:
        if opens:
            self._levels.append(level)
        elif self._levels:
            self._levels.pop()

    def _strike(self, *, opens: bool) -> None:
        self.struck.end()
        self._struck_depth = max(self._struck_depth + (1 if opens else -1), 0)

    def _image(self, words: str) -> None:
        """The words of an image are its caption when it stands alone."""
        if not self._images and not self._words.has_any() and self._cells is None:
            self._add(BlockKind.CAPTION, words)
        else:
            self.pictures.append(words)

    def _aside(self, html: str) -> None:
        """Keep the comments in a piece of HTML for the remarks."""
        at = html.find(_COMMENT)
        while at >= 0 and (end := html.find("-->", at)) >= 0:
            self.notes_aside.append(html[at + len(_COMMENT) : end])
            at = html.find(_COMMENT, end)

    def _embedded(self, html: str) -> None:
        """HTML between the paragraphs is read as HTML."""
        self._aside(html)
        walked = parsed(html, self.name)
        for words in walked.struck:
            self.struck.add(words)
            self.struck.end()
        self.menus += walked.menus
        for block in walked.blocks:
            self._add(block.kind, block.text, block.level)

    def _flush(self) -> None:
        text = self._words.take()
        self._levels.clear()
        if self._cells is not None:
            return
        for name, facts in reversed(self._open):
            if name == "Heading":
                self._add(BlockKind.HEADING, text, int(facts["level"][1:]))
                return
            if name == "Item":
                self._add(BlockKind.LIST_ITEM, text, max(self._lists, 1))
                return
            if name == "BlockQuote":
                self._add(BlockKind.QUOTATION, text)
                return
        self._add(BlockKind.PARAGRAPH, text)

    def _add(self, kind: BlockKind, text: str, level: int = 0) -> None:
        if not has_words(text):
            return
        stated = kind is not BlockKind.PARAGRAPH
        for name, label in self._open:
            if name == "FootnoteDefinition":
                self._notes.setdefault(label, []).append(ReadBlock(BlockKind.FOOTNOTE, text, stated=True))
                return
        self.blocks.append(ReadBlock(kind, text, level, stated=stated))


def _restored(text: str, escape: str = "") -> str:
    """Text with its escaped marks; with what escaped them where that is text too, as in code."""
    return text.replace("\ufdd0", f"{escape}^").replace("\ufdd1", f"{escape}~")
