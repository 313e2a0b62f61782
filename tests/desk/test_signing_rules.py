"""What stands in the way of signing, by a plain rule for each state of a claim; counts at their edges."""

from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.tables import Claim
from db.vocabulary import FINDINGS, OPEN_FINDINGS, Blocks, Finding, FixState, Flag, ReviewState
from factcheck.desk import Desk
from factcheck.errors import Conflict, NotOnDesk, Refused
from factcheck.model import Day, SectionProgress, SourceFields
from tests.desk.conftest import MILL, SUPPORT
from tests.desk.test_needs import LENIENT
from tests.desk.texts import MILL as TEXT
from tests.desk.texts import Clock, article, split

STATES = list(product(Finding, [None, *FixState], [False, True], [None, *ReviewState]))
"""Finding, fix, whether to be rechecked, review."""


DECIDED = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def in_the_way(
    finding: Finding, fix: FixState | None, recheck: bool, review: ReviewState | None
) -> list[str]:
    """What stands in the way of a claim, in a house that insists on nothing."""
    if fix is FixState.STET:
        return []
    if finding is Finding.UNCHECKED:
        return ["nobody has decided"]
    if finding is Finding.WAITING:
        return ["waits"]
    found = ["to be rechecked: the source went"] if recheck else []
    if review is ReviewState.SENT_BACK:
        found.append("sent back by Jo Reed: no page")
    if FINDINGS[finding].blocks is Blocks.UNTIL_FIXED and fix not in {FixState.APPLIED, FixState.CUT}:
        found.append(f"{FINDINGS[finding].label}, and not fixed yet")
    return found


def put(desk: Desk, number: int, **values: object) -> None:
    """Bring a claim's row into a state."""
    with desk._transactions.store.write() as connection:
        connection.execute(Claim.__table__.update().where(Claim.number == number).values(**values))


def test_every_state_of_a_claim_stands_in_the_way_as_the_rules_say(empty: Desk) -> None:
    given_ = article(" ".join(["It is."] * len(STATES)), slug="long")
    empty.articles.add(given_, split(given_))
    with empty._transactions.store.write() as connection:
        for number, (finding, fix, recheck, review) in enumerate(STATES, 1):
            values = {"finding": finding, "fix": fix, "recheck": recheck, "review": review}
            values |= {"recheck_reason": "the source went" * recheck, "decided_at": DECIDED}
            values |= {"review_by": "Jo Reed", "review_reason": "no page"}
            connection.execute(Claim.__table__.update().where(Claim.number == number).values(**values))
    check = empty.acting_as(rules=LENIENT).sign_off.check("long")
    numbered = dict(enumerate(STATES, 1))
    assert [(one.claim, one.finding, one.reason) for one in check.blockers] == [
        (number, state[0], reason) for number, state in numbered.items() for reason in in_the_way(*state)
    ]
    assert check.stet == tuple(n for n, state in numbered.items() if state[1] is FixState.STET)
    kept = [n for n, state in numbered.items() if state[0] is Finding.ON_AUTHOR]
    assert check.on_author == tuple(kept)
    progress = empty.progress.of("long")
    assert progress.recheck == sum(state[2] and state[0] not in OPEN_FINDINGS for state in STATES)
    assert progress.reviewed == sum(state[3] is ReviewState.AGREED for state in STATES)
    assert progress.open == sum(row.is_open for row in empty.queue.rows("long"))
    assert (empty.progress.pace("long").left, progress.claims) == (progress.open, len(STATES))


def test_what_a_claim_waits_for_and_why_it_is_rechecked_is_said_as_far_as_it_is_known(desk: Desk) -> None:
    house = desk.acting_as(rules=LENIENT)
    put(desk, 1, finding=Finding.WAITING, waiting_on="the writer", waiting_since=date(2026, 3, 1))
    put(desk, 2, finding=Finding.WAITING, waiting_since=date(2026, 3, 2))
    put(desk, 3, finding=Finding.WAITING, waiting_on="the hall")
    put(desk, 4, finding=Finding.VERIFIED, recheck=True)
    put(desk, 5, finding=Finding.VERIFIED, expires=date(2026, 3, 1))
    assert [one.reason for one in house.sign_off.check(MILL).blockers] == [
        "waits for the writer since 2026-03-01",
        "waits since 2026-03-02",
        "waits for the hall",
        "to be rechecked",
        "to be rechecked: The finding held until 2026-03-01.",
    ]
    assert [(one.claim, one.on) for one in desk.progress.pace(MILL).waiting] == [
        (1, "the writer"),
        (2, ""),
        (3, "the hall"),
    ]
    assert desk.progress.of(MILL).oldest_waiting == date(2026, 3, 1)


