"""What a Word file may not break to be opened: the rules of its package, read from the bytes alone."""

import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from posixpath import dirname, join, normpath

from lxml import etree

_RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_TYPES = "[Content_Types].xml"
_TRACKED = tuple(f"{_W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange"))
_SINGLE = frozenset(
    (
        *("officeDocument", "core-properties", "extended-properties", "custom-properties", "thumbnail"),
        *("styles", "settings", "webSettings", "numbering", "fontTable", "glossaryDocument"),
        *("comments", "commentsExtended", "commentsIds", "footnotes", "endnotes"),
    )
)
"""Kinds of relation of which a part has one at most."""
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"


def broken_rules(data: bytes) -> list[str]:
    """A sentence for each rule that a Word file breaks."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()
        parts = {name: package.read(name) for name in names}
    trees = {name: etree.fromstring(part) for name, part in parts.items() if name.endswith((".xml", ".rels"))}
    return [
        *_doubled("a part", (name.lower() for name in names)),
        *_types(trees[_TYPES], parts),
        *_relations(trees, parts),
        *_ids(trees),
    ]


def _doubled(what: str, names: Iterator[str] | list[str]) -> Iterator[str]:
    return (f"{what} stands twice: {name}" for name, count in Counter(names).items() if count > 1)


def _types(types: etree._Element, parts: dict[str, bytes]) -> Iterator[str]:
    """Every part has a content type, and every type a part."""
    exact = {one.get("PartName"): one.get("ContentType") for one in types if one.tag.endswith("}Override")}
    by_ending = {one.get("Extension").lower() for one in types if one.tag.endswith("}Default")}
    yield from _doubled("a content type", [one.get("PartName") or one.get("Extension") for one in types])
    for name in parts.keys() - {_TYPES}:
        if f"/{name}" not in exact and name.rpartition(".")[2].lower() not in by_ending:
            yield f"{name} has no content type"
    yield from (f"{name} has a content type and is missing" for name in exact if name[1:] not in parts)
    for kind in (_MAIN, _CORE):
        if list(exact.values()).count(kind) != 1:
            yield f"{list(exact.values()).count(kind)} parts are {kind}"


def _relations(trees: dict[str, etree._Element], parts: dict[str, bytes]) -> Iterator[str]:
    """Relations lead somewhere, one of a kind where the rules say one, and what refers to one finds it."""
    reached = {_TYPES}
    for name, tree in trees.items():
        if not name.endswith(".rels"):
            continue
        folder = dirname(dirname(name))
        source = join(folder, name.rpartition("/")[2].removesuffix(".rels"))
        ids = [one.get("Id") for one in tree]
        yield from _doubled(f"{name}: a relation", ids)
        kinds = [one.get("Type").rpartition("/")[2] for one in tree]
        yield from _doubled(f"{name}: a kind of relation", [kind for kind in kinds if kind in _SINGLE])
        inside = [one.get("Target") for one in tree if one.get("TargetMode") != "External"]
        targets = {normpath(join("/", folder, target))[1:] for target in inside}
        yield from (f"{name} leads to {target}, which is missing" for target in targets - parts.keys())
        reached |= {name, *targets}
        used = {
            value
            for element in (trees[source].iter(etree.Element) if source in trees else ())
            for attribute, value in element.attrib.items()
            if str(attribute).startswith(_RELATED)
        }
        yield from (f"{source} refers to {missing}, which is no relation" for missing in used - {*ids})
    yield from (f"nothing leads to {name}" for name in parts.keys() - reached)


def _ids(trees: dict[str, etree._Element]) -> Iterator[str]:
    """Whatever is referred to by an id has one of its own, and the references find it."""
    body = next(tree for tree in trees.values() if tree.tag == f"{_W}document")
    comments = [one for tree in trees.values() if tree.tag == f"{_W}comments" for one in tree]
    numbers = [one.get(f"{_W}id") for one in comments]
    yield from _doubled("a comment", numbers)
    for mark in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        marked = [one.get(f"{_W}id") for one in body.iter(f"{_W}{mark}")]
        yield from _doubled(f"a {mark}", marked)
        yield from (f"{mark} {number} has no comment" for number in {*marked} - {*numbers})
    yield from _doubled("a tracked change", [one.get(f"{_W}id") for one in body.iter(*_TRACKED)])
    yield from _doubled("a bookmark", [one.get(f"{_W}id") for one in body.iter(f"{_W}bookmarkStart")])
    paragraphs = [name for one in comments for p in one.iter(f"{_W}p") if (name := p.get(f"{_W14}paraId"))]
    yield from _doubled("a paragraph id", paragraphs)
    states = [one for tree in trees.values() if tree.tag == f"{_W15}commentsEx" for one in tree]
    resolved = [one.get(f"{_W15}paraId") for one in states]
    yield from _doubled("the state of a comment", resolved)
    yield from (f"there is no paragraph {name} to be done" for name in {*resolved} - {*paragraphs})
    styles = [tree for tree in trees.values() if tree.tag == f"{_W}styles"]
    for tree in styles:
        known = [one.get(f"{_W}styleId") for one in tree.iter(f"{_W}style")]
        yield from _doubled("a style", known)
