import html
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.vocabulary import Basis, FixState, Method, SourceKind
from factcheck.export.build import make_sheet
from factcheck.export.formats import FORMATS, export
from factcheck.export.options import Options, Rows
from factcheck.export.redact import WITHHELD, Redactor
from factcheck.model import Contact, Event, Note, Query
from tests.export.material import (
    NOON,
    citation_of,
    claim_saying,
    draft_of,
    free_text,
    material_of,
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
        ("MARLOWE’S", "MARLOWE’S"),
        ("quentin\n marlowe called", "[withheld] called"),
        ("Quentin Marlowe called", "[withheld] called"),
        ("a marlowe of sorts", "a marlowe of sorts"),
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
@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_nothing_withheld_is_in_any_byte_of_any_format(material):
    sheet = make_sheet(material, by="Ann Lee", at=NOON)
    tested_elsewhere = {"corrections", "pdf", "claimreview"}
    documents = [readable_parts(export(sheet, name)) for name in FORMATS if name not in tested_elsewhere]
    documents.append(export(sheet, "csv", Options(rows=Rows.CITATIONS, raw=True)).decode())
    for document in documents:
        readable = html.unescape(document) + document.replace("\\", "")
        assert not [telltale for telltale in TELLTALES if telltale.lower() in readable.lower()]


@given(telling_material())
@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_everything_is_there_when_asked_for(material):
    document = export(make_sheet(material, by="Ann Lee", confidential=True), "json").decode()
    content = json.dumps(json.loads(document), ensure_ascii=False)
    assert all(telltale in content for telltale in TELLTALES)
