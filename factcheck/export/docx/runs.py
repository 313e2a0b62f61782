"""Runs of a document cut so that each stretch of a paragraph's text stands in runs of its own."""

from collections.abc import Sequence
from copy import deepcopy
from typing import NamedTuple

from factcheck.export.docx.elements import Element, element, typed
from factcheck.model import Span
from factcheck.read.office.docx_paragraph import Piece, WalkedParagraph
from factcheck.read.office.docx_styles import W

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"


class _Cut(NamedTuple):
    """A stretch of one leaf."""

    start: int
    end: int
    owner: int
    """Index of the span that it belongs to."""


def cut_runs(paragraph: WalkedParagraph, spans: Sequence[Span]) -> list[list[Element]]:
    """Cut the runs of a paragraph at the edges of spans; for each span the elements that hold its words.

    Args:
        paragraph: as walked; its pieces do not stand any more when this is done.
        spans: stretches of its tidy text, in order, none reaching into another.
    """
    found: list[list[Element]] = [[] for _ in spans]
    cuts: dict[Element, list[_Cut]] = {}
    runs: dict[Element, None] = {}
    for owner, (start, end) in enumerate(spans):
        for piece, first, last in paragraph.pieces_in(start, end):
            if piece.run is None:
                _take_once(found[owner], _formula(piece))
                continue
            runs[piece.run] = None
            cuts.setdefault(piece.leaf, []).append(_Cut(first, last, owner))
    for run in runs:
        for whose, part in _parts(run, cuts):
            if whose is not None:
                found[whose].append(part)
    return found


def _take_once(found: list[Element], formula: Element) -> None:
    if formula not in found:
        found.append(formula)


def _formula(piece: Piece) -> Element:
    """The whole formula that a piece stands in."""
    outermost = piece.leaf
    for ancestor in piece.leaf.iterancestors():
        if not str(ancestor.tag).startswith(_MATH):
            break
        outermost = ancestor
    return outermost


def _parts(run: Element, cuts: dict[Element, list[_Cut]]) -> list[tuple[int | None, Element]]:
    """The runs that take a run's place, each with the span that it belongs to; none for other content."""
    properties = run.find(f"{W}rPr")
    pieces: list[tuple[int | None, Element]] = []
    for child in run:
        if child is not properties:
            pieces.extend(_fragments(child, cuts))
    owners = {owner for owner, _ in pieces}
    if len(owners) <= 1:
        return [(owner, run) for owner in owners]
    parts: list[tuple[int | None, Element]] = []
    for owner, leaf in pieces:
        if not parts or parts[-1][0] != owner:
            parts.append((owner, _shell(run, properties)))
        parts[-1][1].append(leaf)
    for _, part in parts:
        run.addprevious(part)
    parent = run.getparent()
    if parent is not None:
        parent.remove(run)
    return parts


def _shell(run: Element, properties: Element | None) -> Element:
    shell = element("r")
    shell.attrib.update(run.attrib)
    if properties is not None:
        shell.append(deepcopy(properties))
    return shell


def _fragments(child: Element, cuts: dict[Element, list[_Cut]]) -> list[tuple[int | None, Element]]:
    """A child of a run, cut: text at its edges, anything else whole."""
    if child.tag != f"{W}t":
        inside = (cuts[leaf][0].owner for leaf in child.iter() if leaf in cuts)
        return [(next(inside, None), child)]
    own = cuts.get(child, [])
    text = child.text or ""
    if len(own) == 1 and own[0].start == 0 and own[0].end == len(text):
        return [(own[0].owner, child)]
    fragments: list[tuple[int | None, Element]] = []
    at = 0
    for start, end, owner in sorted(own):
        start = max(start, at)  # characters that stand for one sign together go to one span
        fragments += [(None, leaf) for leaf in typed(text[at:start])]
        fragments += [(owner, leaf) for leaf in typed(text[start:end])]
        at = max(at, end)
    fragments += [(None, leaf) for leaf in typed(text[at:])]
    return fragments
