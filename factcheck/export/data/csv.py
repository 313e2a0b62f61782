"""Sheet as CSV for spreadsheets: UTF-8 with BOM, every cell quoted, no cell that a program would run."""

import csv
import io

from factcheck.export.options import PLAIN, Options
from factcheck.export.safe import cell
from factcheck.export.sheets.rows import table
from factcheck.export.sheets.sheet import ClaimSheet
from factcheck.text import safe


def write(sheet: ClaimSheet, options: Options = PLAIN) -> bytes:
    r"""The sheet as CSV, lines ended by `\r\n`."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for row in table(sheet, options.rows):
        writer.writerow(row if options.raw else [cell(safe(text)) for text in row])
    return out.getvalue().encode("utf-8-sig")
