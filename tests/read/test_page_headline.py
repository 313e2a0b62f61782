"""A page as a whole: its encoding, its headline and dek, its byline, and what is told of the rest."""

import codecs

import pytest

from factcheck.read.web.html import read as read_html

LONG = [
    f"In {year} the harbour had cost the town a good deal of money, he said, and nobody had asked for it."
    for year in range(2010, 2016)
]
TEXT = "".join(f"<p>{text}</p>" for text in LONG)
HEADLINE = "The harbour that sank"


def read(body: str, head: str = ""):
    return read_html(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "a.html", None)


def shown(body: str, head: str = "") -> list[str]:
    """Kind, level and words of each block of the article; `…` for those of the text."""
    lines = []
    for block in read(body, head).blocks:
        words = " ".join(block.text.split())
        lines.append("…" if words in LONG else f"{block.kind.value}{block.level or ''} {words}")
    return lines


def crowded(above: str, body: str = TEXT) -> str:
    article = f"<main><article>{above}<div>{body}</div></article></main>"
    return f"<nav><a href=x>News</a></nav>{article}<footer><p>Imprint</p></footer>"


WORD = "Привет, мир."


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (f"<p>{WORD}".encode(), "utf-8"),
        (codecs.BOM_UTF8 + f"<meta charset=koi8-r><p>{WORD}".encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + f"<p>{WORD}".encode("utf-16-le"), "utf-16"),
        (codecs.BOM_UTF16_BE + f"<p>{WORD}".encode("utf-16-be"), "utf-16"),
        (f"<meta charset=koi8-r><p>{WORD}".encode("koi8-r"), "koi8-r"),
        (f"<META CHARSET = 'KOI8-R'><p>{WORD}".encode("koi8-r"), "koi8-r"),
        (f'<meta name=a content="text/html; charset= koi8-r"><p>{WORD}'.encode("koi8-r"), "koi8-r"),
        (f"<?xml version='1.0' encoding='koi8-r'?><p>{WORD}".encode("koi8-r"), "koi8-r"),
        (f"<meta charset=utf-16><p>{WORD}".encode(), "utf-8"),
        (f"<meta charset=klingon><p>{WORD}".encode(), "utf-8"),
        (b"<meta charset=ascii><p>\x93", "windows-1252"),
        (b"<meta charset=ISO-8859-1><p>\x93", "windows-1252"),
        (b"<meta charset=latin1><p>\x93", "windows-1252"),
        (b"<meta charset=us-ascii><p>\x93", "windows-1252"),
        (f"<meta charset=shift_jis><p>{WORD}{'é' * 9}".encode(), "utf-8"),
    ],
)  # fmt: skip
def test_a_page_is_read_in_the_encoding_that_it_states(data, encoding):
    reading = read_html(data, "a.html", None)
    assert reading.encoding == encoding
    assert reading.blocks[0].text.rstrip("é") in (WORD, "“")


def test_what_a_person_states_goes_before_what_the_page_states():
    data = f"<meta charset=koi8-r><p>{WORD}".encode("cp1251")
    assert read_html(data, "a.html", "cp1251").blocks[0].text == WORD


def test_the_encoding_is_stated_in_the_first_4096_bytes():
    for size, encoding in ((4096 - 21, "koi8-r"), (4096 + 1, None)):
        data = b" " * size + f"<meta charset='koi8-r'><p>{WORD * 9}".encode("koi8-r")
        assert (read_html(data, "a.html", None).encoding == "koi8-r") is (encoding is not None)


TITLE = f"<title>{HEADLINE} | The Post</title>"


