"""What the formats that people type share: decoding, the header of the first line, front matter."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from factcheck.errors import UnreadableDraft
from factcheck.read.files.encoding import decode
from factcheck.read.reading import ReadBlock, Reading
from factcheck.read.text.frontmatter import display, parted, without_header
from factcheck.read.tidy import mended
from factcheck.text import normalise

_LONGEST = 3_000_000
"""Characters, those of marks and addresses among them; the text alone may have fewer."""
_MOST_LINES = 300_000


class Body(NamedTuple):
    """What stands in the text behind the front matter."""

    blocks: Sequence[ReadBlock]
    remarks: Sequence[str] = ()


def written(data: bytes, name: str, encoding: str | None, body_of: Callable[[str], Body]) -> Reading:
    """The reading of a typed file.

    Args:
        data: the file.
        name: how to call it in an error.
        encoding: the encoding that a person states.
        body_of: finds the blocks in a text whose only line break is a line feed.

    Raises:
        UnreadableDraft: it cannot be decoded, is binary, or has too many lines.
    """
    decoded = decode(data, name, encoding)
    if len(decoded.text) > _LONGEST or decoded.text.count("\n") > _MOST_LINES:
        raise UnreadableDraft(
            f"{name} has more than {_LONGEST:,} characters or {_MOST_LINES:,} lines; add it in parts."
        )
    text, header_date = without_header(normalise(mended(decoded.text)))
    front = parted(text)
    body = body_of(front.text)
    return Reading(
        blocks=(*display(front, body.blocks), *body.blocks),
        title=front.title,
        outlet=front.outlet,
        byline=front.byline,
        published=front.published or header_date,
        language=front.language,
        encoding=decoded.encoding,
        remarks=(*decoded.remarks, *body.remarks),
    )
