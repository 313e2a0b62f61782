"""Commands that decide on claims: the finding, the fix track, the second look, whose job it is."""

import click

from db.vocabulary import Finding
from factcheck.cli.commands import DeskCommand
from factcheck.cli.terminal.arguments import FINDING, article, number, numbers, numbers_of
from factcheck.cli.terminal.output import told
from factcheck.cli.terminal.setup import Setup, pass_setup


@click.command(cls=DeskCommand)
@article
@numbers
@click.argument("finding", type=FINDING)
@click.option("--waiting-on", default="", metavar="WHOM", help="Whom or what a waiting claim waits for.")
@click.option("--note", default="", metavar="TEXT", help="A note on what was tried, for each of the claims.")
@pass_setup
def decide(
    setup: Setup, article: str, numbers: tuple[str, ...], finding: Finding, waiting_on: str, note: str
) -> None:
    """Set the finding of claims.

    Numbers and ranges: decide bridge 3 5-7 verified.

    Findings: unchecked, verified, on_author, imprecise, misleading, wrong, unverifiable, not_checkable,
    waiting; or their digit 0-8, or a beginning of the word.
    """
    if waiting_on and finding is not Finding.WAITING:
        raise click.UsageError("--waiting-on goes with the finding waiting")
    with setup.desk() as desk:
        found = numbers_of(desk, article, numbers)
        told(desk.findings.decide(article, found, finding, waiting_on=waiting_on, note=note))


@click.command(cls=DeskCommand)
@article
@number
@click.argument("wording")
@pass_setup
def propose(setup: Setup, article: str, number: int, wording: str) -> None:
    """Propose other wording; empty wording takes it back."""
    with setup.desk() as desk:
        told(desk.wording.propose(article, number, wording))


@click.command(cls=DeskCommand)
@article
@number
@pass_setup
def accept(setup: Setup, article: str, number: int) -> None:
    """Accept the proposed wording of a claim."""
    with setup.desk() as desk:
        told(desk.wording.accept(article, number))


@click.command(cls=DeskCommand)
@article
@number
@pass_setup
def applied(setup: Setup, article: str, number: int) -> None:
    """Record that the proposed wording stands in the text now."""
    with setup.desk() as desk:
        told(desk.wording.applied(article, number))


@click.command(cls=DeskCommand)
@article
@number
@click.argument("reason")
@pass_setup
def stet(setup: Setup, article: str, number: int, reason: str) -> None:
    """Keep a claim as it stands, with the editor's reason."""
    with setup.desk() as desk:
        told(desk.wording.stet(article, number, reason))


@click.command(cls=DeskCommand)
@article
@number
@click.argument("reason", required=False, default="")
@pass_setup
def cut(setup: Setup, article: str, number: int, reason: str) -> None:
    """Record that a claim is cut from the text."""
    with setup.desk() as desk:
        told(desk.wording.cut(article, number, reason))


@click.command(cls=DeskCommand)
@article
@numbers
@pass_setup
def agree(setup: Setup, article: str, numbers: tuple[str, ...]) -> None:
    """Agree with findings, as the second person to look."""
    with setup.desk() as desk:
        told(desk.review.agree(article, numbers_of(desk, article, numbers)))


@click.command("send-back", cls=DeskCommand)
@article
@number
@click.argument("reason")
@pass_setup
def send_back(setup: Setup, article: str, number: int, reason: str) -> None:
    """Send a claim back to its checker, with the reason."""
    with setup.desk() as desk:
        told(desk.review.send_back(article, number, reason))


@click.command(cls=DeskCommand)
@article
@numbers
@click.argument("who")
@pass_setup
def assign(setup: Setup, article: str, numbers: tuple[str, ...], who: str) -> None:
    """Assign claims to a person; an empty name to nobody."""
    with setup.desk() as desk:
        told(desk.claims.assign(article, numbers_of(desk, article, numbers), who))
