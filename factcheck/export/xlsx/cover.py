"""The first and the last sheet of a workbook: what the article is, and how far it is, with a chart."""

from collections.abc import Iterator

from db.vocabulary import FINDINGS, Finding
from factcheck.export.sheets import lines
from factcheck.export.sheets.sheet import ClaimSheet
from factcheck.export.xlsx.book import Book

READ_BACK = (
    "Blue columns are read back by `factcheck import-sheet`: findings, whom a claim waits for, proposed "
    "wording, new notes, new sources (an address, or what the source is), what citations and sources say, "
    "and answers. Rows may be sorted and filtered; a new row in Citations with a claim's number adds one."
)
"""What a person with a workbook may do in it."""


def article_sheet(book: Book, sheet: ClaimSheet) -> None:
    """What the article is, and whether the sheet is signed."""
    made = book.sheet("Article")
    made.hide_gridlines(2)
    made.set_column(0, 0, 20)
    made.set_column(1, 1, 90)
    book.put(made, 0, 0, sheet.article.title or sheet.article.slug, book.title)
    made.set_row(0, 26)
    book.put(made, 1, 1, lines.face(sheet), book.face)
    row = 2
    for remark in lines.remarks(sheet):
        book.put(made, row, 1, remark, book.face)
        row += 1
    for name, value in _facts(sheet):
        book.put(made, row, 0, name, book.bold)
        book.put(made, row, 1, value)
        row += 1
    book.put(made, row + 1, 0, "How to edit", book.bold)
    book.put(made, row + 1, 1, READ_BACK)
    made.set_row(row + 1, 54)


def _facts(sheet: ClaimSheet) -> Iterator[tuple[str, str]]:
    article, draft, progress = sheet.article, sheet.draft, sheet.progress
    facts = (
        ("Outlet", article.outlet),
        ("Byline", article.byline),
        ("Published", str(article.published or "")),
        ("Deadline", lines.moment(article.deadline)),
        ("Article", article.slug),
        ("Draft", f"{draft.number} of {lines.moment(draft.imported_at)}, {draft.words:,} words"),
        ("Text", f"SHA-256 {draft.digest}"),
        (
            "Claims",
            f"{progress.done:,} of {progress.claims:,} done, {progress.coverage:.0%} of the words covered",
        ),
        ("On author", f"{progress.by_finding.get(Finding.ON_AUTHOR, 0):,}"),
        ("To recheck", f"{progress.recheck:,}"),
        ("Open queries", f"{progress.open_queries:,}"),
        ("Checked by", ", ".join(sheet.checkers)),
        ("Reviewed by", ", ".join(sheet.reviewers)),
        ("Exported", f"{lines.signed(sheet.exported_by, sheet.exported_at)}, with {sheet.program}"),
    )
    return (fact for fact in facts if fact[1])


def progress_sheet(book: Book, sheet: ClaimSheet) -> None:
    """Claims by finding, with a chart."""
    made = book.sheet("Progress")
    made.set_column(0, 0, 6)
    made.set_column(1, 1, 18)
    made.set_column(2, 2, 56)
    made.set_column(3, 3, 10)
    for at, heading in enumerate(("", "finding", "meaning", "claims")):
        book.put(made, 0, at, heading, book.bold)
    for row, (finding, facts) in enumerate(FINDINGS.items(), 1):
        book.put(made, row, 0, f"{facts.sign} {facts.letter}", book.fills[finding])
        book.put(made, row, 1, facts.label)
        book.put(made, row, 2, facts.meaning)
        made.write_number(row, 3, sheet.progress.by_finding.get(finding, 0), book.text)
    last = len(FINDINGS)
    book.put(made, last + 1, 1, "all claims", book.bold)
    made.write_number(last + 1, 3, sheet.progress.claims, book.bold)
    chart = book.workbook.add_chart({"type": "bar"})
    assert chart is not None  # noqa: S101 - a known type always gives a chart
    points = [
        {"fill": {"color": f"#{facts.fill}"}, "border": {"color": "#8A8A84"}} for facts in FINDINGS.values()
    ]
    chart.add_series(
        {
            "name": "Claims by finding",
            "categories": ["Progress", 1, 1, last, 1],
            "values": ["Progress", 1, 3, last, 3],
            "points": points,
            "gap": 40,
            "data_labels": {"value": True},
        }
    )
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True})
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
    chart.set_size({"width": 640, "height": 340})
    made.insert_chart(last + 3, 1, chart)
