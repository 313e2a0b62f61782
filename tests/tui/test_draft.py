"""The draft pane: painting, reading, and selecting words, by keyboard and by mouse."""

from textual.app import App, ComposeResult

from db.vocabulary import Finding
from factcheck.model import Claim, Draft, DraftBlock, Passage, Span
from factcheck.tui.panes.draft import DraftView
from tests.tui.building import FERRY, NOON, article_of, screen_text
from tests.tui.test_queue import row


def draft_of(text: str) -> tuple[Draft, list[Passage], list]:
    """A draft, what is set aside in it, and its claims as rows."""
    article, split = article_of(text)
    blocks = tuple(DraftBlock(block.kind, block.start, block.end, block.level) for block in article.blocks)
    draft = Draft(
        number=1, text=text, blocks=blocks, digest="", source_name="x", format="text", encoding="utf-8",
        original_digest="", imported_by="", imported_at=NOON, words=split.words,
    )  # fmt: skip
    aside = [
        Passage(id=n, start=p.start, end=p.end, text=p.text, reason=p.reason)
        for n, p in enumerate(split.set_aside)
    ]
    rows = [row(n, start=c.start, end=c.end, text=c.text) for n, c in enumerate(split.claims, 1)]
    return draft, aside, rows


class DraftApp(App[None]):
    """A draft and nothing else."""

    def __init__(self, text: str = FERRY) -> None:
        super().__init__()
        self.draft, self.aside, self.rows = draft_of(text)
        self.under: list[int | None] = []

    def compose(self) -> ComposeResult:
        yield DraftView()

    def on_mount(self) -> None:
        view = self.query_one(DraftView)
        view.show(self.draft, self.aside)
        view.set_claims(self.rows)
        view.focus()

    def on_draft_view_moved(self, event: DraftView.Moved) -> None:
        self.under.append(event.claim)

    @property
    def chosen(self) -> str:
        span = self.query_one(DraftView).selection
        return self.draft.text[span.start : span.end] if span else ""


async def test_each_claim_is_numbered_and_lettered_in_the_margin_or_before_its_words() -> None:
    app = DraftApp()
    app.rows[1] = app.rows[1]._replace(finding=Finding.WRONG)
    async with app.run_test(size=(74, 20)):
        lines = screen_text(app).splitlines()
    assert lines[0].strip() == "The Ferry Stops at Nine"
    assert lines[2].startswith(" 1 U· The last ferry to Oddry Island left at nine on 2 March 2026.")
    assert "✗It" in lines[2]


async def test_words_and_their_places_agree_for_any_selection_by_keys() -> None:
    app = DraftApp()
    async with app.run_test(size=(50, 20)) as pilot:
        await pilot.press("down", "ctrl+right", "shift+right", "shift+right")
        assert app.chosen == "last ferry"
        await pilot.press("shift+left")
        assert app.chosen == "last "
        await pilot.press("ctrl+shift+right", "ctrl+shift+right")
        assert app.chosen == "last fe"
        await pilot.press("right")
        assert app.chosen == ""


async def test_a_drag_selects_whole_words_over_lines() -> None:
    app = DraftApp()
    async with app.run_test(size=(50, 20)) as pilot:
        view = app.query_one(DraftView)
        where = FERRY.index("passengers")
        line = view._lines.line_of(where)
        column = view._lines.column_of(line, where) + view._gutter
        await pilot.mouse_down(DraftView, offset=(column + 2, line))
        await pilot.hover(DraftView, offset=(view._gutter + 2, line + 1))
        await pilot.mouse_up(DraftView, offset=(view._gutter + 2, line + 1))
        assert app.chosen.startswith("passengers")
        assert FERRY[FERRY.index(app.chosen) + len(app.chosen)] in " .,"


async def test_a_double_click_selects_a_word() -> None:
    app = DraftApp()
    async with app.run_test(size=(50, 20)) as pilot:
        await pilot.click(DraftView, offset=(4, 2), times=2)
        assert app.chosen == "The"


async def test_the_cursor_tells_the_innermost_claim_under_it() -> None:
    app = DraftApp()
    outer = app.rows[0]
    app.rows.append(row(99, start=outer.start + 4, end=outer.start + 8, text="last", parent=1))
    async with app.run_test(size=(70, 20)) as pilot:
        await pilot.press("down", "right", "right", "right", "right", "right")
        assert app.under[-1] == 99
        assert [found.number for found in app.query_one(DraftView).claims_at(outer.start + 5)] == [1, 99]


async def test_space_to_read_on_moves_the_view_and_nothing_else() -> None:
    text = "\n\n".join(f"Paragraph {number} says something." for number in range(60))
    app = DraftApp(text)
    async with app.run_test(size=(60, 12)) as pilot:
        view = app.query_one(DraftView)
        await pilot.pause()
        view.read(1)
        await pilot.pause()
        assert view.scroll_offset.y == 10
        assert view.caret.place == 0


async def test_the_current_claim_is_brought_into_view_with_lines_around_it() -> None:
    text = "\n\n".join(f"Paragraph {number} says something." for number in range(60))
    app = DraftApp(text)
    async with app.run_test(size=(60, 12)) as pilot:
        view, target = app.query_one(DraftView), app.rows[40]
        view.set_current(
            Claim(
                id=1,
                article="a",
                number=41,
                text=target.text,
                start=target.start,
                end=target.end,
                parts=(),
                draft=1,
            )
        )
        await pilot.pause()
        lines = screen_text(app).splitlines()
    assert any("Paragraph 40" in line for line in lines[2:-2])


async def test_check_points_are_underlined_and_set_aside_words_look_different() -> None:
    app = DraftApp()
    async with app.run_test(size=(70, 20)):
        view = app.query_one(DraftView)
        point = app.rows[0].start + 4
        view.points_of = lambda numbers: [Span(point, point + 4)] if 1 in numbers else []
        view.refresh()
        style = view._style("$foreground", 4)
        assert style.underline
        assert view._style("", 1).italic


async def test_hostile_words_are_shown_and_never_obeyed() -> None:
    hostile = (
        "A bad \x1b]0;title\x07 one [bold red]x[/] with \u202e and \x9b31m and [@click=app.quit]y[/] here."
    )
    app = DraftApp("Heading\n\n" + hostile)
    async with app.run_test(size=(120, 8)):
        text = screen_text(app)
    assert not set("\x1b\x07\x9b\u202e") & set(text)
    assert "[bold red]x[/]" in text
    assert "[@click=app.quit]y[/]" in text


async def test_a_thinner_pane_keeps_the_words_that_were_read_in_view() -> None:
    text = "\n\n".join(
        f"Paragraph {number} says something that is long enough to wrap." for number in range(60)
    )
    app = DraftApp(text)
    async with app.run_test(size=(80, 12)) as pilot:
        await pilot.pause()
        app.query_one(DraftView).read(3)
        await pilot.pause()
        first = next(line for line in screen_text(app).splitlines() if "Paragraph" in line)
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        assert first.split("Paragraph ")[1].split()[0] in screen_text(app).splitlines()[0]
