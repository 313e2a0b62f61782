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
    desk.citations.add(MILL, [1, 2, 3], SourceFields(title="Census"), SUPPORT)
    desk.findings.decide(MILL, [1, 2, 3], Finding.VERIFIED)
    desk.findings.decide(MILL, 4, Finding.ON_AUTHOR)
    desk.findings.decide(MILL, 5, Finding.NOT_CHECKABLE)
    return desk


def blockers(desk: Desk) -> dict[int, str]:
    return {blocker.claim: blocker.reason for blocker in desk.sign_off.check(MILL).blockers}


def test_a_signed_piece_carries_signer_time_draft_and_the_digest_of_its_text(ready: Desk) -> None:
    check = ready.sign_off.check(MILL)
    assert (check.blockers, check.stet, check.on_author) == ((), (), (4,))
    assert ready.sign_off.sign(MILL).said == "Signed off “The Mill at Arden”, draft 1"
    row = ready.articles.get(MILL)
    assert row.is_signed
    assert (row.signed_by, row.signed_draft) == ("Ana Ortiz", 1)
    assert row.signed_digest == ready.drafts.get(MILL).digest
    with pytest.raises(Refused, match="already"):
        ready.sign_off.sign(MILL)


def test_what_stands_in_the_way_is_named_claim_by_claim(desk: Desk, jo: Desk) -> None:
    desk.findings.decide(MILL, 1, Finding.VERIFIED)
    desk.findings.decide(MILL, 2, Finding.WAITING, waiting_on="the writer")
    desk.findings.decide(MILL, 3, Finding.WRONG)
    desk.citations.add(MILL, 4, SourceFields(title="Census"), SUPPORT)
    desk.findings.decide(MILL, 4, Finding.VERIFIED)
    jo.review.send_back(MILL, 4, "look again")
    check = desk.sign_off.check(MILL)
    assert [(b.claim, b.reason) for b in check.blockers] == [
        (1, "verified needs a citation that supports it, with a locator or a quotation"),
        (2, "waits for the writer since 2026-03-02"),
        (3, "wrong, and not fixed yet"),
        (3, "wrong needs a citation that contradicts it"),
        (4, "sent back by Jo Reed: look again"),
        (5, "nobody has decided"),
    ]
    with pytest.raises(Refused, match="5 claims in the way"):
        desk.sign_off.sign(MILL)
    assert not desk.articles.get(MILL).is_signed


@pytest.mark.parametrize("fix", ["applied", "cut", "stet"])
def test_a_claim_that_must_change_stops_blocking_once_it_is_fixed(ready: Desk, fix: str) -> None:
    ready.wording.propose(MILL, 3, "Arden has 4,201 residents.")
    ready.findings.decide(MILL, 3, Finding.IMPRECISE)
    assert 3 in blockers(ready)
    ready.wording.accept(MILL, 3)
    assert 3 in blockers(ready)
    {
        "applied": lambda: ready.wording.applied(MILL, 3),
        "cut": lambda: ready.wording.cut(MILL, 3),
        "stet": lambda: ready.wording.stet(MILL, 3, "close enough"),
    }[fix]()
    assert blockers(ready) == {}


def test_overrides_are_kept_as_stet_with_name_and_reason(ready: Desk) -> None:
    ready.findings.decide(MILL, 3, Finding.UNVERIFIABLE)
    with pytest.raises(Refused, match="reason"):
        ready.sign_off.sign(MILL, {3: ""})
    with pytest.raises(NotOnDesk):
        ready.sign_off.sign(MILL, {33: "x"})
    ready.sign_off.sign(MILL, {3: "the editor was there"})
    claim = ready.claims.get(MILL, 3)
    assert (claim.fix, claim.fix_by, claim.fix_reason) == (FixState.STET, "Ana Ortiz", "the editor was there")
    assert ready.sign_off.check(MILL).stet == (3,)
    ready.history.undo()
    assert ready.claims.get(MILL, 3).fix is None
    assert not ready.articles.get(MILL).is_signed


def test_any_later_change_to_its_claims_opens_it_again_and_says_so(ready: Desk, jo: Desk) -> None:
    ready.sign_off.sign(MILL)
    signed = ready.articles.get(MILL)
    change = jo.notes.add(MILL, 1, "wait")
    assert change.said == "Claim 1: note added. “The Mill at Arden”, signed off by Ana Ortiz, is open again"
    assert not ready.articles.get(MILL).is_signed
    undone = jo.history.undo()
    assert undone.said == "Undid: claim 1 note added. “The Mill at Arden” is signed off by Ana Ortiz again"
    again = ready.articles.get(MILL)
    assert (again.signed_by, again.signed_at, again.signed_digest) == (
        signed.signed_by,
        signed.signed_at,
        signed.signed_digest,
    )
    assert "open again" in jo.history.redo().said
    assert not ready.articles.get(MILL).is_signed


def test_a_source_that_is_withdrawn_opens_the_pieces_that_rest_on_it(ready: Desk) -> None:
    ready.sign_off.sign(MILL)
    source = ready.sources.find()[0]
    ready.sources.edit(source.id, SourceFields(title="Census", note="a remark"))
    assert ready.articles.get(MILL).is_signed
    change = ready.sources.edit(source.id, SourceFields(title="Census", state=SourceState.WITHDRAWN))
    assert "is open again" in change.said
    assert Flag.RECHECK in ready.claims.get(MILL, 1).flags
    assert not ready.articles.get(MILL).is_signed


def test_what_is_not_about_its_claims_leaves_a_piece_signed(ready: Desk) -> None:
    ready.sign_off.sign(MILL)
    ready.articles.rename(MILL, outlet="Herald")
    ready.articles.archive(MILL)
    ready.sources.add(SourceFields(title="Another"))
    ready.typing.save("x", "y")
    ready.typing.save_place(MILL, 3)
    assert ready.articles.get(MILL).is_signed
    ready.sign_off.reopen(MILL)
    assert not ready.articles.get(MILL).is_signed
    with pytest.raises(Refused, match="not signed off"):
        ready.sign_off.reopen(MILL)


def test_a_question_about_the_whole_piece_opens_it_too(ready: Desk) -> None:
    ready.sign_off.sign(MILL)
    assert "is open again" in ready.queries.ask(MILL, None, "Who is Jo?").said


def test_the_house_may_ask_for_a_second_person(ready: Desk, jo: Desk) -> None:
    ready.claims.flag(MILL, 2, Flag.LEGAL)
    ready = ready.acting_as(rules=HouseRules(legal_needs_review=True))
    assert blockers(ready) == {2: "needs a second person's agreement"}
    ready = ready.acting_as(rules=HouseRules(all_need_review=True))
    assert set(blockers(ready)) == {1, 2, 3, 4, 5}
    jo.review.agree(MILL, [1, 2, 3, 4, 5])
    assert blockers(ready) == {}
