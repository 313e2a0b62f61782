"""The desk: all articles with deadline, words, claims, progress, open queries and what waits longest."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from factcheck.intake import Incoming, add, incoming_from, next_draft_of
from factcheck.model import ArticleRow, Change
from factcheck.model.deadline import deadline
from factcheck.text import plural
from factcheck.tui.commands import Place, bindings
from factcheck.tui.dialogs.line import LineDialog
from factcheck.tui.dialogs.path import PathDialog
from factcheck.tui.dialogs.rename import Renamed, RenameDialog
from factcheck.tui.dialogs.whether import WhetherDialog
from factcheck.tui.frame.saving import Attempt, Save
from factcheck.tui.panes.listing import Line, LineList
from factcheck.tui.screens.screen import Room
from factcheck.tui.words.bars import finding_bar
from factcheck.tui.words.glyphs import fit, plain_line

_EMPTY = "No article yet: + adds a draft from a file."


class ArticlesRoom(Room):
    """The list of articles."""

    place = Place.DESK
    BINDINGS = bindings(place)

    DEFAULT_CSS = """
    ArticlesRoom #head { height: 1; background: $primary-muted; padding: 0 1; text-style: bold; }
    ArticlesRoom #columns { height: 1; padding: 0 1; color: $text-muted; }
    ArticlesRoom #articles { padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._archived = False
        self._words = ""
        self._rows: tuple[ArticleRow, ...] = ()

    def compose_room(self) -> ComposeResult:
        """Head, names of the columns, the list."""
        with Vertical(id="room"):
            yield Static(id="head", markup=False)
            yield Static(id="columns", markup=False)
            yield LineList[ArticleRow]("articles", _EMPTY)

    @property
    def _list(self) -> LineList[ArticleRow]:
        return self.query_one("#articles", LineList)

    def on_mount(self) -> None:
        """Ask for the articles."""
        with self.app.telling():
            self._load()
        self._list.focus()

    def on_screen_resume(self) -> None:
        """Ask again: an article may have gone on while it was open."""
        if self.is_mounted:
            with self.app.telling():
                self._load()

    def on_resize(self) -> None:
        """The columns follow the width."""
        self._entitle()

    def changed(self, change: Change) -> None:
        """Ask again."""
        self._load()
        if change.verb == "add" and change.article:
            self._list.put_cursor(change.article)

    def stale(self) -> None:
        """Ask again."""
        self._load()

    def _load(self) -> None:
        self._rows = self.app.desk.articles.rows(archived=self._archived)
        words = self._words.casefold().split()
        shown = [
            row
            for row in self._rows
            if all(word in f"{row.title} {row.slug} {row.byline}".casefold() for word in words)
        ]
        listed = self._list
        listed.empty = (
            f"No article matches “{self._words}”; / with nothing shows all."
            if words
            else ("No article is archived." if self._archived else _EMPTY)
        )
        listed.show([Line(row.slug, row, _drawer(row)) for row in shown])
        self._entitle()

    def _entitle(self) -> None:
        left = sum(row.progress.open for row in self._rows)
        name = "Archived articles" if self._archived else "Desk"
        some = f" matching “{self._words}”" if self._words else ""
        shown = len(self._list.lines)
        parts = ("Factcheck", name, f"{plural(shown, 'article')}{some}", f"{plural(left, 'claim')} open")
        text = " · ".join((*parts, self.app.desk.person))
        self.query_one("#head", Static).update(plain_line(text))
        width = max(1, self._list.scrollable_content_region.width)
        self.query_one("#columns", Static).update(_columns(width))

    # Commands

    def action_move(self, by: int) -> None:
        """Another article."""
        self._list.move(by)

    @on(LineList.Chosen)
    def _chosen(self) -> None:
        with self.app.telling():
            self.action_open()

    def action_open(self) -> None:
        """Open the article under the cursor."""
        if (row := self._list.current) is not None:
            self.app.open_article(row.slug)

    async def action_add(self) -> None:
        """Ask for a file and add it."""
        await self.app.ask(PathDialog("Add a draft"), self._add)

    def _add(self, path: Path | None) -> Save | None:
        """Read it on the writer's thread; ask when it looks like the next draft of a piece on the desk."""
        if path is None:
            return None
        app, desk = self.app, self.app.desk
        app.say(f"Reading {path.name}…")

        def read() -> tuple[Incoming, str | None]:
            incoming = incoming_from(path, app.config)
            return incoming, next_draft_of(desk, incoming.article)

        return app.work(read, then=self._came)

    def _came(self, read: tuple[Incoming, str | None]) -> None:
        incoming, similar = read
        if similar is None:
            self._put(incoming)
            return
        text = f"{incoming.name} looks like a new draft of “{similar}”. Bring it in as its next draft?"
        dialog = WhetherDialog("A next draft?", text)
        self.app.call_later(self.app.ask, dialog, lambda yes: self._next_or_new(incoming, similar, yes))

    def _next_or_new(self, incoming: Incoming, similar: str, is_next: bool | None) -> Save | None:
        if is_next is None:
            self.app.say(f"{incoming.name} was not added.")
            return None
        if not is_next:
            return self._put(incoming)
        app, desk = self.app, self.app.desk

        def compare() -> Room:
            from factcheck.tui.screens.revising import RevisingRoom, planned  # with the alignment: 150 ms

            return RevisingRoom(similar, planned(desk, similar, incoming, app.config))

        return app.work(compare, then=lambda room: app.call_later(app.push_screen, room))

    def _put(self, incoming: Incoming) -> Save:
        desk = self.app.desk
        return self.app.write(lambda: add(desk, incoming), what=f"add {incoming.name}", then=self._added)

    def _added(self, change: Change) -> None:
        self._list.put_cursor(change.article)

    async def action_search(self) -> None:
        """Show only articles whose name, title or byline hold some words."""
        await self.app.ask(LineDialog("Search articles", self._words, hint="empty: all"), self._search)

    def _search(self, words: str | None) -> None:
        if words is not None:
            self._words = words
            self._load()

    async def action_rename(self) -> None:
        """Change what is known of the article."""
        if (row := self._list.current) is not None:
            await self.app.ask(RenameDialog(row), lambda fields: self._rename(row, fields))

    def _rename(self, row: ArticleRow, fields: Renamed | None) -> Save | None:
        """Change what the person changed, and nothing that they left as it was."""
        changed = {} if fields is None else fields.changed(row)
        if not changed:
            return None
        said = "\n".join(f"{name}: {value}" for name, value in changed.items())
        return self._attempt(
            row,
            {name: getattr(row, name) for name in changed},
            lambda seen: self.app.desk.articles.rename(row.slug, **changed, expected=seen),
            said,
        )

    def _attempt(
        self,
        row: ArticleRow,
        seen: Mapping[str, object],
        verb: Callable[[Mapping[str, object]], Change],
        what: str,
    ) -> Save:
        """Change fields of an article that the person saw; a conflict is shown side by side."""
        name = row.title or row.slug
        return self.app.attempt(
            Attempt(
                lambda expected: verb({**seen, **expected[row.id]}),
                {row.id: seen},
                what,
                name,
                about=(row.id, *seen),
                names={row.id: name},
                then=self._added,
            )
        )

    async def action_deadline(self) -> None:
        """Set or clear the deadline."""
        if (row := self._list.current) is not None:
            present = row.deadline.astimezone().strftime("%Y-%m-%d %H:%M") if row.deadline else ""
            dialog = LineDialog(
                "Deadline", present, hint="2026-03-14 or 2026-03-14 17:00; empty: none", check=deadline
            )
            await self.app.ask(dialog, lambda typed: self._deadline(row, typed))

    def _deadline(self, row: ArticleRow, typed: str | None) -> Save | None:
        if typed is None:
            return None
        desk, when = self.app.desk, deadline(typed) if typed else None
        return self._attempt(
            row,
            {"deadline": row.deadline},
            lambda seen: desk.articles.set_deadline(row.slug, when, expected=seen),
            f"deadline: {typed or 'none'}",
        )

    def action_archive(self) -> None:
        """Put the article away, or take it out again."""
        if (row := self._list.current) is not None:
            desk, slug, away = self.app.desk, row.slug, not row.archived
            what = f"{'archive' if away else 'bring back'} {row.title or slug}"
            self.app.write(
                lambda: desk.articles.archive(slug, archived=away), what=what, about=(slug, "archive")
            )

    def action_archived(self) -> None:
        """Show archived articles, or the others."""
        self._archived = not self._archived
        self._load()

    async def action_remove(self) -> None:
        """Take the article off the desk, after asking."""
        if (row := self._list.current) is not None:
            name, claims = row.title or row.slug, plural(row.progress.claims, "claim")
            text = f"“{name}” goes off the desk with its {claims}; u brings it back."
            await self.app.ask(
                WhetherDialog("Remove the article?", text),
                lambda yes: self._remove(row.slug) if yes else None,
            )

    def _remove(self, slug: str) -> Save:
        desk = self.app.desk
        return self.app.write(lambda: desk.articles.remove(slug), what=f"remove {slug}")

    def action_backup(self) -> None:
        """Write a backup of the whole desk."""
        desk, app = self.app.desk, self.app
        app.say("Backing up…")
        app.work(desk.maintenance.backup, then=lambda path: app.say(f"Backup written: {path}"))


