"""What is known of an article: title, short name, outlet, byline, date."""

from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar, NamedTuple

from textual import on
from textual.widget import Widget
from textual.widgets import Input

from factcheck.errors import BadInput
from factcheck.model import ArticleRow
from factcheck.tui.dialogs.dialog import Dialog
from factcheck.tui.dialogs.fields import Complaint, Row, day, line, typed_in


class Renamed(NamedTuple):
    """The fields as they were left."""

    title: str
    slug: str
    outlet: str
    byline: str
    published: date | None

    def changed(self, article: ArticleRow) -> dict[str, Any]:
        """The fields that are not as they are on the desk, by name."""
        return {name: value for name, value in self._asdict().items() if value != getattr(article, name)}


class RenameDialog(Dialog[Renamed]):
    """Five fields; Enter keeps them."""

    FOOT: ClassVar[str] = "Enter keep · Tab next field · Esc leave as it was"

    def __init__(self, article: ArticleRow) -> None:
        super().__init__("The article")
        self._article = article

    def compose_body(self) -> Iterable[Widget]:
        """A row a field."""
        article = self._article
        yield Row("Title", line("title", article.title))
        yield Row("Short name", line("slug", article.slug, "a-z, 0-9 and -"))
        yield Row("Outlet", line("outlet", article.outlet))
        yield Row("Byline", line("byline", article.byline))
        published = article.published.isoformat() if article.published else ""
        yield Row("Published", line("published", published, "YYYY-MM-DD"))
        yield Complaint()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_keep()

    def action_keep(self) -> None:
        """Answer with the fields."""
        typed = dict(typed_in(self))
        try:
            published = day(typed["published"])
        except BadInput as error:
            self.query_one(Complaint).about(self.query_one("#published", Input), error)
            return
        self.dismiss(Renamed(typed["title"], typed["slug"], typed["outlet"], typed["byline"], published))
