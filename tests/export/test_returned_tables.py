from dataclasses import replace
from datetime import date

import pytest

from db.vocabulary import Basis, LocatorKind, Method, SourceKind, Stance, Tier
from factcheck.export.sheets.build import make_sheet
from factcheck.export.sheets.rows import citation_columns, query_columns, source_columns
from factcheck.model import CitationFields, SourceFields
from factcheck.model.base import values_of
from tests.export.editing import acts, compared, said
from tests.export.whole_piece import LATER, whole_piece

SHEET = make_sheet(whole_piece(), by="Ann Lee", at=LATER)
WHOLE = make_sheet(whole_piece(), by="Ann Lee", at=LATER, confidential=True)
COLUMNS = {
    "citations": [column.name for column in citation_columns(SHEET)],
    "sources": [column.name for column in source_columns()],
    "queries": [column.name for column in query_columns()],
}
CITED = {citation.id: citation for claim in SHEET.claims for citation in claim.citations}
HELD = "export with --include-confidential to change it"


def cell(kind, row, column):
    """The name of a cell, as a spreadsheet has it."""
    at = COLUMNS[kind].index(column)
    letters = chr(ord("A") + at) if at < 26 else f"A{chr(ord('A') + at - 26)}"
    return f"{letters}{row + 2}"


def in_citations(row, column):
    return cell("citations", row, column)


THERE = f"stands at {in_citations(1, 'citation')} already; empty this cell to add another one"


def citations(cells=(), **more):
    return compared(SHEET, "citations", cells, **more)


def later(sheet=SHEET, **fields):
    """The sheet after somebody has worked on every citation."""
    return replace(
        sheet,
        claims=tuple(
            replace(c, citations=tuple(replace(x, version=x.version + 1, **fields) for x in c.citations))
            for c in sheet.claims
        ),
    )


def test_tables_that_nobody_touched_say_nothing():
    for kind in COLUMNS:
        for sheet in (SHEET, WHOLE):
            assert said(compared(sheet, kind)) == ([], [], [], [])
            assert said(compared(sheet, kind, now=later(sheet, note="other"))) == ([], [], [], [])


@pytest.mark.parametrize(
    ("column", "typed", "field", "value", "told"),
    [
        ("tier", "lead", "tier", Tier.LEAD, ("primary", "lead")),
        ("tier", "–", "tier", None, ("primary", "–")),
        ("tier", "-", "tier", None, ("primary", "–")),
        ("tier", "—", "tier", None, ("primary", "–")),
        ("tier", "", "tier", None, ("primary", "–")),
        ("stance", "Contradicts", "stance", Stance.CONTRADICTS, ("supports", "contradicts")),
        ("locator", "13", "locator", "13", ("12", "13")),
        ("quotation", "113 years", "quotation", "113 years", ("112 years", "113 years")),
        ("quotation", "'=1", "quotation", "=1", ("112 years", "=1")),
        ("method", "visit", "method", Method.VISIT, ("read", "visit")),
        ("accessed", "2026-03-02", "accessed", date(2026, 3, 2), ("2026-03-01", "2026-03-02")),
        ("accessed", "", "accessed", None, ("2026-03-01", "")),
        ("note", "", "note", "", ("b", "")),
    ],
)
def test_a_cell_of_a_citation_changes_one_field(column, typed, field, value, told):
    planning = citations({(1, column): typed})
    where = in_citations(1, column)
    assert said(planning) == ([(2, f"citation 11, {column}", *told, where)], [], [], [])
    before = values_of(CITED[11], CitationFields)
    assert acts(planning) == [
        ("_edit", {"number": 11, "fields": CitationFields(**(before | {field: value})), "version": 1})
    ]


def test_several_cells_of_a_citation_are_one_act():
    planning = citations({(1, "stance"): "partly", (1, "locator"): "¶ 9", (1, "note"): "c"})
    assert [change[1:4] for change in planning.changes] == [
        ("citation 11, stance", "supports", "partly"),
        ("citation 11, locator kind", "page", "paragraph"),
        ("citation 11, locator", "12", "9"),
        ("citation 11, note", "b", "c"),
    ]
    ((name, call),) = acts(planning)
    assert (name, call["fields"].locator_kind, call["fields"].locator) == (
        "_edit",
        LocatorKind.PARAGRAPH,
        "9",
    )


