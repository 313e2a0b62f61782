"""Elements of a Word document one by one: what becomes a block, which look counts, what is told."""

import io
from itertools import groupby

import pytest

from factcheck.read.office.docx import document_of
from factcheck.read.office.docx import read as read_docx
from factcheck.read.office.docx_walk import walked
from tests.read.material import docx_of, paragraph, run

STYLES = "".join(
    f'<w:style w:type="{kind}" w:styleId="{name}" {more}><w:name w:val="{shown}"/>{inner}</w:style>'
    for kind, name, shown, more, inner in (
        ("paragraph", "Q", "Quote", "", ""),
        ("paragraph", "Q2", "My own", "", '<w:basedOn w:val="Q"/>'),
        ("paragraph", "O3", "Own 3", "", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
        ("paragraph", "O4", "Own 4", "", '<w:basedOn w:val="O3"/><w:pPr><w:outlineLvl w:val="3"/></w:pPr>'),
        ("paragraph", "O5", "Own 5", "", '<w:basedOn w:val="O3"/>'),
        ("paragraph", "L", "Own list", "",
         '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr></w:pPr>'),
        ("paragraph", "L2", "Own list too", "", '<w:basedOn w:val="L"/>'),
        ("paragraph", "C1", "Circle 1", "", '<w:basedOn w:val="C2"/>'),
        ("paragraph", "C2", "Circle 2", "", '<w:basedOn w:val="C1"/>'),
        ("paragraph", "T", "toc 2", "", ""),
        ("paragraph", "V", "Hidden", "", "<w:rPr><w:vanish/></w:rPr>"),
        ("paragraph", "B", "Byline", "", ""),
        ("character", "Q", "Char quote", "", ""),
        ("character", "CV", "Char hidden", "", "<w:rPr><w:vanish/></w:rPr>"),
        ("character", "CS", "Char struck", "", ('<w:basedOn w:val="CV"/><w:rPr><w:strike/>'
         '<w:vanish w:val="0"/></w:rPr>')),
        ("character", "CU", "Char up", "", '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'),
    )
)  # fmt: skip


def read(body: str, notes: dict[str, str] | None = None):
    return read_docx(docx_of(body, notes, STYLES), "a.docx", None)


def shown(body: str, notes: dict[str, str] | None = None) -> list[str]:
    """Kind, level and words of each block before they are arranged; a + where the file states the kind."""
    found = walked(document_of(docx_of(body, notes, STYLES), "a.docx"))
    return [
        f"{each.facts.kind.value}{each.facts.level or ''}{'+' * each.facts.stated} {each.text}"
        for each in found.paragraphs
    ]


def p(words: str, style: str = "", more: str = "") -> str:
    """A paragraph of one run in a style, with more properties."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return paragraph(words if words.startswith("<") else run(words), named + more)


def numbers(number: int | str | None, level: int | str | None) -> str:
    inner = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    inner += "" if number is None else f'<w:numId w:val="{number}"/>'
    return f"<w:numPr>{inner}</w:numPr>"


def outline(level: int | str) -> str:
    return f'<w:outlineLvl w:val="{level}"/>'


def test_styles_and_properties_say_what_a_paragraph_is():
    cases = [
        (p("a"), "paragraph a"),
        (p("a", "Q"), "quotation+ a"),
        (p("a", "Q2"), "quotation+ a"),
        (p("a", "Heading1"), "heading1+ a"),
        (p("a", "Heading1", outline(4)), "heading1+ a"),
        (p("a", "none"), "paragraph a"),
        (p("a", "O3"), "heading3+ a"),
        (p("a", "O4"), "heading4+ a"),
        (p("a", "O5"), "heading3+ a"),
        (p("a", "O3", outline(0)), "heading1+ a"),
        (p("a", "O3", outline(9)), "paragraph a"),
        (p("a", "", outline(8)), "heading9+ a"),
        (p("a", "", outline(9)), "paragraph a"),
        (p("a", "", outline("x")), "paragraph a"),
        (p("a", "", outline("999")), "paragraph a"),
        (p("a", "", outline("-1")), "paragraph a"),
        (p("a", "L"), "list_item2+ a"),
        (p("a", "L2"), "list_item2+ a"),
        (p("a", "L", numbers(0, 1)), "paragraph a"),
        (p("a", "L2", numbers(4, 0)), "list_item1+ a"),
        (p("a", "L2", numbers(4, None)), "list_item1+ a"),
        (p("a", "L2", numbers(None, 3)), "list_item2+ a"),
        (p("a", "", numbers(4, None)), "list_item1+ a"),
        (p("a", "", numbers(4, 3)), "list_item4+ a"),
        (p("a", "", numbers(4, "x")), "list_item1+ a"),
        (p("a", "", numbers(4, 12)), "list_item10+ a"),
        (p("a", "", numbers(4, 9999)), "list_item1+ a"),
        (p("a", "", numbers(None, 3)), "paragraph a"),
        (p("a", "", numbers(4, 1) + outline(1)), "heading2+ a"),
        (p("a", "C1"), "paragraph a"),
        (p("a", "B"), "paragraph a"),
    ]
    assert shown("".join(body for body, _ in cases)) == [expected for _, expected in cases]


def test_styles_are_followed_to_twenty():
    chain = "".join(
        f'<w:style w:type="paragraph" w:styleId="S{place}">'
        f'<w:name w:val="{"Quote" if place == 20 else place}"/>'
        f'<w:basedOn w:val="S{place + 1}"/></w:style>'
        for place in range(21)
    )
    found = walked(document_of(docx_of(p("a", "S0") + p("b", "S1"), None, chain), "a.docx"))
    assert [each.facts.kind.value for each in found.paragraphs] == ["paragraph", "quotation"]


def test_the_default_style_holds_where_a_paragraph_names_none():
    default = (
        '<w:style w:type="paragraph" w:default="{}" w:styleId="D"><w:name w:val="Quote"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="D"><w:name w:val="Title"/></w:style>'
    )
    body = paragraph(run("a")) + "<w:p><w:r><w:t>b</w:t></w:r></w:p>" + p("c", "D") + p("d", "none")
    for on, expected in (("1", "quotation"), ("0", "paragraph"), ("false", "paragraph")):
        found = walked(document_of(docx_of(body, None, default.format(on)), "a.docx"))
        kinds = [each.facts.kind.value for each in found.paragraphs]
        assert kinds == [expected, expected, "quotation", "paragraph"]


def test_the_look_of_words_is_that_of_the_run_its_style_its_paragraph():
    cases = [
        (p(run("a", "<w:vanish/>") + run("b")), "b"),
        (p(run("a", '<w:vanish w:val="true"/>') + run("b", '<w:vanish w:val="FALSE"/>')), "b"),
        (p(run("a", '<w:vanish w:val="0"/>') + run("b", '<w:vanish w:val="none"/>')), "ab"),
        (p(run("a", "<w:dstrike/>") + run("b", '<w:strike w:val="off"/>')), "b"),
        (p(run("a", '<w:strike w:val="0"/><w:dstrike/>') + run("b")), "b"),
        (p(run("a", '<w:rStyle w:val="CV"/>') + run("b", '<w:rStyle w:val="none"/>')), "b"),
        (p(run("a", '<w:rStyle w:val="CS"/>') + run("b")), "b"),
        (p(run("a", '<w:rStyle w:val="CV"/><w:vanish w:val="0"/>') + run("b", '<w:rStyle w:val="Q"/>')),
         "ab"),
        (p(run("a") + run("b", '<w:vanish w:val="0"/>') + "<w:r><w:t>c</w:t></w:r>", "V"), "b"),
        (p(run("x") + run("2", '<w:vertAlign w:val="superscript"/>')), "x²"),
        (p(run("x") + run("2", '<w:vertAlign w:val="subscript"/>')), "x₂"),
        (p(run("x") + run("2", '<w:vertAlign w:val="baseline"/>') + run("3", '<w:vertAlign w:val="o"/>')),
         "x23"),
        (p(run("x") + run("2", '<w:rStyle w:val="CU"/>')), "x²"),
        (p(run("x") + run("2", '<w:rStyle w:val="CU"/><w:vertAlign w:val="subscript"/>')), "x₂"),
    ]  # fmt: skip
    body = "".join(body for body, _ in cases)
    assert shown(body) == [f"paragraph {expected}" for _, expected in cases]
    found = walked(document_of(docx_of(body, None, STYLES), "a.docx"))
    assert found.hidden == ("a", "a", "a", "a", "c")
    assert found.struck == ("a", "a", "a")
    flat = walked(document_of(docx_of(body, None, STYLES), "a.docx"), levels=False)
    assert [each.text for each in flat.paragraphs[-5:]] == ["x2", "x2", "x23", "x2", "x2"]


def test_hidden_and_struck_passages_are_told_one_by_one():
    hide, strike = "<w:vanish/>", "<w:strike/>"
    found = walked(
        document_of(
            docx_of(
                p(run("one", hide) + run(" more", hide) + run("A") + run("two", hide))
                + p(run("three", hide) + run("B") + run("", hide))
                + p(run("one", strike) + run(" more", strike) + run("A") + run("two", strike))
                + p(run("three", strike) + run("both", hide + strike))
            ),
            "a.docx",
        )
    )
    assert found.hidden == ("one more", "two", "three", "both")
    assert found.struck == ("one more", "two", "three")


def sign(code: str) -> str:
    return f'<w:r><w:sym w:char="{code}"/></w:r>'


def test_signs_tabs_and_breaks_are_characters():
    body = p(
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:ptab/><w:t>c</w:t><w:br/><w:t>d</w:t><w:cr/><w:t>e</w:t>"
        "<w:noBreakHyphen/><w:t>f</w:t><w:softHyphen/><w:t>g</w:t></w:r>"
        + "".join(map(sign, ("03B1", "EFFF", "F000", "F0FF", "F100", "0007", "110000", "x", "-1", "")))
    )
    assert shown(body) == ["paragraph a\tb\tc\nd\ne\u2011f\u00adgα" + "\ufffd" * 9]
    assert read(body).remarks == ("9 signs of a symbol font have no letter; � stands for each.",)


def formula(inner: str) -> str:
    return p(run("x = ") + f"<m:oMath>{inner}</m:oMath>")


def m(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


def fraction(top: str, bottom: str) -> str:
    return f"<m:f><m:num>{top}</m:num><m:den>{bottom}</m:den></m:f>"


FORMULAS = {
    m("a"): "a",
    fraction(m("1"), m("2")): "1/2",
    fraction(m("a+b"), m("2")): "(a+b)/2",
    fraction(m("1"), m("c d")): "1/(c d)",
    fraction(m("1.5"), m("2,5")): "1.5/2,5",
    fraction(m(" 1 "), m("2")): " 1 /2",
    "<m:f><m:num/></m:f>": "/",
    f"<m:sSup><m:e>{m('a')}</m:e><m:sup>{m('2')}</m:sup></m:sSup>": "a²",
    f"<m:sSub><m:e>{m('a')}</m:e><m:sub>{m('2')}</m:sub></m:sSub>{m('b')}": "a₂b",
    f"<m:sSup><m:e>{m('a')}</m:e><m:sup>{fraction(m('1'), m('2'))}</m:sup></m:sSup>": "a¹/²",
    f"<m:sSup><m:e>{m('a')}</m:e><m:sup>{fraction(m('1'), m('b c'))}</m:sup></m:sSup>": "a¹/(^(b c))",
    f"<m:rad><m:deg/><m:e>{m('2')}</m:e></m:rad>": "√2",
    f"<m:d><m:e>{m('a')}</m:e></m:d>": "(a)",
    f'<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr><m:e>{m("a")}</m:e></m:d>': "[a]",
    f'<m:d><m:dPr><m:begChr m:val="|"/></m:dPr><m:e>{m("a")}</m:e></m:d>': "|a)",
    f"<m:d><m:dPr><m:begChr/></m:dPr><m:e>{m('a')}</m:e></m:d>": "a)",
    f"<m:nary><m:sub>{m('0')}</m:sub><m:e>{m('a')}</m:e></m:nary>": "∫₀a",
    f'<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:e>{m("a")}</m:e></m:nary>': "∑a",
    f"<m:func><m:fName>{m('sin')}</m:fName><m:e>{m('a')}</m:e></m:func>": "sin a",
    f"<m:m><m:mr><m:e>{m('a')}</m:e></m:mr><m:mr><m:e>{m('b')}</m:e></m:mr></m:m>": "a b ",
    "<m:r><m:t/></m:r>": "",
}


def test_formulas_stand_on_one_line():
    body = "".join(map(formula, FORMULAS))
    assert shown(body) == [f"paragraph x = {text}" for text in FORMULAS.values()]
    assert read(body).remarks == ()


def cell(*paragraphs: str) -> str:
    return "<w:tc>" + "".join(paragraphs) + "</w:tc>"


def table(*rows: str) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{each}</w:tr>" for each in rows) + "</w:tbl>"


def box(inner: str) -> str:
    return f"<w:r><w:pict><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></w:pict></w:r>"


THROUGH = (
    "ins",
    "moveTo",
    "hyperlink",
    "smartTag",
    "sdt",
    "sdtContent",
    "fldSimple",
    "customXml",
    "dir",
    "bdo",
)
DELETED = "<w:rPr><w:{}/></w:rPr>"
CASES = {
    table(cell(p("a")) + cell(p("b")), cell(p("c"))): ["list_item1+ a | b", "paragraph c"],
    table(cell(p("a")) + cell(p(" ")) + cell(p("b")), cell(p(" ")) + cell(p(" "))): ["list_item1+ a  | b"],
    table(cell(p("a"), p(" "), p("")) + cell(p("b"))): ["list_item1+ a    | b"],
    table(cell(p("a" * 300)) + cell(p("b"))): [f"list_item1+ {'a' * 300} | b"],
    table(cell(p("a" * 301)) + cell(p("b"))): [f"paragraph {'a' * 301}", "paragraph b"],
    table(cell(p("a"), p("b")) + cell(p("c"))): ["paragraph a", "paragraph b", "paragraph c"],
    table(cell(table(cell(p("a")) + cell(p("b"))), p("")) + cell(p("c"))): [
        "list_item1+ a | b", "paragraph c"],
    table(f"<w:ins>{cell(p('a'))}</w:ins><w:sdt><w:sdtContent>{cell(p('b'))}</w:sdtContent></w:sdt>"): [
        "list_item1+ a | b"],
    table("<w:trPr><w:del/></w:trPr>" + cell(p("a")) + cell(p("b")), cell(p("c")) + cell(p("d"))): [
        "list_item1+ c | d"],
    table(cell(f"<mc:AlternateContent><mc:Choice>{p('a')}</mc:Choice></mc:AlternateContent>")
          + cell(p("b"))): [
        "list_item1+ a | b"],
    p("T", "", '<w:framePr w:dropCap="drop"/>') + p("he"): ["paragraph The"],
    p("T", "", '<w:framePr w:dropCap="none"/>') + p("he"): ["paragraph T", "paragraph he"],
    p("T", "", "<w:framePr/>") + p("he"): ["paragraph T", "paragraph he"],
    p("a", "", DELETED.format("del")) + p("b", "Q"): ["quotation+ ab"],
    p("a", "", DELETED.format("moveFrom")) + p("b"): ["paragraph ab"],
    p("a", "", DELETED.format("ins")) + p("b"): ["paragraph a", "paragraph b"],
    p("a", "", DELETED.format("del")) + table(cell(p("b")) + cell(p("c"))): [
        "paragraph a", "list_item1+ b | c"],
    p(run("a") + box(p("b", "", DELETED.format("del"))) + run("c")) + p("d"): [
        "paragraph ac", "paragraph b", "paragraph d"],
    p(run("a") + box(p("b")) + box(p("c"))) + p("d"): [
        "paragraph a", "paragraph b", "paragraph c", "paragraph d"],
    p(box(p("b"))): ["paragraph b"],
    table(cell(p(run("a") + box(p("x")))) + cell(p("b"))): ["paragraph a", "paragraph x", "paragraph b"],
    p("".join(f"<w:{name}>{run(name[0])}</w:{name}>" for name in THROUGH)): ["paragraph imhsssfcdb"],
    p(f"<w:del>{run('a')}</w:del><w:moveFrom>{run('b')}</w:moveFrom>{run('c')}"): ["paragraph c"],
    "".join(f"<w:{name}>{p(name)}</w:{name}>" for name in ("ins", "sdt", "customXml")): [
        "paragraph ins", "paragraph sdt", "paragraph customXml"],
    f"<mc:AlternateContent><mc:Choice>{p('a')}</mc:Choice><mc:Fallback>{p('b')}</mc:Fallback>"
    f"</mc:AlternateContent>": ["paragraph a"],
    p(f"<mc:AlternateContent><mc:Choice>{run('a')}</mc:Choice><mc:Fallback>{run('b')}</mc:Fallback>"
      "</mc:AlternateContent>"): ["paragraph a"],
    p("<w:r><mc:AlternateContent><mc:Choice><w:t>a</w:t></mc:Choice><mc:Fallback><w:t>b</w:t></mc:Fallback>"
      "</mc:AlternateContent></w:r>"): ["paragraph a"],
    p("<w:r><w:ruby><w:rt><w:r><w:t>no</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>a</w:t></w:r></w:rubyBase>"
      "</w:ruby></w:r>"): ["paragraph a"],
    p("<w:r><w:t>a<w:tab/>b<w:br/>c</w:t></w:r>"): ["paragraph a\tb\nc"],
    p("") + p(" ") + p("a"): ["paragraph a"],
}  # fmt: skip


def test_what_elements_make_of_the_words():
    between = "paragraph between"
    found = shown(p("between").join(CASES))
    parts = [list(part) for same, part in groupby(found, between.__eq__) if not same]
    assert parts == list(CASES.values())


def test_a_paragraph_without_its_end_at_the_end_is_kept():
    assert shown(p("a", "Q", DELETED.format("del"))) == ["quotation+ a"]


def mark(name: int, more: str = "", words: str = "") -> str:
    return f'<w:r><w:footnoteReference w:id="{name}" {more}/>{words}</w:r>'


def test_notes_are_those_that_the_text_refers_to_once_each_in_its_order():
    custom = 'w:customMarkFollows="{}"'
    words = "<w:t>*</w:t>"
    body = p(
        run("a") + mark(2) + run("b") + mark(1) + mark(2) + mark(9)
        + mark(3, custom.format(1), words) + mark(4, custom.format("true"), words)
        + mark(5, custom.format(0), words) + mark(6, custom.format("false"), words)
        + mark(7, custom.format("off"), words) + mark(8, "", words)
    )  # fmt: skip
    notes = {str(number): f"N{number}" for number in (1, 2, 3, 10)}
    assert shown(body, notes) == ["paragraph ab****", "footnote+ N2", "footnote+ N1", "footnote+ N3"]


@pytest.mark.parametrize(
    ("body", "remarks"),
    [
        (p("A") + p("One 3", "T"), ("Tables of contents and indexes were left out: “One 3”.",)),
        (p("A") + p("one", "V"), ("Hidden text was left out: “one”.",)),
        (p(run("A") + run("one", "<w:strike/>")), ("Struck-through words were left out: “one”.",)),
        (
            p("A") + "<w:odd>" + p("one") + p(run("two") + run(" three")) + p("*") + "</w:odd>",
            (
                "These words stand where they cannot be read; compare with the file: “one”, “two three”.",
            ),
        ),
        (
            p("A") + f"<w:odd><w:del>{p('one')}</w:del><w:moveFrom>{p('two')}</w:moveFrom></w:odd>",
            (),
        ),
        (table("<w:trPr><w:del/></w:trPr>" + cell(p("one")) + cell(p("two"))) + p("A"), ()),
        (
            p(run("A") + '<w:r><w:pict><v:textpath string="one"/></w:pict></w:r>'),
            ("These words stand where they cannot be read; compare with the file: “one”.",),
        ),
    ],
)  # fmt: skip
def test_what_is_left_out_is_told(body, remarks):
    reading = read(body)
    assert reading.remarks == remarks
    assert [block.text for block in reading.blocks] == ["A"]


@pytest.mark.parametrize("language", ["de-AT", ""])
def test_the_language_is_that_of_the_properties(language):
    document = document_of(docx_of(p("A")), "a.docx")
    document.core_properties.language = language
    stream = io.BytesIO()
    document.save(stream)
    assert read_docx(stream.getvalue(), "a.docx", None).language == language


def edge(name: str, kind: str) -> str:
    return f'<w:commentRange{kind} w:id="{name}"/>'


def test_comments_stand_on_the_words_between_their_edges_also_where_they_overlap():
    body = (
        p(
            edge("1", "Start")
            + run("one ")
            + edge("2", "Start")
            + run("two ")
            + edge("1", "End")
            + run("three")
        )
        + edge("3", "Start")
        + p(run(" four") + edge("2", "End") + run(" five") + run(" gone", "<w:vanish/>"))
        + edge("3", "End")
        + p(edge("4", "Start") + edge("4", "End") + run("six") + edge("9", "End"))
    )
    found = walked(document_of(docx_of(body), "a.docx"))
    assert found.commented == {"1": "one two ", "2": "two three four", "3": " four five", "4": ""}


def test_a_comment_stands_on_a_hundred_characters_and_what_ends_its_run():
    body = p(edge("1", "Start") + run("a" * 101) + run("b") + run("c") + edge("1", "End"))
    assert walked(document_of(docx_of(body), "a.docx")).commented == {"1": "a" * 101 + "b"}
    body = p(edge("1", "Start") + run("a" * 100) + run("b") + run("c") + run("d") + edge("1", "End"))
    assert walked(document_of(docx_of(body), "a.docx")).commented == {"1": "a" * 100 + "bc"}
