"""The properties of a Word document: what they say of the sheet, and nothing of a template."""

from datetime import UTC
from typing import Any

from docx.document import Document

from factcheck.export.safe import markup_text
from factcheck.export.sheets.sheet import ClaimSheet

_LONGEST = 255
"""Characters that a property holds."""


def _fitting(text: str) -> str:
    return " ".join(markup_text(text).split())[:_LONGEST]


def describe(document: Document, sheet: ClaimSheet) -> None:
    """Say in a new document's properties which sheet it is."""
    properties: Any = document.core_properties
    properties.title = _fitting(sheet.article.title or sheet.article.slug)
    properties.subject = _fitting(f"Annotated copy, draft {sheet.draft.number}")
    properties.author = _fitting(sheet.exported_by)
    properties.comments = ""
    properties.keywords = ""
    properties.created = sheet.exported_at.astimezone(UTC)
    touch(document, sheet)


def touch(document: Document, sheet: ClaimSheet) -> None:
    """Say who wrote the copy, and when."""
    properties: Any = document.core_properties
    properties.last_modified_by = _fitting(sheet.exported_by)
    properties.modified = sheet.exported_at.astimezone(UTC)
