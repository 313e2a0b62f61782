"""The state of a desk as plain values, to compare one moment with another; and the history, run forward."""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa

from db.tables import Table
from factcheck.desk import Desk
from factcheck.desk.transaction.columns import plain

_NOT_STATE = frozenset({"event", "typed", "place"})
_GROWING = frozenset({"version", "next_number"})
_QUERIES = {
    table.name: sa.select(*(c for c in table.columns if c.name not in {*_GROWING, "original"}))
    for table in Table.metadata.sorted_tables
    if table.name not in _NOT_STATE
}
State = dict[tuple[str, int], dict[str, Any]]


def state(desk: Desk) -> State:
    """All rows of the articles on the desk and of its sources, without the numbers that only grow."""
    rows: State = {}
    with desk._transactions.read() as connection:
        for table, query in _QUERIES.items():
            for row in connection.execute(query).mappings():
                rows[table, row["id"]] = {name: plain(value) for name, value in row.items()}
    return _present(rows)


def _present(rows: State) -> State:
    """Only what belongs to articles that are on the desk, and to drafts whose coming was not undone."""
    gone = {key for (table, key), row in rows.items() if table == "article" and not row["present"]}
    drafts = {
        key
        for (table, key), row in rows.items()
        if table == "draft" and (row["article_id"] in gone or row["number"] < 1)
    }
    claims = {key for (table, key), row in rows.items() if table == "claim" and row["article_id"] in gone}
    return {
        (table, key): row
        for (table, key), row in rows.items()
        if not (table == "article" and key in gone)
        and not (table == "draft" and key in drafts)
        and row.get("article_id") not in gone
        and row.get("draft_id") not in drafts
        and row.get("claim_id") not in claims
    }


def events(desk: Desk) -> list[list[dict[str, Any]]]:
    """The changes of every event, the first event first."""
    with desk._transactions.read() as connection:
        table = Table.metadata.tables["event"]
        return list(connection.scalars(sa.select(table.c.changes).order_by(table.c.id)))


def run_forward(start: State, changes: Iterable[dict[str, Any]]) -> State:
    """A state after changes of the history."""
    rows = {key: dict(row) for key, row in start.items()}
    for change in changes:
        key = (change["table"], change["id"])
        if change["after"] is None:
            del rows[key]
        elif change["before"] is None:
            rows[key] = {"id": change["id"], **change["after"]}
        else:
            rows[key] |= change["after"]
    return rows


def comparable(rows: State) -> State:
    """A state without what the history leaves out."""
    left_out = {"covered", *_GROWING}
    return {key: {name: v for name, v in row.items() if name not in left_out} for key, row in rows.items()}
