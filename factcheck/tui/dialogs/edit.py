"""Editing what the program suggested about a claim: restatement, speaker, kinds, expiry."""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar, NamedTuple

from textual import on
from textual.widget import Widget
from textual.widgets import Input, Static

from db.vocabulary import CheckKind
from factcheck.errors import BadInput
from factcheck.model import Claim
from factcheck.tui.dialogs.dialog import Dialog
from factcheck.tui.dialogs.fields import Complaint, Row, day, line
from factcheck.tui.dialogs.ticks import TickList
from factcheck.tui.words.glyphs import plain, words_of


class Edited(NamedTuple):
    """The fields as they were left."""

    restatement: str
    speaker: str
    kinds: tuple[CheckKind, ...]
    expires: date | None


class EditDialog(Dialog[Edited]):
    """Restatement, speaker, kinds and the day until which the finding holds."""

    FOOT: ClassVar[str] = "Enter keep · Space tick · Tab next field · Esc leave as it was"

    DEFAULT_CSS = """
    EditDialog #words { height: auto; max-height: 4; color: $text-muted; margin-bottom: 1; }
    EditDialog TickList { height: 10; margin-top: 1; }
    """

    def __init__(self, claim: Claim) -> None:
        super().__init__(f"Claim {claim.number}")
        self._claim = claim

    def compose_body(self) -> Iterable[Widget]:
        """The words, then the fields."""
        claim = self._claim
        yield Static(plain(claim.text), id="words")
        yield Row("Restated", line("restatement", claim.restatement, "the claim as one plain sentence"))
        yield Row("Speaker", line("speaker", claim.speaker.label if claim.speaker else "", "who says it"))
        expires = claim.expires.isoformat() if claim.expires else ""
        yield Row("Holds until", line("expires", expires, "YYYY-MM-DD; empty: for good"))
        yield TickList("kinds", [(word, words_of(word)) for word in CheckKind], claim.kinds, "kinds")
        yield Complaint()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_keep()

    @on(TickList.Done)
    def _done(self, event: TickList.Done) -> None:
        event.stop()
        self.action_keep()

    def action_keep(self) -> None:
        """Answer with the fields."""
        fields = {
            name: self.query_one(f"#{name}", Input).value.strip()
            for name in ("restatement", "speaker", "expires")
        }
        try:
            expires = day(fields["expires"])
        except BadInput as error:
            self.query_one(Complaint).about(self.query_one("#expires", Input), error)
            return
        kinds = tuple(CheckKind(word) for word in self.query_one("#kinds", TickList).selected)
        self.dismiss(Edited(fields["restatement"], fields["speaker"], kinds, expires))
