"""Cutting: one claim into several, other words for a claim, new claims by hand."""

from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa

from db.tables import Article, CheckPoint, Citation, Claim, ClaimSpan
from db.vocabulary import CheckKind
from factcheck.desk.cuts.coverage import pieces
from factcheck.desk.cuts.layout import (
    Standing,
    hand_out_points,
    innermost,
    place_claim,
    placed,
    resettled,
    selected,
    standing_in,
    text_of,
)
from factcheck.desk.cuts.spans import has_words, overlap, trimmed, whole_words, within
from factcheck.desk.cuts.suggestions import suggested
from factcheck.desk.drafts.draft_rows import point_rows
from factcheck.desk.findings.findings import recheck_values
from factcheck.desk.findings.review import NO_REVIEW
from factcheck.desk.transaction.columns import UNRECORDED, Row
from factcheck.desk.transaction.events import Deed
from factcheck.desk.transaction.input_text import listed
from factcheck.desk.transaction.ledger import Ledger
from factcheck.desk.transaction.lookup import Expected, Head, find_article, find_claims, standing
from factcheck.desk.transaction.transaction import Noun
from factcheck.errors import Refused
from factcheck.model import Change, Span


class Cuts(Noun):
    """The verbs that cut."""

    def split(
        self,
        article: str,
        number: int,
        at: Sequence[int],
        *,
        expected: Expected = None,
        op: str | None = None,
    ) -> Change:
        """Make several claims of one.

        The first part keeps the number; the others get new ones, with copies of its citations. A finding
        stays beside each part, to be rechecked. Check points go with their words.

        Args:
            article: slug or the beginning of one.
            number: of the claim.
            at: places in the current draft where a new part begins; one inside a word moves to its beginning.
            expected: version seen.
            op: operation id.

        Raises:
            Refused: a place lies outside the claim, leaves a part without a word, or cuts a nested claim.
        """

        def act(ledger: Ledger) -> Deed:
            head = find_article(ledger.connection, article)
            rows = find_claims(ledger.connection, head, number, expected)
            standing(head, rows)
            text = text_of(ledger, head)
            parts = _parts(text, rows[0], at)
            numbers = [number, *new_numbers(ledger, head, len(parts) - 1)]
            with resettled(ledger, head, text, Span(rows[0].start, rows[0].end)):
                _split(ledger, head, rows[0], text, parts, numbers)
            said = f"Claim {number}: split into {listed(numbers)}"
            return Deed(said, head, numbers[1], whole=True, words=rows[0].text)

        return self._act("split_claim", act, op)

    def recut(
        self,
        article: str,
        number: int,
        start: int,
        end: int,
        *,
        expected: Expected = None,
        op: str | None = None,
    ) -> Change:
        """Make a claim of other words; its finding stays beside it, to be rechecked.

        Args:
            article: slug or the beginning of one.
            number: of the claim.
            start: first code point in the current draft; the stretch is widened to whole words.
            end: one past the last.
            expected: version seen.
            op: operation id.

        Raises:
            Refused: the stretch lies outside the draft, holds no word, or holds words of another claim.
        """

        def act(ledger: Ledger) -> Deed:
            head = find_article(ledger.connection, article)
            rows = find_claims(ledger.connection, head, number, expected)
            standing(head, rows)
            row, text = rows[0], text_of(ledger, head)
            span = selected(text, start, end)
            region = Span(min(span.start, row.start), max(span.end, row.end))
            others = standing_in(ledger, head, region, [row.id])
            inside = _enclosed(others, span)
            _foreign(inside, {row.id, *(claim.id for claim in inside)})
            with resettled(ledger, head, text, region):
                place_claim(ledger, _span_id(ledger, head, row.id), text, [span])
                hand_out_points(ledger, row.id, row.start, [(row.id, span)])
                around = innermost(others, span)
                reason = f"It was cut anew; the words were: {row.text}"
                changed = {**unsettled(row, reason), "parent_id": around.id if around else None}
                changed["kinds"] = _new_points(ledger, head, row, text, span)
                ledger.update(Claim, row.id, changed)
                _let_go(ledger, others, row.id, span)
            return Deed(f"Claim {number}: cut anew", head, whole=True, words=text[span.start : span.end])

        return self._act("recut", act, op)

    def add(self, article: str, start: int, end: int, *, op: str | None = None) -> Change:
        """Make a claim of words that somebody selected; the change's `created` is its number.

        Inside another claim it is nested in that one; claims inside it are nested in it. A passage gives way.
        Check points, kinds, speaker and priority are the splitter's suggestion.

        Args:
            article: slug or the beginning of one.
            start: first code point in the current draft; the stretch is widened to whole words.
            end: one past the last.
            op: operation id.

        Raises:
            Refused: the stretch lies outside the draft, holds no word, is a claim, or cuts through one.
        """

        def act(ledger: Ledger) -> Deed:
            head = find_article(ledger.connection, article)
            text = text_of(ledger, head)
            span = selected(text, start, end)
            others = standing_in(ledger, head, span)
            inside = _enclosed(others, span)
            around = innermost(others, span)
            (number,) = new_numbers(ledger, head, 1)
            with resettled(ledger, head, text, span):
                parent_id = around.id if around else None
                values = {"article_id": head.id, "number": number, "parent_id": parent_id}
                hint = suggested(ledger, head, text, span)
                claim_id = ledger.insert(Claim, hint.values | values)
                ledger.insert_many(CheckPoint, point_rows(claim_id, span.start, hint.points))
                place = {"claim_id": claim_id, "draft_id": head.draft_id}
                ledger.insert(ClaimSpan, place | placed(text, [span]))
                top = [claim.id for claim in inside if claim.parent_id == parent_id]
                ledger.update_all(Claim, top, {"parent_id": claim_id})
            said = f"Claim {number}: added"
            return Deed(said, head, number, whole=True, words=text[span.start : span.end])

        return self._act("add_claim", act, op)


