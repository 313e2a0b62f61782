import codecs

import pytest

from factcheck.errors import UnreadableDraft
from factcheck.read import read_bytes

WORDS = "Café Müller cost “5 million” — said José, naïvely."
POLISH = (
    "Żółta łódź płynęła wzdłuż brzegu, a mieszkańcy miasteczka mówili, że takiej powodzi nie było od "
    "siedemdziesięciu lat. Burmistrz powiedział dziennikarzom, że odbudowa zajmie co najmniej trzy lata. "
) * 4


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode(),
        codecs.BOM_UTF8 + WORDS.encode(),
        WORDS.encode("utf-16"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
        WORDS.encode("utf-16-le"),
        WORDS.encode("utf-16-be"),
        WORDS.encode("utf-32"),
        codecs.BOM_UTF32_BE + WORDS.encode("utf-32-be"),
    ],
)
def test_unicode_is_known_with_and_without_a_mark(data):
    article = read_bytes(data, "draft.txt")
    assert article.text == WORDS
    assert article.remarks == ()


def test_a_guessed_encoding_is_named_in_a_remark():
    article = read_bytes(POLISH.encode("cp1250"), "draft.txt")
    assert article.text == POLISH.strip()
    assert article.encoding == "cp1250"
    assert any("guess: cp1250" in remark for remark in article.remarks)


def test_an_encoding_that_is_stated_goes_before_any_guess():
    article = read_bytes("Žlutý kůň.".encode("iso-8859-2"), "draft.txt", encoding="iso-8859-2")
    assert article.text == "Žlutý kůň."
    assert article.encoding == "iso-8859-2"


@pytest.mark.parametrize("encoding", ["no-such", "hex", "rot13", "utf-8", "idna", "undefined", "uu", "\0"])
def test_an_encoding_that_does_not_fit_is_one_sentence(encoding):
    with pytest.raises(UnreadableDraft):
        read_bytes(b"caf\xe9 words", "draft.txt", encoding=encoding)


def test_what_cannot_be_decoded_is_refused():
    with pytest.raises(UnreadableDraft):
        read_bytes(bytes([0x81, 0x8D, 0x8F, 0x90, 0x9D, 0x01, 0x02] * 40), "draft.txt")


def test_text_that_was_garbled_before_is_kept_and_said_so():
    article = read_bytes("It’s José’s".encode().decode("cp1252").encode(), "draft.txt")
    assert article.text == "Itâ€™s JosÃ©â€™s"
    assert any("garbled" in remark for remark in article.remarks)


def test_escape_sequences_in_a_text_do_not_make_it_binary():
    text = "The \x1b[31mred\x1b[0m harbour, \u202eright to left\u202c, [bold]=SUM(1)."
    assert read_bytes(text.encode(), "draft.txt").text == text


@pytest.mark.parametrize(
    "page",
    [
        '<meta charset="windows-1251"><p>Привет, мир.</p>'.encode("cp1251"),
        b'<?xml version="1.0" encoding="windows-1251"?><html><body><p>' + "Привет, мир.</p>".encode("cp1251"),
        '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r"><p>Привет, мир.'.encode(
            "koi8-r"
        ),
        '<meta charset="utf-8"><p>Привет, мир.'.encode("utf-16"),
    ],
)
def test_a_page_is_read_in_the_encoding_that_it_declares(page):
    assert read_bytes(page, "page.html").text == "Привет, мир."


def test_latin_1_on_a_page_means_what_browsers_mean():
    page = b'<meta charset="iso-8859-1"><p>\x93Never\x94, she said.'
    assert read_bytes(page, "page.html").text == "“Never”, she said."
