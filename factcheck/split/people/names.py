"""Names in a draft: people, places and organisations by runs of capitals, gathered into one entity each."""

import re
from collections.abc import Sequence

from factcheck.model import HouseLists, Span
from factcheck.split.lexicon import word_set
from factcheck.split.people.entities import APPOSITION, ROLE_WORD, TIMES, NamedEntities, Run, gather, settled
from factcheck.split.people.name_lists import (
    COUNTRIES,
    DEPARTMENTS,
    HER,
    HIS,
    MEN,
    ORGANISATION_HEADS,
    ROLE_NOUNS,
    TITLE_HEADS,
    TITLE_WORDS,
    WOMEN,
)
from factcheck.split.sentences.abbreviations import OPENERS
from factcheck.split.sentences.sentences import Sentence
from factcheck.split.words.speech_verbs import said

_WORD = (
    r"(?:(?:[A-Z]\.){2,}"
    r"|(?:[A-Z]|Mrs?|Ms|Dr|St|Sens?|Reps?|Govs?|Gen|Lt|Col|Sgt|Prof|Rev|Adm|Capt|Jr|Sr|Ft|Mt)\."
    r"|[^\W\d_a-zß-öø-ÿ]\w*(?:[-‑&]\w+)*(?:[’'][A-Z]\w+(?:[-‑]\w+)*)?)"
)
_RUN = re.compile(rf"(?<![\w@#]){_WORD}(?:[ \u00a0]{_WORD}){{0,11}}")
"""Words in capitals with nothing but a space between them."""

_LONGEST = 100
"""Longest name that “of” and its like go on with, in characters."""
_LOWER = re.compile(r"[a-z](?<![\w’'].)[a-z]+")
_PARTICLES = ("de", "von", "van", "bin", "al", "la", "de la", "van der", "du", "del", "da", "el", "ibn")
_JOINTS = {
    " of ": "of",
    " of the ": "of",
    " for ": "for",
    " for the ": "for",
    " and ": "and",
    " & ": "and",
    **{f" {particle} ": "de" for particle in _PARTICLES},
}
_OF_HEADS = ORGANISATION_HEADS | word_set(
    """
    Secretary Minister Director Chief Chairman Republic Kingdom Duke Duchess Prince Princess Gulf Cape Isle
    City State Strait Battle Statue Bay Daughters Sons Knights Federation Joint Chiefs Bureau Centers
    Centres
    """
)
_LOUD = word_set(
    """
    ALL NOT NO NEVER EVER VERY ONLY EVERY ANY MY YOUR OUR AND BUT OR SO DO DID IS ARE WAS CAN WILL MUST NOW
    THIS THAT THE A AN HIS HER THEIR HE SHE THEY WE YOU ALWAYS REALLY TWO THREE ONE MORE
    """
)
"""Words in capitals for stress."""
_NO_NAMES = OPENERS | _LOUD | {"I"}
_HUMAN_AFTER = re.compile(
    r"[’']s (?:campaign|wife|husband|son|daughter|aides?|allies|supporters|rivals?|opponents?|spokes\w+"
    r"|remarks|comments|lawyers?|running mate)\b|,? who\b|, \d\d[,.]"
    rf"|,? (?:has |had |also |later |then |[a-z]+ly )?"
    rf"(?:{said()}|believes?d?|thinks|thought|wants|wanted|hopes)\b"
)
"""What stands behind the name of a person."""
_ROLE_MODIFIERS = word_set("campaign former senior vice prime deputy chief")


def named_entities(
    text: str, sentences: Sequence[Sentence], house: HouseLists | None = None
) -> NamedEntities:
    """Everybody and everything that the text names, with every mention in text order.

    A person's later mentions by surname or first name belong to the fullest name in the piece.
    """
    starts = _sentence_starts(text, sentences)
    small = frozenset(_LOWER.findall(text))
    runs: list[Run] = []
    for start, end in _joined(text):
        runs.extend(_names(text, start, end, starts, small))
    own = frozenset((house or HouseLists()).names)
    return gather(text, settled(runs), own)


def _sentence_starts(text: str, sentences: Sequence[Sentence]) -> frozenset[int]:
    """Places of the first letters of sentences, past quotation marks and brackets."""
    found = []
    for sentence in sentences:
        at = sentence.start
        while at < sentence.end and not text[at].isalnum():
            at += 1
        found.append(at)
    return frozenset(found)


def _joined(text: str) -> list[tuple[int, int]]:
    """Runs of capitals, joined over “of”, “for the”, “de”… where the words before ask for it."""
    found: list[tuple[int, int]] = []
    for match in _RUN.finditer(text):
        start, end = match.span()
        if found and 1 < start - found[-1][1] < 12:
            before, joint = found[-1], _JOINTS.get(text[found[-1][1] : start])
            if (
                joint
                and start - before[0] < _LONGEST
                and _joins(text[before[0] : before[1]], joint, match.group())
            ):
                found[-1] = (before[0], end)
                continue
        if match.group() not in _NO_NAMES:
            found.append((start, end))
    return found


