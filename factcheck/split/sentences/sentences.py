"""Blocks cut into sentences by rules, with exact spans and in linear time."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from factcheck.model import Block, HouseLists
from factcheck.split.lexicon import word_set
from factcheck.split.sentences.abbreviations import (
    CLOSING,
    EXCLAIMED,
    INSIDE,
    NUMBERED,
    OPENERS,
    PARTICLES,
    TITLES,
    ZONES,
)
from factcheck.split.sentences.run_on_lists import list_starts
from factcheck.split.words.speech_verbs import said


class Sentence(NamedTuple):
    """A sentence with its end marks and closing quotation marks, white space around it left out."""

    start: int
    end: int
    block: int
    """Index of the block in the article."""


_END = re.compile(
    r"[.?!…。！？．।؟۔](?:[.?!…。！？．।؟۔]|[ \u00a0]\.(?!\w))*"
    r"(?P<tail>[)\]}”\"’'»*_]*(?:[ \u00a0][”»](?=\s|\Z)|(?<=['’])[ \u00a0][\"”](?=\s[a-z]))?"
    r"(?:[ \u00a0]?\[\d{1,3}\])*"
    r"(?:[⁰¹²³⁴-⁹]{1,4}|\^\([\d, *†‡]{1,12}\))?"
    r"(?:(?<=[a-z)]\.)\d{1,3}(?:[ \u00a0,]\d{1,3})*(?=\s+[A-Z]))?)"
    r"(?:\s+|\Z"
    r"|(?<=[.?!…][”\"])(?=[“\"‘'][A-Z])"
    r"|(?<=[a-z][a-z][.?!])(?=[A-Z][a-z’']* [a-z])"
    r"|(?<=[。！？．।]))"
)
"""End marks, what closes behind them, and the white space after: where a sentence may end.

