"""Commands that report: progress, sheets, history, formats."""

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from db.vocabulary import FINDINGS
from factcheck.cli.articles.articles import local
from factcheck.cli.claims.claims import chosen, filters
from factcheck.cli.commands import DeskCommand
from factcheck.cli.terminal.arguments import ClaimNumber, article, as_json, optional_article
from factcheck.cli.terminal.output import (
    Column,
    put,
    put_bytes,
    put_json,
    put_table,
    say,
    tell,
    warn_of_readers,
)
from factcheck.cli.terminal.setup import Setup, pass_setup
from factcheck.errors import Refused
from factcheck.model.base import json_object, json_value
from factcheck.text import plural

if TYPE_CHECKING:
    from factcheck.export.formats import Format
    from factcheck.model import ArticleRow, Event, ExpiredItem, Pace

_NAME = re.compile(r"[\w.-]+")
"""The name at the beginning of a requirement."""

_BAR = 30
"""Cells of the longest bar."""


@click.command(cls=DeskCommand)
@optional_article
@as_json
@pass_setup
def progress(setup: Setup, article: str | None, *, as_json: bool) -> None:
    """Show how far an article is, or the whole desk."""
    with setup.desk() as desk:
        rows = [desk.articles.get(article)] if article else list(desk.articles.rows())
        pace = desk.progress.pace(rows[0].slug) if article else None
        expired = desk.findings.expired(rows[0].slug) if article else ()
    if as_json:
        put_json(_pace_facts(rows[0], pace, expired) if pace else [_progress_facts(row) for row in rows])
    elif pace:
        put("\n".join((*_counts(rows[0]), *_pace_lines(pace), *_expired_lines(expired))))
    else:
        columns = (
            Column("article", gives=True),
            Column("claims", right=True),
            Column("done", right=True),
            Column("open", right=True),
            Column("recheck", right=True),
            Column("queries", right=True),
            Column("covered", right=True),
        )
        put_table(columns, map(_line, rows))


def _line(row: "ArticleRow") -> tuple[str, ...]:
    progress = row.progress
    return (
        row.slug,
        f"{progress.claims:,}",
        f"{progress.done:,}",
        f"{progress.open:,}",
        f"{progress.recheck:,}",
        f"{progress.open_queries:,}",
        f"{progress.coverage:.0%}",
    )


def _progress_facts(row: "ArticleRow") -> dict[str, Any]:
    progress = row.progress
    return {"article": row.slug, "done": progress.done, "open": progress.open} | json_object(progress)


def _pace_facts(row: "ArticleRow", pace: "Pace", expired: "Sequence[ExpiredItem]") -> dict[str, Any]:
    items: dict[str, Sequence[Any]] = {
        "days": pace.days,
        "by_section": pace.by_section,
        "waiting": pace.waiting,
        "expired": expired,
    }
    named = {name: [json_value(item._asdict()) for item in found] for name, found in items.items()}
    return _progress_facts(row) | json_object(pace) | named


def _counts(row: "ArticleRow") -> Iterator[str]:
    """Counts by finding with their bars, and what else stands open."""
    progress = row.progress
    yield f"{row.slug}: {progress.done:,} of {plural(progress.claims, 'claim')} done"
    widest = max([1, *progress.by_finding.values()])
    for finding, facts in FINDINGS.items():
        if count := progress.by_finding.get(finding, 0):
            bar = "█" * max(1, round(count * _BAR / widest))
            yield f"  {facts.sign} {facts.letter} {facts.label:14}{count:6,}  {bar}"
    more = (
        ("to recheck", progress.recheck),
        ("lost", progress.lost),
        ("queries open", progress.open_queries),
    )
    yield from (f"  {name:17}{count:7,}" for name, count in more if count)
    yield f"  {progress.coverage:.0%} of the words are covered"


