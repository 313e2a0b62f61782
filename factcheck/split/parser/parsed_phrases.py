"""The wordings of a phrase: lists in it are taken one item at a time, and what says more is left out."""

from itertools import islice, product

from factcheck.split.clauses.clause_parts import Words
from factcheck.split.parser.grammar import Grammar

_OUTSIDE = frozenset(("cc", "preconj", "punct", "conj", "parataxis", "meta", "dep", "aside"))
_POSTPONED = frozenset(("relcl", "acl", "advcl"))
_COUNTS = frozenset(("nummod", "quantmod"))
_OWN = ("det", "poss", "amod", "compound", "nmod", "nummod", "prep")
"""What hangs on a noun and is part of what it names."""
_MOST = 16
"""Wordings that lists beside each other make together, at most."""
_DEEPEST = 40
"""Levels of a phrase that are read; below them it is taken whole, so that no text can exhaust the stack."""


def wordings(grammar: Grammar, at: int, depth: int = 0) -> list[Words]:
    """Each wording of the phrase whose head stands at `at`, with those of the items listed behind it."""
    if depth > _DEEPEST:
        return [grammar.whole(at)]
    out = _alone(grammar, at, depth)
    if grammar.relation(at) in _COUNTS:
        return out
    items = grammar.kids(at, "conj")
    for item in items:
        found = _alone(grammar, item, depth + 1)
        shared = _shared(grammar, at, item)
        out += [tuple(sorted(shared + one)) for one in found]
        items += grammar.kids(item, "conj")
    return list(dict.fromkeys(out))


def brief(grammar: Grammar, at: int) -> Words:
    """The phrase without its list, and without the clauses and all but the “of” behind its head."""
    doubled = _listed_adjectives(grammar, at)[1:]
    inside = [kid for kid in grammar.below[at] if kid not in doubled and _inside(grammar, kid)]
    kept = [kid for kid in inside if not _further(grammar, at, kid)]
    return tuple(sorted((at, *(word for kid in kept for word in wordings(grammar, kid)[0]))))


def place(grammar: Grammar, at: int) -> bool:
    """Whether an apposition completes the name before it: the state of a city, the year of a date."""
    if not (grammar.parted(at) and grammar.name(grammar.head(at))) or grammar.kids(at, "conj"):
        return False
    words = [at, *grammar.kids(at, *_OWN)]
    return all(grammar.name(word) or grammar.tag(word) == "CD" for word in words)


def _alone(grammar: Grammar, at: int, depth: int) -> list[Words]:
    """Each wording of a phrase without the items that are listed behind its head."""
    groups: list[list[Words]] = []
    examples: list[Words] = []
    listed = _listed_adjectives(grammar, at)
    for kid in grammar.below[at]:
        named = _examples(grammar, kid)
        if named:
            examples += [one for example in named for one in wordings(grammar, example, depth + 1)]
        elif kid in listed:
            if kid == listed[0]:
                groups.append([one for each in listed for one in wordings(grammar, each, depth + 1)])
        elif _inside(grammar, kid):
            groups.append(wordings(grammar, kid, depth + 1))
    return [
        tuple(sorted((at, *(word for part in parts for word in part)))) for parts in _mixed(groups)
    ] + examples


def _mixed(groups: list[list[Words]]) -> list[tuple[Words, ...]]:
    """Every way to take one of each group; where those are too many, one group varies at a time."""
    out = list(islice(product(*groups), _MOST + 1))
    if len(out) <= _MOST:
        return out
    first = tuple(group[0] for group in groups)
    varied = [(*first[:at], one, *first[at + 1 :]) for at, group in enumerate(groups) for one in group[1:]]
    return [first, *varied]


def _inside(grammar: Grammar, at: int) -> bool:
    """Whether a word and what hangs on it belong to the phrase of its head."""
    relation = grammar.relation(at)
    if relation in _OUTSIDE:
        return False
    if relation == "appos":
        return not grammar.parted(at) or place(grammar, at)
    return relation not in ("relcl", "acl") or not grammar.parted(at)


def _further(grammar: Grammar, at: int, kid: int) -> bool:
    """Whether what hangs on a head at `at` could be left out."""
    relation = grammar.relation(kid)
    return kid > at and (relation in _POSTPONED or (relation == "prep" and grammar.word(kid) != "of"))


def _examples(grammar: Grammar, at: int) -> list[int]:
    """What stands behind “including” and “such as”, in the place of which it can be named."""
    if grammar.relation(at) != "prep":
        return []
    word = grammar.word(at)
    if word == "including" or (word == "as" and at and grammar.word(at - 1) == "such"):
        return grammar.kids(at, "pobj")
    return []


def _listed_adjectives(grammar: Grammar, at: int) -> list[int]:
    """The adjectives before a noun where commas part them."""
    found = [kid for kid in grammar.kids(at, "amod") if kid < at]
    if not grammar.noun(at) or not any(grammar.word(one + 1) == "," for one in found[:-1]):
        return []
    return found


def _shared(grammar: Grammar, at: int, item: int) -> Words:
    """The determiner that a listed noun has from the first of its list."""
    if not grammar.noun(at) or not grammar.tag(item).startswith("NN") or grammar.name(item):
        return ()
    return () if grammar.kids(item, "det", "poss") else tuple(grammar.kids(at, "det", "poss"))
