"""The commands that link claims to a source, and take such a link away."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from db.vocabulary import Basis, LocatorKind, Method, SourceKind, SourceState, Stance, Tier
from factcheck.cli.commands import DeskCommand
from factcheck.cli.terminal.arguments import Day, VocabularyWord, article, numbers, numbers_of
from factcheck.cli.terminal.output import tell, told
from factcheck.cli.terminal.setup import Setup, pass_setup
from factcheck.errors import BadInput, NotOnDesk
from factcheck.model.base import values_of

if TYPE_CHECKING:
    from factcheck.desk import Desk
    from factcheck.model import Citation, CitationFields, LastChoice, SourceFields

_SOURCE_OPTIONS = (
    click.option("--kind", type=VocabularyWord(SourceKind, "kind of source"), help="What the source is."),
    click.option("--title", help="Title of the source."),
    click.option("--author", help="Author or organisation."),
    click.option("--publication", help="Where it was published."),
    click.option("--published", help="Date as written on it: a day, a month or a year."),
    click.option("--url", help="Web address or DOI; tells the title where none is given."),
    click.option("--archived-url", help="Address of an archived copy."),
    click.option("--name", "person_name", help="Name of the person who is the source."),
    click.option("--role", help="What the person is: title and affiliation."),
    click.option("--contact", help="Telephone or e-mail; left out of exports."),
    click.option("--basis", type=VocabularyWord(Basis, "basis"), help="On what terms the person speaks."),
    click.option("--origin", help="Name shared by sources that repeat one origin."),
    click.option("--state", type=VocabularyWord(SourceState, "state"), help="Whether it still stands."),
)


def source_options(command: Any) -> Any:  # noqa: ANN401 - a decorator of any command
    """Adds the options that describe a source; `described` makes its fields of them."""
    for option in reversed(_SOURCE_OPTIONS):
        command = option(command)
    return command


def described(options: dict[str, Any], before: "SourceFields | None" = None) -> "SourceFields":
    """The fields that the options of `source_options` describe.

    Args:
        options: the values of the options.
        before: what the options change; what the address tells stands in when None.
    """
    from factcheck.model import SourceFields
    from factcheck.model.pasted import source_from

    given = {name: value for name, value in options.items() if value is not None}
    if "person_name" in given:
        given["person"] = given.pop("person_name")
    if before is not None:
        return SourceFields(**(values_of(before, SourceFields) | given))
    pasted = source_from(given.pop("url")) if "url" in given else SourceFields()
    if "person" in given and not pasted.url:
        given.setdefault("kind", SourceKind.PERSON)
    return SourceFields(**(values_of(pasted, SourceFields) | given))


_CITATION_OPTIONS = (
    click.option(
        "--tier",
        type=VocabularyWord(Tier, "tier"),
        help="primary, secondary or lead: how near it is to the fact. A lead never counts; a tier that nobody"
        " said does, and is told where it matters.",
    ),
    click.option(
        "--stance",
        type=VocabularyWord(Stance, "stance"),
        help="supports, partly, contradicts or context. Counts neither way until it is said.",
    ),
    click.option("--locator", help="Where in the source: “p. 14”, “¶ 3”, “14:30”, “table 2”…"),
    click.option(
        "--locator-kind",
        type=VocabularyWord(LocatorKind, "kind of locator"),
        help="What the locator counts, where it does not say: page, paragraph, table…",
    ),
    click.option("--quote", "quotation", help="Verbatim words of the source."),
    click.option("--method", type=VocabularyWord(Method, "method"), help="read, call, email…"),
    click.option("--accessed", type=Day(), help="Day on which it was looked at, YYYY-MM-DD."),
    click.option("--remark", "note", help="Anything else about this citation."),
)
_OF_CITATION = ("tier", "stance", "locator", "locator_kind", "quotation", "method", "accessed", "note")


def citation_options(command: Any) -> Any:  # noqa: ANN401 - a decorator of any command
    """Adds the options that say what a citation shows; `linked` makes its fields of them."""
    for option in reversed(_CITATION_OPTIONS):
        command = option(command)
    return command


def linked(options: dict[str, Any], before: "CitationFields | None" = None) -> "CitationFields":
    """The fields that the options of `citation_options` say; they are taken out of the options.

    Args:
        options: the values of the options, and of others.
        before: what the options change.

    Raises:
        UsageError: the locator names another kind than the one given.
    """
    from factcheck.model import CitationFields

    given = {name: value for name in _OF_CITATION if (value := options.pop(name)) is not None}
    kept = {name: getattr(before, name) for name in _OF_CITATION} if before else {}
    fields = CitationFields(**kept | given).settled
    kind = given.get("locator_kind")
    if kind and fields.locator_kind != kind:
        raise click.UsageError(
            f"“{given.get('locator', fields.where)}” is no {kind}: leave out --locator-kind"
        )
    return fields


@click.command(cls=DeskCommand)
@article
@numbers
@click.option(
    "--source",
    "known",
    metavar="S3|WORDS",
    help="A source on the desk, by number or by words that only it has.",
)
@source_options
@citation_options
@pass_setup
def cite(
    setup: Setup,
    /,
    article: str,
    numbers: tuple[str, ...],
    known: str | None,
    **options: Any,  # noqa: ANN401 - the options of `source_options` and `citation_options`
) -> None:
    """Cite a source for claims.

    One that is on the desk (--source), or a new one (--url, --title, --name…).
    """
    fields = linked(options)
    if (known is None) is not any(value is not None for value in options.values()):
        raise click.UsageError("give either --source, or what the new source is: --url, --title, --name…")
    with setup.desk() as desk:
        source = described(options) if known is None else find_source(desk, known)
        last = desk.citations.last_choice(source) if isinstance(source, int) else None
        claims = numbers_of(desk, article, numbers)
        change = desk.citations.add(article, claims, source, fields)
        told(change)
    how = f"factcheck citation {change.created} " if len(claims) == 1 else ""
    tell(_unsaid(fields, last, how))


@click.command(cls=DeskCommand)
@click.argument("number", type=int)
@citation_options
@pass_setup
def citation(setup: Setup, /, number: int, **options: Any) -> None:  # noqa: ANN401 - the options of `citation_options`
    """Change what a citation says.

    NUMBER is the one that `factcheck show` gives the citation.
    """
    if all(value is None for value in options.values()):
        raise click.UsageError("say what to change: --tier, --stance, --locator…")
    with setup.desk() as desk:
        before = desk.citations.get(number)
        told(desk.citations.edit(number, linked(options, before), expected=before.version))


def _unsaid(fields: "CitationFields", last: "LastChoice | None", how: str) -> Iterator[str]:
    """What a citation leaves open, what was said of its source last time, and the options that say it.

    Args:
        fields: what was said.
        last: what was said last of a source that was on the desk.
        how: the command that takes the options now, with a space behind it; empty where it takes several.
    """
    if fields.stance is None:
        yield f"stance not said: it counts neither way until it is ({how}--stance supports)"
    if fields.tier is None and last and last.tier:
        yield f"tier not said: last time this source was {last.tier} ({how}--tier {last.tier})"
    if fields.locator and fields.locator_kind is None:
        kind = last and last.locator_kind
        said = f"last time it was a {kind}" if kind else "page, paragraph, table…"
        yield f"what “{fields.locator}” counts is not said: {said} ({how}--locator-kind {kind or 'page'})"


def find_source(desk: "Desk", words: str) -> int:
    """The id of the source that a number or words mean.

    Raises:
        NotOnDesk: no source, or more than one, is meant.
    """
    number = words[1:] if words[:1] in {"S", "s"} else words
    if number.isascii() and number.isdigit():
        return int(number)
    found = desk.sources.find(words)
    if len(found) == 1:
        return found[0].id
    if not found:
        raise NotOnDesk(f"no source on the desk holds “{words}”; `factcheck sources` lists them")
    near = ", ".join(f"S{source.id} {source.label}" for source in found[:3])
    raise NotOnDesk(f"{len(found):,} sources hold “{words}”: {near}…; give the number of one")


@click.command(cls=DeskCommand)
@article
@numbers
@click.argument("source", metavar="S3|WORDS")
@click.option("--locator", help="Which of several citations of that source: the one at this place.")
@click.option("--all", "every", is_flag=True, help="All citations of that source.")
@pass_setup
def uncite(
    setup: Setup, article: str, numbers: tuple[str, ...], source: str, locator: str | None, *, every: bool
) -> None:
    """Take a citation off claims; its source stays.

    The source by number or by words that only it has. Undo brings the citation back.
    """
    with setup.desk() as desk:
        wanted = find_source(desk, source)
        found = numbers_of(desk, article, numbers)
        gone = [
            one for number in found for one in _cited(desk, article, number, wanted, locator, every=every)
        ]
        if len(gone) == 1:
            told(desk.citations.remove(gone[0].id))
            return
        what = (
            f"{len(found):,} claims: no longer cite"
            if len(found) > 1
            else f"Claim {found[0]}: no longer cites"
        )
        said = f"{what} “{gone[0].source.label}”"
        with desk.one_step(said, verb="remove_citation", article=article) as step:
            for one in gone:
                desk.citations.remove(one.id)
        told(step.change)


def _cited(
    desk: "Desk", article: str, number: int, source: int, locator: str | None, *, every: bool
) -> "list[Citation]":
    """The citations of a source on a claim that are meant.

    Raises:
        NotOnDesk: there is none.
        BadInput: there are several, and nothing tells which.
    """
    from factcheck.model.locator import read_locator

    there = [one for one in desk.claims.get(article, number).citations if one.source.id == source]
    kind, place = read_locator(locator or "")
    found = [
        one for one in there if locator is None or (one.locator == place and kind in {None, one.locator_kind})
    ]
    if not found:
        place = "" if locator is None else f" at “{locator}”"
        raise NotOnDesk(f"claim {number} does not cite S{source}{place}")
    if len(found) > 1 and not every:
        places = " and ".join(dict.fromkeys(one.where or "no place" for one in found))
        raise BadInput(
            f"claim {number} cites S{source} {len(found)} times, at {places}:"
            " --locator tells which, --all means every one"
        )
    return found
