"""Every word of a draft's body is in the article, or a remark names it."""

from itertools import count
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.read import read_bytes
from tests.read.material import blocks, docx_of, lines, odt_of, paragraph, read_docx, read_odt, run, styled

BODY = "The harbour had cost the town a good deal of money by then, he said, and nobody had asked."
SENTENCES = "".join(f"<p>{BODY.replace('money', f'money in {year}')}</p>" for year in range(2010, 2016))
HEADLINE = "The harbour that sank"


def page(above: str = "", body: str = SENTENCES, below: str = "") -> bytes:
    """A page with a menu, so that the article has to be found in it."""
    return (
        f"<html><head><title>{HEADLINE} | The Post</title></head><body><nav><a href=x>News</a></nav>"
        f"<div class='page'><main><article><h1>{HEADLINE}</h1>{above}<div class='body'>{body}</div>{below}"
        "</article></main></div><footer><a href=y>Imprint</a></footer></body></html>"
    ).encode()


def test_content_controls_in_the_cells_of_a_table_are_read():
    control = f"<w:sdt><w:sdtContent>{paragraph(run('4.5 million'))}</w:sdtContent></w:sdt>"
    inline = paragraph(f"<w:sdt><w:sdtContent>{run('2023')}</w:sdtContent></w:sdt>")
    row = f"<w:tr><w:tc>{inline}</w:tc><w:tc>{control}</w:tc></w:tr>"
    assert lines(read_docx(paragraph(run(BODY)) + f"<w:tbl>{row}</w:tbl>")) == [BODY, "2023 | 4.5 million"]


def test_tabs_and_breaks_inside_the_text_of_a_run_do_not_end_it():
    words = "<w:r><w:t>It fell<w:tab/>in May<w:br/>and rose<w:tab/></w:t></w:r>"
    assert read_docx(paragraph(words + run("in June."))).text == "It fell in May and rose in June."


def test_contents_drawings_and_art_of_a_word_document_are_named():
    drawn = '<a:t xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">Drawn words</a:t>'
    toc = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    body = (
        styled("A line of contents", "TOC1")
        + paragraph(run(BODY) + f"<w:r><w:drawing>{drawn}</w:drawing></w:r>")
        + paragraph('<w:r><w:pict><v:textpath string="Words of art"/></w:pict></w:r>')
        + paragraph('<w:del w:id="1"><w:r><w:t>Deleted words</w:t></w:r></w:del>')
    )
    article = read_bytes(docx_of(body, styles=toc), "a.docx")
    assert article.text == BODY
    said = " ".join(article.remarks)
    assert "“A line of contents”" in said
    assert "“Drawn words”" in said
    assert "“Words of art”" in said
    assert "Deleted" not in said


def test_list_headers_of_a_text_are_read_and_what_else_stands_apart_is_named():
    article = read_odt(
        f"<text:p>{BODY}</text:p>"
        "<text:list><text:list-header><text:p>Before the items</text:p></text:list-header>"
        "<text:list-item><text:p>An item</text:p></text:list-item></text:list>"
        "<text:table-of-content><text:index-body><text:p>A line of contents</text:p></text:index-body>"
        "</text:table-of-content>"
        '<text:section text:display="none"><text:p>A hidden line</text:p></text:section>'
        "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
        "<table:table-cell><text:p>b</text:p></table:table-cell>"
        "<table:covered-table-cell><text:p>Under a cell</text:p></table:covered-table-cell>"
        "</table:table-row></table:table>"
        "<text:p>Beside a shape.<draw:custom-shape><text:p>In the shape</text:p></draw:custom-shape></text:p>"
    )
    assert lines(article) == [
        BODY,
        "Before the items",
        "An item",
        "a | b",
        "Beside a shape.",
        "In the shape",
    ]
    said = " ".join(article.remarks)
    assert all(words in said for words in ("“A line of contents”", "“A hidden line”", "“Under a cell”"))


def test_a_row_without_its_end_is_read():
    article = read_bytes(b"{\\rtf1 Some words.\\par a\\cell b\\par}", "a.rtf")
    assert lines(article) == ["Some words.", "a | b"]


