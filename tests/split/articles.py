"""Articles for the tests: plain text cut into paragraphs at blank lines."""

import re
from datetime import date

from db.vocabulary import BlockKind
from factcheck.model import Article, Block
from factcheck.text import digest, normalise


def article(text: str, published: date | None = None) -> Article:
    """An article of paragraphs."""
    plain = normalise(text)
    blocks = tuple(
        Block(kind=BlockKind.PARAGRAPH, start=match.start(), end=match.end())
        for match in re.finditer(r"\S(?:[^\n]|\n(?!\s*\n))*", plain)
    )
    return Article(text=plain, blocks=blocks, digest=digest(plain), published=published)
