"""Text at the door: line breaks made plain, digests, words, and text as a terminal may show it."""

import re
import unicodedata
from itertools import groupby

_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_DROPPED = {0: None, 0xFEFF: None}
_LONG_RUN = re.compile(r"[^\x00-\u02ff]{64,}")
"""Characters among which there can be accents in a row."""
_MOST_ACCENTS = 64
"""So many in a row are put in order here; the library takes the square of their number."""
RAISED_FIGURES = re.compile(r"(?<=\d)[⁺⁻₊₋]?[⁰¹²³⁴-⁹₀-₉]+")
"""Raised or lowered figures right behind a figure: 10² is not 102."""
WORD = re.compile(r"\w+(?:[’'.,:/-]\w+)*")
"""A word as it is counted."""

_QUOTES = str.maketrans(
    {
        "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "″": '"',
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "ʼ": "'", "`": "'",
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
        "…": "...",
        "\u00ad": None, "\u200b": None, "\u200c": None, "\u200d": None, "\u2060": None, "\ufeff": None,
    }
)  # fmt: skip


def normalise(raw: str) -> str:
    r"""Text as it is stored and counted: `\n` is the only line break, NUL and BOM are gone, form is NFC.

    Textual and `str.splitlines` break lines at ten characters and would shift every offset behind
    one of them, so none but `\n` passes the door. NFC makes one spelling of each accented letter.

    Raises:
        ValueError: raw holds half of a surrogate pair.
    """
    raw.encode("utf-8")
    text = _BREAKS.sub("\n", raw).translate(_DROPPED)
    return text if text.isascii() else unicodedata.normalize("NFC", _LONG_RUN.sub(_ordered, text))


def _ordered(run: re.Match[str]) -> str:
    """The characters with long rows of accents in their canonical order."""
    parts = []
    for accents, group in groupby(run[0], key=_is_accent):
        signs = "".join(group)
        if accents and len(signs) > _MOST_ACCENTS:
            pieces = "".join(unicodedata.normalize("NFD", sign) for sign in signs)
            signs = "".join(sorted(pieces, key=unicodedata.combining))
        parts.append(signs)
    return "".join(parts)


def _is_accent(sign: str) -> bool:
    return unicodedata.combining(unicodedata.normalize("NFD", sign)[0]) > 0


def digest(text: str) -> str:
    """SHA-256 of text in UTF-8, hexadecimal."""
    import hashlib  # 4 ms that the command line's help does not need

    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def comparable(text: str) -> str:
    """Text for comparison only: compatibility form, plain quotes and dashes, single spaces.

    Two texts with the same comparable form differ in typography and nothing else.
    """
    plain = RAISED_FIGURES.sub(r"^\g<0>", text.translate(_QUOTES))
    plain = unicodedata.normalize("NFKC", plain).translate(_QUOTES)
    # Single spaces first: on a long run of them the pattern would try each as a beginning.
    plain = re.sub(r"\s*--+\s*|\s+-\s*|\s*-\s+", " - ", " ".join(plain.split()).replace("''", '"'))
    return " ".join(plain.split())


def words(text: str) -> int:
    """Number of words in text."""
    return sum(1 for _ in WORD.finditer(text))


def folded(text: str) -> str:
    """Text for searching: comparable, case folded, accents kept."""
    return comparable(text).casefold()


def _safe_table() -> dict[int, str]:
    table = {code: chr(0x2400 + code) for code in range(0x20) if code not in (0x09, 0x0A)}
    table.update(dict.fromkeys((0x7F, *range(0x80, 0xA0)), "\ufffd"))
    bidi = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
    table.update(dict.fromkeys(bidi, "\ufffd"))
    table.update({0x2028: "\n", 0x2029: "\n"})
    return table


_SAFE = _safe_table()
_SURROGATES = re.compile("[\ud800-\udfff]")


def safe(text: str) -> str:
    r"""Text that a terminal shows and never obeys; same length, character for character.

    Control characters become their pictures (U+2400…), C1, DEL, bidi controls and lone surrogates
    become U+FFFD; `\n` and tab stay.
    """
    if text.isprintable():  # all that is replaced is not, and most text is
        return text
    return _SURROGATES.sub("\ufffd", text.translate(_SAFE))


def safe_line(text: str) -> str:
    """As `safe`, for one line: line breaks and tabs become spaces; same length."""
    return safe(text).replace("\n", " ").replace("\t", " ")


def named(title: str) -> str:
    """A title in quotation marks; one that is a quotation itself keeps its own."""
    return title if title[:1] in '“"' and title[-1:] in '”"' and len(title) > 1 else f"“{title}”"


def plural(count: int, one: str, many: str = "") -> str:
    """A count with its noun: “1 claim”, “3 claims”."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


_NEVER_IN_LINKS = re.compile(
    r"[\s\\<>\"'`{}|^\x00-\x20\x7f-\xa0\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]"
)


def web_link(url: str) -> str:
    """The address when it may be followed: http or https, with a host, without a user name; else empty."""
    from urllib.parse import urlsplit  # 10 ms that most users of this module do not need

    if _NEVER_IN_LINKS.search(url):
        return ""
    try:
        parts = urlsplit(url)
        sound = parts.scheme in {"http", "https"} and bool(parts.hostname) and "@" not in parts.netloc
        _ = parts.port
    except ValueError:
        return ""
    return url if sound else ""
