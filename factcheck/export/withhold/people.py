"""People's names, found in running text by any of their words, in any spelling."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from factcheck.export.withhold.names import LETTERS, Part, Rule
from factcheck.export.withhold.wordlists import is_grammar, is_modal, is_ordinary, is_shared, words_of

_DOTTED = re.compile(r"(?<![^\W_])[^\W\d_](?:(?:\.[ ]?-?|-)[^\W\d_](?![^\W_]))+")
"""Letters with full stops or hyphens between them, in folded text."""

_GROUP = re.compile(r"\S+")
_MOST_INITIALS = 5

_GAP = re.compile(r"[ \n.,'\-_/()\"]{0,3}")
"""What may stand between the words of a name."""
_MIDDLE = re.compile(r"[ \n]+(?:(?:[^\W\d_a-z][\w'-]*\.?|[a-z]\.)[ \n]+){1,2}")
"""A middle name between two words of a name, or two, that the desk does not know."""
_GAP_OF_INITIALS = re.compile(r"[ \n.,\-_]{0,3}")
_CHUNK = re.compile(r"[^\s<>\"'“”„«»()\[\]{},;|]+")
_IS_LINK = re.compile(r"://|^www\.|[^\W_]\.[a-z]{2,}/", re.IGNORECASE)
_WRITTEN_OUT = re.compile(
    r"(?:[._-]\w+)*[ (\[]{1,2}at[ )\]]{1,2}[\w-]+(?:[ (\[]{1,2}dot[ )\]]{1,2}[\w-]+)+", re.IGNORECASE
)
"""The rest of an address that is written out: “at example dot org”."""

_SEED = 4
"""Letters by which words are found inside others."""
_INSIDE_WORD = 7
"""Letters of several words of a name in one that are found also inside a longer word: `TeamQuuxWhistle`."""


class Hit(NamedTuple):
    """Where somebody is named, in folded text."""

    start: int
    end: int
    owners: frozenset[int] = frozenset()
    shared: str = ""
    """The one word there, where it may stand for something or somebody else."""


class _Word(NamedTuple):
    text: str
    """In small letters."""
    start: int
    end: int
    written: str

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter, or is in a script that has none."""
        return self.written[0] == self.written[0].upper()


class People:
    """The people who must not be named."""

    def __init__(
        self, parts: Mapping[str, Part], named: Iterable[tuple[str, ...]] = (), letters: Collection[str] = ()
    ) -> None:
        """Learn who must not be named and who may.

        Args:
            parts: the words that the ones are known by.
            named: names of the others, in full, by their folded words.
            letters: what stands for something else than the initials of the ones, in capitals.
        """
        self._parts = parts
        self._letters = letters
        self._named: dict[str, list[tuple[str, ...]]] = {}
        for name in named:
            for word in name:
                self._named.setdefault(word, []).append(name)
        self._inside: dict[str, set[str]] = {}
        for word, part in parts.items():
            if (
                part.rule is Rule.ALWAYS
                and (len(word) >= _SEED or _is_caseless(word))
                and not is_ordinary(word)
            ):
                self._inside.setdefault(word[: 2 if _is_caseless(word) else _SEED], set()).add(word)

    def knows(self, word: str) -> bool:
        """Whether a word, small letters, is or holds one of theirs."""
        return word in self._parts or next(self._held(word), None) is not None

    def find(self, text: str, about: frozenset[int] = frozenset()) -> Iterator[Hit]:
        """Where they are named in folded text; neighbouring words of one name are one place.

        Args:
            text: the folded text.
            about: ids of the sources that it is about: their first names count in small letters too.
        """
        return _Reading(self, text, about).hits()

    def _held(self, word: str) -> Iterator[str]:
        """Words of theirs inside a longer one."""
        for size in (_SEED, 2):
            for at in range(len(word) - size + 1):
                yield from (
                    own for own in self._inside.get(word[at : at + size], ()) if word.startswith(own, at)
                )

    def part(self, word: str, least: int) -> Part | None:
        """What a word is known as: itself, or by one of so many letters in it."""
        if word in self._parts:
            return self._parts[word]
        held = [own for own in self._held(word) if len(own) >= least or _is_caseless(own)]
        if least > _SEED:
            held = [own for own in held if self._parts[own].joined or _is_caseless(own)]
        return self._parts[max(held, key=len)] if held and not is_ordinary(word) else None

    def is_initials(self, word: str) -> bool:
        """Whether letters are the initials of one of them."""
        part = self._parts.get(word)
        return part is not None and part.rule is Rule.INITIALS

    def may_be_named(self, words: list["_Word"], at: int, text: str) -> bool:
        """Whether the word at that place is one of the full name of somebody who may be named."""
        for name in self._named.get(words[at].text, ()):
            for shift in (index for index, word in enumerate(name) if word == words[at].text):
                found = words[max(0, at - shift) : at - shift + len(name)]
                if tuple(word.text for word in found) == name and all(
                    _GAP.fullmatch(text, left.end, right.start) for left, right in pairwise(found)
                ):
                    return True
        return False

    def are_other_letters(self, letters: str) -> bool:
        """Whether capitals stand for something else than initials."""
        return letters in self._letters or letters in words_of("acronyms") or is_ordinary(letters)