@pytest.mark.parametrize(
    "above",
    [
        "<p class='x'>{}</p>",
        "<h2>{}</h2>",
        "<div><img src=a.jpg alt=a>{}</div>",
        "<p><img src=a.jpg> {}</p>",
        "<header><div><figure><img src=a.jpg><figcaption>{}</figcaption></figure></div></header>",
        "<div class='article_caption'>{}</div>",
        "<ul><li>{}</li></ul>",
        "<div class='lead-block'><div class='photo'><img src=a.jpg></div><span>{}</span></div>",
    ],
)
def test_what_stands_between_the_headline_and_the_text_is_read(above):
    words = "Nobody in the town had asked what the new quay would cost them."
    article = read_bytes(page(above.format(words)), "a.html")
    assert lines(article)[:2] == [HEADLINE, words]


def test_list_items_and_small_paragraphs_within_the_text_are_read():
    items = "<div class='step'><div><ul><li>One wall of stone</li><li>One quay</li></ul></div></div>"
    small = "<div class='step'><div class='inner'><p>What it took:</p></div></div>"
    article = read_bytes(page(body=SENTENCES + small + items + SENTENCES), "a.html")
    assert {"One wall of stone", "One quay", "What it took:"} <= set(lines(article))


def test_parts_of_a_page_beside_its_text_are_named_each_by_its_first_words():
    long = "Readers of this piece have also read what the harbour master wrote about the quays of the north."
    beside = f"<aside><p>{long}</p></aside><div class='related-links'><p>More on quays</p></div>"
    remarks = read_bytes(page(body=SENTENCES + beside + SENTENCES), "a.html").remarks
    assert any("no part of the article" in remark and f"“{long[:40]}" in remark for remark in remarks)
    menus = next(remark for remark in remarks if "menus" in remark)
    assert all(f"“{words}”" in menus for words in ("News", "Imprint", "More on quays"))
    assert not any("more pieces" in remark for remark in remarks)


NUMBERS = st.integers(1, 3)
KINDS = st.recursive(
    st.sampled_from(["p", "words", "image", "struck", "hidden", "caption", "heading", "note"]),
    lambda inner: st.tuples(
        st.sampled_from(["div", "list", "table", "quote", "box", "aside", "control"]),
        st.lists(inner, min_size=1, max_size=4),
    ),
    max_leaves=12,
)
"""What a document holds: the kinds of its parts, one in another."""
DRAFTS = st.lists(KINDS, min_size=1, max_size=5)


