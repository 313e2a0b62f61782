"""Cuts at their edges: where they may lie, what each part takes over, what is nested in what."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.vocabulary import CheckKind, Finding, FixState, Flag, LocatorKind, SetAsideReason, Stance, Tier
from factcheck.desk import Desk
from factcheck.desk.cuts.coverage import covered_words
from factcheck.desk.cuts.spans import envelope, has_words, joined, trimmed, whole_words, without
from factcheck.errors import Conflict, Refused
from factcheck.model import CitationFields, Claim, ClaimFilter, SourceFields, Span
from factcheck.text import WORD
from tests.desk.conftest import MILL
from tests.desk.test_cutting import by_hand, place, texts
from tests.desk.test_stretches import places, spans
from tests.desk.texts import article, split


@settings(max_examples=50)
@given(spans, spans)
def test_stretches_come_in_order_with_none_that_touch(first: list[Span], second: list[Span]) -> None:
    def runs(held: set[int]) -> list[Span]:
        starts = sorted(place_ for place_ in held if place_ - 1 not in held)
        ends = sorted(place_ + 1 for place_ in held if place_ + 1 not in held)
        return [Span(*pair) for pair in zip(starts, ends, strict=True)]

    assert joined([*first, Span(3, 3)]) == runs(places(first))
    assert without(first, second) == runs(places(first) - places(second))
    if first:
        assert envelope(first) == Span(min(places(first)), max(places(first)) + 1)


@settings(max_examples=50)
@given(st.text(alphabet="ab, .\n", max_size=30), st.integers(0, 5), spans)
def test_covered_words_are_those_that_begin_in_a_stretch(
    text: str, offset: int, stretches: list[Span]
) -> None:
    held = places(stretches)
    counted = sum(match.start() + offset in held for match in WORD.finditer(text))
    assert covered_words(text, offset, joined(stretches)) == counted


@pytest.mark.parametrize(
    ("text", "start", "end", "trim", "whole"),
    [
        (" ab cd ", 0, 7, (1, 6), (1, 6)),
        ("ab cd", 1, 4, (1, 4), (0, 5)),
        ("ab cd", 2, 3, (3, 3), (3, 3)),
        ("ab cd", 0, 2, (0, 2), (0, 2)),
        ("1,234", 1, 2, (1, 2), (0, 5)),
        ("x" * 201 + " y", 200, 203, (200, 203), (0, 203)),
        ("y " + "x" * 201, 0, 3, (0, 3), (0, 203)),
    ],
)
def test_a_stretch_is_trimmed_and_widened_to_the_words_that_it_cuts(
    text: str, start: int, end: int, trim: tuple[int, int], whole: tuple[int, int]
) -> None:
    assert trimmed(text, Span(start, end)) == trim
    assert whole_words(text, Span(start, end)) == whole
    assert has_words(text, Span(start, end)) == any(map(str.isalnum, text[start:end]))


def test_a_selection_may_be_the_whole_draft_and_no_more(desk: Desk) -> None:
    text = desk.drafts.get(MILL).text
    for start, end in ((0, len(text) + 1), (-1, 4), (4, 4), (5, 4)):
        with pytest.raises(Refused, match=r"^The selection lies outside the draft: nothing was changed\.$"):
            desk.cuts.add(MILL, start, end)
    with pytest.raises(Refused, match=r"^The selection holds no word: nothing was changed\.$"):
        desk.cuts.add(MILL, *place(desk, " 🌊."))
    desk.cuts.add(MILL, 0, len(text))
    assert [row.number for row in desk.queue.rows(MILL)] == [6, 1, 2, 3, 4, 5]
    assert [desk.claims.get(MILL, number).parent for number in range(1, 7)] == [6, 6, 6, 6, 6, None]
    assert desk.drafts.passages(MILL) == ()
    desk.cuts.add(MILL, place(desk, "The mill opened")[0], place(desk, "Ana Ortiz.")[1])
    assert [desk.claims.get(MILL, number).parent for number in (1, 2, 3, 7)] == [7, 7, 6, 6]


@pytest.mark.parametrize(
    ("at", "parts"),
    [
        (["300 people", "employs", "employs"], ["It", "employs", "300 people, says Ana Ortiz."]),
        ([" says"], ["It employs 300 people,", "says Ana Ortiz."]),
        (["tiz."], ["It employs 300 people, says Ana", "Ortiz."]),
    ],
)
def test_a_claim_is_split_at_every_place_once_in_order(desk: Desk, at: list[str], parts: list[str]) -> None:
    change = desk.cuts.split(MILL, 2, [place(desk, words)[0] for words in at])
    assert [texts(desk)[number] for number in (2, *range(6, 5 + len(parts)))] == parts
    assert change.created == 6
    assert by_hand(desk) == []
    assert desk.maintenance.doctor().problems == ()


@pytest.mark.parametrize("offset", [-1, 0, 1, 38, 39])
def test_a_split_at_the_edge_of_a_claim_is_refused(desk: Desk, offset: int) -> None:
    claim = desk.claims.get(MILL, 2)
    assert claim.end - claim.start == 38
    with pytest.raises(Refused, match=r"^Claim 2 can only be split between its own words\.$"):
        desk.cuts.split(MILL, 2, [claim.start + offset, claim.start + 12])
    with pytest.raises(Refused, match="Claim 2 can only be split"):
        desk.cuts.split(MILL, 2, [])
    with pytest.raises(Refused, match=r"^A part of claim 4 would hold no word: split it elsewhere\.$"):
        desk.cuts.split(MILL, 4, [place(desk, "🌊.")[0]])


def worked(desk: Desk) -> Claim:
    """Claim 2 with everything that a claim can have."""
    desk.citations.add(
        MILL, 2, SourceFields(title="Payroll"), CitationFields(locator="p. 3", quotation="300")
    )
    desk.citations.add(MILL, 2, SourceFields(title="Census"))
    desk.claims.set_priority(MILL, 2, 7)
    desk.claims.set_kinds(MILL, 2, [CheckKind.QUOTE, CheckKind.NUMBER])
    desk.claims.restate(MILL, 2, "The mill employs 300 people.")
    desk.claims.set_expiry(MILL, 2, date(2027, 1, 1))
    desk.claims.assign(MILL, 2, "Jo Reed")
    for flag in (Flag.LEGAL, Flag.SENSITIVE):
        desk.claims.flag(MILL, 2, flag)
    desk.wording.propose(MILL, 2, "It employed 300 people.")
    desk.findings.decide(MILL, 2, Finding.IMPRECISE)
    desk.findings.tick_all(MILL, 2)
    desk.notes.add(MILL, 2, "called")
    desk.queries.ask(MILL, 2, "When?")
    desk.acting_as("Jo Reed").review.agree(MILL, 2)
    return desk.claims.get(MILL, 2)


def test_each_part_takes_over_what_was_decided_and_the_first_what_was_written(desk: Desk) -> None:
    was = worked(desk)
    desk.cuts.split(MILL, 2, [place(desk, "says")[0]])
    first, second = desk.claims.get(MILL, 2), desk.claims.get(MILL, 6)
    reason = f"It was split; the words were: {was.text}"
    for part in (first, second):
        assert (part.finding, part.decided_by, part.decided_at, part.decided_text) == (
            was.finding,
            was.decided_by,
            was.decided_at,
            was.text,
        )
        assert (part.recheck_reason, part.review, part.review_by, part.restatement) == (reason, None, "", "")
        assert (part.speaker, part.priority, part.reasons) == (was.speaker, 7, was.reasons)
        assert (part.assignee, part.expires) == ("Jo Reed", date(2027, 1, 1))
        assert {Flag.RECHECK, Flag.LEGAL, Flag.SENSITIVE} <= set(part.flags)
        assert [(c.source.title, c.locator, c.quotation) for c in part.citations] == [
            ("Payroll", "3", "300"),
            ("Census", "", ""),
        ]
    assert (first.proposed_text, first.fix, len(first.notes), len(first.queries)) == (
        "It employed 300 people.",
        FixState.PROPOSED,
        1,
        1,
    )
    assert (second.proposed_text, second.fix, second.notes, second.queries) == ("", None, (), ())
    assert [(p.text, p.ticked_by) for p in first.check_points] == [("300", "Ana Ortiz")]
    assert (first.kinds, second.kinds) == ((CheckKind.NUMBER, CheckKind.QUOTE), (CheckKind.QUOTE,))
    assert (first.draft, second.draft, second.retired, second.lost) == (1, 1, False, False)


def test_an_undecided_claim_is_split_without_anything_to_recheck(desk: Desk) -> None:
    desk.findings.decide(MILL, 4, Finding.WAITING, waiting_on="the hall")
    desk.cuts.split(MILL, 2, [place(desk, "says")[0]])
    desk.cuts.split(MILL, 4, [place(desk, "floods")[0]])
    for number in (2, 6, 4, 7):
        claim = desk.claims.get(MILL, number)
        assert (claim.recheck_reason, Flag.RECHECK in claim.flags) == ("", False)
    assert [desk.claims.get(MILL, n).waiting_on for n in (4, 7)] == ["the hall", "the hall"]


def test_claims_inside_a_split_one_go_with_the_part_that_holds_them(desk: Desk) -> None:
    for words in ("It employs", "300 people", "300", "Ana Ortiz"):
        desk.cuts.add(MILL, *place(desk, words))
    assert [desk.claims.get(MILL, n).parent for n in (6, 7, 8, 9)] == [2, 2, 7, 2]
    with pytest.raises(
        Refused, match=r"^Claim 6 stands across this place: split or retire that one first\.$"
    ):
        desk.cuts.split(MILL, 2, [place(desk, "employs")[0], place(desk, "says")[0]])
    desk.cuts.split(MILL, 2, [place(desk, "300")[0], place(desk, "says")[0]])
    assert [desk.claims.get(MILL, n).parent for n in (6, 7, 8, 9)] == [2, 10, 7, 11]
    assert [desk.claims.get(MILL, n).parent for n in (2, 10, 11)] == [None, None, None]
    desk.cuts.split(MILL, 7, [place(desk, "people")[0]])
    assert [desk.claims.get(MILL, n).parent for n in (7, 8, 12)] == [10, 7, 10]


def test_a_claim_cut_anew_lets_go_of_what_no_longer_lies_in_it(desk: Desk) -> None:
    for words in ("It employs", "employs", "Ana Ortiz"):
        desk.cuts.add(MILL, *place(desk, words))
    start = place(desk, "employs")[0]
    with pytest.raises(
        Refused, match=r"^Some of these words are in claim 6: select them all, or merge the claims\.$"
    ):
        desk.cuts.recut(MILL, 2, start, place(desk, "people")[1])
    with pytest.raises(Refused, match="Some of these words are in claim 3: select them all"):
        desk.cuts.recut(MILL, 2, place(desk, "300")[0], place(desk, "Arden has")[1])
    desk.cuts.recut(MILL, 2, *place(desk, "It employs 300"))
    assert [desk.claims.get(MILL, n).parent for n in (6, 7, 8)] == [2, 6, None]
    assert desk.claims.get(MILL, 2).recheck_reason == ""
    with pytest.raises(Refused, match=r"^Claim 2 stands in these words: merge the two instead\.$"):
        desk.cuts.recut(MILL, 6, place(desk, "It employs")[0], place(desk, "says")[1])


def test_words_cut_anew_keep_ticks_and_take_in_new_check_points_once(desk: Desk) -> None:
    desk.findings.tick_all(MILL, 2)
    desk.findings.decide(MILL, 2, Finding.ON_AUTHOR)
    desk.claims.set_kinds(MILL, 2, [CheckKind.QUOTE])
    was = desk.claims.get(MILL, 2)
    desk.cuts.recut(MILL, 2, place(desk, "300")[0], place(desk, "close it?")[1])
    claim = desk.claims.get(MILL, 2)
    text = desk.drafts.get(MILL).text
    assert claim.text == "300 people, says Ana Ortiz. Who would close it?"
    assert claim.recheck_reason == f"It was cut anew; the words were: {was.text}"
    assert [(p.text, p.ticked) for p in claim.check_points if p.text == "300"] == [("300", True)]
    assert all(text[p.start : p.end] == p.text for p in claim.check_points)
    assert CheckKind.QUOTE in claim.kinds
    assert by_hand(desk) == ["It employs"]
    before = [(p.kind, p.text) for p in claim.check_points]
    desk.cuts.recut(MILL, 2, was.start, place(desk, "close it?")[1])
    desk.cuts.recut(MILL, 2, place(desk, "300")[0], place(desk, "close it?")[1])
    assert [(p.kind, p.text) for p in desk.claims.get(MILL, 2).check_points] == before
    desk.cuts.recut(MILL, 2, was.start, place(desk, "It employs")[1])
    assert [p.text for p in desk.claims.get(MILL, 2).check_points] == []


def test_merged_claims_say_together_what_each_of_them_said(desk: Desk) -> None:
    desk.findings.decide(MILL, [1, 2], Finding.WRONG)
    desk.claims.restate(MILL, 1, "R")
    desk.claims.set_kinds(MILL, 1, [CheckKind.QUOTE])
    desk.claims.set_priority(MILL, 1, 3)
    desk.claims.set_priority(MILL, 2, 9)
    desk.claims.assign(MILL, 2, "Jo Reed")
    desk.claims.flag(MILL, 2, Flag.LEGAL)
    desk.findings.tick_all(MILL, 2)
    desk.cuts.add(MILL, *place(desk, "300 people"))
    desk.acting_as("Jo Reed").review.agree(MILL, 1)
    was = desk.claims.get(MILL, 1)
    change = desk.merges.merge(MILL, [2, 1])
    claim = desk.claims.get(MILL, 1)
    assert (change.said, change.created) == ("Claim 1: merged with 2", 1)
    assert claim.recheck_reason == f"It was merged; the words were: {was.text} It took in claim 2 (wrong)."
    assert (claim.restatement, claim.priority, claim.assignee, claim.review) == ("", 9, "Jo Reed", None)
    assert claim.kinds == (CheckKind.NUMBER, CheckKind.QUOTE)
    assert (claim.speaker and claim.speaker.name, claim.reasons) == ("Ana Ortiz", ("a number",))
    assert Flag.LEGAL in claim.flags
    assert Flag.SENSITIVE not in claim.flags
    assert [(p.text, p.ticked) for p in claim.check_points] == [("1902", False), ("300", True)]
    assert desk.claims.get(MILL, 6).parent == 1
    assert desk.claims.get(MILL, 2).retired
    assert desk.merges.merge(MILL, [4, 5, 3]).said == "Claim 3: merged with 4 and 5"
    assert desk.claims.get(MILL, 3).recheck_reason == ""


def test_a_citation_of_the_same_place_stays_behind_and_any_other_comes_along(desk: Desk) -> None:
    plain = CitationFields(
        stance=Stance.SUPPORTS, tier=Tier.PRIMARY, locator="14", locator_kind=LocatorKind.PAGE
    )
    others = (
        replace(plain, stance=Stance.PARTLY),
        replace(plain, tier=Tier.SECONDARY),
        replace(plain, locator="15"),
        replace(plain, locator_kind=LocatorKind.TABLE),
        replace(plain, quotation="q"),
    )
    census = SourceFields(title="Census")
    desk.citations.add(MILL, 3, census, plain)
    for fields in (replace(plain, note="again"), *others, others[0]):
        desk.citations.add(MILL, 4, census, fields)
    desk.citations.add(MILL, 4, SourceFields(title="Register"), plain)
    desk.merges.merge(MILL, [3, 4])
    assert len(desk.claims.get(MILL, 3).citations) == 7
    assert [c.note for c in desk.claims.get(MILL, 4).citations] == ["again", ""]


def test_only_what_lies_in_one_of_the_merged_claims_or_around_all_is_not_between_them(desk: Desk) -> None:
    desk.cuts.add(MILL, *place(desk, "4,200 residents"))
    desk.cuts.add(MILL, place(desk, "Arden has")[0], place(desk, "likes that.")[1])
    desk.merges.merge(MILL, [3, 4])
    assert [desk.claims.get(MILL, n).parent for n in (3, 6, 7)] == [7, 3, None]
    with pytest.raises(Refused, match=r"^It takes two claims to merge: name another one\.$"):
        desk.merges.merge(MILL, [5, 5])
    with pytest.raises(Refused, match=r"^Claim 2 stands between claims 1 and 5: merge neighbours only\.$"):
        desk.merges.merge(MILL, [5, 1])


def test_claims_far_apart_are_retired_and_brought_back_in_one_step(desk: Desk) -> None:
    assert desk.merges.retire(MILL, [5, 1]).said == "2 claims: retired"
    assert by_hand(desk) == ["The mill opened in 1902.", "Nobody likes that."]
    assert desk.merges.restore(MILL, [1, 5]).said == "2 claims: back in the queue"
    assert by_hand(desk) == []
    desk.cuts.add(MILL, *place(desk, "opened in 1902"))
    desk.merges.retire(MILL, [1, 6])
    assert by_hand(desk)[0] == "The mill opened in 1902."
    desk.merges.restore(MILL, 6)
    assert by_hand(desk) == ["The mill"]
    desk.merges.restore(MILL, 1)
    assert (by_hand(desk), desk.claims.get(MILL, 6).parent) == ([], 1)
    assert desk.maintenance.doctor().problems == ()


def test_a_claim_does_not_come_back_where_another_has_its_words(desk: Desk) -> None:
    desk.merges.retire(MILL, 3)
    desk.cuts.add(MILL, *place(desk, "4,200 residents"))
    with pytest.raises(Refused, match=r"^The words of claim 3 are in claim 6 now: retire that one first\.$"):
        desk.merges.restore(MILL, 3)
    assert [row.number for row in desk.queue.rows(MILL, ClaimFilter(retired=True))] == [3]


def test_words_set_aside_by_hand_are_cut_at_lines(empty: Desk) -> None:
    text = "One thing\nis here. Two.\n"
    given_ = article(text)
    made = split(given_)
    whole = replace(
        made.claims[-1],
        start=0,
        end=len(text) - 1,
        text=text[:-1],
        parts=((0, len(text) - 1),),
        check_points=(),
    )
    slug = empty.articles.add(given_, replace(made, claims=(whole,), set_aside=())).article
    empty.merges.retire(slug, 1)
    assert [p.text for p in empty.drafts.passages(slug)] == ["One thing", "is here. Two."]
    assert empty.progress.of(slug).coverage == 1.0
    empty.cuts.add(slug, text.index("thing"), text.index("here"))
    assert [p.text for p in empty.drafts.passages(slug)] == ["One", "here. Two."]
    assert {p.reason for p in empty.drafts.passages(slug)} == {SetAsideReason.BY_HAND}


def test_every_cut_sees_that_nobody_changed_the_claim(desk: Desk, jo: Desk) -> None:
    seen = {2: desk.claims.get(MILL, 2).version, 3: 1}
    jo.claims.set_priority(MILL, 2, 50)
    cut = place(desk, "says")[0]
    for verb in (
        lambda: desk.cuts.split(MILL, 2, [cut], expected=seen),
        lambda: desk.cuts.recut(MILL, 2, cut, cut + 8, expected=seen),
        lambda: desk.merges.merge(MILL, [2, 3], expected=seen),
        lambda: desk.merges.retire(MILL, [3, 2], expected=seen),
    ):
        with pytest.raises(Conflict, match="Jo Reed changed claim 2") as caught:
            verb()
        assert [(met.table, met.number, met.seen, met.has) for met in caught.value.met] == [
            ("claim", 2, 1, 2)
        ]
    desk.merges.retire(MILL, 3, expected=seen)
    with pytest.raises(Conflict, match="changed claim 3"):
        desk.merges.restore(MILL, 3, expected=seen)
