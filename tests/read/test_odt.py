from factcheck.read import read_bytes
from tests.read.material import blocks, lines, odt_of, read_odt, repacked

BODY = "<text:p>The harbour had cost the town a good deal of money.</text:p>"
WORDS = "The harbour had cost the town a good deal of money."


def style(name: str, parent: str = "", family: str = "paragraph", properties: str = "") -> str:
    return (
        f'<style:style style:name="{name}" style:family="{family}" style:parent-style-name="{parent}">'
        f"<style:text-properties {properties}/></style:style>"
    )


def test_spaces_tabs_and_breaks_are_one_space():
    article = read_odt(
        '<text:p>One<text:s text:c="99999999"/>two<text:tab/>three<text:line-break/>four.</text:p>'
    )
    assert article.text == "One two three four."


def test_styles_are_followed_to_their_parents():
    article = read_odt(
        '<text:p text:style-name="P1">The harbour</text:p>'
        '<text:p text:style-name="Subtitle">How it sank</text:p>'
        f'{BODY}<text:p text:style-name="P2">Never.</text:p>'
        '<text:p text:style-name="Heading_20_2">After</text:p>'
        '<text:p text:style-name="Illustration">In 2019.</text:p>',
        style("P1", "Title") + style("P2", "P3") + style("P3", "Quotations"),
    )
    assert blocks(article) == [
        ("heading", 1, "The harbour"),
        ("dek", 0, "How it sank"),
        ("paragraph", 0, WORDS),
        ("quotation", 0, "Never."),
        ("heading", 2, "After"),
        ("caption", 0, "In 2019."),
    ]


def test_styles_in_a_circle_do_no_harm():
    article = read_odt('<text:p text:style-name="P1">Words.</text:p>', style("P1", "P2") + style("P2", "P1"))
    assert article.text == "Words."


def test_tracked_deletions_contents_and_comments_are_no_text():
    article = read_odt(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Gone.</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes><text:table-of-content><text:index-body>"
        "<text:p>After 3</text:p></text:index-body></text:table-of-content>"
        '<text:p>Kept<text:change text:change-id="1"/><office:annotation><dc:creator>Ann Poe</dc:creator>'
        "<text:p>Are you sure?</text:p></office:annotation>.</text:p>"
    )
    assert article.text == "Kept."
    assert "Comment by Ann Poe: Are you sure?" in article.remarks


def test_hidden_and_struck_words_are_left_out_and_named():
    article = read_odt(
        '<text:p>Seen<text:span text:style-name="T1"> secret</text:span>'
        '<text:span text:style-name="T2"> gone</text:span>.</text:p>',
        style("T1", family="text", properties='text:display="none"')
        + style("T2", family="text", properties='style:text-line-through-style="solid"'),
    )
    assert article.text == "Seen."
    assert any("secret" in remark for remark in article.remarks)
    assert any("gone" in remark for remark in article.remarks)


def test_a_caption_in_a_frame_follows_its_paragraph():
    article = read_odt(
        "<text:p>Before<draw:frame><draw:text-box><text:p>"
        "<draw:frame><draw:image/></draw:frame>A caption.</text:p></draw:text-box></draw:frame>.</text:p>"
    )
    assert lines(article) == ["Before.", "A caption."]


def test_nested_lists_know_their_depth():
    article = read_odt(
        f"{BODY}<text:list><text:list-item><text:p>one</text:p><text:list><text:list-item><text:p>two</text:p>"
        "</text:list-item></text:list></text:list-item></text:list>"
    )
    assert blocks(article)[1:] == [("list_item", 1, "one"), ("list_item", 2, "two")]


def test_the_language_of_the_file_is_taken():
    meta = (
        b'<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        b'xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta><dc:language>de-AT</dc:language>'
        b"</office:meta></office:document-meta>"
    )
    assert read_bytes(repacked(odt_of(BODY), {"meta.xml": meta}), "a.odt").language == "de-AT"
