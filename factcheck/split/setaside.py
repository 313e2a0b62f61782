"""What is no claim: questions, opinions, predictions, transitions, instructions and boilerplate.

When in doubt it is a claim; words between quotation marks always are, since somebody has to check that they
were said.
"""

import re
from collections.abc import Collection

from db.vocabulary import CheckKind, SetAsideReason
from factcheck.split.lexicon import word_set
from factcheck.split.pieces import Piece
from factcheck.split.words.lazy_pattern import LazyPattern

_LEAD = r"(?:(?:but|and|so|however|still|yet|now|then|for now|meanwhile|in the end),? )?"
_OPEN = (
    r"(?:still |yet |largely |also |far from |as yet )?(?:unclear|unknown|uncertain|unresolved"
    r"|open to question"
    r"|an open question|anyone[’']s guess|to be seen|not clear|not known|up in the air)"
)
_OPEN_QUESTION = LazyPattern(
    rf"{_LEAD}(?:(?:one|the|a|another|an) (?:\w+ ){{0,2}}question (?:now )?(?:is|remains|was|arises)\b"
    rf"|(?:what|whether|how|who|when|why|where|which)\b.{{3,300}}\b(?:is|are|remains?|was|were) {_OPEN}"
    rf"|(?:it|that|this|much) (?:is|remains|was) {_OPEN}\b|(?:it )?remains to be seen\b"
    rf"|nobody (?:yet )?knows (?:what|whether|how|who|when|why|where)\b)",
    re.IGNORECASE | re.DOTALL,
)
_OPINION = LazyPattern(
    rf"{_LEAD}(?:i (?:think|believe|feel|doubt|hope|guess|suppose|wish|love|hate|like|prefer|agree"
    rf"|disagree)\b"
    r"|in my (?:view|opinion|judgment|judgement)\b|to my mind\b|if you ask me\b"
    r"|(?:it|this|that) (?:is|was|seems|would be|[’']s) (?:clear|obvious|time|right|wrong|sad|good|bad"
    r"|great|wonderful"
    r"|terrible|important|hard|difficult|easy|worth|tempting|fair|unfair|a pity|a shame|no wonder"
    r"|no surprise)\b"
    r"|(?:we|they|you|one|governments?|everyone|nobody|politicians|voters|europe|america) "
    r"(?:must|should|ought to|need to|needs to|have to|has to)\b|perhaps\b|maybe\b|arguably\b|sadly\b"
    r"|unfortunately\b|thankfully\b|hopefully\b|surely\b)",
    re.IGNORECASE,
)
_TRANSITION = LazyPattern(
    r"(?:but )?(?:so|now|then|that is (?:not )?all|not so fast|here is (?:why|how)|here[’']s (?:why|how)"
    r"|that[’']s not all"
    r"|more on that later|in short|to be clear|first things first|first|second|third|finally|meanwhile"
    r"|and yet"
    r"|but first|as follows|for example|for instance|of course|indeed|yes|no|well|still|and so on"
    r"|needless to say"
    r"|let me explain|it did not last|not quite|not any more|far from it)[.:!,…]*$",
    re.IGNORECASE,
)
_INSTRUCTION = LazyPattern(
    r"(?:please |to (?:read|subscribe|learn|find|register|watch|listen|contact|donate)\b.{0,80}"
    r"(?:click|visit|go to|call|email|sign)\b|(?:click|tap|scroll|subscribe|sign up|read (?:more|also|next"
    r"|on)|see also"
    r"|see (?:page|below|above|our|the)|watch (?:the|our|this|more)|listen to|follow (?:us|me|him|her)"
    r"|share this|download"
    r"|register|visit (?:our|the|us|www)|find out|learn more|check out|note that|let us|let[’']s|don[’']t"
    r"|do not"
    r"|call (?:us|the|0|1)|email|contact|send (?:us|your)|try (?:to|our|it)|stay tuned|join us|get in touch"
    r"|imagine|consider"
    r"|remember|think of|take (?:a look|the case))\b)",
    re.IGNORECASE,
)
_BOILERPLATE = LazyPattern(
    r"(?:©|\(c\)|copyright\b|all rights reserved|this (?:article|story|piece|report|post) (?:was|has been"
    r"|is|originally|first"
    r"|appeared)\b|(?:file )?photo(?:graph)?s?(?: by|:| credit)|images?(?: by|:| credit| courtesy)|credit:"
    r"|source:"
    r"|reporting by\b|additional reporting\b|editing by\b|advertisement$"
    r"|the views expressed\b|related(?: stories| articles| coverage)?:|tags?:|share this\b"
    r"|(?:last )?updated\b.{0,30}\d{4}|published\b.{0,30}\d{4}|sign up for|end$|#+$|(?:\* ?)+$"
    r"|[-–—*_=#~\s•]+$|continued on page)",
    re.IGNORECASE,
)
_LABEL = LazyPattern(
    r"(?:(?:Table|Figure|Fig|Chart|Map|Box)\.? \d+[a-z]?[.:]?|[A-Z][\w’' ]{2,40}, \d{1,2} [A-Z][a-z]+ \d{4})$"
)
_BYLINE = LazyPattern(r"(?:[Bb]y|BY|Text by|Story by) [A-Z][\w.’'-]+(?: (?:and )?[A-Z][\w.’'-]+){1,5}$")
_BOILERPLATE_WORDS = word_set("""
© c copyright all this file photo photos photograph photographs image images credit source reporting
additional editing advertisement the related tag tags share last updated published sign end # * - – — _
= ~ • continued by text story
""")
_OPEN_WORDS = word_set(
    """question unclear unknown uncertain unresolved clear known seen knows guess open air answered"""
)
_INSTRUCTION_WORDS = word_set("""
please to click tap scroll subscribe sign read see watch listen follow share download register visit
find learn check note let don't do call email contact send try stay join get imagine consider remember
think take don
""")
_OPINION_WORDS = word_set("""
i in to if it this that we they you one government governments everyone nobody politicians voters europe
america perhaps maybe arguably sadly unfortunately thankfully hopefully surely
""")
_WORD = re.compile(r"[^\W_]")
_ASKING = ("q", "w", "b", "h", "D", "m")
"""Tags that open a question."""
_SHORT = 11
"""Words and marks of the longest transition."""
_LIKELY = re.compile(
    r"\b(?:is|are) (?:not )?(?:un)?likely to\b|\b(?:is|are) (?:not )?(?:expected|set|poised|bound|due"
    r"|slated|about|going) to\b",
    re.IGNORECASE,
)
_FUTURE = frozenset(("will", "'ll", "may", "might", "could", "shall", "wo"))
_FINITE = frozenset("vbhDm")
_MEASURED = frozenset(
    (CheckKind.NUMBER, CheckKind.MONEY, CheckKind.STATISTIC, CheckKind.CALCULATION, CheckKind.DATE)
)
_NOTHING = frozenset((CheckKind.EVENT,))
_PERFECT = re.compile("m[rR]*h")
"""“could have shown”: about what was, not what will be."""
_IMPERATIVE = re.compile(r"V(?:[rR]|[dpjonsNi])")
_TO_MAIN_VERB = re.compile("(?:[^xqwvbhDm]|[xqw][^,vbhDm]*[,vbhDm])*[vbhDm]")
"""The first finite verb outside clauses that a subordinator opens; a comma or the first verb ends these."""


