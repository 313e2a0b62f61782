"""Which of eight broad kinds of fact each sentence of a piece holds, to measure against annotated text."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import accumulate

from db.vocabulary import BlockKind, CheckKind
from factcheck.model import Block
from factcheck.split.checkpoints import Found, detect
from factcheck.split.checkpoints.quantities import CARDINALS
from factcheck.split.lexicon import word_set
from factcheck.split.parser.spacy_parser import parsed
from factcheck.split.people.entities import EntityKind, NamedEntities
from factcheck.split.people.names import named_entities
from factcheck.split.quotations.attribution import Form
from factcheck.split.quotations.attributions import attributions
from factcheck.split.quotations.quotation_marks import quotations
from factcheck.split.sentences.sentences import Sentence
from factcheck.split.words.tokens import Tokens, tokens
from tests.benchmarks.listed_names import listed, roles

KINDS = ("number", "superlative", "date", "name", "place", "org", "cause", "attribution")

_BROAD = {CheckKind.SUPERLATIVE: "superlative", CheckKind.DATE: "date", CheckKind.CAUSE: "cause"}
_ENTITIES = {EntityKind.PERSON: "name", EntityKind.PLACE: "place", EntityKind.ORGANISATION: "org"}
_NUMERAL = re.compile(r"\d[\d.,:/]*$|[IVX]{3,}$")
_MORE_NUMERALS = frozenset(("hundred", "thousand", "million", "billion", "trillion", "half"))
_NO_ORGANISATIONS = word_set(
    """
    AND ALL NOT THE OK TV DNA RNA HIV AIDS COVID ICT IT GDP CEO CFO PhD MBA BA MA IQ PR VIP DVD CD
    PC AM PM AD BC GMT UTC EDT EST USB SUV GPS SMS LED ID FAQ PDF URL HTML SOS POW ATM DIY RSVP VAT
    HR AI
    """
)
_REPORTING = """
say says said saying|tell tells told telling|think thinks thought thinking
|believe believes believed believing|know knows knew known knowing|hope hopes hoped hoping
|mean means meant|suggest suggests suggested suggesting|announce announces announced announcing
|claim claims claimed claiming|state states stated stating|add adds added adding
|report reports reported reporting|argue argues argued arguing|ask asks asked asking
|write writes wrote written writing|note notes noted noting|explain explains explained explaining
|warn warns warned warning|agree agreed agrees|deny denies denied denying
|admit admits admitted admitting|confirm confirms confirmed confirming|insist insists insisted
|reveal reveals revealed|declare declares declared declaring|suspect suspects suspected|suppose supposed
|guess|feel feels felt|wonder wonders wondered|realize realized realise realised
|remember remembers remembered|forget forgot forgotten|learn learned learnt
|show shows showed shown showing|indicate indicates indicated|estimate estimates estimated
|predict predicts predicted|expect expects expected|fear fears feared
|acknowledge acknowledged acknowledges|complain complained|promise promised|allege alleged alleges
|conclude concluded|comment commented|remark remarked|stress stressed|emphasize emphasized
|emphasise emphasised|recall recalled recalls|reply replied|respond responded|describe described
|criticize criticized|criticise criticised|urge urged urges|imagine imagined|understand understood
|decide decided|determine determined|assume assumed|sure|aware|confident|convinced|informed|advised
|certain|worried|afraid|tweeted|testified|pledged|vowed|ensure ensuring ensures|imply implies implied
|maintain maintains maintained|find found
"""
_REPORTED = re.compile(
    r"Y(?:[oN]|[dp]?[jn]*[ns])?(?:i[dp]?[jnNs]*[nNs])?[rR]*(?:[tq]|x(?=[dpo])|[:,]?\"|:)"
    r"|Y(?:[oN]|[dp]?[jn]*n)?(?:r|,)?(?:o|[dp]?[jcSlg0nNsMK']{0,5}[nNs0])(?:i[dp]?[jnNs]*[nNs])?[rR]*[vbhDmY]"
    r"|\",?(?:[dp]?[jnNs]*[nNso])?[rR]*Y|Y(?:[nNo]|[dp][jn]*n){1,3}[,.:]+\"?$"
    r"|,\"?(?:o|[dp]?[jcSlg0nNsMK',]{0,6}[nNs])[rR]*[hb]?Y(?:[.,]|i[dp]?[jnNsK]*[.,]|K|.{0,6}\.$)"
)
_CREDIT = re.compile(
    r"^\(?(?:image|photo|photograph|file photo|picture|credit|source)s?(?: by)?[:;] ?[A-Z]", re.IGNORECASE
)


@cache
def _reporting() -> frozenset[str]:
    return frozenset(_REPORTING.replace("|", " ").split())


def _attributed(text: str, words: Tokens) -> bool:
    """Whether the sentence gives something as what somebody says, thinks or knows."""
    known = _reporting()
    marks = "".join(
        "Y" if word in known and tag in "vVegjn1E" else tag
        for word, tag in zip(words.words, words.tags, strict=True)
    )
    if "according" in words.words and "to" in words.words:
        return True
    if "Y" in marks and _REPORTED.search(marks):
        return True
    return bool(words.starts) and _CREDIT.match(text[words.starts[0] : words.ends[-1]]) is not None


def fact_kinds(sentences: Sequence[str], *, parser: bool = False) -> list[set[str]]:
    """The words of `KINDS` that hold for each sentence; the sentences are one piece, in order.

    Raises:
        MissingExtra: `parser` is asked for and not installed.
    """
    text = "\n\n".join(sentences)
    ends = [0, *accumulate(len(one) + 2 for one in sentences)]
    spans = [
        Sentence(start, start + len(one), place)
        for place, (start, one) in enumerate(zip(ends, sentences, strict=False))
    ]
    blocks = [Block(kind=BlockKind.PARAGRAPH, start=one.start, end=one.end, level=0) for one in spans]
    tagged = [tokens(text, one.start, one.end) for one in spans]
    more: list[Found] = []
    if parser:
        tagged, more = parsed(text, spans, tagged)
    out: list[set[str]] = []
    for one, words in zip(spans, tagged, strict=True):
        points = detect(text, words, one.end, None)
        found = {_BROAD[point.kind] for point in points if point.kind in _BROAD and _counts(point)}
        if _vaguely_timed(text, words, one.end, points):
            found.add("date")
        if _graded(words):
            found.add("superlative")
        if _OUTCOME.search(text, one.start, one.end):
            found.add("cause")
        if _REASON.search(text, one.start, one.end):
            found.add("cause")
        if _numbered(words):
            found.add("number")
        out.append(found)
    people = named_entities(text, spans)
    _entities(text, spans, tagged, people, out)
    place = 0
    for point in more:
        while spans[place].end <= point.start:
            place += 1
        out[place].add(_parsed_kind(text, point))
    for said in attributions(text, spans, quotations(text, blocks), people, None, tagged):
        if said.cue is not None and (said.form != Form.INDIRECT or said.rule == "according"):
            out[said.sentence].add("attribution")
    return out


_NO_PERSON = re.compile(r"\w*\d|[A-Z][a-z]+[A-Z][a-z]+[a-z]*$|[A-Z]{4,}$")


def _parsed_kind(text: str, point: Found) -> str:
    """The broad kind of a name that the parser found."""
    if point.kind == CheckKind.PLACE:
        return "place"
    if point.rule == "person":
        return "name"
    return "org" if text[point.start : point.end] not in _NO_ORGANISATIONS else ""


def _thing(text: str, start: int, end: int) -> bool:
    """Whether a name taken for a person's reads like a thing's: “the Onion”, “COVID-19”, “LibriVox”."""
    return text[start - 4 : start].lower() == "the " or _NO_PERSON.match(text, start, end) is not None


def _entities(
    text: str, spans: Sequence[Sentence], tagged: Sequence[Tokens], people: NamedEntities, out: list[set[str]]
) -> None:
    """Names, places and organisations of the cast, and listed ones inside longer names."""
    place = 0
    persons: list[tuple[int, int]] = []
    for mention in people.mentions:
        while spans[place].end <= mention.start:
            place += 1
        kind = _ENTITIES.get(mention.kind)
        if kind is None or (kind == "org" and text[mention.start : mention.end] in _NO_ORGANISATIONS):
            continue
        if kind == "name" and _thing(text, mention.start, mention.end):
            continue
        if kind == "name":
            persons.append((mention.start, mention.end))
        out[place].add(kind)
    for place, words in enumerate(tagged):
        if roles(words):
            out[place].add("name")
        for one in listed(text, words):
            if not any(start <= one.start and one.end <= end for start, end in persons):
                out[place].add(_ENTITIES[one.kind])
        if _attributed(text, words):
            out[place].add("attribution")


_OTHER_RULES = frozenset(("first or last", "only", "record", "never before", "led to", "blame", "triggered"))
_OUTCOME = re.compile(
    r"(?:[,;—–]|\band)\s*\b(?:(?:making|leaving|causing|ensuring|allowing|forcing|bringing|creating|prompting"
    r"|enabling|meaning|becoming) (?=[a-z])|so that\b|so (?=(?:he|she|it|they|we|I|you|that|the|there)\b))",
    re.IGNORECASE,
)
"""An outcome behind a mark: “…, leaving two hundred people without a home”."""
_REASON = re.compile(
    r"(?:\b(?:that|which|this) ?(?:[’']s|is) why\b|\bin turn,?\b|\bthis means\b|\bgiven that\b|\bnow that\b"
    r"|\bso [a-z]+ (?:that|I|we|they)\b"
    r"|\b(?:thank|prais|criticis|criticiz|arrest|convict|fined|sued|sentenc|jail|punish|fired|apologi"
    r"|applaud|charged|condemn|blam)\w*\b.{3,80}"
    r"\bfor (?:\w+ly )?[a-z]+ing\b)",
    re.IGNORECASE,
)


def _counts(point: Found) -> bool:
    """Whether a check point is of the broad kind as annotators of discourse see it."""
    return point.rule not in _OTHER_RULES


_UNGRADED = frozenset(("first", "last", "topmost", "utmost", "eldest"))


def _graded(words: Tokens) -> bool:
    """Whether a superlative stands in the sentence, vague ones too: “at least”, “most of”."""
    return any(
        tag == "S" and word not in _UNGRADED for word, tag in zip(words.words, words.tags, strict=True)
    )


_VAGUE = re.compile(
    r"(?:at )?(?:this|that|the|same|present|some|any|first|last|long|limited)[- ](?:period of )?(?:time"
    r"|moment|period|past|future|present|era|point)\b(?! of (?:view|the)\b)|times? (?:of|when)\b"
    r"|a while\b|for so long\b|its future\b|(?:his|her|their|its) (?:time|tenure|term|reign|lifetime"
    r"|career)\b",
    re.IGNORECASE,
)
"""A time that names no day: “at the time”."""


def _vaguely_timed(text: str, words: Tokens, end: int, points: Sequence[Found]) -> bool:
    """Whether a time that names no day begins with a word of the sentence that no check point covers."""
    return any(
        _VAGUE.match(text, start, end)
        for start in words.starts
        if not any(one.start <= start < one.end for one in points)
    )


def _numbered(words: Tokens) -> bool:
    """Whether a numeral stands in the sentence: digits or a number word, “one” only where it counts."""
    for index, (word, tag) in enumerate(zip(words.words, words.tags, strict=True)):
        if word == "one":
            before = words.tags[index - 1] if index else "."
            after = words.tags[index + 1] if index + 1 < len(words.tags) else "."
            if before not in "dpjtSwcg" or (before in "dpS" and after in "nsjS"):
                return True
        elif tag in "0N":
            if _NUMERAL.match(word if tag == "0" else word.upper()) and (
                tag == "0" or word not in ("ii", "xi", "mix")
            ):
                return True
        elif word in CARDINALS or word in _MORE_NUMERALS:
            return True
        if "-" in word and any(part in CARDINALS or part.isdigit() for part in word.split("-")):
            return True
    return False
