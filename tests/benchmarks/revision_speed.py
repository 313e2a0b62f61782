"""Time of a revision against the size of the draft."""

import random
import re
import time
from pathlib import Path

from db.vocabulary import BlockKind
from factcheck.model import Article, Block, HouseLists
from factcheck.read import read_file
from factcheck.revise import plan
from factcheck.revise.reading import Reading
from factcheck.split import split
from factcheck.text import digest, normalise
from tests.support.revisions.truth import old_draft

SEEDS = Path(__file__).parents[2] / "seeds"


def article_of(name: str, text: str) -> Article:
    """A text with paragraphs between empty lines as an article."""
    text = normalise(text).strip()
    blocks, place = [], 0
    for paragraph in text.split("\n\n"):
        start = place + len(paragraph) - len(paragraph.lstrip())
        if paragraph.strip():
            end = start + len(paragraph.strip())
            blocks.append(Block(kind=BlockKind.PARAGRAPH, start=start, end=end))
        place += len(paragraph) + 2
    return Article(title=name, text=text, blocks=tuple(blocks), digest=digest(text), source_name=name)


def speed() -> None:
    """Time of a revision against the size of the draft; reading and splitting left out."""
    print("words | claims | edited | read both | plan both")
    for size in (2000, 8000, 32000, 100000):
        text = long_text(size)
        old = article_of("old", text)
        draft = old_draft(old, split(old))
        for share in (0.03, 0.3):
            new = article_of("new", edited_text(text, share))
            cut = split(new)
            start = time.perf_counter()
            for article in (old, new):
                Reading(article.text, article.blocks, HouseLists())
            middle = time.perf_counter()
            plan(draft, new, cut)
            took = time.perf_counter() - middle
            print(
                f"{size:6} | {len(draft.claims):6} | {share:6.0%} | {middle - start:7.2f} s | {took:7.2f} s",
                flush=True,
            )


def long_text(size: int) -> str:
    """So many words of the sample feature, its names and numbers changed so that no paragraph repeats."""
    rng = random.Random(size)  # noqa: S311 - a fixed order, not a secret
    paragraphs = [
        part for part in read_file(SEEDS / "harbour-feature.md").text.split("\n\n") if len(part) > 40
    ]
    found: list[str] = []
    count = 0
    while count < size:
        mark = f"{chr(97 + len(found) % 26)}{chr(97 + len(found) // 26 % 26)}"
        part = re.sub(r"\b[A-Z][a-z]{4,}\b", lambda match, mark=mark: match[0] + mark, rng.choice(paragraphs))
        part = re.sub(r"\d+", lambda match: str(int(match[0]) + len(found)), part)
        found.append(part)
        count += len(part.split())
    return "\n\n".join(found)


def edited_text(text: str, share: float) -> str:
    """The text with a share of its sentences changed, some cut, and some paragraphs moved."""
    rng = random.Random(share)  # noqa: S311 - a fixed order, not a secret
    paragraphs: list[str] = []
    for part in text.split("\n\n"):
        kept = []
        for sentence in re.split(r"(?<=[.?!]) ", part):
            dice = rng.random()
            if dice < share:
                sentence = re.sub(r"\d", lambda match: str((int(match[0]) + 1) % 10), sentence, count=1)
                sentence = sentence.replace(" and ", " but ", 1)
            if dice >= share * 0.1:
                kept.append(sentence)
        paragraphs.append(" ".join(kept))
        if rng.random() < share * 0.05:
            paragraphs.insert(rng.randrange(len(paragraphs)), paragraphs.pop())
    return "\n\n".join(part for part in paragraphs if part.strip())
