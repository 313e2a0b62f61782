"""Remarks that readers of several formats make: which words were not taken, each passage by its beginning."""

from collections.abc import Iterable

from factcheck.read.tidy import tidy

_LONGEST = 60
_MOST = 2_000
"""Passages named in one remark; a draft that leaves out more is no draft."""


class Passages:
    """Words that are not taken, passage by passage."""

    def __init__(self) -> None:
        self._found: list[list[str]] = []
        self._open = False

    def add(self, text: str) -> None:
        """Add words; they go on with the passage before them where nothing was taken in between."""
        if not self._open:
            self._found.append([])
            self._open = True
        self._found[-1].append(text)

    def end(self) -> None:
        """End the passage: what comes next is another one."""
        self._open = False

    def all(self) -> list[str]:
        """The passages, each on one line."""
        return [words for parts in self._found if (words := tidy("".join(parts)))]


def left_out(what: str, passages: Iterable[str], longest: int = _LONGEST) -> tuple[str, ...]:
    """One remark that names passages by their first words; none when there are none.

    Args:
        what: what they are, with its verb: “Hidden text was left out”.
        passages: their words.
        longest: characters that are shown of each.
    """
    found = list(dict.fromkeys(words for passage in passages if (words := tidy(passage))))
    return (f"{what}: {_listed(found, longest)}.",) if found else ()


def about_struck(struck: Iterable[str]) -> tuple[str, ...]:
    """One remark that words struck through in the draft were left out; none when there are none."""
    return left_out("Struck-through words were left out", struck)


def about_hidden(hidden: Iterable[str]) -> tuple[str, ...]:
    """One remark that hidden words were left out; none when there are none."""
    return left_out("Hidden text was left out", hidden)


def about_contents(contents: Iterable[str]) -> tuple[str, ...]:
    """One remark that tables of contents and the like were left out; none when there are none."""
    return left_out("Tables of contents and indexes were left out", contents)


def about_unread(unread: Iterable[str]) -> tuple[str, ...]:
    """One remark that words stand where nothing is read; none when there are none."""
    return left_out("These words stand where they cannot be read; compare with the file", unread)


def _listed(passages: list[str], longest: int) -> str:
    """The passages in quotation marks, each by its first words."""
    shown = ", ".join(f"“{shortened(passage, longest)}”" for passage in passages[:_MOST])
    more = len(passages) - _MOST
    return f"{shown} and {more:,} more" if more > 0 else shown


def shortened(passage: str, longest: int = _LONGEST) -> str:
    """A passage cut to a length that a line can hold."""
    return passage if len(passage) <= longest else f"{passage[: longest - 1].rstrip()}…"
