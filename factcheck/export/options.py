"""How a sheet is written, where a format leaves a choice."""

from dataclasses import dataclass
from enum import StrEnum


class Rows(StrEnum):
    """What a row of a table stands for."""

    CLAIMS = "claims"
    """One row a claim, its sources joined."""
    CITATIONS = "citations"
    """One row a citation; a claim that cites nothing has one row."""


@dataclass(frozen=True)
class Options:
    """The choices; every format takes what concerns it and leaves the rest."""

    rows: Rows = Rows.CLAIMS
    raw: bool = False
    """Table cells exactly as stored, also those that a spreadsheet would run as a formula."""


PLAIN = Options()
"""What a sheet is written with when nobody chose."""
