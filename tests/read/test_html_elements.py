"""Elements of a page one by one: what becomes a block, what goes, what is told."""

import pytest
from lxml import html

from factcheck.read.web.html_blocks import place_of, walk


def walked(body: str, head: str = "", *, alt_captions: bool = False):
    root = html.document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>")
    return walk(root.find("body"), alt_captions=alt_captions)


def shown(body: str, head: str = "", *, alt_captions: bool = False) -> list[str]:
    """Kind, level and words of each block before they are arranged; a + where the page states the kind."""
    return [
        f"{block.kind.value}{block.level or ''}{'+' * block.stated} {' '.join(block.text.split())}"
        for block in walked(body, head, alt_captions=alt_captions).blocks
    ]


NOTE = "<p id=n>N</p>"
CASES = {
    "a<p>b</p>c<div>d<div>e</div>f</div>g": [f"paragraph {letter}" for letter in "abcdefg"],
    "<p>a<!-- no -->b<?pi no?>c</p>": ["paragraph abc"],
    "<p>* * *</p><p>a</p>": ["paragraph a"],
    "<h1>a</h1><h2>b</h2><h6>c <b>d</b></h6>": ["heading1+ a", "heading2+ b", "heading6+ c d"],
    "<figure><figcaption>a</figcaption></figure>": ["caption+ a"],
    "<ul><li>a<ul><li>b</ul><li>c<p>d</p></ul>": [
        "list_item1+ a", "list_item2+ b", "list_item1+ c", "list_item1+ d"],
    "<ol><li>a</ol><menu><li>b</menu><dl><dt>c<dd>d</dl>": [
        "list_item1+ a", "list_item1+ b", "list_item1+ c", "list_item1+ d"],
    "<div><li>a</li></div>": ["list_item1+ a"],
    "<ul><h3>a</h3><p>b</p></ul>": ["heading3+ a", "paragraph b"],
    "<blockquote>a<p>b</p></blockquote>c": ["quotation+ a", "quotation+ b", "paragraph c"],
    "<blockquote><ul><li>a</ul><h2>b</h2></blockquote>": ["list_item1+ a", "heading2+ b"],
    "<li><blockquote>a</blockquote></li>": ["quotation+ a"],
    "<table><caption>t</caption><tr><th>a<th>b<tr><td>c<td><td>d</table>": [
        "caption+ t", "list_item1+ a | b", "list_item1+ c | d"],
    "<table><tr><td>a</td><td>b</td>x</tr></table>": ["list_item1+ a | b | x"],
    "<table><tr><td>a</table>": ["paragraph a"],
    "<table><tr><td><p>a</p><td><p>b</p></table>": ["list_item1+ a | b"],
    "<table><tr><td><p>a</p><p>b</p><td>c</table>": ["paragraph a", "paragraph b", "paragraph c"],
    f"<table><tr><td>{'a' * 300}<td>b</table>": [f"list_item1+ {'a' * 300} | b"],
    f"<table><tr><td>{'a' * 301}<td>b</table>": [f"paragraph {'a' * 301}", "paragraph b"],
    "<ul><li><ul><li><table><tr><td>a<td>b</table></ul></ul>": ["list_item2+ a | b"],
    "<table><tr><td>a<br><br>b<td>c<br>d</table>": ["list_item1+ a b | c d"],
    "<p>a<br>b<br><br>c<br> <br>d<br>x<br>e</p>": ["paragraph a b", "paragraph c", "paragraph d x e"],
    "<p>a <q>b</q> c</p>": ["paragraph a “b” c"],
    "<p>a<del>b</del><s>c</s><strike>d</strike>e</p>": ["paragraph ae"],
    "<p>a<del>b<s>c</s>d</del>e</p>": ["paragraph ae"],
    "<p>a<sup>2</sup><sub>3</sub>b</p>": ["paragraph a²₃b"],
    "<p>a<sup>2<b>3</b>5</sup>4</p>": ["paragraph a²³⁵4"],
    "<p>a<sup>2<sub>3</sub>5</sup>4</p>": ["paragraph a²₃⁵4"],
    "<p>x<math><mfrac><mn>1</mn>y<mn>2</mn></mfrac></math></p>": ["paragraph x1y/2"],
    "<p>a<span style='vertical-align: super'>2</span><span style='VERTICAL-ALIGN:sub'>3</span></p>": [
        "paragraph a²₃"],
    "<p>a<sup style='vertical-align:baseline'>2</sup><sup style='vertical-align:top'>3</sup></p>": [
        "paragraph a2³"],
    "<p>x<math><msub><mi>a</mi><mn>2</mn></msub><msubsup><mi>b</mi><mn>3</mn><mn>4</mn></msubsup>"
    "<mfrac><mn>1</mn><mn>2</mn></mfrac><mover><mi>c</mi><mn>5</mn></mover></math></p>": [
        "paragraph xa₂b₃⁴1/2c⁵"],
    "<p>x<math><munder><mi>a</mi><mn>2</mn></munder><munderover><mi>b</mi><mn>3</mn><mn>4</mn></munderover>"
    "<mfrac><mn>1</mn></mfrac></math></p>": ["paragraph xa₂b₃⁴1"],
    "<p>a<span hidden>no</span><span style='display: none'>no</span><i style='DISPLAY:NONE'>no</i>b</p>": [
        "paragraph ab"],
    "".join(f"<{tag}>no</{tag}>" for tag in ("script", "style", "noscript", "template", "object", "nav",
            "button", "dialog", "textarea", "iframe", "audio", "video", "svg", "canvas")) + "a": [
        "paragraph a"],
    "<ruby>a<rp>(</rp><rt>no</rt><rp>)</rp></ruby>": ["paragraph a"],
    f"<p>a<sup><a href='#n'>1</a></sup></p>{NOTE}": ["paragraph a", "footnote+ N"],
    "<p>a<sup><a href='#m'>2</a></sup><sup><a href='#n'>1</a></sup></p><p id=n>N</p><div id=m><p>M</p><p>L"
    "</p></div><p>b</p>": ["paragraph a", "paragraph b", "footnote+ M", "footnote+ L", "footnote+ N"],
    "<p class=MsoTitle>a<p class=MsoSubtitle>b<p class=MsoQuote>c<p class=MsoCaption>d"
    "<p class=wp-caption-text>e<p class='x quote-western'>f<p class=MsoIntenseQuote>g": [
        "heading1+ a", "dek+ b", "quotation+ c", "caption+ d", "caption+ e", "quotation+ f", "quotation+ g"],
    "<p class=MsoListParagraphCxSpFirst>· a<p class=MsoListParagraphCxSpMiddle>b"
    "<p class=MsoListParagraph>· · c": [
        "list_item1+ a", "list_item1+ b", "list_item1+ · c"],
    "".join(f"<p class='{name}'>a" for name in ("dek", "deck", "standfirst", "subtitle", "subhead",
            "article-dek", "dek_text", "sub-title", "sub-head")): ["dek+ a"] * 9,
    "<p itemprop=alternativeHeadline>a<p class='a-dek-b'>b<p class=dekko>c": [
        "dek+ a", "paragraph b", "paragraph c"],
}  # fmt: skip


