"""Characters of a paragraph of a Word document are found again in the elements that hold them."""

import pytest
from lxml import etree

from factcheck.read.office.docx_paragraph import Line, WalkedParagraph
from factcheck.read.office.styles import ParagraphFacts
from factcheck.read.raised import LOWERED, RAISED

RUN = etree.Element("r")


def made(*parts: str | tuple[str, int]) -> WalkedParagraph:
    """A paragraph of elements named a, b, c …; `|` stands for words that are in none."""
    line = Line()
    for name, part in zip("abcdefgh", parts, strict=False):
        text, level = part if isinstance(part, tuple) else (part, 0)
        if text == "|":
            line.space(" | ")
        else:
            line.add(RUN, etree.Element(name), text, level)
    return line.walked(ParagraphFacts())


def found(walked: WalkedParagraph, start: int, end: int) -> str:
    return " ".join(f"{piece.leaf.tag}{begin}-{last}" for piece, begin, last in walked.pieces_in(start, end))


@pytest.mark.parametrize(
    ("parts", "text", "places"),
    [
        (["abc"], "abc",
         {(0, 1): "a0-1", (1, 3): "a1-3", (0, 3): "a0-3", (0, 4): "", (1, 1): "", (2, 1): ""}),
        (["ab", "cd"], "abcd", {(0, 2): "a0-2", (1, 3): "a1-2 b0-1", (2, 4): "b0-2", (0, 4): "a0-2 b0-2"}),
        (["a", "", "b"], "ab", {(0, 2): "a0-1 c0-1"}),
        (["ab", "|", "cd"], "ab | cd",
         {(0, 7): "a0-2 c0-2", (1, 6): "a1-2 c0-1", (2, 4): "", (4, 6): "c0-1"}),
        ([" a  b"], " a  b", {(0, 1): "a1-2", (0, 3): "a1-5", (1, 2): "a2-3", (2, 3): "a4-5"}),
        (["10", ("6", RAISED), " m"], "10⁶ m", {(2, 3): "b0-1", (0, 5): "a0-2 b0-1 c0-2", (3, 4): "c0-1"}),
        (["x", ("1", RAISED), ("2", RAISED)], "x¹²",
         {(1, 2): "b0-1", (2, 3): "c0-1", (0, 3): "a0-1 b0-1 c0-1"}),
        (["x", ("q", LOWERED), "y"], "x_(q)y", {(0, 6): "a0-1 b0-1 c0-1", (1, 3): "", (3, 4): "b0-1",
         (4, 5): "", (4, 6): "c0-1"}),
        (["x", (" q r", RAISED), ("s ", RAISED)], "x ^(q rs) ",
         {(4, 5): "b1-2", (4, 8): "b1-4 c0-1", (7, 8): "c0-1"}),
        (["x", ("TM", RAISED), "y"], "x™y", {(1, 2): "b0-2", (0, 3): "a0-1 b0-2 c0-1", (2, 3): "c0-1"}),
        (["x", ("T", RAISED), ("M", RAISED), "y"], "x™y",
         {(1, 2): "b0-1 c0-1", (0, 1): "a0-1", (2, 3): "d0-1"}),
        (["5", ("th", RAISED), " of"], "5th of", {(0, 3): "a0-1 b0-2", (1, 2): "b0-1", (2, 3): "b1-2"}),
        (["cafe\u0301", "s"], "cafe\u0301s", {(3, 4): "a3-4", (4, 5): "b0-1"}),
    ],
)  # fmt: skip
def test_characters_are_found_in_their_elements(parts, text, places):
    walked = made(*parts)
    assert walked.text == text
    assert {place: found(walked, *place) for place in places} == places
    assert all(piece.run is RUN for piece in walked.pieces)


def test_a_line_is_empty_until_something_is_said():
    line = Line()
    assert line.is_empty
    line.add(RUN, etree.Element("a"), " \n")
    line.space(" ")
    assert line.is_empty
    other = Line()
    other.elements.append(etree.Element("p"))
    other.boxes.append(etree.Element("box"))
    other.add(RUN, etree.Element("b"), "x")
    line.take(other)
    assert not line.is_empty
    assert [element.tag for element in (*line.elements, *line.boxes)] == ["p", "box"]
    walked = line.walked(ParagraphFacts(furniture=True))
    assert (walked.text, walked.facts.furniture, walked.reference) == (" \n x", True, None)
    assert [element.tag for element in walked.elements] == ["p"]
