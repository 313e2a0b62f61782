"""Runs of capitals with one name, gathered into one entity each."""

import re
from collections import defaultdict
from enum import StrEnum
from typing import NamedTuple

from factcheck.model import Span
from factcheck.split.lexicon import word_set
from factcheck.split.people.name_lists import (
    MEN,
    ORGANISATION_HEADS,
    ORGANISATIONS,
    PEOPLES,
    PLACE_FIRST,
    PLACE_HEADS,
    PLACES,
    ROLE_NOUNS,
    SOFT_FIRST,
    WOMEN,
)


class EntityKind(StrEnum):
    """What a name names, as far as its words and neighbours tell."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    OTHER = "other"
    """A people, a law, a product, a day…, or a name that nothing tells about."""


class Mention(NamedTuple):
    """One place where the text names somebody or something."""

    start: int
    end: int
    """The name alone: “Viktor Ansgar”, titles left out, possessive ending left out."""
    kind: EntityKind
    entity: int
    """Index into `Cast.entities`."""
    title: Span | None = None
    """Title or role beside the name: “President”, “professor emeritus at George Mason University”."""

    @property
    def span(self) -> Span:
        """Where the name stands."""
        return Span(self.start, self.end)


class Entity(NamedTuple):
    """Somebody or something that the piece names, once for all its mentions."""

    name: str
    """The fullest name in the piece."""
    kind: EntityKind
    gender: str = ""
    """`f` or `m` where a title, first name or pronoun tells; empty otherwise."""
    first: Span = Span(0, 0)
    """The first mention with the fullest name."""
    roles: frozenset[str] = frozenset()
    """Words of the titles and roles given to it, in lower case: `president`, `iranian`, `professor`."""


class NamedEntities(NamedTuple):
    """Everybody and everything that the piece names."""

    entities: list[Entity]
    mentions: list[Mention]
    """In text order; mentions never overlap."""


TIMES = word_set(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July
    August September October November December Jan Feb Aug Sept Oct Nov Dec Christmas Thanksgiving Easter
    Ramadan
    """
)
APPOSITION = re.compile(
    r",[ \u00a0](?P<role>(?:(?:a|an|the|his|her|its|their|one of)[ \u00a0])?[^,.;:“”\"()?!\n—]{3,110})"
    r"(?=[,.;)\n—]|\Z)"
)
ROLE_WORD = re.compile(r"[a-z][\w-]*|[A-Z][\w-]*")
_NO_SURNAMES = word_set(
    """
    River Street Avenue County City Road Island Islands Ocean Airport District
    """
)

_SURNAMES = frozenset(("Hill", "Church", "Star", "Sun"))
"""Heads of organisations that are surnames behind a first name: “Christopher Hill”."""


class Run(NamedTuple):
    """A run of capitals, cut down to one name."""

    start: int
    end: int
    name: str
    title: Span | None
    roles: tuple[str, ...]
    initial: bool
    """Whether it opens a sentence."""
    human: bool
    """Whether its title or neighbours make it a person."""
    gender: str


def _kind(name: str, human: bool) -> EntityKind:
    """What a name names, by its own words."""
    words = name.split(" ")
    first, last = words[0], words[-1]
    if name in PLACES:
        return EntityKind.PLACE
    if name in PEOPLES or (len(words) == 1 and first in TIMES):
        return EntityKind.OTHER
    if len(words) > 1 and last in PLACE_HEADS and (not human or last in _NO_SURNAMES):
        return EntityKind.PLACE
    if (
        len(words) > 1
        and (first in MEN or first in WOMEN or first in SOFT_FIRST)
        and (last not in ORGANISATION_HEADS or last in _SURNAMES)
    ):
        return EntityKind.PERSON
    if (
        name in ORGANISATIONS
        or (last in ORGANISATION_HEADS and len(words) > 1)
        or "of" in words
        or "for" in words
    ):
        return EntityKind.ORGANISATION
    if human:
        return EntityKind.PERSON
    if len(words) > 1 and (last in PLACE_HEADS or first in PLACE_FIRST):
        return EntityKind.PLACE
    if name.isupper() and len(name) > 1:
        return (
            EntityKind.ORGANISATION
            if name not in ("US", "UK", "U.S.", "U.K.", "EU", "E.U.")
            else EntityKind.PLACE
        )
    return EntityKind.OTHER


class _Draft(NamedTuple):
    """An entity while it is gathered."""

    name: str
    kind: EntityKind
    gender: str
    first: Span
    roles: set[str]


