from datetime import UTC, datetime

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from factcheck.export.docx.comments import Comments, anchor, initials
from factcheck.export.docx.elements import element, run, set_on_line, shade, typed
from factcheck.export.docx.runs import cut_runs
from factcheck.export.docx.tracking import Author, Tracking
from factcheck.model import Span
from factcheck.read.office.docx import anchors
from tests.export.outline import told

AT = datetime(2026, 3, 2, 9, 5, tzinfo=UTC)
ANN = Author("Ann  Lee\n", AT)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"


def xml(content):
    return etree.fromstring(f'<x xmlns:w="{WORD}" xmlns:m="{MATH}">{content}</x>')[0]


def document_with(*paragraphs):
    """A document of paragraphs given by what is inside them."""
    document = docx.Document()
    body = document.element.body
    for inside in paragraphs:
        body.sectPr.addprevious(xml(f"<w:p>{inside}</w:p>"))
    return document


def body_of(document):
    body = etree.fromstring(etree.tostring(document.element.body))
    return [told(child) for child in body if child.tag == qn("w:p")]


def words_of(element):
    return "".join(leaf.text for leaf in element.iter(qn("w:t")))


def r(text, properties=""):
    inside = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inside}<w:t xml:space="preserve">{text}</w:t></w:r>'


def test_tabs_and_line_breaks_are_elements_of_their_own():
    leaves = [told(leaf) for leaf in typed("a b\t\tc\n\nd\x07")]
    assert leaves == ['t"a b"', "tab", "tab", 't"c"', "br", "br", 't"d␇"']
    assert typed("") == []
    assert [told(leaf) for leaf in typed("a", "delText")] == ['delText"a"']


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<w:r><w:t>a</w:t></w:r>", "rPr(SHD)"),
        ("<w:r><w:rPr/></w:r>", "rPr(SHD)"),
        ("<w:r><w:rPr><w:b/></w:rPr></w:r>", "rPr(b SHD)"),
        ('<w:r><w:rPr><w:highlight w:val="red"/><w:shd w:fill="1"/><w:b/></w:rPr></w:r>', "rPr(b SHD)"),
        ("<w:r><w:rPr><w:b/><w:vertAlign/><w:lang/></w:rPr></w:r>", "rPr(b SHD vertAlign lang)"),
        ("<w:r><w:rPr><w:fitText/></w:rPr></w:r>", "rPr(SHD fitText)"),
        ("<w:r><w:rPr><w:u/><w:rtl/></w:rPr></w:r>", "rPr(u SHD rtl)"),
    ],
)
def test_a_colour_takes_the_place_of_others_where_word_wants_it(before, after):
    made = xml(before)
    shade(made, "ABCDEF")
    assert told(made[0]) == after.replace("SHD", "shd[color=auto fill=ABCDEF val=clear]")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<w:r><w:t>a</w:t></w:r>", "rPr(ON)"),
        ('<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:r>', "rPr(ON)"),
        ("<w:r><w:rPr><w:b/><w:fitText/><w:rtl/></w:rPr></w:r>", "rPr(b fitText ON rtl)"),
        ("<w:r><w:rPr><w:lang/></w:rPr></w:r>", "rPr(ON lang)"),
        ("<w:r><w:rPr><w:b/></w:rPr></w:r>", "rPr(b ON)"),
    ],
)
def test_words_are_set_on_the_line_where_word_wants_it(before, after):
    made = xml(before)
    set_on_line(made)
    assert told(made[0]) == after.replace("ON", "vertAlign[val=baseline]")


def test_a_run_says_style_weight_and_fill_in_the_order_that_word_wants():
    assert told(run("a")) == 'r(t"a")'
    assert told(run("a", "S", bold=True, fill="1")) == (
        'r(rPr(rStyle[val=S] b shd[color=auto fill=1 val=clear]) t"a")'
    )
    assert told(run("a", bold=True)) == 'r(rPr(b) t"a")'


def changed(inside, words, *names):
    """A paragraph after a tracked change of those of its runs that hold these words."""
    document = document_with(inside)
    runs = [found for found in document.element.body.iter(qn("w:r")) if words_of(found) in names]
    done = Tracking(document).change(runs, words, ANN)
    return done, body_of(document)[-1]


