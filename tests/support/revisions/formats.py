"""The blocks of an article written as other formats would hold them, plainly: to be read again."""

import html
import io
import re

import docx

from db.vocabulary import BlockKind
from factcheck.model import Article

_TAGS = {
    BlockKind.PARAGRAPH: "p",
    BlockKind.DEK: "p",
    BlockKind.LIST_ITEM: "li",
    BlockKind.QUOTATION: "blockquote",
    BlockKind.CAPTION: "p",
    BlockKind.FOOTNOTE: "p",
}
_STYLES = {BlockKind.LIST_ITEM: "List Bullet", BlockKind.QUOTATION: "Quote", BlockKind.CAPTION: "Caption"}


def as_markdown(article: Article) -> bytes:
    """The article in Markdown."""
    lines = []
    for block in article.blocks:
        words = re.sub(r"([\\*_\[\]<>#`|~])", r"\\\1", article.text[block.start : block.end])
        mark = {BlockKind.LIST_ITEM: "- ", BlockKind.QUOTATION: "> "}.get(block.kind, "")
        mark = "#" * max(1, block.level) + " " if block.kind is BlockKind.HEADING else mark
        lines.append(mark + words)
    return "\n\n".join(lines).encode()


def as_html(article: Article) -> bytes:
    """The article as a web page."""
    parts = []
    for block in article.blocks:
        words = html.escape(article.text[block.start : block.end], quote=False)
        heading = block.kind is BlockKind.HEADING
        tag = f"h{max(1, block.level)}" if heading else _TAGS[block.kind]
        piece = f"<{tag}>{words}</{tag}>"
        parts.append(f"<ul>{piece}</ul>" if tag == "li" else piece)
    body = "\n".join(parts)
    head = f"<meta charset='utf-8'><title>{html.escape(article.title)}</title>"
    return f"<!doctype html><html><head>{head}</head><body><article>{body}</article></body></html>".encode()


def as_docx(article: Article) -> bytes:
    """The article as a Word file."""
    document = docx.Document()
    for block in article.blocks:
        words = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", article.text[block.start : block.end])
        if block.kind is BlockKind.HEADING:
            document.add_heading(words, max(1, block.level))
        else:
            document.add_paragraph(words, style=_STYLES.get(block.kind))
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


WRITERS = {
    "markdown": (as_markdown, "draft.md"),
    "html": (as_html, "draft.html"),
    "docx": (as_docx, "draft.docx"),
}
"""By format: how it is written, and a file name that says so."""
