import csv
import io
import shutil
import zipfile
from dataclasses import replace

import openpyxl
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from db.vocabulary import Basis, Finding, FixState, SourceKind, Stance
from factcheck.desk import Desk
from factcheck.errors import BadInput, Conflict, NotOnDesk, Refused
from factcheck.export.formats import export
from factcheck.export.options import Options, Rows
from factcheck.export.returned import apply, plan
from factcheck.export.returned.comparing import compare
from factcheck.export.returned.reading import read_returned, read_tables
from factcheck.export.sheets.build import build_sheet, make_sheet
from factcheck.model import CitationFields, SourceFields
from factcheck.read import read_bytes
from factcheck.split import split
from tests.export.material import NOON, claim_on, draft_of, material_of, materials

STORY = b"""The bridge at Arden

The bridge cost $3 million, said Mayor Ina Holt on Monday.

It is the longest in the county. About 40 people built it in two years.

The county paid for half of the work, according to Ben Okri, an engineer.
"""


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    """A desk with the article `bridge`: a source, a citation and two queries."""
    path = tmp_path_factory.mktemp("template") / "desk.db"
    article = read_bytes(STORY, "bridge.txt")
    with Desk.open(path, person="Ann Lee") as desk:
        desk.articles.add(replace(article, slug="bridge"), split(article))
        source = SourceFields(kind=SourceKind.RECORD, title="Budget 2024")
        desk.citations.add("bridge", 1, source, CitationFields(locator="12", quotation="3.0 million"))
        desk.queries.ask("bridge", 2, "Who measured it?")
        desk.queries.ask("bridge", None, "Is the opening still in May?")
    return path


@pytest.fixture
def desk(template, tmp_path):
    for part in template.parent.glob("desk.db*"):
        shutil.copy(part, tmp_path / part.name)
    with Desk.open(tmp_path / "desk.db", person="Ann Lee") as desk:
        yield desk


def exported(desk, name="xlsx", **options):
    return export(build_sheet(desk, "bridge", **options), name)


class Edit:
    """Edits a workbook as a person would: by sheet, row label and heading."""

    def __init__(self, data):
        self.book = openpyxl.load_workbook(io.BytesIO(data))

    def __call__(self, sheet, label, heading, value):
        worksheet = self.book[sheet]
        columns = {cell.value: cell.column for cell in worksheet[1]}
        row = next((row for row in worksheet.iter_rows(min_row=2) if row[0].value == label), None)
        cell = worksheet.cell(row[0].row if row else worksheet.max_row, columns[heading])
        cell.value = value
        return f"{sheet}!{cell.coordinate}"

    def new_row(self, sheet, **values):
        worksheet = self.book[sheet]
        columns = {cell.value: cell.column for cell in worksheet[1]}
        row = worksheet.max_row + 1
        for heading, value in values.items():
            worksheet.cell(row, columns[heading.replace("_", " ")]).value = value

    def tables(self):
        out = io.BytesIO()
        self.book.save(out)
        return read_tables(out.getvalue(), "bridge.xlsx")


def test_a_decision_a_wording_a_note_and_a_source_come_back_as_one_step(desk):
    edit = Edit(exported(desk))
    edit("Claims", "C002", "finding", "imprecise")
    edit("Claims", "C002", "proposed text", "It is the second longest in the county.")
    edit("Claims", "C002", "new note", "Ask the surveyor.")
    edit("Claims", "C002", "new source", "https://example.org/list")
    edit("Claims", "C003", "finding", "waiting")
    edit("Claims", "C003", "waiting on", "the contractor")
    found = plan(desk, edit.tables())
    assert [(change.claim, change.what) for change in found.changes] == [
        (2, "finding"), (2, "wording"), (2, "note"), (2, "source"), (3, "finding"),
    ]  # fmt: skip
    change = apply(desk, found, "bridge.xlsx")
    assert change.said == "Took 5 changes from bridge.xlsx"
    claim = desk.claims.get("bridge", 2)
    assert (claim.finding, claim.proposed_text) == (
        Finding.IMPRECISE, "It is the second longest in the county.",
    )  # fmt: skip
    assert claim.notes[0].text == "Ask the surveyor."
    assert claim.citations[0].source.url == "https://example.org/list"
    assert desk.claims.get("bridge", 3).waiting_on == "the contractor"
    desk.history.undo("bridge")
    assert desk.claims.get("bridge", 2).finding is Finding.UNCHECKED
    assert not desk.claims.get("bridge", 2).notes
    assert desk.claims.get("bridge", 3).finding is Finding.UNCHECKED


