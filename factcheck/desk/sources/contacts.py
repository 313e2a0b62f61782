"""Calls: which open claims to ask a source about, and the log of who was contacted."""

from collections import defaultdict

import sqlalchemy as sa

from db.tables import Citation, Claim, Contact, Source
from db.vocabulary import Method
from factcheck.desk.claims.queue import list_claims
from factcheck.desk.sources.source_values import source_value
from factcheck.desk.sources.sources import find_source, label_of, used_sources
from factcheck.desk.transaction.events import Deed
from factcheck.desk.transaction.input_text import required
from factcheck.desk.transaction.ledger import Ledger
from factcheck.desk.transaction.lookup import find_article
from factcheck.desk.transaction.transaction import Noun
from factcheck.model import CallSheetEntry, Change, ClaimFilter
from factcheck.model import Contact as ContactValue
from factcheck.text import folded

_OPEN = ClaimFilter(only_open=True)


class Contacts(Noun):
    """The verbs about contacts."""

    def call_sheet(self, article: str) -> tuple[CallSheetEntry, ...]:
        """One entry a source with open claims: those that cite it, and those that its person says.

        The source with most to ask about comes first.
        """
        with self._read() as connection:
            head = find_article(connection, article)
            rows = list_claims(connection, head, _OPEN, self.today)
            wanted = {row.number for row in rows}
            claims: dict[int, set[int]] = defaultdict(set)
            cited = sa.select(Citation.source_id, Claim.number).join(Claim, Claim.id == Citation.claim_id)
            for source_id, number in connection.execute(cited.where(Claim.article_id == head.id)):
                if number in wanted:
                    claims[source_id].add(number)
            said: dict[str, set[int]] = defaultdict(set)
            for row in rows:
                if row.speaker:
                    said[folded(row.speaker)].add(row.number)
            people = sa.select(Source.id, Source.person).where(Source.person != "")
            for source_id, person in connection.execute(people):
                if folded(person) in said:
                    claims[source_id] |= said[folded(person)]
            sources = [
                source_value(row, row["used"], row["last_used"])
                for row in connection.execute(used_sources(None)).mappings()
                if row["source_id"] in claims
            ]
        entries = [
            CallSheetEntry(source=source, claims=tuple(sorted(claims[source.id]))) for source in sources
        ]
        return tuple(sorted(entries, key=lambda entry: -len(entry.claims)))

    def log(self, source_id: int, method: Method, outcome: str, *, op: str | None = None) -> Change:
        """Write down an attempt to reach a source: how, and what came of it.

        Raises:
            NotOnDesk: there is no such source.
            Refused: outcome is empty.
        """
        words = required(outcome, "outcome")

        def act(ledger: Ledger) -> Deed:
            row = find_source(ledger, source_id)
            values = {"source_id": source_id, "at": ledger.at, "by": ledger.person}
            created = ledger.insert(Contact, values | {"method": method, "outcome": words})
            label = row["person"] or label_of(row)
            return Deed(f"Source “{label}”: {method.value}, {words}", created=created, whole=True)

        return self._act("log_contact", act, op)

    def of_source(self, source_id: int) -> tuple[ContactValue, ...]:
        """The attempts to reach a source, the latest first."""
        query = sa.select(Contact.__table__).where(Contact.source_id == source_id)
        with self._read() as connection:
            return tuple(
                ContactValue(
                    id=row.id,
                    source=row.source_id,
                    at=row.at,
                    by=row.by,
                    method=row.method,
                    outcome=row.outcome,
                )
                for row in connection.execute(query.order_by(Contact.id.desc()))
            )
