"""Lines of keys and values at the head of a draft: what they say, and when they are text instead."""

from datetime import date

import pytest

from db.vocabulary import BlockKind
from factcheck.read.reading import ReadBlock
from factcheck.read.text.frontmatter import FrontMatter, display, joined_names, parted, without_header

DAY = date(2024, 3, 12)


def front(*lines: str) -> FrontMatter:
    """What fenced lines say."""
    return parted("\n".join(["---", *lines, "---", "Words."]))


@pytest.mark.parametrize(
    ("key", "fact"),
    [
        *((key, "title") for key in ("title", "headline", "hed", "Title", "HED")),
        *((key, "dek") for key in ("dek", "subtitle", "standfirst", "deck", "subhead")),
        *((key, "byline") for key in ("author", "authors", "byline", "by", "writer")),
        *((key, "outlet") for key in ("outlet", "publication", "publisher", "site")),
        *((key, "language") for key in ("lang", "language")),
    ],
)
def test_every_key_says_its_fact(key, fact):
    assert front(f"{key}: Some Words") == FrontMatter(**{fact: "Some Words"}, text="Words.")


@pytest.mark.parametrize(
    "key",
    [
        "date", "published", "publishDate", "pubdate", "publish-date", "Date Published", "published_at",
        "publication date", "datePublished",
    ],
)  # fmt: skip
def test_every_key_of_a_date_says_the_day(key):
    assert front(f"{key}: 2024-03-12") == FrontMatter(published=DAY, text="Words.")


@pytest.mark.parametrize(
    ("lines", "facts"),
    [
        (["title: A", "headline: B"], {"title": "A"}),
        (["date: spring", "published: 2024-03-12"], {"published": DAY}),
        (["date: 2024-03-12", "published: 2023-01-01"], {"published": DAY}),
        (["author: By Jane Doe"], {"byline": "Jane Doe"}),
        (["authors: [Jane Doe, John Roe]"], {"byline": "Jane Doe and John Roe"}),
        (["authors: [Jane Doe, John Roe"], {"byline": "[Jane Doe, John Roe"}),
        (["authors:", "  - Jane Doe", "  - John Roe"], {"byline": "Jane Doe and John Roe"}),
        (["authors:", "- name: Jane Doe"], {"byline": "Jane Doe"}),
        (["title: A", "- b"], {"title": "A b"}),
        (["title: A long", "  title of it"], {"title": "A long title of it"}),
        (["title: |", "  A long", "\ttitle"], {"title": "A long title"}),
        (["title: >", "  A title"], {"title": "A title"}),
        (["title: >-", "  A title"], {"title": "A title"}),
        (["title: |-", "  A title"], {"title": "A title"}),
        (["title: [a, b]", "  c"], {"title": "a b"}),
        (["title: 'It''s so'"], {"title": "It's so"}),
        (['title: "So \\"it\\" is"'], {"title": 'So "it" is'}),
        (["title: \"A'"], {"title": "\"A'"}),
        (['title: "'], {"title": '"'}),
        (["title: A # a remark"], {"title": "A"}),
        (["title: A#1"], {"title": "A#1"}),
        (["title: 'A # kept'"], {"title": "A # kept"}),
        (["title: ''"], {}),
        (["title:"], {}),
        (["", "# a remark", "  # more", "title: A"], {"title": "A"}),
        (["tags:", "  - a", "title: A"], {"title": "A"}),
        (["title = A"], {"title": "A"}),
        (["title: A", "lang: en", "draft: yes"], {"title": "A", "language": "en"}),
    ],
)  # fmt: skip
def test_lines_between_fences_say_their_facts(lines, facts):
    assert front(*lines) == FrontMatter(**facts, text="Words.")


@pytest.mark.parametrize(
    "text",
    [
        "---\njust words\n---\nWords.",
        "---\n- item\n---\nWords.",
        "---\n  indented\n---\nWords.",
        "---\ntitle: A\nWords.",
        "+++\ntitle = A\n---\nWords.",
        "--- \ntitle: A\n+++\nWords.",
        "title: A\n\nWords.",
        "title: A\nWords go on.\n\nMore.",
        "title: A\nodd: B\n\nWords.",
        "title: A\nlang: en",
        "Words.",
        "",
    ],
)
def test_what_is_no_front_matter_stays_text(text):
    assert parted(text) == FrontMatter(text=text)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("---\ntitle: A\n---\nOne.\n\nTwo.", "One.\n\nTwo."),
        ("\n\n--- \ntitle: A\n...\nOne.", "One."),
        ("+++\ntitle = A\n+++\nOne.", "One."),
        ("title: A\nlang: en\n\nOne.\n\nTwo.", "\nOne.\n\nTwo."),
        ("\nTitle: A\nLang: en\n  \nOne.", "  \nOne."),
    ],
)
def test_the_text_begins_behind_the_front_matter(text, rest):
    found = parted(text)
    assert found.title == "A"
    assert found.text == rest


@pytest.mark.parametrize(("lines", "taken"), [(199, True), (200, False)])
def test_front_matter_has_an_end_within_200_lines(lines, taken):
    fenced = "---\n" + "title: A\n" * lines + "---\nWords."
    assert bool(parted(fenced).title) is taken
    bare = "title: A\nlang: en\n" + "site: B\n" * (lines - 2) + "\nWords."
    assert bool(parted(bare).title) is taken


@pytest.mark.parametrize(
    ("text", "rest", "day"),
    [
        ("date 2024-03-12 Words.", "Words.", DAY),
        ("  date\t2024-03-12\t Words.", "Words.", DAY),
        ("date 2024-03-12\nWords.", "\nWords.", DAY),
        ("date 2024-02-30 Words.", None, None),
        ("date 2024-03-12", None, None),
        ("dated 2024-03-12 Words.", None, None),
        ("Words date 2024-03-12 more.", None, None),
    ],
)
def test_a_date_at_the_very_beginning_is_taken_off(text, rest, day):
    assert without_header(text) == (text if rest is None else rest, day)


HEAD = ReadBlock(BlockKind.HEADING, "The Harbour", 1, stated=True)
DEK = ReadBlock(BlockKind.DEK, "How it sank", 0, stated=True)
OTHER = ReadBlock(BlockKind.PARAGRAPH, "Words.")


@pytest.mark.parametrize(
    ("title", "dek", "texts", "expected"),
    [
        ("", "", ["Words."], []),
        ("The Harbour", "", ["Words."], [HEAD]),
        ("", "How it sank", ["Words."], [DEK]),
        ("The Harbour", "How it sank", ["Words."], [HEAD, DEK]),
        ("The Harbour", "How it sank", ["The Harbour"], [DEK]),
        ("The Harbour", "How it sank", ["a", "How it sank"], [HEAD]),
        ("The Harbour", "", ["a", "b", "The Harbour"], []),
        ("The Harbour", "", ["a", "b", "c", "The Harbour"], [HEAD]),
        ("The Harbour", "", ["The  Harbour"], []),
    ],
)
def test_headline_and_dek_stand_above_a_text_that_does_not_begin_with_them(title, dek, texts, expected):
    blocks = [OTHER._replace(text=text) for text in texts]
    assert display(FrontMatter(title=title, dek=dek), blocks) == expected


@pytest.mark.parametrize(
    ("names", "joined"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "", "B", "C"], "A, B and C"),
        (["", "A"], "A"),
    ],
)
def test_names_are_joined_as_a_byline_has_them(names, joined):
    assert joined_names(names) == joined