def test_the_same_sheet_a_second_time_changes_nothing(desk):
    edit = Edit(exported(desk))
    edit("Claims", "C002", "finding", "5")
    edit("Claims", "C002", "new note", "Ask the surveyor.")
    edit("Claims", "C002", "new source", "S1")
    tables = edit.tables()
    apply(desk, plan(desk, tables), "x")
    again = plan(desk, tables)
    assert not again.changes
    assert not again.conflicts
    assert len(again.remarks) == 2


def test_citations_are_edited_and_added(desk):
    edit = Edit(exported(desk))
    edit("Citations", "C001", "stance", "contradicts")
    edit("Citations", "C001", "quotation", "3.4 million")
    edit.new_row("Citations", claim="C003", title="Minutes", kind="record", stance="partly", locator="7")
    edit("Queries", "Q1", "answer", "The surveyor did.")
    edit.new_row("Queries", claim="C003", text="In which years?")
    found = plan(desk, edit.tables())
    apply(desk, found, "x")
    (first,) = desk.claims.get("bridge", 1).citations
    assert (first.stance, first.quotation, first.locator) == (Stance.CONTRADICTS, "3.4 million", "12")
    (added,) = desk.claims.get("bridge", 3).citations
    assert (added.source.title, added.source.kind, added.stance) == ("Minutes", "record", "partly")
    queries = {query.text: query for query in desk.queries.of("bridge")}
    assert queries["Who measured it?"].answer == "The surveyor did."
    assert queries["In which years?"].claim == 3


def test_sources_are_put_right_and_added_and_keep_what_the_sheet_left_out(desk):
    number = desk.sources.find("Budget")[0].id
    before = SourceFields(kind=SourceKind.RECORD, title="Budget 2024", contact="+44 20 7946 0001")
    desk.sources.edit(number, before)
    edit = Edit(exported(desk))
    edit("Sources", "S1", "publication", "City of Arden")
    edit("Sources", "S1", "kind", "press release")
    edit.new_row("Sources", title="Minutes of May", kind="record")
    found = plan(desk, edit.tables())
    assert [change.what for change in found.changes] == [
        "source S1, kind",
        "source S1, publication",
        "source",
    ]
    apply(desk, found, "x")
    source = desk.sources.get(number)
    assert (source.publication, source.kind, source.contact) == (
        "City of Arden", SourceKind.PRESS_RELEASE, "+44 20 7946 0001",
    )  # fmt: skip
    assert [source.title for source in desk.sources.find("Minutes")] == ["Minutes of May"]
    desk.history.undo("bridge")
    assert desk.sources.get(number).publication == ""
    edit("Sources", "S1", "title", "Budget 2025")
    desk.sources.edit(number, replace(before, author="The city"))
    found = plan(desk, edit.tables())
    assert [clash.what.partition(" ")[0] for clash in found.conflicts] == ["kind"]


def test_a_row_changed_meanwhile_is_a_conflict_and_stays(desk):
    edit = Edit(exported(desk))
    cell = edit("Claims", "C002", "finding", "wrong")
    edit("Claims", "C003", "finding", "on author")
    desk.acting_as("Ben Oak").findings.decide("bridge", 2, Finding.NOT_CHECKABLE)
    found = plan(desk, edit.tables())
    (clash,) = found.conflicts
    assert (clash.claim, clash.cell) == (2, cell)
    assert clash.what == "finding “wrong” in the sheet, “not checkable” on the desk now, by Ben Oak"
    apply(desk, found, "x")
    assert desk.claims.get("bridge", 2).finding is Finding.NOT_CHECKABLE
    assert desk.claims.get("bridge", 3).finding is Finding.ON_AUTHOR


