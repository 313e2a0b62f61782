"""Commands for what is written beside claims: notes, and queries to the writer."""

import click

from factcheck.cli.commands import DeskCommand
from factcheck.cli.terminal.arguments import ClaimNumber, Identity, article, as_json, optional_article
from factcheck.cli.terminal.output import Column, put_json, put_table, told
from factcheck.cli.terminal.setup import Setup, pass_setup
from factcheck.model.base import json_value

_NOTE = Identity("N", "note")
_QUERY = Identity("Q", "query")


@click.command(cls=DeskCommand)
@optional_article
@click.argument("number", type=ClaimNumber(), required=False)
@click.argument("text", required=False)
@click.option(
    "--confidential/--no-confidential",
    default=None,
    help="Leave it out of every export unless asked for, or no longer.",
)
@click.option("--edit", type=(_NOTE, str), metavar="NOTE TEXT", help="Change a note: --edit N3 TEXT.")
@click.option("--remove", type=_NOTE, metavar="NOTE", help="Take a note away; undo brings it back.")
@pass_setup
def note(
    setup: Setup,
    article: str | None,
    number: int | None,
    text: str | None,
    *,
    confidential: bool | None,
    edit: tuple[int, str] | None,
    remove: int | None,
) -> None:
    """Write, change or remove a note on a claim.

    `factcheck show ARTICLE NUMBER` lists the notes of a claim with their numbers.
    """
    if sum((article is not None, edit is not None, remove is not None)) > 1:
        raise click.UsageError("either write a note, or --edit or --remove one")
    if remove is not None and confidential is not None:
        raise click.UsageError("--confidential goes with a note that is written or changed")
    with setup.desk() as desk:
        if edit is not None:
            told(desk.notes.edit(*edit, confidential=confidential))
        elif remove is not None:
            told(desk.notes.remove(remove))
        elif article is None or number is None or text is None:
            raise click.UsageError("a note is written with ARTICLE NUMBER TEXT")
        else:
            told(desk.notes.add(article, number, text, bool(confidential)), created="N")


@click.command(cls=DeskCommand)
@optional_article
@click.argument("number", nargs=-1, type=ClaimNumber(), metavar="[NUMBER]")
@click.argument("text", required=False)
@click.option("--remove", type=_QUERY, metavar="QUERY", help="Take a query away; undo brings it back.")
@pass_setup
def query(
    setup: Setup, article: str | None, number: tuple[int, ...], text: str | None, *, remove: int | None
) -> None:
    """Ask the writer, or remove a query.

    About a claim, or without a number about the whole piece. Prints the query's number.
    """
    if remove is not None:
        if article is not None:
            raise click.UsageError("either ask, or --remove a query")
        with setup.desk() as desk:
            told(desk.queries.remove(remove))
        return
    if len(number) > 1:
        raise click.UsageError("a query is about one claim; put the question in quotation marks")
    if article is None or text is None or (not number and text.strip().isdigit()):
        raise click.UsageError("the question is missing")
    with setup.desk() as desk:
        told(desk.queries.ask(article, number[0] if number else None, text), created="Q")


@click.command(cls=DeskCommand)
@click.argument("query", type=_QUERY)
@click.argument("text", required=False)
@click.option("--reopen", is_flag=True, help="Make an answered query open again; the answer stays.")
@pass_setup
def answer(setup: Setup, query: int, text: str | None, *, reopen: bool) -> None:
    """Write down the answer to a query: answer Q3 TEXT."""
    if (text is not None) is reopen:
        raise click.UsageError("give either the answer or --reopen")
    with setup.desk() as desk:
        told(desk.queries.reopen(query) if text is None else desk.queries.answer(query, text))


@click.command(cls=DeskCommand)
@article
@as_json
@pass_setup
def queries(setup: Setup, article: str, *, as_json: bool) -> None:
    """List the queries to the writer, open ones first."""
    with setup.desk() as desk:
        found = desk.queries.of(article)
    if as_json:
        put_json([json_value(query) | {"open": query.is_open} for query in found])
        return
    columns = (
        Column("query"),
        Column("claim", right=True),
        Column("by", gives=True),
        Column("question", gives=True),
        Column("answer", gives=True),
    )
    put_table(
        columns,
        (
            (
                f"Q{query.id}",
                str(query.claim or ""),
                query.by,
                query.text,
                query.answer or ("OPEN" * query.is_open),
            )
            for query in found
        ),
    )
