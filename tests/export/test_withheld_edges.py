from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.vocabulary import Basis, CheckKind, Finding, Flag, Method, SourceKind
from factcheck.export.sheets.build import describe, make_sheet, redactor_of
from factcheck.export.sheets.redact import Redactor
from factcheck.export.withhold.folding import end_of, folded, places
from factcheck.model import ClaimFilter, Contact, Event, Note, Query, Span, Speaker, TickedPoint
from tests.export.material import (
    NOON,
    citation_of,
    claim_on,
    claim_saying,
    draft_of,
    material_of,
    row_of,
    source_of,
)

MARLOWE = source_of(
    7, kind=SourceKind.PERSON, title="", person="Quentin Marlowe", basis=Basis.CONFIDENTIAL, role="clerk",
    contact="+44 7700 900123",
)  # fmt: skip


def redactor(published="", **fields):
    return Redactor([replace(MARLOWE, **fields)], published)


@pytest.mark.parametrize(
    ("basis", "quotation", "rest"),
    [
        (Basis.ON_RECORD, "said so", ("12", "by call")),
        (Basis.BACKGROUND, "said so", ("", "")),
        (Basis.NOT_FOR_ATTRIBUTION, "said so", ("", "")),
        (Basis.OFF_RECORD, "", ("", "")),
        (Basis.CONFIDENTIAL, "", ("", "")),
    ],
)
def test_what_is_kept_of_a_citation_goes_by_the_terms_of_its_source(basis, quotation, rest):
    source = replace(MARLOWE, basis=basis)
    fields = {"locator": "12", "quotation": "said so", "note": "by call", "added_by": "Ann Lee"}
    kept = Redactor([source]).citation(fields, source)
    assert (kept["quotation"], (kept["locator"], kept["note"])) == (quotation, rest)
    assert kept["withheld"] is (basis is not Basis.ON_RECORD)
    assert kept["added_by"] == "Ann Lee"


def test_names_are_taken_out_of_a_citation_of_another_source_too():
    open_source = source_of(1)
    fields = {"locator": "Marlowe 12", "quotation": "Marlowe said", "note": "asked Marlowe"}
    kept = redactor().citation(fields, open_source)
    assert (kept["locator"], kept["quotation"], kept["note"], kept["withheld"]) == (
        "[withheld] 12", "[withheld] said", "asked [withheld]", False,
    )  # fmt: skip


def test_a_source_keeps_its_kind_terms_and_state_and_the_rest_only_on_the_record():
    assert redactor().source(MARLOWE) == {
        "kind": "person", "basis": "confidential", "state": "current", "title": "name withheld",
        "withheld": True,
    }  # fmt: skip
    known = source_of(
        1,
        person="Ina Holt",
        role="asked Marlowe",
        note="Marlowe knows",
        contact="x@example.org",
        author="Marlowe",
    )
    kept = redactor().source(known)
    assert (kept["person"], kept["role"], kept["note"], kept["author"], kept["withheld"]) == (
        "Ina Holt", "asked [withheld]", "[withheld] knows", "[withheld]", True,
    )  # fmt: skip
    assert redactor().source(replace(known, contact=""))["withheld"] is False
    assert "contact" not in kept


@pytest.mark.parametrize(
    ("person", "kept"),
    [
        ("Quentin Marlowe", "Quentin Marlowe"),
        ("Marlowe", "Marlowe"),
        ("Ben and Quentin Marlowe", "Ben and [withheld]"),
        ("Ben Oak", "Ben Oak"),
    ],
)
def test_a_person_on_the_record_is_named_though_they_are_a_source_on_other_terms_too(person, kept):
    assert redactor().source(source_of(1, title="", person=person))["person"] == kept


@pytest.mark.parametrize(
    ("basis", "outcome"), [(Basis.ON_RECORD, "[withheld] was out"), (Basis.BACKGROUND, "[withheld]")]
)
def test_what_an_attempt_to_reach_somebody_brought_goes_by_the_terms(basis, outcome):
    contact = Contact(id=1, source=1, at=NOON, by="Ann Lee", method=Method.CALL, outcome="Marlowe was out")
    kept = redactor().contact(contact, source_of(1, basis=basis))
    assert (kept.outcome, kept.by, kept.method) == (outcome, "Ann Lee", Method.CALL)


