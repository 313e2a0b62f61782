"""The command that lists claims, and the filter that other commands share with it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from db.vocabulary import FINDINGS, CheckKind, Finding, Flag
from factcheck.cli.commands import DeskCommand
from factcheck.cli.terminal.arguments import FINDING, VocabularyWord, article, as_json
from factcheck.cli.terminal.output import Column, put_json, put_table
from factcheck.cli.terminal.setup import Setup, pass_setup

if TYPE_CHECKING:
    from factcheck.model import ClaimFilter, ClaimRow

_OPTIONS = (
    click.option("--finding", type=FINDING, multiple=True, help="Only claims with this finding; repeatable."),
    click.option(
        "--flag", type=VocabularyWord(Flag, "flag"), multiple=True, help="Only claims with this flag."
    ),
    click.option(
        "--kind",
        type=VocabularyWord(CheckKind, "kind"),
        multiple=True,
        help="Only claims with a check point of this kind.",
    ),
    click.option("--assignee", help="Only claims assigned to this person; an empty name means nobody."),
    click.option("--search", default="", help="Only claims that hold these words."),
    click.option("--open", "only_open", is_flag=True, help="Only claims that want a decision."),
    click.option("--queried", is_flag=True, help="Only claims with an open query."),
    click.option("--lost", is_flag=True, help="Claims that the current draft no longer holds."),
)


def filters(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the options that choose claims; `chosen` makes a filter of them."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def chosen(options: dict[str, Any], *, by_priority: bool = False) -> "ClaimFilter":
    """The filter that the options of `filters` describe."""
    from factcheck.model import ClaimFilter

    return ClaimFilter(
        findings=options["finding"],
        flags=options["flag"],
        kinds=options["kind"],
        assignee=options["assignee"],
        search=options["search"],
        only_open=options["only_open"],
        queried=options["queried"],
        lost=options["lost"],
        by_priority=by_priority,
    )


@click.command(cls=DeskCommand)
@article
@filters
@click.option("--priority", "by_priority", is_flag=True, help="Most urgent first, in place of reading order.")
@as_json
@pass_setup
def claims(setup: Setup, /, article: str, *, by_priority: bool, as_json: bool, **options: Any) -> None:  # noqa: ANN401 - the options of `filters`
    """List the claims of an article."""
    with setup.desk() as desk:
        rows = desk.queue.rows(article, chosen(options, by_priority=by_priority))
    if as_json:
        put_json([claim_facts(row) for row in rows])
        return
    columns = (
        Column("claim", right=True),
        Column("finding"),
        Column("flags", gives=True),
        Column("kinds", gives=True),
        Column("speaker", gives=True),
        Column("assigned to", gives=True),
        Column("text", gives=True),
    )
    put_table(columns, map(_line, rows))


def claim_facts(row: "ClaimRow") -> dict[str, Any]:
    """A claim as JSON, keys as in the vocabulary."""
    return row._asdict() | {"open": row.is_open}


def _line(row: "ClaimRow") -> tuple[str, ...]:
    facts = FINDINGS[Finding(row.finding)]
    flags = [flag.replace("_", " ") for flag in row.flags]
    if row.fix:
        flags.append(str(row.fix))
    if row.open_queries:
        flags.append("query")
    return (
        str(row.number),
        f"{facts.sign} {facts.label}",
        ", ".join(flags),
        ", ".join(row.kinds),
        row.speaker,
        row.assignee,
        row.text,
    )
