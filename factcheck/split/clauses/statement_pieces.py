"""A sentence shared out among its statements: every word to exactly one piece, each put plainly.

Nothing is cut inside quotation marks, and a quotation is never cut from the words that say whose it is.
"""

import re
from collections.abc import Sequence

from factcheck.model import Span
from factcheck.split.clauses import restatement
from factcheck.split.clauses.cuts import FINITE, LONGEST, Cut, cuts, masked, without_nested
from factcheck.split.lexicon import word_set
from factcheck.split.pieces import Piece
from factcheck.split.words.tokens import Tokens

_VERB = re.compile(f"[{FINITE}]")
_OBJECT_RELATIVE = re.compile(r"w(?:o|[dp]?[jn]{0,3}[nNs])(?:[mhbD][rR]*)*[rR]*[vVeB]")
_OF_ALL = word_set("leaves left means meant makes made comes came amounts works would")
"""Verbs before which “which” mostly speaks of the whole statement and not of the word before."""
_PAST = frozenset(("was", "were", "had", "did"))


def pieces(
    text: str, words: Tokens, whole: Piece, closed: Sequence[Span], persons: Sequence[Span] = ()
) -> list[Piece]:
    """The statements of one sentence in order.

    Args:
        text: the draft.
        words: the sentence's words with their tags.
        whole: the sentence as one piece.
        closed: quotations, never cut inside.
        persons: where the sentence names somebody.
    """
    start, end = whole.start, whole.end
    if len(words.tags) > LONGEST:
        return [whole]
    tags = masked(words, closed)
    found = cuts(words, tags)
    if not found:
        return [whole]
    owners = [0] * len(tags)
    ordered = sorted(found, key=lambda one: (one.nested, one.first))
    for number, cut in enumerate(ordered, start=1):
        owners[cut.first : cut.last] = [number] * (cut.last - cut.first)
    out = [Piece([], whole.sentence, whole.block)] + [
        Piece([], whole.sentence, whole.block, [cut.rule]) for cut in ordered
    ]
    first = 0
    borders = {len(tags)}.union(*((cut.first, cut.last) for cut in ordered)) - {0}
    for index in sorted(borders):
        if index < len(tags) and owners[index] == owners[first]:
            continue
        left = start if first == 0 else words.starts[first]
        right = end if index == len(tags) else words.starts[index]
        span = _trimmed(text, left, right)
        if span is not None:
            out[owners[first]].parts.append(span)
        first = index
    spine = without_nested(tags, ordered)
    for piece, cut in zip(out[1:], ordered, strict=True):
        piece.restatement = _restated(text, words, tags, spine, piece, cut, persons)
    if len(out[0].parts) > 1 or _dangling(text, out[0]):
        out[0].restatement = _joined(text, out[0])
    out = [piece for piece in out if piece.parts]
    for piece in out:
        if (
            piece.restatement
            and len(piece.parts) == 1
            and restatement.same(piece.restatement, text[piece.start : piece.end])
        ):
            piece.restatement = ""
    out.sort(key=lambda piece: (piece.start, -piece.end))
    return out


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """The stretch without white space at its borders; nothing when there is nothing else."""
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    words = words.strip()
    return Span(start + left, start + left + len(words)) if words else None


def _joined(text: str, piece: Piece) -> str:
    return restatement.sentence(" ".join(text[part.start : part.end].rstrip(" ,;") for part in piece.parts))


def _dangling(text: str, piece: Piece) -> bool:
    return bool(piece.parts) and text[piece.end - 1] in ",;:—–"


