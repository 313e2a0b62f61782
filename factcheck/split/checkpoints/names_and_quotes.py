"""Check points that the stages before have found: names, titles, places, quotations and attributions."""

import re
from collections.abc import Iterator, Sequence

from db.vocabulary import CheckKind
from factcheck.split.checkpoints.found import Found
from factcheck.split.people.entities import EntityKind, NamedEntities
from factcheck.split.people.name_lists import ROLE_NOUNS
from factcheck.split.quotations.attribution import Attribution
from factcheck.split.quotations.quotation_marks import Quotation

_KINDS = {
    EntityKind.PERSON: CheckKind.NAME,
    EntityKind.ORGANISATION: CheckKind.NAME,
    EntityKind.PLACE: CheckKind.PLACE,
}


_ROLE_AFTER = re.compile(r",(?: \d{1,3},)? (?P<role>[^,.;:—–“”\"()]{4,90})(?=[,.;—–)]|$)")
_ROLE_BEFORE = re.compile(
    r"\b(?P<role>(?:the|an?|its|his|her|their) [^,.;:—–“”\"()]{3,60}), $", re.IGNORECASE
)


def _role(words: str) -> bool:
    """Whether words begin with what somebody is: a noun of office or trade before the first preposition."""
    for word in words.split()[:6]:
        if word.lower() in ROLE_NOUNS:
            return True
        if word in ("of", "at", "for", "in", "who", "from", "and", "said", "says"):
            return False
    return False


def _roles(text: str, start: int, end: int) -> Iterator[Found]:
    """What somebody is, behind the name or before it: “professor emeritus at George Mason University”."""
    after = _ROLE_AFTER.match(text, end, end + 120)
    if after and _role(after["role"]):
        yield Found(after.start("role"), after.end("role"), CheckKind.TITLE, rule="role behind a name")
    if text[start - 2 : start] == ", ":
        before = _ROLE_BEFORE.search(text, max(0, start - 90), start)
        if before and _role(before["role"]):
            yield Found(before.start("role"), before.end("role"), CheckKind.TITLE, rule="role before a name")


def names(text: str, named: NamedEntities) -> Iterator[Found]:
    """Persons and organisations as names, places as places, titles and roles beside a name as titles."""
    for mention in named.mentions:
        if mention.kind == EntityKind.PERSON:
            yield from _roles(text, mention.start, mention.end)
        kind = _KINDS.get(mention.kind)
        if kind is not None:
            yield Found(
                mention.start, mention.end, kind, named.entities[mention.entity].name, str(mention.kind)
            )
        if mention.title is not None and mention.title.end == mention.start - 1:
            yield Found(mention.title.start, mention.title.end, CheckKind.TITLE, rule="title")


_TITLE_WORD = r"(?:[A-Z0-9][\w’'-]*|of|the|and|in|for|a|to|de|la|on|at)"
_TITLE = re.compile(rf"{_TITLE_WORD}(?: {_TITLE_WORD})*[,.]?")


def quoted(text: str, quotations: Sequence[Quotation], start: int, end: int) -> Iterator[Found]:
    """The words between quotation marks in `start`–`end`, were they said? No names and titles."""
    for quotation in quotations:
        first, last = max(quotation.inner_start, start), min(quotation.inner_end, end)
        if first < last and not (quotation.words < 7 and _TITLE.fullmatch(text, first, last)):
            while last > first and text[last - 1] in ", ":
                last -= 1
            yield Found(first, last, CheckKind.QUOTE, rule="quotation")


_SPOKEN_NAME = re.compile(r"[A-Z][\w’'.-]+(?: (?:(?:de|van|von|der|al|bin|la|le|du|di) )?[A-Z][\w’'.-]+)+")


def speakers(text: str, attributions: Sequence[Attribution], known: Sequence[Found]) -> Iterator[Found]:
    """Speakers by a first and a last name that nothing else tells to be a person's."""
    for attribution in attributions:
        mention = attribution.mention
        if mention is None or attribution.carried or not _SPOKEN_NAME.fullmatch(text, *mention):
            continue
        if not any(
            one.start < mention.end and mention.start < one.end and one.kind == CheckKind.NAME
            for one in known
        ):
            yield Found(mention.start, mention.end, CheckKind.NAME, attribution.name, "name of a speaker")


def attributed(attributions: Sequence[Attribution], start: int, end: int) -> Iterator[Found]:
    """Who says it: the speaker with the words of speech, where they stand in `start`–`end`."""
    for attribution in attributions:
        source = None if attribution.carried else attribution.mention
        marks = [
            span for span in (source, attribution.cue) if span and start <= span.start and span.end <= end
        ]
        if marks:
            yield Found(
                min(span.start for span in marks),
                max(span.end for span in marks),
                CheckKind.ATTRIBUTION,
                attribution.name,
                attribution.rule,
            )
