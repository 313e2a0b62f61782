"""Cues that are no verbs: “according to”, nouns (“his claim that”), adjectives, hearsay."""

from factcheck.split.lexicon import word_set
from factcheck.split.quotations.cue import GROUP, HEARSAY, Cue, group_start
from factcheck.split.quotations.folded_sentence import FoldedSentence
from factcheck.split.quotations.noun_phrases import phrase_after, subject_before, with_apposition
from factcheck.split.words.speech_verbs import ADJECTIVES, NOUNS, Frame

_ABOUT = word_set("of for about to against")
_PLANS = word_set(
    """
    plan plans promise pledge vow threat desire wish intention demand call calls effort bid
    """
)
_OWNERS = word_set("his her their its my our")
_EXPRESS = word_set(
    """
    expressed express expresses expressing made make makes voiced voicing raised raising repeated
    rejected denied reiterated dismissed issued has have had
    """
)


_SAID = word_set(
    """
    said says told tells asked wrote called claimed argued vowed added announced warned thinks believes wants
    """
)


_VIEWS = word_set("view telling opinion estimation judgment eyes")
_BLOWS = word_set("shot shoots fired fires hit hits pushed pushes struck strikes punched clapped came")
STARTERS = NOUNS | HEARSAY | frozenset(ADJECTIVES) | _VIEWS | {"according", "put", "back"}
"""Words that may make a cue though they are no verbs."""


def attitude(folded: FoldedSentence, at: int) -> Cue | None:
    """The cue that the word at `at` makes, where it is no verb."""
    word = folded.words[at]
    if word in _VIEWS and folded.tags[at + 1 : at + 2] == ",":
        return _view(folded, at)
    if word == "back":
        return _shot_back(folded, at)
    if word in NOUNS:
        return _noun(folded, at) if folded.tags[at] in "ns" else None
    if word in ADJECTIVES:
        return _adjective(folded, at)
    if word == "according":
        return _according(folded, at) if folded.words[at + 1 : at + 2] == ["to"] else None
    if word in HEARSAY:
        return _hearsay(folded, at)
    return _put_it(folded, at) if word == "put" and folded.words[at + 1 : at + 2] == ["it"] else None


def _according(folded: FoldedSentence, at: int) -> Cue | None:
    past = phrase_after(folded, at + 2)
    if past == at + 2:
        return None
    return Cue("according", at, at + 2, (at + 2, with_apposition(folded, past)), 0)


def _put_it(folded: FoldedSentence, at: int) -> Cue | None:
    """“As Marlow put it, …”: the cue of a quotation or clause beside it."""
    source = subject_before(folded, at)
    if source is None or source[0] == 0 or folded.words[source[0] - 1] not in ("as", "how"):
        return None
    return Cue("as-clause", at, at + 2, source, 0)


def _hearsay(folded: FoldedSentence, at: int) -> Cue | None:
    """“Reportedly” and its like, where no verb of speech follows: said by nobody in particular."""
    following = folded.words[at + 1 : at + 3]
    if any(word in _SAID for word in following):
        return None
    return Cue("adverb", at, at + 1, None, 0)


def _noun(folded: FoldedSentence, at: int) -> Cue | None:
    """A noun that gives words to its owner: “Brandt's claim that …”, “expressed concern that …”."""
    tags, words = folded.tags, folded.words
    after = tags[at + 1 : at + 2]
    if after == "Q" and any(tag in "vEe" for tag in tags[at + 2 : at + 9]):
        return None
    opens = after == "i" and words[at + 1] in _ABOUT
    if not after or not (after in "tQ" or opens or (after == "z" and words[at] in _PLANS)):
        return None
    frame = Frame.THAT | Frame.TO | Frame.PREPOSITION
    back = at - 1
    while (
        back >= 0
        and tags[back] in "jcSensNvE"
        and not (tags[back] in "evE" and tags[back - 1 : back] not in ("'", "p"))
    ):
        back -= 1
    if back < 0:
        return None
    if tags[back] == "'":
        start = subject_before(folded, back)
        return Cue("noun", at, at + 1, (start[0], back), frame) if start else None
    if tags[back] == "p" and words[back] in _OWNERS:
        return Cue("noun", at, at + 1, (back, back + 1), frame)
    if words[back] in _EXPRESS or (tags[back] == "d" and words[back - 1] in _EXPRESS):
        verb = back if words[back] in _EXPRESS else back - 1
        while verb > 0 and tags[verb - 1] in GROUP:
            verb -= 1
        source = subject_before(folded, verb)
        return Cue("noun", verb, at + 1, source, frame) if source else None
    return None


def _shot_back(folded: FoldedSentence, at: int) -> Cue | None:
    """“Doe shot back that …”: words given like blows."""
    if not at or folded.words[at - 1] not in _BLOWS or folded.tags[at + 1 : at + 2] not in ("t", "Q", ":"):
        return None
    source = subject_before(folded, group_start(folded, at - 1))
    return Cue("said", at - 1, at + 1, source, Frame.THAT | Frame.QUOTE) if source else None


def _view(folded: FoldedSentence, at: int) -> Cue | None:
    """“In Marlow's view, …”."""
    tags, words = folded.tags, folded.words
    if at < 2 or (tags[at - 1] not in "'p" and words[at - 1] != "'s"):
        return None
    source = (at - 1, at) if tags[at - 1] == "p" else subject_before(folded, at - 1)
    if source is None or source[0] == 0 or words[source[0] - 1] != "in":
        return None
    return Cue("as-clause", at, at + 1, (source[0], source[1] if tags[at - 1] == "p" else at - 1), 0)


def _adjective(folded: FoldedSentence, at: int) -> Cue | None:
    """“is confident that …”, “were willing to …”: an attitude of its subject."""
    tags, words = folded.tags, folded.words
    after = tags[at + 1 : at + 2]
    if after == "i" and words[at + 1] not in ("about", "of"):
        return None
    if not after or after not in "tzoxi" or (after == "i" and not ADJECTIVES[words[at]] & Frame.PREPOSITION):
        return None
    if after in "ox" and not (ADJECTIVES[words[at]] & Frame.BARE):
        return None
    if after == "z" and not ADJECTIVES[words[at]] & Frame.TO:
        return None
    first = at
    while first > 0 and tags[first - 1] in GROUP:
        first -= 1
    while first < at and tags[first] in "rR":
        first += 1
    made = words[at] == "clear" and words[at - 1] in ("made", "make", "makes", "making")
    if not made and (
        first == at or "should" in words[first:at] or not any(tag in "bB" for tag in tags[first:at])
    ):
        return None
    if made:
        first = group_start(folded, at - 1)
    source = subject_before(folded, first)
    if source is None or words[source[0]] == "it":
        return None
    return Cue("belief", first, at + 1, source, ADJECTIVES[words[at]])
