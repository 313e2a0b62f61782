"""What the tests of the review share: its size, the app, the claims tab, the stored findings."""

from db.vocabulary import Finding
from factcheck.config import Config
from factcheck.desk import Desk
from factcheck.tui.app import FactcheckApp
from factcheck.tui.tabs.claims import ClaimsTab

WIDE = (120, 30)


def app_of(desk: Desk, slug: str, **settings: object) -> FactcheckApp:
    """The interface with an article open."""
    return FactcheckApp(desk, slug, Config(**settings))  # type: ignore[arg-type]


def claims_tab(app: FactcheckApp) -> ClaimsTab:
    """The claims tab in front."""
    return app.screen.query_one(ClaimsTab)


def findings(desk: Desk, slug: str) -> list[Finding]:
    """The stored findings in reading order."""
    return [row.finding for row in desk.queue.rows(slug)]
