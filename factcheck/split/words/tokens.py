"""A stretch of text as words with one-letter tags: a grammar pattern is a regular expression over the tags.

The letters (lower case unless it matters):

    n s  noun, plural noun        N  name                 j c S  adjective, comparative, -est
    v V  finite verb, base form   g e  -ing form, past participle     m  modal   b B  be (finite, other)
    h H  have, having             D  do                   d p  determiner, possessive
    o    pronoun                  w t q  who/which, that, what/how    i z  preposition, to
    a u  and/or, but              x  subordinator         r R  adverb, not       l 0  number in words, digits
    M K  month, weekday           $ %  currency, per cent '  possessive ending     , : . ( ) " -  marks
"""

import re
from itertools import accumulate
from typing import NamedTuple

from factcheck.split.lexicon import listed, word_set
from factcheck.split.words.word_tags import word_tags

_NOUNS = listed("words/nouns")
_NOT_SUPERLATIVES = listed("words/not_superlatives")

_TOKEN = re.compile(
    r"([a-z]{2,}(?![\w&‑’'-])"
    r"|\d+(?:[.,:/–-]\d+)*(?:st|nd|rd|th|s|m|bn|k|km|kg|mph|am|pm|AM|PM)?(?![^\W\d_])"
    r"|(?:[^\W\d_]\.){2,}"
    r"|[^\W_]+(?:[-‑&][^\W_]+)*(?:[’']t(?![^\W_]))?"
    r"|[’'](?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M)(?![^\W_])"
    r"|\.{2,}|[^\w\s])( ?)"
)
"""A plain word, a figure, initials, any word, a short ending or a mark.

“n’t” is parted from its verb afterwards. The plain word stands first because most words are plain; the space
behind a word is taken along so that nothing is tried in vain at it.
"""

_MARKS = dict(zip(",;:—–―-‑([)]\"“”„«»‘’'.!?…$£€¥₹%/&", ',:::::--(())"""""""\'\'....$$$$$%aa', strict=True))


class Tokens(NamedTuple):
    """The words of a stretch with their places and tags; all four run side by side."""

    words: list[str]
    """Lower case, curly apostrophes made straight."""
    starts: list[int]
    ends: list[int]
    """Code points into the draft."""
    tags: str


_NOUN_ENDS = re.compile(
    r"(?:tion|sion|ment|ity|ness|ance|ence|ship|ism|ist|age|dom|ery|ogy|eur|ure|hood)s?$|(?:ers|ors|ists"
    r"|ies|ians)$"
)
_ADJECTIVE_ENDS = re.compile(
    r"(?:ous|ful|ible|able|ical|ive|ic|al|less|ary|ese|like|free|based|old|wide|style)$"
)
_SUPERLATIVE = re.compile(r"[a-z]{2,}(?:iest|[^aeiou]est)$")
_CAPITAL_CLASSES = frozenset("dpowtqmbBhDHizaxuRrlMK1")


def _unknown(word: str) -> str:
    """Tag of a lower-case word that no list knows, by its ending."""
    if word[0].isdigit():
        return "0"
    if word in _NOUNS:
        return "n"
    if "-" in word or "‑" in word:
        if word_tags().get(re.split("[-‑]", word)[0]) == "l":
            return "l"
        last = re.split("[-‑]", word)[-1]
        tag = word_tags().get(last) or (_unknown(last) if last else "n")
        return {"E": "j", "e": "j", "g": "j", "v": "j", "j": "j", "0": "0", "l": "l"}.get(
            tag, "n" if tag != "s" else "s"
        )
    if word.endswith("ly") and len(word) > 4:
        return "r"
    if word.endswith("ing") and len(word) > 4:
        return "g"
    if word.endswith("ed") and len(word) > 4:
        return "E"
    if _SUPERLATIVE.match(word) and word not in _NOT_SUPERLATIVES:
        return "S"
    if _ADJECTIVE_ENDS.search(word) and len(word) > 4:
        return "j"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 2:
        return "s"
    return "n"


