"""What is left out of a sheet to protect people: names, contacts and words that are not on the record."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from db.vocabulary import Basis
from factcheck.model import Contact, Event, Source, SourceFields

WITHHELD = "[withheld]"
"""What stands in place of a secret in running text."""

NO_NAME = "name withheld"
"""What stands in place of a source's title and name."""

_QUOTABLE = frozenset({Basis.ON_RECORD, Basis.BACKGROUND, Basis.NOT_FOR_ATTRIBUTION})
"""Terms on which a person's words, though not always their name, may be handed on."""

_SHORTEST = 3
"""A secret of fewer characters cannot be looked for in running text without destroying it."""

_SUBSTRING = 6
"""From so many characters on, a secret is also found inside longer words."""

_SHORTEST_NUMBER = 6
"""Digits that make a telephone number, which people write with any separators."""

_NOT_A_NAME = frozenset({"Mrs", "Miss", "Prof", "Sir", "Dame", "Lord", "Lady", "The", "Source", "And", "For"})


class Redactor:
    """Takes out of free text what the sources on a desk must not be known by.

    Names are looked for whole and by each of their parts, contacts by each of their pieces and
    telephone numbers whatever separates the digits; over-caution is the safer side.
    """

    def __init__(self, sources: Iterable[SourceFields], published: str = "") -> None:
        """Learn what is secret.

        Args:
            sources: all sources of the desk, cited here or not.
            published: the draft, which is handed over as it stands; `wording` leaves its words alone.
        """
        patterns = _secrets(tuple(sources))
        self._everywhere = _either(patterns)
        self._unpublished = _either(p for p in patterns if not re.search(p, published))

    def text(self, text: str) -> str:
        """Free text without what is secret."""
        return _without(self._everywhere, text)

    def wording(self, text: str) -> str:
        """As `text`, for words meant for the page: what the draft itself says is no secret in them."""
        return _without(self._unpublished, text)

    def anything(self, value: object) -> object:
        """The same value with every string in it, at any depth, as `text` gives it."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, dict):
            return {key: self.anything(inner) for key, inner in value.items()}
        if isinstance(value, list | tuple):
            return [self.anything(inner) for inner in value]
        return value

    def source(self, source: Source) -> dict[str, Any]:
        """The fields of a source as a sheet may hold them, and whether anything of it was withheld."""
        open_fields: dict[str, Any] = {"kind": source.kind, "basis": source.basis, "state": source.state}
        if not source.is_open:
            return {**open_fields, "title": NO_NAME, "withheld": True}
        named = ("title", "author", "publication", "published", "url", "archived_url", "origin", "note")
        open_fields |= {name: self.text(getattr(source, name)) for name in named}
        open_fields |= {"person": source.person, "role": source.role, "withheld": bool(source.contact)}
        return open_fields

    def citation(self, fields: dict[str, Any], source: Source) -> dict[str, Any]:
        """The fields of a citation as a sheet may hold them, and whether anything was withheld."""
        kept = {
            **fields,
            **{name: self.text(fields[name]) for name in ("locator", "quotation", "note")},
            "withheld": False,
        }
        if not source.is_open:
            kept |= {"note": "", "locator": "", "withheld": True}
        if source.basis not in _QUOTABLE:
            kept["quotation"] = ""
        return kept

    def contact(self, contact: Contact, source: Source) -> Contact:
        """An attempt to reach a person, without what it brought where the person is not on the record."""
        outcome = self.text(contact.outcome) if source.is_open else WITHHELD
        return contact.model_copy(update={"outcome": outcome})

    def event(self, event: Event) -> Event:
        """One line of the history without secrets, former ones included."""
        said = _plain(event.verb) if event.verb in _TELLS_SECRETS else self.text(event.said)
        return event.model_copy(
            update={
                "said": said,
                "before": self._values(event.before),
                "after": self._values(event.after),
            }
        )

    def _values(self, values: dict[str, Any]) -> dict[str, Any]:
        """What an event changed, without the rows that hold secrets, such as `note 7`."""
        return {
            name: self.anything(value)
            for name, value in values.items()
            if name.partition(" ")[0] not in _HOLDS_SECRETS
        }


def _plain(word: str) -> str:
    return word.replace("_", " ")


_HOLDS_SECRETS = frozenset({"note", "citation", "source", "contact"})
"""Tables whose rows, as the history keeps them, may be confidential or name somebody."""

_TELLS_SECRETS = frozenset(
    {
        "add_source", "edit_source", "merge_sources", "remove_source", "log_contact", "cite",
        "edit_citation", "remove_citation", "note", "edit_note", "remove_note", "undo", "redo",
    }
)  # fmt: skip
"""Acts whose line in the history may hold a name or a note that has since been changed."""


def _secrets(sources: tuple[SourceFields, ...]) -> set[str]:
    """Patterns that find what must not be read."""
    found: set[str] = set()
    public = {
        _folded(text)
        for source in sources
        if source.basis is Basis.ON_RECORD
        for text in (source.title, source.author, source.url, source.archived_url)
    }
    for source in sources:
        found.update(_of_contact(source.contact))
        if source.basis is Basis.ON_RECORD:
            continue
        found.update(_of_name(source.person))
        for text in _identifying(source):
            if _folded(text) not in public:
                found.update(_whole(text))
    return found


def _identifying(source: SourceFields) -> Iterator[str]:
    """Addresses, and phrases of several words; a single word like “Interview” names nobody."""
    yield from (source.url, source.archived_url)
    phrases = (source.title, source.author, source.role, source.note)
    yield from (text for text in phrases if len(text.split()) > 1)


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _whole(text: str) -> Iterator[str]:
    words = unicodedata.normalize("NFC", text).split()
    length = sum(map(len, words))
    if length < _SHORTEST:
        return
    pattern = r"\s+".join(map(re.escape, words))
    yield f"(?i:{pattern})" if length >= _SUBSTRING else rf"(?i:(?<!\w){pattern}(?!\w))"


def _of_name(name: str) -> Iterator[str]:
    yield from _whole(name)
    for part in re.findall(r"\w+", unicodedata.normalize("NFC", name)):
        if len(part) >= _SHORTEST and not part[0].islower() and part not in _NOT_A_NAME:
            yield rf"(?<!\w){re.escape(part)}(?!\w)"


def _of_contact(contact: str) -> Iterator[str]:
    yield from _whole(contact)
    for piece in re.split(r"[,;\n|<>()]+|\s/\s|\bor\b", contact):
        yield from _whole(piece)
    for word in contact.split():
        if "@" in word or "://" in word:
            yield from _whole(word.strip("<>(),;.:"))
    for number in re.findall(r"\+?\d[\d\s().\-/]*\d", contact):
        digits = [char for char in number if char.isdigit()]
        if len(digits) >= _SHORTEST_NUMBER:
            yield r"\+?(?<!\d)" + r"[\s().\-/]*".join(digits) + r"(?!\d)"


def _either(patterns: Iterable[str]) -> re.Pattern[str] | None:
    longest_first = sorted(patterns, key=lambda pattern: (-len(pattern), pattern))
    return re.compile("|".join(longest_first)) if longest_first else None


def _without(pattern: re.Pattern[str] | None, text: str) -> str:
    if pattern is None or not text:
        return text
    plain = unicodedata.normalize("NFC", text)
    cleaned = pattern.sub(WITHHELD, plain)
    return text if cleaned == plain else cleaned
