import pytest
from striprtf.striprtf import rtf_to_text

from factcheck.errors import UnreadableDraft
from factcheck.read import read_bytes
from tests.read.material import assert_well_formed, blocks, lines

WORDS = "The harbour had cost the town a good deal of money."


def read(body: str, head: str = "\\ansi\\ansicpg1252"):
    article = read_bytes(f"{{\\rtf1{head} {body}}}".encode("latin-1"), "draft.rtf")
    assert_well_formed(article)
    return article


def test_signs_bytes_and_unicode_are_letters():
    article = read(
        "\\ldblquote Caf\\'e9\\rdblquote  \\emdash\\~5\\_6\\tab x\\line y {\\b bold} \\{z\\} \\u8364?4 "
        "\\uc2\\u8364??5 \\uc1\\u-10179?\\u-8704?"
    )
    assert article.text == "“Café” —\u00a05\u20116 x y bold {z} €4 €5 😀"


@pytest.mark.parametrize(
    ("head", "data", "words"),
    [
        ("\\ansi\\ansicpg1251", "\\'cf\\'f0", "Пр"),
        ("\\ansi\\ansicpg932", "\\'93\\'fa\\'96\\'7b", "日本"),
        ("\\mac", "\\'8e", "é"),
        (
            "\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset238 B;}}",
            "\\'b3{\\f1 \\'b3}\\'b3",
            "³ł³",
        ),
        ("\\ansi\\ansicpg99999", "\\'e9", "é"),
    ],
)
def test_bytes_are_read_in_the_encoding_of_their_font(head, data, words):
    assert read(data, head).text == words


def test_styles_levels_and_lists_tell_the_kind():
    article = read(
        "{\\stylesheet{\\s0 Normal;}{\\s1 heading 1;}{\\s7\\sbasedon0 Quote;}{\\*\\cs10 Char;}}"
        f"\\pard {WORDS}\\par\\pard\\s1 After\\par\\pard\\s7 Never.\\par\\pard\\outlinelevel1 Below\\par"
        "\\pard\\ls1\\ilvl1{\\listtext\\'b7\\tab}an item\\par{\\pntext 1.\\tab}another\\par\\pard plain\\par"
    )
    assert blocks(article) == [
        ("paragraph", 0, WORDS),
        ("heading", 2, "After"),
        ("quotation", 0, "Never."),
        ("heading", 3, "Below"),
        ("list_item", 2, "an item"),
        ("list_item", 2, "another"),
        ("paragraph", 0, "plain"),
    ]


def test_footnotes_come_last_and_do_not_break_their_paragraph():
    article = read(
        "One{\\super\\chftn}{\\footnote\\pard\\plain {\\super\\chftn} Note \\b one\\b0 .\\par More.} "
        f"goes on.\\par {WORDS}"
    )
    assert blocks(article) == [
        ("paragraph", 0, "One goes on."),
        ("paragraph", 0, WORDS),
        ("footnote", 0, "Note one."),
        ("footnote", 0, "More."),
    ]


def test_a_footnote_in_a_cell_leaves_the_row_whole():
    article = read(
        f"{WORDS}\\par\\trowd\\intbl a{{\\footnote x}}\\cell b\\par c\\cell\\row\\pard After it.\\par"
    )
    assert blocks(article)[1:] == [
        ("list_item", 1, "a | b c"),
        ("paragraph", 0, "After it."),
        ("footnote", 0, "x"),
    ]


def test_what_is_no_text_is_left_out():
    article = read(
        "{\\info{\\title Secret title}}{\\header Head\\par}{\\*\\unknown group}{\\pict\\pngblip 89504e}"
        '{\\field{\\*\\fldinst HYPERLINK "http://a.org"}{\\fldrslt linked}} {\\deleted gone}{\\v hidden}'
        "{\\strike struck}kept\\bin3 {{{\\par"
    )
    assert article.text == "linked kept"
    assert any("hidden" in remark for remark in article.remarks)
    assert any("struck" in remark for remark in article.remarks)


def test_a_comment_is_kept_as_a_remark():
    article = read(
        "Words{\\*\\atnid AP}{\\*\\atnauthor Ann Poe}\\chatn{\\*\\annotation{\\*\\atnref 1}Sure?\\par} end."
    )
    assert article.text == "Words end."
    assert "Comment by Ann Poe: Sure?" in article.remarks


def test_the_words_are_those_that_striprtf_reads():
    source = f"{{\\rtf1\\ansi\\ansicpg1250 {WORDS}\\par \\ldblquote Ko\\'9a\\rdblquote  \\u8212? done.\\par}}"
    plain = rtf_to_text(source)
    assert lines(read_bytes(source.encode("ascii"), "a.rtf")) == [line for line in plain.split("\n") if line]


@pytest.mark.parametrize(
    "body", ["}}}} words", "{{{{ words", "\\u words", "\\'z words", "\\bin-5 words", "\\bin99999999 words"]
)
def test_broken_rtf_is_read_as_far_as_it_goes(body):
    try:
        read(body)
    except UnreadableDraft as refused:
        assert "holds no text" in str(refused)  # noqa: PT017 - either outcome is right


def test_text_called_rtf_is_refused():
    with pytest.raises(UnreadableDraft, match="not the RTF document"):
        read_bytes(b"Just words.", "draft.rtf")
