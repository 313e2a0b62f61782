"""Sheet as a workbook: article, claims, citations, sources, queries and progress; it can be read back."""

from datetime import UTC

from factcheck.export.options import PLAIN, Options
from factcheck.export.safe import markup_text
from factcheck.export.sheets.rows import citation_columns, claim_columns, links, query_columns, source_columns
from factcheck.export.sheets.sheet import ClaimSheet
from factcheck.export.xlsx.book import Book
from factcheck.export.xlsx.cover import article_sheet, progress_sheet
from factcheck.export.xlsx.layout import CITATIONS, CLAIMS, QUERIES, SOURCES

_LONGEST = 255
"""Characters that a property holds."""


def write(sheet: ClaimSheet, options: Options = PLAIN) -> bytes:  # noqa: ARG001 - there is one kind of workbook
    """The sheet as an XLSX workbook."""
    book = Book(
        {
            "title": _fitting(sheet.article.title or sheet.article.slug),
            "author": _fitting(sheet.exported_by),
            "comments": "",
            "created": sheet.exported_at.astimezone(UTC).replace(tzinfo=None),
        }
    )
    article_sheet(book, sheet)
    book.table("Claims", CLAIMS, claim_columns(sheet), sheet.claims).activate()
    book.table("Citations", CITATIONS, citation_columns(sheet), [x for x in links(sheet) if x.citation])
    book.table("Sources", SOURCES, source_columns(), sheet.sources)
    book.table("Queries", QUERIES, query_columns(), sheet.queries)
    progress_sheet(book, sheet)
    return book.saved()


def _fitting(text: str) -> str:
    return " ".join(markup_text(text).split())[:_LONGEST]
