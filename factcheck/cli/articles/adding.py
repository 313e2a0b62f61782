"""The command that puts drafts on the desk."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from factcheck.cli.articles.revising import offered
from factcheck.cli.commands import DeskCommand
from factcheck.cli.terminal.arguments import Day, read_as
from factcheck.cli.terminal.output import put, say, tell
from factcheck.cli.terminal.setup import Setup, pass_setup
from factcheck.errors import BadInput
from factcheck.intake import STDIN, HowToRead, read_article, split_article
from factcheck.intake import add as put_on_desk
from factcheck.text import safe_line

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

    from factcheck.desk import Desk

_LARGE = 200_000
"""Bytes from which reading and splitting take long enough to show a bar for."""


@click.command(cls=DeskCommand)
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True), metavar="FILE..."
)
@click.option("--title", default="", help="Title, in place of what the file says.")
@click.option("--outlet", default="", help="Where the piece will appear.")
@click.option("--byline", default="", help="Who wrote it.")
@click.option("--date", "published", type=Day(), help="Publication date, YYYY-MM-DD.")
@click.option("--slug", default="", help="Short name, by which commands find it.")
@click.option("--encoding", help="Encoding of a text file that is not recognised by itself.")
@read_as
@pass_setup
def add(
    setup: Setup,
    files: tuple[Path, ...],
    title: str,
    outlet: str,
    byline: str,
    published: date | None,
    slug: str,
    encoding: str | None,
    format_name: str | None,
) -> None:
    """Put drafts on the desk, split into claims.

    `-` reads standard input. Prints the short name of each article. A claim sheet in JSON, as `export` writes
    it, brings its findings, sources and history with it.
    """
    if len(files) > 1 and (title or slug):
        raise click.UsageError("--title and --slug name one article; add the files one at a time")
    from factcheck.read import Overrides

    overrides = Overrides(title=title, outlet=outlet, byline=byline, published=published, slug=slug)
    how = HowToRead(format_name, encoding, overrides)
    with setup.desk() as desk, _bar(files) as steps:
        results = _results(setup, desk, files, how, steps)
        # A bar has its line to itself: what there is to say waits until it is gone.
        found = list(results) if steps.shown else [_reported(result) for result in results]
    if steps.shown:
        found = [_reported(result) for result in found]
    bad = [result.exit_status for result in found if isinstance(result, BadInput)]
    click.get_current_context().exit(max(bad, default=0))


class Added(NamedTuple):
    """What became of one file."""

    article: str
    """Short name of the article that holds it."""
    said: tuple[str, ...]
    """Sentences for the person who added it."""


def _results(
    setup: Setup, desk: "Desk", files: tuple[Path, ...], how: HowToRead, steps: "Steps"
) -> Iterator[Added | BadInput]:
    """Each file on the desk, or why it is not."""
    for file in files:
        try:
            yield add_file(setup, desk, file, how, steps)
        except BadInput as fault:
            yield fault


def _reported(result: Added | BadInput) -> Added | BadInput:
    """The same result, told."""
    if isinstance(result, Added):
        tell(result.said)
        put(result.article)
    else:
        say(f"factcheck: {result}")
    return result


class Steps:
    """Says on standard error how far long work is; silent where there is no bar to draw."""

    def __init__(self, bar: "ProgressBar[int] | None" = None) -> None:
        self._bar = bar

    @property
    def shown(self) -> bool:
        """Whether there is a bar to see."""
        return self._bar is not None

    def on(self, what: str, steps: int = 1) -> None:
        """So many steps further, now at `what`."""
        if self._bar is not None:
            self._bar.label = safe_line(what)
            self._bar.update(steps)


_STEPS = 3
"""Reading, splitting, saving."""


@contextmanager
def _bar(files: tuple[Path, ...]) -> Iterator[Steps]:
    """A progress bar where there is enough to do for one."""
    large = len(files) > 1 or any(file.is_file() and file.stat().st_size > _LARGE for file in files)
    if not (large and sys.stderr.isatty()):
        yield Steps()
        return
    with click.progressbar(length=_STEPS * len(files), file=sys.stderr, show_eta=False) as bar:
        yield Steps(bar)


def add_file(setup: Setup, desk: "Desk", file: Path, how: HowToRead, steps: Steps) -> Added:
    """Put one file on the desk.

    Raises:
        FactcheckError: the file cannot become an article; the desk is as it was.
    """
    steps.on(f"reading {file.name}")
    if how.format == "json" or (how.format is None and file.suffix.lower() == ".json"):
        return _take_in(desk, file, steps)
    article = read_article(file, how)
    if there := desk.articles.same(article):
        steps.on("", _STEPS - 1)
        return Added(there, (f"{safe_line(file.name)} is already on the desk as {there}",))
    similar = desk.articles.similar(article)
    steps.on(f"splitting {file.name}")
    incoming = split_article(file.name, article, setup.config)
    if similar and not steps.shown and sys.stdin.isatty() and str(file) != STDIN and _is_next(file, similar):
        revised = offered(setup, desk, similar, incoming)
        return Added(similar, (revised.said if revised else f"{safe_line(file.name)} was not brought in",))
    steps.on(f"saving {file.name}")
    change = put_on_desk(desk, incoming)
    said = [change.said, *(f"warning: {warning}" for warning in change.warnings)]
    if incoming.lint:
        said.append(
            f"{len(incoming.lint):,} places do not agree with each other: factcheck lint {change.article}"
        )
    if similar:
        said.append(f"it looks like a new draft of {similar}, and now stands beside it as a new article")
        said.append(f"to bring it in as the next draft: factcheck undo, then factcheck revise {similar} FILE")
    return Added(change.article, tuple(said))


def _is_next(file: Path, similar: str) -> bool:
    """Whether the person at the keyboard takes a file for the next draft of an article."""
    question = f"{safe_line(file.name)} looks like a new draft of {similar}. Bring it in as its next draft?"
    return click.confirm(question, default=True, err=True)


def _take_in(desk: "Desk", file: Path, steps: Steps) -> Added:
    """Put a claim sheet on the desk that another desk has exported, with the work in it.

    Raises:
        FactcheckError: it is no claim sheet; the desk is as it was.
    """
    from factcheck.export.sheets.loading import load_sheet, piece_of

    sheet = load_sheet(_sheet_bytes(file), file.name)
    steps.on(f"saving {file.name}", _STEPS - 1)
    change = desk.sheets.take_in(piece_of(sheet))
    return Added(change.article, (change.said, *(f"warning: {warning}" for warning in change.warnings)))


def _sheet_bytes(file: Path) -> bytes:
    """The bytes of a claim sheet in a file, or on standard input.

    Raises:
        BadInput: it cannot be read, is empty or too large.
    """
    from factcheck.export.sheets.loading import LARGEST_SHEET
    from factcheck.read.files.guard import bytes_of, refuse_size

    advice = "export the sheet without the writer's file"
    if str(file) != STDIN:
        return bytes_of(file, LARGEST_SHEET, advice=advice)
    data = sys.stdin.buffer.read(LARGEST_SHEET + 1)
    refuse_size(data, "standard input", LARGEST_SHEET, advice=advice)
    return data
