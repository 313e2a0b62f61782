"""The form of a source: everything that the desk records about where evidence comes from."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import Input, Select

from db.vocabulary import Basis, SourceKind, SourceState
from factcheck.model import SourceFields
from factcheck.model.base import values_of
from factcheck.model.pasted import likely_kind, source_from
from factcheck.tui.dialogs.dialog import Dialog
from factcheck.tui.dialogs.fields import Complaint, Row, choice, line, typed_in

_LINES: tuple[tuple[str, str, str], ...] = (
    ("url", "Address", "https://… or a DOI; fills the rest as far as it tells"),
    ("title", "Title", "what it is called"),
    ("author", "Author", "or organisation"),
    ("publication", "Publication", ""),
    ("published", "Published", "2024-10-14, 2024-10 or 2024, as written"),
    ("person", "Person", "name, where a person is the source"),
    ("role", "Role", "title and affiliation"),
    ("contact", "Contact", "telephone, e-mail; never exported unless asked for"),
    ("origin", "Origin", "shared by sources that repeat one story"),
    ("archived_url", "Archived at", "address of the kept copy"),
    ("note", "Remark", ""),
)
"""Fields of one line: name, label, hint."""


class SourceForm(Dialog[SourceFields]):
    """Fields of a new source, or of one to change; Enter keeps them."""

    FOOT: ClassVar[str] = "Enter keep · Tab next field · Esc leave without"

    def __init__(self, title: str, fields: SourceFields | None = None) -> None:
        super().__init__(title)
        self._fields = fields or SourceFields()
        self._is_new = fields is None

    def compose_body(self) -> Iterable[Widget]:
        """A row a field."""
        fields = self._fields
        for name, label, hint in _LINES:
            yield Row(label, line(name, getattr(fields, name), hint))
        yield Row(
            "Kind", choice("kind", SourceKind, fields.kind, "kind"), choice("basis", Basis, fields.basis)
        )
        if not self._is_new:
            yield Row("It is", choice("state", SourceState, fields.state))
        yield Complaint()

    @on(Input.Blurred, "#url")
    def _address_typed(self, event: Input.Blurred) -> None:
        """What an address tells fills the fields that are still empty."""
        event.stop()
        if not event.value.strip():
            return
        guessed = source_from(event.value)
        for name in ("title", "publication", "archived_url"):
            field = self.query_one(f"#{name}", Input)
            if not field.value.strip() and getattr(guessed, name):
                field.value = getattr(guessed, name)
        kind = self.query_one("#kind", Select)
        if kind.value is None:
            kind.value = likely_kind(guessed.url)

    @on(Input.Changed, "#person")
    def _person_typed(self, event: Input.Changed) -> None:
        """A source with a person and no address is a person."""
        event.stop()
        kind = self.query_one("#kind", Select)
        alone = event.value.strip() and not self.query_one("#url", Input).value.strip()
        if alone and kind.value is None:
            kind.value = SourceKind.PERSON

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_keep()

    def action_keep(self) -> None:
        """Answer with the fields, when they name the source at all."""
        typed = dict(typed_in(self))
        names = ("kind", "basis") if self._is_new else ("kind", "basis", "state")
        words = {name: self.query_one(f"#{name}", Select).value for name in names}
        fields = SourceFields(**(values_of(self._fields, SourceFields) | typed | words))
        if not fields.label:
            missing = "A source needs a title, a person, a publication or an address."
            self.query_one(Complaint).about(self.query_one("#title", Input), missing)
            return
        self.dismiss(fields)
