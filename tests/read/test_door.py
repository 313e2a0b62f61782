import subprocess
import sys
from datetime import date

import pytest

from factcheck.errors import UnreadableDraft
from factcheck.read import FORMATS, Overrides, read_bytes, read_file
from tests.read.material import docx_of, odt_of, paragraph, read_text, run

WORDS = "The harbour had cost the town a good deal of money."
RTF = f"{{\\rtf1 {WORDS}}}".encode()


@pytest.mark.parametrize(
    ("data", "format_name"),
    [
        (WORDS.encode(), "text"),
        (f"# Title\n\n{WORDS}".encode(), "markdown"),
        (f"---\ntitle: x\n---\n{WORDS}".encode(), "markdown"),
        (f"A [link](http://a.org) and [another](http://b.org). {WORDS}".encode(), "markdown"),
        (f"\n<!DOCTYPE html><p>{WORDS}".encode(), "html"),
        (f'<?xml version="1.0"?>\n<!DOCTYPE html><html><body><p>{WORDS}</p></body></html>'.encode(), "html"),
        (docx_of(paragraph(run(WORDS))), "docx"),
        (odt_of(f"<text:p>{WORDS}</text:p>"), "odt"),
        (RTF, "rtf"),
    ],
)
def test_the_format_of_standard_input_is_found_in_its_bytes(data, format_name):
    article = read_bytes(data, "-")
    assert article.format == format_name
    assert article.source_name == "-"
    assert WORDS in article.text


def test_what_a_file_is_goes_before_what_it_is_called():
    assert read_bytes(RTF, "draft.doc").format == "rtf"
    assert read_bytes(docx_of(paragraph(run(WORDS))), "draft.txt").format == "docx"
    assert read_bytes(odt_of(f"<text:p>{WORDS}</text:p>"), "draft.docx").format == "odt"


def test_a_stated_format_goes_before_all():
    assert read_bytes(f"# {WORDS}".encode(), "draft.md", format="text").text == f"# {WORDS}"


def test_markup_in_a_text_file_is_text():
    assert read_text(f"<b>{WORDS}</b> *so*").text == f"<b>{WORDS}</b> *so*"


@pytest.mark.parametrize("name", ["DRAFT.TXT", "draft.v2.Text", "draft", "my draft (2)"])
def test_names_are_read_as_people_write_them(tmp_path, name):
    path = tmp_path / name
    path.write_text(WORDS)
    assert read_file(path).source_name == name


def test_what_a_person_says_goes_before_what_the_file_says():
    says = Overrides("My title", "My outlet", "My byline", date(2020, 1, 2), "my-slug")
    data = b"---\ntitle: T\noutlet: O\nauthor: A\ndate: 2024-01-01\n---\nThe text."
    article = read_bytes(data, "draft.md", overrides=says)
    facts = (article.title, article.outlet, article.byline, article.published, article.slug)
    assert facts == tuple(says)
    assert article.text == read_bytes(data, "draft.md").text


def test_what_a_person_leaves_out_is_taken_from_the_file():
    article = read_bytes(b"---\ntitle: T\n---\nThe text.", "draft.md", overrides=Overrides(outlet="O"))
    assert (article.title, article.outlet) == ("T", "O")


def test_every_format_says_what_it_is():
    suffixes = [suffix for facts in FORMATS.values() for suffix in facts.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert all(suffix.startswith(".") for suffix in suffixes)
    assert all(facts.description for facts in FORMATS.values())
    assert {name for name, facts in FORMATS.items() if facts.extra} == {"pdf"}


def test_a_parser_that_gives_up_is_one_sentence(monkeypatch):
    from factcheck.read.text import plain

    def fail(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(plain, "read", fail)
    with pytest.raises(UnreadableDraft, match="seems to be broken"):
        read_bytes(WORDS.encode(), "draft.txt")


def test_reading_plain_text_imports_no_heavy_library():
    script = (
        "import sys; from factcheck.read import read_bytes; read_bytes(b'Some words.', 'a.txt'); "
        "print({'docx', 'trafilatura', 'pdfminer', 'lxml', 'pyromark'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
