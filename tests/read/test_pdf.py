import io
import sys

import pypdf
import pytest
import typst

from factcheck.errors import MissingExtra, UnreadableDraft
from factcheck.read import read_bytes
from tests.read.material import assert_well_formed, blocks, lines

SENTENCE = "The harbour had cost the town a good deal of money by then, he said, and nobody had asked. "


def pdf_of(body: str, setup: str = "") -> bytes:
    page = "#set page(width: 120mm, height: 100mm, margin: 20mm)\n#set text(size: 10pt, hyphenate: false)\n"
    source = f"{page}{setup}\n{body}"
    return typst.compile(source.encode())


def read(data: bytes):
    article = read_bytes(data, "draft.pdf")
    assert_well_formed(article)
    return article


def test_lines_are_joined_and_headings_are_known_by_their_size():
    article = read(
        pdf_of(f"#text(size: 18pt)[The harbour]\n\n{SENTENCE * 2}\n\n#text(size: 13pt)[After]\n\n{SENTENCE}")
    )
    assert blocks(article) == [
        ("heading", 1, "The harbour"),
        ("paragraph", 0, (SENTENCE * 2).strip()),
        ("heading", 2, "After"),
        ("paragraph", 0, SENTENCE.strip()),
    ]
    assert article.title == "The harbour"
    assert any("as best" in remark for remark in article.remarks)


def test_a_paragraph_over_a_page_end_is_one_and_heads_and_feet_are_left_out():
    setup = "#set page(header: [The Post, draft], footer: context [Page #counter(page).display()])"
    long = SENTENCE * 12
    article = read(pdf_of(f"{long}\n\n{long}", setup))
    assert lines(article) == [long.strip(), long.strip()]


def test_footnotes_lose_their_marks_and_powers_stay():
    text = f"{SENTENCE}It measured 5 km#super[2] and more.#footnote[A source for it.] {SENTENCE}"
    article = read(pdf_of(text, "#set super(typographic: false)"))
    assert blocks(article) == [
        ("paragraph", 0, f"{SENTENCE}It measured 5 km² and more. {SENTENCE.strip()}"),
        ("footnote", 0, "A source for it."),
    ]


def test_bullets_make_list_items():
    article = read(pdf_of(f"{SENTENCE}\n\n- one wall\n- one quay\n\n{SENTENCE}"))
    assert [kind for kind, _, _ in blocks(article)] == ["paragraph", "list_item", "list_item", "paragraph"]
    assert lines(article)[1:3] == ["one wall", "one quay"]


def test_a_locked_pdf_is_called_locked():
    stream = io.BytesIO()
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf_of(SENTENCE)))
    writer.encrypt("secret", algorithm="AES-128")
    writer.write(stream)
    with pytest.raises(UnreadableDraft, match="password"):
        read_bytes(stream.getvalue(), "draft.pdf")


def test_pages_without_text_are_called_pictures():
    with pytest.raises(UnreadableDraft, match="OCR"):
        read_bytes(pdf_of("#rect(width: 2cm)"), "draft.pdf")


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\n" + b"\xff" * 500])
def test_a_broken_pdf_is_one_sentence(data):
    with pytest.raises(UnreadableDraft, match=r"draft\.pdf"):
        read_bytes(data, "draft.pdf")


def test_a_missing_extra_names_the_command_that_installs_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "pdfminer.high_level", None)
    with pytest.raises(MissingExtra, match=r'pip install "factcheck-desk\[pdf-in\]"'):
        read_bytes(b"%PDF-1.7\n", "draft.pdf")
