"""How far articles are: counts that add up, one article or a thousand in a few questions."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

import sqlalchemy as sa

from db.tables import Article, Claim, ClaimSpan, Draft, Query
from db.vocabulary import OPEN_FINDINGS, Finding, FixState, ReviewState
from factcheck.desk.claims.claim_values import Page, read_page
from factcheck.desk.sources.flags import EXPIRED, RECHECK
from factcheck.desk.transaction.columns import Row
from factcheck.desk.transaction.ledger import chunks
from factcheck.desk.transaction.lookup import Head, find_article, span_of
from factcheck.desk.transaction.transaction import Noun
from factcheck.model import Day, Pace, SectionProgress, WaitingItem
from factcheck.model import Progress as ProgressValue

PAUSE = timedelta(minutes=30)
"""A longer time between two decisions is a pause, not work."""


class Progress(Noun):
    """Counting."""

    def of(self, article: str) -> ProgressValue:
        """How far an article is."""
        with self._read() as connection:
            head = find_article(connection, article)
            return progress_of(connection, Article.id == head.id, self.today)[head.id]

    def pace(self, article: str) -> Pace:
        """How fast the claims of an article are decided, and the hours of work that the rest will take."""
        zone = self._clock().tzinfo
        with self._read() as connection:
            head = find_article(connection, article)
            rows = _present(connection, head, self.today)
            page = read_page(connection, head.draft_id)
        done = [row for row in rows if not _is_open(row)]
        left = len(rows) - len(done)
        per_hour = _per_hour((row.decided_by, row.decided_at) for row in done)
        return Pace(
            days=_days([row.decided_at.astimezone(zone) for row in done]),
            by_checker=dict(Counter(row.decided_by for row in done).most_common()),
            by_section=_sections(rows, page),
            per_hour=per_hour,
            left=left,
            hours_left=left / per_hour if per_hour else None,
            waiting=_waiting(rows),
        )


class Count(NamedTuple):
    """So many claims of an article that are alike."""

    article_id: int
    finding: Finding
    recheck: bool
    review: ReviewState | None
    claims: int
    closed: bool = False
    """Whether they are lost on purpose: cut, and off the list of what was lost."""


def progress_of(
    connection: sa.Connection, which: sa.ColumnElement[bool], today: date
) -> dict[int, ProgressValue]:
    """Progress by article id.

    Args:
        connection: the transaction.
        which: a condition on the articles.
        today: the day where the person is.
    """
    articles = {
        row.id: row
        for row in connection.execute(
            sa.select(Article.id, Draft.words, Draft.covered, Draft.number)
            .join(Draft, (Draft.article_id == Article.id) & (Draft.number == Article.current_draft))
            .where(which)
        )
    }
    ids = sa.select(Article.id).where(which)
    counts: dict[int, list[Count]] = defaultdict(list)
    for count in _counted(connection, ids):
        counts[count.article_id].append(count)
    revised = [key for key, row in articles.items() if row.number > 1]
    lost: dict[int, list[Count]] = defaultdict(list)
    if revised:
        for count in _lost(connection, sa.and_(which, Article.current_draft > 1)):
            lost[count.article_id].append(count)
    queries = _open_queries(connection, ids)
    waiting = _oldest_waiting(connection, ids)
    expired = _expired(connection, articles, today)
    return {
        key: _sum(counts[key], lost[key], row, queries.get(key, 0), waiting.get(key), expired.get(key, 0))
        for key, row in articles.items()
    }


def _sum(
    counts: Iterable[Count],
    lost: Iterable[Count],
    draft: Row,
    open_queries: int,
    oldest_waiting: date | None,
    expired: int,
) -> ProgressValue:
    by_finding = dict.fromkeys(Finding, 0)
    recheck = reviewed = gone = 0
    signed = [(count, 1) for count in counts] + [(count, -1) for count in lost]
    for count, sign in signed:
        by_finding[count.finding] += sign * count.claims
        if count.recheck and count.finding not in OPEN_FINDINGS:
            recheck += sign * count.claims
        if count.review is ReviewState.AGREED:
            reviewed += sign * count.claims
        gone += count.claims if sign < 0 and not count.closed else 0
    return ProgressValue(
        claims=sum(by_finding.values()),
        by_finding=by_finding,
        recheck=recheck + expired,
        lost=gone,
        open_queries=open_queries,
        coverage=draft.covered / draft.words if draft.words else 1.0,
        oldest_waiting=oldest_waiting,
        reviewed=reviewed,
    )


_ALIKE = (Claim.article_id, Claim.finding, Claim.recheck, Claim.review)


def _counted(connection: sa.Connection, ids: sa.Select[int]) -> Iterable[Count]:
    """Claims by article and state, answered from one index."""
    query = (
        sa.select(*_ALIKE, sa.func.count())
        .where(Claim.article_id.in_(ids), Claim.retired.is_(False))
        .group_by(*_ALIKE)
    )
    return (Count(*row) for row in connection.execute(query))


def _lost(connection: sa.Connection, which: sa.ColumnElement[bool]) -> Iterable[Count]:
    """Claims that the current draft no longer holds; only revised articles can have any."""
    closed = (Claim.fix == FixState.CUT).is_(True)
    query = (
        sa.select(*_ALIKE, sa.func.count(), closed)
        .join(Article, Article.id == Claim.article_id)
        .join(Draft, (Draft.article_id == Article.id) & (Draft.number == Article.current_draft))
        .outerjoin(ClaimSpan, (ClaimSpan.claim_id == Claim.id) & (ClaimSpan.draft_id == Draft.id))
        .where(which, Claim.retired.is_(False), ClaimSpan.id.is_(None))
        .group_by(*_ALIKE, closed)
    )
    return (Count(*row) for row in connection.execute(query))


def _open_queries(connection: sa.Connection, ids: sa.Select[int]) -> Mapping[int, int]:
    query = sa.select(Query.article_id, sa.func.count()).where(
        Query.article_id.in_(ids), Query.answered_at.is_(None)
    )
    return {row[0]: row[1] for row in connection.execute(query.group_by(Query.article_id))}


def _oldest_waiting(connection: sa.Connection, ids: sa.Select[int]) -> Mapping[int, date | None]:
    query = (
        sa.select(Claim.article_id, sa.func.min(Claim.waiting_since))
        .join(Article, Article.id == Claim.article_id)
        .join(Draft, (Draft.article_id == Article.id) & (Draft.number == Article.current_draft))
        .join(ClaimSpan, (ClaimSpan.claim_id == Claim.id) & (ClaimSpan.draft_id == Draft.id))
        .where(Claim.article_id.in_(ids), Claim.retired.is_(False), Claim.finding == Finding.WAITING)
        .group_by(Claim.article_id)
    )
    return {row[0]: row[1] for row in connection.execute(query)}


# Built once: every count asks it.
_EXPIRED = (
    sa.select(Claim.article_id, sa.func.count())
    .join(Article, Article.id == Claim.article_id)
    .join(Draft, (Draft.article_id == Article.id) & (Draft.number == Article.current_draft))
    .join(ClaimSpan, (ClaimSpan.claim_id == Claim.id) & (ClaimSpan.draft_id == Draft.id))
    .where(Claim.article_id.in_(sa.bindparam("articles", expanding=True)))
    .where(Claim.retired.is_(False), Claim.recheck.is_(False), EXPIRED)
    .group_by(Claim.article_id)
)


def _expired(connection: sa.Connection, articles: Iterable[int], today: date) -> Mapping[int, int]:
    """Findings that held until a day that is past, on claims that nothing else puts on `recheck`."""
    found: dict[int, int] = {}
    for some in chunks(articles):
        rows = connection.execute(_EXPIRED, {"articles": some, "today": today})
        found.update((row[0], row[1]) for row in rows)
    return found


def _present(connection: sa.Connection, head: Head, today: date) -> Sequence[Row]:
    columns = (Claim.number, Claim.finding, RECHECK.label("recheck"), Claim.decided_by, Claim.decided_at)
    return connection.execute(
        sa.select(*columns, Claim.waiting_on, Claim.waiting_since, ClaimSpan.start, ClaimSpan.text)
        .join(ClaimSpan, span_of(head.draft_id))
        .where(Claim.article_id == head.id, Claim.retired.is_(False))
        .order_by(ClaimSpan.start, Claim.number),
        {"today": today},
    ).all()


def _is_open(row: Row) -> bool:
    return row.finding in OPEN_FINDINGS or row.recheck


def _days(moments: Sequence[datetime]) -> tuple[Day, ...]:
    counts = Counter(moment.date() for moment in moments)
    return tuple(Day(day, counts[day]) for day in sorted(counts))


def _per_hour(decisions: Iterable[tuple[str, datetime]]) -> float | None:
    """Claims decided in an hour of somebody's work; None before there are two to measure between.

    Claims decided in one stroke count once: how fast many are marked says nothing of how fast one is checked.
    """
    by_person: dict[str, set[datetime]] = {}
    for person, moment in decisions:
        by_person.setdefault(person, set()).add(moment)
    worked, decided = timedelta(), 0
    for moments in by_person.values():
        gaps = [later - earlier for earlier, later in pairwise(sorted(moments)) if later - earlier <= PAUSE]
        worked += sum(gaps, timedelta())
        decided += len(gaps)
    return decided / (worked / timedelta(hours=1)) if worked else None


def _sections(rows: Sequence[Row], page: Page) -> tuple[SectionProgress, ...]:
    """Done and all claims under each heading, in the order of the draft."""
    sections: dict[int, list[int]] = {}
    for row in rows:
        counts = sections.setdefault(page.heading_above(row.start), [0, 0])
        counts[0] += not _is_open(row)
        counts[1] += 1
    return tuple(
        SectionProgress(page.headings[index - 1] if index else "", done, claims)
        for index, (done, claims) in sorted(sections.items())
    )


def _waiting(rows: Sequence[Row]) -> tuple[WaitingItem, ...]:
    """What waits, the longest wait first."""
    waiting = [row for row in rows if row.finding == Finding.WAITING]
    waiting.sort(key=lambda row: (row.waiting_since is None, row.waiting_since, row.number))
    return tuple(WaitingItem(row.number, row.waiting_on, row.waiting_since, row.text) for row in waiting)
