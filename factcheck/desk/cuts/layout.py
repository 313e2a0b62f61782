"""The ground that cuts are made on: which claims stand where, and passages for what no claim holds."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

import sqlalchemy as sa

from db.tables import CheckPoint, Claim, ClaimSpan, Draft, Passage
from db.vocabulary import SetAsideReason
from factcheck.desk.cuts.coverage import Region, claim_pieces, passage_stretches, pieces, recounted
from factcheck.desk.cuts.spans import has_words, joined, overlap, trimmed, whole_words, within, without
from factcheck.desk.transaction.columns import Row
from factcheck.desk.transaction.ledger import Ledger
from factcheck.desk.transaction.lookup import Head
from factcheck.errors import Refused
from factcheck.model import Span


class Standing(NamedTuple):
    """A claim of the queue on the ground."""

    id: int
    number: int
    parent_id: int | None
    span_id: int
    span: Span
    pieces: tuple[Span, ...]

    def holds(self, span: Span) -> bool:
        """Whether a stretch lies inside the claim."""
        return self.span.start <= span.start and span.end <= self.span.end

    def lies_in(self, span: Span) -> bool:
        """Whether the claim lies inside a stretch."""
        return span.start <= self.span.start and self.span.end <= span.end


def text_of(ledger: Ledger, head: Head) -> str:
    """The text of an article's current draft."""
    return ledger.connection.scalar(sa.select(Draft.text).where(Draft.id == head.draft_id)) or ""


def standing_in(ledger: Ledger, head: Head, place: Span, besides: Iterable[int] = ()) -> list[Standing]:
    """The claims of the queue whose words reach into a place, in reading order.

    Args:
        ledger: the act.
        head: their article.
        place: a stretch of the current draft.
        besides: ids of claims to leave out.
    """
    left_out = set(besides)
    claims = standing_between(ledger, head.draft_id, place.start, place.end)
    return [claim for claim in claims if claim.id not in left_out and overlap(claim.pieces, [place])]


def standing_between(ledger: Ledger, draft_id: int, start: int, end: int) -> list[Standing]:
    """The claims of the queue that reach between two places of a draft, in reading order."""
    columns = (ClaimSpan.id.label("span_id"), ClaimSpan.start, ClaimSpan.end, ClaimSpan.parts)
    query = (
        sa.select(Claim.id, Claim.number, Claim.parent_id, *columns)
        .join(ClaimSpan, ClaimSpan.claim_id == Claim.id)
        .where(ClaimSpan.draft_id == draft_id, Claim.retired.is_(False))
        .where(ClaimSpan.start < end, ClaimSpan.end > start)
        .order_by(ClaimSpan.start, ClaimSpan.end.desc(), Claim.number)
    )
    return [
        Standing(
            row.id,
            row.number,
            row.parent_id,
            row.span_id,
            Span(row.start, row.end),
            tuple(pieces(row)),
        )
        for row in ledger.connection.execute(query)
    ]


def selected(text: str, start: int, end: int) -> Span:
    """A selection widened to whole words.

    Raises:
        Refused: it lies outside the text, or holds no word.
    """
    if not 0 <= start < end <= len(text):
        raise Refused("The selection lies outside the draft: nothing was changed.")
    span = whole_words(text, Span(start, end))
    if not has_words(text, span):
        raise Refused("The selection holds no word: nothing was changed.")
    return span


def innermost(claims: Iterable[Standing], span: Span) -> Standing | None:
    """The smallest claim that holds a stretch and more."""
    around = [claim for claim in claims if claim.holds(span) and claim.span != span]
    return min(around, key=lambda claim: claim.span.end - claim.span.start, default=None)


def ancestors(claims: Sequence[Standing], claim: Standing) -> set[int]:
    """Ids of the claims that a claim is nested in, as far as they stand among those given."""
    by_id = {other.id: other for other in claims}
    found: set[int] = set()
    parent = claim.parent_id
    while parent is not None and parent not in found:
        found.add(parent)
        parent = by_id[parent].parent_id if parent in by_id else None
    return found