def test_a_row_that_only_the_desk_changed_is_no_conflict(desk):
    tables = Edit(exported(desk)).tables()
    desk.findings.decide("bridge", 2, Finding.NOT_CHECKABLE)
    desk.wording.propose("bridge", 3, "Some 40 people")
    found = plan(desk, tables)
    assert (found.changes, found.conflicts, found.remarks) == ((), (), ())


def test_a_change_between_the_question_and_the_answer_is_a_conflict(desk):
    edit = Edit(exported(desk))
    edit("Claims", "C002", "finding", "wrong")
    edit("Claims", "C003", "new note", "Seen.")
    found = plan(desk, edit.tables())
    desk.findings.decide("bridge", 2, Finding.NOT_CHECKABLE)
    with pytest.raises(Conflict, match="somebody has just changed claim 2"):
        apply(desk, found, "x")
    assert not desk.claims.get("bridge", 3).notes


@pytest.mark.parametrize(
    ("sheet", "label", "heading", "value", "said"),
    [
        ("Claims", "C002", "finding", "vrified", "“vrified” is no finding; there are unchecked, verified"),
        ("Claims", "C002", "claim", "C999", "there is no claim “C999”"),
        ("Claims", "C002", "claim", "C003", "C003 stands at Claims!A3 already"),
        ("Claims", "C002", "text", "Other words", "the words of C002 were changed"),
        ("Claims", "C002", "waiting on", "Ben", "a claim that is unchecked waits for nobody"),
        ("Claims", "C002", "draft digest", "0" * 64, "but the rows above are of"),
        ("Citations", "C001", "stance", "maybe", "“maybe” is no stance; there are supports, partly"),
        ("Citations", "C001", "accessed", "soon", "“soon” is no date like 2026-03-14"),
        ("Citations", "C001", "claim", "C002", "citation 1 belongs to C001"),
        ("Queries", "Q1", "query", "Q77", "there is no query “Q77”"),
        ("Sources", "S1", "source", "S77", "there is no source “S77”"),
        ("Sources", "S1", "kind", "rumour", "“rumour” is no kind; there are person, recording"),
    ],
)
def test_what_cannot_be_is_refused_and_the_cell_named(desk, sheet, label, heading, value, said):
    edit = Edit(exported(desk))
    cell = edit(sheet, label, heading, value)
    with pytest.raises(Refused) as refused:
        plan(desk, edit.tables())
    assert said in str(refused.value)
    assert cell in str(refused.value) or "C003 stands" in said


def test_a_sheet_of_another_draft_or_article_is_refused(desk):
    data = exported(desk, "csv").decode("utf-8-sig")
    digest = desk.drafts.get("bridge").digest
    other = read_tables(data.replace(digest, "0" * 64).encode(), "x.csv")
    with pytest.raises(Refused, match="made from another draft of bridge"):
        plan(desk, other)
    elsewhere = data.replace(digest, "0" * 64).replace('"bridge"', '"tunnel"').encode()
    with pytest.raises(NotOnDesk, match="no article “tunnel”"):
        plan(desk, read_tables(elsewhere, "x.csv"))


def test_withheld_words_are_never_written_back(desk):
    secret = SourceFields(kind=SourceKind.PERSON, person="Quentin Marlowe", basis=Basis.CONFIDENTIAL)
    desk.citations.add("bridge", 1, secret, CitationFields(note="by telephone"))
    desk.wording.propose("bridge", 2, "Quentin Marlowe says so.")
    tables = Edit(exported(desk)).tables()
    assert not plan(desk, tables).changes
    edit = Edit(exported(desk))
    edit("Claims", "C002", "proposed text", "[withheld] said so.")
    with pytest.raises(Refused, match="--include-confidential"):
        plan(desk, edit.tables())
    whole = Edit(exported(desk, include_confidential=True))
    whole("Claims", "C002", "proposed text", "Quentin Marlowe said so.")
    assert [change.after for change in plan(desk, whole.tables()).changes] == ["Quentin Marlowe said so."]


