"""The text of one block: one line, single spaces, normalised; the same whatever format it came from."""

import re

from factcheck.text import normalise

_SURROGATES = re.compile("[\ud800-\udfff]")
_SPACES = re.compile(r"[ \t\n]+")
_SOFT_HYPHEN = "\u00ad"


def mended(raw: str) -> str:
    """The text with two halves of a surrogate pair joined and lone halves replaced by U+FFFD."""
    if not _SURROGATES.search(raw):
        return raw
    joined = raw.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _SURROGATES.sub("\ufffd", joined)


def tidy(raw: str) -> str:
    """The text as it is stored: on one line, runs of spaces and tabs as one space, none at the ends.

    A browser shows any run of spaces as one, Word may break a line wherever it likes: only so is the
    same draft the same text in every format. Spaces of meaning (no-break, thin, ideographic) stay.
    Soft hyphens, which are hints for the printer, go.
    """
    return _SPACES.sub(" ", normalise(mended(raw)).replace(_SOFT_HYPHEN, "")).strip()
