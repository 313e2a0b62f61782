"""What the rules read: the draft with its sentences, tagged words and quotations, worked out once."""

from bisect import bisect_right
from datetime import date
from typing import NamedTuple

from factcheck.model import Article, Block, Span, Split
from factcheck.split.quotations.quotation_marks import Quotation, quotations
from factcheck.split.sentences.sentences import Sentence, sentences
from factcheck.split.words.tokens import Tokens, tokens


class Reading(NamedTuple):
    """A draft as the rules see it."""

    text: str
    blocks: tuple[Block, ...]
    published: date | None
    split: Split
    sentences: list[Sentence]
    words: list[Tokens]
    """Tagged words of each sentence."""
    quotations: list[Quotation]

    def sentence_at(self, place: int) -> int:
        """Index of the sentence that holds a place of the text."""
        return max(0, bisect_right([one.start for one in self.sentences], place) - 1)


def reading(article: Article, split: Split) -> Reading:
    """The article made ready for the rules."""
    cut = sentences(article.text, article.blocks)
    return Reading(
        article.text,
        article.blocks,
        article.published,
        split,
        cut,
        [tokens(article.text, one.start, one.end) for one in cut],
        quotations(article.text, article.blocks),
    )


def quoted(text: str, span: Span) -> str:
    """Words of the draft as a message shows them: one line, cut short in the middle."""
    words = " ".join(text[span.start : span.end].split())
    if len(words) > _LONGEST:
        words = words[: _LONGEST // 2].rstrip() + " … " + words[-_LONGEST // 2 :].lstrip()
    return f"“{words}”"


_LONGEST = 80
"""Most characters of a stretch that a message repeats."""