def _capital(word: str, *, first: bool) -> str:
    """Tag of a capitalised word; a sentence's first word is a name only where nothing else fits."""
    lower = word.lower().replace("’", "'")
    if len(word) > 1 and word.isupper():
        return "N"
    tag = word_tags().get(lower)
    if lower == "may" and not first:
        return "M"
    if tag is not None and (first or tag in _CAPITAL_CLASSES):
        if first or tag != "1":
            return tag
        return "M" if lower == "march" else "N"
    if first and len(word) > 1:
        guess = _unknown(lower)
        if guess in "rS" or (guess in "gjEns" and (_NOUN_ENDS.search(lower) or guess == "g")):
            return guess
    return "N"


class _Form(NamedTuple):
    """What a form of a word is wherever it stands."""

    lower: str
    """Lower case, curly apostrophe made straight."""
    tag: str
    """Its tag; for a capitalised word, the one inside a sentence."""
    first: str
    """Its tag where a sentence, a quotation or a bracket begins."""


_FORMS: dict[str, _Form] = {}
_MOST_FORMS = 200_000
"""Forms kept before the store of them is emptied, so that hostile text cannot fill the memory."""


def _form(word: str) -> _Form:
    """The form of a token, worked out once."""
    lower = word.lower().replace("’", "'")
    tag = _MARKS.get(word[0])
    if tag is not None and not word[-1].isalnum():
        found = _Form(word, tag, tag)
    elif word[0].isdigit():
        found = _Form(lower, "0", "0")
    elif word[0].isupper():
        found = _Form(lower, _capital(word, first=False), _capital(word, first=True))
    else:
        tag = word_tags().get(lower) or (
            _unknown(lower) if lower[0] != "'" else "'" if lower == "'s" else "h"
        )
        found = _Form(lower, tag, tag)
    if len(_FORMS) >= _MOST_FORMS:
        _FORMS.clear()
    _FORMS[word] = found
    return found


def _parted(parts: list[str]) -> list[str]:
    """“don’t” as “do” and “n’t”, in a text cut up by `_TOKEN`."""
    found = parts[:1]
    for word, space, gap in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        short = len(word) > len("n’t") and word[-1] in "tT" and word[-2] in "'’" and word[-3] in "nN"
        found += (word[:-3], "", "", word[-3:], space, gap) if short else (word, space, gap)
    return found


def tokens(text: str, start: int, end: int) -> Tokens:
    """The words of `text[start:end]` with tags; what stands before decides the ambiguous ones."""
    forms = _FORMS
    stretch = text[start:end]
    parts = _TOKEN.split(stretch)
    if "'t" in stretch or "’t" in stretch:
        parts = _parted(parts)
    places = list(accumulate(map(len, parts), initial=start))
    found = [forms.get(word) or _form(word) for word in parts[1::3]]
    words = [one[0] for one in found]
    return Tokens(words, places[1:-1:3], places[2::3], _resolve(words, _placed(found)))


def _placed(found: list[_Form]) -> list[str]:
    """The tag of each form where it stands: the first word behind an opening mark has one of its own."""
    raw = [one[1] for one in found]
    plain = "".join(raw)
    size = len(raw)
    place = 0
    while place < size:
        tag = raw[place] = found[place][2]
        place += 1
        if tag in _MARK_TAGS:
            continue
        opening = _OPENS.search(plain, place)
        if opening is None:
            break
        place = opening.end()
    return raw


_OPENS = re.compile('[":(]')
_MARK_TAGS = frozenset(_MARKS.values())
_BASE = frozenset("V13BhDrR")
_TO_NOUN = "nsNjSlc01gEe2"
_OBJECTS = word_set("them him us me everything something nothing anything there")
_SAID = frozenset(("said", "told"))
"""Forms that hardly ever tell more of the noun before them."""
_PARTICLES = frozenset(("out", "up", "off", "down", "back", "away"))
_NAMING = frozenset(("named", "called", "nicknamed", "dubbed", "titled", "entitled"))
_FLOATING = frozenset(("as", "before", "after", "since", "until", "till", "than"))
"""Prepositions where no finite verb follows, subordinators where one does."""


