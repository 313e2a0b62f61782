"""Check points that the stages before have found: names, titles, places, quotations and attributions."""

from collections.abc import Iterator, Sequence

from db.vocabulary import CheckKind
from factcheck.split.checkpoints.found import Found
from factcheck.split.types import Attribution, Cast, EntityKind, Quotation

_KINDS = {
    EntityKind.PERSON: CheckKind.NAME,
    EntityKind.ORGANISATION: CheckKind.NAME,
    EntityKind.PLACE: CheckKind.PLACE,
}


def names(cast: Cast) -> Iterator[Found]:
    """Persons and organisations as names, places as places, titles and roles beside a name as titles."""
    for mention in cast.mentions:
        kind = _KINDS.get(mention.kind)
        if kind is not None:
            yield Found(
                mention.start, mention.end, kind, cast.entities[mention.entity].name, str(mention.kind)
            )
        if mention.title is not None and mention.title.end > mention.title.start:
            yield Found(mention.title.start, mention.title.end, CheckKind.TITLE, rule="title")


def quoted(quotations: Sequence[Quotation], start: int, end: int) -> Iterator[Found]:
    """The words between quotation marks in `start`–`end`: were they said like that?"""
    for quotation in quotations:
        first, last = max(quotation.inner_start, start), min(quotation.inner_end, end)
        if first < last:
            yield Found(first, last, CheckKind.QUOTE, rule="quotation")


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
