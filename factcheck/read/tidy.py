"""The text of one block: one line, single spaces, normalised; the same whatever format it came from."""

import re
import unicodedata

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
    return _SPACES.sub(" ", normalise(mended(raw).replace(_SOFT_HYPHEN, ""))).strip()


_SEGMENT = re.compile("[\x00-\x7f][^\x00-\x7f]*|^[^\x00-\x7f]+")


def offsets(raw: str) -> list[int]:
    """For each character of `tidy(raw)` the place in raw where it comes from.

    ASCII never composes with what stands before it, so the places are exact at every ASCII character and
    wherever raw is composed already; inside a run of decomposed letters they are the nearest before.
    """
    kept: list[tuple[str, int]] = []
    for place, character in enumerate(mended(raw)):
        plain = normalise(character) if character != _SOFT_HYPHEN else ""
        if plain in (" ", "\t", "\n"):
            if kept and kept[-1][0] != " ":
                kept.append((" ", place))
        elif plain:
            kept.append((character, place))
    places: list[int] = []
    text = "".join(character for character, _ in kept)
    for match in _SEGMENT.finditer(text):
        composed = len(unicodedata.normalize("NFC", match[0]))
        last = match.end() - 1
        places.extend(kept[min(match.start() + index, last)][1] for index in range(composed))
    clean = unicodedata.normalize("NFC", text)
    lead = len(clean) - len(clean.lstrip())
    return places[lead : len(clean.rstrip())]
