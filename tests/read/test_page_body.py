"""Which blocks of a crowded page are its article: what stands in it, among it, above it and beside it."""

import pytest
from lxml import html

from factcheck.read.web.html_blocks import walk
from factcheck.read.web.html_body import article_blocks, says_something

LONG = [
    f"In {year} the harbour had cost the town a good deal of money, he said, and nobody had asked for it."
    for year in range(2010, 2016)
]
MENU = "<nav><a href=x>News</a></nav>"
LINK = "<a href=x>"


def paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def kept(body: str, extracted: str = "", menu: str = MENU) -> list[str]:
    """The words of the blocks that are the article, where the extractor finds one in another page."""
    root = html.document_fromstring(f"<html><body>{menu}{body}</body></html>")
    blocks = walk(root.find("body")).blocks
    found = article_blocks(root, blocks, extracted)
    if len(found) < len(blocks):
        assert all(block.stated for block in found)
    return [" ".join(block.text.split()) for block in found]


def is_crowded(body: str) -> bool:
    """Whether the article has to be found on a page: all its blocks are what their tags say then."""
    root = html.document_fromstring(f"<html><body>{body}</body></html>")
    return all(block.stated for block in article_blocks(root, walk(root.find("body")).blocks, ""))


def test_a_page_of_nothing_but_the_draft_is_kept_whole():
    body = paragraphs(["a", "Share", "Related"]) + "<h2>b</h2>"
    assert kept(body, menu="") == ["a", "Share", "Related", "b"]
    assert not is_crowded(body)
    assert not is_crowded("<p>a</p><article><p>b</p></article><header>c</header><section>d</section>")


@pytest.mark.parametrize(
    "furniture", ["nav", "aside", "footer", "form", "button", "iframe", "input", "select", "dialog"]
)
def test_one_part_for_choosing_makes_a_page_crowded(furniture):
    assert is_crowded(f"<{furniture}></{furniture}><p>a</p>")


@pytest.mark.parametrize(
    ("body", "crowded"),
    [
        (f"<p>{LINK}abcd</a></p><p>efgh</p>", True),
        (f"<p>{LINK}abcd</a></p><p>efghi</p>", False),
        (f"<p>{LINK}abcde</a></p><p>efgh</p>", True),
        (f"<p>{LINK}a</a></p><p>efgh</p><p>{LINK}abcd</a></p>", True),
        (f"<p>efgh</p><sup><a href='#n'>1</a></sup><p id=n>{LINK}abcdefghi</a></p>", False),
    ],
)
def test_a_page_of_half_links_is_crowded_whatever_its_notes_are(body, crowded):
    assert is_crowded(body) is crowded


@pytest.mark.parametrize(
    "place", ["<div itemprop=articleBody>{}</div>", "<article>{}</article>", "<main>{}</main>",
              "<div role=main>{}</div>"]
)  # fmt: skip
def test_without_the_extractor_the_article_is_what_the_page_marks(place):
    body = f"<div><p>{LONG[4]}</p></div>{place.format(paragraphs(LONG[:3]))}<div><p>{LONG[5]}</p></div>"
    assert kept(body) == LONG[:3]


def test_the_more_telling_mark_goes_first_and_the_longest_of_one_kind():
    two = f"<article>{paragraphs(LONG[:2])}</article><article>{paragraphs(LONG[2:5])}</article>"
    assert kept(f"<main>{two}</main>") == LONG[2:5]
    assert kept(
        f"<main>{paragraphs(LONG[:3])}<div itemprop=articleBody>{paragraphs(LONG[3:5])}</div></main>"
    ) == [*LONG[3:5]]
    short = f"<article><p>{LONG[0]}</p></article>"
    assert kept(f"{short}<main>{paragraphs(LONG[1:3])}</main>") == LONG[1:3]


