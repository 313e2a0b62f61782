"""A conflict, side by side: what was tried here, and what somebody else did meanwhile."""

from collections.abc import Iterable
from typing import ClassVar

from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from db.vocabulary import FINDINGS
from factcheck.model import Claim, Event
from factcheck.tui.commands import Place, bindings
from factcheck.tui.dialog import Dialog
from factcheck.tui.facts import day_and_time
from factcheck.tui.glyphs import mark, plain, plain_line


class ConflictDialog(Dialog[bool]):
    """Shows both and asks; True puts one's own change over the other, none or False leaves the other."""

    place = Place.CONFLICT
    BINDINGS = bindings(place)
    TITLE_TEXT: ClassVar[str] = "Somebody else changed this claim"
    FOOT: ClassVar[str] = "m put mine over it · t leave theirs · Esc leave theirs"

    DEFAULT_CSS = """
    ConflictDialog #both { height: auto; }
    ConflictDialog .side { width: 1fr; height: auto; padding: 0 1; border-left: outer $primary-muted; }
    """

    def __init__(self, mine: str, theirs: Claim, last: Event | None) -> None:
        super().__init__()
        self._mine = mine
        self._theirs = theirs
        self._last = last

    def compose_body(self) -> Iterable[Widget]:
        """The words, then the two changes beside each other."""
        claim, facts = self._theirs, FINDINGS[self._theirs.finding]
        yield Static(plain(f"Claim {claim.number}: {claim.text}\n"), markup=False)
        with Horizontal(id="both"):
            yield Static(
                Content.assemble(("Mine, not stored", "bold"), "\n", plain(self._mine)), classes="side"
            )
            stands = f"{mark(claim.finding)} {facts.label}"
            who = f"\n{self._last.by} {day_and_time(self._last.at)}: {self._last.said}" if self._last else ""
            yield Static(
                Content.assemble(("Theirs, stored", "bold"), "\n", plain_line(stands), plain(who)),
                classes="side",
            )

    def action_mine(self) -> None:
        """Put one's own change over the other."""
        self.dismiss(True)

    def action_theirs(self) -> None:
        """Leave the other."""
        self.dismiss(False)
