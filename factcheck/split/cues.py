"""Cues in a sentence: the verb groups, nouns and phrases that give words to somebody, each with its source."""

from typing import NamedTuple

from factcheck.split.lines import Line
from factcheck.split.phrases import phrase_after, subject_before, with_apposition
from factcheck.split.speech import Form, Frame, Verb

_GROUP = frozenset("mbBhHDrR")
_BRIDGES = frozenset(
    "went go goes going continued continues declined declines refused refuses appeared appears seemed "
    "seems began begins wanted chose used able quick ready forced sought quoted heard failed".split()
)
_CLAUSE_ENDS = frozenset(",.:)Q")


class Cue(NamedTuple):
    """One cue with its source, as indices of words in the line; ends are one past the last."""

    rule: str
    first: int
    end: int
    """The words of the cue."""
    verb: int
    """The word that decides what may follow; `first` where the cue is no verb."""
    source: tuple[int, int] | None
    """The noun phrase of the speaker with apposition; none where it is shared with the cue before."""
    frame: Frame
    shared: bool = False
    """True when its subject is the one of the cue before: “said …, adding that …”."""


def cues(line: Line, verbs: dict[str, Verb]) -> list[Cue]:
    """All cues of the line from left to right."""
    found: list[Cue] = []
    words, tags = line.words, line.tags
    for at, word in enumerate(words):
        if word == "according" and words[at + 1 : at + 2] == ["to"]:
            cue = _according(line, at)
        else:
            verb = verbs.get(word)
            if verb is None or tags[at] not in "vVegEbh1":
                continue
            cue = _verb(line, at, verb, found)
        if cue is not None:
            found.append(cue)
    return found


def _according(line: Line, at: int) -> Cue | None:
    past = phrase_after(line, at + 2)
    if past == at + 2:
        return None
    return Cue("according", at, at + 2, at, (at + 2, with_apposition(line, past)), Frame(0))


def _verb(line: Line, at: int, verb: Verb, found: list[Cue]) -> Cue | None:
    """The cue whose main verb stands at `at`, with its group and source."""
    tags, words = line.tags, line.words
    first = at
    passive = False
    while first > 0:
        before = tags[first - 1]
        if before in _GROUP:
            passive = passive or (before in "bB" and first == at and tags[at] in "eE")
            first -= 1
        elif before == "z" and first > 1 and words[first - 2] in _BRIDGES:
            first -= 2
        elif (
            before in "ie"
            and words[first - 1] in ("as", "quoted")
            and "quoted" in words[max(0, first - 2) : first]
        ):
            first -= words[first - 2] == "quoted" and words[first - 1] == "as"
            first -= 1
        else:
            break
    while first < at and tags[first] in "rR":
        first += 1
    if passive and not _said(words, first, at):
        return None
    if verb.frame & Frame.QUOTE or verb.frame & Frame.THAT:
        inverted = _inverted(line, first, at, verb)
        if inverted is not None:
            return inverted
    if tags[at] == "g" and not any(tag in "bB" for tag in tags[first:at]):
        return _participle(line, first, at, verb, found)
    if tags[at] == "V" and first == at and (first == 0 or tags[first - 1] not in "mDz,"):
        return None
    if first and tags[first - 1] == "z":
        return None
    if first and tags[first - 1] in "au" and found:
        return Cue("said", first, at + 1, at, None, verb.frame, shared=True)
    source = subject_before(line, first)
    if source is None:
        return None
    return Cue("said", first, at + 1, at, (source[0], source[1] + 1), verb.frame)


def _said(words: list[str], first: int, at: int) -> bool:
    """Whether a passive group still makes its subject the speaker: “was quoted as saying”."""
    return "quoted" in words[first:at]


def _inverted(line: Line, first: int, at: int, verb: Verb) -> Cue | None:
    """The cue before its speaker: “…,” said Jane Doe, the group's director."""
    tags = line.tags
    if first != at or tags[at] not in "vEe" or not verb.form & (Form.PAST | Form.PRESENT | Form.PARTICIPLE):
        return None
    if at and tags[at - 1] not in 'Q,:?"':
        return None
    after = at + 1
    if after >= len(tags) or tags[after] not in "NdpnjslS":
        return None
    past = phrase_after(line, after)
    if past == after:
        return None
    if at == 0 and line.sentence.start != line.starts[0]:
        return None
    if (
        tags[at - 1] == ","
        and at
        and "Q" not in tags[:at]
        and tags[past : past + 1] not in ("", ".", ",", "i")
    ):
        return None
    if past < len(tags) and tags[past] in "tQz" or (past < len(tags) and tags[past] in "vmbhD"):
        return None
    return Cue("inverted", at, at + 1, at, (after, with_apposition(line, past)), verb.frame)


def _participle(line: Line, first: int, at: int, verb: Verb, found: list[Cue]) -> Cue | None:
    """A cue in -ing: “…, adding that …”, “…, calling it …”, said by the subject of its sentence."""
    tags = line.tags
    if first and tags[first - 1] not in ",axQ:i":
        return None
    if found:
        return Cue("participle", first, at + 1, at, None, verb.frame, shared=True)
    back = first
    while back > 0:
        if tags[back] in "vbhmD" or (tags[back] in "e" and tags[back - 1] in "nsNo"):
            group = back
            while group > 0 and tags[group - 1] in _GROUP:
                group -= 1
            source = subject_before(line, group)
            if source is not None:
                return Cue("participle", first, at + 1, at, (source[0], source[1] + 1), verb.frame)
        back -= 1
    return None
