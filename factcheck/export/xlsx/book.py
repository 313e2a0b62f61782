"""A workbook being written: formats made once, and cells that no program takes for a formula or a number."""

import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from db.vocabulary import FINDINGS, UNSAID, Finding
from factcheck.errors import FactcheckError
from factcheck.export.safe import markup_text
from factcheck.export.sheets.lines import plain
from factcheck.export.sheets.rows import UNSAID_IN, Column, Item
from factcheck.export.sheets.seal import fitted
from factcheck.export.xlsx.layout import Layout
from factcheck.text import web_link

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_LONGEST_LINK = 2_000
_MOST_LINKS = 60_000
"""Of a sheet: Excel refuses a file with more than 65,530."""
_VALIDATED_BEYOND = 500
"""Rows below the last one that have drop-downs too, for what is added."""
_PRINTED = 190
"""Characters that fit across a page."""
_VOCABULARY = frozenset({"finding", "tier", "stance", "locator_kind", "method", "kind", "basis", "state"})
"""Columns whose words are shown without underscores."""


class Book:
    """One workbook and its formats."""

    def __init__(self, properties: dict[str, Any]) -> None:
        from xlsxwriter import Workbook  # 150 ms that only this format needs

        self._out = io.BytesIO()
        self.workbook: Workbook = Workbook(self._out, _OPTIONS)
        self.workbook.set_properties(properties)
        add = self.workbook.add_format
        top: dict[str, Any] = {"valign": "top", "text_wrap": True, "font_name": "Arial", "font_size": 9}
        self.text: Format = add(top)
        self.bold: Format = add({**top, "bold": True})
        self.title: Format = add({"bold": True, "font_size": 16, "font_name": "Arial"})
        self.face: Format = add({**top, "bold": True, "font_size": 11, "font_color": "#A1211B"})
        head = {**top, "bold": True, "font_color": "#FFFFFF", "border": 1, "border_color": "#FFFFFF"}
        self._head: Format = add({**head, "bg_color": "#55554F"})
        self._edited: Format = add({**head, "bg_color": "#1F5FA8"})
        self._hidden: Format = add({**top, "text_wrap": False})
        self._edit: Format = add({**top, "bg_color": "#F3F8FE", "border": 1, "border_color": "#D5E3F3"})
        self.fills: dict[Finding, Format] = {
            finding: add({"bg_color": f"#{facts.fill}"}) for finding, facts in FINDINGS.items()
        }
        self._links = 0

    def sheet(self, name: str) -> "Worksheet":
        """A new sheet, printed sideways and as wide as one page."""
        made = self.workbook.add_worksheet(name)
        made.set_landscape()
        made.set_paper(9)
        made.fit_to_pages(1, 0)
        made.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        made.set_footer("&L&A&RPage &P of &N")
        self._links = 0
        return made

    def put(
        self, sheet: "Worksheet", row: int, column: int, text: str, style: "Format | None" = None
    ) -> None:
        """Write text into a cell as text, whatever it looks like.

        Raises:
            FactcheckError: the sheet has no such cell.
        """
        if sheet.write_string(row, column, fitted(markup_text(text)), style or self.text) != 0:
            raise FactcheckError("there is more to write than a sheet of a workbook holds; filter the claims")

    def link(self, sheet: "Worksheet", row: int, column: int, url: str) -> None:
        """Write an address, as a link where it may be followed."""
        if web_link(url) and len(url) <= _LONGEST_LINK and self._links < _MOST_LINKS:
            self._links += 1
            if sheet.write_url(row, column, url, self.text, string=url) == 0:
                return
        self.put(sheet, row, column, url)

    def table(
        self,
        name: str,
        layout: Sequence[Layout],
        columns: Iterable[Column[Item]],
        items: Sequence[Item],
    ) -> "Worksheet":
        """A sheet with a heading row that stays, filters, and a row for each item."""
        sheet = self.sheet(name)
        texts = {column.name: column.text for column in columns}
        for at, column in enumerate(layout):
            style = self._style(column)
            sheet.set_column(at, at, column.width or 8, style, {"hidden": not column.width})
            self.put(sheet, 0, at, plain(column.name), self._edited if column.edited else self._head)
        for row, item in enumerate(items, 1):
            for at, column in enumerate(layout):
                text = texts[column.name](item)
                if column.name in {"url", "archived_url"}:
                    self.link(sheet, row, at, text)
                elif text or column.name in UNSAID_IN:
                    word = plain(text or None) if column.name in _VOCABULARY else text
                    self.put(sheet, row, at, word, self._style(column))
        sheet.freeze_panes(1, 1)
        sheet.repeat_rows(0)
        sheet.print_area(0, 0, len(items), _printed(layout))
        sheet.autofilter(0, 0, max(len(items), 1), len(layout) - 1)
        for at, column in enumerate(layout):
            self._offer(sheet, at, column, len(items))
        return sheet

    def _style(self, column: Layout) -> "Format":
        """Of the cells of a column; what is hidden is not wrapped, for that would make its row tall."""
        if not column.width:
            return self._hidden
        return self._edit if column.edited else self.text

    def _offer(self, sheet: "Worksheet", at: int, column: Layout, rows: int) -> None:
        """Give a column its drop-down, and colours where it holds findings."""
        last = rows + _VALIDATED_BEYOND
        if column.words is not None and column.edited:
            sheet.data_validation(
                1,
                at,
                last,
                at,
                {
                    "validate": "list",
                    "source": [UNSAID] * (column.name in UNSAID_IN) + [plain(word) for word in column.words],
                    "error_title": "Not in the list",
                    "error_message": f"Choose a {plain(column.name)} from the list.",
                },
            )
        if column.name == "finding":
            for finding, style in self.fills.items():
                rule = {"type": "cell", "criteria": "==", "value": f'"{plain(finding)}"', "format": style}
                sheet.conditional_format(1, at, last, at, rule)

    def saved(self) -> bytes:
        """The workbook as a file."""
        self.workbook.close()
        return self._out.getvalue()


def _printed(layout: Sequence[Layout]) -> int:
    """The last column that is printed: more of them on one page nobody could read."""
    width = 0.0
    for at, column in enumerate(layout):
        width += column.width
        if width > _PRINTED:
            return max(at - 1, 0)
    return len(layout) - 1
