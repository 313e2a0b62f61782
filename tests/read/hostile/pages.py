"""Web pages that are hostile: attributes, depth, tables, entities, links to and fro, and linked data."""

import random

from tests.read.hostile.table import MEGA, Hostile, between, counting, nested, repeating

_WORDS = "The harbour cost 4.5 million pounds in 2019, Ann Poe said. " * 4
_HEAD = f"<!doctype html><title>T</title><h1>T</h1><p>{_WORDS}</p>"
_CROWDED = f"{_HEAD}<nav>n</nav>"


def _table(side: int) -> bytes:
    return (_HEAD + "<table>" + ("<tr>" + "<td>a" * side) * side + "</table>").encode()


def _bytes_of_page(size: int) -> bytes:
    return b"<p>" + random.Random(1).randbytes(size)  # noqa: S311 - the same bytes each time


FILES = (
    Hostile("attributes", ".html", counting("<p", " a@=1", ">It fell.</p>"), 300_000, 300_000),
    Hostile(
        "attributes on many",
        ".html",
        between("", f"<p {' '.join(f'a{n}' for n in range(200))}>a", ""),
        15_000,
        90,
    ),
    Hostile("one long attribute", ".html", between('<p class="', "a ", '">It fell.</p>'), 9 * MEGA, 200_000),
    Hostile("one long style", ".html", between('<p style="', "a: b;", '">It fell.</p>'), 3 * MEGA, 200_000),
    Hostile("tags", ".html", between(_HEAD, "<p>a", ""), 290_000, 250),
    Hostile("tags in a crowd", ".html", between(_CROWDED, "<p>a</p>", ""), 140_000, 100),
    Hostile("long paragraphs in a crowd", ".html", between(_CROWDED, f"<p>{_WORDS}</p>", ""), 2_900, 15),
    Hostile("lists in a crowd", ".html", between(_CROWDED, f"<ul><li>{_WORDS}</ul>", ""), 2_900, 15),
    Hostile(
        "links in a crowd", ".html", between(_CROWDED, "<a href=x>more news of it</a> ", ""), 100_000, 350
    ),
    Hostile("deep blocks", ".html", nested("", "<div>", "It fell.", "</div>"), 5_000, 5_000),
    Hostile("deep but open", ".html", nested(_HEAD, "<div>", "It fell.", "</div>"), 2_000, 700),
    Hostile("deep with words", ".html", nested("", "<div>a ", "It fell.", " b</div>"), 2_000, 65),
    Hostile("open tags", ".html", repeating("<b>"), 800_000, 100_000),
    Hostile("open inline tags", ".html", between("<p>", "<i><b>a</i>", ""), 50_000, 1_000),
    Hostile(
        "tables in tables", ".html", nested("", "<table><tr><td>a<td>", "It fell.", "</table>"), 500, 120
    ),
    Hostile("square table", ".html", _table, 500, 20),
    Hostile(
        "wide spans",
        ".html",
        between(_HEAD, '<table><tr><td colspan="999999999">a<td>b</table>', ""),
        20_000,
        100,
    ),
    Hostile("one wide row", ".html", between(f"{_HEAD}<table><tr>", "<td>a", "</table>"), 250_000, 750),
    Hostile("list items", ".html", between(f"{_HEAD}<ul>", "<li>a", "</ul>"), 250_000, 250),
    Hostile("line breaks", ".html", between(f"{_HEAD}<p>", "<br>", ""), 250_000, 2_000),
    Hostile("words and breaks", ".html", between(f"{_HEAD}<p>", "It fell.<br>", ""), 100_000, 250),
    Hostile("double breaks", ".html", between(f"{_HEAD}<p>", "a<br><br>", ""), 100_000, 200),
    Hostile("entities", ".html", between("<p>", "&amp;", "</p>"), 3 * MEGA, 8_000),
    Hostile("numbered signs", ".html", between("<p>", "&#x10FFFD;", "</p>"), 1_500_000, 45_000),
    Hostile("wrong signs", ".html", between("<p>", "&#99999999999;", "</p>"), MEGA, 6_000),
    Hostile("endless comment", ".html", between(f"{_HEAD}<!--", "-- ", ""), 4 * MEGA, 200_000),
    Hostile("comments", ".html", between(_HEAD, "<!-- a -->", ""), 250_000, 5_500),
    Hostile("endless script", ".html", between(f"{_HEAD}<script>", "a<b;", ""), 4 * MEGA, 80_000),
    Hostile("plaintext", ".html", between("<plaintext>", "<p>", ""), 90_000, 3_000),
    Hostile(
        "declared entities",
        ".html",
        lambda n: (
            '<!DOCTYPE html [<!ENTITY a "lol">'
            + "".join(f'<!ENTITY a{k} "{"&a;" * 10}">' for k in range(n))
            + f"]><p>{_WORDS}&a9;"
        ).encode(),
        100,
        100,
    ),
    Hostile(
        "marks of notes",
        ".html",
        counting(_HEAD, '<sup><a href="#n@">1</a></sup><p id="n@">a</p>', ""),
        40_000,
        200,
    ),
    Hostile(
        "marks of one note",
        ".html",
        counting(f'{_HEAD}<p id="n">a</p>', '<sup><a href="#n">1</a></sup>', ""),
        60_000,
        800,
    ),
    Hostile(
        "notes with ways back",
        ".html",
        counting(f'{_HEAD}<div id="n">', '<a href="#m@">1</a>', '</div><sup><a href="#n">1</a></sup>'),
        90_000,
        1_000,
    ),
    Hostile(
        "notes in one holder",
        ".html",
        counting(
            f"{_HEAD}<div>",
            '<b id="n@">a</b>',
            "</div>" + "".join(f'<sup><a href="#n{n}">1</a></sup>' for n in range(2_000)),
        ),
        2_000,
        400,
    ),
    Hostile("raised words", ".html", nested("<p>a", "<sup>", "b", "</sup>"), 1_900, 700),
    Hostile("raised one by one", ".html", between("<p>a", "<sup>b</sup>", "</p>"), 140_000, 2_000),
    Hostile("struck", ".html", between("<p>a", "<s>b</s>", "</p>"), 140_000, 1_500),
    Hostile("hidden", ".html", between("<p>It fell.", "<i hidden>b</i>", "</p>"), 140_000, 2_500),
    Hostile("quoted", ".html", between("<p>", "<q>", "It fell."), 140_000, 3_000),
    Hostile("pictures", ".html", between(_HEAD, "<img alt=a>", ""), 250_000, 2_000),
    Hostile(
        "figures",
        ".html",
        between(_CROWDED, "<figure><img><figcaption>a</figcaption></figure>", ""),
        50_000,
        70,
    ),
    Hostile(
        "picture of data",
        ".html",
        between(f'{_HEAD}<img src="data:image/png;base64,', "QUJD", '">'),
        4 * MEGA,
        100_000,
    ),
    Hostile(
        "metadata", ".html", between("", '<meta name="author" content="Ann Poe">', _HEAD), 200_000, 1_500
    ),
    Hostile(
        "authors", ".html", counting(_HEAD, '<i rel="author" class="author">Ann Poe @</i>', ""), 80_000, 450
    ),
    Hostile("times", ".html", between(_HEAD, '<time datetime="2024-01-01">a</time>', ""), 80_000, 2_500),
    Hostile(
        "deep linked data",
        ".html",
        nested(f'{_HEAD}<script type="application/ld+json">', '{"@graph":[', "1", "]}", "</script>"),
        100_000,
        30_000,
    ),
    Hostile(
        "wide linked data",
        ".html",
        nested(
            f'{_HEAD}<script type="application/ld+json">',
            '{"@graph":[',
            ",".join(["{}"] * 5),
            "]}",
            "</script>",
        ),
        10,
        10,
    ),
    Hostile(
        "long number in linked data",
        ".html",
        between(f'{_HEAD}<script type="application/ld+json">{{"headline":', "9", "}</script>"),
        MEGA,
        100_000,
    ),
    Hostile("articles", ".html", between(_CROWDED, "<article>a</article>", ""), 90_000, 350),
    Hostile(
        "articles in articles", ".html", nested(_CROWDED, "<article>a", "It fell.", "</article>"), 1_900, 20
    ),
    Hostile("long title", ".html", between("<title>", "a", f"</title><p>{_WORDS}</p>"), 5 * MEGA, 150_000),
    Hostile("headings of a page", ".html", between(_HEAD, "<h2>The Harbour</h2>", ""), 100_000, 300),
    Hostile("bytes in a page", ".html", _bytes_of_page, 10 * MEGA, MEGA),
    Hostile("word of a page", ".html", between("<p>", "a", ""), 15 * MEGA, 300_000),
    Hostile("NULs", ".html", between("<p>a", "\0", "b"), 9 * MEGA, MEGA),
    Hostile("declared charsets", ".html", between("", "<meta charset=", ""), 200_000, 20_000),
)
