"""Lines on the pages of a PDF: which are a paragraph, a heading, an item, a note, the head of a page."""

import pytest

from factcheck.errors import UnreadableDraft
from factcheck.read.pages.pdf import reading_of
from factcheck.read.pages.pdf_layout import LEVELS, LOWERS, RAISES, Box, Line

LONG = "The harbour had cost the town a good deal of money by then, he said,"


def line(text: str, left: float = 50, right: float = 350, middle: float = 0, size: float = 10) -> Line:
    return Line(text, left, right, middle, size)


def box(*lines: Line | str, top: float = 0.3, bottom: float = 0.4, at: float = 400) -> Box:
    """A box of lines; those without a place stand below each other, the first at a height."""
    made = [line(each) if isinstance(each, str) else each for each in lines]
    placed = [each._replace(middle=each.middle or at - 12 * place) for place, each in enumerate(made)]
    return Box(tuple(placed), top, bottom)


def shown(*pages: list[Box]) -> list[str]:
    """Kind, level and words of each block; a + where its kind is stated."""
    return [
        f"{block.kind.value}{block.level or ''}{'+' * block.stated} {block.text}"
        for block in reading_of(list(pages), "a.pdf").blocks
    ]


BODY = box(LONG, "and so on.")
TEXT = f"paragraph {LONG} and so on."


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["One", "two."], ["One two."]),
        (["A well-", "known one"], ["A wellknown one"]),
        (["A well-", "Known one"], ["A well- Known one"]),
        (["A har\u00ad", "bour"], ["A harbour"]),
        (["In 5-", "year plans"], ["In 5- year plans"]),
        (["One.", line("Two", left=56)], ["One. Two"]),
        (["One.", line("Two", left=56.1)], ["One.", "Two"]),
        (["One", line("Two", left=60)], ["One Two"]),
        (["One?”", line("Two", left=60)], ["One?”", "Two"]),
        (["One!", line("Two", left=60), line("Three.", left=60), line("Four", left=60)],
         ["One!", "Two Three. Four"]),
        ([line("One.", right=329.9), "Two"], ["One.", "Two"]),
        ([line("One.", right=330), "Two"], ["One. Two"]),
        ([line("One", right=300), "Two"], ["One Two"]),
        ([line("One.", right=310), line("Two", right=330)], ["One. Two"]),
        ([line("One.", right=309.9), line("Two", right=330)], ["One.", "Two"]),
        (["One", line("Two", size=11)], ["One Two"]),
        (["One", line("Two", size=11.01)], ["One", "Two"]),
        (["One", line("Two", size=8.99)], ["One", "Two"]),
        (["One", "* * *", "Two"], ["One Two"]),
    ],
)  # fmt: skip
def test_a_paragraph_begins_where_a_line_is_set_in_or_the_one_before_is_short(lines, expected):
    found = shown([BODY, BODY, box(*lines, at=200)])
    assert [text.removeprefix("paragraph ") for text in found[2:]] == expected


@pytest.mark.parametrize(
    ("size", "text", "kind"),
    [
        (11.5, "After", "heading1+"),
        (11.4, "After", "paragraph"),
        (11.5, "A" * 200, "heading1+"),
        (11.5, "A" * 201, "paragraph"),
    ],
)
def test_a_heading_is_set_larger_and_short(size, text, kind):
    assert shown([BODY, BODY, BODY, BODY, box(line(text, size=size))])[4:] == [f"{kind} {text}"]


def test_headings_are_ranked_by_their_size_to_six():
    sizes = [20, 12, 18, 20.04, 16, 15, 14, 13]
    heads = [box(line(f"H{place}", size=size)) for place, size in enumerate(sizes)]
    found = shown([BODY, *heads])
    assert [text[7] for text in found[1:]] == ["1", "6", "2", "1", "3", "4", "5", "6"]


def test_bullets_make_items_with_their_signs_before_or_beside_them():
    found = shown(
        [
            BODY,
            box("• one", "goes on", "• two"),
            box(line("•", middle=200), line("x", middle=200)),
            box(line("three", middle=304.9), line("four", middle=280)),
            box(line("*", left=30, middle=300)),
        ]
    )
    assert found == [
        TEXT, "list_item1+ one goes on", "list_item1+ two", "list_item1+ x", "list_item1+ three four"
    ]  # fmt: skip
    assert shown([BODY, box(line("three", middle=305)), box(line("*", middle=300))])[1:] == [
        "paragraph three"
    ]
    assert shown([BODY], [box(line("•", middle=400))])[0] == TEXT


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        (box("It went"), box("on."), True),
        (box("It went."), box("on."), False),
        (box("It went”"), box("on."), True),
        (box("It went"), box("• on."), False),
        (box("• It went"), box("on."), True),
        (box("It went"), box(line("on.", size=11)), True),
        (box("It went"), box(line("on.", size=11.1)), False),
    ],
)
def test_a_paragraph_goes_on_over_the_end_of_a_page(first, second, joined):
    found = shown([BODY, BODY, first], [second, BODY])
    assert len(found) == (4 if joined else 5)
    assert shown([BODY, first, second])[-2:] != found[1:3]
    apart = shown([BODY, BODY, first], [box(line("*"))], [second, BODY])
    assert len(apart) == 5
    if joined and first.text.startswith("•"):
        assert found[2] == "list_item1+ It went on."