def test_a_retired_claim_waits_for_nobody_and_is_counted_nowhere(desk: Desk) -> None:
    desk.findings.decide(MILL, 3, Finding.WAITING, waiting_on="the hall")
    desk.claims.set_expiry(MILL, 3, date(2026, 1, 1))
    desk.findings.decide(MILL, 4, Finding.WRONG)
    desk.review.agree(MILL, 4)
    desk.merges.retire(MILL, [3, 4])
    progress, pace = desk.progress.of(MILL), desk.progress.pace(MILL)
    assert (progress.claims, progress.oldest_waiting, progress.recheck, progress.reviewed) == (3, None, 0, 0)
    assert (pace.left, pace.waiting, pace.by_checker, pace.by_section[1]) == (
        3,
        (),
        {},
        SectionProgress("The town", 0, 1),
    )
    assert {one.claim for one in desk.sign_off.check(MILL).blockers} == {1, 2, 5}
    with pytest.raises(NotOnDesk, match=r"^“The Mill at Arden” has no claim 3 in draft 1\.$"):
        desk.sign_off.sign(MILL, {3: "kept", 1: "kept"})


def test_only_claims_that_are_not_overridden_are_named_as_being_in_the_way(desk: Desk) -> None:
    with pytest.raises(Refused) as caught:
        desk.sign_off.sign(MILL, {1: "kept", 3: "kept"})
    assert str(caught.value) == (
        "“The Mill at Arden” cannot be signed off: 3 claims in the way (2, 4 and 5)."
        " Decide or fix them, or keep them with a reason."
    )
    assert desk.claims.get(MILL, 1).fix is None
    change = desk.sign_off.sign(MILL, dict.fromkeys(range(1, 6), " kept "))
    assert change.said == "Signed off “The Mill at Arden”, draft 1, 5 claims kept as they stand"
    assert desk.claims.get(MILL, 5).fix_reason == "kept"
    desk.sign_off.reopen(MILL)
    assert desk.sign_off.sign(MILL).said == "Signed off “The Mill at Arden”, draft 1"


def test_a_pause_of_half_an_hour_is_work_and_a_longer_one_is_none(desk: Desk, clock: Clock) -> None:
    desk.findings.decide(MILL, 1, Finding.ON_AUTHOR)
    clock.now += timedelta(minutes=29)
    desk.findings.decide(MILL, 2, Finding.ON_AUTHOR)
    assert desk.progress.pace(MILL).per_hour == 2.0
    clock.now += timedelta(minutes=29, seconds=1)
    desk.findings.decide(MILL, 3, Finding.ON_AUTHOR)
    pace = desk.progress.pace(MILL)
    assert (pace.per_hour, pace.left, pace.hours_left) == (2.0, 2, 1.0)


def test_pace_counts_days_checkers_and_sections_in_their_order(desk: Desk, jo: Desk, clock: Clock) -> None:
    given_ = article("An opening line without a heading is.\n\nTown\n\nIt is. It was.\n\nRiver\n\nIt floods.")
    slug = desk.articles.add(given_, split(given_)).article
    jo.findings.decide(slug, 4, Finding.ON_AUTHOR)
    jo.findings.decide(slug, 3, Finding.WRONG)
    clock.now += timedelta(days=2)
    desk.findings.decide(slug, 1, Finding.WRONG)
    pace = desk.progress.pace(slug)
    assert pace.days == (Day(date(2026, 3, 2), 2), Day(date(2026, 3, 4), 1))
    assert list(pace.by_checker.items()) == [("Jo Reed", 2), ("Ana Ortiz", 1)]
    assert pace.by_section == (
        SectionProgress("", 1, 1),
        SectionProgress("Town", 1, 2),
        SectionProgress("River", 1, 1),
    )


def test_lost_claims_are_left_out_of_every_count_but_their_own(desk: Desk) -> None:
    desk.findings.decide(MILL, [2, 3], Finding.WRONG)
    desk.findings.decide(MILL, 4, Finding.WAITING, waiting_on="x")
    desk.review.agree(MILL, [2, 3])
    desk.claims.set_expiry(MILL, [2, 3], date(2026, 1, 1))
    desk.queries.ask(MILL, 3, "Where?")
    shorter = article(TEXT.replace("Arden has 4,200 residents. The river floods every spring 🌊. ", ""))
    desk.revisions.apply(MILL, shorter, desk.revisions.plan(MILL, shorter, split(shorter)))
    for closed, lost in (([], 2), ([3], 1), ([4], 0)):
        if closed:
            assert (
                desk.lost_claims.close(MILL, closed, "short").said
                == f"Claim {closed[0]}: closed as cut (short)"
            )
        progress = desk.progress.of(MILL)
        assert (progress.claims, progress.lost, progress.recheck, progress.reviewed) == (3, lost, 1, 1)
        assert (progress.by_finding[Finding.WRONG], progress.by_finding[Finding.WAITING]) == (1, 0)
        assert (progress.open_queries, progress.oldest_waiting) == (1, None)
    with pytest.raises(Refused, match="Claim 3 of “The Mill at Arden” was retired: restore it first"):
        desk.lost_claims.close(MILL, 3)
    with pytest.raises(Refused, match="Claim 2 stands in draft 2 of “The Mill at Arden”: it is not lost"):
        desk.lost_claims.close(MILL, 2)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=15)
