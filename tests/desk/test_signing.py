"""Signing off: what stands in the way, what the editor keeps, and what opens a signed piece again."""

import pytest

from db.vocabulary import Finding, FixState, Flag, SourceState
from factcheck.desk import Desk
from factcheck.errors import NotOnDesk, Refused
from factcheck.model import HouseRules, SourceFields
from tests.desk.conftest import MILL, SUPPORT


@pytest.fixture
def ready(desk: Desk) -> Desk:
    """The mill with nothing in the way."""
    desk.cite(MILL, [1, 2, 3], SourceFields(title="Census"), SUPPORT)
    desk.decide(MILL, [1, 2, 3], Finding.VERIFIED)
    desk.decide(MILL, 4, Finding.ON_AUTHOR)
    desk.decide(MILL, 5, Finding.NOT_CHECKABLE)
    return desk


def blockers(desk: Desk) -> dict[int, str]:
    return {blocker.claim: blocker.reason for blocker in desk.sign_off_check(MILL).blockers}


def test_a_signed_piece_carries_signer_time_draft_and_the_digest_of_its_text(ready: Desk) -> None:
    check = ready.sign_off_check(MILL)
    assert (check.blockers, check.stet, check.on_author) == ((), (), (4,))
    assert ready.sign_off(MILL).said == "Signed off “The Mill at Arden”, draft 1"
    row = ready.article(MILL)
    assert row.is_signed
    assert (row.signed_by, row.signed_draft) == ("Ana Ortiz", 1)
    assert row.signed_digest == ready.draft(MILL).digest
    with pytest.raises(Refused, match="already"):
        ready.sign_off(MILL)


def test_what_stands_in_the_way_is_named_claim_by_claim(desk: Desk, jo: Desk) -> None:
    desk.decide(MILL, 1, Finding.VERIFIED)
    desk.decide(MILL, 2, Finding.WAITING, waiting_on="the writer")
    desk.decide(MILL, 3, Finding.WRONG)
    desk.cite(MILL, 4, SourceFields(title="Census"), SUPPORT)
    desk.decide(MILL, 4, Finding.VERIFIED)
    jo.send_back(MILL, 4, "look again")
    check = desk.sign_off_check(MILL)
    assert [(b.claim, b.reason) for b in check.blockers] == [
        (1, "verified needs a citation that supports it, with a locator or a quotation"),
        (2, "waits for the writer since 2026-03-02"),
        (3, "wrong, and not fixed yet"),
        (3, "wrong needs a citation that contradicts it"),
        (4, "sent back by Jo Reed: look again"),
        (5, "nobody has decided"),
    ]
    with pytest.raises(Refused, match="5 claims in the way"):
        desk.sign_off(MILL)
    assert not desk.article(MILL).is_signed


@pytest.mark.parametrize("fix", ["applied", "cut", "stet"])
def test_a_claim_that_must_change_stops_blocking_once_it_is_fixed(ready: Desk, fix: str) -> None:
    ready.propose(MILL, 3, "Arden has 4,201 residents.")
    ready.decide(MILL, 3, Finding.IMPRECISE)
    assert 3 in blockers(ready)
    ready.accept(MILL, 3)
    assert 3 in blockers(ready)
    {
        "applied": lambda: ready.applied(MILL, 3),
        "cut": lambda: ready.cut(MILL, 3),
        "stet": lambda: ready.stet(MILL, 3, "close enough"),
    }[fix]()
    assert blockers(ready) == {}


def test_overrides_are_kept_as_stet_with_name_and_reason(ready: Desk) -> None:
    ready.decide(MILL, 3, Finding.UNVERIFIABLE)
    with pytest.raises(Refused, match="reason"):
        ready.sign_off(MILL, {3: ""})
    with pytest.raises(NotOnDesk):
        ready.sign_off(MILL, {33: "x"})
    ready.sign_off(MILL, {3: "the editor was there"})
    claim = ready.claim(MILL, 3)
    assert (claim.fix, claim.fix_by, claim.fix_reason) == (FixState.STET, "Ana Ortiz", "the editor was there")
    assert ready.sign_off_check(MILL).stet == (3,)
    ready.undo()
    assert ready.claim(MILL, 3).fix is None
    assert not ready.article(MILL).is_signed


def test_any_later_change_to_its_claims_opens_it_again_and_says_so(ready: Desk, jo: Desk) -> None:
    ready.sign_off(MILL)
    signed = ready.article(MILL)
    change = jo.note(MILL, 1, "wait")
    assert change.said == "Claim 1: note added. “The Mill at Arden”, signed off by Ana Ortiz, is open again"
    assert not ready.article(MILL).is_signed
    undone = jo.undo()
    assert undone.said == "Undid: claim 1 note added. “The Mill at Arden” is signed off by Ana Ortiz again"
    again = ready.article(MILL)
    assert (again.signed_by, again.signed_at, again.signed_digest) == (
        signed.signed_by,
        signed.signed_at,
        signed.signed_digest,
    )
    assert "open again" in jo.redo().said
    assert not ready.article(MILL).is_signed


def test_a_source_that_is_withdrawn_opens_the_pieces_that_rest_on_it(ready: Desk) -> None:
    ready.sign_off(MILL)
    source = ready.sources()[0]
    ready.edit_source(source.id, SourceFields(title="Census", note="a remark"))
    assert ready.article(MILL).is_signed
    change = ready.edit_source(source.id, SourceFields(title="Census", state=SourceState.WITHDRAWN))
    assert "is open again" in change.said
    assert Flag.RECHECK in ready.claim(MILL, 1).flags
    assert not ready.article(MILL).is_signed


def test_what_is_not_about_its_claims_leaves_a_piece_signed(ready: Desk) -> None:
    ready.sign_off(MILL)
    ready.rename(MILL, outlet="Herald")
    ready.archive(MILL)
    ready.add_source(SourceFields(title="Another"))
    ready.save_typed("x", "y")
    ready.save_place(MILL, 3)
    assert ready.article(MILL).is_signed
    ready.reopen(MILL)
    assert not ready.article(MILL).is_signed
    with pytest.raises(Refused, match="not signed off"):
        ready.reopen(MILL)


def test_a_question_about_the_whole_piece_opens_it_too(ready: Desk) -> None:
    ready.sign_off(MILL)
    assert "is open again" in ready.ask(MILL, None, "Who is Jo?").said


def test_the_house_may_ask_for_a_second_person(ready: Desk, jo: Desk) -> None:
    ready.flag(MILL, 2, Flag.LEGAL)
    ready.rules = HouseRules(legal_needs_review=True)
    assert blockers(ready) == {2: "needs a second person's agreement"}
    ready.rules = HouseRules(all_need_review=True)
    assert set(blockers(ready)) == {1, 2, 3, 4, 5}
    jo.agree(MILL, [1, 2, 3, 4, 5])
    assert blockers(ready) == {}
