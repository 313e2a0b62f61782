"""Short names of articles: safe in a path, a URL and a command, and each of them once."""

import re
import unicodedata
from collections.abc import Callable

_LONGEST = 60
"""Characters of a slug made from a title; 80 may be stored."""
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))}
)
"""Names that Windows keeps for devices."""


def slug_of(*names: str) -> str:
    """The slug of the first name that yields one: lower case, `[a-z0-9-]`, at most 60 characters."""
    return next((slug for slug in map(_slug, names) if slug), "article")


def _slug(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]", "", letters)).strip("-")
    if len(slug) > _LONGEST:
        cut = slug[: _LONGEST + 1].rpartition("-")[0]
        slug = cut or slug[:_LONGEST]
    return f"article-{slug}" if slug in _RESERVED else slug


def free_slug(slug: str, taken: Callable[[str], bool]) -> str:
    """A slug, with a number behind it where it is taken."""
    candidate, number = slug, 1
    while taken(candidate):
        number += 1
        candidate = f"{slug}-{number}"
    return candidate
