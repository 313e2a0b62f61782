"""Sources as they once were: what tells who somebody is may still stand in notes and in the history."""

from collections.abc import Iterable, Iterator
from typing import Any

import sqlalchemy as sa

from db.tables import Event, Source
from db.vocabulary import Basis, SourceKind
from factcheck.desk.transaction.columns import Row
from factcheck.desk.transaction.transaction import Noun
from factcheck.model import Source as SourceValue
from factcheck.model import SourceFields
from factcheck.model.base import field_names

_FIELDS = frozenset(field_names(SourceFields))
_WORDS = frozenset({"kind", "basis", "state"})
"""Fields that hold a word of the vocabulary."""


class FormerSources(Noun):
    """The verb about what sources were."""

    def rows(self) -> tuple[SourceValue, ...]:
        """Every state that a source was in and is in no more: changed, merged with another, removed.

        On which terms it may be named is what holds now, where the source is still there.
        """
        # A look at the text first: the changes of most events are about claims, and many are long.
        about = sa.cast(Event.changes, sa.Text).contains('"table": "source"', autoescape=True)
        with self._read() as connection:
            present = {row.id: row for row in connection.execute(sa.select(Source.__table__))}
            changes = connection.scalars(sa.select(Event.changes).where(about).order_by(Event.id)).all()
        return tuple(_former(_states(changes), present))


def _states(events: Iterable[list[dict[str, Any]]]) -> Iterator[tuple[int, dict[str, Any]]]:
    """The id of a source and all its fields, after each change of it and before it went."""
    current: dict[int, dict[str, Any]] = {}
    for change in (change for changes in events for change in changes if change["table"] == "source"):
        for side in (change["before"], change["after"]):
            if side is not None:
                current[change["id"]] = current.get(change["id"], {}) | side
                yield change["id"], current[change["id"]]


def _former(states: Iterable[tuple[int, dict[str, Any]]], present: dict[int, Row]) -> Iterator[SourceValue]:
    named = {row.person for row in present.values() if row.basis is Basis.ON_RECORD}
    seen = {(row.id, *(getattr(row, name) for name in _FIELDS)) for row in present.values()}
    for source_id, state in states:
        told = (source_id, *(state.get(name, "") for name in _FIELDS))
        if told in seen:
            continue
        seen.add(told)
        row = present.get(source_id)
        own = Basis.ON_RECORD if state.get("person") in named else Basis(state.get("basis", Basis.ON_RECORD))
        texts = {name: text for name, text in state.items() if name in _FIELDS - _WORDS}
        kind = SourceKind(state["kind"]) if state.get("kind") else None
        yield SourceValue(**texts, id=source_id, kind=kind, basis=row.basis if row else own)
