"""The command that opens the screen."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.articles.adding import Steps, add_file
from factcheck.cli.commands import DeskCommand
from factcheck.cli.terminal.arguments import complete_article_or_file
from factcheck.cli.terminal.output import tell
from factcheck.cli.terminal.setup import Setup, pass_setup
from factcheck.errors import NotOnDesk, Refused, UnreadableDraft
from factcheck.intake import STDIN, HowToRead

if TYPE_CHECKING:
    from factcheck.desk import Desk


@click.command(cls=DeskCommand)
@click.argument("what", required=False, metavar="[FILE|ARTICLE]", shell_complete=complete_article_or_file)
@pass_setup
def review(setup: Setup, what: str | None) -> None:
    """Review claims on the screen.

    Opens an article, or a file, which is added first where it is not on the desk yet; without either,
    the list of articles.
    """
    if not has_terminal():
        raise Refused("review needs a terminal; without one, use claims, decide, cite and note")
    setup.check_screen()  # before a file goes on the desk
    with setup.desk() as desk:
        article = opened(setup, desk, what) if what else None
        from factcheck.tui.app import run  # brings Textual: 200 ms

        run(desk, article, setup.config)


def has_terminal() -> bool:
    """Whether somebody can see the screen and type."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def opened(setup: Setup, desk: "Desk", what: str) -> str:
    """The article that a file or a name means; a new file is put on the desk.

    Raises:
        FactcheckError: it is neither.
    """
    if what == STDIN:
        raise Refused("the screen reads keys from standard input; add the draft first: factcheck add -")
    path = Path(what)
    if path.exists():
        added = add_file(setup, desk, path, HowToRead(), Steps())
        tell(added.said)
        return added.article
    try:
        return desk.articles.get(what).slug
    except NotOnDesk:
        if path.suffix or len(path.parts) > 1:
            raise UnreadableDraft(f"there is no file “{what}”, and no article of that name") from None
        raise
