"""What a copy of the writer's file must not carry out: secrets in its comments, deletions and properties."""

from collections.abc import Callable, Collection

from docx.document import Document
from docx.opc.part import Part, XmlPart
from docx.opc.rel import Relationships
from lxml import etree

from factcheck.export.docx.elements import Element
from factcheck.export.options import Original
from factcheck.export.sheets.redact import WITHHELD
from factcheck.read.office.docx_styles import W

Cleaned = Callable[[str], str]

_TEXT = frozenset({f"{W}t", f"{W}delText"})
_CODES = frozenset({f"{W}instrText", f"{W}delInstrText"})
_NOTES = ("footnotes", "endnotes")
"""Parts whose text is text of the draft."""

_SPEAKING = frozenset(
    {
        "author", "initials", "descr", "title", "alt", "instr", "userId", "tooltip", "displayText", "value",
        "name", "anchor",
    }
)  # fmt: skip
"""Attributes that hold words of people."""
_NAMING = frozenset({"name", "anchor"})
"""Those of them by which one place finds another: there nothing but letters may stand."""
_SPEAKING_ELEMENTS = frozenset({f"{W}{name}" for name in ("docVar", "alias", "tag")})
"""Elements whose value holds words of people."""

_NOWHERE = "about:blank"


def clean(
    document: Document, original: Original, kept: Collection[Element], notes: Collection[Element]
) -> None:
    """Take secrets out of everything in a document that is not the draft itself.

    Args:
        document: the writer's file.
        original: knows what is secret.
        kept: the elements that hold the text of the draft.
        notes: roots of the footnotes and endnotes that have text of the draft.
    """
    body, cleaned = document.part, original.cleaned
    for root in (body.element, *notes):
        _clean_draft(root, original, kept)
    put: dict[Part, Part] = {}
    parts = list(body.package.iter_parts())
    held = {str(root.tag).rpartition("}")[2] for root in notes}
    for part in parts:
        name = str(part.partname)
        if part is body or any(name.endswith(f"/{kind}.xml") for kind in held.intersection(_NOTES)):
            continue
        if isinstance(part, XmlPart):
            _clean_tree(part.element, cleaned)
        elif name.endswith((".xml", ".vml")) and (new := _cleaned_part(part, cleaned)) is not None:
            put[part] = new
    for source in (body.package, *parts, *put.values()):
        _clean_relations(source.rels, put, cleaned)


def embedded(document: Document) -> int:
    """How many files of other programs a document carries, which are copied as they are."""
    names = (str(part.partname) for part in document.part.package.iter_parts())
    return sum("/embeddings/" in name or "/afchunk" in name for name in names)


def _clean_draft(root: Element, original: Original, kept: Collection[Element]) -> None:
    """In the text itself what was struck out or hidden, what fields and links hold, and who changed it."""
    for paragraph in root.iter(f"{W}p"):
        leaves = list(paragraph.iter(*_TEXT, *_CODES))
        deleted = [leaf for leaf in leaves if leaf.tag == f"{W}delText"]
        _clean_texts(deleted, original.cleaned)
        _clean_texts([leaf for leaf in leaves if leaf.tag in _CODES], original.cleaned)
        hidden = [leaf for leaf in leaves if leaf.tag == f"{W}t" and leaf not in kept]
        _clean_texts(hidden, original.worded)
    _clean_attributes(root, original.cleaned)


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
            plain = str(name).rpartition("}")[2]
            if plain not in _SPEAKING and not (plain == "val" and found.tag in _SPEAKING_ELEMENTS):
                continue
            if value not in known:
                known[value] = cleaned(value)
            if known[value] != value:
                found.set(name, known[value].replace(WITHHELD, "withheld" if plain in _NAMING else WITHHELD))


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
