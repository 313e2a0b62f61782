"""The settings of the screen, checked: the one place that knows which themes, commands and keys there are."""

from difflib import get_close_matches
from typing import NamedTuple

from factcheck.config import Config
from factcheck.errors import BadInput
from factcheck.tui.frame.keymap import keymap
from factcheck.tui.frame.themes import OFFERED


class ScreenSettings(NamedTuple):
    """What a configuration file says of the screen."""

    theme: str
    """Empty where it says nothing."""
    keys: dict[str, str]
    """Textual's key map."""


def screen_settings(config: Config) -> ScreenSettings:
    """The settings of the screen.

    Raises:
        BadInput: they name an unknown theme, command or key; the sentence names the file.
    """
    try:
        return ScreenSettings(_theme(config.theme), keymap(config.keys))
    except BadInput as error:
        raise BadInput(f"the configuration file “{config.path}”: {error}") from None


def _theme(wanted: str) -> str:
    if wanted and wanted not in OFFERED:
        near = get_close_matches(wanted, OFFERED, 1)
        hint = f"did you mean “{near[0]}”?" if near else f"there are {', '.join(sorted(OFFERED))}"
        raise BadInput(f"theme: there is no theme “{wanted}”; {hint}")
    return wanted
