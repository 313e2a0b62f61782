"""Text in HTML → a tree, with the limits that hostile pages need, and a tree → its blocks."""

import re

from lxml import etree, html
from lxml.html import HtmlElement

from factcheck.errors import UnreadableDraft
from factcheck.read.web.html_blocks import Walked, walk

_MOST_TAGS = 300_000
"""A page of 20 MB that is nothing but tags would take gigabytes as a tree."""
_MOST_TAGS_IF_DEEP = 20_000
"""Where elements nest beyond 256; each step of a walk is long then."""
_MOST_ATTRIBUTES = 10_000
"""Of one tag, with the signs between them."""
_VALUE = re.compile(r"=\s*(?:\"[^\"]*\"|'[^']*')")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*>")


def tree_of(text: str, name: str) -> HtmlElement:
    """The tree of a page.

    Raises:
        UnreadableDraft: it holds no element at all, too many, or is nested too deep.
    """
    if text.count("<") > _MOST_TAGS:
        raise UnreadableDraft(
            f"{name} has more than {_MOST_TAGS:,} tags, too many for an article; save the article alone."
        )
    _refuse_attributes(text, name)
    root, too_deep = _parsed(text, name, deep=False)
    if too_deep and text.count("<") <= _MOST_TAGS_IF_DEEP:
        root, too_deep = _parsed(text, name, deep=True)
    if too_deep:
        raise UnreadableDraft(f"{name} is nested too deep to be an article; save the article alone.")
    return root


def _parsed(text: str, name: str, *, deep: bool) -> tuple[HtmlElement, bool]:
    """The tree, and whether the parser cut it for its depth: beyond 256 elements, or 2,048 where deep."""
    parser = html.HTMLParser(encoding="utf-8", remove_pis=True, no_network=True, huge_tree=deep)
    try:
        root = html.document_fromstring(_DECLARATION.sub("", text).encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        raise UnreadableDraft(f"{name} holds no page that can be read; save it again as HTML.") from None
    return root, any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)


def parsed(text: str, name: str) -> Walked:
    """The blocks of a piece of HTML in a file of another kind, pictures with their descriptions as captions.

    Raises:
        UnreadableDraft: as `tree_of`.
    """
    return walk(tree_of(f"<html><body><div>{text}</div></body></html>", name), alt_captions=True)


def _refuse_attributes(text: str, name: str) -> None:
    """Refuse a tag with attributes without end: the parser compares each with all others."""
    for piece in text.split("<"):
        tag = piece.partition(">")[0]
        if len(tag) > _MOST_ATTRIBUTES and _attributes(tag) > _MOST_ATTRIBUTES:
            raise UnreadableDraft(
                f"{name} has a tag with more than {_MOST_ATTRIBUTES:,} attributes, which no honest page has; "
                "save the article alone."
            )


def _attributes(tag: str) -> int:
    """About how many attributes a tag has, at most."""
    bare = _VALUE.sub("=", tag)
    return sum(bare.count(sign) for sign in " \t\n\r\f/=")
