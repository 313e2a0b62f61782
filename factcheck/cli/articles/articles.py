"""Commands on articles: list, show, rename, deadline, archive, remove."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import click

from db.vocabulary import FINDINGS
from factcheck.cli.commands import DeskCommand
from factcheck.cli.terminal.arguments import ClaimNumber, Day, Moment, article, as_json
from factcheck.cli.terminal.output import Column, put, put_json, put_table, told
from factcheck.cli.terminal.setup import Setup, pass_setup
from factcheck.model.base import json_object
from factcheck.text import plural

if TYPE_CHECKING:
    from factcheck.model import ArticleRow


def article_facts(row: "ArticleRow") -> dict[str, Any]:
    """An article as JSON: its row with the sums that the progress implies."""
    facts = json_object(row)
    facts["progress"] |= {"done": row.progress.done, "open": row.progress.open}
    return facts


def local(at: datetime | None) -> str:
    """A moment in local time, to the minute; empty for none."""
    return f"{at.astimezone():%Y-%m-%d %H:%M}" if at else ""


@click.command("list", cls=DeskCommand)
@click.option("--archived", is_flag=True, help="The archived ones in place of the others.")
@as_json
@pass_setup
def list_articles(setup: Setup, *, archived: bool, as_json: bool) -> None:
    """List the articles on the desk."""
    with setup.desk() as desk:
        rows = desk.articles.rows(archived=archived)
    if as_json:
        put_json([article_facts(row) for row in rows])
        return
    columns = (
        Column("article", gives=True),
        Column("title", gives=True),
        Column("deadline"),
        Column("words", right=True),
        Column("claims", right=True),
        Column("done", right=True),
        Column("queries", right=True),
        Column("waiting since"),
        Column("signed off", gives=True),
    )
    put_table(columns, map(_line, rows))


def _line(row: "ArticleRow") -> tuple[str, ...]:
    progress = row.progress
    share = f"{progress.done * 100 // progress.claims}%" if progress.claims else "-"
    return (
        row.slug,
        row.title,
        local(row.deadline),
        f"{row.words:,}",
        f"{progress.claims:,}",
        share,
        f"{progress.open_queries:,}",
        str(progress.oldest_waiting or ""),
        row.signed_by,
    )


@click.command(cls=DeskCommand)
@article
@click.argument("number", type=ClaimNumber(), required=False)
@click.option("--text", is_flag=True, help="Print the draft's text and nothing else.")
@as_json
@pass_setup
def show(setup: Setup, article: str, number: int | None, *, text: bool, as_json: bool) -> None:
    """Show an article, or one of its claims in full."""
    from factcheck.cli.claims.card import card  # imports the sheets' sentences

    with setup.desk() as desk:
        row = desk.articles.get(article)
        if text:
            put(desk.drafts.get(row.slug).text)
        elif number is not None:
            claim = desk.claims.get(row.slug, number)
            warned = [event for event in desk.history.events(row.slug, number) if event.warnings]
            if as_json:
                told = ("id", "at", "by", "said", "warnings")
                acts = [{name: getattr(event, name) for name in told} for event in warned]
                put_json(json_object(claim) | {"warned": acts})
            else:
                put("\n".join(line.replace("\n", "\n    ") for line in card(claim, warned)))
        elif as_json:
            put_json(article_facts(row))
        else:
            put("\n".join(_facts(row)))


def _facts(row: "ArticleRow") -> list[str]:
    progress = row.progress
    signed = f"{row.signed_by}, {local(row.signed_at)}" if row.is_signed else "no"
    pairs = (
        ("title", row.title),
        ("outlet", row.outlet),
        ("byline", row.byline),
        ("published", row.published),
        ("deadline", local(row.deadline)),
        ("added", local(row.added_at)),
        ("archived", "yes" if row.archived else ""),
        ("draft", f"{row.draft}, {row.words:,} words"),
        ("signed off", signed),
        ("done", f"{progress.done:,} of {plural(progress.claims, 'claim')}"),
        *((facts.label, progress.by_finding.get(finding, 0)) for finding, facts in FINDINGS.items()),
        ("to recheck", progress.recheck),
        ("lost", progress.lost),
        ("queries open", progress.open_queries),
        ("covered", f"{progress.coverage:.0%} of the words"),
    )
    width = max(len(name) for name, _ in pairs)
    shown = ((name, f"{value:,}" if isinstance(value, int) else value) for name, value in pairs if value)
    return [row.slug, *(f"  {name:{width}}  {value}" for name, value in shown)]


@click.command(cls=DeskCommand)
@article
@click.option("--title", help="Another title.")
@click.option("--slug", help="Another short name, by which commands find it.")
@click.option("--outlet", help="Where it will appear.")
@click.option("--byline", help="Who wrote it.")
@click.option("--date", "published", type=Day(), help="Publication date, YYYY-MM-DD.")
@pass_setup
def rename(
    setup: Setup,
    article: str,
    title: str | None,
    slug: str | None,
    outlet: str | None,
    byline: str | None,
    published: date | None,
) -> None:
    """Change title, short name, outlet, byline or date."""
    if not any(value is not None for value in (title, slug, outlet, byline, published)):
        raise click.UsageError("say what to change: --title, --slug, --outlet, --byline or --date")
    with setup.desk() as desk:
        told(
            desk.articles.rename(
                article, title=title, slug=slug, outlet=outlet, byline=byline, published=published
            )
        )


@click.command(cls=DeskCommand)
@article
@click.argument("when", type=Moment(), required=False)
@click.option("--clear", is_flag=True, help="Take the deadline away.")
@pass_setup
def deadline(setup: Setup, article: str, when: datetime | None, *, clear: bool) -> None:
    """Set when an article is due.

    WHEN is in local time: 2026-03-14 or 2026-03-14T17:00.
    """
    if (when is None) is not clear:
        raise click.UsageError("give a day, or --clear")
    with setup.desk() as desk:
        told(desk.articles.set_deadline(article, when))


@click.command(cls=DeskCommand)
@article
@click.option("--back", is_flag=True, help="Take it out of the archive again.")
@pass_setup
def archive(setup: Setup, article: str, *, back: bool) -> None:
    """Put an article away; nothing of it is lost."""
    with setup.desk() as desk:
        told(desk.articles.archive(article, archived=not back))


@click.command(cls=DeskCommand)
@article
@pass_setup
def remove(setup: Setup, article: str) -> None:
    """Take an article off the desk; undo brings it back."""
    with setup.desk() as desk:
        told(desk.articles.remove(article))
