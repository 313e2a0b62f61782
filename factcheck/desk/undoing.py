"""Undo and redo, out of the history: per person, the last act first, also after a restart."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import aliased

from db.tables import Article, Event, Table
from factcheck.desk.blame import later_touch
from factcheck.desk.columns import Row, Select, plain, stored, table_of
from factcheck.desk.coverage import recounted, region_of
from factcheck.desk.heads import find_article
from factcheck.desk.ledger import Ledger, chunks
from factcheck.desk.recording import Deed
from factcheck.desk.room import Room
from factcheck.desk.words import undone
from factcheck.errors import Conflict, Refused
from factcheck.model import Change

_BACK_AND_FORTH = ("undo", "redo")
_KINDS: dict[str, type[Table]] = {
    mapper.class_.__tablename__: mapper.class_ for mapper in Table.registry.mappers
}
_STRUCTURE = frozenset({"claim_span", "passage", "article", "draft", "source", "contact"})
"""Tables whose rows change more than the claims that an event names."""


class Turn(NamedTuple):
    """What has to become of one row to take an act back or make it again."""

    table: str
    id: int
    now: dict[str, Any] | None
    """What the row has to hold for the turn to be right; None where it must not be there."""
    then: dict[str, Any] | None
    """What it holds afterwards."""

    @property
    def manner(self) -> tuple[str, bool, bool]:
        """Turns of one manner can be made together."""
        return (self.table, self.now is None, self.then is None)


class Undoing(Room):
    """The verbs that go back and forth."""

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
            event = connection.execute(_query(connection, verb, self.person, article)).first()
            return "" if event is None else str(event.said)

    def _turn(self, verb: str, article: str | None, op: str | None) -> Change:
        target: list[Row] = []

        def act(ledger: Ledger) -> Deed:
            event = ledger.connection.execute(_query(ledger.connection, verb, self.person, article)).first()
            if event is None:
                where = f" in “{article}”" if article else ""
                raise Refused(f"There is nothing to {verb}{where}.")
            target.append(event)
            return _turned(ledger, verb, event)

        try:
            return self._act(verb, act, op)
        except IntegrityError as error:
            # A row that others came to refer to, or a name that was taken: only the database sees it.
            with self._read() as connection:
                raise _conflict(connection, verb, target[0]) from error


def _query(connection: sa.Connection, verb: str, person: str, article: str | None) -> Select:
    article_id = find_article(connection, article).id if article else None
    return _undoable(person, article_id) if verb == "undo" else _redoable(person, article_id)


def _acts(person: str, article_id: int | None) -> Select:
    query = sa.select(Event.__table__).where(Event.by == person, Event.verb.not_in(_BACK_AND_FORTH))
    return query if article_id is None else query.where(Event.article_id == article_id)


def _undoable(person: str, article_id: int | None) -> Select:
    """The last act that stands: never undone, or redone after."""
    back, forth = aliased(Event), aliased(Event)
    redone = sa.exists().where(forth.target == Event.id, forth.verb == "redo", forth.id > back.id)
    standing = ~sa.exists().where(back.target == Event.id, back.verb == "undo", ~redone)
    return _acts(person, article_id).where(standing).order_by(Event.id.desc()).limit(1)


def _redoable(person: str, article_id: int | None) -> Select:
    """The act undone last, with no new act of the person on its article since."""
    back, forth, other = aliased(Event), aliased(Event), aliased(Event)
    redone = sa.exists().where(forth.target == Event.id, forth.verb == "redo", forth.id > back.id)
    overtaken = sa.exists().where(
        other.by == person,
        other.id > back.id,
        other.verb.not_in(_BACK_AND_FORTH),
        other.article_id.is_not_distinct_from(Event.article_id),
    )
    query = _acts(person, article_id).join(back, (back.target == Event.id) & (back.verb == "undo"))
    return query.where(~redone, ~overtaken).order_by(back.id.desc()).limit(1)


def _turned(ledger: Ledger, verb: str, event: Row) -> Deed:
    """Carry out the turn of an event."""
    turns = _turns(event.changes, back=verb == "undo")
    if any(turn.table == "article" and turn.then == {"present": False} for turn in turns):
        _alone(ledger, event)
    stamp = (ledger.connection.scalar(sa.select(sa.func.max(Event.id))) or 0) + 2
    with recounted(ledger, region_of(ledger, event.changes)):
        for (table, comes, goes), group in groupby(turns, key=lambda turn: turn.manner):
            some = list(group)
            if comes:
                rows = {turn.id: stored(table, turn.then or {}) for turn in some}
                ledger.put_back(_KINDS[table], rows, stamp)
                continue
            _compare(ledger, verb, event, some)
            if goes:
                ledger.delete_many(_KINDS[table], [turn.id for turn in some])
            else:
                ledger.update_many(_KINDS[table], {turn.id: stored(table, turn.then or {}) for turn in some})
    slug = ledger.connection.scalar(
        sa.select(Article.slug).where(Article.id == event.article_id, Article.present)
    )
    did = "Undid" if verb == "undo" else "Redid"
    return Deed(
        f"{did}: {undone(event.said)}",
        find_article(ledger.connection, slug) if slug else None,
        whole=event.claim is None or any(turn.table in _STRUCTURE for turn in turns),
        words=event.words,
        target=event.id,
    )


def _turns(changes: Sequence[Mapping[str, Any]], *, back: bool) -> list[Turn]:
    if back:
        return [Turn(row["table"], row["id"], row["after"], row["before"]) for row in reversed(changes)]
    return [Turn(row["table"], row["id"], row["before"], row["after"]) for row in changes]


def _compare(ledger: Ledger, verb: str, event: Row, turns: Sequence[Turn]) -> None:
    """See that rows still hold what the act left in them.

    Raises:
        Conflict: one does not.
    """
    found = dict(_current(ledger, turns))
    for turn in turns:
        wanted = turn.now or {}
        row = found.get(turn.id)
        if row is None or any(plain(row[name]) != value for name, value in wanted.items()):
            raise _conflict(ledger.connection, verb, event, {(turn.table, turn.id)})


def _current(ledger: Ledger, turns: Sequence[Turn]) -> Iterator[tuple[int, sa.RowMapping]]:
    table = table_of(_KINDS[turns[0].table])
    names = sorted({name for turn in turns for name in turn.now or {}})
    columns = [table.c.id, *(table.c[name] for name in names)]
    for some in chunks(turn.id for turn in turns):
        for row in ledger.connection.execute(sa.select(*columns).where(table.c.id.in_(some))).mappings():
            yield row["id"], row


def _alone(ledger: Ledger, event: Row) -> None:
    """Refuse to take an article off the desk that somebody else has worked on since it came.

    Raises:
        Conflict: somebody has.
    """
    others = sa.select(Event.by).where(
        Event.article_id == event.article_id, Event.id > event.id, Event.by != event.by
    )
    who = ledger.connection.scalar(others.limit(1))
    if who is not None:
        raise Conflict(f"{who} has worked on this article since: remove it if you mean to.", by=who)


def _conflict(
    connection: sa.Connection, verb: str, event: Row, rows: set[tuple[str, int]] | None = None
) -> Conflict:
    """The error that names who changed what an act left."""
    rows = rows or {(change["table"], change["id"]) for change in event.changes}
    touch = later_touch(connection, event.id, rows)
    who = touch.by if touch else ""
    after = f" ({undone(touch.said)})" if touch else ""
    return Conflict(
        f"Cannot {verb} “{undone(event.said)}”: {who or 'somebody'} changed the same thing since{after}.",
        claim=event.claim,
        by=who,
    )
