import io
import zipfile

import docx
import mammoth
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.errors import UnreadableDraft
from factcheck.read import read_bytes
from factcheck.read.office.docx import anchors, walk
from factcheck.read.tidy import tidy
from tests.read.material import W, blocks, docx_of, lines, paragraph, read_docx, run, styled

BODY = "The harbour had cost the town a good deal of money by then, he said."


def test_tracked_insertions_stay_and_deletions_go():
    article = read_docx(
        paragraph(
            run("The bridge cost ")
            + '<w:del w:id="1" w:author="A">'
            + '<w:r><w:delText xml:space="preserve">four</w:delText></w:r></w:del>'
            + f'<w:ins w:id="2" w:author="A">{run("five")}</w:ins>'
            + run(" million.")
        )
    )
    assert article.text == "The bridge cost five million."


def test_moved_text_stands_once_where_it_was_moved_to():
    article = read_docx(
        paragraph(f'<w:moveFrom w:id="1">{run("Moved sentence.")}</w:moveFrom>' + run("First."))
        + paragraph(run("Second. ") + f'<w:moveTo w:id="2">{run("Moved sentence.")}</w:moveTo>')
    )
    assert lines(article) == ["First.", "Second. Moved sentence."]


def test_a_deleted_paragraph_end_joins_two_paragraphs():
    article = read_docx(
        paragraph(run("It began in May "), '<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>')
        + paragraph(run("and ended in June."))
    )
    assert article.text == "It began in May and ended in June."


def test_a_deleted_row_is_not_read():
    row = "<w:tr>{}<w:tc>" + paragraph(run("{}")) + "</w:tc><w:tc>" + paragraph(run("{}")) + "</w:tc></w:tr>"
    article = read_docx(
        paragraph(run(BODY))
        + "<w:tbl>"
        + row.format("", "2023", "5")
        + row.format('<w:trPr><w:del w:id="1" w:author="A"/></w:trPr>', "2022", "4")
        + "</w:tbl>"
    )
    assert lines(article) == [BODY, "2023 | 5"]


def test_styles_tell_what_a_paragraph_is():
    article = read_docx(
        styled("The harbour", "Title")
        + styled("How it sank", "Subtitle")
        + paragraph(run(BODY))
        + styled("Afterwards", "Heading1")
        + styled("One thing", "ListBullet")
        + styled("A thing below it", "ListBullet2")
        + styled("“Never,” she said.", "Quote")
        + styled("The harbour in 2019.", "Caption")
    )
    assert article.title == "The harbour"
    assert blocks(article) == [
        ("heading", 1, "The harbour"),
        ("dek", 0, "How it sank"),
        ("paragraph", 0, BODY),
        ("heading", 2, "Afterwards"),
        ("list_item", 1, "One thing"),
        ("list_item", 2, "A thing below it"),
        ("quotation", 0, "“Never,” she said."),
        ("caption", 0, "The harbour in 2019."),
    ]


def test_a_short_line_may_stand_above_the_title():
    article = read_docx(
        paragraph(run("Investigation")) + styled("The harbour", "Title") + paragraph(run(BODY))
    )
    assert article.title == "The harbour"
    assert blocks(article)[:2] == [("paragraph", 0, "Investigation"), ("heading", 1, "The harbour")]


def test_numbering_and_outline_level_make_lists_and_headings_without_a_style():
    numbered = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>'
    article = read_docx(
        paragraph(run(BODY))
        + paragraph(run("a heading by level"), '<w:outlineLvl w:val="1"/>')
        + paragraph(run("an item"), numbered)
        + paragraph(run("no item"), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>')
    )
    assert [(kind, level) for kind, level, _ in blocks(article)] == [
        ("paragraph", 0),
        ("heading", 2),
        ("list_item", 2),
        ("paragraph", 0),
    ]


def test_footnotes_come_last_in_the_order_of_their_marks():
    mark = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    article = read_docx(
        paragraph(run("One") + mark.format(7) + run(" and two") + mark.format(3) + run(".")),
        {"3": "Second note.", "5": "A note of deleted text.", "7": "First note."},
    )
    assert blocks(article) == [
        ("paragraph", 0, "One and two."),
        ("footnote", 0, "First note."),
        ("footnote", 0, "Second note."),
    ]


def test_words_in_links_fields_controls_and_tags_are_read():
    article = read_docx(
        paragraph(
            f'<w:hyperlink r:id="rId1">{run("linked")}</w:hyperlink>'
            f"<w:sdt><w:sdtContent>{run(' controlled')}</w:sdtContent></w:sdt>"
            f"<w:smartTag>{run(' tagged')}</w:smartTag>"
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(" dated")}'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            f'<w:fldSimple w:instr="PAGE">{run(" paged")}</w:fldSimple>'
            "<w:r><w:tab/><w:t>tabbed</w:t><w:br/><w:t>broken, non</w:t><w:noBreakHyphen/>"
            "<w:t>stop</w:t></w:r>"
        )
    )
    assert article.text == "linked controlled tagged dated paged tabbed broken, non\u2011stop"


