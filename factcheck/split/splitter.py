"""An article cut into claims and passages set aside: the stages in order, no rule of their own."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from db.vocabulary import BlockKind, SetAsideReason
from factcheck.model import Article, Block, HouseLists, SetAside, Span, Split, SplitClaim
from factcheck.split.built import built
from factcheck.split.checkpoints import Found, detect
from factcheck.split.checkpoints.people import names, speakers
from factcheck.split.claims import Surroundings, claim, settle, somebody
from factcheck.split.clauses import pieces
from factcheck.split.coverage import coverage
from factcheck.split.languages import REMARK, english
from factcheck.split.names import cast
from factcheck.split.parser import installed, parsed
from factcheck.split.passing import Passing
from factcheck.split.pieces import Piece
from factcheck.split.quotations import quotations
from factcheck.split.sentences import sentences
from factcheck.split.speakers import attributions
from factcheck.split.tokens import Tokens, tokens
from factcheck.split.types import Attribution, Quotation, Sentence

_ADDRESSED = frozenset(("you", "your", "yours", "yourself"))
"""Words of a short line that asks somebody rather than heads what follows."""


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
    return built(
        Split, claims=tuple(claims), set_aside=tuple(aside), words=total, covered=covered, remarks=remarks
    )


class _Stages(NamedTuple):
    """What is known of the whole text before its sentences are cut."""

    sentences: list[Sentence]
    words: list[Tokens]
    """Tagged words of each sentence."""
    names: Passing[Found]
    said: Passing[Attribution]
    quotations: Passing[Quotation]
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
        people = cast(text, cut, house)
        found = sorted(_united([*names(text, people)], more))
        said = attributions(text, cut, quotes, people, house, words)
    terms = "|".join(map(re.escape, house.legal_terms))
    return _Stages(
        cut,
        words,
        Passing(found),
        Passing(said),
        Passing([quote for quote in quotes if quote.depth == 0]),
        re.compile(terms, re.IGNORECASE) if terms else None,
        knows,
    )


def _united(own: list[Found], more: list[Found]) -> list[Found]:
    """Names of the splitter, and those of the parser where the splitter has none."""
    passing = Passing(sorted(own))
    return own + [one for one in sorted(more) if not passing.touching(one.start, one.end)]


def _around(
    text: str, blocks: Sequence[Block], published: date | None, stages: _Stages, index: int
) -> Surroundings:
    """What is known of one sentence."""
    start, end, block = stages.sentences[index]
    quoted = stages.quotations.touching(start, end)
    says = [one for one in stages.said.touching(start, end) if somebody(text, one)]
    known = stages.names.touching(start, end)
    words = stages.words[index]
    return Surroundings(
        text,
        blocks[block].kind,
        words,
        [*known, *(speakers(text, says, known) if says else ()), *detect(text, words, end, published)],
        says,
        quoted,
        [Span(quote.start, quote.end) for quote in quoted],
        stages.legal,
    )


def _pieces(around: Surroundings, sentence: Sentence, index: int, *, whole: bool) -> list[Piece]:
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
    around: Surroundings,
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
            built(
                SetAside,
                start=part.start,
                end=part.end,
                text=around.text[part.start : part.end],
                reason=piece.aside,
                rule=piece.aside_rule,
            )
            for part in piece.parts
        ]
