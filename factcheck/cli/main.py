"""The door of the command line: the group of all commands, and the place where errors become sentences."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from factcheck import __version__
from factcheck.cli.commands import LazyGroup
from factcheck.cli.streams import standard_streams
from factcheck.cli.terminal.output import say
from factcheck.cli.terminal.setup import Setup
from factcheck.errors import FactcheckError
from factcheck.text import safe_line

_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(cls=LazyGroup, context_settings=_CONTEXT)
@click.option("--database", metavar="PATH|URL", envvar="FACTCHECK_DATABASE", help="Where the data is.")
@click.option(
    "--person", metavar="NAME", envvar="FACTCHECK_PERSON", help="Who acts; your login name by default."
)
@click.option(
    "--config",
    "config_path",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Settings file, in place of FACTCHECK_CONFIG or the usual one.",
)
@click.option("--debug", is_flag=True, help="Show where in the program an unexpected error arose.")
@click.version_option(
    __version__, "-V", "--version", message="factcheck %(version)s", help="Print the version."
)
@click.pass_context
def factcheck(
    ctx: click.Context, database: str | None, person: str | None, config_path: Path | None, *, debug: bool
) -> None:
    """A fact-checking desk in the terminal.

    Split a draft into claims, review each one, hand over the sheet: `factcheck review FILE`.
    """
    ctx.obj = Setup(database, person or "", config_path, debug)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and leave with its exit status: 0 done, 1 failed, 2 something given is not usable."""
    with standard_streams() as outlet:
        status = _run(arguments)
        sys.stdout.flush()
        # A reader of our output that has gone, as `head` does, has what it wanted.
        if outlet.fault and not isinstance(outlet.fault, BrokenPipeError):
            reason = str(outlet.fault.strerror).lower()
            _error(f"standard output cannot be written: {reason}; some of what was to be printed is missing")
            status = status or 1
    sys.exit(status)


def _run(arguments: Sequence[str] | None) -> int:
    debug = "--debug" in (sys.argv[1:] if arguments is None else arguments)
    try:
        result = factcheck.main(arguments, prog_name="factcheck", standalone_mode=False)
    except FactcheckError as fault:
        _error(str(fault))
        return fault.exit_status
    except click.UsageError as fault:
        usage = f"\nTry “{fault.ctx.command_path} --help”." if fault.ctx else ""
        _error(fault.format_message(), usage)
        return fault.exit_code
    except click.ClickException as fault:
        _error(fault.format_message())
        return fault.exit_code
    except (click.Abort, KeyboardInterrupt):
        _error("stopped")
        return 130
    except Exception as fault:
        # The last resort: whatever went wrong, a person gets one line and no traceback.
        if debug:
            raise
        _error(f"unexpected {type(fault).__name__}: {fault}; run it again with --debug to see where")
        return 1
    return result if isinstance(result, int) else 0


def _error(sentence: str, more: str = "") -> None:
    """The one printer of errors."""
    say(f"factcheck: {safe_line(sentence)}{more}")
