"""Two thousand spellings of names and numbers in the texts of a sheet, looked for in what a format holds."""

import html
import random
import re
import unicodedata
from itertools import cycle

import pytest

from db.vocabulary import Basis, Finding, FixState, Method, SourceKind
from factcheck.export.formats import FORMATS, export
from factcheck.export.options import Audience, Options, Publisher, Rows
from factcheck.export.sheets.build import make_sheet
from factcheck.model import Contact, DraftRow, Event, Note, Query, Speaker
from tests.export import spellings
from tests.export.material import NOON, citation_of, claim_saying, draft_of, material_of, source_of
from tests.export.packed import readable_parts

RNG = random.Random(9)  # noqa: S311 - nothing here is a key
PEOPLE = [(spellings.person(RNG), spellings.phone(RNG)) for _ in range(30)]
SPELT = [said for person, phone in PEOPLE for said in (*spellings.names(person), *spellings.numbers(phone))]
SECRET_WORDS = {word for person, _ in PEOPLE for word in person.secrets}
SECRET_NUMBERS = {phone.digits for _, phone in PEOPLE}


def telling_material():
    """Claims whose every free text tells one spelling after the other."""
    tell = cycle(SPELT)

    def telling():
        return f"We met {next(tell)} there."

    secret = [
        source_of(
            at,
            kind=SourceKind.PERSON,
            title=f"Talk with {person.name}",
            person=person.name,
            contact=phone.contact,
            basis=Basis.BACKGROUND if at % 2 else Basis.CONFIDENTIAL,
        )
        for at, (person, phone) in enumerate(PEOPLE, 1)
    ]
    sentences = [f"The bridge number {at} cost $3 million, said Ina Holt." for at in range(150)]
    draft, former = draft_of(*sentences, number=2), draft_of("The old bridge.", telling(), telling())
    claims, queries, events = [], [], []
    for number, sentence in enumerate(sentences, 1):
        named = source_of(
            100 + number, title=telling(), publication=telling(), note=telling(), role=telling()
        )
        more = {name: telling() for name in ("restatement", "proposed_text", "recheck_reason", "fix_reason")}
        more |= {"restatement": ""} if number % 3 == 0 else {}  # words of the draft, which can be published
        more |= {"review_reason": telling(), "waiting_on": telling(), "decided_text": telling()}
        told = [{"quotation": telling(), "note": telling(), "locator": telling()} for _ in range(2)]
        claims.append(
            claim_saying(
                draft,
                sentence,
                number,
                finding=Finding.VERIFIED if number % 2 else Finding.WRONG,
                fix=FixState.ACCEPTED if number % 2 else FixState.STET,
                speaker=Speaker(mention="Ina Holt", name=telling() if number % 9 == 0 else "Ina Holt"),
                citations=(
                    citation_of(secret[number % 30], number, 2 * number, **told[0]),
                    citation_of(named, number, 2 * number + 1, **told[1]),
                ),
                notes=(Note(id=number, text=telling(), by="Ann Lee", at=NOON),),
                **more,
            )
        )
        queries.append(
            Query(
                id=number,
                claim=number,
                text=telling(),
                by="Ann Lee",
                at=NOON,
                answer=telling(),
                answered_at=NOON,
            )
        )
        events.append(
            Event(
                id=number,
                op=str(number),
                at=NOON,
                by="Ann Lee",
                verb=("propose", "note", "import_sheet")[number % 3],
                claim=number,
                words=telling(),
                said=telling(),
                warnings=(telling(),),
                before={"waiting_on": telling(), "note 2": {"text": telling()}},
                after={"query 1": {"text": telling(), "more": [telling()]}},
            )
        )
    lost = claim_saying(former, former.text[len("The old bridge.") + 2 :], 999, lost=True, section=telling())
    contacts = [
        Contact(id=at, source=at, at=NOON, by="Ann Lee", method=Method.CALL, outcome=telling())
        for at in range(1, 31)
    ]
    return material_of(
        draft,
        [*claims, lost],
        queries,
        history=tuple(events),
        contacts=tuple(contacts),
        former=(former,),
        article={"slug": spellings.bare(PEOPLE[0][0].surname) + "-affair", "title": telling()},
        drafts=(
            DraftRow(1, "0", telling(), "docx", "Ann Lee", NOON, 9, current=False),
            DraftRow(2, draft.digest, telling(), "docx", "Ann Lee", NOON, 9, current=True),
        ),
    )


UNREAD = re.compile("[\u0300-\u036f\u00ad\u200b-\u200f]")
"""Accents and marks that take no room."""
MATERIAL = telling_material()
SHEET = make_sheet(MATERIAL, by="Ann Lee", at=NOON)
PUBLISHER = Publisher("The Arden Herald", "https://herald.example/bridge")
CHOICES = {
    **{name: (name, Options(publisher=PUBLISHER)) for name in FORMATS},
    "citations": ("csv", Options(rows=Rows.CITATIONS, raw=True)),
    "writer": ("docx", Options(audience=Audience.WRITER)),
    "legal": ("docx", Options(audience=Audience.LEGAL)),
}


def readable(data):
    """All that a file says to whoever opens, unpacks or searches it, without marks, accents and case."""
    text = html.unescape(readable_parts(data))
    text = text + "\n" + re.sub(r"<[^>]*>|-\n", "", text)
    return UNREAD.sub("", unicodedata.normalize("NFKD", text)).lower()


def test_there_are_two_thousand_cases_at_least():
    assert len(SPELT) >= 2_000
    told = export(make_sheet(MATERIAL, by="Ann Lee", at=NOON, confidential=True), "json").decode()
    assert told.count("We met ") >= len(SPELT)


@pytest.mark.parametrize("choice", CHOICES)
def test_no_spelling_of_what_is_withheld_is_in_any_byte_of_any_format(choice):
    name, options = CHOICES[choice]
    if name == "pdf":
        pytest.importorskip("typst")
    document = readable(export(SHEET, name, options))
    assert "bridge" in document
    assert not [word for word in SECRET_WORDS if word in document]
    digits = re.sub(r"[^0-9a-z]+|\bx\d+", "", document)
    assert not [number for number in SECRET_NUMBERS if number in digits]


@pytest.mark.parametrize("name", ["pdf", "xlsx", "markdown"])
def test_the_same_search_finds_each_of_them_in_a_confidential_sheet(name):
    document = readable(export(make_sheet(MATERIAL, by="Ann Lee", at=NOON, confidential=True), name))
    assert [word for word in SECRET_WORDS if word not in document] == []


def test_every_text_is_withheld_from_and_still_said():
    dumped = export(SHEET, "json").decode()
    assert dumped.count("We met [withheld] there.") > 1_500
    assert SHEET.article.slug == "withheld-affair"
    assert SHEET.withheld > 2_000