def _pace_lines(pace: "Pace") -> Iterator[str]:
    if pace.per_hour and pace.hours_left is not None:
        yield f"  {pace.per_hour:.1f} claims an hour; {pace.left:,} left, about {pace.hours_left:.1f} hours"
    if pace.by_checker:
        yield "by checker: " + ", ".join(f"{name} {count:,}" for name, count in pace.by_checker.items())
    if len(pace.by_section) > 1:
        yield "by section:"
        for part in pace.by_section:
            yield f"  {part.done:,}/{part.claims:,} {part.heading or '(opening)'}"
    if pace.waiting:
        yield "waiting:"
        for item in pace.waiting:
            since = f" since {item.since}" if item.since else ""
            yield f"  claim {item.claim}, for {item.on or 'somebody'}{since}: {' '.join(item.text.split())}"


def _expired_lines(expired: "Sequence[ExpiredItem]") -> Iterator[str]:
    if expired:
        yield "past their day:"
    for item in expired:
        yield f"  claim {item.claim}, held until {item.until}: {' '.join(item.text.split())}"


def _complete_format(_ctx: click.Context, _param: click.Parameter, begun: str) -> list[str]:
    from factcheck.export.formats import FORMATS

    return [name for name in FORMATS if name.startswith(begun)]


include_confidential = click.option(
    "--include-confidential",
    is_flag=True,
    help="Keep names and contacts that are not on the record, and confidential notes.",
)


@click.command(cls=DeskCommand)
@article
@click.option(
    "--format",
    "format_name",
    help="See `factcheck formats`; else by the end of the file name.",
    shell_complete=_complete_format,
)
@click.option("--output", "-o", metavar="FILE|-", help="Where to write; - is standard output.")
@click.option("--force", is_flag=True, help="Replace a file that exists.")
@include_confidential
@click.option(
    "--rows",
    type=click.Choice(["claims", "citations"]),
    default="claims",
    help="What a row of a table is: a claim, or a citation.",
)
@click.option(
    "--for",
    "audience",
    type=click.Choice(["editor", "writer", "legal"]),
    default="editor",
    help="Whom an annotated copy is for.",
)
@click.option("--organization", help="Who publishes the reviews; for claimreview.")
@click.option("--url", help="Page on which the reviews are published; for claimreview.")
@click.option("--raw", is_flag=True, help="Table cells as stored, formulas not defused; for programs only.")
@filters
@pass_setup
def export(
    setup: Setup,
    /,
    article: str,
    format_name: str | None,
    output: str | None,
    rows: str,
    audience: str,
    organization: str | None,
    url: str | None,
    *,
    force: bool,
    include_confidential: bool,
    raw: bool,
    **options: Any,  # noqa: ANN401 - the options of `filters`
) -> None:
    """Write the claim sheet of an article.

    Without --output into a file named after the article, in the folder where you are.
    """
    known = _format(format_name, output)
    to_stdout = output == "-"
    if to_stdout and not known.text and sys.stdout.isatty():
        raise Refused(f"{known.name} is no text to show; give --output FILE")
    from factcheck.export.handing import hand_over
    from factcheck.export.options import Audience, Options, Publisher, Rows
    from factcheck.export.safe import file_name
    from factcheck.model import ClaimFilter

    selection = chosen(options)
    with setup.desk() as desk:
        handed = hand_over(
            desk,
            article,
            known.name,
            Options(
                rows=Rows(rows),
                raw=raw,
                audience=Audience(audience),
                publisher=Publisher.of(setup.config, organization or "", url or ""),
            ),
            include_confidential=include_confidential,
            filter=None if selection == ClaimFilter() else selection,
        )
    sheet = handed.sheet
    tell(handed.said)
    if to_stdout:
        if include_confidential:
            warn_of_readers()
        put_bytes(handed.content)
        return
    path = Path(output) if output else Path(file_name(sheet.article.slug, known.suffix))
    handed.write(path, force=force)
    put(str(path))
    signed = "" if sheet.sign_off.is_signed else ", NOT SIGNED OFF"
    say(f"{plural(len(sheet.claims), 'claim')} written{signed}")