@pytest.mark.parametrize("typed", ["p. 12", "page 12", "12 "])
def test_a_place_that_is_typed_in_another_way_is_no_change(typed):
    assert said(citations({(1, "locator"): typed})) == ([], [], [], [])


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({(1, "claim"): "C003"}, f"{in_citations(1, 'claim')}: citation 11 belongs to C002, not to “C003”"),
        ({(1, "claim"): "C077"}, f"{in_citations(1, 'claim')}: citation 11 belongs to C002, not to “C077”"),
        (
            {(2, "citation"): "11"},
            f"{in_citations(2, 'citation')}: citation 11 {THERE}",
        ),
        ({(1, "accessed"): "soon"}, f"{in_citations(1, 'accessed')}: “soon” is no date like 2026-03-14"),
        (
            {(1, "tier"): "best"},
            f"{in_citations(1, 'tier')}: “best” is no tier; there are primary, secondary, lead",
        ),
        ({(1, "note"): "[withheld]"}, f"{in_citations(1, 'note')}: the cell holds “[withheld]”; {HELD}"),
        ({(8, "note"): "x"}, f"{in_citations(8, 'note')}: words of this citation were withheld; {HELD}"),
        ({(0, "claim"): "C099"}, f"{in_citations(0, 'claim')}: there is no claim “C099”"),
        ({(0, "claim"): "zz"}, f"{in_citations(0, 'claim')}: there is no claim “zz”"),
    ],
)
def test_what_a_citation_cannot_be_is_told_with_its_cell(cells, problem):
    assert citations(cells).problems == [problem]


def test_the_withheld_words_of_a_citation_can_be_changed_in_a_confidential_sheet():
    planning = compared(WHOLE, "citations", {(8, "note"): "x"})
    assert [change[1:4] for change in planning.changes] == [("citation 17, note", "", "x")]


def test_a_citation_that_is_gone_is_a_conflict():
    now = replace(SHEET, claims=tuple(replace(claim, citations=()) for claim in SHEET.claims))
    gone = citations(now=now).conflicts
    assert [clash[:2] for clash in gone] == [
        (number, "its citation is gone from the desk") for number in (2, 2, 2, 4, 5, 6, 6, 11)
    ]
    assert gone[0].cell == "row 3"
    unknown = citations({(1, "citation"): "zz", (1, "claim"): ""}).conflicts
    assert [clash[:2] for clash in unknown] == [(None, "its citation is gone from the desk")]


def test_a_citation_changed_meanwhile_is_a_conflict_where_its_row_was_touched():
    where = in_citations(1, "quotation")
    now = later(quotation="111 years")
    planning = citations({(1, "quotation"): "113 years"}, now=now)
    told = "quotation “113 years” in the sheet, “111 years” on the desk now"
    assert said(planning) == ([], [(2, told, where)], [], [])
    now = later(tier=Tier.LEAD)
    assert [clash.what for clash in citations({(1, "tier"): "secondary"}, now=now).conflicts] == [
        "tier “secondary” in the sheet, “lead” on the desk now"
    ]
    assert said(citations({(1, "tier"): "lead"}, now=now)) == ([], [], [], [])


@pytest.mark.parametrize(
    ("row", "source", "fields", "after"),
    [
        ({"source": "S1"}, 1, CitationFields(), "S1 · stance –"),
        (
            {"source": "s1", "stance": "partly", "locator": "p. 3", "quotation": "so"},
            1,
            CitationFields(stance=Stance.PARTLY, locator_kind=LocatorKind.PAGE, locator="3", quotation="so"),
            "S1 · partly · page 3 · so",
        ),
        (
            {"title": "Minutes", "kind": "press release", "basis": "on record", "method": "call"},
            SourceFields(title="Minutes", kind=SourceKind.PRESS_RELEASE, basis=Basis.ON_RECORD),
            CitationFields(method=Method.CALL),
            "Minutes · stance –",
        ),
        (
            {"url": "https://new.example/a", "contact": "07700 900123"},
            SourceFields(
                title="new.example", publication="new.example", url="https://new.example/a",
                contact="07700 900123",
            ),
            CitationFields(),
            "new.example · stance –",
        ),
        (
            {"url": "https://new.example/a", "title": "A"},
            SourceFields(title="A", publication="new.example", url="https://new.example/a"),
            CitationFields(),
            "A · stance –",
        ),
        ({"source": "S1", "title": "ignored"}, 1, CitationFields(), "S1 · stance –"),
    ],
)  # fmt: skip
def test_a_new_row_cites_a_source_that_is_there_or_a_new_one(row, source, fields, after):
    planning = citations(added=[{"claim": "C003", **row}])
    assert said(planning) == ([(3, "citation", "", after, "row 16")], [], [], [])
    assert acts(planning) == [("_cite", {"number": 3, "source": source, "fields": fields})]


