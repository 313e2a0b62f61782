"""Elements of an OpenDocument text one by one: what becomes a block, a note, a remark."""

import pytest

from factcheck.read.office.odt import read as read_odt
from factcheck.read.reading import Reading
from tests.read.material import odt_of, repacked

STYLES = "".join(
    f'<style:style style:name="{name}" style:family="{family}" {more}>'
    f"<style:text-properties {properties}/></style:style>"
    for name, family, more, properties in (
        ("P1", "paragraph", 'style:parent-style-name="Quotations"', ""),
        ("P2", "paragraph", 'style:parent-style-name="P1"', ""),
        ("P3", "paragraph", 'style:default-outline-level="4"', ""),
        ("P4", "paragraph", 'style:default-outline-level="0"', ""),
        ("P5", "paragraph", 'style:display-name="Heading 3"', ""),
        ("P6", "paragraph", 'style:parent-style-name="P6"', ""),
        ("P7", "paragraph", "", 'text:display="none"'),
        ("P8", "paragraph", "", 'style:text-position="super 58%"'),
        ("P9", "paragraph", 'style:default-outline-level="x"', ""),
        ("H", "text", "", 'text:display="none"'),
        ("S", "text", "", 'style:text-line-through-style="solid"'),
        ("V", "text", 'style:parent-style-name="H"', 'text:display="true"'),
        ("K", "text", 'style:parent-style-name="S"', 'style:text-line-through-style="none"'),
        ("SS", "text", 'style:parent-style-name="S"', ""),
        ("U", "text", "", 'style:text-position="super 58%"'),
        ("D", "text", "", 'style:text-position="sub 58%"'),
        ("U3", "text", "", 'style:text-position="33% 58%"'),
        ("D3", "text", "", 'style:text-position="-33.5% 58%"'),
        ("N", "text", 'style:parent-style-name="U"', 'style:text-position="0% 100%"'),
        ("O", "text", "", 'style:text-position="odd"'),
    )
)


def read(body: str, styles: str = STYLES) -> Reading:
    return read_odt(odt_of(body, styles), "a.odt", None)


def shown(reading: Reading) -> list[str]:
    """Kind, level and words of each block; a + where the file states the kind."""
    return [
        f"{block.kind.value}{block.level or ''}{'+' * block.stated} {block.text.strip()}"
        for block in reading.blocks
    ]


def p(words: str, style: str = "") -> str:
    """A paragraph in a style."""
    return f'<text:p text:style-name="{style}">{words}</text:p>' if style else f"<text:p>{words}</text:p>"


def span(words: str, style: str) -> str:
    return f'<text:span text:style-name="{style}">{words}</text:span>'


def row(*cells: str) -> str:
    return (
        "<table:table><table:table-row>"
        + "".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in cells)
        + "</table:table-row></table:table>"
    )


def note(words: str) -> str:
    return (
        "<text:note><text:note-citation>1</text:note-citation>"
        f"<text:note-body>{p(words)}</text:note-body></text:note>"
    )


def frame(inner: str) -> str:
    return f"<draw:frame><draw:text-box>{inner}</draw:text-box></draw:frame>"


def items(*inner: str) -> str:
    return f"<text:list>{''.join(f'<text:list-item>{each}</text:list-item>' for each in inner)}</text:list>"


