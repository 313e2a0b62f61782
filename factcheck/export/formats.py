"""The table of export formats: adding one is a module with `write` and a line here."""

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, cast

from factcheck.errors import BadInput
from factcheck.export.options import Options

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.export.sheets.sheet import ClaimSheet


@dataclass(frozen=True)
class Format:
    """What is known about one format before its module is loaded."""

    name: str
    """The word after `--format`."""
    suffix: str
    """End of the file name, with its dot."""
    module: str
    """The module in `factcheck.export` whose `write(sheet, options)` makes the bytes."""
    what: str
    """What one gets, in a few words."""
    text: bool = True
    """Whether it may be shown on a terminal."""
    extra: str = ""
    """Name of the extra that brings what it needs; empty when it is always there."""


FORMATS: dict[str, Format] = {
    known.name: known
    for known in (
        Format("csv", ".csv", "data.csv", "table for spreadsheets, one row a claim or one row a citation"),
        Format("markdown", ".md", "pages.markdown", "report as plain text"),
        Format(
            "html", ".html", "pages.html", "report for screen and paper, the draft with its marks, one file"
        ),
        Format("json", ".json", "data.json", "everything, for programs and archives"),
        Format(
            "claimreview",
            ".jsonld",
            "data.claimreview",
            "reviews of what others claim, as JSON-LD for a published page",
        ),
        Format("pdf", ".pdf", "pages.pdf", "the same report for print", text=False, extra="pdf"),
        Format("docx", ".docx", "docx", "annotated copy in Word, a comment on every claim", text=False),
        Format("xlsx", ".xlsx", "xlsx", "workbook that can be edited and read back", text=False),
        Format(
            "corrections",
            "-corrections.docx",
            "docx.corrections",
            "accepted wording as tracked changes in Word",
            text=False,
        ),
    )
}
"""Every format by name."""

ALIASES = {"md": "markdown", "htm": "html"}
"""Short names, as people type them."""


def format_of(name: str) -> Format:
    """The format of that name, short name or file suffix.

    Raises:
        BadInput: there is no such format.
    """
    plain = name.lower().removeprefix(".")
    by_suffix = {known.suffix: known.name for known in FORMATS.values()}
    known = FORMATS.get(ALIASES.get(plain, by_suffix.get(f".{plain}", plain)))
    if known is None:
        raise BadInput(f"“{name}” is not an export format; there are {', '.join(FORMATS)}")
    return known


def export(sheet: "ClaimSheet", name: str, options: Options | None = None) -> bytes:
    """The sheet in that format.

    Raises:
        BadInput: there is no such format.
        MissingExtra: it needs a package that is not installed.
    """
    module = import_module(f"factcheck.export.{format_of(name).module}")
    write = cast("Callable[[ClaimSheet, Options], bytes]", module.write)
    return write(sheet, options or Options())
