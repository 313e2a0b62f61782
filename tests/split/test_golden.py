"""The queue of each sample article reads as it did when it was last looked at; a change shows line by line.

`pytest tests/split --update-golden` writes the files anew: read the difference before a commit.
"""

from pathlib import Path

import pytest

from factcheck.read import read_file
from factcheck.split import split
from tests.split.golden_queue import queue

SEEDS = Path(__file__).parents[2] / "seeds"
GOLDEN = Path(__file__).parent / "golden"
ARTICLES = sorted(path.name for path in SEEDS.iterdir() if path.suffix in (".txt", ".md", ".html", ".docx"))


@pytest.mark.parametrize("name", ARTICLES)
def test_the_queue_of_a_sample_article_is_the_one_that_was_looked_at(name, update_golden):
    article = read_file(SEEDS / name)
    told = queue(article, split(article, parser=False))
    file = GOLDEN / f"{name}.txt"
    if update_golden:
        file.write_text(told, encoding="utf-8")
    assert told.splitlines() == file.read_text(encoding="utf-8").splitlines()


def test_every_golden_file_belongs_to_an_article():
    assert sorted(path.name.removesuffix(".txt") for path in GOLDEN.glob("*.txt")) == ARTICLES