@pytest.mark.parametrize(
    ("row", "outcome"),
    [
        ({"claim": "C003"}, ([], [], [], [])),
        ({"claim": "", "title": "Minutes"}, ([], [], [], [])),
        ({"claim": "C003", "source": "one"}, ([], [], [], ["E16: “one” is no source such as S3"])),
        ({"claim": "C003", "source": "C1"}, ([], [], [], ["E16: “C1” is no source such as S3"])),
        ({"claim": "C099", "title": "M"}, ([], [], [], ["B16: there is no claim “C099”"])),
        ({"claim": "C002", "source": "S1"}, ([], [], ["row 16: this citation is there already"], [])),
    ],
)
def test_a_new_row_that_says_nothing_new_adds_nothing(row, outcome):
    said_of = {"locator": "12", "quotation": "112 years", "note": "b", "tier": "primary"}
    about = {"stance": "supports", "locator_kind": "page"}
    if row["claim"] == "C002":
        row = row | said_of | about
    assert said(citations(added=[row])) == outcome


def test_the_same_new_row_twice_on_another_day_is_a_citation_of_its_own():
    row = {"claim": "C005", "publication": "A leaflet", "url": "ftp://old.example/x", "tier": "primary"}
    known = {"stance": "partly", "locator_kind": "page"}
    assert citations(added=[row | known]).remarks == ["row 16: this citation is there already"]
    other = citations(added=[row | known | {"accessed": "2026-03-09"}])
    assert [change.what for change in other.changes] == ["citation"]
    assert [change.what for change in citations(added=[row | known | {"note": "x"}]).changes] == ["citation"]
    assert [change.what for change in citations(added=[{"claim": "C005", "source": "S1"}]).changes] == [
        "citation"
    ]


@pytest.mark.parametrize(
    ("row", "column", "typed", "told", "fields"),
    [
        (0, "title", "Accounts 2026", ("Accounts 2025", "Accounts 2026"), {"title": "Accounts 2026"}),
        (0, "kind", "data set", None, None),
        (0, "kind", "own notes", ("record", "own notes"), {"kind": SourceKind.OWN_NOTES}),
        (0, "kind", "", ("record", "–"), {"kind": None}),
        (0, "basis", "background", ("on record", "background"), {"basis": Basis.BACKGROUND}),
        (1, "note", "kind", ("", "kind"), {"note": "kind"}),
        (1, "person", "", ("Nora Vance", ""), {"person": ""}),
    ],
)
def test_a_cell_of_a_source_changes_one_field(row, column, typed, told, fields):
    planning = compared(SHEET, "sources", {(row, column): typed})
    where = cell("sources", row, column)
    if told is None:
        assert [problem.partition(":")[0] for problem in planning.problems] == [where]
        return
    source = SHEET.sources[row]
    assert said(planning) == ([(None, f"source S{source.id}, {column}", *told, where)], [], [], [])
    assert acts(planning) == [("_edit", {"number": source.id, "fields": fields, "version": source.version})]


def test_several_cells_of_a_source_are_one_act_and_its_contact_is_not_read_back():
    planning = compared(SHEET, "sources", {(0, "title"): "A", (0, "note"): "B", (0, "contact"): "C"})
    assert [change.what for change in planning.changes] == ["source S1, title", "source S1, note"]
    assert acts(planning) == [("_edit", {"number": 1, "fields": {"title": "A", "note": "B"}, "version": 1})]


def test_what_a_source_cannot_be_is_told_with_its_cell():
    problems = compared(
        SHEET, "sources", {(0, "source"): "S77", (1, "source"): "zz", (3, "note"): "who it is"}
    ).problems
    assert problems == [
        "A2: there is no source “S77”",
        "A3: there is no source “zz”",
        f"{cell('sources', 3, 'note')}: this source was withheld; {HELD}",
    ]


