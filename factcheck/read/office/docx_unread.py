"""The words of a Word document that no walk comes by: none of them may be lost without a remark."""

from collections.abc import Iterator
from itertools import groupby

from lxml import etree

from factcheck.read.office.docx_formula import MATH
from factcheck.read.office.docx_styles import W
from factcheck.read.reading import has_words

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATIVES = f"{_COMPATIBILITY}AlternateContent"
"""Several renderings of the same content."""
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_ART = "{urn:schemas-microsoft-com:vml}textpath"
_WORDS = (f"{W}t", f"{_DRAWN}t", f"{MATH}t", _ART)
_PARAGRAPHS = frozenset({f"{W}p", f"{_DRAWN}p", f"{W}body"})
_NOT_OF_THE_DRAFT = frozenset({f"{W}del", f"{W}moveFrom", f"{_COMPATIBILITY}Fallback", f"{W}rt"})
"""Elements whose words are deleted, moved away, said elsewhere, or how to pronounce others."""


def chosen(alternatives: etree._Element) -> etree._Element:
    """The one of several renderings of the same content that is read: the first."""
    return next(iter(alternatives), alternatives)


def straightened(run: etree._Element) -> None:
    """Put what stands inside the `w:t` of a run beside it, where Word itself would have written it."""
    for leaf in [child for child in run if child.tag == f"{W}t" and len(child)]:
        last = leaf
        for inner in list(leaf):
            words, inner.tail = inner.tail, None
            last.addnext(inner)
            last = inner
            if words:
                rest = etree.Element(f"{W}t", leaf.attrib)
                rest.text = words
                last.addnext(rest)
                last = rest


def unread(body: etree._Element, seen: set[etree._Element]) -> Iterator[str]:
    """The words of each paragraph that were not looked at, deleted ones apart."""
    leaves = (leaf for leaf in body.iter(*_WORDS) if leaf not in seen and has_words(_words(leaf)))
    for _, group in groupby(leaves, key=_paragraph_of):
        words = "".join(_words(leaf) for leaf in group if not _is_apart(leaf))
        if words:
            yield words


def _words(leaf: etree._Element) -> str:
    return leaf.get("string", "") if leaf.tag == _ART else " ".join(leaf.itertext())


def _paragraph_of(leaf: etree._Element) -> etree._Element | None:
    return next((ancestor for ancestor in leaf.iterancestors() if ancestor.tag in _PARAGRAPHS), None)


def _is_apart(leaf: etree._Element) -> bool:
    return any(
        ancestor.tag in _NOT_OF_THE_DRAFT or ancestor.find(f"{W}trPr/{W}del") is not None
        for ancestor in leaf.iterancestors()
    )
