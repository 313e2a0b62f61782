"""What the new draft brings that no old claim holds: new claims, and passages that are no claims."""

from collections.abc import Sequence
from dataclasses import replace

from db.vocabulary import SetAsideReason
from factcheck.model import NewClaim, OldDraft, SetAside, Span, Split, SplitClaim
from factcheck.revise.carrying.owners import NOBODY, runs
from factcheck.revise.carrying.project import Projection
from factcheck.revise.changes.classify import Stretch
from factcheck.revise.reading import Reading

_LEAST = 3
"""Fewest words left over of a statement that make a claim of their own."""


def newcomers(
    projection: Projection, new: Reading, old: OldDraft, split: Split
) -> tuple[tuple[NewClaim, ...], tuple[SetAside, ...]]:
    """New claims and passages, so that every word of the new draft is in a claim or set aside."""
    found: list[tuple[int, NewClaim]] = []
    aside: list[SetAside] = []
    for index, statement in enumerate(split.claims):
        own = [token for part in statement.parts for token in range(*new.inside(*part))]
        free = [token for token in own if projection.is_free((token, token + 1))]
        words = [token for token in free if new.is_word(token)]
        if not words:
            continue
        parent = projection.split_from.get(index)
        of = None if parent is None else old.claims[parent].number
        if len(words) == sum(map(new.is_word, own)):
            found.append((index, NewClaim(claim=statement, of=of)))
        elif len(words) >= _LEAST:
            found.append((index, NewClaim(claim=_rest(new, statement, runs(free)), of=of)))
        else:
            aside += [_aside(new, part, SetAsideReason.TRANSITION, "left over") for part in runs(words)]
    aside += _carried(projection, new, old)
    aside += _afresh(projection, new, split)
    return _nested(found, projection, new, old, split), tuple(sorted(aside, key=lambda one: one.start))


def _rest(new: Reading, statement: SplitClaim, parts: Sequence[Stretch]) -> SplitClaim:
    """What is left of a statement when the words of old claims are taken out."""
    parts = [part for part in parts if any(map(new.is_word, range(*part)))]
    spans = tuple(new.span(*part) for part in parts)
    start, end = spans[0].start, spans[-1].end
    points = tuple(
        point
        for point in statement.check_points
        if any(span.start <= point.start and point.end <= span.end for span in spans)
    )
    return replace(
        statement,
        text=new.text[start:end],
        start=start,
        end=end,
        parts=spans,
        restatement="",
        check_points=points,
        kinds=tuple(dict.fromkeys(kind for kind in statement.kinds if any(p.kind == kind for p in points))),
        quoted=tuple(
            Span(max(one.start, start), min(one.end, end))
            for one in statement.quoted
            if one.start < end and start < one.end
        ),
        rules=(*statement.rules, "left over by an older claim"),
    )


def _aside(new: Reading, part: Stretch, reason: SetAsideReason, rule: str) -> SetAside:
    span = new.span(*part)
    return SetAside(
        start=span.start, end=span.end, text=new.text[span.start : span.end], reason=reason, rule=rule
    )


def _carried(projection: Projection, new: Reading, old: OldDraft) -> list[SetAside]:
    """Passages of the old draft that stand in the new one word for word."""
    members: dict[int, list[int]] = {}
    for token, passage in enumerate(projection.passage):
        if passage != NOBODY:
            members.setdefault(passage, []).append(token)
    return [
        _aside(new, part, old.passages[passage].reason, "set aside in the draft before")
        for passage, tokens in members.items()
        for part in runs(tokens)
    ]


def _afresh(projection: Projection, new: Reading, split: Split) -> list[SetAside]:
    """Passages of the new draft's own, as far as nothing older holds their words."""
    found = []
    for one in split.set_aside:
        tokens = range(*new.inside(one.start, one.end))
        free = [token for token in tokens if projection.is_free((token, token + 1))]
        if len(free) == len(tokens):
            found.append(one)
        else:
            found += [
                _aside(new, part, one.reason, one.rule)
                for part in runs(free)
                if any(map(new.is_word, range(*part)))
            ]
    return found


def _nested(
    found: Sequence[tuple[int, NewClaim]],
    projection: Projection,
    new: Reading,
    old: OldDraft,
    split: Split,
) -> tuple[NewClaim, ...]:
    """New claims told what they stand in: another new claim, or an older one."""
    places = {index: place for place, (index, _) in enumerate(found)}
    result = []
    for _, one in found:
        parent = one.claim.parent
        if parent is None:
            result.append(one)
            continue
        inside = None
        if parent not in places:
            first = new.inside(*split.claims[parent].parts[0])[0]
            owner = projection.owner[first]
            inside = None if owner == NOBODY else old.claims[owner].number
        claim = replace(one.claim, parent=places.get(parent))
        result.append(replace(one, claim=claim, inside=inside))
    return tuple(result)