def _resolve(words: list[str], raw: list[str]) -> str:
    """Tags with the ambiguous ones decided by their neighbours, left to right."""
    last = len(raw) - 1
    open_ones = [i for i, tag in enumerate(raw) if tag in _AMBIGUOUS or words[i] in _PAIRS]
    for index in open_ones:
        word, tag = words[index], raw[index]
        watched = word in _WATCHED
        if watched and index < last and words[index + 1] == _PAIRS.get(word):
            raw[index] = raw[index + 1] = "i"
        elif tag in _AMBIGUOUS and (watched or tag not in "dp"):
            place = index - 1
            while place >= 0 and raw[place] in "rR":
                place -= 1
            anchor = raw[place] if place >= 0 else "."
            if tag == "s" and anchor != "o":
                continue
            before = raw[index - 1] if index else "."
            after = raw[index + 1] if index < last else "."
            raw[index] = _decided(tag, words, raw, index, before, anchor, after)
    tags = "".join(raw)
    return _settle(tags) if "E" in tags else tags


_PAIRS = {
    "according": "to", "ahead": "of", "along": "with", "apart": "from", "aside": "from", "because": "of",
    "close": "to", "due": "to", "instead": "of", "next": "to", "other": "than", "out": "of", "owing": "to",
    "prior": "to", "rather": "than", "regardless": "of", "such": "as", "thanks": "to", "together": "with",
    "up": "to",
}  # fmt: skip
"""Two words that are one preposition."""
_WATCHED = frozenset(_PAIRS) | {"that", "her", "whose"}
"""With them, the only determiners and possessives that can be something else."""

_AMBIGUOUS = frozenset("123EV'tzpxgdsD")


def _decided(
    tag: str, words: list[str], raw: list[str], index: int, before: str, anchor: str, after: str
) -> str:
    if tag == "E":
        if words[index] in _NAMING and anchor in "ns" and after in 'N"':
            return "e"
        said = words[index] in _SAID and anchor in "nsN" and after != "z"
        return "v" if said else _past_or_participle(anchor, after, raw, index)
    if tag in "123Vsg":
        if tag == "2" and anchor == "," and _FINITE.isdisjoint(raw[max(0, index - _REACH) : index]):
            return "v"
        return _inflected(tag, words, index, anchor, after)
    word = words[index]
    if tag == "D":
        return "V" if word == "do" and anchor == "a" else "D"
    if tag == "z":
        return "z" if after in _BASE and words[index + 1] != "no" else "i"
    if tag == "'":
        return _possessive_or_is(word, before, after)
    if tag == "x":
        return _joins(word, words, raw, index)
    if tag == "p":
        return "w" if word == "whose" else "o" if word == "her" and after not in _TO_NOUN else "p"
    if word == "that":
        return "d" if before in "ixzvV" and after in "n1j" else "t"
    if word == "such" and index + 1 < len(words) and words[index + 1] == "as":
        return "i"
    return tag


def _inflected(tag: str, words: list[str], index: int, anchor: str, after: str) -> str:
    """Noun, verb or -ing noun, by what stands on both sides."""
    if tag == "1":
        return _noun_or_verb(anchor, after)
    if tag == "2":
        off = anchor == "N" and index + 1 < len(words) and words[index + 1] in _PARTICLES
        return "v" if off else _plural_or_verb(anchor, after)
    if tag == "3":
        return "V" if anchor in "mzD" else "v" if anchor in "os" and after in "dpoN" else "j"
    if tag == "V":
        return "V" if anchor in "mzDa.,:" else "v"
    if tag == "s":
        return "v" if anchor == "o" and words[index - 1] not in _OBJECTS and after in "dpozitNnjg" else "s"
    return "n" if anchor in "dpjS" and after not in "nsNjdpoc" else "g"


def _joins(word: str, words: list[str], raw: list[str], index: int) -> str:
    """Whether a floating word begins a clause (x) or a phrase (i); “as well as” joins like “and”."""
    if word not in _FLOATING:
        return "x"
    if word == "as":
        if words[index + 1 : index + 3] == ["well", "as"]:
            raw[index + 1] = raw[index + 2] = "a"
            return "a"
        if words[index - 1 : index] == ["such"]:
            return "i"
    ahead = "".join(raw[index + 1 : index + 14])
    return "x" if _CLAUSE_AHEAD.match(ahead) else "i"


