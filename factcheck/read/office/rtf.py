"""RTF → blocks: paragraphs, headings, lists, table rows and footnotes, tracked changes as accepted."""

import copy
from dataclasses import dataclass, field

from db.vocabulary import BlockKind
from factcheck.errors import UnreadableDraft
from factcheck.read.office.rtf_tokens import (
    SIGNS,
    SILENT,
    Token,
    decoded,
    encoding_of_charset,
    encoding_of_page,
    tokens,
)
from factcheck.read.office.styles import ParagraphFacts, facts_of_style
from factcheck.read.raised import LOWERED, RAISED, Words
from factcheck.read.reading import ReadBlock, Reading, has_words, row_text
from factcheck.read.remarks import Passages, about_contents, about_hidden, about_struck
from factcheck.read.tidy import tidy

_DEEPEST = 1_000
_MOST_WORDS = 1_500_000
"""Control words and letters by their code; a Russian novel has a million."""
_MOST_GROUPS = 500_000
_BODY_LEVEL = 9
_NOTES = frozenset({"footnote"})
_LIST_SIGNS = frozenset({"listtext", "pntext"})
_LEVELS = {"super": RAISED, "sub": LOWERED, "nosupersub": 0}
_PARAGRAPH_ENDS = frozenset({"par", "sect"})
_CELL_ENDS = frozenset({"cell", "nestcell"})
_ROW_ENDS = frozenset({"row", "nestrow"})


def read(data: bytes, name: str, encoding: str | None) -> Reading:  # noqa: ARG001 - RTF states its own encoding
    """The blocks of an RTF document.

    Raises:
        UnreadableDraft: it is no RTF, or nested too deep.
    """
    source = data.decode("latin-1").lstrip("\ufeffï»¿ \t\r\n")
    if not source.startswith("{\\rtf"):
        raise UnreadableDraft(
            f"{name} is no RTF document; open it in the program that made it and save it again."
        )
    if source.count("\\") > _MOST_WORDS or source.count("{") > _MOST_GROUPS:
        raise UnreadableDraft(f"{name} has too many marks to be an article; save its text in a new file.")
    reader = _Reader(name)
    for token in tokens(source.replace("\0", "")):
        reader.take(token)
    reader.finish()
    return Reading(
        blocks=(*reader.blocks, *reader.footnotes),
        remarks=(
            *about_struck(reader.struck.all()),
            *reader.comments,
            *about_hidden(reader.hidden.all()),
            *about_contents(reader.contents),
        ),
    )


@dataclass
class _Group:
    """What holds inside a pair of braces."""

    place: str = "body"
    """Where text goes: body, note, silent, fonts, styles, comment, author."""
    font: int | None = None
    fallbacks: int = 1
    """Characters after a `\\u` that are for old programs."""
    hidden: bool = False
    struck: bool = False
    deleted: bool = False
    level: int = 0
    """Raised or lowered, as in `factcheck.read.raised`."""
    starred: bool = False


@dataclass
class _Paragraph:
    """The paragraph that is being read, and its properties, which last until the next `pard`."""

    words: Words = field(default_factory=Words)
    style: int | None = None
    outline: int | None = None
    listed: bool = False
    list_level: int = 0


