"""Who a mention of a speaker is: the fullest name for a surname, a role or a pronoun."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.model import Span
from factcheck.split.gazetteer import ROLE_NOUNS
from factcheck.split.types import Cast, Entity, EntityKind, Mention, Quotation

_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_FULL_ROLES = {
    "gov": "governor", "sen": "senator", "rep": "representative", "pres": "president", "gen": "general",
    "prof": "professor", "dr": "doctor", "rev": "reverend", "sgt": "sergeant", "lt": "lieutenant", "col": "colonel",
    "capt": "captain", "congressman": "representative", "congresswoman": "representative", "atty": "attorney",
    "adm": "admiral", "maj": "major", "spokesperson": "spokesman", "spokeswoman": "spokesman", "aide": "adviser",
    "advisor": "adviser",
}  # fmt: skip
_HEAD = re.compile(r"[^,(—–]+")
_JOIN = re.compile(
    r"[\s\u00a0](?:of|for|from|by|with|to|at|in|on|against|than|like)[\s\u00a0](?:the[\s\u00a0])?\Z"
)
_WOMAN = frozenset(
    "spokeswoman congresswoman chairwoman businesswoman wife mother daughter sister actress niece aunt "
    "grandmother widow queen princess girlfriend woman councilwoman saleswoman lady".split(" ")
)
_MAN = frozenset(
    "spokesman congressman chairman businessman husband father son brother actor nephew uncle grandfather "
    "widower king prince boyfriend man councilman salesman anchorman".split(" ")
)
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
    """Answers who is meant, from the names of the piece and the speakers so far."""

    __slots__ = (
        "_ends",
        "_entities",
        "_genders",
        "_last",
        "_mentions",
        "_quoted",
        "_roles",
        "_starts",
        "_text",
    )

    def __init__(self, text: str, cast: Cast, quotations: Sequence[Quotation]) -> None:
        self._text = text
        self._entities = cast.entities
        self._mentions = cast.mentions
        self._starts = [mention.start for mention in cast.mentions]
        self._quoted = [(q.start, q.end) for q in quotations if q.depth == 0 and q.words > 3]
        self._genders = [_gender(entity) for entity in cast.entities]
        self._roles = [
            frozenset(_FULL_ROLES.get(word, word) for word in entity.roles) for entity in cast.entities
        ]
        self._last: tuple[int, int] | None = None

    def within(self, start: int, end: int) -> list[Mention]:
        """Mentions between start and end."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end)
        return self._mentions[first:last]

    def spoke(self, entity: int, at: int) -> None:
        """Remember that the entity spoke at a place: pronouns look to it first."""
        self._last = (entity, at)

    def resolve(self, source: Span) -> Voice:
        """The speaker that the noun phrase at source means."""
        text = self._text
        head_match = _HEAD.match(text, source.start, source.end)
        head = Span(source.start, head_match.end() if head_match else source.end)
        while head.end > head.start and text[head.end - 1].isspace():
            head = Span(head.start, head.end - 1)
        words = text[head.start : head.end].lower()
        if words in _HE or words in _SHE:
            return self._pronoun(head, "m" if words in _HE else "f")
        named = self._head_name(source, head)
        if named is not None:
            return named
        role = self._role(head)
        if role is not None:
            return Voice(head, self._entities[role].name, True, role)
        return Voice(head, "", True, -1)

    def _head_name(self, source: Span, head: Span) -> Voice | None:
        """The name that heads the phrase: not one that stands inside it behind “of” or before “’s”."""
        text, entities = self._text, self._entities
        best: Mention | None = None
        for mention in self.within(source.start, source.end):
            after = text[mention.end : mention.end + 2]
            if after[:1] in ("’", "'") and mention.end < source.end and after not in ("’ ", "' "):
                continue
            if mention.start > source.start and _JOIN.search(
                text, max(source.start, mention.start - 12), mention.start
            ):
                continue
            if mention.kind is EntityKind.PERSON:
                if (
                    mention.end >= head.end
                    or text[mention.end : mention.end + 2] in (" (", ", ")
                    or after.isspace()
                ):
                    if mention.end < head.end and text[mention.end + 1 : mention.end + 2].islower():
                        nextword = text[mention.end + 1 : head.end].split(" ")[0]
                        if nextword not in ("of", "from", "and", "with", "who", "at", "in", "for"):
                            continue
                    return Voice(mention.span, entities[mention.entity].name, True, mention.entity)
                continue
            if best is None and mention.start < head.end and mention.end >= head.end:
                best = mention
        if best is None:
            return None
        kind = best.kind
        alone = text[head.start : best.start].strip().lower() in ("", "the", "both")
        if kind is EntityKind.OTHER and not alone:
            return None
        return Voice(head, entities[best.entity].name if alone else "", True, best.entity if alone else -1)

    def _role(self, head: Span) -> int | None:
        """The one person of the piece who has the role: “the Iranian president”."""
        words = self._text[head.start : head.end].replace("\u00a0", " ").split(" ")
        if len(words) < 2 or words[0].lower() not in ("the", "former", "this", "then"):
            return None
        words = [
            word for word in words[1:] if word.lower() not in ("former", "then", "current", "late", "new")
        ]
        if not words or words[-1].lower() not in ROLE_NOUNS:
            return None
        wanted = _FULL_ROLES.get(words[-1].lower(), words[-1].lower())
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
            return fitting[0]
        if self._last is not None and self._last[0] in fitting:
            return self._last[0]
        return None

    def _pronoun(self, source: Span, gender: str) -> Voice:
        """The person that “he” or “she” means: the last speaker, or the last one named before it."""
        first = bisect_left(self._starts, source.start)
        seen: list[int] = []
        nearest = -1
        for index in range(first - 1, max(-1, first - 40), -1):
            mention = self._mentions[index]
            if source.start - mention.start > _NEAR:
                break
            if mention.kind is not EntityKind.PERSON or self._genders[mention.entity] not in ("", gender):
                continue
            if self._inside_quotation(mention.start):
                continue
            if mention.entity not in seen:
                seen.append(mention.entity)
                nearest = mention.start if nearest < 0 else nearest
        last = self._last
        if last is not None and last[0] >= 0 and source.start - last[1] < _NEAR:
            fits = self._genders[last[0]] in ("", gender)
            if fits and (last[0] in seen or not seen):
                newer = [
                    entity
                    for entity in seen
                    if entity != last[0] and self._subject_since(entity, last[1], source.start)
                ]
                if not newer:
                    return Voice(source, self._entities[last[0]].name, True, last[0])
                return Voice(source, self._entities[newer[0]].name, False, newer[0])
        if not seen:
            return Voice(source, "", False, -1)
        return Voice(source, self._entities[seen[0]].name, len(seen) == 1, seen[0])

    def _subject_since(self, entity: int, since: int, until: int) -> bool:
        """Whether the entity opens a sentence between two places, outside quotations."""
        for mention in self.within(since, until):
            if mention.entity == entity and not self._inside_quotation(mention.start):
                before = self._text[
                    max(0, (mention.title or mention.span).start - 2) : (mention.title or mention.span).start
                ]
                if before.rstrip()[-1:] in ("", ".", "”", "?", "!", '"') or "\n" in before:
                    return True
        return False

    def _inside_quotation(self, at: int) -> bool:
        place = bisect_left(self._quoted, (at + 1, 0)) - 1
        return place >= 0 and self._quoted[place][1] > at


def _gender(entity: Entity) -> str:
    """`f`, `m` or empty, from the first name or a role that tells it."""
    if entity.gender or not entity.roles:
        return entity.gender
    if entity.roles & _WOMAN:
        return "f"
    return "m" if entity.roles & _MAN else ""
