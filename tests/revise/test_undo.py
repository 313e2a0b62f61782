"""Whatever the next draft does to the claims: undo is exactly the state before, redo the state after."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.vocabulary import Finding
from factcheck.desk import Desk
from factcheck.model import Article, CitationFields, SourceFields
from factcheck.split import split
from tests.desk.conftest import Fill
from tests.desk.state import state
from tests.revise.test_properties import drafts


@pytest.fixture
def fresh(fill: Fill, templates: dict[str, object]) -> Desk:
    """A desk that examples share; each adds an article of its own to it."""
    return fill(templates["empty"])


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drafts(), st.integers(0, 10_000))
def test_undo_is_exact_and_so_is_redo(fresh: Desk, pair: tuple[Article, Article], seed: int) -> None:
    before, after = pair
    marked = replace(before, title=f"Draft {seed}", original_digest="")
    change = fresh.articles.add(marked, split(before))
    slug = change.article
    numbers = [row.number for row in fresh.queue.rows(slug)]
    if numbers:
        fresh.findings.decide(slug, numbers[::2], Finding.VERIFIED)
        fresh.citations.add(slug, numbers[:1], SourceFields(title="Ledger"), CitationFields(locator="7"))
        fresh.wording.propose(slug, numbers[-1], "Other words stand here now.")
    revision = fresh.revisions.plan(slug, after, split(after))
    was = state(fresh)
    done = fresh.revisions.apply(slug, after, revision)
    if done.verb == "already":
        assert state(fresh) == was
        return
    became = state(fresh)
    text = fresh.drafts.get(slug).text
    for row in fresh.queue.rows(slug):
        assert text[row.start : row.end] == row.text
    progress = fresh.progress.of(slug)
    assert sum(progress.by_finding.values()) == progress.claims
    assert progress.coverage == 1.0
    fresh.history.undo(slug)
    assert state(fresh) == was
    fresh.history.redo(slug)
    assert state(fresh) == became
    assert fresh.maintenance.rebuild() == []