@pytest.mark.parametrize(
    ("verb", "claim", "said"),
    [
        ("cite", 3, "Claim 3: cite"), ("edit_source", None, "edit source"), ("undo", 3, "Claim 3: undo"),
        ("remove_note", 1, "Claim 1: remove note"), ("decide", 3, "[withheld] said no"),
        ("import_sheet", None, "[withheld] said no"), ("merge_sources", None, "merge sources"),
    ],
)  # fmt: skip
def test_an_act_that_may_tell_a_name_is_told_by_its_verb(verb, claim, said):
    event = Event(
        id=1, op="a", at=NOON, by="A", verb=verb, article="marlowe-affair", claim=claim,
        said="Marlowe said no", words="Marlowe there",
        before={"note 3": {"text": "x"}, "citation": 1, "fix": "Marlowe"},
        after={"source 7": 1, "contact 2": 2, "text": ["by Marlowe", {"deep": "Marlowe"}], "count": 7},
        warnings=("ask Marlowe",),
    )  # fmt: skip
    kept = redactor().event(event)
    assert (kept.said, kept.article, kept.words) == (said, "withheld-affair", "[withheld] there")
    assert kept.before == {"fix": "[withheld]"}
    assert kept.after == {"text": ["by [withheld]", {"deep": "[withheld]"}], "count": 7}
    assert kept.warnings == ("ask [withheld]",)
    assert Redactor([]).event(event).said == "Marlowe said no"


def test_the_person_who_exports_is_told_how_often_and_which_words():
    known = redactor(person="Will Brown")
    assert list(known.remarks()) == []
    known.text("no name")
    assert list(known.remarks()) == []
    known.text("Will Brown")
    assert list(known.remarks()) == ["withheld to protect sources: 1 place"]
    known.text("brown, and will said; Brown")
    assert known.withheld == 4
    assert list(known.remarks()) == [
        "withheld to protect sources: 4 places",
        "some of them may be an ordinary word, or somebody else's name: “brown” 2×, “will” 1×",
    ]
    assert list(known.remarks_on_draft()) == []
    brown = redactor("The brown door. Will Brown.\n\nBrown said; brown.", person="Will Brown")
    (remark,) = brown.remarks_on_draft()
    assert remark.endswith(" holds what is withheld elsewhere: “brown” 1×, “will brown” 1×")


def test_words_for_the_page_keep_the_names_that_the_draft_says():
    known = redactor("It was Marlowe.")
    assert known.wording("Marlowe and Quentin Marlowe, 07700 900123") == "Marlowe and [withheld], [withheld]"
    assert known.text("Marlowe") == "[withheld]"
    assert known.name("marlowe-quentin") == "withheld"
    assert redactor().name("marlowe") == "withheld"


@pytest.mark.parametrize(
    ("start", "end", "kept"),
    [
        (0, 4, "Ask "), (0, 5, "Ask [withheld]"), (4, 11, "[withheld]"), (6, 9, "[withheld]"),
        (10, 19, "[withheld]"), (11, 12, "[withheld]"), (18, 23, "[withheld] now"),
        (19, 23, " now"), (20, 23, "now"), (0, 23, "Ask [withheld] now"), (4, 4, ""),
    ],
)  # fmt: skip
def test_a_stretch_holds_no_piece_of_a_name(start, end, kept):
    text = "Ask Quentin Marlowe now"
    assert redactor().stretch(text, start, end) == kept


def test_a_name_that_goes_on_beyond_a_stretch_is_seen_up_to_a_hundred_characters_away():
    text = "x" * 500 + " Quentin Marlowe " + "y" * 500
    at = text.index("Quentin")
    assert redactor().stretch(text, 0, at) == "x" * 500 + " "
    assert redactor().stretch(text, 0, at + 1) == "x" * 500 + " [withheld]"
    assert redactor().stretch(text, at + 14, len(text)) == "[withheld] " + "y" * 500
    known = redactor("Marlowe")
    assert known.stretch("by Marlowe there", 0, 16) == "by Marlowe there"


FOLDS = st.text(st.sampled_from("aé ßﬁ\u0301\u200b-\n\r٣“’Ａ\u2028\u00ad·Æ"), max_size=12)


