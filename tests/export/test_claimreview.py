import json
import re
from dataclasses import replace

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from db.vocabulary import FINDINGS, Basis, Finding, Flag
from factcheck.errors import BadInput, Refused
from factcheck.export.data.claimreview import refusals
from factcheck.export.data.claimreview import write as write_reviews
from factcheck.export.options import Options, Publisher
from factcheck.export.sheets.build import make_sheet
from factcheck.model import Speaker
from tests.export.material import (
    NOON,
    bridge,
    citation_of,
    claim_saying,
    draft_of,
    material_of,
    materials,
    source_of,
)

HERALD = Publisher("The Arden Herald", "https://herald.example/checks/bridge")
HOLT = Speaker(mention="Mayor Ina Holt", name="Ina Holt", cue="said")


def thing(kind, required, **properties):
    return {
        "type": "object",
        "additionalProperties": False,
        "required": ["@type", *required],
        "properties": {"@type": {"const": kind}, **properties},
    }


TEXT = {"type": "string", "minLength": 1}
ADDRESS = {"type": "string", "pattern": "^https?://"}
WORK = thing("CreativeWork", ["url"], name=TEXT, url=ADDRESS)
SCHEMA = {
    "type": "object",
    "additionalProperties": False,
    "required": ["@context", "@graph"],
    "properties": {
        "@context": {"const": "https://schema.org"},
        "@graph": {
            "type": "array",
            "minItems": 1,
            "items": thing(
                "ClaimReview",
                ["claimReviewed", "reviewRating", "url", "author", "itemReviewed"],
                claimReviewed=TEXT,
                url=ADDRESS,
                datePublished={"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"},
                author=thing("Organization", ["name"], name=TEXT, url=ADDRESS),
                citation={"type": "array", "items": WORK},
                reviewRating=thing(
                    "Rating",
                    ["alternateName"],
                    alternateName=TEXT,
                    ratingValue={"type": "integer", "minimum": 1, "maximum": 5},
                    bestRating={"const": 5},
                    worstRating={"const": 1},
                ),
                itemReviewed=thing(
                    "Claim",
                    ["author"],
                    **{"@id": ADDRESS},
                    author=thing("Person", ["name"], name=TEXT),
                    appearance={"type": "array", "items": WORK},
                ),
            ),
        },
    },
}
"""What a consumer takes: the required fields, and no property that is not of schema.org."""


def material(*, source=None, **claim):
    draft = draft_of("The bridge cost $3 million, said Mayor Ina Holt.")
    fields = {"speaker": HOLT, "finding": Finding.WRONG, **claim}
    source = source or source_of(1, url="https://example.org/budget")
    citations = (citation_of(source, 1, 1, quotation="3.4 million", note="from a friend"),)
    return material_of(draft, [claim_saying(draft, draft.text, 1, citations=citations, **fields)])


def reviews(given, publisher=HERALD, **more):
    sheet = make_sheet(given, by="Ann Lee", at=NOON, **more)
    document = json.loads(write_reviews(sheet, Options(publisher=publisher)))
    jsonschema.validate(document, SCHEMA)
    return document["@graph"]


def test_a_review_names_claim_claimant_publisher_and_rating():
    (review,) = reviews(material(restatement="The bridge cost $3 million."))
    assert review["claimReviewed"] == "The bridge cost $3 million."
    assert review["itemReviewed"]["author"]["name"] == "Ina Holt"
    assert review["itemReviewed"]["@id"] == "https://herald.example/checks/bridge#C001"
    assert review["author"] == {"@type": "Organization", "name": "The Arden Herald"}
    assert review["reviewRating"] == {
        "@type": "Rating", "alternateName": "False", "ratingValue": 1, "bestRating": 5, "worstRating": 1,
    }  # fmt: skip
    assert [work["url"] for work in review["citation"]] == ["https://example.org/budget"]


def test_where_the_claimant_said_it_is_an_appearance_and_not_evidence():
    said = source_of(1, url="https://example.org/speech", author="Ina Holt")
    (review,) = reviews(material(source=said))
    assert review["itemReviewed"]["appearance"] == [
        {"@type": "CreativeWork", "url": "https://example.org/speech"}
    ]
    assert "citation" not in review