def _format(name: str | None, output: str | None) -> "Format":
    from factcheck.export.formats import FORMATS, format_of

    if name:
        return format_of(name)
    suffix = Path(output).suffix if output else ""
    if not suffix:
        raise click.UsageError(f"say which --format: {', '.join(FORMATS)}; or name a file with --output")
    return format_of(suffix)


@click.command(cls=DeskCommand)
@optional_article
@click.option("--claim", "number", type=ClaimNumber(), help="Only what was done on this claim.")
@click.option("--limit", type=click.IntRange(min=1), help="Only the latest so many.")
@include_confidential
@as_json
@pass_setup
def history(
    setup: Setup,
    article: str | None,
    number: int | None,
    limit: int | None,
    *,
    include_confidential: bool,
    as_json: bool,
) -> None:
    """Show who did what, when, the latest first."""
    if number is not None and article is None:
        raise click.UsageError("--claim needs an article")
    with setup.desk() as desk:
        slug = desk.articles.get(article).slug if article else ""
        events = desk.history.events(slug or None, number, limit)
        if not include_confidential:
            from factcheck.export.sheets.build import redactor_for  # with what a sheet is made of: 100 ms

            redactor = redactor_for(desk, slug)
            events = [redactor.event(event) for event in events]
            tell(redactor.remarks())
    if include_confidential:
        warn_of_readers()
    if as_json:
        put_json(events)
        return
    columns = (
        Column("when"),
        Column("who", gives=True),
        Column("article", gives=True),
        Column("what", gives=True),
    )
    warned = [[f"warned: {warning}" for warning in event.warnings] for event in events]
    put_table(columns, map(_event, events), warned)


def _event(event: "Event") -> tuple[str, ...]:
    return (local(event.at), event.by, event.article, event.said)


@click.command(cls=DeskCommand)
def schema() -> None:
    """Print the JSON Schema of a claim sheet."""
    from factcheck.export.sheets.sheet import schema as schema_of_sheets

    put_json(schema_of_sheets())


@click.command(cls=DeskCommand)
@as_json
def formats(*, as_json: bool) -> None:
    """List the formats that are read and written."""
    from factcheck.export.formats import FORMATS as WRITTEN
    from factcheck.read import FORMATS as READ

    rows = [
        ("read", name, ", ".join(known.suffixes), known.description, known.extra)
        for name, known in READ.items()
    ]
    rows.append(("read", "json", ".json", "claim sheet of another desk, with the work in it", ""))
    rows += [("write", known.name, known.suffix, known.what, known.extra) for known in WRITTEN.values()]
    if as_json:
        names = ("direction", "format", "suffixes", "what", "extra")
        put_json([dict(zip(names, row, strict=True)) | {"ready": _ready(row[4])} for row in rows])
        return
    columns = (
        Column(""),
        Column("format"),
        Column("suffixes"),
        Column("needs", gives=True),
        Column("what", gives=True),
    )
    put_table(columns, ((row[0], row[1], row[2], _needs(row[4]), row[3]) for row in rows))


def _needs(extra: str) -> str:
    """What to install for a format; empty when it works."""
    return "" if _ready(extra) else f"pip install 'factcheck-desk[{extra}]'"


def _ready(extra: str) -> bool:
    """Whether the packages of an extra are installed."""
    if not extra:
        return True
    from importlib.metadata import PackageNotFoundError, distribution, requires

    try:
        for requirement in requires("factcheck-desk") or ():
            package, _, condition = requirement.partition(";")
            if f'extra == "{extra}"' in condition.replace("'", '"'):
                distribution(_NAME.match(package).group())  # type: ignore[union-attr] # a requirement begins so
    except PackageNotFoundError:
        return False
    return True
