"""Markdown that is hostile: marks that open and never close, references by the thousand, deep nesting."""

from tests.read.hostile.table import MEGA, Hostile, between, counting, nested, repeating

_REPEATED = {
    "back-ticks": "`",
    "back-ticks of many lengths": "` `` ``` ",
    "square brackets": "[",
    "links": "[a](",
    "links in links": "[a](b) ",
    "images": "![",
    "emphasis": "*a ",
    "strong": "**a **",
    "underlines": "_a ",
    "strikes": "~~a ",
    "angles": "<",
    "tags": "<a ",
    "comments": "<!--",
    "declarations": "<!A ",
    "raised": "^a^ ",
    "lowered": "~a~ ",
    "tildes": "~",
    "carets": "^",
    "superscript tags": "<sup>",
    "closing tags": "</sup>",
    "entities": "&amp;",
    "backslashes": "\\",
    "references": "[^1] ",
    "autolinks": "<http://a.b> ",
    "rules": "***\n",
    "hashes": "#",
}

FILES = (
    Hostile("back-ticks", ".md", repeating("`"), 4_500_000, 4_500_000),
    *(Hostile(f"Markdown of {n}", ".md", repeating(u), 2 * MEGA, 5_000) for n, u in _REPEATED.items()),
    Hostile("deep lists", ".md", lambda n: b"".join(b" " * 2 * k + b"- a\n" for k in range(n)), 2_500, 400),
    Hostile("deep items", ".md", repeating("- "), 2 * MEGA, 40_000),
    Hostile("deep citations", ".md", repeating("> "), 2 * MEGA, 15_000),
    Hostile(
        "wide table", ".md", lambda n: b"|a" * n + b"|\n" + b"|-" * n + b"|\n" + b"|b" * n, 500_000, 1_000
    ),
    Hostile("long table", ".md", between("|a|b|\n|-|-|\n", "|c|d|\n", ""), 400_000, 400),
    Hostile(
        "ragged table", ".md", lambda n: b"|a" * n + b"|\n" + b"|-" * n + b"|\n" + b"|b|\n" * n, 20_000, 35
    ),
    Hostile("notes", ".md", counting("It fell[^1].\n\n", "[^@]: a[^@]\n\n", ""), 100_000, 350),
    Hostile("link definitions", ".md", counting("", "[@]: b\n[@]\n\n", ""), 100_000, 300),
    Hostile(
        "one definition, many links", ".md", between(f"[a]: {'b' * 10_000}\n\n", "[a] ", ""), 200_000, 2_500
    ),
    Hostile("front matter without end", ".md", between("---\n", "title: a\n", ""), 400_000, 1_000),
    Hostile("page in Markdown", ".md", nested("", "<div>", "a", "</div>"), 200_000, 4_000),
    Hostile("HTML blocks", ".md", between("", "<p>a</p>\n\n", ""), 200_000, 150),
    Hostile("attributes in Markdown", ".md", counting("<p", " a@=1", ">It fell.</p>\n"), 300_000, 300_000),
)
