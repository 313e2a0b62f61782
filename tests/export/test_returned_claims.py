from dataclasses import replace

import pytest

from db.vocabulary import Finding
from factcheck.export.sheets.build import make_sheet
from factcheck.export.sheets.rows import claim_columns
from factcheck.model import SourceFields
from tests.export.editing import acts, compared, said
from tests.export.whole_piece import LATER, whole_piece

SHEET = make_sheet(whole_piece(), by="Ann Lee", at=LATER)
COLUMNS = [column.name for column in claim_columns(SHEET)]


def cell(row, column):
    """The name of a cell, as a spreadsheet has it."""
    at = COLUMNS.index(column)
    letters = chr(ord("A") + at) if at < 26 else f"A{chr(ord('A') + at - 26)}"
    return f"{letters}{row + 2}"


def edited(cells, **more):
    return compared(SHEET, "claims", cells, **more)


def moved(*numbers, **more):
    """The sheet after somebody has worked on claims."""
    return replace(
        SHEET,
        claims=tuple(
            replace(claim, version=claim.version + 1, **more) if claim.number in numbers else claim
            for claim in SHEET.claims
        ),
    )


def test_a_table_that_nobody_touched_says_nothing():
    assert said(edited({})) == ([], [], [], [])
    assert edited({}).versions == {}


@pytest.mark.parametrize(
    ("typed", "finding"),
    [
        ("verified", Finding.VERIFIED), ("Verified", Finding.VERIFIED), ("V", Finding.VERIFIED),
        ("v", Finding.VERIFIED), ("1", Finding.VERIFIED), ("on author", Finding.ON_AUTHOR),
        ("on_author", Finding.ON_AUTHOR), ("On-Author", Finding.ON_AUTHOR), ("2", Finding.ON_AUTHOR),
        ("not checkable", Finding.NOT_CHECKABLE), (" wrong ", Finding.WRONG), ("6", Finding.UNVERIFIABLE),
        ("'wrong", None), ("9", None), ("", None),
    ],
)  # fmt: skip
def test_a_finding_is_named_by_word_label_letter_or_digit(typed, finding):
    planning = edited({(0, "finding"): typed})
    if finding is None:
        assert [problem.partition(":")[0] for problem in planning.problems] == [cell(0, "finding")]
        return
    plain = str(finding).replace("_", " ")
    assert said(planning) == ([(1, "finding", "unchecked", plain, cell(0, "finding"))], [], [], [])
    assert acts(planning) == [("_decide", {"number": 1, "finding": finding, "waiting_on": ""})]
    assert planning.versions == {1: 1}


def test_a_finding_that_is_none_is_named_with_all_that_there_are():
    (problem,) = edited({(1, "finding"): "sure"}).problems
    assert problem == (
        f"{cell(1, 'finding')}: “sure” is no finding; there are unchecked, verified, on author, imprecise,"
        " misleading, wrong, unverifiable, not checkable, waiting"
    )


def test_several_cells_of_a_row_are_changes_of_the_version_that_went_out():
    planning = edited(
        {
            (1, "finding"): "waiting",
            (1, "waiting_on"): "the Board",
            (1, "proposed_text"): "New words.\r\nTwo.",
        }
    )
    assert said(planning) == (
        [
            (2, "finding", "verified", "waiting, for the Board", cell(1, "finding")),
            (2, "wording", "", "New words.\nTwo.", cell(1, "proposed_text")),
        ],
        [],
        [],
        [],
    )
    assert acts(planning) == [
        ("_decide", {"number": 2, "finding": Finding.WAITING, "waiting_on": "the Board"}),
        ("_propose", {"number": 2, "wording": "New words.\nTwo."}),
    ]
    assert planning.versions == {2: 4}


def test_wording_that_is_emptied_is_taken_back():
    planning = edited({(3, "proposed_text"): ""})
    assert acts(planning) == [("_propose", {"number": 4, "wording": ""})]


HELD = "the cell holds “[withheld]”; export with --include-confidential to change it"
WAITING = cell(7, "waiting_on")


