"""Puts people on the desk at their first act, with initials that nobody else has."""

import re
from collections.abc import Collection

import sqlalchemy as sa

from db.tables import Person
from factcheck.desk.transaction.ledger import Ledger

_INITIALS = 8
"""Characters that initials may have."""


def introduce(ledger: Ledger, name: str) -> None:
    """Put a person on the desk, unless they are there already.

    No event lists this: it is no act of anybody, and undoing an act does not make its author unknown.
    """
    if ledger.connection.scalar(sa.select(Person.id).where(Person.name == name)) is None:
        taken = set(ledger.connection.scalars(sa.select(Person.initials)))
        ledger.lay_down(Person, [{"name": name, "initials": initials(name, taken)}])


def initials(name: str, taken: Collection[str]) -> str:
    """Initials of a name that are not taken: “Ana Ortiz” is AO, a second one AOr, a third AO2."""
    names: list[str] = re.findall(r"\w+", name) or ["?"]
    first = "".join(word[0] for word in names).upper()[: _INITIALS - 2]
    longer = first + names[-1][1 : _INITIALS - len(first)]
    candidates = [first, *(longer[:end] for end in range(len(first) + 1, len(longer) + 1))]
    candidates += [f"{first[: _INITIALS - len(str(number))]}{number}" for number in range(2, len(taken) + 3)]
    return next(candidate for candidate in candidates if candidate not in taken)
