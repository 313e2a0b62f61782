"""Sources: where evidence comes from, shared by all articles of the desk."""

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from db.tables import Citation, Claim, Contact, Source
from db.vocabulary import SourceState
from factcheck.desk.claims.search import matches, search_words
from factcheck.desk.findings.findings import recheck_values
from factcheck.desk.sources.source_values import source_columns, source_value
from factcheck.desk.transaction.columns import Select
from factcheck.desk.transaction.events import Deed
from factcheck.desk.transaction.input_text import kept, kept_short
from factcheck.desk.transaction.last_change import gone, unchanged
from factcheck.desk.transaction.ledger import Ledger
from factcheck.desk.transaction.lookup import find_article
from factcheck.desk.transaction.transaction import Noun
from factcheck.errors import NotOnDesk, Refused
from factcheck.model import Change, SourceFields
from factcheck.model import Source as SourceValue
from factcheck.text import plural

_SHORT = ("published", "origin")
_TEXT = (
    "title", "author", "publication", "url", "archived_url", "person", "role", "contact", "note",
)  # fmt: skip


class Sources(Noun):
    """The verbs about sources."""

    def find(self, search: str = "", article: str | None = None) -> list[SourceValue]:
        """Sources, the one used last first.

        Args:
            search: words that a source must hold, in any order and any case.
            article: only those that its claims cite; `used` then counts its citations alone.
        """
        with self._read() as connection:
            head = find_article(connection, article) if article else None
            rows = connection.execute(used_sources(None if head is None else head.id)).mappings()
            found = [source_value(row, row["used"], row["last_used"]) for row in rows]
        words = search_words(search)
        return [source for source in found if not words or matches(words, _searchable(source))]

    def get(self, source_id: int) -> SourceValue:
        """One source.

        Raises:
            NotOnDesk: there is none with this id.
        """
        with self._read() as connection:
            row = connection.execute(used_sources(None).where(Source.id == source_id)).mappings().first()
            if row is None:
                raise NotOnDesk(f"There is no source {source_id} on the desk.")
            return source_value(row, row["used"], row["last_used"])

    def add(self, fields: SourceFields, *, op: str | None = None) -> Change:
        """Put a source on the desk; one that is there already is not doubled (verb `already`).

        Raises:
            Refused: nothing tells it from others: no title, person, URL or publication.
        """

        def act(ledger: Ledger) -> Deed:
            source_id, new = take_source(ledger, fields)
            label = kept(fields.label, "source")
            if not new:
                return Deed(f"“{label}” is already on the desk.", created=source_id, verb="already")
            return Deed(f"Source “{label}” added", created=source_id, whole=True)

        return self._act("add_source", act, op)

    def edit(
        self, source_id: int, fields: SourceFields, *, expected: int | None = None, op: str | None = None
    ) -> Change:
        """Change what is said of a source.

        One that is marked withdrawn or updated puts the decided claims that rest on it on `recheck`, in
        all articles.

        Args:
            source_id: the source.
            fields: all its fields.
            expected: version seen.
            op: operation id.

        Raises:
            NotOnDesk: there is no such source.
            Conflict: it is not as it was seen.
        """
        values = source_values(fields)

        def act(ledger: Ledger) -> Deed:
            was = find_source(ledger, source_id, expected)
            ledger.update(Source, source_id, values)
            label = kept(fields.label, "source")
            said = f"Source “{label}” changed"
            if fields.state is not SourceState.CURRENT and was["state"] != fields.state:
                shaken = _shake(ledger, source_id, f"The source “{label}” was {fields.state.value}.")
                said = f"Source “{label}” is {fields.state.value}: {plural(shaken, 'claim')} to recheck"
            return Deed(said, whole=True)

        return self._act("edit_source", act, op)

    def merge(self, keep: int, others: Sequence[int], *, op: str | None = None) -> Change:
        """Make one source of several: their citations and contacts go to the one that is kept.

        Raises:
            NotOnDesk: a source is not there.
            Refused: there is nothing to merge.
        """
        gone = [source_id for source_id in dict.fromkeys(others) if source_id != keep]
        if not gone:
            raise Refused("A source cannot be merged with itself: name another one.")

        def act(ledger: Ledger) -> Deed:
            kept_source = find_source(ledger, keep)
            filled: dict[str, Any] = {}
            for source_id in gone:
                filled = _missing(kept_source, find_source(ledger, source_id)) | filled
            for kind in (Citation, Contact):
                query = sa.select(kind.id).where(kind.source_id.in_(gone))
                moved = ledger.connection.scalars(query).all()
                ledger.update_many(kind, {key: {"source_id": keep} for key in moved})
            ledger.update(Source, keep, filled)
            ledger.delete_many(Source, gone)
            return Deed(
                f"Source “{label_of(kept_source)}” holds {plural(len(gone), 'other')} now", whole=True
            )

        return self._act("merge_sources", act, op)

    def remove(self, source_id: int, *, op: str | None = None) -> Change:
        """Take a source that nothing cites off the desk.

        Raises:
            Refused: claims cite it, or contacts with it are logged.
        """

        def act(ledger: Ledger) -> Deed:
            was = find_source(ledger, source_id)
            label = label_of(was)
            for kind, what in ((Citation, "cited"), (Contact, "in the log of contacts")):
                if ledger.connection.scalar(sa.select(kind.id).where(kind.source_id == source_id).limit(1)):
                    raise Refused(f"“{label}” is {what}: it cannot be removed.")
            ledger.delete_many(Source, [source_id])
            return Deed(f"Source “{label}” removed", whole=True)

        return self._act("remove_source", act, op)