@contextmanager
def resettled(ledger: Ledger, head: Head, text: str, region: Span) -> Iterator[None]:
    """Let claims change inside the block, and leave every word covered that was covered before.

    Passages give way to claims; words that no claim holds any more become passages set aside by hand.

    Args:
        ledger: the act.
        head: the article.
        text: of its current draft.
        region: a stretch that holds all that changes.
    """
    place = Region(head.draft_id, region.start, region.end)
    before = joined([*claim_pieces(ledger.connection, place), *passage_stretches(ledger.connection, place)])
    with recounted(ledger, [place]):
        yield
        claims = joined(claim_pieces(ledger.connection, place))
        _give_way(ledger, text, place, claims)
        passages = passage_stretches(ledger.connection, place)
        bare = without(within(before, region), [*claims, *passages])
        rows = [
            {"draft_id": head.draft_id, "start": start, "end": end, "reason": SetAsideReason.BY_HAND}
            for start, end in _lines(text, bare)
        ]
        ledger.insert_many(Passage, rows)


def _give_way(ledger: Ledger, text: str, place: Region, claims: Sequence[Span]) -> None:
    """Take the words of claims out of the passages that hold them."""
    query = sa.select(Passage.__table__).where(
        Passage.draft_id == place.draft_id, Passage.start < place.end, Passage.end > place.start
    )
    for row in ledger.connection.execute(query).all():
        whole = Span(row.start, row.end)
        if not overlap([whole], claims):
            continue
        left = _lines(text, without([whole], claims))
        if not left:
            ledger.delete_many(Passage, [row.id])
            continue
        ledger.update(Passage, row.id, {"start": left[0].start, "end": left[0].end})
        ledger.insert_many(
            Passage,
            [
                {"draft_id": row.draft_id, "start": start, "end": end, "reason": row.reason}
                for start, end in left[1:]
            ],
        )


def _lines(text: str, stretches: Iterable[Span]) -> list[Span]:
    """Stretches cut at line breaks and trimmed; those without a word fall away."""
    lines: list[Span] = []
    for start, end in stretches:
        place = start
        for line in text[start:end].split("\n"):
            lines.append(trimmed(text, Span(place, place + len(line))))
            place += len(line) + 1
    return [line for line in lines if has_words(text, line)]


def place_claim(ledger: Ledger, span_id: int, text: str, stretches: Sequence[Span]) -> None:
    """Move a claim to other stretches of its draft."""
    ledger.update(ClaimSpan, span_id, placed(text, stretches))


def placed(text: str, stretches: Sequence[Span]) -> dict[str, Any]:
    """The place of a claim as its row holds it: its envelope, its words, its parts where it has several."""
    start, end = stretches[0].start, stretches[-1].end
    parts = [list(stretch) for stretch in stretches] if len(stretches) > 1 else []
    return {"start": start, "end": end, "parts": parts, "text": text[start:end]}


def hand_out_points(ledger: Ledger, claim_id: int, start: int, targets: Sequence[tuple[int, Span]]) -> None:
    """Give the check points of a claim to the claims that hold their words; others fall away.

    Args:
        ledger: the act.
        claim_id: whose they are.
        start: where that claim began.
        targets: claims by id, with the stretches that they hold now.
    """
    rows = ledger.connection.execute(
        sa.select(CheckPoint.id, CheckPoint.offset, CheckPoint.text).where(CheckPoint.claim_id == claim_id)
    ).all()
    moved: dict[int, dict[str, Any]] = {}
    for row in rows:
        values = _moved(row, Span(start + row.offset, start + row.offset + len(row.text)), targets)
        if values is not None:
            moved[row.id] = values
    ledger.delete_many(CheckPoint, [row.id for row in rows if row.id not in moved])
    ledger.update_many(CheckPoint, moved)


def _moved(row: Row, place: Span, targets: Sequence[tuple[int, Span]]) -> dict[str, Any] | None:
    """Where a check point goes; None when no claim holds a word of it."""
    for claim_id, span in targets:
        for start, end in within([place], span):
            words = row.text[start - place.start : end - place.start]
            if any(map(str.isalnum, words)):
                return {"claim_id": claim_id, "offset": start - span.start, "text": words}
    return None
