"""Limits of what is read, each at its last allowed and its first refused value."""

import pytest

from db.vocabulary import BlockKind
from factcheck.errors import UnreadableDraft
from factcheck.read.files.guard import bytes_of, refuse_count, refuse_length, refuse_size
from factcheck.read.reading import ReadBlock
from factcheck.read.text.plain import read as read_text
from factcheck.read.web.html_parse import tree_of


def refusal(act, *given, **named) -> str:
    """The sentence with which an act refuses what it is given; empty when it does not."""
    try:
        act(*given, **named)
    except UnreadableDraft as refused:
        return str(refused)
    return ""


def block(length: int) -> ReadBlock:
    return ReadBlock(BlockKind.PARAGRAPH, "abcdefghij" * (length // 10) + "x" * (length % 10))


def test_paragraphs_and_characters_of_an_article():
    assert refusal(refuse_count, [block(1)] * 50_000, "a.txt") == ""
    assert refusal(refuse_count, [block(1)] * 50_001, "a.txt") == (
        "a.txt has more than 50,000 paragraphs; add it in parts."
    )
    assert refusal(refuse_length, [block(200_000)] * 5, "a.txt") == ""
    assert refusal(refuse_length, [*[block(200_000)] * 5, block(1)], "a.txt") == (
        "a.txt holds more than 1,000,000 characters of text; add it in parts."
    )
    assert refusal(refuse_length, [block(1), block(200_001)], "a.txt") == (
        f"a.txt has a paragraph of 200,001 characters, which begins with “{'abcdefghij' * 4}…”; break it "
        "into paragraphs."
    )


def test_bytes_of_a_file(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"a" * 1_999_999)
    assert bytes_of(path, 1_999_999) == b"a" * 1_999_999
    assert refusal(bytes_of, path, 1_999_998) == (
        "a.txt is larger than 1 MB; take pictures out, or save the text alone."
    )
    assert refusal(bytes_of, path, 1_999_998, advice="cut it") == "a.txt is larger than 1 MB; cut it."
    assert refusal(refuse_size, b"ab", "a.txt", 1, advice="cut it") == "a.txt is larger than 0 MB; cut it."
    path.write_bytes(b" \n")
    assert refusal(bytes_of, path) == "a.txt is empty; look whether it is the right file."


def test_what_is_no_file_is_told(tmp_path):
    assert refusal(bytes_of, tmp_path) == f"{tmp_path} is a directory; name a file in it."
    missing = tmp_path / "no"
    assert refusal(bytes_of, missing) == f"There is no file {missing}; look at the spelling and the folder."
    assert refusal(bytes_of, tmp_path / ("x" * 300)) == f"{'x' * 300} cannot be read: file name too long."
    assert refusal(bytes_of, tmp_path / "a\0b").startswith("a\0b cannot be read: ")


def test_characters_and_lines_of_typed_text():
    told = "a.txt has more than 3,000,000 characters or 300,000 lines; add it in parts."
    assert refusal(read_text, b"a" * 3_000_000, "a.txt", None) == ""
    assert refusal(read_text, b"a" * 3_000_001, "a.txt", None) == told
    assert refusal(read_text, b"a" + b"\n" * 300_000, "a.txt", None) == ""
    assert refusal(read_text, b"a" + b"\n" * 300_001, "a.txt", None) == told


def test_tags_and_depth_of_a_page():
    assert refusal(tree_of, "<p>a" + "< " * 299_999, "a.html") == ""
    assert refusal(tree_of, "<p>a" + "< " * 300_000, "a.html") == (
        "a.html has more than 300,000 tags, too many for an article; save the article alone."
    )
    deep = "<div>" * 300 + "a"
    told = "a.html is nested too deep to be an article; save the article alone."
    assert refusal(tree_of, deep + "< " * 19_700, "a.html") == ""
    assert refusal(tree_of, deep + "< " * 19_701, "a.html") == told
    assert refusal(tree_of, "<div>" * 3_000 + "a", "a.html") == told
    assert tree_of(" <?xml version='1.0' encoding='utf-16'?><p>é", "a.html").text_content() == "é"


@pytest.mark.parametrize("page", ["", " ", "<!-- -->"])
def test_a_page_of_nothing_is_told(page):
    assert refusal(tree_of, page, "a.html") == "a.html holds no page that can be read; save it again as HTML."
