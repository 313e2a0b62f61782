"""What a cue gives as said: the words behind it, before it, or on both sides."""

from factcheck.split.lexicon import word_set
from factcheck.split.quotations.cue import Cue
from factcheck.split.quotations.folded_sentence import FoldedSentence
from factcheck.split.quotations.noun_phrases import Phrase, phrase_after
from factcheck.split.words.speech_verbs import Frame

_STRONG = frozenset("vmbhD")
_NOMINAL_START = frozenset("odpNnsjlq0xScg$")
_CONTENT_PREPOSITIONS = word_set("for of about against over")
_TIMES = word_set(
    """
    week month year day morning night afternoon evening weekend spring summer fall
    """
)
_EACH_OTHER = (["one", "another"], ["each", "other"])
_UNITS = word_set("second seconds minute minutes hour hours day days week weeks month months year years")
_SINCE = (["after"], ["before"], ["later"], ["ago"], ["earlier"])
_TIMELY = word_set("last this next earlier late early that same")
_GOES_ON = ("g", "v", "E")
"""Tags of a verb behind “and” with the subject of the cue: “chanting “…” and waving flags”."""
_OUTSIDE = ("i", ".", ",", "K")
"""Tags behind a “that” which is an object, not the opening of a clause: “disputed that at the time”."""
_FINITE = ("v", "m", "b", "h", "D")
_VERBS = frozenset("vmbhDeE")
_INFINITIVES = frozenset("Vv1njQ")
_SHOWS = word_set("show shows showed found finds")
_AS = word_set(
    """
    paint paints painted painting cast casts casting depict depicts depicted depicting see sees saw seen
    view views viewed regard regards regarded viewing seeing regarding
    """
)
"""Verbs of view: they give a statement only where “as” follows."""
_SUBJECTS = word_set("he she it they we i you")
_OBJECTS = word_set("me him us them")
_TAKES_OBJECT = Frame.SOMEBODY_TO | Frame.NOUN | Frame.LISTENER
_PARTICLES = word_set("down up off away back out")
_PASSIVE = word_set("as of “")
_CONCEDING = word_set("despite without under because unlike for given with regardless instead")
"""Prepositions that open what is said rather than tell where it was said."""
_EVIDENCE = word_set(
    """
    poll polls survey surveys study studies report reports analysis data figures records documents emails
    review
    """
)
_FAR = 24
"""Most words between a verb of speech and what is said."""


def content(folded: FoldedSentence, cue: Cue, floor: int, limit: int) -> list[Phrase]:
    """Stretches of words that the cue gives as said, between floor and limit; empty where it gives none."""
    if cue.rule == "adverb":
        return _rest(folded, cue, floor, limit)
    if cue.rule in ("according", "as-clause"):
        return _beside(folded, cue, floor, limit)
    if cue.rule == "inverted" and cue.source is not None:
        return _around(folded, cue, cue.source[1], floor, limit)
    behind = _behind(folded, cue, limit)
    left = _left(folded, cue, floor) if behind is None or folded.tags[behind[0]] == "Q" else None
    relative = cue.first > 1 and folded.tags[cue.first - 1] == "w" and folded.tags[cue.first - 2] != ","
    if behind is not None and (relative or cue.rule == "noun"):
        behind = behind[0], min(behind[1], _subject_end(folded, behind[0], behind[1]))
    if behind is not None:
        return [left, behind] if left and _ends_quoted(folded, left) else [behind]
    if left is None:
        return []
    rest = _rest_of(folded, left, cue.end, limit)
    goes_on = rest is not None and any(tag in _STRONG for tag in folded.tags[rest[0] : rest[1]])
    if not _ends_quoted(folded, left) and not _free(folded, cue, left, limit, goes_on):
        return []
    return [left, rest] if rest else [left]


def _around(folded: FoldedSentence, cue: Cue, end: int, floor: int, limit: int) -> list[Phrase]:
    """Content of an inverted cue: before the verb, and behind the speaker where it goes on."""
    left = _left(folded, cue, floor)
    if left is None or (not cue.frame & Frame.THAT and not _ends_quoted(folded, left)):
        return []
    rest = _rest_of(folded, left, end, limit)
    return [left, rest] if rest else [left]


def _rest_of(folded: FoldedSentence, left: Phrase, end: int, limit: int) -> Phrase | None:
    """Content behind an inserted cue; behind a quotation, what goes on must be quoted as well."""
    rest = _goes_on(folded, end, limit)
    if rest is None or (_ends_quoted(folded, left) and "Q" not in folded.tags[rest[0] : rest[1]]):
        return None
    return rest


