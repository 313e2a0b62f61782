"""The head of an open article: what it is, how far it is, and its tabs with their counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from db.vocabulary import FINDINGS, FLAGS, Finding, Flag
from factcheck.model import ArticleRow
from factcheck.tui.words.glyphs import (
    bar,
    mark,
    plain_line,
    tone,
)


class TabTitle(NamedTuple):
    """A tab as the tab line names it."""

    name: str
    number: int | None


class ArticleHead(Widget):
    """Title, coverage and done of all on one line."""

    article: reactive[ArticleRow | None] = reactive(None)

    DEFAULT_CSS = """
    ArticleHead { height: 1; background: $primary-muted; color: $text; padding: 0 1; }
    """

    def render(self) -> RenderResult:
        """The title takes what the numbers leave; numbers drop from the right when it is narrow."""
        article = self.article
        if article is None:
            return ""
        width = self.content_size.width
        progress = article.progress
        numbers = f"{progress.done:,}/{progress.claims:,} done"
        if width >= 60:
            numbers = f"{bar(progress.done, progress.claims, 10 if width < 100 else 20)} {numbers}"
        numbers += f" · coverage {_percent(progress.coverage)}"
        if article.is_signed:
            numbers += f" · signed by {article.signed_by}"
        right = plain_line(numbers).truncate(max(0, width - 4), ellipsis=True)
        title = Content.styled(plain_line(article.title or article.slug).plain, "bold")
        if article.draft > 1:
            title = Content.assemble(title, f" · draft {article.draft}")
        room = max(0, width - right.cell_length - 2)
        title = title.truncate(room, ellipsis=True)
        return Content.assemble(title.pad_right(max(0, room - title.cell_length)), "  ", right)


class TabLine(Widget):
    """The tabs with their counts at the left, claims by finding at the right."""

    article: reactive[ArticleRow | None] = reactive(None)
    titles: reactive[Sequence[TabTitle]] = reactive(())
    shown: reactive[int] = reactive(0)
    """Index of the tab in view."""

    DEFAULT_CSS = "TabLine { height: 1; background: $panel; padding: 0 1; }"

    @dataclass
    class Wanted(Message):
        """A person clicked a tab."""

        place: int

    def _tabs(self) -> list[Content]:
        pieces = []
        for place, title in enumerate(self.titles):
            count = f" {title.number:,}" if title.number is not None else ""
            style = "bold reverse" if place == self.shown else "$text-muted"
            pieces.append(Content.styled(f" {title.name}{count} ", style))
        return pieces

    def on_click(self, event: events.Click) -> None:
        """Go to the tab that was clicked."""
        left = event.x - 1
        for place, piece in enumerate(self._tabs()):
            if 0 <= left < piece.cell_length:
                self.post_message(self.Wanted(place))
            left -= piece.cell_length

    def _counts(self, room: int) -> Content:
        """Claims by finding: with words where they fit, else letters, else only those that are not zero."""
        if self.article is None:
            return Content("")
        progress = self.article.progress
        counts = progress.by_finding
        some = [finding for finding in Finding if counts.get(finding)]
        recheck = (
            [(f"{FLAGS[Flag.RECHECK].sign}{progress.recheck:,}", "$text-warning")] if progress.recheck else []
        )
        for findings, words in ((list(Finding), True), (some, True), (list(Finding), False), (some, False)):
            parts: list[tuple[str, str]] = []
            for finding in findings:
                label = f"{mark(finding)} {FINDINGS[finding].label} " if words else mark(finding)
                parts.append((f"{label}{counts.get(finding, 0):,}", tone(finding)))
            line = Content(" ").join(Content.styled(text, style) for text, style in parts)
            if recheck:
                line = Content.assemble(line, " ", *recheck)
            if line.cell_length <= room:
                return line
        return self._as_many(room, parts, recheck)

    def _as_many(
        self, room: int, parts: Sequence[tuple[str, str]], recheck: Sequence[tuple[str, str]]
    ) -> Content:
        """What is to be rechecked, and as many whole counts as fit: a number cut short would be a lie."""
        end = Content.assemble("… ", *recheck) if recheck else Content("…")
        shown: list[Content] = []
        for text, style in parts:
            room -= len(text) + 1
            if room < end.cell_length:
                break
            shown.append(Content.assemble(Content.styled(text, style), " "))
        return Content.assemble(*shown, end)

    def render(self) -> RenderResult:
        """Tabs left, counts right."""
        left = Content("").join(self._tabs())
        width = self.content_size.width
        counts = self._counts(max(0, width - left.cell_length - 1))
        gap = max(1, width - left.cell_length - counts.cell_length)
        return Content.assemble(left, " " * gap, counts)


def _percent(share: float) -> str:
    """A share in whole per cent, 100 only when it is all."""
    return f"{min(int(share * 100), 99 if share < 1 else 100)}%"
