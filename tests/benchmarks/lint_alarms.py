"""False alarms of `lint`: marks on texts that nobody planted an error in, per 10,000 words.

Run it as `python -m tests.benchmarks.lint_alarms [--data DIR]`: every sentences_*.jsonl below DIR is read
(`text` with blank lines between paragraphs). The marks are printed, since some of them are true.
"""

import re
from collections import Counter

from db.vocabulary import BlockKind
from factcheck.lint import lint
from factcheck.model import Article, Block
from factcheck.split import split
from factcheck.text import digest, normalise
from tests.benchmarks.scoring import arguments, files, rows


def article(text: str) -> Article:
    """A text cut into paragraphs at blank lines; it has no publication date."""
    plain = normalise(text)
    blocks = tuple(
        Block(kind=BlockKind.PARAGRAPH, start=match.start(), end=match.end())
        for match in re.finditer(r"[^\n](?:[^\n]|\n(?!\n))*", plain)
    )
    return Article(text=plain, blocks=blocks, digest=digest(plain))


def main() -> None:
    words = 0
    marks: Counter[str] = Counter()
    for path in files(arguments(__doc__).data, "sentences_*.jsonl"):
        for row in rows(path):
            piece = article(row["text"])
            found = split(piece)
            words += found.words
            for mark in lint(piece, found):
                marks[mark.rule] += 1
                print(f"  {path.parent.name}  {mark.rule}: {mark.message}")
    if words:
        total = sum(marks.values())
        print(f"{words} words, {total} marks, {10_000 * total / words:.2f} per 10,000 words: {dict(marks)}")


if __name__ == "__main__":
    main()
