"""Cues in a sentence: the verbs, nouns and phrases that give words to somebody, each with its source."""

from typing import NamedTuple

from factcheck.split.lines import Line
from factcheck.split.phrases import Phrase, phrase_after, subject_before, with_apposition
from factcheck.split.speech import ADJECTIVES, NOUNS, Form, Frame, Verb
from factcheck.split.wordlists import word_set

_GROUP = frozenset("mbBhHDrR")
_BRIDGES = word_set(
    """
    went go goes going gone continued continues declined declines refused refuses appeared appears seemed
    seems used able quick ready seeming meant forced wants want
    """
)
_PAST = Form.PAST | Form.PARTICIPLE


class Cue(NamedTuple):
    """One cue with its source, as words of the line."""

    rule: str
    first: int
    end: int
    """The words of the cue; `end` is one past its last."""
    source: Phrase | None
    """The noun phrase of the speaker with apposition; none where it is shared with the cue before."""
    frame: Frame
    shared: bool = False
    """True when its subject is the one of the cue before: “said …, adding that …”."""
    form: Form = Form(0)


def cues(line: Line, verbs: dict[str, Verb]) -> list[Cue]:
    """All cues of the line from left to right."""
    found: list[Cue] = []
    words, tags = line.words, line.tags
    for at, word in enumerate(words):
        verb = verbs.get(word)
        cue = None
        if verb is not None:
            if tags[at] in "vVegE" or (tags[at] in "ns" and _taken_for_noun(line, at, verb)):
                cue = _verb(line, at, verb, found)
            elif tags[at] in "ns" and word in NOUNS:
                cue = _noun(line, at)
        elif word in NOUNS:
            cue = _noun(line, at) if tags[at] in "ns" else None
        elif word in ADJECTIVES:
            cue = _adjective(line, at)
        elif word == "according" and words[at + 1 : at + 2] == ["to"]:
            cue = _according(line, at)
        elif word == "put" and words[at + 1 : at + 2] == ["it"]:
            cue = _put_it(line, at)
        if cue is not None:
            found.append(cue)
    return found


def _taken_for_noun(line: Line, at: int, verb: Verb) -> bool:
    """Whether a word that may be a noun is a verb: “the campaign plans to open”, “Democrats fear”."""
    tags, words = line.tags, line.words
    if at and tags[at - 1] == "Q" and verb.frame & Frame.QUOTE:
        return True
    if not at or not verb.form & (Form.BASE | Form.PRESENT):
        return False
    before, after = tags[at - 1], tags[at + 1 : at + 2]
    if after == "i" and verb.frame & Frame.PREPOSITION and words[at + 1] in ("for", "on", "of", "about"):
        after = "t"
    if not after or after not in "tzqxodpNQ":
        return False
    if before in "omD" or (before == "," and after == "t"):
        return True
    if verb.form & Form.PRESENT:
        return before in "nN)KM" and (after in "tzqxo" or before in "NKM")
    return before == "s" or (
        before == "N" and words[at - 1].endswith("s") and not words[at - 1].endswith("ss")
    )


def _according(line: Line, at: int) -> Cue | None:
    past = phrase_after(line, at + 2)
    if past == at + 2:
        return None
    return Cue("according", at, at + 2, (at + 2, with_apposition(line, past)), Frame(0))


def _put_it(line: Line, at: int) -> Cue | None:
    """“As Marlow put it, …”: the cue of a quotation or clause beside it."""
    source = subject_before(line, at)
    if source is None or source[0] == 0 or line.words[source[0] - 1] not in ("as", "how"):
        return None
    return Cue("as-clause", at, at + 2, source, Frame(0))


def _as_clause(line: Line, cue: Cue) -> Cue:
    """The cue as a clause of comment where it is one: “As both leaders stressed at the meeting, …”."""
    if cue.source is None or not cue.source[0] or line.words[cue.source[0] - 1] != "as":
        return cue
    before = line.tags[: cue.source[0] - 1]
    if cue.frame & Frame.THAT and (not before or before[-1] in ",:-Q"):
        return cue._replace(rule="as-clause")
    return cue


