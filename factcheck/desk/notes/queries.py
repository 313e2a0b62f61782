"""Queries: questions to the writer, about one claim or the whole piece, open or answered."""

import sqlalchemy as sa

from db.tables import Article, Claim, Query
from factcheck.desk.claims.claim_values import query_value
from factcheck.desk.transaction.columns import Row
from factcheck.desk.transaction.events import Deed
from factcheck.desk.transaction.input_text import required
from factcheck.desk.transaction.ledger import Ledger
from factcheck.desk.transaction.lookup import Head, find_article, find_beside, find_claims
from factcheck.desk.transaction.transaction import Noun
from factcheck.errors import Refused
from factcheck.model import Change
from factcheck.model import Query as QueryValue
from factcheck.text import named


class Queries(Noun):
    """The verbs about queries."""

    def ask(self, article: str, number: int | None, text: str, *, op: str | None = None) -> Change:
        """Ask the writer about a claim, or about the whole piece where no number is given.

        Raises:
            Refused: text is empty.
        """
        words = required(text, "query")

        def act(ledger: Ledger) -> Deed:
            head = find_article(ledger.connection, article)
            row = None if number is None else find_claims(ledger.connection, head, number)[0]
            values = {"article_id": head.id, "claim_id": row.id if row else None, "text": words}
            created = ledger.insert(Query, values | {"by": ledger.person, "at": ledger.at})
            about = f"Claim {number}" if row else head.name
            return Deed(f"{about}: query to the writer", head, created, words=row.text if row else "")

        return self._act("ask", act, op)

    def answer(
        self, query_id: int, text: str, *, expected: int | None = None, op: str | None = None
    ) -> Change:
        """Write down the answer to a query; an answer that is there is replaced.

        Raises:
            NotOnDesk: there is no such query.
            Refused: text is empty.
            Conflict: the query is not as it was seen.
        """
        words = required(text, "answer")

        def act(ledger: Ledger) -> Deed:
            row, head = _find(ledger, query_id, expected)
            values = {"answer": words, "answered_by": ledger.person, "answered_at": ledger.at}
            ledger.update(Query, query_id, values)
            return Deed(f"{_about(row)}: query answered", head)

        return self._act("answer", act, op)

    def reopen(self, query_id: int, *, expected: int | None = None, op: str | None = None) -> Change:
        """Make an answered query open again; the answer stays to be read.

        Raises:
            NotOnDesk: there is no such query.
            Refused: it is open.
            Conflict: it is not as it was seen.
        """

        def act(ledger: Ledger) -> Deed:
            row, head = _find(ledger, query_id, expected)
            if row.answered_at is None:
                raise Refused("This query is still open.")
            ledger.update(Query, query_id, {"answered_at": None, "answered_by": ""})
            return Deed(f"{_about(row)}: query open again", head)

        return self._act("reopen_query", act, op)

    def remove(self, query_id: int, *, expected: int | None = None, op: str | None = None) -> Change:
        """Take a query away.

        Raises:
            NotOnDesk: there is no such query.
            Conflict: it is not as it was seen.
        """

        def act(ledger: Ledger) -> Deed:
            row, head = _find(ledger, query_id, expected)
            ledger.delete_many(Query, [query_id])
            return Deed(f"{_about(row)}: query removed", head)

        return self._act("remove_query", act, op)

    def of(self, article: str) -> tuple[QueryValue, ...]:
        """The queries of an article, open ones first, in the order in which they were asked."""
        with self._read() as connection:
            head = find_article(connection, article)
            rows = connection.execute(
                sa.select(Query.__table__, Claim.number)
                .outerjoin(Claim, Claim.id == Query.claim_id)
                .where(Query.article_id == head.id)
                .order_by(Query.answered_at.is_not(None), Query.id)
            )
            return tuple(query_value(row, row.number) for row in rows)


def _about(row: Row) -> str:
    return named(row.title or row.slug) if row.number is None else f"Claim {row.number}"


def _find(ledger: Ledger, query_id: int, expected: int | None) -> tuple[Row, Head]:
    query = (
        sa.select(Query.answered_at, Query.version, Claim.number, Article.slug, Article.title)
        .join(Article, Article.id == Query.article_id)
        .outerjoin(Claim, Claim.id == Query.claim_id)
        .where(Query.id == query_id, Article.present)
    )
    return find_beside(ledger, "query", query_id, query, expected)
