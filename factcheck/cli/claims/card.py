"""One claim in full, line by line, for the terminal."""

from collections.abc import Iterator, Sequence

from factcheck.export.sheets import lines
from factcheck.model import Claim, Event


def card(claim: Claim, warned: Sequence[Event] = ()) -> Iterator[str]:
    """The lines of a claim's card; facts that there are none of are left out.

    Args:
        claim: the claim.
        warned: what was done to it with a warning, the latest first.
    """
    where = f"{claim.start}-{claim.end} of draft {claim.draft}" + (", lost" if claim.lost else "")
    yield f"claim {claim.number}: {lines.finding(claim)}"
    yield f"“{claim.text}”"
    yield from (f"  {name.lower()}: {value}" for name, value in lines.facts(claim, where))
    for citation in claim.citations:
        yield f"  source (citation {citation.id}): {lines.citation(citation, citation.source)}"
    for note in claim.notes:
        confidential = " (confidential)" if note.confidential else ""
        yield f"  note N{note.id}{confidential}: {note.text} ({lines.signed(note.by, note.at)})"
    for query in claim.queries:
        yield f"  query Q{query.id}: {lines.query(query)}"
    for event in warned:
        for warning in event.warnings:
            yield f"  warned: {warning} ({lines.signed(event.by, event.at)})"
