import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.vocabulary import Basis, SourceKind
from factcheck.export.sheets.build import make_sheet
from factcheck.export.sheets.redact import Redactor
from factcheck.model import Query
from tests.export import spellings
from tests.export.material import NOON, citation_of, claim_saying, draft_of, material_of, source_of

QUUX = {
    "person": "Zebediah Quux-Whistle",
    "contact": "+44 7700 900123, zq@example.org, @zqw, https://x.com/zq_leaks",
}


def secret(number=1, **fields):
    kind, basis = SourceKind.PERSON, Basis.BACKGROUND
    return source_of(number, **({"kind": kind, "basis": basis, "title": ""} | fields))


def cleaned(text, *sources, about=(), published="", others=()):
    known = sources or (secret(**QUUX),)
    return Redactor(known, published, others=others).text(text, frozenset(about))


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("note by quux-whistle", "note by [withheld]"),
        ("QUUX-WHISTLE’S car", "[withheld]’S car"),
        ("Quux and whistle and Quux Whistle", "[withheld] and [withheld] and [withheld]"),
        ("Zebediah, alone", "[withheld], alone"),
        ("Z. Quux-Whistle and Zebediah Q. rang", "[withheld] and [withheld]. rang"),
        ("Z. Q.-W., Z.Q. and ZQW rang", "[withheld], [withheld] and [withheld] rang"),
        ("Quux-Whistle, Zebediah", "[withheld]"),
        ("Mr Zebediah John Quux-Whistle OBE", "Mr [withheld] OBE"),
        ("Zebediah\nQuux-\nWhistle left", "[withheld] left"),
        ("Qu\u00adux, Wh\u200bistle, Ｑｕｕｘ, Zébédiah", "[withheld]"),
        ("the Quuxes’ house", "the [withheld]’ house"),
        ("zquuxwhistle then quux_77 then ZebediahQ", "[withheld] then [withheld] then [withheld]"),
        ("TeamQuuxWhistle", "[withheld]"),
        ("Zebe-\ndiah left", "[withheld] left"),
        ("met Z.Q. there", "met [withheld] there"),
        ("see https://example.com/teamquux now", "see [withheld] now"),
        ("mail z.quux@gmail.com.", "mail [withheld]."),
        ("see https://example.com/people/zebediah-quux?x=1 now", "see [withheld] now"),
        ("see www.quuxwhistle.com.", "see [withheld]."),
        ("see https://example.com/z%C3%A9b%C3%A9diah now", "see [withheld] now"),
        ("Z.Q. A.B. and Z. Q. W. A. met", "[withheld] A.B. and [withheld] A. met"),
        ("Mr Q-W met ZQ-W and Z.Q-W. there", "Mr [withheld] met [withheld] and [withheld] there"),
    ],
)
def test_a_name_is_withheld_in_any_spelling(text, without):
    assert cleaned(text) == without


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("ring 07700 900123.", "ring [withheld]."),
        ("(0044) 7700-900-123 x12", "[withheld]"),
        ("+44(0)7700/900.123", "[withheld]"),
        ("07700\u00a0900\n123", "[withheld]"),
        ("tel:07700900123;ext=12", "tel:[withheld]"),
        ("mailto:zq%40example.org", "[withheld]"),
        ("from 2024 on 07700900123", "from 2024 on [withheld]"),
        ("zq at example dot org", "[withheld]"),
        ("ZQ [AT] EXAMPLE [DOT] ORG", "[withheld]"),
        ("zq＠example．org", "[withheld]"),
        ("@zqw posted, zqw said", "[withheld] posted, [withheld] said"),
        ("x.com/zq_leaks and zq_leaks", "[withheld] and [withheld]"),
    ],
)
def test_a_contact_is_withheld_in_any_spelling(text, without):
    assert cleaned(text) == without


@pytest.mark.parametrize(
    "text",
    [
        "It cost $7,700,900 in 2012, 2013 and 2014.",
        "The whistleblower came at 07.30, said p. 7.",
        "Call 020 7946 0999 or 900124, 08800900123 or 1900123.",
        "a quuxlike thing, zq, e.g. example.org",
    ],
)
def test_other_words_and_numbers_stay(text):
    assert cleaned(text) == text


@pytest.mark.parametrize(
    ("contact", "text", "without"),
    [
        ("07700 900123", "+44 7700 900123 or 555 900123", "[withheld] or 555 [withheld]"),
        ("07700 900123", "(+353) 7700 900123", "[withheld]"),
        ("+1 212 555 0123", "+1 (212) 555-0123 or 1-212-555-0123", "[withheld] or [withheld]"),
        ("212-555-0123", "+1.212.555.0123", "[withheld]"),
        ("+353 1 555 0123", "00353 1 5550123, (01) 555 0123", "[withheld], [withheld]"),
        ("555 0123", "5550123, 5550123999", "[withheld], 5550123999"),
        ("12 34 5", "12345 and 012345", "12345 and 012345"),
        (
            "kestrel77@example.org",
            "kestrel77 wrote, kestrel 77 did not",
            "[withheld] wrote, kestrel 77 did not",
        ),
        ("Signal: owl.42 (evenings)", "owl.42 in the evenings", "[withheld] in the evenings"),
        ("press@example.org", "press@example.org, not the press", "[withheld], not the press"),
        ("https://example.org/", "https://www.example.org and example.org/a", "[withheld] and example.org/a"),
    ],
)
def test_a_contact_is_read_as_people_write_it(contact, text, without):
    assert cleaned(text, secret(contact=contact)) == without


