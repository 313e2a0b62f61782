"""PDFs that are hostile: packed content, endless operators, loops of pages and forms, huge numbers."""

import zlib
from collections.abc import Callable, Mapping

from tests.read.hostile.table import MEGA, Hostile

_BLOCK = 1_000_000
"""Bytes that are packed at once."""
_FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
_WORDS = b"BT /F1 12 Tf 50 700 Td (It fell in 2019, she said.) Tj ET\n"


def _stream(content: bytes, entries: str = "") -> bytes:
    return f"<</Length {len(content)}{entries}>>stream\n".encode() + content + b"\nendstream"


def _packed(content: bytes) -> bytes:
    return _stream(zlib.compress(content, 9), "/Filter/FlateDecode")


def _deflated(unit: bytes, count: int) -> bytes:
    """So many units packed, as one packed block again and again: gigabytes are made in no time."""
    times = max(min(_BLOCK // len(unit), count), 1)
    block = unit * times
    packer = zlib.compressobj(9)
    # The first bytes are the head; behind a full flush a block knows nothing of what stands before it.
    head = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    again = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    low, high = 1, 0
    of_block = zlib.adler32(block)
    blocks = max(count // times, 1)
    for _ in range(blocks):
        low, high = (
            (low + (of_block & 0xFFFF) - 1) % 65_521,
            (high + (of_block >> 16) + len(block) * (low - 1)) % 65_521,
        )
    end = b"\x03\x00" + (high << 16 | low).to_bytes(4, "big")
    return head + again * (blocks - 1) + end


def _packed_units(unit: bytes, count: int, times: int = 1) -> bytes:
    """A stream of so many units, packed as often."""
    content = _deflated(unit, count)
    for _ in range(times - 1):
        content = zlib.compress(content, 9)
    return _stream(content, f"/Filter[{'/FlateDecode' * times}]")


def _pdf(objects: Mapping[int, bytes | str], trailer: str = "") -> bytes:
    out = bytearray(b"%PDF-1.5\n")
    places = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += (
            f"{number} 0 obj\n".encode() + (body.encode() if isinstance(body, str) else body) + b"\nendobj\n"
        )
    start = len(out)
    size = max(objects) + 1
    out += f"xref\n0 {size}\n0000000000 65535 f \n".encode()
    for number in range(1, size):
        out += f"{places.get(number, 0):010} 00000 {'n' if number in places else 'f'} \n".encode()
    out += f"trailer<</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF".encode()
    return bytes(out)


def _page(content: bytes, more: Mapping[int, bytes | str] | None = None, resources: str = "") -> bytes:
    return _pdf(
        {
            1: "<</Type/Catalog/Pages 2 0 R>>",
            2: "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 600 800]>>",
            3: f"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>{resources}>>>>",
            4: content,
            5: _FONT,
            **(more or {}),
        }
    )


def _operators(unit: bytes) -> Callable[[int], bytes]:
    return lambda count: _page(_packed_units(unit, count))


def _placed(count: int) -> bytes:
    """Words scattered over one page, each a box of its own."""
    words = (b"1 0 0 1 %d %d Tm (a%d) Tj\n" % (n * 37 % 590, n * 91 % 790, n) for n in range(count))
    return _page(_packed(b"BT /F1 6 Tf\n" + b"".join(words) + b"ET"))


def _forms(depth: int) -> bytes:
    """Forms each of which draws the next one ten times."""
    forms = {}
    for level in range(depth):
        draws = b"/X Do\n" * 10 if level < depth - 1 else _WORDS
        inner = f"/XObject<</X {11 + level} 0 R>>/Font<</F1 5 0 R>>"
        forms[10 + level] = _stream(
            draws, f"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<<{inner}>>"
        )
    return _page(_stream(b"/X Do"), forms, "/XObject<</X 10 0 R>>")


def _form_on_itself(_: int) -> bytes:
    form = _stream(
        b"/X Do /X Do", "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 10 0 R>>>>"
    )
    return _page(_stream(_WORDS + b"/X Do"), {10: form}, "/XObject<</X 10 0 R>>")


def _many_pages(count: int) -> bytes:
    """A few page objects listed again and again."""
    kids = "3 0 R " * count
    return _pdf(
        {
            1: "<</Type/Catalog/Pages 2 0 R>>",
            2: f"<</Type/Pages/Kids[{kids}]/Count {count}/MediaBox[0 0 600 800]>>",
            3: "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            4: _stream(_WORDS * 40),
            5: _FONT,
        }
    )


def _page_tree(depth: int) -> bytes:
    """A tree of pages in which each node lists the next one ten times."""
    nodes = {
        10 + level: f"<</Type/Pages/Kids[{f'{11 + level} 0 R ' * 10}]/Count 9/MediaBox[0 0 9 9]>>"
        for level in range(depth)
    }
    leaf = {10 + depth: "<</Type/Page/Contents 4 0 R>>", 4: _stream(_WORDS)}
    return _pdf({1: "<</Type/Catalog/Pages 10 0 R>>", **leaf, **nodes})


def _repeated_content(count: int) -> bytes:
    """One page whose content is the same large stream again and again."""
    base = _page(_stream(b""), {6: _packed_units(_WORDS, 200)})
    return base.replace(b"/Contents 4 0 R", b"/Contents[" + b"6 0 R " * count + b"]")


def _letters(count: int) -> bytes:
    """A font whose table of letters says that each code is a long text."""
    table = b"begincmap\n1 beginbfrange\n<0000><ffff><" + b"0061" * count + b">\nendbfrange\nendcmap"
    font = (
        "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[7 0 R]/ToUnicode 6 0 R>>"
    )
    system = "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    inner = f"<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo{system}>>"
    data = _page(
        _stream(b"BT /F1 12 Tf 50 700 Td <" + b"0041" * 5_000 + b"> Tj ET"), {6: _packed(table), 7: inner}
    )
    return data.replace(_FONT.encode(), font.encode().ljust(len(_FONT)))


def _xref_stream(size: int) -> bytes:
    body = _stream(
        _deflated(bytes(1), size), f"/Type/XRef/Size {size}/W[1 2 1]/Root 1 0 R/Filter/FlateDecode"
    )
    head = b"%PDF-1.5\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    return head + b"9 0 obj" + body + b"\nendobj\nstartxref\n%d\n%%%%EOF" % len(head)


def _object_stream(size: int) -> bytes:
    packed = _stream(_deflated(b" ", size), "/Type/ObjStm/N 1/First 5/Filter/FlateDecode")
    entries = b"".join([b"\0\0\0\0", b"\1\0\x09\0", b"\2\0\3\0"])
    head = b"%PDF-1.5\n"
    body = head + b"3 0 obj" + packed + b"\nendobj\n"
    table = _stream(entries, "/Type/XRef/Size 3/W[1 2 1]/Root 2 0 R")
    return body + b"9 0 obj" + table + b"\nendobj\nstartxref\n%d\n%%%%EOF" % len(body)


def _predicted(columns: int) -> bytes:
    entries = f"/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns {columns}>>"
    return _page(_stream(zlib.compress(b"\2" + _WORDS), entries))


def _lzw(count: int) -> bytes:
    """Codes that each stand for one letter more than the one before."""
    bits, codes = [], [256, 97]
    codes += [258 + n for n in range(min(count, 3_800))]
    for place, code in enumerate(codes):
        width = 9 if place < 255 else 10 if place < 766 else 11 if place < 1_790 else 12
        bits.append(f"{code:0{width}b}")
    packed = "".join(bits)
    data = int(packed.ljust(-(-len(packed) // 8) * 8, "0"), 2).to_bytes(-(-len(packed) // 8), "big")
    return _page(_stream(data, "/Filter/LZWDecode"))


def _loop_of_tables(_: int) -> bytes:
    return (
        _page(_stream(_WORDS)).replace(b"trailer<<", b"trailer<</Prev 9 ").replace(b"/Prev 9 ", b"/Prev 9 ")
    )


def _damaged(count: int) -> bytes:
    return _page(_packed(_WORDS * count)).replace(b"xref\n0", b"xxxx\n0").replace(b"startxref", b"startxxxx")


def _corrupted(size: int) -> bytes:
    """Packed content that breaks off with an error: readers then take it byte by byte."""
    packed = zlib.compress(b" " * size + _WORDS, 9)
    return _page(_stream(packed[:-40] + b"\xff" * 40, "/Filter/FlateDecode"))


def _scanned(count: int) -> bytes:
    """No table of objects: the file is searched for them, and each claims to be long."""
    return b"%PDF-1.4\n" + b"".join(b"%d 0 obj<</Length 99999999>>stream\n" % n for n in range(1, count))


FILES = (
    Hostile("2 GB of content", ".pdf", lambda n: _page(_packed_units(b" " * 1_000, n)), 2_000_000, 2_000_000),
    Hostile(
        "2 GB packed twice", ".pdf", lambda n: _page(_packed_units(b" " * 1_000, n, 2)), 2_000_000, 1_000
    ),
    Hostile("2 GB of words", ".pdf", _repeated_content, 160_000, 1),
    Hostile("operators", ".pdf", _operators(b"q Q\n"), 20 * MEGA, 10_000),
    Hostile("lines drawn", ".pdf", _operators(b"0 0 m 9 9 l S\n"), 5 * MEGA, 500),
    Hostile("saved states", ".pdf", _operators(b"q\n"), 20 * MEGA, 2_000),
    Hostile("operands", ".pdf", _operators(b"1 "), 40 * MEGA, 1_000),
    Hostile("open lists", ".pdf", _operators(b"["), 20 * MEGA, 2_000),
    Hostile("open tables of a PDF", ".pdf", _operators(b"<<"), 10 * MEGA, 1_000),
    Hostile("open text", ".pdf", _operators(b"("), 20 * MEGA, 1_000),
    Hostile("words of one page", ".pdf", lambda n: _page(_packed(_WORDS * n)), 200_000, 30),
    Hostile("scattered words", ".pdf", _placed, 20_000, 60),
    Hostile(
        "long text of a page",
        ".pdf",
        lambda n: _page(_packed(b"BT /F1 9 Tf (" + b"a" * n + b") Tj ET")),
        10 * MEGA,
        2_000,
    ),
    Hostile("pictures in line", ".pdf", _operators(b"BI /W 1 /H 1 ID a EI\n"), 3 * MEGA, 100),
    Hostile("forms in forms", ".pdf", _forms, 12, 2),
    Hostile("a form on itself", ".pdf", _form_on_itself, 1, 1),
    Hostile("many pages", ".pdf", _many_pages, 500_000, 30),
    Hostile("tree of pages", ".pdf", _page_tree, 12, 4),
    Hostile("endless letters", ".pdf", _letters, 200_000, 50),
    Hostile("table of nothing", ".pdf", _xref_stream, 400 * MEGA, 10_000),
    Hostile("objects of nothing", ".pdf", _object_stream, 1_500 * MEGA, 10_000),
    Hostile("wide rows", ".pdf", _predicted, 10**15, 10**15),
    Hostile("LZW", ".pdf", _lzw, 3_800, 500),
    Hostile("tables in a loop", ".pdf", _loop_of_tables, 1, 1),
    Hostile("no table of objects", ".pdf", _damaged, 50_000, 50),
    Hostile("corrupted content", ".pdf", _corrupted, 300 * MEGA, 10_000),
    Hostile("objects without end", ".pdf", _scanned, 400_000, 100),
    Hostile(
        "deep lists of a PDF",
        ".pdf",
        lambda n: _page(_stream(_WORDS)).replace(b"/Count 1", b"/Count 1/A" + b"[" * n),
        5 * MEGA,
        2_000,
    ),
    Hostile(
        "long numbers of a PDF",
        ".pdf",
        lambda n: _page(_stream(b"9" * n + b" 0 Td\n" + _WORDS)),
        5 * MEGA,
        5_000,
    ),
    Hostile(
        "huge box", ".pdf", lambda _: _page(_stream(_WORDS)).replace(b"[0 0 600 800]", b"[0 0 9e99 9]"), 1, 1
    ),
)
