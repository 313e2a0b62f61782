"""A sentence made ready for grammar: words and tags, each speech in quotation marks folded into one sign."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from factcheck.split.people.entities import Mention
from factcheck.split.quotations.quotation_marks import Quotation
from factcheck.split.sentences.sentences import Sentence
from factcheck.split.words.tokens import Tokens

QUOTED = "Q"
"""Tag of a folded quotation."""

_SHORT = 4
"""Quotations of fewer words stay in their clause as words, unless they stand like speech."""

_TITLE = re.compile(
    r"(?:[A-Z0-9][\w’'.-]*|&)"
    r"(?:[ \u00a0]+(?:[A-Z0-9&][\w’'.-]*|of|the|and|in|on|for|to|a|an|at|with|from|by|is))*[,.?!]?\Z"
)
_SPOKEN_END = frozenset(",.?!…—–-")


class FoldedSentence:
    """Words of one sentence side by side with their places and tags; a folded quotation is one word `Q`."""

    __slots__ = ("ends", "number", "quoted", "sentence", "starts", "tags", "words")

    def __init__(self, number: int, sentence: Sentence, words: Tokens, quoted: Sequence[int]) -> None:
        self.number = number
        """Index of the sentence."""
        self.sentence = sentence
        self.words = words.words
        self.starts = words.starts
        self.ends = words.ends
        self.tags = words.tags
        self.quoted = quoted
        """For each `Q` in order, the index of its quotation."""

    def __len__(self) -> int:
        return len(self.words)


def is_title(text: str, quotation: Quotation) -> bool:
    """Whether a quotation is written like the title of a work: “Meet the Press”."""
    if quotation.inner_start == quotation.inner_end:
        return False
    inner = text[quotation.inner_start : quotation.inner_end]
    return (
        quotation.words < 9 and len(inner) < 80 and inner[-1:] not in "?!" and _TITLE.match(inner) is not None
    )


def fold_quotations(
    text: str,
    number: int,
    sentence: Sentence,
    words: Tokens,
    quotations: Sequence[Quotation],
    inside: Sequence[int],
    mentions: Sequence[Mention],
) -> FoldedSentence:
    """The sentence with its quotations (indices `inside`, in order) folded and its names tagged as names.

    Stops of abbreviations are dropped, and so are the marks of quotations that stay in their clause.
    """
    tags = _named(words, mentions)
    if not inside and "." not in tags[:-1]:
        return FoldedSentence(number, sentence, words._replace(tags=tags), ())
    speech = [(q.start, q.end, i) for i in inside if _speech(text, sentence, q := quotations[i], words, tags)]
    spoken: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    out_tags: list[str] = []
    kept: list[int] = []
    turn = 0
    last = len(tags) - 1
    steps = enumerate(zip(tags, words.words, words.starts, words.ends, strict=True))
    for place, (tag, word, start, end) in steps:
        while turn < len(speech) and speech[turn][1] <= start:
            turn += 1
        if turn < len(speech) and speech[turn][0] <= start:
            if kept and kept[-1] == speech[turn][2]:
                ends[-1] = end
                continue
            kept.append(speech[turn][2])
            tag, word = QUOTED, "“"
        elif tag == '"' and inside:
            if out_tags and spoken[-1] == "to" and place != last and tags[place + 1] in "nVvj":
                out_tags[-1] = "z"
            continue
        elif tag == "." and place != last and out_tags and ends[-1] == start and out_tags[-1] in "NnM":
            ends[-1] = end
            continue
        spoken.append(word)
        starts.append(start)
        ends.append(end)
        out_tags.append(tag)
    return FoldedSentence(number, sentence, Tokens(spoken, starts, ends, "".join(out_tags)), kept)


_OWNED = re.compile("(?<=[nsN])b(?=g[ns])")
"""What “’s” is tagged where it may be “is” or a possessive: the latter before “running mate”."""


def _named(words: Tokens, mentions: Sequence[Mention]) -> str:
    """The tags with every word of a name tagged as a name."""
    tags = words.tags
    for match in _OWNED.finditer(tags):
        if words.words[match.start()] == "'s":
            tags = f"{tags[: match.start()]}'{tags[match.end() :]}"
    starts = words.starts
    for mention in mentions:
        place = bisect_left(starts, mention.title.start if mention.title else mention.start)
        while place < len(starts) and starts[place] < mention.end:
            if tags[place] not in "N.,'MK":
                tags = f"{tags[:place]}N{tags[place + 1 :]}"
            place += 1
    return tags


def _speech(text: str, sentence: Sentence, quotation: Quotation, words: Tokens, tags: str) -> bool:
    """Whether a quotation stands like something said, rather than like a word of its clause."""
    before = text[max(sentence.start, quotation.start - 2) : quotation.start].rstrip()
    if quotation.start <= sentence.start or before[-1:] in (",", ":"):
        return not (before and is_title(text, quotation) and quotation.words < _SHORT)
    if is_title(text, quotation):
        return False
    last = text[quotation.inner_end - 1 : quotation.inner_end]
    if quotation.words >= _SHORT or (last in _SPOKEN_END and quotation.end < sentence.end - 1):
        return True
    place = bisect_left(words.starts, quotation.start)
    return (
        place > 0
        and tags[place - 1] in "vEV"
        and words.words[place - 1] in ("said", "says", "say", "asked", "read")
    )
