"""A person's name → every word by which it would be known, and how carefully each is to be looked for."""

import re
from collections.abc import Iterator
from enum import IntEnum
from itertools import chain
from typing import NamedTuple

from factcheck.export.withhold.folding import folded
from factcheck.export.withhold.wordlists import is_first_name, is_grammar, is_modal, is_ordinary, words_of

LETTERS = re.compile(r"[^\W\d_]+")
"""A run of letters: what names are compared by."""

_PEOPLE = re.compile(r"\s*(?:[;/&\n]|\b(?:and|und|et|y)\b)\s*", re.IGNORECASE)
_ASIDE = re.compile(r"[(\[]([^)\]]*)[)\]]|[\"“„«]([^\"”»]*)[\"”»]")
_UMLAUTS = {
    "ä": "ae",
    "ö": "oe",
    "ü": "ue",
    "å": "aa",
    "ø": "oe",
    "Ä": "Ae",
    "Ö": "Oe",
    "Ü": "Ue",
    "Å": "Aa",
    "Ø": "Oe",
}
_MOST_NAMES = 8
"""Words; what is longer is no name."""
_SHORT = 2


class Rule(IntEnum):
    """Where a word is a name, the strictest first."""

    ALWAYS = 0
    """Wherever it stands, in any case."""
    WRITTEN = 1
    """With a capital letter; in small letters only where it is used as a name."""
    USED = 2
    """Where it is used as a name: beside another word of the name, behind a title."""
    INITIALS = 3
    """In capitals only, or in an address."""
    ADDRESS = 4
    """In an address only."""


class Part(NamedTuple):
    """A word that people would be known by."""

    rule: Rule
    owners: frozenset[int]
    """Ids of the sources that it may stand for."""
    initials: frozenset[str] = frozenset()
    """First letters of their names, small."""
    particles: frozenset[str] = frozenset()
    """Small words of their names."""
    joined: bool = False
    """Whether it is several words of a name in one: `zquux`."""

    def with_(self, other: "Part") -> "Part":
        """The part of all their people."""
        return Part(
            min(self.rule, other.rule),
            self.owners | other.owners,
            self.initials | other.initials,
            self.particles | other.particles,
            self.joined and other.joined,
        )


class Name(NamedTuple):
    """One person's name, in folded words with small letters."""

    given: tuple[tuple[str, ...], ...]
    """First and middle names; one with a hyphen has several words."""
    family: tuple[str, ...]
    """The last name without its particles."""
    particles: tuple[str, ...]
    letters: tuple[str, ...]
    """Initials that were given in place of names."""


def names_in(text: str) -> Iterator[Name]:
    """The people whom the field for a person's name names."""
    for person in _PEOPLE.split(text):
        yield from chain.from_iterable(_name(spelt) for spelt in dict.fromkeys((person, _umlauts(person))))


def _umlauts(text: str) -> str:
    return "".join(_UMLAUTS.get(char, char) for char in text)


def _name(person: str) -> Iterator[Name]:
    besides = tuple(chain.from_iterable(_ASIDE.findall(person)))
    words = _turned(folded(_ASIDE.sub(" ", person))).split()
    words = _without_description(words)
    while len(words) > 1 and _bare(words[0]) in words_of("no_name"):
        words = words[1:]
    while len(words) > 1 and _bare(words[-1]) in words_of("suffixes"):
        words = words[:-1]
    if not 0 < len(words) <= _MOST_NAMES or (len(words) == 1 and _bare(words[0]) in words_of("no_name")):
        return
    last = next((at for at in range(len(words) - 1) if _is_particle(words[at], at)), len(words) - 1)
    family = tuple(chain.from_iterable(map(_letters, words[last:])))
    particles = tuple(word for word in family[:-1] if word in words_of("particles"))
    nicknames = [word for word in besides if len(word.split()) == 1 and _is_nickname(word)]
    given = [_letters(word) for word in (*words[:last], *map(folded, nicknames))]
    yield Name(
        given=tuple(name for name in given if name and len("".join(name)) > 1),
        family=tuple(word for word in family if word not in particles),
        particles=particles,
        letters=tuple(name[0] for name in given if len("".join(name)) == 1),
    )


def _is_nickname(word: str) -> bool:
    """Whether a word in brackets or quotation marks is one: “Zeb”, not “(Lab)”, “(MP)” or “(retired)”."""
    return word[:1].isupper() and folded(word).lower() not in words_of("acronyms") | words_of("no_name")


def _is_particle(word: str, at: int) -> bool:
    """Whether a word belongs to the surname behind it; a first word only in small letters: “Al Gore”."""
    return _bare(word) in words_of("particles") and (at > 0 or word[0].islower())


