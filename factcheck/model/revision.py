"""What becomes of claims when the next draft comes in: the outcome of each, and the words that changed."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from db.vocabulary import BlockKind, Finding, FixState, Outcome, SetAsideReason, TokenChange
from factcheck.model.article import Block
from factcheck.model.base import Span, Text, Value, value
from factcheck.model.claim import CheckPoint, SetAside, Speaker, SplitClaim


class DiffKind(StrEnum):
    """What a piece of an inline diff is."""

    SAME = "same"
    """Words that both texts have; typography may differ, the newer one is shown."""
    GONE = "gone"
    """Words of the older text alone."""
    CAME = "came"
    """Words of the newer text alone."""


class DiffPiece(NamedTuple):
    """A piece of an inline diff; the pieces in order make a sentence that can be read."""

    kind: DiffKind
    text: str


class BlockDiff(NamedTuple):
    """A block of two drafts laid side by side."""

    kind: BlockKind
    before: Span | None
    """Where it, or most of its beginning, stood in the older draft; none where it is new."""
    after: Span | None
    """Where it stands in the newer draft; none where it went."""
    moved: bool
    """Whether it stands in another order among the others than before."""
    pieces: tuple[DiffPiece, ...]
    """Those that stayed and came, put together, are its text in the newer draft."""

    @property
    def changed(self) -> bool:
        """Whether a word of it came or went."""
        return any(piece.kind is not DiffKind.SAME for piece in self.pieces)


class WordsChange(NamedTuple):
    """Words that changed, and what kind of words they are."""

    kind: TokenChange
    before: str
    """Empty where words came."""
    after: str
    """Empty where words went."""
    where: str = ""
    """Where, when it is not in the claim itself: “the sentence before”, “the heading above”."""
    light: bool = False
    """Whether nothing but “the”, “that”, “which” and commas came or went."""

    @property
    def said(self) -> str:
        """The change in a few words: “number: 43 → 46”, “negation: “not” came”."""
        if not self.before:
            what = f"“{self.after}” came"
        elif not self.after:
            what = f"“{self.before}” went"
        else:
            what = f"{self.before} → {self.after}"
        return f"{self.kind.value}, {self.where}: {what}" if self.where else f"{self.kind.value}: {what}"


class ProposalOutcome(StrEnum):
    """What the next draft did with wording that was proposed for a claim."""

    APPLIED = "applied"
    """The new words hold it."""
    OTHERWISE = "otherwise"
    """The words changed, and not to what was proposed."""
    NOT_YET = "not_yet"
    """The words are as they were."""


class OldClaim(NamedTuple):
    """What aligning needs to know of a claim in the draft that it stands in."""

    number: int
    start: int
    end: int
    parts: tuple[Span, ...]
    """The words that make it; several when it is discontinuous."""
    finding: Finding = Finding.UNCHECKED
    speaker: str = ""
    """Name of who says it, as the desk shows it."""
    proposed: str = ""
    """Proposed wording, empty when there is none."""
    fix: FixState | None = None


class OldPassage(NamedTuple):
    """A passage of a draft that was set aside, by the program or by hand."""

    start: int
    end: int
    reason: SetAsideReason


class OldDraft(NamedTuple):
    """The draft that the claims stand in, as aligning needs it."""

    number: int
    text: str
    blocks: Sequence[Block]
    claims: Sequence[OldClaim]
    """Claims in the queue that the draft holds; neither retired nor lost ones."""
    passages: Sequence[OldPassage]
    digest: str = ""
    format: str = ""


class ClaimPlace(NamedTuple):
    """A stretch of the new draft where a claim stands, or may stand."""

    start: int
    end: int
    parts: tuple[Span, ...]
    text: str
    block: int
    """Index of the block of the new draft."""
    likeness: float = 1.0
    """How much of its sentence's words are found there, rare words weighing more; 0 to 1."""