def _free(folded: FoldedSentence, cue: Cue, left: Phrase, limit: int, goes_on: bool) -> bool:
    """Whether the verb has no object behind it and what stands before it is a clause of its own."""
    tags, words = folded.tags, folded.words
    at = cue.end
    while at < limit and tags[at] in "rR":
        at += 1
    last = cue.end >= len(folded) - 1
    if words[at : at + 1] and words[at] in _PARTICLES and at + 1 < limit and tags[at + 1] in "dpnsN":
        return False
    if not cue.frame & Frame.THAT or not (last or cue.frame & (Frame.QUOTE | Frame.BARE)):
        return False
    if at < limit and tags[at] in "dpnsNojl0" and words[at] not in _TIMELY and not cue.frame & Frame.LISTENER:
        return False
    if goes_on:
        return True
    opening = tags[left[0]] in "xq" or words[left[0]] in ("as", "when", "after", "while", "before", "since")
    if opening and "," not in tags[left[0] : left[1]]:
        return False
    return any(tag in _STRONG or tag in "eE" for tag in tags[left[0] : left[1]])


def _rest(folded: FoldedSentence, cue: Cue, floor: int, limit: int) -> list[Phrase]:
    """Everything but the cue."""
    parts = [(floor, cue.first)] if cue.first > floor else []
    return [*parts, (cue.end, _trim(folded, cue.end, limit))] if cue.end < limit - 1 else parts


def _beside(folded: FoldedSentence, cue: Cue, floor: int, limit: int) -> list[Phrase]:
    """Content of “according to” and “as she put it”: the rest of the sentence, before, behind or both."""
    tags = folded.tags
    if cue.source is None:
        return []
    first, after = (cue.first, cue.source[1]) if cue.rule == "according" else (cue.source[0] - 1, cue.end)
    if cue.rule == "as-clause":
        while after < limit and tags[after] not in ",:Q":
            after += 1
    parts = []
    stop = first
    while stop > floor and tags[stop - 1] in ",:(-":
        stop -= 1
    if stop > floor and (stop - floor > 1 or tags[floor] not in "uar"):
        parts.append((floor, stop))
    while after < limit and tags[after] in ",:)-":
        after += 1
    if after < limit and tags[after] != "." and (not parts or limit - after > 3 or tags[after] == "Q"):
        parts.append((after, _trim(folded, after, limit)))
    return parts


def _trim(folded: FoldedSentence, start: int, stop: int) -> int:
    """Stop without end marks and commas."""
    while stop > start + 1 and folded.tags[stop - 1] in ".,:?-":
        stop -= 1
    return stop


def _behind(folded: FoldedSentence, cue: Cue, limit: int) -> Phrase | None:
    """Content behind the cue."""
    tags, words, frame = folded.tags, folded.words, cue.frame
    start = at = cue.source[1] if cue.rule == "passive" and cue.source else cue.end
    if cue.rule == "passive":
        return (at, _short_end(folded, at, limit)) if at < limit and words[at] in _PASSIVE else None
    listener = bool(frame & Frame.LISTENER) and words[at : at + 2] in _EACH_OTHER
    at += 2 * listener
    while at < limit and at - start < _FAR:
        tag = tags[at]
        if (
            tag == "d"
            and words[at] == "that"
            and frame & Frame.THAT
            and _clause_follows(folded, at + 1, limit)
        ):
            tag = "t"
        if tag in "Qt" or words[at] == ":":
            relative = (
                tag == "t" and at > cue.end and tags[at + 1 : at + 2] in _VERBS and tags[at - 1] in "nsN"
            )
            return None if relative else _opened(folded, cue, at, limit)
        if tag == "z" or (words[at] == "to" and frame & Frame.TO and tags[at + 1 : at + 2] in _INFINITIVES):
            return (at, _short_end(folded, at, limit)) if frame & Frame.TO else None
        if tag in "xqw" and frame & Frame.WHETHER and (tag != "x" or words[at] in ("whether", "if")):
            return at, _trim(folded, at, limit)
        step: Phrase | int | None = at + 1
        if tag in "i,":
            step = (
                _past_preposition(folded, cue, at, limit) if tag == "i" else _past_adjunct(folded, at, limit)
            )
        elif words[at] in _TIMES and tags[at - 1] == "K":
            step = at + 1
        elif tag in _NOMINAL_START or (tag == "r" and tags[at + 1 : at + 2] == "'"):
            step = _nominal(folded, cue, at, limit, listener)
            listener = listener or (isinstance(step, int) and words[step - 1] not in _TIMES)
        elif tag not in "rRMK":
            return None
        if not isinstance(step, int):
            return None if words[at] in _OBJECTS and not frame & _TAKES_OBJECT else step
        at = step
    return None


def _clause_follows(folded: FoldedSentence, at: int, limit: int) -> bool:
    """Whether a noun phrase and its finite verb follow: “that” before them opens a clause."""
    past = phrase_after(folded, at)
    return at < past < limit and folded.tags[past] in _STRONG


