"""Superlatives and firsts, causes, comparisons, statistics and allegations: kinds that wording gives away."""

import re
from typing import NamedTuple

from db.vocabulary import CheckKind
from factcheck.split.checkpoints.found import Found
from factcheck.split.lexicon import word_set
from factcheck.split.words.lazy_pattern import LazyPattern


class _Rule(NamedTuple):
    kind: CheckKind
    name: str
    openers: str
    """The words that it can begin with, so that most words of a text cost one look-up."""
    pattern: LazyPattern


def _rule(kind: CheckKind, name: str, openers: str, pattern: str) -> _Rule:
    return _Rule(kind, name, openers, LazyPattern(pattern, re.IGNORECASE))


_RULES = (
    _rule(
        CheckKind.SUPERLATIVE,
        "first or last",
        "first first-ever",
        r"first(?:-ever)?(?: and only)?(?! (?:is|was|to|and|in|on|at|of all|thing|half|and foremost|place"
        r"|step|lady|aid|name|class"
        r"|hand|floor|minister|"
        r"century|quarter|week|month|year|day|time (?:I|we|you)\b))(?=[ -][a-z]| [A-Z])(?: time| woman| man"
        r"| person| [a-z]+)?",
    ),
    _rule(
        CheckKind.SUPERLATIVE,
        "only",
        "only",
        r"only(?= (?:[a-z]+ )?[a-z]+ (?:to|that|who|in|of|with|which|ever)\b)",
    ),
    _rule(
        CheckKind.SUPERLATIVE,
        "record",
        "record record-high record-low record-breaking record-setting",
        r"record(?:-(?:high|low|breaking|setting)| (?:high|low|number|profit|loss|year|sum)s?\b)",
    ),
    _rule(
        CheckKind.SUPERLATIVE,
        "never before",
        "never unprecedented unparalleled unrivalled",
        r"never before\b|unprecedented\b|unparalleled\b|unrivalled\b",
    ),
    _rule(CheckKind.CAUSE, "because", "because", r"because(?: of)?\b"),
    _rule(
        CheckKind.CAUSE,
        "due to",
        "due owing thanks",
        r"(?:owing to|thanks to|due to)\b(?! (?:be|go|take|open|start|begin|end|close|expire|meet|arrive"
        r"|leave|return|appear|play|vote|run|come|finish|speak|face)\b)",
    ),
    _rule(
        CheckKind.CAUSE,
        "result",
        "as result results resulted resulting",
        r"as a (?:direct )?(?:result|consequence)(?: of)?\b|result(?:s|ed|ing)? (?:in|from)\b",
    ),
    _rule(
        CheckKind.CAUSE,
        "cause",
        "cause caused causes causing",
        r"caus(?:e[ds]?|ing)\b(?! célèbre)(?= (?:a|an|the|by|of|some|more|many|his|her|its|their|him|it"
        r"|them|[a-z]+))",
    ),
    _rule(
        CheckKind.CAUSE,
        "led to",
        "led leads lead leading stem stems stemmed stemming gave brought contribute contributed "
        "contributes contributing",
        r"le(?:d|ads?|ading) to\b|stem(?:s|med|ming)? from\b|gave rise to\b|brought about\b"
        r"|contribut(?:e[ds]?|ing) to\b",
    ),
    _rule(
        CheckKind.CAUSE,
        "triggered",
        "triggered triggers triggering sparked sparks sparking prompted prompts prompting forced forcing",
        r"(?:trigger(?:ed|s|ing)|spark(?:ed|s|ing)|prompt(?:ed|s|ing)|forc(?:ed|ing))\b(?! (?:by the way))",
    ),
    _rule(
        CheckKind.CAUSE,
        "blame",
        "blame blamed blames blaming responsible attributed attributable on in",
        r"blam(?:e[ds]?|ing)\b|responsible for\b|attribut(?:ed|able) to\b|on account of\b|in response to\b"
        r"|in the wake of\b",
    ),
    _rule(
        CheckKind.CAUSE,
        "therefore",
        "therefore thus hence consequently",
        r"(?:therefore|thus|hence|consequently)\b",
    ),
    _rule(
        CheckKind.STATISTIC,
        "rate or average",
        "average averaged averages median per rate rates ratio percentage proportion majority likelihood "
        "probability inflation unemployment gdp one out",
        r"(?:average[ds]?|median|per capita|rates?|ratio|percentage|proportion|majority|likelihood"
        r"|probability|inflation|unemployment|GDP)\b"
        r"|one in (?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b|out of (?:every )?(?:ten|\d+)\b",
    ),
    _rule(
        CheckKind.CALCULATION,
        "multiple",
        "double doubled doubles doubling triple tripled triples tripling quadruple quadrupled halve "
        "halved halves halving",
        r"(?:doubl|tripl|quadrupl|halv)(?:e[ds]?|ing)\b",
    ),
    _rule(
        CheckKind.CALCULATION,
        "multiple",
        "twice three four five ten half twofold threefold fourfold fivefold tenfold",
        r"(?:twice|three times|four times|five times|ten times|half) (?:as|the|more|higher|larger|that"
        r"|what)\b|(?:two|three|four|five|ten)fold\b",
    ),
    _rule(
        CheckKind.CALCULATION,
        "change",
        "rose risen fell fallen grew grown increase increased increases increasing decrease decreased "
        "decreases decreasing dropped drop drops decline declined declines declining shrank shrunk "
        "climbed jumped soared plunged slumped up down cut reduced raised higher lower rise rises growth",
        r"(?:rose|risen|fell|fallen|grew|grown|increas(?:e[ds]?|ing)|decreas(?:e[ds]?|ing)|dropped|drops?"
        r"|declin(?:e[ds]?|ing)|shrank|shrunk|climbed|jumped|soared"
        r"|plunged|slumped|up|down|cut|reduced|raised|higher|lower|rises?|growth) (?:by |of |from "
        r"|to )?(?:about |around |nearly |almost |more than |over |some |roughly )?"
        r"(?:[$£€]?\d[\d,]*(?:\.\d+)?(?![\d.,]\d)(?: ?(?:%|per ?cent|million|billion))?|a third|a quarter"
        r"|half|a fifth)\b(?! (?:kilomet|met|mile|feet|km|inland))",
    ),
    _rule(
        CheckKind.CALCULATION,
        "share",
        "a one two three half most",
        r"(?:(?:a|one|two|three)[ -](?:third|quarter|fifth|tenth)s?|half|most) of (?:the|all|its|their|his"
        r"|her)\b",
    ),
    _rule(
        CheckKind.CALCULATION,
        "total",
        "a total totalling totaling totals totaled altogether difference more less fewer",
        r"(?:a )?total(?:ling|ing|s|ed)? (?:of )?(?=[$£€]?\d)|altogether\b|difference (?:of|between)\b"
        r"|(?:more|less|fewer) than (?:half|double|twice|all)\b",
    ),
    _rule(
        CheckKind.ALLEGATION,
        "word of wrongdoing",
        "accuse accused accuses accusing accusation accusations allege alleged alleges allegedly "
        "allegation allegations alleging charged indicted indictment convicted conviction guilty fraud "
        "fraudulent fraudulently corrupt corruption bribe bribed bribes bribery bribing embezzled "
        "embezzlement embezzling laundered laundering murder murdered murderer murders assault assaulted "
        "assaulting raped rape rapist harassed harassment harassing abused abuse abuser abusing abusive "
        "stole stolen theft liar lied racist racism sexist terrorist terrorists terrorism war genocide "
        "traitor treason plagiarism plagiarised plagiarized plagiarist criminal criminals criminally "
        "crime crimes illegal illegally unlawful unlawfully misconduct negligent negligence sued lawsuit "
        "defamation defamed defamatory libel libelled cover-up covered perjury smuggled smuggling "
        "smuggler trafficked trafficking trafficker extorted extortion blackmail blackmailed falsified "
        "falsifying forged arrested jailed imprisoned cheat cheated cheating misappropriated "
        "misappropriation conspired conspiracy conspiring manslaughter kickback kickbacks insider tax "
        "molested molesting",
        r"(?:accus(?:e[ds]?|ing|ations?)|alleg(?:e[ds]?|edly|ations?|ing)|charged with|indict(?:ed|ment)"
        r"|convict(?:ed|ion)|guilty|fraud(?:ulent(?:ly)?)?"
        r"|corrupt(?:ion)?|brib(?:e[ds]?|ery|ing)|embezzl\w+|launder(?:ed|ing)|murder(?:ed|er|s)?"
        r"|assault(?:ed|ing)?|rap(?:ed|e|ist)"
        r"|harass(?:ed|ment|ing)|abus(?:ed|e|er|ing|ive)|stole|stolen|theft|liar|lied|racist|racism"
        r"|sexist|terroris[tm]s?|war crimes?|genocide"
        r"|traitor|treason|plagiari\w+|criminal(?:s|ly)?|crimes?|illegal(?:ly)?|unlawful(?:ly)?|misconduct"
        r"|negligen(?:t|ce)|sued|lawsuit|defam\w+"
        r"|libel\w*|cover-up|covered up|perjury|smuggl\w+|traffick\w+|extort\w+|blackmail\w*|falsif\w+"
        r"|forged|arrested|jailed|imprisoned|cheat(?:ed|ing)?"
        r"|misappropriat\w+|conspir\w+|manslaughter|kickbacks?|insider trading|tax evasion|molest\w+)\b",
    ),
)