def _joins(before: str, joint: str, after: str) -> bool:
    """Whether two runs with a small word between them are one name."""
    words = before.split()
    if joint == "of":
        return words[-1] in _OF_HEADS
    if joint == "for":
        return words[-1] in ORGANISATION_HEADS or words[-1] in ("Centers", "Americans", "Citizens", "People")
    if joint == "de":
        return (
            words[-1] in MEN or words[-1] in WOMEN or words[-1] in ("Rio", "Leon", "Mayor") or len(words) == 1
        )
    return (
        len(words) > 2
        and words[-2] in ("of", "for")
        and after.split()[0] in DEPARTMENTS | ORGANISATION_HEADS | {"Prevention", "Budget", "Medicine"}
    )


def _names(text: str, start: int, end: int, starts: frozenset[int], small: frozenset[str]) -> list[Run]:
    """The name inside one run: sentence-opening words, titles and times taken off."""
    words = text[start:end].replace("\u00a0", " ").split(" ")
    initial = start in starts or text[start - 1 : start] in ("“", '"', "‘", ":")
    while words and _opens_only(words, initial, small):
        start += len(words[0]) + 1
        words = words[1:]
        initial = False
    while len(words) > 1 and words[-1] in TIMES:
        end -= len(words[-1]) + 1
        words = words[:-1]
    if not words or words[0] in TIMES:
        return []
    if len(words) > 2 and words[0] in COUNTRIES and (words[1] in MEN or words[1] in WOMEN):
        land = Run(start, start + len(words[0]), words[0], None, (), initial, False, "")
        return [land, *_names(text, land.end + 1, end, starts, small)]
    titled, gender = _titled(words)
    title = Span(start, start + len(" ".join(words[:titled]))) if titled else None
    roles = [word.lower().rstrip(".") for word in words[:titled]]
    before = _before(text, start)
    name = words[titled:]
    alone = len(name) == 1 and title is None and name[0] not in MEN
    if (alone and name[0].rstrip(".") in TITLE_WORDS) or all(_is_title(word) for word in name):
        return []
    human = title is not None or bool(before) or bool(_HUMAN_AFTER.match(text, end))
    human = human or _has_role(text, end, name)
    place = title.end + 1 if title else start
    return [Run(place, end, " ".join(name), title, (*roles, *before), initial, human, gender)]


def _has_role(text: str, end: int, name: list[str]) -> bool:
    """Whether an apposition behind an unknown name gives it a role: “Desmond Arkle, a partner at …”."""
    if len(name) < 2 or name[0] in MEN or name[0] in WOMEN or text[end : end + 2] != ", ":
        return False
    match = APPOSITION.match(text, end)
    return match is not None and any(word in ROLE_NOUNS for word in ROLE_WORD.findall(match["role"])[:6])


def _opens_only(words: list[str], initial: bool, small: frozenset[str]) -> bool:
    """Whether the first word is in capitals only because it opens its sentence."""
    first = words[0]
    if first in OPENERS:
        return True
    named = len(words) > 1 and (first in MEN or first in WOMEN)
    return initial and first.lower() in small and not named and first not in MEN and first not in TITLE_WORDS


def _titled(words: list[str]) -> tuple[int, str]:
    """How many words of a run are titles, and the gender that they tell."""
    titled = 0
    gender = ""
    for index, word in enumerate(words[:-1]):
        bare = word.rstrip(".")
        gender = "f" if bare in HER else "m" if bare in HIS else gender
        if not _is_title(bare) or not _titles(words, index):
            continue
        titled = index + 1
        if words[titled] == "of":
            titled += 1
            while titled < len(words) - 1 and (words[titled] in DEPARTMENTS or words[titled] == "the"):
                titled += 1
    return titled, gender


def _is_title(word: str) -> bool:
    """Whether a word can be the last of a title: “President”, “Lieutenant-General”, “Strategist”."""
    last = word.rpartition("-")[2]
    return last in TITLE_HEADS or word.lower() in ROLE_NOUNS


def _titles(words: list[str], index: int) -> bool:
    """Whether the word at index is a title before a name rather than part of an organisation's name."""
    rest = words[index + 1 :]
    return (rest[-1] not in ORGANISATION_HEADS and not rest[0].startswith(("&", "of"))) or rest[0] == "of"


def _before(text: str, start: int) -> list[str]:
    """Words of a role in small letters right before a name: “campaign manager”, “his Iranian counterpart”."""
    head = text[max(0, start - 40) : start]
    if head[-1:] not in (" ", "\u00a0"):
        return []
    words = head.rsplit(None, 4)[-4:]
    last = words[-1].lower() if words else ""
    if last not in ROLE_NOUNS:
        return []
    roles = [last]
    for word in reversed(words[:-1]):
        if not word[:1].isupper() and word not in _ROLE_MODIFIERS:
            break
        roles.append(word.lower())
    return roles
