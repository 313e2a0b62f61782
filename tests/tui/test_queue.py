"""The queue: drawing, cursor, marks and going on, over plain rows."""

from typing import Any

from textual.app import App, ComposeResult

from db.vocabulary import CheckKind, Finding, Flag
from factcheck.model import ClaimRow
from factcheck.tui.panes.queue import ClaimList
from tests.support.painting import paint
from tests.tui.building import screen_text


def row(number: int, **values: Any) -> ClaimRow:
    """An unchecked claim."""
    facts: dict[str, Any] = dict.fromkeys(ClaimRow._fields, "") | {
        "number": number,
        "start": number * 100,
        "end": number * 100 + 50,
        "text": f"Claim number {number} says so.",
        "finding": Finding.UNCHECKED,
        **dict.fromkeys(("kinds", "flags", "reasons"), ()),
        **dict.fromkeys(("fix", "review", "parent")),
        **dict.fromkeys(("priority", "citations", "notes", "open_queries", "lost", "lint"), 0),
        "version": 1,
    }
    return ClaimRow(**(facts | values))


class QueueApp(App[None]):
    """A queue and nothing else."""

    def __init__(self, rows: list[ClaimRow]) -> None:
        super().__init__()
        self.rows = rows
        self.moved: list[int] = []

    def compose(self) -> ComposeResult:
        yield ClaimList()

    def on_mount(self) -> None:
        self.query_one(ClaimList).show(self.rows)

    def on_claim_list_moved(self, event: ClaimList.Moved) -> None:
        self.moved.append(event.row.number)


async def test_a_row_tells_number_finding_signs_and_words_without_colour() -> None:
    rows = [row(1, finding=Finding.VERIFIED), row(2, finding=Finding.WRONG, flags=(Flag.RECHECK,)), row(3)]
    async with QueueApp(rows).run_test(size=(36, 6)) as pilot:
        lines = screen_text(pilot.app).splitlines()
    assert lines[0].split() == ["1", "V✓", "Claim", "number", "1", "says", "so."]
    assert lines[1].split()[:3] == ["2", "W✗", "↻"]
    assert lines[2].split()[:2] == ["3", "U·"]


async def test_a_wider_queue_adds_speaker_kinds_and_assignee() -> None:
    rows = [row(1, speaker="Ilse Brandt", kinds=(CheckKind.NAME, CheckKind.DATE), assignee="Ben")]
    async with QueueApp(rows).run_test(size=(60, 6)) as pilot:
        two = screen_text(pilot.app).splitlines()[1]
    async with QueueApp(rows).run_test(size=(110, 6)) as pilot:
        one = screen_text(pilot.app).splitlines()[0]
    assert two.split(" · ") == ["       Ilse Brandt", "name, date", "→ Ben"]
    assert all(word in one for word in ("Claim number 1 says so.", "Ilse Brandt", "name, date", "Ben"))


async def test_words_are_cut_by_cells_so_that_wide_characters_never_break_the_line() -> None:
    async with QueueApp([row(1, text="日本語" * 30), row(2)]).run_test(size=(36, 4)) as pilot:
        first, second = screen_text(pilot.app).splitlines()[:2]
    assert first.endswith("…")
    assert second.split()[0] == "2"


async def test_next_open_goes_round_and_passes_decided_claims() -> None:
    rows = [row(1), row(2, finding=Finding.VERIFIED), row(3, finding=Finding.VERIFIED, flags=(Flag.RECHECK,))]
    async with QueueApp(rows).run_test() as pilot:
        queue = pilot.app.query_one(ClaimList)
        assert queue.next_open(1) == 2
        queue.go(2)
        assert queue.next_open(1) == 0
        assert queue.next_open(-1) == 0


async def test_no_claim_is_next_when_all_are_decided() -> None:
    async with QueueApp([row(1, finding=Finding.VERIFIED)]).run_test() as pilot:
        assert pilot.app.query_one(ClaimList).next_open(1) is None


async def test_the_cursor_stays_on_its_claim_when_the_list_changes() -> None:
    async with QueueApp([row(number) for number in range(1, 30)]).run_test(size=(40, 8)) as pilot:
        queue = pilot.app.query_one(ClaimList)
        queue.go(19)
        queue.show([row(number) for number in (3, 20, 25)])
        assert queue.current is not None
        assert queue.current.number == 20
        queue.show([row(number) for number in (3, 25)])
        assert queue.current.number == 25
        queue.show([])
        assert queue.current is None


async def test_marks_are_kept_by_number_and_dropped_with_their_claims() -> None:
    async with QueueApp([row(1), row(2), row(3)]).run_test() as pilot:
        queue = pilot.app.query_one(ClaimList)
        queue.toggle_mark()
        queue.toggle_mark()
        assert queue.marked == {1, 2}
        queue.show([row(2), row(3)])
        assert queue.marked == {2}
        queue.mark_all()
        assert queue.marked == {2, 3}
        queue.mark_all()
        assert queue.marked == set()


async def test_a_click_chooses_the_claim_under_the_mouse() -> None:
    app = QueueApp([row(number) for number in range(1, 9)])
    async with app.run_test(size=(60, 10)) as pilot:
        await pilot.click(ClaimList, offset=(5, 5))
    assert app.moved == [3]


async def test_only_the_lines_in_view_are_drawn_of_a_hundred_thousand() -> None:
    drawn: list[int] = []

    class Counting(ClaimList):
        def render_line(self, y: int):
            drawn.append(y)
            return super().render_line(y)

    class Huge(QueueApp):
        def compose(self) -> ComposeResult:
            yield Counting()

    app = Huge([row(number) for number in range(1, 100_001)])
    async with app.run_test(size=(60, 20)) as pilot:
        queue = pilot.app.query_one(Counting)
        queue.go(99_999)
        await pilot.pause()
        drawn.clear()
        queue.go(50_000)
        await pilot.pause()
        paint(pilot.app)
        assert 0 < len(drawn) <= 60
        assert "50001" in screen_text(pilot.app)