def test_a_table_of_figures_is_one_block_a_row_and_a_layout_table_is_not():
    cell = "<w:tc>{}</w:tc>"
    figures = "".join(cell.format(paragraph(run(words))) for words in ("2023", "", "4.5  million"))
    two = paragraph(run("One side.")) + paragraph(run("More."))
    layout = cell.format(two) + cell.format(paragraph(run("Other.")))
    article = read_docx(
        paragraph(run(BODY)) + f"<w:tbl><w:tr>{figures}</w:tr></w:tbl><w:tbl><w:tr>{layout}</w:tr></w:tbl>"
    )
    assert blocks(article)[1:] == [
        ("list_item", 1, "2023 | 4.5 million"),
        ("paragraph", 0, "One side."),
        ("paragraph", 0, "More."),
        ("paragraph", 0, "Other."),
    ]


def test_a_text_box_is_read_once_after_its_paragraph():
    box = f"<w:txbxContent>{paragraph(run('In the box.'))}</w:txbxContent>"
    article = read_docx(
        paragraph(
            run("Beside the box.")
            + "<w:r><mc:AlternateContent>"
            + f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
            + f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
            + "</mc:AlternateContent></w:r>"
        )
        + paragraph(run("After."))
    )
    assert lines(article) == ["Beside the box.", "In the box.", "After."]


def test_a_drop_cap_belongs_to_its_word():
    article = read_docx(
        paragraph(run("T"), '<w:framePr w:dropCap="drop" w:lines="3"/>') + paragraph(run("he harbour sank."))
    )
    assert article.text == "The harbour sank."


def test_hidden_and_struck_words_are_left_out_and_named():
    article = read_docx(
        paragraph(
            run("Seen. ")
            + run("Secret.", "<w:vanish/>")
            + run("Gone.", "<w:strike/>")
            + run("Kept.", '<w:strike w:val="0"/>')
        )
    )
    assert article.text == "Seen. Kept."
    assert any("Secret." in remark for remark in article.remarks)
    assert any("Gone." in remark for remark in article.remarks)


def test_a_table_of_contents_is_no_text_of_the_draft():
    toc = f'<w:style {W} w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    document = docx.Document()
    document.styles.element.append(docx.oxml.parse_xml(toc))
    document.add_paragraph("Afterwards 3", style="toc 1")
    document.add_paragraph(BODY)
    assert lines(read_bytes(_saved(document), "a.docx")) == [BODY]


def test_comments_are_kept_as_remarks_with_their_words():
    document = docx.Document()
    line = document.add_paragraph("The bridge cost ")
    figure = line.add_run("five million")
    line.add_run(".")
    document.add_comment(figure, "Are you sure?", author="Ann Poe", initials="AP")
    article = read_bytes(_saved(document), "a.docx")
    assert article.text == "The bridge cost five million."
    assert "Comment by Ann Poe on “five million”: Are you sure?" in article.remarks


def test_a_byline_is_metadata_and_said_so():
    article = read_docx(styled("The harbour", "Title") + paragraph(run("By Jane Doe")) + paragraph(run(BODY)))
    assert article.byline == "Jane Doe"
    assert lines(article) == ["The harbour", BODY]
    assert "“By Jane Doe”" in article.remarks[-1]