@given(FOLDS)
@settings(max_examples=60)
def test_each_folded_character_knows_where_it_stands(text):
    plain, at = folded(text), places(text)
    assert len(at) == len(plain) == len(plain.lower())
    assert at == sorted(at)
    for char, place in zip(plain, at, strict=True):
        assert char in folded(text[place])


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Zébédiah", "Zebediah"), ("Straße", "Strasse"), ("Ærø", "AEro"), ("Ｑｕｕｘ", "Quux"), ("٣٤", "34"),
        ("a\u200bb\u00adc", "abc"), ("a\u00a0b\tc", "a b c"), ("a\r\nb\u2028c", "a\n\nb\nc"),
        ("a‐b–c−d", "a-b-c-d"),
        ("O’Brien‘s", "O'Brien's"), ("Quux-\n Whistle", "QuuxWhistle"), ("Quux - \nW", "Quux - \nW"),
        ("7-\n8", "7-\n8"), ("a•b·c", "a.b.c"), ("ﬁ", "fi"),
    ],
)  # fmt: skip
def test_text_is_folded_to_what_one_reads(text, plain):
    assert folded(text) == plain


@pytest.mark.parametrize(
    ("text", "last", "end"), [("ab", 0, 1), ("e\u0301\u20ddx", 0, 3), ("e\u0301", 0, 2), ("é", 0, 1)]
)
def test_a_stretch_ends_behind_the_accents_of_its_last_character(text, last, end):
    assert end_of(text, last) == end


def sheet_of(material):
    return make_sheet(material, by="Ann Lee", at=NOON)


@pytest.mark.parametrize(("before", "after"), [(0, 0), (47, 47), (48, 48), (49, 49), (200, 200)])
def test_a_claim_is_found_by_48_characters_before_and_behind_it(before, after):
    draft = draft_of("b" * before + "CLAIM" + "a" * after)
    for lost in (False, True):
        claim = claim_on(draft, before, before + 5, 1, lost=lost)
        quote, position = sheet_of(material_of(draft, [claim])).claims[0].selectors
        assert (quote.exact, quote.prefix, quote.suffix) == (
            "CLAIM",
            "b" * min(before, 48),
            "a" * min(after, 48),
        )
        assert (position.start, position.end) == (before, before + 5)


def test_a_claim_lost_from_a_draft_that_is_not_at_hand_keeps_its_words_alone():
    draft = draft_of("One two.", number=2)
    lost = replace(claim_on(draft, 4, 7, 1, lost=True), draft=1, text="Marlowe two", section="by Marlowe")
    material = material_of(draft, [lost], sources=(MARLOWE,))
    (claim,) = sheet_of(material).claims
    assert (claim.text, claim.section) == ("[withheld] two", "by [withheld]")
    assert [(s.start, s.end) for s in claim.parts] == [(4, 4 + len(claim.text))]
    assert (claim.selectors[0].exact, claim.selectors[0].prefix, claim.selectors[0].suffix) == (
        claim.text,
        "",
        "",
    )


def test_a_lost_claim_that_holds_no_name_keeps_its_parts_and_check_points():
    former, draft = draft_of("One two three."), draft_of("Else.", number=2)
    point = TickedPoint(id=1, kind=CheckKind.NUMBER, start=4, end=7, text="two")
    lost = claim_on(former, 0, 13, 1, lost=True, parts=(Span(0, 3), Span(8, 13)), check_points=(point,))
    material = material_of(draft, [lost], sources=(MARLOWE,), former=(former,))
    claim = sheet_of(material).claims[0]
    assert (claim.parts, claim.check_points, claim.end) == ((Span(0, 3), Span(8, 13)), (point,), 13)


@pytest.mark.parametrize(
    ("place", "block"), [(0, ("paragraph", 1)), (7, ("paragraph", 1)), (9, ("paragraph", 2))]
)
def test_a_claim_stands_in_the_block_that_holds_its_first_character(place, block):
    draft = draft_of("One two.", "Three.")
    claim = sheet_of(material_of(draft, [claim_on(draft, place, place + 1, 1)])).claims[0]
    assert (claim.block, claim.block_number) == (block if place != 9 else (None, None))
    third = sheet_of(material_of(draft, [claim_on(draft, 10, 12, 1)])).claims[0]
    assert (third.block, third.block_number) == ("paragraph", 2)


