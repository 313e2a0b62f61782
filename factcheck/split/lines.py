"""A sentence made ready for grammar: its words and tags, with each quotation folded into one sign."""

from collections.abc import Sequence

from factcheck.split.tokens import Tokens
from factcheck.split.types import Quotation, Sentence

QUOTED = "Q"
"""Tag of a whole quotation."""


class Line:
    """Words of one sentence side by side with their places and tags; a quotation is one word tagged `Q`."""

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


def line(
    number: int, sentence: Sentence, words: Tokens, quotations: Sequence[Quotation], inside: list[int]
) -> Line:
    """The sentence with its quotations (indices `inside`, in order) folded, and stops of abbreviations dropped."""
    tags = words.tags
    if not inside and "." not in tags[:-1]:
        return Line(number, sentence, words, ())
    out_words: list[str] = []
    out_starts: list[int] = []
    out_ends: list[int] = []
    out_tags: list[str] = []
    kept: list[int] = []
    waiting = [(quotations[i].start, quotations[i].end, i) for i in inside]
    turn = 0
    last = len(tags) - 1
    for place, tag in enumerate(tags):
        start, end = words.starts[place], words.ends[place]
        while turn < len(waiting) and waiting[turn][1] <= start:
            turn += 1
        if turn < len(waiting) and waiting[turn][0] <= start:
            if kept and kept[-1] == waiting[turn][2]:
                out_ends[-1] = end
            else:
                kept.append(waiting[turn][2])
                out_words.append("“")
                out_starts.append(start)
                out_ends.append(end)
                out_tags.append(QUOTED)
            continue
        if (
            tag == "."
            and place != last
            and out_ends
            and out_ends[-1] == start
            and tags[place + 1] not in '"'
            and out_tags[-1] in "Nn"
        ):
            out_ends[-1] = end
            continue
        out_words.append(words.words[place])
        out_starts.append(start)
        out_ends.append(end)
        out_tags.append(tag)
    return Line(number, sentence, Tokens(out_words, out_starts, out_ends, "".join(out_tags)), kept)
