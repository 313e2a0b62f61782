"""The commands that link claims to a source, and take such a link away."""

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from db.vocabulary import Basis, LocatorKind, Method, SourceKind, SourceState, Stance, Tier
from factcheck.cli.arguments import Day, VocabularyWord, article, numbers, numbers_of
from factcheck.cli.commands import DeskCommand
from factcheck.cli.output import told
from factcheck.cli.setup import Setup, pass_setup
from factcheck.errors import BadInput, NotOnDesk
from factcheck.model.base import values_of

if TYPE_CHECKING:
    from factcheck.desk import Desk
    from factcheck.model import Citation, SourceFields

_SOURCE_OPTIONS = (
    click.option("--kind", type=VocabularyWord(SourceKind, "kind of source"), help="What the source is."),
    click.option("--title", help="Title of the source."),
    click.option("--author", help="Author or organisation."),
    click.option("--publication", help="Where it was published."),
    click.option("--published", help="Date as written on it: a day, a month or a year."),
    click.option("--url", help="Web address or DOI; tells kind and title where they are not given."),
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
        before: what the options change; fields guessed from the address when None.
    """
    from factcheck.model import SourceFields
    from factcheck.model.pasted import source_from

    given = {name: value for name, value in options.items() if value is not None}
    if "person_name" in given:
        given["person"] = given.pop("person_name")
    if before is not None:
        return SourceFields(**(values_of(before, SourceFields) | given))
    pasted = source_from(given.pop("url")) if "url" in given else SourceFields()
    if "person" in given:
        given.setdefault("kind", SourceKind.PERSON)
    return SourceFields(**(values_of(pasted, SourceFields) | given))


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
@click.option(
    "--tier", type=VocabularyWord(Tier, "tier"), default=Tier.PRIMARY, help="primary, secondary or lead."
)
@click.option(
    "--stance",
    type=VocabularyWord(Stance, "stance"),
    default=Stance.SUPPORTS,
    help="supports, partly, contradicts or context.",
)
@click.option("--locator", default="", help="Where in the source: 14, or 12:30, or B7.")
@click.option(
    "--locator-kind",
    type=VocabularyWord(LocatorKind, "kind of locator"),
    default=LocatorKind.PAGE,
    help="What the locator counts: page, paragraph, timestamp, table…",
)
@click.option("--quote", "quotation", default="", help="Verbatim words of the source.")
@click.option(
    "--method", type=VocabularyWord(Method, "method"), default=Method.READ, help="read, call, email…"
)
@click.option("--accessed", type=Day(), help="Day on which it was looked at, YYYY-MM-DD.")
@click.option("--remark", default="", help="Anything else about this citation.")
@pass_setup
def cite(
    setup: Setup,
    /,
    article: str,
    numbers: tuple[str, ...],
    known: str | None,
    tier: Tier,
    stance: Stance,
    locator: str,
    locator_kind: LocatorKind,
    quotation: str,
    method: Method,
    accessed: date | None,
    remark: str,
    **options: Any,  # noqa: ANN401 - the options of `source_options`
) -> None:
    """Cite a source for claims.

    One that is on the desk (--source), or a new one (--url, --title, --name…).
    """
    from factcheck.model import CitationFields

    if (known is None) is not any(value is not None for value in options.values()):
        raise click.UsageError("give either --source, or what the new source is: --url, --title, --name…")
    fields = CitationFields(
        tier=tier,
        stance=stance,
        locator_kind=locator_kind,
        locator=locator,
        quotation=quotation,
        method=method,
        accessed=accessed,
        note=remark,
    )
    with setup.desk() as desk:
        source = described(options) if known is None else find_source(desk, known)
        told(desk.cite(article, numbers_of(desk, article, numbers), source, fields))


def find_source(desk: "Desk", words: str) -> int:
    """The id of the source that a number or words mean.

    Raises:
        NotOnDesk: no source, or more than one, is meant.
    """
    number = words[1:] if words[:1] in {"S", "s"} else words
    if number.isascii() and number.isdigit():
        return int(number)
    found = desk.sources(words)
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
            told(desk.remove_citation(gone[0].id))
            return
        what = (
            f"{len(found):,} claims: no longer cite"
            if len(found) > 1
            else f"Claim {found[0]}: no longer cites"
        )
        said = f"{what} “{gone[0].source.label}”"
        with desk.one_step(said, verb="remove_citation", article=article) as step:
            for one in gone:
                desk.remove_citation(one.id)
        told(step.change)


def _cited(
    desk: "Desk", article: str, number: int, source: int, locator: str | None, *, every: bool
) -> "list[Citation]":
    """The citations of a source on a claim that are meant.

    Raises:
        NotOnDesk: there is none.
        BadInput: there are several, and nothing tells which.
    """
    there = [one for one in desk.claim(article, number).citations if one.source.id == source]
    found = [one for one in there if locator is None or one.locator == locator]
    if not found:
        place = "" if locator is None else f" at “{locator}”"
        raise NotOnDesk(f"claim {number} does not cite S{source}{place}")
    if len(found) > 1 and not every:
        places = " and ".join(dict.fromkeys(one.locator or "no place" for one in found))
        raise BadInput(
            f"claim {number} cites S{source} {len(found)} times, at {places}:"
            " --locator tells which, --all means every one"
        )
    return found
