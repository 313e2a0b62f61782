"""What a copy of the writer's file must not carry out: secrets in its comments, deletions and properties."""

from collections.abc import Callable

from docx.document import Document
from docx.opc.part import Part, XmlPart
from docx.opc.rel import Relationships
from lxml import etree

from factcheck.export.docx.elements import Element
from factcheck.read.docx_styles import W

Cleaned = Callable[[str], str]

_TEXT = frozenset({f"{W}t", f"{W}delText"})
_OF_THE_DRAFT = ("/footnotes", "/endnotes")
"""Parts whose text is text of the draft, which is handed over as it stands."""

_SPEAKING = frozenset({"author", "initials", "descr", "title", "alt", "instr", "userId", "tooltip"})
"""Attributes that hold words of people."""

_NOWHERE = "about:blank"


def clean(document: Document, cleaned: Cleaned) -> None:
    """Take secrets out of everything in a document that is not the draft itself."""
    body = document.part
    _clean_draft(body.element, cleaned)
    put: dict[Part, Part] = {}
    parts = list(body.package.iter_parts())
    for part in parts:
        if part is body or str(part.partname).rpartition(".")[0].endswith(_OF_THE_DRAFT):
            continue
        if isinstance(part, XmlPart):
            _clean_tree(part.element, cleaned)
        elif str(part.partname).endswith(".xml") and (new := _cleaned_part(part, cleaned)) is not None:
            put[part] = new
    for source in (body.package, *parts, *put.values()):
        _clean_relations(source.rels, put, cleaned)


def _clean_draft(root: Element, cleaned: Cleaned) -> None:
    """In the text itself only what was struck out, what fields and links hold, and who changed it."""
    for deletion in root.iter(f"{W}del", f"{W}moveFrom"):
        _clean_texts([leaf for leaf in deletion.iter() if leaf.tag in _TEXT], cleaned)
    for field in root.iter(f"{W}instrText", f"{W}delInstrText"):
        field.text = cleaned(field.text or "")
    _clean_attributes(root, cleaned)


def _clean_tree(root: Element, cleaned: Cleaned) -> None:
    for paragraph in root.iter(f"{W}p"):
        _clean_texts([leaf for leaf in paragraph.iter() if leaf.tag in _TEXT], cleaned)
    for leaf in root.iter(etree.Element):
        if leaf.text and leaf.tag not in _TEXT and (text := cleaned(leaf.text)) != leaf.text:
            leaf.text = text
    _clean_attributes(root, cleaned)


def _clean_attributes(root: Element, cleaned: Cleaned) -> None:
    known: dict[str, str] = {}
    for found in root.iter(etree.Element):
        for name, value in found.attrib.items():
            if str(name).rpartition("}")[2] in _SPEAKING:
                if value not in known:
                    known[value] = cleaned(value)
                if known[value] != value:
                    found.set(name, known[value])


def _clean_texts(leaves: list[Element], cleaned: Cleaned) -> None:
    """Clean text that goes on through several leaves; where it changes, the first one takes all of it."""
    before = "".join(leaf.text or "" for leaf in leaves)
    after = cleaned(before)
    if after != before:
        leaves[0].text = after
        for leaf in leaves[1:]:
            leaf.text = ""


def _cleaned_part(part: Part, cleaned: Cleaned) -> Part | None:
    """A part in place of one that is kept as bytes; None where nothing of it has to go."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(part.blob, parser)
    except etree.XMLSyntaxError:
        return None
    before = etree.tostring(root)
    _clean_tree(root, cleaned)
    if etree.tostring(root) == before:
        return None
    content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    new = Part(part.partname, part.content_type, content, part.package)
    new.rels.update(part.rels)
    return new


def _clean_relations(relations: Relationships, put: dict[Part, Part], cleaned: Cleaned) -> None:
    """Lead relations to the parts that took the place of others, and links with secrets nowhere."""
    for relation in list(relations.values()):
        if relation.is_external:
            if cleaned(relation.target_ref) != relation.target_ref:
                relations.add_relationship(relation.reltype, _NOWHERE, relation.rId, is_external=True)
        elif relation.target_part in put:
            relations.add_relationship(relation.reltype, put[relation.target_part], relation.rId)
