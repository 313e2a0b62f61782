"""Other keys for commands, from the config file: checked by us, since Textual takes any word silently."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from textual.keys import Keys

from factcheck.errors import BadInput
from factcheck.tui.commands import COMMANDS, Command, Place, around
from factcheck.tui.words.glyphs import KEY_NAMES, key_name

_MODIFIERS = ("ctrl", "shift", "alt", "super")
_TYPED = {name: key for key, name in KEY_NAMES.items() if len(name) == 1 and name.isascii()}
_NAMED = {key.value for key in Keys if "+" not in key.value} | set(KEY_NAMES)
_SAME_IN_TERMINALS = {
    "ctrl+i": "tab",
    "ctrl+m": "enter",
    "ctrl+h": "backspace",
    "ctrl+j": "enter",
    "ctrl+left_square_bracket": "escape",
}
"""Keys that a terminal cannot tell from another one."""
_TEXT_PLACES = (Place.DIALOG,)
"""Places in which text is typed, where a plain letter cannot be a command."""


def keymap(keys: Mapping[str, str]) -> dict[str, str]:
    """Textual's key map for a person's own keys.

    Args:
        keys: command id → keys, comma-separated; a character stands for itself, others go by name.

    Raises:
        BadInput: an unknown command or key, a key that cannot work there, two commands on one key.
    """
    commands = {command.id: command for command in COMMANDS}
    wanted: dict[str, str] = {}
    for name, value in keys.items():
        if name not in commands:
            near = get_close_matches(name, commands, n=3)
            hint = f"; did you mean {' or '.join(near)}" if near else ""
            raise BadInput(f"keys.{name}: there is no such command{hint} (“factcheck keys” lists them)")
        wanted[name] = ",".join(_key(commands[name], key) for key in _split(value))
        if not wanted[name]:
            raise BadInput(f"keys.{name}: a command needs at least one key")
    _refuse_clashes(wanted)
    return wanted


def _split(value: str) -> list[str]:
    """Keys of a comma-separated list; a comma alone is the comma key."""
    if value.strip() == ",":
        return [","]
    return [key.strip() for key in value.split(",") if key.strip()]


def _key(command: Command, key: str) -> str:
    """Textual's name of a key.

    Raises:
        BadInput: there is no such key, or it cannot work in the command's place.
    """
    *modifiers, last = [key] if len(key) == 1 else key.split("+")
    last = _TYPED.get(last, last)
    full = "+".join([*modifiers, last])
    single = len(last) == 1 and last.isalnum()
    if any(modifier not in _MODIFIERS for modifier in modifiers) or not (single or last in _NAMED):
        raise BadInput(f"keys.{command.id}: “{key}” is no key (a, A, f2, ctrl+s, shift+tab, question_mark…)")
    if full in _SAME_IN_TERMINALS:
        other = key_name(_SAME_IN_TERMINALS[full])
        raise BadInput(f"keys.{command.id}: terminals cannot tell “{key}” from {other}; choose another key")
    if (
        command.place in _TEXT_PLACES
        and not modifiers
        and (single or last in _TYPED.values() or last == "space")
    ):
        raise BadInput(f"keys.{command.id}: text is typed there, so “{key}” alone cannot be its key")
    return full


def keys_of(command: Command, wanted: Mapping[str, str]) -> tuple[str, ...]:
    """The keys of a command under a key map."""
    return tuple(key.strip() for key in wanted.get(command.id, command.key).split(",") if key.strip())


def clashes(wanted: Mapping[str, str]) -> Iterable[tuple[str, Command, Command]]:
    """Keys that two commands share which can both work at once: in one place, or one place inside the other.

    A command of an inner place that takes over the key of an outer one by the table itself is meant so.
    """
    holders: dict[str, list[Command]] = {}
    for command in COMMANDS:
        for key in keys_of(command, wanted):
            for other in holders.get(key, ()):
                same = command.place is other.place
                nested = command.place in around(other.place) or other.place in around(command.place)
                if same or (nested and (command.id in wanted or other.id in wanted)):
                    yield key, other, command
            holders.setdefault(key, []).append(command)


def _refuse_clashes(wanted: Mapping[str, str]) -> None:
    for key, first, second in clashes(wanted):
        changed, kept = (second, first) if second.id in wanted else (first, second)
        raise BadInput(
            f"keys.{changed.id}: {key_name(key)} is already the key of {kept.id} ({kept.name.lower()}); "
            f"give one of them another key"
        )
