"""The desk: one door to everything that is kept, which hands out the nouns of the work."""

import getpass
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from db.engine import open_store
from factcheck.desk.transaction.input_text import kept_short
from factcheck.desk.transaction.transaction import Step, Transactions, translated
from factcheck.model import HouseRules

if TYPE_CHECKING:
    from factcheck.desk.articles.articles import Articles
    from factcheck.desk.articles.import_sheet import Sheets
    from factcheck.desk.claims.claims import Claims
    from factcheck.desk.claims.queue import Queue
    from factcheck.desk.cuts.cuts import Cuts
    from factcheck.desk.cuts.merges import Merges
    from factcheck.desk.drafts.drafts import Drafts
    from factcheck.desk.drafts.lost_claims import LostClaims
    from factcheck.desk.drafts.revisions import Revisions
    from factcheck.desk.findings.findings import Findings
    from factcheck.desk.findings.review import Review
    from factcheck.desk.findings.wording import Wording
    from factcheck.desk.history.history import History
    from factcheck.desk.maintenance.maintenance import Maintenance
    from factcheck.desk.maintenance.people import People
    from factcheck.desk.maintenance.typing import Typing
    from factcheck.desk.notes.notes import Notes
    from factcheck.desk.notes.queries import Queries
    from factcheck.desk.progress.progress import Progress
    from factcheck.desk.progress.sign_off import SignOff
    from factcheck.desk.sources.citations import Citations
    from factcheck.desk.sources.contacts import Contacts
    from factcheck.desk.sources.former_sources import FormerSources
    from factcheck.desk.sources.sources import Sources

_HOUSE = HouseRules()


def _now() -> datetime:
    return datetime.now().astimezone()


