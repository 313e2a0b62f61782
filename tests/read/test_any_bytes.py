"""Whatever the bytes are, an article comes out, or one sentence."""

import html
import io
import unicodedata
import zipfile

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.errors import UnreadableDraft
from factcheck.model import Article
from factcheck.read import FORMATS, read_bytes
from factcheck.read.tidy import offsets, tidy
from tests.read.material import assert_well_formed, docx_of, odt_of, paragraph, repacked, run, styled

relaxed = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
DOCX = docx_of(
    styled("Title", "Title") + paragraph(run("One ") + run("two", "<w:b/>")) + styled("x", "ListBullet")
)
ODT = odt_of('<text:h text:outline-level="1">T</text:h><text:p>One <text:span>two</text:span></text:p>')
SAMPLES = {
    "text": b" date 2024-10-14 Title\nBy Jane Doe\n\nSome \xe2\x80\x9cwords\xe2\x80\x9d.\n- item\n\n> said\n",
    "markdown": b"---\ntitle: T\n---\n# T\n\nOne[^1] **two** ![a](b)\n\n| a | b |\n|---|---|\n\n"
    b"<p>x</p>\n\n[^1]: n\n",
    "html": b"<!doctype html><title>T</title><nav>n</nav><h1>T</h1><p>One<sup><a href='#f'>1</a></sup>"
    b"<table><tr><td>a<td>b</table><ul><li>x</ul><p id=f>note</p>"
    b"<script type='application/ld+json'>{}</script>",
    "rtf": b"{\\rtf1\\ansi{\\fonttbl{\\f0 A;}}{\\stylesheet{\\s1 heading 1;}}\\pard\\s1 T\\par"
    b"\\pard One{\\footnote n} \\'e9\\u8364?\\par\\intbl a\\cell b\\cell\\row}",
    "pdf": b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF",
    "docx": DOCX,
    "odt": ODT,
}
INSERTS = [
    b"<", b">", b"&", b"{", b"}", b"\\", b"\\u-1", b"&#xD800;", b"<p>", b"[", b"](", b"```", b"<!--", b"\0",
    b"\xff", b"\\bin9", b"<tr><td>", b"\\footnote", b"---\n", b"\xed\xa0\x80", "\u2028\x85\u202e".encode(),
    b"\x1b[31m",
]  # fmt: skip
EDITS = st.lists(
    st.tuples(st.integers(0, 10_000), st.integers(0, 30), st.sampled_from(INSERTS) | st.binary(max_size=4)),
    min_size=1,
    max_size=6,
)


def article_or_sentence(data: bytes, **options) -> Article | None:
    try:
        article = read_bytes(data, "draft", **options)
    except UnreadableDraft as refused:
        message = str(refused)
        assert message
        assert "\n" not in message
        return None
    assert_well_formed(article)
    assert article.original == data
    return article


def edited(data: bytes, edits) -> bytes:
    for place, length, insert in edits:
        start = place % (len(data) + 1)
        data = data[:start] + insert + data[start + length :]
    return data


@relaxed
@given(st.binary(max_size=400), st.sampled_from([None, *FORMATS]))
def test_any_bytes_are_an_article_or_one_sentence(data, format_name):
    article_or_sentence(data, format=format_name)


@pytest.mark.parametrize("format_name", [name for name in FORMATS if name != "pdf"])
@settings(relaxed, max_examples=40)
@given(edits=EDITS)
def test_any_damage_to_a_file_is_an_article_or_one_sentence(format_name, edits):
    article_or_sentence(edited(SAMPLES[format_name], edits), format=format_name)


@settings(relaxed, max_examples=12)  # each of them is read by a process of its own
@given(edits=EDITS)
def test_any_damage_to_a_pdf_is_an_article_or_one_sentence(edits):
    article_or_sentence(edited(SAMPLES["pdf"], edits), format="pdf")


@pytest.mark.parametrize(
    ("package", "part"),
    [
        (DOCX, "word/document.xml"),
        (DOCX, "word/styles.xml"),
        (DOCX, "[Content_Types].xml"),
        (ODT, "content.xml"),
    ],
)
@settings(relaxed, max_examples=25)
@given(edits=EDITS)
def test_any_damage_inside_a_package_is_an_article_or_one_sentence(package, part, edits):
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        content = opened.read(part)
    article_or_sentence(repacked(package, {part: edited(content, edits)}))


@relaxed
@given(st.text(max_size=300), st.sampled_from(["text", "markdown", "html"]))
def test_any_text_is_an_article_or_one_sentence(text, format_name):
    article = article_or_sentence(text.encode("utf-8", "replace"), format=format_name)
    if article is not None:
        assert unicodedata.is_normalized("NFC", article.text)
        assert not set(article.text) & set("\0\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029\ufeff")


PROSE = st.lists(
    st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp", "Zs", "Cf")), min_size=1, max_size=8),
    min_size=3,
    max_size=12,
).map(lambda words: f"Words {' '.join(words)} end.")


@settings(relaxed, max_examples=25)
@given(st.lists(PROSE, min_size=1, max_size=4))
def test_any_prose_is_the_same_text_in_a_page_a_document_and_a_text_file(paragraphs):
    document = docx.Document()
    for words in paragraphs:
        document.add_paragraph(words)
    stream = io.BytesIO()
    document.save(stream)
    page = "".join(f"<p>{html.escape(words)}</p>" for words in paragraphs)
    written = "".join(f"<text:p>{html.escape(words)}</text:p>" for words in paragraphs)
    texts = {
        read_bytes(stream.getvalue(), "a.docx").text,
        read_bytes(page.encode(), "a.html").text,
        read_bytes("\n\n".join(paragraphs).encode(), "a.txt").text,
        read_bytes(odt_of(written), "a.odt").text,
    }
    assert texts == {"\n\n".join(tidy(words) for words in paragraphs)}


AWKWARD = "ab \t\n\u00a0\u0301\u0308eé\u0344ñ\u00ad\ufeff한\u1112\u1161\u11ab👩\u200d\u0958\u2126"
"""Letters in pieces, letters that fall apart, letters that vanish, and spaces of several kinds."""


@settings(relaxed, max_examples=200)
@given(st.text(st.sampled_from(AWKWARD), max_size=30))
def test_each_tidy_character_knows_where_it_comes_from(raw):
    clean, places = tidy(raw), offsets(raw)
    assert len(places) == len(clean)
    assert places == sorted(places)
    for character, place in zip(clean, places, strict=True):
        if character.isascii() and character != " ":
            assert raw[place] == character
