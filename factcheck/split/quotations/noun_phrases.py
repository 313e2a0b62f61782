"""Noun phrases around a verb: the subject before it, the one behind it, and what goes on in apposition."""

from factcheck.split.lexicon import word_set
from factcheck.split.people.name_lists import ROLE_NOUNS
from factcheck.split.quotations.folded_sentence import FoldedSentence

_NOMINAL = frozenset("nsNMK0l")
_INSIDE = frozenset("nsNjcSl0$%'")
_EDGES = frozenset(',:;.xuatqQ"(-wvVmbhDze')
_NO_SUBJECT = word_set("there himself herself itself themselves him them me us")
_TIMES = word_set(
    """
    week month year day morning night afternoon evening weekend spring summer fall autumn winter
    """
)
_DASHES = frozenset("—–-")
_INNER = word_set(
    """
    of in for from with at on by to about against near under behind inside outside within between among over
    """
)
"""Prepositions that carry a noun phrase on."""

_ARTICLES = word_set("the a an his her its their our my your every no")
_FLOATING = word_set("all both himself herself themselves")
"""Words that may stand between a subject and its verb."""
_SUBJECTS = word_set("he she they we i you")
_PRONOMINAL = word_set(
    """
    everybody everyone somebody someone anybody anyone nobody those many some most all both few several
    others none
    """
)

Phrase = tuple[int, int]
"""First word of a phrase and one past its last."""


def subject_before(folded: FoldedSentence, verb: int) -> Phrase | None:
    """The noun phrase, aside included, that is the subject of the verb group starting at verb."""
    tags, words = folded.tags, folded.words
    last = verb - 1
    while last >= 0 and (tags[last] in "rR" or words[last] in _FLOATING):
        last -= 1
    if last + 1 < verb and words[last + 1] in _PRONOMINAL and (last < 0 or tags[last] in ",:a-"):
        return last + 1, last + 2
    if last < 0:
        return None
    if tags[last] in "MK0" or words[last] in _TIMES:
        last = _past_time(folded, last)
        if (
            last > 1
            and tags[last] in "eEv"
            and tags[last - 1] in "ns"
            and words[last].endswith(("ed", "nt", "en"))
        ):
            inner = phrase_before(folded, last - 1)
            return (inner[0], verb) if inner else None
        if last < 0:
            return None
    if tags[last] == "w" or (tags[last] == "t" and last and tags[last - 1] in "nsN,"):
        end = last - 1
        if end >= 0 and tags[end] == ",":
            end -= 1
        return phrase_before(folded, end) if end >= 0 else None
    if tags[last] == ")":
        inner = _before_aside(folded, last)
        return (inner[0], last + 1) if inner else None
    if tags[last] == "," or (tags[last] in ":-" and words[last] in _DASHES):
        return _before_aside(folded, last) or _before_stray_comma(folded, last)
    return phrase_before(folded, last)


def _before_stray_comma(folded: FoldedSentence, comma: int) -> Phrase | None:
    """A subject at the start of the sentence with a stray comma before its verb: “Chairman Pike, said”."""
    phrase = phrase_before(folded, comma - 1)
    return phrase if phrase is not None and phrase[0] == 0 and "N" in folded.tags[:comma] else None


def _past_time(folded: FoldedSentence, last: int) -> int:
    """Place before a time that stands between subject and verb: “the campaign on Tuesday said”."""
    tags, words = folded.tags, folded.words
    at = last
    while at >= 0 and (
        tags[at] in "MK0S" or words[at] in _TIMES or words[at] in ("this", "last", "early", "late")
    ):
        at -= 1
    if at >= 0 and words[at] in ("on", "in", "at"):
        at -= 1
    elif at == last or (at >= 0 and tags[at] in "dpj" and tags[last] not in "MK"):
        return last
    return at


