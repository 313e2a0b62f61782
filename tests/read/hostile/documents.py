"""Word and OpenDocument packages that are hostile: packed bombs, deep and endless content, loops."""

import io
import zipfile
from collections.abc import Callable, Mapping

from tests.read.hostile.table import MEGA, Hostile
from tests.read.material import MORE, W, docx_of, odt_of, paragraph, repacked, run

_MAIN = "word/document.xml"
_FELL = paragraph(run("It fell."))
_PLAIN = docx_of(_FELL)


def _word(body: Callable[[int], str]) -> Callable[[int], bytes]:
    """A maker of Word documents with that body; put in unparsed, as no honest program would write it."""

    def make(count: int) -> bytes:
        content = f"<w:document {W} {MORE}><w:body>{body(count)}</w:body></w:document>"
        return repacked(_PLAIN, {_MAIN: content.encode()})

    return make


def _parts(parts: Callable[[int], Mapping[str, bytes]]) -> Callable[[int], bytes]:
    return lambda count: repacked(_PLAIN, parts(count))


def _open_document(body: Callable[[int], str], styles: str = "") -> Callable[[int], bytes]:
    return lambda count: odt_of(body(count), styles)


def _odt_part(content: Callable[[int], bytes]) -> Callable[[int], bytes]:
    return lambda count: repacked(odt_of("<text:p>a</text:p>"), {"content.xml": content(count)})


def _styles(count: int) -> bytes:
    made = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:name w:val="s{n}"/>'
        f'<w:basedOn w:val="s{(n + 1) % count}"/></w:style>'
        for n in range(count)
    )
    return f"<w:styles {W}>{made}</w:styles>".encode()


def _styled(count: int) -> bytes:
    body = paragraph(run("It fell."), '<w:pStyle w:val="s0"/>') * 300
    return repacked(
        _PLAIN,
        {
            _MAIN: f"<w:document {W}><w:body>{body}</w:body></w:document>".encode(),
            "word/styles.xml": _styles(count),
        },
    )


def _notes(count: int) -> bytes:
    marks = "".join(f'<w:r><w:footnoteReference w:id="{n}"/></w:r>' for n in range(count))
    return docx_of(paragraph(run("It fell.") + marks), {str(n): "a" for n in range(count)})


def _comments(count: int) -> str:
    edges = "".join(f'<w:commentRangeStart w:id="{n}"/>' for n in range(count))
    return paragraph(edges + run("a") * count)


def _packed_twice(count: int) -> bytes:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("zeros", bytes(count))
    return repacked(_PLAIN, {"media/inner.zip": inner.getvalue()}, zipfile.ZIP_STORED)


def _overlapping(count: int) -> bytes:
    """A package whose entries all lead to the same packed bytes."""
    data = bytearray(repacked(_PLAIN, {"word/media.xml": b"<a>" + b" " * 90_000 + b"</a>"}))
    at = data.rindex(b"PK\x01\x02")
    end = data.rindex(b"PK\x05\x06")
    entry = bytes(data[at:end])
    many = data[:end] + entry * count
    tail = bytearray(data[end:])
    total = int.from_bytes(tail[10:12], "little") + count
    size = int.from_bytes(tail[12:16], "little") + len(entry) * count
    tail[8:10] = tail[10:12] = min(total, 65_535).to_bytes(2, "little")
    tail[12:16] = size.to_bytes(4, "little")
    return bytes(many + tail)


def _cell(words: str) -> str:
    return f"<w:tc>{paragraph(run(words))}</w:tc>"


def _marked(attribute: str, count: int) -> str:
    """A paragraph with so many attributes, each with its number for `@`."""
    return f"<w:p{''.join(attribute.replace('@', str(n)) for n in range(count))}>{run('a')}</w:p>"


def _style(name: str, family: str, inner: str = "", base: str = "") -> str:
    head = f'style:name="{name}" style:family="{family}"' + (
        f' style:parent-style-name="{base}"' if base else ""
    )
    return f"<style:style {head}>{inner}</style:style>"


