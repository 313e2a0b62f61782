"""What a web page states about itself: JSON-LD first, then meta tags, then the marks of author and date."""

import html
import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from lxml.html import HtmlElement

from factcheck.read.dates import stated_date
from factcheck.read.text.frontmatter import joined_names
from factcheck.read.tidy import tidy

_ARTICLE_TYPE = re.compile(r"(?:\w*Article|BlogPosting|Report|Review|SocialMediaPosting|LiveBlogPosting)")
_DEEPEST = 12
"""JSON-LD nests no deeper in honest pages."""
_TITLES = (
    "og:title",
    "twitter:title",
    "dc.title",
    "dcterms.title",
    "parsely-title",
    "sailthru.title",
    "headline",
)
_AUTHORS = (
    "author", "article:author", "byl", "byline", "dc.creator", "dcterms.creator", "parsely-author",
    "sailthru.author", "citation_author",
)  # fmt: skip
_DATES = (
    "article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
    "dcterms.date", "dcterms.issued", "dcterms.created", "parsely-pub-date", "sailthru.date", "pubdate",
    "publishdate", "publish-date", "publish_date", "published", "article.published", "published_time",
    "citation_publication_date", "citation_date",
)  # fmt: skip
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "citation_journal_title")
_BYLINE_PLACES = (
    ".//*[@rel='author']",
    ".//*[@itemprop='author']//*[@itemprop='name']",
    ".//*[@itemprop='author']",
    ".//*[contains(concat(' ', normalize-space(@class), ' '), ' byline ')]",
    ".//*[contains(concat(' ', normalize-space(@class), ' '), ' p-author ')]",
    ".//*[contains(concat(' ', normalize-space(@class), ' '), ' author ')]",
)
_LONGEST_BYLINE = 120
_BY = re.compile(r"^\s*(?:by|von|par|por)\b\s*:?\s*", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://|www\.|@\w+\.\w")
_OTHER_TIME = re.compile(r"updat|modif|edit", re.IGNORECASE)


class PageFacts(NamedTuple):
    """What a page states; empty where it states nothing."""

    title: str = ""
    byline: str = ""
    published: date | None = None
    outlet: str = ""
    language: str = ""


def facts_in(root: HtmlElement) -> PageFacts:
    """The facts that the page states, each from its most trusted place."""
    linked = _linked_data(root)
    meta = _meta(root)
    return PageFacts(
        title=linked.title or _first(meta, _TITLES) or _text(root.find(".//title")),
        byline=linked.byline or _byline_in_meta(meta) or _byline_on_page(root),
        published=linked.published or _date_in_meta(meta) or _date_on_page(root),
        outlet=linked.outlet or _first(meta, _OUTLETS),
        language=_language(root, linked, meta),
    )


def _linked_data(root: HtmlElement) -> PageFacts:
    for script in root.iter("script"):
        if "ld+json" not in script.get("type", "").lower():
            continue
        try:
            data = json.loads(
                re.sub(r"^\s*(?:<!\[CDATA\[|//.*\n)|\]\]>\s*$", "", script.text or ""), strict=False
            )
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data):
            kinds = node.get("@type")
            if any(
                _ARTICLE_TYPE.fullmatch(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])
            ):
                return _facts_of_node(node)
    return PageFacts()


def _nodes(data: Any, depth: int = 0) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - JSON is of any shape
    if depth > _DEEPEST:
        return
    if isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement"):
            yield from _nodes(data.get(key), depth + 1)
    elif isinstance(data, list):
        for part in data:
            yield from _nodes(part, depth + 1)


def _facts_of_node(node: dict[str, Any]) -> PageFacts:
    names = _names(node.get("author") or node.get("creator"))
    return PageFacts(
        title=_clean(_string(node.get("headline") or node.get("name"))),
        byline=joined_names(list(dict.fromkeys(names))),
        published=stated_date(_string(node.get("datePublished"))),
        outlet="".join(_names(node.get("publisher"))[:1]),
        language=_string(node.get("inLanguage")),
    )


def _names(value: Any) -> list[str]:  # noqa: ANN401 - JSON is of any shape
    """Names of a person, an organisation, or a list of them."""
    if isinstance(value, list):
        return [name for part in value if not isinstance(part, list) for name in _names(part)]
    if isinstance(value, dict):
        value = value.get("name")
        value = value[0] if isinstance(value, list) and value else value
    name = _BY.sub("", _clean(_string(value)))
    return [name] if name and not _ADDRESS.search(name) and len(name) <= _LONGEST_BYLINE else []


def _string(value: Any) -> str:  # noqa: ANN401 - JSON is of any shape
    return value if isinstance(value, str) else ""


def _clean(text: str) -> str:
    """Text of an attribute or of JSON, where some pages leave entities and tags in."""
    return tidy(re.sub(r"</?[a-z][^>]{0,80}>", "", html.unescape(text)))


def _meta(root: HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        content = _clean(element.get("content") or "")
        for attribute in ("property", "name", "itemprop"):
            for key in element.get(attribute, "").lower().split():
                if content:
                    found.setdefault(key, []).append(content)
    return found


def _first(meta: dict[str, list[str]], keys: Iterable[str]) -> str:
    return next((meta[key][0] for key in keys if key in meta), "")


def _byline_in_meta(meta: dict[str, list[str]]) -> str:
    for key in _AUTHORS:
        names = [name for value in dict.fromkeys(meta.get(key, ())) for name in _names(value)]
        if names:
            return joined_names(names)
    return ""


def _byline_on_page(root: HtmlElement) -> str:
    for place in _BYLINE_PLACES:
        names = (
            dict.fromkeys(name for element in root.iterfind(place) for name in _names(_text(element)))
            if "contains" not in place
            else dict.fromkeys(name for element in root.xpath(place) for name in _names(_text(element)))
        )
        if names:
            return joined_names(list(names)[:4])
    return ""


def _date_in_meta(meta: dict[str, list[str]]) -> date | None:
    days = (stated_date(value) for key in _DATES for value in meta.get(key, ()))
    return next((day for day in days if day), None)


def _date_on_page(root: HtmlElement) -> date | None:
    """The date of a time element that is marked as the publication, or of the only one on the page."""
    others: set[date] = set()
    for element in root.iter("time"):
        day = stated_date(element.get("datetime", "")) or stated_date(_text(element))
        marks = f"{element.get('class', '')} {element.get('itemprop', '')}"
        if day is None or _OTHER_TIME.search(marks):
            continue
        if element.get("pubdate") is not None or "publish" in marks.lower():
            return day
        others.add(day)
    return others.pop() if len(others) == 1 else None


def _language(root: HtmlElement, linked: PageFacts, meta: dict[str, list[str]]) -> str:
    stated = root.get("lang") or root.get("xml:lang") or linked.language
    stated = stated or _first(meta, ("content-language", "language", "og:locale"))
    return stated.strip().replace("_", "-")


def _text(element: HtmlElement | None) -> str:
    return tidy("".join(element.itertext())) if element is not None else ""
