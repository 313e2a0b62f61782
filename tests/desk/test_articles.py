"""The list of articles, their names, deadlines and drafts."""

from datetime import UTC, date, datetime

import pytest

from db.vocabulary import Finding
from factcheck.desk import Desk
from factcheck.errors import BadInput, NotOnDesk, Refused
from tests.desk.conftest import MILL
from tests.desk.texts import article, split


def test_an_article_is_listed_with_its_progress(desk: Desk) -> None:
    desk.findings.decide(MILL, [1, 2], Finding.VERIFIED)
    desk.findings.decide(MILL, 3, Finding.WAITING, waiting_on="the town hall")
    desk.queries.ask(MILL, 4, "Every spring?")
    (row,) = desk.articles.rows()
    assert (row.slug, row.title, row.draft, row.words) == (MILL, "The Mill at Arden", 1, 34)
    assert row.progress == desk.progress.of(MILL)
    assert (row.progress.done, row.progress.open, row.progress.open_queries) == (2, 3, 1)
    assert row.progress.oldest_waiting == date(2026, 3, 2)


def test_the_nearest_deadline_comes_first_and_then_the_newest(empty: Desk) -> None:
    for name in ("one", "two", "three", "four"):
        given = article(f"{name}\n\nThe {name} thing is.")
        empty.articles.add(given, split(given))
    empty.articles.set_deadline("one", datetime(2026, 5, 1, tzinfo=UTC))
    empty.articles.set_deadline("three", datetime(2026, 4, 1, tzinfo=UTC))
    assert [row.slug for row in empty.articles.rows()] == ["three", "one", "four", "two"]
    empty.articles.set_deadline("three", None)
    assert [row.slug for row in empty.articles.rows()] == ["one", "four", "three", "two"]


def test_a_deadline_without_a_time_zone_is_refused(desk: Desk) -> None:
    with pytest.raises(BadInput):
        desk.articles.set_deadline(MILL, datetime(2026, 5, 1))  # noqa: DTZ001 - the case under test


def test_archived_articles_are_listed_apart_and_found_by_name(desk: Desk) -> None:
    desk.articles.archive(MILL)
    assert desk.articles.rows() == ()
    assert [row.slug for row in desk.articles.rows(archived=True)] == [MILL]
    assert desk.articles.get(MILL).archived


def test_renaming_answers_with_the_new_name(desk: Desk) -> None:
    change = desk.articles.rename(MILL, slug="mill", title="The old mill", published=date(2026, 5, 1))
    assert change.article == "mill"
    row = desk.articles.get("mill")
    assert (row.title, row.published) == ("The old mill", date(2026, 5, 1))
    assert desk.articles.slugs() == ("mill",)


def test_a_name_that_is_taken_or_unsafe_is_refused(desk: Desk) -> None:
    given = article("Other\n\nThe other thing is.")
    desk.articles.add(given, split(given))
    with pytest.raises(Refused, match="Another article"):
        desk.articles.rename("other", slug=MILL)
    for slug in ("../x", "Ünder", "", "con", "a b"):
        with pytest.raises(BadInput):
            desk.articles.rename("other", slug=slug)
    with pytest.raises(Refused):
        desk.articles.rename("other")


def test_a_removed_article_is_gone_until_it_is_undone(desk: Desk) -> None:
    desk.articles.remove(MILL)
    with pytest.raises(NotOnDesk):
        desk.queue.rows(MILL)
    desk.history.undo()
    assert len(desk.queue.rows(MILL)) == 5


def test_drafts_are_listed_and_an_unknown_one_is_named(desk: Desk) -> None:
    (draft,) = desk.drafts.rows(MILL)
    assert (draft.number, draft.source_name, draft.words, draft.current) == (1, "draft.txt", 34, True)
    with pytest.raises(NotOnDesk, match="no draft 2"):
        desk.drafts.get(MILL, 2)
    with pytest.raises(NotOnDesk, match="no draft 7"):
        desk.drafts.original(MILL, 7)