def test_only_former_drafts_go_out_and_with_their_text_only_where_all_may():
    former, draft = draft_of("By Marlowe."), draft_of("Else.", number=2)
    lost = claim_on(former, 0, 10, 1, lost=True)
    drafts = (row_of(former), row_of(draft), row_of(draft)._replace(number=3))
    material = material_of(draft, [lost], former=(former,), drafts=drafts, sources=(MARLOWE,))
    assert [(d.number, d.text) for d in sheet_of(material).earlier_drafts] == [(1, "")]
    whole = make_sheet(material._replace(original=b"file"), by="Ann Lee", confidential=True)
    assert [(d.number, d.text) for d in whole.earlier_drafts] == [(1, "By Marlowe.")]
    assert whole.draft.original == "ZmlsZQ=="
    assert sheet_of(material._replace(original=b"file")).draft.original == ""


def test_a_selection_takes_queries_and_history_of_its_claims_and_of_the_whole_piece():
    draft = draft_of("One two three.")
    claims = [claim_saying(draft, word, number) for number, word in enumerate(("One", "two"), 1)]
    queries = [Query(id=n, claim=c, text="?", by="A", at=NOON) for n, c in enumerate((1, 2, None), 1)]
    events = tuple(
        Event(id=n, op="a", at=NOON, by="A", verb="decide", said=str(c), claim=c)
        for n, c in enumerate((1, 2, None), 1)
    )
    chosen = material_of(draft, claims, queries, history=events)._replace(claims=tuple(claims[1:]))
    sheet = make_sheet(chosen, by="Ann Lee", at=NOON, selection=ClaimFilter(search="Marlowe"))
    assert [query.claim for query in sheet.queries] == [2, None]
    assert [event.claim for event in sheet.history] == [2, None]
    hidden = chosen._replace(sources=(MARLOWE,))
    told = make_sheet(hidden, by="Ann Lee", at=NOON, selection=ClaimFilter(search="Marlowe"))
    assert told.selection == "holding “[withheld]”"


def test_confidential_notes_stay_behind_and_a_speaker_whom_nobody_need_hide_is_left_alone():
    draft = draft_of("One two three.")
    notes = tuple(
        Note(id=n, text=f"Marlowe {n}", by="A", at=NOON, confidential=secret)
        for n, secret in enumerate((False, True), 1)
    )
    speaker = Speaker(mention="an aide", name="Ina Holt", cue="said")
    claim = claim_saying(draft, "One", 1, notes=notes, speaker=speaker)
    material = material_of(draft, [claim], sources=(MARLOWE,))
    made = sheet_of(material).claims[0]
    assert [note.text for note in made.notes] == ["[withheld] 1"]
    assert made.speaker == speaker
    told = replace(speaker, mention="Marlowe", cue="Marlowe said")
    kept = sheet_of(material._replace(claims=(replace(claim, speaker=told),))).claims[0].speaker
    assert (kept.mention, kept.name, kept.cue) == ("[withheld]", "Ina Holt", "[withheld] said")
    whole = make_sheet(material, by="A", at=NOON, confidential=True).claims[0]
    assert [note.text for note in whole.notes] == ["Marlowe 1", "Marlowe 2"]


def test_sources_are_told_in_the_order_of_their_first_citation_with_each_claim_once():
    draft = draft_of("One two three.")
    first, second = source_of(1), source_of(2)
    claims = [
        claim_saying(draft, "One", 1, citations=(citation_of(second, 1, 1), citation_of(second, 1, 2))),
        claim_saying(draft, "two", 2, citations=(citation_of(first, 2, 3), citation_of(second, 2, 4))),
    ]
    assert [(s.id, s.cited_by) for s in sheet_of(material_of(draft, claims)).sources] == [
        (2, (1, 2)),
        (1, (2,)),
    ]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"findings": (Finding.NOT_CHECKABLE, Finding.WRONG)}, "not checkable, wrong"),
        ({"flags": (Flag.SINGLE_SOURCE,), "kinds": (CheckKind.MONEY,)}, "single source, money"),
        ({"assignee": "Ben"}, "assigned to Ben"),
        ({"queried": True, "retired": True, "lost": True}, "queried, lost, retired"),
        ({"only_open": True, "by_priority": True}, "open"),
    ],
)
def test_a_selection_is_told_in_words(fields, said):
    assert describe(ClaimFilter(**fields)) == said


def test_nothing_is_taken_out_of_a_confidential_sheet():
    draft = draft_of("One.")
    material = material_of(draft, [], sources=(MARLOWE,), people=("Quentin Marlowe",))
    assert redactor_of(material, confidential=True).is_idle
    assert not redactor_of(material).is_idle
