import json
from datetime import date

import pytest

from factcheck.read import read_bytes
from tests.read.material import assert_well_formed, blocks, lines

PARAGRAPHS = [
    "The harbour had cost the town a good deal of money by the time that anybody thought of asking, he said.",
    "Nobody on the council had seen the figures before the summer of 2019, according to two of its members.",
    "“We never knew,” said Ann Poe, who was mayor until the spring. The plan had spoken of half the sum.",
    "In the end it was the sea that decided: the wall went in one night, and with it most of the quay.",
]


def read(page: str):
    article = read_bytes(page.encode(), "page.html")
    assert_well_formed(article)
    return article


HEAD = '<!doctype html><html lang="en-GB"><head><title>The harbour that sank | The Post</title>'
ABOVE = '<header><a href="/">The Post</a><nav><a href="/a">News</a> <a href="/b">Sport</a></nav></header>'
BESIDE = (
    '<aside><h2>Most read</h2><ul><li><a href="/c">Another story about something else entirely, told at '
    "length</a></li></ul></aside>"
)
BELOW = (
    "<footer><p>Copyright The Post. All rights reserved, and a good deal of small print besides.</p></footer>"
)
BODY = (
    "<h1>The harbour that sank</h1><p class='dek'>How a town lost its port</p>"
    "<p class='byline'>By Jane Doe</p>"
    f"<figure><img src=x><figcaption>The harbour in 2019.</figcaption></figure><p>{PARAGRAPHS[0]}</p>"
    f"<p>{PARAGRAPHS[1]}</p><h2>Afterwards</h2><blockquote><p>{PARAGRAPHS[2]}</p></blockquote>"
    f"<ul><li>One wall</li><li>One quay</li></ul><p>Advertisement</p><p>{PARAGRAPHS[3]}</p>"
)


def crowded(body: str, head: str = "") -> str:
    """A page with all that stands around an article."""
    article = f"<main><article>{body}</article>{BESIDE}</main>"
    return (
        f'{HEAD}{head}</head><body>{ABOVE}{article}{BELOW}<script>var x = "no text";</script></body></html>'
    )


FOUND = [
    ("heading", 1, "The harbour that sank"),
    ("dek", 0, "How a town lost its port"),
    ("caption", 0, "The harbour in 2019."),
    ("paragraph", 0, PARAGRAPHS[0]),
    ("paragraph", 0, PARAGRAPHS[1]),
    ("heading", 2, "Afterwards"),
    ("quotation", 0, PARAGRAPHS[2]),
    ("list_item", 1, "One wall"),
    ("list_item", 1, "One quay"),
    ("paragraph", 0, PARAGRAPHS[3]),
]


def linked(**facts: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(facts)}</script>'


def test_the_article_is_found_on_a_crowded_page_with_all_its_blocks():
    assert blocks(read(crowded(BODY))) == FOUND


def test_a_remark_says_that_the_rest_of_the_page_was_left_out():
    assert any("Left out as menus" in remark for remark in read(crowded(BODY)).remarks)


def test_a_page_states_its_facts_in_linked_data():
    article = read(
        crowded(
            BODY.replace("<p class='byline'>By Jane Doe</p>", ""),
            linked(
                **{"@type": "NewsArticle"},
                headline="The harbour that sank",
                author=[{"@type": "Person", "name": "Jane Doe"}, {"name": "John Roe"}],
                datePublished="2024-03-12T23:30:00-05:00",
                publisher={"name": "The Post &amp; Mail"},
            ),
        )
    )
    assert article.title == "The harbour that sank"
    assert article.byline == "Jane Doe and John Roe"
    assert article.published == date(2024, 3, 12)
    assert article.outlet == "The Post & Mail"
    assert article.language == "en-GB"


def test_meta_tags_state_what_linked_data_does_not():
    head = (
        '<meta property="og:site_name" content="The Post"><meta name="author" content="Jane Doe">'
        '<meta property="article:published_time" content="2024-03-12">'
    )
    article = read(crowded(BODY, linked(**{"@type": "BreadcrumbList"}) + head))
    assert (article.outlet, article.byline, article.published) == ("The Post", "Jane Doe", date(2024, 3, 12))


def test_the_page_itself_states_author_and_date_last():
    body = BODY.replace("By Jane Doe", "By <a rel='author'>Jane Doe</a> <time datetime='2024-03-12'>x</time>")
    article = read(crowded(body))
    assert (article.byline, article.published) == ("Jane Doe", date(2024, 3, 12))


def test_no_date_is_guessed_from_the_words_or_from_two_times():
    times = "<time datetime='2024-03-12'>a</time><time datetime='2023-01-01'>b</time>"
    assert read(crowded(BODY + times)).published is None
    assert read(crowded(BODY + "<p>It was published on 3 May 2020, they say.</p>")).published is None


@pytest.mark.parametrize(
    "script",
    [
        "{",
        "[" * 5_000,
        '{"@type": ["NewsArticle"], "author": {"name": [[]]}}',
        "null",
        '{"@graph": 5}',
        '"\\ud800"',
    ],
)
def test_broken_linked_data_does_no_harm(script):
    page = crowded(BODY, f'<script type="application/ld+json">{script}</script>')
    assert blocks(read(page)) == FOUND