@pytest.mark.parametrize(("size", "found"), [(140, True), (139, False)])
def test_fewer_than_140_characters_are_hardly_the_article(size, found):
    text = "x" * (size - 2)
    body = f"<article><p>{text}y.</p></article><div><p>Elsewhere.</p></div>"
    assert kept(body) == ([f"{text}y."] if found else [f"{text}y.", "Elsewhere."])


def test_without_any_mark_all_is_kept_but_what_stands_beside():
    beside = "".join(f"<{tag}><p>no</p></{tag}>" for tag in ("aside", "footer"))
    roles = ["navigation", "search", "banner", "complementary", "contentinfo", "menu", "dialog"]
    beside += "".join(f"<div role={role}><p>no</p></div>" for role in roles)
    body = f"<p>{LONG[0]}</p>{beside}<form><p>{LONG[1]}</p></form><div role=x><p>{LONG[2]}</p></div>"
    assert kept(body) == LONG[:3]


def test_what_stands_beside_within_the_marked_article_goes_and_an_article_that_is_beside_itself_stays():
    body = f"<article>{paragraphs(LONG[:2])}<aside><p>{LONG[2]}</p></aside>{paragraphs(LONG[3:4])}</article>"
    assert kept(body) == [*LONG[:2], LONG[3]]
    assert kept(f"<div role=banner><article>{paragraphs(LONG[:2])}</article></div><p>x</p>") == LONG[:2]


def page(inner: str) -> str:
    return f"<div class=all><div class=body>{inner}</div></div>"


FOUND = f"<html><body><article>{paragraphs(LONG)}</article></body></html>"


@pytest.mark.parametrize(
    ("inner", "taken"),
    [
        ("<p>short</p>", True),
        ("<h2>Short</h2>", True),
        ("<ul><li>item</li></ul>", True),
        ("<figure><figcaption>caption</figcaption></figure>", True),
        ("<p>Share</p>", False),
        ("<p> Advertisement </p>", False),
        ("<h2>Related</h2>", True),
        ("<p>Read more about it</p>", False),
        ("<p>Reading more</p>", True),
        ("<h2>Sign up now</h2>", False),
        (f"<p>{LINK}abcd</a> def</p>", True),
        (f"<p>{LINK}abcd</a> de</p>", False),
        (f"<h2>{LINK}abcd</a></h2>", True),
        ("<aside><p>x</p></aside>", False),
        ("<div role=complementary><p>x</p></div>", False),
        ("<form><p>x</p></form>", True),
        *((f"<div class='{name}'><p>x</p></div>", False) for name in (
            "ad", "ads", "top-ad", "advert", "author-bio", "breadcrumb", "comments", "cookie",
            "related-links", "more-on", "most-read", "newsletter", "promo", "share", "sharing", "sidebar",
            "social",
            "sponsored", "subscribe", "tags", "teaser", "toolbar", "widget", "x_related", "RELATED")),
        *((f"<div class='{name}'><p>x</p></div>", True) for name in (
            "lead", "adds", "shared", "relation", "header", "stage")),
        ("<div id=share><p>x</p></div>", False),
        ("<p class=share>x</p>", False),
    ],
)  # fmt: skip
def test_what_stands_among_the_text_is_taken_unless_it_is_beside_it(inner, taken):
    body = page(paragraphs(LONG[:3]) + inner + paragraphs(LONG[3:]))
    found = kept(body, FOUND)
    assert [text for text in found if text in LONG] == LONG
    assert (len(found) == len(LONG) + 1) is taken


