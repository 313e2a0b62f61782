"""A revision corrected by a person before it is applied: a claim put in its place, or let go."""

from dataclasses import replace

from db.vocabulary import Outcome
from factcheck.errors import NotOnDesk, Refused
from factcheck.model import ClaimPlace, ClaimRevision, NewClaim, Revision, Span, SplitClaim
from factcheck.revise.changes.classify import classify
from factcheck.revise.changes.diff import diff_stretches, one_block


def place_of(new: NewClaim) -> ClaimPlace:
    """Where a new claim stands, as a place that an older one may be put at."""
    claim = new.claim
    return ClaimPlace(claim.start, claim.end, claim.parts, claim.text, claim.block)


def placed(revision: Revision, number: int, place: ClaimPlace) -> Revision:
    """The revision with a claim at another place: it is rechecked there, and no new claim is made of it.

    Args:
        revision: as planned.
        number: of the claim.
        place: one that was asked about, or that of a new claim.

    Raises:
        NotOnDesk: the revision has no such claim.
        Refused: another claim stands there.
    """
    claim = _claim(revision, number)
    for other in revision.claims:
        if other.number != number and other.place is not None and _share(other.place.parts, place.parts):
            raise Refused(f"Claim {other.number} stands there: let it go first; nothing was changed.")
    released = () if claim.place is None else (_released(claim, claim.place),)
    before, after = one_block(claim.before), one_block(place.text)
    stretches = (0, len(before.tokens.keys)), (0, len(after.tokens.keys))
    changes = tuple(classify(before, stretches[0], after, stretches[1]))
    held = [new for new in revision.new if _share(new.claim.parts, place.parts)]
    put = replace(
        claim,
        outcome=Outcome.RECHECK,
        place=place,
        recheck=True,
        ask=(),
        into=None,
        changes=changes,
        diff=diff_stretches(before, stretches[0], after, stretches[1]),
        check_points=tuple(
            point
            for new in held
            for point in new.claim.check_points
            if place.start <= point.start and point.end <= place.end
        ),
        reason="It was put here by hand. " + "; ".join(change.said for change in changes),
    )
    new = [one for one in revision.new if one not in held]
    return _with(revision, put, [*new, *released])


def let_go(revision: Revision, number: int) -> Revision:
    """The revision with a claim lost: what it was put on is a claim of its own.

    Raises:
        NotOnDesk: the revision has no such claim.
    """
    claim = _claim(revision, number)
    released = [] if claim.place is None else [_released(claim, claim.place)]
    gone = replace(
        claim,
        outcome=Outcome.LOST,
        place=None,
        recheck=True,
        moved=False,
        ask=(),
        into=None,
        changes=(),
        diff=(),
        check_points=(),
        speaker=None,
        reason="It was let go by hand: the new draft does not hold what it says.",
    )
    return _with(revision, gone, [*revision.new, *released])


def _claim(revision: Revision, number: int) -> ClaimRevision:
    for claim in revision.claims:
        if claim.number == number:
            return claim
    raise NotOnDesk(f"The revision has no claim {number}.")


def _share(one: tuple[Span, ...], other: tuple[Span, ...]) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one for b in other)


def _released(claim: ClaimRevision, place: ClaimPlace) -> NewClaim:
    """The words that a claim leaves, as a new claim."""
    kinds = tuple(dict.fromkeys(point.kind for point in claim.check_points))
    return NewClaim(
        claim=SplitClaim(
            text=place.text,
            start=place.start,
            end=place.end,
            parts=place.parts,
            block=place.block,
            speaker=claim.speaker,
            check_points=claim.check_points,
            kinds=kinds,
            rules=("left by an older claim",),
        )
    )


def _with(revision: Revision, claim: ClaimRevision, new: list[NewClaim]) -> Revision:
    """The revision with one claim judged anew and other new claims; their parents keep their meaning."""
    ordered = sorted(new, key=lambda one: (one.claim.start, -one.claim.end))
    places = {id(one): index for index, one in enumerate(ordered)}
    former = {index: places.get(id(one)) for index, one in enumerate(revision.new)}
    follow = [
        one
        if one.claim.parent is None
        else replace(one, claim=replace(one.claim, parent=former.get(one.claim.parent)))
        for one in ordered
    ]
    claims = tuple(claim if one.number == claim.number else one for one in revision.claims)
    return replace(revision, claims=claims, new=tuple(follow))
