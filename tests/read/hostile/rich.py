"""RTF that is hostile: groups, control words and bytes without end."""

from tests.read.hostile.table import MEGA, Hostile, between, nested

_HEAD = "{\\rtf1\\ansi "

FILES = (
    Hostile("groups in groups", ".rtf", nested(_HEAD, "{", "It fell.", "}", "}"), 400_000, 100_000),
    Hostile("groups allowed in groups", ".rtf", nested(_HEAD, "{", "It fell.", "}", "}"), 990, 990),
    Hostile("groups", ".rtf", between(_HEAD, "{a}", "}"), 499_000, 3_500),
    Hostile("control words", ".rtf", between(_HEAD, "\\b", " It fell.}"), 1_490_000, 9_500),
    Hostile("letters by code", ".rtf", between(_HEAD, "\\u8364?", "}"), 1_490_000, 2_000),
    Hostile("halves of letters", ".rtf", between(_HEAD, "\\u-10240?", "}"), 1_490_000, 4_000),
    Hostile("letters by byte", ".rtf", between(_HEAD, "\\'e9", "}"), 1_490_000, 15_000),
    Hostile("binary that lies", ".rtf", between(_HEAD, "\\bin999999999 ", "It fell.}"), 100_000, 5_000),
    Hostile("binary below nothing", ".rtf", between(_HEAD, "\\bin-999999999 ", "It fell.}"), MEGA, 40_000),
    Hostile("fallbacks", ".rtf", between(_HEAD, "\\uc999999\\u8364?", " It fell.}"), 900_000, 2_000),
    Hostile("paragraph ends", ".rtf", between(_HEAD, "\\par", " It fell.}"), 1_490_000, 10_000),
    Hostile("paragraphs of rich text", ".rtf", between(_HEAD, "It fell.\\par ", "}"), 190_000, 350),
    Hostile("cells of rich text", ".rtf", between(_HEAD, "a\\cell ", "\\row}"), 1_400_000, 1_500),
    Hostile("rows of rich text", ".rtf", between(_HEAD, "a\\cell b\\cell\\row ", "}"), 190_000, 350),
    Hostile("cells without row", ".rtf", between(_HEAD, "a\\cell b\\par ", "}"), 700_000, 750),
    Hostile("notes in notes of rich text", ".rtf", nested(_HEAD, "a{\\footnote ", "b", "}", "}"), 900, 300),
    Hostile("notes of rich text", ".rtf", between(_HEAD, "a{\\footnote b}", "}"), 190_000, 400),
    Hostile(
        "fonts",
        ".rtf",
        between(f"{_HEAD}{{\\fonttbl", "{\\f1\\fcharset128 A;}", "}It fell.}"),
        300_000,
        2_000,
    ),
    Hostile(
        "styles of rich text",
        ".rtf",
        between(f"{_HEAD}{{\\stylesheet", "{\\s1 heading 1;}", "}\\s1 It fell.}"),
        400_000,
        2_000,
    ),
    Hostile("comments of rich text", ".rtf", between(_HEAD, "a{\\*\\annotation b}", "}"), 190_000, 1_000),
    Hostile(
        "author of comments",
        ".rtf",
        between(f"{_HEAD}{{\\*\\atnauthor ", "\\'61 ", "}a{\\*\\annotation b}}"),
        1_490_000,
        10_000,
    ),
    Hostile(
        "picture of rich text", ".rtf", between(f"{_HEAD}{{\\pict ", "00ff", "}It fell.}"), 4 * MEGA, 500_000
    ),
    Hostile("word of rich text", ".rtf", between(_HEAD, "a", "}"), 15 * MEGA, 450_000),
    Hostile("lines of rich text", ".rtf", between(_HEAD, "a\n", "}"), 9 * MEGA, 15_000),
    Hostile("hidden rich text", ".rtf", between(f"{_HEAD}It fell.", "{\\v b}", "}"), 400_000, 3_500),
    Hostile("raised rich text", ".rtf", between(_HEAD, "a{\\super b}", "}"), 400_000, 1_500),
    Hostile("no end", ".rtf", between(_HEAD, "\\", ""), 19 * MEGA, 15_000),
    Hostile("long control word", ".rtf", between(f"{_HEAD}\\", "a", " It fell.}"), 15 * MEGA, 400_000),
    Hostile("long number", ".rtf", between(f"{_HEAD}\\u", "9", " It fell.}"), 15 * MEGA, 150_000),
)
