"""A file on its way to the desk, for both faces: read, split, checked against itself and against the desk."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factcheck.config import Config

if TYPE_CHECKING:  # reading, splitting and the desk are loaded when a file comes, not with the commands
    from factcheck.desk import Desk
    from factcheck.model import Article, Change, LintMark, Revision, Split
    from factcheck.read import Overrides

STDIN = "-"
"""Name of standard input where a file may stand."""


class HowToRead(NamedTuple):
    """What a person said of a file; what is not said is found out."""

    format: str | None = None
    encoding: str | None = None
    overrides: "Overrides | None" = None
    """Title, byline and the like, in place of what the file says."""


_FIND_OUT = HowToRead()


class Incoming(NamedTuple):
    """A draft that was read and is not on the desk yet."""

    name: str
    """File name that it came from."""
    article: "Article"
    split: "Split"
    lint: "tuple[LintMark, ...]"


def read_article(file: Path, how: HowToRead = _FIND_OUT) -> "Article":
    """Return the article in a file, or on standard input.

    Raises:
        FactcheckError: it cannot become an article.
    """
    from factcheck.read import read_bytes, read_file
    from factcheck.read.files.guard import LARGEST

    name, encoding, overrides = how
    if str(file) == STDIN:
        data = sys.stdin.buffer.read(LARGEST + 1)
        return read_bytes(data, STDIN, format=name, encoding=encoding, overrides=overrides)
    return read_file(file, format=name, encoding=encoding, overrides=overrides)


def split_article(name: str, article: "Article", config: Config) -> Incoming:
    """Return an article with its claims by the house's lists, and the places in it that do not agree."""
    from factcheck.lint import lint
    from factcheck.split import split

    cut = split(article, config.house_lists(), parser=config.parser)
    return Incoming(name, article, cut, lint(article, cut))


def incoming_from(file: Path, config: Config, how: HowToRead = _FIND_OUT) -> Incoming:
    """Return a draft read from a file and split; takes a moment.

    Raises:
        FactcheckError: the file cannot become an article.
    """
    return split_article(file.name, read_article(file, how), config)


def next_draft_of(desk: "Desk", article: "Article") -> str | None:
    """Return the short name of what an article looks like a next draft of; none where it is there already."""
    return None if desk.articles.same(article) else desk.articles.similar(article)


def plan_next(desk: "Desk", article: str, incoming: Incoming, config: Config) -> "Revision":
    """Return what would become of the claims of an article if a draft were its next one."""
    return desk.revisions.plan(article, incoming.article, incoming.split, house=config.house_lists())


def add(desk: "Desk", incoming: Incoming) -> "Change":
    """Put a draft on the desk as an article of its own."""
    return desk.articles.add(incoming.article, incoming.split, lint=incoming.lint)
