"""How stored values look in the history: plain JSON, and back to what a column takes."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache
from typing import Any, TypeAlias

import sqlalchemy as sa

from db.tables import Table
from db.tables.base import Day, Moment

Row: TypeAlias = sa.Row[*tuple[Any, ...]]
"""A row of any query."""

Select: TypeAlias = sa.Select[*tuple[Any, ...]]
"""A query for rows of any kind."""

UNRECORDED = frozenset({"version", "next_number", "covered"})
"""Columns that the history leaves out: two that only ever grow, and one that every cut counts anew."""


def table_of(kind: type[Table]) -> sa.Table:
    """The table that a class stands for."""
    return Table.metadata.tables[kind.__tablename__]


def plain(value: object) -> object:
    """A stored value as JSON holds it: moments and days in ISO 8601, words of the vocabulary as text."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain(inner) for inner in value]
    raise TypeError(f"the history cannot hold {type(value).__name__}")


@cache
def _readers(name: str) -> dict[str, Callable[[str], Any]]:
    """For the columns of a table whose JSON form is not what the column takes: how to read it."""
    readers: dict[str, Callable[[str], Any]] = {}
    for column in Table.metadata.tables[name].columns:
        if isinstance(column.type, Moment):
            readers[column.name] = datetime.fromisoformat
        elif isinstance(column.type, Day):
            readers[column.name] = date.fromisoformat
    return readers


def stored(name: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Values out of the history of one table, as its columns take them."""
    readers = _readers(name)
    return {
        column: readers[column](value) if value is not None and column in readers else value
        for column, value in values.items()
    }


@cache
def _defaults(name: str) -> tuple[tuple[str, Any], ...]:
    return tuple(
        (column.name, column.default)
        for column in Table.metadata.tables[name].columns
        if column.name not in UNRECORDED and not column.primary_key
    )


def complete(name: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """A new row with every recorded column, defaults filled in."""
    row: dict[str, Any] = {}
    for column, default in _defaults(name):
        if column in values:
            row[column] = values[column]
        elif default is None:
            row[column] = None
        else:
            row[column] = default.arg(None) if default.is_callable else default.arg
    if unknown := values.keys() - row.keys() - {"id"} - UNRECORDED:
        raise KeyError(f"{name} has no column {', '.join(sorted(unknown))}")
    return row | {column: values[column] for column in UNRECORDED & values.keys()}
