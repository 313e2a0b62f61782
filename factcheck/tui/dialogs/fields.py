"""Rows of a form: a word, and beside it one line to type or one list to choose from."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input, Select, Static

from db.vocabulary import word_for
from factcheck.errors import BadInput
from factcheck.text import safe_line
from factcheck.tui.words.glyphs import plain_line, words_of


class Row(Horizontal):
    """A label and what is filled in beside it, on one line."""

    DEFAULT_CSS = """
    Row { height: 1; }
    Row > .label { width: 13; color: $text-muted; }
    Row > Input { width: 1fr; }
    Row > Select { width: 1fr; margin-right: 1; }
    Row > Input:focus { background: $boost; }
    """

    def __init__(self, label: str, *fields: Widget) -> None:
        super().__init__()
        self._label = label
        self._fields = fields

    def compose(self) -> ComposeResult:
        """Label, then fields."""
        yield Static(plain_line(self._label), classes="label")
        yield from self._fields


class Complaint(Static):
    """Says what is wrong with a field; an empty line until something is."""

    DEFAULT_CSS = "Complaint { height: auto; color: $text-error; }"

    def __init__(self) -> None:
        super().__init__("", markup=False)

    def about(self, field: Input, what: str | BadInput) -> None:
        """Tell it and go to the field, in which everything typed stays."""
        self.update(plain_line(str(what)))
        field.focus()


def line(name: str, value: str = "", hint: str = "") -> Input:
    """A one-line field; text from the desk is made safe for the screen.

    Args:
        name: id of the widget.
        value: what stands in it at first.
        hint: what to type, shown while it is empty.
    """
    return Input(safe_line(value), placeholder=hint, compact=True, select_on_focus=False, id=name)


def choice(
    name: str, words: Iterable[StrEnum], value: StrEnum | None, unsaid: str = ""
) -> "Select[StrEnum | None]":
    """A field that holds one word of a vocabulary.

    Args:
        name: id of the widget.
        words: what there is to choose.
        value: what is chosen at first.
        unsaid: what the word would be of, where it may stay unsaid: “tier –” is then the first choice.
    """
    options: list[tuple[str, StrEnum | None]] = [(word_for(unsaid, None), None)] if unsaid else []
    options += [(words_of(word), word) for word in words]
    return Select(options, value=value, allow_blank=False, compact=True, id=name)


def day(typed: str) -> date | None:
    """The day that was typed; none for nothing.

    Raises:
        BadInput: it is no day.
    """
    try:
        return date.fromisoformat(typed) if typed else None
    except ValueError:
        raise BadInput(f"“{typed}” is not a date like 2026-03-14.") from None


def typed_in(dialog: Widget) -> Iterator[tuple[str, str]]:
    """Names and contents of all one-line fields of a dialog, outer spaces dropped."""
    for field in dialog.query(Row).results(Row):
        for entry in field.query(Input):
            yield entry.id or "", entry.value.strip()
