"""Control words of rich text one by one: what becomes a block, a note, a remark, and what says nothing."""

import pytest

from factcheck.errors import UnreadableDraft
from factcheck.read.office.rtf import read as read_rtf
from factcheck.read.reading import Reading

STYLES = (
    "{\\stylesheet{\\s1 heading 1;}{\\s2 Quote;}{\\s3 toc 1;}{\\s4 List Bullet 2;}{\\s5 Byline;}{\\s6 Own;}"
    "{\\s7\\snext0 heading 3 ;}{\\*\\cs8 heading 2;}}"
)


def read(body: str, head: str = "\\ansi") -> Reading:
    return read_rtf(f"{{\\rtf1{head} {body}}}".encode("latin-1"), "a.rtf", None)


def shown(reading: Reading) -> list[str]:
    """Kind, level and words of each block: `p Words`, `heading3 Words`; a + where the file states it."""
    return [
        f"{block.kind.value}{block.level or ''}{'+' * block.stated} {block.text.strip()}"
        for block in reading.blocks
    ]


CASES = {
    "One.\\par Two.": ["paragraph One.", "paragraph Two."],
    "One.\\sect Two.": ["paragraph One.", "paragraph Two."],
    "One.\\\nTwo.": ["paragraph One.", "paragraph Two."],
    "One.\\\r\nTwo.": ["paragraph One.", "paragraph Two."],
    "On\ne.\r\n": ["paragraph One."],
    "One.\\par\\par * * *\\par Two.": ["paragraph One.", "paragraph Two."],
    f"{STYLES}\\pard\\s1 H\\par H too\\par\\pard P\\par": [
        "heading1+ H", "heading1+ H too", "paragraph P"],
    f"{STYLES}\\s2 Q\\par\\s6 P\\par\\s9 P\\par\\s7 H\\par\\s8 P\\par": [
        "quotation+ Q", "paragraph P", "paragraph P", "heading3+ H", "paragraph P"],
    f"{STYLES}\\s4\\ls1\\ilvl4 L\\par": ["list_item2+ L"],
    f"{STYLES}\\s1\\outlinelevel4 H\\par": ["heading1+ H"],
    "\\outlinelevel0 A\\par\\outlinelevel8 B\\par\\outlinelevel9 C\\par\\outlinelevel-1 D\\par": [
        "heading1+ A", "heading9+ B", "paragraph C", "paragraph D"],
    "\\outlinelevel0\\ls1 A\\par": ["heading1+ A"],
    "\\ls1 A\\par B\\par\\ls1\\ilvl1 C\\par\\ls0 D\\par": [
        "list_item1+ A", "paragraph B", "list_item2+ C", "paragraph D"],
    "\\ls1\\ilvl-1 A\\par\\ls1\\ilvl12 B\\par\\ls1\\ilvl C\\par\\ls1\\ilvl9 D\\par": [
        "list_item1+ A", "list_item10+ B", "list_item1+ C", "list_item10+ D"],
    "{\\listtext 1.\\tab}A\\par{\\pntext 2.\\tab}B\\par C\\par": [
        "list_item1+ A", "list_item1+ B", "paragraph C"],
    "\\ls1\\pard A\\par": ["paragraph A"],
    "a\\cell b\\cell\\row c\\cell\\row P\\par": ["list_item1+ a | b", "list_item1+ c", "paragraph P"],
    "a\\nestcell b\\nestcell\\nestrow": ["list_item1+ a | b"],
    "a\\cell b\\par c\\cell\\row": ["list_item1+ a | b c"],
    "a\\cell b\\par c": ["list_item1+ a | b c"],
    "\\cell *\\cell\\row P": ["paragraph P"],
    "a\\cell\\cell b\\cell\\row": ["list_item1+ a | b"],
    "A{\\footnote N}B\\par C": ["paragraph AB", "paragraph C", "footnote+ N"],
    "A{\\footnote N\\par M}B": ["paragraph AB", "footnote+ N", "footnote+ M"],
    "A{\\footnote {N}{\\b M}}B": ["paragraph AB", "footnote+ NM"],
    "A{\\footnote a\\cell b\\cell\\row}B": ["paragraph AB", "footnote+ a | b"],
    "A{\\footnote a\\cell b}B": ["paragraph AB", "footnote+ a | b"],
    "A{\\footnote *}B{\\footnote *\\cell\\row}": ["paragraph AB"],
    "A{\\footnote N{\\footnote M}O}B": ["paragraph AB", "footnote+ M", "footnote+ NO"],
    "a\\cell{\\footnote N}b\\cell\\row": ["list_item1+ a | b", "footnote+ N"],
    "\\outlinelevel0 A{\\footnote\\outlinelevel3 N}\\par": ["heading1+ A", "footnote+ N"],
    "{\\super 1{\\footnote N}}A": ["paragraph ¹A", "footnote+ N"],
    "{\\header x{\\footnote N}}A": ["paragraph A"],
    "{\\*\\footnote N}A": ["paragraph A", "footnote+ N"],
    "A{\\footnote N": ["paragraph A", "footnote+ N"],
    "{\\*\\shpinst{\\shptxt In a box.\\par}}A": ["paragraph In a box.", "paragraph A"],
    "{\\shp{\\*\\shpinst x{\\sp x}{\\shptxt In.\\par}}}A": ["paragraph In.", "paragraph A"],
    "A{\\*\\unknown gone}{\\*\\unknown{gone}}{\\unknown kept}": ["paragraph Akept"],
    "A{\\*\\b gone}{\\*}{\\b kept}": ["paragraph Akept"],
    "A{\\*\\u8364 gone}": ["paragraph A"],
    "{\\colortbl gone;}{\\info{\\title gone}}{\\pict gone}A": ["paragraph A"],
    "A{\\header gone\\par gone\\cell\\row}B": ["paragraph AB"],
    "A{\\deleted gone\\par gone}B": ["paragraph AB"],
    "A{\\deleted gone}{\\deleted0 kept}": ["paragraph Akept"],
    "A\\deleted gone\\plain B\\deleted gone\\deleted0 C": ["paragraph ABC"],
    "x{\\super 2}{\\super\\nosupersub 3}{\\super\\super0 4}{\\super\\plain 5}{\\sub 6}": ["paragraph x²345₆"],
    "A{\\v\\v0 B}{\\strike\\strike0 C}{\\striked1\\plain D}{\\v\\plain E}": ["paragraph ABCDE"],
    "A\\tab B\\line C\\page D\\column E\\softline F": ["paragraph A\tB\nC\nD\nE\nF"],
    "\\lquote A\\rquote\\ldblquote B\\rdblquote\\emdash\\endash\\bullet": ["paragraph ‘A’“B”—–•"],
    "A\\~B\\_C\\-D\\{E\\}\\\\F": ["paragraph A\u00a0B\u2011C\u00adD{E}\\F"],
    "A\\emspace B\\enspace C\\qmspace D\\zwj\\zwnj\\zwbo E": [
        "paragraph A\u2003B\u2002C\u2005D\u200d\u200c\u200bE"],
    "A\\u8364?B\\u8364 ?C\\uc0\\u8364 D\\uc2\\u8364??E\\uc-1\\u8364 F": ["paragraph A€B€C€D€E€F"],
    "\\u-4051?A\\u65?B\\u C": ["paragraph \uf02dAAB"],
    "{\\uc2\\u8364 ab}\\u8364 ab": ["paragraph €€b"],
    "\\uc2\\u8364 a\\b b": ["paragraph €b"],
    "\\uc3\\u8364 a\\'e9bc": ["paragraph €c"],
    "\\uc2\\u8364\\'80\\'80\\'e9": ["paragraph €é"],
    "\\uc20\\u8364 abcdefghijklmnopqrst": ["paragraph €qrst"],
    "\\'e9\\'E9 \\'zz": ["paragraph éé 'zz"],
    "A\\bin3 }xyB\\bin0 C\\bin-2 D\\bin E": ["paragraph ABCDE"],
    "A\\uc\\u8364 B": ["paragraph A€B"],
    "{\\stylesheet\\s1 heading 1;}\\s1 A\\par": ["paragraph A"],
    "}}A": ["paragraph A"],
    "{{{A": ["paragraph A"],
    "A\\": ["paragraph A}"],
}  # fmt: skip


