"""Bytes become text: which encoding is known, which is guessed, and what is no text at all."""

import codecs

import pytest

from factcheck.errors import UnreadableDraft
from factcheck.read.files.encoding import Decoded, decode

WORDS = "Café costs 5 €."
GARBLED = (
    "Some letters look garbled (such as “â€™” for an apostrophe): the file may have been saved in the wrong "
    "encoding before."
)


def refusal(data: bytes, encoding: str | None = None) -> str:
    """The sentence that refuses data; empty when it is text."""
    try:
        decode(data, "a.txt", encoding)
    except UnreadableDraft as refused:
        return str(refused)
    return ""


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (WORDS.encode(), "utf-8"),
        (codecs.BOM_UTF8 + WORDS.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"), "utf-16"),
        (codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"), "utf-16"),
        (codecs.BOM_UTF32_LE + WORDS.encode("utf-32-le"), "utf-32"),
        (codecs.BOM_UTF32_BE + WORDS.encode("utf-32-be"), "utf-32"),
        (WORDS.encode("utf-16-le"), "utf-16-le"),
        (WORDS.encode("utf-16-be"), "utf-16-be"),
        ("ab".encode("utf-16-le"), "utf-16-le"),
        ("ab".encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_unicode_is_known(data, encoding):
    text = "ab" if len(data) == 4 else WORDS
    assert decode(data, "a.txt") == Decoded(text, encoding)


def mixed(wide: int, share: int, order: str) -> bytes:
    """A hundred characters in UTF-16: so many without a NUL, so many with one on the other side."""
    return ("a" * (100 - wide - share) + "ж" * wide + "\u0400" * share).encode(order)


@pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_has_a_nul_in_many_characters_and_few_elsewhere(order):
    assert decode(mixed(59, 0, order), "a.txt").encoding == order
    assert decode(mixed(50, 4, order), "a.txt").encoding == order
    assert "is a binary file" in refusal(mixed(60, 0, order))
    assert "is a binary file" in refusal(mixed(50, 5, order))


def test_half_a_character_is_no_utf_16():
    assert "is a binary file" in refusal(WORDS.encode("utf-16-le") + b"x")
    assert "is a binary file" in refusal(b"a\0")
    assert "is a binary file" in refusal(b"a\0b")


def test_a_mark_that_lies_is_not_believed():
    assert decode(codecs.BOM_UTF16_LE + b"abc", "a.txt").encoding not in ("utf-16", "utf-8")


@pytest.mark.parametrize(
    ("encoding", "data"),
    [("UTF-8", WORDS.encode()), ("Windows-1252", WORDS.encode("cp1252")), ("utf-16", WORDS.encode("utf-16"))],
)
def test_a_stated_encoding_is_used_and_named_in_small_letters(encoding, data):
    assert decode(data, "a.txt", encoding) == Decoded(WORDS, encoding.lower())


def test_a_stated_encoding_that_is_unknown_or_wrong_is_told():
    assert refusal(b"a", "klingon") == (
        "“klingon” is not an encoding that is known here; try utf-8, utf-16 or windows-1252."
    )
    assert refusal(b"caf\xe9", "utf-8") == (
        "a.txt is not written in utf-8; leave the encoding out to have it found."
    )
    assert refusal(b"a", "utf-8\0")


def test_a_guess_says_that_it_is_one():
    text = "Der Bürgermeister sagte, die Brücke über den Fluß koste fünf Millionen. " * 4
    found = decode(text.encode("cp1252"), "a.txt")
    assert found.text == text
    assert found.remarks == (
        (
            f"The encoding is a guess: {found.encoding}. If letters look wrong, add the file again with "
            "--encoding."
        ),
    )


def test_an_encoding_is_guessed_by_the_first_letters_that_tell_it():
    text = "The harbour cost money. " * 12_000 + "Der Bürgermeister sagte, der Fluß koste Geld. " * 4
    assert decode(text.encode("cp1252"), "a.txt").text == text


@pytest.mark.parametrize(
    "text", ["Itâ€™s", "JosÃ©", "5Â°", "So â€œit isâ€\u009d", "Ã\u0080", "Ã\u00bf", "Â\u00a0"]
)
def test_garbled_letters_are_told(text):
    assert decode(text.encode(), "a.txt").remarks == (GARBLED,)


@pytest.mark.parametrize("text", ["Ãa", "â€", "Âa", "Âge", "São", "Ã\u00c0", "It’s"])
def test_letters_that_are_right_are_not(text):
    assert decode(text.encode(), "a.txt").remarks == ()


def test_what_has_more_than_one_control_in_twenty_is_binary():
    assert refusal(b"\x01" * 5 + b"a" * 95) == ""
    assert refusal(b"\x01" * 6 + b"a" * 94) == (
        "a.txt is a binary file, not a text; export the draft as DOCX, HTML or plain text."
    )
    assert refusal(b"\x7f" * 6 + b"a" * 94)
    assert refusal(b"\x1f" * 6 + b"a" * 94)


def test_spaces_line_ends_and_escapes_are_no_controls():
    assert refusal(b"\x08\x09\x0a\x0b\x0c\x0d\x1b a") == ""


@pytest.mark.parametrize("place", [0, 1, 300_000])
def test_one_nul_is_binary(place):
    data = b"a" * place + b"\0" + b"a" * 9
    assert "is a binary file" in refusal(data)
    assert "is a binary file" in refusal(data, "utf-8")


def test_what_is_in_no_encoding_is_told():
    assert refusal(bytes([0x81, 0x8D, 0x8F, 0x90, 0x9D, 0x01, 0x02] * 40))
