"""What has to become of each claim of an edited draft, and what is to be said of a verdict on it."""

import re
from collections.abc import Iterator

from db.vocabulary import BlockKind, Finding, Outcome
from factcheck.model import Article, ClaimRevision, OldClaim, OldDraft, OldPassage, Split
from tests.support.revisions.edits import Edit, Material, Place

_FOUND = {"split": Outcome.SPLIT, "merged": Outcome.MERGED}


def old_draft(article: Article, cut: Split) -> OldDraft:
    """An article on the desk with every claim verified."""
    claims = [
        OldClaim(
            number, one.start, one.end, one.parts, Finding.VERIFIED, one.speaker.label if one.speaker else ""
        )
        for number, one in enumerate(cut.claims, start=1)
    ]
    passages = [OldPassage(one.start, one.end, one.reason) for one in cut.set_aside]
    return OldDraft(1, article.text, article.blocks, claims, passages, article.digest, article.format)


class Truth:
    """What has to become of each old claim of one edited draft."""

    def __init__(
        self,
        material: Material,
        where: dict[int, int],
        new: Article,
        edit: Edit,
        touched: list[Place],
    ) -> None:
        self.material, self.where, self.new, self.edit = material, where, new, edit
        self.zone = set() if edit.harmless else set(self._zone())
        self.targets = {place.index for place in touched}

    def _zone(self) -> Iterator[int]:
        """Sentences that were edited or stand beside what was, and the quotation that they belong to."""
        places = self.material.places
        for place in places:
            after = places[place.index + 1] if place.index + 1 < len(places) else None
            apart = after is not None and self._apart(place, after)
            if apart or not self._same(place.start, place.end):
                yield from (place.index - 1, place.index, place.index + 1)
                block = self.material.article.blocks[place.block]
                if re.search('[“”"]', self.material.text[block.start : block.end]):
                    yield from (one.index for one in places if place.block <= one.block <= place.block + 1)

    def _apart(self, place: Place, after: Place) -> bool:
        """Whether two sentences that followed each other no longer do."""
        one, two = self.where.get(place.end - 1), self.where.get(after.start)
        return (
            one is None
            or two is None
            or bool(self.new.text[one + 1 : max(two, one + 1)].strip())
            or two < one
        )

    def same(self, claim: OldClaim) -> bool:
        """Whether the words of a claim are in the new draft as they were, nothing between them."""
        return self._same(claim.start, claim.end)

    def _same(self, start: int, end: int) -> bool:
        text = self.material.text
        places = [self.where.get(place) for place in range(start, end) if not text[place].isspace()]
        if None in places or not places:
            return False
        first, last = places[0], places[-1]
        between = self.new.text[first : last + 1]
        return places == sorted(places) and sum(not one.isspace() for one in between) == len(places)

    def survived(self, claim: OldClaim) -> float:
        """Share of a claim's characters that are in the new draft."""
        places = self._own(claim)
        return sum(place in self.where for place in places) / max(1, len(places))

    def _own(self, claim: OldClaim) -> list[int]:
        """The places of a claim's characters, those nested in it left out."""
        text = self.material.text
        return [place for part in claim.parts for place in range(*part) if not text[place].isspace()]

    def here(self, claim: OldClaim, start: int, end: int) -> bool:
        """Whether a stretch of the new draft holds the claim's own words, most of those that are left."""
        if self.edit.harmless and not self.same(claim):
            # Restyled: some of its characters are enough to say which words they were.
            places = [self.where[place] for place in range(claim.start, claim.end) if place in self.where]
            return sum(start <= place < end for place in places) >= 0.9 * len(places)
        left = [self.where[place] for place in self._own(claim) if place in self.where]
        enough = 0.25 if self.edit.finds else 0.5
        return bool(left) and sum(start <= place < end for place in left) > enough * len(left)

    def sentences(self, claim: OldClaim) -> set[int]:
        """Sentences of the old draft that a claim stands in."""
        return {
            place.index
            for place in self.material.places
            if place.start < claim.end and claim.start < place.end
        }

    def must_go(self, claim: OldClaim) -> bool:
        """Whether the claim's mark has to go."""
        if self.edit.harmless:
            return False
        if not self.same(claim):
            return True
        return self.edit.name == "paragraph: moved under another heading" and self._heading(
            self.material.article, claim.start
        ) != self._heading(self.new, self.where[claim.start])

    @staticmethod
    def _heading(article: Article, place: int) -> str:
        """The words of the heading over a place."""
        above = [one for one in article.blocks if one.kind is BlockKind.HEADING and one.start < place]
        return article.text[above[-1].start : above[-1].end] if above else ""

    def may_go(self, claim: OldClaim) -> bool:
        """Whether its mark may go: it stands right beside what was edited."""
        if self.edit.context:
            return True
        return not self.zone.isdisjoint(self.sentences(claim))


def judged(truth: Truth, claim: OldClaim, verdict: ClaimRevision) -> Iterator[str]:
    """What is to be said of one verdict."""
    survived = truth.survived(claim)
    if truth.must_go(claim):
        yield "to go"
        if not verdict.recheck:
            yield "false keep"
        if truth.edit.finds and not truth.sentences(claim).isdisjoint(truth.targets):
            yield "to find"
            yield "found" if verdict.outcome is _FOUND[truth.edit.finds] else "found otherwise"
    elif truth.may_go(claim):
        yield "beside"
        yield "beside, rechecked" if verdict.recheck else "beside, kept"
    else:
        yield "to keep"
        if verdict.recheck:
            yield "false recheck"
    if verdict.asks:
        yield "asked"
    elif verdict.place is None:
        if survived > 0.5 and verdict.into is None:
            yield "lost, but present"
    elif (survived == 0 and not truth.edit.free) or (
        survived > 0 and not truth.here(claim, verdict.place.start, verdict.place.end)
    ):
        yield "mis-attach"
