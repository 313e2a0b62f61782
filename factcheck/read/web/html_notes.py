"""Which parts of an HTML tree are footnotes, their marks in the text, and comments beside it."""

import re
from typing import NamedTuple

from lxml.html import HtmlElement

_MARK = re.compile(r"[\[(]?\s*(?:\d{1,3}|[a-z]{1,2}|[*†‡§¶]{1,3})\s*[\])]?", re.IGNORECASE)
_ARROW = re.compile(r"[\s\ufe0e\ufe0f]*(?:[↩↑⤴^←]|back|return)[\s\ufe0e\ufe0f\w]*", re.IGNORECASE)
_COMMENT_TARGET = re.compile(r"#cmnt\d+")
_NOTE_HOLDERS = frozenset({"li", "p", "div", "aside", "dd", "tr", "section"})
_LONGEST_MARK = 8


class Notes(NamedTuple):
    """Footnotes and comments of one tree."""

    marks: frozenset[HtmlElement]
    """The marks in the text and the ways back from the notes: not words of the draft."""
    bodies: dict[HtmlElement, int]
    """The elements that hold a footnote, each with its place in the order of the marks."""
    comments: frozenset[HtmlElement]
    """The elements that hold a comment on the draft."""


def notes_in(root: HtmlElement) -> Notes:
    """Find the footnotes of Pandoc, Google Docs, Wikipedia and most else by their links to and fro."""
    marks: set[HtmlElement] = set()
    bodies: dict[HtmlElement, int] = {}
    comments: set[HtmlElement] = set()
    targets = {element.get("id") or element.get("name"): element for element in root.iter() if _name(element)}
    for link in root.iter("a"):
        href = link.get("href", "")
        if len(href) < 2 or not href.startswith("#") or link in marks:
            continue
        target = targets.get(href[1:])
        if target is None or not _is_mark(link):
            continue
        holder = _holder(target)
        if holder is None or _contains(holder, link):
            continue
        marks.add(_whole_mark(link))
        if _COMMENT_TARGET.fullmatch(href):
            comments.add(holder)
        else:
            bodies.setdefault(holder, len(bodies))
        marks.update(_ways_back(holder))
    return Notes(frozenset(marks), bodies, frozenset(comments))


def _name(element: HtmlElement) -> str:
    return (element.get("id") or element.get("name") or "") if isinstance(element.tag, str) else ""


def _is_mark(link: HtmlElement) -> bool:
    """Whether a link is a small sign that leads to a note: raised, in brackets, or marked as one."""
    words = "".join(link.itertext()).strip()
    if len(words) > _LONGEST_MARK or not _MARK.fullmatch(words):
        return False
    parent = link.getparent()
    return (
        link.get("role") == "doc-noteref"
        or "footnote" in link.get("class", "")
        or words[0] in "[("
        or (parent is not None and parent.tag == "sup")
        or any(child.tag == "sup" for child in link)
    )


def _whole_mark(link: HtmlElement) -> HtmlElement:
    """The mark with the raised element around it, brackets included."""
    parent = link.getparent()
    if (
        parent is not None
        and parent.tag == "sup"
        and len("".join(parent.itertext()).strip()) <= _LONGEST_MARK
    ):
        return parent
    return link


def _holder(target: HtmlElement) -> HtmlElement | None:
    """The element that holds the whole note that a mark leads to."""
    element: HtmlElement | None = target
    while element is not None and element.tag not in _NOTE_HOLDERS:
        element = element.getparent()
    if element is None or element.getparent() is None:
        return None
    return element


def _contains(holder: HtmlElement, link: HtmlElement) -> bool:
    return any(ancestor is holder for ancestor in link.iterancestors())


def _ways_back(holder: HtmlElement) -> list[HtmlElement]:
    """Links of a note to its mark, and its number before the words."""
    ways = []
    for link in holder.iter("a"):
        words = "".join(link.itertext()).strip()
        leads_back = link.get("href", "").startswith("#")
        if leads_back and (not words or _MARK.fullmatch(words) or _ARROW.fullmatch(words)):
            ways.append(_whole_mark(link))
    ways.extend(
        element for element in holder.iter("sup") if "footnote-definition-label" in element.get("class", "")
    )
    return ways
