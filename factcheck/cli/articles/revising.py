"""The commands about the next draft: what becomes of the claims, and two drafts side by side."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from db.vocabulary import FINDINGS, Outcome
from factcheck.cli.commands import DeskCommand
from factcheck.cli.terminal.arguments import article as article_argument
from factcheck.cli.terminal.arguments import as_json, read_as
from factcheck.cli.terminal.output import put, put_json, say, told
from factcheck.cli.terminal.setup import Setup, pass_setup
from factcheck.errors import BadInput
from factcheck.intake import HowToRead, Incoming, incoming_from, plan_next

if TYPE_CHECKING:
    from factcheck.desk import Desk
    from factcheck.model import (
        BlockDiff,
        Change,
        ClaimPlace,
        ClaimRevision,
        DiffPiece,
        NewClaim,
        Revision,
    )

_MARKS = {"same": ("", ""), "gone": ("[-", "-]"), "came": ("{+", "+}")}
"""How words that went and came are told apart without colour."""
_AROUND = 40
"""Characters shown of what stayed on either side of a change."""


@click.command(cls=DeskCommand)
@article_argument
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--dry-run", is_flag=True, help="Show what would become of the claims, and change nothing.")
@click.option("--yes", is_flag=True, help="Apply it without asking.")
@click.option(
    "--place",
    "places",
    multiple=True,
    metavar="CLAIM:N",
    help="Put a claim at the Nth place offered for it; 0 lets it go. May be repeated.",
)
@click.option("--encoding", help="Encoding of a text file that is not recognised by itself.")
@read_as
@as_json
@pass_setup
def revise(
    setup: Setup,
    article: str,
    file: Path,
    places: tuple[str, ...],
    encoding: str | None,
    format_name: str | None,
    *,
    dry_run: bool,
    yes: bool,
    as_json: bool,
) -> None:
    """Bring in the next draft of an article.

    Shows what becomes of every claim, and applies it when you agree. A claim whose words or setting changed
    is to be rechecked; its finding, sources and notes stay beside it. Undo takes the whole draft back.
    """
    draft = incoming_from(file, setup.config, HowToRead(format_name, encoding))
    with setup.desk() as desk:
        revision = plan_next(desk, article, draft, setup.config)
        for answer in places:
            revision = _corrected(revision, answer)
        if as_json:
            put_json(revision_facts(revision))
        else:
            _show(revision)
        if dry_run:
            say("nothing was changed")
        elif yes or _agreed(revision, as_json=as_json):
            told(desk.revisions.apply(article, draft.article, revision, lint=draft.lint))
        else:
            say("nothing was changed; add --yes to apply it")
            click.get_current_context().exit(1)


def _agreed(revision: "Revision", *, as_json: bool) -> bool:
    """Whether the person at the keyboard says yes; no where nobody is there."""
    if as_json or not sys.stdin.isatty():
        return False
    if revision.changes_nothing:
        return True
    return click.confirm("Apply this?", err=True)


def offered(setup: Setup, desk: "Desk", article: str, draft: Incoming) -> "Change | None":
    """Bring a draft in as the next one of an article, if the person at the keyboard agrees to it."""
    revision = plan_next(desk, article, draft, setup.config)
    _show(revision)
    if not _agreed(revision, as_json=False):
        return None
    return desk.revisions.apply(article, draft.article, revision, lint=draft.lint)


def _corrected(revision: "Revision", answer: str) -> "Revision":
    """The revision with one claim put where the answer says.

    Raises:
        BadInput: the answer names no place that was offered.
    """
    from factcheck.revise import let_go, placed

    number, _, which = answer.partition(":")
    if not (number.isdecimal() and which.isdecimal()):
        raise BadInput(f"“{answer}” does not say which place: write --place CLAIM:N, as in --place 12:1.")
    if int(which) == 0:
        return let_go(revision, int(number))
    places = next((claim.ask for claim in revision.claims if claim.number == int(number)), ())
    if int(which) > len(places):
        count = f"{len(places):,} were" if places else "none was"
        raise BadInput(f"There is no place {which} for claim {number}: {count} offered.")
    return placed(revision, int(number), places[int(which) - 1])


def _show(revision: "Revision") -> None:
    """What becomes of the claims, for people: all that is not simply kept."""
    for claim in revision.claims:
        if claim.outcome is not Outcome.KEPT or claim.proposal is not None:
            put(_headline(claim))
            for line in _details(claim):
                put(f"    {line}")
    for one in revision.new:
        of = f" (split off from C{one.of})" if one.of is not None else ""
        put(f"new{of}")
        put(f"    {_line(one.claim.text)}")
    for before, after in revision.headings:
        put(f"heading: {_line(before)} → {_line(after)}")
    counts = [f"{count:,} {outcome.value}" for outcome, count in revision.counts.items() if count]
    say(f"{len(revision.claims):,} claims: {', '.join(counts)}")
    if revision.asked:
        say(f"{len(revision.asked):,} to be placed: --place CLAIM:N says where; otherwise they are lost")


def _headline(claim: "ClaimRevision") -> str:
    moved = ", moved" if claim.moved and claim.outcome is not Outcome.MOVED else ""
    finding = FINDINGS[claim.finding].label
    reason = f": {_line(claim.reason)}" if claim.reason else ""
    return f"C{claim.number} {claim.outcome.value}{moved} ({finding}){reason}"


def _details(claim: "ClaimRevision") -> Iterable[str]:
    """The words of a claim, with what changed in them, and the places that it may stand at."""
    yield inline(claim.diff) if claim.diff else _line(claim.before)
    for number, place in enumerate(claim.ask, 1):
        yield f"{number}: {_line(place.text)}"
    if claim.proposal is not None:
        yield f"proposed wording: {claim.proposal.value.replace('_', ' ')}"


def inline(pieces: Sequence["DiffPiece"], *, short: bool = False) -> str:
    """Words that stayed, went and came on one line: [-went-]{+came+}.

    Args:
        pieces: of a diff.
        short: leave out what stayed, but for the words around a change.
    """
    found = []
    for number, piece in enumerate(pieces):
        before, behind = _MARKS[piece.kind.value]
        text = piece.text
        if short and piece.kind.value == "same" and len(text) > 2 * _AROUND:
            head = text[:_AROUND] if number or len(pieces) == 1 else ""
            tail = text[-_AROUND:] if number + 1 < len(pieces) else ""
            text = f"{head} … {tail}"
        found.append(f"{before}{text}{behind}")
    return _line("".join(found))


def _line(text: str) -> str:
    return " ".join(text.split())


def revision_facts(revision: "Revision") -> dict[str, Any]:
    """A revision as JSON."""
    return {
        "draft": revision.draft,
        "digest": revision.digest,
        "new_digest": revision.new_digest,
        "counts": {outcome.value: count for outcome, count in revision.counts.items()},
        "words": revision.words,
        "covered": revision.covered,
        "claims": [_claim_facts(claim) for claim in revision.claims],
        "new": [_new_facts(one) for one in revision.new],
        "headings": [{"before": before, "after": after} for before, after in revision.headings],
    }


def _claim_facts(claim: "ClaimRevision") -> dict[str, Any]:
    return {
        "number": claim.number,
        "outcome": claim.outcome.value,
        "finding": claim.finding.value,
        "recheck": claim.recheck,
        "moved": claim.moved,
        "before": claim.before,
        "was": list(claim.was),
        "after": claim.after,
        "place": None if claim.place is None else _place_facts(claim.place),
        "changes": [
            {"kind": change.kind.value, "before": change.before, "after": change.after, "where": change.where}
            for change in claim.changes
        ],
        "diff": [{"kind": piece.kind.value, "text": piece.text} for piece in claim.diff],
        "ask": [_place_facts(place) for place in claim.ask],
        "partners": list(claim.partners),
        "into": claim.into,
        "proposal": None if claim.proposal is None else claim.proposal.value,
        "reason": claim.reason,
    }


def _place_facts(place: "ClaimPlace") -> dict[str, Any]:
    return {
        "start": place.start,
        "end": place.end,
        "parts": [list(part) for part in place.parts],
        "text": place.text,
        "likeness": place.likeness,
    }


def _new_facts(one: "NewClaim") -> dict[str, Any]:
    claim = one.claim
    return {"text": claim.text, "start": claim.start, "end": claim.end, "of": one.of}


@click.command(cls=DeskCommand)
@article_argument
@click.option("--from", "first", type=click.IntRange(1), help="Draft to begin with; the one before --to.")
@click.option("--to", "second", type=click.IntRange(1), help="Draft to compare it with; the current one.")
@as_json
@pass_setup
def diff(setup: Setup, article: str, first: int | None, second: int | None, *, as_json: bool) -> None:
    """Show what changed between two drafts, word by word.

    Words that went stand in [-…-], words that came in {+…+}.
    """
    with setup.desk() as desk:
        last = second or desk.articles.get(article).draft
        begin = first or max(1, last - 1)
        blocks = desk.revisions.diff(article, begin, last)
    if as_json:
        put_json([_block_facts(block) for block in blocks])
        return
    shown = [block for block in blocks if block.changed or block.moved]
    for block in shown:
        put(f"{block.kind.value}{', moved' if block.moved else ''}: {inline(block.pieces, short=True)}")
    say(f"draft {begin} → {last}: {len(shown):,} of {len(blocks):,} paragraphs changed or moved")


def _block_facts(block: "BlockDiff") -> dict[str, Any]:
    return {
        "kind": block.kind.value,
        "before": None if block.before is None else list(block.before),
        "after": None if block.after is None else list(block.after),
        "moved": block.moved,
        "changed": block.changed,
        "pieces": [{"kind": piece.kind.value, "text": piece.text} for piece in block.pieces],
    }