def test_csv_with_semicolons_and_without_bom_comes_back(desk):
    rows = list(csv.reader(io.StringIO(exported(desk, "csv").decode("utf-8-sig"), newline="")))
    at = rows[0].index("finding")
    rows[2][at] = "on_author"
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";").writerows(rows)
    found = plan(desk, read_tables(out.getvalue().encode(), "x.csv"))
    assert [(change.claim, change.after, change.cell) for change in found.changes] == [(2, "on author", "D3")]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04junk", b"\x00\xff\xfe", b"a,b\n1,2\n", b'"' * 7])
def test_a_file_that_is_no_sheet_is_one_sentence(content, tmp_path):
    path = tmp_path / "x.csv"
    path.write_bytes(content)
    with pytest.raises(BadInput) as refused:
        read_returned(path)
    assert "\n" not in str(refused.value)


def test_one_long_text_among_thousands_of_cells_is_read():
    book = openpyxl.Workbook()
    book.active.append(["Claim", "Finding", "Proposed text"])
    for number in range(4_000):
        book.active.append([f"C{number:03}", "verified", "the same words"])
    book.active.append(["C9000", "wrong", "a" * 30_000])
    data = io.BytesIO()
    book.save(data)
    (table,) = read_tables(data.getvalue(), "sheet.xlsx")
    assert len(table.rows) == 4_001


@given(material=materials(), way=st.sampled_from(["xlsx", "csv", "citations", "raw"]))
@settings(
    max_examples=30,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    deadline=None,
)
def test_cells_that_nobody_touched_change_nothing(material, way):
    sheet = make_sheet(material, by="Ann Lee", at=NOON)
    options = Options(rows=Rows.CITATIONS if way == "citations" else Rows.CLAIMS, raw=way == "raw")
    data = export(sheet, "xlsx" if way == "xlsx" else "csv", options)
    planning = compare(read_tables(data, "x.xlsx" if way == "xlsx" else "x.csv"), sheet)
    assert (planning.changes, planning.conflicts, planning.problems, planning.remarks) == ([], [], [], [])
    moved = replace(
        sheet,
        claims=tuple(
            replace(
                claim,
                version=claim.version + 1,
                finding=Finding.NOT_CHECKABLE,
                proposed_text=claim.proposed_text + "!",
                citations=tuple(
                    replace(c, version=c.version + 1, note=c.note + "!") for c in claim.citations
                ),
            )
            for claim in sheet.claims
        ),
    )
    planning = compare(read_tables(data, "x.xlsx" if way == "xlsx" else "x.csv"), moved)
    assert (planning.changes, planning.conflicts, planning.problems) == ([], [], [])


@given(words=st.text(alphabet="0 \t\r\n\u240d\u0085\u2028'=_xD", max_size=7))
@example(words="0\r\n0")
@example(words="_x000D_")
@settings(max_examples=60)
def test_line_ends_of_any_kind_in_cells_that_nobody_touched_change_nothing(words):
    draft = draft_of("The bridge cost $3 million.")
    told = {"proposed_text": words, "fix_reason": words, "restatement": words, "waiting_on": words}
    claim = claim_on(draft, 0, len(draft.text), 1, fix=FixState.STET, **told)
    sheet = make_sheet(material_of(draft, [claim]), by="Ann Lee", at=NOON)
    for name in ("xlsx", "csv"):
        planning = compare(read_tables(export(sheet, name), f"x.{name}"), sheet)
        assert (planning.changes, planning.conflicts, planning.problems, planning.remarks) == ([], [], [], [])


def test_a_workbook_made_to_fill_the_memory_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for number in range(2_001):
            package.writestr(f"xl/worksheets/sheet{number}.xml", b"")
    with pytest.raises(BadInput, match="far more than a claim sheet"):
        read_tables(out.getvalue(), "x.xlsx")
