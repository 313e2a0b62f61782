"""Cutting by hand: splits, merges, other words, new claims, and taking claims out of the queue and back."""

import pytest

from db.vocabulary import CheckKind, Finding, Flag, SetAsideReason
from factcheck.desk import Desk
from factcheck.errors import Conflict, NotOnDesk, Refused
from factcheck.model import ClaimFilter, SourceFields
from tests.desk.conftest import MILL


def texts(desk: Desk) -> dict[int, str]:
    return {row.number: row.text for row in desk.queue.rows(MILL)}


def by_hand(desk: Desk) -> list[str]:
    return [p.text for p in desk.drafts.passages(MILL) if p.reason is SetAsideReason.BY_HAND]


def place(desk: Desk, words: str) -> tuple[int, int]:
    start = desk.drafts.get(MILL).text.index(words)
    return start, start + len(words)


def test_a_split_claim_keeps_its_number_for_the_first_part(desk: Desk) -> None:
    cut, _ = place(desk, "says")
    change = desk.cuts.split(MILL, 2, [cut])
    assert change.said == "Claim 2: split into 2 and 6"
    assert (change.created, change.claims, change.whole_article) == (6, (2, 6), True)
    assert texts(desk) == {
        1: "The mill opened in 1902.",
        2: "It employs 300 people,",
        6: "says Ana Ortiz.",
        3: "Arden has 4,200 residents.",
        4: "The river floods every spring 🌊.",
        5: "Nobody likes that.",
    }
    assert [row.number for row in desk.queue.rows(MILL)] == [1, 2, 6, 3, 4, 5]
    assert desk.progress.of(MILL).coverage == 1.0


def test_sources_go_with_all_parts_and_a_finding_stays_beside_each_to_be_rechecked(desk: Desk) -> None:
    desk.citations.add(MILL, 2, SourceFields(title="Payroll"))
    desk.findings.decide(MILL, 2, Finding.VERIFIED)
    desk.notes.add(MILL, 2, "called")
    desk.cuts.split(MILL, 2, [place(desk, "says")[0]])
    first, second = desk.claims.get(MILL, 2), desk.claims.get(MILL, 6)
    for part in (first, second):
        assert part.finding is Finding.VERIFIED
        assert Flag.RECHECK in part.flags
        assert "It employs 300 people, says Ana Ortiz." in part.recheck_reason
        assert [citation.source.title for citation in part.citations] == ["Payroll"]
    assert (len(first.notes), len(second.notes)) == (1, 0)


def test_check_points_and_kinds_go_with_their_words(desk: Desk) -> None:
    desk.cuts.split(MILL, 3, [place(desk, "residents")[0]])
    first, second = desk.claims.get(MILL, 3), desk.claims.get(MILL, 6)
    assert ([p.text for p in first.check_points], first.kinds) == (["4,200"], (CheckKind.NUMBER,))
    assert (second.check_points, second.kinds) == ((), ())
    desk.history.undo()
    desk.cuts.split(MILL, 3, [place(desk, "4,200")[0]])
    point = desk.claims.get(MILL, 7).check_points[0]
    assert desk.drafts.get(MILL).text[point.start : point.end] == "4,200"


def test_a_place_inside_a_word_moves_to_its_beginning(desk: Desk) -> None:
    desk.cuts.split(MILL, 3, [place(desk, ",200")[0]])
    assert texts(desk)[6] == "4,200 residents."


def test_a_number_is_never_given_twice(desk: Desk) -> None:
    cut = place(desk, "says")[0]
    assert desk.cuts.split(MILL, 2, [cut]).created == 6
    desk.history.undo()
    assert desk.cuts.split(MILL, 2, [cut]).created == 7


@pytest.mark.parametrize("words", ["The mill", "Arden has", "🌊."])
def test_a_split_outside_the_claim_or_without_words_is_refused(desk: Desk, words: str) -> None:
    number = 4 if words == "🌊." else 2
    with pytest.raises(Refused):
        desk.cuts.split(MILL, number, [place(desk, words)[0]])
    assert len(texts(desk)) == 5


