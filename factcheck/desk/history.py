"""The history as people read it, and what others did since one looked last."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from db.tables import Article, Claim
from db.tables import Event as EventTable
from factcheck.desk.blame import LOOK_BACK, touches
from factcheck.desk.columns import Row, Select
from factcheck.desk.heads import find_article, find_claims
from factcheck.desk.recording import change_of
from factcheck.desk.room import Room
from factcheck.errors import Met
from factcheck.model import Change, Event

_END = sa.select(sa.func.max(EventTable.id))

_REWOUND = Change(op="", verb="restore_backup", said="A backup was put back", whole_article=True)
"""What a desk hears when the history is shorter than it was."""


class History(Room):
    """The history, read."""

    def history(
        self, article: str | None = None, claim: int | None = None, limit: int | None = None
    ) -> list[Event]:
        """Events, the latest first.

        Args:
            article: only events about this article.
            claim: only events that touched the claim of this number; needs `article`.
            limit: at most so many.

        Raises:
            NotOnDesk: no such article or claim.
        """
        query = (
            sa.select(EventTable.__table__, Article.slug)
            .outerjoin(Article, Article.id == EventTable.article_id)
            .order_by(EventTable.id.desc())
        )
        with self._read() as connection:
            claim_id = None
            if article is not None:
                head = find_article(connection, article)
                query, claim_id = _narrowed(connection, query, head.id, claim)
                if claim is not None and claim_id is None:
                    find_claims(connection, head, claim, retired=None)
            if claim_id is None and limit is not None:
                query = query.limit(limit)
            rows = connection.execute(query)
            return list(_read_events(rows, claim, claim_id, limit))

    def meanwhile(self, met: Met) -> list[Event]:
        """What others made of a row since somebody saw it, the latest first.

        Each event has just that row's fields before and after. Every act on a row makes a version of it, so
        the versions tell how many acts there were; where fields were compared, it is those that set them.

        Args:
            met: the row, out of a conflict.
        """
        fields = set(met.seen) if isinstance(met.seen, Mapping) else None
        left = 1 if fields is not None or met.has is None else met.has - met.seen
        found: list[Event] = []
        query = (
            sa.select(EventTable.__table__, Article.slug)
            .outerjoin(Article, Article.id == EventTable.article_id)
            .order_by(EventTable.id.desc())
            .limit(LOOK_BACK)
        )
        with self._read() as connection:
            for row in connection.execute(query):
                change = _change_of(row, met)
                after = (change or {}).get("after") or {}
                if change is None or (fields is not None and not fields & after.keys()):
                    continue
                found.append(replace(event_value(row), before=change["before"] or {}, after=after))
                fields = None if fields is None else fields - after.keys()
                left = len(fields) if fields is not None else left - 1
                if left <= 0 or change["before"] is None:
                    break
        return found

    def token(self) -> int:
        """Where the history ends now; to be given to `changed_since`."""
        with self._read() as connection:
            return connection.scalar(_END) or 0

    def changed_since(self, token: int) -> tuple[int, tuple[Change, ...]]:
        """The new end of the history, and what others did since an earlier one; costs next to nothing.

        What this desk did itself is left out: its caller was told. A backup that was put back is one change,
        of everything.
        """
        query = (
            sa.select(EventTable.__table__, Article.slug)
            .outerjoin(Article, Article.id == EventTable.article_id)
            .where(EventTable.id > token)
            .order_by(EventTable.id)
        )
        with self._read() as connection:
            rows = connection.execute(query).all()
            end = connection.scalar(_END) or 0
        if end < token:
            return end, (_REWOUND,)
        if not rows:
            return token, ()
        news = tuple(change_of(row) for row in rows if row.id not in self._own)
        self._own.difference_update(row.id for row in rows)
        return rows[-1].id, news


def _change_of(row: Row, met: Met) -> dict[str, Any] | None:
    """What an event did to a row; none when it left it alone."""
    ours = (one for one in row.changes if (one["table"], one["id"]) == (met.table, met.id))
    return next(ours, None)


def _narrowed(
    connection: sa.Connection, query: Select, article_id: int, claim: int | None
) -> tuple[Select, int | None]:
    """A query for the events of an article, or for those that may have touched one claim; and its id."""
    if claim is None:
        return query.where(EventTable.article_id == article_id), None
    own = (EventTable.article_id == article_id) & ((EventTable.claim == claim) | EventTable.claim.is_(None))
    found = sa.select(Claim.id).where(Claim.article_id == article_id, Claim.number == claim)
    return query.where(own | EventTable.article_id.is_(None)), connection.scalar(found)


def _read_events(
    rows: sa.CursorResult[Any], claim: int | None, claim_id: int | None, limit: int | None
) -> Iterator[Event]:
    left = limit
    for row in rows:
        if left is not None and left <= 0:
            return
        if claim_id is not None and row.claim != claim and not _about(row.changes, claim_id):
            continue
        yield event_value(row, claim_id)
        left = None if left is None else left - 1


def _about(changes: list[dict[str, Any]], claim_id: int) -> bool:
    """Whether an event changed a claim or what belongs to it."""
    return touches(changes, {("claim", claim_id)}) or any(
        (change["before"] or {}).get("claim_id") == claim_id for change in changes
    )


def event_value(row: Row, claim_id: int | None = None) -> Event:
    """An event out of its row.

    Args:
        row: the event's columns, and `slug` of its article.
        claim_id: the claim whose fields are told; None tells those of the only one, if there is one.
    """
    before: dict[str, object] = {}
    after: dict[str, object] = {}
    for change in row.changes:
        if change["table"] == "claim" and claim_id is not None and change["id"] != claim_id:
            continue
        if row.claim is None and claim_id is None and change["table"] != "article":
            continue
        _tell(before, change, change["before"])
        _tell(after, change, change["after"])
    return Event(
        id=row.id,
        op=row.op,
        at=row.at,
        by=row.by,
        verb=row.verb,
        article=row.slug or "",
        claim=row.claim,
        words=row.words,
        said=row.said,
        before=before,
        after=after,
        warnings=tuple(row.warnings),
    )


def _tell(told: dict[str, object], change: Mapping[str, Any], side: Mapping[str, Any] | None) -> None:
    """Add one side of a change: fields of the claim by name, other rows whole under “citation 12”."""
    if change["table"] in {"claim", "article"}:
        told.update(side or {})
    else:
        told[f"{change['table']} {change['id']}"] = side