def test_heads_and_feet_are_what_stands_at_the_edge_of_several_pages():
    def page(number: int, top: float, bottom: float) -> list[Box]:
        return [box(f"The Post {number}", top=top, bottom=bottom), BODY]

    for top, bottom, furniture in (
        (0.1, 0.149, True), (0.1, 0.15, False), (0.851, 0.9, True), (0.85, 0.9, False)
    ):  # fmt: skip
        found = reading_of([page(number, top, bottom) for number in range(3)], "a.pdf")
        assert len(found.blocks) == (3 if furniture else 6)
        told = "Left out as heads and feet of pages: “The Post 0”, “The Post 1”, “The Post 2”."
        assert (told in found.remarks) is furniture
    assert len(shown(page(1, 0.1, 0.14))) == 2
    assert len(shown(page(1, 0.1, 0.14), page(2, 0.1, 0.14), *[[BODY]] * 4)) == 6
    assert len(shown(page(1, 0.1, 0.14), page(2, 0.1, 0.14), *[[BODY]] * 5)) == 9


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("3", True), ("Page 3", True), ("– 3 –", True), ("page 3 of 7", True), ("3/7", True), ("3 / 7", True),
        ("Chapter 3", False), ("3 4", False), ("Page", False),
    ],
)  # fmt: skip
def test_the_number_of_a_page_is_left_out_at_its_edge(text, left_out):
    assert len(shown([BODY, box(text, top=0.9, bottom=0.95)])) == (1 if left_out else 2)
    assert len(shown([BODY, box(text)])) == 2


def raised(text: str) -> str:
    return f"{RAISES}{text}{LEVELS}"


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ([raised("1") + " A source."], ["A source."]),
        (["1 A source."], ["A source."]),
        (["** A source."], ["A source."]),
        (["1 A source", "of it.", "2 More."], ["A source of it.", "More."]),
        (["1 A har-", "bour."], ["A harbour."]),
        (["123 A source."], ["A source."]),
        (["1234 A source."], None),
        (["1.5 million of them."], None),
        (["A source."], None),
        (["A source.", "1 More."], None),
    ],
)
def test_notes_are_small_lines_with_marks_at_the_foot_of_a_page(note, expected):
    small = box(*[line(text, size=9.4, middle=60 - place) for place, text in enumerate(note)], top=0.5)
    found = shown([BODY, BODY, small])
    notes = [text.removeprefix("footnote+ ") for text in found if text.startswith("footnote")]
    assert notes == (expected or [])
    if expected:
        assert len(found) == 2 + len(expected)
        higher = small._replace(top=0.49)
        larger = box(*[each._replace(size=9.6) for each in small.lines], top=0.5)
        for other in (higher, larger):
            assert not any(text.startswith("footnote") for text in shown([BODY, BODY, other]))


def test_marks_of_notes_go_on_their_own_page_and_powers_and_indexes_stay():
    text = f"5 km{raised('2')} of it{raised('1')} and CO{LOWERS}2{LEVELS}, 10{raised(' 1 ')}."
    small = box(line(f"1 A source of 5 m{raised('2')}.", size=8), top=0.8)
    assert shown([BODY, box(text), small], [box(f"Then{raised('1')} it fell.")])[1:] == [
        "paragraph 5 km² of it and CO₂, 10.", "paragraph Then¹ it fell.", "footnote+ A source of 5 m²."
    ]  # fmt: skip


def test_the_size_of_the_text_is_that_of_most_letters():
    heads = [box(line("Head", size=20)) for _ in range(4)]
    assert shown([box(line(LONG, size=9.96)), *heads])[1:] == ["heading1+ Head"] * 4


def test_pages_without_a_line_are_pictures():
    for pages in ([], [[], []]):
        with pytest.raises(UnreadableDraft, match="only pictures of pages"):
            reading_of(pages, "a.pdf")
    assert reading_of([[], [BODY]], "a.pdf").remarks == (
        "Read from a PDF as best as its layout allows: compare the paragraphs with the page.",
    )
