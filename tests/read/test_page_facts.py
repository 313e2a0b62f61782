"""What a page states about itself: from linked data, meta tags and marked places, the most trusted first."""

import json
from datetime import date

import pytest
from lxml import html

from factcheck.read.web.html_metadata import PageFacts, facts_in

DAY = date(2024, 3, 12)
LINKED = {"@type": "NewsArticle", "headline": "A", "author": {"name": "Jane Doe"},
          "datePublished": "2024-03-12", "publisher": {"name": "The Post"}, "inLanguage": "en"}  # fmt: skip
ALL = PageFacts("A", "Jane Doe", DAY, "The Post", "en")


def facts(head: str = "", body: str = "<p>x", attributes: str = "") -> PageFacts:
    return facts_in(
        html.document_fromstring(f"<html {attributes}><head>{head}</head><body>{body}</body></html>")
    )


def linked(data: object, kind: str = "application/ld+json") -> str:
    text = data if isinstance(data, str) else json.dumps(data)
    return f'<script type="{kind}">{text}</script>'


def deep(levels: int) -> object:
    data: object = LINKED
    for _ in range(levels):
        data = {"@graph": data}
    return data


@pytest.mark.parametrize(
    "head",
    [
        linked(LINKED),
        linked(LINKED, "Application/LD+JSON"),
        linked([LINKED]),
        linked([{"@type": "WebPage"}, LINKED]),
        linked({"@graph": [LINKED]}),
        linked({"@type": "WebPage", "mainEntity": LINKED}),
        linked({"mainEntityOfPage": LINKED}),
        linked({"itemListElement": [LINKED]}),
        linked(deep(12)),
        linked("[" * 12 + json.dumps(LINKED) + "]" * 12),
        linked("{") + linked(LINKED),
        linked("x", "text/javascript") + linked(LINKED),
        linked({"@type": "Organization"}) + linked(LINKED),
        linked("<![CDATA[" + json.dumps(LINKED) + "]]>"),
        linked("// x\n" + json.dumps(LINKED)),
        *(linked(LINKED | {"@type": kind})
          for kind in ("Article", "BlogPosting", "Report", "Review", ["Thing", "OpinionNewsArticle"])),
        linked(LINKED | {"headline": "", "name": "A"}),
        linked(LINKED | {"author": None, "creator": "Jane Doe"}),
        linked(LINKED | {"author": ["Jane Doe", {"name": "Jane Doe"}]}),
        linked(LINKED | {"author": [{"name": ["Jane Doe", "x"]}, [{"name": "No"}], {"name": []}, 5, "http://a.org"]}),
        linked(LINKED | {"author": "By Jane Doe"}),
        linked(LINKED | {"author": ["Jane Doe", "www.a.org", "jane@a.org"[4:], "x" * 121]}),
        linked(LINKED | {"publisher": [{"name": "The Post"}, {"name": "Other"}]}),
        linked(LINKED | {"headline": " <b>A</b> "}),
        linked(LINKED) + linked(LINKED | {"headline": "B"}),
    ],
)  # fmt: skip
def test_linked_data_of_an_article_states_all(head):
    found = facts(head)
    assert found == ALL


@pytest.mark.parametrize(
    "head",
    [
        linked(LINKED | {"@type": "Person"}),
        linked(LINKED | {"@type": None}),
        linked(LINKED | {"@type": "Articles"}),
        linked(LINKED, "text/json"),
        linked(deep(13)),
        linked("[" * 13 + json.dumps(LINKED) + "]" * 13),
        linked({"other": LINKED}),
        linked("5"),
        linked(""),
    ],
)
def test_other_data_states_nothing(head):
    assert facts(head) == PageFacts()


def test_what_is_no_text_states_nothing():
    assert facts(linked(dict.fromkeys(LINKED, 5) | {"@type": "Article"})) == PageFacts()


def meta(name: str, content: str, attribute: str = "name") -> str:
    return f'<meta {attribute}="{name}" content="{content}">'


@pytest.mark.parametrize(
    ("fact", "names"),
    [
        ("title", ["og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title",
                   "sailthru.title", "headline"]),
        ("byline", ["author", "article:author", "byl", "byline", "dc.creator", "dcterms.creator",
                    "parsely-author", "sailthru.author", "citation_author"]),
        ("outlet", ["og:site_name", "application-name", "dc.publisher", "dcterms.publisher",
                    "citation_journal_title"]),
    ],
)  # fmt: skip
def test_meta_tags_are_asked_in_their_order(fact, names):
    for place, name in enumerate(names):
        head = "".join(meta(other, f"Word {at}") for at, other in enumerate(names) if at >= place)
        assert getattr(facts(head), fact) == f"Word {place}"
        for attribute in ("property", "itemprop", "name"):
            assert getattr(facts(meta(name.upper(), "Word", attribute)), fact) == "Word"


