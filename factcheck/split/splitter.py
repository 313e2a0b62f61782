"""An article cut into claims and passages set aside: the stages in order, no rule of their own."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Generic, NamedTuple, Protocol, TypeVar

from db.vocabulary import BlockKind, SetAsideReason
from factcheck.model import Article, Block, HouseLists, SetAside, Span, Split, SplitClaim
from factcheck.split.checkpoints import Found, detect
from factcheck.split.checkpoints.names_and_quotes import names, speakers
from factcheck.split.claims import SentenceContext, claim, settle, somebody
from factcheck.split.clauses.statement_pieces import pieces
from factcheck.split.coverage import coverage
from factcheck.split.parser.spacy_parser import installed, parsed
from factcheck.split.people.names import named_entities
from factcheck.split.pieces import Piece
from factcheck.split.quotations.attribution import Attribution
from factcheck.split.quotations.attributions import attributions
from factcheck.split.quotations.quotation_marks import Quotation, quotations
from factcheck.split.sentences.sentences import Sentence, sentences
from factcheck.split.words.english import REMARK, english
from factcheck.split.words.tokens import Tokens, tokens

_ADDRESSED = frozenset(("you", "your", "yours", "yourself"))
"""Words of a short line that asks somebody rather than heads what follows."""


class Stretch(Protocol):
    """Whatever begins and ends somewhere."""

    @property
    def start(self) -> int:
        """First code point."""
        ...

    @property
    def end(self) -> int:
        """One past the last code point."""
        ...


Kept = TypeVar("Kept", bound=Stretch)


class IntervalSweep(Generic[Kept]):
    """Stretches that pass by as the reading goes on; each is looked at once."""

    def __init__(self, ordered: Sequence[Kept]) -> None:
        self._ordered = ordered
        self._next = 0
        self._open: list[Kept] = []

    def touching(self, start: int, end: int) -> list[Kept]:
        """The stretches that share a place with `start`–`end`; starts never go back."""
        if self._open:
            self._open = [one for one in self._open if one.end > start]
        following, size = self._next, len(self._ordered)
        while following < size and (one := self._ordered[following]).start < end:
            if one.end > start:
                self._open.append(one)
            following += 1
        self._next = following
        return list(self._open)


def split(article: Article, house: HouseLists | None = None, *, parser: bool | None = None) -> Split:
    """The claims of an article as a good checker would mark them, and what was set aside.

    Args:
        article: what a reader made of a file.
        house: the desk's own words.
        parser: read names, indirect speech and coordination with the optional parser; by default where it is
            installed.

    Raises:
        MissingExtra: the parser is asked for and not installed.
    """
    return split_text(
        article.text,
        article.blocks,
        article.published,
        house or HouseLists(),
        parser=parser,
        language=article.language,
    )


def split_text(
    text: str,
    blocks: Sequence[Block],
    published: date | None,
    house: HouseLists,
    *,
    parser: bool | None = None,
    language: str = "",
) -> Split:
    """As `split`, for a text and its blocks."""
    stages = _stages(
        text, blocks, house, parser=installed() if parser is None else parser, knows=english(text, language)
    )
    claims: list[SplitClaim] = []
    aside: list[SetAside] = []
    spans: list[Span] = []
    for index, sentence in enumerate(stages.sentences):
        around = _around(text, blocks, published, stages, index)
        found = _pieces(around, sentence, index, whole=not stages.knows)
        _gather(found, around, claims, aside, spans)
    total, covered = coverage(text, blocks, spans)
    remarks = () if stages.knows else (REMARK,)
    return Split(claims=tuple(claims), set_aside=tuple(aside), words=total, covered=covered, remarks=remarks)


class _Stages(NamedTuple):
    """What is known of the whole text before its sentences are cut."""

    sentences: list[Sentence]
    words: list[Tokens]
    """Tagged words of each sentence."""
    names: IntervalSweep[Found]
    said: IntervalSweep[Attribution]
    quotations: IntervalSweep[Quotation]
    """Outer ones."""
    legal: re.Pattern[str] | None
    """The desk's own legal terms."""
    knows: bool
    """Whether the text is in a language that the rules know."""


