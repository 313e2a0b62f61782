"""Cues in a sentence: the verbs, nouns and phrases that give words to somebody, each with its source."""

from factcheck.split.lexicon import word_set
from factcheck.split.quotations.cue import Cue, clause_subject, group_start, main_subject
from factcheck.split.quotations.folded_sentence import FoldedSentence
from factcheck.split.quotations.nominal_cues import STARTERS, attitude
from factcheck.split.quotations.noun_phrases import (
    Phrase,
    phrase_after,
    phrase_before,
    subject_before,
    with_apposition,
)
from factcheck.split.words.speech_verbs import Form, Frame, Verb

_ACTS = frozenset("vVgEe")
_MOST = 24
_MANY = ("both", "most", "many", "some")
_PAST = Form.PAST | Form.PARTICIPLE


def cues(folded: FoldedSentence, verbs: dict[str, Verb]) -> list[Cue]:
    """The cues of the line from left to right, up to a number that no sentence of a person holds."""
    found: list[Cue] = []
    tags = folded.tags
    quoting = "Q" in tags
    for at in [at for at, word in enumerate(folded.words) if word in verbs or word in STARTERS]:
        word = folded.words[at]
        verb = verbs.get(word)
        if verb is not None and verb.frame == Frame.QUOTE and not quoting:
            continue
        cue = None
        if verb is not None and (
            tags[at] in "vVegE" or (tags[at] in "ns" and _taken_for_noun(folded, at, verb))
        ):
            cue = _verb(folded, at, verb, found)
        if cue is None and word in STARTERS:
            cue = attitude(folded, at)
        if cue is not None and not _anybody(folded, cue):
            found.append(cue)
            if len(found) >= _MOST:
                break
    return found


def _anybody(folded: FoldedSentence, cue: Cue) -> bool:
    """Whether the source is whoever reads: “you could say that …”, “if you think …”, “as you know”."""
    if cue.source is None or folded.words[cue.source[0] : cue.source[1]] != ["you"]:
        return False
    return cue.rule != "said" or not cue.form & _PAST or "m" in folded.tags[cue.first : cue.end]


def _taken_for_noun(folded: FoldedSentence, at: int, verb: Verb) -> bool:
    """Whether a word that may be a noun is a verb: “the campaign plans to open”, “Democrats fear”."""
    tags, words = folded.tags, folded.words
    if at and tags[at - 1] == "Q" and verb.frame & Frame.QUOTE:
        return True
    if not at or not verb.form & (Form.BASE | Form.PRESENT):
        return False
    before, after = tags[at - 1], tags[at + 1 : at + 2]
    if after == "i" and verb.frame & Frame.PREPOSITION and words[at + 1] in ("for", "on", "of", "about"):
        after = "t"
    if after == "." and at + 2 == len(tags) and before in "nNs":
        quoting = bool(verb.frame & Frame.QUOTE) and "Q" in tags
        return (quoting or bool(verb.frame & Frame.THAT)) and _closes(folded, at)
    if words[at + 1 : at + 2] == ["out"] and verb.lemma == "point":
        return before in "nN"
    if not after or after not in "tzqxodpNQ0lc":
        return False
    if before in "omD" or words[at - 1] in _MANY or (before == "," and after == "t"):
        return True
    if verb.form & Form.PRESENT:
        return before in "nN)KM" and (after in "tzqxo" or before in "NKM")
    return before == "s" or (
        before == "N" and words[at - 1].endswith("s") and not words[at - 1].endswith("ss")
    )


def _as_clause(folded: FoldedSentence, cue: Cue) -> Cue:
    """The cue as a clause of comment where it is one: “As both leaders stressed at the meeting, …”."""
    if cue.source is None or not cue.source[0] or folded.words[cue.source[0] - 1] != "as":
        return cue
    before = folded.tags[: cue.source[0] - 1]
    if cue.frame & Frame.THAT and (not before or before[-1] in ",:-Q"):
        return cue._replace(rule="as-clause")
    return cue


def _within(cue: Cue, place: int) -> bool:
    """Whether a word stands inside the source of a cue: “said Doe, a driver from Lima, who plans to”."""
    return cue.rule == "inverted" and cue.source is not None and cue.source[0] < place < cue.source[1]


def _closes(folded: FoldedSentence, at: int) -> bool:
    """Whether a comma and a subject stand before the last word: “…, the center estimates.”."""
    source = subject_before(folded, at)
    if source is None or not source[0]:
        return False
    before = folded.tags[source[0] - 1]
    return before == "Q" or (source[0] > 3 and before == ",")


