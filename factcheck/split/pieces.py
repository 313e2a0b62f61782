"""A stretch of a sentence on its way to a claim or to be set aside."""

from dataclasses import dataclass, field

from db.vocabulary import CheckKind, SetAsideReason
from factcheck.model import Span
from factcheck.split.checkpoints.found import Found
from factcheck.split.quotations.attribution import Attribution


@dataclass(slots=True)
class Piece:
    """One statement's words; the pieces of an article share out its words and leave none."""

    parts: list[Span]
    """In order, inside one sentence."""
    sentence: int
    block: int
    rules: list[str] = field(default_factory=list)
    """Which rules cut it."""
    subject: str = ""
    """Words to carry in front of its own words, so that it reads as a sentence."""
    restatement: str = ""
    attribution: Attribution | None = None
    """Who says it, where somebody does."""
    spoken: list[str] = field(default_factory=list)
    """Its words in lower case."""
    tags: str = ""
    """Their tags, side by side."""
    points: list[Found] = field(default_factory=list)
    """What there is to tick off in it."""
    kinds: set[CheckKind] = field(default_factory=set)
    """Kinds of its check points."""
    aside: SetAsideReason | None = None
    aside_rule: str = ""

    @property
    def start(self) -> int:
        """First code point."""
        return self.parts[0].start

    @property
    def end(self) -> int:
        """One past the last code point."""
        return self.parts[-1].end