@pytest.mark.parametrize(
    ("body", "head", "expected"),
    [
        (f"<h1>{HEADLINE}</h1><p>a</p>", "", [f"heading1 {HEADLINE}", "paragraph a"]),
        (f"<p>x</p><h1>{HEADLINE}</h1><p>a</p>", "", ["paragraph x", f"heading1 {HEADLINE}", "paragraph a"]),
        (f"<h2>{HEADLINE}</h2><p>a</p>", TITLE, [f"heading1 {HEADLINE}", "paragraph a"]),
        (f"<h3>{HEADLINE}</h3><p>a</p>", TITLE, [f"heading1 {HEADLINE}", "paragraph a"]),
        (f"<h4>{HEADLINE}</h4><p>a</p>", TITLE, [f"heading4 {HEADLINE}", "paragraph a"]),
        (f"<h2>{HEADLINE}</h2><h1>{HEADLINE} and more</h1>", f"<title>{HEADLINE}</title>",
         [f"heading2 {HEADLINE}", f"heading1 {HEADLINE} and more"]),
        (f"<h2>Other</h2><h2>{HEADLINE}</h2>", TITLE, ["heading2 Other", f"heading1 {HEADLINE}"]),
        ("<h2>The harbour</h2><p>a</p>", TITLE, ["heading2 The harbour", "paragraph a"]),
        ("<h2>The harbour t</h2><p>a</p>", TITLE, ["heading1 The harbour t", "paragraph a"]),
        ("<h2>The harbour</h2><p>a</p>", "<title>The harbour</title>",
         ["heading1 The harbour", "paragraph a"]),
        ("<p>The harbour</p><p>a</p>", "<title>The harbour</title>", ["heading1 The harbour", "paragraph a"]),
        ("<p>x</p><p>y</p><p>The harbour</p>", "<title>The harbour</title>",
         ["paragraph x", "paragraph y", "heading1 The harbour"]),
        ("<p>x</p><p>y</p><p>z</p><p>The harbour</p>", "<title>The harbour</title>",
         ["paragraph x", "paragraph y", "paragraph z", "paragraph The harbour"]),
        ("<ul><li>The harbour</ul><p>a</p>", "<title>The harbour</title>",
         ["list_item1 The harbour", "paragraph a"]),
        ("<h1>a</h1><h1>b</h1>", "", ["heading1 a", "heading1 b"]),
        (crowded(f"<h1>{HEADLINE}</h1>"), "", [f"heading1 {HEADLINE}", *["…"] * 6]),
        (f"<h1>{HEADLINE}</h1>" + crowded(""), "", [f"heading1 {HEADLINE}", *["…"] * 6]),
        (f"<h1>The Post</h1><h1>{HEADLINE}</h1>" + crowded(""), TITLE, [f"heading1 {HEADLINE}", *["…"] * 6]),
        ("<h1>The Post</h1>" + crowded(""), "<meta property=og:site_name content='The Post'>", ["…"] * 6),
        ("<h1>a</h1><h1>b</h1>" + crowded(""), "", ["…"] * 6),
        ("<h1>a b</h1>" + crowded("<h1>One other line of this page</h1>"), "",
         ["heading1 One other line of this page", *["…"] * 6]),
        (crowded(f"<h1>{HEADLINE}</h1><h2>How it sank then</h2>"), "",
         [f"heading1 {HEADLINE}", "heading2 How it sank then", *["…"] * 6]),
        (f"<header><h1>{HEADLINE}</h1><h2>How it sank so deep</h2><p>Share</p></header>" + crowded(""), "",
         [f"heading1 {HEADLINE}", "dek How it sank so deep", *["…"] * 6]),
        (f"<h1>{HEADLINE}</h1><p>One two three four five six seven eight.</p>" + crowded(""), "",
         [f"heading1 {HEADLINE}", "paragraph One two three four five six seven eight.", *["…"] * 6]),
        (f"<h1>{HEADLINE}</h1><aside><p>One two three four five six seven eight.</p></aside>"
         + crowded(""), "",
         [f"heading1 {HEADLINE}", *["…"] * 6]),
        (f"<p>One two three four five six seven eight.</p><h1>{HEADLINE}</h1>" + crowded(""), "",
         [f"heading1 {HEADLINE}", *["…"] * 6]),
        (f"<h1>{HEADLINE}</h1><p class=dek>{HEADLINE}</p>" + crowded(f"<p>{HEADLINE}</p>"), "",
         [f"heading1 {HEADLINE}", *["…"] * 6]),
        (f"<h1>{HEADLINE}</h1>"
         + crowded("", TEXT.replace("<p>In 2012", f"<p>{HEADLINE}</p><p>In 2012")), "",
         [f"heading1 {HEADLINE}", *["…"] * 6]),
        (f"<h1>{HEADLINE}</h1><figure><figcaption>{HEADLINE}</figcaption></figure>" + crowded(""), "",
         [f"heading1 {HEADLINE}", f"caption {HEADLINE}", *["…"] * 6]),
    ],
)  # fmt: skip
def test_the_headline_is_that_of_the_title_or_the_only_one_and_comes_first(body, head, expected):
    assert shown(body, head) == expected


