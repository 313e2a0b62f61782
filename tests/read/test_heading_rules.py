"""Which lines read as headings, which heading is the title, and which level each of them has."""

import pytest

from db.vocabulary import BlockKind
from factcheck.read.reading import ReadBlock
from factcheck.read.text.headings import in_title_case, looks_like_heading, title_of, with_headings

BODY = "The harbour had cost the town a good deal of money by then, he said."
KINDS = {"p": BlockKind.PARAGRAPH, "h": BlockKind.HEADING, "l": BlockKind.LIST_ITEM, "d": BlockKind.DEK}


@pytest.mark.parametrize(
    "text",
    [
        "After",
        "2019 and after",
        "3 May",
        "What next?",
        "“Never Again” for the Harbour",
        "After (the flood)",
        "The “harbour”",
        " ".join(["Word"] * 14),
        "W" * 90,
        " ".join(["Word"] * 10) + "?",
        "Why “now?”",
        "Élan",
        "港口",
        "12 of us",
    ],
)
def test_a_short_line_with_a_capital_and_no_mark_at_its_end_reads_as_a_heading(text):
    assert looks_like_heading(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "after",
        "...",
        ")",
        *(f"After{mark}" for mark in ".!,;:…。！，、；：—–-|"),
        "After.”",
        "After (the flood.)",
        *(f"{mark} After" for mark in "-–—•*@#&|/\\([{"),
        "1. After",
        "12) After",
        "2019 4.5 m",
        "12 ab",
        "(After)",
        "“After”",
        "“After the flood",
        "'After'",
        "“After the flood” they said",
        " ".join(["Word"] * 15),
        "W" * 91,
        " ".join(["Word"] * 11) + "?",
        " ".join(["Word"] * 11) + "？",
    ],
)
def test_any_other_line_does_not(text):
    assert not looks_like_heading(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Help for the Harbour", True),
        ("Help for the harbour", False),
        ("help for the Harbour", False),
        ("Help", False),
        ("Help the", False),
        ("Help’s Harbour", True),
        ("Help 2019 Harbour", True),
        ("", False),
    ],
)
def test_title_case_is_a_capital_on_all_but_the_small_words(text, expected):
    assert in_title_case(text) is expected


def made(parts: list[str]) -> tuple[ReadBlock, ...]:
    """Blocks such as `h2 After` (stated), `p Words` (not stated) and `p! Words` (stated); `B` is a body."""
    blocks = []
    for part in parts:
        mark, _, text = part.partition(" ")
        kind, level = KINDS[mark[0].lower()] if mark != "B" else BlockKind.PARAGRAPH, mark[1:]
        stated = kind is not BlockKind.PARAGRAPH or "!" in level
        blocks.append(ReadBlock(kind, text or BODY, int(level.strip("!") or 0), stated=stated))
    return tuple(blocks)


def shown(blocks: tuple[ReadBlock, ...]) -> list[str]:
    letters = {kind: letter for letter, kind in KINDS.items()}
    return [f"{letters[block.kind]}{block.level or ''}" for block in blocks]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([], ""),
        (["B"], "p"),
        (["p The Harbour"], "p"),
        (["p The Harbour", "B"], "h1 p"),
        (["p! The Harbour", "B"], "p p"),
        (["l The Harbour", "B"], "l p"),
        (["p The harbour sank.", "B"], "p p"),
        (["p The Harbour", "p and its end."], "p p"),
        (["p The Harbour", "p How it fell apart", "B"], "h1 d p"),
        (["p The Harbour", "p How it", "B"], "h1 h2 p"),
        (["p The Harbour", "p How it fell", "B"], "h1 d p"),
        (["p The Harbour", "p How It Fell Apart", "B"], "h1 h2 p"),
        (["p The Harbour", "p How did it fall?", "B"], "h1 h2 p"),
        (["p The Harbour", "p How it fell", "p Then this", "B"], "p p p p"),
        (["p The Harbour", "p How it fell", "p Then?", "B"], "h1 d h2 p"),
        (["p “We are lost”", "B"], "h1 p"),
        (["p “We are lost.”", "B"], "p p"),
        (["p! “We are lost”", "B"], "p p"),
        (["l “We are lost”", "B"], "l p"),
        (["p “We are lost", "B"], "p p"),
        (["p We are lost”", "B"], "h1 p"),
        (["B", "p After", "B"], "p h2 p"),
        (["B", "p! After", "B"], "p p p"),
        (["B", "p After"], "p p"),
        (["B", "p After", "p it was over."], "p p p"),
        (["B", "p After", "p What then", "B"], "p h2 h2 p"),
        (["B", "p After", "p What then", "p More", "B"], "p p p p p"),
        (["B", "p After", "p What then", "p More?", "B"], "p h2 h2 h2 p"),
        (["B", "p What?", "p After", "B"], "p h2 h2 p"),
        (["B", "p The Post, 12 March 2024", "B"], "p p p"),
        (["h1 The Harbour", "B", "p After", "B"], "h1 p h2 p"),
        (["h1 The Harbour"], "h1"),
        (["h2 The Harbour"], "h2"),
        (["h0 The Harbour", "B"], "h1 p"),
        (["h2 The Harbour", "B"], "h1 p"),
        (["h2 The Harbour", "B", "h2 After", "B"], "h2 p h2 p"),
        (["h1 The Harbour", "B", "h1 After", "B"], "h1 p h2 p"),
        (["h2 The Harbour", "B", "h3 After", "B"], "h1 p h2 p"),
        (["h3 The Harbour", "B", "h2 After", "B"], "h3 p h2 p"),
        (["h1 The Harbour", "h3 How", "B", "h5 After", "B", "h3 So", "B"], "h1 h2 p h3 p h2 p"),
        (["B", "h2 After", "p Short line", "B"], "p h2 p p"),
        (["p Column", "h2 The Harbour", "B"], "p h1 p"),
        (["p Column", "p Series", "h2 The Harbour", "B"], "p p h1 p"),
        (["p Column", "p Series", "p Part", "h2 The Harbour", "B"], "p p p h2 p"),
        (["p Column", "h2 After", "B", "h2 So", "B"], "p h2 p h2 p"),
        (["B", "h1 After", "B"], "p h2 p"),
        (["p Column", "B", "h1 After", "B"], "p p h2 p"),
        (["p Column", "B", "h2 After", "B"], "h1 p h2 p"),
        (["p Column", "B", "h2 After", "B", "p Short line", "B"], "h1 p h2 p p p"),
        (["p DOE: Is it late", "B", "p POE: It is", "B"], "p p p p"),
        (["p Doe: Is it late", "B", "p Doe: It is", "B"], "p p p p"),
        (["p The plan: It is late", "B", "p Doe: It is", "B"], "h1 p h2 p"),
        (["p Doe:It is late", "B", "p Doe:It is", "B"], "h1 p h2 p"),
    ],
)  # fmt: skip
def test_titles_and_headings_are_marked_and_ranked(parts, expected):
    blocks = made(parts)
    found = with_headings(blocks)
    assert " ".join(shown(found)) == expected
    assert [block.text for block in found] == [block.text for block in blocks]


def test_the_title_is_the_first_heading_of_level_1():
    assert title_of(made(["p A", "h2 B", "h1 C", "h1 D"])) == "C"
    assert title_of(made(["p A", "h2 B"])) == ""
    assert title_of(made(["l1 A", "h1 B"])) == "B"
