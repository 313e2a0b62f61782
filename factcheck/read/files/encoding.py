"""Bytes → text: byte order marks and UTF-8 are known, anything else is a guess that says so."""

import codecs
import re
from contextlib import suppress
from typing import NamedTuple

from factcheck.errors import UnreadableDraft

_SAMPLE = 256 * 1024
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = frozenset({*range(0x20), 0x7F} - {0x08, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1B})
_MOST_CONTROLS = 0.05
"""Share of control characters above which a file is taken for binary."""
_MOJIBAKE = re.compile("Ã[\u0080-\u00bf]|â€[\u0080-\u2122]|Â[\u00a0-\u00bf]")


class Decoded(NamedTuple):
    """Text, the encoding that it was read in, and what a person should know about it."""

    text: str
    encoding: str
    remarks: tuple[str, ...] = ()


def decode(data: bytes, name: str, encoding: str | None = None) -> Decoded:
    """The text in data.

    Args:
        data: the file.
        name: how to call it in an error.
        encoding: the encoding that a person or the file itself states; `None` finds it out.

    Raises:
        UnreadableDraft: the encoding is unknown or does not fit, or the file is no text.
    """
    found = _stated(data, name, encoding) if encoding else _found(data, name)
    _refuse_binary(found.text, name)
    if _MOJIBAKE.search(found.text):
        remark = (
            "Some letters look garbled (such as “â€™” for an apostrophe): the file may have been saved in "
            "the wrong encoding before."
        )
        return found._replace(remarks=(*found.remarks, remark))
    return found


def _stated(data: bytes, name: str, encoding: str) -> Decoded:
    try:
        text = data.decode(encoding)
    except LookupError:
        raise UnreadableDraft(
            f"“{encoding}” is not an encoding that is known here; try utf-8, utf-16 or windows-1252."
        ) from None
    except (ValueError, ArithmeticError):
        raise UnreadableDraft(
            f"{name} is not written in {encoding}; leave the encoding out to have it found."
        ) from None
    return Decoded(text, encoding.lower())


def _found(data: bytes, name: str) -> Decoded:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            with suppress(UnicodeDecodeError):
                return Decoded(data.decode(encoding), "utf-8" if encoding == "utf-8-sig" else encoding)
    for encoding in (_wide_encoding(data) or "utf-8", "utf-8"):
        with suppress(UnicodeDecodeError):
            return Decoded(data.decode(encoding), encoding)
    return _guessed(data, name)


def _wide_encoding(data: bytes) -> str:
    """UTF-16 without a mark shows by its NULs: every second byte of Latin text is one."""
    sample = data[:4096]
    half = len(sample) // 2
    if half < 2 or len(data) % 2:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    return ""


def _guessed(data: bytes, name: str) -> Decoded:
    if data.count(b"\0"):
        raise binary(name)
    from charset_normalizer import from_bytes  # 41 ms, and most files are UTF-8

    # What is no ASCII tells one encoding from another, and may stand anywhere in a long file.
    begin = max(len(data) - len(data.lstrip(bytes(range(0x80)))) - _SAMPLE // 2, 0)
    for guess in from_bytes(data[begin : begin + _SAMPLE]):
        with suppress(UnicodeDecodeError, LookupError):
            remark = (
                f"The encoding is a guess: {guess.encoding}. "
                "If letters look wrong, add the file again with --encoding."
            )
            return Decoded(data.decode(guess.encoding), guess.encoding, (remark,))
    raise UnreadableDraft(
        f"{name} is in no encoding that can be recognised; save it as UTF-8, or name its encoding with "
        "--encoding."
    )


def _refuse_binary(text: str, name: str) -> None:
    sample = text[:_SAMPLE]
    controls = sum(1 for character in sample if ord(character) in _CONTROLS)
    if "\0" in text or controls > _MOST_CONTROLS * len(sample):
        raise binary(name)


def binary(name: str) -> UnreadableDraft:
    """The error for a file that is no text and no document."""
    return UnreadableDraft(
        f"{name} is a binary file, not a text; export the draft as DOCX, HTML or plain text."
    )
