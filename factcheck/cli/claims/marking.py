"""Commands that change a claim itself: its words, cut and order, and what the splitter suggested about it."""

from datetime import date

import click

from db.vocabulary import FLAGS, CheckKind, Flag
from factcheck.cli.commands import DeskCommand
from factcheck.cli.terminal.arguments import Day, VocabularyWord, article, number, numbers, numbers_of
from factcheck.cli.terminal.output import told
from factcheck.cli.terminal.setup import Setup, pass_setup


@click.group()
def claim() -> None:
    """Change claims: split, merge, add, flag, restate."""


@claim.command("restate", cls=DeskCommand)
@article
@number
@click.argument("text")
@pass_setup
def restate(setup: Setup, article: str, number: int, text: str) -> None:
    """Say what a claim claims in one plain sentence."""
    with setup.desk() as desk:
        told(desk.claims.restate(article, number, text))


@claim.command("kinds", cls=DeskCommand)
@article
@number
@click.argument("kinds", nargs=-1, type=VocabularyWord(CheckKind, "kind"), metavar="[KIND]...")
@pass_setup
def kinds(setup: Setup, article: str, number: int, kinds: tuple[CheckKind, ...]) -> None:
    """Set the kinds of a claim: name, number, quote and so on."""
    with setup.desk() as desk:
        told(desk.claims.set_kinds(article, number, kinds))


@claim.command("speaker", cls=DeskCommand)
@article
@number
@click.argument("name")
@pass_setup
def speaker(setup: Setup, article: str, number: int, name: str) -> None:
    """Set who says a claim; an empty name means nobody."""
    with setup.desk() as desk:
        told(desk.claims.set_speaker(article, number, name))


@claim.command("priority", cls=DeskCommand)
@article
@numbers
@click.argument("priority", type=int)
@pass_setup
def priority(setup: Setup, article: str, numbers: tuple[str, ...], priority: int) -> None:
    """Set the priority of claims; higher is more urgent."""
    with setup.desk() as desk:
        told(desk.claims.set_priority(article, numbers_of(desk, article, numbers), priority))


_BY_HAND = click.Choice([flag.value for flag, facts in FLAGS.items() if facts.by_hand])


@claim.command("flag", cls=DeskCommand)
@article
@numbers
@click.argument("flag", type=_BY_HAND)
@click.option("--off", is_flag=True, help="Take the flag off.")
@pass_setup
def flag(setup: Setup, article: str, numbers: tuple[str, ...], flag: str, *, off: bool) -> None:
    """Flag claims as legal or sensitive."""
    with setup.desk() as desk:
        told(desk.claims.flag(article, numbers_of(desk, article, numbers), Flag(flag), not off))


@claim.command("expiry", cls=DeskCommand)
@article
@numbers
@click.option("--until", type=Day(), help="Day until which the finding holds, YYYY-MM-DD; else for good.")
@pass_setup
def expiry(setup: Setup, article: str, numbers: tuple[str, ...], until: date | None) -> None:
    """Set until when findings hold."""
    with setup.desk() as desk:
        told(desk.claims.set_expiry(article, numbers_of(desk, article, numbers), until))


@claim.command("tick", cls=DeskCommand)
@article
@number
@click.argument("words", required=False)
@click.option("--off", is_flag=True, help="Take the tick off.")
@pass_setup
def tick(setup: Setup, article: str, number: int, words: str | None, *, off: bool) -> None:
    """Tick check points: all, or those with these words."""
    with setup.desk() as desk:
        if words is None:
            told(desk.findings.tick_all(article, number, not off))
            return
        points = desk.claims.get(article, number).check_points
        found = [point for point in points if point.text.casefold() == words.casefold()]
        if not found:
            there = ", ".join(f"“{point.text}”" for point in points) or "none"
            raise click.UsageError(f"claim {number} has no check point “{words}”; there are {there}")
        for point in found:
            told(desk.findings.tick(article, number, point.id, not off))


@claim.command("split", cls=DeskCommand)
@article
@number
@click.argument("before")
@pass_setup
def split_claim(setup: Setup, article: str, number: int, before: str) -> None:
    """Split a claim in two before some of its words."""
    with setup.desk() as desk:
        found = desk.claims.get(article, number)
        if (at := found.text.find(before)) <= 0:
            raise click.UsageError(f"“{before}” does not stand inside claim {number}: “{found.text}”")
        told(desk.cuts.split(article, number, [found.start + at]))


@claim.command("merge", cls=DeskCommand)
@article
@numbers
@pass_setup
def merge_claims(setup: Setup, article: str, numbers: tuple[str, ...]) -> None:
    """Make one claim of several."""
    with setup.desk() as desk:
        told(desk.merges.merge(article, numbers_of(desk, article, numbers)))


_SPAN = (
    click.argument("start", type=click.IntRange(min=0)),
    click.argument("end", type=click.IntRange(min=0)),
)


@claim.command("recut", cls=DeskCommand)
@article
@number
@_SPAN[0]
@_SPAN[1]
@pass_setup
def recut(setup: Setup, article: str, number: int, start: int, end: int) -> None:
    """Give a claim other words of the draft.

    START and END count characters from the beginning.
    """
    with setup.desk() as desk:
        told(desk.cuts.recut(article, number, start, end))


@claim.command("add", cls=DeskCommand)
@article
@_SPAN[0]
@_SPAN[1]
@pass_setup
def add_claim(setup: Setup, article: str, start: int, end: int) -> None:
    """Make words of the draft a claim.

    START and END count characters from the beginning. Prints the claim's number.
    """
    with setup.desk() as desk:
        told(desk.cuts.add(article, start, end), created="C")


@claim.command("retire", cls=DeskCommand)
@article
@numbers
@click.argument("reason")
@pass_setup
def retire(setup: Setup, article: str, numbers: tuple[str, ...], reason: str) -> None:
    """Take claims out of the queue; they are kept."""
    with setup.desk() as desk:
        told(desk.merges.retire(article, numbers_of(desk, article, numbers), reason))


@claim.command("restore", cls=DeskCommand)
@article
@numbers
@pass_setup
def restore_claims(setup: Setup, article: str, numbers: tuple[str, ...]) -> None:
    """Put retired claims back into the queue."""
    with setup.desk() as desk:
        told(desk.merges.restore(article, numbers_of(desk, article, numbers)))
