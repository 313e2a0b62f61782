"""Brackets in a sentence: a parser reads better without them; what they hold is said of the words before."""

import re

from factcheck.split.parser.grammar import Node

_BRACKET = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\]")
_SAYS = re.compile(r"\w")
_PART = re.compile(r"[^;\s][^;]*")


def without_asides(sentence: str) -> tuple[str, list[int], list[tuple[int, int]]]:
    """The sentence without its brackets, the place of each letter kept, and the spans of what was left out.

    What a semicolon parts in a bracket is left out in parts. A sentence that is a bracket is left as it is.
    """
    kept: list[int] = []
    asides: list[tuple[int, int]] = []
    end = 0
    for match in _BRACKET.finditer(sentence):
        kept += range(end, end + len(sentence[end : match.start()].rstrip()))
        low, end = match.span()
        asides += [part.span() for part in _PART.finditer(sentence, low, end) if _SAYS.search(part[0])]
    kept += range(end, len(sentence))
    bare = "".join(sentence[place] for place in kept)
    if not any(letter.isalnum() for letter in bare):
        return sentence, list(range(len(sentence))), []
    return bare, kept, asides


def with_asides(nodes: list[Node], asides: list[tuple[int, int]]) -> list[Node]:
    """The nodes of a sentence with each of its brackets as one node more, hanging on the word before it.

    A bracket that no word stands before is left out.
    """
    asides = [aside for aside in asides if aside[0] > nodes[0].start]
    places: list[int] = []
    """Where each node comes to stand."""
    for at, node in enumerate(nodes):
        places.append(at + sum(start < node.start for start, _ in asides))
    moved = [
        (place, node._replace(head=places[node.head])) for place, node in zip(places, nodes, strict=True)
    ]
    free = sorted(set(range(len(nodes) + len(asides))) - set(places))
    held = [
        (place, Node("(", "-LRB-", "aside", place - 1, start, end))
        for place, (start, end) in zip(free, asides, strict=True)
    ]
    return [node for _, node in sorted(moved + held)]