def test_merged_claims_are_one_with_all_that_belonged_to_them(desk: Desk) -> None:
    desk.citations.add(MILL, [3, 4], SourceFields(title="Census"))
    desk.citations.add(MILL, 4, SourceFields(title="Weather"))
    desk.notes.add(MILL, 4, "wet")
    desk.queries.ask(MILL, 4, "Every spring?")
    desk.findings.decide(MILL, 3, Finding.VERIFIED)
    change = desk.merges.merge(MILL, [4, 3])
    claim = desk.claims.get(MILL, 3)
    assert change.said == "Claim 3: merged with 4"
    assert claim.text == "Arden has 4,200 residents. The river floods every spring 🌊."
    assert [c.source.title for c in claim.citations] == ["Census", "Weather"]
    assert (len(claim.notes), len(claim.queries), len(claim.check_points)) == (1, 1, 1)
    assert Flag.RECHECK in claim.flags
    assert desk.claims.get(MILL, 4).retired
    assert by_hand(desk) == []
    assert desk.progress.of(MILL).coverage == 1.0


def test_what_stands_between_merged_claims_and_is_no_claim_is_taken_in(desk: Desk) -> None:
    desk.merges.retire(MILL, 4)
    desk.merges.merge(MILL, [3, 5])
    assert texts(desk)[3].endswith("The river floods every spring 🌊. Nobody likes that.")
    assert by_hand(desk) == []


def test_only_neighbours_merge(desk: Desk) -> None:
    with pytest.raises(Refused, match="Claim 4 stands between claims 3 and 5"):
        desk.merges.merge(MILL, [3, 5])
    with pytest.raises(Refused, match="two claims"):
        desk.merges.merge(MILL, [3])


def test_a_claim_cut_anew_leaves_its_other_words_set_aside_by_hand(desk: Desk) -> None:
    desk.findings.decide(MILL, 2, Finding.VERIFIED)
    start, _ = place(desk, "It employs")
    desk.cuts.recut(MILL, 2, start, place(desk, ", says")[0])
    claim = desk.claims.get(MILL, 2)
    assert claim.text == "It employs 300 people"
    assert Flag.RECHECK in claim.flags
    assert by_hand(desk) == [", says Ana Ortiz."]
    assert [p.text for p in claim.check_points] == ["300"]
    desk.cuts.recut(MILL, 2, start, place(desk, "Ortiz.")[1])
    assert by_hand(desk) == []


def test_a_selection_is_widened_to_whole_words(desk: Desk) -> None:
    start, end = place(desk, "mploys 300 peopl")
    desk.cuts.recut(MILL, 2, start, end)
    assert desk.claims.get(MILL, 2).text == "employs 300 people"


def test_words_of_another_claim_cannot_be_taken(desk: Desk) -> None:
    start, _ = place(desk, "Arden has")
    with pytest.raises(Refused, match="Some of these words are in claim 4"):
        desk.cuts.recut(MILL, 3, start, place(desk, "floods")[0])
    with pytest.raises(Refused, match="Claim 4 stands in these words: merge"):
        desk.cuts.recut(MILL, 3, start, place(desk, "🌊.")[1])
    with pytest.raises(Refused, match="claim 4 already"):
        desk.cuts.recut(MILL, 3, *place(desk, "The river floods every spring 🌊."))


def test_a_claim_added_over_a_passage_takes_its_words(desk: Desk) -> None:
    change = desk.cuts.add(MILL, *place(desk, "would close"))
    assert change.created == 6
    assert texts(desk)[6] == "would close"
    asides = [p.text for p in desk.drafts.passages(MILL) if p.reason is SetAsideReason.QUESTION]
    assert asides == ["Who", "it?"]
    assert desk.progress.of(MILL).coverage == 1.0


def test_claims_are_nested_in_what_holds_them(desk: Desk) -> None:
    desk.cuts.add(MILL, *place(desk, "300 people"))
    assert desk.claims.get(MILL, 6).parent == 2
    desk.cuts.add(MILL, *place(desk, "employs 300 people"))
    assert (desk.claims.get(MILL, 7).parent, desk.claims.get(MILL, 6).parent) == (2, 7)
    with pytest.raises(Refused, match="Claim 7 stands across"):
        desk.cuts.split(MILL, 2, [place(desk, "people")[0]])
    desk.merges.retire(MILL, 2)
    assert desk.claims.get(MILL, 7).parent is None
    assert desk.progress.of(MILL).coverage == 1.0
    assert by_hand(desk) == ["It", ", says Ana Ortiz."]
    desk.merges.restore(MILL, 2)
    assert by_hand(desk) == []


