"""Proposed wording met again in the next draft."""

from db.vocabulary import FixState
from factcheck.model import OldClaim, ProposalOutcome
from factcheck.revise.changes.classify import Stretch
from factcheck.revise.reading import Reading
from factcheck.revise.tokens import Tokens, same_typeset, tokens

_ENDS = frozenset(".,;:!?–“\"'…")
"""Marks at the edges of a proposal that its place in the new sentence may ask otherwise for."""


def pending(claim: OldClaim) -> bool:
    """Whether wording is proposed for a claim that no draft holds yet."""
    return bool(claim.proposed.strip()) and claim.fix in {FixState.PROPOSED, FixState.ACCEPTED}


def outcome(
    claim: OldClaim, new: Reading, stretch: Stretch | None, *, changed: bool
) -> ProposalOutcome | None:
    """What the next draft did with the wording proposed for a claim; None when nothing is pending.

    Args:
        claim: with its proposal.
        new: the new draft.
        stretch: where the claim stands in it; None when it is lost.
        changed: whether its words are others than before.
    """
    if not pending(claim):
        return None
    if stretch is not None:
        first = new.bounds[new.sentence_at(stretch[0])][0]
        last = new.bounds[new.sentence_at(stretch[1] - 1)][1]
        if any(_overlaps(found, stretch) for found in places(claim.proposed, new, (first, last))):
            return ProposalOutcome.APPLIED
    return ProposalOutcome.OTHERWISE if changed else ProposalOutcome.NOT_YET


def places(proposed: str, new: Reading, within: Stretch | None = None) -> list[Stretch]:
    """Where the words of a proposal stand in the new draft, typography and marks at the edges aside."""
    wanted = _core(tokens(proposed))
    size = len(wanted.keys)
    if not size:
        return []
    keys, kinds = new.tokens.keys, new.tokens.kinds
    first, last = within or (0, len(keys))
    # The first word may open a sentence here and not there.
    opening, rest = wanted.keys[0].casefold(), wanted.keys[1:]
    return [
        (place, place + size)
        for place in range(first, last - size + 1)
        if keys[place].casefold() == opening
        and keys[place + 1 : place + size] == rest
        and same_typeset(kinds[place : place + size], wanted.kinds)
    ]


def _core(words: Tokens) -> Tokens:
    """Tokens without the marks at their edges."""
    first, last = 0, len(words.keys)
    while first < last and words.keys[first] in _ENDS:
        first += 1
    while last > first and words.keys[last - 1] in _ENDS:
        last -= 1
    return Tokens(
        words.keys[first:last], words.starts[first:last], words.ends[first:last], words.kinds[first:last]
    )


def _overlaps(one: Stretch, other: Stretch) -> bool:
    return one[0] < other[1] and other[0] < one[1]
