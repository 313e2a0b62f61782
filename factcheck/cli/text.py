"""Commands on text that need no desk: split a file into claims, and find what in a text does not agree."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import click

from factcheck.cli.commands import DeskCommand
from factcheck.cli.terminal.arguments import as_json, complete_article_or_file, read_as
from factcheck.cli.terminal.output import Column, put, put_json, put_table, say
from factcheck.cli.terminal.setup import Setup, pass_setup
from factcheck.errors import NotOnDesk, UnreadableDraft
from factcheck.intake import HowToRead, incoming_from, read_article
from factcheck.model.base import json_value
from factcheck.text import plural, safe_line

if TYPE_CHECKING:
    from factcheck.model import Article, LintMark, Split, SplitClaim

Parts: TypeAlias = list[list[str]]
"""What each claim says part by part."""


@click.command(cls=DeskCommand)
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--encoding", help="Encoding of a text file that is not recognised by itself.")
@read_as
@click.option("--explain", is_flag=True, help="Name the rules behind each cut, speaker, kind and priority.")
@click.option(
    "--parser/--no-parser",
    default=None,
    help="With the optional parser, or without; by default as the settings say, else where installed.",
)
@as_json
@pass_setup
def split(
    setup: Setup,
    file: Path,
    encoding: str | None,
    format_name: str | None,
    *,
    explain: bool,
    parser: bool | None,
    as_json: bool,
) -> None:
    """Print the claims of a file, without the desk."""
    article = read_article(file, HowToRead(format_name, encoding))
    from factcheck.split import split as split_into_claims

    wanted = setup.config.parser if parser is None else parser
    found = split_into_claims(article, setup.config.house_lists(), parser=wanted)
    for remark in (*article.remarks, *found.remarks):
        say(f"{safe_line(file.name)}: {remark}")
    parts = _part_by_part(found, parser=wanted) if explain else None
    if as_json:
        put_json(_split_facts(article, found, parts))
        return
    _print_claims(found, parts)
    covered = f"{found.coverage:.0%} of {found.words:,} words covered"
    aside = plural(len(found.set_aside), "passage")
    say(f"{plural(len(found.claims), 'claim')}, {aside} set aside, {covered}")


def _part_by_part(found: "Split", *, parser: bool | None) -> Parts:
    """What each claim says part by part, by the index of the claim."""
    from factcheck.split.clauses.propositions import part_by_part
    from factcheck.split.parser.spacy_parser import installed

    parsed = installed() if parser is None else parser
    return [part_by_part(claim, parser=parsed) for claim in found.claims]


def _print_claims(found: "Split", parts: Parts | None) -> None:
    """Claims and passages set aside, in the order of the text."""
    claims = ((claim.start, number, claim) for number, claim in enumerate(found.claims, 1))
    for _, number, claim in sorted(claims, key=lambda item: item[:2]):
        who = f" [{claim.speaker.label}]" if claim.speaker else ""
        put(f"{number}{who} {_one_line(claim.text)}")
        for line in _about(claim, parts[number - 1] if parts else None):
            put(f"    {line}")
    for passage in found.set_aside:
        rule = f" ({passage.rule})" if parts is not None and passage.rule else ""
        put(f"- {passage.reason.replace('_', ' ')}{rule}: {_one_line(passage.text)}")


def _about(claim: "SplitClaim", parts: list[str] | None) -> list[str]:
    """The lines below a claim; all that is known of it where it is told part by part."""
    lines = [claim.restatement] if claim.restatement else []
    lines += [", ".join(claim.kinds)] if claim.kinds else []
    if parts is not None:
        lines += [f"it says: {part}" for part in parts]
        lines += [f"priority {claim.priority}: {', '.join(claim.reasons)}"] if claim.reasons else []
        lines += [f"{point.kind}: {point.text}" for point in claim.check_points]
        lines += [f"rule: {rule}" for rule in claim.rules]
    return lines


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _split_facts(article: "Article", found: "Split", parts: Parts | None) -> dict[str, Any]:
    """What was found as JSON; a claim has the keys that `claims --json` gives it.

    With parts, the rules behind each claim and what it says part by part are told too.
    """
    return {
        "title": article.title,
        "outlet": article.outlet,
        "byline": article.byline,
        "published": article.published.isoformat() if article.published else None,
        "digest": article.digest,
        "words": found.words,
        "coverage": found.coverage,
        "claims": [
            _claim_facts(number, claim, parts[number - 1] if parts else None)
            for number, claim in enumerate(found.claims, 1)
        ],
        "set_aside": [
            {name: fact for name, fact in json_value(passage).items() if parts or name != "rule"}
            for passage in found.set_aside
        ],
        "remarks": [*article.remarks, *found.remarks],
    }


def _claim_facts(number: int, claim: "SplitClaim", parts: list[str] | None) -> dict[str, Any]:
    facts = {
        "number": number,
        "text": claim.text,
        "start": claim.start,
        "end": claim.end,
        "finding": "unchecked",
        "speaker": claim.speaker.label if claim.speaker else "",
        "kinds": list(claim.kinds),
        "flags": [],
        "priority": claim.priority,
        "reasons": list(claim.reasons),
        "parent": None if claim.parent is None else claim.parent + 1,
        "parts": [list(part) for part in claim.parts],
        "restatement": claim.restatement,
        "quoted": [list(span) for span in claim.quoted],
        "attribution": json_value(claim.speaker),
        "check_points": json_value(claim.check_points),
    }
    return facts if parts is None else facts | {"says": parts, "rules": list(claim.rules)}


@click.command(cls=DeskCommand)
@click.argument("what", metavar="ARTICLE|FILE", shell_complete=complete_article_or_file)
@as_json
@pass_setup
def lint(setup: Setup, what: str, *, as_json: bool) -> None:
    """Find places that do not agree with each other.

    The exit status is 1 when there are any.
    """
    path = Path(what)
    if what == "-" or path.exists():
        incoming = incoming_from(path, setup.config)
        text, marks = incoming.article.text, incoming.lint
    else:
        text, marks = _marks_on_desk(setup, what)
    if as_json:
        put_json([_mark_facts(text, mark) for mark in marks])
    elif marks:
        columns = (Column("rule"), Column("line", right=True), Column("what", gives=True))
        put_table(columns, ((m.rule, str(text.count("\n", 0, m.first.start) + 1), m.message) for m in marks))
    else:
        say("nothing found")
    click.get_current_context().exit(1 if marks else 0)


def _marks_on_desk(setup: Setup, what: str) -> "tuple[str, tuple[LintMark, ...]]":
    with setup.desk() as desk:
        try:
            slug = desk.articles.get(what).slug
        except NotOnDesk:
            if Path(what).suffix:
                raise UnreadableDraft(f"there is no file “{what}”, and no article of that name") from None
            raise
        return desk.drafts.get(slug).text, desk.drafts.lint_marks(slug)


def _mark_facts(text: str, mark: "LintMark") -> dict[str, Any]:
    places = {
        name: {"start": span.start, "end": span.end, "text": text[span.start : span.end]} if span else None
        for name, span in (("first", mark.first), ("second", mark.second))
    }
    return {"rule": mark.rule, "message": mark.message} | places
