"""What stands behind the draft: what is open, what changes, who was asked, the sources, the signature."""

from collections.abc import Callable, Iterator, Sequence

from docx.document import Document

from db.vocabulary import FINDINGS, UNSAID, Stance
from factcheck.export.docx.elements import Element, paragraph, run, table
from factcheck.export.docx.saying import comment, is_legal, responses, speaks_to
from factcheck.export.options import Audience
from factcheck.export.sheets import lines
from factcheck.export.sheets.sheet import ClaimSheet, SheetClaim, SheetSource, claim_label, source_label

_WIDTH = 9000
"""Of a table, in twentieths of a point: what fits between the margins of A4 and of Letter."""

Cell = list[Element]


def back_matter(
    document: Document, sheet: ClaimSheet, audience: Audience, unplaced: Sequence[SheetClaim]
) -> None:
    """Write what stands behind the draft.

    Args:
        document: with the draft in it.
        sheet: the sheet.
        audience: for whom; it decides on what there is and on the order.
        unplaced: claims that have no comment, because their words stand nowhere in the draft.
    """
    # The text before the last section's properties may have columns or run sideways: what follows gets a
    # section of its own.
    document.add_section()
    end = document.element.body.sectPr
    for name in ("cols", "pgNumType", "titlePg", "lnNumType"):
        for found in end.findall(f"{{{end.nsmap['w']}}}{name}"):
            end.remove(found)
    for part in _PARTS[audience]:
        for made in part(sheet, audience):
            end.addprevious(made)
    for made in _unplaced(sheet, audience, unplaced):
        end.addprevious(made)
    for made in _close(sheet):
        end.addprevious(made)


def _heading(words: str) -> Element:
    return paragraph("FactcheckHeading", run(words))


def _text(*runs: Element) -> Element:
    return paragraph("FactcheckText", *runs)


def _cell(*said: str, bold: bool = False) -> Cell:
    return [paragraph("FactcheckCell", run(words, bold=bold)) for words in said if words]


def _finding(claim: SheetClaim) -> Cell:
    return [paragraph("FactcheckCell", run(lines.finding(claim), fill=FINDINGS[claim.finding].fill))]


def _face(sheet: ClaimSheet, audience: Audience) -> Iterator[Element]:
    yield _heading("Fact-check sheet")
    title = sheet.article.title or sheet.article.slug
    yield _text(run(title, bold=True), run(f" · copy for {audience.whom}"))
    draft = sheet.draft
    yield _text(run(lines.face(sheet), bold=True))
    yield _text(run(f"Draft {draft.number} of {lines.moment(draft.imported_at)}, {draft.words:,} words"))
    if sheet.checkers:
        reviewers = f" · reviewed by {', '.join(sheet.reviewers)}" if sheet.reviewers else ""
        yield _text(run(f"Checked by {', '.join(sheet.checkers)}{reviewers}"))
    yield _text(
        run(f"Exported by {lines.signed(sheet.exported_by, sheet.exported_at)}, with {sheet.program}")
    )
    counts = [item for item in sheet.progress.by_finding.items() if item[1]]
    rows = (
        [
            [paragraph("FactcheckCell", run(f"{facts.sign} {facts.letter}", bold=True, fill=facts.fill))],
            _cell(facts.label),
            _cell(facts.meaning),
            _cell(f"{count:,}"),
        ]
        for finding, count in counts
        for facts in (FINDINGS[finding],)
    )
    yield table((700, 1600, 5800, 900), ("", "Finding", "Meaning", "Claims"), rows)


def _sections(sheet: ClaimSheet, audience: Audience) -> Iterator[Element]:
    """Lists of claims by what is to do, the most pressing first."""
    for title, all_claims, brief in lines.sections(sheet):
        claims = [claim for claim in all_claims if speaks_to(claim, sheet, audience)]
        if not claims or all(claim.lost for claim in claims):
            continue  # lost claims are told in full further down
        yield _heading(f"{title} ({len(claims):,})")
        if brief:
            yield _text(run(", ".join(claim.label for claim in claims)))
            continue
        rows = ([_cell(c.label, bold=True), _finding(c), _cell(c.text), _cell(*_why(c))] for c in claims)
        yield table((800, 1500, 3300, 3400), ("Claim", "Finding", "Words", "State"), rows)


def _why(claim: SheetClaim) -> Iterator[str]:
    for name, said in (
        ("Waits for ", lines.waiting(claim)),
        ("Recheck: ", claim.recheck_reason),
        ("Change to: ", claim.proposed_text),
        ("", lines.fix(claim)),
        ("", lines.reviewed(claim)),
    ):
        if said:
            yield name + said


