import io
import os
import re
from dataclasses import replace
from pathlib import Path

import lxml.html
import pypdf
import pytest

from factcheck import __version__
from factcheck.export.formats import export
from factcheck.export.options import Audience, Options, Rows
from factcheck.export.sheets.build import make_sheet
from factcheck.model import ClaimFilter
from tests.export.outline import document_outline, styles_outline, workbook_outline
from tests.export.whole_piece import LATER, signed_piece, whole_piece

KEPT = Path(__file__).parent / "sheets"


@pytest.fixture(scope="module")
def sheet():
    return make_sheet(whole_piece(), by="Ann Lee", at=LATER)


def as_kept(name, text):
    """Compare a text with the one kept under its name; with `UPDATE_SCREENS=1` it is written."""
    text = text.replace(f"factcheck {__version__}", "factcheck VERSION").rstrip() + "\n"
    kept = KEPT / name
    if os.environ.get("UPDATE_SCREENS"):
        kept.write_text(text, encoding="utf-8")
    assert text == kept.read_text(encoding="utf-8"), "run with UPDATE_SCREENS=1 where the change is meant"


def table(data):
    return data.decode("utf-8-sig").replace("\r\n", "\n")


def test_the_report_in_markdown_is_as_it_was_agreed(sheet):
    as_kept("report.md.txt", export(sheet, "markdown").decode())


def test_the_report_in_html_is_as_it_was_agreed(sheet):
    page = lxml.html.document_fromstring(export(sheet, "html"))
    body = lxml.html.tostring(page.body, encoding="unicode")
    as_kept("report.html.txt", re.sub(r"\n\s*\n+", "\n", body))


@pytest.mark.parametrize("rows", Rows)
def test_the_tables_are_as_they_were_agreed(sheet, rows):
    as_kept(f"{rows}.csv.txt", table(export(sheet, "csv", Options(rows=rows))))


@pytest.mark.parametrize("audience", Audience)
def test_the_annotated_copies_are_as_they_were_agreed(sheet, audience):
    made = export(sheet, "docx", Options(audience=audience))
    as_kept(f"{audience}.docx.txt", "\n".join(document_outline(made)))


def test_the_styles_and_properties_of_a_copy_are_as_they_were_agreed(sheet):
    as_kept("styles.docx.txt", "\n".join(styles_outline(export(sheet, "docx"))))


def test_the_workbook_is_as_it_was_agreed(sheet):
    as_kept("workbook.xlsx.txt", "\n".join(workbook_outline(export(sheet, "xlsx"))))


def test_the_confidential_table_and_the_signed_report_are_as_they_were_agreed():
    sheet = make_sheet(signed_piece(), by="Ann Lee", at=LATER, confidential=True)
    as_kept("signed.md.txt", export(sheet, "markdown").decode())
    as_kept("confidential.csv.txt", table(export(sheet, "csv", Options(rows=Rows.CITATIONS))))


def test_a_signed_piece_with_nothing_in_it_is_as_it_was_agreed():
    bare = signed_piece()._replace(claims=(), queries=(), sources=(), contacts=(), history=(), former=())
    article = replace(bare.article, title="", outlet="", byline="", published=None, deadline=None)
    progress = replace(
        article.progress, claims=0, by_finding={}, recheck=0, lost=0, open_queries=0, reviewed=0
    )
    bare = bare._replace(article=replace(article, progress=progress), drafts=bare.drafts[1:], passages=())
    sheet = make_sheet(bare, by="Ann Lee", at=LATER, selection=ClaimFilter(search="x"))
    copies = [document_outline(export(sheet, "docx", Options(audience=audience))) for audience in Audience]
    as_kept("bare.docx.txt", "\n".join(line for copy in copies for line in copy))
    as_kept("bare.md.txt", export(sheet, "markdown").decode())
    as_kept("bare.csv.txt", table(export(sheet, "csv")))
    page = lxml.html.document_fromstring(export(sheet, "html"))
    as_kept("bare.html.txt", re.sub(r"\n\s*\n+", "\n", lxml.html.tostring(page.body, encoding="unicode")))
    as_kept("bare.xlsx.txt", "\n".join(workbook_outline(export(sheet, "xlsx"))))


def test_the_print_is_as_it_was_agreed(sheet):
    pytest.importorskip("typst")
    pages = pypdf.PdfReader(io.BytesIO(export(sheet, "pdf"))).pages
    as_kept("report.pdf.txt", "\n".join(page.extract_text() for page in pages))
