"""Articles on the desk: the list of them, their names, deadlines, and taking them away."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from db.tables import Article as ArticleTable
from db.tables import Draft, Event
from db.tables import Draft as DraftTable
from factcheck.desk.articles.similar import likest
from factcheck.desk.articles.slugs import free_slug, slug_of
from factcheck.desk.drafts.draft_rows import draft_values, lay_claims
from factcheck.desk.progress.progress import progress_of
from factcheck.desk.transaction.columns import Row, plain
from factcheck.desk.transaction.events import Deed
from factcheck.desk.transaction.input_text import SHORT, kept, kept_short
from factcheck.desk.transaction.last_change import later_touch
from factcheck.desk.transaction.ledger import Ledger
from factcheck.desk.transaction.lookup import Head, find_article
from factcheck.desk.transaction.transaction import Noun
from factcheck.errors import BadInput, Conflict, Met, Refused
from factcheck.model import Article, ArticleRow, Change, LintMark, Progress, Split
from factcheck.text import plural

_COLUMNS = (
    ArticleTable.id,
    ArticleTable.slug,
    ArticleTable.title,
    ArticleTable.outlet,
    ArticleTable.byline,
    ArticleTable.published,
    ArticleTable.deadline,
    ArticleTable.added_at,
    ArticleTable.archived,
    ArticleTable.current_draft.label("draft"),
    Draft.words,
    ArticleTable.signed_by,
    ArticleTable.signed_at,
    ArticleTable.signed_draft,
    ArticleTable.signed_digest,
    ArticleTable.version,
)


class Articles(Noun):
    """The verbs about articles."""

    def rows(self, *, archived: bool = False) -> tuple[ArticleRow, ...]:
        """The articles of the desk with their progress, the nearest deadline first, then the newest.

        Args:
            archived: those that were put away, in place of those on the desk.
        """
        with self._read() as connection:
            return read_articles(connection, ArticleTable.archived.is_(archived), self.today)

    def get(self, ref: str) -> ArticleRow:
        """One article, by its slug or the beginning of it.

        Raises:
            NotOnDesk: no article has it, or more than one.
        """
        with self._read() as connection:
            return read_articles(connection, ArticleTable.id == find_article(connection, ref).id, self.today)[
                0
            ]

    def slugs(self) -> tuple[str, ...]:
        """The slugs of all articles, in order; archived ones too."""
        with self._read() as connection:
            return tuple(
                connection.scalars(
                    sa.select(ArticleTable.slug).where(ArticleTable.present).order_by(ArticleTable.slug)
                )
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
            ledger.update(ArticleTable, head.id, values)
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
            ledger.update(ArticleTable, head.id, {"deadline": when})
            said = f"due {when:%Y-%m-%d %H:%M}" if when else "no deadline"
            return Deed(f"{head.name}: {said}", head)

        return self._act("set_deadline", act, op)

    def archive(self, article: str, archived: bool = True, *, op: str | None = None) -> Change:
        """Put an article away, or back on the desk."""

        def act(ledger: Ledger) -> Deed:
            head = find_article(ledger.connection, article)
            ledger.update(ArticleTable, head.id, {"archived": archived})
            return Deed(f"{head.name}: {'archived' if archived else 'back on the desk'}", head)

        return self._act("archive", act, op)

    def remove(self, article: str, *, op: str | None = None) -> Change:
        """Take an article off the desk; undo brings it back, and so does adding its file again."""

        def act(ledger: Ledger) -> Deed:
            head = find_article(ledger.connection, article)
            ledger.update(ArticleTable, head.id, {"present": False})
            return Deed(f"Removed {head.name}", head, whole=True)

        return self._act("remove", act, op)

    def add(
        self, article: Article, split: Split, *, lint: Sequence[LintMark] = (), op: str | None = None
    ) -> Change:
        """Put an article on the desk with its claims.

        The same file or the same text again adds nothing: the change's verb is then `already` and its
        article the one that holds it. Where that one was removed with work in it, it is brought back with
        all its work (`restored`); where nothing was done on it, the new reading takes its place.

        Args:
            article: as read.
            split: its claims and passages.
            lint: places that do not agree.
            op: operation id.
        """

        def act(ledger: Ledger) -> Deed:
            same = same_article(ledger.connection, article)
            if same is not None and same.present:
                head = find_article(ledger.connection, same.slug)
                return Deed(f"{head.name} is already on the desk.", head, verb="already")
            if same is not None and _worked_on(ledger.connection, same.id):
                ledger.update(ArticleTable, same.id, {"present": True})
                head = find_article(ledger.connection, same.slug)
                return Deed(
                    f"{head.name} was removed before: it is back with all its work.",
                    head,
                    whole=True,
                    verb="restored",
                )
            head = find_article(ledger.connection, _put(ledger, article, split, lint))
            said = f"Added {head.name}: {plural(len(split.claims), 'claim')}"
            return Deed(said, head, whole=True, warnings=(*article.remarks, *split.remarks))

        return self._act("add", act, op)

    def same(self, article: Article) -> str | None:
        """Slug of the article on the desk that has the same file or the same text; None if none has."""
        with self._read() as connection:
            same = same_article(connection, article)
            return same.slug if same is not None and same.present else None

    def similar(self, article: Article) -> str | None:
        """Slug of the article that this one looks like a new draft of; None when there is none."""
        with self._read() as connection:
            rows = connection.execute(
                sa.select(ArticleTable.slug, ArticleTable.title, DraftTable.text)
                .join(
                    DraftTable,
                    (DraftTable.article_id == ArticleTable.id)
                    & (DraftTable.number == ArticleTable.current_draft),
                )
                .where(ArticleTable.present)
                .execution_options(yield_per=50)
            )
            return likest(article.title, article.text, ((row.slug, row.title, row.text) for row in rows))


def read_articles(
    connection: sa.Connection, which: sa.ColumnElement[bool], today: date
) -> tuple[ArticleRow, ...]:
    """Present articles with their progress.

    Args:
        connection: the transaction.
        which: a condition on the articles.
        today: the day where the person is.
    """
    which = sa.and_(which, ArticleTable.present)
    query = (
        sa.select(*_COLUMNS)
        .join(Draft, (Draft.article_id == ArticleTable.id) & (Draft.number == ArticleTable.current_draft))
        .where(which)
        .order_by(ArticleTable.deadline.is_(None), ArticleTable.deadline, ArticleTable.id.desc())
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
    query = sa.select(*(ArticleTable.__table__.c[name] for name in compared)).where(
        ArticleTable.id == head.id
    )
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
        sa.select(ArticleTable.id, ArticleTable.present).where(
            ArticleTable.slug == slug, ArticleTable.id != head.id
        )
    ).first()
    if row is None:
        return
    if row.present:
        raise Refused(f"Another article is called {slug}: choose another name.")
    ledger.update(ArticleTable, row.id, {"slug": f"{slug}-removed-{row.id}"})


def same_article(connection: sa.Connection, article: Article) -> Row | None:
    """The article with this file or text among its drafts: one on the desk before a removed one."""
    same = DraftTable.digest == article.digest
    if article.original_digest:
        same |= DraftTable.original_digest == article.original_digest
    return connection.execute(
        sa.select(ArticleTable.id, ArticleTable.slug, ArticleTable.present)
        .join(DraftTable, DraftTable.article_id == ArticleTable.id)
        .where(same, DraftTable.number > 0)
        .order_by(ArticleTable.present.desc(), ArticleTable.id.desc())
        .limit(1)
    ).first()


def _worked_on(connection: sa.Connection, article_id: int) -> bool:
    """Whether anything was done on an article but adding and removing it."""
    coming = ("add", "remove", "restored", "undo", "redo")
    query = sa.select(Event.id).where(Event.article_id == article_id, Event.verb.not_in(coming)).limit(1)
    return connection.scalar(query) is not None


def _put(ledger: Ledger, article: Article, split: Split, lint: Sequence[LintMark]) -> str:
    """Write a new article; its slug."""
    values = article_values(article) | {
        "slug": free_slug_for(ledger, article),
        "added_at": ledger.at,
        "next_number": len(split.claims) + 1,
    }
    (article_id,) = ledger.lay_down(ArticleTable, [values | {"present": False, "current_draft": 1}])
    draft = draft_values(ledger, article_id, 1, article, lint)
    (draft_id,) = ledger.lay_down(DraftTable, [draft | {"words": split.words, "covered": split.covered}])
    lay_claims(ledger, article_id, draft_id, split, lint)
    ledger.update(ArticleTable, article_id, {"present": True})
    return str(values["slug"])


def article_values(article: Article) -> dict[str, Any]:
    """What a file says of itself, as an article's row holds it."""
    return {
        "title": " ".join(article.title.split()),
        "outlet": " ".join(article.outlet.split())[:SHORT],
        "byline": " ".join(article.byline.split())[:SHORT],
        "language": article.language[:SHORT],
        "published": article.published,
    }


def free_slug_for(ledger: Ledger, article: Article) -> str:
    """A free slug; one that only a removed article holds is taken over from it."""
    slug = slug_of(article.slug, article.title, article.source_name.rpartition(".")[0], article.source_name)
    query = sa.select(ArticleTable.id).where(ArticleTable.slug == slug, ~ArticleTable.present)
    removed = ledger.connection.scalar(query)
    if removed is not None:
        ledger.update(ArticleTable, removed, {"slug": f"{slug}-removed-{removed}"})

    def taken(candidate: str) -> bool:
        found = ledger.connection.scalar(sa.select(ArticleTable.id).where(ArticleTable.slug == candidate))
        return found is not None

    return free_slug(slug, taken)
