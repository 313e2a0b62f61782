"""Who changed a row, and when: asked only when somebody has to be told of a conflict."""

from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

import sqlalchemy as sa

from db.tables import Event
from factcheck.errors import Conflict, Met

LOOK_BACK = 500
"""Events looked through for a name before giving up."""


class Touch(NamedTuple):
    """Somebody's change."""

    by: str
    said: str
    claim: int | None
    """Number of the claim, where it was about one."""


def last_touch(connection: sa.Connection, article_id: int | None, number: int | None, claim_id: int) -> str:
    """Name of the person who last changed a claim or what belongs to it; empty when it is not known."""
    query = sa.select(Event.by, Event.claim, Event.changes).order_by(Event.id.desc()).limit(LOOK_BACK)
    if article_id is not None:
        query = query.where((Event.article_id == article_id) | Event.article_id.is_(None))
    for event in connection.execute(query):
        if (number is not None and event.claim == number) or touches(event.changes, {("claim", claim_id)}):
            return str(event.by)
    return ""


def later_touch(connection: sa.Connection, after: int, rows: Collection[tuple[str, int]]) -> Touch | None:
    """The last act after an event that changed one of some rows, or made a row that refers to one."""
    query = (
        sa.select(Event.by, Event.said, Event.claim, Event.changes)
        .where(Event.id > after)
        .order_by(Event.id.desc())
        .limit(LOOK_BACK)
    )
    for event in connection.execute(query):
        if touches(event.changes, rows):
            return Touch(event.by, event.said, event.claim)
    return None


def unchanged(
    connection: sa.Connection,
    row: tuple[str, int],
    versions: tuple[int, int | None],
    what: str,
    claim: int | None = None,
) -> None:
    """Refuse to write over what somebody else changed.

    Args:
        connection: the transaction.
        row: table and id.
        versions: the one that it has, and the one that the caller has seen, if any.
        what: the row in a sentence: “this note on claim 12”.
        claim: number of the claim that it belongs to.

    Raises:
        Conflict: the versions differ.
    """
    has, seen = versions
    if seen is None or seen == has:
        return
    touch = later_touch(connection, 0, {row})
    who = touch.by if touch else ""
    raise Conflict(
        f"{who or 'Somebody'} changed {what} meanwhile: look at it again; nothing was overwritten.",
        claim=claim,
        by=who,
        met=(Met(*row, claim, seen, has),),
    )


def gone(connection: sa.Connection, row: tuple[str, int], seen: int | None) -> None:
    """Tell who took a row away since the caller saw it; one that never was there is not their doing.

    Args:
        connection: the transaction.
        row: table and id of what is not there.
        seen: the version that the caller has seen, if any.

    Raises:
        Conflict: it was there.
    """
    if seen is None or (touch := later_touch(connection, 0, {row})) is None:
        return
    kind, key = row
    raise Conflict(
        f"{touch.by} took this {kind} away meanwhile; nothing was changed.",
        claim=touch.claim,
        by=touch.by,
        met=(Met(kind, key, touch.claim, seen, None),),
    )


def touches(changes: list[dict[str, Any]], rows: Collection[tuple[str, int]]) -> bool:
    """Whether the changes of an event are about one of some rows, or refer to one."""
    return any(
        (change["table"], change["id"]) in rows or _refers(change["after"] or {}, rows) for change in changes
    )


def _refers(values: Mapping[str, Any], rows: Collection[tuple[str, int]]) -> bool:
    return any((name[:-3], key) in rows for name, key in values.items() if name.endswith("_id"))
