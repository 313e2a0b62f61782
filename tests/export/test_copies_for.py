from dataclasses import replace

import openpyxl
import pytest

from db.vocabulary import Basis, CheckKind, Finding, FixState, Flag, Method, SourceKind
from factcheck.errors import FactcheckError
from factcheck.export.docx.laid import spans_of
from factcheck.export.docx.saying import comment, is_legal, responses, speaks_to
from factcheck.export.options import Audience
from factcheck.export.sheets.build import make_sheet
from factcheck.export.sheets.marks import marked_blocks
from factcheck.export.xlsx.book import Book, _printed
from factcheck.export.xlsx.layout import Layout
from factcheck.model import Contact, Note, Query, Span, TickedPoint
from tests.export.material import NOON, citation_of, claim_on, claim_saying, draft_of, material_of, source_of

DRAFT = draft_of("One two three four.", "Five six seven.")
PERSON = source_of(1, kind=SourceKind.PERSON, title="", person="Ben Okri")


def sheet_of(*claims, queries=(), contacts=()):
    return make_sheet(material_of(DRAFT, claims, queries, contacts=contacts), by="Ann Lee", at=NOON)


def one(**fields):
    return sheet_of(claim_saying(DRAFT, "two", 1, **fields))


@pytest.mark.parametrize(
    ("fields", "asked", "told"),
    [
        ({}, False, False),
        ({}, True, True),
        ({"finding": Finding.VERIFIED}, False, False),
        ({"finding": Finding.WRONG}, False, True),
        ({"finding": Finding.WRONG, "fix": FixState.APPLIED}, False, True),
        ({"finding": Finding.VERIFIED, "fix": FixState.STET}, False, True),
        ({"finding": Finding.WAITING}, False, True),
        ({"finding": Finding.ON_AUTHOR}, False, False),
    ],
)
def test_the_writer_is_told_what_is_asked_what_must_change_and_what_waits(fields, asked, told):
    queries = [Query(id=1, claim=1, text="?", by="A", at=NOON)] if asked else []
    sheet = sheet_of(claim_saying(DRAFT, "two", 1, **fields), queries=queries)
    (claim,) = sheet.claims
    assert speaks_to(claim, sheet, Audience.WRITER) is told
    assert speaks_to(claim, sheet, Audience.EDITOR)
    assert speaks_to(claim, sheet, Audience.LEGAL)


@pytest.mark.parametrize(
    ("fields", "legal"),
    [
        ({}, False), ({"flags": (Flag.SENSITIVE,)}, False), ({"flags": (Flag.LEGAL,)}, True),
        ({"kinds": (CheckKind.ALLEGATION,)}, True), ({"kinds": (CheckKind.EVENT,)}, False),
    ],
)  # fmt: skip
def test_a_lawyer_reads_what_is_flagged_or_alleged_first(fields, legal):
    assert is_legal(one(**fields).claims[0]) is legal


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, ["[C001] · U unchecked"]),
        ({"finding": Finding.WRONG, "proposed_text": "2"}, ["[C001] ✗ W wrong", "Change to: 2"]),
        ({"finding": Finding.WAITING, "waiting_on": "Wes"}, ["[C001] … T waiting", "Waits for: Wes"]),
        (
            {"notes": (Note(id=1, text="Seen.", by="Ann Lee", at=NOON),)},
            ["[C001] · U unchecked", "Note: Seen. (Ann Lee, 2026-03-03 12:00 UTC)"],
        ),
    ],
)
def test_a_comment_says_what_there_is_and_no_more(fields, said):
    sheet = one(**fields)
    for audience in Audience:
        found = [f"{name} {text}".strip() for name, text in comment(sheet.claims[0], sheet, audience)]
        notes = () if audience is not Audience.WRITER else ("Note:",)
        assert found == [line for line in said if not line.startswith(tuple(notes) or "\0")]


@pytest.mark.parametrize(
    ("finding", "ticked", "told"),
    [
        (Finding.UNCHECKED, (False,), False), (Finding.WRONG, (False,), True),
        (Finding.WRONG, (True,), False), (Finding.WRONG, (True, False), True), (Finding.WRONG, (), False),
    ],
)  # fmt: skip
def test_check_points_are_told_once_a_claim_is_decided_and_one_is_left(finding, ticked, told):
    points = tuple(
        TickedPoint(id=n, kind=CheckKind.NUMBER, start=4, end=7, text="two", ticked=done)
        for n, done in enumerate(ticked)
    )
    sheet = one(finding=finding, check_points=points)
    names = [name for name, _ in comment(sheet.claims[0], sheet, Audience.EDITOR)]
    assert ("Check points:" in names) is told


