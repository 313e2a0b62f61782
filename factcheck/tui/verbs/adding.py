"""A file on its way to the desk: read, split, checked against itself, for every place that takes one."""

from pathlib import Path
from typing import NamedTuple

from factcheck.config import Config
from factcheck.desk import Desk
from factcheck.model import Article, Change, LintMark, Split


class Incoming(NamedTuple):
    """A draft that was read and is not on the desk yet."""

    name: str
    """File name that it came from."""
    article: Article
    split: Split
    lint: tuple[LintMark, ...]


def incoming_from(path: Path, config: Config) -> Incoming:
    """Read a draft from a file; takes a moment, so it runs on the writer's thread.

    Raises:
        UnreadableDraft: the file cannot become an article.
    """
    from factcheck.lint import lint  # reading and splitting load what the open interface does not need
    from factcheck.read import read_file
    from factcheck.split import split

    article = read_file(path)
    claims = split(article, config.house_lists(), parser=config.parser)
    return Incoming(path.name, article, claims, tuple(lint(article, claims)))


def next_draft_of(desk: Desk, incoming: Incoming) -> str | None:
    """Slug of the article that it looks like a next draft of; none for a new piece or one that is there."""
    return None if desk.articles.same(incoming.article) else desk.articles.similar(incoming.article)


def add(desk: Desk, incoming: Incoming) -> Change:
    """Put it on the desk as an article of its own."""
    return desk.articles.add(incoming.article, incoming.split, lint=incoming.lint)
