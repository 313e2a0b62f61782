"""Articles on the desk: the list of them, their names, deadlines, and taking them away."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from db.tables import Article, Draft
from factcheck.desk.blame import later_touch
from factcheck.desk.columns import plain
from factcheck.desk.heads import Head, find_article
from factcheck.desk.ledger import Ledger
from factcheck.desk.progress import progress_of
from factcheck.desk.recording import Deed
from factcheck.desk.room import Room
from factcheck.desk.slugs import slug_of
from factcheck.desk.words import kept, kept_short
from factcheck.errors import BadInput, Conflict, Met, Refused
from factcheck.model import ArticleRow, Change, Progress

_COLUMNS = (
    Article.id,
    Article.slug,
    Article.title,
    Article.outlet,
    Article.byline,
    Article.published,
    Article.deadline,
    Article.added_at,
    Article.archived,
    Article.current_draft.label("draft"),
    Draft.words,
    Article.signed_by,
    Article.signed_at,
    Article.signed_draft,
    Article.signed_digest,
    Article.version,
)


class Articles(Room):
    """The verbs about articles."""

    def articles(self, *, archived: bool = False) -> tuple[ArticleRow, ...]:
        """The articles of the desk with their progress, the nearest deadline first, then the newest.

        Args:
            archived: those that were put away, in place of those on the desk.
        """
        with self._read() as connection:
            return read_articles(connection, Article.archived.is_(archived), self.today)

    def article(self, ref: str) -> ArticleRow:
        """One article, by its slug or the beginning of it.

        Raises:
            NotOnDesk: no article has it, or more than one.
        """
        with self._read() as connection:
            return read_articles(connection, Article.id == find_article(connection, ref).id, self.today)[0]

    def slugs(self) -> tuple[str, ...]:
        """The slugs of all articles, in order; archived ones too."""
        with self._read() as connection:
            return tuple(
                connection.scalars(sa.select(Article.slug).where(Article.present).order_by(Article.slug))
            )

    def rename(
        self,
        article: str,
        *,
        title: str | None = None,
        slug: str | None = None,
        outlet: str | None = None,
        byline: str | None = None,
        published: date | None = None,
        expected: Mapping[str, object] | None = None,
        op: str | None = None,
    ) -> Change:
        """Change what an article is called; what is None stays. The change's article is its new slug.

        Args:
            article: slug or the beginning of one.
            title: its headline.
            slug: its short name.
            outlet: where it appears.
            byline: who wrote it.
            published: the day.
            expected: fields as the caller has seen them, by name; one that is not named is not compared.
            op: operation id.

        Raises:
            BadInput: the slug holds other than small letters, digits and dashes.
            Refused: the slug is taken, or nothing was given.
            Conflict: a field is not as it was seen.
        """
        values: dict[str, Any] = {
            "title": None if title is None else " ".join(kept(title, "title").split()),
            "slug": None if slug is None else _checked(slug),
            "outlet": None if outlet is None else kept_short(outlet, "outlet"),
            "byline": None if byline is None else kept_short(byline, "byline"),
            "published": published,
        }
        values = {name: value for name, value in values.items() if value is not None}
        if not values:
            raise Refused("Nothing was given to rename.")

        def act(ledger: Ledger) -> Deed:
            head = find_article(ledger.connection, article)
            _as_seen(ledger, head, values, expected)
            _free(ledger, head, values.get("slug", head.slug))
            ledger.update(Article, head.id, values)
            said = ", ".join(f"{name} “{value}”" for name, value in values.items())
            return Deed(
                f"{head.name}: {said}", find_article(ledger.connection, values.get("slug", head.slug))
            )

        return self._act("rename", act, op)

    def set_deadline(
        self,
        article: str,
        when: datetime | None,
        *,
        expected: Mapping[str, object] | None = None,
        op: str | None = None,
    ) -> Change:
        """Set the moment when an article has to be done; None takes it away.

        Args:
            article: slug or the beginning of one.
            when: the moment, with its time zone.
            expected: `deadline` as the caller has seen it.
            op: operation id.

        Raises:
            BadInput: the moment has no time zone.
            Conflict: the deadline is not as it was seen.
        """
        if when is not None and when.tzinfo is None:
            raise BadInput("A deadline needs a time zone.")

        def act(ledger: Ledger) -> Deed:
            head = find_article(ledger.connection, article)
            _as_seen(ledger, head, {"deadline": when}, expected)
            ledger.update(Article, head.id, {"deadline": when})
            said = f"due {when:%Y-%m-%d %H:%M}" if when else "no deadline"
            return Deed(f"{head.name}: {said}", head)

        return self._act("set_deadline", act, op)

    def archive(self, article: str, archived: bool = True, *, op: str | None = None) -> Change:
        """Put an article away, or back on the desk."""

        def act(ledger: Ledger) -> Deed:
            head = find_article(ledger.connection, article)
            ledger.update(Article, head.id, {"archived": archived})
            return Deed(f"{head.name}: {'archived' if archived else 'back on the desk'}", head)

        return self._act("archive", act, op)

    def remove(self, article: str, *, op: str | None = None) -> Change:
        """Take an article off the desk; undo brings it back, and so does adding its file again."""

        def act(ledger: Ledger) -> Deed:
            head = find_article(ledger.connection, article)
            ledger.update(Article, head.id, {"present": False})
            return Deed(f"Removed {head.name}", head, whole=True)

        return self._act("remove", act, op)


def read_articles(
    connection: sa.Connection, which: sa.ColumnElement[bool], today: date
) -> tuple[ArticleRow, ...]:
    """Present articles with their progress.

    Args:
        connection: the transaction.
        which: a condition on the articles.
        today: the day where the person is.
    """
    which = sa.and_(which, Article.present)
    query = (
        sa.select(*_COLUMNS)
        .join(Draft, (Draft.article_id == Article.id) & (Draft.number == Article.current_draft))
        .where(which)
        .order_by(Article.deadline.is_(None), Article.deadline, Article.id.desc())
    )
    progress = progress_of(connection, which, today)
    return tuple(_row(row, progress) for row in connection.execute(query).mappings())


def _as_seen(
    ledger: Ledger, head: Head, values: Mapping[str, Any], expected: Mapping[str, object] | None
) -> None:
    """Refuse to write over a field of an article that somebody else set to something else meanwhile.

    Its version would tell of every claim that came or went as well.

    Raises:
        Conflict: a field is neither as the caller has seen it nor as it is to be.
    """
    compared = {name: plain(value) for name, value in (expected or {}).items() if name in values}
    if not compared:
        return
    query = sa.select(*(Article.__table__.c[name] for name in compared)).where(Article.id == head.id)
    has = {name: plain(value) for name, value in ledger.connection.execute(query).mappings().one().items()}
    others = [name for name in compared if has[name] not in {compared[name], plain(values[name])}]
    if others:
        touch = later_touch(ledger.connection, 0, {("article", head.id)})
        who = touch.by if touch else ""
        seen, now = ({name: fields[name] for name in others} for fields in (compared, has))
        raise Conflict(
            f"{who or 'Somebody'} changed the {' and '.join(others)} of {head.name} meanwhile:"
            " look at it again; nothing was overwritten.",
            by=who,
            met=(Met("article", head.id, None, seen, now),),
        )


def _row(row: Mapping[Any, Any], progress: Mapping[int, Progress]) -> ArticleRow:
    return ArticleRow(**row, progress=progress[row["id"]])


def _checked(slug: str) -> str:
    wanted = slug.strip().lower()
    if not wanted or slug_of(wanted) != wanted:
        raise BadInput(
            f"“{slug}” cannot be an article's short name: use small letters, digits and dashes, 60 at most."
        )
    return wanted


def _free(ledger: Ledger, head: Head, slug: str) -> None:
    """Refuse a slug that another article has; one that a removed article holds is taken from it."""
    row = ledger.connection.execute(
        sa.select(Article.id, Article.present).where(Article.slug == slug, Article.id != head.id)
    ).first()
    if row is None:
        return
    if row.present:
        raise Refused(f"Another article is called {slug}: choose another name.")
    ledger.update(Article, row.id, {"slug": f"{slug}-removed-{row.id}"})