def _queries(sheet: ClaimSheet, audience: Audience) -> Iterator[Element]:  # noqa: ARG001 - all parts are called alike
    if not sheet.queries:
        return
    yield _heading(f"Queries to the writer ({len(sheet.queries):,})")
    rows = (
        [
            _cell(f"Q{query.id}", bold=True),
            _cell("whole piece" if query.claim is None else claim_label(query.claim)),
            _cell(query.text, lines.signed(query.by, query.at)),
            _cell("OPEN", bold=True)
            if query.is_open
            else _cell(query.answer, lines.signed(query.answered_by, query.answered_at)),
        ]
        for query in sheet.queries
    )
    yield table((700, 1000, 3900, 3400), ("", "Claim", "Question", "Answer"), rows)


def _allegations(sheet: ClaimSheet, audience: Audience) -> Iterator[Element]:  # noqa: ARG001
    """What a lawyer reads first: allegations, each with its sources and what was answered."""
    claims = [claim for claim in sheet.claims if is_legal(claim)]
    yield _heading(f"Allegations and claims flagged legal ({len(claims):,})")
    if not claims:
        yield _text(run("None was flagged."))
        return
    rows = (
        [
            _cell(claim.label, bold=True),
            [*_finding(claim), *_cell(f"said by {claim.speaker.label}" if claim.speaker else "")],
            _cell(claim.text, *_why(claim)),
            _cell(
                *(lines.citation(c, sheet.sources_by_id[c.source]) for c in claim.citations),
                *(f"Response: {said}" for said in responses(claim, sheet)),
            ),
        ]
        for claim in claims
    )
    yield table((800, 1500, 3100, 3600), ("Claim", "Finding", "Words", "Sources and responses"), rows)


_STANCES = {
    Stance.SUPPORTS: "supports",
    Stance.PARTLY: "supports in part",
    Stance.CONTRADICTS: "contradicts",
    Stance.CONTEXT: "gives context to",
    None: f"stance {UNSAID} for",
}


def _sources(sheet: ClaimSheet, audience: Audience) -> Iterator[Element]:  # noqa: ARG001
    if not sheet.sources:
        return
    cited: dict[int, dict[Stance | None, dict[str, None]]] = {}
    for claim in sheet.claims:
        for citation in claim.citations:
            cited.setdefault(citation.source, {}).setdefault(citation.stance, {})[claim.label] = None
    yield _heading(f"Sources ({len(sheet.sources):,})")
    rows = (
        [
            _cell(source_label(source.id), bold=True),
            _cell(lines.source(source), source.url, source.archived_url, source.contact, source.note)
            + _contacts(source),
            _cell(
                *(
                    f"{said} {', '.join(cited[source.id][stance])}"
                    for stance, said in _STANCES.items()
                    if stance in cited[source.id]
                )
            ),
        ]
        for source in sheet.sources
    )
    yield table((700, 5400, 2900), ("", "Source", "Claims"), rows)


def _contacts(source: SheetSource) -> Cell:
    return _cell(
        *(
            f"{lines.plain(contact.method)}, {lines.signed(contact.by, contact.at)}: {contact.outcome}"
            for contact in source.contacts
        )
    )


def _drafts(sheet: ClaimSheet, audience: Audience) -> Iterator[Element]:  # noqa: ARG001
    """The drafts and what was done on the piece as a whole; the history of each claim is in the JSON."""
    yield _heading("Revisions")
    for draft in (*sheet.earlier_drafts, sheet.draft):
        who = lines.signed(draft.imported_by, draft.imported_at)
        yield _text(
            run(f"Draft {draft.number}", bold=True),
            run(f" {draft.source_name}, {who}, {draft.words:,} words, SHA-256 {draft.digest}"),
        )
    for event in sheet.history:
        if event.claim is None and event.verb not in {"undo", "redo"}:
            yield _text(run(f"{lines.signed(event.by, event.at)}: {event.said}"))


def _unplaced(sheet: ClaimSheet, audience: Audience, claims: Sequence[SheetClaim]) -> Iterator[Element]:
    """Claims in full that have no comment, because their words stand nowhere in this draft."""
    if not claims:
        return
    yield _heading(f"No longer in the draft ({len(claims):,})")
    for claim in claims:
        yield _text(run(f"“{claim.text}”"), run(f" ({place})" if (place := lines.place(claim)) else ""))
        for name, said in comment(claim, sheet, audience):
            yield _text(run(f"{name} " if said else name, bold=True), run(said))


def _close(sheet: ClaimSheet) -> Iterator[Element]:
    """The signature, or where it goes."""
    yield _heading("Sign-off")
    yield _text(run(lines.face(sheet), bold=True))
    if not sheet.sign_off.is_signed:
        rows = [
            [_cell(name), [paragraph("FactcheckCell", run("\n\n"))]]
            for name in ("Checker, date", "Editor, date")
        ]
        yield table((2400, 6600), (), rows)


_Part = Callable[[ClaimSheet, Audience], Iterator[Element]]

_PARTS: dict[Audience, tuple[_Part, ...]] = {
    Audience.EDITOR: (_face, _sections, _queries, _sources, _drafts),
    Audience.WRITER: (_face, _queries, _sections),
    Audience.LEGAL: (_face, _allegations, _sections, _queries, _sources, _drafts),
}