_CLAUSE_AHEAD = re.compile("[^,.:wvbhDmE]{1,9}(?:,[^,.:wvbhDmE]{1,6},)?[vbhDmE]|[vbhDmE]")
"""A finite verb behind a noun phrase, which may have an apposition: “as the secretary, Diane Doe, said”."""


def _noun_or_verb(anchor: str, after: str) -> str:
    if anchor in "mzD":
        return "V"
    if anchor in "ow":
        return "v"
    if anchor == "s":
        return "v" if after in "dpotqizNr,sjl0g" else "n"
    if anchor in ".:" and after in "dpoN":
        return "V"
    return "n"


def _plural_or_verb(anchor: str, after: str) -> str:
    if anchor in "owt":
        return "v"
    if anchor == "a":
        return "v" if after in "dpoN" else "s"
    if anchor in "Nn)":
        return "v" if after in 'dpozqtNl0$rRj"x' else "s"
    return "s"


def _past_or_participle(anchor: str, after: str, raw: list[str], index: int) -> str:
    if anchor in "l0" and after not in "nsNjg":
        return "E"
    if anchor in "bBhHdpjiSclgV0$ve":
        return "e"
    if anchor in "ow":
        return "v"
    if anchor in "au":
        for tag in reversed(raw[max(0, index - _REACH) : index]):
            if tag in "vembE":
                return "E" if tag == "E" else "e" if tag in "eb" else "v"
        return "v"
    return "E"


def _possessive_or_is(word: str, before: str, after: str) -> str:
    if word == "'s":
        return "b" if before in "owq" or (after in "dregRi" and before != "s") else "'"
    return "'"


_REACH = 60
"""Most words that a rule looks back or ahead, so that no text takes more than linear time."""
_VERBS_NEXT = (["E"], ["v"], ["b"], ["h"], ["m"], ["D"])
_STARTS = (["N"], ["d"], ["p"], ["o"])
"""What follows an inverted verb of speech: “…,” said the mayor."""
_BOUND = ',:wxqtu(."'
_FINITE = frozenset("vbhDm")


def _settle(tags: str) -> str:
    """Each -ed form still open: a participle where its clause has a finite verb, else the finite verb."""
    out = list(tags)
    ahead = [False] * (len(tags) + 1)
    for place in range(len(tags) - 1, -1, -1):
        tag = tags[place]
        ahead[place] = tag not in _BOUND and (tag in _FINITE or ahead[place + 1])
    bound = -1
    finite = noun = False
    for place, tag in enumerate(tags):
        settled = tag
        if tag == "E":
            settled = out[place] = _settled(out, place, bound, finite=finite or ahead[place + 1], noun=noun)
        if settled in _BOUND:
            bound = place
            finite = noun = False
        elif settled in _FINITE:
            finite = True
        elif settled in "nNslo0)K":
            noun = True
    return "".join(out)


def _settled(out: list[str], place: int, bound: int, *, finite: bool, noun: bool) -> str:
    """The tag of an -ed form whose clause begins behind `bound` and has a noun or a finite verb."""
    mark = out[bound] if bound >= 0 else "."
    if not noun and mark == "," and not finite:
        noun = _after_comma(out, place, bound)
    inverted = not noun and not finite and mark == '"' and out[place + 1 : place + 2] in _STARTS
    return "v" if inverted or (noun and not finite) else "e"


_HAS_NOUN = re.compile("[nNso]")
_CLAUSE_BOUND = frozenset(':."x')


def _after_comma(out: list[str], place: int, comma: int) -> bool:
    """Whether an -ed form behind a comma is the finite verb: its clause has none yet, or it has an object."""
    start = comma
    while start > max(0, comma - _REACH) and out[start - 1] not in _CLAUSE_BOUND:
        start -= 1
    before = "".join(out[start:comma])
    if not _HAS_NOUN.search(before):
        return False
    if not any(tag in _FINITE for tag in before):
        closes = next((at for at in range(place, min(len(out), place + _REACH)) if out[at] == ","), None)
        return closes is None or out[closes + 1 : closes + 2] not in _VERBS_NEXT
    return place + 1 < len(out) and out[place + 1] in "dpotqN0l$"
