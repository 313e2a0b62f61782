"""Undo and redo, out of the history: per person, the last act first, also after a restart."""

from functools import cache

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from db.tables import Article, Event
from factcheck.desk.columns import Row
from factcheck.desk.heads import find_article
from factcheck.desk.ledger import Ledger
from factcheck.desk.recording import Deed
from factcheck.desk.room import Room
from factcheck.desk.turning import Sought, conflict, turn_round
from factcheck.desk.words import reopened, signed_again, undone
from factcheck.errors import Refused
from factcheck.model import Change

_BACK_AND_FORTH = ("undo", "redo")


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


_EVENT = sa.select(Event.__table__).where(Event.id == sa.bindparam("key"))
_LAST_TURN = (
    sa.select(Event.__table__).where(Event.target == sa.bindparam("key")).order_by(Event.id.desc()).limit(1)
)


def _acts(*, scoped: bool) -> sa.Select[int]:
    """The ids of a person's own acts, on one article where the search is scoped.

    Acts that came with a piece from another desk changed nothing here, and nothing of them can be undone.
    """
    here = sa.cast(Event.changes, sa.Text) != "[]"
    query = sa.select(Event.id).where(
        Event.by == sa.bindparam("person"), Event.verb.not_in(_BACK_AND_FORTH), here
    )
    return query.where(Event.article_id == sa.bindparam("article")) if scoped else query


def _redone(back: sa.FromClause, forth: sa.FromClause) -> sa.Exists:
    """Whether what an undo took back was made again after it.

    It asks for the undo's own target: a query within a query is tied to the one around it and to none further
    out, so the outermost event would be any event here.
    """
    return sa.exists().where(forth.c.target == back.c.target, forth.c.verb == "redo", forth.c.id > back.c.id)


@cache
def _undoable(*, scoped: bool) -> sa.Select[int]:
    """The last act that stands: never undone, or redone after."""
    back, forth = Event.__table__.alias(), Event.__table__.alias()
    standing = ~sa.exists().where(back.c.target == Event.id, back.c.verb == "undo", ~_redone(back, forth))
    return _acts(scoped=scoped).where(standing).order_by(Event.id.desc()).limit(1)


@cache
def _redoable(*, scoped: bool) -> sa.Select[int]:
    """The act undone last, with no new act of the person on its article since."""
    back, forth, other = Event.__table__.alias(), Event.__table__.alias(), Event.__table__.alias()
    overtaken = sa.exists().where(
        other.c.by == sa.bindparam("person"),
        other.c.id > back.c.id,
        other.c.verb.not_in(_BACK_AND_FORTH),
        other.c.article_id.is_not_distinct_from(Event.article_id),
    )
    query = _acts(scoped=scoped).join(back, (back.c.target == Event.id) & (back.c.verb == "undo"))
    return query.where(~_redone(back, forth), ~overtaken).order_by(back.c.id.desc()).limit(1)