def _noun(line: Line, at: int) -> Cue | None:
    """A noun that gives words to its owner: “Brandt's claim that …”, “expressed concern that …”."""
    tags, words = line.tags, line.words
    after = tags[at + 1 : at + 2]
    if words[at] == "view" and after == ",":
        return _view(line, at)
    if not after or not (
        after == "t" or (after == "z" and words[at] in _PLANS) or (after == "," and words[at] == "view")
    ):
        return None
    back = at - 1
    while (
        back >= 0
        and tags[back] in "jcSensN"
        and not (tags[back] == "e" and tags[back - 1 : back] not in ("'", "p"))
    ):
        back -= 1
    if back < 0:
        return None
    if tags[back] == "'":
        start = subject_before(line, back)
        return (
            Cue("noun", at, at + 1, (start[0], back) if start else None, Frame.THAT | Frame.TO)
            if start
            else None
        )
    if tags[back] == "p" and words[back] in _OWNERS:
        return Cue("noun", at, at + 1, (back, back + 1), Frame.THAT | Frame.TO)
    if (after == "t" and words[back] in _EXPRESS) or (tags[back] == "d" and words[back - 1] in _EXPRESS):
        verb = back if words[back] in _EXPRESS else back - 1
        while verb > 0 and tags[verb - 1] in _GROUP:
            verb -= 1
        source = subject_before(line, verb)
        return Cue("noun", verb, at + 1, source, Frame.THAT) if source else None
    return None


def _view(line: Line, at: int) -> Cue | None:
    """“In Marlow's view, …”."""
    tags, words = line.tags, line.words
    if at < 2 or tags[at - 1] not in "'p":
        return None
    source = (at - 1, at) if tags[at - 1] == "p" else subject_before(line, at - 1)
    if source is None or source[0] == 0 or words[source[0] - 1] != "in":
        return None
    return Cue("as-clause", at, at + 1, (source[0], source[1] if tags[at - 1] == "p" else at - 1), Frame(0))


_PLANS = word_set(
    """
    plan plans promise pledge vow threat desire wish intention demand call calls effort bid
    """
)
_OWNERS = word_set("his her their its my our")
_EXPRESS = word_set(
    """
    expressed express expresses expressing made make makes voiced voicing raised raising repeated rejected
    denied reiterated dismissed issued has have had
    """
)


def _adjective(line: Line, at: int) -> Cue | None:
    """“is confident that …”, “were willing to …”: an attitude of its subject."""
    tags, words = line.tags, line.words
    after = tags[at + 1 : at + 2]
    if not after or after not in "tzox":
        return None
    if after in "ox" and not (ADJECTIVES[words[at]] & Frame.BARE):
        return None
    if after == "z" and not ADJECTIVES[words[at]] & Frame.TO:
        return None
    first = at
    while first > 0 and tags[first - 1] in _GROUP:
        first -= 1
    while first < at and tags[first] in "rR":
        first += 1
    if first == at or not any(tag in "bB" for tag in tags[first:at]):
        return None
    source = subject_before(line, first)
    if source is None or words[source[0]] == "it":
        return None
    return Cue("belief", first, at + 1, source, ADJECTIVES[words[at]])


def _verb(line: Line, at: int, verb: Verb, found: list[Cue]) -> Cue | None:
    """The cue whose main verb stands at `at`, with its group and source."""
    tags, words = line.tags, line.words
    first = _group_start(line, at)
    if any(tag in "bB" for tag in tags[first:at]) and tags[at] in "eEv" and "quoted" not in words[first:at]:
        return None
    rule = _rule(verb)
    if verb.frame & (Frame.QUOTE | Frame.THAT):
        inverted = _inverted(line, first, at, verb)
        if inverted is not None:
            return inverted
    if tags[at] == "g" and not any(tag in "bB" for tag in tags[first:at]):
        return _participle(line, first, at, verb, found)
    if first and tags[first - 1] == "z":
        return _purpose(line, first, at, verb)
    joined = first
    while joined and tags[joined - 1] in "rR":
        joined -= 1
    if joined and tags[joined - 1] in "au" and found and _agrees(found[-1], verb):
        own = clause_subject(line, first) if _opened_aside(line, found[-1], first) else None
        if found[-1].rule == "according":
            own = clause_subject(line, first)
        return Cue(rule, first, at + 1, own, verb.frame, shared=own is None, form=verb.form)
    if tags[at] == "V" and first == at and (first == 0 or tags[first - 1] not in "mDsNno"):
        return None
    source = subject_before(line, first)
    if source is None or not (tags[first - 1] == "w" or _stands_free(line, source)):
        return None
    return _as_clause(line, Cue(rule, first, at + 1, source, verb.frame, form=verb.form))


def _stands_free(line: Line, source: Phrase) -> bool:
    """Whether a noun phrase can be a subject: it is no object of a verb or preposition before it."""
    if source[0] == 0:
        return True
    before = line.tags[source[0] - 1]
    if before == "i":
        return line.words[source[0] - 1] in ("as", "like", "than")
    if before in "vVeE":
        return line.words[source[0] - 1] in _COMPLEMENT
    return before not in "gz"