The last alternatives are ends with no white space: two quotations that touch, a forgotten space, and
the full stops of scripts that write none. Footnote figures belong to the sentence before them.
"""

_NEXT = re.compile(r"[“”\"‘'(\[«„¿¡*_—–-]*\s?(?P<word>[^\W_][\w’'-]*)?")
_CREDITED = 120
"""Longest name with its offices behind a dash at the end of a block, in characters."""
_BRACKETS = 400
"""How far back a bracket is looked for that holds the end of a sentence inside another."""
_LONGEST = 60
"""Longest word that is looked at before a full stop."""
_OPENING = frozenset("“\"‘'«„([¿¡*_")
_SAYERS = frozenset({"I", "We", "He", "She", "They"})
_TELLING = word_set(
    """
    asked asks told tells reminded reminds assured assures warned warns informed wrote writes implored
    implores begged urged urges advised instructed demanded
    """
)
"""Verbs that may have a listener right behind them."""
_MARKER = re.compile(r"[•⁃▪‣*·-]?[ \u00a0]?(?:\d{1,2}|[A-Za-z]|[ivx]{1,4})\Z")
"""What stands before the full stop of a list mark."""
_CLOCK = re.compile(r"(?:[ap]\.?m|[AP]\.?M)\Z")
_INITIAL = re.compile(r"(?:[A-Z]|[A-Z]-[A-Z]|[A-Z][hlst])\Z")
_DOTTED = re.compile(r"[A-Za-z]{1,2}(?:\.[A-Za-z]{1,2})+(?:\.-?[A-Z])?\Z")
_BRAND = re.compile(r"(?:[a-z]+[A-Z]|e-[a-z]|al-[A-Z]|el-[A-Z])")
_CARELESS = re.compile(r"[“\"(]?(?:[a-z]+[’']?[a-z]*[ ,]|[^.]{1,200}?\bi(?:[’']m)? )")
"""The start of a sentence whose writer cares little for capitals."""
_CREDIT = re.compile(r"[—–-]+\s?[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){0,4}\Z")
"""A dash and a name that end the block: who said the words before."""
_PARTICLE = re.compile(r"(?:(?:" + "|".join(PARTICLES) + r")\s){1,2}[A-Z]")
_ADJUNCT = re.compile(
    r"(?:At|By|Around|Until|Before|After|From|Shortly after|Just after|Just before)\s[\d:]+\s?\Z"
)
_NAME = (
    r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Prof|Rev)\.?\s)?"
    r"[A-Z][\w’'-]*(?:\s(?:[A-Z]\.|[A-Z][\w’'.-]*|of|the|for|and|&|de|von|van|bin|al|el|la|da|di)){0,6}"
)
_BELONGS = r"(?:(?<=[’']s)(?:\s[a-z-]+){1,3}|(?<=s[’'])(?:\s[a-z-]+){1,3})?"
_ROLE = (
    r"(?:(?:\s[a-z-]+){0,4}\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'.-]*){0,3}"
    r"|\s(?:supporters?|fans|aides?|voters?|officials?|delegates|activists|protesters|advis[eo]rs?|allies"
    r"|campaign|spokes\w+|staff|lawyers?|team|family|reporters?|host|anchor))?"
)
"""What may stand between the first name and the one of the speaker: “Holm campaign manager Ann Doe”."""
_ASIDE = r"(?:[\s\u00a0]\([^()]{1,40}\))?(?:,[\s\u00a0](?:[^.?!“”\"]|\.(?!\s+[A-Z“\"])){1,140}?,)?"
_ADVERB = r"(?:\s(?:also|then|later|once|[a-z]+ly|has|had|would|reportedly))?"


@lru_cache(maxsize=8)
def _carries(house: tuple[str, ...]) -> re.Pattern[str]:
    """Name and verb of speech behind a closing mark: the quotation and they are one sentence."""
    return re.compile(
        rf"(?P<name>{_NAME}){_BELONGS}{_ROLE}{_ASIDE}{_ADVERB}\s(?P<verb>{said(house)})\b"
        r"(?P<rest>\s*[.,;:!?—–-]|\s(?:in|on|at|to|of|during|when|as|after|before|while|about|with|from|via|by"
        r"|last|this|again|early|late|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|yesterday|today"
        r"|(?P<listener>[A-Z][\w’']*|a|an|the|his|her|reporters|him|them|me|us))\b"
        r"|\s?\Z|\s?[“\"]|\s[a-z]+(?:ly|ing)\b)?"
    )


def sentences(text: str, blocks: Sequence[Block], house: HouseLists | None = None) -> list[Sentence]:
    """Sentences of the blocks in order; every character that is not white space is in exactly one.

    A quotation of several sentences is several sentences; one that ends before its own attribution
    (“…?” Holm said) is not cut from it.
    """
    house = house or HouseLists()
    own = frozenset(word.rstrip(".") for word in house.abbreviations)
    carries = _carries(house.speech_verbs)
    found: list[Sentence] = []
    for number, block in enumerate(blocks):
        start, end = block.start, block.end
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start == end:
            continue
        cuts = _cuts(text, start, end, own, carries)
        for cut, follows in cuts:
            found.append(Sentence(start, cut, number))
            start = follows
        found.append(Sentence(start, end, number))
    return found


def _cuts(
    text: str, start: int, end: int, own: frozenset[str], carries: re.Pattern[str]
) -> list[tuple[int, int]]:
    """Where sentences end between start and end, each with the start of the next sentence."""
    cuts: list[tuple[int, int]] = []
    items = list_starts(text, start, end)
    item = next(items, end)
    for match in _END.finditer(text, start, end):
        follows = match.end()
        if follows >= end:
            break
        while item < follows:
            if item > start:
                start = _cut(text, start, item, cuts)
            item = next(items, end)
        if follows <= start:
            continue
        if item == follows or _ends(text, start, match, end, own, carries):
            spaced = _ellipsis_opens(text, match)
            cut = spaced or match.end("tail")
            start = follows if not spaced else spaced + 1
            cuts.append((cut, start))
    while item < end:
        if item > start:
            start = _cut(text, start, item, cuts)
        item = next(items, end)
    return cuts


def _cut(text: str, start: int, item: int, cuts: list[tuple[int, int]]) -> int:
    """Cut in front of a list item; answer where the next sentence starts."""
    stop = item
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    if stop > start:
        cuts.append((stop, item))
        return item
    return start


def _ellipsis_opens(text: str, match: re.Match[str]) -> int:
    """Place behind the stop where “word. . . . Next” means a stop and an omission after it, else 0."""
    if match.group().startswith(". . . . ") and text[match.start() - 1].isalnum():
        return match.start() + 1
    return 0


def _ends(
    text: str, start: int, match: re.Match[str], end: int, own: frozenset[str], carries: re.Pattern[str]
) -> bool:
    """Whether the sentence begun at start ends at match."""
    at, follows = match.start(), match.end()
    tail = match["tail"]
    run = text[at : match.start("tail")]
    first = text[follows]
    near = max(start, at - _BRACKETS)
    bracket = max(text.rfind("(", near, at), text.rfind("[", near, at))
    if bracket > start and _inside_brackets(text, bracket, at, follows, end):
        return False
    if first in _OPENING or first in "—–-":
        opened = _NEXT.match(text, follows, end)
        word = (opened["word"] or "") if opened else ""
        if first in "—–-":
            return _dash_ends(text, tail, word, follows, end)
        if not tail and first in "([" and word[:1].islower():
            return False
        quoted = True
    else:
        word_match = _NEXT.match(text, follows, end)
        word = (word_match["word"] or "") if word_match else ""
        quoted = False
    if first.islower():
        return not tail and _lower_opens(text, start, at, follows, end, run)
    if not quoted and not word and first not in "$€£#@•&%+…." and not first.isalnum():
        return False
    if tail and tail[0] in "”\"’'»" and not quoted and _carried_on(text, start, match, word, end, carries):
        return False
    if run == ".":
        return _full_stop(text, start, at, follows, word, quoted, own)
    if run in ("...", "…", ". . ."):
        return _ellipsis(tail, word, quoted)
    if run == "!" and not tail:
        name = text[max(start, at - 12) : at].rpartition(" ")[2]
        return name not in EXCLAIMED or word in OPENERS
    return True


def _inside_brackets(text: str, bracket: int, at: int, follows: int, end: int) -> bool:
    """Whether the place lies in brackets inside a sentence that goes on behind them."""
    close = {"(": ")", "[": "]"}[text[bracket]]
    if text.find(close, bracket, at) >= 0:
        return False
    if close in text[at:follows]:
        return False
    closed = text.find(close, follows, min(end, follows + 300))
    if closed < 0:
        return False
    before = text[bracket - 1 : bracket]
    after = text[closed + 1 : closed + 3].lstrip()
    return before.isspace() and (after[:1].islower() or after[:1] in (",", ";", ":", "."))


def _dash_ends(text: str, tail: str, word: str, follows: int, end: int) -> bool:
    """Whether a sentence ends before a dash: not where the dash leads to who said it, or goes on."""
    if not word or word[0].islower():
        return False
    return not (_CREDIT.match(text, follows, end) if not tail else _last(text, follows, end))


def _last(text: str, follows: int, end: int) -> bool:
    """Whether no more than one short sentence is left of the block."""
    if end - follows >= _CREDITED:
        return False
    rest = text[follows:end]
    return all(rest[: stop.start()].split()[-1] in TITLES for stop in re.finditer(r"(?<=\w)[.?!]\s", rest))


def _lower_opens(text: str, start: int, at: int, follows: int, end: int, run: str) -> bool:
    """Whether a word in lower case opens a sentence: a brand, a particle (“de Blasio”), careless text."""
    named = run == "." and (_BRAND.match(text, follows, end) or _PARTICLE.match(text, follows, end))
    if not named and not (run in (".", "!", "?", "!!", "??") and _CARELESS.match(text, start, at)):
        return False
    before = text[max(0, at - 20) : at].rpartition(" ")[2]
    return len(before) > 2 and before.isalpha() and before not in TITLES and before not in CLOSING


def _carried_on(
    text: str, start: int, match: re.Match[str], word: str, end: int, carries: re.Pattern[str]
) -> bool:
    """Whether the words behind a closing mark say who said the quotation that ends here."""
    if not word or (word in OPENERS and word not in _SAYERS):
        return False
    said = carries.match(text, match.end(), min(end, match.end() + 300))
    if said is None or (word in _SAYERS and word != "I" and not _full(text, said, end)):
        return False
    rest = said["rest"]
    if said["listener"] and said["verb"] not in _TELLING:
        return False
    if text[match.start()] == "." and not _full(text, said, end):
        return False
    if rest is None and said.end() < end:
        return False
    tail = match["tail"]
    opening = {"”": "“", "’": "‘", "»": "«"}.get(tail[0], tail[0])
    opened = text.rfind(opening, max(start, match.start() - 3000), match.start())
    if opened < 0:
        return True
    before = text[max(opened - 2, 0) : opened].rstrip(" \u00a0")
    return opened == start or not (before[-1:].isalnum() or before[-1:] in (",", ":"))


def _full(text: str, said: re.Match[str], end: int) -> bool:
    """Whether the attribution is a whole clause: its verb stands before a full stop or the end."""
    rest = text[said.end("verb") : min(end, said.end("verb") + 2)]
    return rest[:1] in (".", "") or (rest[:1] == "," and said["name"] in _SAYERS)


def _word_before(text: str, start: int, at: int) -> int:
    """Place of the white space before the word that ends at `at`; below start where there is none."""
    near = max(start, at - _LONGEST)
    cut = max(text.rfind(" ", near, at), text.rfind("\n", near, at), text.rfind("\u00a0", near, at))
    if cut < 0 and near > start:
        return near
    return start - 1 if cut == start + 1 and text[start] in "•⁃▪‣*·-" else cut


def _full_stop(
    text: str, start: int, at: int, follows: int, word: str, quoted: bool, own: frozenset[str]
) -> bool:
    """Whether one full stop ends a sentence, by the word before it and the one behind."""
    cut = _word_before(text, start, at)
    before = text[max(cut + 1, start) : at].lstrip("“\"‘'([—–-«$")
    opens = word in OPENERS or quoted
    if word == "A" or word == "I":
        opens = opens and text[follows + 1 : follows + 2] != "."
    if cut < start and _MARKER.match(before):
        return False
    if before.islower() and len(before) > 3 and before.isalpha():
        return opens or not (before in CLOSING or before in INSIDE or before in own)
    plain = before.rpartition("/")[2].rpartition("-")[2]
    if before in TITLES or before in own:
        return before == "St" and opens and text[max(start, at - 20) : at - 2].rstrip()[-1:].isalnum()
    if before in INSIDE:
        return False
    if before in NUMBERED and (word[:1].isdigit() or re.match(r"[IVX]+\b", word)):
        return False
    if _CLOCK.search(before):
        return _clock(text, start, at, before, word)
    if _INITIAL.match(before):
        return opens if before != "I" else _after_i(text, start, cut, opens)
    if _DOTTED.match(before):
        return opens
    if plain in CLOSING or before in CLOSING:
        return opens and not word[:1].isdigit()
    return True


def _clock(text: str, start: int, at: int, before: str, word: str) -> bool:
    """Whether a sentence ends at “a.m.” or “p.m.”: not before a zone or day, nor in “At 5 a.m. Mr. Smith”."""
    if word in ZONES or word[:1].isdigit():
        return False
    return not _ADJUNCT.match(text[start : at - len(before)])


def _after_i(text: str, start: int, cut: int, opens: bool) -> bool:
    """Whether “I.” ends a sentence: the pronoun does (“you and I. Did”), the initial does not."""
    before = text[max(start, cut - 12) : max(cut, start)].rpartition(" ")[2]
    return opens and (before.islower() or before == "War")


def _ellipsis(tail: str, word: str, quoted: bool) -> bool:
    """Whether three dots end a sentence: not in brackets, nor before “I” inside halting speech."""
    if tail[:1] == "]":
        return False
    if tail:
        return True
    return quoted or (word[:1].isupper() and not word.startswith(("I’", "I'")) and word != "I")
