"""Claims as the splitter marks them: words, spans, speaker, check points, and what was set aside."""

from collections.abc import Mapping
from typing import Any, Self

from db.vocabulary import CheckKind, SetAsideReason
from factcheck.model.base import Span, Text, Value, span_of, value


@value
class CheckPoint(Value):
    """One thing inside a claim to tick off."""

    kind: CheckKind
    start: int
    end: int
    text: Text
    """The exact words, `draft.text[start:end]`."""
    remark: Text = ""
    """What the program worked out about it: the date resolved, a weekday that does not fit…"""

    @property
    def span(self) -> Span:
        """Where the check point stands in the draft."""
        return Span(self.start, self.end)


@value
class Speaker(Value):
    """Who says a claim: as mentioned, and as resolved to the fullest name earlier in the piece."""

    mention: Text
    """The words at the quotation: “he”, “Vollmer”, “the Iranian president”."""
    mention_span: Span | None = None
    """Where the mention stands; none when the speaker is carried over from an earlier sentence."""
    name: Text = ""
    """The fullest name in the piece, empty when there is no sensible one."""
    sure: bool = True
    """False when a person should look: a pronoun with more than one sensible referent."""
    cue: Text = ""
    """The words of speech: “says”, “according to”, “was quoted as telling”."""
    cue_span: Span | None = None

    @property
    def label(self) -> str:
        """The name to show: resolved where possible, else as mentioned."""
        return self.name or self.mention

    @classmethod
    def out_of(cls, stored: Mapping[str, Any]) -> Self:
        """Return the speaker that a row of the desk holds as JSON."""
        spans = {name: span_of(stored.get(name)) for name in ("mention_span", "cue_span")}
        return cls(**{**stored, **spans})


@value
class SplitClaim(Value):
    """A statement in the draft that could be wrong, as the splitter suggests it."""

    text: Text
    """The exact words, `draft.text[start:end]`, envelope of all parts."""
    start: int
    end: int
    parts: tuple[Span, ...]
    """The words that make the claim, in order, inside `start`–`end`; several when it is discontinuous."""
    restatement: Text = ""
    """The claim as one plain sentence, with its subject carried in; empty when the words say it already."""
    block: int
    """Index of the block in the article."""
    parent: int | None = None
    """Index (in the list of claims) of the claim that this one is nested in."""
    speaker: Speaker | None = None
    quoted: tuple[Span, ...] = ()
    """The stretches between quotation marks, marks not included."""
    check_points: tuple[CheckPoint, ...] = ()
    kinds: tuple[CheckKind, ...] = ()
    """Kinds of its check points in the order of the vocabulary, a suggestion."""
    priority: int = 0
    """Higher is more urgent: the sum of the weights of `reasons`; a suggestion, never truth."""
    reasons: tuple[str, ...] = ()
    """Why it has that priority, in words."""
    rules: tuple[str, ...] = ()
    """Which rules made this cut, speaker and kinds (for `split --explain`)."""


@value
class SetAside(Value):
    """A passage that is no claim, with the reason."""

    start: int
    end: int
    text: Text
    reason: SetAsideReason
    rule: str = ""
    """Which rule set it aside."""


@value
class Split(Value):
    """The whole of an article, split: every word is in a claim or set aside."""

    claims: tuple[SplitClaim, ...]
    set_aside: tuple[SetAside, ...]
    words: int
    """Words of the article's blocks."""
    covered: int
    """Words that stand in a claim or in a passage set aside."""
    remarks: tuple[Text, ...] = ()
    """What a person should know: a language that the rules do not know…"""

    @property
    def coverage(self) -> float:
        """Share of words in a claim or set aside, 0 to 1."""
        return self.covered / self.words if self.words else 1.0


@value
class HouseLists(Value):
    """A desk's own words for the splitter, from the config file."""

    speech_verbs: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    legal_terms: tuple[str, ...] = ()


@value
class LintMark(Value):
    """Two places of a draft that do not agree, found by one rule."""

    rule: str
    """A word of `db.vocabulary.LintRule`."""
    message: Text
    """One sentence that names both places and what does not fit."""
    first: Span
    second: Span | None = None
    """The other place; none where the rule compares with the calendar or arithmetic."""

    @classmethod
    def out_of(cls, stored: Mapping[str, Any]) -> Self:
        """Return the mark that a row of the desk holds as JSON."""
        return cls(**{**stored, "first": Span(*stored["first"]), "second": span_of(stored.get("second"))})