def test_every_block_has_its_anchor_in_the_original_file():
    body = (
        styled("The harbour", "Title")
        + paragraph(run("By Jane Doe"))
        + paragraph(run("* * *"))
        + paragraph(
            run("It ")
            + f'<w:ins w:id="1">{run("cost  five")}</w:ins>'
            + "<w:r><w:tab/></w:r>"
            + run("million.")
        )
        + "<w:tbl><w:tr><w:tc>"
        + paragraph(run("2023"))
        + "</w:tc><w:tc>"
        + paragraph(run("café"))
        + "</w:tc></w:tr></w:tbl>"
    )
    document = docx.Document(io.BytesIO(docx_of(body)))
    article = read_docx(body)
    found = anchors(document)
    assert [tidy(anchor.text) for anchor in found] == lines(article)
    words = lines(article)[1]
    assert words == "It cost five million."
    start = words.index("five million")
    pieces = found[1].pieces_in(start, start + len("five million"))
    assert "".join(piece.text[begin:end] for piece, begin, end in pieces) == "five\tmillion"
    assert all(piece.run is not None and piece.leaf.getparent() is piece.run for piece, _, _ in pieces)
    row = found[2].pieces_in(0, len("2023 | café"))
    assert [piece.text for piece, _, _ in row] == ["2023", "café"]


def test_a_footnotes_anchor_knows_its_mark():
    body = paragraph(run("One") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
    document = docx.Document(io.BytesIO(docx_of(body, {"2": "The note."})))
    note = walk(document)[-1]
    assert note.text == "The note."
    assert note.reference is not None
    assert note.reference.getparent() is document.element.body[0]


PIECES = st.lists(
    st.text(st.sampled_from("ab \u00a0\u0301e\u0308é\tñ👩\u200d👦\u00ad"), max_size=6), min_size=1, max_size=6
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PIECES)
def test_any_tidy_stretch_is_found_again_in_the_runs(parts):
    content = "".join(run(part.replace("\t", " ")) for part in parts)
    document = docx.Document(io.BytesIO(docx_of(paragraph(run("x")) + paragraph(content + run("z")))))
    walked = walk(document)[-1]
    clean = tidy(walked.text)
    for start in range(len(clean)):
        pieces = walked.pieces_in(start, len(clean))
        rest = "".join(piece.text[begin:end] for piece, begin, end in pieces)
        if clean[start].isascii():
            assert tidy(rest) == clean[start:].strip()


def test_the_words_are_those_that_mammoth_reads():
    body = (
        styled("The harbour", "Title")
        + paragraph(
            run("It ") + f'<w:ins w:id="1">{run("cost five")}</w:ins>' + run(" million, “twice” the plan.")
        )
        + styled("Afterwards", "Heading1")
        + styled("One thing", "ListBullet")
        + styled("“Never,” she said.", "Quote")
    )
    plain = mammoth.extract_raw_text(io.BytesIO(docx_of(body))).value
    assert [line for line in plain.split("\n") if line] == lines(read_docx(body))


def test_a_document_without_words_is_refused():
    with pytest.raises(UnreadableDraft, match="holds no text"):
        read_bytes(docx_of(paragraph("")), "a.docx")


def _saved(document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_styles_that_lead_back_to_themselves_are_read():
    style = '<w:style w:type="{}" w:styleId="{}"><w:name w:val="{}"/><w:basedOn w:val="{}"/></w:style>'
    ring = style.format("paragraph", "A", "a", "B") + style.format("paragraph", "B", "b", "A")
    own = style.format("character", "C", "c", "C")
    body = paragraph(run(BODY, '<w:rStyle w:val="C"/>'), '<w:pStyle w:val="A"/>')
    assert read_bytes(docx_of(body, styles=ring + own), "a.docx").text == BODY


def test_a_relation_that_leads_nowhere_does_not_keep_the_text_out():
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    whole = docx_of(paragraph(run(BODY) + mark), {"2": "A source for it."})
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.infolist():
            if "footnotes" not in part.filename:
                new.writestr(part, old.read(part))
    article = read_bytes(out.getvalue(), "a.docx")
    assert article.text == BODY
    said = " ".join(article.remarks)
    assert "“word/footnotes.xml”" in said
    assert "1 mark in the text" in said