class Desk:
    """A desk that is open, with a noun for each kind of thing on it, whose methods are the verbs.

    Each verb is one transaction and one event of the history, is on disk when it returns, and returns what
    it changed; or it raises an error of `factcheck.errors` and has changed nothing. Verbs may be called
    from one thread while another one reads. A noun is loaded when it is first asked for: a command that
    lists articles pays for no other.
    """

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions
        self.person = transactions.person
        self.rules = transactions.rules

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
        return cls(Transactions(store, name, clock, rules))

    def acting_as(
        self,
        person: str = "",
        *,
        clock: Callable[[], datetime] | None = None,
        rules: HouseRules | None = None,
    ) -> Self:
        """Return the same desk with somebody else at it; closing either closes both.

        Args:
            person: who works there; empty for the same person.
            clock: tells the time there; None for the same clock.
            rules: what the house insists on there; None for the same rules.
        """
        shared = self._transactions
        name = kept_short(person, "name") or self.person
        return type(self)(Transactions(shared.store, name, clock or shared.clock, rules or shared.rules))

    @cached_property
    def articles(self) -> "Articles":
        """The articles on the desk."""
        from factcheck.desk.articles.articles import Articles

        return Articles(self._transactions)

    @cached_property
    def sheets(self) -> "Sheets":
        """Sheets that come from another desk."""
        from factcheck.desk.articles.import_sheet import Sheets

        return Sheets(self._transactions)

    @cached_property
    def drafts(self) -> "Drafts":
        """The drafts of an article."""
        from factcheck.desk.drafts.drafts import Drafts

        return Drafts(self._transactions)

    @cached_property
    def revisions(self) -> "Revisions":
        """What becomes of claims when the next draft comes in."""
        from factcheck.desk.drafts.revisions import Revisions

        return Revisions(self._transactions)

    @cached_property
    def lost_claims(self) -> "LostClaims":
        """Claims that the current draft no longer holds."""
        from factcheck.desk.drafts.lost_claims import LostClaims

        return LostClaims(self._transactions)

    @cached_property
    def queue(self) -> "Queue":
        """The claims of an article, a line each."""
        from factcheck.desk.claims.queue import Queue

        return Queue(self._transactions)

    @cached_property
    def claims(self) -> "Claims":
        """Claims in full, and what people say about them beside the finding."""
        from factcheck.desk.claims.claims import Claims

        return Claims(self._transactions)

    @cached_property
    def findings(self) -> "Findings":
        """Findings, and the ticks on check points."""
        from factcheck.desk.findings.findings import Findings

        return Findings(self._transactions)

    @cached_property
    def wording(self) -> "Wording":
        """Proposed wording, and what becomes of it."""
        from factcheck.desk.findings.wording import Wording

        return Wording(self._transactions)

    @cached_property
    def review(self) -> "Review":
        """What a second person says of a finding."""
        from factcheck.desk.findings.review import Review

        return Review(self._transactions)

    @cached_property
    def cuts(self) -> "Cuts":
        """Where claims begin and end."""
        from factcheck.desk.cuts.cuts import Cuts

        return Cuts(self._transactions)

    @cached_property
    def merges(self) -> "Merges":
        """Claims joined, taken out of the queue and put back."""
        from factcheck.desk.cuts.merges import Merges

        return Merges(self._transactions)

    @cached_property
    def sources(self) -> "Sources":
        """Sources, used again across claims and articles."""
        from factcheck.desk.sources.sources import Sources

        return Sources(self._transactions)

    @cached_property
    def citations(self) -> "Citations":
        """What links claims to sources."""
        from factcheck.desk.sources.citations import Citations

        return Citations(self._transactions)

    @cached_property
    def former_sources(self) -> "FormerSources":
        """Sources as they once were."""
        from factcheck.desk.sources.former_sources import FormerSources

        return FormerSources(self._transactions)

    @cached_property
    def contacts(self) -> "Contacts":
        """Attempts to reach people, and the call sheet."""
        from factcheck.desk.sources.contacts import Contacts

        return Contacts(self._transactions)

    @cached_property
    def notes(self) -> "Notes":
        """Notes on claims."""
        from factcheck.desk.notes.notes import Notes

        return Notes(self._transactions)

    @cached_property
    def queries(self) -> "Queries":
        """Questions to the writer."""
        from factcheck.desk.notes.queries import Queries

        return Queries(self._transactions)

    @cached_property
    def progress(self) -> "Progress":
        """How far articles are, and how fast."""
        from factcheck.desk.progress.progress import Progress

        return Progress(self._transactions)

    @cached_property
    def sign_off(self) -> "SignOff":
        """Signing an article off."""
        from factcheck.desk.progress.sign_off import SignOff

        return SignOff(self._transactions)

    @cached_property
    def history(self) -> "History":
        """Who did what, undo and redo."""
        from factcheck.desk.history.history import History

        return History(self._transactions)

    @cached_property
    def people(self) -> "People":
        """People on the desk."""
        from factcheck.desk.maintenance.people import People

        return People(self._transactions)

    @cached_property
    def typing(self) -> "Typing":
        """What was being typed, and where a person left off."""
        from factcheck.desk.maintenance.typing import Typing

        return Typing(self._transactions)

    @cached_property
    def maintenance(self) -> "Maintenance":
        """Backups, and the doctor."""
        from factcheck.desk.maintenance.maintenance import Maintenance

        return Maintenance(self._transactions)

    def one_step(
        self, said: str, *, verb: str, article: str | None = None, op: str | None = None
    ) -> AbstractContextManager[Step]:
        """Make the verbs called inside the block one step of the history; see `Transactions.one_step`."""
        return self._transactions.one_step(said, verb=verb, article=article, op=op)

    @property
    def today(self) -> date:
        """The day where the person is."""
        return self._transactions.today

    @property
    def location(self) -> str:
        """Where everything is kept, for people."""
        store = self._transactions.store
        return str(store.path or store.url)

    @property
    def database(self) -> Path | None:
        """The file in which everything is kept; None on a server."""
        return self._transactions.store.path

    @property
    def refusal(self) -> str:
        """Why nothing can be written, in one sentence; empty when everything can."""
        return str(self._transactions.store.refusal or "")

    def close(self) -> None:
        """Close the database; what was acknowledged is on disk already."""
        self._transactions.store.close()

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
