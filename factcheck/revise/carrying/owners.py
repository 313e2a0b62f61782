"""Who holds each word of a draft: a claim, a passage that was set aside, or nobody."""

from collections.abc import Iterable, Sequence

from factcheck.model import Span
from factcheck.revise.changes.classify import Stretch
from factcheck.revise.reading import Reading

NOBODY = -1


class Owners:
    """The holders of a draft's tokens, by index into its claims and passages.

    Attributes:
        claim: for each token its claim, or `NOBODY`.
        passage: for each token its passage, or `NOBODY`.
    """

    def __init__(self, reading: Reading, claims: Sequence[Iterable[Span]], passages: Iterable[Span]) -> None:
        size = len(reading.tokens.keys)
        self.claim = [NOBODY] * size
        self.passage = [NOBODY] * size
        for index, parts in enumerate(claims):
            for part in parts:
                for token in range(*reading.inside(*part)):
                    if self.claim[token] == NOBODY:
                        self.claim[token] = index
        for index, span in enumerate(passages):
            for token in range(*reading.inside(*span)):
                if self.claim[token] == NOBODY == self.passage[token]:
                    self.passage[token] = index

    def unit(self, token: int) -> int | None:
        """Claim or passage of a token as one number; none where nobody holds it."""
        if self.claim[token] != NOBODY:
            return self.claim[token]
        return None if self.passage[token] == NOBODY else -2 - self.passage[token]


def runs(tokens: Sequence[int]) -> list[Stretch]:
    """Tokens in order as unbroken stretches."""
    found: list[Stretch] = []
    for token in tokens:
        if found and found[-1][1] == token:
            found[-1] = (found[-1][0], token + 1)
        else:
            found.append((token, token + 1))
    return found
