"""The errors that people see: one tree, each with one sentence that says what, where and what to do.

FactcheckError              exit status 1
├── BadInput                exit status 2: something given is not usable
│   ├── UnreadableDraft     a file that cannot become an article
│   ├── NotOnDesk           a name, number or person that the desk does not know
│   ├── Refused             the act makes no sense in this state
│   └── MissingExtra        a format needs a package that is not installed
├── Conflict                somebody else changed the same thing meanwhile
└── StoreFault              the database cannot be used (exit status 3)
    ├── NotOurs             the file is not a Factcheck database (exit status 2)
    ├── TooNew              made by a newer version of Factcheck (exit status 4)
    └── Damaged             the file is damaged
"""

from typing import Any, ClassVar, NamedTuple


class FactcheckError(Exception):
    """Anything that Factcheck tells a person in one sentence instead of a traceback."""

    exit_status: ClassVar[int] = 1


class BadInput(FactcheckError):
    """Something that was given cannot be used."""

    exit_status = 2


class UnreadableDraft(BadInput):
    """A file that cannot become an article; the message names the file and the way out."""


class NotOnDesk(BadInput):
    """An article, claim, source or person that the desk does not know."""


class Refused(BadInput):
    """An act that makes no sense in the present state; nothing was changed."""


class MissingExtra(BadInput):
    """A format that needs an optional package; the message holds the install command."""


class Met(NamedTuple):
    """A row that is not as the person saw it."""

    table: str
    id: int
    number: int | None
    """Of the claim that it is or belongs to, where it belongs to one."""
    seen: Any
    """What the person saw: a version, or fields by name."""
    has: Any
    """What it is now, in the same terms; None where it is gone."""

    @property
    def key(self) -> int:
        """What people call it by: the number of a claim, else its id."""
        return self.number if self.table == "claim" and self.number is not None else self.id


class Conflict(FactcheckError):
    """Somebody else changed the same thing meanwhile; nothing was overwritten.

    Attributes:
        claim: number of the claim in its article, where the conflict is about a claim.
        by: who made the other change, as far as it is known.
        met: the rows that are not as they were seen, where the caller said what they saw.
    """

    def __init__(
        self, message: str, *, claim: int | None = None, by: str = "", met: tuple[Met, ...] = ()
    ) -> None:
        super().__init__(message)
        self.claim = claim
        self.by = by
        self.met = met


class StoreFault(FactcheckError):
    """The database cannot be used as it is."""

    exit_status = 3


class NotOurs(StoreFault):
    """A file that is not a Factcheck database; it was left untouched."""

    exit_status = 2


class TooNew(StoreFault):
    """A database made by a newer version of Factcheck; it was left untouched."""

    exit_status = 4


class Damaged(StoreFault):
    """A database file that is damaged."""