CASES = {
    p("A") + p("* * *") + p("B"): ["paragraph A", "paragraph B"],
    '<text:h>A</text:h><text:h text:outline-level="3">B</text:h><text:h text:outline-level="x">C</text:h>'
    '<text:h text:outline-level="10">D</text:h><text:h text:outline-level="0">E</text:h>': [
        "heading1+ A", "heading3+ B", "heading1+ C", "heading10+ D", "heading1+ E"],
    '<text:h text:outline-level="2" text:style-name="Title">A</text:h>': ["heading+ A"],
    p("A", "P1") + p("B", "P2") + p("C", "P3") + p("D", "P4") + p("E", "P5") + p("F", "P6")
    + p("G", "none"): [
        "quotation+ A", "quotation+ B", "heading4+ C", "paragraph D", "heading3+ E", "paragraph F",
        "paragraph G"],
    p("A", "P9") + p("B", "Heading_20_2") + p("C", "Caption"): ["paragraph A", "heading2+ B", "caption+ C"],
    p("A ") + p(f"x{span('2', 'U')}{span('3', 'D')}{span('4', 'U3')}{span('5', 'D3')}"
      f"{span('6', 'N')}{span('7', 'O')}"): ["paragraph A", "paragraph x²₃⁴₅67"],
    p(f"x{span('2', 'U')}", "P8"): ["paragraph x²"],
    p("2", "P8"): ["paragraph 2"],
    p(f"A{span('v', 'V')}{span('k', 'K')}{span('no', 'SS')}"): ["paragraph Avk"],
    p(f"A{span('n' + span('k', 'K'), 'S')}"): ["paragraph Ak"],
    p("A<text:s/>B<text:s text:c='3'/>C<text:tab/>D<text:line-break/>E"): ["paragraph A B   C D E"],
    p("A<text:s text:c='0'/>B<text:s text:c='x'/>C"): ["paragraph AB C"],
    p("A<text:ruby><text:ruby-base>B</text:ruby-base><text:ruby-text>no</text:ruby-text></text:ruby>C"): [
        "paragraph ABC"],
    p("A<text:a>B</text:a>C<!-- no -->D<office:annotation-end>x</office:annotation-end>E"): [
        "paragraph ABCDE"],
    items(p("A") + items(p("B"), p("C")), p("D")) + p("E"): [
        "list_item1+ A", "list_item2+ B", "list_item2+ C", "list_item1+ D", "paragraph E"],
    items(p("A", "P1") + "<text:h>B</text:h>"): ["quotation+ A", "heading1+ B"],
    row(p("a"), p("b")) + row(p("a")) + row(p("a"), "", p("b")) + row("", ""): [
        "list_item1+ a | b", "paragraph a", "list_item1+ a | b"],
    row(p("a") + p("b"), p("c")): ["paragraph a", "paragraph b", "paragraph c"],
    row(p("a") + p(" "), p("c")): ["list_item1+ a | c"],
    row(items(p("a")), p("c")): ["list_item1+ a", "paragraph c"],
    row(row(p("a"), p("b")), p("c")): ["list_item1+ a | b", "paragraph c"],
    row("x" * 3 + p("a"), "<text:section>" + p("b") + "</text:section>"): ["list_item1+ a | b"],
    row(p("a" * 300), p("b")): [f"list_item1+ {'a' * 300} | b"],
    row(p("a" * 301), p("b")): [f"paragraph {'a' * 301}", "paragraph b"],
    items(items(row(p("a"), p("b")))): ["list_item2+ a | b"],
    p("A" + note("N") + "B") + p("C"): ["paragraph AB", "paragraph C", "footnote+ N"],
    row(p("a" + note("N")), p("b")): ["list_item1+ a | b", "footnote+ N"],
    row(p("a" + frame(p("F"))), p("b")) + p("C"): ["list_item1+ a | b", "paragraph F", "paragraph C"],
    p("A" + note("N" + frame(p("F")))) + p("B"): ["paragraph A", "paragraph B", "footnote+ N", "footnote+ F"],
    p("A" + frame(p("F") + p("G")) + "B") + p("C"): [
        "paragraph AB", "paragraph F", "paragraph G", "paragraph C"],
    items(p("A" + frame(p("F"))) + p("B")): ["list_item1+ A", "paragraph F", "list_item1+ B"],
    frame(p("F")) + p("A"): ["paragraph F", "paragraph A"],
    items(frame(p("F")) + p("A")): ["paragraph F", "list_item1+ A"],
    "<text:section>" + p("A") + "</text:section><text:tracked-changes>" + p("no") + "</text:tracked-changes>"
    + "<office:forms>" + p("no") + "</office:forms>": ["paragraph A"],
}  # fmt: skip


@pytest.mark.parametrize("body", CASES)
def test_what_elements_make_of_the_words(body):
    assert shown(read(body)) == CASES[body]


def annotation(inner: str) -> str:
    return f"<office:annotation>{inner}</office:annotation>"