def test_the_title_is_the_headline_that_the_article_shows_or_else_what_the_page_states():
    assert read(f"<h1>{HEADLINE}</h1><p>a</p>", "<title>x</title>").title == HEADLINE
    assert read("<p>c</p><p>d</p><h1>b</h1>", "<title>x</title>").title == "b"
    assert read("<p>c</p><p>d</p><p>e</p><h1>b</h1>", "<title>x</title>").title == "x"
    assert read("<h2>b</h2><p>a</p>", "<title>x</title>").title == "x"


@pytest.mark.parametrize(
    ("line", "taken"),
    [
        *((f"<p class={name}>Words</p>", True) for name in (
            "author", "byline", "date", "p-author", "dateline", "published", "pubdate", "'x Byline'")),
        (f"<p class=byline>{'x' * 119}</p>", True),
        (f"<p class=byline>{'x' * 120}</p>", False),
        ("<p class=bylines>Words</p>", False),
        ("<h2 class=byline>Words</h2>", False),
        ("<p>By Jane Doe</p>", True),
        ("<p>JANE DOE</p>", True),
        ("<p>By John Roe</p>", False),
        ("<li>Jane Doe</li>", False),
    ],
)  # fmt: skip
def test_a_line_that_repeats_the_byline_of_the_page_is_taken_out_and_told(line, taken):
    reading = read(f"{line}<p>a</p>", "<meta name=author content='Jane Doe'>")
    assert len(reading.blocks) == (1 if taken else 2)
    told = [remark for remark in reading.remarks if remark.startswith("Taken as byline or date, not as text")]
    assert bool(told) is taken


def test_without_a_byline_no_line_repeats_it():
    assert len(read("<p>Jane Doe</p><p>a</p>").blocks) == 2


def test_an_export_of_google_docs_has_its_title_and_spaces():
    body = (
        "<body class='c1 doc-content'><p class='c2 TITLE'>a&nbsp;b</p><h2 class=title>c</h2><p>d&nbsp;e</p>"
    )
    blocks = read_html(f"<html>{body}</html>".encode(), "a.html", None).blocks
    assert [(block.kind.value, block.level, block.text) for block in blocks] == [
        ("heading", 1, "a b"), ("heading", 2, "c"), ("paragraph", 0, "d e")
    ]  # fmt: skip
    other = read("<p class=title>a&nbsp;b</p>").blocks[0]
    assert (other.kind.value, other.text) == ("paragraph", "a\u00a0b")


def test_what_of_a_page_is_left_out_is_told_by_its_kind():
    words = "one two three four five six seven"
    beside = (
        f"<aside><p>{words} eight</p><p>{words}</p><p><a href=x>{words} nine ten</a></p>"
        f"<p>{LONG[0]}</p></aside>"
        "<footer><p>a very long line of small print, words</p></footer><button>Press</button>"
    )
    remarks = read(
        crowded("", TEXT.replace("<p>In 2012", "<p class=byline>Jane Doe</p><p>In 2012")) + beside
    ).remarks
    assert remarks == (
        "Taken as byline or date, not as text to check: “Jane Doe”.",
        (f"Left out as no part of the article; compare with the page: “{words} eight”, “a very long line of"
        " small print, words”."),
        f"Left out as menus, links and notices: “Imprint”, “{words}”, “{words} nine…”, “News”, “Press”.",
    )  # fmt: skip


def test_struck_words_and_comments_are_told():
    remarks = read("<p>a<del>b</del><sup><a href='#cmnt1'>[a]</a></sup></p><div id=cmnt1>Sure?</div>").remarks
    assert remarks == ("Struck-through words were left out: “b”.", "Comments beside the draft: “Sure?”.")
