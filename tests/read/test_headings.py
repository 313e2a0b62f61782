"""Short lines of a plain file: which are headings, which is the dek, and what a question does to them."""

from factcheck.read import read_bytes

TEXT = """An evening with the kiln

{under}

What made you build it?

I had an old barn and no money, and my uncle gave me bricks that nobody else in the village wanted to have.
"""


def kinds(under: str) -> list[tuple[str, str]]:
    """Kind and words of the blocks of a piece with so many lines under its title."""
    article = read_bytes(TEXT.format(under=under).encode(), "piece.txt")
    return [(str(block.kind), article.text[block.start : block.end]) for block in article.blocks]


def test_a_short_sentence_under_the_title_is_the_dek():
    assert kinds("How a barn became a workshop")[1] == ("dek", "How a barn became a workshop")


def test_one_word_under_the_title_is_a_heading():
    assert kinds("Interview")[1] == ("heading", "Interview")


def test_a_question_does_not_make_a_list_of_the_lines_above_it():
    told = "It was raining on the day that we met, and the road to the barn was closed to all but tractors."
    found = kinds(f"{told}\n\nInterview\n\nPetra Holm")
    assert ("heading", "Interview") in found
    assert ("heading", "Petra Holm") in found
