"""Pace: how fast claims are decided, what is left, and what waits for whom."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise

import sqlalchemy as sa

from db.tables import Claim, ClaimSpan
from db.vocabulary import OPEN_FINDINGS, Finding
from factcheck.desk.claims import Page, read_page
from factcheck.desk.columns import Row
from factcheck.desk.flags import RECHECK
from factcheck.desk.heads import Head, find_article, span_of
from factcheck.desk.room import Room
from factcheck.model import Day, Pace, SectionProgress, WaitingItem

PAUSE = timedelta(minutes=30)
"""A longer time between two decisions is a pause, not work."""


class Pacing(Room):
    """Pace, read."""

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