STRUCK = 'del[author=Ann Lee id={}](r(delText"b"))'
THEIRS, LINK = '<w:ins w:id="7" w:author="Wes">', '<w:hyperlink w:anchor="x">'
REST = "ins[author=Wes id=10]({})"
PUT_IN = 'ins[author=Ann Lee id={}](r(t"new"))'


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (r("a") + r("b") + r("c"), f'p(r(t"a") {STRUCK.format(1)} {PUT_IN.format(2)} r(t"c"))'),
        (
            '<w:ins w:id="7" w:author="Wes">' + r("b") + "</w:ins>",
            f"p(ins[author=Wes id=7]({STRUCK.format(8)}) {PUT_IN.format(9)})",
        ),
        (
            THEIRS + r("a") + r("b") + r("c") + "</w:ins>",
            'p(ins[author=Wes id=7](r(t"a") {}) {} {})'.format(
                STRUCK.format(8), PUT_IN.format(9), REST.format('r(t"c")')
            ),
        ),
        (
            THEIRS + LINK + r("b") + r("c") + "</w:hyperlink></w:ins>",
            "p(ins[author=Wes id=7](hyperlink[anchor=x]({})) {} {})".format(
                STRUCK.format(8), PUT_IN.format(9), REST.format('hyperlink[anchor=x](r(t"c"))')
            ),
        ),
        (
            '<w:hyperlink w:anchor="x">' + r("b") + r("c") + "</w:hyperlink>",
            f'p(hyperlink[anchor=x]({STRUCK.format(1)} {PUT_IN.format(2)} r(t"c")))',
        ),
        (
            '<w:moveTo w:id="x" w:author="Wes">' + r("b") + r("c") + "</w:moveTo>",
            (f'p(moveTo[author=Wes id=x]({STRUCK.format(1)}) {PUT_IN.format(2)}'
            ' moveTo[author=Wes id=3](r(t"c")))'),
        ),
    ],
)  # fmt: skip
def test_a_change_strikes_words_and_puts_others_behind_them(inside, expected):
    assert changed(inside, "new", "b") == (True, expected)


def test_runs_that_stand_apart_are_struck_apart_and_the_new_words_come_last():
    inside = r("b") + "<w:bookmarkStart/>" + r("b") + r("b") + r("c")
    assert changed(inside, "new", "b") == (
        True,
        (
            f'p({STRUCK.format(1)} bookmarkStart del[author=Ann Lee id=2](r(delText"b") r(delText"b"))'
            f' {PUT_IN.format(3)} r(t"c"))'
        ),
    )


@pytest.mark.parametrize(
    "inside",
    [
        '<w:ins w:id="7"><w:sdt><w:sdtContent>' + r("b") + "</w:sdtContent></w:sdt></w:ins>",
        "<w:smartTag>" + r("a") + "</w:smartTag>",
    ],
)
def test_a_change_that_word_could_not_hold_is_not_made(inside):
    document = document_with(inside)
    before = body_of(document)
    done, after = changed(inside, "new", "b")
    assert (done, [after]) == (False, before[-1:])


def test_a_change_over_two_paragraphs_or_over_a_formula_is_not_made():
    document = document_with(r("b"), r("b") + "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>")
    before = body_of(document)
    runs = list(document.element.body.iter(qn("w:r")))
    assert not Tracking(document).change(runs, "new", ANN)
    maths = list(document.element.body.iter(f"{{{MATH}}}oMath"))
    assert not Tracking(document).change([runs[1], *maths], "new", ANN)
    assert not Tracking(document).change([], "new", ANN)
    assert body_of(document) == before


def test_new_words_look_like_those_that_they_replace_and_raised_signs_stand_on_the_line():
    raised = '<w:b/><w:vertAlign w:val="superscript"/>'
    _, plain = changed(r("b", raised), "new", "b")
    assert 'ins[author=Ann Lee id=2](r(rPr(b vertAlign[val=superscript]) t"new"))' in plain
    _, placed = changed(r("b", raised), "10⁵", "b")
    assert 'ins[author=Ann Lee id=2](r(rPr(b vertAlign[val=baseline]) t"10⁵"))' in placed


def cut(inside, *spans):
    """A paragraph cut at the edges of spans: the whole of it, and the words of each span."""
    document = document_with(inside)
    walked = anchors(document, levels=True)[-1]
    found = cut_runs(walked, [Span(*span) for span in spans])
    return body_of(document)[-1], [[words_of(part) for part in parts] for parts in found]