@value
class ClaimRevision(Value):
    """What becomes of one claim."""

    number: int
    outcome: Outcome
    finding: Finding
    """The finding that it has; withdrawn where `recheck` is true, and shown beside the change."""
    before: Text
    """Its words in the older draft."""
    was: Span
    """Where they stood there."""
    place: ClaimPlace | None = None
    """Where it stands in the new draft; none when it is lost, merged away, or asked about."""
    recheck: bool = False
    """Whether its mark is withdrawn: its words, or what gives them their meaning, are not the same."""
    moved: bool = False
    """Whether it stands in another order among the others than before."""
    changes: tuple[WordsChange, ...] = ()
    """The changed words, gravest first; a change of typography alone is told and withdraws nothing."""
    diff: tuple[DiffPiece, ...] = ()
    """Old and new words inline; empty where nothing changed."""
    ask: tuple[ClaimPlace, ...] = ()
    """Places that it may stand at, likeliest first, where the program does not decide; a person does."""
    partners: tuple[int, ...] = ()
    """Claims that it was joined with in one sentence (outcome merged)."""
    into: int | None = None
    """Number of the claim that takes its words over, where two became one claim."""
    proposal: ProposalOutcome | None = None
    """What became of wording proposed for it; none when nothing was proposed."""
    fix: FixState | None = None
    speaker: Speaker | None = None
    """Who says it in the new draft, where that changed."""
    check_points: tuple[CheckPoint, ...] = ()
    """What there is to tick in its new words."""
    reason: Text = ""
    """In one sentence why it is to be looked at again; empty when it is kept."""

    @property
    def after(self) -> str:
        """Its words in the new draft; empty when it has no place there."""
        return self.place.text if self.place else ""

    @property
    def kinds(self) -> tuple[TokenChange, ...]:
        """What kinds of words changed, each once, gravest first."""
        return tuple(dict.fromkeys(change.kind for change in self.changes))

    @property
    def asks(self) -> bool:
        """Whether a person has to say where it stands."""
        return bool(self.ask)


@value
class NewClaim(Value):
    """A claim that the new draft brings."""

    claim: SplitClaim
    of: int | None = None
    """Number of the claim that its words were split off from: it takes over that one's sources."""
    inside: int | None = None
    """Number of the older claim that it is nested in; one nested in a new claim says so in `claim.parent`,
    an index into `Revision.new`."""


@value
class Revision(Value):
    """What becomes of all claims of an article when its next draft comes in; nothing is applied yet."""

    draft: int
    """Number of the draft that the claims stand in."""
    digest: str
    """Digest of that draft's text."""
    new_digest: str
    """Digest of the new draft's text."""
    claims: tuple[ClaimRevision, ...]
    """One for every claim of the older draft, in its order."""
    new: tuple[NewClaim, ...]
    """Claims of the new draft that nobody has seen, in its order."""
    set_aside: tuple[SetAside, ...]
    """Passages of the new draft that are no claims."""
    words: int
    covered: int
    """Words of the new draft that stand in a claim or a passage."""
    headings: tuple[tuple[str, str], ...] = ()
    """Headings that were worded anew: before and after."""

    @property
    def counts(self) -> dict[Outcome, int]:
        """Claims by outcome, all outcomes, in the order of the vocabulary.

        All but `new` sum to the claims of the older draft.
        """
        counts = dict.fromkeys(Outcome, 0)
        for claim in self.claims:
            counts[claim.outcome] += 1
        counts[Outcome.NEW] = len(self.new)
        return counts

    @property
    def asked(self) -> tuple[int, ...]:
        """Numbers of the claims whose place a person has to say."""
        return tuple(claim.number for claim in self.claims if claim.asks)

    @property
    def rechecked(self) -> tuple[int, ...]:
        """Numbers of the claims whose mark is withdrawn."""
        return tuple(claim.number for claim in self.claims if claim.recheck)

    @property
    def changes_nothing(self) -> bool:
        """Whether every claim keeps its mark and its order, and none is new."""
        return not self.new and all(claim.outcome is Outcome.KEPT for claim in self.claims)
