"""The marks in the draft: colour and letter of each claim's finding, and the comment on its words."""

from typing import NamedTuple

from db.vocabulary import FINDINGS, Finding, Flag
from factcheck.export.docx.comments import Comments, anchor
from factcheck.export.docx.elements import Element, paragraph, run, shade
from factcheck.export.docx.laid import Laid, Page
from factcheck.export.docx.saying import Line, comment, speaks_to
from factcheck.export.docx.styles import MARK
from factcheck.export.options import Audience
from factcheck.export.sheets.sheet import ClaimSheet, SheetClaim
from factcheck.read.office.docx_styles import W


class _Place(NamedTuple):
    """Where a claim's words begin and end in the document."""

    first: Element
    last: Element


def mark(page: Page, sheet: ClaimSheet, audience: Audience) -> tuple[SheetClaim, ...]:
    """Mark every claim that concerns the audience; those of them that stand nowhere in the draft."""
    wanted = {claim.number for claim in sheet.claims if speaks_to(claim, sheet, audience)}
    places = _places(page.laid, wanted)
    for laid in page.laid:
        _colour(laid, wanted)
    comments = Comments(page.document)
    for claim in sheet.claims:
        if claim.number in places:
            said = [_paragraph(line) for line in comment(claim, sheet, audience)]
            number = comments.add(
                said,
                claim.decided_by or sheet.exported_by,
                claim.decided_at or sheet.exported_at,
                resolved=_is_settled(claim),
            )
            anchor(*places[claim.number], number)
    comments.finish()
    return tuple(c for c in sheet.claims if c.number in wanted and c.number not in places)


def _places(laid: tuple[Laid, ...], wanted: set[int]) -> dict[int, _Place]:
    """The first and the last element of every claim; for words of a footnote, its mark in the text."""
    places: dict[int, _Place] = {}
    for stretch, elements, reference in laid:
        ends = [reference] if reference is not None else list(elements)
        if not ends:
            continue
        for claim in stretch.claims:
            if claim.number in wanted:
                former = places.get(claim.number)
                places[claim.number] = _Place(former.first if former else ends[0], ends[-1])
    return places


def _colour(laid: Laid, wanted: set[int]) -> None:
    """Colour the words of a stretch by its narrowest claim, and put letters where claims begin."""
    claims = [claim for claim in laid.stretch.claims if claim.number in wanted]
    if not claims or not laid.elements:
        return
    for element in laid.elements:
        if element.tag == f"{W}r":
            shade(element, FINDINGS[claims[-1].finding].fill)
    begins = [claim for claim in laid.stretch.begins if claim.number in wanted]
    if begins:
        letters = " ".join(f"{FINDINGS[claim.finding].letter}{claim.number}" for claim in begins)
        laid.elements[0].addprevious(run(f"{letters}\u202f", MARK))


def _paragraph(line: Line) -> Element:
    runs = [run(line.name, bold=True)] if line.name else []
    if line.text:
        runs.append(run(f" {line.text}" if line.name else line.text))
    return paragraph("CommentText", *runs)


def _is_settled(claim: SheetClaim) -> bool:
    """Whether nobody has to look at the claim any more: its comment arrives ticked off."""
    return claim.finding is Finding.VERIFIED and not {Flag.RECHECK, Flag.CONFLICT} & set(claim.flags)
