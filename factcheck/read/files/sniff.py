"""Which format bytes are in: by the name of the file, checked against what the bytes themselves show."""

import re
from pathlib import PurePath

from factcheck.errors import UnreadableDraft
from factcheck.read.files.encoding import binary
from factcheck.read.files.registry import FORMATS

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_BINARY = (b"\x89PNG", b"\xff\xd8\xff", b"\x1f\x8b", b"\xfd7zXZ")
"""Pictures and archives; the many others are told from text by their bytes."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_HEAD = 4096
_HTML = re.compile(rb"<(?:!doctype html|html|head|body)\b|<\?xml[^>]*>\s*<!doctype html", re.IGNORECASE)
_BOMS = b"\xef\xbb\xbf \t\r\n"
_MARKDOWN_LINE = re.compile(rb"^(?:#{1,6} \S|!\[[^\]\n]*\]\(|\[\^[^\]\n]+\]: |```)", re.MULTILINE)
_MARKDOWN_LINK = re.compile(rb"\[[^\]\n]{1,200}\]\([^)\s]{1,500}\)")
_KNOWN_STRANGERS = {
    ".doc": "an old Word document; open it in Word or LibreOffice and save it as DOCX",
    ".docm": "a Word document with macros; save it as DOCX",
    ".dotx": "a Word template; save it as DOCX",
    ".pages": "an Apple Pages document; export it as Word",
    ".epub": "a book; save the chapter as HTML or DOCX",
    ".xlsx": "a spreadsheet; save its text as DOCX or plain text",
    ".csv": "a table; save its text as DOCX or plain text",
    ".gdoc": "a link to a Google document; download the document as DOCX",
    ".wpd": "a WordPerfect document; save it as DOCX or RTF",
}


def format_of(data: bytes, shown: str, *, name: str, stated: str | None = None) -> str:
    """The name of the format, a key of `FORMATS`.

    What a file is goes before what it is called: an RTF file called `draft.doc` is read as RTF.

    Args:
        data: the file.
        shown: how to call it in an error.
        name: its file name, empty when it has none.
        stated: the format that a person states.

    Raises:
        UnreadableDraft: it is in no format that is read here; the message says which it is, as far as known.
    """
    if stated is not None:
        if stated not in FORMATS:
            raise UnreadableDraft(
                f"“{stated}” is not a format that is read; choose among {', '.join(FORMATS)}."
            )
        return stated
    suffix = PurePath(name).suffix.lower()
    by_name = next((known for known, facts in FORMATS.items() if suffix in facts.suffixes), "")
    _refuse_strangers(data, shown, suffix)
    shows = _shown_by(data)
    if shows:
        return shows
    if by_name in _CONTAINERS and not (by_name == "pdf" and b"%PDF-" in data[:_HEAD]):
        raise UnreadableDraft(
            f"{shown} is not the {_CONTAINERS[by_name]} that its name says; "
            "open it in the program that made it and save it again."
        )
    if by_name:
        return by_name
    if suffix and suffix[1:].isalnum():
        raise UnreadableDraft(
            f"{shown} is in a format that is not read here ({suffix}); save it as DOCX, HTML, Markdown or "
            "plain text, or name its format with --format."
        )
    return _text_format(data)


_CONTAINERS = {"docx": "Word document", "odt": "OpenDocument text", "pdf": "PDF", "rtf": "RTF document"}
"""Formats that bytes cannot be in without showing it."""


def _refuse_strangers(data: bytes, shown: str, suffix: str) -> None:
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise UnreadableDraft(
                f"{shown} is protected by a password; open it in Word and save a copy without the password."
            )
        raise UnreadableDraft(f"{shown} is {_KNOWN_STRANGERS['.doc']}.")
    if data.startswith(_BINARY):
        raise binary(shown)
    if suffix in _KNOWN_STRANGERS and (suffix != ".doc" or not _shown_by(data)):
        raise UnreadableDraft(f"{shown} is {_KNOWN_STRANGERS[suffix]}.")


def _shown_by(data: bytes) -> str:
    """The format that bytes show beyond doubt; empty for any kind of text but HTML with its head."""
    if data.startswith(_ZIP):
        # The first entry of an OpenDocument is its media type, uncompressed.
        return "odt" if b"mimetypeapplication/vnd.oasis.opendocument.text" in data[:_HEAD] else "docx"
    head = data[:_HEAD].lstrip(_BOMS)
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if head.startswith(b"%PDF-"):
        return "pdf"
    return ""


def _text_format(data: bytes) -> str:
    """The format of text without a telling name, such as standard input."""
    head = data[: 16 * _HEAD]
    if _HTML.match(head.lstrip(_BOMS)):
        return "html"
    if head.startswith((b"---\n", b"---\r\n")) or _MARKDOWN_LINE.search(head):
        return "markdown"
    return "markdown" if len(_MARKDOWN_LINK.findall(head)) > 1 else "text"
