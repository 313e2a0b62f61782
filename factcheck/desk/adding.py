"""Putting a draft on the desk, once; and knowing it again."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from db.tables import Article as ArticleTable
from db.tables import Draft as DraftTable
from db.tables import Event
from factcheck.desk.columns import Row
from factcheck.desk.heads import find_article
from factcheck.desk.laying import draft_values, lay_claims
from factcheck.desk.ledger import Ledger
from factcheck.desk.likeness import likest
from factcheck.desk.recording import Deed
from factcheck.desk.room import Room
from factcheck.desk.slugs import free_slug, slug_of
from factcheck.desk.words import SHORT
from factcheck.model import Article, Change, LintMark, Split
from factcheck.text import plural


class Adding(Room):
    """The verbs that bring drafts in."""

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

    def find_same(self, article: Article) -> str | None:
        """Slug of the article on the desk that has the same file or the same text; None if none has."""
        with self._read() as connection:
            same = same_article(connection, article)
            return same.slug if same is not None and same.present else None

    def find_similar(self, article: Article) -> str | None:
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
