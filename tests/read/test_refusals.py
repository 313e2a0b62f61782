import io
import os
import zipfile
from pathlib import Path

import pytest

from factcheck.errors import UnreadableDraft
from factcheck.read import FORMATS, read_bytes, read_file
from factcheck.read.files.guard import LARGEST, refuse_size
from tests.read.material import W, docx_of, odt_of, paragraph, repacked, run

DOCX = docx_of(paragraph(run("The harbour sank.")))
DOCUMENT = "word/document.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def refusal(data: bytes, name: str, **options) -> str:
    """The one sentence that says why data is refused."""
    with pytest.raises(UnreadableDraft) as caught:
        read_bytes(data, name, **options)
    message = str(caught.value)
    assert "\n" not in message
    assert message.endswith(".")
    return message


def refused_file(path: Path) -> str:
    with pytest.raises(UnreadableDraft) as caught:
        read_file(path)
    return str(caught.value)


def test_a_missing_file_is_named(tmp_path):
    assert "There is no file" in refused_file(tmp_path / "none.txt")


def test_a_directory_is_named(tmp_path):
    assert "is a directory" in refused_file(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_of_somebody_else_is_named(tmp_path):
    path = tmp_path / "draft.txt"
    path.write_text("words")
    path.chmod(0)
    assert "may not be read" in refused_file(path)


@pytest.mark.parametrize("name", ["a\0b.txt", "x" * 300 + ".txt"])
def test_a_path_that_cannot_be_is_one_sentence(tmp_path, name):
    assert refused_file(tmp_path / name).endswith(".")


def test_a_device_or_a_pipe_is_refused_and_nobody_waits_for_it(tmp_path):
    assert "is a pipe or a device" in refused_file(Path("/dev/zero"))
    pipe = tmp_path / "draft.txt"
    os.mkfifo(pipe)
    assert "standard input" in refused_file(pipe)


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n"])
def test_an_empty_file_is_refused(data):
    assert "is empty" in refusal(data, "draft.txt")


def test_more_than_the_largest_size_is_refused_and_just_that_is_not():
    assert "larger than 20 MB" in refusal(b"a" * (LARGEST + 1), "draft.txt")
    refuse_size(b"a" * LARGEST, "draft.txt")


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n" + bytes(100), bytes(range(256)) * 8, b"words\0words"])
@pytest.mark.parametrize("name", ["draft.txt", "draft.md", "draft"])
def test_binary_data_is_refused(data, name):
    assert "binary" in refusal(data, name)


def test_an_unknown_format_is_refused_with_a_way_out():
    assert "(.xyz)" in refusal(b"words", "draft.xyz")
    assert "choose among" in refusal(b"words", "draft.txt", format="wordstar")


def test_a_spreadsheet_and_an_old_word_file_are_called_what_they_are():
    assert "spreadsheet" in refusal(b"PK\x03\x04", "table.xlsx")
    assert "old Word document" in refusal(OLE, "draft.doc")


def test_a_password_is_named():
    locked = OLE + "EncryptedPackage".encode("utf-16-le")
    assert "password" in refusal(locked, "draft.docx")
    data = bytearray(DOCX)
    with zipfile.ZipFile(io.BytesIO(DOCX)) as package:
        places = [data.index(b"PK\x01\x02")]
        for _ in package.infolist()[1:]:
            places.append(data.index(b"PK\x01\x02", places[-1] + 1))
    for place in places:
        data[place + 8] |= 1
    assert "password" in refusal(bytes(data), "draft.docx")


@pytest.mark.parametrize(
    "data",
    [
        DOCX[: len(DOCX) // 2],
        DOCX[:40],
        b"not a package at all",
        repacked(DOCX, {DOCUMENT: b"<w:document"}),
        repacked(DOCX, {DOCUMENT: b"\xff\xfe\x00"}),
        repacked(DOCX, {"[Content_Types].xml": b"<Types/>"}),
        repacked(DOCX, {"_rels/.rels": b"<Relationships/>"}),
        odt_of("<text:p>x</text:p>").replace(b"application/vnd.oasis", b"application/vnd.other"),
    ],
    ids=["half", "head", "text", "cut markup", "no text", "no types", "no relations", "other kind"],
)
def test_a_broken_word_document_is_one_sentence(data):
    assert "draft.docx" in refusal(data, "draft.docx")


def test_a_flipped_byte_in_a_part_is_one_sentence():
    data = bytearray(DOCX)
    place = data.index(b"word/document.xml") + 60
    data[place : place + 8] = b"\xff" * 8
    refusal(bytes(data), "draft.docx")


@pytest.mark.parametrize(
    "declaration",
    [
        b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>',
        b'<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><d>&b;</d>',
        '\ufeff<?xml version="1.0" encoding="utf-16"?><!DOCTYPE d []><d/>'.encode("utf-16-le"),
    ],
)
@pytest.mark.parametrize("part", [DOCUMENT, "word/styles.xml", "custom/any.bin"])
def test_a_package_that_declares_entities_is_not_opened(declaration, part):
    assert "entities" in refusal(repacked(DOCX, {part: declaration}), "draft.docx")


def test_entities_cannot_hide_in_a_strange_encoding():
    hidden = '<?xml version="1.0" encoding="utf-7"?><!DOCTYPE d []><d/>'.encode("utf-7")
    refusal(repacked(DOCX, {DOCUMENT: hidden}), "draft.docx")


@pytest.mark.parametrize("name", ["draft.docx", "draft.odt"])
def test_a_package_that_swells_is_refused_before_it_is_parsed(name):
    package = DOCX if name.endswith("docx") else odt_of("<text:p>x</text:p>")
    part = DOCUMENT if name.endswith("docx") else "content.xml"
    zeros = repacked(package, {"media/zeros.bin": bytes(30_000_000)})
    paragraphs = f"<w:document {W}><w:body>".encode() + b"<w:p/>" * 2_000_000
    stored = repacked(package, {part: paragraphs}, zipfile.ZIP_STORED)
    many = repacked(package, {f"media/{index}": b"" for index in range(5_001)})
    assert "unpack" in refusal(zeros, name)
    assert "unpack" in refusal(stored, name)
    assert "unpack" in refusal(many, name)


def test_a_size_that_lies_is_refused_as_broken():
    data = bytearray(repacked(DOCX, {"media/zeros.bin": bytes(900_000)}))
    place = data.rindex(b"media/zeros.bin") - 46
    data[place + 24 : place + 28] = (100).to_bytes(4, "little")
    assert "broken" in refusal(bytes(data), "draft.docx")


def test_rows_of_tags_and_depth_in_a_page_are_refused():
    assert "tags" in refusal(b"<p>" * 600_000, "page.html")
    assert "too deep" in refusal(b"<div>" * 5_000 + b"words" + b"</div>" * 5_000, "page.html")
    assert "too deep" in refusal(b"{\\rtf1 " + b"{" * 5_000 + b"words", "draft.rtf")


def test_deep_but_honest_pages_are_read():
    deep = b"<div>" * 900 + b"Some words." + b"</div>" * 900
    assert read_bytes(deep, "page.html").text == "Some words."


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_one_word_is_an_article(name):
    assert read_bytes(b"word", "draft", format=name).text == "word"


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"text", "markdown", "html"}))
def test_a_word_called_a_document_is_one_sentence(name):
    assert refusal(b"word", "draft", format=name)


@pytest.mark.parametrize("text", ["* * *", "---\ntitle: \n---\n", "<html><body><hr></body></html>"])
def test_a_file_without_a_word_is_refused(text):
    refusal(text.encode(), "draft.md")
