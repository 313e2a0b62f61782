from datetime import date

import pytest

from tests.read.material import blocks, lines, read_text


def read(text: str):
    return read_text(text, "draft.md")


def test_marks_go_and_words_stay():
    article = read(
        'Some **bold** and *soft\nwrapped* words, a [link](http://a.org "t"), `code`, &amp; \\*stars\\*, '
        "<http://a.org>, <span>tags</span> and 5<br>lines  \nmore."
    )
    assert article.text == (
        "Some bold and soft wrapped words, a link, code, & *stars*, http://a.org, tags and 5 lines more."
    )


def test_blocks_of_every_kind():
    article = read(
        "# Title\n\nPara.\n\nSection\n-------\n\n- one\n- [ ] two\n    - three\n\n> said\n> so\n\n"
        "| a | b |\n|---|---|\n| 1 | **2** |\n\n![A *caption*](x.png)\n\n***\n\n    indented\n    lines\n"
    )
    assert blocks(article) == [
        ("heading", 1, "Title"),
        ("paragraph", 0, "Para."),
        ("heading", 2, "Section"),
        ("list_item", 1, "one"),
        ("list_item", 1, "two"),
        ("list_item", 2, "three"),
        ("quotation", 0, "said so"),
        ("list_item", 1, "a | b"),
        ("list_item", 1, "1 | 2"),
        ("caption", 0, "A caption"),
        ("paragraph", 0, "indented lines"),
    ]


def test_footnotes_come_last_in_the_order_of_their_marks():
    article = read(
        "One[^b] and two[^a].\n\n[^a]: Note a.\n\n[^b]: Note b\n    goes on.\n\nMore.\n\n[^c]: Never called."
    )
    assert blocks(article) == [
        ("paragraph", 0, "One and two."),
        ("paragraph", 0, "More."),
        ("footnote", 0, "Note b goes on."),
        ("footnote", 0, "Note a."),
        ("footnote", 0, "Never called."),
    ]


def test_front_matter_is_metadata_and_its_headline_and_dek_are_display_text():
    article = read(
        '---\ntitle: "The harbour: a reckoning"\nauthor: [Jane Doe, John Roe]\ndate: 2024-03-12T10:00:00Z\n'
        "dek: How it sank\npublication: The Post\nlang: en-GB\ntags:\n  - a\n---\nThe text.\n"
    )
    assert article.title == "The harbour: a reckoning"
    assert article.byline == "Jane Doe and John Roe"
    assert article.published == date(2024, 3, 12)
    assert article.outlet == "The Post"
    assert article.language == "en-GB"
    assert lines(article) == ["The harbour: a reckoning", "How it sank", "The text."]


def test_a_title_that_the_text_repeats_stands_once():
    article = read("---\ntitle: The harbour\n---\n# The harbour\n\nThe text.\n")
    assert lines(article) == ["The harbour", "The text."]


def test_a_list_of_authors_and_toml_are_read():
    assert read("---\nauthors:\n  - Jane Doe\n  - John Roe\n  - Ann Poe\n---\nThe text.").byline == (
        "Jane Doe, John Roe and Ann Poe"
    )
    assert read('+++\ntitle = "The harbour"\n+++\nThe text.').title == "The harbour"


@pytest.mark.parametrize("date_line", ["date: 03/04/2024", "date: spring", "date:"])
def test_a_date_that_is_no_day_is_not_taken(date_line):
    assert read(f"---\ntitle: x\n{date_line}\n---\nThe text.").published is None


def test_a_rule_at_the_start_is_no_front_matter():
    assert lines(read("---\n\nJust words here, and more.\n\n---\n\nMore words.")) == [
        "Just words here, and more.",
        "More words.",
    ]


def test_html_between_paragraphs_is_read_as_html():
    article = read(
        "Para.\n\n<figure><img src=x><figcaption>A &amp; B</figcaption></figure>\n\n<!-- no -->\n\nMore."
    )
    assert blocks(article)[1:] == [("caption", 0, "A & B"), ("paragraph", 0, "More.")]


def test_a_tag_in_a_sentence_swallows_nothing():
    assert (
        read("The <script> tag, and <title> too.\n\nMore.").text
        == "The  tag, and  too.".replace("  ", " ") + "\n\nMore."
    )


def test_struck_words_are_left_out_and_named():
    article = read("Kept ~~gone~~ and <del>lost</del> kept.")
    assert article.text == "Kept and kept."
    assert any("“gone”, “lost”" in remark for remark in article.remarks)


def test_a_byline_in_the_text_is_metadata():
    article = read("# Title\n\n*By Jane Doe*\n\nThe text of it.")
    assert article.byline == "Jane Doe"
    assert lines(article) == ["Title", "The text of it."]


def test_markdown_without_headings_has_those_that_its_words_show():
    article = read("The harbour had cost a lot.\n\n**What happened next**\n\nIt sank in the summer of 2019.")
    assert blocks(article)[1] == ("heading", 2, "What happened next")
