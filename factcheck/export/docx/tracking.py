"""Tracked changes: words struck out and words put in, by somebody, in a Word document."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from datetime import datetime
from typing import NamedTuple

from docx.document import Document

from factcheck.export.docx.elements import Element, element, set_on_line, typed
from factcheck.export.safe import markup_text
from factcheck.read.office.docx_styles import W
from factcheck.read.raised import is_placed

_INSERTIONS = frozenset({f"{W}ins", f"{W}moveTo"})
_CUTTABLE = _INSERTIONS | {f"{W}hyperlink", f"{W}smartTag"}
"""Elements that may stand twice, one behind the other, in place of one."""
_TRACKED = tuple(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange"))
_STRUCK = {f"{W}t": f"{W}delText", f"{W}instrText": f"{W}delInstrText"}


class Author(NamedTuple):
    """Whose change it is."""

    name: str
    at: datetime


class Tracking:
    """Makes tracked changes in one document."""

    def __init__(self, document: Document) -> None:
        ids = (found.get(f"{W}id", "") for found in document.element.body.iter(*_TRACKED))
        self._next = max((int(name) for name in ids if name.isdecimal()), default=0) + 1

    def change(self, runs: Sequence[Element], words: str, author: Author) -> bool:
        """Strike out runs and put words in behind them; false, and nothing done, where Word could not.

        Args:
            runs: what goes, in order.
            words: what comes.
            author: by whom and when.
        """
        paragraphs = {_paragraph_of(run) for run in runs}
        if len(paragraphs) != 1 or any(run.tag != f"{W}r" for run in runs) or not _can_be_cut(runs[-1]):
            return False
        properties = runs[0].find(f"{W}rPr")
        new = element("r")
        if properties is not None:
            new.append(deepcopy(properties))
        if is_placed(words):
            # Signs that are raised by themselves must not be raised once more by what was there before.
            set_on_line(new)
        new.extend(typed(words))
        last = None
        for group in _neighbours(runs):
            last = self._strike(group, author)
        if last is not None:
            insertion = self._mark("ins", author)
            insertion.append(new)
            self._outside_insertions(last).addnext(insertion)
        return True

    def _strike(self, runs: Sequence[Element], author: Author) -> Element:
        deletion = self._mark("del", author)
        runs[0].addprevious(deletion)
        for run in runs:
            deletion.append(run)
            for leaf in list(run.iter(*_STRUCK)):
                leaf.tag = _STRUCK[str(leaf.tag)]
        return deletion

    def _mark(self, tag: str, author: Author) -> Element:
        made = element(tag, id=self._new_id(), author=markup_text(" ".join(author.name.split())))
        # As with comments, Word shows this as local time whatever zone is written.
        made.set(f"{W}date", f"{author.at.astimezone():%Y-%m-%dT%H:%M:%SZ}")
        return made

    def _new_id(self) -> str:
        self._next += 1
        return str(self._next - 1)

    def _outside_insertions(self, node: Element) -> Element:
        """The place after a node, outside of what somebody else put in: all round it is cut in two there."""
        outermost = _insertion_round(node)
        while outermost is not None:
            parent = node.getparent()
            if parent is None:
                break
            rest = list(node.itersiblings())
            if rest:
                second = element("ins")
                second.tag = parent.tag
                second.attrib.update(parent.attrib)
                if f"{W}id" in second.attrib:  # a link between insertions has none
                    second.set(f"{W}id", self._new_id())
                second.extend(rest)
                parent.addnext(second)
            node = parent
            if parent is outermost:
                break
        return node


def _paragraph_of(run: Element) -> Element | None:
    return next(run.iterancestors(f"{W}p"), None)


def _neighbours(runs: Sequence[Element]) -> Iterator[list[Element]]:
    """Runs that stand directly beside each other, together."""
    group: list[Element] = []
    for run in runs:
        if group and group[-1].getnext() is not run:
            yield group
            group = []
        group.append(run)
    if group:
        yield group


def _insertion_round(node: Element) -> Element | None:
    """The outermost insertion that a node stands in; Word takes none inside another one."""
    found = None
    for ancestor in node.iterancestors():
        if ancestor.tag == f"{W}p":
            break
        if ancestor.tag in _INSERTIONS:
            found = ancestor
    return found


def _can_be_cut(run: Element) -> bool:
    """Whether all that stands between a run and the insertion round it may be cut in two."""
    outermost = _insertion_round(run)
    if outermost is None:
        return True
    inside = [ancestor for ancestor in run.iterancestors() if outermost in ancestor.iterancestors()]
    return all(ancestor.tag in _CUTTABLE for ancestor in inside)
