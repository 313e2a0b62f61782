"""Commands that take care of the desk: undo, backups, doctor, people, settings, keys, completion."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from db.vocabulary import Role
from factcheck.cli.commands import DeskCommand
from factcheck.cli.terminal.arguments import VocabularyWord, as_json, optional_article
from factcheck.cli.terminal.output import Column, put, put_json, put_table, say, told
from factcheck.cli.terminal.setup import Setup, pass_setup
from factcheck.errors import BadInput, Refused
from factcheck.model.base import json_value
from factcheck.text import safe_line

_only_say = click.option("--dry-run", is_flag=True, help="Only say which act it would be.")


@click.command(cls=DeskCommand)
@optional_article
@_only_say
@pass_setup
def undo(setup: Setup, article: str | None, *, dry_run: bool) -> None:
    """Undo your last act, on the desk or on an article."""
    with setup.desk() as desk:
        slug = article and desk.articles.get(article).slug
        if dry_run:
            put(_one("undo", desk.history.can_undo(slug)))
        else:
            told(desk.history.undo(slug))


@click.command(cls=DeskCommand)
@optional_article
@_only_say
@pass_setup
def redo(setup: Setup, article: str | None, *, dry_run: bool) -> None:
    """Do again what was undone last."""
    with setup.desk() as desk:
        slug = article and desk.articles.get(article).slug
        if dry_run:
            put(_one("redo", desk.history.can_redo(slug)))
        else:
            told(desk.history.redo(slug))


def _one(verb: str, said: str) -> str:
    """What an act said, if there is one.

    Raises:
        Refused: there is none.
    """
    if not said:
        raise Refused(f"There is nothing to {verb}.")
    return said


@click.command(cls=DeskCommand)
@click.argument("file", type=click.Path(path_type=Path), required=False)
@pass_setup
def backup(setup: Setup, file: Path | None) -> None:
    """Write a checked copy of the whole desk."""
    with setup.desk() as desk:
        put(str(desk.maintenance.backup(file)))


@click.command(cls=DeskCommand)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Do not ask.")
@pass_setup
def restore(setup: Setup, file: Path, *, yes: bool) -> None:
    """Put a backup in the place of the whole desk.

    What is there now is backed up first.
    """
    with setup.desk() as desk:
        if not yes:
            click.confirm(safe_line(f"Replace everything in {desk.location}?"), abort=True, err=True)
        before = desk.maintenance.restore(file)
    if before:
        say(f"restored; what was there before is in {before}")


@click.command(cls=DeskCommand)
@as_json
@pass_setup
def doctor(setup: Setup, *, as_json: bool) -> None:
    """Examine the desk: file, history, words, counts.

    The exit status is 1 when something is wrong.
    """
    with setup.desk() as desk:
        health = desk.maintenance.doctor()
    if as_json:
        put_json(health)
    else:
        width = max(map(len, health.facts), default=0)
        for name, value in health.facts.items():
            put(f"{name:{width}}  {value}")
        for problem in health.problems:
            put(f"problem: {problem}")
        if not health.problems:
            put("no problems found")
    click.get_current_context().exit(1 if health.problems else 0)


@click.command(cls=DeskCommand)
@click.argument("name", required=False)
@click.option("--role", type=VocabularyWord(Role, "role"), help="Set what the person does on the desk.")
@click.option("--initials", help="Set the person's initials.")
@as_json
@pass_setup
def people(setup: Setup, name: str | None, role: Role | None, initials: str | None, *, as_json: bool) -> None:
    """List the people on the desk, or change one."""
    with setup.desk() as desk:
        if name:
            told(desk.people.set(name, role=role, initials=initials))
            return
        found = desk.people.everyone()
    if as_json:
        put_json(found)
        return
    put_table(
        (Column("name", gives=True), Column("initials"), Column("role")),
        ((person.name, person.initials, str(person.role)) for person in found),
    )


@click.command(cls=DeskCommand)
@as_json
@pass_setup
def config(setup: Setup, *, as_json: bool) -> None:
    """Show the settings and where their file is."""
    from factcheck.config import SETTINGS

    present = setup.config
    rules = present.house_rules()
    setup.check_screen()
    values: dict[str, Any] = {name: getattr(present, name) for name in SETTINGS}
    values |= {"keys": dict(present.keys), "house": {k: list(v) for k, v in present.house.items()}}
    values["rules"] = json_value(rules)
    if as_json:
        put_json({"path": str(present.path), "exists": present.path.is_file()} | values)
        return
    put(f"{present.path}" + ("" if present.path.is_file() else " (not there; these are the defaults)"))
    for name, value in values.items():
        if value is not None and not isinstance(value, dict):
            put(f"{name} = {_toml(value)}")
    for name, table in values.items():
        if isinstance(table, dict):
            put(f"[{name}]")
            for key, value in table.items():
                put(f"{_toml(key) if '.' in key else key} = {_toml(value)}")


def _toml(value: object) -> str:
    """A value as TOML writes it."""
    import json  # the two agree on texts, numbers, true and false, and lists of them

    return json.dumps(value, ensure_ascii=False)


@click.command(cls=DeskCommand)
@as_json
@pass_setup
def keys(setup: Setup, *, as_json: bool) -> None:
    """List the keys of the screen.

    Where the settings hold a mistake, the keys as they are without settings, and the exit status is 2.
    """
    from factcheck.tui.frame.settings import screen_settings  # brings Textual: 200 ms

    try:
        own = screen_settings(setup.config).keys
    except BadInput:
        _list_keys({}, as_json=as_json)  # to mend the file one has to know what there is
        raise
    _list_keys(own, as_json=as_json)


def _list_keys(own: Mapping[str, str], *, as_json: bool) -> None:
    """Every command with its keys, a person's own by command id."""
    from factcheck.tui.commands import COMMANDS

    rows = [
        {
            "place": str(command.place),
            "key": own.get(command.id, command.key),
            "id": command.id,
            "name": command.name,
            "help": command.help,
        }
        for command in COMMANDS
    ]
    if as_json:
        put_json(rows)
        return
    columns = (
        Column("place"),
        Column("key", gives=True),
        Column("command"),
        Column("id"),
        Column("what it does", gives=True),
    )
    put_table(columns, ((row["place"], row["key"], row["name"], row["id"], row["help"]) for row in rows))


@click.command(cls=DeskCommand)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print a shell's completion script.

    bash: eval "$(factcheck completion bash)"
    """
    from click.shell_completion import get_completion_class

    from factcheck.cli.main import factcheck

    found = get_completion_class(shell)
    if found is not None:
        put(found(factcheck, {}, "factcheck", "_FACTCHECK_COMPLETE").source())
