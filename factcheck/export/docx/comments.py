"""The comments of a Word document, written in linear time, with local times and the mark for “resolved”."""

from collections.abc import Sequence
from datetime import datetime

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from factcheck.export.docx.elements import Element, element
from factcheck.export.safe import markup_text
from factcheck.read.office.docx_styles import W

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15_SPACE = "http://schemas.microsoft.com/office/word/2012/wordml"
_W15 = f"{{{_W15_SPACE}}}"
_IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
_EXTENDED = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
_EXTENDED_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml"
_FIRST_PARAGRAPH = 0x40000000
_LAST_PARAGRAPH = 0x7FFFFFFF
"""Ids of paragraphs lie below 0x80000000."""


class Comments:
    """The comments part of a document.

    python-docx looks for a free id among all comments each time, which takes minutes for some thousands,
    and writes UTC, which Word shows as if it were local time.
    """

    def __init__(self, document: Document) -> None:
        _ = document.comments  # makes the part where there is none
        self._document = document
        self._root: Element = document.part.part_related_by(RELATIONSHIP_TYPE.COMMENTS).element  # type: ignore[attr-defined] # the comments part is an XML part
        if "w14" in self._root.nsmap and "mc" in self._root.nsmap and not self._root.get(_IGNORABLE):
            self._root.set(_IGNORABLE, "w14")
        ids = [int(found.get(f"{W}id", "-1")) for found in self._root.iterchildren(f"{W}comment")]
        self._next = max(ids, default=-1) + 1
        self._taken = {found.get(f"{_W14}paraId", "").upper() for found in self._root.iter(f"{W}p")}
        self._paragraph = _FIRST_PARAGRAPH
        self._resolved: list[str] = []

    def add(self, paragraphs: Sequence[Element], author: str, at: datetime, *, resolved: bool = False) -> str:
        """Add a comment; its id, which the marks in the text refer to.

        Args:
            paragraphs: what it says; at least one.
            author: whose comment it is.
            at: when it was made.
            resolved: whether it arrives ticked off.
        """
        number = str(self._next)
        self._next += 1
        name = markup_text(" ".join(author.split()))
        comment = element("comment", *paragraphs, id=number, author=name, initials=initials(name))
        # Word shows what stands here as local time, whatever zone is written.
        comment.set(f"{W}date", f"{at.astimezone():%Y-%m-%dT%H:%M:%SZ}")
        if resolved:
            paragraph_id = self._paragraph_id()
            paragraphs[-1].set(f"{_W14}paraId", paragraph_id)
            self._resolved.append(paragraph_id)
        self._root.append(comment)
        return number

    def _paragraph_id(self) -> str:
        while True:
            self._paragraph += 1
            if self._paragraph > _LAST_PARAGRAPH:
                self._paragraph = 1
            name = f"{self._paragraph:08X}"
            if name not in self._taken:
                return name

    def finish(self) -> None:
        """Write which comments are resolved, beside what other comments say of themselves."""
        if not self._resolved:
            return
        part = self._document.part
        known = next((rel for rel in part.rels.values() if rel.reltype == _EXTENDED), None)
        if known is None:
            root = etree.Element(f"{_W15}commentsEx", nsmap={"w15": _W15_SPACE})
            name = PackURI("/word/commentsExtended.xml")
        else:
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            root = etree.fromstring(known.target_part.blob, parser)
            name = known.target_part.partname
        for paragraph_id in self._resolved:
            etree.SubElement(root, f"{_W15}commentEx", {f"{_W15}paraId": paragraph_id, f"{_W15}done": "1"})
        content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        made = Part(name, _EXTENDED_TYPE, content, part.package)
        if known is None:
            part.relate_to(made, _EXTENDED)
        else:
            part.rels.add_relationship(_EXTENDED, made, known.rId)


def initials(name: str) -> str:
    """The first letters of a name: “AL”."""
    return "".join(word[0] for word in name.split())[:4].upper()


def anchor(first: Element, last: Element, comment: str) -> None:
    """Put the marks of a comment round elements of the text; without all three Word drops it."""
    first.addprevious(element("commentRangeStart", id=comment))
    reference = element(
        "r",
        element("rPr", element("rStyle", val="CommentReference")),
        element("commentReference", id=comment),
    )
    last.addnext(reference)
    last.addnext(element("commentRangeEnd", id=comment))
