"""A finding that holds until a day: once it is past the claim is to be decided again."""

import contextlib
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.vocabulary import Finding, Flag, SourceState
from factcheck.desk import Desk
from factcheck.errors import Refused
from factcheck.model import CitationFields, ClaimFilter, SourceFields
from tests.db.conftest import open_directory, powerless  # noqa: F401 - fixtures
from tests.desk.conftest import MILL, Fill
from tests.desk.texts import Clock, article, split

UNTIL = date(2026, 3, 3)
PAST = "The finding held until 2026-03-03."


@pytest.fixture
def held(desk: Desk) -> Desk:
    """The mill with everything decided; claim 1 holds until 3 March, and it is the 2nd."""
    desk.findings.decide(MILL, [1, 2, 3, 4], Finding.ON_AUTHOR)
    desk.findings.decide(MILL, 5, Finding.WAITING, waiting_on="the writer")
    desk.claims.set_expiry(MILL, [1, 5], UNTIL)
    return desk


def to_recheck(desk: Desk) -> list[int]:
    return [row.number for row in desk.queue.rows(MILL, ClaimFilter(flags=(Flag.RECHECK,)))]


def test_a_finding_holds_through_its_day_and_is_to_be_rechecked_on_the_next(held: Desk, clock: Clock) -> None:
    clock.now = clock.now.replace(day=3)
    assert (to_recheck(held), held.findings.expired(MILL), held.progress.of(MILL).recheck) == ([], (), 0)
    clock.now = clock.now.replace(day=4)
    assert to_recheck(held) == [1]
    claim = held.claims.get(MILL, 1)
    assert claim.flags == (Flag.RECHECK,)
    assert (claim.recheck_reason, claim.finding, claim.is_open) == (PAST, Finding.ON_AUTHOR, True)
    assert [(one.claim, one.until) for one in held.findings.expired(MILL)] == [(1, UNTIL)]


def test_everything_that_counts_open_claims_counts_it(held: Desk, clock: Clock) -> None:
    before = held.progress.of(MILL)
    clock.now = clock.now.replace(day=4)
    progress = held.progress.of(MILL)
    assert (progress.recheck, progress.open, progress.done) == (1, before.open + 1, before.done - 1)
    assert progress.by_finding == before.by_finding
    assert held.articles.rows()[0].progress == progress == held.articles.get(MILL).progress
    assert held.progress.pace(MILL).left == progress.open
    assert [row.number for row in held.queue.rows(MILL, ClaimFilter(only_open=True))] == [1, 5]
    assert [row.number for row in held.queue.rows_of(MILL, [1, 2]) if row.is_open] == [1]
    assert [claim.number for claim in held.claims.full(MILL, ClaimFilter(flags=(Flag.RECHECK,)))] == [1]
    assert (1, f"to be rechecked: {PAST}") in [
        (one.claim, one.reason) for one in held.sign_off.check(MILL).blockers
    ]
    held.citations.add(MILL, 1, SourceFields(title="Census"))
    assert [entry.claims for entry in held.contacts.call_sheet(MILL) if entry.source.title == "Census"] == [
        (1,)
    ]


def test_nothing_is_written_when_a_day_passes(held: Desk, clock: Clock) -> None:
    token, version = held.history.token(), held.claims.get(MILL, 1).version
    clock.now = clock.now.replace(day=4)
    assert to_recheck(held) == [1]
    assert (held.history.token(), held.claims.get(MILL, 1).version) == (token, version)
    held.findings.decide(MILL, 1, Finding.ON_AUTHOR, expected={1: version})


def test_only_a_new_decision_clears_it(held: Desk, clock: Clock) -> None:
    clock.now = clock.now.replace(day=4)
    held.notes.add(MILL, 1, "n")
    held.review.agree(MILL, 1)
    held.claims.set_expiry(MILL, 1, date(2027, 1, 1))
    claim = held.claims.get(MILL, 1)
    assert (claim.flags, claim.recheck_reason, claim.expires) == ((Flag.RECHECK,), PAST, date(2027, 1, 1))
    held.claims.set_expiry(MILL, 1, None)
    assert to_recheck(held) == [1]
    held.findings.decide(MILL, 1, Finding.ON_AUTHOR)
    claim = held.claims.get(MILL, 1)
    assert (claim.flags, claim.recheck_reason, claim.expires) == ((), "", None)


def test_a_decision_lets_a_day_stand_that_is_still_to_come(held: Desk, clock: Clock) -> None:
    held.findings.decide(MILL, 1, Finding.NOT_CHECKABLE)
    assert held.claims.get(MILL, 1).expires == UNTIL
    clock.now = clock.now.replace(day=4)
    assert to_recheck(held) == [1]


def test_undo_of_other_acts_goes_on_as_if_no_day_had_passed(held: Desk, clock: Clock) -> None:
    held.notes.add(MILL, 1, "n")
    clock.now = clock.now.replace(day=4)
    assert held.history.undo().said == "Undid: claim 1 note added"
    assert held.history.undo().said == "Undid: 2 claims: holds until 2026-03-03"
    assert to_recheck(held) == []
    held.history.redo()
    assert to_recheck(held) == [1]
    held.history.undo()
    held.history.undo()
    assert held.history.undo().said == "Undid: 4 claims: on author"
    assert held.claims.get(MILL, 1).finding is Finding.UNCHECKED


