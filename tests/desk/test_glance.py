"""The small questions of a screen: what is missing, and which check points are left."""

from pathlib import Path

from db.vocabulary import Finding
from tests.tui.building import FERRY, desk_with


def test_what_a_finding_lacks_is_told_as_needs(tmp_path: Path) -> None:
    desk, slug = desk_with(tmp_path / "desk.db")
    with desk:
        assert desk.findings.missing(slug, 1) == ()
        desk.findings.decide(slug, 1, Finding.VERIFIED)
        desk.findings.tick_all(slug, 1)
        assert desk.findings.missing(slug, 1) == (
            "needs a citation that supports it, with a locator or a quotation",
        )
        desk.findings.decide(slug, 1, Finding.UNVERIFIABLE)
        desk.notes.add(slug, 1, "Called twice.")
        assert desk.findings.missing(slug, 1) == ()


def test_check_points_left_are_told_by_claim_with_their_places(tmp_path: Path) -> None:
    desk, slug = desk_with(tmp_path / "desk.db")
    with desk:
        before = desk.findings.unticked(slug, [1, 4])
        assert [FERRY[span.start : span.end] for span in before[1]] == ["Oddry Island", "2", "2026"]
        assert 4 not in before
        desk.findings.tick(slug, 1, desk.claims.get(slug, 1).check_points[0].id)
        assert desk.findings.unticked(slug, 1)[1] == before[1][1:]
