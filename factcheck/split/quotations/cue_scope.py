"""How far a cue reaches in its sentence: to the next statement, or over the whole where it is inserted."""

from factcheck.split.quotations.cue import Cue
from factcheck.split.quotations.folded_sentence import FoldedSentence
from factcheck.split.words.speech_verbs import Frame

_PRONOUNS = frozenset(("he", "she", "they"))
_VERBAL = frozenset("vmbhDeE")


def inserted(folded: FoldedSentence, cue: Cue) -> bool:
    """Whether a cue with its subject stands between commas, or ends the sentence: it is about all of it."""
    if cue.source is None or not cue.source[0] or cue.end >= len(folded) or cue.rule == "inverted":
        return False
    if folded.tags[cue.source[0] - 1] != ",":
        return False
    said = cue.rule == "said" and bool(cue.frame & Frame.THAT)
    return folded.tags[cue.end] in ",." or (said and folded.tags[cue.end] in "iKM")


def limit(folded: FoldedSentence, cues: list[Cue], place: int) -> int:
    """Index past the last word that the cue at place can reach: the next statement starts there."""
    tags = folded.tags
    end = _clause_end(folded, cues[place])
    for other in cues[place + 1 :]:
        if other.first >= end:
            break
        start = (
            min(other.first, other.source[0]) if other.source and other.rule != "inverted" else other.first
        )
        back = _before_conjunction(tags, start, shared=other.shared)
        if not back or _same_pronoun(folded, cues[place], other):
            continue
        joined = back < start
        if tags[back - 1] == "Q" and (joined or other.rule == "participle"):
            return back
        opens = joined or other.rule in ("participle", "according") or other.end >= len(tags) - 1
        if tags[back - 1] in ",:" and (opens or folded.words[back - 1] == ";" or inserted(folded, other)):
            return back - 1 if tags[back - 1] == "," else back
        if other.shared and joined:
            return back
    return end


def _clause_end(folded: FoldedSentence, cue: Cue) -> int:
    """End of the clause of a cue that opens its sentence: “When they asked …, he left”."""
    tags = folded.tags
    if tags[0] in "xq" and "," not in tags[: cue.end]:
        comma = tags.find(",", cue.end)
        if comma > 0 and any(tag in _VERBAL for tag in tags[comma:]):
            return comma
    return len(tags)


def _same_pronoun(folded: FoldedSentence, cue: Cue, other: Cue) -> bool:
    """Whether a thought is told of whom the statement is about: “said she was tired, but she hopes to go”."""
    if other.source is None or other.rule == "said" or other.frame & Frame.NOUN:
        return False
    who = folded.words[other.source[0]]
    return who in _PRONOUNS and folded.words[cue.end : cue.end + 1] == [who]


def _before_conjunction(tags: str, start: int, *, shared: bool) -> int:
    """Start of the words that join a clause to the one before: “, but”, “and once”."""
    back = start
    while shared and back > 0 and tags[back - 1] in "rR":
        back -= 1
    while back > 0 and tags[back - 1] in "aux":
        back -= 1
    return back
