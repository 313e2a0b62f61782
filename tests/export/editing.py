"""Tables of a sheet as somebody sends them back: cells put in by row and column, and what would change."""

import csv
import io

from factcheck.export.returned.comparing import compare
from factcheck.export.returned.reading import read_tables
from factcheck.export.safe import cell
from factcheck.export.sheets.rows import citation_columns, claim_columns, links, query_columns, source_columns


def rows_of(sheet, kind):
    """The rows of a table by column, as the workbook has them."""
    columns, items = {
        "claims": (claim_columns(sheet), sheet.claims),
        "citations": (citation_columns(sheet), tuple(links(sheet))),
        "sources": (source_columns(), sheet.sources),
        "queries": (query_columns(), sheet.queries),
    }[kind]
    return [{column.name: cell(column.text(item)) for column in columns} for item in items]


def tables_of(rows):
    """The tables that are read from rows, as from a CSV file; the first line of it names the columns."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(rows[0]), restval="")
    writer.writeheader()
    writer.writerows(rows)
    return read_tables(out.getvalue().encode(), "x.csv")


def compared(sheet, kind, cells=(), *, now=None, added=(), without=()):
    """What comes of a table whose cells were changed.

    Args:
        sheet: as it went out.
        kind: of the table.
        cells: new values by number of the row, from 0, and column.
        now: the sheet as the desk would export it now; the same one where nothing is said.
        added: new rows.
        without: columns that somebody has taken out.
    """
    rows = rows_of(sheet, kind)
    for (row, column), value in dict(cells).items():
        rows[row][column] = value
    rows += [dict.fromkeys(rows[0], "") | row for row in added]
    for row in rows:
        for column in without:
            del row[column]
    return compare(tables_of(rows), now or sheet)


def said(planning):
    """A plan without the acts: its changes, conflicts, remarks and problems."""
    return (
        [change[:-1] for change in planning.changes],
        [tuple(clash) for clash in planning.conflicts],
        planning.remarks,
        planning.problems,
    )


def acts(planning):
    """What is called for the changes: its name and its arguments."""
    return [(change.act.func.__name__, change.act.keywords) for change in planning.changes if change.act]
