"""ZIP packages of XML (DOCX, ODT): opened only after nothing in them can hurt a parser."""

import io
import re
import zipfile
import zlib

from factcheck.errors import UnreadableDraft

_MOST_PARTS = 5_000
_MOST_BYTES = 200_000_000
"""Of all parts unpacked."""
_MOST_XML = 50_000_000
"""Of one XML part unpacked; a novel has a tenth of it."""
_MOST_TAGS = 500_000
"""In one XML part: 50 MB of empty paragraphs would take gigabytes as a tree."""
_MOST_RATIO = 100
_RATIO_COUNTS_FROM = 1_000_000
"""Smaller parts may be packed as tightly as they like."""
_XML_NAMES = (".xml", ".rels")
_XML_START = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<|\Z)|\A(?:\xff\xfe|\xfe\xff|\x00\x00\xfe\xff|<\x00|\x00<|\x00\x00\x00<)"
)
_EBCDIC_START = "<?xm".encode("cp037")
"""By these bytes a parser knows the letters of mainframes, in which nothing below would be found."""
_ENCODING = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)")
_PLAIN_ENCODINGS = frozenset({b"utf-8", b"utf8", b"us-ascii", b"ascii", b"utf-16"})
_DOCTYPES = tuple(
    "<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
)


def opened_package(data: bytes, shown: str, kind: str) -> zipfile.ZipFile:
    """The package in data, every part of it looked at.

    Args:
        data: the file.
        shown: how to call it in an error.
        kind: what it should be, such as “Word document”.

    Raises:
        UnreadableDraft: it is broken, locked, or made to exhaust memory or to fetch other files.
    """
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise broken(shown, kind) from None
    parts = package.infolist()
    if any(part.flag_bits & 0x1 for part in parts):
        raise UnreadableDraft(f"{shown} is protected by a password; save a copy without it.")
    if any(part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for part in parts):
        raise broken(shown, kind)
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_BYTES:
        raise _swollen(shown)
    for part in parts:
        _check_part(package, part, shown, kind)
    return package


def broken(shown: str, kind: str) -> UnreadableDraft:
    """The error for a package that cannot be unpacked or lacks its main part."""
    return UnreadableDraft(
        f"{shown} is broken or no {kind}; open it in the program that made it and save it again."
    )


def _check_part(package: zipfile.ZipFile, part: zipfile.ZipInfo, shown: str, kind: str) -> None:
    if part.file_size > _RATIO_COUNTS_FROM and part.file_size > _MOST_RATIO * max(part.compress_size, 1):
        raise _swollen(shown)
    try:
        with package.open(part) as stream:
            head = stream.read(256)
            if head.startswith(_EBCDIC_START):
                raise broken(shown, kind)
            if not (part.filename.lower().endswith(_XML_NAMES) or _XML_START.search(head)):
                return
            if part.file_size > _MOST_XML:
                raise _swollen(shown)
            content = head + stream.read()
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError):
        raise broken(shown, kind) from None
    encoding = _ENCODING.match(content)
    if encoding and encoding[1].lower() not in _PLAIN_ENCODINGS:
        raise broken(shown, kind)
    if any(mark in content for mark in _DOCTYPES):
        raise UnreadableDraft(
            f"{shown} holds declarations of entities, which no honest {kind} has; it was not opened."
        )
    if content.count(b"<") > _MOST_TAGS:
        raise _swollen(shown)


def _swollen(shown: str) -> UnreadableDraft:
    return UnreadableDraft(
        f"{shown} would unpack to far more than an article; save the text of the draft in a new file."
    )
