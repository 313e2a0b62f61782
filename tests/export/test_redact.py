import html
import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.vocabulary import Basis, CheckKind, FixState, Method, SourceKind
from factcheck.export.formats import FORMATS, export
from factcheck.export.options import Options, Rows
from factcheck.export.sheets.build import make_sheet, redactor_of
from factcheck.export.sheets.loading import load_sheet, piece_of
from factcheck.export.sheets.redact import WITHHELD, Redactor
from factcheck.model import Contact, Event, Note, Query, Speaker, TickedPoint
from tests.export.material import (
    NOON,
    citation_of,
    claim_saying,
    draft_of,
    free_text,
    material_of,
    row_of,
    source_of,
)
from tests.export.packed import readable_parts

NOT_NAMED = [basis for basis in Basis if basis is not Basis.ON_RECORD]


def redactor(**fields):
    return Redactor([source_of(**{"title": "", "basis": Basis.CONFIDENTIAL} | fields)])


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("Quentin Marlowe called.", "[withheld] called."),
        ("Marlowe called.", "[withheld] called."),
        ("MARLOWE’S", "[withheld]’S"),
        ("quentin\n marlowe called", "[withheld] called"),
        ("Quentin\u00a0Marlowe called", "[withheld] called"),
        ("a marlowe of sorts", "a [withheld] of sorts"),
        ("marlowesque", "marlowesque"),
    ],
)
def test_names_are_taken_out_whole_and_in_parts(text, without):
    assert redactor(person="Quentin Marlowe").text(text) == without


@pytest.mark.parametrize(
    "text",
    ["020 7946 0001", "+44 20 7946 0001", "+442079460001", "44-20-7946-0001", "tel.+44 (20) 7946.0001"],
)
def test_telephone_numbers_are_taken_out_however_they_are_written(text):
    secret = "+44 20 7946 0001" if "44" in text else "020 7946 0001"
    cleaned = redactor(contact=f"home {secret}, x@example.org").text(f"call {text} now")
    assert "7946" not in cleaned
    assert WITHHELD in cleaned


def test_mail_addresses_and_links_are_taken_out():
    said = redactor(contact="Home: x.y@example.org (evenings)", url="https://example.org/leak")
    assert said.text("wrote to X.Y@example.org") == "wrote to [withheld]"
    assert said.text("see https://example.org/leak.") == "see [withheld]."


def test_what_another_source_says_on_the_record_is_no_secret():
    secret = source_of(1, title="City budget 2024", basis=Basis.CONFIDENTIAL)
    public = source_of(2, title="City budget 2024")
    assert Redactor([secret, public]).text("the city budget 2024 says") == "the city budget 2024 says"


def test_a_single_common_word_is_no_secret():
    assert redactor(title="Interview").text("the interview was long") == "the interview was long"


def test_composed_and_decomposed_letters_are_the_same():
    assert redactor(person="José").text("Jose\u0301 said") == "[withheld] said"


def test_text_without_secrets_comes_back_as_it_was():
    assert Redactor([]).text("Jose\u0301") == "Jose\u0301"
    assert redactor(person="Quentin Marlowe").text("Jose\u0301") == "Jose\u0301"


@given(free_text, free_text)
def test_any_name_is_withheld_wherever_it_stands(before, after):
    said = redactor(person="Zebulon Quux").text(f"{before} Zebulon Quux {after}")
    assert "Zebulon Quux" not in said


def brown_material(**more):
    """A claim with a note on a source called Brown, in a draft that names somebody else of that name."""
    brown = source_of(1, kind=SourceKind.PERSON, title="", person="Will Brown", basis=Basis.BACKGROUND)
    draft = draft_of("The bridge is brown, said Amy Brown.")
    note = Note(id=1, text="note by brown, a brown envelope; Brown will call", by="Ann Lee", at=NOON)
    cited = (citation_of(brown, 1),)
    claim = claim_saying(draft, "The bridge is brown", 1, citations=cited, notes=(note,), **more)
    return material_of(draft, (claim,))


