"""One cue, and the verb group and clause that it stands in."""

from typing import NamedTuple

from factcheck.split.lexicon import word_set
from factcheck.split.quotations.folded_sentence import FoldedSentence
from factcheck.split.quotations.noun_phrases import Phrase, subject_before

GROUP = frozenset("mbBhHDrR")
"""Tags of auxiliaries and adverbs, which belong to a verb group."""
HEARSAY = word_set("reportedly allegedly supposedly purportedly")
"""Adverbs that give a statement to nobody in particular."""
_BRIDGES = word_set(
    """
    went go goes going gone continued continues declined declines refused refuses appeared appears seemed
    seems used able quick ready seeming meant forced wants want likes like liked loves tends
    """
)


class Cue(NamedTuple):
    """One cue with its source, as words of the line."""

    rule: str
    first: int
    end: int
    """The words of the cue; `end` is one past its last."""
    source: Phrase | None
    """The noun phrase of the speaker with apposition; none where it is shared with the cue before."""
    frame: int
    shared: bool = False
    """True when its subject is the one of the cue before: “said …, adding that …”."""
    form: int = 0


def group_start(folded: FoldedSentence, at: int) -> int:
    """First word of the verb group that ends at `at`: “has also said”, “was quoted as telling”."""
    tags, words = folded.tags, folded.words
    first = at
    while first > 0:
        if tags[first - 1] in GROUP or (
            words[first - 1] in ("long", "since") and tags[first - 2 : first - 1] == "h"
        ):
            first -= 1
        elif (tags[first - 1] == "z" and first > 1 and words[first - 2] in _BRIDGES) or (
            words[first - 1] == "as" and first > 1 and words[first - 2] == "quoted"
        ):
            first -= 2
        else:
            break
    while first < at and tags[first] in "rR" and words[first] not in HEARSAY:
        first += 1
    return first


def main_subject(folded: FoldedSentence) -> Phrase | None:
    """Subject of the first finite verb that stands in no subordinate clause."""
    tags = folded.tags
    for place in range(1, len(folded)):
        if tags[place] in "vbhmD" or (tags[place] in "eE" and tags[place - 1] in "nsNo,)"):
            source = subject_before(folded, group_start(folded, place))
            if source is not None and not (source[0] and tags[source[0] - 1] in "itwqx"):
                return source
    return None


def clause_subject(folded: FoldedSentence, before: int, *, main: bool = False) -> Phrase | None:
    """Subject of the nearest finite verb to the left of before; with `main`, no verb of a relative clause."""
    tags = folded.tags
    for back in range(before - 1, 0, -1):
        if tags[back] in "vbhmD" or (tags[back] in "eE" and tags[back - 1] in "nsNo,)"):
            start = group_start(folded, back)
            source = subject_before(folded, start)
            if source is not None and not (main and tags[start - 1] in "wt"):
                return source
        if tags[back] == ":":
            return None
    return None
