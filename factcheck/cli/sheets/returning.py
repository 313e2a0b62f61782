"""The command that takes an edited sheet back."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.commands import DeskCommand
from factcheck.cli.terminal.output import Column, put_table, say, told
from factcheck.cli.terminal.setup import Setup, pass_setup
from factcheck.errors import Refused

if TYPE_CHECKING:
    from factcheck.export.returned import Plan


@click.command("import-sheet", cls=DeskCommand)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--dry-run", is_flag=True, help="Only show what would change.")
@pass_setup
def import_sheet(setup: Setup, file: Path, *, yes: bool, dry_run: bool) -> None:
    """Take the changes in an edited sheet: XLSX or CSV.

    Findings, whom claims wait for, proposed wording, notes, sources, citations and answers. Shows what would
    change and asks; one undo takes all of it back. What somebody changed on the desk meanwhile stays, and the
    exit status is then 1.
    """
    from factcheck.export.returned import apply, plan, read_returned

    tables = read_returned(file)
    with setup.desk() as desk:
        found = plan(desk, tables)
        _show(found)
        if found.changes and not dry_run:
            if not yes and not sys.stdin.isatty():
                raise Refused("give --yes to take these changes without being asked")
            if yes or click.confirm(f"Take these into {found.article}?", err=True):
                told(apply(desk, found, file.name))
            else:
                say("nothing was changed")
    click.get_current_context().exit(1 if found.conflicts else 0)


def _show(found: "Plan") -> None:
    """The changes as a table, then what is in the way."""
    for remark in found.remarks:
        say(f"left out: {remark}")
    if found.changes:
        columns = (
            Column("cell"),
            Column("claim"),
            Column("what", gives=True),
            Column("from", gives=True),
            Column("to", gives=True),
        )
        rows = ((c.cell, _label(c.claim), c.what, c.before, c.after) for c in found.changes)
        put_table(columns, rows)
    else:
        say("nothing in the sheet was changed")
    for clash in found.conflicts:
        say(f"conflict, not taken: {clash.cell}, {_label(clash.claim)}: {clash.what}")


def _label(claim: int | None) -> str:
    return "" if claim is None else f"C{claim:03d}"
