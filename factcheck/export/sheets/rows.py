"""A sheet as tables: columns of claims, citations, sources and queries, for every format that has cells."""

from collections.abc import Callable, Iterator
from typing import Generic, NamedTuple, TypeVar

from factcheck.export.options import Rows
from factcheck.export.sheets import lines
from factcheck.export.sheets.seal import seal
from factcheck.export.sheets.sheet import (
    ClaimSheet,
    SheetCitation,
    SheetClaim,
    SheetSource,
    claim_label,
    source_label,
)
from factcheck.model import Query

Item = TypeVar("Item")


class Column(NamedTuple, Generic[Item]):
    """One column: its heading, and what stands in it."""

    name: str
    text: Callable[[Item], str]


class Link(NamedTuple):
    """A claim with one of its citations, or with none."""

    claim: SheetClaim
    citation: SheetCitation | None
    source: SheetSource | None


def _words(value: object) -> str:
    return "" if value is None else str(value)


def _field(name: str) -> Column[SheetClaim]:
    return Column(name, lambda claim: _words(getattr(claim, name)))


def claim_columns(sheet: ClaimSheet) -> tuple[Column[SheetClaim], ...]:
    """The columns of a table with one row a claim: first what people read, last what programs need."""
    queries, sources = sheet.queries_by_claim, sheet.sources_by_id
    status = lines.status(sheet)
    return (
        Column("sheet", lambda _: status),
        Column("claim", lambda claim: claim.label),
        _field("text"),
        Column("finding", lambda claim: str(claim.finding)),
        Column("flags", lambda claim: ", ".join(claim.flags)),
        Column("kinds", lambda claim: ", ".join(claim.kinds)),
        Column("speaker", lambda claim: claim.speaker.label if claim.speaker else ""),
        Column("priority", lambda claim: str(claim.priority)),
        Column("reasons", lambda claim: ", ".join(claim.reasons)),
        _field("restatement"),
        Column(
            "sources",
            lambda claim: "\n".join(lines.citation(c, sources[c.source]) for c in claim.citations),
        ),
        Column("notes", lambda claim: "\n".join(note.text for note in claim.notes)),
        Column("queries", lambda claim: "\n".join(map(lines.query, queries.get(claim.number, ())))),
        *map(_field, ("proposed_text", "fix", "fix_by", "fix_reason", "waiting_on", "waiting_since")),
        _field("decided_by"),
        Column("decided_at", lambda claim: lines.moment(claim.decided_at)),
        _field("recheck_reason"),
        _field("review"),
        _field("review_by"),
        Column("review_at", lambda claim: lines.moment(claim.review_at)),
        *map(_field, ("review_reason", "assignee", "expires", "section")),
        Column("place", lines.place),
        Column("context_before", lambda claim: claim.selectors[0].prefix),
        Column("context_after", lambda claim: claim.selectors[0].suffix),
        *map(_field, ("start", "end", "parent", "decided_digest")),
        Column("new_note", lambda _: ""),
        Column("new_source", lambda _: ""),
        _field("version"),
        Column("row", lambda claim: seal(_words(getattr(claim, name)) for name in EDITED_OF_CLAIM)),
        Column("article", lambda _: sheet.article.slug),
        Column("draft", lambda claim: str(claim.draft)),
        Column("draft_digest", lambda _: sheet.draft.digest),
    )


EDITED_OF_CLAIM = ("finding", "waiting_on", "proposed_text")
"""Columns of a claim whose cells are read back when somebody has changed them."""

ADDED_TO_CLAIM = ("new_note", "new_source")
"""Columns of a claim that come empty, for what is added."""

OF_SOURCE = (
    "kind", "title", "author", "publication", "published", "url", "archived_url", "person", "role", "contact",
    "basis", "origin", "state",
)  # fmt: skip
"""Columns that describe a source."""

EDITED_OF_SOURCE = (*(name for name in OF_SOURCE if name != "contact"), "note")
"""Columns of a source whose cells are read back when somebody has changed them."""

EDITED_OF_CITATION = (
    "tier", "stance", "locator_kind", "locator", "quotation", "method", "accessed", "note",
)  # fmt: skip
"""Columns of a citation whose cells are read back when somebody has changed them."""


UNSAID_IN = ("kind", "tier", "stance", "locator_kind")
"""Columns of words that nobody need have said: empty for programs, “–” where people read."""


