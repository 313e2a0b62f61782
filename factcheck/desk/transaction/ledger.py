"""The ledger: the one way in which the desk changes rows, noting each before and after for the history."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from itertools import islice
from typing import Any, NamedTuple, TypeVar

import sqlalchemy as sa

from db import tables
from factcheck.desk.transaction.columns import UNRECORDED, Select, complete, plain, table_of

CHUNK = 500
"""Keys asked for in one statement: far below what any database takes."""


T = TypeVar("T")


def chunks(keys: Iterable[T]) -> Iterator[list[T]]:
    """Keys in portions that fit into one statement."""
    rest = iter(keys)
    while portion := list(islice(rest, CHUNK)):
        yield portion


class Entry(NamedTuple):
    """What one act did to one row: only changed columns, as JSON; None where the row is not there."""

    before: dict[str, Any] | None
    after: dict[str, Any] | None


class Ledger:
    """One act on the desk while it is written: changes rows and remembers what they were.

    Attributes:
        connection: the transaction that everything is written in.
        person: who acts.
        at: the moment of the act, the same for all its rows.
        today: the day of the act where the person is.
        entries: what became of each row, by table name and id, in the order of first touch.
        claims: ids of the claims touched; article and number beside those whose row came or went.
        articles: ids of the articles touched by more than their claims.
        laid: tables and ids of rows that came in without being listed.
    """

    def __init__(self, connection: sa.Connection, person: str, at: datetime, today: date) -> None:
        self.connection = connection
        self.person = person
        self.at = at
        self.today = today
        self.entries: dict[tuple[str, int], Entry] = {}
        self.claims: dict[int, tuple[int, int] | None] = {}
        self.articles: set[int] = set()
        self.laid: list[tuple[str, range]] = []

    def insert(self, kind: type[tables.Table], values: Mapping[str, Any]) -> int:
        """Add one row; its id."""
        return self.insert_many(kind, [values])[0]

    def insert_many(self, kind: type[tables.Table], rows: Sequence[Mapping[str, Any]]) -> list[int]:
        """Add rows; their ids in the same order."""
        table = table_of(kind)
        full = [complete(table.name, values) for values in rows]
        if not full:
            return []
        if len(full) == 1:
            key = self.connection.execute(sa.insert(table), full[0]).inserted_primary_key
            keys = [] if key is None else [int(key[0])]
        else:
            statement = sa.insert(table).returning(table.c.id, sort_by_parameter_order=True)
            keys = list(self.connection.scalars(statement, full))
        for key_, row in zip(keys, full, strict=True):
            self._note(table.name, key_, None, recorded(row))
            self._touch(table.name, key_, row)
        return keys

    def put_back(self, kind: type[tables.Table], rows: Mapping[int, Mapping[str, Any]], version: int) -> None:
        """Add rows again under the ids that they had, with a version that nobody has seen."""
        table = table_of(kind)
        own = {"version": version} if "version" in table.c else {}
        self.connection.execute(sa.insert(table), [{"id": key, **row, **own} for key, row in rows.items()])
        for key, row in rows.items():
            self._note(table.name, key, None, recorded(row))
            self._touch(table.name, key, row)

    def update(self, kind: type[tables.Table], key: int, values: Mapping[str, Any]) -> bool:
        """Change one row; whether anything was different."""
        return bool(self.update_many(kind, {key: values}))

    def update_all(
        self, kind: type[tables.Table], keys: Iterable[int], values: Mapping[str, Any]
    ) -> set[int]:
        """Change rows alike; the ids of those that were different before."""
        return self.update_many(kind, dict.fromkeys(keys, values))

    def update_many(self, kind: type[tables.Table], wanted: Mapping[int, Mapping[str, Any]]) -> set[int]:
        """Change rows by id; the ids of those that were different before."""
        table = table_of(kind)
        names = sorted({name for values in wanted.values() for name in values})
        changed: dict[tuple[str, ...], list[dict[str, Any]]] = {}
        ids: set[int] = set()
        for row in self._rows(table, wanted, [*names, *_owners(table)]):
            before, after, values = _difference(row, wanted[row["id"]])
            if not values:
                continue
            ids.add(row["id"])
            changed.setdefault(tuple(values), []).append({"key_": row["id"], **values})
            self._note(table.name, row["id"], before, after)
            self._touch(table.name, row["id"], row)
        for columns, parameters in changed.items():
            self.connection.execute(_writing(table, columns), parameters)
        return ids

    def delete_many(self, kind: type[tables.Table], keys: Iterable[int]) -> None:
        """Take rows out; the history keeps all that they held."""
        table = table_of(kind)
        names = [column.name for column in table.columns if column.name not in UNRECORDED]
        gone = list(self._rows(table, keys, names))
        for row in gone:
            values = {name: value for name, value in row.items() if name != "id"}
            self._note(table.name, row["id"], recorded(values), None)
            self._touch(table.name, row["id"], row)
        for some in chunks(gone):
            self.connection.execute(sa.delete(table).where(table.c.id.in_([row["id"] for row in some])))

    def lay_down(self, kind: type[tables.Table], rows: Sequence[Mapping[str, Any]]) -> Sequence[int]:
        """Add rows that the history does not list one by one: the text and claims of a new draft.

        They count for nothing until a recorded change makes their article or draft present. Their event
        holds a digest of each.

        Returns:
            Their ids in the same order.
        """
        if not rows:
            return ()
        table = table_of(kind)
        self.connection.execute(sa.insert(table), list(rows))
        # Nobody else writes now, so the ids follow each other: one question for all is several times faster
        # than having each insert return its own.
        last = self.connection.scalar(sa.select(sa.func.max(table.c.id))) or 0
        keys = range(last - len(rows) + 1, last + 1)
        self.laid.append((table.name, keys))
        return keys

    def before(self, row: tuple[str, int]) -> dict[str, Any] | None:
        """What this act has changed in a row, as it was before; None where it changed nothing."""
        entry = self.entries.get(row)
        return None if entry is None else entry.before

    def changes(self) -> list[dict[str, Any]]:
        """What the history keeps: rows of table, id, before, after."""
        return [
            {"table": name, "id": key, "before": entry.before, "after": entry.after}
            for (name, key), entry in self.entries.items()
        ]

    def _rows(self, table: sa.Table, keys: Iterable[int], names: Iterable[str]) -> Iterator[sa.RowMapping]:
        query = _reading(table, tuple(dict.fromkeys(["id", *names])))
        for some in chunks(keys):
            yield from self.connection.execute(query, {"keys": some}).mappings()

    def _note(self, name: str, key: int, before: dict[str, Any] | None, after: dict[str, Any] | None) -> None:
        """Remember a change, folded into what this act did to the same row before."""
        earlier = self.entries.get((name, key))
        if earlier is not None:
            before, after = _folded(earlier, before, after)
        if before == after:
            self.entries.pop((name, key), None)
        else:
            self.entries[name, key] = Entry(before, after)

    def _touch(self, name: str, key: int, row: Mapping[Any, Any]) -> None:
        if name == tables.Claim.__tablename__:
            self.claims[key] = (row["article_id"], row["number"]) if "number" in row else None
        elif row.get("claim_id") is not None:
            self.claims.setdefault(row["claim_id"], None)
        elif name == tables.Query.__tablename__:
            self.articles.add(row["article_id"])


@cache
def _reading(table: sa.Table, names: tuple[str, ...]) -> Select:
    """The query for columns of rows by id; building it anew would take longer than answering it."""
    columns = [table.c[name] for name in names]
    return sa.select(*columns).where(table.c.id.in_(sa.bindparam("keys", expanding=True)))


@cache
def _writing(table: sa.Table, columns: tuple[str, ...]) -> sa.Update:
    """The statement that changes columns of a row and counts its version up."""
    values: dict[str, Any] = {name: sa.bindparam(name) for name in columns}
    if "version" in table.c:
        values["version"] = table.c.version + 1
    return sa.update(table).where(table.c.id == sa.bindparam("key_")).values(values)


def recorded(values: Mapping[Any, Any]) -> dict[str, Any]:
    """Values as the history holds them, without the columns that it leaves out."""
    return {name: plain(value) for name, value in values.items() if name not in UNRECORDED}


def _owners(table: sa.Table) -> list[str]:
    """The columns that tell whose row it is."""
    return [name for name in ("claim_id", "article_id", "number") if name in table.c]


def _difference(
    row: Mapping[Any, Any], wanted: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """What differs between a row and what it should hold: before and after as JSON, and the values."""
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    values: dict[str, Any] = {}
    for name, value in wanted.items():
        was, will = plain(row[name]), plain(value)
        if was != will:
            values[name] = value
            if name not in UNRECORDED:
                before[name], after[name] = was, will
    return before, after, values


def _folded(
    earlier: Entry, before: dict[str, Any] | None, after: dict[str, Any] | None
) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    """Two changes of one row as a single one."""
    if after is None:
        # A row that this act made itself leaves no trace; another is gone as it was before the act.
        return (None, None) if earlier.before is None else ((before or {}) | earlier.before, None)
    if earlier.before is None:
        return None, (earlier.after or {}) | after
    if before is None:
        before = {}
    if earlier.after is None:
        return _unlike(earlier.before, after)
    return _unlike(before | earlier.before, earlier.after | after)


def _unlike(before: dict[str, Any], after: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Only the columns that are not the same on both sides."""
    names = [name for name in after if before.get(name) != after[name]]
    return {name: before.get(name) for name in names}, {name: after[name] for name in names}
