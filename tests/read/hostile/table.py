"""What a hostile file is: a name, how it is made at a size, and the door that it comes in by."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

MEGA = 1_000_000


class Hostile(NamedTuple):
    """One file that is made to exhaust time or memory."""

    name: str
    suffix: str
    """Of its file name; it tells the door: a draft, a claim sheet in JSON, or a returned table."""
    make: Callable[[int], bytes]
    """Its bytes at a size, in whatever the maker counts."""
    full: int
    """The size at which it was written to hurt."""
    small: int
    """A size that takes a moment, for the suite; the same where the file is refused at sight."""

    @property
    def file_name(self) -> str:
        """The name of the file."""
        return f"{self.name.replace(' ', '-')}{self.suffix}"


def repeating(unit: str) -> Callable[[int], bytes]:
    """A maker of so many bytes of a unit."""
    encoded = unit.encode()
    return lambda size: (encoded * (size // len(encoded) + 1))[:size].decode("utf-8", "ignore").encode()


def between(head: str, unit: str, tail: str) -> Callable[[int], bytes]:
    """A maker of so many units between a head and a tail."""
    return lambda count: head.encode() + unit.encode() * count + tail.encode()


def counting(head: str, unit: str, tail: str) -> Callable[[int], bytes]:
    """As `between`, with `@` in the unit as the number of each."""
    return lambda count: (head + "".join(unit.replace("@", str(n)) for n in range(count)) + tail).encode()


def nested(head: str, opens: str, words: str, closes: str, tail: str = "") -> Callable[[int], bytes]:
    """A maker of words so many levels deep."""
    return lambda depth: (head + opens * depth + words + closes * depth + tail).encode()


def every() -> Iterator[Hostile]:
    """All of them."""
    from tests.read.hostile import documents, markdowns, pages, pdfs, rich, sheets, texts

    for room in (texts, markdowns, pages, documents, rich, pdfs, sheets):
        yield from room.FILES