def _opened(folded: FoldedSentence, cue: Cue, at: int, limit: int) -> Phrase | None:
    """Content that “that”, a colon or a quotation at `at` opens."""
    if folded.tags[at] == "Q":
        alone = folded.tags[at + 1 : at + 2] == "a" and folded.tags[at + 2 : at + 3] in _GOES_ON
        return (at, at + 1 if alone else _trim(folded, at, limit)) if cue.frame else None
    stands = folded.words[at] == "that" and folded.tags[at + 1 : at + 2] in _OUTSIDE
    if stands and _STRONG.isdisjoint(folded.tags[at + 1 : limit]):
        return (at, at + 1) if cue.frame & Frame.NOUN else None
    if at + 1 >= limit or not cue.frame & (Frame.THAT | Frame.QUOTE):
        return None
    if folded.tags[at] == "t" and folded.tags[at + 1] in "vmbhD":
        return at, _trim(folded, at, limit)
    return at + 1, _trim(folded, at + 1, limit)


def _past_preposition(folded: FoldedSentence, cue: Cue, at: int, limit: int) -> Phrase | int | None:
    """Content that a preposition opens (“warned of …”), or the place behind it (“said in a letter”)."""
    tags = folded.tags
    past = phrase_after(folded, at + 1)
    opens = past > at + 1 or tags[at + 1 : at + 2] in ("Q", "g") or tags[at + 1 : at + 3] in ("dQ", "pQ")
    if folded.words[at] == "on" and folded.words[cue.end - 1].startswith("call") and past > at + 1:
        return at + 1, _short_end(folded, at + 1, limit)
    if opens and cue.frame & Frame.PREPOSITION and folded.words[at] in _CONTENT_PREPOSITIONS:
        return at, _short_end(folded, at, limit)
    if past == at + 1:
        past = tags.find("t", at, min(limit, at + 5)) if tags[at + 1 : at + 2] != "g" else -1
    elif cue.frame & Frame.BARE and tags[past : past + 1] == "," and folded.words[at] in _CONCEDING:
        return at, _trim(folded, at, limit)
    return past if past > 0 else None


def _past_adjunct(folded: FoldedSentence, comma: int, limit: int) -> int | None:
    """Place behind an insertion between verb and content: “said, in a statement, that”."""
    tags = folded.tags
    following = tags[comma + 1 : comma + 2] if comma + 1 < limit else ""
    if following in ("Q", "t"):
        return comma + 1
    if following and following in "irxg":
        closed = tags.find(",", comma + 1, min(limit, comma + 14))
        if 0 < closed < limit - 1 and tags[closed + 1] in "Qt":
            return closed + 1
    return None


def _nominal(folded: FoldedSentence, cue: Cue, at: int, limit: int, listener: bool) -> Phrase | int | None:
    """A noun phrase behind the verb: content, its start, or (an index) a time or listener to pass over."""
    tags, words, frame = folded.tags, folded.words, cue.frame
    past = phrase_after(folded, at)
    after = tags[past : past + 1] if past < limit else ""
    tells = bool(frame & Frame.LISTENER) and not listener
    if words[at] in _TIMELY and past > at and words[past - 1] in _TIMES:
        return past
    if words[past - 1 : past] and words[past - 1] in _UNITS and words[past : past + 1] in _SINCE:
        return None
    if after == "Q" and tags[past - 1] != "'":
        return past if tells else (at, _trim(folded, at, limit))
    if frame & Frame.SOMEBODY_TO and after == "z" and past > at:
        return at, _short_end(folded, at, limit)
    if (
        (frame & Frame.BARE or listener)
        and (not tells or after in _STRONG)
        and _clause(folded, at, past, limit)
    ):
        return at, _trim(folded, at, limit)
    if tells and past > at:
        return (at, _trim(folded, at, limit)) if after in _FINITE and frame & Frame.THAT else past
    if after and _small_clause(folded, cue, at, past, after):
        return at, _trim(folded, at, limit)
    if frame & Frame.NOUN and words[cue.end - 1] in _AS and "as" not in words[past:limit]:
        return None
    if (past > at and _shows(folded, cue)) or (frame & Frame.NOUN and tags[at] != "x" and not listener):
        return at, _short_end(folded, at, limit)
    return None


def _shows(folded: FoldedSentence, cue: Cue) -> bool:
    """Whether the cue is what a poll or report shows."""
    words = folded.words
    if words[cue.end - 1] not in _SHOWS or cue.source is None:
        return False
    return not _EVIDENCE.isdisjoint(words[cue.source[0] : cue.source[1]])