def _verb(folded: FoldedSentence, at: int, verb: Verb, found: list[Cue]) -> Cue | None:
    """The cue whose main verb stands at `at`, with its group and source."""
    tags, words = folded.tags, folded.words
    first = group_start(folded, at)
    if any(tag in "bB" for tag in tags[first:at]) and tags[at] in "eEv" and "quoted" not in words[first:at]:
        return _passive(folded, first, at, verb)
    rule = _rule(verb)
    if verb.lemma == "quote":
        return _quoted_as_saying(folded, at)
    if verb.frame & (Frame.QUOTE | Frame.THAT):
        inverted = _inverted(folded, first, at, verb)
        if inverted is not None:
            return inverted
    if tags[at] == "g" and not any(tag in "bB" for tag in tags[first:at]):
        return _participle(folded, first, at, verb, found)
    if first and tags[first - 1] == "z":
        return _purpose(folded, first, at, verb)
    if tags[at] == "V" and first == at and (first == 0 or tags[first - 1] not in "mDsNnoau"):
        return None
    joined = _coordinated(folded, first, at, verb, found)
    if joined is not None:
        return joined if joined.source or joined.shared else None
    source = subject_before(folded, first)
    if found and tags[first - 1] == "w" and _within(found[-1], first):
        source = (found[-1].source or (0, 0))[0], first - 1
    if source is None or not (tags[first - 1] == "w" or _stands_free(folded, source)):
        return None
    end = at + 2 if words[at + 1 : at + 2] == ["out"] and verb.lemma in ("point", "call") else at + 1
    return _as_clause(folded, Cue(rule, first, end, source, verb.frame, form=verb.form))


def _coordinated(folded: FoldedSentence, first: int, at: int, verb: Verb, found: list[Cue]) -> Cue | None:
    """The cue behind “and” or “but” with no subject of its own: it is the one of the cue or clause before."""
    tags = folded.tags
    joined = first
    while joined and tags[joined - 1] in "rR":
        joined -= 1
    if not joined or tags[joined - 1] not in "au" or (found and not _agrees(found[-1], verb)):
        return None
    own = None
    if not found or found[-1].rule == "according" or _opened_aside(folded, found[-1], first):
        own = clause_subject(folded, joined - 1) if tags[0] in "xq" else main_subject(folded)
    return Cue(
        _rule(verb), first, at + 1, own, verb.frame, shared=bool(found) and own is None, form=verb.form
    )


def _stands_free(folded: FoldedSentence, source: Phrase) -> bool:
    """Whether a noun phrase can be a subject: it is no object of a verb or preposition before it."""
    if source[0] == 0:
        return True
    before = folded.tags[source[0] - 1]
    if before == "i":
        return folded.words[source[0] - 1] in ("as", "like", "than")
    if before in "vVeEhbB":
        return folded.words[source[0] - 1] in _COMPLEMENT
    return before not in "gz"


_COMPLEMENT = word_set(
    """
    say says said think thinks thought believe believes believed know knows knew hope hopes hoped feel
    feels felt claim claims claimed suggest suggests suggested see sees saw hear hears heard argue
    argues argued means shows show showed report reported reports add adds added insist insists insisted
    """
)


def _quoted_as_saying(folded: FoldedSentence, at: int) -> Cue | None:
    """“The Ledger quoted one witness as saying …”: the witness is the source."""
    past = phrase_after(folded, at + 1)
    if past == at + 1 or folded.words[past : past + 1] != ["as"] or folded.tags[past + 1 : past + 2] != "g":
        return None
    return Cue("said", past, past + 2, (at + 1, past), Frame.QUOTE | Frame.THAT | Frame.BARE)


def _passive(folded: FoldedSentence, first: int, at: int, verb: Verb) -> Cue | None:
    """“was described by one critic as …”: the source stands behind “by”."""
    tells = bool(verb.frame & Frame.LISTENER)
    if folded.words[at + 1 : at + 2] != ["by"] or not (tells or verb.frame & Frame.NOUN):
        return None
    past = phrase_after(folded, at + 2)
    if tells:
        past = with_apposition(folded, past)
        told = past > at + 2 and folded.tags[past : past + 1] == "t"
        return Cue("told", first, past, (at + 2, past), verb.frame, form=verb.form) if told else None
    return (
        Cue("passive", first, at + 1, (at + 2, past), verb.frame, form=verb.form) if past > at + 2 else None
    )


