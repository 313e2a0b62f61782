"""Signs and safe text: how findings, flags, keys and counts look on any screen, with colour or without."""

from rich.cells import cell_len, set_cell_size
from rich.style import Style
from textual.content import Content
from textual.style import Style as VisualStyle
from textual.widget import Widget

from db import vocabulary
from db.vocabulary import FINDINGS, FLAGS, Finding, FixState, Flag, ReviewState
from factcheck.model import ClaimFilter, ClaimRow
from factcheck.text import safe, safe_line

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
QUERY_SIGN = "q"
"""An open query to the writer."""
LINT_SIGN = "≟"
"""The draft does not agree with itself here."""
SAVING = "◌"
"""A change on its way to the disk."""

KEY_NAMES = {
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
"""Keys as printed, by Textual's names."""
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


def tone(finding: Finding) -> str:
    """Return the colour of a finding as a style of Textual: `$text-success`."""
    return f"${FINDINGS[finding].tone}"


words_of = vocabulary.words_of
"""A stored word as shown to people: `single_source` → `single source`, “–” where nobody said one."""


def key_name(key: str) -> str:
    """A key as printed on screen and in the README: `ctrl+z` → `Ctrl+Z`, `question_mark` → `?`."""
    *modifiers, last = key.split("+") if key != "+" else [key]
    name = KEY_NAMES.get(last, last)
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


def fit(text: str, width: int) -> str:
    """Text in exactly `width` cells: cut with an ellipsis, or padded with spaces."""
    if width <= 0:
        return ""
    cells = cell_len(text)
    if cells > width:
        return set_cell_size(set_cell_size(text, width - 1).rstrip() + "…", width)
    return text + " " * (width - cells)


def signs(row: ClaimRow) -> str:
    """What a line of the queue warns of, one cell each, most pressing first."""
    found = [
        REVIEW_SIGNS[ReviewState.SENT_BACK] if row.review is ReviewState.SENT_BACK else "",
        *(
            facts.sign
            for flag, facts in FLAGS.items()
            if flag in row.flags and flag is not Flag.SINGLE_SOURCE
        ),
        QUERY_SIGN if row.open_queries else "",
        LINT_SIGN if row.lint else "",
        FIX_SIGNS[row.fix] if row.fix is not None else "",
        FLAGS[Flag.SINGLE_SOURCE].sign if Flag.SINGLE_SOURCE in row.flags else "",
        REVIEW_SIGNS[ReviewState.AGREED] if row.review is ReviewState.AGREED else "",
    ]
    return "".join(found)


def ink(widget: Widget, look: str) -> Style:
    """Return a style to lay over another: colour made opaque, background only its own.

    Args:
        widget: what is painted.
        look: one of its component classes, or a colour of the theme like `$text-success`. Textual works out
            every component class again whenever the focus moves, so findings have none.
    """
    if look.startswith("$"):
        return Style(color=(widget.visual_style + VisualStyle.parse(look)).rich_style.color)
    styles = widget.get_component_styles(look)
    full = widget.get_component_rich_style(look)
    own = full.bgcolor if styles.has_rule("background") else None
    partial = widget.get_component_rich_style(look, partial=True)
    colour = full.color if styles.has_rule("color") else None
    return Style.combine([partial, Style(color=colour, bgcolor=own)])


def filter_words(wanted: ClaimFilter) -> str:
    """A filter in words, empty when it lets everything through; order is not a filter."""
    parts = [FINDINGS[finding].label for finding in wanted.findings]
    parts += [words_of(word) for word in (*wanted.flags, *wanted.kinds)]
    if wanted.assignee is not None:
        parts.append(f"assigned to {wanted.assignee or 'nobody'}")
    if wanted.search:
        parts.append(f"“{wanted.search}”")
    switches = {
        "open": wanted.only_open,
        "with queries": wanted.queried,
        "lost": wanted.lost,
        "retired": wanted.retired,
    }
    return ", ".join([*parts, *(word for word, on in switches.items() if on)])
