"""What is done to an open article as a whole, from any of its tabs."""

from factcheck.tui.room import Room


class ArticleActions(Room):
    """The verbs of an open article."""

    article: str
    """Its slug."""
