"""What the edit classes of the revision benchmark work on, and the table that they enter themselves into."""

import random
import re
from collections.abc import Callable
from typing import NamedTuple

from db.vocabulary import BlockKind
from factcheck.model import Article, Split
from factcheck.split.sentences.sentences import sentences
from tests.support.revisions.doc import Doc


class Place(NamedTuple):
    """A sentence of an old draft."""

    start: int
    end: int
    block: int
    index: int
    """Among the sentences of the draft."""


class Material:
    """A draft with what edits need to know of it."""

    def __init__(self, article: Article, split: Split) -> None:
        self.article, self.split, self.text = article, split, article.text
        self.places = [
            Place(one.start, one.end, one.block, index)
            for index, one in enumerate(sentences(article.text, article.blocks))
        ]
        self.body = [
            place
            for place in self.places
            if article.blocks[place.block].kind is BlockKind.PARAGRAPH and place.end - place.start > 25
        ]

    def words(self, place: Place) -> str:
        """The sentence."""
        return self.text[place.start : place.end]

    def neighbour(self, place: Place) -> Place | None:
        """The next sentence of the same block."""
        after = self.places[place.index + 1 : place.index + 2]
        return after[0] if after and after[0].block == place.block else None

    def heading_of(self, block: int) -> int:
        """Index of the heading over a block; -1 before the first."""
        return max((i for i in range(block) if self.article.blocks[i].kind is BlockKind.HEADING), default=-1)


Act = Callable[[Material, Doc, Place, random.Random], bool]


class Edit(NamedTuple):
    """A class of edits."""

    name: str
    act: Act
    """Edits one sentence; False when it does not suit the edit."""
    harmless: bool = False
    """Whether every claim has to keep its mark."""
    whole: bool = False
    """Whether it edits the whole draft at once."""
    context: bool = False
    """Whether claims may have to be rechecked whose own words are the same."""
    finds: str = ""
    """The outcome that the claims edited should be given, where the class is about one."""
    free: bool = False
    """Whether claims whose words all went may be found in what replaced them."""


EDITS: list[Edit] = []


def edit(name: str, **facts: bool | str) -> Callable[[Act], Act]:
    """Enter a class of edits into the table."""

    def enter(act: Act) -> Act:
        EDITS.append(Edit(name, act, **facts))  # type: ignore[arg-type]
        return act

    return enter


def swap(
    name: str, pattern: str, words: str | Callable[[re.Match[str], random.Random], str], **facts: bool | str
) -> None:
    """Enter a class that replaces the first match of a pattern in a sentence."""

    def act(material: Material, doc: Doc, place: Place, rng: random.Random) -> bool:
        match = re.compile(pattern).search(material.text, place.start, place.end)
        if match is None:
            return False
        new = match.expand(words) if isinstance(words, str) else words(match, rng)
        if new == match[0]:
            return False
        doc.replace(match.start(), match.end(), new)
        return True

    EDITS.append(Edit(name, act, **facts))  # type: ignore[arg-type]