def _turned(text: str) -> str:
    """“Quux, Zebediah” with the first name first; what stands behind a comma and is no name is dropped."""
    before, comma, after = text.partition(",")
    words = after.split(",")[0].split()
    if not comma or not words:
        return before
    is_name = len(words) < len(LETTERS.findall(before)) + 3 and not any(
        is_grammar(_bare(word)) or (word[0].islower() and before.strip()[:1].isupper()) for word in words
    )
    if all(_bare(word) in words_of("no_name") | words_of("suffixes") for word in words):
        is_name = False
    return f"{' '.join(words)} {before}" if is_name else before


def _without_description(words: list[str]) -> list[str]:
    """The words up to one that belongs to no name: “Ann Bell of the council”, “official at the Treasury”."""
    for at, word in enumerate(words):
        bare = _bare(word)
        small = word[0].islower() and bare not in words_of("particles")
        if small and len(bare) > 1 and is_grammar(bare):
            return words[:at]
    capital = any(word[:1].isupper() for word in words)
    is_name = bool(words) and is_first_name(_bare(words[0]))
    return [
        word
        for word in words
        if _letters(word)
        and (
            word[0].isupper()
            or _bare(word) in words_of("particles")
            or (not capital and (is_name or not is_ordinary(_bare(word))))
        )
    ]


def _letters(word: str) -> tuple[str, ...]:
    return tuple(LETTERS.findall(word.lower()))


def _bare(word: str) -> str:
    return "".join(_letters(word))


def parts_of(name: Name, owner: int) -> Iterator[tuple[str, Part]]:
    """Every word that the person would be known by, the same one perhaps twice."""
    given, family = [*chain.from_iterable(name.given)], [*name.family]
    initials = frozenset(word[0] for word in (*given, *name.letters, *family, *name.particles[:1]))

    def part(rule: Rule, *, joined: bool = False) -> Part:
        return Part(rule, frozenset({owner}), initials, frozenset(name.particles), joined)

    for word, is_given in ((word, word in given) for word in (*given, *family) if len(word) > 1):
        rule = _rule(word, given=is_given and word not in family)
        yield word, part(rule)
        if len(word) > _SHORT:
            for several in (word + "s", word + "es"):
                yield several, part(max(rule, Rule.WRITTEN) if is_ordinary(several) else rule)
    yield from ((word, part(_rule_of_joined(word), joined=True)) for word in _joined(name))
    yield from ((word, part(Rule.INITIALS)) for word in _initials(name))


def _rule(word: str, *, given: bool) -> Rule:
    if is_grammar(word):
        return Rule.USED
    if len(word) <= _SHORT or is_modal(word) or (given and is_ordinary(word)):
        return Rule.WRITTEN
    return Rule.ALWAYS


def _rule_of_joined(word: str) -> Rule:
    return Rule.ADDRESS if len(word) <= _SHORT + 1 or is_ordinary(word) else Rule.ALWAYS


def _joined(name: Name) -> set[str]:
    """Several words of a name in one, as people make handles and addresses of it: `zquux`, `quuxz`."""
    given = ["".join(word) for word in name.given]
    families = {"".join(name.family), "".join((*name.particles, *name.family))} - {""}
    found = {"".join(word) for word in name.given if len(word) > 1}
    found |= {family for family in families if len(name.family) > 1 or name.particles}
    lasts = families | {*name.family} - {""}
    firsts = {
        *given[:1],
        *chain.from_iterable(name.given[:1]),
        *(word[0] for word in given[:1]),
        *name.letters[:1],
    }
    firsts |= {"".join(given), "".join((*given[:1], *(word[0] for word in given[1:]), *name.letters))}
    for first in firsts - {""}:
        found |= {joined for family in lasts for joined in (first + family, family + first)}
    last = "".join(word[0] for word in name.family)
    found |= {given[0] + letters for letters in (last, last[:1]) if given and last}
    return found


def _initials(name: Name) -> set[str]:
    """The initials of a name as people write them: `zq`, `zqw`, of a double name `qw`."""
    firsts = [word[0][0] for word in name.given] + list(name.letters)
    all_firsts = [letter[0] for word in name.given for letter in word] + list(name.letters)
    lasts = "".join(word[0] for word in name.family)
    if not firsts or not lasts:
        return set()
    before = {firsts[0], "".join(firsts), "".join(all_firsts)}
    own = {lasts} if len(lasts) > 1 else set()
    behind = {lasts, lasts[:1], *(word[0] for word in name.particles[:1])}
    return own | {first + last for first in before for last in behind}
