"""The bytes of files that are packages of compressed parts, made readable."""

import io
import re
import zipfile

_SHOWN = re.compile(
    rb"/[A-Z]\w*\((?:[^\\()]|\\.)*\)"  # a property such as the language, not text
    rb"|/(f\d+) [\d.]+ Tf|\(((?:[^\\()]|\\.)*)\)|(ET)\b",
    re.DOTALL,
)
_ESCAPED = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_CONTROL = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_MAPPED = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>")


def readable_parts(data):
    """All that a file holds as one text: every part of a package or a PDF, or the file itself."""
    if data.startswith(b"%PDF"):
        return _readable_pdf(data)
    if not data.startswith(b"PK"):
        return data.decode("utf-8", "replace")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        return "\n".join(
            name + "\n" + package.read(name).decode("utf-8", "replace") for name in package.namelist()
        )


def _readable_pdf(data):
    """The bytes, every stream unpacked, in both ways that PDF writes text, and what the pages show."""
    import pypdf

    reader = pypdf.PdfReader(io.BytesIO(data))
    objects = (reader.get_object(number) for number in range(1, int(reader.trailer["/Size"])))
    streams = [found.get_data() for found in objects if isinstance(found, pypdf.generic.StreamObject)]
    texts = [
        part.decode(coding, "replace") for part in (data, *streams) for coding in ("latin-1", "utf-16-be")
    ]
    return "\n".join([*texts, *map(_shown, reader.pages)])


def _shown(page):
    """The text of a page as typst sets it: glyphs of two bytes, which each font maps to characters."""
    fonts = {name[1:].encode(): _mapping(font) for name, font in page["/Resources"]["/Font"].items()}
    mapping, said = {}, []
    for font, glyphs, end in _SHOWN.findall(page.get_contents().get_data()):
        mapping = fonts[font] if font else mapping
        plain = _ESCAPED.sub(_unescaped, glyphs)
        said += [mapping.get(plain[at : at + 2], "\ufffd") for at in range(0, len(plain), 2)]
        said += "\n" if end else ""
    return "".join(said)


def _mapping(font):
    table = font.get_object()["/ToUnicode"].get_data()
    found = {
        bytes.fromhex(code.decode()): bytes.fromhex(text.decode()) for code, text in _MAPPED.findall(table)
    }
    return {code: text.decode("utf-16-be") for code, text in found.items()}


def _unescaped(found):
    code = found[1]
    return bytes([int(code, 8)]) if code.isdigit() else _CONTROL.get(code, code)