@pytest.mark.parametrize(("start", "end"), [(-1, 5), (5, 5), (9, 5), (0, 10_000), (43, 44)])
def test_a_selection_outside_the_draft_or_without_words_is_refused(desk: Desk, start: int, end: int) -> None:
    with pytest.raises(Refused):
        desk.cuts.add(MILL, start, end)


def test_a_retired_claim_is_kept_and_its_words_are_set_aside(desk: Desk) -> None:
    desk.findings.decide(MILL, 1, Finding.VERIFIED)
    assert desk.merges.retire(MILL, 1, "old news").said == "Claim 1: retired (old news)"
    assert 1 not in texts(desk)
    assert by_hand(desk) == ["The mill opened in 1902."]
    assert desk.progress.of(MILL).claims == 4
    assert desk.claims.get(MILL, 1).retired
    assert [row.number for row in desk.queue.rows(MILL, ClaimFilter(retired=True))] == [1]
    desk.merges.restore(MILL, 1)
    assert desk.claims.get(MILL, 1).finding is Finding.VERIFIED
    assert by_hand(desk) == []


def test_a_claim_whose_words_are_another_claim_now_does_not_come_back(desk: Desk) -> None:
    desk.merges.merge(MILL, [3, 4])
    with pytest.raises(Refused, match="words of claim 4 are in claim 3 now"):
        desk.merges.restore(MILL, 4)
    with pytest.raises(Refused, match="not retired"):
        desk.merges.restore(MILL, 3)


def test_a_cut_is_not_undone_over_somebody_elses_cut(desk: Desk, jo: Desk) -> None:
    desk.cuts.split(MILL, 2, [place(desk, "says")[0]])
    jo.merges.retire(MILL, 2)
    with pytest.raises(Conflict, match=r"Jo Reed changed the same thing since \(claim 2 retired\)") as caught:
        desk.history.undo()
    assert caught.value.by == "Jo Reed"
    assert len(texts(desk)) == 5
    jo.history.undo()
    desk.history.undo()
    assert texts(desk)[2] == "It employs 300 people, says Ana Ortiz."


def test_an_added_claim_is_not_undone_once_somebody_cited_a_source_for_it(desk: Desk, jo: Desk) -> None:
    number = desk.cuts.add(MILL, *place(desk, "Who would close it")).created
    assert number is not None
    jo.citations.add(MILL, number, SourceFields(title="Minutes"))
    with pytest.raises(Conflict, match="Jo Reed"):
        desk.history.undo()
    assert number in texts(desk)
    assert desk.maintenance.rebuild() == []


def test_cuts_on_claims_that_are_not_there_are_refused(desk: Desk) -> None:
    with pytest.raises(NotOnDesk):
        desk.cuts.split(MILL, 8, [3])
    with pytest.raises(NotOnDesk):
        desk.merges.merge(MILL, [1, 8])


def test_a_claim_made_by_hand_has_the_check_points_that_the_splitter_suggests(desk: Desk) -> None:
    desk.cuts.add(MILL, *place(desk, "300 people"))
    claim = desk.claims.get(MILL, 6)
    assert CheckKind.NUMBER in claim.kinds
    assert any("300" in point.text for point in claim.check_points)
    text = desk.drafts.get(MILL).text
    assert all(text[point.start : point.end] == point.text for point in claim.check_points)


def test_words_that_a_claim_takes_in_bring_their_check_points(desk: Desk) -> None:
    start, end = place(desk, "It employs")
    desk.cuts.recut(MILL, 2, start, end)
    assert desk.claims.get(MILL, 2).check_points == ()
    desk.cuts.recut(MILL, 2, start, place(desk, "300 people")[1])
    assert any("300" in point.text for point in desk.claims.get(MILL, 2).check_points)