@pytest.mark.parametrize("body", CASES)
def test_what_elements_make_of_the_words(body):
    assert shown(body) == CASES[body]


def test_classes_of_a_style_sheet_raise_and_lower():
    head = (
        "<style>.u{vertical-align:super} p .no{vertical-align:super}"
        "span.d , .e {color:red;vertical-align: Sub;}"
        ".b{vertical-align:baseline}.n{color:red}</style>"
        "<style>@media print{.m{vertical-align:super}}</style>"
    )
    body = "".join(
        f"<i class='{name}'>1</i>" for name in ("u", "no", "d", "e", "b", "n", "n u", "u d", "u b")
    )
    assert shown(f"<p>x{body}</p>", head) == ["paragraph x¹1₁₁11¹₁1"]
    assert shown("<p>x<sup class=b>1</sup><sup class=n>2</sup></p>", head) == ["paragraph x1²"]
    assert shown("<p>x<i class=u>1</i></p>") == ["paragraph x1"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p><img alt=a></p>", ["caption+ a"]),
        ("<p><img alt=a title=b></p>", ["caption+ b"]),
        ("<p><img></p>", []),
        ("<p><img alt='*'></p>", []),
        ("<p>x<img alt=a></p>", ["paragraph x"]),
        ("<p><a><img alt=a></a><br><br></p>", ["caption+ a"]),
        ("<p><i></i><i></i><i></i><img alt=a></p>", []),
        ("<p><i></i><i></i><img alt=a></p>", ["caption+ a"]),
    ],
)
def test_the_words_of_a_picture_that_stands_alone_are_its_caption_where_asked_for(body, expected):
    assert shown(body, alt_captions=True) == expected
    assert shown(body) == [line for line in expected if not line.startswith("caption")]


def test_a_block_knows_its_element_and_how_much_of_it_is_linked():
    body = (
        "<div><p>abcd</p><p><a>ab</a>cd</p><h2><a>ab</a></h2>ab<a>cd</a> </div><ul><li><a>a</a><p>b</p></ul>"
    )
    places = [place_of(block) for block in walked(body).blocks]
    assert [place.element.tag for place in places] == ["p", "p", "h2", "div", "li", "p"]
    assert [round(place.linked, 2) for place in places] == [0, 0.5, 1, 0.4, 1, 0]
    assert place_of(walked("<p><img alt=a></p>", alt_captions=True).blocks[0]).linked == 0
    row = walked("<table><tr><td><a>abc</a><td>d</table>").blocks[0]
    assert (place_of(row).element.tag, place_of(row).linked) == ("tr", 3 / 7)


