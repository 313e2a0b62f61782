"""A copy of the Word file that the draft was read from, with the draft found again in its runs."""

from docx.document import Document
from docx.opc.part import Part

from factcheck.errors import UnreadableDraft
from factcheck.export.docx.cleaning import clean
from factcheck.export.docx.elements import Element
from factcheck.export.docx.laid import Laid, Page, spans_of
from factcheck.export.docx.properties import touch
from factcheck.export.docx.runs import cut_runs
from factcheck.export.options import Original
from factcheck.export.sheets.marks import MarkedBlock, marked_blocks
from factcheck.export.sheets.sheet import ClaimSheet
from factcheck.model import Span
from factcheck.read.office.docx import anchors, document_of
from factcheck.read.office.docx_paragraph import WalkedParagraph
from factcheck.read.tidy import tidy


def original_page(sheet: ClaimSheet, original: Original) -> Page | None:
    """The file with every stretch of the draft in runs of its own; None when it does not hold the draft."""
    try:
        document = document_of(original.content, original.name)
    except UnreadableDraft:
        return None
    blocks = list(marked_blocks(sheet))
    paragraphs = _paragraphs(document, [_words(sheet, marked) for marked in blocks])
    if paragraphs is None:
        return None
    in_notes = (found for found in paragraphs if found.reference is not None)
    notes = dict.fromkeys(found.elements[0].getroottree().getroot() for found in in_notes)
    clean(document, original, {piece.leaf for found in paragraphs for piece in found.pieces}, notes)
    laid: list[Laid] = []
    for marked, found in zip(blocks, paragraphs, strict=True):
        laid += _laid(marked, found)
    touch(document, sheet)
    return Page(document, tuple(laid), tuple(notes))


def _paragraphs(document: Document, blocks: list[str]) -> tuple[WalkedParagraph, ...] | None:
    """The paragraphs with the words of the blocks; None where the document holds others.

    A draft that was read when raised figures were not told from others has them on the line.
    """
    for levels in (True, False):
        paragraphs = anchors(document, levels=levels)
        if [tidy(found.text) for found in paragraphs] == blocks:
            return paragraphs
    return None


def _words(sheet: ClaimSheet, marked: MarkedBlock) -> str:
    return sheet.draft.text[marked.block.start : marked.block.end]


def _laid(marked: MarkedBlock, found: WalkedParagraph) -> list[Laid]:
    spans = [Span(*span) for span in spans_of(marked)]
    runs = cut_runs(found, spans)
    return [
        Laid(stretch, elements, found.reference)
        for stretch, elements in zip(marked.stretches, runs, strict=True)
    ]


def write_notes(document: Document, roots: tuple[Element, ...]) -> None:
    """Put changed footnotes and endnotes back into the document, which keeps them as bytes."""
    from lxml import etree

    part = document.part
    tags = {root.tag: root for root in roots}
    for relation in list(part.rels.values()):
        if relation.is_external:
            continue
        root = next((root for tag, root in tags.items() if _is_part(relation.reltype, str(tag))), None)
        if root is not None:
            old = relation.target_part
            content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            new = Part(old.partname, old.content_type, content, part.package)
            new.rels.update(old.rels)
            part.rels.add_relationship(relation.reltype, new, relation.rId)


def _is_part(relation: str, tag: str) -> bool:
    """Whether a relation leads to the part with that root: `…/footnotes` to `w:footnotes`."""
    return relation.rpartition("/")[2] == tag.rpartition("}")[2]
