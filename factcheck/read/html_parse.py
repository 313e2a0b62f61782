"""Text in HTML → a tree, with the limits that hostile pages need, and a tree → its blocks."""

import re

from lxml import etree, html

from factcheck.errors import UnreadableDraft
from factcheck.read.html_blocks import Walked, walk

_MOST_TAGS = 500_000
"""A page of 20 MB that is nothing but tags would take gigabytes as a tree."""
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*>")


def tree_of(text: str, name: str) -> html.HtmlElement:
    """The tree of a page.

    Raises:
        UnreadableDraft: it holds no element at all, too many, or is nested too deep.
    """
    if text.count("<") > _MOST_TAGS:
        raise UnreadableDraft(
            f"{name} has more than {_MOST_TAGS:,} tags, too many for an article; save the article alone."
        )
    parser = html.HTMLParser(encoding="utf-8", remove_pis=True, no_network=True, huge_tree=True)
    try:
        root = html.document_fromstring(_DECLARATION.sub("", text).encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        raise UnreadableDraft(f"{name} holds no page that can be read; save it again as HTML.") from None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" or "depth" in entry.message for entry in parser.error_log):
        raise UnreadableDraft(f"{name} is nested too deep to be an article; save the article alone.")
    return root


def parsed(text: str, *, alt_captions: bool = False) -> Walked:
    """The blocks of a piece of HTML; none when there is nothing in it."""
    try:
        root = html.fragment_fromstring(text, create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError):
        return Walked((), (), ())
    return walk(root, alt_captions=alt_captions)
