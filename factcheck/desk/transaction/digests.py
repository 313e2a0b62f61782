"""Digests of the rows that come in with a draft, which the history does not list one by one.

The event that brings rows in holds a digest of each as it came: of what the splitter gave a claim, of the
facts of a draft. When later events are taken back, the rows must be those again.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import sqlalchemy as sa

from db.tables import Table
from factcheck.desk.transaction.columns import UNRECORDED, Select, plain
from factcheck.desk.transaction.ledger import Ledger, chunks

_LENGTH = 8
"""Hexadecimal digits kept of each digest: chance passes one in four thousand million."""

_OWN_DIGEST = frozenset({("draft", "text"), ("draft", "original")})
"""Columns whose own digests stand beside them."""


def laid_rows(ledger: Ledger) -> list[dict[str, Any]]:
    """The rows that an act laid down, as its event holds them: table, first id, columns, digests in a row.

    They are taken as they were before the changes that the event lists.
    """
    found = []
    for table, keys in ledger.laid:
        columns = _covered(Table.metadata.tables[table])
        digests = _digests(ledger.connection, table, columns, keys, ledger.before)
        found.append(
            {"table": table, "first": keys[0], "columns": columns, "digests": "".join(digests.values())}
        )
    return found


def not_as_laid(
    connection: sa.Connection,
    laid: Mapping[str, Any],
    then: Callable[[tuple[str, int]], Mapping[str, Any] | None],
) -> Iterator[int]:
    """The ids of rows that are not what they were when an event brought them in.

    Args:
        connection: the database.
        laid: the rows, as `laid_rows` gives them.
        then: what a row held at that time, as far as the history has changed it since.
    """
    table, columns = laid["table"], laid["columns"]
    if not set(columns) <= set(Table.metadata.tables[table].c.keys()):
        return  # a column has left the schema since: there is nothing to compare with
    found = _digests(connection, table, columns, keys_of(laid), then)
    for place, key in enumerate(keys_of(laid)):
        if found.get(key) != laid["digests"][place * _LENGTH : (place + 1) * _LENGTH]:
            yield key


def keys_of(laid: Mapping[str, Any]) -> range:
    """The ids of rows that an event brought in."""
    return range(laid["first"], laid["first"] + len(laid["digests"]) // _LENGTH)


def _covered(table: sa.Table) -> list[str]:
    return [
        column.name
        for column in table.columns
        if column.name not in UNRECORDED and (table.name, column.name) not in _OWN_DIGEST
    ]


def _digests(
    connection: sa.Connection,
    name: str,
    columns: Sequence[str],
    keys: Sequence[int],
    then: Callable[[tuple[str, int]], Mapping[str, Any] | None],
) -> dict[int, str]:
    """The digests of rows as they are, but for what they held *then*."""
    query = _reading(name, tuple(columns))
    found: dict[int, tuple[Any, ...]] = {}
    for some in chunks(keys):
        rows = connection.execute(query, {"first": some[0], "last": some[-1]})
        found.update((row[0], row[1:]) for row in rows)
    digests = {}
    for key in keys:
        values, known = found.get(key), then((name, key))
        if known:
            now = dict(zip(columns, values or (), strict=False))
            values = tuple({**now, **known}.get(column) for column in columns)
        if values is not None:
            digests[key] = hashlib.sha256(_encode(values).encode("ascii")).hexdigest()[:_LENGTH]
    return digests


@cache
def _reading(name: str, columns: tuple[str, ...]) -> Select:
    """The query for columns of rows from a first id to a last."""
    table = Table.metadata.tables[name]
    within = table.c.id.between(sa.bindparam("first"), sa.bindparam("last"))
    return sa.select(table.c.id, *(table.c[column] for column in columns)).where(within)


_encode = json.JSONEncoder(sort_keys=True, separators=(",", ":"), allow_nan=False, default=plain).encode
"""One spelling of each row; what JSON does not know is written as the history writes it."""
