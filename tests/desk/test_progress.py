"""Progress and pace: counts that add up, and the time that the rest will take."""

from datetime import date, timedelta

from db.vocabulary import Finding
from factcheck.desk import Desk
from factcheck.model import Day, SectionProgress
from tests.desk.conftest import MILL
from tests.desk.texts import MILL as TEXT
from tests.desk.texts import Clock, article, split


def test_counts_by_finding_sum_to_all_claims(desk: Desk) -> None:
    desk.findings.decide(MILL, [1, 2], Finding.VERIFIED)
    desk.findings.decide(MILL, 3, Finding.WAITING)
    desk.merges.retire(MILL, 5)
    progress = desk.progress.of(MILL)
    assert progress.claims == 4 == sum(progress.by_finding.values())
    assert set(progress.by_finding) == set(Finding)
    assert (progress.done, progress.open, progress.lost) == (2, 2, 0)


def test_pace_measures_work_and_leaves_pauses_out(desk: Desk, clock: Clock) -> None:
    desk.findings.decide(MILL, 1, Finding.VERIFIED)
    clock.now += timedelta(minutes=9)
    desk.findings.decide(MILL, 2, Finding.VERIFIED)
    assert desk.progress.pace(MILL).per_hour == 6.0
    clock.now += timedelta(days=1)
    desk.findings.decide(MILL, 3, Finding.VERIFIED)
    clock.now += timedelta(minutes=9)
    desk.findings.decide(MILL, 4, Finding.WAITING, waiting_on="the writer")
    pace = desk.progress.pace(MILL)
    assert pace.per_hour == 6.0
    assert (pace.left, pace.hours_left) == (2, 2 / 6)
    assert pace.days == (Day(date(2026, 3, 2), 2), Day(date(2026, 3, 3), 1))


def test_claims_decided_in_one_stroke_do_not_quicken_the_pace(desk: Desk, clock: Clock) -> None:
    numbers = [row.number for row in desk.queue.rows(MILL)]
    desk.findings.decide(MILL, numbers[:3], Finding.NOT_CHECKABLE)
    clock.now += timedelta(minutes=9)
    desk.findings.decide(MILL, numbers[3], Finding.ON_AUTHOR)
    assert desk.progress.pace(MILL).per_hour == 6.0


def test_pace_knows_nothing_before_two_decisions(desk: Desk) -> None:
    desk.findings.decide(MILL, 1, Finding.VERIFIED)
    pace = desk.progress.pace(MILL)
    assert (pace.per_hour, pace.hours_left, pace.left) == (None, None, 4)


def test_pace_tells_who_decided_which_sections_and_what_waits_longest(
    desk: Desk, jo: Desk, clock: Clock
) -> None:
    desk.findings.decide(MILL, [1, 2], Finding.VERIFIED)
    jo.findings.decide(MILL, 3, Finding.WRONG)
    desk.findings.decide(MILL, 4, Finding.WAITING, waiting_on="the river board")
    clock.now -= timedelta(days=3)
    jo.findings.decide(MILL, 5, Finding.WAITING, waiting_on="the writer")
    pace = desk.progress.pace(MILL)
    assert pace.by_checker == {"Ana Ortiz": 2, "Jo Reed": 1}
    assert pace.by_section == (
        SectionProgress("The Mill at Arden", 2, 2),
        SectionProgress("The town", 1, 3),
    )
    assert [(item.claim, item.on) for item in pace.waiting] == [(5, "the writer"), (4, "the river board")]


def test_many_people_at_once_are_measured_by_the_hour_of_each(desk: Desk, jo: Desk, clock: Clock) -> None:
    for number in (1, 2):
        desk.findings.decide(MILL, number, Finding.VERIFIED)
        jo.findings.decide(MILL, number + 2, Finding.VERIFIED)
    assert desk.progress.pace(MILL).per_hour == 30.0


def test_lost_claims_are_counted_apart_until_they_are_closed(desk: Desk) -> None:
    desk.findings.decide(MILL, [3, 4], Finding.WAITING, waiting_on="the writer")
    shorter = article(TEXT.replace("Arden has 4,200 residents. The river floods every spring 🌊. ", ""))
    cut = split(shorter)
    desk.revisions.apply(MILL, shorter, desk.revisions.plan(MILL, shorter, cut))
    progress = desk.progress.of(MILL)
    assert (progress.claims, progress.lost, progress.oldest_waiting) == (3, 2, None)
    assert sum(progress.by_finding.values()) == 3
    assert progress == desk.articles.rows()[0].progress
    desk.lost_claims.close(MILL, [3])
    assert (desk.progress.of(MILL).claims, desk.progress.of(MILL).lost) == (3, 1)
    desk.history.undo()
    desk.history.undo()
    assert (desk.progress.of(MILL).claims, desk.progress.of(MILL).lost) == (5, 0)