def citation_columns(sheet: ClaimSheet) -> tuple[Column[Link], ...]:
    """The columns of a table with one row a citation."""
    status = lines.status(sheet)

    def of_source(name: str) -> Column[Link]:
        return Column(name, lambda link: _words(getattr(link.source, name, None)))

    def of_citation(name: str, heading: str = "") -> Column[Link]:
        return Column(heading or name, lambda link: _words(getattr(link.citation, name, None)))

    return (
        Column("sheet", lambda _: status),
        Column("claim", lambda link: link.claim.label),
        Column("text", lambda link: link.claim.text),
        Column("finding", lambda link: str(link.claim.finding)),
        Column("source", lambda link: source_label(link.source.id) if link.source else ""),
        *map(of_source, OF_SOURCE),
        *map(of_citation, EDITED_OF_CITATION),
        of_citation("added_by"),
        Column("added_at", lambda link: lines.moment(link.citation.added_at) if link.citation else ""),
        of_citation("id", "citation"),
        of_citation("version"),
        Column(
            "row",
            lambda link: (
                seal(_words(getattr(link.citation, name)) for name in EDITED_OF_CITATION)
                if link.citation
                else ""
            ),
        ),
        Column("article", lambda _: sheet.article.slug),
        Column("draft", lambda link: str(link.claim.draft)),
        Column("draft_digest", lambda _: sheet.draft.digest),
    )


def source_columns() -> tuple[Column[SheetSource], ...]:
    """The columns of a table with one row a source."""
    return (
        Column("source", lambda source: source_label(source.id)),
        *(
            Column[SheetSource](name, lambda source, name=name: _words(getattr(source, name)))  # type: ignore[misc] # the default binds the name of this column
            for name in (*OF_SOURCE, "note")
        ),
        Column("version", lambda source: str(source.version)),
        Column("row", lambda source: seal(_words(getattr(source, name)) for name in EDITED_OF_SOURCE)),
        Column("cited_by", lambda source: ", ".join(map(claim_label, source.cited_by))),
        Column(
            "contacts",
            lambda source: "\n".join(
                f"{lines.plain(contact.method)}, {lines.signed(contact.by, contact.at)}: {contact.outcome}"
                for contact in source.contacts
            ),
        ),
    )


def query_columns() -> tuple[Column[Query], ...]:
    """The columns of a table with one row a query."""
    return (
        Column("query", lambda query: f"Q{query.id}"),
        Column("claim", lambda query: "" if query.claim is None else claim_label(query.claim)),
        Column("text", lambda query: query.text),
        Column("by", lambda query: query.by),
        Column("at", lambda query: lines.moment(query.at)),
        Column("answer", lambda query: query.answer),
        Column("answered_by", lambda query: query.answered_by),
        Column("answered_at", lambda query: lines.moment(query.answered_at)),
        Column("version", lambda query: str(query.version)),
        Column("row", lambda query: seal((query.answer,))),
    )


def links(sheet: ClaimSheet) -> Iterator[Link]:
    """Every citation with its claim and source, and every claim that cites nothing."""
    for claim in sheet.claims:
        if not claim.citations:
            yield Link(claim, None, None)
        for citation in claim.citations:
            yield Link(claim, citation, sheet.sources_by_id[citation.source])


def table(sheet: ClaimSheet, rows: Rows) -> Iterator[list[str]]:
    """The headings and every row, as texts.

    Queries about the whole piece belong to no claim; where there are any, one last row holds them.
    """
    if rows is Rows.CITATIONS:
        columns = citation_columns(sheet)
        yield [column.name for column in columns]
        for link in links(sheet):
            yield [column.text(link) for column in columns]
        return
    claim_table = claim_columns(sheet)
    yield [column.name for column in claim_table]
    for claim in sheet.claims:
        yield [column.text(claim) for column in claim_table]
    if whole := sheet.queries_by_claim.get(None):
        last = {"sheet": lines.status(sheet), "text": WHOLE_PIECE, "article": sheet.article.slug}
        last["queries"] = "\n".join(map(lines.query, whole))
        yield [last.get(column.name, "") for column in claim_table]


WHOLE_PIECE = "(about the whole piece)"
"""What stands in place of a claim's words where a row is about no single claim."""