class Writing:
    """Writes a document in one format, each part with words that stand nowhere else."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self._numbers = count()

    def said(self) -> str:
        """New words of the body."""
        number = next(self._numbers)
        self.words.append(f"Word{number}a word{number}b")
        return self.words[-1]


class Page(Writing):
    LEAVES: ClassVar = {
        "p": "<p>{}</p>", "words": "{}<hr>", "image": "<p><img src=a.jpg> {}</p>",
        "struck": "<p>a <del>{}</del></p>",
        "hidden": "<button>{}</button>", "caption": "<figure><figcaption>{}</figcaption></figure>",
        "heading": "<h2>{}</h2>", "note": "<p>a <sub>{}</sub></p>",
    }  # fmt: skip
    NODES: ClassVar = {
        "div": "<div>{}</div>", "list": "<ul><li>{}</li></ul>", "table": "<table><tr><td>a<td>{}</table>",
        "quote": "<blockquote>{}</blockquote>", "box": "<section><div class='share'>{}</div></section>",
        "aside": "<aside>{}</aside>", "control": "<form>{}</form>",
    }  # fmt: skip

    def write(self, part) -> str:
        if isinstance(part, str):
            return self.LEAVES[part].format(self.said())
        kind, parts = part
        return self.NODES[kind].format("".join(map(self.write, parts)))


class Word(Writing):
    def write(self, part) -> str:
        if isinstance(part, str):
            words = run(self.said())
            first, second = self.words[-1].split()
            return {
                "words": f"<w:sdt><w:sdtContent>{paragraph(words)}</w:sdtContent></w:sdt>",
                "image": paragraph(f"<w:r><w:t>a<w:tab/>{first}</w:t></w:r>{run(second)}"),
                "struck": paragraph(run("a") + words.replace("<w:rPr>", "<w:rPr><w:strike/>")),
                "hidden": paragraph(run("a") + words.replace("<w:rPr>", "<w:rPr><w:vanish/>")),
                "note": paragraph(words.replace("<w:rPr>", '<w:rPr><w:vertAlign w:val="subscript"/>')),
            }.get(part, paragraph(words))
        kind, parts = part
        inner = "".join(map(self.write, parts))
        if kind == "table":
            return f"<w:tbl><w:tr><w:tc>{paragraph(run('a'))}</w:tc><w:tc>{inner}</w:tc></w:tr></w:tbl>"
        if kind == "box":
            box = f"<w:txbxContent>{inner}</w:txbxContent>"
            return paragraph(f"<w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r>")
        if kind == "aside":
            return f"<w:unknown>{inner}</w:unknown>"
        return f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


class OpenDocument(Writing):
    LEAVES: ClassVar = {
        "p": "<text:p>{}</text:p>", "words": "<text:p>a<text:span>{}</text:span></text:p>",
        "image": "<text:p><draw:frame/>{}</text:p>", "heading": "<text:h>{}</text:h>",
        "struck": '<text:p>a<text:span text:style-name="struck">{}</text:span></text:p>',
        "hidden": '<text:p>a<text:hidden-text text:string-value="{}"/></text:p>',
        "caption": "<text:p><draw:frame><draw:text-box><text:p>{}</text:p></draw:text-box></draw:frame>"
        "</text:p>",
        "note": "<text:p>a<text:note><text:note-body><text:p>{}</text:p></text:note-body></text:note>"
        "</text:p>",
    }  # fmt: skip
    NODES: ClassVar = {
        "div": "<text:section>{}</text:section>",
        "list": "<text:list><text:list-header>{0}</text:list-header></text:list>",
        "table": "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
        "<table:table-cell>{}</table:table-cell></table:table-row></table:table>",
        "quote": '<text:section text:display="none">{}</text:section>',
        "box": "<text:p><draw:custom-shape>{}</draw:custom-shape></text:p>",
        "aside": "<text:table-of-content>{}</text:table-of-content>",
        "control": "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
        "<table:table-cell/><table:covered-table-cell>{}</table:covered-table-cell></table:table-row>"
        "</table:table>",
    }  # fmt: skip
    write = Page.write


class Rich(Writing):
    LEAVES: ClassVar = {
        "p": "{}\\par ", "words": "{{\\b {}}} ", "image": "a\\tab {}\\par ", "heading": "\\pard\\s1 {}\\par ",
        "struck": "a{{\\strike {}}}\\par ", "hidden": "a{{\\v {}}}\\par ", "caption": "\\line {}\\par\\pard ",
        "note": "a{{\\footnote {}}}\\par ",
    }  # fmt: skip
    NODES: ClassVar = {
        "div": "{}", "list": "{{\\pntext 1.}}{}", "table": "a\\cell {}\\cell\\row ", "quote": "{{{}}}",
        "box": "{{\\shp{{\\*\\shpinst{{\\shptxt {}}}}}}}", "aside": "a\\cell {}",
        "control": "{{\\field{{\\*\\fldinst X}}{{\\fldrslt {}}}}}",
    }  # fmt: skip
    write = Page.write


STRUCK = (
    '<style:style style:name="struck" style:family="text">'
    '<style:text-properties style:text-line-through-style="solid"/></style:style>'
)
FORMATS = {
    "a.html": (Page, lambda body: f"<html><body><p>{BODY}</p>{body}</body></html>".encode()),
    "b.html": (Page, lambda body: page(body=SENTENCES + body + SENTENCES)),
    "c.html": (Page, lambda body: page(body, below=body)),
    "d.docx": (Word, lambda body: docx_of(paragraph(run(BODY)) + body)),
    "e.odt": (OpenDocument, lambda body: odt_of(f"<text:p>{BODY}</text:p>{body}", STRUCK)),
    "g.rtf": (Rich, lambda body: f"{{\\rtf1\\ansi {BODY}\\par {body}}}".encode()),
    "f.md": (Page, lambda body: f"{BODY}\n\n<div>{body}</div>\n".encode()),
}


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(draft=DRAFTS)
def test_every_word_of_a_body_is_in_the_article_or_in_a_remark(name, draft):
    writing_in, whole = FORMATS[name]
    writing = writing_in()
    body = "".join(map(writing.write, draft))
    article = read_bytes(whole(body), name)
    there = " ".join([article.text, *article.remarks]).translate(str.maketrans("", "", "_()"))
    lost = [word for words in writing.words for word in words.split() if word not in there]
    assert not lost
    assert blocks(article)
