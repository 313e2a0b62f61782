"""The review of one article: head, tab line and the tabs; what a tab does is the tab's own."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import ContentSwitcher

from factcheck.model import Change, ClaimFilter
from factcheck.text import plural
from factcheck.tui.commands import Place, bindings
from factcheck.tui.panes.header import ArticleHead, TabLine, TabTitle
from factcheck.tui.panes.tab import Tab
from factcheck.tui.screens.article_actions import ArticleActions
from factcheck.tui.screens.screen import Room
from factcheck.tui.tabs.claims import ClaimsTab
from factcheck.tui.tabs.lost import LostTab
from factcheck.tui.tabs.progress import ProgressTab
from factcheck.tui.tabs.queries import QueriesTab
from factcheck.tui.tabs.sources import SourcesTab

TABS: tuple[type[Tab], ...] = (ClaimsTab, SourcesTab, QueriesTab, LostTab, ProgressTab)
"""The tabs of an article in the order of the tab line."""


_NAMED = 5
"""Claims past their day that are named at opening; the progress tab names all."""
_COUNTLESS = frozenset({"decide", "tick", "tick_all", "agree", "flag", "assign", "set_priority"})
"""Verbs that change the count of no tab; the fastest keys are among them."""


class TabSwitcher(ContentSwitcher):
    """Shows one tab; it draws nothing itself."""

    BLANK = True


class ReviewRoom(ArticleActions, Room):
    """An open article."""

    place = Place.ARTICLE
    BINDINGS = bindings(place)
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual has it as an instance attribute
        (0, "-narrow"),
        (60, "-medium"),
        (100, "-wide"),
    ]

    DEFAULT_CSS = """
    ReviewRoom ContentSwitcher { height: 1fr; }
    """

    def __init__(self, article: str, claim: int | None = None) -> None:
        super().__init__()
        self.article = article
        self.tabs = [tab(article) for tab in TABS]
        self._claim = claim
        self._fresh: set[Tab] = set()
        self._article_id = 0

    def compose_room(self) -> ComposeResult:
        """Head, tab line, and one tab in view."""
        yield ArticleHead()
        yield TabLine()
        with TabSwitcher(initial=self.tabs[0].id):
            yield from self.tabs

    @property
    def claims(self) -> ClaimsTab:
        """The claims tab."""
        return self.query_one(ClaimsTab)

    @property
    def tab(self) -> Tab:
        """The tab in view."""
        return self.tabs[self.query_one(TabLine).shown]

    def on_mount(self) -> None:
        """Load the first tab and go to where the person left off."""
        with self.app.telling():
            self._begin()

    def _begin(self) -> None:
        self._head()
        self.claims.load()
        self._fresh.add(self.claims)
        self.claims.restore_place()
        if self._claim is not None:
            self.claims.go_to(self._claim)
        self.claims.enter()
        self._tell_expired()

    def _tell_expired(self) -> None:
        """Say which findings held until a day that is past."""
        numbers = [item.claim for item in self.app.desk.findings.expired(self.article)]
        if numbers:
            named = ", ".join(f"{number:,}" for number in numbers[:_NAMED])
            label = f"claim{'s' * (len(numbers) > 1)} {named}{', …' * (len(numbers) > _NAMED)}"
            what = plural(len(numbers), "finding")
            self.app.say(f"{what} held until a day that is past: decide {label} again.", "warning")

    def _head(self, *, counts: bool = True) -> None:
        """Ask for the progress again, and for the counts of the tabs where they may have changed."""
        row = self.app.desk.articles.get(self.article)
        self._article_id = row.id
        self.query_one(ArticleHead).article = row
        line = self.query_one(TabLine)
        line.article = row
        if counts:
            line.titles = [TabTitle(tab.title, tab.count()) for tab in self.tabs]

    def show_tab(self, place: int) -> None:
        """Bring a tab into view, loaded afresh, with the focus in it."""
        self.query_one(TabLine).shown = place
        tab = self.tabs[place]
        self.query_one(ContentSwitcher).current = tab.id
        if tab not in self._fresh:
            tab.load()
            self._fresh.add(tab)
        tab.enter()

    def show_claim(self, number: int) -> None:
        """Go to a claim, from whichever tab."""
        if self.tab is not self.claims:
            self.show_tab(self.tabs.index(self.claims))
        self.claims.go_to(number)

    def action_tab(self, by: int) -> None:
        """Go some tabs on or back."""
        self.show_tab((self.query_one(TabLine).shown + by) % len(self.tabs))

    @property
    def claim_filter(self) -> ClaimFilter:
        """Which claims the queue shows."""
        return self.claims.filter

    @on(Tab.ClaimWanted)
    def _claim_wanted(self, event: Tab.ClaimWanted) -> None:
        event.stop()
        with self.app.telling():
            self.show_claim(event.number)

    @on(TabLine.Wanted)
    def _tab_wanted(self, event: TabLine.Wanted) -> None:
        with self.app.telling():
            self.show_tab(event.place)

    def changed(self, change: Change) -> None:
        """Counts afresh; the change itself is for the tab in view."""
        if change.article in ("", self.article):
            self._head(counts=change.verb not in _COUNTLESS)
        self._fresh &= {self.tab}
        self.tab.changed(change)

    @property
    def gone(self) -> bool:
        """Whether the article is off the desk; one that was renamed is followed to its new name."""
        slugs = self.app.desk.articles.slugs()
        if self.article in slugs:
            return False
        name = next((slug for slug in slugs if self.app.desk.articles.get(slug).id == self._article_id), None)
        if name is not None:
            self.article = name
            for tab in self.tabs:
                tab.article = name
        return name is None

    def stale(self) -> None:
        """Another process changed something: everything in view afresh."""
        self._head()
        self._fresh = {self.tab}
        self.tab.load()

    def new_day(self) -> None:
        """Another day: everything afresh, and what it has put on the list again."""
        self.stale()
        self._tell_expired()