@pytest.mark.parametrize(
    ("person", "text", "without"),
    [
        ("Ann Ekel of Arden", "Ekel knows Arden", "[withheld] knows Arden"),
        ("Ann Ekel, treasurer", "treasurer Ekel", "treasurer [withheld]"),
        ("Wilma Ekel (Former Mayor)", "the former mayor", "the former mayor"),
        (
            "Jun So",
            "we met So again, dr so came, then jun so said",
            "we met [withheld] again, dr [withheld] came, then [withheld] said",
        ),
        ("Will Brown", "Will was there", "[withheld] was there"),
        ("Will Brown", "MR WILL WAS THERE", "MR [withheld] WAS THERE"),
        ("van der Rohe", "a van der Rohe", "a [withheld]"),
        ("Al Gore-Ekel", "Al rang", "[withheld] rang"),
        ("J. R. Ekel", "J.R.E. and J. R. Ekel", "[withheld] and [withheld]"),
        ("Ann Ekel-Zwick PhD", "AEZ, ann-ekel, the PhD", "[withheld], the PhD"),
        ("Vincent van der Rohe", "van der Rohe, V. van der Rohe, rohe", "[withheld]"),
        ("Siân O’Brien", "OBrien, o'brien, Sian", "[withheld]"),
        ("Jürgen Müller", "Mueller and MULLER and Juergen", "[withheld] and [withheld] and [withheld]"),
        ("Dr. Ann MacDonald, treasurer of Arden", "Mac Donald, treasurer", "[withheld], treasurer"),
        ("Ann Ekel and Tomo Zwick", "Ekel met zwick", "[withheld] met [withheld]"),
        ("Prof. Jules Vicar PhD", "the vicar, J. Vicar", "the [withheld]"),
        ("Russ O’Brien", "Russ O. and R.O. met", "[withheld]. and [withheld] met"),
        ("William “Billo” Ekel", "Billo rang", "[withheld] rang"),
        ("Wilma Ekel (Lab)", "Ekel at the lab", "[withheld] at the lab"),
        ("王小明", "王小明说", "[withheld]"),
        ("senior official at the Treasury", "an official at the Treasury", "an official at the Treasury"),
        ("Armida Well", "armida j. well knows well", "[withheld] knows well"),
        ("Li So", "So Li said so. So he did", "[withheld] said so. So he did"),
        ("Jo Un", "he met Un and jo un at the UN", "he met [withheld] and [withheld] at the UN"),
    ],
)
def test_names_are_read_as_people_write_them(person, text, without):
    assert cleaned(text, secret(person=person)) == without


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("He will call.", "He will call."),
        ("Will rang", "[withheld] rang"),
        ("call will again, will's phone, will b.", "call [withheld] again, [withheld]'s phone, [withheld]."),
        ("note by brown in a brown envelope", "note by [withheld] in a [withheld] envelope"),
    ],
)
def test_a_first_name_that_is_a_word_is_withheld_where_it_is_a_name_and_a_surname_everywhere(text, without):
    assert cleaned(text, secret(person="Will Brown")) == without


def test_a_first_name_is_withheld_in_small_letters_in_what_is_written_about_its_source():
    rose = secret(7, person="Rose Ekelund")
    assert cleaned("a rose", rose) == "a rose"
    assert cleaned("the rose interview", rose, about=(7,)) == "the [withheld] interview"


def test_the_full_name_of_somebody_else_who_may_be_named_stays():
    known = (secret(1, person="Quentin Marlowe"), source_of(2, person="Ben Marlowe"))
    assert cleaned("Ben Marlowe met Marlowe", *known) == "Ben Marlowe met [withheld]"
    assert cleaned("Cy Marlowe", *known, others=("Cy Marlowe",)) == "Cy Marlowe"
    assert cleaned("Q. Marlowe", *known, others=("Quentin Marlowe",)) == "[withheld]"


def test_the_initials_of_nobody_are_those_that_the_draft_uses():
    assert cleaned("ZQ said", published="The ZQ line cost $3 million.") == "ZQ said"
    assert cleaned("ZQ said", published="The line cost $3 million.") == "[withheld] said"


@pytest.mark.parametrize(
    "title", ["Talk with Quentin Marlowe", "Interview: Quentin Marlowe", "Quentin Marlowe"]
)
def test_a_person_who_is_only_named_in_the_title_is_withheld(title):
    assert cleaned("marlowe rang", secret(title=title)) == "[withheld] rang"


@given(st.randoms(use_true_random=False))
@settings(max_examples=50)
def test_no_spelling_of_any_name_or_number_comes_through(rng):
    person, phone = spellings.person(rng), spellings.phone(rng)
    redactor = Redactor([secret(person=person.name, contact=phone.contact)])
    for spelt in spellings.names(person):
        left = spellings.bare(redactor.text(f"We met {spelt} there."))
        assert not [word for word in person.secrets if word in left], spelt
    for spelt in spellings.numbers(phone):
        assert redactor.text(f"We met {spelt} there.").endswith("[withheld] there."), spelt


def test_the_spellings_are_many_and_no_two_are_alike():
    rng = random.Random(5)  # noqa: S311 - nothing here is a key
    person, phone = spellings.person(rng), spellings.phone(rng)
    assert len({*spellings.names(person), *spellings.numbers(phone)}) > 70


def test_a_query_about_a_claim_is_about_the_sources_of_the_claim():
    rose = secret(7, person="Rose Ekelund")
    draft = draft_of("It cost $3 million.")
    claim = claim_saying(draft, "It cost $3 million.", 1, citations=(citation_of(rose, 1),))
    asked = [
        Query(id=at, claim=about, text="the rose interview?", by="Ann Lee", at=NOON)
        for at, about in ((1, 1), (2, None))
    ]
    sheet = make_sheet(material_of(draft, (claim,), asked), by="Ann Lee", at=NOON)
    assert [query.text for query in sheet.queries] == ["the [withheld] interview?", "the rose interview?"]
