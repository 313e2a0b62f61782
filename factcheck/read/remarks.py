"""Remarks of readers that more than one format makes."""

from collections.abc import Sequence

_SHOWN = 3
_LONGEST = 60


def about_struck(struck: Sequence[str]) -> tuple[str, ...]:
    """One remark that words struck through in the draft were left out; none when there are none."""
    words = [" ".join(part.split()) for part in struck]
    words = [part for part in words if part]
    return (f"Struck-through words were left out: {listed(words)}.",) if words else ()


def listed(passages: Sequence[str]) -> str:
    """The first passages in quotation marks, and how many more there are."""
    shown = ", ".join(f"“{shortened(passage)}”" for passage in passages[:_SHOWN])
    more = len(passages) - _SHOWN
    return f"{shown} and {more} more" if more > 0 else shown


def shortened(passage: str) -> str:
    """A passage cut to a length that a line can hold."""
    return passage if len(passage) <= _LONGEST else f"{passage[: _LONGEST - 1].rstrip()}…"
