"""A statement put plainly: its subject carried in, joints and loose commas dropped."""

import re
from functools import cache

from factcheck.split.lexicon import word_set
from factcheck.split.words.tokens import Tokens
from factcheck.split.words.verb_forms import irregular_pasts, verb_forms

_JOINTS = re.compile(
    r"^[\s,;:—–-]*(?:(?:and|but|or|yet|so|while|whereas|although|though)\b[\s,]*)?", re.IGNORECASE
)
_TAIL = re.compile(r"[\s,;:—–-]+$")
_SUBJECT = re.compile(
    r"(?:[dp]?[jcSlg0enNsMK$%'\-a]{0,12}[nNs0Ml]|o)(?:i[dp]?[jcSlg0enNsMK'\-]{0,6}[nNs0])*$"
)
_WITH_RELATIVE = re.compile(r"(?P<head>[dp]?[jcSlg0enNsMK$%'\-]{0,8}[nNs])[tw][^,]*[vbhDm]")
"""A subject with a relative clause inside: “A study that she published took …”."""
_MEASURES = word_set("""
metre metres meter meters centimetre centimetres kilometre kilometres kilometer kilometers mile miles tonne
tonnes ton tons kilo kilos litre litres hectare hectares acre acres year years month months week weeks day
days hour hours percent million billion euros dollars pounds head degrees feet
""")
_APPOSED = re.compile(r"N+,$")


def sentence(words: str) -> str:
    """Words as one plain sentence: capital first, full stop last, no joint in front."""
    plain = _TAIL.sub("", " ".join(_JOINTS.sub("", words, count=1).split()))
    if not plain:
        return ""
    plain = plain[0].upper() + plain[1:]
    return plain if plain.endswith((".", "!", "?", "”", '"', "’", "]", ")")) else plain + "."


def same(plain: str, words: str) -> bool:
    """Whether a restatement says no more than the words do, marks at the end apart."""
    return (
        _TAIL.sub("", plain.rstrip(".")).casefold()
        == _TAIL.sub("", " ".join(words.split()).rstrip(".")).casefold()
    )


def subject(text: str, words: Tokens, spine: str, verb: int) -> str:
    """The noun phrase before the finite verb at token verb: the subject to carry."""
    last = verb
    while last and spine[last - 1] in "rR_,":
        last -= 1
    start = max(spine.rfind(",", 0, last), spine.rfind(":", 0, last)) + 1
    head = _WITH_RELATIVE.match(spine, start, last)
    if head is not None:
        return text[words.starts[start] : words.ends[head.end("head") - 1]]
    match = _SUBJECT.search(spine, 0, last)
    if match is None:
        return ""
    return text[words.starts[match.start()] : words.ends[last - 1]]


def measured(words: Tokens, comma: int) -> bool:
    """Whether what stands before the comma is an amount or a date: “at €6.20 a cubic metre”, “in 2013”."""
    if words.tags[comma - 1] in "0%$M":
        return True
    return words.words[comma - 1] in _MEASURES


def antecedent(text: str, words: Tokens, tags: str, comma: int) -> str:
    """The noun phrase right before the comma that what hangs on it speaks of."""
    match = _SUBJECT.search(tags, 0, comma)
    if match is None:
        return ""
    first = match.start()
    chain = _APPOSED.search(tags, 0, first) if tags[first] in "dprR" and first > 2 else None
    if chain is not None and chain.end() == first:
        return text[words.starts[chain.start()] : words.ends[first - 2]]
    if tags[comma - 1] == "N":
        named = comma - 1
        while named > first and tags[named - 1] in "N-":
            named -= 1
        first = named - (named > first and tags[named - 1] == "d")
    return text[words.starts[first] : words.ends[comma - 1]]


def participle(word: str, tag: str, *, past: bool, plural: bool) -> str:
    """A finite form for a participle: “highlighting” → “highlighted” or “highlights”, “born” → “was born”."""
    base = None if tag == "e" else _bases().get(word)
    if base is None:
        return ("were " if plural else "was ") + word
    forms = verb_forms()[base]
    if past:
        return forms.pasts[0]
    return base if plural else forms.present


@cache
def _bases() -> dict[str, str]:
    """Base form of each -ing form that the lists know."""
    return {ing: base for base, forms in verb_forms().items() for ing in forms.ings}


PASTS = frozenset(irregular_pasts().values()) - irregular_pasts().keys()
"""Irregular past forms that are no base form as well."""
