"""A statement that a draft gives as somebody's: what, by whom, and the words that say so."""

from enum import StrEnum
from typing import NamedTuple

from factcheck.model import Span, Speaker


class Form(StrEnum):
    """How words are given as somebody's: by the share that stands between quotation marks."""

    DIRECT = "direct"
    """All of it quoted."""
    MIXED = "mixed"
    """Some of it quoted: “called it “a disgrace””."""
    INDIRECT = "indirect"
    """None of it quoted: “said that …”, “believes …”, “according to …”."""


class Attribution(NamedTuple):
    """A statement that the piece gives as somebody's: what, by whom, and the words that say so."""

    content: tuple[Span, ...]
    """What is said, quotation marks included, in order; several when the cue stands in the middle."""
    source: Span | None
    """Whole noun phrase of the speaker with apposition (“Jon Vollmer, professor emeritus at …”);
    none where nobody is named (“reportedly”)."""
    cue: Span | None
    """The words of speech: “says”, “according to”, “was quoted as telling”; none where the speaker is
    carried over."""
    mention: Span | None
    """The shortest words for the speaker inside `source`: “Vollmer”, “he”, “the Iranian president”."""
    form: Form
    sentence: int
    """Index of the sentence that holds the cue, or the start of the content where there is no cue."""
    name: str = ""
    """The fullest name in the piece, empty when there is no sensible one."""
    sure: bool = True
    """False when a person should look at the speaker."""
    carried: bool = False
    """True when the source stands in an earlier sentence than the content."""
    rule: str = ""
    """Which rule found it, for `split --explain`."""

    @property
    def start(self) -> int:
        """First code point of the content."""
        return self.content[0].start

    @property
    def end(self) -> int:
        """One past the last code point of the content."""
        return self.content[-1].end

    def speaker(self, text: str) -> Speaker | None:
        """The speaker as claims carry it; none where nobody is named."""
        if self.mention is None and not self.name:
            return None
        said = text[self.mention.start : self.mention.end] if self.mention else self.name
        return Speaker(
            mention=said,
            mention_span=None if self.carried else self.mention,
            name=self.name,
            sure=self.sure,
            cue=text[self.cue.start : self.cue.end] if self.cue else "",
            cue_span=self.cue,
        )
