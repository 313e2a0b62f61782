"""Commands on sources: list them, add, change, merge and remove them, and the calls made to people."""

from typing import TYPE_CHECKING, Any

import click

from db.vocabulary import Method, word_for, words_of
from factcheck.cli.commands import DeskCommand
from factcheck.cli.sources.citing import described, source_options
from factcheck.cli.terminal.arguments import Identity, VocabularyWord, article, as_json, optional_article
from factcheck.cli.terminal.output import Column, put, put_json, put_table, told
from factcheck.cli.terminal.setup import Setup, pass_setup
from factcheck.model.base import json_object, values_of

if TYPE_CHECKING:
    from factcheck.model import Source

_SOURCE = Identity("S", "source")


@click.command(cls=DeskCommand)
@optional_article
@click.option("--search", default="", help="Only sources that hold these words.")
@as_json
@pass_setup
def sources(setup: Setup, article: str | None, search: str, *, as_json: bool) -> None:
    """List sources, most recently used first."""
    with setup.desk() as desk:
        found = desk.sources.find(search, article and desk.articles.get(article).slug)
    if as_json:
        put_json(found)
        return
    columns = (
        Column("source"),
        Column("kind"),
        Column("cited", right=True),
        Column("basis", gives=True),
        Column("title", gives=True),
        Column("publication", gives=True),
        Column("address", gives=True),
    )
    put_table(columns, map(_line, found))


def _line(source: "Source") -> tuple[str, ...]:
    return (
        f"S{source.id}",
        words_of(source.kind),
        str(source.used),
        "" if source.is_open else words_of(source.basis),
        source.label,
        source.publication,
        source.url,
    )


@click.group()
def source() -> None:
    """Add, change, merge or remove sources; log calls."""


@source.command("add", cls=DeskCommand)
@source_options
@pass_setup
def add_source(setup: Setup, /, **options: Any) -> None:  # noqa: ANN401 - the options of `source_options`
    """Put a source on the desk; prints its number."""
    if all(value is None for value in options.values()):
        raise click.UsageError("say what it is: --url, --title, --name…")
    with setup.desk() as desk:
        told(desk.sources.add(described(options)), created="S")


@source.command("edit", cls=DeskCommand)
@click.argument("number", type=_SOURCE)
@source_options
@pass_setup
def edit_source(setup: Setup, /, number: int, **options: Any) -> None:  # noqa: ANN401 - the options of `source_options`
    """Change what is said of a source.

    Its claims are to be rechecked when its state changes.
    """
    if all(value is None for value in options.values()):
        raise click.UsageError("say what to change: --title, --state…")
    with setup.desk() as desk:
        told(desk.sources.edit(number, described(options, desk.sources.get(number))))


@source.command("merge", cls=DeskCommand)
@click.argument("keep", type=_SOURCE)
@click.argument("others", type=_SOURCE, nargs=-1, required=True, metavar="OTHER...")
@pass_setup
def merge_sources(setup: Setup, keep: int, others: tuple[int, ...]) -> None:
    """Make one source of several.

    KEEP takes over the citations of the others.
    """
    with setup.desk() as desk:
        told(desk.sources.merge(keep, others))


@source.command("remove", cls=DeskCommand)
@click.argument("number", type=_SOURCE)
@pass_setup
def remove_source(setup: Setup, number: int) -> None:
    """Take a source that nothing cites off the desk."""
    with setup.desk() as desk:
        told(desk.sources.remove(number))


@source.command("called", cls=DeskCommand)
@click.argument("number", type=_SOURCE)
@click.argument("outcome")
@click.option(
    "--method", type=VocabularyWord(Method, "method"), default=Method.CALL, help="call, email, visit…"
)
@pass_setup
def called(setup: Setup, number: int, outcome: str, method: Method) -> None:
    """Log an attempt to reach a person."""
    with setup.desk() as desk:
        told(desk.contacts.log(number, method, outcome))


@source.command("calls", cls=DeskCommand)
@article
@as_json
@pass_setup
def call_sheet(setup: Setup, article: str, *, as_json: bool) -> None:
    """List whom to call about which open claims."""
    with setup.desk() as desk:
        entries = desk.contacts.call_sheet(article)
    if as_json:
        put_json(entries)
        return
    columns = (
        Column("source"),
        Column("who", gives=True),
        Column("contact", gives=True),
        Column("open claims"),
    )
    put_table(
        columns,
        (
            (
                f"S{entry.source.id}",
                entry.source.person or entry.source.label,
                entry.source.contact,
                ", ".join(map(str, entry.claims)),
            )
            for entry in entries
        ),
    )


@source.command("show", cls=DeskCommand)
@click.argument("number", type=_SOURCE)
@as_json
@pass_setup
def show_source(setup: Setup, number: int, *, as_json: bool) -> None:
    """Show a source, its citations and its calls."""
    with setup.desk() as desk:
        source = desk.sources.get(number)
        cited = desk.citations.of_source(number)
        contacts = desk.contacts.of_source(number)
    if as_json:
        used = [{"article": slug, "claim": claim} for slug, claim, _ in cited]
        put_json(json_object(source) | {"cited_by": used, "contacts": contacts})
        return
    put(f"S{source.id} {source.label}")
    for name, value in (values_of(source, type(source)) | {"kind": words_of(source.kind)}).items():
        if value and name not in {"id", "version"}:
            put(f"  {name.replace('_', ' ')}: {value}")
    for slug, claim, citation in cited:
        said = [word_for("stance", citation.stance), word_for("tier", citation.tier)]
        put(f"  cited by {slug} {claim}: {', '.join([*said, citation.where] if citation.where else said)}")
    for contact in contacts:
        put(
            f"  {contact.method} by {contact.by}, {contact.at.astimezone():%Y-%m-%d %H:%M}: {contact.outcome}"
        )
