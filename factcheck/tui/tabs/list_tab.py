"""A tab that is one list of lines, each of which may lead to a claim."""

from collections.abc import Hashable, Sequence
from typing import Any, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.content import Content

from factcheck.tui.commands import Place, bindings
from factcheck.tui.panes.listing import Line, LineList
from factcheck.tui.panes.tab import Tab
from factcheck.tui.words.glyphs import plain_line


class Entry(NamedTuple):
    """What a line of such a tab stands for."""

    claim: int | None
    """Number of the claim that Enter goes to."""
    thing: Any = None
    """The value that the tab's own commands act on."""


class KeyedList(LineList[Entry]):
    """The list with its keys."""

    place = Place.LIST
    BINDINGS = bindings(Place.LIST)

    def action_move(self, by: int) -> None:
        """Some lines on or back."""
        self.move(by)

    def action_open_line(self) -> None:
        """Go to the claim of the line."""
        self.post_message(self.Chosen(self))


class ListTab(Tab):
    """The base: `lines()` asks the desk, everything else is common."""

    EMPTY = "Nothing here."

    def compose(self) -> ComposeResult:
        """The list."""
        yield KeyedList(f"{self.place}-list", self.EMPTY)

    @property
    def listed(self) -> KeyedList:
        """The list."""
        return self.query_one(KeyedList)

    @property
    def entry(self) -> Entry | None:
        """What is under the cursor."""
        return self.listed.current

    def lines(self) -> Sequence[Line[Entry]]:
        """Ask the desk for the lines."""
        raise NotImplementedError

    def load(self) -> None:
        """Ask again, and keep the cursor where it can be kept."""
        self.listed.show(self.lines())

    def enter(self) -> None:
        """The list takes the focus."""
        self.listed.focus()

    @on(LineList.Chosen)
    def _opened(self, event: LineList.Chosen) -> None:
        event.stop()
        entry = self.entry
        if entry is not None and entry.claim is not None:
            self.post_message(self.ClaimWanted(entry.claim))


def heading(text: str) -> Line[Entry]:
    """A line over which the cursor steps."""
    content = plain_line(text)
    return Line(("heading", text), None, lambda _: content)


def line(key: Hashable, entry: Entry, *parts: str | tuple[str, str] | Content) -> Line[Entry]:
    """A line of parts; strings are made safe, pairs are text and style."""
    content = Content.assemble(
        *(
            part if isinstance(part, Content) else plain_line(part) if isinstance(part, str) else
            Content.styled(plain_line(part[0]).plain, part[1])
            for part in parts
        )
    )  # fmt: skip
    return Line(key, entry, lambda _: content)