def _is_caseless(word: str) -> bool:
    return word.lower() == word.upper()


class _Reading:
    """One text, read for names."""

    def __init__(self, people: People, text: str, about: frozenset[int]) -> None:
        self._people = people
        self._text = text
        self._about = about
        self._words = [
            _Word(found.group().lower(), found.start(), found.end(), found.group())
            for found in LETTERS.finditer(text)
        ]
        self._chunks = [
            found.span()
            for found in _CHUNK.finditer(text)
            if "@" in found.group() or "_" in found.group() or _IS_LINK.search(found.group())
        ]
        self._parts: dict[int, Part] = {}

    def hits(self) -> Iterator[Hit]:
        """The places, in order, none touching another."""
        for at, word in enumerate(self._words):
            chunk = self._chunk(word)
            part = (
                self._people.part(word.text, _SEED if chunk else _INSIDE_WORD) if len(word.text) > 1 else None
            )
            if part is not None:
                self._parts[at] = part
        found = [
            self._hit(at, part)
            for at, part in self._parts.items()
            if self._is_name(at, part) and not self._people.may_be_named(self._words, at, self._text)
        ]
        found += self._dotted()
        return self._merged(sorted(found))

    def _chunk(self, word: _Word) -> tuple[int, int] | None:
        """The address or handle that a word stands in."""
        index = bisect_right(self._chunks, (word.start, len(self._text))) - 1
        return self._chunks[index] if index >= 0 and word.start < self._chunks[index][1] else None

    def _is_name(self, at: int, part: Part) -> bool:
        word = self._words[at]
        if chunk := self._chunk(word):
            return self._is_name_in_address(word, part, self._text[slice(*chunk)])
        if part.rule is Rule.ALWAYS:
            return True
        if part.rule is Rule.WRITTEN:
            is_capital = word.is_capital and not (
                word.written.isupper() and word.text in words_of("acronyms")
            )
            return is_capital or self._is_used(at, part) or self._is_about(word.text, part)
        if part.rule is Rule.USED:
            return self._is_capital_inside(at) or self._is_titled(at) or self._is_beside(at, part)
        return (
            part.rule is Rule.INITIALS
            and word.written.isupper()
            and not self._people.are_other_letters(word.text)
        )

    def _is_name_in_address(self, word: _Word, part: Part, address: str) -> bool:
        if "@" in address or "_" in address:
            return True
        return part.rule is Rule.ALWAYS or (part.rule is Rule.INITIALS and len(word.text) > 2)

    def _is_about(self, word: str, part: Part) -> bool:
        return bool(part.owners & self._about) and not is_modal(word)

    def _is_used(self, at: int, part: Part) -> bool:
        """Whether a word in small letters is used as a name: “call mark”, “mark says”, “mark's”."""
        before, after = self._beside(at, -1), self._beside(at, 1)
        return (
            (before is not None and before.text in words_of("cues_before"))
            or (after is not None and after.text in words_of("cues_after"))
            or self._text.startswith("'s", self._words[at].end)
            or self._is_titled(at)
            or self._is_beside(at, part)
        )

    def _is_titled(self, at: int) -> bool:
        before = self._beside(at, -1)
        return before is not None and before.text in words_of("no_name") and not is_grammar(before.text)

    def _is_capital_inside(self, at: int) -> bool:
        """Whether a word has a capital that it does not owe to a new sentence or a text in capitals."""
        word, before = self._words[at], self._beside(at, -1)
        return (
            word.is_capital
            and not word.written.isupper()
            and before is not None
            and self._text[before.end : word.start] in {" ", ", "}
        )

    def _is_beside(self, at: int, part: Part) -> bool:
        """Whether another word or an initial of the same name stands beside it or a middle initial."""
        for step in (-1, 1):
            beside = self._beside(at, step)
            if beside is None:
                continue
            is_middle = len(beside.text) == 1 and self._beside(at + step, step) is not None
            other = self._parts.get(at + 2 * step if is_middle else at + step)
            is_same = other is not None and other.rule < Rule.INITIALS and bool(other.owners & part.owners)
            if is_same and beside.text != self._words[at].text and not self._is_verb_behind(at, step):
                return True
            if self._is_initial(at + step, at, part):
                return True
        return False

    def _is_verb_behind(self, at: int, step: int) -> bool:
        """Whether a word in small letters behind a name is a verb: “Brown will call”, but “brown, will”."""
        word = self._words[at]
        if step > 0 or word.is_capital or not is_modal(word.text):
            return False
        return "," not in self._text[self._words[at - 1].end : word.start]

    def _beside(self, at: int, step: int, gap: re.Pattern[str] = _GAP) -> _Word | None:
        """The next word in that direction, with nothing but a gap between."""
        other = at + step
        if not 0 <= other < len(self._words):
            return None
        first, second = sorted((self._words[at], self._words[other]), key=lambda word: word.start)
        return self._words[other] if gap.fullmatch(self._text, first.end, second.start) else None

    def _is_initial(self, at: int, beside: int, part: Part) -> bool:
        """Whether a single letter beside a word of a name is an initial of it."""
        word = self._beside(beside, at - beside, _GAP_OF_INITIALS)
        if word is None or word.text not in part.initials:
            return False
        return word.text not in {"a", "i"} or word.written.isupper() or self._text.startswith(".", word.end)

    def _hit(self, at: int, part: Part) -> Hit:
        """The place of a name with the initials and small words around it, or of its whole address."""
        word = self._words[at]
        shared = word.text if part.rule is Rule.INITIALS or is_shared(word.text) else ""
        if chunk := self._chunk(word):
            end = chunk[0] + len(self._text[slice(*chunk)].rstrip(".:!?*"))
            return Hit(chunk[0], end, part.owners, shared)
        first = last = at
        while self._is_initial(first - 1, first, part) or (
            (small := self._beside(first, -1)) is not None and small.text in part.particles
        ):
            first -= 1
        while self._is_initial(last + 1, last, part):
            last += 1
        end = self._words[last].end
        while end < len(self._text) and (self._text[end] == "_" or self._text[end].isdecimal()):
            end += 1
        if rest := _WRITTEN_OUT.match(self._text, end):
            end = rest.end()
        return Hit(self._words[first].start, end, part.owners, shared if first == last else "")

    def _dotted(self) -> Iterator[Hit]:
        """Initials with full stops or hyphens, also of several people one behind the other: “Z.Q. J. B.”."""
        for found in _DOTTED.finditer(self._text):
            groups = [group.span() for group in _GROUP.finditer(self._text, *found.span())]
            first = 0
            while first < len(groups):
                ends = [groups[last][1] for last in range(first, min(first + _MOST_INITIALS, len(groups)))]
                start = groups[first][0]
                end = next((end for end in reversed(ends) if self._are_initials(start, end)), None)
                if end is None:
                    first += 1
                    continue
                first += ends.index(end) + 1
                letters = "".join(LETTERS.findall(self._text[start:end].lower()))
                yield Hit(start, end + self._text.startswith(".", end), shared=letters)

    def _are_initials(self, start: int, end: int) -> bool:
        written = self._text[start:end]
        letters = "".join(LETTERS.findall(written.lower()))
        plain = "." in written or written.isupper()
        return plain and self._people.is_initials(letters) and letters not in words_of("dotted")

    def _merged(self, hits: Iterable[Hit]) -> Iterator[Hit]:
        """The places, those that touch or belong to one name made one."""
        last: Hit | None = None
        for hit in hits:
            if last is not None and (
                hit.start <= last.end or (hit.owners & last.owners and self._is_one_name(last.end, hit.start))
            ):
                shared = last.shared if hit == last else ""
                last = Hit(last.start, max(last.end, hit.end), last.owners | hit.owners, shared)
                continue
            if last is not None:
                yield last
            last = hit
        if last is not None:
            yield last

    def _is_one_name(self, end: int, start: int) -> bool:
        """Whether what stands between two words of a name is a gap in it or a middle name."""
        return any(between.fullmatch(self._text, end, start) for between in (_GAP, _MIDDLE))
