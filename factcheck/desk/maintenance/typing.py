"""What is kept for the person at the keyboard and is nobody's act: text being typed, the place left off."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from db.tables import Place as PlaceTable
from db.tables import Typed as TypedTable
from factcheck.desk.transaction.input_text import SHORT
from factcheck.desk.transaction.lookup import find_article
from factcheck.desk.transaction.transaction import Noun
from factcheck.model import Place, TypedText
from factcheck.text import normalise

_NO_STATE: Mapping[str, Any] = {}


class Typing(Noun):
    """Text being typed, and places."""

    def save(self, place: str, text: str, version: int = 1) -> None:
        """Keep what is being typed at a place, so that a kill of the program loses none of it.

        Args:
            place: article, claim and field, as the caller names them.
            text: all that stands there; kept as it is, but for characters that nothing can hold.
            version: of the claim that it was begun on.
        """
        clean = normalise(text.encode("utf-8", "replace").decode())
        with self._write() as ledger:
            values = {"text": clean, "version": version, "at": ledger.at}
            _keep(ledger.connection, TypedTable, {"person": self.person, "place": place[:SHORT]}, values)

    def get(self) -> dict[str, TypedText]:
        """What the person was typing and has not kept, by place."""
        query = sa.select(TypedTable.place, TypedTable.text, TypedTable.version)
        with self._read() as connection:
            rows = connection.execute(query.where(TypedTable.person == self.person).order_by(TypedTable.id))
            return {row.place: TypedText(row.text, row.version) for row in rows}

    def forget(self, place: str) -> None:
        """Drop what was being typed at a place: it was kept, or thrown away."""
        here = (TypedTable.person == self.person) & (TypedTable.place == place[:SHORT])
        with self._read() as connection:
            if connection.scalar(sa.select(TypedTable.id).where(here)) is None:
                return
        with self._write() as ledger:
            ledger.connection.execute(sa.delete(TypedTable).where(here))

    def save_place(self, article: str, claim: int, state: Mapping[str, Any] = _NO_STATE) -> None:
        """Remember where the person is in an article.

        Args:
            article: slug or the beginning of one.
            claim: number of the claim under the cursor.
            state: filter, tab and the like; plain values only.
        """
        with self._write() as ledger:
            head = find_article(ledger.connection, article)
            values = {"claim": claim, "state": dict(state), "at": ledger.at}
            _keep(ledger.connection, PlaceTable, {"person": self.person, "article_id": head.id}, values)

    def place(self, article: str) -> Place | None:
        """Where the person left off in an article; None when they were never there."""
        with self._read() as connection:
            head = find_article(connection, article)
            query = sa.select(PlaceTable.claim, PlaceTable.state)
            row = connection.execute(
                query.where(PlaceTable.person == self.person, PlaceTable.article_id == head.id)
            ).first()
            return None if row is None else Place(row.claim, row.state)


def _keep(
    connection: sa.Connection,
    kind: type[TypedTable] | type[PlaceTable],
    key: Mapping[str, Any],
    values: Mapping[str, Any],
) -> None:
    """Write a row anew, or over the one with the same key."""
    here = sa.and_(*(kind.__table__.c[name] == value for name, value in key.items()))
    if connection.execute(sa.update(kind).where(here).values(**values)).rowcount == 0:
        connection.execute(sa.insert(kind).values(**key, **values))
