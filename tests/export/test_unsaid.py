"""What nobody said goes out as “–” where people read and empty where programs do, and comes back unsaid."""

import csv
import io
import json
from dataclasses import replace

import openpyxl
import pypdf
import pytest

from db.vocabulary import Basis, LocatorKind, Method, SourceKind, Stance, Tier
from factcheck.desk import Desk
from factcheck.export.formats import export
from factcheck.export.options import Audience, Options, Rows
from factcheck.export.returned import apply, plan
from factcheck.export.returned.reading import read_tables
from factcheck.export.sheets.build import build_sheet
from factcheck.export.sheets.loading import load_sheet, piece_of
from factcheck.export.sheets.sheet import schema
from factcheck.model import CitationFields, SourceFields
from factcheck.read import read_bytes
from factcheck.split import split
from tests.export.packed import readable_parts
from tests.export.test_returned import STORY, Edit

WORDS = ("kind", "tier", "stance", "locator_kind")


@pytest.fixture
def desk(tmp_path):
    """A desk with one citation of which nothing was said but the number of a place."""
    article = read_bytes(STORY, "bridge.txt")
    with Desk.open(tmp_path / "desk.db", person="Ann Lee") as desk:
        desk.articles.add(replace(article, slug="bridge"), split(article))
        desk.citations.add("bridge", 1, SourceFields(title="Budget 2024"), CitationFields(locator="12"))
        yield desk


def exported(desk, name, options=None):
    return export(build_sheet(desk, "bridge"), name, options)


def text_of(data):
    """What a file says, on one line."""
    if data.startswith(b"%PDF"):
        text = "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)
    else:
        text = readable_parts(data)
    return " ".join(text.split())


def citation_of(desk):
    (citation,) = desk.claims.get("bridge", 1).citations
    return citation


