"""Claims in full: everything that the desk holds about one of them, or about many with few questions."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

import sqlalchemy as sa

from db.tables import CheckPoint, Citation, Claim, Note, Query, Source
from db.tables import Draft as DraftTable
from db.vocabulary import BlockKind, CheckKind
from factcheck.desk.claims.queue import last_spans
from factcheck.desk.sources.flags import flags_of, is_expired, origins, recheck_reason
from factcheck.desk.sources.source_values import citation_columns, citation_value, source_value
from factcheck.desk.transaction.columns import Row
from factcheck.desk.transaction.ledger import chunks
from factcheck.desk.transaction.lookup import Head, find_claims
from factcheck.model import Citation as CitationValue
from factcheck.model import Claim as ClaimValue
from factcheck.model import ClaimFilter, LintMark, Span, Speaker, TickedPoint
from factcheck.model import Note as NoteValue
from factcheck.model import Query as QueryValue
from factcheck.model import Source as SourceValue

_EVERYTHING = ClaimFilter()


class Belongings(NamedTuple):
    """What belongs to claims, by claim id."""

    points: Mapping[int, list[Row]]
    citations: Mapping[int, list[CitationValue]]
    notes: Mapping[int, list[NoteValue]]
    queries: Mapping[int, list[QueryValue]]
    parents: Mapping[int, int]
    spans: Mapping[int, Row]
    """Last places of lost claims."""


class Page(NamedTuple):
    """What claims need of their draft: where headings stand, and what does not agree."""

    starts: tuple[int, ...]
    headings: tuple[str, ...]
    lint: tuple[LintMark, ...]

    def section(self, start: int) -> str:
        """Words of the heading that a place stands under; empty before the first."""
        index = self.heading_above(start)
        return self.headings[index - 1] if index else ""

    def heading_above(self, start: int) -> int:
        """Which heading a place stands under, from 1; 0 before the first."""
        return bisect_right(self.starts, start)

    def remarks(self, start: int, end: int) -> tuple[str, ...]:
        """What lint says of a stretch."""
        return tuple(
            mark.message
            for mark in self.lint
            if any(span and span.start < end and start < span.end for span in (mark.first, mark.second))
        )


def read_claims(
    connection: sa.Connection, head: Head, numbers: Sequence[int], page: Page, today: date
) -> list[ClaimValue]:
    """Claims in full, in the order asked for.

    Args:
        connection: the transaction.
        head: their article.
        numbers: which ones.
        page: what they need of the current draft.
        today: the day where the person is.
    """
    if not numbers:
        return []
    rows = find_claims(connection, head, numbers, retired=None)
    belongings = _belongings(connection, rows)
    return [_claim(head, row, belongings, page, today) for row in rows]


def read_page(connection: sa.Connection, draft_id: int) -> Page:
    """What the claims of a draft need of it."""
    query = sa.select(DraftTable.text, DraftTable.blocks, DraftTable.lint).where(DraftTable.id == draft_id)
    draft = connection.execute(query).one()
    headings = [
        (start, " ".join(draft.text[start:end].split()))
        for kind, start, end, _ in draft.blocks
        if kind == BlockKind.HEADING
    ]
    return Page(
        tuple(start for start, _ in headings),
        tuple(words for _, words in headings),
        tuple(LintMark.out_of(mark) for mark in draft.lint),
    )


def _belongings(connection: sa.Connection, rows: Sequence[Row]) -> Belongings:
    numbers = {row.id: row.number for row in rows}
    points: dict[int, list[Row]] = defaultdict(list)
    citations: dict[int, list[CitationValue]] = defaultdict(list)
    notes: dict[int, list[NoteValue]] = defaultdict(list)
    queries: dict[int, list[QueryValue]] = defaultdict(list)
    parents: dict[int, int] = {}
    sources: dict[int, SourceValue] = {}
    for some in chunks(numbers):
        point_rows = sa.select(CheckPoint.__table__).where(CheckPoint.claim_id.in_(some))
        for row in connection.execute(point_rows.order_by(CheckPoint.offset, CheckPoint.id)):
            points[row.claim_id].append(row)
        cited = sa.select(*citation_columns()).join(Source, Source.id == Citation.source_id)
        cited = cited.where(Citation.claim_id.in_(some)).order_by(Citation.id)
        for link in connection.execute(cited).mappings():
            source = sources.get(link["source_id"]) or source_value(link)
            sources[source.id] = source
            citations[link["claim_id"]].append(citation_value(link, numbers[link["claim_id"]], source))
        for row in connection.execute(
            sa.select(Note.__table__).where(Note.claim_id.in_(some)).order_by(Note.id)
        ):
            notes[row.claim_id].append(note_value(row))
        for row in connection.execute(
            sa.select(Query.__table__).where(Query.claim_id.in_(some)).order_by(Query.id)
        ):
            queries[row.claim_id].append(query_value(row, numbers[row.claim_id]))
    for some in chunks({row.parent_id for row in rows if row.parent_id}):
        query = sa.select(Claim.id, Claim.number).where(Claim.id.in_(some), ~Claim.retired)
        parents.update((row.id, row.number) for row in connection.execute(query))
    spans = last_spans(connection, [row.id for row in rows if row.start is None])
    return Belongings(points, citations, notes, queries, parents, spans)


_SAME = (
    "id", "number", "restatement", "priority", "finding", "decided_by", "decided_at", "decided_text",
    "waiting_on", "waiting_since", "proposed_text", "fix", "fix_by", "fix_at", "fix_reason",
    "review", "review_by", "review_at", "review_reason", "assignee", "expires", "version", "retired",
)  # fmt: skip
"""Fields of a claim that stand in its row under the same name."""


def _claim(head: Head, row: Row, belongings: Belongings, page: Page, today: date) -> ClaimValue:
    lost = row.start is None
    place = belongings.spans.get(row.id) if lost else row
    start, end, text = (place.start, place.end, place.text) if place else (0, 0, "")
    parts = place.parts if place else []
    citations = tuple(belongings.citations.get(row.id, ()))
    return ClaimValue(
        **{name: getattr(row, name) for name in _SAME},
        article=head.slug,
        text=text,
        start=start,
        end=end,
        parts=tuple(Span(*part) for part in parts) or (Span(start, end),),
        draft=place.number if lost and place else head.draft,
        lost=lost,
        speaker=None if row.speaker is None else Speaker.out_of(row.speaker),
        kinds=tuple(map(CheckKind, row.kinds)),
        check_points=tuple(_point(point, start) for point in belongings.points.get(row.id, ())),
        reasons=tuple(row.reasons),
        parent=belongings.parents.get(row.parent_id),
        section="" if lost else page.section(start),
        flags=flags_of(
            row.recheck or is_expired(row, today),
            row.review,
            len(origins(citations, row.finding)) == 1,
            row.legal,
            row.sensitive,
        ),
        recheck_reason=recheck_reason(row, today),
        citations=citations,
        notes=tuple(belongings.notes.get(row.id, ())),
        queries=tuple(belongings.queries.get(row.id, ())),
        lint=page.remarks(start, end) if row.lint and not lost else (),
    )


def _point(row: Row, start: int) -> TickedPoint:
    return TickedPoint(
        id=row.id,
        kind=row.kind,
        start=start + row.offset,
        end=start + row.offset + len(row.text),
        text=row.text,
        remark=row.remark,
        ticked=row.ticked,
        ticked_by=row.ticked_by,
    )


def note_value(row: Row) -> NoteValue:
    """A note out of its row."""
    return NoteValue(
        id=row.id, text=row.text, by=row.by, at=row.at, confidential=row.confidential, version=row.version
    )


def query_value(row: Row, number: int | None) -> QueryValue:
    """A query out of its row.

    Args:
        row: of the query.
        number: of the claim that it is about.
    """
    return QueryValue(
        id=row.id,
        claim=number,
        text=row.text,
        by=row.by,
        at=row.at,
        answer=row.answer,
        answered_by=row.answered_by,
        answered_at=row.answered_at,
        version=row.version,
    )
