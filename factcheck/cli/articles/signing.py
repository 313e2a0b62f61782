"""Commands that sign an article off and take the signature back."""

import click

from factcheck.cli.commands import DeskCommand
from factcheck.cli.terminal.arguments import article, as_json
from factcheck.cli.terminal.output import Column, put_json, put_table, say, tell, told
from factcheck.cli.terminal.setup import Setup, pass_setup
from factcheck.errors import Refused
from factcheck.text import plural


@click.command("sign-off", cls=DeskCommand)
@article
@click.option(
    "--check", is_flag=True, help="Only list what stands in the way; exit status 1 when anything does."
)
@click.option(
    "--stet",
    "kept",
    type=(int, str),
    multiple=True,
    metavar="NUMBER REASON",
    help="Keep a claim that stands in the way, with the reason; repeatable.",
)
@as_json
@pass_setup
def sign_off(
    setup: Setup, article: str, kept: tuple[tuple[int, str], ...], *, check: bool, as_json: bool
) -> None:
    """Sign an article off.

    The signature is for this draft and this text; any later change reopens the article.
    """
    with setup.desk() as desk:
        found = desk.sign_off.check(article)
        reasons = dict(kept)
        left = [blocker for blocker in found.blockers if blocker.claim not in reasons]
        if as_json:
            put_json(found)
        elif left:
            columns = (Column("claim", right=True), Column("finding"), Column("in the way", gives=True))
            put_table(columns, ((str(b.claim), b.finding.replace("_", " "), b.reason) for b in left))
        if check or left:
            lacking = (*found.unticked, *found.tiers_unsaid)
            tell(f"warning: claim {one.claim}: {one.reason}" for one in lacking)
        if check:
            say(f"{len(left):,} in the way" if left else "nothing stands in the way")
            click.get_current_context().exit(1 if left else 0)
        if left:
            things = plural(len(left), "thing stands", "things stand")
            raise Refused(f"{things} in the way of signing off; --stet keeps a claim as it is")
        told(desk.sign_off.sign(article, reasons))


@click.command(cls=DeskCommand)
@article
@pass_setup
def reopen(setup: Setup, article: str) -> None:
    """Take the signature off an article."""
    with setup.desk() as desk:
        told(desk.sign_off.reopen(article))