def source_values(fields: SourceFields) -> dict[str, Any]:
    """A source's fields as its row holds them.

    Raises:
        Refused: nothing tells it from others.
    """
    values: dict[str, Any] = {"kind": fields.kind, "basis": fields.basis, "state": fields.state}
    values |= {name: kept(getattr(fields, name), f"source's {name}") for name in _TEXT}
    values |= {name: kept_short(getattr(fields, name), f"source's {name}") for name in _SHORT}
    if not any(values[name] for name in ("title", "person", "url", "publication")):
        raise Refused("A source needs a title, a person, a URL or a publication.")
    return values


def take_source(ledger: Ledger, fields: SourceFields) -> tuple[int, bool]:
    """The id of a source with these fields: one that is there already, or a new one; and whether it is new.

    What the one that is there does not say yet is filled in.
    """
    values = source_values(fields)
    known = _known(ledger, values)
    if known is None:
        return ledger.insert(Source, values), True
    ledger.update(Source, known["id"], _missing(known, values))
    return int(known["id"]), False


def _known(ledger: Ledger, values: Mapping[str, Any]) -> sa.RowMapping | None:
    """The source that these fields name: the same URL, or the same in all that tells sources apart.

    A kind that one of the two does not say tells nothing apart.
    """
    if values["url"]:
        same = Source.url == values["url"]
    else:
        told = ("title", "author", "publication", "published", "person")
        same = sa.and_(*(Source.__table__.c[name] == values[name] for name in told), Source.url == "")
        if (kind := values["kind"]) is not None:
            same &= (Source.kind == kind) | Source.kind.is_(None)
    query = sa.select(Source.__table__).where(same).order_by(Source.kind.is_(None), Source.id).limit(1)
    return ledger.connection.execute(query).mappings().first()


def _missing(kept_source: Mapping[Any, Any], other: Mapping[Any, Any]) -> dict[str, Any]:
    """What another source says and the kept one does not."""
    return {name: other[name] for name in ("kind", *_TEXT, *_SHORT) if other[name] and not kept_source[name]}


def label_of(source: Mapping[Any, Any]) -> str:
    """The shortest thing that tells a source's row from others."""
    return str(source["title"] or source["person"] or source["url"] or source["publication"])


def find_source(ledger: Ledger, source_id: int, expected: int | None = None) -> sa.RowMapping:
    """A source's row.

    Raises:
        NotOnDesk: there is none with this id.
        Conflict: it is not as it was seen.
    """
    query = sa.select(Source.__table__).where(Source.id == source_id)
    row = ledger.connection.execute(query).mappings().first()
    if row is None:
        gone(ledger.connection, ("source", source_id), expected)
        raise NotOnDesk(f"There is no source {source_id} on the desk.")
    unchanged(ledger.connection, ("source", source_id), (row["version"], expected), "this source")
    return row


def _shake(ledger: Ledger, source_id: int, reason: str) -> int:
    """Put the decided claims that cite a source on `recheck`; how many."""
    query = (
        sa.select(Claim.id, Claim.finding)
        .join(Citation, Citation.claim_id == Claim.id)
        .where(Citation.source_id == source_id, ~Claim.retired)
        .distinct()
    )
    rows = ledger.connection.execute(query).all()
    wanted = {row.id: recheck_values(row, reason) for row in rows}
    return len(ledger.update_many(Claim, {key: values for key, values in wanted.items() if values}))


def used_sources(article_id: int | None) -> Select:
    """Sources with the number of their citations and the moment of the last one, that one first."""
    cited = sa.select(
        Citation.source_id,
        sa.func.count().label("used"),
        sa.func.max(Citation.added_at).label("last_used"),
        sa.func.max(Citation.id).label("latest"),
    )
    if article_id is not None:
        cited = cited.join(Claim, Claim.id == Citation.claim_id).where(Claim.article_id == article_id)
    uses = cited.group_by(Citation.source_id).subquery()
    return (
        sa.select(*source_columns(), sa.func.coalesce(uses.c.used, 0).label("used"), uses.c.last_used)
        .join(uses, uses.c.source_id == Source.id, isouter=article_id is None)
        .order_by(sa.func.coalesce(uses.c.latest, 0).desc(), Source.id.desc())
    )


def _searchable(source: SourceValue) -> str:
    kept_fields = (source.title, source.author, source.publication, source.published, source.url)
    return " ".join((*kept_fields, source.person, source.role, source.kind or "", source.note))
