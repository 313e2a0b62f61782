"""Sheet as one HTML file: the draft with its marks, for screen and paper; no script, nothing fetched."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from db.vocabulary import FINDINGS, Finding
from factcheck.export.options import PLAIN, Options
from factcheck.export.safe import markup_text
from factcheck.export.sheets import lines
from factcheck.export.sheets.marks import marked_blocks
from factcheck.export.sheets.sheet import ClaimSheet, SheetClaim, claim_label, source_label
from factcheck.model import SectionProgress
from factcheck.text import web_link

if TYPE_CHECKING:
    from jinja2 import Template

_TEMPLATES = Path(__file__).parent / "templates"

_TAGS = {
    "heading": "h3",
    "dek": "p",
    "paragraph": "p",
    "list_item": "p",
    "quotation": "blockquote",
    "caption": "p",
    "footnote": "p",
}


def write(sheet: ClaimSheet, options: Options = PLAIN) -> bytes:  # noqa: ARG001 - there is one kind of report
    """The sheet as one self-contained UTF-8 page."""
    page = _template().render(
        sheet=sheet,
        lines=lines,
        findings=FINDINGS,
        counts=_counts(sheet),
        blocks=marked_blocks(sheet),
        headings=_headings(sheet),
        tags=_TAGS,
        strongest=_strongest,
        claim_label=claim_label,
        source_label=source_label,
        web_link=web_link,
    )
    return page.encode()


def _finding_styles() -> Iterator[str]:
    """Yield the style rules of findings: the background of words, on a light page and on a dark one."""
    for finding, facts in FINDINGS.items():
        if facts.dark_fill:
            yield f".{finding} {{ background: #{facts.fill}; }}"
            dark = f".{finding} {{ background: #{facts.dark_fill}; }}"
            yield f"@media (prefers-color-scheme: dark) {{ {dark} }}"
        else:
            yield f".{finding} {{ background: none; outline: 1px dotted var(--quiet); }}"
            yield f"mark.{finding} {{ outline: none; border-bottom: 1px dotted var(--quiet); }}"


@cache
def _template() -> "Template":
    """The page, compiled once: it never changes while the program runs."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # 50 ms that only this format needs
    from markupsafe import Markup

    def shown(value: object) -> object:
        return markup_text(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style = (_TEMPLATES / "sheet.css").read_text(encoding="utf-8") + "\n".join(_finding_styles())
    environment.filters["count"] = "{:,}".format
    environment.globals["style"] = Markup(style)  # noqa: S704 - our own file, no data in it
    return environment.get_template("sheet.html.j2")


def _counts(sheet: ClaimSheet) -> list[tuple[Finding, int]]:
    """Claims of the article by finding, in the order of the vocabulary, none left out that has any."""
    by_finding = sheet.progress.by_finding
    return [(finding, by_finding[finding]) for finding in FINDINGS if by_finding.get(finding)]


def _headings(sheet: ClaimSheet) -> list[SectionProgress]:
    """How far each section is, in the order of the draft, as far as the sheet holds its claims."""
    found: dict[str, list[SheetClaim]] = {}
    for claim in sheet.claims:
        if not claim.lost:
            found.setdefault(claim.section, []).append(claim)
    return [
        SectionProgress(heading, sum(not claim.open for claim in claims), len(claims))
        for heading, claims in found.items()
    ]


def _strongest(claims: tuple[SheetClaim, ...]) -> SheetClaim:
    """The claim whose colour a stretch takes: the narrowest of those that hold it."""
    return claims[-1]