def _by_opener() -> dict[str, tuple[_Rule, ...]]:
    table: dict[str, tuple[_Rule, ...]] = {}
    for rule in _RULES:
        for word in rule.openers.split():
            table[word] = (*table.get(word, ()), rule)
    return table


_TABLE = _by_opener()
HOT = frozenset(_TABLE)
"""Words that one of the rules may begin with."""

_NEXT = {
    "a": word_set("third thirds quarter quarters fifth fifths tenth tenths total totalling totaling"),
    "in": word_set("response the"),
    "on": word_set("account"),
}
"""For the commonest words that a rule may begin with: the words that can follow there."""


def begins(spoken: list[str], index: int) -> bool:
    """Whether a rule may begin with the word at index, by the word behind it."""
    word = spoken[index]
    if word not in HOT:
        return False
    following = _NEXT.get(word)
    return following is None or (index + 1 < len(spoken) and spoken[index + 1] in following)


_GRADED = re.compile(
    r"(?:most|least|best|worst|fewest|latest)(?:[- ](?P<after>[A-Za-z]+))?|(?P<est>[A-Za-z-]+)", re.IGNORECASE
)
_NO_GRADES = frozenset(("first", "last", "topmost", "utmost", "eldest"))
_QUANTIFIERS = frozenset(("most", "least"))
_NOUNS = frozenset("nsN")
_NOT_GRADED = word_set("of in the a an and likely recently importantly notably to is are was for") | {""}


def wording(text: str, word: str, start: int, end: int) -> list[Found]:
    """What the rules find that begins with the word at start."""
    out = []
    for rule in _TABLE[word]:
        match = rule.pattern.match(text, start, end)
        if match is not None and match.end() > start:
            out.append(Found(start, match.end(), rule.kind, rule=rule.name))
    return out


def graded(text: str, word: str, before: str, next_tag: str, start: int, end: int) -> Found | None:
    """A superlative that begins at start: “largest”, “most popular”, but not “at least” and “most of”."""
    if before == "at" or word in _NO_GRADES or (word in _QUANTIFIERS and next_tag in _NOUNS):
        return None
    match = _GRADED.match(text, start, end)
    if match is None or (match["est"] is None and (match["after"] or "").lower() in _NOT_GRADED):
        return None
    return Found(start, match.end(), CheckKind.SUPERLATIVE, rule="superlative")
