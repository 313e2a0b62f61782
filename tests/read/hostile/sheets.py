"""Sheets that are hostile: JSON, workbooks and CSV that name a great deal, or nest, or never end."""

import base64
import io
import zipfile
from collections.abc import Callable, Mapping

from tests.read.hostile.table import MEGA, Hostile, between, nested, repeating

_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_COUNTED = 'count="99999999999" uniqueCount="99999999999"'
_ENTITIES = '<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">'
_CLAIMS = ("Claim", "Finding", "Proposed text")


def _cell(place: str, words: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{words}</t></is></c>'


_START_ELSEWHERE = (
    f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="b" '
    f'Type="{_RELATIONS}/officeDocument" Target="other/workbook.xml"/></Relationships>'
)
_HEADINGS = "".join(_cell(f"{letter}1", words) for letter, words in zip("ABC", _CLAIMS, strict=True))


def _package(parts: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def _book(
    rows: str, more: str = "", sheets: int = 1, head: str = "", parts: Mapping[str, str] | None = None
) -> bytes:
    """A workbook whose sheet holds these rows, and the headings of a claim sheet above them."""
    listed = "".join(f'<sheet name="S{n}" sheetId="{n + 1}" r:id="r{n}"/>' for n in range(sheets))
    related = "".join(_relation(f"r{n}", "worksheet", "worksheets/sheet1.xml") for n in range(sheets))
    related += _relation("x", "sharedStrings", "sharedStrings.xml")
    kinds = '<Default Extension="xml" ContentType="application/xml"/>'
    book = f'xmlns="{_SHEET}" xmlns:r="{_RELATIONS}"'
    links = f'xmlns="{_PACKAGE}/relationships"'
    data = f'<sheetData><row r="1">{_HEADINGS}</row>{rows}</sheetData>'
    return _package(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">{kinds}</Types>',
            "_rels/.rels": f"<Relationships {links}>{_relation('b', 'officeDocument', 'xl/workbook.xml')}"
            "</Relationships>",
            "xl/workbook.xml": f"<workbook {book}><sheets>{listed}</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": f"<Relationships {links}>{related}</Relationships>",
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_SHEET}">{head}{data}{more}</worksheet>',
            **(parts or {}),
        }
    )


def _relation(name: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{name}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'


def _rows(count: int) -> str:
    return "".join(f'<row r="{n}">{_cell(f"A{n}", "C001")}</row>' for n in range(2, count))


def _open_sheet(rows: str) -> bytes:
    names = "urn:oasis:names:tc:opendocument:xmlns"
    declared = " ".join(f'xmlns:{name}="{names}:{name}:1.0"' for name in ("office", "table", "text"))
    head, tail = (
        f"<office:document-content {declared}><office:body>",
        "</office:body></office:document-content>",
    )
    sheet = f'<office:spreadsheet><table:table table:name="A">{rows}</table:table></office:spreadsheet>'
    return _package(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{names}:manifest:1.0"/>',
            "content.xml": f"{head}{sheet}{tail}",
        }
    )


def _open_cell(words: str, times: int = 1) -> str:
    head = f'<table:table-cell office:value-type="string" table:number-columns-repeated="{times}">'
    return f"{head}<text:p>{words}</text:p></table:table-cell>"


