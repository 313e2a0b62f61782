"""Sheet as PDF for print: the same report as the HTML page, set by typst, which needs no system package."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from db.vocabulary import FINDINGS
from factcheck.errors import FactcheckError, MissingExtra
from factcheck.export.options import PLAIN, Options
from factcheck.export.safe import markup_text
from factcheck.export.sheets import lines
from factcheck.export.sheets.marks import MarkedBlock, marked_blocks
from factcheck.export.sheets.sheet import ClaimSheet, SheetClaim, SheetSource, claim_label, source_label

_TEMPLATE = Path(__file__).parent / "templates" / "sheet.typ"


def write(sheet: ClaimSheet, options: Options = PLAIN) -> bytes:  # noqa: ARG001 - there is one kind of report
    """The sheet as a tagged PDF.

    Raises:
        MissingExtra: typst is not installed.
        FactcheckError: typst could not set it.
    """
    try:
        import typst
    except ImportError:
        raise MissingExtra(
            "writing PDF needs an extra: pip install 'factcheck-desk[pdf]'; or print the HTML report"
        ) from None
    data = json.dumps(_shown(_data(sheet)), ensure_ascii=False)
    try:
        # The template is handed over as bytes: so there is no folder that it could read from.
        made = typst.compile(_TEMPLATE.read_bytes(), format="pdf", sys_inputs={"sheet": data})
    except (RuntimeError, ValueError, OSError) as fault:
        raise FactcheckError(f"the PDF could not be set: {fault}; print the HTML report instead") from None
    assert isinstance(made, bytes)  # noqa: S101 - one file was asked for
    return made


def _shown(value: Any) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """The same document, its texts without characters that must not be in print."""
    if isinstance(value, str):
        return markup_text(value)
    if isinstance(value, list):
        return [_shown(inner) for inner in value]
    if isinstance(value, dict):
        return {key: _shown(inner) for key, inner in value.items()}
    return value


def _data(sheet: ClaimSheet) -> dict[str, Any]:
    """All words of the report, in the order of the template."""
    progress = sheet.progress
    return {
        "title": sheet.article.title or sheet.article.slug,
        "by": sheet.exported_by,
        "language": "en",
        "status": lines.status(sheet),
        "signed": sheet.sign_off.is_signed,
        "face": lines.face(sheet),
        "remarks": list(lines.remarks(sheet)),
        "facts": [list(fact) for fact in _facts(sheet)],
        "fills": {str(finding): facts.fill for finding, facts in FINDINGS.items()},
        "counts": [
            {
                "fill": str(finding),
                "label": f"{facts.sign} {facts.letter} {facts.label}",
                "number": number,
                "shown": f"{number:,}",
            }
            for finding, facts in FINDINGS.items()
            if (number := progress.by_finding.get(finding, 0))
        ],
        "sum": f"{progress.done:,} of {progress.claims:,} done, "
        f"{progress.coverage:.0%} of the words covered, "
        f"{progress.recheck:,} to recheck, {progress.lost:,} lost, {progress.open_queries:,} open queries",
        "totals": {
            "queries": f"{len(sheet.queries):,}",
            "claims": f"{len(sheet.claims):,}",
            "sources": f"{len(sheet.sources):,}",
        },
        "sections": [_section(section) for section in lines.sections(sheet)],
        "queries": [
            {
                "about": "Whole piece" if query.claim is None else claim_label(query.claim),
                "text": lines.query(query),
            }
            for query in sheet.queries
        ],
        "draft": [_row(marked) for marked in marked_blocks(sheet)],
        "claims": [
            _head(claim) | {"text": claim.text, "said": _said(claim, sheet)} for claim in sheet.claims
        ],
        "sources": [_source(source) for source in sheet.sources],
        "drafts": [
            f"Draft {draft.number}: {draft.words:,} words, {draft.source_name}, "
            f"{lines.signed(draft.imported_by, draft.imported_at)}, SHA-256 {draft.digest}"
            for draft in (*sheet.earlier_drafts, sheet.draft)
        ],
    }


def _facts(sheet: ClaimSheet) -> Iterator[tuple[str, str]]:
    article, draft = sheet.article, sheet.draft
    facts = (
        ("Outlet", article.outlet),
        ("Byline", article.byline),
        ("Published", str(article.published or "")),
        ("Deadline", lines.moment(article.deadline)),
        ("Draft", f"{draft.number} of {lines.moment(draft.imported_at)}, {draft.words:,} words"),
        ("Checked by", ", ".join(sheet.checkers)),
        ("Reviewed by", ", ".join(sheet.reviewers)),
        ("Exported", f"{lines.signed(sheet.exported_by, sheet.exported_at)}, with {sheet.program}"),
    )
    return (fact for fact in facts if fact[1])


def _head(claim: SheetClaim) -> dict[str, Any]:
    return {"label": claim.label, "fill": str(claim.finding), "finding": lines.finding(claim)}


def _section(section: lines.Section) -> dict[str, Any]:
    return {
        "title": f"{section.title} ({len(section.claims):,})",
        "brief": section.brief,
        "labels": ", ".join(claim.label for claim in section.claims),
        "claims": []
        if section.brief
        else [_head(claim) | {"text": claim.text, "said": list(_to_do(claim))} for claim in section.claims],
    }


def _to_do(claim: SheetClaim) -> Iterator[str]:
    for name, said in (
        ("Waits for: ", lines.waiting(claim)),
        ("Recheck: ", claim.recheck_reason),
        ("Change to: ", claim.proposed_text),
        ("Fix: ", lines.fix(claim)),
    ):
        if said:
            yield name + said


def _said(claim: SheetClaim, sheet: ClaimSheet) -> list[str]:
    """What is known about a claim, a line each."""
    said = [f"{name}: {value}" for name, value in lines.facts(claim, lines.place(claim))]
    said += [lines.citation(c, sheet.sources_by_id[c.source]) for c in claim.citations]
    said += [f"Note: {note.text} ({lines.signed(note.by, note.at)})" for note in claim.notes]
    return said


def _row(marked: MarkedBlock) -> dict[str, Any]:
    """A block of the draft with the notes beside it."""
    return {
        "kind": str(marked.block.kind),
        "stretches": [
            {
                "text": stretch.text,
                "fill": str(stretch.claims[-1].finding) if stretch.claims else "",
                "letters": " ".join(
                    f"{FINDINGS[claim.finding].letter}{claim.number}" for claim in stretch.begins
                ),
            }
            for stretch in marked.stretches
        ],
        "notes": [
            _head(claim)
            | {
                "where": ", ".join(f"{source_label(c.source)} {c.where}".rstrip() for c in claim.citations),
                "change": claim.proposed_text,
            }
            for claim in marked.claims
        ],
    }


def _source(source: SheetSource) -> dict[str, Any]:
    said = [text for text in (source.url, source.archived_url, source.contact, source.note) if text]
    said += [
        f"{lines.plain(contact.method)}, {lines.signed(contact.by, contact.at)}: {contact.outcome}"
        for contact in source.contacts
    ]
    said.append("Cited by " + ", ".join(map(claim_label, source.cited_by)))
    return {"label": source_label(source.id), "text": lines.source(source), "said": said}
