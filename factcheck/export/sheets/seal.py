"""Cells that come back: the form in which they are compared, and the seal that tells a touched row."""

import re
from collections.abc import Iterable

from factcheck.export.safe import markup_text
from factcheck.text import digest, safe

LONGEST_CELL = 32_767
"""Characters that a cell of a workbook holds."""

_CUT = " … [cut here; the desk has the rest]"
_LINE_END = re.compile("[\r\u240d]\n?")
"""A line end with a carriage return, raw or as it is shown in a cell."""
_SEAL = 16


def fitted(text: str) -> str:
    """Text that a cell of a workbook holds, with a visible mark where it had to be cut."""
    # The limit counts UTF-16 units, of which characters beyond the first plane take two.
    if len(text) <= LONGEST_CELL // 2:
        return text
    room = LONGEST_CELL - len(_CUT)
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) <= 2 * LONGEST_CELL:
        return text
    return units[: 2 * room].decode("utf-16-le", "ignore") + _CUT


def plain_lines(text: str) -> str:
    """Text with each of its line ends as one character, however it went out and in."""
    return _LINE_END.sub("\n", text)


def canonical(text: str) -> str:
    """A cell as it is compared: whatever way it went out and in, the same words give the same text."""
    plain = plain_lines(safe(markup_text(text)))
    return "\n".join(line.rstrip() for line in fitted(plain).strip().split("\n"))


def seal(cells: Iterable[str]) -> str:
    """A short digest over the cells of a row that are read back, as they went out."""
    return digest("\x1f".join(map(canonical, cells)))[:_SEAL]
