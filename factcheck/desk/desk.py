"""The desk: one door to everything that is kept, whose methods are the verbs of the work."""

import getpass
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from db.engine import open_store
from factcheck.desk.adding import Adding
from factcheck.desk.articles import Articles
from factcheck.desk.calls import Calls
from factcheck.desk.care import Care
from factcheck.desk.citing import Citing
from factcheck.desk.claims import Claims
from factcheck.desk.cutting import Cutting
from factcheck.desk.deciding import Deciding
from factcheck.desk.drafts import Drafts
from factcheck.desk.faults import translated
from factcheck.desk.fixes import Fixes
from factcheck.desk.former import FormerSources
from factcheck.desk.glance import Glances
from factcheck.desk.history import History
from factcheck.desk.listing import Listing
from factcheck.desk.marking import Marking
from factcheck.desk.merging import Merging
from factcheck.desk.notes import Notes
from factcheck.desk.pace import Pacing
from factcheck.desk.people import People
from factcheck.desk.progress import Progressing
from factcheck.desk.queries import Queries
from factcheck.desk.reattaching import Reattaching
from factcheck.desk.review import Review
from factcheck.desk.revising import Revising
from factcheck.desk.room import Surroundings
from factcheck.desk.signing import Signing
from factcheck.desk.sources import Sources
from factcheck.desk.steps import Steps
from factcheck.desk.taking import Taking
from factcheck.desk.typed import Typing
from factcheck.desk.undoing import Undoing
from factcheck.desk.words import kept_short
from factcheck.model import HouseRules

_HOUSE = HouseRules()


def _now() -> datetime:
    return datetime.now().astimezone()


class Desk(
    Adding,
    Taking,
    Revising,
    Reattaching,
    Articles,
    Drafts,
    Listing,
    Claims,
    Glances,
    Deciding,
    Marking,
    Cutting,
    Merging,
    Sources,
    FormerSources,
    Citing,
    Calls,
    Notes,
    Queries,
    Fixes,
    Review,
    Signing,
    Progressing,
    Pacing,
    History,
    Undoing,
    Steps,
    People,
    Typing,
    Care,
):
    """A desk that is open.

    Each verb is one transaction and one event of the history, is on disk when it returns, and returns what
    it changed; or it raises an error of `factcheck.errors` and has changed nothing. Verbs may be called
    from one thread while another one reads.
    """

    @classmethod
    def open(
        cls,
        database: str | Path | None = None,
        *,
        person: str = "",
        clock: Callable[[], datetime] = _now,
        rules: HouseRules = _HOUSE,
    ) -> Self:
        """Open a desk, making its database where there is none.

        Args:
            database: a file or URL; None for the standard place.
            person: who works; empty takes the name that the computer knows.
            clock: tells the time, with its zone.
            rules: what the house insists on.

        Raises:
            BadInput: database is neither a file nor a URL that can be opened.
            StoreFault: it cannot be used.
        """
        name = kept_short(person, "name") or _login()
        with translated():
            store = open_store(database, person=name)
        return cls(Surroundings(store, name, clock, rules))

    def acting_as(self, person: str) -> Self:
        """The same desk with somebody else at it; closing either closes both."""
        return type(self)(self._surroundings._replace(person=kept_short(person, "name") or self.person))

    @property
    def location(self) -> str:
        """Where everything is kept, for people."""
        return str(self._store.path or self._store.url)

    @property
    def database(self) -> Path | None:
        """The file in which everything is kept; None on a server."""
        return self._store.path

    @property
    def refusal(self) -> str:
        """Why nothing can be written, in one sentence; empty when everything can."""
        return str(self._store.refusal or "")

    def close(self) -> None:
        """Close the database; what was acknowledged is on disk already."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "somebody"
