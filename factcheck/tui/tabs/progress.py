"""The progress tab: by finding, by checker, by section, decisions over time, pace, and what waits."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime

from textual.content import Content

from db.vocabulary import FINDINGS
from factcheck.model import ExpiredItem, Pace, Progress
from factcheck.text import plural
from factcheck.tui.commands import Place, bindings
from factcheck.tui.panes.listing import Line
from factcheck.tui.tabs.list_tab import Entry, ListTab, heading, line
from factcheck.tui.words.bars import finding_bar
from factcheck.tui.words.glyphs import bar, fit, mark, plain_line

_BLOCKS = " ▁▂▃▄▅▆▇█"
_DAYS = 60
"""Days that the chart reaches back at most."""


class ProgressTab(ListTab):
    """How far the article is."""

    place = Place.PROGRESS
    title = "Progress"
    BINDINGS = bindings(place)

    def lines(self) -> Sequence[Line[Entry]]:
        """All figures, a line each."""
        desk = self.app.desk
        progress, pace = desk.progress.of(self.article), desk.progress.pace(self.article)
        return [
            *_figures(progress, pace),
            *_by_finding(progress),
            *_by_checker(pace),
            *_by_section(pace),
            *_over_time(pace),
            *_expired(desk.findings.expired(self.article)),
            *_waiting(pace),
        ]


def _plain(key: str, *parts: str | tuple[str, str] | Content) -> Line[Entry]:
    return line(key, Entry(None), *parts)


def _figures(progress: Progress, pace: Pace) -> Iterator[Line[Entry]]:
    yield heading("Where it stands")
    claims = plural(progress.claims, "claim")
    yield _plain("done", f"  {progress.done:,} of {claims} decided, {progress.open:,} open, ",
                 f"{progress.recheck:,} of them to recheck; coverage {progress.coverage:.0%}")  # fmt: skip
    if pace.per_hour:
        left = f"  {_rate(pace.per_hour)} claims an hour so far; {pace.left:,} left"
        if pace.hours_left is not None:
            left += f": about {_hours(pace.hours_left)} of work"
        yield _plain("pace", left)
    else:
        yield _plain("pace", f"  {pace.left:,} left; pace shows after two decisions")


def _rate(per_hour: float) -> str:
    """Claims an hour, no more exact than such a figure can be."""
    return f"{per_hour:.1f}" if per_hour < 10 else f"{round(per_hour):,}"


def _hours(hours: float) -> str:
    """Hours of work in words that do not promise minutes."""
    if hours < 1:
        return f"{max(5, round(hours * 12) * 5)} minutes"
    return f"{hours:.1f} hours" if hours < 10 else f"{round(hours):,} hours"


def _by_finding(progress: Progress) -> Iterator[Line[Entry]]:
    yield heading("By finding")
    bar_line = finding_bar(progress.by_finding, 60)
    yield Line("bar", Entry(None), lambda width: Content.assemble("  ", bar_line.truncate(max(1, width - 2))))
    for finding, number in progress.by_finding.items():
        share = number / progress.claims if progress.claims else 0
        style = f"${FINDINGS[finding].tone}"
        name = f"  {mark(finding)} {FINDINGS[finding].label:<14}"
        yield _plain(f"finding-{finding}", (name, style), f"{number:>6,}  {share:>4.0%}  ",
                     (bar(number, progress.claims, 30), style))  # fmt: skip


def _by_checker(pace: Pace) -> Iterator[Line[Entry]]:
    if pace.by_checker:
        yield heading("By checker")
    most = max(pace.by_checker.values(), default=0)
    for name, number in sorted(pace.by_checker.items(), key=lambda pair: -pair[1]):
        shown = fit(plain_line(name or "nobody").plain, 18)
        yield _plain(f"checker-{name}", f"  {shown}{number:>6,}  {bar(number, most, 30)}")


def _by_section(pace: Pace) -> Iterator[Line[Entry]]:
    if len(pace.by_section) > 1:
        yield heading("By section")
        for place, section in enumerate(pace.by_section):
            shown = fit(plain_line(section.heading or "Opening").plain, 34)
            count = f"{section.done:,}/{section.claims:,}"
            yield _plain(f"section-{place}", f"  {shown}{count:>11}  {bar(section.done, section.claims, 20)}")


def _over_time(pace: Pace) -> Iterator[Line[Entry]]:
    if not pace.days:
        return
    yield heading("Decided over time")
    days = pace.days[-_DAYS:]
    most = max(day.decided for day in days)
    chart = "".join(_BLOCKS[-(-day.decided * 8 // most)] if most else " " for day in days)
    yield _plain("chart", "  ", (chart, "$text-success"), f"  most in a day: {most:,}")
    ends = dict.fromkeys(f"{day.day:%d %b}" for day in (days[0], days[-1]))
    yield _plain("days", (f"  {' – '.join(ends)}", "$text-muted"))


def _expired(expired: Sequence[ExpiredItem]) -> Iterator[Line[Entry]]:
    if expired:
        yield heading("Past their day")
    for item in expired:
        until = (f"held until {item.until}  ", "$text-warning")
        yield line(("expired", item.claim), Entry(item.claim), f"  {item.claim:>4} ", until, item.text)


def _waiting(pace: Pace) -> Iterator[Line[Entry]]:
    if pace.waiting:
        yield heading("Waiting")
    for item in pace.waiting:
        since = f"{_age(item.since)}, " if item.since else ""
        on = f"{since}on {item.on or 'nobody named'}  "
        number = f"  {item.claim:>4} "
        yield line(("waiting", item.claim), Entry(item.claim), number, (on, "$text-warning"), item.text)


def _age(since: date) -> str:
    days = (datetime.now(UTC).date() - since).days
    return "since today" if days <= 0 else f"{days} day{'s' if days > 1 else ''}"
