"""Words that people type into cells → words of the vocabulary, dates and sources."""

import re
from datetime import date
from enum import StrEnum
from typing import TypeVar

from db.vocabulary import FINDINGS, Finding
from factcheck.export.returned.planned import Planning
from factcheck.export.returned.reading import Cell
from factcheck.export.sheets.lines import plain
from factcheck.export.sheets.redact import NO_NAME, WITHHELD

Word = TypeVar("Word", bound=StrEnum)

_NUMBER = re.compile(r"[A-Za-z]?-?0*(\d{1,9})")


def number_of(text: str, letter: str) -> int | None:
    """The number of `C017`, `S3` or `Q2`, with or without its letter; None when it is none."""
    found = _NUMBER.fullmatch(text.strip())
    if found is None or (text.strip()[0].isalpha() and text.strip()[0].upper() != letter):
        return None
    return int(found.group(1))


def finding_named(said: str) -> Finding | None:
    """The finding of that word, label, digit or letter; None when there is none."""
    for finding, facts in FINDINGS.items():
        if said.upper() in {facts.key, facts.letter} or said.lower() in {facts.label, finding}:
            return finding
    return None


def finding_of(cell: Cell, planning: Planning) -> Finding | None:
    """The finding that a cell names by word, label, digit or letter; None and a problem for anything else."""
    return finding_named(cell.words) or word_of(cell, Finding, "finding", planning)


def word_of(cell: Cell, vocabulary: type[Word], name: str, planning: Planning) -> Word | None:
    """The word of a vocabulary that a cell names; None and a problem when there is none."""
    said = cell.words.lower().replace(" ", "_").replace("-", "_")
    try:
        return vocabulary(said)
    except ValueError:
        words = ", ".join(map(plain, vocabulary))
        planning.problems.append(f"{cell.name}: “{cell.words}” is no {name}; there are {words}")
        return None


def day_of(cell: Cell, planning: Planning) -> date | None:
    """The day in a cell; None when it is empty, and a problem when it is none."""
    if not cell.words:
        return None
    try:
        return date.fromisoformat(cell.words)
    except ValueError:
        planning.problems.append(f"{cell.name}: “{cell.words}” is no date like 2026-03-14")
        return None


def is_whole(cell: Cell, planning: Planning) -> bool:
    """Whether nothing was withheld in a cell: what is left of it must not replace what the desk holds."""
    if WITHHELD in cell.text or cell.words == NO_NAME:
        planning.problems.append(
            f"{cell.name}: the cell holds “{WITHHELD}”; export with --include-confidential to change it"
        )
        return False
    return True