@pytest.mark.parametrize(
    ("body", "remarks"),
    [
        (p("A<text:s text:c='101'/>B"), ()),
        (p(f"A{span('one', 'H')}B{span('two', 'H')}"), ("Hidden text was left out: “one”, “two”.",)),
        (p(f"A{span('one', 'H')}{span(' more', 'H')}"), ("Hidden text was left out: “one more”.",)),
        (p(f"A{span('one', 'H')}") + p(f"{span('two', 'H')}B"), ("Hidden text was left out: “one”, “two”.",)),
        (p("A") + p("one", "P7"), ("Hidden text was left out: “one”.",)),
        (p(f"A{span(span('one', 'S'), 'H')}"), ("Hidden text was left out: “one”.",)),
        (
            p(f"A{span('one', 'S')}B{span('two', 'SS')}"),
            ("Struck-through words were left out: “one”, “two”.",),
        ),
        (
            p(f"A{span('one', 'S')}") + p(f"{span('two', 'S')}B"),
            ("Struck-through words were left out: “one”, “two”.",),
        ),
        (
            p('A<text:hidden-text text:string-value="one">two</text:hidden-text>B'
              "<text:hidden-text>three</text:hidden-text>"),
            ("Hidden text was left out: “one”, “three”.",),
        ),
        (
            p("A") + '<text:section text:display="none">' + p("one") + p("two") + "</text:section>",
            ("Hidden text was left out: “one”, “two”.",),
        ),
        (
            p("A")
            + "<text:table-of-content>" + p("One 3") + p("Two 4") + "</text:table-of-content>"
            + "<text:bibliography>" + p("Three") + "</text:bibliography>",
            ("Tables of contents and indexes were left out: “One 3”, “Two 4”, “Three”.",),
        ),
        (p("A") + p("One 3", "Contents_20_1"), ("Tables of contents and indexes were left out: “One 3”.",)),
        (p("A" + annotation(p("Sure?"))), ("Comment by nobody named: Sure?",)),
        (
            p("A" + annotation("<dc:creator>Ann Poe</dc:creator>" + p("Sure?") + p("Really?"))),
            ("Comment by Ann Poe: Sure? Really?",),
        ),
        (p("A" + annotation("<dc:creator></dc:creator>" + p("Sure?"))), ("Comment by nobody named: Sure?",)),
        (
            p('A<draw:object xmlns:x="http://www.w3.org/1999/xlink" x:href="./Object 1"/><draw:object-ole/>'),
            ("Formulas, charts and other objects were left out: “Object 1”, “object”.",),
        ),
        (
            p("A") + "<table:table><table:table-row><table:table-cell/><table:table-cell>" + p("B")
            + "</table:table-cell><table:covered-table-cell>" + p("one") + p("*")
            + "</table:covered-table-cell></table:table-row></table:table>",
            ("These words stand where they cannot be read; compare with the file: “one”.",),
        ),
    ],
)  # fmt: skip
def test_what_is_left_out_is_told(body, remarks):
    reading = read(body)
    assert tuple(" ".join(remark.split()) for remark in reading.remarks) == remarks
    assert "".join(block.text.strip() for block in reading.blocks).replace(" ", "") in ("A", "AB")


def test_a_stated_run_of_spaces_is_at_most_a_hundred():
    for stated, spaces in (("100", 100), ("101", 100), ("99999999", 100), ("999999999", 1), ("٣", 1)):
        assert read(p(f"A<text:s text:c='{stated}'/>B")).blocks[0].text == "A" + " " * spaces + "B"


def test_styles_are_followed_to_twenty():
    chain = "".join(
        f'<style:style style:family="paragraph" style:name="S{place}" '
        f'style:parent-style-name="S{place + 1}"/>'
        for place in range(20)
    ).replace("S20", "Quotations")
    assert shown(read(p("a", "S0") + p("b", "S1"), chain)) == ["paragraph a", "quotation+ b"]


def test_styles_of_the_document_stand_behind_those_of_its_content():
    styles = (
        b'<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        b'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0">'
        b'<style:style style:family="paragraph" style:name="Own" style:parent-style-name="Quotations"/>'
        b'<style:style style:family="paragraph" style:name="P1" style:parent-style-name="Title"/>'
        b"</office:document-styles>"
    )
    package = repacked(odt_of(p("A", "Own") + p("B", "P1"), STYLES), {"styles.xml": styles})
    assert shown(read_odt(package, "a.odt", None)) == ["quotation+ A", "quotation+ B"]


@pytest.mark.parametrize(("language", "found"), [("<dc:language>de-AT</dc:language>", "de-AT"), ("", "")])
def test_the_language_is_that_of_the_properties(language, found):
    meta = f'<meta xmlns:dc="http://purl.org/dc/elements/1.1/">{language}</meta>'.encode()
    assert read_odt(repacked(odt_of(p("A")), {"meta.xml": meta}), "a.odt", None).language == found
