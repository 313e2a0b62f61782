"""What of a page is not in the article, piece by piece, so that a person sees whether a word is missing."""

from collections.abc import Iterable, Sequence

from factcheck.read.reading import ReadBlock
from factcheck.read.remarks import left_out
from factcheck.read.tidy import tidy
from factcheck.read.web.html_blocks import place_of

_WORDS_OF_TEXT = 8
_MOST_LINKED = 0.5
_FURNITURE_SHOWN = 40
"""Characters shown of a menu; a page has hundreds."""


def about_left(
    blocks: Sequence[ReadBlock], kept: Iterable[ReadBlock], bylines: Sequence[ReadBlock], menus: Sequence[str]
) -> tuple[str, ...]:
    """Remarks that name every piece of a page that did not become a part of the article.

    Args:
        blocks: all of the page.
        kept: those of the article.
        bylines: those taken as byline or date.
        menus: words of the parts of the page that are for choosing and pressing.
    """
    there = [*kept, *bylines]
    places = {id(block.origin) for block in there}
    words = {tidy(block.text) for block in there}
    missing = [block for block in blocks if id(block.origin) not in places and tidy(block.text) not in words]
    texts = [block.text for block in missing if _reads_as_text(block)]
    others = [block.text for block in missing if not _reads_as_text(block)]
    return (
        *left_out("Taken as byline or date, not as text to check", (block.text for block in bylines)),
        *left_out("Left out as no part of the article; compare with the page", texts),
        *left_out("Left out as menus, links and notices", (*others, *menus), _FURNITURE_SHOWN),
    )


def _reads_as_text(block: ReadBlock) -> bool:
    return len(block.text.split()) >= _WORDS_OF_TEXT and place_of(block).linked < _MOST_LINKED
