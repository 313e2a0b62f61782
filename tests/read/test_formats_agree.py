import io

import docx
import pytest

from factcheck.model import Article
from factcheck.read import read_bytes
from tests.read.material import assert_well_formed, blocks, odt_of

TITLE = "The harbour that sank"
ONE = "It cost  €4.5 million — “twice” the plan, naïve café, Привет, שלום, 日本 and 👩‍👦 [bold] =SUM(1)."
TWO = "Ann Poe said so, in May 2023: ‘We never knew’ & <nobody> asked."
HEADING = "Afterwards"
ITEMS = ["One wall", "One quay"]
QUOTE = "“Never,” she said."
ROW = ["2023", "4.5"]
NOTE = "A source for it."
EXPECTED = [
    ("heading", 1, TITLE),
    ("paragraph", 0, ONE.replace("  ", " ")),
    ("heading", 2, HEADING),
    ("list_item", 1, ITEMS[0]),
    ("list_item", 1, ITEMS[1]),
    ("quotation", 0, QUOTE),
    ("paragraph", 0, TWO),
]


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def markdown() -> bytes:
    body = TWO.replace("<", "\\<")
    bold = ONE.replace("[", "\\[").replace("twice", "**twice**")
    items = "".join(f"- {item}\n" for item in ITEMS)
    return f"# {TITLE}\n\nBy Jane Doe\n\n{bold}\n\n## {HEADING}\n\n{items}\n> {QUOTE}\n\n{body}\n".encode()


def html() -> bytes:
    items = "".join(f"<li>{item}</li>" for item in ITEMS)
    return (
        f"<html><body><h1>{TITLE}</h1><p>By Jane Doe</p><p>{escaped(ONE)}</p><h2>{HEADING}</h2>"
        f"<ul>{items}</ul><blockquote>{QUOTE}</blockquote><p>{escaped(TWO)}</p></body></html>"
    ).encode()


def word() -> bytes:
    document = docx.Document()
    document.add_heading(TITLE, 0)
    document.add_paragraph("By Jane Doe")
    first, rest = ONE[:9], ONE[9:]
    paragraph = document.add_paragraph(first)
    paragraph.add_run(rest).bold = True
    document.add_heading(HEADING, 1)
    for item in ITEMS:
        document.add_paragraph(item, style="List Bullet")
    document.add_paragraph(QUOTE, style="Quote")
    document.add_paragraph(TWO)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def odt() -> bytes:
    items = "".join(f"<text:list-item><text:p>{item}</text:p></text:list-item>" for item in ITEMS)
    one = escaped(ONE).replace("  ", " <text:s/>")
    return odt_of(
        f'<text:p text:style-name="Title">{TITLE}</text:p><text:p>By Jane Doe</text:p><text:p>{one}</text:p>'
        f'<text:h text:outline-level="1">{HEADING}</text:h><text:list>{items}</text:list>'
        f'<text:p text:style-name="Quotations">{QUOTE}</text:p><text:p>{escaped(TWO)}</text:p>'
    )


def coded(text: str) -> str:
    """Text in RTF: every character that is not ASCII by its UTF-16 units."""
    signs = []
    for character in text:
        data = character.encode("utf-16-le")
        units = [int.from_bytes(data[place : place + 2], "little") for place in range(0, len(data), 2)]
        signs.append(character if character.isascii() else "".join(f"\\u{unit}?" for unit in units))
    return "".join(signs)


def rtf() -> bytes:
    items = "".join(f"\\pard\\ls1 {{\\listtext\\'b7\\tab}}{item}\\par" for item in ITEMS)
    return (
        "{\\rtf1\\ansi\\ansicpg1252{\\stylesheet{\\s1 heading 1;}{\\s2 Quote;}{\\s3 Title;}}"
        f"\\pard\\s3 {TITLE}\\par\\pard By Jane Doe\\par\\pard {coded(ONE)}\\par"
        f"\\pard\\s1 {HEADING}\\par{items}\\pard\\s2 {coded(QUOTE)}\\par\\pard {coded(TWO)}\\par}}"
    ).encode("ascii")


FILES = {"draft.md": markdown, "draft.html": html, "draft.docx": word, "draft.odt": odt, "draft.rtf": rtf}


@pytest.mark.parametrize("name", FILES)
def test_the_same_draft_is_the_same_text_and_blocks_in_every_format(name):
    article = read_bytes(FILES[name](), name)
    assert_well_formed(article)
    assert blocks(article) == EXPECTED
    assert article.title == TITLE
    assert article.byline == "Jane Doe"


def test_plain_text_gives_the_same_text_and_all_kinds_but_those_it_cannot_say():
    items = "".join(f"- {item}\n" for item in ITEMS)
    plain = f"{TITLE}\n\nBy Jane Doe\n\n{ONE}\n\n{HEADING}\n\n{items}\n> {QUOTE}\n\n{TWO}\n"
    article: Article = read_bytes(plain.encode(), "draft.txt")
    assert blocks(article) == EXPECTED
    assert article.byline == "Jane Doe"


def test_the_same_text_has_the_same_digest_and_each_file_its_own():
    articles = [read_bytes(make(), name) for name, make in FILES.items()]
    assert len({article.digest for article in articles}) == 1
    assert len({article.original_digest for article in articles}) == len(FILES)


def test_notes_and_rows_agree_between_formats():
    pages = {
        "draft.md": f"One[^1].\n\n| {ROW[0]} | {ROW[1]} |\n|---|---|\n\n[^1]: {NOTE}\n",
        "draft.html": (
            "<p>One<sup><a href='#n'>1</a></sup>.</p>"
            f"<table><tr><td>{ROW[0]}<td>{ROW[1]}</table><p id='n'>{NOTE}</p>"
        ),
        "draft.rtf": (
            "{\\rtf1 One{\\super\\chftn}{\\footnote\\pard{\\super\\chftn} " + NOTE + "}.\\par"
            f"\\trowd\\cellx1\\cellx2\\intbl {ROW[0]}\\cell {ROW[1]}\\cell\\row}}"
        ),
    }
    articles = [read_bytes(page.encode(), name) for name, page in pages.items()]
    articles.append(
        read_bytes(
            odt_of(
                '<text:p>One<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
                f"<text:note-body><text:p>{NOTE}</text:p></text:note-body></text:note>.</text:p>"
                "<table:table><table:table-row><table:table-cell><text:p>2023</text:p></table:table-cell>"
                "<table:table-cell><text:p>4.5</text:p></table:table-cell></table:table-row></table:table>"
            ),
            "draft.odt",
        )
    )
    for article in articles:
        assert blocks(article) == [
            ("paragraph", 0, "One."),
            ("list_item", 1, "2023 | 4.5"),
            ("footnote", 0, NOTE),
        ]
