"""Sheet as ClaimReview JSON-LD: reviews of claims that are somebody else's, ready for a published page.

What each field needs follows Google's documentation of the markup and schema.org. Search results no longer
show it, fact-check explorers still read it.
"""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from db.vocabulary import FINDINGS, Flag, Rating
from factcheck.errors import BadInput, Refused
from factcheck.export.options import PLAIN, Options, Publisher
from factcheck.export.safe import json_for_terminals, markup_text
from factcheck.export.sheets.lines import plain
from factcheck.export.sheets.redact import WITHHELD
from factcheck.export.sheets.sheet import ClaimSheet, SheetClaim, SheetSource
from factcheck.text import folded, web_link

_BEST = 5
_WORST = 1
_NOT_IN_HTML = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


class Refusal(NamedTuple):
    """A claim that is not reviewed, and why."""

    claim: SheetClaim
    reason: str


def write(sheet: ClaimSheet, options: Options = PLAIN) -> bytes:
    """The reviews as one JSON-LD graph, safe to put into a page.

    Raises:
        BadInput: the publisher is not named, or its address is none that can be published.
        Refused: the sheet is confidential, or no claim of it can be reviewed.
    """
    publisher = options.publisher
    _check(sheet, publisher)
    refused = refusals(sheet, publisher)
    left_out = {refusal.claim.number for refusal in refused}
    graph = [_review(claim, sheet, publisher) for claim in sheet.claims if claim.number not in left_out]
    if not graph:
        counts = Counter(refusal.reason for refusal in refused).most_common()
        why = "; ".join(f"{count:,} × {reason}" for reason, count in counts) or "it holds none"
        raise Refused(f"no claim of {sheet.article.slug} can be published as a review: {why}")
    document = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, indent=2)
    for sign, escape in _NOT_IN_HTML.items():
        document = document.replace(sign, escape)
    return (json_for_terminals(document) + "\n").encode()


def _check(sheet: ClaimSheet, publisher: Publisher) -> None:
    if sheet.confidential:
        raise Refused("a confidential sheet is not for publication; leave --include-confidential out")
    if not publisher.organization:
        raise BadInput(
            "say who publishes the reviews: --organization NAME, or “organization” in the settings"
        )
    if not web_link(publisher.url):
        raise BadInput(
            "say on which page the reviews stand: --url https://…, or “url” in the settings"
            if not publisher.url
            else f"“{publisher.url}” is no address of a page on the web"
        )


def refusals(sheet: ClaimSheet, publisher: Publisher) -> tuple[Refusal, ...]:
    """The claims that cannot be reviewed, each with the first reason."""
    article = sheet.article
    own = {folded(name) for name in (publisher.organization, article.byline, article.outlet) if name}
    found = ((claim, next(_reasons(claim, own, publisher), "")) for claim in sheet.claims)
    return tuple(Refusal(claim, reason) for claim, reason in found if reason)


def _reasons(claim: SheetClaim, own: set[str], publisher: Publisher) -> Iterator[str]:
    """What keeps a claim from being published as a review."""
    if claim.lost:
        yield "it is no longer in the draft"
    if FINDINGS[claim.finding].rating is None:
        yield f"it is {plain(claim.finding)}, which is no rating"
    elif not _rating(claim, publisher).label.strip():
        yield f"the settings give {plain(claim.finding)} no label"
    if Flag.RECHECK in claim.flags:
        yield "it is to be rechecked"
    if claim.speaker is None:
        yield "nobody but the piece itself says it"
    elif not claim.speaker.name:
        yield f"its speaker, “{claim.speaker.mention}”, has no name"
    elif not claim.speaker.sure:
        yield f"it is not sure that {claim.speaker.name} says it"
    elif folded(claim.speaker.name) in own:
        yield f"{claim.speaker.name} is its own publisher or writer"
    if not _words(claim):
        yield "it has no words"
    if WITHHELD in _words(claim) or (claim.speaker and WITHHELD in claim.speaker.name):
        yield "words of it are withheld"


def _words(claim: SheetClaim) -> str:
    return " ".join(markup_text(claim.restatement or claim.text).split())


def _rating(claim: SheetClaim, publisher: Publisher) -> Rating:
    known = FINDINGS[claim.finding].rating
    assert known is not None  # noqa: S101 - a claim whose finding no review says was refused
    return known._replace(label=publisher.labels.get(claim.finding, known.label))


def _review(claim: SheetClaim, sheet: ClaimSheet, publisher: Publisher) -> dict[str, Any]:
    assert claim.speaker is not None  # noqa: S101 - a claim that nobody says was refused
    speaker = markup_text(claim.speaker.name)
    item: dict[str, Any] = {
        "@type": "Claim",
        "@id": f"{publisher.url}#{claim.label}",
        "author": {"@type": "Person", "name": speaker},
    }
    appearances = [
        {"@type": "CreativeWork", "url": source.url}
        for source in _public(claim, sheet)
        if folded(speaker) in {folded(source.person), folded(source.author)}
    ]
    if appearances:
        item["appearance"] = appearances
    rating = _rating(claim, publisher)
    rated: dict[str, Any] = {"@type": "Rating", "alternateName": rating.label}
    if rating.value is not None:
        rated |= {"ratingValue": rating.value, "bestRating": _BEST, "worstRating": _WORST}
    review: dict[str, Any] = {
        "@type": "ClaimReview",
        "claimReviewed": _words(claim),
        "url": publisher.url,
        "author": {"@type": "Organization", "name": publisher.organization},
        "itemReviewed": item,
        "reviewRating": rated,
    }
    if sheet.article.published is not None:
        review["datePublished"] = sheet.article.published.isoformat()
    evidence = [
        {"@type": "CreativeWork", "name": markup_text(source.label), "url": source.url}
        for source in _public(claim, sheet)
        if source.url not in {shown["url"] for shown in appearances}
    ]
    if evidence:
        review["citation"] = evidence
    return review


def _public(claim: SheetClaim, sheet: ClaimSheet) -> Iterator[SheetSource]:
    """The sources of a claim that anybody can read, each once."""
    seen: set[int] = set()
    for citation in claim.citations:
        source = sheet.sources_by_id[citation.source]
        if source.id not in seen and source.basis == "on_record" and web_link(source.url):
            seen.add(source.id)
            yield source
