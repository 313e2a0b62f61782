"""What the card says of a claim, as entries of plain words; pure, no widget."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from db.vocabulary import FINDINGS, FLAGS, Finding, FixState, Flag, ReviewState, Stance, word_for
from factcheck.model import Citation, Claim, DiffKind, Draft, Event, Query
from factcheck.text import safe_line
from factcheck.tui.words.glyphs import LINT_SIGN, mark, tone, words_of
from factcheck.tui.words.inline_diff import marked


class Item(NamedTuple):
    """Something on the card that keys act on."""

    kind: str
    """`point`, `citation`, `query` or `note`."""
    id: int


REMOVABLE = frozenset({"citation", "query", "note"})
"""Kinds of items that somebody put there and may take away; check points belong to the claim."""


class Entry(NamedTuple):
    """One paragraph of the card."""

    parts: tuple[tuple[str, str], ...]
    """Words, safe for the terminal, and the look of each stretch."""
    item: Item | None = None
    indent: int = 0
    """Cells before its second and later lines."""


def said(text: str, look: str = "", *, item: Item | None = None, indent: int = 0) -> Entry:
    """An entry of one look."""
    return Entry(((safe_line(text), look),), item, indent)


def day_and_time(at: datetime | None) -> str:
    """A moment as the card prints it, in local time."""
    return f"{at.astimezone():%Y-%m-%d %H:%M}" if at is not None else ""


def entries_of(
    claim: Claim,
    draft: Draft | None,
    history: Sequence[Event],
    missing: Sequence[str] = (),
    *,
    tight: bool = False,
) -> list[Entry]:
    """Everything that the desk holds about a claim, most wanted first.

    Args:
        claim: the claim.
        draft: the draft that its span belongs to, for the words around it; none leaves them out.
        history: its last events, newest first.
        missing: what its finding still needs, in sentences.
        tight: leave out empty lines, and the words that the draft shows beside it anyway.
    """
    sections = (
        _decision(claim, missing),
        _words(claim, draft) if claim.lost or not tight else (),
        _said(claim),
        _points(claim),
        _wording(claim),
        _sources(claim),
        _queries(claim.queries),
        _notes(claim),
        _marking(claim),
        _history(history),
    )
    entries: list[Entry] = []
    for section in sections:
        found = list(section)
        if found and entries and not tight:
            entries.append(said(""))
        entries.extend(found)
    return entries


def _decision(claim: Claim, missing: Sequence[str]) -> Iterator[Entry]:
    facts = FINDINGS[claim.finding]
    by = f" · {claim.decided_by} {day_and_time(claim.decided_at)}" if claim.decided_by else ""
    yield Entry(
        (
            (f"{claim.number} ", "heading"),
            (f"{mark(claim.finding)} {facts.label}", tone(claim.finding)),
            (safe_line(by), "muted"),
        )
    )
    if claim.waiting_on:
        since = f" since {claim.waiting_since}" if claim.waiting_since else ""
        yield said(f"waits for {claim.waiting_on}{since}", indent=2)
    if Flag.RECHECK in claim.flags:
        reason = claim.recheck_reason or "the words or a source changed"
        yield said(f"{FLAGS[Flag.RECHECK].sign} look again: {reason}", "warning", indent=2)
        yield from _reworded(claim)
    others = [flag for flag in claim.flags if flag is not Flag.RECHECK]
    if others:
        yield said(" · ".join(f"{FLAGS[flag].sign} {words_of(flag)}" for flag in others), "warning", indent=2)
    for disagreement in claim.lint:
        yield said(f"{LINT_SIGN} {disagreement}", "warning", indent=2)
    for needed in missing:
        yield said(needed, "warning", indent=2)
    if claim.lost:
        yield said(f"lost: the words below stood in draft {claim.draft}", "warning", indent=2)
    if claim.review is not None:
        what = "agreed" if claim.review is ReviewState.AGREED else f"sent back: {claim.review_reason}"
        yield said(f"{claim.review_by} {what} · {day_and_time(claim.review_at)}", indent=2)


def _reworded(claim: Claim) -> Iterator[Entry]:
    """The words that the finding was made for, laid over those of now."""
    if not claim.decided_text or claim.decided_text == claim.text:
        return
    from factcheck.revise import diff  # with the splitter's word lists: 130 ms that few claims need

    pieces = diff(claim.decided_text, claim.text)
    if all(piece.kind is DiffKind.SAME for piece in pieces):
        return
    found = FINDINGS[claim.finding].label
    words = ((safe_line(text), look) for text, look, _ in marked(pieces))
    yield Entry(((f"{found} before: ", "muted"), *words), None, 4)


def _words(claim: Claim, draft: Draft | None) -> Iterator[Entry]:
    before, after = _around(claim, draft)
    yield Entry(((before, "muted"), (safe_line(claim.text), "words"), (after, "muted")))


def _said(claim: Claim) -> Iterator[Entry]:
    if claim.restatement and claim.restatement != claim.text:
        yield said(f"= {claim.restatement}", indent=2)
    speaker = claim.speaker
    if speaker is not None:
        mention = (
            f" (“{speaker.mention}”)" if speaker.name and speaker.mention not in ("", speaker.name) else ""
        )
        cue = f", {speaker.cue}" if speaker.cue else ""
        doubt = ("  not sure who", "warning") if not speaker.sure else ("", "")
        yield Entry(
            (("says: ", "muted"), (safe_line(speaker.label), ""), (safe_line(mention + cue), "muted"), doubt),
            None,
            2,
        )


def _around(claim: Claim, draft: Draft | None, reach: int = 60) -> tuple[str, str]:
    """A few words before and after the claim, from its own paragraph."""
    if draft is None or claim.lost or draft.number != claim.draft:
        return "", ""
    block = next((block for block in draft.blocks if block.start <= claim.start < block.end), None)
    if block is None:
        return "", ""
    first, last = max(block.start, claim.start - reach), min(block.end, claim.end + reach)
    before, after = draft.text[first : claim.start], draft.text[claim.end : last]
    if first > block.start:
        before = "…" + before.partition(" ")[2]
    if last < block.end:
        after = after.rpartition(" ")[0] + "…"
    return safe_line(before), safe_line(after)


def _points(claim: Claim) -> Iterator[Entry]:
    for point in claim.check_points:
        remark = f"  {point.remark}" if point.remark not in ("", point.text) else ""
        by = f"  {point.ticked_by}" if point.ticked and point.ticked_by else ""
        yield Entry(
            (
                ("[x] " if point.ticked else "[ ] ", "done" if point.ticked else ""),
                (f"{words_of(point.kind)} ", "muted"),
                (safe_line(point.text), "done" if point.ticked else ""),
                (safe_line(remark + by), "muted"),
            ),
            Item("point", point.id),
            4,
        )


def _wording(claim: Claim) -> Iterator[Entry]:
    if claim.proposed_text:
        yield Entry((("write: ", "muted"), (safe_line(claim.proposed_text), "wording")), None, 2)
    if claim.fix is None:
        return
    reason = f": {claim.fix_reason}" if claim.fix_reason else ""
    kept = " (the editor keeps it)" if claim.fix is FixState.STET else ""
    yield said(f"{claim.fix}{kept} · {claim.fix_by} {day_and_time(claim.fix_at)}{reason}", indent=2)


def _sources(claim: Claim) -> Iterator[Entry]:
    for citation in claim.citations:
        yield Entry(
            (
                (f"{word_for('stance', citation.stance)} ", _STANCES.get(citation.stance, "")),
                (safe_line(citation.source.label), ""),
                (safe_line(_citation_facts(citation)), "muted"),
                (safe_line(f" “{citation.quotation}”" if citation.quotation else ""), ""),
            ),
            Item("citation", citation.id),
            2,
        )


_STANCES = {
    Stance.SUPPORTS: tone(Finding.VERIFIED),
    Stance.CONTRADICTS: tone(Finding.WRONG),
    Stance.PARTLY: tone(Finding.IMPRECISE),
    None: "warning",
}


def _citation_facts(citation: Citation) -> str:
    source = citation.source
    where = f", {citation.where}" if citation.where else ""
    state = "" if source.state == "current" else f" · source {source.state}"
    basis = "" if source.is_open else f" · {words_of(source.basis)}"
    note = f" · {citation.note}" if citation.note else ""
    tier, kind = word_for("tier", citation.tier), word_for("kind", source.kind)
    return f"{where} · {tier} · {kind}{basis}{state}{note}"


def _queries(queries: Iterable[Query]) -> Iterator[Entry]:
    for query in queries:
        look = "warning" if query.is_open else "muted"
        yield Entry(
            (
                ("asked: " if query.is_open else "answered: ", look),
                (safe_line(query.text), ""),
                (safe_line(f" · {query.by} {day_and_time(query.at)}"), "muted"),
                (safe_line(f" → {query.answer}" if query.answer else ""), ""),
            ),
            Item("query", query.id),
            2,
        )


def _notes(claim: Claim) -> Iterator[Entry]:
    for note in claim.notes:
        private = " · confidential" if note.confidential else ""
        yield Entry(
            (
                ("note: ", "muted"),
                (safe_line(note.text), ""),
                (safe_line(f" · {note.by} {day_and_time(note.at)}{private}"), "muted"),
            ),
            Item("note", note.id),
            2,
        )


def _marking(claim: Claim) -> Iterator[Entry]:
    if claim.kinds:
        yield said(f"kinds: {', '.join(words_of(kind) for kind in claim.kinds)}", "muted", indent=2)
    if claim.reasons:
        yield said(f"look at it for: {', '.join(claim.reasons)}", "muted", indent=2)
    if claim.assignee:
        yield said(f"assigned to {claim.assignee}", indent=2)
    if claim.expires:
        yield said(f"holds until {claim.expires}", indent=2)
    if claim.section:
        yield said(f"under “{claim.section}”", "muted", indent=2)


def _history(history: Sequence[Event]) -> Iterator[Entry]:
    for event in history:
        yield said(f"{day_and_time(event.at)} {event.by}: {event.said}", "muted", indent=2)
        for warning in event.warnings:
            yield said(f"  ! {warning}", "muted", indent=4)