class _Reader:
    """Takes one token after the other."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.blocks: list[ReadBlock] = []
        self.footnotes: list[ReadBlock] = []
        self.struck = Passages()
        self.hidden = Passages()
        self.contents: list[str] = []
        self.comments: list[str] = []
        self._groups = [_Group()]
        self._paragraph = _Paragraph()
        self._outer: list[tuple[int, _Paragraph, list[str]]] = []
        """Paragraphs that notes interrupt, each with the depth of its note."""
        self._cells: list[str] = []
        self._encoding = "cp1252"
        self._fonts: dict[int, str] = {}
        self._styles: dict[int, ParagraphFacts] = {}
        self._style_name: list[str] = []
        self._style_number: int | None = None
        self._author = ""
        self._comment: list[str] = []
        self._bytes = bytearray()
        self._skip = 0
        """Characters still to skip after a `\\u`."""

    @property
    def _group(self) -> _Group:
        return self._groups[-1]

    def take(self, token: Token) -> None:
        """Take one token."""
        if token.byte is not None:
            if self._skip:
                self._skip -= 1
            else:
                self._bytes.append(token.byte)
            return
        if token.text:
            text = token.text[self._skip :]
            self._skip = max(self._skip - len(token.text), 0)
            if text:
                self._bytes.extend(text.encode("latin-1"))
            return
        self._spell()
        self._skip = 0
        if token.brace == "{":
            self._open()
        elif token.brace == "}":
            self._close()
        else:
            self._word(token.word, token.number)

    def finish(self) -> None:
        """End what is still open."""
        self._spell()
        while len(self._groups) > 1:
            self._close()
        self._end_story(note=False)

    def _open(self) -> None:
        if len(self._groups) > _DEEPEST:
            raise UnreadableDraft(
                f"{self.name} is nested too deep to be an article; save its text in a new file."
            )
        group = copy.copy(self._group)
        group.starred = False
        self._groups.append(group)

    def _close(self) -> None:
        group = self._groups.pop() if len(self._groups) > 1 else self._group
        if self._outer and len(self._groups) < self._outer[-1][0]:
            self._end_story(note=True)
            _, self._paragraph, self._cells = self._outer.pop()
        if group.place == "styles" and self._group.place == "styles" and self._style_number is not None:
            facts = facts_of_style("".join(self._style_name).strip().rstrip(";"))
            if facts is not None:
                self._styles[self._style_number] = facts
            self._style_name, self._style_number = [], None
        if group.place == "comment" and self._group.place != "comment":
            words = tidy("".join(self._comment))
            self.comments.append(f"Comment by {self._author or 'nobody named'}: {words}")
            self._comment = []

    def _word(self, word: str, number: int | None) -> None:
        group = self._group
        if word == "*":
            group.starred = True
        elif word in SILENT:
            group.place = "silent"
        elif self._destination(word):
            pass
        elif group.starred:
            # A destination that is not known is not for readers; known ones were looked at above.
            group.place = "silent" if group.place in ("body", "note") else group.place
            group.starred = False
        elif word in ("u", "uc", "f", "deff", "fcharset"):
            self._font_or_letter(word, number)
        elif encoding := encoding_of_page(word, number):
            self._encoding = encoding
        elif word in SIGNS:
            self._say(SIGNS[word])
        elif not self._look(word, on=number != 0):
            self._structure(word, number)

    def _destination(self, word: str) -> bool:
        """Whether the word opens a group whose text goes elsewhere."""
        group = self._group
        if word in _NOTES and group.place != "silent":
            self._outer.append((len(self._groups), self._paragraph, self._cells))
            self._paragraph, self._cells = _Paragraph(), []
            group.place, group.level = "note", 0
        elif word == "fonttbl":
            group.place = "fonts"
        elif word == "stylesheet":
            group.place = "styles"
        elif word == "annotation":
            group.place = "comment"
        elif word == "atnauthor":
            group.place, self._author = "author", ""
        elif word == "shptxt":
            group.place = "body"
        elif word in _LIST_SIGNS:
            self._paragraph.listed = True
            group.place = "silent"
        else:
            return False
        group.starred = False
        return True

    def _font_or_letter(self, word: str, number: int | None) -> None:
        group = self._group
        if word == "u":
            if number is not None:
                self._say(chr(number % 0x10000))
            self._skip = group.fallbacks
        elif word == "uc":
            group.fallbacks = min(max(number or 0, 0), 16)
        elif word == "fcharset":
            if group.font is not None:
                self._fonts[group.font] = encoding_of_charset(number, self._encoding)
        else:
            group.font = number

    def _look(self, word: str, *, on: bool) -> bool:
        group = self._group
        if word == "plain":
            group.hidden = group.struck = group.deleted = False
            group.level = 0
        elif word in _LEVELS:
            group.level = _LEVELS[word] if on else 0
        elif word == "v":
            group.hidden = on
        elif word in ("strike", "striked"):
            group.struck = on
        elif word == "deleted":
            group.deleted = on
        else:
            return False
        return True

    def _structure(self, word: str, number: int | None) -> None:
        if self._group.place == "styles":
            if word == "s":
                self._style_number, self._style_name = number, []
            return
        if self._group.place not in ("body", "note"):
            if word in _PARAGRAPH_ENDS:
                self._say(" ")
            return
        if word in _PARAGRAPH_ENDS:
            if self._group.deleted:
                self._say(" ")
            else:
                self._end_paragraph(note=bool(self._outer))
        elif word in _CELL_ENDS:
            self._cells.append(self._paragraph.words.take())
        elif word in _ROW_ENDS:
            self._end_row(note=bool(self._outer))
        else:
            self._property(word, number)

    def _property(self, word: str, number: int | None) -> None:
        paragraph = self._paragraph
        if word == "pard":
            self._paragraph = _Paragraph(words=paragraph.words)
        elif word == "s":
            paragraph.style = number
        elif word == "outlinelevel":
            paragraph.outline = number
        elif word == "ls":
            paragraph.listed = bool(number)
        elif word == "ilvl":
            paragraph.list_level = min(max(number or 0, 0), _BODY_LEVEL)

    def _spell(self) -> None:
        """Say the bytes that have come together, in the encoding of the font."""
        if not self._bytes:
            return
        encoding = (
            self._fonts.get(self._group.font, self._encoding)
            if self._group.font is not None
            else self._encoding
        )
        text = decoded(bytes(self._bytes), encoding)
        self._bytes.clear()
        self._say(text)

    def _say(self, text: str) -> None:
        group = self._group
        if group.place == "styles":
            self._style_name.append(text)
        elif group.place == "comment":
            self._comment.append(text)
        elif group.place == "author":
            self._author += text
        elif group.place in ("body", "note") and not group.deleted:
            if group.hidden:
                self.hidden.add(text)
            elif group.struck:
                self.struck.add(text)
            else:
                self._paragraph.words.say(text, group.level)
                self._end_passages()

    def _end_passages(self) -> None:
        self.hidden.end()
        self.struck.end()

    def _end_story(self, *, note: bool) -> None:
        """End the body or a note, and with it a row that has no end of its own."""
        if self._cells:
            self._cells.append(self._paragraph.words.take())
            self._end_row(note=note)
        self._end_paragraph(note=note)

    def _end_paragraph(self, *, note: bool) -> None:
        paragraph = self._paragraph
        self._end_passages()
        if self._cells:
            # A paragraph that ends inside a table cell goes on in the same cell.
            paragraph.words.say(" ")
            return
        text = paragraph.words.take()
        if has_words(text):
            if note:
                self.footnotes.append(ReadBlock(BlockKind.FOOTNOTE, text, stated=True))
            else:
                self._keep(text)
        paragraph.listed = False

    def _end_row(self, *, note: bool) -> None:
        text = row_text(self._cells)
        self._cells = []
        if has_words(text) and note:
            self.footnotes.append(ReadBlock(BlockKind.FOOTNOTE, text, stated=True))
        elif has_words(text):
            self.blocks.append(ReadBlock(BlockKind.LIST_ITEM, text, 1, stated=True))

    def _keep(self, text: str) -> None:
        paragraph = self._paragraph
        facts = self._styles.get(paragraph.style) if paragraph.style is not None else None
        if facts is None and paragraph.outline is not None and 0 <= paragraph.outline < _BODY_LEVEL:
            facts = ParagraphFacts(BlockKind.HEADING, paragraph.outline + 1, stated=True)
        if facts is None and paragraph.listed:
            facts = ParagraphFacts(BlockKind.LIST_ITEM, paragraph.list_level + 1, stated=True)
        facts = facts or ParagraphFacts()
        if facts.furniture:
            self.contents.append(text)
        else:
            self.blocks.append(ReadBlock(facts.kind, text, facts.level, None, facts.stated, facts.role))