def row_of(desk):
    """The row of the citation in a CSV, by heading."""
    text = exported(desk, "csv", Options(rows=Rows.CITATIONS)).decode("utf-8-sig")
    return next(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize("name", ["markdown", "html", "docx", "pdf"])
def test_people_read_a_dash_where_nobody_said_a_word(desk, name):
    text = text_of(exported(desk, name))
    assert "stance –, tier – · 12" in text
    assert "(kind –)" in text
    assert "primary" not in text


def test_a_workbook_shows_a_dash_and_offers_it(desk):
    book = openpyxl.load_workbook(io.BytesIO(exported(desk, "xlsx")))
    for sheet, names in (("Citations", WORDS), ("Sources", ("kind",))):
        heads = {cell.value.replace(" ", "_"): cell.column for cell in book[sheet][1]}
        assert [book[sheet].cell(2, heads[name]).value for name in names] == ["–"] * len(names)
        offered = [rule.formula1 for rule in book[sheet].data_validations.dataValidation]
        assert any(formula.startswith('"–,') for formula in offered)


def test_programs_read_nothing_where_nobody_said_a_word(desk):
    row = row_of(desk)
    assert [row[name] for name in WORDS] == [""] * 4
    sheet = json.loads(exported(desk, "json"))
    (citation,) = sheet["claims"][0]["citations"]
    assert [citation[name] for name in WORDS[1:]] == [None] * 3
    assert sheet["sources"][0]["kind"] is None
    assert load_sheet(exported(desk, "json"), "x.json").sources[0].kind is None


def test_the_schema_says_that_a_word_may_be_unsaid():
    parts = schema()["$defs"]
    for part, names in (("SheetCitation", WORDS[1:]), ("SheetSource", ("kind",))):
        for name in names:
            assert {"type": "null"} in parts[part]["properties"][name]["anyOf"]


@pytest.mark.parametrize("way", ["xlsx", "csv"])
def test_what_comes_back_untouched_stays_unsaid(desk, way):
    if way == "xlsx":
        tables = Edit(exported(desk, "xlsx")).tables()
    else:
        tables = read_tables(exported(desk, "csv", Options(rows=Rows.CITATIONS)), "bridge.csv")
    assert plan(desk, tables).changes == ()
    desk.citations.edit(citation_of(desk).id, CitationFields(tier=Tier.LEAD, locator="12"))
    again = plan(desk, tables)
    assert (again.changes, again.conflicts) == ((), ())  # the desk alone changed it


def test_a_word_said_in_a_sheet_is_taken_and_one_taken_out_is_unsaid_again(desk):
    edit = Edit(exported(desk, "xlsx"))
    edit("Citations", "C001", "tier", "secondary")
    edit("Citations", "C001", "locator", "p. 14")
    edit("Sources", "S1", "kind", "own notes")
    found = plan(desk, edit.tables())
    assert [(change.what, change.before, change.after) for change in found.changes] == [
        ("citation 1, tier", "–", "secondary"),
        ("citation 1, locator kind", "–", "page"),
        ("citation 1, locator", "12", "14"),
        ("source S1, kind", "–", "own notes"),
    ]
    apply(desk, found, "x")
    citation = citation_of(desk)
    assert (citation.tier, citation.where) == (Tier.SECONDARY, "page 14")
    assert citation.source.kind is SourceKind.OWN_NOTES
    edit = Edit(exported(desk, "xlsx"))
    for heading, emptied in (("tier", "–"), ("locator kind", None)):
        edit("Citations", "C001", heading, emptied)
    edit("Sources", "S1", "kind", "-")
    apply(desk, plan(desk, edit.tables()), "x")
    citation = citation_of(desk)
    assert (citation.tier, citation.locator_kind, citation.source.kind) == (None, None, None)


def test_a_row_and_a_source_that_are_added_say_what_they_say_and_no_more(desk):
    edit = Edit(exported(desk, "xlsx"))
    edit.new_row("Citations", claim="C002", title="Minutes", stance="supports", locator="¶ 7")
    edit("Claims", "C003", "new source", "https://www.reuters.com/2024/bridge")
    tables = edit.tables()
    apply(desk, plan(desk, tables), "x")
    (added,) = desk.claims.get("bridge", 2).citations
    assert (added.stance, added.tier, added.source.kind) == (Stance.SUPPORTS, None, None)
    assert (added.locator_kind, added.where) == (LocatorKind.PARAGRAPH, "paragraph 7")
    (pasted,) = desk.claims.get("bridge", 3).citations
    assert (pasted.stance, pasted.tier, pasted.source.kind) == (None, None, None)
    assert plan(desk, tables).changes == ()


@pytest.mark.parametrize("name", ["csv", "markdown", "html", "json", "docx", "pdf", "xlsx"])
def test_no_sheet_names_the_kind_of_a_locator_twice(desk, name):
    fields = CitationFields(locator="p. 3", locator_kind=LocatorKind.PAGE, stance=Stance.SUPPORTS)
    desk.citations.add("bridge", 2, SourceFields(title="Minutes"), fields)
    for rows in Rows:
        text = text_of(exported(desk, name, Options(rows=rows)))
        assert "page p. 3" not in text
        assert "p. 3" not in text


def test_a_place_typed_in_another_way_changes_nothing_and_one_of_another_kind_says_so(desk):
    key = citation_of(desk).id
    desk.citations.edit(key, CitationFields(locator="p. 12"))
    edit = Edit(exported(desk, "xlsx"))
    edit("Citations", "C001", "locator", "page 12")
    assert plan(desk, edit.tables()).changes == ()
    edit("Citations", "C001", "locator", "table 2")
    found = plan(desk, edit.tables())
    assert [(change.what, change.before, change.after) for change in found.changes] == [
        ("citation 1, locator kind", "page", "table"),
        ("citation 1, locator", "12", "2"),
    ]
    apply(desk, found, "x")
    assert citation_of(desk).where == "table 2"


def test_a_sheet_of_the_version_before_is_still_taken_in(desk):
    sheet = json.loads(exported(desk, "json"))
    (citation,) = sheet["claims"][0]["citations"]
    citation |= {"tier": "primary", "stance": "supports", "locator_kind": "page", "locator": "p. 3"}
    sheet["sources"][0]["kind"] = "web"
    old = json.dumps(sheet | {"schema_version": "1.0"}).encode()
    (taken,) = piece_of(load_sheet(old, "old.json")).claims[0].citations
    assert (taken.tier, taken.where, taken.source.kind) == (Tier.PRIMARY, "page 3", SourceKind.WEB)


def test_calls_to_a_source_whose_kind_nobody_said_go_out_too(desk):
    person = SourceFields(person="Ben Okri")
    source = desk.citations.add("bridge", 2, person, CitationFields(stance=Stance.SUPPORTS)).created
    source = desk.citations.get(source).source.id
    assert "Ben Okri: no contact logged" in text_of(exported(desk, "docx", Options(audience=Audience.LEGAL)))
    desk.contacts.log(source, Method.CALL, "he rang back")
    assert "he rang back" in text_of(exported(desk, "markdown"))


def test_the_names_in_a_title_are_withheld_where_nobody_said_that_the_source_is_no_person(desk):
    talk = SourceFields(title="Talk with Xanthor Quux", basis=Basis.CONFIDENTIAL)
    desk.citations.add("bridge", 2, talk, CitationFields(stance=Stance.SUPPORTS))
    desk.notes.add("bridge", 3, "quux says it was two years")
    for name in ("csv", "json", "markdown", "html", "docx", "xlsx", "pdf"):
        assert "quux" not in text_of(exported(desk, name)).lower()
