from dataclasses import replace

import pytest

from db.vocabulary import Finding
from factcheck.desk import Desk
from factcheck.errors import BadInput, NotOnDesk, Refused
from factcheck.export.returned import Plan, apply, plan
from factcheck.export.sheets.build import build_sheet
from factcheck.model import CitationFields, SourceFields
from factcheck.read import read_bytes
from factcheck.split import split
from tests.export.editing import rows_of, tables_of
from tests.export.test_returned import STORY


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A desk with two articles, the first of which has two drafts."""
    with Desk.open(tmp_path_factory.mktemp("returned") / "desk.db", person="Ann Lee") as desk:
        for slug, story in (("bridge", STORY), ("arden", STORY.replace(b"bridge", b"tunnel"))):
            article = read_bytes(story, f"{slug}.txt")
            desk.articles.add(replace(article, slug=slug), split(article))
        desk.citations.add("bridge", 1, SourceFields(title="Budget"), CitationFields(locator="12"))
        yield desk


@pytest.fixture
def rows(desk):
    return rows_of(build_sheet(desk, "bridge"), "claims")


NONE = {"draft_digest": "0" * 64}


def planned(desk, rows):
    return plan(desk, tables_of(rows))


def test_a_sheet_finds_its_article_by_the_draft_whatever_its_name_is_now(desk, rows):
    assert planned(desk, rows).article == "bridge"
    for row in rows:
        row["article"] = "renamed"
    assert planned(desk, rows) == Plan("bridge", (), (), (), {})


@pytest.mark.parametrize(
    ("changes", "error", "said"),
    [
        ({0: NONE}, Refused, "AQ3: “{digest}”, but the rows above are of “0000"),
        ({1: {"article": "arden"}}, Refused, "V3: “arden”, but the rows above are of “bridge”"),
        (
            {"all": {"draft_digest": "0" * 64}},
            Refused,
            "another draft of bridge than draft 1, which is on the desk",
        ),
        (
            {"all": {"draft_digest": "0" * 64, "article": "quay"}},
            NotOnDesk,
            "there is no article “quay” on the desk",
        ),
        ({"all": {"draft_digest": ""}}, Refused, "AQ2: the sheet does not say which draft it was made from"),
        (
            {"all": {"article": ""}},
            BadInput,
            "does not say which article it is of: its column",
        ),
    ],
)
def test_a_sheet_of_no_article_or_of_several_is_refused_with_the_place(desk, rows, changes, error, said):
    digest = rows[0]["draft_digest"]
    names = list(rows[0])
    for number, fields in changes.items():
        for row in rows if number == "all" else [rows[number]]:
            row.update(fields)
    place = {"V3": f"{_letters(names.index('article'))}3", "AQ2": f"{_letters(names.index('draft_digest'))}2"}
    place["AQ3"] = f"{_letters(names.index('draft_digest'))}3"
    said = said.replace("{digest}", digest)
    for example, own in place.items():
        said = said.replace(f"{example}:", f"{own}:")
    with pytest.raises(error) as refused:
        planned(desk, rows)
    assert said in str(refused.value)


def _letters(at):
    return chr(ord("A") + at) if at < 26 else f"A{chr(ord('A') + at - 26)}"


def test_a_row_without_a_digest_goes_with_the_others(desk, rows):
    rows[0]["draft_digest"] = ""
    rows[1]["finding"] = "wrong"
    assert [change.claim for change in planned(desk, rows).changes] == [2]


@pytest.mark.parametrize(("wrong", "more"), [(1, ""), (5, ""), (6, "; and 1 more")])
def test_five_problems_are_told_and_the_rest_counted(desk, rows, wrong, more):
    rows = (rows * 2)[:6]
    for number, row in enumerate(rows):
        row = rows[number] = dict(row)
        row["claim"] = f"C9{number}" if number < wrong else ""
    with pytest.raises(Refused) as refused:
        planned(desk, rows)
    said = str(refused.value)
    assert said.startswith("nothing was taken from the sheet: B2: there is no claim “C90”")
    assert said.count("there is no claim") == min(wrong, 5)
    assert said.endswith(more or f"“C9{wrong - 1}”")


def test_a_plan_with_nothing_in_it_is_carried_out_as_nothing_wrong(desk):
    change = apply(desk, Plan("bridge", (), (), (), {}), "x.csv")
    assert change.said == "Took 0 changes from x.csv"


def test_every_kind_of_change_reaches_the_desk_and_one_undo_takes_it_back(desk):
    def state():
        claim, first = desk.claims.get("bridge", 2), desk.claims.get("bridge", 1)
        return (
            claim.finding, claim.proposed_text, claim.waiting_on, [note.text for note in claim.notes],
            [(c.source.title, c.locator, c.locator_kind) for c in (*claim.citations, *first.citations)],
            sorted((s.title, s.note) for s in desk.sources.find()),
        )  # fmt: skip

    sheet = build_sheet(desk, "bridge")
    claims, citations, sources = (rows_of(sheet, kind) for kind in ("claims", "citations", "sources"))
    claims[1] |= {"finding": "waiting", "waiting_on": "Wes", "proposed_text": "New.", "new_note": "Seen."}
    claims[1]["new_source"] = "Minutes of May"
    citations[0]["locator"] = "p. 13"
    citations.append(dict.fromkeys(citations[0], "") | {"claim": "C002", "source": "S1", "locator": "¶ 2"})
    sources[0]["note"] = "third edition"
    sources.append(dict.fromkeys(sources[0], "") | {"title": "A leaflet"})
    before = state()
    tables = (*tables_of(claims), *tables_of(citations), *tables_of(sources))
    apply(desk, plan(desk, tables), "x.xlsx")
    assert state() == (
        Finding.WAITING, "New.", "Wes", ["Seen."],
        [("Minutes of May", "", None), ("Budget", "2", "paragraph"), ("Budget", "13", "page")],
        [("A leaflet", ""), ("Budget", "third edition"), ("Minutes of May", "")],
    )  # fmt: skip
    desk.history.undo("bridge")
    assert state() == before
