"""Keys: the table as it stands, and a person's own."""

import importlib
import pkgutil

import pytest

import factcheck.tui
from factcheck.errors import BadInput
from factcheck.tui.commands import COMMANDS, Place, commands_of
from factcheck.tui.frame.keymap import clashes, keymap, keys_of


def test_no_two_commands_of_a_place_share_a_key() -> None:
    assert [(key, one.id, other.id) for key, one, other in clashes({})] == []


def test_every_command_has_a_name_of_its_own_and_says_what_it_does_in_a_sentence() -> None:
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)
    assert [command.id for command in COMMANDS if not command.help.endswith(".")] == []


def test_no_plain_key_leaves_or_keeps_a_dialog_where_text_is_typed() -> None:
    typed = [key for command in COMMANDS if command.place is Place.DIALOG for key in keys_of(command, {})]
    assert [key for key in typed if len(key) == 1 or key in {"enter", "backspace", "delete", "space"}] == []


def test_nothing_destructive_hangs_on_backspace_or_delete() -> None:
    keys = {key for command in COMMANDS for key in keys_of(command, {})}
    assert not keys & {"backspace", "delete", "ctrl+h", "ctrl+d"}


def test_a_character_stands_for_its_key() -> None:
    assert keymap({"claim.note": "N", "help": "f1,?"}) == {"claim.note": "N", "help": "f1,question_mark"}


def test_two_commands_may_swap_keys() -> None:
    assert keymap({"claim.note": "w", "claim.wording": "c"}) == {"claim.note": "w", "claim.wording": "c"}


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"claim.note_": "N"}, "there is no such command; did you mean claim.note"),
        ({"claim.note": "hyper+n"}, "“hyper+n” is no key"),
        ({"claim.note": "nonsense"}, "“nonsense” is no key"),
        ({"claim.note": ""}, "at least one key"),
        ({"claim.note": "s"}, "s is already the key of claim.source"),
        ({"claim.note": "u"}, "u is already the key of undo"),
        ({"claim.note": "N", "claim.query": "N"}, "N is already the key of"),
        ({"claim.note": "ctrl+i"}, "terminals cannot tell “ctrl+i” from Tab"),
        ({"dialog.keep": "k"}, "text is typed there"),
        ({"dialog.keep": "?"}, "text is typed there"),
    ],
)
def test_a_bad_key_map_is_one_clear_sentence(keys: dict[str, str], said: str) -> None:
    with pytest.raises(BadInput) as error:
        keymap(keys)
    assert said in str(error.value)
    assert str(error.value).startswith("keys.")


def hosts() -> dict[type, Place]:
    """Every widget, screen and app of the interface that is a place."""
    modules = [
        importlib.import_module(found.name)
        for found in pkgutil.walk_packages(factcheck.tui.__path__, "factcheck.tui.")
    ]
    classes = {value for module in modules for value in vars(module).values() if isinstance(value, type)}
    return {found: found.place for found in classes if isinstance(vars(found).get("place"), Place)}


def test_what_the_table_names_the_widget_or_screen_of_its_place_can_do() -> None:
    missing = [
        f"{host.__name__}: {command.id}"
        for host, place in hosts().items()
        for command in commands_of(place)
        if not hasattr(host, f"action_{command.action.split('(')[0]}")
    ]
    assert missing == []


def test_every_place_with_commands_is_some_widget_or_screen() -> None:
    assert {command.place for command in COMMANDS} - set(hosts().values()) == set()
