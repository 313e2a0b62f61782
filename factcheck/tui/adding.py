"""A file onto the desk: read, split, checked against itself, added; the same for every place that adds."""

from pathlib import Path

from factcheck.config import load_config
from factcheck.desk import Desk
from factcheck.model import Change


def add_from(desk: Desk, path: Path) -> Change:
    """Add a draft from a file; runs on the writer's thread.

    Raises:
        UnreadableDraft: the file cannot become an article.
    """
    from factcheck.lint import lint  # reading and splitting load what the open interface does not need
    from factcheck.read import read_file
    from factcheck.split import split

    article = read_file(path)
    claims = split(article, load_config().house_lists())
    return desk.add(article, claims, lint=lint(article, claims))
