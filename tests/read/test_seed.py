from datetime import date
from pathlib import Path

from db.vocabulary import BlockKind
from factcheck.read import read_file

SEED = Path(__file__).parents[2] / "seeds" / "000_833abf2e5c5bff94.txt"


def test_the_seeds_header_is_its_date_and_not_text_to_check():
    article = read_file(SEED)
    assert article.published == date(2024, 10, 14)
    assert article.text.startswith("In the second week of October, Russian President")


def test_the_seeds_text_is_kept_character_for_character():
    article = read_file(SEED)
    assert SEED.read_text("utf-8").endswith(article.text)
    assert article.original == SEED.read_bytes()


def test_the_seeds_lone_question_is_a_heading_and_nothing_else_is():
    article = read_file(SEED)
    headings = [article.text[b.start : b.end] for b in article.blocks if b.kind is BlockKind.HEADING]
    assert headings == ["Help for Iran on the way?"]
    assert len(article.blocks) == 20
