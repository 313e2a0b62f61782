"""Superlatives and firsts, causes, and allegations: kinds that single words give away."""

import re
from collections.abc import Iterator

from db.vocabulary import CheckKind
from factcheck.split.checkpoints.found import Found
from factcheck.split.tokens import NO_SUPERLATIVES

_SUPERLATIVE = re.compile(
    r"\b(?:(?P<most>(?:the )?(?:second|third|\w+)?[- ]?(?:most|least|best|worst|fewest|latest|highest|lowest)\b(?: [a-z]+)?)"
    r"|(?P<first>(?:the |for the |its |his |her |their )?(?:very )?(?:first|last)(?:-ever)?(?: [a-z]+)?)"
    r"|(?P<only>the only|unprecedented|record[- ](?:high|low|breaking|setting)|(?:a|the) record\b|never before|ever since|the sole\b)"
    r"|(?P<est>(?:the )?[a-z]*[a-z]{2}(?:iest|[^aeiou\W]est)(?:-[a-z]+)?)\b)",
    re.IGNORECASE,
)
_NOT_MOST = re.compile(
    r"(?:at |the )?(?:most|least)(?: (?:of|likely|recently|notably|importantly))?$|at (?:first|last|best|least|most)$",
    re.IGNORECASE,
)
_CAUSE = re.compile(
    r"\b(?:because(?: of)?|due to|owing to|thanks to|as a result(?: of)?|result(?:s|ed|ing)? (?:in|from)|caus(?:e[ds]?|ing)(?= (?:a|the|by|of|some|more|many|his|her|its|their|him|it|them|it|\w+ to))"
    r"|led to|leads? to|leading to|stem(?:s|med|ming) from|trigger(?:s|ed|ing)|sparked|prompt(?:s|ed|ing)|blamed? (?:on|for)|therefore|thus|hence"
    r"|consequently|so that|in order to|in response to|on account of|brought about|as a consequence(?: of)?|contribut(?:e[ds]?|ing) to"
    r"|responsible for|attribut(?:ed|able) to|since(?= (?:the|he|she|it|they|we|I|there|this)\b(?! \d))|forc(?:ed|ing)|in the wake of|after failing)\b",
    re.IGNORECASE,
)
_ALLEGATION = re.compile(
    r"\b(?:accus(?:e[ds]?|ing|ations?)|alleg(?:e[ds]?|edly|ations?|ing)|charg(?:ed|es) with|indict(?:ed|ment)|convict(?:ed|ion)|guilty|fraud(?:ulent(?:ly)?)?"
    r"|corrupt(?:ion)?|brib(?:e[dsr]?|ery|ing)|embezzl\w+|launder\w*|murder(?:ed|er|s)?|killed|assault(?:ed|ing)?|rap(?:ed|e|ist)|harass(?:ed|ment|ing)"
    r"|abus(?:ed|e|er|ing|ive)|stole|stolen|theft|liar|lied|lying|racist|racism|sexist|terroris[tm]s?|war crimes?|genocide|traitor|treason|plagiari\w+"
    r"|criminal(?:s|ly)?|crimes?|illegal(?:ly)?|unlawful(?:ly)?|misconduct|negligen(?:t|ce)|sued?|lawsuit|defam\w+|libel\w*|scandal|cover-up|perjury"
    r"|smuggl\w+|traffick\w+|extort\w+|blackmail\w*|sanction(?:ed|s)?|violat(?:ed|es|ing|ions?)|arrested|jailed|imprisoned|fired for|cheat(?:ed|ing)?)\b",
    re.IGNORECASE,
)


def superlatives(text: str, start: int, end: int) -> Iterator[Found]:
    """“the largest”, “most popular”, “for the first time”, “record”, “the only”."""
    for match in _SUPERLATIVE.finditer(text, start, end):
        if match["est"] and match["est"].lower().removeprefix("the ").split("-")[-1] in NO_SUPERLATIVES:
            continue
        if match["most"] and _NOT_MOST.match(match[0]):
            continue
        kind = "first" if match["first"] else "only or record" if match["only"] else "superlative"
        yield Found(match.start(), match.end(), CheckKind.SUPERLATIVE, rule=kind)


def causes(text: str, start: int, end: int) -> Iterator[Found]:
    """Words that say that one thing brought about another."""
    for match in _CAUSE.finditer(text, start, end):
        yield Found(match.start(), match.end(), CheckKind.CAUSE, rule="cause word")


def allegations(text: str, start: int, end: int) -> Iterator[Found]:
    """Words that lay wrongdoing at somebody's door; an allegation where somebody is named beside them."""
    for match in _ALLEGATION.finditer(text, start, end):
        yield Found(match.start(), match.end(), CheckKind.ALLEGATION, rule="word of wrongdoing")
