"""The arguments and options that many commands share, with their completion in the shell."""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

import click

from db.vocabulary import FINDINGS, Finding
from factcheck.cli.terminal.setup import Setup
from factcheck.errors import BadInput, FactcheckError

if TYPE_CHECKING:
    from factcheck.desk import Desk

Command = TypeVar("Command", bound=Callable[..., Any])
Word = TypeVar("Word", bound=StrEnum)


def _complete_article(ctx: click.Context, _param: click.Parameter, begun: str) -> list[str]:
    given = ctx.find_root().params  # completion runs no command, so nothing has been set up yet
    setup = Setup(given.get("database"), given.get("person") or "", given.get("config_path"))
    try:
        with setup.desk() as desk:
            return [slug for slug in desk.articles.slugs() if slug.startswith(begun)]
    except FactcheckError:
        return []


def complete_article_or_file(ctx: click.Context, param: click.Parameter, begun: str) -> list[Any]:
    """Articles whose names begin so; where there are none, files."""
    from click.shell_completion import CompletionItem

    files: list[Any] = [CompletionItem(begun, type="file")]
    return files + [CompletionItem(slug) for slug in _complete_article(ctx, param, begun)]


def article(command: Command) -> Command:
    """Adds the argument ARTICLE."""
    return click.argument("article", shell_complete=_complete_article)(command)


def optional_article(command: Command) -> Command:
    """Adds the argument [ARTICLE]."""
    return click.argument("article", required=False, default=None, shell_complete=_complete_article)(command)


def _complete_after_numbers(ctx: click.Context, param: click.Parameter, begun: str) -> list[Any]:
    """What the argument behind the numbers may be: to click every word from there on is a number."""
    arguments = [other for other in ctx.command.params if isinstance(other, click.Argument)]
    return [
        item
        for following in arguments[arguments.index(param) + 1 :]  # type: ignore[arg-type] # numbers are one of them
        for item in following.shell_complete(ctx, begun)
    ]


def numbers(command: Command) -> Command:
    """Adds the argument NUMBERS...: numbers and ranges of claims."""
    argument = click.argument(
        "numbers", nargs=-1, required=True, metavar="NUMBER...", shell_complete=_complete_after_numbers
    )
    return argument(command)


def number(command: Command) -> Command:
    """Adds the argument NUMBER: one claim."""
    return click.argument("number", type=ClaimNumber())(command)


def _complete_format_read(_ctx: click.Context, _param: click.Parameter, begun: str) -> list[str]:
    from factcheck.read import FORMATS

    return [name for name in FORMATS if name.startswith(begun)]


def read_as(command: Command) -> Command:
    """Adds --format: what the file is, where its name and content do not tell."""
    return click.option(
        "--format",
        "format_name",
        help="Format of the file or of standard input; see `factcheck formats`.",
        shell_complete=_complete_format_read,
    )(command)


def as_json(command: Command) -> Command:
    """Adds --json."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")(command)


_NUMBER = re.compile(r"[Cc]?-?0*(\d{1,9})")
_RANGE = re.compile(r"[Cc]?-?(\d{1,9})\s*(?:-|–|\.\.)\s*[Cc]?-?(\d{1,9})")


class ClaimNumber(click.ParamType[int]):
    """A claim's number: 7, C7 or C007."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:  # noqa: ANN401 - click's signature
        """The number."""
        if isinstance(value, int):
            return value
        found = _NUMBER.fullmatch(value)
        if found is None:
            self.fail(f"“{value}” is not the number of a claim", param, ctx)
        return int(found.group(1))


class Identity(click.ParamType[int]):
    """The number of a source (S3) or a query (Q3), with or without its letter."""

    def __init__(self, letter: str, name: str) -> None:
        self.letter = letter
        self.name = name

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:  # noqa: ANN401 - click's signature
        """The number."""
        if isinstance(value, int):
            return value
        found = re.fullmatch(rf"{self.letter}?(\d{{1,18}})", value, re.IGNORECASE)
        if found is None:
            self.fail(f"“{value}” is not the number of a {self.name}, such as {self.letter}3", param, ctx)
        return int(found.group(1))


def numbers_of(desk: "Desk", article: str, given: Sequence[str]) -> list[int]:
    """The claim numbers of arguments like `3 5-7 C012,14`; a range means those that there are.

    Raises:
        BadInput: an argument is no number and no range, or a range holds no claim.
    """
    present: list[int] | None = None
    found: list[int] = []
    for part in (piece for argument in given for piece in argument.split(",") if piece.strip()):
        if single := _NUMBER.fullmatch(part.strip()):
            found.append(int(single.group(1)))
            continue
        span = _RANGE.fullmatch(part.strip())
        if span is None:
            raise BadInput(f"“{part}” is neither the number of a claim nor a range such as 5-7")
        if present is None:
            present = sorted(row.number for row in desk.queue.rows(article))
        first, last = int(span.group(1)), int(span.group(2))
        inside = [number for number in present if first <= number <= last]
        if not inside:
            raise BadInput(f"“{article}” has no claims from {first} to {last}")
        found += inside
    return list(dict.fromkeys(found))


class VocabularyWord(click.ParamType[StrEnum]):
    """A word of one vocabulary, whole or by a beginning that only one word has."""

    def __init__(self, vocabulary: type[StrEnum], name: str, short: dict[str, StrEnum] | None = None) -> None:
        self.vocabulary = vocabulary
        self.name = name
        self._short = short or {}

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> StrEnum:  # noqa: ANN401 - click's signature
        """The word."""
        if isinstance(value, self.vocabulary):
            return value
        plain = str(value).strip().lower().replace("-", "_").replace(" ", "_")
        if plain in self._short:
            return self._short[plain]
        words = [str(word) for word in self.vocabulary]
        near = [plain] if plain in words else [word for word in words if plain and word.startswith(plain)]
        if len(near) != 1:
            self.fail(f"“{value}” is not a {self.name}; there are {', '.join(words)}", param, ctx)
        return self.vocabulary(near[0])

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's signature
        param: click.Parameter,  # noqa: ARG002
        incomplete: str,
    ) -> list[Any]:
        """Words that begin so."""
        from click.shell_completion import CompletionItem

        return [CompletionItem(str(word)) for word in self.vocabulary if word.startswith(incomplete)]


FINDING = VocabularyWord(Finding, "finding", {facts.key: finding for finding, facts in FINDINGS.items()})
"""A finding by its word or its digit."""


class Day(click.ParamType[date]):
    """A day as YYYY-MM-DD."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ANN401 - click's signature
        """The day."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"“{value}” is not a date like 2026-03-14", param, ctx)


class Moment(click.ParamType[datetime]):
    """A day, or a day and a time, in local time: 2026-03-14 or 2026-03-14T17:00."""

    name = "when"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:  # noqa: ANN401 - click's signature
        """The moment; a day alone means its end."""
        if isinstance(value, datetime):
            return value
        from factcheck.model.deadline import deadline

        try:
            return deadline(value)
        except BadInput as error:
            self.fail(str(error), param, ctx)
