"""RTF as a stream of tokens, and what its words and character sets mean."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?"
    r"|\\'([0-9a-fA-F]{2})"
    r"|\\([^a-zA-Z'])"
    r"|([{}])"
    r"|([^\\{}]+)"
    r"|\\",
    re.DOTALL,
)

SIGNS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "emspace": "\u2003", "enspace": "\u2002",
    "qmspace": "\u2005", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "~": "\u00a0", "_": "\u2011", "-": "\u00ad", "{": "{", "}": "}", "\\": "\\", "page": "\n", "column": "\n",
    "zwj": "\u200d", "zwnj": "\u200c", "zwbo": "\u200b", "softline": "\n",
}  # fmt: skip
"""Control words and symbols that stand for a character."""

SILENT = frozenset(
    {
        "colortbl", "info", "pict", "objdata", "objclass", "objname", "fldinst", "header", "headerl",
        "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "ftnsep", "ftnsepc", "ftncn",
        "aftnsep", "aftnsepc", "aftncn", "listtable", "listoverridetable", "revtbl", "rsidtbl",
        "generator", "themedata", "colorschememapping", "datastore", "latentstyles", "xmlnstbl",
        "filetbl", "bkmkstart", "bkmkend", "xe", "tc", "tcn", "rxe", "private", "shprslt", "sp",
        "nonshppict", "nonesttables", "atnid", "atndate", "atntime", "atnref", "atrfstart", "atrfend",
        "template", "ffdeftext", "formfield", "datafield", "blipuid", "userprops", "docvar",
        "background", "mmathPr", "txe", "pnseclvl", "pntxta", "pntxtb",
    }
)  # fmt: skip
"""Groups that hold no words of the draft."""

_CHARSETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "cp936", 136: "cp950",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
    222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
_CODE_PAGES = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}


class Token(NamedTuple):
    """One token; exactly one of the fields says something."""

    word: str = ""
    """A control word or control symbol without its backslash."""
    number: int | None = None
    """The number behind a control word."""
    byte: int | None = None
    """A byte written as two hexadecimal digits."""
    brace: str = ""
    text: str = ""


def tokens(source: str) -> Iterator[Token]:
    """The tokens of RTF whose bytes were read as Latin-1, binary data left out."""
    position = 0
    while position < len(source):
        match = _TOKEN.match(source, position)
        if match is None:
            return
        position = match.end()
        word, number, byte, symbol, brace, text = match.groups()
        if word:
            value = int(number) if number else None
            if word == "bin":
                position += max(value or 0, 0)
            else:
                yield Token(word=word, number=value)
        elif byte:
            yield Token(byte=int(byte, 16))
        elif symbol:
            # A backslash before a line end is the old way to write \par.
            yield Token(word="par" if symbol in "\r\n" else symbol)
        elif brace:
            yield Token(brace=brace)
        elif text and (words := text.replace("\r", "").replace("\n", "")):
            yield Token(text=words)


def encoding_of_charset(charset: int | None, default: str) -> str:
    """The encoding of a font's character set."""
    return _CHARSETS.get(charset or 0, default)


def encoding_of_page(word: str, number: int | None) -> str:
    """The encoding that a word in the head of a file states; empty for any other word."""
    if word == "ansicpg" and number:
        return f"cp{number}"
    return _CODE_PAGES.get(word, "")


def decoded(data: bytes, encoding: str) -> str:
    """Bytes of text in an encoding that may be unknown or wrong."""
    try:
        return data.decode(encoding, "replace")
    except (LookupError, ValueError):
        return data.decode("cp1252", "replace")