def test_a_source_changed_meanwhile_is_a_conflict_where_its_row_was_touched():
    now = replace(
        SHEET, sources=tuple(replace(s, version=s.version + 1, kind=SourceKind.BOOK) for s in SHEET.sources)
    )
    assert said(compared(SHEET, "sources", now=now)) == ([], [], [], [])
    planning = compared(SHEET, "sources", {(0, "title"): "A"}, now=now)
    told = "kind “record” in the sheet, “book” on the desk now"
    assert said(planning) == ([], [(None, told, cell("sources", 0, "kind"))], [], [])


def test_a_new_source_is_added_with_what_was_said_of_it():
    rows = [
        {"title": "Minutes", "kind": "record"},
        {"url": "https://new.example/a", "title": "A", "note": "see b"},
        {"contact": "07700 900123", "cited_by": "C001"},
    ]
    planning = compared(SHEET, "sources", added=rows)
    assert said(planning) == (
        [(None, "source", "", "Minutes", "row 6"), (None, "source", "", "A", "row 7")], [], [], [],
    )  # fmt: skip
    assert [call["source"] for _, call in acts(planning)] == [
        SourceFields(title="Minutes", kind=SourceKind.RECORD),
        SourceFields(title="A", publication="new.example", url="https://new.example/a", note="see b"),
    ]


def test_an_answer_goes_to_its_query():
    planning = compared(SHEET, "queries", {(0, "answer"): "In 2026. ", (2, "answer"): "No."})
    where = cell("queries", 0, "answer")
    assert said(planning) == (
        [
            (3, "answer to Q1", "", "In 2026.", where),
            (None, "answer to Q3", "", "No.", cell("queries", 2, "answer")),
        ],
        [],
        [],
        [],
    )
    assert acts(planning) == [
        ("_answer", {"number": 1, "text": "In 2026.", "version": 1}),
        ("_answer", {"number": 3, "text": "No.", "version": 1}),
    ]


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({(1, "answer"): ""}, f"{cell('queries', 1, 'answer')}: an answer cannot be taken back in a sheet"),
        (
            {(0, "answer"): "[withheld] said"},
            f"{cell('queries', 0, 'answer')}: the cell holds “[withheld]”; {HELD}",
        ),
        ({(0, "query"): "Q9"}, "A2: there is no query “Q9”"),
        ({(0, "query"): "S1"}, "A2: there is no query “S1”"),
    ],
)
def test_what_a_query_cannot_be_is_told_with_its_cell(cells, problem):
    assert said(compared(SHEET, "queries", cells)) == ([], [], [], [problem])


def test_an_answer_that_was_given_meanwhile_is_a_conflict():
    now = replace(
        SHEET, queries=tuple(replace(q, version=q.version + 1, answer="By then.") for q in SHEET.queries)
    )
    assert said(compared(SHEET, "queries", now=now)) == ([], [], [], [])
    told = "answer “In 2026.” in the sheet, “By then.” on the desk now"
    assert said(compared(SHEET, "queries", {(0, "answer"): "In 2026."}, now=now)) == (
        [], [(3, told, cell("queries", 0, "answer"))], [], [],
    )  # fmt: skip
    assert said(compared(SHEET, "queries", {(0, "answer"): "By then."}, now=now)) == ([], [], [], [])


def test_a_question_is_asked_once_of_a_claim_or_of_the_whole_piece():
    rows = [
        {"claim": "C003", "text": "By whom?"},
        {"claim": "", "text": "Which year?"},
        {"claim": "3", "text": "Which  year? "},
        {"claim": "", "text": "Is the gate open?"},
        {"claim": "C099", "text": "Who?"},
        {"claim": "S3", "text": "Who?"},
        {"claim": "C003", "text": "", "by": "Ann Lee"},
    ]
    planning = compared(SHEET, "queries", added=rows)
    assert said(planning) == (
        [(3, "query", "", "By whom?", "C5"), (None, "query", "", "Which year?", "C6")],
        [],
        ["C7: this was asked already", "C8: this was asked already"],
        ["B9: there is no claim “C099”", "B10: there is no claim “S3”"],
    )
    assert acts(planning) == [
        ("_ask", {"number": 3, "text": "By whom?"}),
        ("_ask", {"number": None, "text": "Which year?"}),
    ]
