"""Signs and safe text: how findings, flags, keys and counts look on any screen, with colour or without."""

from textual.content import Content

from db.vocabulary import FINDINGS, Finding, FixState, Flag, ReviewState
from factcheck.text import safe, safe_line

FLAG_SIGNS: dict[Flag, str] = {
    Flag.RECHECK: "↻",
    Flag.CONFLICT: "≠",
    Flag.SINGLE_SOURCE: "1",
    Flag.LEGAL: "§",
    Flag.SENSITIVE: "◆",
}
"""One cell each."""

FIX_SIGNS: dict[FixState, str] = {
    FixState.PROPOSED: "p",
    FixState.ACCEPTED: "a",
    FixState.APPLIED: "=",
    FixState.STET: "s",
    FixState.CUT: "c",
}
"""One cell each."""

REVIEW_SIGNS: dict[ReviewState, str] = {ReviewState.AGREED: "&", ReviewState.SENT_BACK: "<"}
"""One cell each."""

MARKED = "▶"
"""Before a claim that is marked for a bulk verb."""

_KEY_NAMES = {
    "question_mark": "?",
    "slash": "/",
    "colon": ":",
    "comma": ",",
    "full_stop": ".",
    "exclamation_mark": "!",
    "number_sign": "#",
    "plus": "+",
    "minus": "-",
    "greater_than_sign": ">",
    "less_than_sign": "<",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "space": "Space",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "delete": "Del",
    "backspace": "Backspace",
}
_MODIFIERS = {"ctrl": "Ctrl", "shift": "Shift", "alt": "Alt"}


def plain(text: str) -> Content:
    """Text of the desk as a widget may show it: safe, several lines, never markup."""
    return Content(safe(text))


def plain_line(text: str) -> Content:
    """As `plain`, on one line."""
    return Content(safe_line(text))


def mark(finding: Finding) -> str:
    """Letter and sign of a finding, two cells: `V✓`."""
    facts = FINDINGS[finding]
    return facts.letter + facts.sign


def finding_class(finding: Finding) -> str:
    """Name of a finding in component classes: `not-checkable`."""
    return finding.replace("_", "-")


def words_of(stored: str) -> str:
    """A stored word as shown to people: `single_source` → `single source`."""
    return stored.replace("_", " ")


def key_name(key: str) -> str:
    """A key as printed on screen and in the README: `ctrl+z` → `Ctrl+Z`, `question_mark` → `?`."""
    *modifiers, last = key.split("+") if key != "+" else [key]
    name = _KEY_NAMES.get(last, last)
    if modifiers and len(name) == 1:
        name = name.upper()
    return "+".join([*(_MODIFIERS.get(part, part) for part in modifiers), name])


def key_names(keys: str) -> str:
    """Comma-separated keys as printed: `j,down` → `j ↓`."""
    return " ".join(key_name(key.strip()) for key in keys.split(","))


def bar(done: int, total: int, width: int) -> str:
    """A progress bar of exactly `width` cells; full only when everything is done."""
    if not total:
        return "─" * width
    filled = done * width // total
    return "█" * filled + "░" * (width - filled)
