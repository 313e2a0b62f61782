"""Word documents → blocks, as they read with every tracked change accepted."""

import io
import zipfile

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.package import Package
from lxml import etree

from factcheck.read.arrange import arranged
from factcheck.read.office.docx_paragraph import WalkedParagraph
from factcheck.read.office.docx_relations import nowhere, without
from factcheck.read.office.docx_walk import Walk, walk, walked
from factcheck.read.office.package import broken, opened_package
from factcheck.read.reading import ReadBlock, Reading
from factcheck.read.remarks import (
    about_contents,
    about_hidden,
    about_struck,
    about_unread,
    left_out,
    shortened,
)
from factcheck.text import plural

__all__ = ["WalkedParagraph", "anchors", "document_of", "read", "walk"]

_KIND = "Word document"
_PROPERTIES = "/relationships/metadata/core-properties"
"""How every kind of relation to core properties ends."""


def read(data: bytes, name: str, encoding: str | None) -> Reading:  # noqa: ARG001 - XML states its own encoding
    """The blocks of a Word document.

    Raises:
        UnreadableDraft: it is broken, locked, or no Word document.
    """
    with opened_package(data, name, _KIND) as package:
        lost = nowhere(package)
        mended = without(package, lost) if lost else data
    reading = _reading(document_of(mended, name))
    parts = [target for targets in lost.values() for target in targets.values()]
    return reading._replace(
        remarks=(*reading.remarks, *left_out("The file names parts that are not in it", parts))
    )


def document_of(data: bytes, name: str) -> Document:
    """The document in data, opened only after the package was found harmless.

    Raises:
        UnreadableDraft: it is broken, locked, or no Word document.
    """
    with opened_package(data, name, _KIND) as package:
        if not any(part.startswith("word/") for part in package.namelist()):
            raise broken(name, _KIND)
    try:
        document = docx.Document(io.BytesIO(data))
        _find_properties(document.part.package)
    except (KeyError, ValueError, AttributeError, OSError, zipfile.BadZipFile, etree.XMLSyntaxError):
        # python-docx has no errors of its own for a package without its parts or of the “strict” kind.
        raise broken(name, _KIND) from None
    return document


def _find_properties(package: Package) -> None:
    """Lead one relation of the kind that python-docx knows to the core properties.

    LibreOffice leads one of an older kind to them; python-docx would not find them, and write its own into a
    second part of the same name.
    """
    first, *others = [
        relation for relation in package.rels.values() if relation.reltype.endswith(_PROPERTIES)
    ] or [None]
    for relation in others:
        del package.rels[relation.rId]
    if first is None:
        return
    part = first.target_part
    if not isinstance(part, CorePropertiesPart):
        part = CorePropertiesPart.load(part.partname, CONTENT_TYPE.OPC_CORE_PROPERTIES, part.blob, package)
    package.rels.add_relationship(RELATIONSHIP_TYPE.CORE_PROPERTIES, part, first.rId)


def anchors(document: Document, *, levels: bool = True) -> tuple[WalkedParagraph, ...]:
    """For each block of the article read from a document the paragraph that it comes from, in order.

    With `WalkedParagraph.pieces_in` a claim's words are found again in the runs of the original file.

    Args:
        document: the document.
        levels: with raised and lowered words told from those on the line.
    """
    blocks = arranged(_reading(document, levels=levels)).blocks
    return tuple(block.origin for block in blocks if isinstance(block.origin, WalkedParagraph))


def _reading(document: Document, *, levels: bool = True) -> Reading:
    walk = walked(document, levels=levels)
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
        remarks=(
            *about_struck(walk.struck),
            *about_hidden(walk.hidden),
            *about_contents(walk.contents),
            *about_unread(walk.unread),
            *_remarks(document, walk),
        ),
    )


def _remarks(document: Document, walk: Walk) -> list[str]:
    remarks = []
    if walk.unknown_signs:
        remarks.append(f"{walk.unknown_signs} signs of a symbol font have no letter; � stands for each.")
    if walk.noteless:
        remarks.append(f"{plural(walk.noteless, 'mark')} in the text lead to notes that are not in the file.")
    for comment in document.comments:
        words = walk.commented.get(str(comment.comment_id), "").strip()
        place = f" on “{shortened(words)}”" if words else ""
        remarks.append(f"Comment by {comment.author or 'nobody named'}{place}: {comment.text}")
    return remarks