@pytest.mark.parametrize(
    ("inside", "spans", "expected", "words"),
    [
        (r("one two"), [(0, 7)], 'p(r(t"one two"))', [["one two"]]),
        (r("one two"), [(0, 3), (3, 7)], 'p(r(t"one") r(t" two"))', [["one"], [" two"]]),
        (r("one two"), [(0, 3), (4, 7)], 'p(r(t"one") r(t" ") r(t"two"))', [["one"], ["two"]]),
        (r("one two"), [(2, 5)], 'p(r(t"on") r(t"e t") r(t"wo"))', [["e t"]]),
        (r("one") + r(" two", "<w:b/>"), [(0, 7)], 'p(r(t"one") r(rPr(b) t" two"))', [["one", " two"]]),
        (
            r("one") + r(" two", "<w:b/>"),
            [(0, 5), (5, 7)],
            'p(r(t"one") r(rPr(b) t" t") r(rPr(b) t"wo"))',
            [["one", " t"], ["wo"]],
        ),
        (
            '<w:r w:rsidR="1"><w:t>one</w:t><w:tab/><w:t>two</w:t></w:r>',
            [(0, 3), (4, 7)],
            'p(r[rsidR=1](t"one") r[rsidR=1](tab) r[rsidR=1](t"two"))',
            [["one"], ["two"]],
        ),
        (r("one two"), [], 'p(r(t"one two"))', []),
    ],
)
def test_runs_are_cut_where_spans_begin_and_end(inside, spans, expected, words):
    made, found = cut(inside, *spans)
    assert (made, found) == (expected, words)


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Ann Lee", "AL"), ("ann", "A"), ("", ""), ("A B C D E", "ABCD"), ("élise d'or", "ÉD")],
)
def test_the_initials_of_a_name_are_four_letters_at_most(name, letters):
    assert initials(name) == letters


def test_a_comment_gets_the_next_number_and_an_id_that_no_other_paragraph_has():
    document = document_with(r("a"))
    runs = [paragraph.runs[0] for paragraph in document.paragraphs[-1:]]
    document.add_comment(runs, "first", author="Wes", initials="W")
    first = Comments(document)
    said = [element("p"), element("p")]
    assert first.add(said, "Ann\n Lee", AT, resolved=True) == "1"
    assert first.add([element("p")], "Ann Lee", AT) == "2"
    first.finish()
    second = Comments(document)
    assert second.add([element("p")], "Ben Oak", AT, resolved=True) == "3"
    second.finish()
    root = document.part._comments_part.element
    assert [told(comment, ("date", "rsidR")) for comment in root][1:] == [
        "comment[author=Ann Lee id=1 initials=AL](p p[paraId=40000001])",
        "comment[author=Ann Lee id=2 initials=AL](p)",
        "comment[author=Ben Oak id=3 initials=BO](p[paraId=40000002])",
    ]
    assert root.get("{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable") == "w14"
    (part,) = [
        rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith("commentsExtended")
    ]
    assert told(etree.fromstring(part.blob)) == (
        "commentsEx(commentEx[done=1 paraId=40000001] commentEx[done=1 paraId=40000002])"
    )


def test_a_document_whose_comments_all_wait_says_nothing_of_resolved_ones():
    document = document_with(r("a"))
    comments = Comments(document)
    comments.add([element("p")], "Ann Lee", AT)
    comments.finish()
    assert not [rel for rel in document.part.rels.values() if rel.reltype.endswith("commentsExtended")]


def test_marks_of_comments_stand_round_their_words_each_whole():
    document = document_with(r("a") + r("b") + r("c"))
    first, second, third = document.element.body.iter(qn("w:r"))
    anchor(first, second, "1")
    anchor(second, third, "2")
    anchor(second, second, "3")

    def ends(number):
        return (
            f"commentRangeEnd[id={number}] r(rPr(rStyle[val=CommentReference]) commentReference[id={number}])"
        )

    assert body_of(document)[-1] == (
        f'p(commentRangeStart[id=1] r(t"a") commentRangeStart[id=2] commentRangeStart[id=3] r(t"b") {ends(3)}'
        f' {ends(1)} r(t"c") {ends(2)})'
    )
