"""Packages of XML: what is looked at in every part before a parser sees one, and the limits of each."""

import io
import zipfile

import pytest

from factcheck.errors import UnreadableDraft
from factcheck.read.office.package import opened_package

ENTITY = '<!DOCTYPE d [<!ENTITY x "aaaa">]>'
PLAIN = "<d>Words.</d>"


def package(parts: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A package of these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return stream.getvalue()


def refusal(data: bytes) -> str:
    """The sentence that refuses a package; empty when it is opened."""
    try:
        opened_package(data, "draft.docx", "Word document")
    except UnreadableDraft as refused:
        return str(refused)
    return ""


def declared(text: str, encoding: str, label: str | None = None) -> bytes:
    """XML in an encoding that it declares."""
    label = encoding if label is None else label
    return f'<?xml version="1.0" encoding="{label}"?>{text}'.encode(encoding)


@pytest.mark.parametrize("name", ["word/document.xml", "_rels/.rels", "PART.XML", "custom/any.bin"])
@pytest.mark.parametrize(
    "content",
    [
        ENTITY.encode(),
        b"\xef\xbb\xbf" + ENTITY.encode(),
        b" \n\t" + ENTITY.encode(),
        declared(ENTITY, "utf-8"),
        declared(ENTITY, "UTF-8"),
        declared(ENTITY, "ascii", "us-ascii"),
        declared("\n<!-- x -->" + ENTITY, "utf-8", "utf8"),
        declared(ENTITY, "utf-16"),
        declared(ENTITY, "utf-16-le", "utf-16"),
        declared(ENTITY, "utf-16-be", "utf-16"),
        b"\xff\xfe" + ENTITY.encode("utf-16-le"),
        b"\xfe\xff" + ENTITY.encode("utf-16-be"),
        ENTITY.encode("utf-16-le"),
        ENTITY.encode("utf-16-be"),
        b"<d/>" + b" " * 400 + ENTITY.encode(),
        b"\n" * 400 + ENTITY.encode(),
        b"\xff\xfe" + f" \n{ENTITY}".encode("utf-16-le"),
        b"\xfe\xff" + f" \n{ENTITY}".encode("utf-16-be"),
        b"\xff\xfe\x00\x00" + f" \n{ENTITY}".encode("utf-32-le"),
        b"\x00\x00\xfe\xff" + f" \n{ENTITY}".encode("utf-32-be"),
    ],
)
def test_declarations_of_entities_are_found_in_every_encoding(name, content):
    assert "entities" in refusal(package({name: content}))


@pytest.mark.parametrize(
    "encoding",
    ["utf-7", "utf-32", "utf-16-le", "cp037", "cp500", "iso-8859-1", "windows-1252", "cp1251", "x-none", ""],
)
def test_an_encoding_in_which_declarations_could_hide_is_refused(encoding):
    for content in (PLAIN, ENTITY):
        for mark in (b"", b"\xef\xbb\xbf", b" \n"):
            part = mark + declared(content, "ascii", encoding)
            assert "broken or no Word document" in refusal(package({"a.xml": part}))
    single = declared(PLAIN, "ascii", encoding).replace(b'"', b"'").replace(b"encoding=", b"encoding = ")
    assert "broken" in refusal(package({"a.xml": single}))


@pytest.mark.parametrize("name", ["word/document.xml", "_rels/.rels", "content.xml"])
@pytest.mark.parametrize(
    "hidden",
    [
        ENTITY.encode("utf-32-le"),
        ENTITY.encode("utf-32-be"),
        b"\xff\xfe\x00\x00" + ENTITY.encode("utf-32-le"),
        b"\x00\x00\xfe\xff" + ENTITY.encode("utf-32-be"),
        declared(ENTITY, "utf-32-be", "utf-8"),
        declared(ENTITY, "cp037"),
        declared(ENTITY, "cp037", "utf-8"),
        declared(ENTITY, "cp500", "utf-16"),
    ],
)
def test_declarations_in_wide_or_strange_letters_without_a_word_of_it_are_refused(name, hidden):
    assert refusal(package({name: hidden}))


@pytest.mark.parametrize(
    "content",
    [
        PLAIN.encode(),
        declared(PLAIN, "utf-8"),
        declared(PLAIN, "UTF-8"),
        declared(PLAIN, "utf-8", "utf8"),
        declared(PLAIN, "ascii"),
        declared(PLAIN, "ascii", "US-ASCII"),
        declared(PLAIN, "utf-16"),
        PLAIN.encode("utf-16"),
    ],
)
def test_plain_encodings_without_declarations_are_opened(content):
    assert refusal(package({"a.xml": content, "b.bin": content})) == ""


def test_what_is_called_xml_is_looked_at_whatever_it_begins_with():
    assert "entities" in refusal(package({"a.XML": b"x" + ENTITY.encode()}))
    assert refusal(package({"a.bin": b"x" + ENTITY.encode()})) == ""


def test_what_is_no_xml_may_hold_anything():
    picture = b"\x89PNG " + ENTITY.encode() + b"<" * 500_001
    assert refusal(package({"media/a.png": picture}, zipfile.ZIP_STORED)) == ""


@pytest.mark.parametrize(("tags", "opened"), [(500_000, True), (500_001, False)])
@pytest.mark.parametrize("name", ["a.xml", "a.bin"])
def test_one_part_has_at_most_500_000_tags(tags, opened, name):
    found = refusal(package({name: b"<a" * tags}, zipfile.ZIP_STORED))
    assert (found == "") is opened
    assert opened or "unpack to far more" in found


@pytest.mark.parametrize(("parts", "opened"), [(5_000, True), (5_001, False)])
def test_a_package_has_at_most_5_000_parts(parts, opened):
    found = refusal(package({f"{number}": b"" for number in range(parts)}, zipfile.ZIP_STORED))
    assert (found == "") is opened


def test_a_part_packed_tightly_is_refused_where_it_is_large():
    small, large = package({"a.bin": bytes(1_000_000)}), package({"a.bin": bytes(1_000_001)})
    assert refusal(small) == ""
    assert "unpack to far more" in refusal(large)
    loose = bytes(range(256)) * 8
    assert refusal(package({"a.bin": (loose + bytes(60_000)) * 18}, zipfile.ZIP_STORED)) == ""


def with_size(data: bytes, name: bytes, size: int) -> bytes:
    """The package with another size stated for a part in its directory."""
    changed = bytearray(data)
    place = data.rindex(name) - 46
    changed[place + 24 : place + 28] = size.to_bytes(4, "little")
    return bytes(changed)


def test_sizes_are_told_by_the_directory_before_anything_is_unpacked():
    stored = package({"a.xml": PLAIN.encode(), "b.bin": b"x" * 3_000_000}, zipfile.ZIP_STORED)
    assert "unpack to far more" in refusal(with_size(stored, b"b.bin", 200_000_001))
    assert "unpack to far more" in refusal(with_size(stored, b"b.bin", 300_000_100))


@pytest.mark.parametrize("kind", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_of_packing_are_refused(kind):
    assert "broken or no Word document" in refusal(package({"a.xml": PLAIN.encode()}, kind))


@pytest.mark.parametrize("locked", [0, 1])
def test_one_locked_part_locks_the_package(locked):
    data = package({"a.xml": PLAIN.encode(), "b.xml": PLAIN.encode()})
    places = [place for place in range(len(data)) if data[place : place + 4] == b"PK\x01\x02"]
    changed = bytearray(data)
    changed[places[locked] + 8] |= 1
    assert "password" in refusal(bytes(changed))
    changed[places[locked] + 8] ^= 3
    assert refusal(bytes(changed)) == ""


def test_a_damaged_part_is_called_broken():
    data = bytearray(package({"a.xml": PLAIN.encode() * 50}))
    data[len("a.xml") + 34] ^= 0xFF
    assert "broken or no Word document" in refusal(bytes(data))
    assert "broken or no Word document" in refusal(b"PK\x03\x04" + bytes(40))
    assert "broken or no Word document" in refusal(b"")
