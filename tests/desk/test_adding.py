"""Bringing drafts onto the desk, once, and knowing them again."""

import re

import pytest

from db.vocabulary import Finding
from factcheck.desk import Desk
from factcheck.errors import NotOnDesk
from factcheck.model import LintMark, Span
from tests.desk.conftest import MILL
from tests.desk.texts import MILL as TEXT
from tests.desk.texts import article, split


def add(desk: Desk, text: str, **values: object) -> str:
    given = article(text, **values)
    return desk.articles.add(given, split(given)).article


def test_an_added_article_holds_the_claims_passages_and_words_of_its_split(desk: Desk) -> None:
    rows = desk.queue.rows(MILL)
    assert [row.number for row in rows] == [1, 2, 3, 4, 5]
    assert rows[1].text == "It employs 300 people, says Ana Ortiz."
    assert rows[1].speaker == "Ana Ortiz"
    assert [passage.text for passage in desk.drafts.passages(MILL)][:2] == [
        "The Mill at Arden",
        "Who would close it?",
    ]
    draft = desk.drafts.get(MILL)
    assert draft.text == TEXT
    assert desk.drafts.original(MILL) == TEXT.encode()
    assert all(draft.text[row.start : row.end] == row.text for row in rows)
    assert desk.progress.of(MILL).coverage == 1.0


def test_the_same_file_again_is_already_there(desk: Desk) -> None:
    given = article()
    token = desk.history.token()
    change = desk.articles.add(given, split(given))
    assert (change.verb, change.article) == ("already", MILL)
    assert desk.history.token() == token
    assert len(desk.articles.rows()) == 1
    assert desk.articles.same(given) == MILL


def test_the_same_text_in_another_file_is_already_there(desk: Desk) -> None:
    given = article(source_name="other.md", original=b"other bytes", original_digest="ab" * 32)
    assert desk.articles.add(given, split(given)).verb == "already"


def test_a_removed_article_with_work_in_it_comes_back_with_its_work(desk: Desk) -> None:
    desk.findings.decide(MILL, 1, Finding.ON_AUTHOR)
    desk.articles.remove(MILL)
    assert desk.articles.rows() == ()
    given = article()
    assert desk.articles.same(given) is None
    assert desk.articles.add(given, split(given)).verb == "restored"
    assert desk.claims.get(MILL, 1).finding is Finding.ON_AUTHOR


def test_a_removed_article_without_work_gives_way_to_the_new_reading(desk: Desk) -> None:
    desk.history.undo()
    given = article(title="A better title", slug=MILL)
    change = desk.articles.add(given, split(given))
    assert (change.verb, change.article) == ("add", MILL)
    assert desk.articles.get(MILL).title == "A better title"
    assert desk.maintenance.rebuild() == []


def test_slugs_are_safe_and_each_is_given_once(empty: Desk) -> None:
    titles = ["Ça va?", "../../etc/passwd", "نص عربي", "con", "x" * 300, "Ça va!"]
    slugs = [add(empty, f"One fact, number {n}.", title=title) for n, title in enumerate(titles)]
    assert slugs == ["ca-va", "etc-passwd", "draft", "article-con", "x" * 60, "ca-va-2"]
    assert all(re.fullmatch(r"[a-z0-9-]{1,80}", slug) for slug in slugs)


def test_an_article_is_found_by_the_beginning_of_its_name_when_only_one_has_it(empty: Desk) -> None:
    first, second = add(empty, "One.", title="Flood in May"), add(empty, "Two.", title="Flood in June")
    assert empty.articles.get("flood-in-m").slug == first
    assert empty.articles.get("FLOOD-in-june").slug == second
    with pytest.raises(NotOnDesk, match="More than one"):
        empty.articles.get("flood")
    with pytest.raises(NotOnDesk, match="did you mean flood-in-june"):
        empty.articles.get("floodinjune")
    with pytest.raises(NotOnDesk):
        empty.articles.get("%")


def test_an_empty_desk_says_so(empty: Desk) -> None:
    with pytest.raises(NotOnDesk, match="empty"):
        empty.articles.get("anything")


def test_a_next_draft_is_recognised_by_its_words_and_another_piece_is_not(empty: Desk) -> None:
    sentences = [
        f"The council of Arden met on day {n} and it spoke about the mill for {n + 3} hours in the hall."
        for n in range(40)
    ]
    slug = add(empty, "The mill\n\n" + " ".join(sentences))
    changed = [s.replace("mill", "old mill") if n % 3 else s for n, s in enumerate(sentences)]
    assert empty.articles.similar(article("A new headline\n\n" + " ".join(changed))) == slug
    other = "A cat\n\n" + " ".join(
        f"A cat sat on mat {n} and ate a fish while rain fell all day." for n in range(40)
    )
    assert empty.articles.similar(article(other)) is None


def test_lint_marks_are_kept_with_the_draft_and_told_at_their_claims(empty: Desk) -> None:
    given = article()
    where = TEXT.index("1902")
    mark = LintMark(rule="late_date", message="1902 is late.", first=Span(where, where + 4))
    empty.articles.add(given, split(given), lint=[mark])
    assert empty.drafts.lint_marks(MILL) == (mark,)
    assert [row.lint for row in empty.queue.rows(MILL)] == [True, False, False, False, False]
    assert empty.claims.get(MILL, 1).lint == ("1902 is late.",)


def test_an_operation_that_is_tried_again_changes_nothing(empty: Desk) -> None:
    given = article()
    first = empty.articles.add(given, split(given), op="a1")
    again = empty.articles.add(given, split(given), op="a1")
    assert (again.verb, again.article, again.said) == (first.verb, first.article, first.said)
    note = empty.notes.add(MILL, 1, "once", op="n1")
    assert empty.notes.add(MILL, 1, "once", op="n1").created == note.created
    assert len(empty.claims.get(MILL, 1).notes) == 1
    assert len(empty.history.events()) == 2
