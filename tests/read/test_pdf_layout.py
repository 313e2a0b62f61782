"""A PDF is laid out in boxes and lines, each with its place, its size, and the marks of raised signs."""

import io

import pypdf
import pytest

from factcheck.read.pages.pdf_layout import LEVELS, LOWERS, RAISES, laid_out
from tests.read.test_pdf import pdf_of

SETUP = "#set super(typographic: false)\n#set sub(typographic: false)"


def test_lines_have_their_place_their_size_and_the_marks_of_raised_and_lowered_signs():
    body = (
        "A line of 10#super[6] and CO#sub[2] here.\\\nAnd a second line.\n\n"
        "#pad(left: 10mm)[#text(size: 16pt)[Large]]\n\n#v(20mm)\n\nBelow, a note#super[12]"
    )
    data = pdf_of(body, SETUP)
    boxes = [box for page in laid_out(data)["pages"] for box in page]
    assert [[line.text for line in box.lines] for box in boxes] == [
        [f"A line of 10{RAISES}6{LEVELS} and CO{LOWERS}2{LEVELS} here.", "And a second line."],
        ["Large"],
        [f"Below, a note{RAISES}12{LEVELS}"],
    ]
    assert boxes[0].text.endswith("here. And a second line.")
    lines = [line for box in boxes for line in box.lines]
    width, margin = 72 / 25.4 * 120, 72 / 25.4 * 20
    assert [round(line.left / margin, 1) for line in lines] == [1.0, 1.0, 1.5, 1.0]
    assert all(line.left < line.right < width - margin for line in lines)
    assert lines[0].middle > lines[1].middle > lines[2].middle > lines[3].middle
    sizes = [line.size for line in lines]
    assert sizes[0] == pytest.approx(sizes[1], rel=0.05)
    assert sizes[2] == pytest.approx(1.6 * sizes[1], rel=0.05)
    assert all(0 < box.top < box.bottom < 1 for box in boxes)
    assert boxes[0].top == pytest.approx(0.2, abs=0.03)
    assert boxes[0].bottom < boxes[1].top < boxes[1].bottom < boxes[2].top


def test_a_small_sign_is_lowered_where_it_stands_lower_by_a_twentieth_of_the_size():
    small = "A word of text#text(size: 6pt, baseline: {}pt)[2] here."
    for shift, expected in (("0.4", "2"), ("0.6", f"{LOWERS}2{LEVELS}")):
        box = laid_out(pdf_of(small.format(shift)))["pages"][0][0]
        assert box.text == f"A word of text{expected} here."


def test_what_keeps_pages_from_being_read_is_named():
    assert laid_out(b"%PDF-1.7\n")["fault"] not in ("", "password", "too much")
    stream = io.BytesIO()
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf_of("Words.")))
    writer.encrypt("secret", algorithm="AES-128")
    writer.write(stream)
    assert laid_out(stream.getvalue()) == {"fault": "password"}


@pytest.mark.parametrize(("pages", "expected"), [(500, "pages"), (501, "fault")])
def test_a_pdf_has_at_most_500_pages(pages, expected):
    writer = pypdf.PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(100, 100)
    stream = io.BytesIO()
    writer.write(stream)
    found = laid_out(stream.getvalue())
    assert list(found) == [expected]
    assert found[expected] == ([[]] * 500 if expected == "pages" else "too much")
