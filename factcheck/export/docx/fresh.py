"""A new Word document that holds the draft: for drafts that were not read from a Word file."""

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from db.vocabulary import BlockKind
from factcheck.export.docx.elements import Element, paragraph, run
from factcheck.export.docx.laid import Laid, Page
from factcheck.export.docx.properties import describe
from factcheck.export.sheets.marks import MarkedBlock, marked_blocks
from factcheck.export.sheets.sheet import ClaimSheet

_STYLES = {
    BlockKind.DEK: "Subtitle",
    BlockKind.PARAGRAPH: "Normal",
    BlockKind.LIST_ITEM: "ListBullet",
    BlockKind.QUOTATION: "Quote",
    BlockKind.CAPTION: "Caption",
    BlockKind.FOOTNOTE: "FootnoteText",
}
_DEEPEST = 6
"""Headings of the built-in template that are looked after here."""
_INK = RGBColor(0x1C, 0x1C, 0x1A)
_FONT = "Georgia"


def fresh_page(sheet: ClaimSheet) -> Page:
    """A document with the draft, a paragraph a block and a run a stretch."""
    document = docx.Document()
    _dress(document)
    describe(document, sheet)
    end = document.element.body.sectPr
    laid: list[Laid] = []
    for marked in marked_blocks(sheet):
        runs = [run(stretch.text) for stretch in marked.stretches]
        laid += [Laid(stretch, [made]) for stretch, made in zip(marked.stretches, runs, strict=True)]
        end.addprevious(_block(marked, runs))
    return Page(document, tuple(laid))


def _block(marked: MarkedBlock, runs: list[Element]) -> Element:
    block = marked.block
    if block.kind is BlockKind.HEADING:
        return paragraph(f"Heading{min(max(block.level, 1), _DEEPEST)}", *runs)
    return paragraph(_STYLES[block.kind], *runs)


def _dress(document: Document) -> None:
    """Set paper and type: the template that python-docx brings is American and blue."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(24)
    section.top_margin = section.bottom_margin = Mm(22)
    styles = document.styles
    styles.add_style("footnote text", 1).base_style = styles["Normal"]
    sizes = {
        "Normal": 11, "Heading 1": 20, "Heading 2": 14, "Heading 3": 12, "Heading 4": 11, "Heading 5": 11,
        "Heading 6": 11, "Subtitle": 13, "Caption": 9.5, "Quote": 11, "List Bullet": 11, "footnote text": 9.5,
    }  # fmt: skip
    for name, size in sizes.items():
        style = styles[name]
        style.font.size, style.font.color.rgb, style.font.name = Pt(size), _INK, _FONT
        fonts = style.element.rPr.rFonts
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
    normal = styles["Normal"].paragraph_format
    normal.space_after, normal.line_spacing = Pt(8), 1.25
    styles["Heading 1"].paragraph_format.space_before = Pt(0)
    styles["Heading 1"].paragraph_format.space_after = Pt(10)
    styles["Caption"].font.bold = False
    styles["Caption"].font.italic = True
