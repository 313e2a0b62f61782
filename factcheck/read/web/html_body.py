"""Which blocks of a page are the article: all of a clean one, what the extractor finds on a crowded one."""

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from lxml.html import HtmlElement

from db.vocabulary import BlockKind
from factcheck.read.reading import ReadBlock
from factcheck.read.web.html_blocks import place_of
from factcheck.read.web.html_levels import names_of

_FURNITURE = frozenset({"nav", "aside", "footer", "form", "button", "iframe", "input", "select", "dialog"})
_SIDE_ROLES = frozenset({"navigation", "search", "banner", "complementary", "contentinfo", "menu", "dialog"})
_ARTICLE_PLACES = (".//*[@itemprop='articleBody']", ".//article", ".//main", ".//*[@role='main']")
_BUTTONS = re.compile(
    r"advertisement|video ad feedback|sponsored|(?:story|article) continues below(?: advertisement)?|print|"
    r"share(?: this (?:article|story|page))?|e-?mail|facebook|twitter|whatsapp|copy link|save|loading\W*|"
    r"most (?:read|popular)|newsletters?|follow us|comments?|topics?:?|tags?:?|related(?: \w+)?:?",
    re.IGNORECASE,
)
"""Words that are no part of an article when they stand alone, whatever the extractor says."""
_INVITATIONS = re.compile(
    r"(?:read (?:more|next|also)|see also|sign up|subscribe|follow us|share this|skip to|listen to|trending|"
    r"recommended|copyright|all rights reserved|log ?in)\b.*",
    re.IGNORECASE,
)
"""Beginnings of what is no part of an article unless the extractor says so."""
_BESIDE = re.compile(
    r"(?:^|[\s_-])(?:ads?|advert\w*|author-?bio|breadcrumbs?|comments?|cookies?|disqus|metadata|modal|more-?on|"
    r"most-?(?:read|popular|viewed)|newsletters?|outbrain|paginat\w*|pager|paywall|popup|promos?|promoted|recirc\w*|"
    r"recommend\w*|related|rail|shar(?:e|es|ing)|sidebar|sign-?up|social|sponsor\w*|subscri\w*|taboola|tags?|"
    r"teasers?|toolbar|tools|trending|widgets?)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Names of classes that mark a part of the page as beside the article."""
_MOST_TO_EXTRACT = 3_000
"""Blocks of a page; the time that the extractor takes grows with their square."""
_MOST_TAGS_TO_EXTRACT = 60_000
_MOST_ARTICLES = 12
"""So many elements that the page marks as its article are looked at; more are cards of others."""
_FEWEST_CHARACTERS = 140
"""A text shorter than this is hardly the article: look for it in another way."""
_SURE_LENGTH = 25
"""A block with so many letters that stands in the extractor's text is no chance match."""
_MOST_LINKED = 0.5
_ALL_LINKED = 0.8
_FEW_LINKED = 0.3
_HOME_SHARE = 0.8
"""An element with so much of the extractor's text is the home of the article."""
_WORDS_OF_TEXT = 8
"""A block above the article with so many words says something; fewer are a label or a date."""
_WORDS_OF_DEK = 5
_LETTERS = re.compile(r"\W+")


def article_blocks(root: HtmlElement, blocks: Sequence[ReadBlock], page: str) -> tuple[ReadBlock, ...]:
    """The blocks of the article among all blocks of the page, in order.

    Args:
        root: the tree of the page.
        blocks: its blocks, each with its `Place` as origin.
        page: the page as text, for the extractor.
    """
    if _is_clean(root, blocks):
        return tuple(blocks)
    few = len(blocks) <= _MOST_TO_EXTRACT and page.count("<") <= _MOST_TAGS_TO_EXTRACT
    chosen = _extracted(blocks, page) if few else set()
    if _characters(blocks, chosen) < _FEWEST_CHARACTERS:
        chosen = _in_article_element(root, blocks)
    if not chosen:
        chosen = {index for index, block in enumerate(blocks) if not _is_aside(block)}
    article = [blocks[index] for index in sorted(_filled(blocks, chosen))]
    # What looks like a heading on a crowded page is as often a caption or a button: only its tags tell.
    return tuple(block._replace(stated=True) for block in _trimmed(article))


def _is_clean(root: HtmlElement, blocks: Sequence[ReadBlock]) -> bool:
    """Whether the page holds nothing but the draft, such as an export of a text program."""
    if any(True for _ in root.iter(*_FURNITURE)):
        return False
    return _linked_share([block for block in blocks if block.kind is not BlockKind.FOOTNOTE]) < _MOST_LINKED


def _linked_share(blocks: Sequence[ReadBlock]) -> float:
    total = sum(len(block.text) for block in blocks)
    return sum(place_of(block).linked * len(block.text) for block in blocks) / total if total else 0.0


def _extracted(blocks: Sequence[ReadBlock], page: str) -> set[int]:
    """Indexes of the blocks whose words the extractor takes for the article's."""
    import trafilatura  # 126 ms, and only crowded pages need it

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        text = trafilatura.extract(page, include_comments=False, include_tables=True, with_metadata=False)
    except Exception:  # noqa: BLE001 - an extractor that stumbles over a page must not keep it out
        return set()
    lines = {_key(line) for line in (text or "").split("\n")}
    whole = _key(text or "")
    chosen = set()
    for index, block in enumerate(blocks):
        key = _key(block.text)
        if _is_button(block):
            continue
        if key in lines or (len(key) >= _SURE_LENGTH and key in whole):
            chosen.add(index)
    return chosen


def _key(text: str) -> str:
    return _LETTERS.sub("", text).casefold()


def _characters(blocks: Sequence[ReadBlock], chosen: set[int]) -> int:
    return sum(len(blocks[index].text) for index in chosen)


def _in_article_element(root: HtmlElement, blocks: Sequence[ReadBlock]) -> set[int]:
    """Indexes of the blocks in the element that the page itself marks as its article."""
    for place in _ARTICLE_PLACES:
        best: set[int] = set()
        for element in islice(root.iterfind(place), _MOST_ARTICLES):
            inside = set(element.iter())
            found = {
                index
                for index, block in enumerate(blocks)
                if place_of(block).element in inside and not _is_aside(block, element)
            }
            if _characters(blocks, found) > _characters(blocks, best):
                best = found
        if _characters(blocks, best) >= _FEWEST_CHARACTERS:
            return best
    return set()


def _filled(blocks: Sequence[ReadBlock], chosen: set[int]) -> set[int]:
    """The chosen blocks and what stands among them: extractors lose list items, headings and captions."""
    texts = [index for index in chosen if blocks[index].kind is not BlockKind.FOOTNOTE]
    if not texts:
        return chosen
    first, last = min(texts), max(texts)
    home = _home([blocks[index] for index in texts])
    container = _common_ancestor([blocks[index] for index in texts])
    filled = set(chosen)
    for index, block in enumerate(blocks):
        if index in chosen or _is_aside(block, container) or _is_junk(block):
            continue
        if block.kind is BlockKind.FOOTNOTE:
            taken = _is_inside(block, container)
        elif first < index < last:
            taken = _is_inside(block, home) and not _is_beside(block, home)
        else:
            taken = index < first and _is_inside(block, container) and says_something(block, container)
        if taken or (block.kind is BlockKind.CAPTION and index < last and _is_inside(block, container)):
            filled.add(index)
    return filled


def says_something(block: ReadBlock, container: HtmlElement | None = None) -> bool:
    """Whether a block above the text of an article is display copy (dek, caption, lede), no label or link."""
    if _is_aside(block, container) or _is_junk(block) or _is_beside(block, container):
        return False
    words = len(block.text.split())
    if block.kind in (BlockKind.DEK, BlockKind.CAPTION, BlockKind.QUOTATION):
        return True
    if block.kind is BlockKind.HEADING:
        return words >= _WORDS_OF_DEK and place_of(block).linked < _FEW_LINKED
    return words >= _WORDS_OF_TEXT and place_of(block).linked < _FEW_LINKED


def _home(blocks: Sequence[ReadBlock]) -> HtmlElement | None:
    """The smallest element that holds most of the words of the blocks."""
    total = sum(len(block.text) for block in blocks)
    held: Counter[HtmlElement] = Counter()
    for block in blocks:
        for element in _path(block):
            held[element] += len(block.text)
    longest = max(blocks, key=lambda block: len(block.text))
    candidates = islice(_path(longest), 1, None)
    return next((element for element in candidates if held[element] >= _HOME_SHARE * total), None)


def _is_beside(block: ReadBlock, container: HtmlElement | None) -> bool:
    """Whether the names that the page gives to what is around a block mark it as beside the article."""
    for element in _path(block):
        if element is container:
            return False
        if _BESIDE.search(f"{names_of(element, 'class')} {names_of(element, 'id')}"):
            return True
    return False


def _trimmed(article: list[ReadBlock]) -> list[ReadBlock]:
    """The article without the headings and links to other pieces at its end, and without repetitions."""
    notes = [block for block in article if block.kind is BlockKind.FOOTNOTE]
    body = [block for block in article if block.kind is not BlockKind.FOOTNOTE]
    while len(body) > 1 and (body[-1].kind is BlockKind.HEADING or _linked_share(body[-1:]) > _ALL_LINKED):
        body.pop()
    seen: set[str] = set()
    once = []
    for block in body:
        key = _key(block.text)
        if len(key) < _SURE_LENGTH or key not in seen:
            once.append(block)
        seen.add(key)
    return once + notes


def _is_inside(block: ReadBlock, container: HtmlElement | None) -> bool:
    return container is not None and any(above is container for above in _path(block))


def _path(block: ReadBlock) -> Iterator[HtmlElement]:
    """The element of a block and those around it, innermost first."""
    element = place_of(block).element
    yield element
    yield from element.iterancestors()


def _common_ancestor(blocks: Sequence[ReadBlock]) -> HtmlElement | None:
    """The smallest element that holds all of the blocks."""
    path: list[HtmlElement] = []
    for block in blocks:
        above = list(_path(block))[::-1]
        if path:
            path = path[: sum(mine is theirs for mine, theirs in zip(path, above, strict=False))]
        else:
            path = above[:-1] or above
    return path[-1] if path else None


def _is_aside(block: ReadBlock, container: HtmlElement | None = None) -> bool:
    """Whether a block stands in a part of the page that is beside the article."""
    for element in _path(block):
        if element is container:
            return False
        if (element.tag in _FURNITURE and element.tag != "form") or element.get("role", "") in _SIDE_ROLES:
            return True
    return False


def _is_junk(block: ReadBlock) -> bool:
    """Whether a block is furniture by its words: a button, an invitation, a row of links."""
    if _is_button(block) or _INVITATIONS.fullmatch(block.text.strip()):
        return True
    return block.kind is not BlockKind.HEADING and _linked_share([block]) > _MOST_LINKED


def _is_button(block: ReadBlock) -> bool:
    return block.kind is not BlockKind.HEADING and bool(_BUTTONS.fullmatch(block.text.strip()))