def phrase_before(folded: FoldedSentence, last: int) -> Phrase | None:
    """The noun phrase whose last word is at last, prepositional parts included."""
    tags, words = folded.tags, folded.words
    if last < 0:
        return None
    if words[last] in _PRONOMINAL and (not last or tags[last - 1] in ",:a-"):
        return last, last + 1
    if tags[last] == "o" and not (last > 1 and words[last - 1] == "of"):
        return (last, last + 1) if words[last] not in _NO_SUBJECT else None
    if tags[last] == ")":
        opened = tags.rfind("(", 0, last)
        inner = phrase_before(folded, opened - 1) if opened > 0 else None
        return (inner[0], last + 1) if inner else None
    if tags[last] not in "nsNl0dj'o%":
        return None
    first = last
    at = last - 1 if tags[last] == "o" else last
    while at >= 0:
        step = _step_left(folded, at, first)
        if step is None:
            break
        at, first = step
    first = _restart(folded, first, last)
    while first < last and tags[first] in "r'":
        first += 1
    if not any(tag in "nsNl0jdo%" for tag in tags[first : last + 1]):
        return None
    return None if first == last and words[first] in _ARTICLES else (first, last + 1)


def _step_left(folded: FoldedSentence, at: int, first: int) -> tuple[int, int] | None:
    """One step to the left inside a noun phrase: where to look next, and the first word so far."""
    tags, words = folded.tags, folded.words
    tag = tags[at]
    if tag in _INSIDE or (tag in "MK" and at == first):
        return at - 1, at
    if tag in "dp":
        if at > 1 and words[at - 1] in _INNER and _carries_on(folded, at - 2):
            return at - 2, at
        if at > 1 and tags[at - 1] == "a" and tags[at - 2] in _NOMINAL and _lists(folded, at - 1):
            return at - 2, at
        return (at - 1, at) if at and tags[at - 1] == "d" else (-1, at)
    if words[at] in _PRONOMINAL and first != at:
        return -1, at
    if not at or first == at:
        return None
    before = tags[at - 1]
    if tag == "-" and folded.starts[at] == folded.ends[at - 1]:
        return at - 1, first
    if tag in "eEgvj" and (
        (tag in "eg" and before in "dpj'lci" and tags[at + 1] in "nsNjeg")
        or (before in "ns" and _reduced(folded, at))
    ):
        return at - 1, at
    if tag == "r" and first == at + 1 and tags[first] in "jel" and before in "dp":
        return at - 1, first
    if words[at] in _INNER and _carries_on(folded, at - 1):
        return at - 1, first
    if tag == ")":
        opened = tags.rfind("(", 0, at)
        return (opened - 1, first) if opened > 0 and at - opened < 7 else None
    return _joined_left(folded, at, first) if tag == "a" else None


def _joined_left(folded: FoldedSentence, at: int, first: int) -> tuple[int, int] | None:
    """The step over “and” or “/” at `at`, where it joins two noun phrases or a pronoun and one."""
    if folded.words[at] == "/" or (folded.tags[at - 1] in _NOMINAL and _lists(folded, at)):
        return at - 1, first
    return (-1, at - 1) if folded.words[at - 1] in _SUBJECTS else None


def _carries_on(folded: FoldedSentence, at: int) -> bool:
    """Whether the word at `at` can be carried on by a preposition: a noun, “familiar with”, “obtained by”."""
    tags = folded.tags
    if tags[at] in _NOMINAL or tags[at] == "%" or folded.words[at] in _PRONOMINAL:
        return True
    tells = tags[at] in "ejEg" or folded.words[at] == "close" or folded.words[at].endswith("ed")
    return at > 0 and tags[at - 1] in "nso" and tells


def _reduced(folded: FoldedSentence, at: int) -> bool:
    """Whether a participle at `at` tells more of the noun before it: “a memo obtained by …”."""
    after = folded.words[at + 1] if at + 1 < len(folded) else ""
    return after in _INNER and folded.words[at].endswith(
        ("ed", "en", "nt", "ing", "ht", "de", "ld", "ar", "se")
    )


def _lists(folded: FoldedSentence, place: int) -> bool:
    """Whether “and” at place joins two noun phrases: no finite verb stands before it in its clause."""
    tags = folded.tags
    at = place - 1
    while at >= 0 and tags[at] not in ',:;xutqQ"':
        if tags[at] in "vmbhDVz":
            return False
        at -= 1
    return True