_WIDE, _MEDIUM = 110, 70


def _columns(width: int) -> Content:
    """The names of the columns."""
    words = ("Deadline", "Words", "Done", "Findings", "Queries", "Waits")
    return plain_line(_laid_out("Article", *words, width=width, bar=fit(words[3], _bar_width(width))))


def _bar_width(width: int) -> int:
    return 24 if width >= _WIDE else 12


def _laid_out(title: str, *cells: str, width: int, bar: str) -> str:
    deadline, words, done, _, queries, waits = cells
    right = f"{done:>11}  {bar}"
    if width >= _MEDIUM:
        right = f"{deadline:>11}  {right}  {queries:>7}"
    if width >= _WIDE:
        right = f"{deadline:>11} {words:>7} {done:>11}  {bar}  {queries:>7} {waits:>10}"
    room = max(8, width - len(right) - 2)
    return f"{fit(title, room)}  {right}"


def _drawer(row: ArticleRow) -> Callable[[int], Content]:
    """Draws an article for a width."""

    def draw(width: int) -> Content:
        progress = row.progress
        title = row.title or row.slug
        if row.draft > 1:
            title += f" (draft {row.draft})"
        if row.is_signed:
            title = f"✓ {title}, signed by {row.signed_by}"
        elif progress.recheck:
            title = f"{progress.recheck:,} to recheck: {title}"
        place = "\ue000"
        text = _laid_out(
            plain_line(title).plain,
            _deadline_words(row.deadline),
            f"{row.words:,}",
            f"{progress.done:,}/{progress.claims:,}",
            "",
            f"{progress.open_queries:,} open" if progress.open_queries else "",
            _age(progress.oldest_waiting),
            width=width,
            bar=place * _bar_width(width),
        )
        before, _, after = text.partition(place * _bar_width(width))
        return Content.assemble(before, finding_bar(progress.by_finding, _bar_width(width)), after)

    return draw


def _deadline_words(deadline: datetime | None) -> str:
    """A deadline as the list shows it: the day, the hour on the day itself, and a sign when it is past."""
    if deadline is None:
        return ""
    local, now = deadline.astimezone(), datetime.now().astimezone()
    if local < now:
        return f"! {local:%d %b}"
    return f"{local:%H:%M}" if local.date() == now.date() else f"{local:%d %b}"


def _age(since: date | None) -> str:
    """How long something waits."""
    if since is None:
        return ""
    days = (datetime.now().astimezone().date() - since).days
    return "today" if days <= 0 else f"{days} day{'s' if days > 1 else ''}"
