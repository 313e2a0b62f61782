"""What a cue gives as said: the words behind it, before it, or on both sides."""

from factcheck.split.cues import Cue
from factcheck.split.lines import Line
from factcheck.split.phrases import phrase_after
from factcheck.split.speech import Frame

_STRONG = frozenset("vmbhD")
_OPENS_CLAUSE = frozenset("odpNnsjlq0xScg$r")


def content(line: Line, cue: Cue, limit: int) -> list[tuple[int, int]]:
    """Stretches of words (first, one past the last) that the cue gives as said; limit is one past the last usable."""
    if cue.rule == "according":
        return _beside(line, cue, limit)
    end = cue.source[1] if cue.rule == "inverted" and cue.source else cue.end
    behind = _behind(line, cue, end, limit)
    left = _before(line, cue)
    if behind is not None and cue.rule != "inverted":
        start, stop, kind = behind
        if kind == "quote" and left and _quotes_left(line, left):
            return [left, (start, stop)]
        return [(start, stop)]
    if left is None:
        return []
    if behind is not None:
        return [left, behind[:2]]
    rest = _goes_on(line, end, limit)
    return [left, rest] if rest else [left]


def _beside(line: Line, cue: Cue, limit: int) -> list[tuple[int, int]]:
    """Content of “according to”: the rest of the sentence, before it, behind it or both."""
    assert cue.source is not None
    tags = line.tags
    parts = []
    if cue.first > 0:
        stop = cue.first
        while stop > 0 and tags[stop - 1] in ",:":
            stop -= 1
        if stop:
            parts.append((0, stop))
    after = cue.source[1]
    while after < limit and tags[after] in ",:":
        after += 1
    if after < limit and tags[after] not in "." and (not parts or limit - after > 2):
        parts.append((after, _trim(line, after, limit)))
    return parts


def _trim(line: Line, start: int, stop: int) -> int:
    """Stop without end marks and commas."""
    while stop > start + 1 and line.tags[stop - 1] in ".,:?":
        stop -= 1
    return stop


def _behind(line: Line, cue: Cue, end: int, limit: int) -> tuple[int, int, str] | None:
    """Content behind the cue: start, stop and what opened it."""
    tags, words = line.tags, line.words
    at = end
    frame = cue.frame
    while at < limit and tags[at] in "rR":
        at += 1
    steps = 0
    listener = False
    while at < limit and steps < 14:
        steps += 1
        tag = tags[at]
        if tag == "t" and frame & (Frame.THAT | Frame.BARE | Frame.QUOTE):
            return at + 1, _trim(line, at + 1, limit), "that"
        if tag == "Q":
            return at, _trim(line, at, limit), "quote"
        if tag == ":" and words[at] == ":":
            if at + 1 < limit:
                return at + 1, _trim(line, at + 1, limit), "colon"
            return None
        if tag == ",":
            after = at + 1
            if after < limit and tags[after] == "Q":
                return after, _trim(line, after, limit), "quote"
            if after < limit and tags[after] == "t":
                return after + 1, _trim(line, after + 1, limit), "that"
            return None
        if tag in ".":
            return None
        if tag == "z" and at + 1 < limit and frame & Frame.TO and tags[at + 1] in "VrBhvbH1R":
            return at, _end_short(line, at, limit), "to"
        if (
            tag in "xq"
            and frame & Frame.WHETHER
            and words[at] in ("whether", "if", "why", "how", "what", "where", "when", "who")
        ):
            return at, _trim(line, at, limit), "whether"
        if tag == "w" and frame & Frame.WHETHER:
            return at, _trim(line, at, limit), "whether"
        if tag in "MK":
            at += 1
            continue
        if tag == "i" or tag == "z":
            past = phrase_after(line, at + 1)
            if frame & Frame.PREPOSITION and words[at] in ("for", "of", "about", "on", "against", "with"):
                return at, _end_short(line, at, limit), "preposition"
            if past == at + 1:
                return None
            at = past
            continue
        if tag in _OPENS_CLAUSE:
            if frame & (Frame.LISTENER | Frame.SOMEBODY_TO) and not listener:
                past = phrase_after(line, at)
                if past > at and past < limit:
                    if tags[past] == "z" and frame & Frame.SOMEBODY_TO:
                        return at, _end_short(line, at, limit), "somebody"
                    if tags[past] in _STRONG and frame & Frame.BARE:
                        return at, _trim(line, at, limit), "bare"
                    if frame & Frame.LISTENER:
                        listener = True
                        at = past
                        continue
            if frame & Frame.BARE and _clause(line, at, limit):
                return at, _trim(line, at, limit), "bare"
            if tag in "j0l" and frame & Frame.THAT and at == end:
                return None
            if frame & Frame.NOUN:
                return at, _end_short(line, at, limit), "noun"
            if frame & Frame.THAT and _clause(line, at, limit) and tag in "oNdp":
                return at, _trim(line, at, limit), "bare"
            return None
        if tag == "R":
            at += 1
            continue
        return None
    return None


def _clause(line: Line, at: int, limit: int) -> bool:
    """Whether a clause with a finite verb starts at `at`."""
    past = phrase_after(line, at)
    tags = line.tags
    steps = 0
    while past < limit and steps < 12:
        tag = tags[past]
        if tag in _STRONG:
            return True
        if tag in ",.:Q" and tag != ",":
            return False
        past += 1
        steps += 1
    return False


def _end_short(line: Line, start: int, limit: int) -> int:
    """End of content that is a phrase: the first comma behind which no list or participle goes on."""
    tags = line.tags
    at = start
    while at < limit:
        tag = tags[at]
        if tag in ".?":
            break
        if tag == ":" and line.words[at] in ";—–":
            break
        if tag == "," and at + 1 < limit and tags[at + 1] in "uxgwoat":
            break
        at += 1
    return _trim(line, start, at)


def _before(line: Line, cue: Cue) -> tuple[int, int] | None:
    """Content before the cue: the clause or quotation that ends in front of it."""
    tags = line.tags
    start = cue.first if cue.rule == "inverted" else (cue.source[0] if cue.source else cue.first)
    if start == 0:
        return None
    stop = start
    if tags[stop - 1] not in ",Q:?":
        return None
    while stop > 0 and tags[stop - 1] in ",:":
        stop -= 1
    if stop == 0:
        return None
    return 0, stop


def _quotes_left(line: Line, left: tuple[int, int]) -> bool:
    return line.tags[left[1] - 1] == "Q"


def _goes_on(line: Line, end: int, limit: int) -> tuple[int, int] | None:
    """Content that goes on behind an inserted cue: “The plan, she said, is dead”."""
    tags = line.tags
    at = end
    while at < limit and tags[at] not in ",Q:":
        at += 1
    while at < limit and tags[at] in ",:":
        at += 1
    if at >= limit or tags[at] in ".":
        return None
    if tags[at] == "Q" or any(tag in _STRONG for tag in tags[at:limit]) and tags[at] not in "g":
        return at, _trim(line, at, limit)
    return None
