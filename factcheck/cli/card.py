"""One claim in full, line by line, for the terminal."""

from collections.abc import Iterator

from factcheck.export import lines
from factcheck.model import Claim


def card(claim: Claim) -> Iterator[str]:
    """The lines of a claim's card; facts that there are none of are left out."""
    yield f"claim {claim.number}: {lines.finding(claim)}"
    yield f"“{claim.text}”"
    yield from (f"  {name}: {value}" for name, value in _facts(claim) if value)
    for point in claim.check_points:
        remark = f" ({point.remark})" if point.remark else ""
        yield f"  {'☑' if point.ticked else '☐'} {lines.plain(point.kind)}: {point.text}{remark}"
    for citation in claim.citations:
        yield f"  source: {lines.citation(citation, citation.source)}"
    for note in claim.notes:
        confidential = " (confidential)" if note.confidential else ""
        yield f"  note{confidential}: {note.text} ({lines.signed(note.by, note.at)})"
    for query in claim.queries:
        yield f"  query: {lines.query(query)}"


def _facts(claim: Claim) -> tuple[tuple[str, object], ...]:
    reasons = f" ({', '.join(claim.reasons)})" if claim.reasons else ""
    return (
        ("place", f"{claim.start}-{claim.end} of draft {claim.draft}" + (", lost" if claim.lost else "")),
        ("section", claim.section),
        ("in plain words", claim.restatement),
        ("speaker", claim.speaker.label if claim.speaker else ""),
        ("kinds", lines.listed(claim.kinds)),
        ("priority", f"{claim.priority}{reasons}" if claim.priority else ""),
        ("decided", lines.decided(claim)),
        ("recheck", claim.recheck_reason),
        ("waits for", lines.waiting(claim)),
        ("change to", claim.proposed_text),
        ("fix", lines.fix(claim)),
        ("review", lines.reviewed(claim)),
        ("assigned to", claim.assignee),
        ("holds until", claim.expires),
    )
