"""The command palette: every command that works here, by name, with its key."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from textual.actions import parse
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import Screen

from factcheck.tui.commands import Command, Place, commands_of
from factcheck.tui.frame.host import DeskApp
from factcheck.tui.words.glyphs import key_names


def at_hand(screen: Screen[Any], keys: dict[str, str]) -> Iterator[tuple[Command, DOMNode, str]]:
    """Commands that work now, innermost first: the command, who carries it out, and its keys as printed.

    Args:
        screen: the room or dialog that is in front.
        keys: a person's own keys, by command id.
    """
    start: DOMNode = screen.focused or screen
    for node in (*start.ancestors_with_self,):
        place = getattr(node, "place", None)
        for command in commands_of(place) if isinstance(place, Place) else ():
            _, name, parameters = parse(command.action)
            if node.check_action(name, parameters):
                yield command, node, key_names(keys.get(command.id, command.key))


class DeskCommands(Provider):
    """The palette's source: the one table of commands."""

    def _found(self) -> Iterator[tuple[Command, DOMNode, str, str]]:
        """Commands that work now: the command, who carries it out, its keys, and what it does."""
        app = self.app
        assert isinstance(app, DeskApp)  # noqa: S101 - the only app whose palette this is
        for command, node, keys in at_hand(self.screen, app.own_keys):
            yield command, node, keys, app.help_of(command)

    async def discover(self) -> Hits:
        """Everything, while nothing is typed."""
        for command, node, keys, told in self._found():
            yield DiscoveryHit(
                _shown(command, keys),
                partial(self.app.run_action, command.action, node),
                text=command.name,
                help=told,
            )

    async def search(self, query: str) -> Hits:
        """What fits the words typed, in name or help."""
        matcher = self.matcher(query)
        for command, node, keys, told in self._found():
            score = max(matcher.match(command.name), matcher.match(told) * 0.8)
            if score > 0:
                yield Hit(
                    score,
                    _shown(command, keys),
                    partial(self.app.run_action, command.action, node),
                    text=command.name,
                    help=told,
                )


def _shown(command: Command, keys: str) -> Content:
    return Content.assemble(command.name, (f"  {keys}", "bold") if keys else "")