def judge(piece: Piece, text: str, kinds: Collection[CheckKind], *, quoted: bool) -> None:
    """Set piece aside with a reason and the rule, where it is clearly no claim.

    Args:
        piece: a statement with its words and tags.
        text: the draft.
        kinds: kinds of the firm check points in it.
        quoted: whether words of somebody stand in it between quotation marks.
    """
    said = " ".join([text[start:end] for start, end in piece.parts]).strip()
    body = said.lstrip("“”\"'‘’«»([–—-•* ").rstrip("”\"'’»)] ")
    if not _WORD.search(said):
        _aside(piece, SetAsideReason.BOILERPLATE, "no words")
        return
    opening = frozenset(piece.spoken[:4])
    whole = not piece.rules
    if (
        whole
        and not opening.isdisjoint(_BOILERPLATE_WORDS)
        and (_BOILERPLATE.match(body) or _BYLINE.match(body))
    ):
        _aside(piece, SetAsideReason.BOILERPLATE, "boilerplate wording")
    elif quoted:
        return
    elif body.endswith("?") and _asks(piece):
        _aside(piece, SetAsideReason.QUESTION, "question mark")
    elif piece.attribution is None:
        _judge_words(piece, body, kinds, opening)


def _asks(piece: Piece) -> bool:
    """Whether a piece that ends in a question mark is a question, not one that somebody is told to ask."""
    said = piece.attribution
    return said is None or said.cue is None or (len(said.content) == 1 and piece.tags[:1] in _ASKING)


def _judge_words(piece: Piece, body: str, kinds: Collection[CheckKind], opening: frozenset[str]) -> None:
    """The reasons that the desk's own words give; somebody's words are never set aside for them."""
    size = len(piece.spoken)
    if not _OPEN_WORDS.isdisjoint(piece.spoken) and _OPEN_QUESTION.match(body):
        _aside(piece, SetAsideReason.QUESTION, "open question")
    elif size < _SHORT and (_TRANSITION.match(body) or (body.endswith(":") and _NOTHING.issuperset(kinds))):
        _aside(piece, SetAsideReason.TRANSITION, "transition")
    elif not _MEASURED.isdisjoint(kinds):
        return
    elif not opening.isdisjoint(_INSTRUCTION_WORDS) and _INSTRUCTION.match(body):
        _aside(piece, SetAsideReason.INSTRUCTION, "instruction to the reader")
    elif _IMPERATIVE.match(piece.tags) and _FINITE.isdisjoint(piece.tags):
        _aside(piece, SetAsideReason.INSTRUCTION, "imperative")
    elif not opening.isdisjoint(_OPINION_WORDS) and _OPINION.match(body):
        _aside(piece, SetAsideReason.OPINION, "opinion wording")
    elif _looks_ahead(piece, body):
        _aside(piece, SetAsideReason.PREDICTION, "main verb looks ahead, nothing measured")


def _aside(piece: Piece, reason: SetAsideReason, rule: str) -> None:
    piece.aside, piece.aside_rule = reason, rule


def _looks_ahead(piece: Piece, body: str) -> bool:
    """Whether the main verb says what will or may be."""
    main = _TO_MAIN_VERB.match(piece.tags)
    if main is None:
        return False
    place = main.end() - 1
    tag = piece.tags[place]
    if tag == "m" and _PERFECT.match(piece.tags, place):
        return False
    return piece.spoken[place] in _FUTURE or (tag == "b" and _LIKELY.search(body) is not None)
