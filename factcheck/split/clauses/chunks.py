"""The words of a sentence gathered into chunks: noun phrases, verb groups, prepositions, marks."""

import re
from typing import NamedTuple


class Chunk(NamedTuple):
    """Tokens `first` to `last` (exclusive) that belong together."""

    kind: str
    """NP, VG (finite), TO (infinitive), ING and EN (participles), PREP, REL, THAT, SUB, AND, BUT, COMMA,
    PAREN, ADJ, ADV, END."""
    first: int
    last: int


_MODIFIER = r"[jcSlg0eN'nsMK$%\"\-]"
_DATE = r"M0?(?:,0)?|0M(?:,?0)?"
_NOUN_PHRASE = (
    rf"{_DATE}(?![nNs])"
    rf"|\"?[dp]*R?r?(?:(?<=[dp])g)?(?!g)(?:(?!g[dpN]){_MODIFIER}|(?<=[jce]),(?=j)"
    rf"|(?<=[jce]),?a(?=[jce][jce]?[nNs])){{0,40}}[nNs0lMoK]"
    rf"(?:'[jcSlg0enNsMK\"]{{0,20}}[nNs]){{0,4}}\"?|o|[dp]+(?![jnNs])"
)
_VERB_GROUP = (
    r"[rR]*(?:[mhbD][rR]*(?:S(?=e))?)+(?:[BhH][rR]*)*(?:[egVvB](?![nNs])(?:[rR]*e(?![nNs]))?|V|v)?|[rR]*v"
)
_PATTERNS = (
    ("PAREN", r"\([^)]*\)?"),
    ("REL", r",?i?w"),
    ("TO", r"z[rR]*[V1BhDv](?:[rR]*[egB])*"),
    ("VG", _VERB_GROUP),
    ("NP", _NOUN_PHRASE),
    ("ING", r"[rR]*(?:g|H|B)(?:[rR]*[e])?"),
    ("EN", r"[rR]*[eE]"),
    ("PREP", r"i+"),
    ("SUB", r"[xq]"),
    ("THAT", r"t"),
    ("AND", r",?a+"),
    ("BUT", r",?u"),
    ("COMMA", r"[,:]"),
    ("ADJ", r"[rR]*[jcS]+(?:(?:,|,?a)[rR]*[jc]+)*"),
    ("ADV", r"[rR]+"),
    ("END", r"."),
)
_CHUNK = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _PATTERNS))


def chunks(tags: str) -> list[Chunk]:
    """Every token of `tags` in exactly one chunk, left to right."""
    return [Chunk(match.lastgroup or "END", match.start(), match.end()) for match in _CHUNK.finditer(tags)]
