"""The formats that are read: the one table of their names, suffixes, readers and extras."""

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple, cast

from factcheck.read.reading import Reading

Reader = Callable[[bytes, str, str | None], Reading]
"""Data, the name to call it in an error, and the encoding that a person states → what was found in it."""


class Format(NamedTuple):
    """One format that is read."""

    suffixes: tuple[str, ...]
    """File name endings, lower case, with the dot."""
    description: str
    """What it is, in a few words."""
    extra: str
    """The extra of the distribution that brings its library; empty when it always works."""
    module: str
    """The module whose `read` reads it."""


FORMATS: dict[str, Format] = {
    "text": Format((".txt", ".text", ".asc"), "plain text in any encoding", "", "text.plain"),
    "markdown": Format((".md", ".markdown", ".mdown", ".mkd"), "Markdown, with front matter", "", "markdown"),
    "html": Format((".html", ".htm", ".xhtml"), "a web page or an HTML export", "", "web.html"),
    "docx": Format((".docx",), "a Word document", "", "office.docx"),
    "odt": Format((".odt",), "an OpenDocument text (LibreOffice)", "", "office.odt"),
    "rtf": Format((".rtf",), "rich text (RTF)", "", "office.rtf"),
    "pdf": Format((".pdf",), "a PDF, as best as its layout allows", "pdf-in", "pages.pdf"),
}


def reader(name: str) -> Reader:
    """The reader of a format; its module, and with it any heavy library, is imported only now."""
    module = import_module(f"factcheck.read.{FORMATS[name].module}")
    return cast("Reader", module.read)
