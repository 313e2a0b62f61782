"""The history as people read it, and what others did since one looked last."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from db.tables import Article, Claim
from db.tables import Event as EventTable
from factcheck.desk.history.reverse import Sought, conflict, turn_round
from factcheck.desk.transaction.columns import Row, Select
from factcheck.desk.transaction.events import Deed, change_of
from factcheck.desk.transaction.input_text import reopened, signed_again, undone
from factcheck.desk.transaction.last_change import LOOK_BACK, touches
from factcheck.desk.transaction.ledger import Ledger
from factcheck.desk.transaction.lookup import find_article, find_claims
from factcheck.desk.transaction.transaction import Noun
from factcheck.errors import Met, Refused
from factcheck.model import Change, Event

_BACK_AND_FORTH = ("undo", "redo")

_END = sa.select(sa.func.max(EventTable.id))

_REWOUND = Change(op="", verb="restore_backup", said="A backup was put back", whole_article=True)
"""What a desk hears when the history is shorter than it was."""


class History(Noun):
    """The history, read."""

    def events(
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

    def undo(self, article: str | None = None, *, op: str | None = None) -> Change:
        """Take back the person's last act that still stands.

        Args:
            article: only acts on this article.
            op: operation id.

        Raises:
            Refused: there is nothing to undo.
            Conflict: what it changed was changed again by somebody else; nothing was undone.
        """
        return self._turn("undo", article, op)

    def redo(self, article: str | None = None, *, op: str | None = None) -> Change:
        """Make again what the person undid last, if they have done nothing else on its article since.

        Args:
            article: only acts on this article.
            op: operation id.

        Raises:
            Refused: there is nothing to redo.
            Conflict: what it would change was changed meanwhile; nothing was redone.
        """
        return self._turn("redo", article, op)

    def can_undo(self, article: str | None = None) -> str:
        """What `undo` would take back, as the history tells it; empty when there is nothing."""
        return self._next("undo", article)

    def can_redo(self, article: str | None = None) -> str:
        """What `redo` would make again, as the history tells it; empty when there is nothing."""
        return self._next("redo", article)

    def _next(self, verb: str, article: str | None) -> str:
        with self._read() as connection:
            sought = _sought(connection, verb, self.person, article)
            return "" if sought is None else str(sought.act.said)

    def _turn(self, verb: str, article: str | None, op: str | None) -> Change:
        found: list[Sought] = []

        def act(ledger: Ledger) -> Deed:
            sought = _sought(ledger.connection, verb, self.person, article)
            if sought is None:
                where = f" in “{article}”" if article else ""
                raise Refused(f"There is nothing to {verb}{where}.")
            found.append(sought)
            whole = turn_round(ledger, sought)
            return _deed(ledger, sought, whole=whole)

        try:
            return self._act(verb, act, op)
        except IntegrityError as error:
            # A row that others came to refer to, or a name that was taken: only the database sees it.
            with self._read() as connection:
                raise conflict(connection, found[0]) from error


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


def _deed(ledger: Ledger, sought: Sought, *, whole: bool) -> Deed:
    act = sought.act
    present = sa.select(Article.slug).where(Article.id == act.article_id, Article.present)
    slug = ledger.connection.scalar(present)
    did = "Undid" if sought.verb == "undo" else "Redid"
    return Deed(
        f"{did}: {undone(act.said)}{_signature(ledger, act)}",
        find_article(ledger.connection, slug) if slug else None,
        whole=whole,
        words=act.words,
        target=act.id,
    )


def _signature(ledger: Ledger, act: Row) -> str:
    """What became of signatures, where the act that is turned round was about something else."""
    if act.verb in {"sign_off", "reopen"}:
        return ""
    ends = []
    for (table, key), entry in ledger.entries.items():
        was, now = entry.before or {}, entry.after or {}
        if table == Article.__tablename__ and "signed_at" in now:
            columns = sa.select(Article.title, Article.slug).where(Article.id == key)
            title, slug = ledger.connection.execute(columns).one()
            name = title or slug
            signed = now["signed_at"] is not None
            ends.append(signed_again(name, now["signed_by"]) if signed else reopened(name, was["signed_by"]))
    return "".join(ends)


def _sought(connection: sa.Connection, verb: str, person: str, article: str | None) -> Sought | None:
    """What undo or redo would turn round; None when there is nothing."""
    given: dict[str, object] = {"person": person}
    if article:
        given["article"] = find_article(connection, article).id
    query = _undoable(scoped=bool(article)) if verb == "undo" else _redoable(scoped=bool(article))
    key = connection.scalar(query, given)
    if key is None:
        return None
    act = connection.execute(_EVENT, {"key": key}).one()
    return Sought(verb, act, connection.execute(_LAST_TURN, {"key": key}).first() or act)


_EVENT = sa.select(EventTable.__table__).where(EventTable.id == sa.bindparam("key"))
_LAST_TURN = (
    sa.select(EventTable.__table__)
    .where(EventTable.target == sa.bindparam("key"))
    .order_by(EventTable.id.desc())
    .limit(1)
)


def _acts(*, scoped: bool) -> sa.Select[int]:
    """The ids of a person's own acts, on one article where the search is scoped.

    Acts that came with a piece from another desk changed nothing here, and nothing of them can be undone.
    """
    here = sa.cast(EventTable.changes, sa.Text) != "[]"
    query = sa.select(EventTable.id).where(
        EventTable.by == sa.bindparam("person"), EventTable.verb.not_in(_BACK_AND_FORTH), here
    )
    return query.where(EventTable.article_id == sa.bindparam("article")) if scoped else query


def _redone(back: sa.FromClause, forth: sa.FromClause) -> sa.Exists:
    """Whether what an undo took back was made again after it.

    It asks for the undo's own target: a query within a query is tied to the one around it and to none further
    out, so the outermost event would be any event here.
    """
    return sa.exists().where(forth.c.target == back.c.target, forth.c.verb == "redo", forth.c.id > back.c.id)


@cache
def _undoable(*, scoped: bool) -> sa.Select[int]:
    """The last act that stands: never undone, or redone after."""
    back, forth = EventTable.__table__.alias(), EventTable.__table__.alias()
    standing = ~sa.exists().where(
        back.c.target == EventTable.id, back.c.verb == "undo", ~_redone(back, forth)
    )
    return _acts(scoped=scoped).where(standing).order_by(EventTable.id.desc()).limit(1)


@cache
def _redoable(*, scoped: bool) -> sa.Select[int]:
    """The act undone last, with no new act of the person on its article since."""
    back, forth, other = (
        EventTable.__table__.alias(),
        EventTable.__table__.alias(),
        EventTable.__table__.alias(),
    )
    overtaken = sa.exists().where(
        other.c.by == sa.bindparam("person"),
        other.c.id > back.c.id,
        other.c.verb.not_in(_BACK_AND_FORTH),
        other.c.article_id.is_not_distinct_from(EventTable.article_id),
    )
    query = _acts(scoped=scoped).join(back, (back.c.target == EventTable.id) & (back.c.verb == "undo"))
    return query.where(~_redone(back, forth), ~overtaken).order_by(back.c.id.desc()).limit(1)
