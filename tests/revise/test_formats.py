"""The same text through another format changes nothing."""

from pathlib import Path

import pytest

from factcheck.read import read_bytes, read_file
from factcheck.revise import plan
from factcheck.split import split
from tests.revise.material import desk_draft
from tests.support.revisions.formats import WRITERS

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.mark.parametrize(
    "name", ["harbour-feature.md", "budget-news.html", "clinic-report.docx", "interview.txt"]
)
def test_word_markdown_and_html_bring_back_the_same_claims(name: str) -> None:
    given = read_file(SEEDS / name)
    old = desk_draft(given)
    for write, file in WRITERS.values():
        after = read_bytes(write(given), file)
        revision = plan(old, after, split(after))
        wrong = [(file, claim.before, claim.reason) for claim in revision.claims if claim.recheck]
        assert not wrong
        assert revision.changes_nothing
