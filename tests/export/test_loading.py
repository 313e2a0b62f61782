import json
import operator
from dataclasses import replace
from datetime import UTC, date, datetime

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from db.vocabulary import Basis, Finding, Flag, Method, SourceKind
from factcheck.desk import Desk
from factcheck.errors import BadInput, Refused
from factcheck.export.formats import export
from factcheck.export.sheets.build import build_sheet, make_sheet
from factcheck.export.sheets.loading import load_sheet, piece_of
from factcheck.export.sheets.sheet import schema
from factcheck.model import CitationFields, SourceFields
from factcheck.read import read_bytes
from factcheck.split import split
from tests.export.material import NOON, bridge, materials
from tests.export.test_returned import STORY


@pytest.fixture(scope="module")
def worked(tmp_path_factory):
    """The sheet, with everything in it, of an article on which two people have worked."""
    path = tmp_path_factory.mktemp("old") / "desk.db"
    with Desk.open(path, person="Ann Lee", clock=lambda: datetime(2026, 3, 3, 12, tzinfo=UTC)) as desk:
        article = read_bytes(STORY, "bridge.txt")
        desk.articles.add(replace(article, slug="bridge"), split(article))
        budget = SourceFields(kind=SourceKind.RECORD, title="Budget 2024")
        where = CitationFields(locator="12", quotation="3.0 million", accessed=date(2026, 3, 1))
        desk.citations.add("bridge", 1, budget, where)
        person = SourceFields(kind=SourceKind.PERSON, person="Quentin Marlowe", basis=Basis.CONFIDENTIAL)
        source = desk.citations.add("bridge", [1, 2], person, CitationFields(method=Method.CALL))
        assert source.created
        number = desk.sources.find("Marlowe")[0].id
        desk.contacts.log(number, Method.CALL, "Met at the station.")
        desk.findings.decide("bridge", 1, Finding.VERIFIED)
        desk.findings.decide("bridge", 2, Finding.WAITING, waiting_on="the contractor")
        desk.findings.decide("bridge", 4, Finding.WRONG)
        desk.history.undo()
        desk.findings.tick_all("bridge", 1)
        desk.wording.propose("bridge", 3, "Some 40 people")
        desk.acting_as("Ed Roe").wording.accept("bridge", 3)
        desk.acting_as("Cy Dorn").review.agree("bridge", 1)
        desk.claims.flag("bridge", 2, Flag.LEGAL)
        desk.notes.add("bridge", 2, "He is afraid.", confidential=True)
        desk.queries.ask("bridge", 2, "Who measured it?")
        desk.queries.answer(desk.queries.ask("bridge", None, "In May?").created, "In June.")
        desk.cuts.split("bridge", 4, [desk.claims.get("bridge", 4).start + 11])
        desk.articles.set_deadline("bridge", NOON)
        yield build_sheet(desk, "bridge", include_confidential=True)


@pytest.fixture
def other(tmp_path):
    with Desk.open(tmp_path / "desk.db", person="Dee Fox") as desk:
        yield desk


_OWN = {
    "version",
    "id",
    "source",
    "cited_by",
    "added_by_id",
    "program",
    "exported_at",
    "exported_by",
    "history",
}


