"""Word documents → blocks, as they read with every tracked change accepted."""

import io
import zipfile

import docx
from docx.document import Document
from lxml import etree

from factcheck.read.arrange import arranged
from factcheck.read.docx_walk import Walk, WalkedParagraph, walk, walked
from factcheck.read.package import broken, opened_package
from factcheck.read.reading import ReadBlock, Reading
from factcheck.read.remarks import about_struck, listed, shortened

__all__ = ["WalkedParagraph", "anchors", "document_of", "read", "walk"]

_KIND = "Word document"


def read(data: bytes, name: str, encoding: str | None) -> Reading:  # noqa: ARG001 - XML states its own encoding
    """The blocks of a Word document.

    Raises:
        UnreadableDraft: it is broken, locked, or no Word document.
    """
    return _reading(document_of(data, name))


def document_of(data: bytes, name: str) -> Document:
    """The document in data, opened only after the package was found harmless.

    Raises:
        UnreadableDraft: it is broken, locked, or no Word document.
    """
    with opened_package(data, name, _KIND) as package:
        if not any(part.startswith("word/") for part in package.namelist()):
            raise broken(name, _KIND)
    try:
        return docx.Document(io.BytesIO(data))
    except (KeyError, ValueError, AttributeError, OSError, zipfile.BadZipFile, etree.XMLSyntaxError):
        # python-docx has no errors of its own for a package without its parts or of the “strict” kind.
        raise broken(name, _KIND) from None


def anchors(document: Document) -> tuple[WalkedParagraph, ...]:
    """For each block of the article read from a document the paragraph that it comes from, in order.

    With `WalkedParagraph.pieces_in` a claim's words are found again in the runs of the original file.
    """
    blocks = arranged(_reading(document)).blocks
    return tuple(block.origin for block in blocks if isinstance(block.origin, WalkedParagraph))


def _reading(document: Document) -> Reading:
    walk = walked(document)
    blocks = tuple(
        ReadBlock(
            paragraph.facts.kind,
            paragraph.text,
            paragraph.facts.level,
            paragraph,
            paragraph.facts.stated,
            paragraph.facts.role,
        )
        for paragraph in walk.paragraphs
    )
    return Reading(
        blocks=blocks,
        language=document.core_properties.language or "",
        remarks=(*about_struck(walk.struck), *_remarks(document, walk)),
    )


def _remarks(document: Document, walk: Walk) -> list[str]:
    remarks = []
    if walk.hidden:
        remarks.append(f"Hidden text was left out: {listed(walk.hidden)}.")
    if walk.unknown_signs:
        remarks.append(f"{walk.unknown_signs} signs of a symbol font have no letter; � stands for each.")
    for comment in document.comments:
        words = walk.commented.get(str(comment.comment_id), "").strip()
        place = f" on “{shortened(words)}”" if words else ""
        remarks.append(f"Comment by {comment.author or 'nobody named'}{place}: {comment.text}")
    return remarks
