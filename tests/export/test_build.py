from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from db.vocabulary import BlockKind, Finding
from factcheck.export.sheets.build import describe, make_sheet
from factcheck.model import ClaimFilter
from factcheck.text import digest
from tests.export.material import (
    NOON,
    bridge,
    claim_saying,
    draft_of,
    material_of,
    materials,
)


def sheet_of(material, **more):
    return make_sheet(material, by="Ann Lee", at=NOON, **more)


def test_a_sheet_holds_the_article_its_draft_and_its_claims():
    sheet = sheet_of(bridge())
    assert (sheet.article.slug, sheet.draft.number, len(sheet.claims)) == ("bridge", 1, 3)
    assert sheet.schema_version == "1.1"
    assert (sheet.exported_by, sheet.exported_at) == ("Ann Lee", NOON)
    assert sheet.checkers == ("Ann Lee",)
    assert sheet.reviewers == ("Cy Dorn",)


def test_the_selectors_of_a_claim_find_its_words():
    sheet = sheet_of(bridge())
    quote, position = sheet.claims[1].selectors
    text = sheet.draft.text
    assert text[position.start : position.end] == quote.exact == "It is the longest in the county"
    assert text.endswith(quote.exact + quote.suffix)
    assert text[: position.start].endswith(quote.prefix)
    assert quote.prefix


def test_a_claim_knows_its_block_and_the_digest_of_the_words_decided_on():
    claim = sheet_of(bridge()).claims[1]
    assert (claim.block, claim.block_number) == (BlockKind.PARAGRAPH, 2)
    assert claim.decided_digest == digest("It is the longest in the county")


def test_a_claim_without_decision_has_no_digest():
    draft = draft_of("One two three.")
    (claim,) = sheet_of(material_of(draft, [claim_saying(draft, "two", 1)])).claims
    assert claim.decided_digest == ""
    assert claim.open


def test_a_lost_claim_stands_in_no_block():
    draft = draft_of("One two three.")
    (claim,) = sheet_of(material_of(draft, [claim_saying(draft, "two", 1, lost=True)])).claims
    assert claim.block is None


def test_sources_know_the_claims_that_cite_them():
    sheet = sheet_of(bridge())
    assert {source.id: source.cited_by for source in sheet.sources} == {1: (1,), 2: (2,), 3: (1,)}


def test_a_source_that_is_not_on_the_record_keeps_its_kind_and_terms_only():
    source = sheet_of(bridge()).sources_by_id[3]
    assert source.title == "name withheld"
    assert (source.person, source.role, source.contact, source.url, source.note) == ("", "", "", "", "")
    assert source.withheld
    assert source.contacts[0].outcome == "[withheld]"


def test_its_words_are_withheld_and_its_name_is_taken_out_of_notes():
    claim = sheet_of(bridge()).claims[0]
    cited = next(citation for citation in claim.citations if citation.source == 3)
    assert (cited.quotation, cited.note, cited.withheld) == ("", "", True)
    assert [note.text for note in claim.notes] == ["[withheld] says it was less at first."]


def test_the_history_does_not_tell_who_was_cited():
    assert [event.said for event in sheet_of(bridge()).history] == ["Added", "Claim 1: cite"]


def test_a_contact_is_left_out_even_of_a_source_on_the_record():
    source = sheet_of(bridge()).sources_by_id[2]
    assert (source.person, source.contact) == ("Ben Okri", "")
    assert source.contacts[0].outcome == "It is the second longest."


def test_a_confidential_sheet_holds_everything():
    sheet = sheet_of(bridge(), confidential=True)
    assert sheet.confidential
    assert sheet.sources_by_id[3].person == "Quentin Marlowe"
    assert sheet.sources_by_id[2].contact == "+44 20 7946 0001"
    assert len(sheet.claims[0].notes) == 2
    assert sheet.history[1].said == "Claim 1: Quentin Marlowe"


def test_words_that_the_draft_says_anyway_stay_in_proposed_wording():
    material = bridge()
    secret = replace(material.sources[-1], person="Ina Holt", title="")
    claim = replace(material.claims[0], proposed_text="The bridge cost $3 million, said Ina Holt.")
    sheet = sheet_of(material._replace(claims=(claim,), sources=(secret,)))
    assert sheet.claims[0].proposed_text == "The bridge cost $3 million, said Ina Holt."


def test_a_selection_says_so_and_keeps_only_its_queries():
    material = bridge()
    chosen = material._replace(claims=material.claims[:1])
    sheet = sheet_of(chosen, selection=ClaimFilter(findings=(Finding.VERIFIED,)))
    assert sheet.selection == "verified"
    assert [query.claim for query in sheet.queries] == [None]
    assert sheet.progress.claims == 3


@pytest.mark.parametrize(
    ("selection", "words"),
    [
        (None, ""),
        (ClaimFilter(), ""),
        (ClaimFilter(by_priority=True), ""),
        (ClaimFilter(assignee=""), "assigned to nobody"),
        (ClaimFilter(search="bridge", only_open=True), "holding “bridge”, open"),
        (ClaimFilter(findings=(Finding.ON_AUTHOR,), lost=True), "on author, lost"),
    ],
)
def test_a_filter_is_described_in_words(selection, words):
    assert describe(selection) == words


def test_an_expiry_day_is_kept():
    draft = draft_of("One two three.")
    claim = claim_saying(draft, "two", 1, expires=date(2026, 5, 1))
    assert sheet_of(material_of(draft, [claim])).claims[0].expires == date(2026, 5, 1)


@given(materials())
@settings(max_examples=30)
def test_every_claim_citation_note_and_query_is_in_the_sheet_once(material):
    sheet = sheet_of(material)
    assert [claim.number for claim in sheet.claims] == [claim.number for claim in material.claims]
    cited = [citation.id for claim in sheet.claims for citation in claim.citations]
    assert cited == [citation.id for claim in material.claims for citation in claim.citations]
    assert [query.id for query in sheet.queries] == [query.id for query in material.queries]
    assert {source.id for source in sheet.sources} == {
        citation.source.id for claim in material.claims for citation in claim.citations
    }


def test_words_before_the_first_block_stand_in_none():
    material = bridge()
    first = material.draft.blocks[0]
    draft = replace(material.draft, blocks=((first[0], first[1] + 4, *first[2:]), *material.draft.blocks[1:]))
    claims = sheet_of(material._replace(draft=draft)).claims
    assert claims[0].block is None
    assert claims[-1].block is not None