def settled(runs: list[Run]) -> list[Run]:
    """The runs without common nouns that only open sentences: “Scientists say”, “Prosecutors alleged”."""
    inner = {run.name for run in runs if not run.initial}
    return [
        run
        for run in runs
        if not run.initial
        or " " in run.name
        or not run.name.endswith("s")
        or run.name in inner
        or run.title is not None
        or run.name in PLACES
        or run.name in PEOPLES
        or run.name in ORGANISATIONS
        or any(other.endswith(" " + run.name) for other in inner)
    ]


def gather(text: str, runs: list[Run], own: frozenset[str]) -> NamedEntities:
    """Runs with the same name, or a person's surname, become mentions of one entity."""
    humans = {run.name for run in runs if run.human}
    kinds = {run.name: _kind(run.name, run.name in humans) for run in runs}
    surnames: dict[str, list[str]] = defaultdict(list)
    for name, kind in kinds.items():
        words = name.split(" ")
        if kind is EntityKind.OTHER and 1 < len(words) < 4 and (words[-1] in humans or name in own):
            kinds[name] = kind = EntityKind.PERSON
        if kind is EntityKind.PERSON and len(words) > 1:
            last = words[-2] if words[-1].rstrip(".") in ("Jr", "Sr", "II", "III") else words[-1]
            surnames[last].append(name)
            if words[0] in MEN or words[0] in WOMEN:
                surnames[words[0]].append(name)
    drafts: dict[str, int] = {}
    entities: list[_Draft] = []
    mentions: list[Mention] = []
    latest: dict[str, str] = {}
    for run in runs:
        name, kind = run.name, kinds[run.name]
        if name.isupper() and " " in name and name.title() in kinds:
            name, kind = name.title(), kinds[name.title()]
        full = surnames.get(name) or (surnames.get(name.title()) if name.isupper() else None)
        if full:
            kind = EntityKind.PERSON
            name = _whose(full, latest.get(name, ""), run.gender, drafts)
        elif kind is EntityKind.PERSON and " " in name:
            for part in (name.split(" ")[0], name.split(" ")[-1]):
                latest[part] = name
        index = drafts.get(name)
        span = Span(run.start, run.end)
        gender = run.gender or (_gender(name) if kind is EntityKind.PERSON else "")
        roles = _roles(text, run, entities, mentions) if kind is EntityKind.PERSON else set()
        if index is None:
            index = drafts[name] = len(entities)
            entities.append(_Draft(name, kind, gender, span, roles))
        else:
            draft = entities[index]
            draft.roles.update(roles)
            first = draft.first if draft.first.end - draft.first.start >= run.end - run.start else span
            entities[index] = draft._replace(gender=draft.gender or gender, first=first)
        mentions.append(Mention(run.start, run.end, kind, index, run.title))
    return NamedEntities(
        [Entity(d.name, d.kind, d.gender, d.first, frozenset(d.roles)) for d in entities], mentions
    )


def _whose(full: list[str], latest: str, gender: str, drafts: dict[str, int]) -> str:
    """The full name that a surname stands for: the one used last, of the right gender."""
    if len(full) == 1:
        return full[0]
    fitting = [name for name in full if not gender or _gender(name) in ("", gender)] or full
    if latest in fitting:
        return latest
    seen = [name for name in fitting if name in drafts]
    return max(seen, key=lambda name: drafts[name]) if seen else fitting[0]


def _gender(name: str) -> str:
    """Gender that a first name tells, empty where it tells none."""
    first = name.split(" ")[0]
    if (first in WOMEN) == (first in MEN):
        return ""
    return "f" if first in WOMEN else "m"


def _roles(text: str, run: Run, entities: list[_Draft], mentions: list[Mention]) -> set[str]:
    """Words of the roles that stand with one mention of a person."""
    roles = set(run.roles)
    if "counterpart" in roles:
        for mention in reversed(mentions):
            other = entities[mention.entity]
            if other.kind is EntityKind.PERSON and other.roles:
                nations = {people.lower() for people in PEOPLES}
                roles |= other.roles - nations
                break
    if " " in run.name:
        match = APPOSITION.match(text, run.end)
        if match:
            words = [word.lower() for word in ROLE_WORD.findall(match["role"])[:9]]
            if any(word in ROLE_NOUNS for word in words[:6]):
                roles.update(words)
    return roles
