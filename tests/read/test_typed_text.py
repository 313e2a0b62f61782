"""Typed text: lines that become paragraphs, items, rows, quotations, captions and notes."""

import pytest

from db.vocabulary import BlockKind
from factcheck.read.office.styles import Look, ParagraphFacts, facts_of_style
from factcheck.read.raised import LOWERED, RAISED, Levelled, Words, is_placed, joined
from factcheck.read.reading import ReadBlock, has_words, row_text, tidied
from factcheck.read.remarks import Passages, left_out, shortened
from factcheck.read.text.plain import blocks_in
from factcheck.read.tidy import mended, offsets, tidy

LONG = "word " * 24 + "w"


def shown(text: str) -> list[str]:
    return [
        f"{block.kind.value}{block.level or ''}{'+' * block.stated} {block.text}" for block in blocks_in(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("\n \n", []),
        ("a\nb\n\nc", ["paragraph a b", "paragraph c"]),
        ("a \n  b", ["paragraph a b"]),
        ("a-\nb", ["paragraph a-b"]),
        ("a—\nb", ["paragraph a—b"]),
        ("a-\nB", ["paragraph a- B"]),
        ("5-\nb", ["paragraph 5- b"]),
        ("a -\nb", ["paragraph a - b"]),
        ("By Jane Doe\nThe harbour", ["paragraph By Jane Doe", "paragraph The harbour"]),
        ("The harbour\n12 March 2024", ["paragraph The harbour", "paragraph 12 March 2024"]),
        ("a\n\nBy Jane Doe\nThe harbour", ["paragraph a", "paragraph By Jane Doe The harbour"]),
        (f"By Jane Doe\n{'w' * 120}\nb", ["paragraph By Jane Doe", f"paragraph {'w' * 120}", "paragraph b"]),
        (f"{'w' * 120}\nb", [f"paragraph {'w' * 120} b"]),
        (f"{'w' * 121}\nb", [f"paragraph {'w' * 121}", "paragraph b"]),
        ("- a\n- b\n  c\nd", ["list_item1+ a", "list_item1+ b c d"]),
        ("x\n- a", ["paragraph x", "list_item1+ a"]),
        *((f"{mark} a", ["list_item1+ a"]) for mark in "•‣◦▪●○∙\uf0b7\uf0a7-*+·"),
        ("-a", ["paragraph -a"]),
        ("- ", ["paragraph -"]),
        ("•a", ["paragraph •a"]),
        ("1. a\n2) b", ["list_item1+ a", "list_item1+ b"]),
        ("1. a\nb", ["paragraph 1. a b"]),
        ("1. a\n- b", ["paragraph 1. a", "list_item1+ b"]),
        ("100. a\n200. b", ["paragraph 100. a 200. b"]),
        ("> a\n>b", ["quotation+ a b"]),
        ("> a\n>\n> b", ["quotation+ a", "quotation+ b"]),
        ("> a\nb", ["paragraph > a b"]),
        (">> a", ["quotation+ > a"]),
        ("a\tb\nc\td", ["list_item1+ a | b", "list_item1+ c | d"]),
        ("a\tb", ["paragraph a\tb"]),
        ("a\tb\nc\td\te", ["paragraph a\tb c\td\te"]),
        ("x\na\tb\nc\td\ny", ["paragraph x", "list_item1+ a | b", "list_item1+ c | d", "paragraph y"]),
        ("\ta\n\tb", ["paragraph \ta b"]),
        *((f"{name} x", [f"caption+ {name} x"]) for name in (
            "Photo:", "Photo caption:", "CAPTION:", "Image 3:", "picture.", "Figure 2.", "Fig. 2:")),
        ("Photo: ", ["paragraph Photo:"]),
        ("Photos: x", ["paragraph Photos: x"]),
        ("[1] a", ["footnote+ [1] a"]),
        ("[^ab]: a", ["footnote+ [^ab]: a"]),
        ("[1]a", ["paragraph [1]a"]),
        ("[12345] a", ["paragraph [12345] a"]),
    ],
)  # fmt: skip
def test_lines_become_blocks(text, expected):
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "level", "before", "expected"),
    [
        ("2", RAISED, "m", "²"),
        ("2", LOWERED, "H", "₂"),
        (" 2 ", RAISED, "m", " ² "),
        ("+-−–=()", RAISED, "", "⁺⁻⁻⁻⁼⁽⁾"),
        ("2²", RAISED, "m", "²²"),
        ("q", RAISED, "x", "^(q)"),
        (" q ", LOWERED, "x", " _(q) "),
        ("TM", RAISED, "A", "™"),
        (" SM", RAISED, "A", " ℠"),
        ("TM", LOWERED, "A", "_(TM)"),
        ("st", RAISED, "1", "st"),
        ("TH", RAISED, "5", "TH"),
        ("st", RAISED, "a", "ˢᵗ"),
        ("st", LOWERED, "1", "ₛₜ"),
        ("e", RAISED, "XIX", "e"),
        ("e", RAISED, "the X", "e"),
        ("e", RAISED, "aX", "ᵉ"),
        ("e", RAISED, "L", "ᵉ"),
        ("me", RAISED, "M", "me"),
        ("r", RAISED, "D", "r"),
        ("e", RAISED, "St", "e"),
        ("me", RAISED, "xM", "ᵐᵉ"),
        ("2", RAISED, "1", "²"),
        ("*", RAISED, "a", "*"),
        ("° ′", RAISED, "5", "° ′"),
        ("*2", RAISED, "a", "^(*2)"),
        ("[a]", RAISED, "b", "[a]"),
        ("[a", RAISED, "b", "^([a)"),
        ("q" * 40, RAISED, "", f"^({'q' * 40})"),
        ("q" * 41, RAISED, "", "q" * 41),
        (" ", RAISED, "a", " "),
        ("a", 0, "b", "a"),
    ],
)
def test_raised_and_lowered_words_are_spelled(text, level, before, expected):
    assert joined([Levelled(before), Levelled(text, level)]) == before + expected


