"""Drafts made in code: small Word and OpenDocument packages, and short ways to look at an article."""

import io
import zipfile
from collections.abc import Mapping

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from factcheck.model import Article
from factcheck.read import read_bytes

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MORE = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{kind}:1.0"'
    for name, kind in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("style", "style"),
        ("svg", "svg-compatible"),
    )
)


def blocks(article: Article) -> list[tuple[str, int, str]]:
    """Kind, level and words of each block."""
    return [
        (block.kind.value, block.level, article.text[block.start : block.end]) for block in article.blocks
    ]


def lines(article: Article) -> list[str]:
    """The words of each block."""
    return [words for _, _, words in blocks(article)]


def assert_well_formed(article: Article) -> None:
    """Blocks are in order, apart, exact, on one line, and all the text there is."""
    assert "\n\n".join(lines(article)) == article.text
    end = -2
    for block in article.blocks:
        assert block.start == end + 2
        assert block.start < block.end <= len(article.text)
        words = article.text[block.start : block.end]
        assert words == words.strip()
        assert "\n" not in words
        end = block.end


def run(text: str, properties: str = "") -> str:
    """A `w:r` with text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    """A `w:p`."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def styled(text: str, style: str) -> str:
    """A paragraph in a style of the default template."""
    return paragraph(run(text), f'<w:pStyle w:val="{style}"/>')


def docx_of(body: str, notes: Mapping[str, str] | None = None, styles: str = "") -> bytes:
    """A Word document whose body is this XML, with more styles; notes are texts of footnotes by id."""
    document = docx.Document()
    for style in parse_xml(f"<w:styles {W}>{styles}</w:styles>"):
        document.styles.element.append(style)
    root = document.element.body
    section = root[-1]
    for child in list(root)[:-1]:
        root.remove(child)
    for child in parse_xml(f"<w:body {W} {MORE}>{body}</w:body>"):
        section.addprevious(child)
    if notes is not None:
        content = "".join(
            f'<w:footnote w:id="{name}">{paragraph(run(words))}</w:footnote>' for name, words in notes.items()
        )
        part = Part(
            PackURI("/word/footnotes.xml"),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
            f"<w:footnotes {W}>{content}</w:footnotes>".encode(),
            document.part.package,
        )
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def read_docx(body: str, notes: Mapping[str, str] | None = None) -> Article:
    """The article in a Word document with this body."""
    article = read_bytes(docx_of(body, notes), "draft.docx")
    assert_well_formed(article)
    return article


def repacked(package: bytes, parts: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A package with some parts replaced or added."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(stream, "w", compression) as new:
        for part in old.infolist():
            if part.filename not in parts:
                new.writestr(part, old.read(part))
        for name, content in parts.items():
            new.writestr(name, content)
    return stream.getvalue()


def odt_of(body: str, styles: str = "") -> bytes:
    """An OpenDocument text with this body and these automatic styles."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr(
            "content.xml",
            f'<office:document-content {ODF} xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
    return stream.getvalue()


def read_odt(body: str, styles: str = "") -> Article:
    """The article in an OpenDocument text with this body."""
    article = read_bytes(odt_of(body, styles), "draft.odt")
    assert_well_formed(article)
    return article


def read_text(text: str, name: str = "draft.txt") -> Article:
    """The article in a text file."""
    article = read_bytes(text.encode(), name)
    assert_well_formed(article)
    return article
