"""Marks of Markdown one by one: what becomes a block, what goes, what is told."""

import pytest

from factcheck.read.markdown import read as read_markdown


def shown(text: str) -> list[str]:
    """Kind, level and words of each block before they are arranged; a + where the file states the kind."""
    return [
        f"{block.kind.value}{block.level or ''}{'+' * block.stated} {block.text.strip()}"
        for block in read_markdown(text.encode(), "a.md", None).blocks
    ]


CASES = {
    "A\n\n***\n\nB": ["paragraph A", "paragraph B"],
    "# A\n\n## B ##\n\nC\n=\n\nD\n-\n\n###### E": [
        "heading1+ A", "heading2+ B", "heading1+ C", "heading2+ D", "heading6+ E"],
    "- a\n- b\n\n  c\n    - d\n\ne": [
        "list_item1+ a", "list_item1+ b", "list_item1+ c", "list_item2+ d", "paragraph e"],
    "- a\n    - b\n        - c\n    - d": [
        "list_item1+ a", "list_item2+ b", "list_item3+ c", "list_item2+ d"],
    "1. a\n2. b": ["list_item1+ a", "list_item1+ b"],
    "- [x] a": ["list_item1+ a"],
    "> a\n>\n> b\n\nc": ["quotation+ a", "quotation+ b", "paragraph c"],
    "> - a\n> # b": ["list_item1+ a", "heading1+ b"],
    "- > a": ["quotation+ a"],
    "- # a": ["heading1+ a"],
    "    a\n    b\n\n```\nc\nd\n```": ["paragraph a\nb", "paragraph c\nd"],
    "| a | b |\n|---|---|\n| c | |\n| ~~x~~ | **d** |\n\ne": [
        "list_item1+ a | b", "list_item1+ c", "list_item1+ d", "paragraph e"],
    "- x\n\n  - y\n\n    | a | b |\n    |---|---|\n": [
        "list_item1+ x", "list_item2+ y", "list_item2+ a | b"],
    "| ![p](x) a | b |\n|---|---|": ["list_item1+ a | b"],
    "![a *b*](x)": ["caption+ a b"],
    "![a](x \"t\")": ["caption+ ta"],
    "![a ![b](y)](x)": ["caption+ a"],
    "c ![a](x) d": ["paragraph c  d"],
    "![](x)\n\nd": ["paragraph d"],
    "A[^1] b[^2].\n\n[^2]: two\n\n[^1]: one\n\n    more\n\n[^3]: - three": [
        "paragraph A b.", "footnote+ one", "footnote+ more", "footnote+ two", "footnote+ three"],
    "a<br>b<BR />c\nd  \ne": ["paragraph a b c d e"],
    "a <span>b</span> <i>c</i>": ["paragraph a b c"],
    "a `b\\^c` \\^d\\^ \\~ \\* e": ["paragraph a b\\^c ^d^ ~ * e"],
    "x^2^ y~2~ z<sup>2</sup> w<SUB>2</SUB>": ["paragraph x² y₂ z² w₂"],
    "(a)^2^ [b]^2^ ^2^": ["paragraph (a)² [b]² ^2^"],
    "x^a b^ x^a^b^": ["paragraph x^a b^ xᵃb^"],
    f"x^{'1' * 40}^ x^{'1' * 41}^": [f"paragraph x{'¹' * 40} x^{'1' * 41}^"],
    "x<sup>a<sub>1</sub>b</sup>c": ["paragraph xᵃ₁ᵇc"],
    "x</sup>2<sup>3": ["paragraph x2³"],
    "x<sup>2\n\ny</sup>3": ["paragraph x²", "paragraph y3"],
    "a ~~b~~ c <del>d</del> <s class=x>e</s> <strike>f</strike>": ["paragraph a  c"],
    "a </del>b <del>c</del></del> d": ["paragraph a b  d"],
    "a <del>b <del>c</del> d</del> e": ["paragraph a  e"],
    "<p>a</p>\n\n<ul><li>b</li></ul>\n\nc": ["paragraph a", "list_item1+ b", "paragraph c"],
    "<p>a\\^b</p>": ["paragraph a\\^b"],
    "<table><tr><td>a</td><td>b</td></tr></table>": ["list_item1+ a | b"],
    "<img src=x alt=\"a\">": ["caption+ a"],
    "<!-- a -->\n\nb": ["paragraph b"],
    "\ufdd0a\ufdd1": ["paragraph \ufffda\ufffd"],
    "* * *\n\na": ["paragraph a"],
}  # fmt: skip


@pytest.mark.parametrize("text", CASES)
def test_what_marks_make_of_the_words(text):
    assert shown(text) == CASES[text]


@pytest.mark.parametrize(
    ("text", "remarks"),
    [
        ("A ~~one~~ ~~two~~", ["Struck-through words were left out: “one”, “two”."]),
        ("A ~~one *more*~~", ["Struck-through words were left out: “one more”."]),
        ("A <del>one</del><s>two</s>", ["Struck-through words were left out: “one”, “two”."]),
        ("A\n\n<p><del>one</del></p><p><del>two</del></p>",
         ["Struck-through words were left out: “one”, “two”."]),
        ("A\n\n<p><del>one</del></p>\n\n~~two~~", ["Struck-through words were left out: “one”, “two”."]),
        ("A <!-- one --> <!-- two -->", ["Comments were left out: “one”, “two”."]),
        ("A\n\n<!-- one --><!-- two -->", ["Comments were left out: “one”, “two”."]),
        ("A ![one](x) ![two](x)", ["Descriptions of pictures were left out: “one”, “two”."]),
        ("A ![one ![two](y)](x)", ["Descriptions of pictures were left out: “two”, “one”."]),
        ("| ![one](x) A |\n|---|", ["Descriptions of pictures were left out: “one”."]),
        ("A\n\n<div><button>one</button></div>", ["Left out as menus and buttons: “one”."]),
        ("A\n\n<nav>one</nav>", ["Left out as menus and buttons: “one”."]),
        ("A", []),
    ],
)  # fmt: skip
def test_what_is_left_out_is_told(text, remarks):
    reading = read_markdown(text.encode(), "a.md", None)
    assert list(reading.remarks) == remarks
    assert [block.text.strip() for block in reading.blocks] == ["A"]
