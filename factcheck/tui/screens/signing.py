"""Signing off: the counts, what stands in the way by name, and the signature."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from db.vocabulary import FINDINGS
from factcheck.model import Blocker, Change, SignOffCheck
from factcheck.text import plural
from factcheck.tui.commands import Place, bindings
from factcheck.tui.dialogs.line import LineDialog
from factcheck.tui.dialogs.whether import WhetherDialog
from factcheck.tui.frame.saving import Save
from factcheck.tui.panes.listing import Line, LineList
from factcheck.tui.screens.screen import ArticleRoom
from factcheck.tui.tabs.list_tab import Entry, KeyedList, heading, line
from factcheck.tui.words.glyphs import mark, plain_line


class SigningRoom(ArticleRoom):
    """Nothing is signed while a claim stands in the way that nobody decided to keep."""

    place = Place.SIGNING
    BINDINGS = bindings(place)

    DEFAULT_CSS = """
    SigningRoom #head { height: 1; background: $primary-muted; padding: 0 1; text-style: bold; }
    SigningRoom KeyedList { padding: 0 1; }
    """

    def __init__(self, article: str) -> None:
        super().__init__(article)
        self._kept: dict[int, str] = {}
        """Reasons to keep a claim that stands in the way, by its number."""
        self._check: SignOffCheck | None = None

    def compose_room(self) -> ComposeResult:
        """Head and list."""
        with Vertical(id="room"):
            yield Static("", id="head", markup=False)
            yield KeyedList("signing", "")

    def on_mount(self) -> None:
        """Begin in the list."""
        with self.app.telling():
            self.load()
        self.query_one(KeyedList).focus()

    def _left(self) -> list[Blocker]:
        return [one for one in self._check.blockers if one.claim not in self._kept] if self._check else []

    def load(self) -> None:
        """Ask what stands in the way."""
        check = self._check = self.app.desk.sign_off.check(self.article)
        article, left = check.article, self._left()
        if article.is_signed:
            state = f"signed by {article.signed_by}"
        else:
            state = f"{len(left):,} in the way" if left else "ready to be signed: s"
        self.query_one("#head", Static).update(
            plain_line(f"Sign off · {article.title or article.slug} · draft {article.draft} · {state}")
        )
        self.query_one(KeyedList).show(self._lines(check))

    def _lines(self, check: SignOffCheck) -> list[Line[Entry]]:
        progress = check.article.progress
        lines = [heading("Counts")]
        for finding, number in progress.by_finding.items():
            if number:
                lines.append(_fact(f"{mark(finding)} {FINDINGS[finding].label}", number))
        lines += [
            _fact("to recheck", progress.recheck),
            _fact("open queries", progress.open_queries),
            _fact("kept by the editor (stet)", len(check.stet)),
            _fact("resting on the author alone", len(check.on_author)),
        ]
        lines.append(heading(f"In the way ({len(self._left()):,})"))
        for place, blocker in enumerate(check.blockers):
            kept = self._kept.get(blocker.claim)
            tail = (f"  stet: {kept}", "$text-success") if kept else (f"  {blocker.reason}", "$text-warning")
            lines.append(_named(("blocker", place), blocker, tail, keeps=True))
        if not check.blockers:
            lines.append(line("none", Entry(None), "  nothing"))
        for what, claims in (("not ticked", check.unticked), ("tier not said", check.tiers_unsaid)):
            if claims:
                lines.append(heading(f"Not in the way, but {what} ({len(claims):,})"))
            for told in claims:
                lines.append(_named((what, told.claim), told, (f"  {told.reason}", "$text-warning")))
        return lines

    @on(LineList.Chosen)
    def _opened(self) -> None:
        entry = self.query_one(KeyedList).current
        if entry is not None and entry.claim is not None:
            self.dismiss(entry.claim)

    async def action_keep_claim(self) -> None:
        """Keep the claim under the cursor as it stands, with a reason."""
        entry = self.query_one(KeyedList).current
        if entry is not None and isinstance(blocker := entry.thing, Blocker):
            dialog = LineDialog(f"Claim {blocker.claim} stays, because", self._kept.get(blocker.claim, ""))
            await self.app.ask(dialog, lambda reason: self._keep(blocker.claim, reason))

    def _keep(self, number: int, reason: str | None) -> None:
        if reason:
            self._kept[number] = reason
        elif reason is not None:
            self._kept.pop(number, None)
        self.load()

    async def action_sign(self) -> None:
        """Sign, after asking once more with the counts."""
        check = self._check
        if check is None:
            return
        if left := self._left():
            what = plural(len(left), "claim stands", "claims stand")
            self.app.say(f"{what} in the way: decide, or w keeps one with a reason.", "warning")
            return
        progress = check.article.progress
        stet = len(check.stet) + len(self._kept)
        text = f"{plural(progress.claims, 'claim')}, {len(check.on_author):,} on the author, {stet} stet."
        if check.unticked:
            text += f" {plural(len(check.unticked), 'verified claim')} with check points not ticked."
        if check.tiers_unsaid:
            text += f" {plural(len(check.tiers_unsaid), 'claim')} whose sources' tier is not said."
        dialog = WhetherDialog(f"Sign as {self.app.desk.person}?", text)
        await self.app.ask(dialog, lambda yes: self._sign() if yes else None)

    def _sign(self) -> Save:
        desk, article, kept = self.app.desk, self.article, dict(self._kept)
        return self.app.write(
            lambda: desk.sign_off.sign(article, kept), what=f"sign {article} off", then=self._signed
        )

    def _signed(self, _: Change) -> None:
        if self.app.screen is self:
            self.dismiss(None)


def _named(key: tuple[str, int], told: Blocker, tail: tuple[str, str], *, keeps: bool = False) -> Line[Entry]:
    """A claim and what is said of it; only one that stands in the way can be kept."""
    entry = Entry(told.claim, told if keeps else None)
    return line(key, entry, f"  {told.claim:>4} {mark(told.finding)}", tail)


def _fact(name: str, number: int) -> Line[Entry]:
    return line(("fact", name), Entry(None), f"  {name:<30}{number:>6}")