def test_undo_of_the_decision_that_cleared_it_brings_it_back(held: Desk, clock: Clock) -> None:
    clock.now = clock.now.replace(day=4)
    held.findings.decide(MILL, 1, Finding.ON_AUTHOR)
    held.history.undo()
    assert to_recheck(held) == [1]
    held.claims.set_expiry(MILL, 1, date(2027, 1, 1))
    held.history.undo()
    claim = held.claims.get(MILL, 1)
    assert (claim.expires, claim.recheck_reason) == (UNTIL, PAST)
    assert held.maintenance.rebuild() == []


def test_a_second_reason_stands_behind_the_first(held: Desk, clock: Clock) -> None:
    held.citations.add(MILL, 1, SourceFields(title="Census"), CitationFields(locator="1"))
    (source,) = held.sources.find()
    held.sources.edit(source.id, SourceFields(title="Census", state=SourceState.WITHDRAWN))
    first = held.claims.get(MILL, 1).recheck_reason
    clock.now = clock.now.replace(day=4)
    assert held.claims.get(MILL, 1).recheck_reason == f"{first} Then: {PAST}"
    assert held.progress.of(MILL).recheck == 1
    assert [one.claim for one in held.findings.expired(MILL)] == [1]


def test_a_day_that_is_past_already_is_told(held: Desk) -> None:
    assert held.claims.set_expiry(MILL, 2, date(2026, 3, 2)).warnings == ()
    change = held.claims.set_expiry(MILL, [2, 3, 5], date(2025, 3, 3))
    assert change.warnings == ("2025-03-03 is past: claims 2 and 3 are to be rechecked.",)
    assert to_recheck(held) == [2, 3]


def test_claims_out_of_the_queue_and_off_the_draft_are_not_counted(held: Desk, clock: Clock) -> None:
    held.claims.set_expiry(MILL, [2, 3], UNTIL)
    held.merges.retire(MILL, 2)
    clock.now = clock.now.replace(day=4)
    assert [one.claim for one in held.findings.expired(MILL)] == [1, 3]
    assert held.progress.of(MILL).recheck == 2


def test_a_desk_that_cannot_be_written_shows_it_too(
    clock: Clock,
    open_directory: Path,  # noqa: F811 - the fixture
    powerless: Callable[[], AbstractContextManager[None]],  # noqa: F811 - the fixture
) -> None:
    place = open_directory / "desk.db"
    with powerless():
        with Desk.open(place, person="Ana Ortiz", clock=clock) as desk:
            desk.articles.add(article(), split(article()))
            desk.findings.decide(MILL, 1, Finding.ON_AUTHOR)
            desk.claims.set_expiry(MILL, 1, UNTIL)
        place.chmod(0o400)
        clock.now = clock.now.replace(day=4)
        with Desk.open(place, person="Ana Ortiz", clock=clock) as desk:
            assert desk.refusal
            assert to_recheck(desk) == [1]


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["decide", "wait", "back", "expire", "forever", "retire", "restore", "undo", "day"]),
        st.integers(1, 5),
        st.integers(-2, 3),
    ),
    max_size=14,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=18)
@given(acts=ACTS)
def test_lists_counts_and_cards_agree_on_what_is_to_be_rechecked(
    fill: Fill, templates: dict[str, Path], acts: list[tuple[str, int, int]]
) -> None:
    desk = fill(templates["mill"]).acting_as("Jo Reed")  # whose undo ends before the article
    clock = desk._transactions.clock
    assert isinstance(clock, Clock)
    for name, number, days in acts:
        _carry_out(desk, clock, name, number, days)
        rows = desk.queue.rows(MILL)
        flagged = {row.number for row in rows if Flag.RECHECK in row.flags}
        full = desk.claims.full(MILL)
        assert flagged == set(to_recheck(desk))
        assert flagged == {claim.number for claim in full if Flag.RECHECK in claim.flags}
        assert flagged == {claim.number for claim in full if claim.recheck_reason}
        assert desk.progress.of(MILL).open == sum(row.is_open for row in rows)
        assert desk.progress.pace(MILL).left == sum(row.is_open for row in rows)
        assert {one.claim for one in desk.findings.expired(MILL)} <= flagged
        assert not flagged & {row.number for row in rows if row.finding is Finding.UNCHECKED}


def _carry_out(desk: Desk, clock: Clock, name: str, number: int, days: int) -> None:
    day = clock.now.date() + timedelta(days=days)
    acts = {
        "decide": lambda: desk.findings.decide(MILL, number, Finding.ON_AUTHOR),
        "wait": lambda: desk.findings.decide(MILL, number, Finding.WAITING, waiting_on="x"),
        "back": lambda: desk.findings.decide(MILL, number, Finding.UNCHECKED),
        "expire": lambda: desk.claims.set_expiry(MILL, number, day),
        "forever": lambda: desk.claims.set_expiry(MILL, number, None),
        "retire": lambda: desk.merges.retire(MILL, number),
        "restore": lambda: desk.merges.restore(MILL, number),
        "undo": desk.history.undo,
        "day": lambda: setattr(clock, "now", clock.now + timedelta(days=1)),
    }
    with contextlib.suppress(Refused):
        acts[name]()