def _stages(text: str, blocks: Sequence[Block], house: HouseLists, *, parser: bool, knows: bool) -> _Stages:
    cut = sentences(text, blocks, house)
    words = [tokens(text, one.start, one.end) for one in cut]
    quotes = quotations(text, blocks)
    found: list[Found] = []
    said: list[Attribution] = []
    if knows:
        more: list[Found] = []
        if parser:
            words, more = parsed(text, cut, words)
        people = named_entities(text, cut, house)
        found = sorted(_united([*names(text, people)], more))
        said = attributions(text, cut, quotes, people, house, words)
    terms = "|".join(map(re.escape, house.legal_terms))
    return _Stages(
        cut,
        words,
        IntervalSweep(found),
        IntervalSweep(said),
        IntervalSweep([quote for quote in quotes if quote.depth == 0]),
        re.compile(terms, re.IGNORECASE) if terms else None,
        knows,
    )


def _united(own: list[Found], more: list[Found]) -> list[Found]:
    """Names of the splitter, and those of the parser where the splitter has none."""
    passing = IntervalSweep(sorted(own))
    return own + [one for one in sorted(more) if not passing.touching(one.start, one.end)]


def _around(
    text: str, blocks: Sequence[Block], published: date | None, stages: _Stages, index: int
) -> SentenceContext:
    """What is known of one sentence."""
    start, end, block = stages.sentences[index]
    quoted = stages.quotations.touching(start, end)
    says = [one for one in stages.said.touching(start, end) if somebody(text, one)]
    known = stages.names.touching(start, end)
    words = stages.words[index]
    return SentenceContext(
        text,
        blocks[block].kind,
        words,
        [*known, *(speakers(text, says, known) if says else ()), *detect(text, words, end, published)],
        says,
        quoted,
        [Span(quote.start, quote.end) for quote in quoted],
        stages.legal,
    )


def _pieces(around: SentenceContext, sentence: Sentence, index: int, *, whole: bool) -> list[Piece]:
    """The statements of a sentence, settled: each a claim or set aside."""
    all_of_it = Piece([Span(sentence.start, sentence.end)], index, sentence.block)
    if around.kind == BlockKind.HEADING:
        all_of_it.aside, all_of_it.aside_rule = SetAsideReason.HEADING, "heading"
        if around.text[sentence.end - 1] == "?" and not _ADDRESSED.isdisjoint(around.words.words):
            all_of_it.aside, all_of_it.aside_rule = SetAsideReason.QUESTION, "question mark"
        return [all_of_it]
    persons = [Span(one.start, one.end) for one in around.found if one.rule == "person"]
    found = [all_of_it] if whole else pieces(around.text, around.words, all_of_it, around.closed, persons)
    for piece in found:
        settle(piece, around)
    return found


def _parent(piece: Piece, claims: Sequence[SplitClaim], first: int) -> int | None:
    """Index of the claim of the same sentence, from `first` on, that a piece lies in."""
    for place in range(first, len(claims)):
        if claims[place].start <= piece.start and piece.end <= claims[place].end:
            return place
    return None


def _gather(
    found: Sequence[Piece],
    around: SentenceContext,
    claims: list[SplitClaim],
    aside: list[SetAside],
    spans: list[Span],
) -> None:
    """The pieces of one sentence as claims and passages set aside; one inside another's reach is nested."""
    first = len(claims)
    for piece in found:
        spans += piece.parts
        if piece.aside is None:
            claims.append(claim(piece, around, _parent(piece, claims, first)))
            continue
        aside += [
            SetAside(
                start=part.start,
                end=part.end,
                text=around.text[part.start : part.end],
                reason=piece.aside,
                rule=piece.aside_rule,
            )
            for part in piece.parts
        ]
