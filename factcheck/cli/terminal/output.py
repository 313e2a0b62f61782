"""What commands write: data on standard output, the rest on standard error, all of it safe to show."""

import os
import stat
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

import click

from factcheck.cli.terminal.cells import cells, cut, padded, wrapped
from factcheck.text import safe, safe_line

if TYPE_CHECKING:
    from factcheck.model import Change

_INDENT = "    "

_NARROWEST = 6
"""Cells that a column keeps, however narrow the terminal is."""


class Column(NamedTuple):
    """One column of a table."""

    heading: str
    right: bool = False
    """Numbers stand at the right edge."""
    gives: bool = False
    """Whether it gives up room when the table is wider than the terminal."""


def put(text: str) -> None:
    """A line of data on standard output."""
    click.echo(safe(text))


def put_bytes(content: bytes) -> None:
    """A file's content on standard output, byte for byte."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)


def warn_of_readers() -> None:
    """Warn that what is confidential goes into a file that others than its owner can read."""
    try:
        status = os.fstat(sys.stdout.fileno())
    except (OSError, ValueError):  # it is no file, or closed
        return
    if stat.S_ISREG(status.st_mode) and status.st_mode & 0o077:
        say("warning: others can read the file that this goes into; make it yours alone with chmod 600")


def say(text: str) -> None:
    """A line for the person at the keyboard, on standard error."""
    click.echo(safe(text), err=True)


def tell(sentences: Iterable[str]) -> None:
    """Several lines for the person at the keyboard."""
    for sentence in sentences:
        say(sentence)


def told(change: "Change", *, created: str = "") -> None:
    """Say what a verb did and what it warns of; `created` before its number is the name of what it made."""
    say(change.said)
    for warning in change.warnings:
        say(f"warning: {warning}")
    if created and change.created is not None:
        put(f"{created}{change.created}")


def put_json(value: object) -> None:
    """Write a value, or what holds values, as JSON on standard output."""
    import json  # 7 ms that help and tables do not need

    from factcheck.export.safe import json_for_terminals
    from factcheck.model.base import json_value

    click.echo(json_for_terminals(json.dumps(json_value(value), ensure_ascii=False, indent=2)))


def put_table(
    columns: Sequence[Column], rows: Iterable[Sequence[str]], under: Sequence[Sequence[str]] = ()
) -> None:
    """A table that fits the terminal; into a file or a pipe it is written in full.

    Columns with nothing in them are left out; those that `gives` are cut first, the widest first.

    Args:
        columns: of the table.
        rows: their cells.
        under: sentences to stand under each row, in full: wrapped where the terminal is narrower.
    """
    lines = [[safe_line(cell) for cell in row] for row in rows]
    filled = [index for index in range(len(columns)) if not lines or any(line[index] for line in lines)]
    columns = [columns[index] for index in filled]
    lines = [[line[index] for index in filled] for line in lines]
    widths = [
        max([cells(column.heading), *(cells(line[index]) for line in lines)])
        for index, column in enumerate(columns)
    ]
    if room := _room():
        widths = fitted(widths, [column.gives for column in columns], room)
    click.echo(_line([column.heading for column in columns], columns, widths))
    for index, line in enumerate(lines):
        click.echo(_line(line, columns, widths))
        for sentence in under[index] if under else ():
            _put_under(sentence, room)


def _put_under(sentence: str, room: int) -> None:
    """A sentence that belongs to the line above it, all of it."""
    text = safe_line(sentence)
    for line in wrapped(text, max(_NARROWEST, room - len(_INDENT))) if room else [text]:
        click.echo(_INDENT + line)


def _line(line: Sequence[str], columns: Sequence[Column], widths: Sequence[int]) -> str:
    parts = [
        padded(cut(cell, width), width, right=column.right)
        for cell, column, width in zip(line, columns, widths, strict=True)
    ]
    return "  ".join(parts).rstrip()


def fitted(widths: Sequence[int], gives: Sequence[bool], room: int) -> list[int]:
    """Widths that fit the room with two cells between columns, taken from the widest that gives."""
    fit = list(widths)
    over = sum(fit) + 2 * (len(fit) - 1) - room
    for giving in (True, False):
        while over > 0:
            widest = max(
                (index for index, give in enumerate(gives) if give is giving and fit[index] > _NARROWEST),
                key=lambda index: fit[index],
                default=None,
            )
            if widest is None:
                break
            second = max([_NARROWEST, *(w for i, w in enumerate(fit) if i != widest and gives[i] is giving)])
            step = max(1, min(over, fit[widest] - second))
            fit[widest] -= step
            over -= step
    return fit


def _room() -> int:
    """Columns of the terminal; 0 where the output is no terminal and may be as wide as it likes."""
    if not sys.stdout.isatty():
        return 0
    import shutil  # 5 ms that help does not need

    return shutil.get_terminal_size().columns
