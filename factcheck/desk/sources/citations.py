"""Citing: the links of claims to sources."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from db.tables import Article, Citation, Claim, Source
from factcheck.desk.sources.source_values import citation_columns, citation_value
from factcheck.desk.sources.sources import find_source, label_of, take_source
from factcheck.desk.transaction.columns import Row
from factcheck.desk.transaction.events import Deed
from factcheck.desk.transaction.input_text import claims_label, kept
from factcheck.desk.transaction.ledger import Ledger
from factcheck.desk.transaction.lookup import Expected, Head, find_article, find_beside, find_claims
from factcheck.desk.transaction.transaction import Noun
from factcheck.errors import NotOnDesk
from factcheck.model import Change, CitationFields, LastChoice, SourceFields
from factcheck.model import Citation as CitationValue
from factcheck.model.locator import settled

_PLAIN = CitationFields()
_CITED = (
    sa.select(*citation_columns(), Article.slug, Claim.number)
    .join(Source, Source.id == Citation.source_id)
    .join(Claim, Claim.id == Citation.claim_id)
    .join(Article, Article.id == Claim.article_id)
    .where(Article.present)
)
"""Citations with their source, their claim's number and their article's slug."""


class Citations(Noun):
    """The verbs about citations."""

    def add(
        self,
        article: str,
        numbers: int | Sequence[int],
        source: int | SourceFields,
        fields: CitationFields = _PLAIN,
        *,
        expected: Expected = None,
        op: str | None = None,
    ) -> Change:
        """Link claims to a source: one on the desk by its id, or one told by its fields.

        A source told by fields that is on the desk already (the same URL, or the same title, author and
        person) is used, not doubled. The day of access is today where none is given; tier, stance and the
        kind of a locator stay unsaid, but for a locator that names its kind (“p. 14”).

        Raises:
            NotOnDesk: no such article, claim or source.
        """

        def act(ledger: Ledger) -> Deed:
            head = find_article(ledger.connection, article)
            rows = find_claims(ledger.connection, head, numbers, expected)
            source_id = source if isinstance(source, int) else take_source(ledger, source)[0]
            cited = find_source(ledger, source_id)
            values = _values(fields) | {"added_by": ledger.person, "added_at": ledger.at}
            values["accessed"] = fields.accessed or ledger.today
            links = [values | {"claim_id": row.id, "source_id": source_id} for row in rows]
            created = ledger.insert_many(Citation, links)
            said = f"{claims_label([row.number for row in rows])}: cites “{label_of(cited)}”"
            return Deed(said, head, created[0])

        return self._act("cite", act, op)

    def edit(
        self, citation_id: int, fields: CitationFields, *, expected: int | None = None, op: str | None = None
    ) -> Change:
        """Change what a citation says of its link.

        Raises:
            NotOnDesk: there is no such citation.
            Conflict: it is not as it was seen.
        """

        def act(ledger: Ledger) -> Deed:
            row, head = _find(ledger, citation_id, expected)
            values = _values(fields) | {"accessed": fields.accessed or row.accessed}
            ledger.update(Citation, citation_id, values)
            return Deed(f"Claim {row.number}: citation of “{row.label}” changed", head)

        return self._act("edit_citation", act, op)

    def remove(self, citation_id: int, *, expected: int | None = None, op: str | None = None) -> Change:
        """Take a citation away; its source stays on the desk.

        Raises:
            NotOnDesk: there is no such citation.
            Conflict: it is not as it was seen.
        """

        def act(ledger: Ledger) -> Deed:
            row, head = _find(ledger, citation_id, expected)
            ledger.delete_many(Citation, [citation_id])
            return Deed(f"Claim {row.number}: no longer cites “{row.label}”", head)

        return self._act("remove_citation", act, op)

    def last_choice(self, source_id: int) -> LastChoice:
        """The tier and the kind of locator that were said of a source last, in whatever article."""

        def said(column: sa.ColumnElement[Any]) -> sa.ScalarSelect[Any]:
            query = sa.select(column).where(Citation.source_id == source_id, column.is_not(None))
            if column is kind:
                query = query.where(Citation.locator != "")
            return query.order_by(Citation.id.desc()).limit(1).scalar_subquery()

        tier, kind = Citation.__table__.c.tier, Citation.__table__.c.locator_kind
        with self._read() as connection:
            last = connection.execute(sa.select(said(tier), said(kind))).one()
            return LastChoice(tier=last[0], locator_kind=last[1])

    def of_source(self, source_id: int) -> list[tuple[str, int, CitationValue]]:
        """Where a source is used: slug of the article, number of the claim, and the citation."""
        query = _CITED.where(Citation.source_id == source_id, ~Claim.retired)
        with self._read() as connection:
            rows = connection.execute(query.order_by(Article.slug, Claim.number, Citation.id)).mappings()
            return [(row["slug"], row["number"], citation_value(row, row["number"])) for row in rows]

    def get(self, citation_id: int) -> CitationValue:
        """One citation.

        Raises:
            NotOnDesk: there is none with this id.
        """
        with self._read() as connection:
            row = connection.execute(_CITED.where(Citation.id == citation_id)).mappings().first()
            if row is None:
                raise NotOnDesk(f"There is no citation {citation_id} on the desk.")
            return citation_value(row, row["number"])


def _values(fields: CitationFields) -> dict[str, Any]:
    where = settled(fields.locator_kind, kept(fields.locator, "locator"))
    return {
        "tier": fields.tier,
        "stance": fields.stance,
        "locator_kind": where.kind,
        "locator": where.place,
        "quotation": kept(fields.quotation, "quotation"),
        "method": fields.method,
        "note": kept(fields.note, "note"),
    }


def _find(ledger: Ledger, citation_id: int, expected: int | None) -> tuple[Row, Head]:
    """A citation with the slug of its article, its claim's number and its source's label."""
    names = (Source.title, Source.person, Source.url)
    label = sa.func.coalesce(*(sa.func.nullif(name, "") for name in names), Source.publication).label("label")
    query = (
        sa.select(Citation.accessed, Citation.version, Article.slug, Claim.number, label)
        .join(Source, Source.id == Citation.source_id)
        .join(Claim, Claim.id == Citation.claim_id)
        .join(Article, Article.id == Claim.article_id)
        .where(Citation.id == citation_id, Article.present)
    )
    return find_beside(ledger, "citation", citation_id, query, expected)
