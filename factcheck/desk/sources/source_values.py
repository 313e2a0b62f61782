"""Sources and citations out of their rows."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from db.tables import Citation, Source
from factcheck.model import Citation as CitationValue
from factcheck.model import CitationFields, SourceFields
from factcheck.model import Source as SourceValue
from factcheck.model.base import field_names
from factcheck.model.locator import settled

_SOURCE = field_names(SourceFields)
_CITATION = field_names(CitationFields)


def source_columns() -> list[sa.ColumnElement[Any]]:
    """The columns of a source in a query, each with `source_` before its name."""
    return [Source.__table__.c[name].label(f"source_{name}") for name in ("id", "version", *_SOURCE)]


def citation_columns() -> list[sa.ColumnElement[Any]]:
    """The columns of a citation and of its source in a query."""
    return [*Citation.__table__.c, *(column for column in source_columns() if column.name != "source_id")]


def source_value(row: Mapping[Any, Any], used: int = 0, last_used: datetime | None = None) -> SourceValue:
    """A source out of a row of `source_columns`."""
    return SourceValue(
        **{name: row[f"source_{name}"] for name in ("id", "version", *_SOURCE)},
        used=used,
        last_used=last_used,
    )


def citation_value(row: Mapping[Any, Any], number: int, source: SourceValue | None = None) -> CitationValue:
    """A citation out of a row of `citation_columns`.

    Args:
        row: of the query.
        number: of the claim that cites.
        source: what it cites, where the caller has read it already.
    """
    # A desk may hold a place that names its kind itself, from before it was read in one way.
    where = settled(row["locator_kind"], row["locator"])
    fields = {name: row[name] for name in ("id", "added_by", "added_at", "version", *_CITATION)}
    return CitationValue(
        **fields | {"locator_kind": where.kind, "locator": where.place},
        claim=number,
        source=source or source_value(row),
    )
