"""The words that people must not be known by, and finding them in running text, however many there are."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple
from urllib.parse import unquote

from db.vocabulary import SourceKind
from factcheck.export.withhold.contacts import Phrase, address, phrase, phrases_in
from factcheck.export.withhold.folding import end_of, folded, places
from factcheck.export.withhold.names import LETTERS, Name, Part, names_in, parts_of
from factcheck.export.withhold.numbers import WRITTEN, Numbers, numbers_in
from factcheck.export.withhold.people import Hit, People
from factcheck.export.withhold.wordlists import is_first_name
from factcheck.model import Source

_INITIAL = re.compile(r"(?<![^\W\d_])[^\W\d_](?:\.|-[^\W\d_](?![^\W\d_]))")
_ENCODED = re.compile(r"(?<!\S)\S*%[0-9a-fA-F]{2}\S*")
_NOTHING: frozenset[int] = frozenset()


class Found(NamedTuple):
    """A place in a text where somebody could be known."""

    start: int
    end: int
    form: str
    """What stands there, folded, in small letters."""
    shared: str = ""
    """The one word there, where it may stand for something or somebody else."""
    owners: frozenset[int] = _NOTHING
    """Ids of the sources, where it is a name."""


class SecretWords:
    """What the sources of a desk must not be known by: names, contacts, addresses, titles, in any spelling.

    Each secret lies in an index under a word that has to be in a text which holds it, and what was met and is
    none of these words is remembered, so that only a text with one of them is looked at closely.
    """

    def __init__(
        self, sources: Iterable[Source], others: Iterable[str] = (), letters: Iterable[str] = ()
    ) -> None:
        """Learn what is secret.

        Args:
            sources: all sources of the desk.
            others: names of people who may be named: of the desk, say; full ones are left alone.
            letters: small letters that are no initials, since they stand in the draft as an abbreviation.
        """
        known = tuple(sources)
        secret = tuple(source for source in known if not source.is_open)
        names = [(name, source.id) for source in secret for name in _names_of(source)]
        parts = _parts(names)
        open_names = [*others, *(source.person for source in known if source.is_open)]
        self._people = People(parts, _open(open_names, [name for name, _ in names]), frozenset(letters))
        self._numbers = Numbers({number for source in known for number in numbers_in(folded(source.contact))})
        self._phrases = _indexed(_phrases(known))
        self._harmless: set[str] = set()
        self._numeric: set[str] = set()
        self.are_none = not (parts or self._phrases or any(source.contact for source in known))

    def find(self, text: str, about: frozenset[int] = _NOTHING) -> tuple[Found, ...]:
        """Where a text holds secrets, in order, none touching another.

        Args:
            text: any text.
            about: ids of the sources that it is about; their first names count in any case.
        """
        if self.are_none or self._is_harmless(text):
            return ()
        plain = folded(text)
        small = plain.lower()
        hits = [*self._people.find(plain, about), *self._of_phrases(small)]
        hits += [Hit(start, end) for start, end in self._numbers.find(plain)]
        hits += self._encoded(plain, about)
        return tuple(_placed(text, small, hits)) if hits else ()

    def _encoded(self, plain: str, about: frozenset[int]) -> Iterator[Hit]:
        """What stands in an address as codes of its letters: `jos%C3%A9`."""
        for found in _ENCODED.finditer(plain):
            decoded = unquote(found.group())
            if decoded != found.group() and self.find(decoded, about):
                yield Hit(*found.span())

    def _is_harmless(self, text: str) -> bool:
        """Whether a glance is enough: no part of the text between blanks belongs to a secret."""
        chunks = text.split()
        if self._harmless.issuperset(chunks):
            return True
        rest = [chunk for chunk in chunks if chunk not in self._harmless]
        suspects = [chunk for chunk in rest if chunk not in self._numeric and not self._learn(chunk)]
        return not suspects and not WRITTEN.search(folded(text))

    def _learn(self, chunk: str) -> bool:
        """Remember a chunk that is no part of a secret, or only of a number; False for any other."""
        plain = folded(chunk).lower()
        words = LETTERS.findall(plain)
        # A word may go on in the next line, and single letters may be initials.
        if plain.endswith("-") or _INITIAL.search(plain) or _ENCODED.search(plain):
            return False
        if any(map(self._is_suspect, words)):
            return False
        (self._numeric if any(map(str.isdecimal, plain)) else self._harmless).add(chunk)
        return True

    def _is_suspect(self, word: str) -> bool:
        return len(word) > 1 and (word in self._phrases or self._people.knows(word))

    def _of_phrases(self, small: str) -> Iterator[Hit]:
        words = self._phrases.keys() & LETTERS.findall(small)
        for pattern in {pattern for word in words for pattern in self._phrases[word]}:
            yield from (Hit(*found.span()) for found in re.finditer(pattern, small))


def _placed(text: str, small: str, hits: list[Hit]) -> Iterator[Found]:
    """Places in folded text as places in the text, overlapping ones made one."""
    at = places(text)
    merged: list[Hit] = []
    for hit in sorted(hits):
        if merged and hit.start < merged[-1].end:
            last = merged.pop()
            whole = last if (last.start, last.end) == (hit.start, hit.end) else last._replace(shared="")
            merged.append(whole._replace(end=max(last.end, hit.end), owners=last.owners | hit.owners))
        else:
            merged.append(hit)
    for hit in merged:
        form = " ".join(LETTERS.findall(small[hit.start : hit.end])) or small[hit.start : hit.end]
        yield Found(at[hit.start], end_of(text, at[hit.end - 1]), form, hit.shared, hit.owners)


def _parts(names: Iterable[tuple[Name, int]]) -> dict[str, Part]:
    parts: dict[str, Part] = {}
    for name, owner in names:
        for word, part in parts_of(name, owner):
            parts[word] = parts[word].with_(part) if word in parts else part
    return parts


def _open(names: Iterable[str], secret: list[Name]) -> Iterator[tuple[str, ...]]:
    """Full names of people who may be named; not of those who are also a source that may not."""
    for name in dict.fromkeys(names):
        words = tuple(LETTERS.findall(folded(name).lower()))
        if len(words) > 1 and not any(_is_same(set(words), other) for other in secret):
            yield words


def _is_same(words: set[str], name: Name) -> bool:
    """Whether words may be the name of that person: family name, and first name unless none is known."""
    given = {*chain.from_iterable(name.given)}
    firsts = {word[0] for word in (*given, *name.letters)}
    rest = words.difference(name.family)
    return bool(words.intersection(name.family)) and (
        not firsts or bool(words & given) or any(len(word) == 1 and word in firsts for word in rest)
    )


_OF_PEOPLE = frozenset(
    {
        SourceKind.PERSON,
        SourceKind.RECORDING,
        SourceKind.CORRESPONDENCE,
        SourceKind.SOCIAL,
        SourceKind.OBSERVATION,
        None,
    }
)
"""Kinds of sources whose title and author name a person; one whose kind nobody said may be a person too."""

_CAPITALS = re.compile(r"[^\W\d_a-z][\w'-]+(?: (?:[^\W\d_]\.|(?:[a-z]{1,3} ){0,2}[^\W\d_a-z][\w'-]+))+")
"""Words with capital letters one behind the other, in folded text."""

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def _names_of(source: Source) -> Iterator[Name]:
    """The people whom a source names: its person; where none is given, those in title and author."""
    if source.person:
        yield from names_in(source.person)
        return
    for text in (source.title, source.author):
        for run in _CAPITALS.findall(folded(text)):
            if source.kind in _OF_PEOPLE or is_first_name(run.split()[0].lower()):
                yield from names_in(run)


def _phrases(sources: tuple[Source, ...]) -> Iterator[Phrase]:
    public = {
        _compared(text)
        for source in sources
        if source.is_open
        for text in (source.title, source.author, source.url, source.archived_url)
    }
    found: list[Phrase | None] = []
    for source in sources:
        found += phrases_in(source.contact)
        if source.is_open:
            continue
        found.append(phrase(source.person))
        found += (
            phrase(_CAMEL.sub(" ", word))
            for word in source.person.replace("-", " ").split()
            if _CAMEL.search(word)
        )
        found += (address(url) for url in (source.url, source.archived_url) if _compared(url) not in public)
        # A single word like “Interview” names nobody.
        told = (source.title, source.author, source.role, source.note)
        found += (phrase(text) for text in told if len(text.split()) > 1 and _compared(text) not in public)
    return (one for one in found if one is not None)


def _compared(text: str) -> str:
    return " ".join(folded(text).lower().split())


def _indexed(phrases: Iterable[Phrase]) -> dict[str, set[str]]:
    """Patterns by that word of each which the fewest share; the last of several may go on in the text."""
    found = set(phrases)
    shared = Counter(word for one in found for word in one.words)
    index: dict[str, set[str]] = {}
    for one in found:
        rarest = min(one.words[:-1] or one.words, key=lambda word: (shared[word], -len(word), word))
        index.setdefault(rarest, set()).add(one.pattern)
    return index
