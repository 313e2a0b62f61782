"""Who a mention of a speaker is: the fullest name for a surname, a role or a pronoun."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.model import Span
from factcheck.split.lexicon import word_set
from factcheck.split.people.entities import Entity, EntityKind, Mention, NamedEntities
from factcheck.split.people.name_lists import MEN_ROLES, PEOPLES, ROLE_NOUNS, SAME_ROLES, WOMEN_ROLES
from factcheck.split.quotations.folded_sentence import FoldedSentence
from factcheck.split.quotations.quotation_marks import Quotation

_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_HEAD = re.compile(r"[^,(—–]+")
_BEHIND = re.compile(
    r"[\s\u00a0](?:of|for|from|by|with|to|at|in|on|against|than|like)[\s\u00a0](?:the[\s\u00a0])?\Z"
)
_GOES_ON = word_set("of from and with who at in for on or")
"""Words that may follow a name inside a noun phrase that it heads."""
_PREPOSITIONS = word_set("of for from by with to at in on against about")
_PASSED = word_set("former then current late new longtime")
_OPENING = 12
"""Words of a sentence in which its subject is looked for."""
_NEAR = 1200
"""How far back a pronoun reaches, in characters."""


class Voice(NamedTuple):
    """A speaker as found: the shortest words for it, its fullest name, and whether that is sure."""

    mention: Span
    name: str
    sure: bool
    entity: int
    """Index into the cast; -1 where the name is none of it."""


class Referents:
    """Answers who is meant, from the names of the piece and the speakers and subjects so far."""

    __slots__ = ("_entities", "_genders", "_mentions", "_quoted", "_recent", "_roles", "_starts", "_text")

    def __init__(self, text: str, named: NamedEntities, quotations: Sequence[Quotation]) -> None:
        self._text = text
        self._entities = named.entities
        self._mentions = named.mentions
        self._starts = [mention.start for mention in named.mentions]
        self._quoted = [(q.start, q.end) for q in quotations if q.depth == 0 and q.words > 3]
        self._genders = [_gender(entity) for entity in named.entities]
        self._roles = [
            frozenset(SAME_ROLES.get(word, word) for word in entity.roles) for entity in named.entities
        ]
        self._recent: list[tuple[int, int]] = []
        """Who was subject of a sentence or spoke, with the place, in text order."""

    def within(self, start: int, end: int) -> list[Mention]:
        """Mentions between start and end."""
        first = bisect_left(self._starts, start)
        return self._mentions[first : bisect_left(self._starts, end, first)]

    def enter(self, folded: FoldedSentence) -> Mention | None:
        """The subject of a sentence, remembered: the first person who owns nothing and is not quoted."""
        sentence = folded.sentence
        role = self._first_role(folded)
        for mention in self.within(sentence.start, sentence.end):
            if mention.kind is not EntityKind.PERSON or self._text[mention.end : mention.end + 1] in (
                "’",
                "'",
            ):
                continue
            if role is not None and role.start < mention.start - 30:
                break
            following = self._text[mention.end + 1 : mention.end + 16].split(" ", 1)[0]
            if following == "campaign" or following in ROLE_NOUNS:
                continue
            if not self._inside_quotation(mention.start):
                self._recent.append((mention.entity, mention.start))
                return mention
        if role is not None:
            voice = self._role(role)
            self._recent.append((voice.entity if voice else -1, role.start))
        return None

    def _first_role(self, folded: FoldedSentence) -> Span | None:
        """A role in small letters that may be the subject of the sentence: “the governor”."""
        tags, words = folded.tags, folded.words
        for place in range(1, min(len(words), _OPENING)):
            if (
                tags[place] == "n"
                and words[place] in ROLE_NOUNS
                and tags[place + 1 : place + 2] not in ("n", "N", "'")
            ):
                first = place
                while first > 0 and tags[first - 1] in "jnN":
                    first -= 1
                if first and words[first - 1] in ("the", "a", "an"):
                    return Span(folded.starts[first - 1], folded.ends[place])
            if tags[place] in "vmbhD" and place > 3:
                return None
        return None

    def spoke(self, entity: int, at: int) -> None:
        """Remember that somebody spoke: pronouns look there first. -1 is somebody without a name."""
        self._recent.append((entity, at))

    def resolve(self, source: Span) -> Voice:
        """The speaker that the noun phrase at source means."""
        text = self._text
        match = _HEAD.match(text, source.start, source.end)
        stop = match.end() if match else source.end
        while stop > source.start and text[stop - 1].isspace():
            stop -= 1
        head = Span(source.start, stop)
        words = text[head.start : head.end].lower()
        if words in _HE or words in _SHE:
            return self._pronoun(head, "m" if words in _HE else "f")
        return self._head_name(source, head) or self._role(head) or Voice(head, "", True, -1)

    def _head_name(self, source: Span, head: Span) -> Voice | None:
        """The name that heads the phrase: not one that stands inside it behind “of” or before “’s”."""
        entities = self._entities
        best: Mention | None = None
        for mention in self.within(source.start, source.end):
            if not self._may_head(mention, source, head):
                continue
            named = mention.start >= head.end and self._text[mention.start - 2 : mention.start] == ", "
            if mention.kind is EntityKind.PERSON or (
                named and mention.kind is EntityKind.OTHER and " " in entities[mention.entity].name
            ):
                return Voice(mention.span, entities[mention.entity].name, True, mention.entity)
            if best is None and mention.start < head.end <= mention.end:
                best = mention
        if best is None:
            return None
        if self._text[head.start : best.start].strip().lower() in ("", "the", "both"):
            return Voice(head, entities[best.entity].name, True, best.entity)
        return None if best.kind is EntityKind.OTHER else Voice(head, "", True, -1)

    def _may_head(self, mention: Mention, source: Span, head: Span) -> bool:
        """Whether a name is the head of the phrase at source, or its apposition."""
        text = self._text
        if mention.end < source.end and text[mention.end : mention.end + 1] in ("’", "'"):
            return False
        if mention.start >= head.end and not self._is_role(head):
            return False
        opens = mention.title.start if mention.title else mention.start
        if opens > source.start and _BEHIND.search(text, max(source.start, opens - 12), opens):
            return False
        if mention.end < head.end and text[mention.end : mention.end + 1].isspace():
            following = text[mention.end + 1 : head.end].split(" ", 1)[0]
            return following in _GOES_ON or not following[:1].islower()
        return True

    def _is_role(self, head: Span) -> bool:
        """Whether a phrase without a name in it is headed by a role, which an apposition may name."""
        words = re.split(r"[\s\u00a0]", self._text[head.start : head.end])
        for place, word in enumerate(words):
            if word in _PREPOSITIONS:
                return place > 0 and words[place - 1].lower() in ROLE_NOUNS
        return True

    def _role(self, head: Span) -> Voice | None:
        """The one person of the piece who has the role (“the Iranian president”), or else the latest."""
        words = self._text[head.start : head.end].replace("\u00a0", " ").split(" ")
        if len(words) < 2 or words[0].lower() not in ("the", "former", "this", "then"):
            return None
        words = [word for word in words[1:] if word.lower() not in _PASSED]
        if not words or words[-1].lower() not in ROLE_NOUNS:
            return None
        last = words[-1].lower()
        wanted = SAME_ROLES.get(last, last)
        proper = {word.lower() for word in words[:-1] if word[:1].isupper()}
        fitting = [
            index
            for index, roles in enumerate(self._roles)
            if wanted in roles
            and proper <= roles
            and self._entities[index].kind is EntityKind.PERSON
            and self._entities[index].first.start < head.start
        ]
        if len(fitting) == 1:
            return Voice(head, self._entities[fitting[0]].name, True, fitting[0])
        for entity, at in reversed(self._recent[-6:]):
            if entity in fitting and head.start - at < _NEAR:
                return Voice(head, self._entities[entity].name, False, entity)
        return None

    def _pronoun(self, source: Span, gender: str) -> Voice:
        """The person that “he” or “she” means: whoever spoke or was subject last, of that gender."""
        found = -1
        others = False
        for entity, at in reversed(self._recent[-12:]):
            if at >= source.start or source.start - at > _NEAR:
                continue
            if entity < 0:
                if found < 0:
                    return Voice(source, "", False, -1)
                continue
            if self._genders[entity] not in ("", gender) or not self._may_be_person(entity):
                continue
            if found < 0:
                found = entity
            elif entity != found and source.start - at < _NEAR // 3:
                others = True
        if found < 0:
            return Voice(source, "", False, -1)
        sure = not others or self._genders[found] == gender
        if sure and not self._genders[found] and not others:
            self._genders[found] = gender
        return Voice(source, self._entities[found].name, sure, found)

    def _may_be_person(self, entity: int) -> bool:
        """Whether somebody who spoke can be “he” or “she”: a person, or a name that nothing tells about."""
        known = self._entities[entity]
        return known.kind is EntityKind.PERSON or (
            known.kind is EntityKind.OTHER and known.name not in PEOPLES and not known.name.endswith("s")
        )

    def _inside_quotation(self, at: int) -> bool:
        place = bisect_left(self._quoted, (at + 1, 0)) - 1
        return place >= 0 and self._quoted[place][1] > at


def _gender(entity: Entity) -> str:
    """`f`, `m` or empty, from the first name or a role that tells it."""
    if entity.gender or not entity.roles:
        return entity.gender
    if entity.roles & WOMEN_ROLES:
        return "f"
    return "m" if entity.roles & MEN_ROLES else ""
