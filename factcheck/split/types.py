"""What travels between the stages of the splitter: sentences, quotations, names and attributions."""

from enum import StrEnum
from typing import NamedTuple

from factcheck.model import Span, Speaker
from factcheck.split.built import built


class Sentence(NamedTuple):
    """A sentence with its end marks and closing quotation marks, white space around it left out."""

    start: int
    end: int
    block: int
    """Index of the block in the article."""


class Quotation(NamedTuple):
    """What stands between one pair of quotation marks inside one block."""

    start: int
    """Place of the opening mark."""
    end: int
    """One past the closing mark; end of the block where it is not closed."""
    inner_start: int
    inner_end: int
    """The words between the marks, white space at both ends left out."""
    block: int
    depth: int = 0
    """0 for an outer quotation, 1 for one inside another, and so on."""
    closed: bool = True
    """False when no closing mark stands in the block."""
    continues: bool = False
    """True when it carries on the unclosed quotation of the block before (opened again)."""
    continued: bool = False
    """True when the next block carries it on."""
    words: int = 0
    """Number of words between the marks."""

    @property
    def inner(self) -> Span:
        """The words without the marks."""
        return Span(self.inner_start, self.inner_end)


class EntityKind(StrEnum):
    """What a name names, as far as its words and neighbours tell."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    OTHER = "other"
    """A people, a law, a product, a day…, or a name that nothing tells about."""


class Mention(NamedTuple):
    """One place where the text names somebody or something."""

    start: int
    end: int
    """The name alone: “Vladimir Putin”, titles left out, possessive ending left out."""
    kind: EntityKind
    entity: int
    """Index into `Cast.entities`."""
    title: Span | None = None
    """Title or role beside the name: “President”, “professor emeritus at George Mason University”."""

    @property
    def span(self) -> Span:
        """Where the name stands."""
        return Span(self.start, self.end)


class Entity(NamedTuple):
    """Somebody or something that the piece names, once for all its mentions."""

    name: str
    """The fullest name in the piece."""
    kind: EntityKind
    gender: str = ""
    """`f` or `m` where a title, first name or pronoun tells; empty otherwise."""
    first: Span = Span(0, 0)
    """The first mention with the fullest name."""
    roles: frozenset[str] = frozenset()
    """Words of the titles and roles given to it, in lower case: `president`, `iranian`, `professor`."""


class Cast(NamedTuple):
    """Everybody and everything that the piece names."""

    entities: list[Entity]
    mentions: list[Mention]
    """In text order; mentions never overlap."""


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
    """Whole noun phrase of the speaker with apposition (“Mark Katz, professor emeritus at …”);
    none where nobody is named (“reportedly”)."""
    cue: Span | None
    """The words of speech: “says”, “according to”, “was quoted as telling”; none where the speaker is
    carried over."""
    mention: Span | None
    """The shortest words for the speaker inside `source`: “Katz”, “he”, “the Iranian president”."""
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
        return built(
            Speaker,
            mention=said,
            mention_span=None if self.carried else self.mention,
            name=self.name,
            sure=self.sure,
            cue=text[self.cue.start : self.cue.end] if self.cue else "",
            cue_span=self.cue,
        )