def new_numbers(ledger: Ledger, head: Head, count: int) -> list[int]:
    """Numbers for new claims of an article, which no claim has had or will have."""
    first = ledger.connection.execute(
        sa.select(Article.next_number).where(Article.id == head.id)
    ).scalar_one()
    ledger.update(Article, head.id, {"next_number": first + count})
    return list(range(first, first + count))


def unsettled(row: Row, reason: str) -> dict[str, Any]:
    """What becomes of a claim whose words changed: a finding is to be rechecked, a review falls away."""
    reviewed = NO_REVIEW if row.review is not None else {}
    return {**recheck_values(row, reason), **reviewed}


def _parts(text: str, row: Row, at: Sequence[int]) -> list[list[Span]]:
    """The stretches of each part of a claim that is split.

    Raises:
        Refused: a place lies outside the claim, or leaves a part without a word.
    """
    whole = Span(row.start, row.end)
    cuts = sorted({_word_start(text, place) for place in at})
    if not cuts or cuts[0] <= whole.start or cuts[-1] >= whole.end:
        raise Refused(f"Claim {row.number} can only be split between its own words.")
    edges = [whole.start, *cuts, whole.end]
    parts = []
    for bounds in map(Span, edges, edges[1:]):
        stretches = [trimmed(text, stretch) for stretch in within(pieces(row), bounds)]
        stretches = [stretch for stretch in stretches if has_words(text, stretch)]
        if not stretches:
            raise Refused(f"A part of claim {row.number} would hold no word: split it elsewhere.")
        parts.append(stretches)
    return parts


def _word_start(text: str, place: int) -> int:
    if not 0 < place < len(text) or text[place - 1].isspace() or text[place].isspace():
        return place
    return whole_words(text, Span(place, place + 1)).start


def _split(
    ledger: Ledger, head: Head, row: Row, text: str, parts: Sequence[Sequence[Span]], numbers: Sequence[int]
) -> None:
    """Write the parts of a claim that is split."""
    reason = f"It was split; the words were: {row.text}"
    changed = unsettled(row, reason)
    copied = copied_values(row) | changed | {"parent_id": row.parent_id}
    new = ledger.insert_many(
        Claim, [copied | {"article_id": head.id, "number": number} for number in numbers[1:]]
    )
    ids = [row.id, *new]
    place_claim(ledger, _span_id(ledger, head, row.id), text, parts[0])
    ledger.insert_many(
        ClaimSpan,
        [
            {"claim_id": claim_id, "draft_id": head.draft_id} | placed(text, stretches)
            for claim_id, stretches in zip(new, parts[1:], strict=True)
        ],
    )
    envelopes = [Span(stretches[0].start, stretches[-1].end) for stretches in parts]
    targets = list(zip(ids, envelopes, strict=True))
    hand_out_points(ledger, row.id, row.start, targets)
    kinds = _kinds(ledger, row, ids)
    ledger.update_many(
        Claim,
        {
            claim_id: {"kinds": kinds[claim_id], "restatement": ""} | (changed if claim_id == row.id else {})
            for claim_id in ids
        },
    )
    copy_citations(ledger, row.id, new)
    _hand_out_children(ledger, head, row, targets)