@pytest.mark.parametrize("body", CASES)
def test_what_control_words_make_of_the_words(body):
    assert shown(read(body)) == CASES[body]


@pytest.mark.parametrize(
    ("body", "remarks"),
    [
        ("A{\\v one}B{\\v two}", ("Hidden text was left out: “one”, “two”.",)),
        ("A{\\v one}{\\b\\v  more}B", ("Hidden text was left out: “one more”.",)),
        ("A{\\v one}\\par{\\v two}B", ("Hidden text was left out: “one”, “two”.",)),
        ("A{\\strike one}B{\\striked1 two}", ("Struck-through words were left out: “one”, “two”.",)),
        ("A{\\strike one}\\par{\\strike two}B", ("Struck-through words were left out: “one”, “two”.",)),
        ("A{\\v\\strike one}", ("Hidden text was left out: “one”.",)),
        ("A{\\v\\deleted one}", ()),
        (f"{STYLES}\\s3 One 3\\par\\pard A", ("Tables of contents and indexes were left out: “One 3”.",)),
        ("A{\\*\\annotation Sure?\\par Really?}", ("Comment by nobody named: Sure? Really?",)),
        (
            (
                "A{\\*\\atnauthor Ann}{\\*\\annotation {\\*\\atnref 1}S{\\b u}re?}{\\*\\atnauthor Bob}"
                "{\\*\\annotation Yes.}"
            ),
            ("Comment by Ann: Sure?", "Comment by Bob: Yes."),
        ),
    ],
)
def test_what_is_left_out_is_told(body, remarks):
    reading = read(body)
    assert tuple(" ".join(remark.split()) for remark in reading.remarks) == remarks
    assert "".join(block.text for block in reading.blocks).strip(" ").replace(" ", "") in ("A", "AB")