def plain(value):
    """A sheet as JSON without what each desk numbers for itself."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items() if key not in _OWN}
    return [plain(inner) for inner in value] if isinstance(value, list) else value


def document(sheet):
    return json.loads(export(sheet, "json"))


def test_a_piece_moves_to_another_desk_with_everything_in_it(worked, other):
    change = other.sheets.take_in(piece_of(load_sheet(export(worked, "json"), "x.json")))
    assert (change.verb, change.article) == ("take_in", "bridge")
    there = build_sheet(other, "bridge", include_confidential=True)
    assert plain(document(there)) == plain(document(worked))
    told = operator.attrgetter("at", "by", "verb", "said", "claim", "words", "warnings")
    assert list(map(told, there.history[:-1])) == list(map(told, worked.history))
    assert any(event.warnings for event in there.history)
    assert other.maintenance.doctor().problems == ()
    assert other.maintenance.rebuild() == []


def test_a_piece_that_is_there_already_adds_nothing(worked, other):
    piece = piece_of(worked)
    other.sheets.take_in(piece)
    assert other.sheets.take_in(piece).verb == "already"
    assert len(other.articles.rows()) == 1


def test_taking_in_is_undone_as_one_act_and_the_acts_of_others_are_not(worked, other):
    other.sheets.take_in(piece_of(worked))
    other.history.undo()
    assert other.articles.rows() == ()
    assert other.sources.find() == []
    other.history.redo()
    assert other.claims.get("bridge", 1).finding is Finding.VERIFIED
    assert other.acting_as("Ann Lee").history.can_undo("bridge") == ""
    with pytest.raises(Refused):
        other.acting_as("Ann Lee").history.undo("bridge")
    assert other.maintenance.rebuild() == []


def test_work_goes_on_where_it_was_left(worked, other):
    other.sheets.take_in(piece_of(worked))
    other.findings.decide("bridge", 2, Finding.NOT_CHECKABLE)
    other.history.undo("bridge")
    assert other.claims.get("bridge", 2).finding is Finding.WAITING
    numbers = {claim.number for claim in other.queue.rows("bridge")}
    other.cuts.split("bridge", 3, [other.claims.get("bridge", 3).start + 6])
    assert {claim.number for claim in other.queue.rows("bridge")} - numbers == {max(numbers) + 1}


def test_a_sheet_without_secrets_keeps_withheld_people_apart(worked, other):
    with_two = bridge()
    sheet = make_sheet(with_two, by="Ann Lee", at=NOON)
    other.sheets.take_in(piece_of(load_sheet(export(sheet, "json"), "x.json")))
    assert [source.title for source in other.sources.find("withheld")] == ["name withheld (S3 of bridge)"]
    assert "Marlowe" not in "".join(str(source) for source in other.sources.find())


def test_a_lost_claim_comes_along_in_a_draft_of_its_own(worked, other):
    lost = replace(worked.claims[0], lost=True, draft=1, number=99, citations=())
    draft = replace(worked.draft, number=2)
    claims = tuple(replace(claim, draft=2) for claim in worked.claims)
    first = replace(worked.draft, text="", blocks=(), digest="0" * 64)
    sheet = replace(worked, draft=draft, claims=(*claims, lost), earlier_drafts=(first,))
    other.sheets.take_in(piece_of(load_sheet(export(sheet, "json"), "x.json")))
    assert other.claims.get("bridge", 99).text == lost.text
    assert other.claims.get("bridge", 99).lost
    assert other.maintenance.doctor().problems == ()


@given(material=materials())
@settings(max_examples=6, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_the_published_schema_holds_for_every_sheet(material):
    content = json.loads(export(make_sheet(material, by="Ann Lee", at=NOON), "json"))
    jsonschema.Draft202012Validator(schema()).validate(content)


def test_the_schema_refuses_what_the_reader_refuses():
    content = json.loads(export(make_sheet(bridge(), by="Ann Lee", at=NOON), "json"))
    content["claims"][0]["finding"] = "vrified"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(content, schema())


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda c: c.update(schema_version="9.0"), "claim sheet of version 9.0, and this program reads 1.1"),
        (lambda c: c["claims"][0].update(finding="vrified"), "no claim sheet: claims.0.finding: "),
        (lambda c: c["draft"].update(text="Other text."), "not the text that its digest was made from"),
        (lambda c: c["claims"][1].update(text="Other"), "the words of C002 are not those of the draft"),
        (lambda c: c["claims"][1].update(number=1), "two claims have the same number"),
        (lambda c: c["sources"].clear(), "cites a source that is not there"),
        (lambda c: c["queries"][0].update(claim=77), "a query is about a claim that is not there"),
        (lambda c: c.update(selection="wrong"), "it holds only some of the claims"),
    ],
)
def test_a_sheet_that_cannot_be_is_one_sentence(change, said):
    content = json.loads(export(make_sheet(bridge(), by="Ann Lee", at=NOON), "json"))
    change(content)
    with pytest.raises(BadInput) as refused:
        load_sheet(json.dumps(content).encode(), "x.json")
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"null", b"\xff\xfe", b"{}"])
def test_a_file_that_is_no_sheet_is_one_sentence(data):
    with pytest.raises(BadInput, match=r"“x\.json” is no"):
        load_sheet(data, "x.json")