_COPIED = (
    "speaker", "priority", "reasons", "finding", "decided_by", "decided_at", "decided_text", "legal",
    "sensitive", "lint", "waiting_on", "waiting_since", "assignee", "expires",
)  # fmt: skip
"""What every part of a claim takes over; what was proposed, reviewed or noted stays with the first."""


def _new_points(ledger: Ledger, head: Head, row: Row, text: str, span: Span) -> list[str]:
    """Add the check points of words that a claim takes in; its kinds now."""
    old = Span(row.start, row.end)
    new = [point for point in suggested(ledger, head, text, span).points if not overlap([point.span], [old])]
    ledger.insert_many(CheckPoint, point_rows(row.id, span.start, new))
    kinds = {*row.kinds, *(point.kind for point in new)}
    return [kind.value for kind in CheckKind if kind in kinds]


def copied_values(row: Row) -> dict[str, Any]:
    """What a claim that comes of another takes over from it."""
    return {name: getattr(row, name) for name in _COPIED}


def _kinds(ledger: Ledger, row: Row, ids: Sequence[int]) -> dict[int, list[str]]:
    """Kinds of each part: those of its check points, and those that no check point stands for."""
    query = sa.select(CheckPoint.claim_id, CheckPoint.kind).where(CheckPoint.claim_id.in_(ids))
    points: dict[int, set[str]] = {claim_id: set() for claim_id in ids}
    for claim_id, kind in ledger.connection.execute(query):
        points[claim_id].add(kind.value)
    loose = set(row.kinds) - set().union(*points.values())
    return {
        claim_id: [kind.value for kind in CheckKind if kind.value in points[claim_id] | loose]
        for claim_id in ids
    }


def copy_citations(ledger: Ledger, claim_id: int, targets: Sequence[int]) -> None:
    """Give other claims the citations of one."""
    query = sa.select(Citation.__table__).where(Citation.claim_id == claim_id).order_by(Citation.id)
    rows = [
        {name: value for name, value in row.items() if name not in {"id", *UNRECORDED}}
        for row in ledger.connection.execute(query).mappings()
    ]
    ledger.insert_many(Citation, [row | {"claim_id": target} for target in targets for row in rows])


def _hand_out_children(ledger: Ledger, head: Head, row: Row, targets: Sequence[tuple[int, Span]]) -> None:
    """Nest the claims that stood in a split one in the part that holds them.

    Raises:
        Refused: one stands across two parts.
    """
    inside = standing_in(ledger, head, Span(row.start, row.end), [claim_id for claim_id, _ in targets])
    parents: dict[int, dict[str, Any]] = {}
    for child in inside:
        if not child.lies_in(Span(row.start, row.end)):
            continue
        part = next((claim_id for claim_id, span in targets if child.lies_in(span)), None)
        if part is None:
            raise Refused(f"Claim {child.number} stands across this place: split or retire that one first.")
        if child.parent_id == row.id:
            parents[child.id] = {"parent_id": part}
    ledger.update_many(Claim, parents)


def _enclosed(others: Iterable[Standing], span: Span) -> list[Standing]:
    """The claims that lie inside a stretch.

    Raises:
        Refused: the stretch is a claim already, or cuts through one.
    """
    inside = []
    for claim in others:
        if not overlap(claim.pieces, [span]):
            continue
        if claim.span == span:
            raise Refused(f"These words are claim {claim.number} already.")
        if claim.lies_in(span):
            inside.append(claim)
        elif not claim.holds(span):
            raise Refused(
                f"Some of these words are in claim {claim.number}: select them all, or merge the claims."
            )
    return inside


def _foreign(inside: Iterable[Standing], family: set[int]) -> None:
    """Refuse a stretch that holds claims which are not nested in the claim that it is for.

    Raises:
        Refused: it holds one.
    """
    for claim in inside:
        if claim.parent_id not in family:
            raise Refused(f"Claim {claim.number} stands in these words: merge the two instead.")


def _let_go(ledger: Ledger, others: Sequence[Standing], claim_id: int, span: Span) -> None:
    """Nest elsewhere what was nested in a claim and no longer lies in it."""
    parents = {
        child.id: innermost([other for other in others if other.id != child.id], child.span)
        for child in others
        if child.parent_id == claim_id and not child.lies_in(span)
    }
    ledger.update_many(
        Claim, {child: {"parent_id": parent.id if parent else None} for child, parent in parents.items()}
    )


def _span_id(ledger: Ledger, head: Head, claim_id: int) -> int:
    query = sa.select(ClaimSpan.id).where(ClaimSpan.claim_id == claim_id, ClaimSpan.draft_id == head.draft_id)
    return ledger.connection.scalars(query).one()
