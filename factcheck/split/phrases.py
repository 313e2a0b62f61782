"""Noun phrases around a verb: the subject before it, the one behind it, and where an apposition ends."""

from factcheck.split.gazetteer import ROLE_NOUNS
from factcheck.split.lines import Line

_NOMINAL = frozenset("nsNMK0l")
_INSIDE = frozenset("nsNjcSlegr0$%'")
_EDGES = frozenset(',:;.xuatqQ"(-wvVmbhDB')
_RELATIVE = frozenset("wt")


def subject_before(line: Line, verb: int) -> tuple[int, int] | None:
    """First and last word of the noun phrase that is the subject of the verb group starting at verb."""
    tags = line.tags
    last = verb - 1
    while last >= 0 and tags[last] in "rR":
        last -= 1
    if last < 0:
        return None
    if tags[last] == "w" or (tags[last] == "t" and last and tags[last - 1] in "nsN,"):
        end = last - 1
        if end >= 0 and tags[end] == ",":
            end -= 1
        return _phrase(line, end) if end >= 0 else None
    if tags[last] in ",)" or (tags[last] == ":" and line.words[last] in "—–"):
        return _before_aside(line, last)
    return _phrase(line, last)


def _phrase(line: Line, last: int) -> tuple[int, int] | None:
    """The noun phrase whose last word is at last, prepositional parts included."""
    tags, words = line.tags, line.words
    if last < 0:
        return None
    if tags[last] == "o":
        return (last, last) if words[last] not in _NO_SUBJECT else None
    if tags[last] == ")":
        opened = last
        while opened > 0 and tags[opened] != "(":
            opened -= 1
        if opened == 0:
            return None
        inner = _phrase(line, opened - 1)
        return (inner[0], last) if inner else None
    if tags[last] not in "nsNl0dje":
        return None
    first = last
    at = last
    while at >= 0:
        tag = tags[at]
        if tag in "MK" and at != last:
            break
        if tag in _INSIDE or tag in "MK":
            first = at
            at -= 1
            continue
        if tag in "dp":
            first = at
            if at and tags[at - 1] == "i" and at > 1 and (tags[at - 2] in _NOMINAL or tags[at - 2] in "ejl"):
                at -= 2
                continue
            if at and tags[at - 1] in "d":
                at -= 1
                continue
            break
        if tag == "i" and at and first != at and (tags[at - 1] in _NOMINAL or (tags[at - 1] in "ej")):
            at -= 1
            continue
        if tag == "a" and at and tags[at - 1] in _NOMINAL and _lists(line, at):
            at -= 1
            continue
        break
    first = _restart(line, first, last)
    while first < last and tags[first] in "r'":
        first += 1
    return first, last


_NO_SUBJECT = frozenset("there himself herself itself themselves him them me us".split(" "))


def _lists(line: Line, place: int) -> bool:
    """Whether “and” at place joins two noun phrases: no finite verb stands before it in its clause."""
    tags = line.tags
    at = place - 1
    while at >= 0 and tags[at] not in ',:;xutqQ"':
        if tags[at] in "vmbhDVzw":
            return False
        at -= 1
    return True


def _restart(line: Line, first: int, last: int) -> int:
    """Start of the real subject where an opening phrase runs into it: “the plan | Trump said”."""
    tags, words = line.tags, line.words
    for at in range(last, first, -1):
        if (
            tags[at] == "N"
            and tags[at - 1] in "ns"
            and words[at - 1] not in ROLE_NOUNS
            and tags[first] in "dp"
        ):
            if "i" in tags[at:last] or "'" in tags[at:last]:
                continue
            return at
    return first


def _before_aside(line: Line, comma: int) -> tuple[int, int] | None:
    """The subject before an apposition or relative clause that ends at comma, aside included."""
    tags = line.tags
    best: tuple[int, int] | None = None
    at = comma - 1
    tries = 0
    while at > 0 and tries < 5:
        if tags[at] in "Q.;":
            break
        if tags[at] in ",(" or (tags[at] == ":" and line.words[at] in "—–"):
            tries += 1
            phrase = _phrase(line, at - 1)
            if (
                phrase is not None
                and (phrase[0] == 0 or tags[phrase[0] - 1] in _EDGES)
                and tags[at + 1] in "dpwnjNl0Segqi"
                and any(tag in "nsNo" for tag in tags[phrase[0] : phrase[1] + 1])
            ):
                best = phrase[0], comma - 1
                if any(tag in "N" for tag in tags[phrase[0] : phrase[1] + 1]) and not (
                    phrase[0] and tags[phrase[0] - 1] == ","
                ):
                    break
        at -= 1
    return best


def phrase_after(line: Line, first: int) -> int:
    """Index past the noun phrase that starts at first; first itself where none starts."""
    tags = line.tags
    size = len(tags)
    at = first
    if at < size and tags[at] == "o":
        return at + 1
    seen = False
    while at < size:
        tag = tags[at]
        if tag in "dp":
            if seen:
                break
            at += 1
        elif tag in "nsN0lMK":
            if seen and tag in "MK":
                break
            seen = True
            at += 1
        elif tag in "jcSegr$%'":
            if seen and tag in "egr":
                break
            at += 1
        elif (
            tag == "i"
            and seen
            and line.words[at] in ("of", "for", "at", "from")
            and at + 1 < size
            and tags[at + 1] in "dpnsNjl0"
        ):
            at += 1
            seen = False
        elif tag == "a" and seen and at + 1 < size and tags[at + 1] in "N" and tags[at - 1] == "N":
            at += 1
        elif tag == "(" and seen:
            close = tags.find(")", at)
            if close < 0 or close - at > 6:
                break
            at = close + 1
        else:
            break
    return at if seen else first


def with_apposition(line: Line, past: int) -> int:
    """Index past an apposition that follows a noun phrase ending before past: “, the group's director”."""
    tags = line.tags
    size = len(tags)
    while past < size - 1 and tags[past] == ",":
        after = past + 1
        if tags[after] in "w":
            end = after
            while end < size and tags[end] not in ",Q.":
                end += 1
            past = end
            continue
        end = phrase_after(line, after)
        if end == after:
            break
        head = line.words[end - 1]
        role = any(word in ROLE_NOUNS for word in line.words[after:end])
        if not (role or tags[after] in "d0l" or head in ROLE_NOUNS):
            break
        if end < size and tags[end] in "vmbhD":
            break
        while end < size and tags[end] in "igedpnsNjl0$'azV" and tags[end] not in ",":
            end += 1
        past = end
    return past
