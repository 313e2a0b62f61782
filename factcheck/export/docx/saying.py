"""What the comment on a claim says, for each of those whom a copy is made for."""

from collections.abc import Iterator
from typing import NamedTuple

from db.vocabulary import CheckKind, Finding, Flag, SourceKind
from factcheck.export.options import Audience
from factcheck.export.sheets import lines
from factcheck.export.sheets.sheet import ClaimSheet, SheetClaim, source_label


class Line(NamedTuple):
    """One paragraph of a comment."""

    name: str
    """What it is about, set in bold; may be empty."""
    text: str


def speaks_to(claim: SheetClaim, sheet: ClaimSheet, audience: Audience) -> bool:
    """Whether a copy for that audience marks the claim.

    The writer is shown what is asked, what must change and what waits, and nothing else.
    """
    if audience is not Audience.WRITER:
        return True
    return bool(
        sheet.queries_by_claim.get(claim.number)
        or lines.changes_wanted(claim)
        or claim.fix is not None
        or claim.finding is Finding.WAITING
    )


def comment(claim: SheetClaim, sheet: ClaimSheet, audience: Audience) -> Iterator[Line]:
    """The paragraphs of the comment on a claim, its name and finding first."""
    yield Line(f"[{claim.label}] {lines.finding(claim)}", "")
    if claim.proposed_text:
        yield Line("Change to:", claim.proposed_text)
    if claim.fix is not None:
        yield Line("Fix:", lines.fix(claim))
    if waits := lines.waiting(claim):
        yield Line("Waits for:", waits)
    if claim.recheck_reason:
        yield Line("Recheck:", claim.recheck_reason)
    for citation in claim.citations:
        yield Line("", lines.citation(citation, sheet.sources_by_id[citation.source]))
    for query in sheet.queries_by_claim.get(claim.number, ()):
        yield Line("Query:", lines.query(query))
    if audience is Audience.LEGAL:
        yield from (Line("Response:", said) for said in responses(claim, sheet))
    if audience is not Audience.WRITER:
        yield from _desk_only(claim)


def _desk_only(claim: SheetClaim) -> Iterator[Line]:
    """What stays between checkers, reviewers and editors."""
    for note in claim.notes:
        yield Line("Note:", f"{note.text} ({lines.signed(note.by, note.at)})")
    points = lines.points(claim)
    if points and any(not point.ticked for point in claim.check_points) and claim.finding != "unchecked":
        yield Line("Check points:", points)
    if decided := lines.decided(claim):
        yield Line("Decided by:", decided)
    if reviewed := lines.reviewed(claim):
        yield Line("Review:", reviewed)


def is_legal(claim: SheetClaim) -> bool:
    """Whether a lawyer should read the claim first: flagged by a person, or an allegation."""
    return Flag.LEGAL in claim.flags or CheckKind.ALLEGATION in claim.kinds


def responses(claim: SheetClaim, sheet: ClaimSheet) -> Iterator[str]:
    """What the people behind a claim's sources answered when the desk reached them."""
    for citation in dict.fromkeys(citation.source for citation in claim.citations):
        source = sheet.sources_by_id[citation]
        person = source.kind is SourceKind.PERSON or (source.kind is None and source.person)
        if person and not source.contacts:
            yield f"{source_label(source.id)} {source.label}: no contact logged"
        for contact in source.contacts:
            how = f"{lines.plain(contact.method)} ({lines.signed(contact.by, contact.at)})"
            yield f"{source_label(source.id)} {source.label}, {how}: {contact.outcome}"
