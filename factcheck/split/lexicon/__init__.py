"""Word lists kept as data: one entry a line, sorted, with a head that says where they come from and what for.

A line is an entry, or an entry, a tab and the marks that its head explains. Lines of the head begin with “#”.
"""

from pathlib import Path

_FOLDER = Path(__file__).parent


def word_set(words: str) -> frozenset[str]:
    """Return the words of a short list that stands beside its rule, parted by white space."""
    return frozenset(words.split())


def listed(name: str) -> frozenset[str]:
    """Return the entries of a list, marks left out; `name` is its path below this folder, without “.txt”."""
    return frozenset(line.partition("\t")[0] for line in _lines(name))


def marked(name: str) -> dict[str, str]:
    """Return the entries of a list with their marks, empty where an entry has none."""
    return {entry: marks for entry, _, marks in (line.partition("\t") for line in _lines(name))}


def _lines(name: str) -> list[str]:
    text = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and line[0] != "#"]