def test_the_person_who_exports_is_told_which_ordinary_words_were_withheld_and_what_the_draft_names():
    material = brown_material()
    redactor = redactor_of(material)
    sheet = make_sheet(material, by="Ann Lee", at=NOON, redactor=redactor)
    assert sheet.claims[0].notes[0].text == "note by [withheld], a [withheld] envelope; [withheld] will call"
    assert [*redactor.remarks(), *redactor.remarks_on_draft()] == [
        "withheld to protect sources: 3 places",
        "some of them may be an ordinary word, or somebody else's name: “brown” 3×",
        "the draft, which goes out as it stands, holds what is withheld elsewhere: “brown” 1×",
    ]


def test_the_sheet_says_how_often_something_was_withheld_and_not_what():
    sheet = make_sheet(brown_material(), by="Ann Lee", at=NOON)
    assert sheet.withheld == 3
    report = export(sheet, "markdown").decode()
    assert "Withheld to protect sources: 3 places" in report
    assert report.lower().count("brown") == report.count("The bridge is brown") + report.count("Amy Brown")


def test_words_meant_for_the_page_keep_what_the_draft_says_and_nothing_more_of_a_name():
    material = brown_material(restatement="Amy Brown said that the bridge is brown, like Will Brown")
    restated = make_sheet(material, by="Ann Lee", at=NOON).claims[0].restatement
    assert restated == "Amy Brown said that the bridge is brown, like [withheld]"


def test_a_name_that_was_taken_out_of_the_draft_is_not_told_by_what_was_lost_with_it():
    secret = source_of(
        1, kind=SourceKind.PERSON, title="", person="Quentin Marlowe", basis=Basis.CONFIDENTIAL
    )
    former = draft_of("Marlowe said so.", "It cost $3 million, Quentin Marlowe said.", "Quentin was there.")
    draft = draft_of("It cost $3 million.", number=2)
    lost = claim_saying(
        former,
        "It cost $3 million, Quentin Marlowe said.",
        1,
        lost=True,
        decided_text="It cost $3 million, Quentin Marlowe said.",
        speaker=Speaker(mention="Marlowe", name="Quentin Marlowe"),
        check_points=(TickedPoint(id=1, kind=CheckKind.NAME, start=38, end=53, text="Quentin Marlowe"),),
    )
    event = Event(id=1, op="a", at=NOON, by="Ann Lee", verb="decide", said="1", words="Marlowe said so.")
    drafts = (row_of(former)._replace(current=False), row_of(draft))
    material = material_of(
        draft, (lost,), former=(former,), sources=(secret,), history=(event,), drafts=drafts
    )
    sheet = make_sheet(material, by="Ann Lee", at=NOON)
    claim = sheet.claims[0]
    assert claim.text == claim.decided_text == "It cost $3 million, [withheld] said."
    assert claim.selectors[0].prefix == "[withheld] said so.\n\n"
    assert claim.selectors[0].suffix == "\n\n[withheld] was there."
    assert "Marlowe" not in export(sheet, "json").decode()
    taken = load_sheet(export(sheet, "json"), "sheet.json")
    assert piece_of(taken).claims[0].text == claim.text


def test_a_speaker_and_a_name_of_the_article_that_somebody_typed_are_withheld():
    material = brown_material(speaker=Speaker(mention="an official", name="Will Brown"))
    article = replace(material.article, slug="will-brown-affair", title="What Will Brown knows")
    drafts = (material.drafts[0]._replace(source_name="Will Brown.docx"),)
    draft = replace(material.draft, source_name="Will Brown.docx")
    sheet = make_sheet(material._replace(article=article, drafts=drafts, draft=draft), by="Ann Lee", at=NOON)
    assert sheet.claims[0].speaker.name == "[withheld]"
    assert (sheet.article.slug, sheet.article.title) == ("withheld-affair", "What [withheld] knows")
    assert sheet.draft.source_name == "[withheld].docx"


