"""A copy of the writer's Word file carries nobody out who must not be named, wherever the file names them."""

import io
from dataclasses import replace

import docx
import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from factcheck.desk import Desk
from factcheck.export.formats import export
from factcheck.export.handing import hand_over
from factcheck.export.options import Options, Original
from factcheck.export.sheets.build import make_sheet
from factcheck.export.sheets.redact import Redactor
from factcheck.model import DraftBlock
from factcheck.read import read_bytes
from factcheck.split import split
from tests.export.material import NOON, draft_of, material_of
from tests.export.packed import readable_parts
from tests.export.test_withheld_spellings import QUUX, secret
from tests.read.material import W, docx_of, paragraph, run

TELLTALES = ("quux", "whistle", "zebediah", "900123", "7700")
PLACES = {
    "hidden text": run("quux-whistle ", "<w:vanish/>"),
    "struck out": '<w:del w:id="1" w:author="Wes"><w:r><w:delText>Zebediah</w:delText><w:br/>'
    "<w:delText>Quux-Whistle</w:delText></w:r></w:del>",
    "who struck out": '<w:ins w:id="2" w:author="Zebediah Quux-Whistle" w:date="2026-01-01T00:00:00Z"/>',
    "field code in two runs": '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText>HYPERLINK "mailto:zebediah.qu</w:instrText></w:r>'
    '<w:r><w:instrText>ux@example.net"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    "simple field": '<w:fldSimple w:instr="AUTHOR Quux-Whistle"/>',
    "bookmark": '<w:bookmarkStart w:id="9" w:name="quux_whistle"/><w:bookmarkEnd w:id="9"/>',
    "content control": '<w:sdt><w:sdtPr><w:alias w:val="Z. Quux"/><w:tag w:val="quux"/></w:sdtPr>'
    "<w:sdtContent/></w:sdt>",
    "link": '<w:hyperlink w:anchor="quux_whistle" w:tooltip="ring 07700 900123"/>',
}


def file_with(body):
    """A file with a draft, and in its first paragraph that."""
    return docx_of(paragraph(run("The bridge cost $3 million. ") + body) + paragraph(run("It is long.")))


def copied(content):
    """A copy of such a file for the editor, as one readable text; and the draft in it."""
    article = read_bytes(content, "bridge.docx")
    blocks = tuple(DraftBlock(block.kind, block.start, block.end, block.level) for block in article.blocks)
    draft = replace(draft_of(article.text), blocks=blocks)
    redactor = Redactor([secret(**QUUX)], article.text)
    original = Original(content, "bridge.docx", redactor.text, redactor.wording)
    sheet = make_sheet(material_of(draft, ()), by="Ann Lee", at=NOON, redactor=redactor)
    return readable_parts(export(sheet, "docx", Options(original=original))), article.text


@pytest.mark.parametrize("place", PLACES)
def test_nothing_withheld_stays_anywhere_in_the_copy(place):
    text, draft = copied(file_with(PLACES[place]))
    assert not [word for word in TELLTALES if word in draft.lower()]
    assert not [word for word in TELLTALES if word in text.lower()]
    assert "It is long." in text


def test_what_the_draft_says_stays_as_published():
    text, draft = copied(file_with(run("Zebediah Quux-Whistle built it.")))
    assert "Zebediah Quux-Whistle built it." in draft
    assert "Zebediah Quux-Whistle built it." in text


def with_part(content, name, kind, data):
    """The file with one part more."""
    document = docx.Document(io.BytesIO(content))
    part = Part(PackURI(name), "application/octet-stream", data, document.part.package)
    document.part.relate_to(
        part, f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
    )
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "kind", "data"),
    [
        ("/word/drawings/vmlDrawing1.vml", "vmlDrawing", b"<xml title='x'><p>ring quux-whistle</p></xml>"),
        ("/customXml/item9.xml", "customXml", "<a b='c'>Z. Quux, 0\u00a07700 900123</a>".encode()),
        ("/word/people.xml", "people", b"<p author='Zebediah Quux-Whistle' userId='zebediah.quux'/>"),
        ("/word/footnotes.xml", "footnotes", f"<w:footnotes {W}/>".encode()),
    ],
)
def test_nothing_withheld_stays_in_any_part(name, kind, data):
    text, _ = copied(with_part(file_with(""), name, kind, data))
    assert not [word for word in TELLTALES if word in text.lower()]


def test_a_footnote_that_the_draft_does_not_have_is_withheld_from_too():
    content = docx_of(paragraph(run("The bridge cost $3 million.")), {"2": "Ask Zebediah Quux-Whistle."})
    text, draft = copied(content)
    assert "Quux" not in draft
    assert not [word for word in TELLTALES if word in text.lower()]


def test_the_person_who_exports_is_told_of_files_that_are_copied_unread(tmp_path):
    content = with_part(file_with(""), "/word/embeddings/sheet1.xlsx", "package", b"PK quux-whistle")
    with Desk.open(tmp_path / "desk.db", person="Ann Lee") as desk:
        article = read_bytes(content, "bridge.docx")
        slug = desk.articles.add(article, split(article)).article
        said = hand_over(desk, slug, "docx").said
    assert said == ("1 file embedded in the original: copied without a look into it",)