def test_responses_are_those_of_people_and_of_whoever_was_reached_each_source_once():
    record, reached = source_of(2), source_of(3, kind=SourceKind.RECORD, title="Ledger")
    unsaid, nobody = (
        source_of(4, kind=None, title="", person="Ida Po"),
        source_of(5, kind=None, title="A leaflet"),
    )
    cited = [PERSON, PERSON, record, reached, unsaid, nobody]
    citations = tuple(citation_of(source, 1, n) for n, source in enumerate(cited))
    contacts = [
        Contact(id=n, source=3, at=NOON, by="Ann Lee", method=Method.CALL, outcome=said)
        for n, said in enumerate(("Out.", "In."))
    ]
    sheet = sheet_of(claim_saying(DRAFT, "two", 1, citations=citations), contacts=contacts)
    assert list(responses(sheet.claims[0], sheet)) == [
        "S1 Ben Okri: no contact logged",
        "S3 Ledger, call (Ann Lee, 2026-03-03 12:00 UTC): Out.",
        "S3 Ledger, call (Ann Lee, 2026-03-03 12:00 UTC): In.",
        "S4 Ida Po: no contact logged",
    ]
    hidden = replace(PERSON, basis=Basis.CONFIDENTIAL)
    sheet = sheet_of(claim_saying(DRAFT, "two", 1, citations=(citation_of(hidden, 1),)))
    assert list(responses(sheet.claims[0], sheet)) == ["S1 name withheld: no contact logged"]


def marks(*spans):
    """The stretches of both blocks with the claims in each, and those that begin there."""
    claims = [claim_on(DRAFT, start, end, n, parts=parts) for n, (start, end, *parts) in enumerate(spans, 1)]
    return [
        [(s.text, [c.number for c in s.claims], [c.number for c in s.begins]) for s in block.stretches]
        for block in marked_blocks(sheet_of(*claims))
    ]


@pytest.mark.parametrize(
    ("spans", "first", "second"),
    [
        ([], [("One two three four.", [], [])], [("Five six seven.", [], [])]),
        ([(0, 19)], [("One two three four.", [1], [1])], [("Five six seven.", [], [])]),
        ([(18, 19), (21, 22)], [("One two three four", [], []), (".", [1], [1])],
         [("F", [2], [2]), ("ive six seven.", [], [])]),
        ([(14, 25)], [("One two three ", [], []), ("four.", [1], [1])],
         [("Five", [1], []), (" six seven.", [], [])]),
        ([(0, 3), (3, 7)], [("One", [1], [1]), (" two", [2], [2]), (" three four.", [], [])],
         [("Five six seven.", [], [])]),
        ([(4, 7), (4, 7)], [("One ", [], []), ("two", [1, 2], [1, 2]), (" three four.", [], [])],
         [("Five six seven.", [], [])]),
        ([(4, 7), (0, 13), (4, 13)],
         [("One ", [2], [2]), ("two", [2, 3, 1], [3, 1]), (" three", [2, 3], []), (" four.", [], [])],
         [("Five six seven.", [], [])]),
        ([(0, 25, Span(0, 3), Span(21, 25))], [("One", [1], [1]), (" two three four.", [], [])],
         [("Five", [1], []), (" six seven.", [], [])]),
        ([(4, 7, Span(5, 5), Span(6, 7))], [("One tw", [], []), ("o", [1], [1]), (" three four.", [], [])],
         [("Five six seven.", [], [])]),
    ],
)  # fmt: skip
def test_a_draft_is_cut_where_claims_begin_and_end_each_shown_to_begin_once(spans, first, second):
    assert marks(*spans) == [first, second]


def test_stretches_know_where_they_stand_in_their_block():
    blocks = marked_blocks(sheet_of(claim_on(DRAFT, 4, 7, 1), claim_on(DRAFT, 26, 29, 2)))
    assert [spans_of(block) for block in blocks] == [[(0, 4), (4, 7), (7, 19)], [(0, 5), (5, 8), (8, 15)]]


@pytest.mark.parametrize(
    ("widths", "last"),
    [((100, 90), 1), ((100, 90, 1), 1), ((100, 90.5), 0), ((200, 1), 0), ((1, 200, 1), 0), ((), -1)],
)
def test_columns_are_printed_as_far_as_a_page_is_wide(widths, last):
    assert _printed([Layout(f"c{n}", width) for n, width in enumerate(widths)]) == last


@pytest.mark.parametrize(
    ("url", "is_link"),
    [
        ("https://a.example/" + "x" * 1_982, True), ("https://a.example/" + "x" * 1_983, False),
        ("http://a.example", True), ("ftp://a.example", False), ("javascript:alert(1)", False), ("", False),
    ],
)  # fmt: skip
def test_an_address_is_a_link_where_a_browser_may_follow_it(url, is_link, tmp_path):
    book = Book({})
    book.link(book.sheet("S"), 0, 0, url)
    path = tmp_path / "a.xlsx"
    path.write_bytes(book.saved())
    cell = openpyxl.load_workbook(path).active["A1"]
    assert (cell.hyperlink is not None) is is_link
    assert (cell.value or "") == url


def test_a_cell_beyond_the_last_row_of_a_workbook_is_refused():
    book = Book({})
    sheet = book.sheet("S")
    book.put(sheet, 1_048_575, 0, "last")
    with pytest.raises(
        FactcheckError, match="more to write than a sheet of a workbook holds; filter the claims"
    ):
        book.put(sheet, 1_048_576, 0, "beyond")