@pytest.mark.parametrize(
    ("inner", "taken"),
    [
        ("<p>one two three four five six seven eight</p>", True),
        ("<p>one two three four five six seven</p>", False),
        ("<h2>one two three four five</h2>", True),
        ("<h2>one two three four</h2>", False),
        ("<p class=dek>dek</p>", True),
        ("<blockquote>quote</blockquote>", True),
        ("<figure><figcaption>caption</figcaption></figure>", True),
        ("<p class=dek>Share</p>", False),
        (f"<h2>{LINK}one</a> two three four five</h2>", True),
        (f"<h2>{LINK}one two</a> three four five</h2>", False),
        (f"<p>{LINK}one two three</a> four five six seven eight</p>", False),
        (f"<p>{LINK}one two</a> three four five six seven eight</p>", True),
        ("<aside><p>one two three four five six seven eight</p></aside>", False),
        ("<div class=share><p>one two three four five six seven eight</p></div>", False),
    ],
)
def test_what_stands_above_the_text_is_taken_where_it_says_something(inner, taken):
    found = kept(page(inner + paragraphs(LONG)), FOUND)
    assert [text for text in found if text in LONG] == LONG
    assert (len(found) == len(LONG) + 1) is taken


def test_what_stands_outside_or_below_the_text_is_not_taken():
    words = "one two three four five six seven eight nine"
    body = f"<p>{words}</p><div>{paragraphs(LONG)}<p>{words} ten</p></div><p>{words} eleven</p>"
    assert kept(body, FOUND) == LONG
    caption = "<figure><figcaption>caption</figcaption></figure>"
    assert kept(f"{caption}<div>{paragraphs(LONG)}{caption}</div>", FOUND) == LONG


def test_notes_of_the_article_come_last_and_others_do_not_come():
    mark = "<sup><a href='#{0}'>{0}</a></sup>"
    body = page(f"<p>{LONG[0]}{mark.format(1)}</p>{paragraphs(LONG[1:])}<p id=1>A note.</p>")
    assert kept(body, FOUND) == [*LONG, "A note."]
    outside = page(f"<p>{LONG[0]}{mark.format(1)}</p>{paragraphs(LONG[1:])}") + "<p id=1>A note.</p>"
    assert kept(outside, FOUND) == LONG


def test_a_short_line_that_the_extractor_has_is_taken_and_others_are_not():
    text = FOUND.replace("</article>", "<p>A short end.</p></article>")
    assert kept(page(paragraphs([*LONG, "A short end.", "A short."])), text) == [*LONG, "A short end."]


def test_headings_and_links_at_the_end_and_repetitions_go():
    ending = f"<h2>More</h2><p>{LINK}abcdefghi</a></p><h3>Still more</h3>"
    text = FOUND.replace("</article>", f"{ending}</article>")
    assert kept(page(paragraphs(LONG) + ending), text) == LONG
    assert kept(f"<article>{paragraphs(LONG)}{ending}</article>") == LONG
    assert kept(f"<article>{paragraphs(LONG)}<h2>More</h2><p>Words.</p></article>") == [
        *LONG,
        "More",
        "Words.",
    ]
    less = f"<p>{LINK}abcd</a>e</p>"
    assert kept(f"<article>{paragraphs(LONG)}{less}</article>") == [*LONG, "abcde"]
    assert kept(f"<article>{paragraphs(LONG)}{less.replace('e<', '<')}</article>") == LONG
    assert kept(page(paragraphs([*LONG, LONG[0], "Short.", "Short.", LONG[1]])), FOUND)[: len(LONG)] == LONG
    twice = page(paragraphs([*LONG[:3], "Short.", LONG[0], "Short.", *LONG[3:]]))
    assert kept(twice, FOUND) == [*LONG[:3], "Short.", "Short.", *LONG[3:]]


@pytest.mark.parametrize(("letters", "times"), [(24, 2), (25, 1)])
def test_a_repetition_of_25_letters_is_no_chance_match(letters, times):
    text = "y" * letters
    found = kept(page(paragraphs([*LONG[:2], text, LONG[2], text, *LONG[3:]])), FOUND)
    assert found.count(text) == times


def test_a_block_says_something_by_its_words_and_kind():
    root = html.document_fromstring("<p>one two three four five six seven eight<p>Share<h2>a b c d e</h2>")
    said = [says_something(block) for block in walk(root).blocks]
    assert said == [True, False, True]
