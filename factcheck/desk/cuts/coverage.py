"""Coverage: how many words of a draft stand in a claim or a passage, kept while cuts are made."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

import sqlalchemy as sa

from db.tables import Article, Claim, ClaimSpan, Draft, Passage
from factcheck.desk.cuts.spans import joined, word_spans
from factcheck.desk.transaction.columns import Row
from factcheck.desk.transaction.ledger import Ledger
from factcheck.model import Span


class Region(NamedTuple):
    """A stretch of a draft in which an act may change what is covered."""

    draft_id: int
    start: int
    end: int


@contextmanager
def recounted(ledger: Ledger, regions: Sequence[Region]) -> Iterator[None]:
    """Count the covered words of regions before and after the block, and keep the drafts' sums right.

    Counting the regions alone keeps a cut as quick in a book as in a column.
    """
    before = [covered(ledger.connection, region) for region in regions]
    yield
    for region, was in zip(regions, before, strict=True):
        gained = covered(ledger.connection, region) - was
        if gained:
            ledger.connection.execute(
                sa.update(Draft).where(Draft.id == region.draft_id).values(covered=Draft.covered + gained)
            )


def covered(connection: sa.Connection, region: Region) -> int:
    """Words of a region that stand in a claim or a passage."""
    text = connection.scalar(
        sa.select(sa.func.substr(Draft.text, region.start + 1, region.end - region.start)).where(
            Draft.id == region.draft_id
        )
    )
    stretches = joined([*claim_pieces(connection, region), *passage_stretches(connection, region)])
    return covered_words(text or "", region.start, stretches)


def covered_words(text: str, offset: int, stretches: Sequence[Span]) -> int:
    """Words that begin inside one of some stretches.

    Args:
        text: the words.
        offset: place of the text's first character in the draft.
        stretches: in order, none touching another.
    """
    count, index = 0, 0
    for word in word_spans(text):
        place = word.start + offset
        while index < len(stretches) and stretches[index].end <= place:
            index += 1
        if index < len(stretches) and stretches[index].start <= place:
            count += 1
    return count


def claim_pieces(connection: sa.Connection, region: Region) -> list[Span]:
    """The stretches of claims in the queue that reach into a region."""
    query = (
        sa.select(ClaimSpan.start, ClaimSpan.end, ClaimSpan.parts)
        .join(Claim, Claim.id == ClaimSpan.claim_id)
        .where(ClaimSpan.draft_id == region.draft_id, ~Claim.retired)
        .where(ClaimSpan.start < region.end, ClaimSpan.end > region.start)
    )
    return [piece for row in connection.execute(query) for piece in pieces(row)]


def passage_stretches(connection: sa.Connection, region: Region) -> list[Span]:
    """The passages that reach into a region."""
    query = sa.select(Passage.start, Passage.end).where(
        Passage.draft_id == region.draft_id, Passage.start < region.end, Passage.end > region.start
    )
    return [Span(*row) for row in connection.execute(query)]


def pieces(row: Row) -> list[Span]:
    """The stretches that make a claim: its parts, or the whole of it."""
    return [Span(*part) for part in row.parts] or [Span(row.start, row.end)]


def region_of(ledger: Ledger, changes: Sequence[Mapping[str, Any]]) -> list[Region]:
    """Where an event changed what is covered, one region a draft.

    Args:
        ledger: the act that looks at the event.
        changes: of the event.
    """
    places: dict[int, list[Span]] = {}
    for draft_id, start, end in _places(ledger, changes):
        places.setdefault(draft_id, []).append(Span(start, end))
    return [
        Region(draft_id, min(span.start for span in spans), max(span.end for span in spans))
        for draft_id, spans in places.items()
    ]


def _places(ledger: Ledger, changes: Sequence[Mapping[str, Any]]) -> Iterator[tuple[int, int, int]]:
    """Draft, start and end of the claims and passages that an event changed, before and after it."""
    for change in changes:
        sides = [side for side in (change["before"], change["after"]) if side is not None]
        if change["table"] in {"claim_span", "passage"}:
            now = _row(ledger, change["table"], change["id"])
            for side in sides:
                place = {**now, **side}
                if "draft_id" in place:
                    yield place["draft_id"], place["start"], place["end"]
        elif change["table"] == "claim" and any("retired" in side for side in sides):
            # Only what is current is counted: acts that retire a claim leave the sums of older drafts alone.
            query = (
                sa.select(ClaimSpan.draft_id, ClaimSpan.start, ClaimSpan.end)
                .join(Draft, Draft.id == ClaimSpan.draft_id)
                .join(Article, (Article.id == Draft.article_id) & (Article.current_draft == Draft.number))
                .where(ClaimSpan.claim_id == change["id"])
            )
            for row in ledger.connection.execute(query):
                yield row.draft_id, row.start, row.end


def _row(ledger: Ledger, table: str, key: int) -> dict[str, Any]:
    kind = ClaimSpan if table == "claim_span" else Passage
    row = (
        ledger.connection.execute(sa.select(kind.draft_id, kind.start, kind.end).where(kind.id == key))
        .mappings()
        .first()
    )
    return dict(row) if row else {}