_OPEN_CELL = "<table:table-cell><text:p>a</text:p></table:table-cell>"
_STRUCK = '<text:span text:style-name="s">b</text:span>'
_MANY = 'repeated="999999999"'
_REPEATED = (
    f"<table:table-row table:number-rows-{_MANY}>"
    f"<table:table-cell table:number-columns-{_MANY}><text:p>a</text:p></table:table-cell>"
    f"{_OPEN_CELL}</table:table-row>"
)
_ROW = f"<w:tr>{_cell('a')}{_cell('b')}</w:tr>"
_LOL = "".join('<!ENTITY a@ "{}">'.replace("@", str(n + 1)).format(f"&a{n};" * 10) for n in range(9))

FILES = (
    Hostile("bomb of zeros", ".docx", _parts(lambda n: {"media/zeros.bin": bytes(n)}), 150 * MEGA, 5 * MEGA),
    Hostile(
        "bomb of spaces", ".docx", _parts(lambda n: {_MAIN: b"<a>" + b" " * n + b"</a>"}), 49 * MEGA, 5 * MEGA
    ),
    Hostile("bomb in a bomb", ".docx", _packed_twice, 50 * MEGA, 5 * MEGA),
    Hostile("entries on each other", ".docx", _overlapping, 4_000, 70),
    Hostile(
        "many parts", ".docx", _parts(lambda n: {f"media/{k}.xml": b"<a/>" for k in range(n)}), 60_000, 5_100
    ),
    Hostile(
        "entities of a document",
        ".docx",
        _parts(lambda _: {_MAIN: f'<!DOCTYPE d [<!ENTITY a0 "lol">{_LOL}]><d>&a9;</d>'.encode()}),
        1,
        1,
    ),
    Hostile("many tags", ".docx", _word(lambda n: "<w:p/>" * n), 499_000, 6_500),
    Hostile(
        "attributes of a paragraph",
        ".docx",
        _word(lambda n: _marked(' a@="1"', n)),
        300_000,
        300_000,
    ),
    Hostile(
        "namespaces",
        ".docx",
        _word(lambda n: _marked(' xmlns:a@="b@"', n)),
        100_000,
        35_000,
    ),
    Hostile(
        "one run of a document", ".docx", _word(lambda n: paragraph(run("word " * n))), 1_600_000, 400_000
    ),
    Hostile(
        "runs of one paragraph",
        ".docx",
        _word(lambda n: paragraph("<w:r><w:t>a </w:t></w:r>" * n)),
        120_000,
        2_000,
    ),
    Hostile(
        "struck runs", ".docx", _word(lambda n: _FELL + paragraph(run("a", "<w:strike/>") * n)), 80_000, 1_000
    ),
    Hostile(
        "paragraphs of a document", ".docx", _word(lambda n: paragraph(run("It fell.")) * n), 60_000, 200
    ),
    Hostile(
        "endless paragraph end",
        ".docx",
        _word(lambda n: paragraph(run("a "), "<w:rPr><w:del/></w:rPr>") * n),
        40_000,
        750,
    ),
    Hostile(
        "controls in controls",
        ".docx",
        _word(lambda n: "<w:sdt><w:sdtContent>" * n + _FELL + "</w:sdtContent></w:sdt>" * n),
        5_000,
        5_000,
    ),
    Hostile(
        "controls allowed in controls",
        ".docx",
        _word(lambda n: "<w:sdt><w:sdtContent>" * n + _FELL + "</w:sdtContent></w:sdt>" * n),
        120,
        120,
    ),
    Hostile(
        "tables in tables of a document",
        ".docx",
        _word(lambda n: "<w:tbl><w:tr><w:tc>" * n + _FELL + "</w:tc></w:tr></w:tbl>" * n),
        80,
        80,
    ),
    Hostile(
        "cells of one row",
        ".docx",
        _word(lambda n: f"<w:tbl><w:tr>{_cell('a') * n}</w:tr></w:tbl>"),
        50_000,
        600,
    ),
    Hostile(
        "rows of one table",
        ".docx",
        _word(lambda n: f"<w:tbl>{_ROW * n}</w:tbl>"),
        25_000,
        200,
    ),
    Hostile(
        "boxes in boxes",
        ".docx",
        _word(
            lambda n: (
                "<w:p><w:r><w:pict><w:txbxContent>" * n + _FELL + "</w:txbxContent></w:pict></w:r></w:p>" * n
            )
        ),
        60,
        60,
    ),
    Hostile("styles in a ring", ".docx", _styled, 5_000, 15),
    Hostile("a style on itself", ".docx", _styled, 1, 1),
    Hostile("footnotes of a document", ".docx", _notes, 20_000, 200),
    Hostile("open comments", ".docx", _word(_comments), 30_000, 750),
    Hostile(
        "symbols",
        ".docx",
        _word(lambda n: paragraph('<w:r><w:sym w:char="F0B7"/></w:r>' * n + run("a"))),
        100_000,
        1_500,
    ),
    Hostile(
        "long attribute of a document",
        ".docx",
        _word(lambda n: f'<w:p w:x="{"a" * n}">{run("a")}</w:p>'),
        9 * MEGA,
        MEGA,
    ),
    Hostile("signs by number", ".docx", _word(lambda n: paragraph(run("&#97;" * n))), 2 * MEGA, 35_000),
    Hostile(
        "repeated cells",
        ".odt",
        _open_document(lambda n: f"<table:table>{_REPEATED * n}</table:table>"),
        40_000,
        250,
    ),
    Hostile(
        "counted spaces",
        ".odt",
        _open_document(lambda n: "<text:p>a" + '<text:s text:c="99999999"/>' * n + "b</text:p>"),
        400_000,
        6_000,
    ),
    Hostile(
        "uncounted spaces",
        ".odt",
        _open_document(lambda n: "<text:p>a" + f'<text:s text:c="{"9" * 5_000}"/>' * n + "b</text:p>"),
        3_000,
        500,
    ),
    Hostile(
        "lists in lists",
        ".odt",
        _open_document(
            lambda n: (
                "<text:list><text:list-item>" * n + "<text:p>a</text:p>" + "</text:list-item></text:list>" * n
            )
        ),
        120,
        120,
    ),
    Hostile(
        "spans in spans",
        ".odt",
        _open_document(lambda n: "<text:p>" + "<text:span>" * n + "a" + "</text:span>" * n + "</text:p>"),
        5_000,
        5_000,
    ),
    Hostile(
        "struck spans",
        ".odt",
        _open_document(
            lambda n: f"<text:p>a{_STRUCK * n}</text:p>",
            _style("s", "text", '<style:text-properties style:text-line-through-style="solid"/>'),
        ),
        150_000,
        5_000,
    ),
    Hostile(
        "styles in a ring of a text",
        ".odt",
        _open_document(
            lambda n: '<text:p text:style-name="s0">It fell.</text:p>' * n,
            _style("s0", "paragraph", base="s1") + _style("s1", "paragraph", base="s0"),
        ),
        2_000,
        250,
    ),
    Hostile(
        "notes of a text",
        ".odt",
        _open_document(
            lambda n: (
                "<text:p>a"
                + "<text:note><text:note-body><text:p>b</text:p></text:note-body></text:note>" * n
                + "</text:p>"
            )
        ),
        60_000,
        400,
    ),
    Hostile(
        "notes in notes",
        ".odt",
        _open_document(
            lambda n: (
                "<text:p>a<text:note><text:note-body>" * n
                + "<text:p>b</text:p>"
                + "</text:note-body></text:note></text:p>" * n
            )
        ),
        60,
        60,
    ),
    Hostile(
        "comments of a text",
        ".odt",
        _open_document(
            lambda n: (
                "<text:p>a" + "<office:annotation><text:p>b</text:p></office:annotation>" * n + "</text:p>"
            )
        ),
        80_000,
        1_500,
    ),
    Hostile(
        "frames in frames",
        ".odt",
        _open_document(
            lambda n: (
                "<text:p>a<draw:frame><draw:text-box>" * n
                + "<text:p>b</text:p>"
                + "</draw:text-box></draw:frame></text:p>" * n
            )
        ),
        60,
        60,
    ),
    Hostile(
        "entities of a text",
        ".odt",
        _odt_part(lambda _: f'<!DOCTYPE d [<!ENTITY a0 "lol">{_LOL}]><d>&a9;</d>'.encode()),
        1,
        1,
    ),
    Hostile(
        "paragraphs of a text",
        ".odt",
        _open_document(lambda n: "<text:p>It fell.</text:p>" * n),
        150_000,
        350,
    ),
    Hostile(
        "cells of a text",
        ".odt",
        _open_document(
            lambda n: f"<table:table><table:table-row>{_OPEN_CELL * n}</table:table-row></table:table>"
        ),
        100_000,
        1_000,
    ),
)
