"""What makes a sheet safe to open: cells, markup, JSON, file names, and the write itself."""

import os
import re
import secrets
import stat
import unicodedata
from pathlib import Path

from db.files import part_of_desk
from factcheck.errors import FactcheckError, Refused

_FORMULA = frozenset("=+-@＝＋－＠")
_CONTROL_START = frozenset("\t\r\x00")


def _looks_like_formula(text: str) -> bool:
    bare = text.lstrip("'")
    return bare[:1] in _CONTROL_START or bare.lstrip(" \t\r\n\x00'\u00a0")[:1] in _FORMULA


def cell(text: str) -> str:
    """Text for a spreadsheet cell: what a program could take for a formula gets a leading apostrophe.

    `uncell` gives back exactly what went in.
    """
    return "'" + text if text and _looks_like_formula(text) else text


def uncell(text: str) -> str:
    """The text that `cell` was given."""
    return text[1:] if text.startswith("'") and _looks_like_formula(text[1:]) else text


def _markup_table() -> dict[int, str]:
    table = {code: chr(0x2400 + code) for code in range(0x20) if code not in (0x09, 0x0A)}
    overrides = range(0x202A, 0x202F)
    table.update(dict.fromkeys((0x7F, *range(0x80, 0xA0), *overrides, 0xFFFE, 0xFFFF), "\ufffd"))
    return table


_MARKUP = _markup_table()
_SURROGATES = re.compile("[\ud800-\udfff]")


def markup_text(text: str) -> str:
    r"""Text for HTML, XML and word processors, before escaping: no character that those formats forbid.

    As `factcheck.text.safe`, but the marks that right-to-left writing needs stay (the page isolates
    each text); embeddings and overrides, which can turn a whole line round, do not.
    """
    if text.isprintable():  # all that is replaced is not, and most text is
        return text
    return _SURROGATES.sub("\ufffd", text.translate(_MARKUP))


_RAW_IN_JSON = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def json_for_terminals(document: str) -> str:
    """A JSON document with the same content, in which no control or direction character stands raw.

    They can only occur inside strings, where the escaped form means the same.
    """
    return _RAW_IN_JSON.sub(lambda found: f"\\u{ord(found.group()):04x}", document)


_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])", re.IGNORECASE)
_LONGEST_NAME = 80


def file_name(name: str, suffix: str) -> str:
    """A plain file name from any text: letters and digits of every script, `-` and `_`, nothing else."""
    plain = "".join(
        char if char.isalnum() or char == "_" else "-" for char in unicodedata.normalize("NFKC", name)
    )
    plain = re.sub("-+", "-", plain).strip("-")
    plain = plain[:_LONGEST_NAME].encode()[: 2 * _LONGEST_NAME].decode(errors="ignore").strip("-")
    if not plain or _RESERVED.fullmatch(plain):
        plain = f"article-{plain}".rstrip("-")
    return plain + suffix


_USUAL, _PRIVATE = 0o666, 0o600
"""The rights of a new file, from which the system takes what its owner gives nobody."""


def write_file(
    path: Path,
    content: bytes,
    *,
    force: bool = False,
    database: Path | None = None,
    private: bool = False,
) -> None:
    """Write a whole file or none: beside its place under another name, then into place.

    Args:
        path: where the file shall stand.
        content: all of it.
        force: replace a file that stands there already.
        database: the one that is open; nothing is written over any of its files, nor over another database.
        private: only its owner may read it, also where it replaces a file that others could read.

    Raises:
        Refused: something stands there already, or the folder is missing or is not one; or a desk needs the
            file.
        FactcheckError: the file could not be written; nothing is left of it and the old one stands.
    """
    if what := part_of_desk(path, database):
        raise Refused(f"“{path}” is {what}; give another name")
    target = _target(path, force=force)
    beside = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        _write_beside(beside, content, _PRIVATE if private else _USUAL)
        if not private and target.exists():
            beside.chmod(stat.S_IMODE(target.stat().st_mode))
        _into_place(beside, target, force=force)
    except FileExistsError:
        raise Refused(_stands_there(path)) from None
    except OSError as fault:
        raise FactcheckError(
            f"“{path}” could not be written: {_said(fault)}; nothing was left behind"
        ) from None
    finally:
        beside.unlink(missing_ok=True)


def _said(fault: Exception) -> str:
    return (getattr(fault, "strerror", None) or str(fault)).lower()


def _stands_there(path: Path) -> str:
    return f"“{path}” exists already; give another name, or --force to replace it"


def _target(path: Path, *, force: bool) -> Path:
    """Where to write: the path itself, or with force what it links to."""
    try:
        target = path.resolve() if force else path
        if not target.parent.is_dir():
            raise Refused(f"there is no folder “{path.parent}” to write “{path.name}” into; make it first")
        mode = target.lstat().st_mode
    except FileNotFoundError:
        return target
    except (OSError, ValueError, RuntimeError) as fault:  # the last of a link that leads in a circle
        raise Refused(f"“{path}” cannot be written: {_said(fault)}") from None
    if stat.S_ISDIR(mode):
        raise Refused(f"“{path}” is a folder; give the name of a file in it")
    if not force:
        raise Refused(_stands_there(path))
    if not stat.S_ISREG(mode):
        raise Refused(f"“{path}” is not an ordinary file; use - to write to standard output")
    return target


def _write_beside(beside: Path, content: bytes, mode: int) -> None:
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _into_place(beside: Path, target: Path, *, force: bool) -> None:
    if force:
        beside.replace(target)
        return
    try:
        target.hardlink_to(beside)
    except FileExistsError:
        raise
    except OSError:
        # A file system without hard links (FAT, some network shares): the check and the
        # renaming are two steps there, as close together as they can be.
        if target.exists():
            raise FileExistsError from None
        beside.rename(target)
