"""Raised and lowered words are the same plain text in every format, and marks of notes stay notes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.read import read_bytes
from factcheck.read.raised import LOWERED, RAISED, Levelled, joined, spelled
from tests.read.material import blocks, docx_of, lines, odt_of, paragraph, read_docx, read_odt, read_text, run
from tests.read.test_pdf import pdf_of

CASES = {
    "power": (["It holds 10", ("6", RAISED), " litres."], "It holds 10⁶ litres."),
    "negative power": (["It is 10", ("-6", RAISED), " wide."], "It is 10⁻⁶ wide."),
    "unit": (["It has 40 m", ("2", RAISED), " of floor."], "It has 40 m² of floor."),
    "formula": (
        ["It gives CO", ("2", LOWERED), " and H", ("2", LOWERED), "O off."],
        "It gives CO₂ and H₂O off.",
    ),
    "isotope": (["They found ", ("14", RAISED), "C in it."], "They found ¹⁴C in it."),
    "no such sign": (["It grew as x", ("2.5", RAISED), " does."], "It grew as x^(2.5) does."),
    "no such index": (["The value v", ("max", LOWERED), " fell."], "The value vₘₐₓ fell."),
    "no such letter": (["The value v", ("big", LOWERED), " fell."], "The value v_(big) fell."),
    "ordinal": (
        ["On the 1", ("st", RAISED), " and 2", ("nd", RAISED), " it fell."],
        "On the 1st and 2nd it fell.",
    ),
    "century": (["Au XIX", ("e", RAISED), " siècle."], "Au XIXe siècle."),
    "title": (["And M", ("me", RAISED), " Poe left."], "And Mme Poe left."),
    "trade mark": (["The Harbour", ("TM", RAISED), " fell."], "The Harbour™ fell."),
    "registered": (["The Harbour", ("®", RAISED), " fell."], "The Harbour® fell."),
    "in brackets": (["It fell", ("[citation needed]", RAISED), " then."], "It fell[citation needed] then."),
    "reference": (["It fell,", ("1", RAISED), " they said."], "It fell,¹ they said."),
}


def tagged(parts, raised, lowered):
    marks = {RAISED: raised, LOWERED: lowered}
    return "".join(part if isinstance(part, str) else marks[part[1]].format(part[0]) for part in parts)


def html(parts):
    return f"<p>{tagged(parts, '<sup>{}</sup>', '<sub>{}</sub>')}</p>".encode()


def page_with_styles(parts):
    raised, lowered = '<span class="c1 c3">{}</span>', '<span style="vertical-align: sub">{}</span>'
    style = "<style>.c0{color:red}p,.c3 {font-size:7pt;vertical-align:super}.c4{}</style>"
    return f"<html><head>{style}</head><body><p>{tagged(parts, raised, lowered)}</p></body></html>".encode()


def markdown(parts):
    return tagged(parts, "<sup>{}</sup>", "<sub>{}</sub>").encode()


def rtf(parts):
    text = tagged(parts, "{{\\super {}}}", "\\sub {}\\nosupersub ")
    coded = "".join(sign if sign.isascii() else f"\\u{ord(sign)}?" for sign in text)
    return f"{{\\rtf1\\ansi {coded}\\par}}".encode()


def odt(parts):
    styles = "".join(
        f'<style:style style:name="{name}" style:family="text"><style:text-properties '
        f'style:text-position="{position}"/></style:style>'
        for name, position in (("up", "super 58%"), ("down", "-33% 58%"))
    )
    span = '<text:span text:style-name="{}">{{}}</text:span>'
    return odt_of(f"<text:p>{tagged(parts, span.format('up'), span.format('down'))}</text:p>", styles)


def word(parts):
    made = (run(part) if isinstance(part, str) else run(part[0], _align(part[1])) for part in parts)
    return docx_of(paragraph("".join(made)))


def _align(level):
    return f'<w:vertAlign w:val="{"superscript" if level == RAISED else "subscript"}"/>'


def word_letter_by_letter(parts):
    made = (
        run(part) if isinstance(part, str) else "".join(run(sign, _align(part[1])) for sign in part[0])
        for part in parts
    )
    return docx_of(paragraph("".join(made)))


MAKERS = {
    "a.html": html, "b.html": page_with_styles, "c.md": markdown, "d.rtf": rtf, "e.odt": odt, "f.docx": word,
    "g.docx": word_letter_by_letter,
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_raised_and_lowered_words_are_the_same_text_in_every_format(case):
    parts, expected = CASES[case]
    found = {name: read_bytes(make(parts), name).text for name, make in MAKERS.items()}
    assert found == dict.fromkeys(MAKERS, expected)


def test_a_pdf_keeps_powers_and_indexes():
    text = "The lake covers 10#super[6] m#super[2] and gives CO#sub[2] off, they said, and nobody had asked."
    data = pdf_of(text, "#set super(typographic: false)\n#set sub(typographic: false)")
    assert read_bytes(data, "a.pdf").text == text.replace("#super[6]", "⁶").replace("#super[2]", "²").replace(
        "#sub[2]", "₂"
    )


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("It holds 10^6^ litres of H~2~O.", "It holds 10⁶ litres of H₂O."),
        ("Where x^2 + y^2 is 5, ~100 of ~200 left.", "Where x^2 + y^2 is 5, ~100 of ~200 left."),
        ("The file ~ann/a^b is ^_^ here.", "The file ~ann/a^b is ^_^ here."),
        ("Type `10^6^` or `H~2~O` here.", "Type 10^6^ or H~2~O here."),
        ("It cost 10\\^6\\^ in all.", "It cost 10^6^ in all."),
        ("A ~~wrong~~ right word.", "A right word."),
    ],
)
def test_carets_and_tildes_raise_and_lower_behind_a_word_as_pandoc_reads_them(written, read):
    assert read_text(written, "a.md").text == read


def test_a_level_given_by_a_style_of_words_or_its_base_counts():
    styles = (
        '<w:style w:type="character" w:styleId="Up"><w:name w:val="Up"/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Upper"><w:name w:val="Upper"/>'
        '<w:basedOn w:val="Up"/></w:style>'
    )
    upper, flat = '<w:rStyle w:val="Upper"/>', '<w:rStyle w:val="Up"/><w:vertAlign w:val="baseline"/>'
    body = paragraph(run("It is 10") + run("6", upper) + run(" m") + run("2", flat) + run("."))
    assert read_bytes(docx_of(body, styles=styles), "a.docx").text == "It is 10⁶ m2."


def test_a_paragraph_that_is_raised_as_a_whole_stands_on_the_line():
    styles = (
        '<w:style w:type="paragraph" w:styleId="Small"><w:name w:val="Small"/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    )
    body = paragraph(run("It fell in 2019."), '<w:pStyle w:val="Small"/>')
    assert read_bytes(docx_of(body, styles=styles), "a.docx").text == "It fell in 2019."


def test_formulas_keep_their_powers_indexes_and_fractions():
    part = "<m:r><m:t>{}</m:t></m:r>"
    power = f"<m:sSup><m:e>{part.format('10')}</m:e><m:sup>{part.format('6')}</m:sup></m:sSup>"
    half = f"<m:f><m:num>{part.format('1')}</m:num><m:den>{part.format('2')}</m:den></m:f>"
    sum_ = f"<m:f><m:num>{part.format('a+b')}</m:num><m:den>{part.format('2')}</m:den></m:f>"
    article = read_docx(
        paragraph(
            run("It is ")
            + "".join(f"<m:oMath>{formula}</m:oMath>" + run("; ") for formula in (power, half, sum_))
        )
    )
    assert article.text == "It is 10⁶; 1/2; (a+b)/2;"
    power, half = "<msup><mn>10</mn><mn>6</mn></msup>", "<mfrac><mn>1</mn><mn>2</mn></mfrac>"
    page = f"<p>It is <math>{power}</math> or <math>{half}</math>."
    assert read_bytes(page.encode(), "a.html").text == "It is 10⁶ or 1/2."


NOTED = [("paragraph", 0, "It fell to 40 m² then."), ("footnote", 0, "A source for it.")]


def test_marks_of_notes_stay_notes_where_they_are_raised():
    mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
    own = (
        '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        '<w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>'
    )
    for reference in (mark, own):
        body = paragraph(
            run("It fell to 40 m") + run("2", _align(RAISED)) + run(" then") + reference + run(".")
        )
        assert blocks(read_docx(body, {"2": "A source for it."})) == NOTED
    written = (
        '<text:p>It fell to 40 m² then<text:span text:style-name="up"><text:note><text:note-citation>1'
        "</text:note-citation><text:note-body><text:p>A source for it.</text:p></text:note-body></text:note>"
        "</text:span>.</text:p>"
    )
    assert blocks(read_odt(written)) == NOTED
    assert (
        blocks(read_text("It fell to 40 m<sup>2</sup> then[^1].\n\n[^1]: A source for it.", "a.md")) == NOTED
    )
    note = "{\\super\\chftn{\\footnote\\chftn A source for it.}}"
    rich = f"{{\\rtf1\\ansi It fell to 40 m{{\\super 2}} then{note}.\\par}}"
    assert blocks(read_bytes(rich.encode(), "a.rtf")) == NOTED
    page = (
        '<p>It fell to 40 m<sup>2</sup> then<sup><a href="#n">1</a></sup>.</p><p id="n">A source for it.</p>'
    )
    assert blocks(read_bytes(page.encode(), "a.html")) == NOTED


def test_a_raised_cell_of_a_table_is_raised():
    page = "<p>Words here.</p><table><tr><td>Lake<td>10<sup>6</sup></table>"
    assert lines(read_bytes(page.encode(), "a.html"))[1] == "Lake | 10⁶"


TEXTS = st.text(st.sampled_from("0123456789+-−=()abnqxzAQéβ ²ª™.,[]\t"), max_size=6)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from([RAISED, LOWERED]), st.sampled_from(["", "10", "M", "the XIX", "x "]))
def test_what_is_raised_is_spelled_without_losing_or_moving_a_sign(text, level, before):
    stretches = spelled(text, level, before)
    at = 0
    for stretch in stretches:
        assert stretch.start == at
        at = stretch.end
    assert at == len(text)
    assert joined([Levelled(before), Levelled(text, level)]) == before + "".join(s.text for s in stretches)
    kept = [sign for sign in "".join(s.text for s in stretches) if sign.isspace()]
    assert kept == [sign for sign in text if sign.isspace()]