def _restart(folded: FoldedSentence, first: int, last: int) -> int:
    """Start of the real subject where an opening phrase runs into it: “the plan | Holm said”."""
    tags, words = folded.tags, folded.words
    for at in range(last, first, -1):
        opens = tags[at] == "N" and tags[at - 1] in "ns" and words[at - 1] not in ROLE_NOUNS
        if opens and tags[first] in "dp" and not tags[at : last + 1].strip("N"):
            return at
    return first


def _before_aside(folded: FoldedSentence, comma: int) -> Phrase | None:
    """The subject before an apposition or relative clause that ends at comma, aside included."""
    tags = folded.tags
    best: Phrase | None = None
    tries = 0
    for at in range(comma - 1, 0, -1):
        if tags[at] in "Q." or tries > 4:
            break
        if tags[at] in ",(" or (tags[at] in ":-" and folded.words[at] in _DASHES):
            tries += 1
            phrase = phrase_before(folded, at - 1)
            if phrase is None or (phrase[0] and tags[phrase[0] - 1] not in _EDGES):
                continue
            whole = tags[phrase[0] : phrase[1]]
            named = any(tag in "nsNo" for tag in whole) or folded.words[phrase[1] - 1] in ROLE_NOUNS
            if tags[at + 1] in "dpwnsjNl0SegqixcEv" and named:
                best = phrase[0], comma
                if "N" in whole and not (phrase[0] and tags[phrase[0] - 1] == ","):
                    break
    return best


def phrase_after(folded: FoldedSentence, first: int) -> int:
    """Index past the noun phrase that starts at first; first itself where none starts."""
    tags, words = folded.tags, folded.words
    size = len(tags)
    at = first
    if at < size and tags[at] == "o":
        return at + 1
    seen = False
    while at < size:
        tag = tags[at]
        if tag in "dp" and not seen:
            at += 1
        elif tag in "nsN0l" or (tag in "MK" and not seen):
            seen = True
            at += 1
        elif tag in "jcS$%'" or (tag in "egr" and not seen):
            at += 1
        elif (
            tag == "i"
            and seen
            and words[at] in ("of", "for", "at", "from", "in")
            and tags[at + 1 : at + 2] in _PHRASE_STARTS
        ):
            at += 1
            seen = False
        elif tag == "a" and seen and tags[at + 1 : at + 2] == "N" and tags[at - 1] == "N":
            at += 1
        elif tag == "(" and seen and 0 < tags.find(")", at) - at < 7:
            at = tags.find(")", at) + 1
        else:
            break
    return at if seen else first


_PHRASE_STARTS = frozenset("dpnsNjl0")


_POSTPOSED = word_set("close familiar involved aware briefed obtained seen reviewed")
"""Words behind a noun that tell more of it."""


def with_apposition(folded: FoldedSentence, past: int) -> int:
    """Index past what tells more of a noun phrase that ends before past: “, the group's director”."""
    tags = folded.tags
    size = len(tags)
    if past < size and (
        folded.words[past] in _POSTPOSED or (tags[past] in "eEjgv" and tags[past - 1] in "ns")
    ):
        past = _to_mark(folded, past)
    while past < size - 1 and tags[past] == ",":
        after = past + 1
        if tags[after] == "w":
            past = _to_mark(folded, after)
            continue
        end = phrase_after(folded, after)
        if end == after or (end < size and tags[end] in "vmbhDQ"):
            break
        role = any(word in ROLE_NOUNS for word in folded.words[after:end])
        alone = (tags[after] in "0l" and end - after == 1) or (
            tags[after:end] in ("N", "NN") and tags[end : end + 1] == ","
        )
        if alone:
            past = end
            continue
        if not (role or tags[after] in "0l" or folded.words[after] in ("a", "an", "the")):
            break
        past = _to_mark(folded, end)
    return past


def _to_mark(folded: FoldedSentence, at: int) -> int:
    """Index of the next comma, stop or quotation."""
    size = len(folded.tags)
    while at < size and folded.tags[at] not in ",Q.:(":
        at += 1
    return at
