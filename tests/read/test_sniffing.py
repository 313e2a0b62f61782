"""Which format bytes are in: by what they show, by what the file is called, by what a person says."""

import pytest

from factcheck.errors import UnreadableDraft
from factcheck.read import FORMATS
from factcheck.read.files.sniff import format_of

ZIP = b"PK\x03\x04" + bytes(26)
ODT = ZIP + b"mimetypeapplication/vnd.oasis.opendocument.text"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(8)
RTF = b"{\\rtf1 Words.}"
PDF = b"%PDF-1.7\n"
WORDS = b"Some words."
PAGE = b"<!DOCTYPE html><p>Words."
PAD = 4096


def found(data: bytes, name: str = "", stated: str | None = None) -> str:
    """The format, or the sentence that says why there is none."""
    try:
        return format_of(data, name or "Standard input", name=name, stated=stated)
    except UnreadableDraft as refused:
        return str(refused)


@pytest.mark.parametrize("name", FORMATS)
def test_what_a_person_states_is_believed(name):
    assert found(WORDS, "a.xyz", name) == name
    assert found(OLE, "a.doc", name) == name


def test_a_format_that_is_none_is_told_with_those_that_are():
    assert found(WORDS, "a.txt", "word") == (
        "“word” is not a format that is read; choose among text, markdown, html, docx, odt, rtf, pdf."
    )
    assert found(WORDS, "a.txt", "").startswith("“” is not a format")


@pytest.mark.parametrize(
    ("suffix", "format_name"),
    [
        *((suffix, "text") for suffix in (".txt", ".text", ".asc", ".TXT")),
        *((suffix, "markdown") for suffix in (".md", ".markdown", ".mdown", ".mkd")),
        *((suffix, "html") for suffix in (".html", ".htm", ".xhtml")),
    ],
)
def test_text_is_what_its_name_says(suffix, format_name):
    for data in (WORDS, PAGE, b"# Title\n"):
        assert found(data, f"a{suffix}") == format_name


@pytest.mark.parametrize(
    ("data", "format_name"),
    [
        (ZIP, "docx"),
        (b"PK\x05\x06" + bytes(20), "docx"),
        (ODT, "odt"),
        (ZIP + bytes(PAD) + ODT[30:], "docx"),
        (RTF, "rtf"),
        (b"\xef\xbb\xbf \r\n\t" + RTF, "rtf"),
        (PDF, "pdf"),
        (b"\n" + PDF, "pdf"),
    ],
)
@pytest.mark.parametrize("name", ["", "a.txt", "a.docx", "a.pdf", "a.rtf", "a.xyz", "a"])
def test_what_bytes_show_goes_before_the_name(data, format_name, name):
    assert found(data, name) == format_name


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.docx", "the Word document"),
        ("a.odt", "the OpenDocument text"),
        ("a.pdf", "the PDF"),
        ("a.RTF", "the RTF document"),
    ],
)
def test_text_that_is_called_a_document_is_refused(name, kind):
    assert found(WORDS, name) == (
        f"{name} is not {kind} that its name says; open it in the program that made it and save it again."
    )


def test_a_pdf_may_begin_with_other_bytes():
    assert found(b"x" * (PAD - 5) + PDF, "a.pdf") == "pdf"
    assert "is not the PDF" in found(b"x" * (PAD - 4) + PDF, "a.pdf")
    assert "is not the RTF document" in found(b"x" + PDF, "a.rtf")
    assert found(b"x" + PDF, "a.txt") == "text"


STRANGERS = {
    "a.doc": "a.doc is an old Word document; open it in Word or LibreOffice and save it as DOCX.",
    "a.docm": "a.docm is a Word document with macros; save it as DOCX.",
    "a.dotx": "a.dotx is a Word template; save it as DOCX.",
    "a.pages": "a.pages is an Apple Pages document; export it as Word.",
    "a.epub": "a.epub is a book; save the chapter as HTML or DOCX.",
    "a.XLSX": "a.XLSX is a spreadsheet; save its text as DOCX or plain text.",
    "a.csv": "a.csv is a table; save its text as DOCX or plain text.",
    "a.gdoc": "a.gdoc is a link to a Google document; download the document as DOCX.",
    "a.wpd": "a.wpd is a WordPerfect document; save it as DOCX or RTF.",
}


@pytest.mark.parametrize("name", STRANGERS)
@pytest.mark.parametrize("data", [WORDS, ZIP])
def test_formats_that_are_not_read_are_called_what_they_are(name, data):
    if name == "a.doc" and data is ZIP:
        assert found(data, name) == "docx"
    else:
        assert found(data, name) == STRANGERS[name]


@pytest.mark.parametrize("name", ["a.doc", "a.docx", "a.txt", ""])
def test_old_word_documents_and_locked_ones_are_told_by_their_bytes(name):
    shown = name or "Standard input"
    assert found(OLE, name) == STRANGERS["a.doc"].replace("a.doc", shown)
    assert "password" in found(OLE + "EncryptedPackage".encode("utf-16-le"), name)


@pytest.mark.parametrize("head", [b"\x89PNG", b"\xff\xd8\xff", b"\x1f\x8b", b"\xfd7zXZ"])
@pytest.mark.parametrize("name", ["a.txt", "a.docx", "a.csv", ""])
def test_pictures_and_archives_are_binary(head, name):
    assert "is a binary file" in found(head + WORDS, name)


NOT_READ = (
    "{} is in a format that is not read here ({}); save it as DOCX, HTML, Markdown or plain text, or name "
    "its format with --format."
)


@pytest.mark.parametrize(
    ("name", "format_name"),
    [
        ("a.xyz", NOT_READ.format("a.xyz", ".xyz")),
        ("a.v2", NOT_READ.format("a.v2", ".v2")),
        ("a", "text"),
        ("a.", "text"),
        ("the end. Or not", "text"),
        (".hidden", "text"),
        ("", "text"),
    ],
)
def test_an_unknown_ending_is_refused_and_what_is_none_is_read(name, format_name):
    assert found(WORDS, name) == format_name


@pytest.mark.parametrize(
    ("data", "format_name"),
    [
        (b"<!doctype HTML><p>x", "html"),
        (b"<html lang=en>", "html"),
        (b"<head>", "html"),
        (b"\xef\xbb\xbf\n <body>", "html"),
        (b"<?xml version='1.0'?>\n<!DOCTYPE html>", "html"),
        (b"<htmlish>", "text"),
        (b"<p>Words.</p>", "text"),
        (b"Words <html>", "text"),
        (b"---\ntitle: x\n", "markdown"),
        (b"---\r\ntitle: x\n", "markdown"),
        (b"--- \ntitle: x\n", "text"),
        (b"----\n", "text"),
        (b"x\n# Title\n", "markdown"),
        (b"###### Title", "markdown"),
        (b"####### Title", "text"),
        (b"#Title", "text"),
        (b"x # Title", "text"),
        (b"x\n![a](b)", "markdown"),
        (b"x\n[^1]: note", "markdown"),
        (b"x\n```\n", "markdown"),
        (b"[a](b)", "text"),
        (b"[a](b) and [c](d)", "markdown"),
        (b"[a] (b) and [c](d)", "text"),
        (b"x" * (16 * PAD - 8) + b"\n# Title", "markdown"),
        (b"x" * (16 * PAD - 3) + b"\n# Title", "text"),
    ],
)
def test_text_without_a_telling_name_is_known_by_its_marks(data, format_name):
    assert found(data) == found(data, "draft") == format_name