@pytest.mark.parametrize(
    ("cells", "call", "problems"),
    [
        ({"waiting_on": "the writer"}, {"finding": Finding.WAITING, "waiting_on": "the writer"}, []),
        ({"waiting_on": ""}, {"finding": Finding.WAITING, "waiting_on": ""}, []),
        ({"finding": "wrong"}, {"finding": Finding.WRONG, "waiting_on": ""}, []),
        ({"finding": "wrong", "waiting_on": ""}, {"finding": Finding.WRONG, "waiting_on": ""}, []),
        (
            {"finding": "wrong", "waiting_on": "the writer"},
            None,
            [f"{WAITING}: a claim that is wrong waits for nobody; set it to waiting"],
        ),
        (
            {"waiting_on": "[withheld] herself"},
            None,
            [f"{WAITING}: {HELD}"],
        ),
        (
            {"waiting_on": "name withheld"},
            None,
            [f"{WAITING}: {HELD}"],
        ),
    ],
)
def test_whom_a_claim_waits_for_changes_with_its_finding(cells, call, problems):
    planning = edited({(7, column): value for column, value in cells.items()})
    assert planning.problems == problems
    assert acts(planning) == ([("_decide", {"number": 8, **call})] if call else [])


def test_a_decision_on_a_claim_that_waits_for_somebody_withheld_is_taken():
    sheet = replace(
        SHEET, claims=tuple(replace(c, waiting_on="[withheld]") if c.number == 8 else c for c in SHEET.claims)
    )
    planning = compared(sheet, "claims", {(7, "finding"): "wrong"})
    assert planning.problems == []
    assert acts(planning) == [("_decide", {"number": 8, "finding": Finding.WRONG, "waiting_on": ""})]


def test_a_claim_goes_on_waiting_for_the_same_where_the_column_is_gone():
    planning = edited({(8, "finding"): "wrong"}, without=("waiting_on",))
    assert acts(planning) == [("_decide", {"number": 9, "finding": Finding.WRONG, "waiting_on": ""})]
    sheet = replace(
        SHEET, claims=tuple(replace(c, finding=Finding.WRONG, waiting_on="Wes") for c in SHEET.claims)
    )
    planning = compared(sheet, "claims", {(7, "finding"): "waiting"}, without=("waiting_on",))
    assert acts(planning) == [("_decide", {"number": 8, "finding": Finding.WAITING, "waiting_on": "Wes"})]


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({(0, "claim"): "C077"}, f"{cell(0, 'claim')}: there is no claim “C077”"),
        ({(0, "claim"): "some"}, f"{cell(0, 'claim')}: there is no claim “some”"),
        ({(0, "claim"): "S2"}, f"{cell(0, 'claim')}: there is no claim “S2”"),
        ({(0, "claim"): "C000"}, f"{cell(0, 'claim')}: there is no claim “C000”"),
        ({(1, "claim"): "1"}, f"{cell(1, 'claim')}: C001 stands at {cell(0, 'claim')} already"),
        (
            {(0, "text"): "Lock"},
            f"{cell(0, 'text')}: the words of C001 were changed; new wording goes into “proposed text”",
        ),
        (
            {(10, "finding"): "wrong"},
            f"{cell(10, 'finding')}: C011 is no longer in the draft and cannot be changed",
        ),
        (
            {(0, "proposed_text"): "said [withheld]"},
            f"{cell(0, 'proposed_text')}: {HELD}",
        ),
    ],
)
def test_what_cannot_be_is_told_with_its_cell_and_changes_nothing(cells, problem):
    planning = edited(cells)
    assert said(planning) == ([], [], [], [problem])


@pytest.mark.parametrize("typed", ["C002", "c002", "2", "C2", "C-2", " C002 "])
def test_a_claim_is_known_by_its_number_however_it_is_typed(typed):
    assert acts(edited({(1, "claim"): typed, (1, "finding"): "W"})) == [
        ("_decide", {"number": 2, "finding": Finding.WRONG, "waiting_on": ""})
    ]


@pytest.mark.parametrize("column", ["version", "row", "draft_digest"])
def test_a_column_that_programs_need_is_missed_once(column):
    planning = edited({(0, "finding"): "wrong"}, without=(column,))
    assert said(planning) == ([], [], [], [f"row 2: the column “{column}” is missing"])


def test_a_column_that_people_need_not_send_back_may_be_gone():
    planning = edited({(0, "finding"): "wrong"}, without=("text", "waiting_on", "speaker", "notes"))
    assert (len(planning.changes), planning.problems) == (1, [])


