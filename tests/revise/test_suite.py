"""A small run of the benchmark: no mark outlives its words, none is put on other words than its own."""

import random
from pathlib import Path

import pytest

from factcheck.read import read_file
from factcheck.revise import plan
from factcheck.split import split
from tests.support.revisions.edits import EDITS, Edit, Material, cases
from tests.support.revisions.truth import Truth, judged, old_draft

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def materials() -> list[Material]:
    """Two of the sample articles, one of them without headings."""
    given = [read_file(SEEDS / name) for name in ("budget-news.html", "000_833abf2e5c5bff94.txt")]
    return [Material(article, split(article)) for article in given]


def test_the_suite_has_at_least_forty_classes() -> None:
    assert len({edit.name for edit in EDITS}) >= 40


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.name)
def test_no_false_keep_and_no_wrong_place(materials: list[Material], edit: Edit) -> None:
    for material in materials:
        old = old_draft(material.article, material.split)
        for doc, done in cases(material, edit, 1, random.Random(edit.name)):  # noqa: S311 - a fixed order
            new, where = doc.built()
            truth = Truth(material, where, new, edit, done)
            revision = plan(old, new, split(new))
            said = [
                (name, claim.before, claim.after, claim.reason)
                for given, claim in zip(old.claims, revision.claims, strict=True)
                for name in judged(truth, given, claim)
                if name in {"false keep", "mis-attach"}
            ]
            assert not said
            assert revision.covered == revision.words
