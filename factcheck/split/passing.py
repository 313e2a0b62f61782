"""Stretches in text order, asked for sentence by sentence without starting over."""

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar


class Stretch(Protocol):
    """Whatever begins and ends somewhere."""

    @property
    def start(self) -> int:
        """First code point."""
        ...

    @property
    def end(self) -> int:
        """One past the last code point."""
        ...


Kept = TypeVar("Kept", bound=Stretch)


class Passing(Generic[Kept]):
    """Stretches that pass by as the reading goes on; each is looked at once."""

    def __init__(self, ordered: Sequence[Kept]) -> None:
        self._ordered = ordered
        self._next = 0
        self._open: list[Kept] = []

    def touching(self, start: int, end: int) -> list[Kept]:
        """The stretches that share a place with `start`–`end`; starts never go back."""
        if self._open:
            self._open = [one for one in self._open if one.end > start]
        following, size = self._next, len(self._ordered)
        while following < size and (one := self._ordered[following]).start < end:
            if one.end > start:
                self._open.append(one)
            following += 1
        self._next = following
        return list(self._open)
