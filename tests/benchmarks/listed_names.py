"""Places and organisations that the word lists know, wherever they stand, inside longer names as well."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from factcheck.split.lexicon import word_set
from factcheck.split.people.entities import EntityKind
from factcheck.split.people.name_lists import OFFICES, ORGANISATIONS, PEOPLES, PLACES
from factcheck.split.words.tokens import Tokens


class Listed(NamedTuple):
    """A stretch that a word list knows."""

    start: int
    end: int
    kind: EntityKind


_MORE_PLACES = word_set("West East South North Gulf Moon Atlantic Pacific Earth Bath Nice Reading Split")
_PARTIES_AS_BODIES = word_set(
    "Republicans Democrats Tories Conservatives Liberals Greens Libertarian Libertarians Labour"
)
_DOUBTFUL = frozenset(("west", "east", "south", "north", "gulf", "moon", "atlantic", "pacific", "north sea"))
"""Places only after “the” and before no other name."""


@cache
def _known() -> dict[str, list[tuple[str, EntityKind]]]:
    """First word → names that begin with it, longest first."""
    table: dict[str, list[tuple[str, EntityKind]]] = {}
    named = dict.fromkeys(PLACES | _MORE_PLACES, EntityKind.PLACE)
    named |= dict.fromkeys(ORGANISATIONS | _PARTIES_AS_BODIES, EntityKind.ORGANISATION)
    for name, kind in named.items():
        table.setdefault(re.split(r"[ .]", name)[0].lower(), []).append((name, kind))
    for names in table.values():
        names.sort(key=lambda one: -len(one[0]))
    return table


def listed(text: str, words: Tokens) -> Iterator[Listed]:
    """Every listed place and organisation in a sentence."""
    known = _known()
    reach = 0
    for index, tag in enumerate(words.tags):
        if tag != "N" or words.starts[index] < reach:
            continue
        start = words.starts[index]
        spoken = words.words[index]
        first = re.split(r"[-.]", spoken)[0] if "-" in spoken or "." in spoken else spoken
        for name, kind in known.get(first, ()):
            stop = start + len(name)
            if not text.startswith(name, start) or text[stop : stop + 1].isalnum():
                continue
            if name.lower() in _DOUBTFUL and not (
                index and words.words[index - 1] == "the" and words.tags[index + 1 : index + 2] != "N"
            ):
                continue
            yield Listed(start, stop, kind)
            reach = stop
            break


_PARTIES = word_set("republicans democrats jews tories libertarians conservatives socialists")


@cache
def _peoples() -> frozenset[str]:
    """Members of peoples and parties in the plural: “Americans”, “Democrats”."""
    return frozenset(people.lower() + "s" for people in PEOPLES) | _PARTIES


def roles(words: Tokens) -> bool:
    """Whether somebody is named by a capitalised office or people alone: “the President”, “Americans”."""
    for index, tag in enumerate(words.tags):
        if tag == "N":
            word = words.words[index]
            if word in _peoples() or (
                word.rstrip("s") in OFFICES and words.tags[index + 1 : index + 2] != "N"
            ):
                return True
    return False