@given(
    fix=st.sampled_from([None, *FixState]),
    review=st.sampled_from([None, *ReviewState]),
    finding=st.sampled_from(list(Finding)),
    was=st.sampled_from(list(Finding)),
)
def test_a_decision_lets_a_review_stand_only_where_it_agreed_with_the_same_finding(
    desk: Desk, fix: FixState | None, review: ReviewState | None, finding: Finding, was: Finding
) -> None:
    put(desk, 1, finding=was, fix=fix, review=review, review_by="Jo Reed" if review else "", review_reason="")
    desk.findings.decide(MILL, 1, finding)
    claim = desk.claims.get(MILL, 1)
    stands = review is ReviewState.AGREED and was is finding
    assert (claim.review, claim.review_by) == ((review, "Jo Reed") if stands else (None, ""))
    assert claim.fix is fix


@pytest.mark.parametrize("state", [None, *FixState])
def test_wording_taken_back_takes_only_an_open_proposal_off_the_track(
    desk: Desk, state: FixState | None
) -> None:
    put(desk, 1, fix=state, fix_by="Jo Reed" if state else "", proposed_text="Other.")
    assert desk.wording.propose(MILL, 1, "").said == "Claim 1: no wording proposed"
    claim = desk.claims.get(MILL, 1)
    gone = state in {FixState.PROPOSED, FixState.ACCEPTED}
    assert (claim.proposed_text, claim.fix) == ("", None if gone else state)
    assert claim.fix_by == ("" if gone or state is None else "Jo Reed")
    with pytest.raises(Refused, match="No wording is proposed for claim 1: propose one first"):
        desk.wording.applied(MILL, 1)


def test_agreeing_names_the_claims_that_one_decided_oneself(desk: Desk, jo: Desk) -> None:
    desk.findings.decide(MILL, [1, 2, 3], Finding.VERIFIED)
    jo.findings.decide(MILL, [4, 5], Finding.VERIFIED)
    assert desk.review.agree(MILL, [1, 2, 3, 4]).warnings == (
        "You decided claims 1–3 yourself: a second person should look.",
    )
    assert jo.review.agree(MILL, [1, 2, 3]).warnings == ()
    jo.review.send_back(MILL, 1, "no")
    desk.review.agree(MILL, 1)
    claim = desk.claims.get(MILL, 1)
    assert (claim.review, claim.review_by, claim.review_reason) == (ReviewState.AGREED, "Ana Ortiz", "")
    seen = {1: claim.version}
    jo.claims.set_priority(MILL, 1, 50)
    for verb in (
        lambda: desk.review.agree(MILL, 1, expected=seen),
        lambda: desk.review.send_back(MILL, 1, "x", expected=seen),
    ):
        with pytest.raises(Conflict, match="Jo Reed changed claim 1 of “The Mill at Arden” meanwhile"):
            verb()


def test_undoing_what_opened_two_signed_pieces_signs_both_again(desk: Desk) -> None:
    given_ = article("Other\n\nThe other thing is.", title=" ")
    other = desk.articles.add(given_, split(given_)).article
    desk.citations.add(MILL, 1, SourceFields(title="Census"), SUPPORT)
    desk.citations.add(other, 1, 1, SUPPORT)
    for slug in (MILL, other):
        desk.sign_off.sign(slug, {row.number: "kept" for row in desk.queue.rows(slug)})
    with desk.one_step("Both", verb="batch"):
        desk.claims.flag(MILL, 1, Flag.LEGAL)
        desk.claims.flag(other, 1, Flag.LEGAL)
    (event,) = desk.history.events(limit=1)
    assert event.said == (
        "Both. “The Mill at Arden”, signed off by Ana Ortiz, is open again"
        f". “{other}”, signed off by Ana Ortiz, is open again"
    )
    assert desk.history.undo().said == (
        "Undid: both. “The Mill at Arden” is signed off by Ana Ortiz again"
        f". “{other}” is signed off by Ana Ortiz again"
    )
    assert all(row.is_signed for row in desk.articles.rows())