def _small_clause(folded: FoldedSentence, cue: Cue, at: int, past: int, after: str) -> bool:
    """Whether a clause starts at `at` though nothing says so: “alleges the attack was …”, “the “…” is”."""
    if past == at:
        return folded.tags[at] in "dp" and folded.tags[at + 1 : at + 2] == "Q"
    if after == "g":
        return _shows(folded, cue)
    if after == "r" and cue.rule == "said" and cue.frame & Frame.BARE:
        return True
    if after == "," and folded.tags[past + 1 : past + 2] == "w":
        closed = folded.tags.find(",", past + 1)
        after = folded.tags[closed + 1 : closed + 2] if closed > 0 else ""
    return bool(cue.frame & Frame.THAT) and after != "" and after in _STRONG and past - at < 9


def _subject_end(folded: FoldedSentence, start: int, limit: int) -> int:
    """End of a that-clause that may be part of a subject: “the claim that crime has doubled | is false”."""
    tags = folded.tags
    seen = tags[start] in "zi"
    at = start
    while at < limit:
        if tags[at] in _STRONG:
            if seen:
                return at
            seen = True
            while at + 1 < limit and tags[at + 1] in "BHrRVeEg":
                at += 1
        elif tags[at] in "auxwtq,:Q":
            seen = False
        at += 1
    return limit


def _clause(folded: FoldedSentence, at: int, past: int, limit: int) -> bool:
    """Whether a clause with a finite verb starts at `at`, whose first noun phrase ends before past."""
    tags = folded.tags
    if tags[at] == "x":
        return sum(tag in _STRONG for tag in tags[at:limit]) > 1
    if folded.words[at] in _SUBJECTS and tags[past : past + 1] in ("n", "s"):
        return True
    acts = past
    while acts < limit and tags[acts] in "rR":
        acts += 1
    if tags[acts : acts + 1] in ("e", "E") and folded.words[acts + 1 : acts + 2] != ["by"] and past > at:
        return True
    for place in range(past, min(limit, past + 24)):
        if tags[place] in _STRONG:
            return tags[place - 1] != "," or tags.count(",", past, place) != 1
        if tags[place] in ".:Q":
            return tags[place] == "Q" and place > past + 1
    return False


def _list_goes_on(tags: str, comma: int) -> bool:
    """Whether a list goes on behind the comma: noun or adjective next, and “and” soon."""
    following = tags[comma + 1 : comma + 2]
    return following != "" and following in "jnsNdpVe" and "a" in tags[comma + 1 : comma + 8]


def _short_end(folded: FoldedSentence, start: int, limit: int) -> int:
    """End of content that is a phrase: the first comma behind which no list goes on."""
    tags = folded.tags
    at = start
    while at < limit:
        tag = tags[at]
        if tag in ".?" or (tag == ":" and (folded.words[at] != ":" or tags[start] in "dpnsNj")):
            break
        if tag == "," and not _list_goes_on(tags, at):
            break
        at += 1
    return _trim(folded, start, at)


def _left(folded: FoldedSentence, cue: Cue, floor: int) -> Phrase | None:
    """Content before the cue: the clause or quotation that ends in front of it."""
    tags = folded.tags
    stop = cue.first if cue.rule == "inverted" or cue.source is None else min(cue.source[0], cue.first)
    if stop <= floor or tags[stop - 1] not in ",Q:?-" or folded.words[stop - 1] in (":", ";"):
        return None
    while stop > floor and tags[stop - 1] in ",:-":
        stop -= 1
    if stop <= floor:
        return None
    start = floor
    if floor:
        start = stop - 1 if tags[stop - 1] == "Q" else floor
        if tags[stop - 1] != "Q":
            return None
    if all(tag in "uarixM0K" for tag in tags[start:stop]):
        return None
    return start, stop


def _ends_quoted(folded: FoldedSentence, left: Phrase) -> bool:
    return folded.tags[left[1] - 1] == "Q" or (
        folded.tags[left[1] - 1] in "?." and "Q" in folded.tags[left[0] : left[1]]
    )


def _goes_on(folded: FoldedSentence, end: int, limit: int) -> Phrase | None:
    """Content that goes on behind an inserted cue: “The plan, she said, is dead”."""
    tags = folded.tags
    at = end
    while at < limit and tags[at] not in ",Q:-":
        at += 1
    while at < limit and tags[at] in ",:-":
        at += 1
    if at >= limit or tags[at] == ".":
        return None
    if tags[at] == "Q" or ("Q" in tags[at:limit] and tags[at] == "i"):
        return at, _trim(folded, at, limit)
    if tags[at] in "gxr" or folded.words[at] in ("according", "who", "which"):
        return None
    if any(tag in _STRONG for tag in tags[at:limit]):
        return at, _trim(folded, at, limit)
    return None
