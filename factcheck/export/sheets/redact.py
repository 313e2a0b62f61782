"""What is left out of a sheet to protect people: names, contacts and words that are not on the record."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from db.vocabulary import Basis
from factcheck.export.withhold.folding import folded
from factcheck.export.withhold.names import LETTERS
from factcheck.export.withhold.secret_words import Found, SecretWords
from factcheck.model import Contact, Event, Source
from factcheck.text import plural

NOBODY: frozenset[int] = frozenset()
"""The sources that a text is about where none is known."""

WITHHELD = "[withheld]"
"""What stands in place of a secret in running text."""

NO_NAME = "name withheld"
"""What stands in place of a source's title and name."""

_CAPITALS = re.compile(r"(?<![^\W_])[A-Z]{2,4}(?![^\W_])")
"""An abbreviation."""

_BESIDE = 100
"""Characters beside words of a former draft in which a name may go on."""

_QUOTABLE = frozenset({Basis.ON_RECORD, Basis.BACKGROUND, Basis.NOT_FOR_ATTRIBUTION})
"""Terms on which a person's words, though not always their name, may be handed on."""


class Redactor:
    """Takes out of free text what the sources on a desk must not be known by, and counts what it took out.

    Over-caution is the safer side: a name is taken out of a note also where it means somebody else.
    """

    def __init__(self, sources: Iterable[Source], published: str = "", *, others: Iterable[str] = ()) -> None:
        """Learn what is secret.

        Args:
            sources: all sources of the desk, cited here or not.
            published: the draft, which is handed over as it stands; `wording` leaves its words alone.
            others: people who may be named, such as those of the desk.
        """
        letters = {found.lower() for found in _CAPITALS.findall(published)}
        self._secrets = SecretWords(sources, others, letters)
        self.is_idle = self._secrets.are_none
        """Whether there is nothing to take out of any text."""
        in_draft = [
            (found, block[found.start])
            for block in published.split("\n\n")
            for found in self._secrets.find(block)
        ]
        self._published = {found.form: frozenset(found.form.split()) for found, _ in in_draft}
        # An ordinary word in small letters names nobody on the page.
        self._in_draft = Counter(
            found.form for found, first in in_draft if not (found.shared and first.islower())
        )
        self._shared: Counter[str] = Counter()
        self.withheld = 0
        """How often something was taken out."""

    def text(self, text: str, about: frozenset[int] = NOBODY) -> str:
        """Free text without what is secret.

        Args:
            text: what somebody wrote.
            about: ids of the sources that it is about; their first names count in small letters too.
        """
        places = self._secrets.find(text, about)
        return self._without(text, places) if places else text

    def wording(self, text: str, about: frozenset[int] = NOBODY) -> str:
        """As `text`, for words meant for the page: what the draft itself says is no secret in them."""
        places = self._secrets.find(text, about)
        return self._without(text, [one for one in places if not self._is_published(one)]) if places else text

    def stretch(self, text: str, start: int, end: int) -> str:
        """Words of a former draft, as `wording`, without a name of which they hold only a piece."""
        first = max(0, start - _BESIDE)
        kept, at = [], start
        for found in self._secrets.find(text[first : end + _BESIDE]):
            begin, stop = found.start + first, found.end + first
            if begin < end and stop > start and not self._is_published(found):
                self._count((found,))
                kept += [text[at : max(at, begin)], WITHHELD]
                at = min(stop, end)
        return "".join((*kept, text[at:end]))

    def name(self, name: str) -> str:
        """As `wording`, for a short name of letters and hyphens, such as that of an article or a file."""
        return self.wording(name).replace(WITHHELD, WITHHELD.strip("[]"))

    def _is_published(self, found: Found) -> bool:
        words = frozenset(found.form.split())
        return any(words <= said for said in self._published.values())

    def _without(self, text: str, places: Sequence[Found]) -> str:
        self._count(places)
        kept, at = [], 0
        for found in places:
            kept += [text[at : found.start], WITHHELD]
            at = found.end
        return "".join((*kept, text[at:]))

    def _count(self, places: Sequence[Found]) -> None:
        self.withheld += len(places)
        self._shared.update(found.shared for found in places if found.shared)

    def remarks(self) -> Iterator[str]:
        """What the person who exports should know of it; not for the sheet, which would tell the names."""
        if self.withheld:
            yield f"withheld to protect sources: {plural(self.withheld, 'place')}"
        if self._shared:
            words = ", ".join(f"“{word}” {count:,}×" for word, count in sorted(self._shared.items()))
            yield f"some of them may be an ordinary word, or somebody else's name: {words}"

    def remarks_on_draft(self) -> Iterator[str]:
        """As `remarks`, on what the draft holds."""
        if self._in_draft:
            words = ", ".join(f"“{form}” {count:,}×" for form, count in sorted(self._in_draft.items()))
            yield f"the draft, which goes out as it stands, holds what is withheld elsewhere: {words}"

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
        open_fields |= {"role": self.text(source.role), "withheld": bool(source.contact)}
        return open_fields | {"person": self._person(source.person)}

    def _person(self, person: str) -> str:
        """The name of a person on the record, who may be a source on other terms too, and nobody else's."""
        forms = {found.form for found in self._secrets.find(person)}
        whole = " ".join(LETTERS.findall(folded(person).lower()))
        return person if forms <= {whole} else self.text(person)

    def citation(self, fields: dict[str, Any], source: Source) -> dict[str, Any]:
        """The fields of a citation as a sheet may hold them, and whether anything was withheld."""
        about = frozenset({source.id})
        kept = {
            **fields,
            **{name: self.text(fields[name], about) for name in ("locator", "quotation", "note")},
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
        tells = event.verb in _TELLS_SECRETS and not self.is_idle
        said = _without_names(event) if tells else self.text(event.said)
        return replace(
            event,
            article=self.name(event.article),
            words=self.wording(event.words),
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


def _without_names(event: Event) -> str:
    """What was done, without on whom: “Claim 3: cite”."""
    act = event.verb.replace("_", " ")
    return act if event.claim is None else f"Claim {event.claim}: {act}"


_HOLDS_SECRETS = frozenset({"note", "citation", "source", "contact"})
"""Tables whose rows, as the history keeps them, may be confidential or name somebody."""

_TELLS_SECRETS = frozenset(
    {
        "add_source", "edit_source", "merge_sources", "remove_source", "log_contact", "cite",
        "edit_citation", "remove_citation", "note", "edit_note", "remove_note", "undo", "redo",
    }
)  # fmt: skip
"""Acts whose line in the history may hold a name or a note that has since been changed."""
