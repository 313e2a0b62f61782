"""The head of an article: its counts."""

from dataclasses import replace

import pytest
from textual.app import App, ComposeResult

from db.vocabulary import Finding
from factcheck.desk import Desk
from factcheck.model import ArticleRow
from factcheck.tui.panes.header import ArticleHead, TabLine, TabTitle
from tests.tui.building import screen_text


class HeadApp(App[None]):
    """The two lines of the head, of an article with very many claims."""

    def __init__(self, row: ArticleRow) -> None:
        super().__init__()
        self.row = row

    def compose(self) -> ComposeResult:
        head, tabs = ArticleHead(), TabLine()
        head.article = tabs.article = self.row
        tabs.titles = (TabTitle("Claims", 4321),)
        yield head
        yield tabs


@pytest.mark.parametrize("width", [80, 160])
async def test_large_counts_have_separators(desk: Desk, slug: str, width: int) -> None:
    row = desk.articles.get(slug)
    counts = {Finding.UNCHECKED: 3087, Finding.VERIFIED: 1234}
    progress = replace(row.progress, claims=4321, by_finding=counts, recheck=1001)
    app = HeadApp(replace(row, progress=progress))
    async with app.run_test(size=(width, 4)):
        shown = screen_text(app)
    for count in ("/4,321 done", "Claims 4,321", "3,087", "1,234", "1,001"):
        assert count in shown