def test_words_are_said_and_taken_once():
    words = Words()
    assert not words.has_any()
    for text, level in (("x", 0), ("2", RAISED), ("", RAISED), ("q", RAISED), (" * ", 0)):
        words.say(text, level)
    assert words.has_any()
    assert words.take() == "x^(2q) * "
    assert words.take() == ""
    words.say("*")
    assert not words.has_any()
    assert [is_placed(text) for text in ("x2", "x²", "xé", "ₙ", "")] == [False, True, False, True, False]


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        *((name, ParagraphFacts(furniture=True)) for name in (
            "toc 1", "TOC Heading", "table of figures", "index 3", "contents 2", "header", "Footer left")),
        *((name, ParagraphFacts(role="byline")) for name in ("Byline", "author", "Authors")),
        ("Date", ParagraphFacts(role="date")),
        *((name, ParagraphFacts(BlockKind.LIST_ITEM, level, stated=True)) for name, level in (
            ("List", 1), ("list bullet", 1), ("List Number 3", 3), ("list continue 2", 2))),
        *((f"Heading {level}", ParagraphFacts(BlockKind.HEADING, level, stated=True)) for level in (1, 2, 9)),
        *((name, ParagraphFacts(BlockKind.HEADING, stated=True)) for name in ("Title", " headline ", "hed")),
        *((name, ParagraphFacts(BlockKind.DEK, stated=True)) for name in (
            "Subtitle", "dek", "deck", "standfirst")),
        *((name, ParagraphFacts(BlockKind.QUOTATION, stated=True)) for name in (
            "Quote", "Intense Quote", "Quotations", "Block Text", "Blockquote", "Pull quotes")),
        *((name, ParagraphFacts(BlockKind.CAPTION, stated=True)) for name in (
            "caption", "Photo Caption", "Illustration", "figure", "Drawing")),
        *((name, None) for name in (
            "Normal", "Body Text", "list paragraph", "heading", "titles", "quoted", "block texts", "captions",
            "my figure", "bylines", "")),
    ],
)  # fmt: skip
def test_the_name_of_a_style_says_what_a_paragraph_is(name, facts):
    assert facts_of_style(name) == facts


def test_a_look_goes_over_another_where_it_says_something():
    full = Look(hidden=True, struck=True, level=1)
    assert Look().over(full) == full
    assert Look(hidden=False, struck=False, level=0).over(full) == Look(hidden=False, struck=False, level=0)


def test_passages_go_on_until_they_end():
    passages = Passages()
    passages.end()
    for words in ("a", " b"):
        passages.add(words)
    passages.end()
    passages.end()
    passages.add(" ")
    passages.end()
    passages.add("c\n d")
    assert passages.all() == ["a b", "c d"]


def test_what_is_left_out_is_told_once_each_by_its_beginning():
    assert left_out("Gone", []) == left_out("Gone", [" ", ""]) == ()
    assert left_out("Gone", ["a", "b ", "a"]) == ("Gone: “a”, “b”.",)
    assert left_out("Gone", ["a" * 60, "b" * 61]) == (f"Gone: “{'a' * 60}”, “{'b' * 59}…”.",)
    assert left_out("Gone", ["abcd", "abc de"], 4) == ("Gone: “abcd”, “abc…”.",)
    assert left_out("Gone", map(str, range(2_000)))[0].endswith("“1999”.")
    assert left_out("Gone", map(str, range(2_001)))[0].endswith("“1999” and 1 more.")
    assert left_out("Gone", map(str, range(3_001)))[0].endswith("“1999” and 1,001 more.")
    assert [shortened("abcd", length) for length in (3, 4, 5)] == ["ab…", "abcd", "abcd"]


def test_ornaments_are_no_words_and_empty_cells_go():
    assert not any(map(has_words, ("", " \n", "*-_•·#~=—–─━⁂∗＊⸻+.…|/\\", "\uf0b7", "\U000f0000")))
    assert all(map(has_words, ("a", "5", "* a", "%", "(", "“")))
    assert row_text(["a ", "", " \n", "b  c"]) == "a | b c"
    blocks = tuple(ReadBlock(BlockKind.PARAGRAPH, text) for text in (" a  b ", " * ", ""))
    assert tidied(blocks) == (ReadBlock(BlockKind.PARAGRAPH, "a b"),)


@pytest.mark.parametrize(
    ("raw", "clean", "places"),
    [
        ("ab", "ab", [0, 1]),
        ("  a \t\n b ", "a b", [2, 3, 7]),
        ("a\u00adb", "ab", [0, 2]),
        ("a\u00ad b", "a b", [0, 2, 3]),
        ("e\u0301x", "éx", [0, 2]),
        ("\u0301x", "\u0301x", [0, 1]),
        ("a\r\nb", "a b", [0, 1, 3]),
        ("a\u00a0\u00a0b", "a\u00a0\u00a0b", [0, 1, 2, 3]),
        ("\u00a0a\u00a0", "a", [1]),
        ("\ufeffa\0b", "ab", [1, 3]),
        ("", "", []),
        (" ", "", []),
    ],
)
def test_tidy_text_knows_where_each_character_comes_from(raw, clean, places):
    assert (tidy(raw), offsets(raw)) == (clean, places)


def test_halves_of_surrogate_pairs_are_joined_or_replaced():
    assert mended("a") == "a"
    assert mended("\ud83d\ude00x") == "😀x"
    assert mended("\ud83dx\ude00") == "\ufffdx\ufffd"