SECRETS = {
    "person": "Zebulon Quuxworth",
    "role": "undersecretary for zyxwvology",
    "contact": "zq.contact@example.org, +44 20 7946 0987",
    "title": "Talk with zqtitle in the park",
    "author": "zqauthor and friends",
    "url": "https://example.org/zqurl",
    "archived_url": "https://example.org/zqarchived",
    "note": "zqnote on the source",
}
TELLTALES = (
    "Zebulon", "Quuxworth", "zyxwvology", "zq.contact", "7946", "zqtitle", "zqauthor", "zqurl", "zqarchived",
    "zqnote", "zqprivate", "Zeb",
)  # fmt: skip


@st.composite
def telling_material(draw):
    """An article whose every free text mentions the secrets of a source that may not be named."""

    harmless = free_text.filter(lambda text: not any(word in text for word in TELLTALES))

    def telling():
        return draw(harmless) + " " + draw(st.sampled_from(list(SECRETS.values()))) + " " + draw(harmless)

    secret = source_of(
        1, **SECRETS, kind=draw(st.sampled_from(SourceKind)), basis=draw(st.sampled_from(NOT_NAMED))
    )
    named = source_of(
        2, title=f"On {telling()}", note=telling(), contact=SECRETS["contact"], publication=telling()
    )
    draft = draft_of("One two three four.")
    claim = claim_saying(
        draft,
        "two three",
        1,
        restatement=telling(),
        waiting_on=telling(),
        proposed_text=telling(),
        recheck_reason=telling(),
        review_reason=telling(),
        fix=FixState.STET,
        fix_reason=telling(),
        citations=(
            citation_of(secret, 1, 1, quotation=telling(), note=telling(), locator=telling()),
            citation_of(named, 1, 2, quotation=telling(), note=telling(), locator=telling()),
        ),
        notes=(
            Note(id=1, text=telling(), by="Ann Lee", at=NOON),
            Note(id=2, text="zqprivate", by="Ann Lee", at=NOON, confidential=True),
        ),
    )
    queries = (
        Query(id=1, claim=1, text=telling(), by="Ann Lee", at=NOON, answer=telling(), answered_at=NOON),
    )
    events = tuple(
        Event(
            id=number,
            op=str(number),
            at=NOON,
            by="Ann Lee",
            verb=verb,
            claim=1,
            said=telling(),
            before={"waiting_on": telling(), "note 2": {"text": "zqprivate"}, "source 1": {"person": "Zeb"}},
            after={"query 1": {"text": telling(), "more": [telling()]}},
        )
        for number, verb in enumerate(("cite", "propose", "import_sheet", "edit_source", "note", "undo"))
    )
    contacts = tuple(
        Contact(id=source, source=source, at=NOON, by="Ann Lee", method=Method.CALL, outcome=telling())
        for source in (1, 2)
    )
    return material_of(draft, (claim,), queries, history=events, contacts=contacts, sources=(secret, named))


@given(telling_material())
@settings(max_examples=6, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_nothing_withheld_is_in_any_byte_of_any_format(material):
    sheet = make_sheet(material, by="Ann Lee", at=NOON)
    tested_elsewhere = {"corrections", "pdf", "claimreview"}
    documents = [readable_parts(export(sheet, name)) for name in FORMATS if name not in tested_elsewhere]
    documents.append(export(sheet, "csv", Options(rows=Rows.CITATIONS, raw=True)).decode())
    for document in documents:
        readable = html.unescape(document) + document.replace("\\", "")
        assert not [telltale for telltale in TELLTALES if telltale.lower() in readable.lower()]


@given(telling_material())
@settings(max_examples=5, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_everything_is_there_when_asked_for(material):
    document = export(make_sheet(material, by="Ann Lee", confidential=True), "json").decode()
    content = json.dumps(json.loads(document), ensure_ascii=False)
    assert all(telltale in content for telltale in TELLTALES)
