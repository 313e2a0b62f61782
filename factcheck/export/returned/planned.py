"""What an edited sheet would do to the desk: changes, conflicts, and what nobody can do."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from factcheck.desk import Desk
    from factcheck.model import Change

Act = Callable[["Desk", str], "Change"]
"""Carries a change out on the desk, for the article of that slug."""


class Planned(NamedTuple):
    """One change."""

    claim: int | None
    """Number of the claim; none for a question about the whole piece."""
    what: str
    """What changes: finding, note…"""
    before: str
    after: str
    cell: str
    """Where it was typed."""
    act: Act | None
    """None for a cell that is changed together with another one of its row."""


class Clash(NamedTuple):
    """A row that somebody has changed on the desk since the sheet was exported."""

    claim: int | None
    what: str
    """What was typed, and what the desk holds now."""
    cell: str


class Plan(NamedTuple):
    """All that an edited sheet would change."""

    article: str
    """Slug of the article."""
    changes: tuple[Planned, ...]
    conflicts: tuple[Clash, ...]
    """Rows that are left as they are on the desk."""
    remarks: tuple[str, ...]
    """What was left out, and why."""
    versions: dict[int, int]
    """Versions of the claims that change, by number."""


class Planning:
    """A plan while it is being made.

    Attributes:
        problems: what makes the sheet unusable, each with the cell.
    """

    def __init__(self) -> None:
        self.changes: list[Planned] = []
        self.conflicts: list[Clash] = []
        self.remarks: list[str] = []
        self.problems: list[str] = []
        self.versions: dict[int, int] = {}