def test_an_export_is_read_whole():
    body = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
    article = read(f"<html><body><h1>The harbour</h1>{body}<p>Short.</p><hr><p>&nbsp;</p></body></html>")
    assert lines(article) == ["The harbour", *PARAGRAPHS, "Short."]
    assert article.remarks == ()


def test_a_first_sentence_with_the_words_of_the_headline_stays():
    article = read(
        f"<h1>The harbour sank</h1><p>The harbour sank.</p><p>The harbour sank</p><p>{PARAGRAPHS[0]}</p>"
    )
    assert lines(article)[:3] == ["The harbour sank", "The harbour sank.", "The harbour sank"]


def test_a_first_paragraph_with_the_words_of_the_title_is_the_headline():
    article = read(
        f"<title>The harbour sank</title><p>The harbour sank</p><p>{PARAGRAPHS[0]}</p><h3>So</h3><p>x</p>"
    )
    assert blocks(article)[0] == ("heading", 1, "The harbour sank")


def test_a_title_that_is_not_displayed_is_metadata_only():
    article = read(
        f"<html><head><title>draft-7-final</title></head><body><p>{PARAGRAPHS[0]}</p></body></html>"
    )
    assert article.title == "draft-7-final"
    assert lines(article) == [PARAGRAPHS[0]]


def test_tables_line_breaks_and_quotation_marks():
    article = read(
        "<table><caption>Costs</caption><tr><th>Year</th><th>Cost</th></tr><tr><td>2023</td><td>4.5</td></tr></table>"
        "<p>One<br>line.<br><br>Another <q>line</q>.</p>"
    )
    assert blocks(article) == [
        ("caption", 0, "Costs"),
        ("list_item", 1, "Year | Cost"),
        ("list_item", 1, "2023 | 4.5"),
        ("paragraph", 0, "One line."),
        ("paragraph", 0, "Another “line”."),
    ]


def test_a_page_laid_out_with_tables_keeps_its_paragraphs():
    article = read(
        f"<table><tr><td><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p></td><td>Side.</td></tr></table>"
    )
    assert [kind for kind, _, _ in blocks(article)] == ["paragraph"] * 3


def test_footnotes_of_pandoc_come_last_without_their_arrows():
    article = read(
        "<p>One<a href='#fn2' id='fnref2' role='doc-noteref' class='footnote-ref'><sup>2</sup></a> and "
        "two<a href='#fn1' id='fnref1' role='doc-noteref'><sup>1</sup></a>.</p>"
        "<section class='footnotes'><ol><li id='fn1'><p>Note one.<a href='#fnref1'>↩︎</a></p></li>"
        "<li id='fn2'><p>Note two.<a href='#fnref2'>↩︎</a></p></li></ol></section><p>After.</p>"
    )
    assert blocks(article) == [
        ("paragraph", 0, "One and two."),
        ("paragraph", 0, "After."),
        ("footnote", 0, "Note two."),
        ("footnote", 0, "Note one."),
    ]


def test_an_export_of_google_docs_gives_notes_comments_and_title():
    article = read(
        "<html><body class='c1 doc-content'><p class='c2 title'><span>The harbour</span></p>"
        "<p><span>It cost</span><span>&nbsp;</span><span>five</span>"
        "<sup><a href='#cmnt1' id='cmnt_ref1'>[a]</a></sup>"
        "<span>&nbsp;million.</span><sup><a href='#ftnt1' id='ftnt_ref1'>[1]</a></sup></p>"
        "<hr><div><p><a href='#ftnt_ref1' id='ftnt1'>[1]</a><span>&nbsp;A source.</span></p></div>"
        "<div><p><a href='#cmnt_ref1' id='cmnt1'>[a]</a><span>Are you sure?</span></p></div></body></html>"
    )
    assert blocks(article) == [
        ("heading", 1, "The harbour"),
        ("paragraph", 0, "It cost five million."),
        ("footnote", 0, "A source."),
    ]
    assert any("Are you sure?" in remark for remark in article.remarks)


def test_an_ordinary_link_with_a_number_is_no_footnote():
    assert read("<p id='x'>See <a href='#x'>2</a> of these.</p>").text == "See 2 of these."


def test_classes_of_word_and_libreoffice_tell_the_kind():
    article = read(
        f"<p class=MsoTitle>The harbour</p><p class=MsoSubtitle>How it sank</p><p>{PARAGRAPHS[0]}</p>"
        "<p class=MsoListParagraph>·&nbsp;&nbsp; One wall</p><p class='quote-western'>Never.</p>"
        "<p class=MsoCaption>In 2019.</p>"
    )
    kinds = [kind for kind, _, _ in blocks(article)]
    assert kinds == ["heading", "dek", "paragraph", "list_item", "quotation", "caption"]
    assert "One wall" in lines(article)


def test_hidden_parts_scripts_and_struck_words_are_no_text():
    article = read(
        "<p>Seen <script>x()</script><span style='display: none'>hidden</span><span hidden>too</span>"
        "<del>gone</del> here.</p><template>no</template><style>p {}</style><!-- no -->"
    )
    assert article.text == "Seen here."
    assert any("“gone”" in remark for remark in article.remarks)


@pytest.mark.parametrize(
    "page", ["&#xD800; words", "words &#0; &#x1F; more", "<p>words<b>", "<a><b></a>words</b>"]
)
def test_broken_markup_is_read_as_browsers_do(page):
    assert "words" in read(page).text
