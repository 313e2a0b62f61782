"""Names with their titles, places and organisations, quotations and attributions, taken from the stages before."""

from collections.abc import Iterable, Iterator

from db.vocabulary import CheckKind
from factcheck.split.checkpoints.found import Found
from factcheck.split.types import Attribution, Cast, EntityKind, Quotation

_KINDS = {
    EntityKind.PERSON: CheckKind.NAME,
    EntityKind.PLACE: CheckKind.PLACE,
    EntityKind.ORGANISATION: CheckKind.NAME,
}


def names(cast: Cast) -> Iterator[Found]:
    """Persons and organisations as names, places as places, titles and roles beside a name as titles."""
    for mention in cast.mentions:
        kind = _KINDS.get(mention.kind)
        if kind is not None:
            full = cast.entities[mention.entity].name
            yield Found(mention.start, mention.end, kind, full, rule=str(mention.kind))
        if mention.title is not None and mention.title.end > mention.title.start:
            yield Found(mention.title.start, mention.title.end, CheckKind.TITLE, rule="title")


def quoted(text: str, quotations: Iterable[Quotation]) -> Iterator[Found]:
    """The words between quotation marks: were they said like that?"""
    for quotation in quotations:
        if quotation.depth == 0 and quotation.inner_end > quotation.inner_start:
            yield Found(quotation.inner_start, quotation.inner_end, CheckKind.QUOTE, rule="quotation")


def attributed(attributions: Iterable[Attribution]) -> Iterator[Found]:
    """Who says it: the speaker with the words of speech."""
    for attribution in attributions:
        marks = [
            span
            for span in (attribution.source if not attribution.carried else None, attribution.cue)
            if span
        ]
        if marks:
            yield Found(
                min(span.start for span in marks),
                max(span.end for span in marks),
                CheckKind.ATTRIBUTION,
                attribution.name,
                rule=attribution.rule,
            )