def test_meta_tags_of_dates_and_languages():
    names = (
        "article:published_time og:published_time datepublished date dc.date dc.date.issued dcterms.date "
        "dcterms.issued dcterms.created parsely-pub-date sailthru.date pubdate publishdate publish-date "
        "publish_date published article.published published_time citation_publication_date citation_date"
    )
    for name in names.split():
        assert facts(meta(name, "2024-03-12T10:00:00Z")).published == DAY
    assert facts(meta("date", "spring") + meta("date", "2024-03-12")).published == DAY
    assert facts(meta("citation_date", "2023-01-01") + meta("date", "2024-03-12")).published == DAY
    for name in ("content-language", "language", "og:locale"):
        assert facts(meta(name, " en_GB ")).language == "en-GB"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (meta("author", "Jane Doe") + meta("author", "John Roe") + meta("author", "Jane Doe"),
         PageFacts(byline="Jane Doe and John Roe")),
        (meta("author", "http://a.org") + meta("byl", "By Jane Doe"), PageFacts(byline="Jane Doe")),
        (meta("author", "x" * 120), PageFacts(byline="x" * 120)),
        (meta("author", "x" * 121), PageFacts()),
        (meta("og:title", "A &amp;amp; &lt;i&gt;B&lt;/i&gt;"), PageFacts(title="A & B")),
        (meta("og:title", "") + meta("headline", "A"), PageFacts(title="A")),
        (meta("og:title twitter:title", "A"), PageFacts(title="A")),
        ("<title> A  B </title>", PageFacts(title="A B")),
        ("<title>B</title>" + meta("headline", "A"), PageFacts(title="A")),
        (linked(LINKED) + meta("og:title", "B") + meta("author", "Ann Poe") + meta("date", "2023-01-01")
         + meta("og:site_name", "The Mail") + meta("language", "de"), ALL),
    ],
)  # fmt: skip
def test_meta_tags_state_what_linked_data_does_not(head, expected):
    assert facts(head) == expected


def test_the_language_is_that_of_the_page_first():
    assert facts(linked(LINKED), attributes='lang="de_AT"').language == "de-AT"
    assert facts(linked(LINKED), attributes='xml:lang="de"').language == "de"
    assert facts(attributes='xml:lang="de" lang="fr"').language == "fr"


@pytest.mark.parametrize(
    ("body", "byline"),
    [
        ("<a rel=author>By Jane Doe</a>", "Jane Doe"),
        ("<i rel=author>Jane Doe</i><i rel=author>John Roe</i><i rel=author>Jane Doe</i>",
         "Jane Doe and John Roe"),
        ("<p itemprop=author>Writer: <b itemprop=name>Jane Doe</b></p>", "Jane Doe"),
        ("<p itemprop=author>Jane Doe</p>", "Jane Doe"),
        ("<p class='x byline'>By: Jane Doe</p>", "Jane Doe"),
        ("<p class='p-author'>Jane Doe</p>", "Jane Doe"),
        ("<p class=' author '>Jane Doe</p>", "Jane Doe"),
        ("<p class=authors>Jane Doe</p>", ""),
        ("<p class=byline> </p><p class=author>Jane Doe</p>", "Jane Doe"),
        ("<p class=author>Jane Doe</p><i rel=author>John Roe</i>", "John Roe"),
        ("".join(f"<p class=author>{name}</p>" for name in "ABCDE"), "A, B, C and D"),
        (f"<p class=author>{'x' * 121}</p>", ""),
    ],
)  # fmt: skip
def test_marked_places_of_the_page_state_the_byline_last(body, byline):
    assert facts("", body).byline == byline
    assert facts(meta("author", "Ann Poe"), body).byline == "Ann Poe"


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ("<time datetime='2024-03-12'>x</time>", DAY),
        ("<time>12 March 2024</time>", DAY),
        ("<time datetime='x'>12 March 2024</time>", DAY),
        ("<time datetime='2024-03-12'>2023-01-01</time>", DAY),
        ("<time>spring</time><time>12 March 2024</time>", DAY),
        ("<time>2023-01-01</time><time>2024-03-12</time>", None),
        ("<time>2024-03-12</time><time>2024-03-12</time>", DAY),
        ("<time>2023-01-01</time><time pubdate>2024-03-12</time>", DAY),
        ("<time>2023-01-01</time><time class=Published>2024-03-12</time>", DAY),
        ("<time>2023-01-01</time><time itemprop=datePublished>2024-03-12</time>", DAY),
        ("<time class=updated>2023-01-01</time><time>2024-03-12</time>", DAY),
        ("<time itemprop=dateModified>2023-01-01</time><time>2024-03-12</time>", DAY),
        ("<time class='published-edited' pubdate>2024-03-12</time>", None),
        ("<p>12 March 2024</p>", None),
    ],
)
def test_marked_times_of_the_page_state_the_date_last(body, day):
    assert facts("", body).published == day
    assert facts(meta("date", "2020-02-02"), body).published == date(2020, 2, 2)