def _restated(
    text: str, words: Tokens, tags: str, spine: str, piece: Piece, cut: Cut, persons: Sequence[Span]
) -> str:
    """The statement of a cut as one sentence, its subject carried in."""
    own = _joined(text, piece)
    if cut.rule in ("coordinated clause", "contrast"):
        return own
    if cut.rule == "second predicate":
        return _predicate(text, words, spine, cut, own)
    if cut.rule == "participle in front":
        verb = _VERB.search(spine, cut.last)
        holder = restatement.subject(text, words, spine, verb.start()) if verb else ""
        return _with_verb(words, cut, holder, text, piece, past=True)
    holder = restatement.antecedent(text, words, tags, cut.first - 1)
    if words.words[cut.first] in ("who", "whose"):
        known = [one for one in persons if one.end <= words.starts[cut.first]]
        holder = text[known[-1].start : known[-1].end] if known else holder
    if cut.rule == "participle" and "g" in tags[cut.first : cut.first + 2]:
        verb = _VERB.search(spine)
        main = restatement.subject(text, words, spine, verb.start()) if verb else ""
        return _with_verb(words, cut, main or holder, text, piece, past=_past(words, verb))
    if cut.rule == "participle" and tags[cut.first - 2] in "0M":
        verb = _VERB.search(spine)
        holder = (restatement.subject(text, words, spine, verb.start()) if verb else "") or holder
    if not holder:
        return own
    if cut.rule == "relative clause":
        return _relative(text, words, cut, holder, own)
    if cut.rule == "apposition":
        link = "are" if words.words[cut.first - 2].endswith("s") and tags[cut.first - 2] == "s" else "is"
        return restatement.sentence(f"{holder} {link} {_lower(own)}")
    return _with_verb(words, cut, holder, text, piece, past=True)


def _past(words: Tokens, verb: re.Match[str] | None) -> bool:
    """Whether a finite verb is in the past tense."""
    if verb is None:
        return False
    word = words.words[verb.start()]
    return word in _PAST or word.endswith("ed") or word in restatement.PASTS


def _predicate(text: str, words: Tokens, spine: str, cut: Cut, own: str) -> str:
    """A second predicate with the subject of the verb before it, and its helper where they share one."""
    verb = None
    for match in _VERB.finditer(spine, 0, cut.first):
        before = spine[match.start() - 1 : match.start()]
        if verb is None or before in ("n", "N", "s", "o", ")", "0"):
            verb = match.start()
    holder = restatement.subject(text, words, spine, verb) if verb is not None else ""
    if not holder or verb is None:
        return own
    place = cut.first
    while place < cut.last and spine[place] in ",aurR":
        place += 1
    helper = text[words.starts[verb] : words.ends[verb]] + " " if spine[place : place + 1] == "e" else ""
    return restatement.sentence(f"{holder} {helper}{_lower(own)}")


def _relative(text: str, words: Tokens, cut: Cut, holder: str, own: str) -> str:
    word = words.words[cut.first]
    rest = own.split(" ", 1)[1] if " " in own else ""
    verb = _OBJECT_RELATIVE.match(words.tags, cut.first, cut.last)
    if verb is not None and word in ("which", "whom", "who"):
        middle = text[words.starts[cut.first + 1] : words.ends[verb.end() - 1]]
        after = text[words.ends[verb.end() - 1] : words.ends[cut.last - 1]]
        return restatement.sentence(f"{middle} {_lower(holder)}{after}")
    if word == "which" and (
        words.words[cut.first + 1] in _OF_ALL or restatement.measured(words, cut.first - 1)
    ):
        return ""
    if word in ("who", "which"):
        return restatement.sentence(f"{holder} {rest}")
    if word == "whose":
        return restatement.sentence(f"{holder}’s {rest}")
    if words.tags[cut.first] == "i" and words.words[cut.first + 1] == "which":
        return restatement.sentence(f"{word} {holder} {own.split(' ', 2)[2]}")
    return own


def _with_verb(words: Tokens, cut: Cut, holder: str, text: str, piece: Piece, *, past: bool) -> str:
    place = cut.first
    while words.tags[place] in "rR":
        place += 1
    if not holder or place >= cut.last:
        return _joined(text, piece)
    plural = " and " in holder or holder.lower().startswith(("they", "we", "these", "those"))
    verb = restatement.participle(words.words[place], words.tags[place], past=past, plural=plural)
    before = text[words.starts[cut.first] : words.starts[place]].lower()
    after = text[words.ends[place] : piece.end]
    return restatement.sentence(f"{holder} {before}{verb}{after}")


def _lower(words: str) -> str:
    """The first letter small again, where the sentence maker made it a capital."""
    return words[0].lower() + words[1:] if words[1:2].islower() or words[:2] in ("A ", "I ") else words
