"""A sentence's grammar as a parser gives it: every word with its head and its relation to that head.

Tags are those of the Penn Treebank, relations those of spaCy's English models. Nothing here knows the parser:
a tree can be written by hand.
"""

from typing import NamedTuple

NAMES = frozenset(("NNP", "NNPS"))
_MARKS = frozenset((",", ":", ";", "-", "–", "—"))


class Node(NamedTuple):
    """One word of a sentence and what it hangs on."""

    text: str
    tag: str
    relation: str
    head: int
    """Place of its head among the nodes; its own place where it is the root."""
    start: int
    end: int
    """Code points into the sentence."""


class Grammar:
    """The words of a sentence as a tree."""

    def __init__(self, nodes: list[Node]) -> None:
        self.nodes = nodes
        self.below: list[list[int]] = [[] for _ in nodes]
        for at, node in enumerate(nodes):
            if node.head != at:
                self.below[node.head].append(at)
        self._level()

    def kids(self, at: int, *relations: str) -> list[int]:
        """The words that hang on the word at `at` in one of these relations."""
        return [kid for kid in self.below[at] if self.nodes[kid].relation in relations]

    def word(self, at: int) -> str:
        """The word in lower case."""
        return self.nodes[at].text.lower()

    def tag(self, at: int) -> str:
        """The word's tag."""
        return self.nodes[at].tag

    def relation(self, at: int) -> str:
        """What the word is to its head."""
        return self.nodes[at].relation

    def head(self, at: int) -> int:
        """Place of the word's head."""
        return self.nodes[at].head

    def verb(self, at: int) -> bool:
        """Whether the word is a verb."""
        return self.tag(at).startswith(("VB", "MD"))

    def noun(self, at: int) -> bool:
        """Whether the word is a noun, a name or a figure."""
        return self.tag(at).startswith(("NN", "CD"))

    def name(self, at: int) -> bool:
        """Whether the word is part of a name."""
        return self.tag(at) in NAMES

    def whole(self, at: int) -> tuple[int, ...]:
        """The word and everything below it, in the order of the sentence."""
        found = [at]
        for one in found:
            found += self.below[one]
        return tuple(sorted(found))

    def parted(self, at: int) -> bool:
        """Whether a comma, a colon or a dash stands before the phrase of the word."""
        first = self.whole(at)[0]
        return first > 0 and self.word(first - 1) in _MARKS

    def filled(self, words: tuple[int, ...]) -> tuple[int, ...]:
        """The words with every mark that has none but them on both sides: “May 4, 2024” keeps its comma."""
        out: list[int] = []
        for word in sorted(set(words)):
            between = range(out[-1] + 1, word) if out else range(0)
            if all(self.relation(one) in ("punct", "") for one in between):
                out += between
            out.append(word)
        return tuple(out)

    def _level(self) -> None:
        """An apposition that goes on with “and” is what a parser makes of a list's second item."""
        for at, node in enumerate(self.nodes):
            if node.relation == "appos" and self.noun(at) and self.parted(at) and self.kids(at, "conj"):
                joints = (one for one in self.whole(at) if self.relation(one) == "cc")
                if next(joints, None) is not None:
                    self.nodes[at] = node._replace(relation="conj")
