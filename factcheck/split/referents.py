"""Who a mention of a speaker is: the fullest name for a surname, a role or a pronoun."""

from bisect import bisect_left

from factcheck.model import Span
from factcheck.split.types import Cast, EntityKind, Mention

_HE = frozenset({"he", "him", "his"})
_SHE = frozenset({"she", "her"})


class Referents:
    """Answers who is meant, from the names of the piece in text order."""

    __slots__ = ("_cast", "_ends", "_starts", "_text")

    def __init__(self, text: str, cast: Cast) -> None:
        self._text = text
        self._cast = cast
        self._starts = [mention.start for mention in cast.mentions]

    def within(self, start: int, end: int) -> list[Mention]:
        """Mentions between start and end."""
        first = bisect_left(self._starts, start)
        found = []
        for mention in self._cast.mentions[first:]:
            if mention.start >= end:
                break
            found.append(mention)
        return found

    def resolve(self, source: Span, last: tuple[str, bool] | None) -> tuple[Span, str, bool]:
        """The shortest words for the speaker, the fullest name, and whether it is sure.

        `last` is the speaker of the statement before, with whether that one was sure.
        """
        text, entities = self._text, self._cast.entities
        words = text[source.start : source.end]
        lower = words.lower()
        if lower in _HE or lower in _SHE:
            return self._pronoun(source, "m" if lower in _HE else "f")
        named = self.within(source.start, source.end)
        people = [mention for mention in named if mention.kind is EntityKind.PERSON]
        if people:
            mention = people[0]
            return mention.span, entities[mention.entity].name, True
        role = self._role(lower)
        if role is not None:
            return source, entities[role].name, True
        for mention in named:
            if (
                mention.kind is EntityKind.ORGANISATION
                or mention.end - mention.start == source.end - source.start
            ):
                return (
                    source,
                    entities[mention.entity].name if mention.start <= source.start + 4 else "",
                    True,
                )
        return source, "", True

    def _role(self, lower: str) -> int | None:
        words = [word for word in lower.split() if word not in ("the", "a", "an", "former", "then")]
        if not words or not lower.startswith(("the ", "former ")):
            return None
        fitting = [
            index
            for index, entity in enumerate(self._cast.entities)
            if entity.kind is EntityKind.PERSON and entity.roles.issuperset(words)
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _pronoun(self, source: Span, gender: str) -> tuple[Span, str, bool]:
        entities = self._cast.entities
        first = bisect_left(self._starts, source.start)
        seen: list[int] = []
        for mention in reversed(self._cast.mentions[max(0, first - 24) : first]):
            entity = entities[mention.entity]
            if (
                entity.kind is EntityKind.PERSON
                and entity.gender in ("", gender)
                and mention.entity not in seen
            ):
                seen.append(mention.entity)
                if source.start - mention.start > 900:
                    break
        if not seen:
            return source, "", False
        return source, entities[seen[0]].name, len(seen) == 1
