"""The themes: one of our own beside Textual's, text that can be read in each, and the one chosen last."""

from collections.abc import Mapping
from pathlib import Path

from textual.color import BLACK, WHITE, Color
from textual.theme import BUILTIN_THEMES, Theme

from factcheck.errors import FactcheckError
from factcheck.export.safe import write_file

HIGH_CONTRAST = Theme(
    name="high-contrast",
    primary="#00ffff",
    secondary="#ffff00",
    accent="#ffff00",
    warning="#ffd700",
    error="#ff6060",
    success="#00ff00",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1c1c1c",
    dark=True,
)
"""Black and full colours, for tired eyes and bad screens."""

OFFERED: Mapping[str, Theme] = {**BUILTIN_THEMES, HIGH_CONTRAST.name: HIGH_CONTRAST}
"""Every theme by name."""

LEAST = 4.5
"""Contrast that text of this size needs to be read (WCAG 2, level AA)."""

_GROUNDS = ("background", "surface", "panel", "primary-muted")
"""What text stands on."""
_TEXTS = (
    "foreground",
    "text-success",
    "text-accent",
    "text-warning",
    "text-error",
    "text-secondary",
    "text-primary",
)
"""The colours of text, of findings and of warnings."""
_KEYS = ("footer-foreground", "footer-key-foreground")
"""The colours of the key line, which has a ground of its own."""
_FAINT = 0.6
"""Share of the text's own colour in muted text."""
_STEP = 0.05


def contrast(one: Color, other: Color) -> float:
    """How far two colours stand apart, 1 to 21, as WCAG 2 measures it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Color) -> float:
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def readable(variables: Mapping[str, str]) -> dict[str, str]:
    """A theme's variables, with the colours of text moved towards black or white as far as reading needs.

    Textual tints its text with the theme's colours whether that can be read or not: orange on the grey of its
    own light theme has a contrast of 3.
    """
    background = Color.parse(variables["background"])
    grounds = [background.blend(ground, ground.a, alpha=1) for ground in _colours(variables, _GROUNDS)]
    muted = background.blend(Color.parse(variables["foreground"]), _FAINT, alpha=1)
    texts = {"text-muted": muted, **dict(zip(_TEXTS, _colours(variables, _TEXTS), strict=True))}
    foot = _colours(variables, ("footer-background",))
    keys = zip(_KEYS, _colours(variables, _KEYS), strict=True)
    return {
        **variables,
        **{name: _moved(text, grounds).hex for name, text in texts.items()},
        **{name: _moved(text, foot).hex for name, text in keys},
    }


def _colours(variables: Mapping[str, str], names: tuple[str, ...]) -> list[Color]:
    return [Color.parse(variables[name]) for name in names]


def _moved(text: Color, grounds: list[Color]) -> Color:
    """The colour nearest to that of a text that can be read on all grounds, or as near to it as there is."""
    end = max((BLACK, WHITE), key=lambda pole: _worst(pole, grounds))
    steps = (text.blend(end, step * _STEP, alpha=1) for step in range(round(1 / _STEP)))
    return next((colour for colour in steps if _worst(colour, grounds) >= LEAST), end)


def _worst(text: Color, grounds: list[Color]) -> float:
    return min(contrast(text, ground) for ground in grounds)


def file_of_chosen() -> Path:
    """Where the theme is remembered that was chosen on the screen.

    Beside the settings of this machine and not on the desk: it suits a screen, and is no part of the work.
    """
    from platformdirs import user_state_path  # 20 ms that only a start of the screen needs

    return user_state_path("factcheck", appauthor=False) / "theme"


def chosen_theme(file: Path) -> str:
    """The theme remembered in a file; empty when there is none, or none that is offered."""
    try:
        name = file.read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return ""
    return name if name in OFFERED else ""


def remember_theme(file: Path, theme: str) -> None:
    """Keep the theme that was chosen for the next start.

    Raises:
        FactcheckError: it cannot be written there.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise FactcheckError(f"“{file.parent}” cannot be made: {str(fault.strerror).lower()}") from None
    write_file(file, f"{theme}\n".encode(), force=True)
