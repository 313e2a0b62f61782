"""The words that people must not be known by, and finding them in running text, however many there are."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from db.vocabulary import Basis
from factcheck.model import SourceFields

_SHORTEST = 3
"""A secret of fewer characters cannot be looked for in running text without destroying it."""

_SUBSTRING = 6
"""From so many characters on, a secret need not end where a word ends."""

_SHORTEST_NUMBER = 6
"""Digits that make a telephone number, which people write with any separators."""

_NOT_A_NAME = frozenset({"Mrs", "Miss", "Prof", "Sir", "Dame", "Lord", "Lady", "The", "Source", "And", "For"})
_WORD = re.compile(r"\w+")
_NOT_DIGITS = re.compile(r"[^0-9]+")
_NUMBER = re.compile(r"\+?\d[\d\s().\-/]*\d")


class SecretWords:
    """What the sources of a desk must not be known by: names, contacts, addresses, titles.

    Names count whole and by each of their parts, contacts by each of their pieces, telephone numbers
    whatever separates the digits. Every secret lies in an index under that word of it which the fewest
    secrets share, so that a text is only compared with the few that it could hold.
    """

    def __init__(self, sources: Iterable[SourceFields]) -> None:
        secrets = [(secret, _words(secret.text)) for secret in _secrets(tuple(sources))]
        shared = Counter(word for _, words in secrets for word in words)
        self._by_word: dict[str, set[str]] = {}
        self._numbers: dict[str, str] = {}
        for secret, words in secrets:
            if secret.is_number:
                self._numbers[secret.text] = secret.pattern
            elif words:
                rarest = min(words, key=lambda word: (shared[word], -len(word), word))
                self._by_word.setdefault(rarest, set()).add(secret.pattern)

    def found_in(self, text: str) -> frozenset[str]:
        """Patterns of the secrets that a text may hold."""
        if not (self._by_word or self._numbers):
            return frozenset()
        found = {pattern for word in self._by_word.keys() & _words(text) for pattern in self._by_word[word]}
        digits = _NOT_DIGITS.sub("", text)
        if len(digits) >= _SHORTEST_NUMBER:
            found.update(pattern for number, pattern in self._numbers.items() if number in digits)
        return frozenset(found)

    def without(self, text: str, instead: str, spared: frozenset[str] = frozenset()) -> str:
        """The text with `instead` in place of each secret, those of the spared patterns left alone."""
        patterns = self.found_in(text) - spared
        if not patterns:
            return text
        longest_first = sorted(patterns, key=lambda pattern: (-len(pattern), pattern))
        plain = _composed(text)
        cleaned = re.sub("|".join(longest_first), lambda _: instead, plain)
        return text if cleaned == plain else cleaned


class _Secret:
    """One secret: its words, and the pattern that finds them."""

    def __init__(self, text: str, pattern: str, *, is_number: bool = False) -> None:
        self.text = text
        self.pattern = pattern
        self.is_number = is_number


def _secrets(sources: tuple[SourceFields, ...]) -> Iterator[_Secret]:
    public = {
        _folded(text)
        for source in sources
        if source.basis is Basis.ON_RECORD
        for text in (source.title, source.author, source.url, source.archived_url)
    }
    for source in sources:
        yield from _of_contact(source.contact)
        if source.basis is not Basis.ON_RECORD:
            yield from _of_name(source.person)
            for text in _identifying(source):
                if _folded(text) not in public:
                    yield from _whole(text)


def _identifying(source: SourceFields) -> Iterator[str]:
    """Addresses, and phrases of several words; a single word like “Interview” names nobody."""
    yield from (source.url, source.archived_url)
    phrases = (source.title, source.author, source.role, source.note)
    yield from (text for text in phrases if len(text.split()) > 1)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(_composed(text).casefold()))


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _folded(text: str) -> str:
    return " ".join(_composed(text).casefold().split())


def _whole(text: str) -> Iterator[_Secret]:
    words = _composed(text).split()
    length = sum(map(len, words))
    if length < _SHORTEST:
        return
    pattern = r"\s+".join(map(re.escape, words))
    bounded = f"(?i:{pattern})" if length >= _SUBSTRING else rf"(?i:(?<!\w){pattern}(?!\w))"
    yield _Secret(" ".join(words), bounded)


def _of_name(name: str) -> Iterator[_Secret]:
    yield from _whole(name)
    for part in _WORD.findall(_composed(name)):
        if len(part) >= _SHORTEST and not part[0].islower() and part not in _NOT_A_NAME:
            yield _Secret(part, rf"(?<!\w){re.escape(part)}(?!\w)")


def _of_contact(contact: str) -> Iterator[_Secret]:
    yield from _whole(contact)
    for piece in re.split(r"[,;\n|<>()]+|\s/\s|\bor\b", contact):
        yield from _whole(piece)
    for word in contact.split():
        if "@" in word or "://" in word:
            yield from _whole(word.strip("<>(),;.:"))
    for number in _NUMBER.findall(contact):
        digits = _NOT_DIGITS.sub("", number)
        if len(digits) >= _SHORTEST_NUMBER:
            pattern = r"\+?(?<![0-9])" + r"[\s().\-/]*".join(digits) + r"(?![0-9])"
            yield _Secret(digits, pattern, is_number=True)
