"""A document with the draft in it, and where in it each stretch of the draft stands."""

from collections.abc import Sequence
from typing import NamedTuple

from docx.document import Document

from factcheck.export.docx.elements import Element
from factcheck.export.sheets.marks import MarkedBlock, Stretch


class Laid(NamedTuple):
    """A stretch of the draft in the document."""

    stretch: Stretch
    elements: Sequence[Element]
    """The runs that hold its words, in order."""
    reference: Element | None = None
    """For words of a footnote: the run of its mark in the text, where comments are anchored."""


class Page(NamedTuple):
    """The document before anything is marked in it."""

    document: Document
    laid: tuple[Laid, ...]
    notes: tuple[Element, ...] = ()
    """Roots of the parts with footnotes and endnotes, to be written back."""


def spans_of(marked: MarkedBlock) -> list[tuple[int, int]]:
    """Where the stretches of a block stand in its text."""
    spans, at = [], 0
    for stretch in marked.stretches:
        spans.append((at, at + len(stretch.text)))
        at += len(stretch.text)
    return spans
