import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.vocabulary import SourceKind
from factcheck.model.pasted import likely_kind, source_from
from factcheck.text import named, safe, safe_line, web_link


@given(st.text(st.characters()))
def test_safe_text_has_the_same_length_and_no_control_characters(text):
    shown = safe(text)
    assert len(shown) == len(text)
    assert all(char in "\n\t" or char.isprintable() or ord(char) >= 0xA0 for char in shown)
    assert "\n" not in safe_line(text)


@pytest.mark.parametrize(
    "url", ["https://example.org/a?b=1#c", "http://example.org:8080/", "https://例え.jp/"]
)
def test_web_addresses_may_be_followed(url):
    assert web_link(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "", "javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "file:///etc/passwd",
        "-private-window", "https://user@host/", "https://", "http://a b/", "https://a\n.org", "https://\u202ea.org",
        "ftp://a.org", "https://a.org\\@b.org", "https://[1", "https://a:99999/",
    ],
)  # fmt: skip
def test_other_addresses_may_not(url):
    assert web_link(url) == ""


@pytest.mark.parametrize(
    ("pasted", "kind", "title", "url"),
    [
        (
            "https://www.reuters.com/world/2024/10/14/bridge-cost-rises-again.html",
            SourceKind.NEWS,
            "Bridge cost rises again",
            "https://www.reuters.com/world/2024/10/14/bridge-cost-rises-again.html",
        ),
        ("10.1000/xyz123", SourceKind.STUDY, "doi:10.1000/xyz123", "https://doi.org/10.1000/xyz123"),
        ("doi: 10.1000/xyz123", SourceKind.STUDY, "doi:10.1000/xyz123", "https://doi.org/10.1000/xyz123"),
        ("https://doi.org/10.1000/a.b", SourceKind.STUDY, "doi:10.1000/a.b", "https://doi.org/10.1000/a.b"),
        (
            "https://en.wikipedia.org/wiki/Long_Bridge",
            SourceKind.REFERENCE,
            "Long Bridge",
            "https://en.wikipedia.org/wiki/Long_Bridge",
        ),
        ("https://www.treasury.gov/", SourceKind.RECORD, "treasury.gov", "https://www.treasury.gov/"),
        ("https://stats.gov.au/x.csv", SourceKind.DATASET, "stats.gov.au", "https://stats.gov.au/x.csv"),
        ("https://youtu.be/abc", SourceKind.RECORDING, "youtu.be", "https://youtu.be/abc"),
        ("https://notreuters.com/", None, "notreuters.com", "https://notreuters.com/"),
        ("www.example.org/a", None, "example.org", "https://www.example.org/a"),
        ("Budget  2024,\nvolume 2", None, "Budget 2024, volume 2", ""),
        ("javascript:alert(1)", None, "javascript:alert(1)", ""),
    ],
)
def test_a_pasted_source_has_a_title_an_address_and_a_kind_to_offer(pasted, kind, title, url):
    source = source_from(pasted)
    assert (likely_kind(source.url), source.title, source.url) == (kind, title, url)
    assert source.kind is None  # nobody has said it


def test_a_pasted_archive_address_keeps_the_original_beside_it():
    source = source_from("https://web.archive.org/web/20240301000000/https://example.org/long-bridge-story")
    assert source.url == "https://example.org/long-bridge-story"
    assert source.archived_url.startswith("https://web.archive.org/")
    assert source.title == "Long bridge story"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_anything_pasted_gives_a_source_whose_address_may_be_followed(text):
    for pasted in (text, f"https://{text}", f"https://example.org/{text}"):
        url = source_from(pasted).url
        assert url == "" or web_link(url)


@pytest.mark.parametrize(
    ("title", "told"),
    [("Harbour", "“Harbour”"), ("“An eel”", "“An eel”"), ('"An eel"', '"An eel"'), ("“", "““”"), ("", "“”")],
)
def test_a_title_is_told_in_one_pair_of_quotation_marks(title, told):
    assert named(title) == told
