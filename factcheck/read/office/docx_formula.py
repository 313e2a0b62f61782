"""Formulas of a Word document on one line: exponents raised, indexes lowered, fractions with a stroke."""

import re
from collections.abc import Iterator

from lxml import etree

from factcheck.read.raised import LOWERED, RAISED

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
"""The namespace of formulas."""
_TEXT = f"{MATH}t"
_LEVELS = {f"{MATH}sup": RAISED, f"{MATH}sub": LOWERED}
_LONG = re.compile(r"[^\w.,]")
"""In a part of a fraction: it needs brackets on one line."""

Sign = tuple["etree._Element | None", str, int]  # noqa: SLF001 - lxml has no other name for an element
"""The element that holds characters, the characters, their level; no element for signs between them."""


def formula(element: etree._Element, level: int = 0) -> Iterator[Sign]:
    """The characters of a formula in reading order."""
    tag = element.tag
    if tag == _TEXT:
        yield element, element.text or "", level
    elif tag == f"{MATH}f":
        top, bottom = element.find(f"{MATH}num"), element.find(f"{MATH}den")
        yield from _bracketed(top, level)
        yield None, "/", level
        yield from _bracketed(bottom, level)
    else:
        before, behind = _signs(element)
        if before:
            yield None, before, level
        for child in element:
            yield from formula(child, _LEVELS.get(str(child.tag), level))
        if behind:
            yield None, behind, level


def _signs(element: etree._Element) -> tuple[str, str]:
    """The signs that are drawn around an element and stand nowhere as text."""
    if element.tag == f"{MATH}rad":
        return "√", ""
    if element.tag == f"{MATH}d":
        properties = element.find(f"{MATH}dPr")
        return _sign(properties, "begChr", "("), _sign(properties, "endChr", ")")
    if element.tag == f"{MATH}nary":
        return _sign(element.find(f"{MATH}naryPr"), "chr", "∫"), ""
    return "", " " if element.tag in (f"{MATH}mr", f"{MATH}fName") else ""


def _sign(properties: etree._Element | None, name: str, otherwise: str) -> str:
    stated = properties.find(f"{MATH}{name}") if properties is not None else None
    return otherwise if stated is None else stated.get(f"{MATH}val", "")


def _bracketed(part: etree._Element | None, level: int) -> Iterator[Sign]:
    if part is None:
        return
    long = _LONG.search("".join(part.itertext(_TEXT)).strip()) is not None
    if long:
        yield None, "(", level
    yield from formula(part, level)
    if long:
        yield None, ")", level
