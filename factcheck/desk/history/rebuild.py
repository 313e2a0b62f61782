"""Replay: the history taken back event by event from the present state must end where everything began."""

from collections.abc import Iterator, Mapping
from typing import Any

import sqlalchemy as sa

from db.tables import Article, CheckPoint, Citation, Claim, Contact, Draft, Event, Note, Query, Source, Table
from factcheck.desk.transaction.columns import plain
from factcheck.desk.transaction.digests import keys_of, not_as_laid
from factcheck.desk.transaction.ledger import chunks
from factcheck.text import plural

_MOST = 20
"""Differences that are told; after so many the history explains nothing."""

_MADE = (Citation, Contact, Note, Query, Source)
"""Tables whose rows come into being by an act of somebody, and no other way."""

_UNTOUCHED: Mapping[type[Table], Mapping[str, Any]] = {
    Claim: {
        "finding": "unchecked",
        "decided_by": "",
        "recheck": False,
        "proposed_text": "",
        "fix": None,
        "review": None,
        "assignee": "",
        "retired": False,
    },
    CheckPoint: {"ticked": False},
    Article: {"present": False, "signed_by": ""},
}
"""What rows hold that come with a draft, before anybody has acted on them."""

Rows = dict[tuple[str, int], dict[str, Any] | None]


def differences(connection: sa.Connection) -> list[str]:
    """How the state and the history differ, a sentence each; nothing when one explains the other.

    Every event is taken back, the last one first: what it left must be there, and what it found is put in
    its place. At the end nothing may be left but drafts as they came.
    """
    found: list[str] = []
    for problem in _differences(connection):
        found.append(problem)
        if len(found) == _MOST:
            break
    return found


def compared(connection: sa.Connection) -> dict[str, str]:
    """How far what came in with drafts can be compared, and what is not; facts by name."""
    drafts = set(connection.scalars(sa.select(Draft.id)))
    for laid in connection.scalars(sa.select(Event.laid).where(sa.cast(Event.laid, sa.Text) != "[]")):
        for some in laid:
            if some["table"] == Draft.__tablename__:
                drafts -= set(keys_of(some))
    came = "as it came, in every draft"
    if drafts:
        came = f"as it came, but for {plural(len(drafts), 'draft')} from before digests were kept"
    return {"what the reading gave": came, "not compared": "text being typed, places, counters of changes"}


def _differences(connection: sa.Connection) -> Iterator[str]:
    touched: set[tuple[str, int]] = set()
    for changes in connection.scalars(sa.select(Event.changes).execution_options(yield_per=200)):
        touched.update((change["table"], change["id"]) for change in changes)
    rows = _load(connection, touched)
    query = sa.select(Event.id, Event.changes, Event.laid).order_by(Event.id.desc())
    for event_id, changes, laid in connection.execute(query.execution_options(yield_per=200)):
        for change in reversed(changes):
            key = (change["table"], change["id"])
            yield from _taken_back(rows, key, event_id, change)
        for some in laid:
            yield from _as_laid(connection, rows, event_id, some)
    yield from _beginnings(rows)
    yield from _strangers(connection, touched)


def _load(connection: sa.Connection, touched: set[tuple[str, int]]) -> Rows:
    """The rows that the history speaks of, as they are now; None for those that are gone."""
    rows: Rows = dict.fromkeys(touched)
    for name in sorted({name for name, _ in touched}):
        table = Table.metadata.tables[name]
        columns = [
            column
            for column in table.columns
            if not isinstance(column.type, sa.LargeBinary) and (name, column.name) not in _HEAVY
        ]
        for some in chunks(key for table_name, key in touched if table_name == name):
            for row in connection.execute(sa.select(*columns).where(table.c.id.in_(some))).mappings():
                rows[name, row["id"]] = {column: plain(value) for column, value in row.items()}
    return rows


_HEAVY = frozenset({("draft", "text"), ("draft", "blocks"), ("draft", "lint")})
"""Columns that no event changes and that would fill the memory."""


def _taken_back(rows: Rows, key: tuple[str, int], event_id: int, change: Mapping[str, Any]) -> Iterator[str]:
    """Take one change back; a sentence where the row is not as the event left it."""
    row, before, after = rows[key], change["before"], change["after"]
    if (row is None) != (after is None):
        yield f"The history left {_named(key)} {_there(after)} at event {event_id}, and it is {_there(row)}."
    elif row is not None:
        for column, value in (after or {}).items():
            if row.get(column) != value:
                yield (
                    f"{_named(key).capitalize()} has {row.get(column)!r} as its {column},"
                    f" and the history left {value!r} at event {event_id}."
                )
    if before is None:
        rows[key] = None
    elif after is None:
        rows[key] = {"id": key[1], **before}
    else:
        rows[key] = {**(row or {}), **before}


def _as_laid(connection: sa.Connection, rows: Rows, event_id: int, laid: Mapping[str, Any]) -> Iterator[str]:
    """Compare rows with what they were when an event brought them in; before it they were not there."""
    for key in not_as_laid(connection, laid, rows.get):
        name = _named((laid["table"], key)).capitalize()
        where = _where(connection, laid["table"], key)
        yield f"{name}{where} is not as it came in with event {event_id}: a value was altered."
    for key in keys_of(laid):
        if (laid["table"], key) in rows:
            rows[laid["table"], key] = None


def _where(connection: sa.Connection, name: str, key: int) -> str:
    """Which claim a row belongs to, as people know it; empty for rows of other tables."""
    table = Table.metadata.tables[name]
    if name == Claim.__tablename__:
        claim_id: sa.ScalarSelect[int] | int = key
    elif "claim_id" in table.c:
        claim_id = sa.select(table.c.claim_id).where(table.c.id == key).scalar_subquery()
    else:
        return ""
    query = sa.select(Claim.number, Article.slug).join(Article, Article.id == Claim.article_id)
    row = connection.execute(query.where(Claim.id == claim_id)).first()
    return "" if row is None else f" (claim {row.number} of {row.slug})"


def _named(key: tuple[str, int]) -> str:
    return f"{key[0].replace('_', ' ')} {key[1]}"


def _there(row: object) -> str:
    return "gone" if row is None else "there"


def _beginnings(rows: Rows) -> Iterator[str]:
    """What is left when every event is taken back and nobody's act accounts for."""
    made = {kind.__tablename__ for kind in _MADE}
    plain_state = {kind.__tablename__: values for kind, values in _UNTOUCHED.items()}
    for key, row in rows.items():
        if row is None:
            continue
        if key[0] in made:
            yield f"No event tells how {_named(key)} came to be."
        for column, value in plain_state.get(key[0], {}).items():
            if row.get(column) != value:
                yield f"No event tells how {_named(key)} came to have {row.get(column)!r} as its {column}."


def _strangers(connection: sa.Connection, touched: set[tuple[str, int]]) -> Iterator[str]:
    """Rows that somebody must have acted on, and that the history never mentions."""
    for kind in _MADE:
        for key in connection.scalars(sa.select(kind.id)):
            if (kind.__tablename__, key) not in touched:
                yield f"No event tells of {_named((kind.__tablename__, key))}."
    for other, values in _UNTOUCHED.items():
        table = other.__table__
        acted_on = sa.or_(*(table.c[name].is_distinct_from(value) for name, value in values.items()))
        for key in connection.scalars(sa.select(table.c.id).where(acted_on)):
            if (other.__tablename__, key) not in touched:
                yield f"No event tells what became of {_named((other.__tablename__, key))}."