_COMPLEMENT = word_set(
    """
    say says said think thinks thought believe believes believed know knows knew hope hopes hoped feel feels
    felt claim claims claimed suggest suggests suggested see sees saw hear hears heard argue argues argued
    means shows show showed report reported reports add adds added insist insists insisted
    """
)


def _rule(verb: Verb) -> str:
    if verb.frame & Frame.QUOTE:
        return "said"
    return (
        "intention"
        if verb.frame & (Frame.TO | Frame.SOMEBODY_TO) and not verb.frame & Frame.THAT
        else "belief"
    )


def _opened_aside(line: Line, cue: Cue, first: int) -> bool:
    """Whether the cue stands in a clause that opens the sentence and ends before first: “When asked, …”."""
    return line.tags[0] in "xq" and "," in line.tags[cue.end : first]


def _agrees(before: Cue, verb: Verb) -> bool:
    """Whether a verb behind “and” can share the subject of the cue before: both past, or both present."""
    return not before.form or bool(before.form & verb.form & ~Form.ING)


def _group_start(line: Line, at: int) -> int:
    """First word of the verb group that ends at `at`: “has also said”, “was quoted as telling”."""
    tags, words = line.tags, line.words
    first = at
    while first > 0:
        if tags[first - 1] in _GROUP or (
            words[first - 1] in ("long", "since") and tags[first - 2 : first - 1] == "h"
        ):
            first -= 1
        elif (tags[first - 1] == "z" and first > 1 and words[first - 2] in _BRIDGES) or (
            words[first - 1] == "as" and first > 1 and words[first - 2] == "quoted"
        ):
            first -= 2
        else:
            break
    while first < at and tags[first] in "rR":
        first += 1
    return first


def _inverted(line: Line, first: int, at: int, verb: Verb) -> Cue | None:
    """The cue before its speaker: “…,” said Jane Doe, the group's director."""
    tags = line.tags
    if (
        first != at
        or (tags[at] not in "vEe" and tags[at - 1 : at] != "Q")
        or not verb.form & (_PAST | Form.PRESENT)
    ):
        return None
    if at == 0 or tags[at - 1] not in "Q,:?":
        return None
    if "Q" in tags[:at] and tags[at - 1] != "Q" and tags[at - 2 : at - 1] != "Q":
        return None
    after = at + 1
    if after >= len(tags) or tags[after] not in "NdpnjslS":
        return None
    past = phrase_after(line, after)
    if past == after or (past < len(tags) and tags[past] in "tQzvmbhDo"):
        return None
    if tags[at - 1] == "," and "Q" not in tags[:at] and tags[past : past + 1] not in ("", ".", ",", "i"):
        return None
    if "Q" not in tags[:at] and not verb.frame & Frame.QUOTE:
        return None
    return Cue("inverted", at, at + 1, (after, with_apposition(line, past)), verb.frame, form=verb.form)


def _purpose(line: Line, first: int, at: int, verb: Verb) -> Cue | None:
    """“… emerged to say that”: an infinitive whose speaker is the subject of the clause before."""
    if not verb.frame & Frame.QUOTE or verb.lemma not in (
        "say",
        "tell",
        "announce",
        "declare",
        "warn",
        "argue",
        "complain",
    ):
        return None
    source = clause_subject(line, first - 1)
    return Cue("said", first, at + 1, source, verb.frame, form=verb.form) if source else None


def clause_subject(line: Line, before: int) -> Phrase | None:
    """Subject of the nearest finite verb to the left of before."""
    tags = line.tags
    for back in range(before - 1, 0, -1):
        if tags[back] in "vbhmD" or (tags[back] in "eE" and tags[back - 1] in "nsNo,)"):
            source = subject_before(line, _group_start(line, back))
            if source is not None:
                return source
        if tags[back] in "Q:":
            return None
    return None


def _participle(line: Line, first: int, at: int, verb: Verb, found: list[Cue]) -> Cue | None:
    """A cue in -ing: “…, adding that …”, “…, calling it …”, said by the subject of its sentence."""
    tags = line.tags
    if first and tags[first - 1] not in ",axQ:i-":
        return None
    if found:
        return Cue("participle", first, at + 1, None, verb.frame, shared=True)
    source = clause_subject(line, first)
    return Cue("participle", first, at + 1, source, verb.frame) if source else None
