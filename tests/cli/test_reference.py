import click
import pytest

from factcheck.cli.commands import COMMANDS
from factcheck.cli.main import factcheck


def every_command(group, context, path=()):
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield (*path, name), command
            yield from every_command(command, click.Context(command, context, name), (*path, name))
        else:
            yield (*path, name), command


CONTEXT = click.Context(factcheck)
ALL = dict(every_command(factcheck, CONTEXT))


@pytest.mark.parametrize("path", ALL, ids=" ".join)
def test_every_command_and_every_option_has_help(path):
    command = ALL[path]
    assert command.help, path
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, (path, parameter.opts)
            assert parameter.help.endswith((".", "…")), (path, parameter.opts)


@pytest.mark.parametrize("path", ALL, ids=" ".join)
def test_no_summary_is_cut_off_in_a_terminal_of_80_columns(path):
    assert not ALL[path].get_short_help_str(56).endswith("...")


def test_the_table_of_commands_says_what_the_commands_say():
    for commands in COMMANDS.values():
        for name, entry in commands.items():
            assert entry.summary == ALL[(name,)].get_short_help_str(200)


def test_no_help_is_wider_than_a_terminal_of_80_columns():
    for path, command in ALL.items():
        context = click.Context(command, CONTEXT, path[-1], terminal_width=80)
        assert max(map(len, command.get_help(context).splitlines())) <= 80, path