def _open_row(cells: str, times: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{times}">{cells}</table:table-row>'


_OPEN_HEADINGS = _open_row("".join(map(_open_cell, _CLAIMS)))
_NO_CELLS = '<table:table-cell table:number-columns-repeated="16384"/>'


def _opened(rows: Callable[[int], str]) -> Callable[[int], bytes]:
    return lambda count: _open_sheet(_OPEN_HEADINGS + rows(count))


def _far(place: str, row: str = "") -> Callable[[int], bytes]:
    number = row or "".join(filter(str.isdigit, place))
    return lambda _: _book(f'<row r="{number}">{_cell(place, "a")}</row>')


def _json(key: str) -> Callable[[int], bytes]:
    return lambda size: f'{{"schema_version":1,"{key}":{"9" * size}}}'.encode()


def _original(size: int) -> bytes:
    return b'{"draft":{"original":"' + base64.b64encode(bytes(size)) + b'"}}'


FILES = (
    Hostile("deep JSON", ".json", nested("", "[", "1", "]"), 10 * MEGA, 500_000),
    Hostile("deep objects", ".json", nested("", '{"a":', "1", "}"), 4 * MEGA, 400_000),
    Hostile("long number in JSON", ".json", _json("schema_version"), 10 * MEGA, MEGA),
    Hostile("long fraction in JSON", ".json", between('{"schema_version":1.', "1", "}"), 10 * MEGA, MEGA),
    Hostile("huge power in JSON", ".json", lambda n: b'{"schema_version":1e%d}' % n, 10**9, 10**9),
    Hostile("long text in JSON", ".json", between('{"article":{"title":"', "a", '"}}'), 50 * MEGA, 2_000_000),
    Hostile("long original in JSON", ".json", _original, 44 * MEGA, 1_000_000),
    Hostile("endless list in JSON", ".json", between('{"claims":[', "{},", "{}]}"), 10 * MEGA, 300_000),
    Hostile("endless keys in JSON", ".json", between("{", '"a":1,', '"b":1}'), 490_000, 7_000),
    Hostile("open brackets of JSON", ".json", repeating("{"), 60 * MEGA, 5 * MEGA),
    Hostile(
        "escapes in JSON", ".json", between('{"article":{"title":"', "\\u0061", '"}}'), 5 * MEGA, 500_000
    ),
    Hostile("used to the last cell", ".xlsx", _far("XFD1048576"), 1, 1),
    Hostile("used to the last row", ".xlsx", _far("A1048576"), 1, 1),
    Hostile("a row out of range", ".xlsx", _far("A999999999"), 1, 1),
    Hostile("a row beyond numbers", ".xlsx", _far("A4294967295"), 1, 1),
    Hostile("a row beyond all numbers", ".xlsx", _far(f"A{'9' * 30}"), 1, 1),
    Hostile("a column out of range", ".xlsx", _far("ZZZZZZ2"), 1, 1),
    Hostile(
        "a row without cells far away",
        ".xlsx",
        lambda _: _book('<row r="4000000000"><c><v>1</v></c></row>'),
        1,
        1,
    ),
    Hostile("a cell of no row", ".xlsx", _far("A0", "0"), 1, 1),
    Hostile(
        "a range that lies", ".xlsx", lambda _: _book(_rows(5), head='<dimension ref="A1:XFD1048576"/>'), 1, 1
    ),
    Hostile(
        "merged to the last cell",
        ".xlsx",
        lambda _: _book(_rows(5), '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
        1,
        1,
    ),
    Hostile("many rows", ".xlsx", lambda n: _book(_rows(n)), 99_999, 3_000),
    Hostile("many sheets", ".xlsx", lambda n: _book(_rows(5_000), sheets=n), 20, 3),
    Hostile(
        "one long cell",
        ".xlsx",
        lambda n: _book(f'<row r="2">{_cell("A2", "a" * n)}</row>'),
        90 * MEGA,
        20 * MEGA,
    ),
    Hostile(
        "a sheet in letters of another case",
        ".xlsx",
        lambda _: _far("A1048576")(1).replace(b"sheet1.xml", b"SHEET1.XML"),
        1,
        1,
    ),
    Hostile(
        "a book in another place",
        ".xlsx",
        lambda _: _book(_rows(5), parts={"_rels/.rels": _START_ELSEWHERE}),
        1,
        1,
    ),
    Hostile(
        "shared texts",
        ".xlsx",
        lambda n: _book(
            _rows(5), parts={"xl/sharedStrings.xml": f'<sst xmlns="{_SHEET}">{"<si/>" * n}</sst>'}
        ),
        19 * MEGA,
        20_000,
    ),
    Hostile(
        "shared text that is not there",
        ".xlsx",
        lambda _: _book('<row r="2"><c r="A2" t="s"><v>4000000000</v></c></row>'),
        1,
        1,
    ),
    Hostile(
        "counted shared text",
        ".xlsx",
        lambda _: _book(
            _rows(5),
            parts={"xl/sharedStrings.xml": f'<sst xmlns="{_SHEET}" {_COUNTED}><si><t>a</t></si></sst>'},
        ),
        1,
        1,
    ),
    Hostile(
        "shared text by reference",
        ".xlsx",
        lambda n: _book(
            "".join(f'<row r="{k}"><c r="A{k}" t="s"><v>0</v></c></row>' for k in range(2, 2_002)),
            parts={"xl/sharedStrings.xml": f'<sst xmlns="{_SHEET}"><si><t>{"a" * n}</t></si></sst>'},
        ),
        MEGA,
        200_000,
    ),
    Hostile(
        "entities of a workbook",
        ".xlsx",
        lambda _: _book(
            _rows(5),
            parts={"xl/sharedStrings.xml": f"<!DOCTYPE s [{_ENTITIES}]><sst><si><t>&b;</t></si></sst>"},
        ),
        1,
        1,
    ),
    Hostile(
        "bomb of a workbook", ".xlsx", lambda n: _book("<!-- " + " " * n + " -->"), 400 * MEGA, 5_000_000
    ),
    Hostile(
        "dates out of range",
        ".xlsx",
        lambda _: _book(
            '<row r="2"><c r="A2" t="d"><v>99999-99-99T00:00:00</v></c><c r="B2"><v>1e308</v></c></row>'
        ),
        1,
        1,
    ),
    Hostile(
        "repeated cells of a sheet",
        ".ods",
        _opened(lambda n: _open_row(_open_cell("a", n))),
        4_000_000_000,
        30_000_000,
    ),
    Hostile(
        "repeated rows of a sheet",
        ".ods",
        _opened(lambda n: _open_row(_open_cell("a"), n)),
        4_000_000_000,
        30_000_000,
    ),
    Hostile(
        "repeated empty rows",
        ".ods",
        _opened(lambda n: _open_row(_NO_CELLS, n) + _open_row(_open_cell("a"))),
        1_048_000,
        1_048_000,
    ),
    Hostile(
        "repeated rows and cells",
        ".ods",
        _opened(lambda n: _open_row(_open_cell("a", 9_999), 9_999) * n),
        100,
        1,
    ),
    Hostile(
        "spaces of a sheet",
        ".ods",
        _opened(lambda n: _open_row(_open_cell(f'a<text:s text:c="{n}"/>b'))),
        4_000_000_000,
        2_000_000_000,
    ),
    Hostile(
        "long text of repeated cells",
        ".ods",
        _opened(lambda n: _open_row(_open_cell("a" * n, 1_000), 1_000)),
        9 * MEGA,
        1_000,
    ),
    Hostile(
        "marks in a cell",
        ".ods",
        _opened(lambda n: _open_row(_open_cell("<text:a/>" * n))),
        1_490_000,
        20_000,
    ),
    Hostile("one field", ".csv", between('Claim,Finding,Proposed text\n"', "a", '",a,a'), 9 * MEGA, MEGA),
    Hostile(
        "one endless field", ".csv", between('Claim,Finding,Proposed text\n"', "a", ""), 90 * MEGA, 12 * MEGA
    ),
    Hostile(
        "columns",
        ".csv",
        lambda n: (
            b"Claim,Finding,Proposed text" + b"".join(b",c%d" % k for k in range(n)) + b"\n" + b"a," * n
        ),
        200_000,
        20_000,
    ),
    Hostile(
        "columns without a name",
        ".csv",
        lambda n: b"Claim,Finding,Proposed text" + b"," * n + b"\n" + b"a," * n,
        4 * MEGA,
        300_000,
    ),
    Hostile("rows", ".csv", between("Claim,Finding,Proposed text\n", "C001,a,b\n", ""), 99_999, 5_000),
    Hostile("empty rows", ".csv", between("Claim,Finding,Proposed text\n", "\n", ""), 50 * MEGA, 450_000),
    Hostile(
        "cells of nothing", ".csv", between("Claim,Finding,Proposed text\n", ",", ""), 40 * MEGA, 1_500_000
    ),
    Hostile(
        "quotation marks", ".csv", between("Claim,Finding,Proposed text\n", '"', ""), 40 * MEGA, 3 * MEGA
    ),
    Hostile(
        "long number of a claim",
        ".csv",
        between("Claim,Finding,Proposed text\nC", "9", ",a,b"),
        9 * MEGA,
        MEGA,
    ),
)
