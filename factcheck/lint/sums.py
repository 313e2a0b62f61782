"""Parts that do not add up to the total given beside them."""

import re
from collections.abc import Iterator

from db.vocabulary import BlockKind, LintRule
from factcheck.lint.reading import Reading, quoted
from factcheck.model import LintMark, Span
from factcheck.split.checkpoints.quantities import number_value

_ROW = re.compile(r"^(?P<label>[^|\t]{1,60}?) ?[|\t](?P<cells>.+)$")
_CELL = re.compile(r"[$£€]?\s?(\d(?:,?\d)*+(?:\.\d++)?)\s?(%)?")
_ADDED = re.compile(
    r"(?P<total>(?<![\d,])\d(?:,?\d)*+"
    r"|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: [a-z-]+){1,4}: "
    r"(?P<parts>[^.;]{5,160})"
)
_PART = re.compile(
    r"(?<![\w€$£.,])(\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
    r"(?!%|[.,]\d| percent| per cent|:)"
)
_SLIP = 0.12
"""Share of the total by which a slip of the pen is off; more than that is no sum at all."""


def marks(draft: Reading) -> Iterator[LintMark]:
    """Columns of a table with a total, and “64 posts: 41 of them vacant and 21 lost”."""
    yield from _tables(draft)
    for match in _ADDED.finditer(draft.text):
        total = number_value(match["total"])
        parts = [value for part in _PART.findall(match["parts"]) if (value := number_value(part)) is not None]
        if total is None or len(parts) < 2 or any(value >= total for value in parts):
            continue
        if 0 < abs(sum(parts) - total) <= max(1, _SLIP * total):
            first, second = Span(*match.span("total")), Span(*match.span("parts"))
            yield LintMark(
                rule=LintRule.SUM,
                message=f"{quoted(draft.text, second)}: that is {_shown(sum(parts))}, not {match['total']}.",
                first=first,
                second=second,
            )


def _tables(draft: Reading) -> Iterator[LintMark]:
    """Rows of neighbouring blocks whose last one is a total."""
    rows: list[tuple[str, Span, list[float | None]]] = []
    for block in draft.blocks:
        for line in re.finditer(r"[^\n]+", draft.text[block.start : block.end]):
            match = _ROW.match(line[0])
            if match is None or block.kind == BlockKind.HEADING:
                rows = []
                continue
            span = Span(block.start + line.start(), block.start + line.end())
            rows.append(
                (match["label"].strip(), span, [_value(cell) for cell in re.split(r"[|\t]", match["cells"])])
            )
            if match["label"].strip().lower() in ("total", "sum", "all", "altogether") and len(rows) > 2:
                yield from _columns(draft, rows)
                rows = []


def _columns(draft: Reading, rows: list[tuple[str, Span, list[float | None]]]) -> Iterator[LintMark]:
    *items, (_, span, totals) = rows
    for column, total in enumerate(totals):
        values = [cells[column] for _, _, cells in items if column < len(cells)]
        numbers = [value for value in values if value is not None]
        if total is None or len(numbers) < 2:
            continue
        off = abs(sum(numbers) - total)
        decimals = any(value != int(value) for value in [*numbers, total])
        if off > (0.051 if decimals else 0.5) * (len(numbers) if total == 100 else 1):
            yield LintMark(
                rule=LintRule.SUM,
                message=f"The column of {quoted(draft.text, span)} adds up to {_shown(sum(numbers))}.",
                first=items[0][1],
                second=span,
            )


def _value(cell: str) -> float | None:
    match = _CELL.fullmatch(cell.strip())
    return float(match[1].replace(",", "")) if match else None


def _shown(value: float) -> str:
    return f"{value:,.2f}".rstrip("0").rstrip(".")
