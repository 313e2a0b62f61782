"""Sheet as an annotated copy: the draft in Word, each claim coloured, lettered and commented on."""

import io

from docx.document import Document

from factcheck.export.docx.elements import paragraph, run
from factcheck.export.docx.fresh import fresh_page
from factcheck.export.docx.laid import Page
from factcheck.export.docx.marking import mark
from factcheck.export.docx.matter import back_matter
from factcheck.export.docx.original import original_page, write_notes
from factcheck.export.docx.styles import FACE, add_styles
from factcheck.export.options import PLAIN, Audience, Options
from factcheck.export.sheets import lines
from factcheck.export.sheets.sheet import ClaimSheet

__all__ = ["page_of", "saved", "write"]


def write(sheet: ClaimSheet, options: Options = PLAIN) -> bytes:
    """The sheet as a Word document.

    Where the draft was read from a Word file and `options` brings it, the marks are made in a copy of it,
    which keeps its formatting, footnotes and comments.
    """
    page = page_of(sheet, options)
    document = page.document
    add_styles(document)
    unplaced = mark(page, sheet, options.audience)
    write_notes(document, page.notes)
    _put_face(document, sheet, options.audience)
    back_matter(document, sheet, options.audience, unplaced)
    return saved(document)


def page_of(sheet: ClaimSheet, options: Options) -> Page:
    """The document that holds the draft: the writer's own file where it can be had, else a new one."""
    page = original_page(sheet, options.original) if options.original else None
    return page or fresh_page(sheet)


def saved(document: Document) -> bytes:
    """The document as a file."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _put_face(document: Document, sheet: ClaimSheet, audience: Audience) -> None:
    """Say above the draft what it is a copy of, for whom, and whether it is signed."""
    said = [f"Annotated copy for {audience.whom}, draft {sheet.draft.number}", lines.face(sheet)]
    made = paragraph(FACE, run("\n".join((*said, *lines.remarks(sheet)))))
    document.element.body.insert(0, made)