def _rule(verb: Verb) -> str:
    if verb.frame & Frame.QUOTE:
        return "said"
    return (
        "intention"
        if verb.frame & (Frame.TO | Frame.SOMEBODY_TO) and not verb.frame & Frame.THAT
        else "belief"
    )


def _opened_aside(folded: FoldedSentence, cue: Cue, first: int) -> bool:
    """Whether the cue stands in a clause that opens the sentence and ends before first: “When asked, …”."""
    return folded.tags[0] in "xq" and "," in folded.tags[cue.end : first]


def _agrees(before: Cue, verb: Verb) -> bool:
    """Whether a verb behind “and” can share the subject of the cue before: both past, or both present."""
    return not before.form or bool(before.form & verb.form & ~Form.ING)


def _inverted(folded: FoldedSentence, first: int, at: int, verb: Verb) -> Cue | None:
    """The cue before its speaker: “…,” said Jane Doe, the group's director."""
    tags = folded.tags
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
    past = phrase_after(folded, after)
    if past == after or (past < len(tags) and tags[past] in "tQzvmbhDo"):
        return None
    if tags[at - 1] == "," and "Q" not in tags[:at] and tags[past : past + 1] not in ("", ".", ",", "i"):
        return None
    if "Q" not in tags[:at] and not _inverts_plainly(folded, at, past, verb):
        return None
    return Cue("inverted", at, at + 1, (after, with_apposition(folded, past)), verb.frame, form=verb.form)


def _inverts_plainly(folded: FoldedSentence, at: int, past: int, verb: Verb) -> bool:
    """Whether a clause without quotation marks is followed by its speaker: “It was over, said Jane Doe.”."""
    subject = subject_before(folded, at)
    if verb.lemma == "say":
        rest = zip(folded.tags[past:], folded.words[past:], strict=True)
        return subject is None or not any(tag in "vmbhD" and word != "'s" for tag, word in rest)
    named = "N" in folded.tags[at + 1 : past]
    return subject is None and named and bool(verb.frame & Frame.QUOTE) and not verb.frame & Frame.LISTENER


def _purpose(folded: FoldedSentence, first: int, at: int, verb: Verb) -> Cue | None:
    """“… emerged to say that”: an infinitive whose speaker is the subject of the clause before."""
    calls = verb.lemma == "call" and folded.words[at + 1 : at + 2] in (["for"], ["on"])
    if not calls and verb.lemma not in _TELLS:
        return None
    made = None if calls else phrase_before(folded, first - 2)
    if (
        made is not None
        and folded.tags[made[0] - 1 : made[0]] in _ACTS
        and "N" in folded.tags[made[0] : made[1]]
    ):
        return Cue("said", first, at + 1, made, verb.frame, form=verb.form)
    source = clause_subject(folded, first - 1)
    return Cue("said", first, at + 1, source, verb.frame, form=verb.form) if source else None


_TELLS = word_set("say tell announce declare warn argue complain")
"""Verbs that are cues as infinitives too."""
_WHILE = word_set("by in after before without while since when for")
_SPEAKS = word_set(
    """
    believe hope fear think expect suspect doubt worry assume
    call describe label brand dub deny reject dismiss criticize criticise condemn denounce decry blast
    slam defend praise ridicule rip hail tout accuse blame characterize characterise portray question
    """
)
"""Verbs that speak of something: in -ing they still are cues."""


def _participle(folded: FoldedSentence, first: int, at: int, verb: Verb, found: list[Cue]) -> Cue | None:
    """A cue in -ing: “…, adding that …”, “…, calling it …”, said by the subject of its sentence."""
    tags = folded.tags
    before = tags[first - 1] if first else ","
    if before not in ",axQ:i-" or (before == "i" and folded.words[first - 1] not in _WHILE):
        return None
    that = tags[at + 1 : at + 2] == "t"
    if not that and not verb.frame & (Frame.QUOTE | Frame.SOMEBODY_TO) and verb.lemma not in _SPEAKS:
        return None
    if found:
        return Cue("participle", first, at + 1, None, verb.frame, shared=True)
    source = clause_subject(folded, first, main=True) or _opening(folded)
    return Cue("participle", first, at + 1, source, verb.frame) if source else None


def _opening(folded: FoldedSentence) -> Phrase | None:
    """The noun phrase that opens the sentence, where it is somebody."""
    past = len(folded.tags) - len(folded.tags.lstrip("N")) or phrase_after(folded, 0)
    return (0, past) if "N" in folded.tags[:past] or folded.tags[0] == "o" else None
