"""Bars of letters: how many claims have which finding, readable without colour."""

from collections.abc import Mapping

from textual.content import Content

from db.vocabulary import FINDINGS, Finding

_ORDER = sorted(Finding, key=lambda finding: FINDINGS[finding].rank)
"""Settled ones first, so that the bar fills from the left."""


def shares(by_finding: Mapping[Finding, int], width: int) -> dict[Finding, int]:
    """Cells for each finding; they sum to `width`, and none that occurs goes without one if there is room.

    Largest remainders, as seats are given to parties.
    """
    total = sum(by_finding.values())
    if not total:
        return {}
    present = [finding for finding in _ORDER if by_finding.get(finding, 0)]
    exact = {finding: by_finding[finding] * width / total for finding in present}
    cells = {finding: max(1, int(exact[finding])) for finding in present}
    while sum(cells.values()) > width:
        largest = max(cells, key=lambda finding: (cells[finding] - exact[finding], cells[finding]))
        cells[largest] -= 1
    while sum(cells.values()) < width:
        neediest = max(cells, key=lambda finding: exact[finding] - cells[finding])
        cells[neediest] += 1
    return cells


def finding_bar(by_finding: Mapping[Finding, int], width: int) -> Content:
    """A bar of exactly `width` cells, each finding drawn with its letter, what is unchecked with dots."""
    cells = shares(by_finding, width)
    if not cells:
        return Content("─" * width)
    parts = []
    for finding, number in cells.items():
        facts = FINDINGS[finding]
        letter = facts.sign if finding is Finding.UNCHECKED else facts.letter
        parts.append(Content.styled(letter * number, f"${facts.tone}"))
    return Content.assemble(*parts)
