"""What becomes of every claim when the next draft comes in: the verdict on each, and what is new."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from db.vocabulary import BlockKind, FixState, Outcome, TokenChange
from factcheck.model import (
    Article,
    Block,
    ClaimPlace,
    ClaimRevision,
    HouseLists,
    OldClaim,
    OldDraft,
    ProposalOutcome,
    Revision,
    Span,
    Speaker,
    Split,
    SplitClaim,
    WordsChange,
)
from factcheck.revise.carrying.newcomers import newcomers
from factcheck.revise.carrying.project import Landing, Projection
from factcheck.revise.changes import proposals
from factcheck.revise.changes.classify import Stretch, classify, ordered, same_words
from factcheck.revise.changes.context import Contexts
from factcheck.revise.changes.diff import diff_stretches
from factcheck.revise.matching.align import Alignment, align
from factcheck.revise.matching.near import SHORT
from factcheck.revise.matching.sections import Sections
from factcheck.revise.reading import Reading
from factcheck.split.coverage import coverage

_EMPTY = HouseLists()
_GUESSING = frozenset({"", "text"})
"""Formats of which the reader has to guess what is a heading and what a quotation."""


def plan(
    old: OldDraft,
    new: Article,
    split: Split,
    *,
    house: HouseLists = _EMPTY,
    wording_keeps_mark: bool = False,
) -> Revision:
    """What becomes of the claims of a draft when another one takes its place; nothing is changed.

    A claim keeps its mark only where all its words, and all that gives them their meaning, are the same but
    for typography. Whatever is in doubt is to be looked at again.

    Args:
        old: the draft that the claims stand in.
        new: the next draft, as read.
        split: its claims and passages.
        house: the desk's own words.
        wording_keeps_mark: let a claim keep its mark when nothing but articles, “that” and commas changed.
    """
    before = Reading(old.text, old.blocks, house)
    after = Reading(new.text, new.blocks, house)
    alignment = align(before, after)
    verdicts = _Verdicts(alignment, old, new, split, wording_keeps_mark=wording_keeps_mark)
    claims = tuple(verdicts.claims())
    fresh, aside = newcomers(verdicts.projection, after, old, split)
    stretches = [part for claim in claims if claim.place is not None for part in claim.place.parts]
    stretches += [part for one in fresh for part in one.claim.parts]
    stretches += [Span(one.start, one.end) for one in aside]
    words, covered = coverage(new.text, new.blocks, _within_blocks(stretches, new.blocks))
    return Revision(
        draft=old.number,
        digest=old.digest,
        new_digest=new.digest,
        claims=claims,
        new=fresh,
        set_aside=aside,
        words=words,
        covered=covered,
        headings=verdicts.sections.reworded(),
    )


def _within_blocks(stretches: Iterable[Span], blocks: Sequence[Block]) -> Iterator[Span]:
    """Stretches cut where they reach from one block into the next: claims merged by hand may."""
    starts = [block.start for block in blocks]
    for start, end in stretches:
        first = max(0, bisect_right(starts, start) - 1)
        for block in blocks[first : bisect_left(starts, end)]:
            if max(start, block.start) < min(end, block.end):
                yield Span(max(start, block.start), min(end, block.end))


class _Verdicts:
    """Judges the claims one by one, out of what was worked out for all of them at once."""

    def __init__(
        self, alignment: Alignment, old: OldDraft, new: Article, split: Split, *, wording_keeps_mark: bool
    ) -> None:
        self._alignment = alignment
        self._old, self._new = alignment.old, alignment.new
        self._draft, self._split = old, split
        self._lenient = wording_keeps_mark
        self.projection = Projection(alignment, old, split)
        self.sections = Sections(alignment)
        self._contexts = Contexts(
            alignment, self.sections, same_format=old.format == new.format and new.format not in _GUESSING
        )

    def claims(self) -> Iterable[ClaimRevision]:
        """The verdict on each claim, in order."""
        self._find_again()
        self._find_proposals()
        for index, claim in enumerate(self._draft.claims):
            landing = self.projection.landings[index]
            if landing is None:
                yield self._gone(index, claim)
            elif landing.into is not None:
                yield self._merged_away(claim, landing)
            elif landing.exact:
                yield self._standing(index, claim, landing)
            else:
                yield self._changed(index, claim, landing)

    def _find_again(self) -> None:
        """Claims of a whole sentence that is gone, and whose words stand inside another one, in one place.

        Part of a sentence is not enough: one that looks like it may hold the same clause.
        """
        lost = [index for index, landing in enumerate(self.projection.landings) if landing is None]
        if not lost:
            return
        keys = self._new.tokens.keys
        places: dict[str, list[int]] = {}
        for place, key in enumerate(keys):
            places.setdefault(key, []).append(place)
        for index in lost:
            first, last = self.projection.stretches[index]
            words = sum(map(self._old.is_word, range(first, last)))
            if words < SHORT or not self.projection.fills(first, last):
                continue
            found = [
                (place, place + last - first)
                for place in places.get(self._old.tokens.keys[first], ())
                if not self._is_title(place)
                and same_words(self._old, (first, last), self._new, (place, place + last - first))
            ]
            if len(found) == 1 and self.projection.is_free(found[0]):
                self.projection.find_again(index, found[0])

    def _is_title(self, token: int) -> bool:
        block = self._new.sentences[self._new.sentence_at(token)].block
        return self._new.blocks[block].kind == BlockKind.HEADING

    def _find_proposals(self) -> None:
        """Claims whose words are gone, and whose proposed wording stands somewhere in their place."""
        for index, claim in enumerate(self._draft.claims):
            if self.projection.landings[index] is None and proposals.pending(claim):
                free = [
                    place
                    for place in proposals.places(claim.proposed, self._new)
                    if self.projection.is_free(place)
                ]
                if len(free) == 1:
                    self.projection.put(index, free[0])

    def _gone(self, index: int, claim: OldClaim) -> ClaimRevision:
        """Lost, or to be asked about."""
        ask = self._asked(index)
        before = self._draft.text[claim.start : claim.end]
        proposal = proposals.outcome(claim, self._new, None, changed=True)
        if ask:
            count = "one place" if len(ask) == 1 else f"{len(ask)} places"
            reason = f"The new draft holds {count} where it may stand: say which it is."
        else:
            reason = "The new draft does not hold these words."
        return ClaimRevision(
            number=claim.number,
            outcome=Outcome.RECHECK if ask else Outcome.LOST,
            finding=claim.finding,
            before=before,
            was=Span(claim.start, claim.end),
            recheck=True,
            ask=ask,
            proposal=proposal,
            fix=claim.fix,
            reason=reason,
        )

    def _asked(self, index: int) -> tuple[ClaimPlace, ...]:
        """Places that a person has to choose from."""
        first, last = self.projection.stretches[index]
        if first >= last:
            return ()
        found: dict[Span, ClaimPlace] = {}
        for sentence in range(self._old.sentence_at(first), self._old.sentence_at(last - 1) + 1):
            for other, likeness in self._alignment.asked.get(sentence, ()):
                place = self.projection.best_statement((first, last), other)
                if place is not None and self.projection.is_free(place):
                    there = self._place((place,), likeness)
                    found.setdefault(Span(there.start, there.end), there)
        return tuple(sorted(found.values(), key=lambda place: -place.likeness))

    def _merged_away(self, claim: OldClaim, landing: Landing) -> ClaimRevision:
        into = self._draft.claims[landing.into or 0].number
        return ClaimRevision(
            number=claim.number,
            outcome=Outcome.MERGED,
            finding=claim.finding,
            before=self._draft.text[claim.start : claim.end],
            was=Span(claim.start, claim.end),
            recheck=True,
            partners=(into,),
            into=into,
            proposal=proposals.outcome(claim, self._new, None, changed=True),
            fix=claim.fix,
            reason=f"Its words are part of claim {into} now.",
        )

    def _standing(self, index: int, claim: OldClaim, landing: Landing) -> ClaimRevision:
        """The words are the same: kept, unless what stands around them changed."""
        stretch, other = self.projection.stretches[index], landing.stretch
        moved = self._alignment.moved(self._old.sentence_at(stretch[0])) or landing.found_again
        around = self._contexts.changes(stretch, other, moved=moved)
        typography = classify(self._old, stretch, self._new, other)
        if around:
            return self._revised(index, claim, landing, ordered([*around, *typography]), moved=moved)
        return ClaimRevision(
            number=claim.number,
            outcome=Outcome.MOVED if moved else Outcome.KEPT,
            finding=claim.finding,
            before=self._draft.text[claim.start : claim.end],
            was=Span(claim.start, claim.end),
            place=self._place(landing.parts, 1.0),
            moved=moved,
            changes=tuple(typography),
            proposal=proposals.outcome(claim, self._new, other, changed=False),
            fix=claim.fix,
        )

    def _changed(self, index: int, claim: OldClaim, landing: Landing) -> ClaimRevision:
        """Other words than before."""
        stretch, other = self.projection.stretches[index], landing.stretch
        moved = self._alignment.moved(self._old.sentence_at(stretch[0]))
        changes = classify(self._old, stretch, self._new, other)
        if all(change.kind is TokenChange.TYPOGRAPHY for change in changes):
            # The same words, now with other statements between them or not: the cut itself changed.
            changes = [WordsChange(TokenChange.CONTEXT, "", "", "what stands between its words"), *changes]
        return self._revised(index, claim, landing, changes, moved=moved)

    def _revised(
        self, index: int, claim: OldClaim, landing: Landing, changes: Sequence[WordsChange], *, moved: bool
    ) -> ClaimRevision:
        """A claim whose mark is withdrawn, with what withdraws it."""
        stretch, other = self.projection.stretches[index], landing.stretch
        outcome, partners = self._kind_of(index, landing)
        light = self._lenient and outcome is Outcome.RECHECK
        if light and all(one.light or one.kind is TokenChange.TYPOGRAPHY for one in changes):
            outcome = Outcome.MOVED if moved else Outcome.KEPT
        recheck = outcome not in {Outcome.KEPT, Outcome.MOVED}
        proposal = proposals.outcome(claim, self._new, other, changed=True)
        statement = self.projection.statement(other)
        return ClaimRevision(
            number=claim.number,
            outcome=outcome,
            finding=claim.finding,
            before=self._draft.text[claim.start : claim.end],
            was=Span(claim.start, claim.end),
            place=self._place(landing.parts, self._likeness(stretch)),
            recheck=recheck,
            moved=moved,
            changes=tuple(changes),
            diff=diff_stretches(self._old, stretch, self._new, other),
            partners=tuple(self._draft.claims[one].number for one in partners),
            proposal=proposal,
            fix=claim.fix,
            speaker=_speaker(claim, statement, changes),
            check_points=self.projection.points(landing.parts) if not landing.exact else (),
            reason=_reason(claim, changes, proposal) if recheck else "",
        )

    def _kind_of(self, index: int, landing: Landing) -> tuple[Outcome, list[int]]:
        """Whether a changed claim was split, merged, or is to be looked at again for other reasons."""
        partners = [
            one for one in self.projection.partners(index) if self.projection.landings[one] is not None
        ]
        if partners:
            return Outcome.MERGED, partners
        if landing.split_off or self.projection.is_split(index):
            return Outcome.SPLIT, []
        return Outcome.RECHECK, []

    def _likeness(self, stretch: Stretch) -> float:
        bead = self._alignment.bead_of_old[self._old.sentence_at(stretch[0])]
        return round(bead.likeness, 3) if bead else 0.0

    def _place(self, parts: Sequence[Stretch], likeness: float) -> ClaimPlace:
        spans = tuple(self._new.span(*part) for part in parts)
        start, end = spans[0].start, max(span.end for span in spans)
        block = self._new.sentences[self._new.sentence_at(parts[0][0])].block
        return ClaimPlace(start, end, spans, self._new.text[start:end], block, likeness)


def _speaker(claim: OldClaim, statement: SplitClaim | None, changes: Iterable[WordsChange]) -> Speaker | None:
    """Who says it now, where that may have changed; None leaves who the desk has."""
    if statement is None or statement.speaker is None or statement.speaker.label == claim.speaker:
        return None
    told = any(change.kind is TokenChange.SPEAKER for change in changes)
    return statement.speaker if told or not claim.speaker else None


def _reason(claim: OldClaim, changes: Sequence[WordsChange], proposal: ProposalOutcome | None) -> str:
    """Why a claim is to be looked at again, in a sentence."""
    said = "; ".join(change.said for change in changes if change.kind is not TokenChange.TYPOGRAPHY)
    if proposal is ProposalOutcome.APPLIED:
        if claim.fix is FixState.ACCEPTED:
            return "The accepted wording is in: look once more to confirm."
        return f"The proposed wording is in, though nobody has accepted it. {said}"
    if proposal is ProposalOutcome.OTHERWISE:
        return f"The words changed, and not to the wording proposed. {said}"
    return said
