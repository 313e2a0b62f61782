"""Contacts and addresses → what of them must not be handed on: addresses, handles, pieces and numbers."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.export.withhold.folding import folded
from factcheck.export.withhold.names import LETTERS
from factcheck.export.withhold.wordlists import is_ordinary, words_of

SHORTEST = 3
"""Characters of a phrase that can be looked for without destroying the text."""

_SUBSTRING = 6
"""Letters and digits from which on a phrase need not end where a word ends."""

_WORD = re.compile(r"[^\W_]+")
_AT = re.compile(r" ?[(\[{<]? ?\b(?:at|arroba)\b ?[)\]}>]? ?", re.IGNORECASE)
_DOT = re.compile(r" ?[(\[{<]? ?\b(?:dot|point|punkt|punto)\b ?[)\]}>]? ?", re.IGNORECASE)
_BETWEEN = r"(?:[\W_]|\b(?:at|arroba|dot|point|punkt|punto)\b)*"
"""What may stand between the words of an address that is written out."""

_MAIL = re.compile(r"[^\s@<>(),;:|/\"']+@[^\s@<>(),;:|\"']+\.[^\s@<>(),;:|\"'.]+")
_HANDLE = re.compile(r"(?<![\w@.])@([\w.\-]*\w)")
_LINK = re.compile(r"(?:[a-z][a-z0-9+.-]*://|www\.)\S+", re.IGNORECASE)
_QUERY = re.compile(r"[?#].*")
_SERVICE = re.compile(
    r"\b(?:signal|telegram|whatsapp|skype|twitter|instagram|insta|wire|threema|matrix|discord|wechat|facebook|fb"
    r"|linkedin|mastodon|bluesky|reddit|handle|user(?:name)?|nick(?:name)?)(?: ?[:=] ?| )@?([\w.\-]*\w)",
    re.IGNORECASE,
)
_PIECES = re.compile(r"[,;\n|<>()]+|\s/\s|\bor\b")
_HOST = re.compile(r"^(?:[a-z][a-z0-9+.-]*:/*)?(?:www\.)?([^/?#]*)", re.IGNORECASE)


class Phrase(NamedTuple):
    """Words that are looked for one behind the other, whatever stands between them."""

    words: tuple[str, ...]
    """Runs of letters, small: at least one has to be in a text that holds the phrase."""
    pattern: str
    """Finds it in folded text with small letters."""


def phrase(text: str, between: str = r"[\W_]+", after: str = "") -> Phrase | None:
    """A phrase of any text; None when there is too little of it to look for."""
    plain = folded(text).lower()
    words = _WORD.findall(plain)
    letters = tuple(word for word in LETTERS.findall(plain) if len(word) > 1)
    length = sum(map(len, words))
    if length < SHORTEST or not letters:
        return None
    end = "" if length >= _SUBSTRING and not after else r"(?![^\W_])"
    return Phrase(letters, rf"(?<![^\W_]){between.join(map(re.escape, words))}{end}{after}")


def address(url: str) -> Phrase | None:
    """The address of a page, whatever stands before its host; of a bare host nothing but the host."""
    host = _HOST.match(url)
    rest = url[host.end() :].strip("/?#") if host else ""
    if not host or not host[1]:
        return phrase(url)
    bare = phrase(f"{host[1]}/{rest}") if rest else phrase(host[1], after=r"(?![/:]*/[^\W_])")
    return bare and bare._replace(pattern=rf"(?:\b[a-z][a-z0-9+.-]{{0,12}}:/+)?(?:\bwww\.)?{bare.pattern}")


def phrases_in(contact: str) -> Iterator[Phrase | None]:
    """Each piece of a contact, each address in it also as people write it out, handles and their likes."""
    plain = folded(contact)
    written = _DOT.sub(".", _AT.sub("@", plain)) if _DOT.search(plain) else plain
    for mail in _MAIL.findall(written):
        yield phrase(mail, _BETWEEN)
        yield _alone(mail.partition("@")[0])
    for link in _LINK.findall(plain):
        yield address(link)
        path = _QUERY.sub("", link).rpartition("//")[2].rstrip("/").split("/")[1:]
        yield _alone(path[-1].lstrip("@~")) if path else None
    for found in (*_HANDLE.findall(plain), *_SERVICE.findall(plain)):
        yield _alone(found)
    yield phrase(contact)
    yield from map(_alone, _PIECES.split(plain))


def _alone(text: str) -> Phrase | None:
    """A handle, what stands before an @ or a piece of a contact, unless it is but words of the language."""
    words = text.split()
    if all(word.islower() and (word in words_of("generic") or is_ordinary(word)) for word in words):
        return None
    return phrase(text)
