"""Two drafts in a few words each, and what a revision says of the claims between them."""

from collections.abc import Sequence

from db.vocabulary import BlockKind, Finding, FixState, SetAsideReason
from factcheck.model import (
    Article,
    Block,
    ClaimRevision,
    OldClaim,
    OldDraft,
    OldPassage,
    Revision,
    Span,
    Split,
)
from factcheck.revise import plan
from factcheck.split import split
from factcheck.text import digest, normalise

AROUND = "The ferry runs daily. The yard was Danish, and it built 40 boats in 1950."
"""Sentences that most drafts of these tests end with, unchanged."""


def article(text: str, *, source: str = "markdown") -> Article:
    """A text as an article: paragraphs between empty lines, `# ` before a heading, `- ` before an item."""
    text = normalise(text)
    blocks, place = [], 0
    for part in text.split("\n\n"):
        mark = next((mark for mark in ("# ", "- ", "> ") if part.startswith(mark)), "")
        kinds = {"# ": BlockKind.HEADING, "- ": BlockKind.LIST_ITEM, "> ": BlockKind.QUOTATION}
        if part.strip():
            level = int(mark == "# ")
            kind = kinds.get(mark, BlockKind.PARAGRAPH)
            blocks.append(Block(kind=kind, start=place + len(mark), end=place + len(part), level=level))
        place += len(part) + 2
    return Article(text=text, blocks=tuple(blocks), digest=digest(text), format=source)


def desk_draft(
    given: Article, cut: Split | None = None, *, proposed: dict[str, str] | None = None, accepted: bool = True
) -> OldDraft:
    """An article on the desk, every claim verified; `proposed` gives wording by the claim's words."""
    cut = cut or split(given)
    fix = FixState.ACCEPTED if accepted else FixState.PROPOSED
    wording = proposed or {}
    claims = [
        OldClaim(
            number,
            claim.start,
            claim.end,
            claim.parts,
            Finding.VERIFIED,
            claim.speaker.label if claim.speaker else "",
            wording.get(claim.text, ""),
            fix if claim.text in wording else None,
        )
        for number, claim in enumerate(cut.claims, start=1)
    ]
    passages = [OldPassage(one.start, one.end, one.reason) for one in cut.set_aside]
    return OldDraft(1, given.text, given.blocks, claims, passages, given.digest, given.format)


def hand_cut(given: Article, stretches: Sequence[str], aside: Sequence[str] = ()) -> OldDraft:
    """An article on the desk whose claims somebody cut by hand: these stretches of it."""
    claims = []
    for number, words in enumerate(stretches, start=1):
        start = given.text.index(words)
        span = Span(start, start + len(words))
        claims.append(OldClaim(number, *span, (span,), Finding.VERIFIED))
    passages = [
        OldPassage(given.text.index(words), given.text.index(words) + len(words), SetAsideReason.BY_HAND)
        for words in aside
    ]
    return OldDraft(1, given.text, given.blocks, claims, passages, given.digest, given.format)


def revised(old: str, new: str, **options: object) -> Revision:
    """What becomes of the claims of one text in another."""
    after = article(new)
    return plan(desk_draft(article(old)), after, split(after), **options)


def verdict(revision: Revision, words: str) -> ClaimRevision:
    """The verdict on the only claim whose old words hold some words."""
    (found,) = [claim for claim in revision.claims if words in claim.before]
    return found


def outcomes(revision: Revision) -> list[str]:
    """The outcomes, in the order of the claims."""
    return [claim.outcome.value for claim in revision.claims]
