"""The sentences of a sheet: how claims, citations, queries and sign-off are put in words in every format."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import NamedTuple

from db.vocabulary import FINDINGS, Blocks, Finding, FixState, Flag, word_for, words_of
from factcheck.export.sheets.sheet import ClaimSheet, SheetCitation, SheetClaim, SheetSource, source_label
from factcheck.model import Citation, Claim, Query, Source
from factcheck.text import plural

plain = words_of
"""A word of the vocabulary as people read it: `own_notes` → own notes, “–” where nobody said one."""


def listed(words: tuple[str, ...]) -> str:
    """Words of the vocabulary as a list: “name, single source”."""
    return ", ".join(map(plain, words))


def moment(at: datetime | None) -> str:
    """A moment to the minute, in UTC: “2026-03-03 14:05 UTC”; empty for none."""
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M} UTC" if at else ""


def signed(who: str, at: datetime | None) -> str:
    """Who and when: “Ann Lee, 2026-03-03 14:05 UTC”."""
    return ", ".join(part for part in (who, moment(at)) if part)


def face(sheet: ClaimSheet) -> str:
    """What must stand on top of every sheet: signed off by whom and for which text, or not signed off."""
    if not sheet.sign_off.is_signed:
        left = sheet.progress.open
        return f"NOT SIGNED OFF: {left:,} of {plural(sheet.progress.claims, 'claim')} still open"
    off = sheet.sign_off
    return (
        f"Signed off by {signed(off.by, off.at)}, for draft {off.draft} "
        f"({sheet.draft.words:,} words, SHA-256 {off.digest})"
    )


def status(sheet: ClaimSheet) -> str:
    """The face in a few words, for every row of a table."""
    off = sheet.sign_off
    said = [f"signed off by {signed(off.by, off.at)}" if off.is_signed else "NOT SIGNED OFF"]
    said += ["CONFIDENTIAL"] if sheet.confidential else []
    said += [f"only claims {sheet.selection}"] if sheet.selection else []
    return "; ".join(said)


def remarks(sheet: ClaimSheet) -> tuple[str, ...]:
    """What else a reader must know before anything: a selection, confidential content."""
    said = []
    if sheet.selection:
        said.append(f"Only part of the claims: {sheet.selection}")
    if sheet.confidential:
        said.append("CONFIDENTIAL: holds names, contacts and notes that are not for publication")
    if sheet.withheld:
        said.append(f"Withheld to protect sources: {plural(sheet.withheld, 'place')}")
    return tuple(said)


def finding(claim: SheetClaim | Claim) -> str:
    """The finding with its sign and its letter, and the flags: “✓ V verified (recheck)”."""
    facts = FINDINGS[claim.finding]
    flags = f" ({listed(claim.flags)})" if claim.flags else ""
    return f"{facts.sign} {facts.letter} {facts.label}{flags}"


def decided(claim: SheetClaim | Claim) -> str:
    """Who decided and when; empty before a decision."""
    return signed(claim.decided_by, claim.decided_at)


def reviewed(claim: SheetClaim | Claim) -> str:
    """What the second person said; empty before a review."""
    if claim.review is None:
        return ""
    reason = f": {claim.review_reason}" if claim.review_reason else ""
    return f"{plain(claim.review)} by {signed(claim.review_by, claim.review_at)}{reason}"


def waiting(claim: SheetClaim | Claim) -> str:
    """Whom it waits for and since when: “the contractor, since 2026-03-02”; empty when it does not wait."""
    if not claim.waiting_on and claim.waiting_since is None:
        return ""
    since = f", since {claim.waiting_since}" if claim.waiting_since else ""
    return (claim.waiting_on or "somebody") + since


def fix(claim: SheetClaim | Claim) -> str:
    """Where it stands on the fix track: “stet by Ann Lee, …: the phrase is hers”; empty off the track."""
    if claim.fix is None:
        return ""
    reason = f": {claim.fix_reason}" if claim.fix_reason else ""
    return f"{plain(claim.fix)} by {signed(claim.fix_by, claim.fix_at)}{reason}"


def source(source: SheetSource) -> str:
    """A source in one line: who or what, where published, and on what terms."""
    named = [source.title, source.person, source.role, source.author, source.publication, source.published]
    about = [word_for("kind", source.kind)]
    about += [plain(source.basis)] if source.basis != "on_record" else []
    about += [plain(source.state)] if source.state != "current" else []
    about += [f"origin {source.origin}"] if source.origin else []
    return ", ".join([part for part in named if part] or ["untitled"]) + f" ({', '.join(about)})"


def citation(citation: SheetCitation | Citation, source: SheetSource | Source) -> str:
    """A citation in one line: source, what it does to the claim, where, in which words, and who looked."""
    name = source.label or word_for("kind", source.kind)
    does = f"{word_for('stance', citation.stance)}, {word_for('tier', citation.tier)}"
    what = [f"{source_label(source.id)} {name}", does]
    what += [citation.where] if citation.where else []
    what += [f"“{citation.quotation}”"] if citation.quotation else []
    what.append(" ".join(filter(None, (plain(citation.method), str(citation.accessed or "")))))
    what += [citation.note] if citation.note else []
    what += [citation.added_by] if citation.added_by else []
    return " · ".join(what)


def query(query: Query) -> str:
    """A query in one line: question, who asked, and the answer or that it is open."""
    asked = f"Q{query.id} {query.text} ({signed(query.by, query.at)})"
    if query.is_open:
        return f"{asked} · OPEN"
    return f"{asked} · answered: {query.answer} ({signed(query.answered_by, query.answered_at)})"


def place(claim: SheetClaim) -> str:
    """Where on the page: “paragraph 12”, “caption 2”, or that the draft no longer holds it."""
    if claim.lost:
        return f"lost after draft {claim.draft}"
    return f"{plain(claim.block)} {claim.block_number}" if claim.block else ""


def points(claim: SheetClaim | Claim) -> str:
    """The check points with their ticks: “☑ money “$3 million” · ☐ name “Ina Holt””."""
    return " · ".join(
        f"{'☑' if point.ticked else '☐'} {plain(point.kind)} “{point.text}”" for point in claim.check_points
    )


def facts(claim: SheetClaim | Claim, where: str) -> Iterator[tuple[str, str]]:
    """What is known about a claim but its words, finding, sources, notes and queries: name and value.

    Args:
        claim: the claim.
        where: its place, in words.
    """
    pairs = (
        ("Place", where),
        ("Section", claim.section),
        ("In plain words", claim.restatement),
        ("Speaker", claim.speaker.label if claim.speaker else ""),
        ("Check points", points(claim)),
        ("Priority", f"{claim.priority}: {', '.join(claim.reasons)}" if claim.reasons else ""),
        ("Decided", decided(claim)),
        ("Recheck", claim.recheck_reason),
        ("Waits for", waiting(claim)),
        ("Change to", claim.proposed_text),
        ("Fix", fix(claim)),
        ("Review", reviewed(claim)),
        ("Assigned to", claim.assignee),
        ("Holds until", str(claim.expires or "")),
    )
    return (pair for pair in pairs if pair[1])


def changes_wanted(claim: SheetClaim) -> bool:
    """Whether the finding asks for other words and nothing has settled that yet."""
    settled = claim.fix in {FixState.APPLIED, FixState.STET, FixState.CUT}
    return FINDINGS[claim.finding].blocks is Blocks.UNTIL_FIXED and not settled


class Section(NamedTuple):
    """Claims that belong together in what an editor sees first."""

    title: str
    claims: tuple[SheetClaim, ...]
    brief: bool = False
    """Whether their names are enough: there is nothing to say about them yet."""


def sections(sheet: ClaimSheet) -> tuple[Section, ...]:
    """Lists of claims by what is still to do, the most pressing first; empty ones are left out."""
    present = [claim for claim in sheet.claims if not claim.lost]
    unchecked = [c for c in present if c.finding is Finding.UNCHECKED and Flag.RECHECK not in c.flags]
    left = {claim.number for claim in unchecked}
    begun = [claim for claim in present if claim.open and claim.number not in left]
    found = (
        Section("Waiting, or to look at again", tuple(begun)),
        Section("Unchecked", tuple(unchecked), brief=True),
        Section("Changes wanted", tuple(c for c in present if not c.open and changes_wanted(c))),
        Section("On author", tuple(c for c in present if c.finding is Finding.ON_AUTHOR)),
        Section("Stet", tuple(claim for claim in sheet.claims if claim.fix is FixState.STET)),
        Section("Lost: no longer in the draft", tuple(claim for claim in sheet.claims if claim.lost)),
    )
    return tuple(section for section in found if section.claims)