def test_labels_are_the_houses_own_and_numbers_only_where_they_say_something():
    own = Publisher(HERALD.organization, HERALD.url, {Finding.WRONG: "Wrong"})
    assert reviews(material(), own)[0]["reviewRating"]["alternateName"] == "Wrong"
    unproven = reviews(material(finding=Finding.UNVERIFIABLE))[0]["reviewRating"]
    assert unproven == {"@type": "Rating", "alternateName": "Unproven"}


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        ({"finding": Finding.UNCHECKED}, "it is unchecked, which is no rating"),
        ({"finding": Finding.ON_AUTHOR}, "it is on author, which is no rating"),
        ({"finding": Finding.NOT_CHECKABLE}, "it is not checkable, which is no rating"),
        ({"finding": Finding.WAITING}, "it is waiting, which is no rating"),
        ({"flags": (Flag.RECHECK,)}, "it is to be rechecked"),
        ({"lost": True}, "it is no longer in the draft"),
        ({"speaker": None}, "nobody but the piece itself says it"),
        ({"speaker": Speaker(mention="she")}, "its speaker, “she”, has no name"),
        ({"speaker": Speaker(mention="she", name="Ina Holt", sure=False)}, "it is not sure that Ina Holt"),
        ({"speaker": Speaker(mention="we", name="The Arden Herald")}, "is its own publisher or writer"),
    ],
)
def test_a_claim_that_may_not_be_reviewed_is_refused_with_the_reason(claim, reason):
    sheet = make_sheet(material(**claim), by="Ann Lee", at=NOON)
    (refusal,) = refusals(sheet, HERALD)
    assert reason in refusal.reason
    with pytest.raises(Refused, match="no claim of bridge can be published as a review: 1 × "):
        write_reviews(sheet, Options(publisher=HERALD))


@pytest.mark.parametrize(
    ("publisher", "said"),
    [
        (Publisher("", HERALD.url), "--organization"),
        (Publisher("The Arden Herald"), "--url"),
        (Publisher("The Arden Herald", "javascript:alert(1)"), "is no address"),
        (Publisher("The Arden Herald", "https://user@herald.example/"), "is no address"),
    ],
)
def test_a_publisher_without_name_or_address_is_refused(publisher, said):
    with pytest.raises(BadInput, match=re.escape(said)):
        reviews(material(), publisher)


def test_nothing_that_is_not_public_is_published():
    with pytest.raises(Refused, match="a confidential sheet is not for publication"):
        reviews(material(), confidential=True)
    secret = source_of(1, url="https://example.org/leak", basis=Basis.BACKGROUND, title="The leak of May")
    sheet = make_sheet(material(source=secret), by="Ann Lee", at=NOON)
    text = write_reviews(sheet, Options(publisher=HERALD)).decode()
    assert "leak" not in text
    assert "friend" not in text
    assert "3.4 million" not in text


def test_only_what_others_say_is_reviewed_of_a_piece():
    assert [review["itemReviewed"]["@id"][-4:] for review in reviews(bridge())] == ["C001"]


@given(material=materials())
@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_every_claim_is_reviewed_or_refused_and_the_document_is_safe_in_a_page(material):
    named = tuple(replace(claim, speaker=HOLT) if claim.number % 2 else claim for claim in material.claims)
    sheet = make_sheet(material._replace(claims=named), by="Ann Lee", at=NOON)
    refused = {refusal.claim.label for refusal in refusals(sheet, HERALD)}
    expected = [claim.label for claim in sheet.claims if claim.label not in refused]
    assert all(FINDINGS[claim.finding].rating for claim in sheet.claims if claim.label in expected)
    if not expected:
        return
    document = write_reviews(sheet, Options(publisher=HERALD)).decode()
    found = json.loads(document)
    jsonschema.validate(found, SCHEMA)
    assert [review["itemReviewed"]["@id"][-4:] for review in found["@graph"]] == expected
    assert not set("<>&") & set(document)
