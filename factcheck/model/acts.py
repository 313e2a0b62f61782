"""What the desk answers about acts: people, history, changes, what was being typed, and its health."""

from dataclasses import field
from datetime import datetime
from typing import Any, NamedTuple

from db.vocabulary import Role
from factcheck.model.base import Text, Value, value


@value
class Person(Value):
    """Somebody on the desk."""

    id: int
    name: Text
    initials: Text
    role: Role


@value
class Event(Value):
    """One line of the history: who did what, when, from what to what, for which exact words."""

    id: int
    op: str
    """Operation id; a retry with the same one changes nothing."""
    at: datetime
    by: str
    verb: str
    """Name of the Desk method, or undo / redo."""
    article: str = ""
    claim: int | None = None
    words: Text = ""
    """The exact words of the claim at that moment."""
    said: Text
    """What was done, in one sentence."""
    before: dict[str, object] = field(default_factory=dict)
    """Former values of the claim's changed fields, by field name."""
    after: dict[str, object] = field(default_factory=dict)
    warnings: tuple[Text, ...] = ()
    """What the person was warned of when they did it."""


@value
class Change(Value):
    """What a verb did: for the message, and for refreshing just what changed."""

    op: str
    verb: str
    said: Text
    """One sentence: “Claim 12: verified”."""
    article: str = ""
    claims: tuple[int, ...] = ()
    """Numbers of the claims that changed, came or went."""
    whole_article: bool = False
    """True when more than single claims changed and a screen should ask for everything again."""
    warnings: tuple[Text, ...] = ()
    """What the finding needs and does not have yet: warnings, never refusals; the event keeps them."""
    created: int | None = None
    """Id of the source, citation, note or query that came into being; number of a claim."""


class TypedText(NamedTuple):
    """Text being typed and not yet kept."""

    text: str
    version: int
    """Version of the claim that it was begun on."""


class Place(NamedTuple):
    """Where a person left off in an article."""

    claim: int
    state: dict[str, Any]
    """Filter, tab and the like."""


@value
class Health(Value):
    """What doctor found: problems in a sentence each, and facts by name."""

    problems: tuple[Text, ...] = ()
    facts: dict[str, str] = field(default_factory=dict)