def test_a_byline_by_its_style_is_one():
    block = read(f"{STYLES}\\s5 Jane Doe\\par").blocks[0]
    assert (block.role, block.text) == ("byline", "Jane Doe")


@pytest.mark.parametrize(
    ("head", "body", "text"),
    [
        ("\\ansi", "\\'e9\\'93", "é“"),
        ("\\ansi\\ansicpg1251", "\\'cf", "П"),
        ("\\ansi\\ansicpg65001", "\\'c3\\'a9", "é"),
        ("\\ansi\\ansicpg0", "\\'e9", "é"),
        ("\\ansi\\ansicpg99999", "\\'e9", "é"),
        ("\\mac", "\\'8e", "é"),
        ("\\pc", "\\'82", "é"),
        ("\\pca", "\\'82", "é"),
        ("\\ansi{\\fonttbl{\\f0\\fcharset238 A;}{\\f1\\fcharset204 B;}{\\f2 C;}}",
         "{\\f0\\'b3}{\\f1\\'cf}{\\f2\\'b3}{\\f3\\'b3}\\'b3", "łП³³³"),
        ("\\ansi\\deff1{\\fonttbl{\\f1\\fcharset204 B;}}", "\\'cf\\plain\\'cf", "ПП"),
        ("\\ansi\\ansicpg1250{\\fonttbl{\\f1\\fcharset1 B;}{\\f2\\fcharset0 B;}{\\f3\\fcharset B;}}",
         "\\f1\\'b3\\f2\\'b3\\f3\\'b3", "ł³³"),
        ("\\ansi{\\fonttbl\\fcharset204{\\f1 B;}}", "\\f1\\'e9", "é"),
        ("\\ansi{\\fonttbl{\\f1\\fcharset128 B;}}", "\\f1\\'93\\'fa", "日"),
        ("\\ansi{\\fonttbl{\\f1\\fcharset77 B;}}", "\\f1\\'8e", "é"),
        ("\\ansi{\\fonttbl{\\f1\\fcharset161 B;}}", "\\f1\\'e1", "α"),
    ],
)  # fmt: skip
def test_bytes_are_letters_of_their_font_and_page(head, body, text):
    assert [block.text.strip() for block in read(body, head).blocks] == [text]


@pytest.mark.parametrize(
    ("charset", "data", "letter"),
    [
        (0, "e9", "é"), (77, "8e", "é"), (128, "93fa", "日"), (129, "b0a1", "가"), (130, "8861", "가"),
        (134, "b0a1", "啊"), (136, "a440", "一"), (161, "e1", "α"), (162, "f0", "ğ"), (163, "d0", "Đ"),
        (177, "e0", "א"), (178, "c7", "ا"), (186, "e0", "ą"), (204, "cf", "П"), (222, "a1", "ก"),
        (238, "b3", "ł"), (254, "d0", "╨"), (255, "d0", "ð"), (1, "e9", "й"), (99, "e9", "й"),
    ],
)  # fmt: skip
def test_every_character_set_of_a_font_has_its_letters(charset, data, letter):
    coded = "".join(f"\\'{data[place : place + 2]}" for place in range(0, len(data), 2))
    font = f"{{\\fonttbl{{\\f1\\fcharset{charset} A;}}}}"
    assert read(f"\\f1 {coded}", f"\\ansi\\ansicpg1251{font}").blocks[0].text.strip() == letter


@pytest.mark.parametrize("before", ["", "\ufeff", " \t\r\n"])
def test_white_space_and_a_mark_may_stand_before_the_document(before):
    data = before.encode() + b"{\\rtf1 A}"
    assert read_rtf(data, "a.rtf", None).blocks[0].text == "A"


def test_nuls_between_the_words_say_nothing():
    assert read_rtf(b"{\\rtf1 A\0B\\p\0ar C}", "a.rtf", None).blocks[0].text == "AB"


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableDraft) as caught:
        read_rtf(data, "a.rtf", None)
    return str(caught.value)


def test_what_is_no_rtf_is_refused():
    for data in (b"{\\rt", b"Words", b"{ \\rtf1 A}"):
        assert refusal(data).startswith("a.rtf is no RTF document; open it")


def test_depth_has_a_limit():
    assert [block.text for block in read("{" * 999 + "A").blocks] == ["A"]
    assert "nested too deep" in refusal(b"{\\rtf1 " + b"{" * 1000 + b"A")


def test_groups_have_a_limit():
    assert "too many marks" in refusal(b"{\\rtf1 A" + b"{" * 500_000)
    assert "nested too deep" in refusal(b"{\\rtf1 A" + b"{" * 499_999)
