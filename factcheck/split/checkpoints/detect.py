"""All detectors over one text: what there is to tick off, in reading order."""

from collections.abc import Sequence
from datetime import date

from db.vocabulary import CheckKind
from factcheck.split.checkpoints.dates import ages, dates
from factcheck.split.checkpoints.found import Found
from factcheck.split.checkpoints.people import attributed, names, quoted
from factcheck.split.checkpoints.quantities import quantities
from factcheck.split.checkpoints.wording import allegations, causes, superlatives
from factcheck.split.types import Attribution, Cast, Quotation


def detect(
    text: str,
    spans: Sequence[tuple[int, int]],
    published: date | None,
    cast: Cast,
    quotations: Sequence[Quotation],
    attributions: Sequence[Attribution],
) -> list[Found]:
    """Everything to tick off in `spans` of `text`, sorted by place."""
    found: list[Found] = [*names(cast), *quoted(text, quotations), *attributed(attributions)]
    for start, end in spans:
        timed = [*ages(text, start, end)]
        timed += [
            one
            for one in dates(text, start, end, published)
            if not any(low.start < one.end and one.start < low.end for low in timed)
        ]
        found += timed
        found += quantities(text, start, end, [(one.start, one.end) for one in timed])
        found += superlatives(text, start, end)
        found += causes(text, start, end)
        found += allegations(text, start, end)
    found.sort(key=lambda one: (one.start, -one.end, _ORDER[one.kind]))
    return found


_ORDER = {kind: place for place, kind in enumerate(CheckKind)}