def test_struck_words_menus_and_comments_are_told_one_by_one():
    found = walked(
        "<p>a<del>one</del><s>two <b>more</b></s><del>three <s>four</s> five</del></p>"
        "<nav>News <a>Sport</a></nav>"
        "<button hidden>no</button><button>Share</button><select><option>Mr</select><textarea> </textarea>"
        "<dialog>Join</dialog><script>no</script>"
        "<p>b<sup><a href='#cmnt1'>[a]</a></sup><sup><a href='#cmnt2'>[b]</a></sup></p>"
        "<div id=cmnt1><p>Sure?</p></div><div id=cmnt2><p> </p></div>"
    )
    assert found.struck == ("one", "two more", "three", "four", "five")
    assert found.menus == ("News Sport", "Share", "Mr", "Join")
    assert found.comments == ("Sure?",)


def noted(mark: str, target: str = NOTE) -> bool:
    return any(block.kind.value == "footnote" for block in walked(f"<p>a{mark}</p>{target}").blocks)


@pytest.mark.parametrize(
    "mark",
    [
        "<sup><a href='#n'>1</a></sup>",
        "<a href='#n'><sup>1</sup></a>",
        "<a href='#n'>[1]</a>",
        "<a href='#n'>(1)</a>",
        "<a href='#n' role=doc-noteref>1</a>",
        "<a href='#n' class=footnote-ref>1</a>",
        "<sup><a href='#n'>999</a></sup>",
        "<sup><a href='#n'>ab</a></sup>",
        "<sup><a href='#n'>***</a></sup>",
        "<sup><a href='#n'> [ 12 ] </a></sup>",
        "<a href='#n'>[ 123  ]</a>",
    ],
)
def test_a_small_sign_that_leads_to_a_note_is_its_mark(mark):
    assert noted(mark)
    assert shown(f"<p>a{mark}</p>{NOTE}") == ["paragraph a", "footnote+ N"]


@pytest.mark.parametrize(
    "mark",
    [
        "<a href='#n'>1</a>",
        "<sup><a href='#x'>1</a></sup>",
        "<sup><a href='n'>1</a></sup>",
        "<sup><a href='#'>1</a></sup>",
        "<sup><a href='http://a.org/#n'>1</a></sup>",
        "<sup><a>1</a></sup>",
        "<sup><a href='#n'>1000</a></sup>",
        "<sup><a href='#n'>abc</a></sup>",
        "<sup><a href='#n'>****</a></sup>",
        "<sup><a href='#n'></a></sup>",
        "<a href='#n'>[  123  ]</a>",
    ],
)
def test_any_other_link_is_none(mark):
    assert not noted(mark)


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("<p><a name=n></a>N</p>", True),
        ("<ul><li id=n>N</ul>", True),
        ("<dl><dd id=n>N</dl>", True),
        ("<table><tr id=n><td>N</table>", True),
        ("<section id=n>N</section>", True),
        ("<aside id=n>N</aside>", True),
        ("<h2 id=n>N</h2>", False),
        ("<span id=n>N</span>", False),
    ],
)
def test_a_note_stands_in_an_element_of_its_own(target, found):
    assert noted("<sup><a href='#n'>1</a></sup>", target) is found


def test_a_mark_inside_of_its_target_leads_nowhere():
    assert shown("<div id=n><p>a<sup><a href='#n'>1</a></sup></p></div>") == ["paragraph a¹"]


@pytest.mark.parametrize(
    "back",
    ["<a href='#r'>1</a>", "<a href='#r'>↩︎</a>", "<a href='#r'>^</a>", "<a href='#r'>back to text</a>",
     "<a href='#r'></a>", "<sup><a href='#r'>1</a></sup>", "<sup class=footnote-definition-label>1</sup>",
     "<sup><a href='#r'></a>1</sup>"],
)  # fmt: skip
def test_ways_back_are_no_words_of_the_note(back):
    assert shown(f"<p>a<sup><a href='#n'>1</a></sup></p><p id=n>{back}N</p>")[1] == "footnote+ N"


@pytest.mark.parametrize("link", ["<a href='x'>1</a>", "<a href='#r'>see there</a>", "<sup class=x>1</sup>"])
def test_other_links_and_signs_are(link):
    assert shown(f"<p>a<sup><a href='#n'>1</a></sup></p><p id=n>{link}N</p>")[1] != "footnote+ N"


def test_brackets_around_a_mark_go_with_it_and_longer_words_stay():
    assert shown(f"<p>a<sup>[<a href='#n'>1</a>]</sup>b</p>{NOTE}")[0] == "paragraph ab"
    assert shown(f"<p>a<sup><a href='#n'>1</a> of those</sup>b</p>{NOTE}")[0] == "paragraph a ^(of those)b"