@pytest.mark.parametrize(
    "column", ["restatement", "speaker", "kinds", "priority", "flags", "assignee", "fix", "fix_reason"]
)
def test_a_change_that_is_not_read_back_is_told(column):
    assert said(edited({(1, column): "x"})) == (
        [], [], [f"{cell(1, column)}: {column.replace('_', ' ')} is not read back"], [],
    )  # fmt: skip
    assert said(edited({(1, column): "x"}, now=moved(2))) == ([], [], [], [])


@pytest.mark.parametrize("column", ["sources", "notes", "decided_by", "place", "section", "context_after"])
def test_other_columns_may_say_what_they_like(column):
    assert said(edited({(1, column): "x"})) == ([], [], [], [])


def test_a_row_of_an_older_version_is_a_conflict_where_it_was_touched():
    now = moved(2, finding=Finding.NOT_CHECKABLE)
    assert said(edited({(1, "finding"): "wrong"}, now=now)) == (
        [],
        [
            (
                2,
                "finding “wrong” in the sheet, “not checkable” on the desk now, by Ann Lee",
                cell(1, "finding"),
            )
        ],
        [],
        [],
    )
    assert said(edited({(1, "proposed_text"): "New"}, now=moved(2))) == (
        [],
        [(2, "proposed text “New” in the sheet, “” on the desk now, by Ann Lee", cell(1, "proposed_text"))],
        [],
        [],
    )
    first = edited({(0, "proposed_text"): "New"}, now=moved(1))
    assert [clash.what for clash in first.conflicts] == [
        "proposed text “New” in the sheet, “” on the desk now"
    ]
    assert said(edited({}, now=now)) == ([], [], [], [])
    assert said(edited({(1, "finding"): "not checkable"}, now=now)) == ([], [], [], [])


def test_what_was_typed_as_the_desk_has_it_by_now_is_no_conflict_and_no_change():
    assert said(edited({(1, "finding"): "wrong"}, now=moved(2, finding=Finding.WRONG))) == ([], [], [], [])


def test_a_note_is_added_once_whatever_its_blanks_and_case():
    planning = edited({(1, "new_note"): " Ask again.\n", (0, "new_note"): "Counted from 1914."})
    assert acts(planning) == [
        ("_note", {"number": 1, "text": "Counted from 1914."}),
        ("_note", {"number": 2, "text": "Ask again."}),
    ]
    assert [change[:-1] for change in planning.changes][1] == (
        2,
        "note",
        "",
        "Ask again.",
        cell(1, "new_note"),
    )
    assert said(edited({(1, "new_note"): "Counted  from 1914."})) == (
        [], [], [f"{cell(1, 'new_note')}: C002 has this note already"], [],
    )  # fmt: skip


def test_sources_are_added_a_line_each_by_number_address_or_what_they_are():
    typed = "S3\n\nhttps://new.example/a\ns2\nSurveyor's list\nS1"
    planning = edited({(1, "new_source"): typed})
    assert [(name, call["number"], call["source"]) for name, call in acts(planning)] == [
        ("_cite", 2, 3),
        (
            "_cite",
            2,
            SourceFields(title="new.example", publication="new.example", url="https://new.example/a"),
        ),
        ("_cite", 2, SourceFields(title="Surveyor's list")),
    ]
    where = cell(1, "new_source")
    assert [change[:-1] for change in planning.changes] == [
        (2, "source", "", "S3", where),
        (2, "source", "", "https://new.example/a", where),
        (2, "source", "", "Surveyor's list", where),
    ]
    assert planning.remarks == [f"{where}: C002 cites “s2” already", f"{where}: C002 cites “S1” already"]


@pytest.mark.parametrize(
    ("typed", "again"), [("https://new.example/a", True), ("https://new.example/b", False)]
)
def test_an_address_that_a_claim_cites_already_is_not_cited_once_more(typed, again):
    source = replace(SHEET.sources[0], title="", url="https://new.example/a")
    sheet = replace(SHEET, sources=(source, *SHEET.sources[1:]))
    planning = compared(sheet, "claims", {(1, "new_source"): typed})
    assert (len(planning.remarks), len(planning.changes)) == ((1, 0) if again else (0, 1))


def test_wording_that_reads_like_the_key_of_a_finding_is_wording():
    sheet = replace(SHEET, claims=tuple(replace(c, proposed_text="wrong") for c in SHEET.claims))
    planning = compared(sheet, "claims", {(0, "proposed_text"): "5"})
    assert acts(planning) == [("_propose", {"number": 1, "wording": "5"})]
