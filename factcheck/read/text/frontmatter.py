"""`key: value` lines at the head of a draft: what they say about the piece, and the text behind them."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from db.vocabulary import BlockKind
from factcheck.read.dates import stated_date
from factcheck.read.reading import ReadBlock
from factcheck.text import comparable

_HEADER = re.compile(r"\s*date[ \t]+(\d{4}-\d{2}-\d{2})(?=\s)[ \t]*", re.ASCII)
_FENCES = {"---": re.compile(r"---|\.\.\."), "+++": re.compile(r"\+\+\+")}
_PAIR = re.compile(r"([A-Za-z][\w .-]{0,40}?)\s*[:=]\s*(.*)")
_ITEM = re.compile(r"\s*-\s+(.*)")
_LONGEST = 200
"""Lines of front matter; what goes on longer is text between two rules."""
_KEYS = {
    "title": "title", "headline": "title", "hed": "title",
    "dek": "dek", "subtitle": "dek", "standfirst": "dek", "deck": "dek", "subhead": "dek",
    "author": "byline", "authors": "byline", "byline": "byline", "by": "byline", "writer": "byline",
    "date": "published", "published": "published", "publishdate": "published", "pubdate": "published",
    "publish_date": "published", "date_published": "published", "published_at": "published",
    "publication_date": "published", "datepublished": "published",
    "outlet": "outlet", "publication": "outlet", "publisher": "outlet", "site": "outlet",
    "lang": "language", "language": "language",
}  # fmt: skip


class FrontMatter(NamedTuple):
    """What the lines say; empty where they say nothing."""

    title: str = ""
    dek: str = ""
    byline: str = ""
    outlet: str = ""
    language: str = ""
    published: date | None = None
    text: str = ""
    """The text without the lines."""


def parted(text: str) -> FrontMatter:
    """Take front matter off a text whose only line break is a line feed.

    Fenced by `---` or `+++` any keys are taken for front matter; without a fence only two or more
    lines of known keys are, so that a draft may begin with a colon in its first line.
    """
    lines = text.lstrip("\n").split("\n")
    fence = _FENCES.get(lines[0].strip())
    if fence:
        for end, line in enumerate(lines[1 : _LONGEST + 1], start=1):
            if fence.fullmatch(line.strip()):
                values = _values(lines[1:end])
                return (
                    _facts(values, "\n".join(lines[end + 1 :]))
                    if values is not None
                    else FrontMatter(text=text)
                )
        return FrontMatter(text=text)
    end = next((index for index, line in enumerate(lines[:_LONGEST]) if not line.strip()), 0)
    values = _values(lines[:end])
    if values and len(values) > 1 and all(key in _KEYS for key in values):
        return _facts(values, "\n".join(lines[end:]))
    return FrontMatter(text=text)


def without_header(text: str) -> tuple[str, date | None]:
    """The text without a `date YYYY-MM-DD` at its very beginning, and that date."""
    match = _HEADER.match(text)
    day = stated_date(match[1]) if match else None
    return (text[match.end() :], day) if match and day else (text, None)


def display(front: FrontMatter, blocks: Sequence[ReadBlock]) -> list[ReadBlock]:
    """Headline and dek as blocks, unless the text begins with the same words: they are checked too."""
    if not front.title and not front.dek:
        return []
    opening = {comparable(block.text) for block in blocks[:3]}
    lines = ((BlockKind.HEADING, front.title, 1), (BlockKind.DEK, front.dek, 0))
    return [
        ReadBlock(kind, words, level, stated=True)
        for kind, words, level in lines
        if words and comparable(words) not in opening
    ]


def joined_names(names: list[str]) -> str:
    """Names as a byline has them: Jane Doe, John Roe and Ann Poe."""
    names = [name for name in names if name]
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _values(lines: list[str]) -> dict[str, list[str]] | None:
    """Values by key, lower case; none when a line is neither a pair nor part of one."""
    values: dict[str, list[str]] = {}
    key = ""
    for line in lines:
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        item = _ITEM.fullmatch(line)
        pair = None if line[0] in " \t" else _PAIR.fullmatch(line)
        if item and key:
            values[key].append(_bare(item[1]))
        elif pair:
            key = pair[1].strip().lower().replace("-", "_").replace(" ", "_")
            values[key] = _listed(pair[2])
        elif line[0] in " \t" and key:
            values[key] = [" ".join([*values[key], _bare(line)])] if len(values[key]) < 2 else values[key]
        else:
            return None
    return values


def _listed(value: str) -> list[str]:
    """The values on one line: `[a, b]` is two."""
    value = value.strip()
    if value in ("|", ">", "|-", ">-"):
        return []
    if value.startswith("[") and value.endswith("]"):
        return [_bare(part) for part in value[1:-1].split(",")]
    return [_bare(value)] if value else []


def _bare(value: str) -> str:
    """A value without its quotes, or without a comment when it has none."""
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].replace("''", "'") if value[0] == "'" else value[1:-1].replace('\\"', '"')
    value = re.sub(r"^(?:name|Name)\s*:\s*", "", value)
    return re.split(r"\s#\s", value, maxsplit=1)[0]


def _facts(values: dict[str, list[str]], text: str) -> FrontMatter:
    found: dict[str, str] = {}
    published = None
    for key, parts in values.items():
        fact = _KEYS.get(key, "")
        if fact == "published":
            published = published or stated_date(" ".join(parts))
        elif fact == "byline":
            found.setdefault(fact, re.sub(r"^[Bb]y\s+", "", joined_names(parts)))
        elif fact:
            found.setdefault(fact, " ".join(parts))
    return FrontMatter(**found, published=published, text=text)
