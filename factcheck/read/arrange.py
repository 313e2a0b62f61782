"""The last steps that all formats share: tidy blocks, byline and date lines taken out, headings marked."""

from factcheck.read.reading import Reading, tidied
from factcheck.read.text.headings import title_of, with_headings
from factcheck.read.text.opening import opened


def arranged(reading: Reading) -> Reading:
    """The reading as an article can be made of it.

    The byline that the draft shows goes before one in metadata, which may name whose computer it was.
    """
    opening = opened(tidied(reading.blocks))
    blocks = with_headings(opening.blocks)
    return reading._replace(
        blocks=blocks,
        title=reading.title or title_of(blocks),
        byline=opening.byline or reading.byline,
        published=reading.published or opening.published,
        remarks=(*reading.remarks, *opening.remarks),
    )
