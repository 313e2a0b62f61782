"""What a screen asks at every step: what one finding still lacks, and which check points are left in view."""

from collections import defaultdict
from collections.abc import Sequence

import sqlalchemy as sa

from db.tables import CheckPoint, Claim, ClaimSpan
from db.vocabulary import Finding
from factcheck.desk.flags import EXPIRED
from factcheck.desk.heads import find_article, find_claims, span_of, unique
from factcheck.desk.ledger import chunks
from factcheck.desk.needs import TIER_UNSAID, beside, review_need, tier_unsaid, unmet, unticked
from factcheck.desk.room import Room
from factcheck.model import ExpiredItem, Span


class Glances(Room):
    """Small questions about claims."""

    def missing(self, article: str, number: int) -> tuple[str, ...]:
        """What the present finding of a claim lacks by the house's rules: each “needs …”, ticks, and tiers.

        Raises:
            NotOnDesk: no such article, or no such claim in it.
        """
        with self._read() as connection:
            head = find_article(connection, article)
            rows = find_claims(connection, head, number, retired=None)
            claim = beside(connection, rows)[rows[0].id]
            needs = unmet(rows[0].finding, claim, self.rules)
            if (review := review_need(claim, self.rules)) and rows[0].finding is not Finding.UNCHECKED:
                needs.append(review)
            said = [f"needs {need}" for need in needs]
            if rows[0].finding is Finding.VERIFIED:
                said += [left.share for left in unticked(connection, [rows[0].id], self.rules).values()]
            if tier_unsaid(rows[0].finding, claim.support, self.rules):
                said.append(TIER_UNSAID)
            return tuple(said)

    def expired(self, article: str) -> tuple[ExpiredItem, ...]:
        """Claims of the current draft whose finding held until a day that is past, in reading order."""
        with self._read() as connection:
            head = find_article(connection, article)
            query = (
                sa.select(Claim.number, Claim.expires, ClaimSpan.text)
                .join(ClaimSpan, span_of(head.draft_id))
                .where(Claim.article_id == head.id, Claim.retired.is_(False), EXPIRED)
                .order_by(ClaimSpan.start, Claim.number)
            )
            rows = connection.execute(query, {"today": self.today})
            return tuple(ExpiredItem(row.number, row.expires, row.text) for row in rows if row.expires)

    def unticked(self, article: str, numbers: int | Sequence[int]) -> dict[int, tuple[Span, ...]]:
        """Where the check points of claims that nobody has ticked stand in the current draft.

        Claims that the draft has lost, or that have none left, are not named.
        """
        found: dict[int, list[Span]] = defaultdict(list)
        with self._read() as connection:
            head = find_article(connection, article)
            for some in chunks(unique(numbers)):
                query = (
                    sa.select(
                        Claim.number, ClaimSpan.start + CheckPoint.offset, sa.func.length(CheckPoint.text)
                    )
                    .join(ClaimSpan, span_of(head.draft_id))
                    .join(CheckPoint, CheckPoint.claim_id == Claim.id)
                    .where(Claim.article_id == head.id, Claim.number.in_(some), ~CheckPoint.ticked)
                    .order_by(CheckPoint.offset, CheckPoint.id)
                )
                for number, start, length in connection.execute(query):
                    found[number].append(Span(start, start + length))
        return {number: tuple(spans) for number, spans in found.items()}
