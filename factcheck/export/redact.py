"""What is left out of a sheet to protect people: names, contacts and words that are not on the record."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from db.vocabulary import Basis
from factcheck.export.secret_words import SecretWords
from factcheck.model import Contact, Event, Source, SourceFields

WITHHELD = "[withheld]"
"""What stands in place of a secret in running text."""

NO_NAME = "name withheld"
"""What stands in place of a source's title and name."""

_QUOTABLE = frozenset({Basis.ON_RECORD, Basis.BACKGROUND, Basis.NOT_FOR_ATTRIBUTION})
"""Terms on which a person's words, though not always their name, may be handed on."""


class Redactor:
    """Takes out of free text what the sources on a desk must not be known by.

    Over-caution is the safer side: a name is taken out of a note also where it means somebody else.
    """

    def __init__(self, sources: Iterable[SourceFields], published: str = "") -> None:
        """Learn what is secret.

        Args:
            sources: all sources of the desk, cited here or not.
            published: the draft, which is handed over as it stands; `wording` leaves its words alone.
        """
        self._secrets = SecretWords(sources)
        self._published = self._secrets.found_in(published)

    def text(self, text: str) -> str:
        """Free text without what is secret."""
        return self._secrets.without(text, WITHHELD)

    def wording(self, text: str) -> str:
        """As `text`, for words meant for the page: what the draft itself says is no secret in them."""
        return self._secrets.without(text, WITHHELD, self._published)

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
        return replace(contact, outcome=outcome)

    def event(self, event: Event) -> Event:
        """One line of the history without secrets, former ones included."""
        said = _plain(event.verb) if event.verb in _TELLS_SECRETS else self.text(event.said)
        return replace(
            event,
            said=said,
            before=self._values(event.before),
            after=self._values(event.after),
            warnings=tuple(map(self.text, event.warnings)),
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
