"""An edited sheet beside the desk: which cells somebody has changed, and what that means."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.errors import BadInput, NotOnDesk, Refused
from factcheck.export.returned.citations import compare_citations
from factcheck.export.returned.claims import compare_claims
from factcheck.export.returned.planned import Plan, Planning
from factcheck.export.returned.queries import compare_queries
from factcheck.export.returned.reading import Row, Table, TableKind
from factcheck.export.returned.sources import compare_sources
from factcheck.export.sheets.build import build_sheet
from factcheck.export.sheets.sheet import ClaimSheet

if TYPE_CHECKING:
    from factcheck.desk import Desk

_COMPARE = {
    TableKind.CLAIMS: compare_claims,
    TableKind.CITATIONS: compare_citations,
    TableKind.QUERIES: compare_queries,
    TableKind.SOURCES: compare_sources,
}
_TOLD = 5
"""Problems that an error names."""


def plan(desk: "Desk", tables: Sequence[Table]) -> Plan:
    """What the tables of an edited sheet would change on the desk; nothing is changed yet.

    Cells that are as they went out change nothing, whatever the desk holds by now.

    Raises:
        Refused: it was made from another draft, or holds something that cannot be; the cells are named.
        NotOnDesk: its article is not on the desk.
    """
    rows = [row for table in tables for row in table.rows if row.words("article")]
    if not rows:
        raise BadInput("the sheet does not say which article it is of: its column “article” is empty")
    slug = _article(desk, rows)
    confidential = any("CONFIDENTIAL" in row.words("sheet") for row in rows)
    sheet = build_sheet(desk, slug, include_confidential=confidential)
    planning = compare(tables, sheet)
    if planning.problems:
        more = len(planning.problems) - _TOLD
        told = "; ".join(planning.problems[:_TOLD]) + (f"; and {more} more" if more > 0 else "")
        raise Refused(f"nothing was taken from the sheet: {told}")
    return Plan(
        slug,
        tuple(planning.changes),
        tuple(planning.conflicts),
        tuple(planning.remarks),
        planning.versions,
    )


def compare(tables: Sequence[Table], sheet: ClaimSheet) -> Planning:
    """What the tables would change in a sheet as the desk would export it now."""
    planning = Planning()
    for table in tables:
        _COMPARE[table.kind](table, sheet, planning)
    return planning


def _article(desk: "Desk", rows: Sequence[Row]) -> str:
    """The article that the rows are of, its current draft the one that they were made from.

    Raises:
        Refused: they are of several articles, or of another draft.
        NotOnDesk: the desk has none like it.
    """
    with_digest = [row for row in rows if row.words("draft_digest")]
    first = (with_digest or rows)[0]
    for row in with_digest:
        for column in ("article", "draft_digest"):
            if row.words(column) != first.words(column):
                said, expected = row.words(column), first.words(column)
                raise Refused(f"{row.place(column)}: “{said}”, but the rows above are of “{expected}”")
    digest, named = first.words("draft_digest"), first.words("article")
    if not digest:
        raise Refused(f"{first.place('draft_digest')}: the sheet does not say which draft it was made from")
    slugs = sorted(desk.articles.slugs(), key=lambda slug: slug != named)
    for slug in slugs:
        drafts = desk.drafts.rows(slug)
        current = next(draft for draft in drafts if draft.current)
        if current.digest == digest:
            return slug
        if any(draft.digest == digest for draft in drafts) or slug == named:
            raise Refused(
                f"{first.place('draft_digest')}: the sheet was made from another draft of {slug} than"
                f" draft {current.number}, which is on the desk now; export it again"
            )
    raise NotOnDesk(f"{first.place('article')}: there is no article “{named}” on the desk")
