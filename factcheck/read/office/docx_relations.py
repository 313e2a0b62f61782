"""Relations of a Word package that lead to parts which are not in it: such a file can still be read."""

import io
import posixpath
import zipfile

from lxml import etree

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_SUFFIX = ".rels"

Lost = dict[str, dict[str, str]]
"""By the part that holds the relations: for the id of each that leads nowhere, where it leads."""


def nowhere(package: zipfile.ZipFile) -> Lost:
    """The relations that lead to no part of the package."""
    names = set(package.namelist())
    there = {name.lower() for name in names}
    lost: Lost = {}
    for name in names:
        if not name.endswith(_SUFFIX):
            continue
        for relation in _relations(package, name):
            target = _target(name, relation.get("Target", ""))
            if relation.get("TargetMode") != "External" and target.lower() not in there:
                lost.setdefault(name, {})[relation.get("Id", "")] = target
    return lost


def without(package: zipfile.ZipFile, lost: Lost) -> bytes:
    """The package without those relations."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as mended:
        for part in package.infolist():
            content = package.read(part)
            if part.filename in lost:
                root = etree.fromstring(content, _parser())
                for relation in root.findall(_RELATION):
                    if relation.get("Id", "") in lost[part.filename]:
                        root.remove(relation)
                content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            mended.writestr(part.filename, content)
    return out.getvalue()


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True)


def _relations(package: zipfile.ZipFile, name: str) -> list[etree._Element]:
    try:
        return etree.fromstring(package.read(name), _parser()).findall(_RELATION)
    except etree.XMLSyntaxError:
        return []  # what opens the package will say so


def _target(relations: str, target: str) -> str:
    """The name of the part that a relation leads to: relative to the folder above that of the relations."""
    home = posixpath.dirname(posixpath.dirname(relations))
    return posixpath.normpath(posixpath.join("/", home, target)).lstrip("/")
