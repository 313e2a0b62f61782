"""Commands for what is written beside claims: notes, and queries to the writer."""

import click

from factcheck.cli.arguments import ClaimNumber, Identity, article, as_json, number
from factcheck.cli.commands import DeskCommand
from factcheck.cli.output import Column, put_json, put_table, told
from factcheck.cli.setup import Setup, pass_setup
from factcheck.model.base import json_value

_QUERY = Identity("Q", "query")


@click.command(cls=DeskCommand)
@article
@number
@click.argument("text")
@click.option("--confidential", is_flag=True, help="Leave it out of every export unless asked for.")
@pass_setup
def note(setup: Setup, article: str, number: int, text: str, *, confidential: bool) -> None:
    """Write a note on a claim."""
    with setup.desk() as desk:
        told(desk.note(article, number, text, confidential))


@click.command(cls=DeskCommand)
@article
@click.argument("number", nargs=-1, type=ClaimNumber(), metavar="[NUMBER]")
@click.argument("text")
@pass_setup
def query(setup: Setup, article: str, number: tuple[int, ...], text: str) -> None:
    """Ask the writer about a claim or the whole piece.

    Without a number the query is about the whole piece. Prints the query's number.
    """
    if len(number) > 1:
        raise click.UsageError("a query is about one claim; put the question in quotation marks")
    if not number and text.strip().isdigit():
        raise click.UsageError("the question is missing")
    with setup.desk() as desk:
        told(desk.ask(article, number[0] if number else None, text), created="Q")


@click.command(cls=DeskCommand)
@click.argument("query", type=_QUERY)
@click.argument("text")
@pass_setup
def answer(setup: Setup, query: int, text: str) -> None:
    """Write down the answer to a query: answer Q3 TEXT."""
    with setup.desk() as desk:
        told(desk.answer(query, text))


@click.command(cls=DeskCommand)
@article
@as_json
@pass_setup
def queries(setup: Setup, article: str, *, as_json: bool) -> None:
    """List the queries to the writer, open ones first."""
    with setup.desk() as desk:
        found = desk.queries(article)
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
