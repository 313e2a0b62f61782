"""Sheet as Markdown: a report that reads well as plain text and renders anywhere."""

import re
from collections.abc import Iterable, Iterator

from db.vocabulary import FINDINGS
from factcheck.export.options import PLAIN, Options
from factcheck.export.sheets import lines
from factcheck.export.sheets.sheet import ClaimSheet, SheetClaim, SheetSource, claim_label, source_label
from factcheck.text import plural, safe_line, web_link

_MARKUP = re.compile(r"([\\`*_\[\]<>&|~$#])")
_LINE_START = re.compile(r"^(\s*)([-+=:]|\d{1,9}(?=[.)]))")
_ENUMERATION = re.compile(r"^(\s*\d{1,9})([.)])")


def write(sheet: ClaimSheet, options: Options = PLAIN) -> bytes:  # noqa: ARG001 - there is one kind of report
    """The sheet as UTF-8 Markdown."""
    parts = (
        _head(sheet), _progress(sheet), _first(sheet), _queries(sheet), _claims(sheet), _sources(sheet),
        _drafts(sheet),
    )  # fmt: skip
    return "\n".join(line for part in parts for line in part).encode() + b"\n"


def escaped(text: str) -> str:
    """Text that Markdown shows as it stands, on one line."""
    plain = _MARKUP.sub(r"\\\1", " ".join(safe_line(text).split()))
    if _ENUMERATION.match(plain):
        return _ENUMERATION.sub(r"\1\\\2", plain)
    return _LINE_START.sub(r"\1\\\2", plain)


def _fact(name: str, value: object) -> Iterator[str]:
    if value:
        yield f"- {name}: {escaped(str(value))}"


def _head(sheet: ClaimSheet) -> Iterator[str]:
    article, draft = sheet.article, sheet.draft
    yield f"# {escaped(article.title or article.slug)}"
    yield ""
    yield f"**{escaped(lines.face(sheet))}**"
    for remark in lines.remarks(sheet):
        yield f"\n**{escaped(remark)}**"
    yield ""
    yield from _fact("Outlet", article.outlet)
    yield from _fact("Byline", article.byline)
    yield from _fact("Published", article.published)
    yield from _fact("Deadline", lines.moment(article.deadline))
    yield from _fact("Article", article.slug)
    yield from _fact("Draft", f"{draft.number} of {lines.moment(draft.imported_at)}, {draft.words:,} words")
    yield from _fact("Text", f"SHA-256 {draft.digest}")
    yield from _fact("Checked by", ", ".join(sheet.checkers))
    yield from _fact("Reviewed by", ", ".join(sheet.reviewers))
    yield from _fact(
        "Exported", f"{lines.signed(sheet.exported_by, sheet.exported_at)}, with {sheet.program}"
    )


def _progress(sheet: ClaimSheet) -> Iterator[str]:
    progress = sheet.progress
    yield "\n## Progress\n"
    done = f"{progress.done:,} of {plural(progress.claims, 'claim')} done"
    yield f"{done}, {progress.coverage:.0%} of the words covered."
    yield "\n| | finding | claims |"
    yield "|---|---|--:|"
    for finding, facts in FINDINGS.items():
        if count := progress.by_finding.get(finding, 0):
            yield f"| {escaped(facts.sign)} {facts.letter} | {facts.label} | {count:,} |"
    more = (
        ("to recheck", progress.recheck),
        ("lost", progress.lost),
        ("open queries", progress.open_queries),
        ("agreed in review", progress.reviewed),
    )
    if said := ", ".join(f"{name}: {count:,}" for name, count in more if count):
        yield f"\n{said[0].upper()}{said[1:]}."


def _first(sheet: ClaimSheet) -> Iterator[str]:
    """What is still to do comes before the full list."""
    for title, claims, brief in lines.sections(sheet):
        yield f"\n## {title} ({len(claims):,})\n"
        if brief:
            yield ", ".join(claim.label for claim in claims)
            continue
        for claim in claims:
            yield f"- {claim.label} {escaped(lines.finding(claim))}: {escaped(_short(claim.text))}"
            for name, said in (
                ("waits for: ", lines.waiting(claim)),
                ("recheck: ", claim.recheck_reason),
                ("change to: ", claim.proposed_text),
                ("", lines.fix(claim)),
            ):
                if said:
                    yield f"  - {escaped(name + said)}"


_SHORT = 160


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else text[: _SHORT - 1].rstrip() + "…"


def _queries(sheet: ClaimSheet) -> Iterator[str]:
    if not sheet.queries:
        return
    yield f"\n## Queries to the writer ({len(sheet.queries):,})\n"
    for query in sheet.queries:
        about = "whole piece" if query.claim is None else claim_label(query.claim)
        yield f"- {about}: {escaped(lines.query(query))}"


def _claims(sheet: ClaimSheet) -> Iterator[str]:
    yield f"\n## Claims ({len(sheet.claims):,})"
    section = ""
    for claim in sheet.claims:
        if claim.section != section:
            section = claim.section
            yield f"\n*{escaped(section)}*" if section else ""
        yield from _claim(sheet, claim)


def _claim(sheet: ClaimSheet, claim: SheetClaim) -> Iterator[str]:
    yield f"\n### {claim.label} · {escaped(lines.finding(claim))}\n"
    yield f"> {escaped(claim.text)}\n"
    for name, value in lines.facts(claim, lines.place(claim)):
        yield from _fact(name, value)
    sources = sheet.sources_by_id
    yield from _list("Sources", (lines.citation(c, sources[c.source]) for c in claim.citations))
    yield from _list("Notes", (f"{note.text} ({lines.signed(note.by, note.at)})" for note in claim.notes))


def _list(name: str, items: Iterable[str]) -> Iterator[str]:
    found = list(items)
    if found:
        yield f"- {name}:"
        yield from (f"  - {escaped(item)}" for item in found)


def _sources(sheet: ClaimSheet) -> Iterator[str]:
    if not sheet.sources:
        return
    yield f"\n## Sources ({len(sheet.sources):,})\n"
    for source in sheet.sources:
        claims = ", ".join(map(claim_label, source.cited_by))
        yield f"- {source_label(source.id)} {escaped(lines.source(source))}: cited by {claims}"
        yield from (f"  - {line}" for line in _more_of(source))


def _more_of(source: SheetSource) -> Iterator[str]:
    for url in (source.url, source.archived_url):
        if url:
            yield f"<{url}>" if web_link(url) else escaped(url)
    yield from (escaped(said) for said in (source.contact, source.note) if said)
    for contact in source.contacts:
        yield escaped(
            f"{lines.plain(contact.method)}, {lines.signed(contact.by, contact.at)}: {contact.outcome}"
        )


def _drafts(sheet: ClaimSheet) -> Iterator[str]:
    yield "\n## Drafts\n"
    for draft in (*sheet.earlier_drafts, sheet.draft):
        said = (
            f"Draft {draft.number}: {draft.words:,} words, {draft.source_name}, "
            f"{lines.signed(draft.imported_by, draft.imported_at)}, SHA-256 {draft.digest}"
        )
        yield f"- {escaped(said)}"
