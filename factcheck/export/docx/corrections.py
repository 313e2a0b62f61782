"""Sheet as corrections: every accepted proposal as a tracked change in Word, to be accepted there."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from db.vocabulary import FixState
from factcheck.errors import Refused
from factcheck.export.docx import page_of, saved
from factcheck.export.docx.comments import Comments, anchor
from factcheck.export.docx.elements import Element, element, paragraph, run
from factcheck.export.docx.laid import Page
from factcheck.export.docx.original import write_notes
from factcheck.export.docx.styles import add_styles
from factcheck.export.docx.tracking import Author, Tracking
from factcheck.export.options import PLAIN, Options
from factcheck.export.sheets.redact import WITHHELD
from factcheck.export.sheets.sheet import ClaimSheet, SheetClaim
from factcheck.model import Span
from factcheck.read.office.docx_styles import W

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


class Correction(NamedTuple):
    """A proposal that was accepted, as a change of the draft."""

    claim: SheetClaim
    start: int
    """First code point in the draft that changes."""
    end: int
    words: str
    """What stands in their place."""


def write(sheet: ClaimSheet, options: Options = PLAIN) -> bytes:
    """The draft as a Word document with the corrections tracked, by the names of their checkers.

    A proposal that cannot be such a change (its words overlap another correction, go through several cells
    of a table, or are no longer in the draft) is a comment instead; none is left out.

    Raises:
        Refused: no proposal is accepted.
    """
    accepted = [claim for claim in sheet.claims if claim.fix is FixState.ACCEPTED and claim.proposed_text]
    if not accepted:
        raise Refused(
            f"no proposed wording of {sheet.article.slug} is accepted, so there is nothing to correct;"
            " `factcheck accept` accepts one"
        )
    changes = corrections(accepted)
    page = page_of(_cut_for(sheet, changes), options)
    add_styles(page.document)
    runs = _runs(page)
    tracking = Tracking(page.document)
    made = {change.claim.number for change in changes}
    told = [claim for claim in accepted if claim.number not in made]
    for change in changes:
        words = runs.get(change.claim.number, ())
        if not tracking.change(words, change.words, _by(change.claim, sheet)):
            told.append(change.claim)
    _tell(page, sheet, told, runs)
    write_notes(page.document, page.notes)
    return saved(page.document)


def corrections(accepted: Sequence[SheetClaim]) -> list[Correction]:
    """The proposals that can be changes of the draft, in reading order, none reaching into another."""
    changes: list[Correction] = []
    at = 0
    for claim in sorted(accepted, key=lambda claim: (claim.start, claim.end)):
        if claim.lost or claim.start < at or (WITHHELD in claim.proposed_text):
            continue
        kept, rest = _same_ends(claim.text, claim.proposed_text)
        words = claim.proposed_text[kept : len(claim.proposed_text) - rest]
        changes.append(Correction(claim, claim.start + kept, claim.end - rest, words))
        at = claim.end
    return changes


def _same_ends(before: str, after: str) -> tuple[int, int]:
    """Characters at the beginning and at the end that stay, by whole words; a word of each always changes."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    shortest = min(len(old), len(new)) - 1
    first = 0
    while first < shortest and old[first] == new[first]:
        first += 1
    last = 0
    while last < shortest - first and old[-1 - last] == new[-1 - last]:
        last += 1
    return sum(map(len, old[:first])), sum(map(len, old[len(old) - last :]))


def _cut_for(sheet: ClaimSheet, changes: Sequence[Correction]) -> ClaimSheet:
    """The sheet with claims on the words that change and on nothing else: so is the draft cut there."""
    claims = tuple(
        replace(
            change.claim,
            start=change.start,
            end=change.end,
            parts=(Span(change.start, change.end),),
        )
        for change in changes
    )
    return replace(sheet, claims=claims)


def _runs(page: Page) -> dict[int, list[Element]]:
    runs: dict[int, list[Element]] = {}
    for stretch, elements, _ in page.laid:
        for claim in stretch.claims:
            runs.setdefault(claim.number, []).extend(elements)
    return runs


def _by(claim: SheetClaim, sheet: ClaimSheet) -> Author:
    name = claim.decided_by or claim.fix_by or sheet.exported_by
    return Author(name, claim.fix_at or sheet.exported_at)


def _tell(
    page: Page, sheet: ClaimSheet, claims: Sequence[SheetClaim], runs: dict[int, list[Element]]
) -> None:
    """Proposals that are no tracked changes, as comments: on their words, or at the end of the text."""
    if not claims:
        return
    comments = Comments(page.document)
    for claim in claims:
        why = "no longer in the draft" if claim.lost else "not written as a change: it touches another one"
        said = (
            paragraph("CommentText", run(f"[{claim.label}] Change to:", bold=True)),
            paragraph("CommentText", run(claim.proposed_text)),
            paragraph("CommentText", run(f"In place of “{claim.text}” ({why})")),
        )
        place = runs.get(claim.number) or [_last_run(page)]
        author = _by(claim, sheet)
        anchor(place[0], place[-1], comments.add(said, author.name, author.at))


def _last_run(page: Page) -> Element:
    """A run at the end of the text."""
    paragraphs = page.document.element.body.findall(f".//{W}p")
    last = paragraphs[-1] if paragraphs else paragraph("FactcheckText")
    if not paragraphs:
        page.document.element.body.insert(0, last)
    made = element("r")
    last.append(made)
    return made
