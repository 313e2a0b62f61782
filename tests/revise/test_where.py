"""Where claims stand in the next draft: moved, split, joined, lost, repeated; asked about, not guessed."""

from db.vocabulary import Outcome
from factcheck.revise import plan
from factcheck.split import split
from tests.revise.material import AROUND, article, desk_draft, hand_cut, outcomes, revised, verdict

ALPHA = "Alpha was founded in 1900 by monks of the valley."
BETA = "Beta was founded in 1901 by nuns of the town, who kept bees."


def test_an_unchanged_draft_changes_nothing() -> None:
    revision = revised(f"{ALPHA}\n\n{AROUND}", f"{ALPHA}\n\n{AROUND}")
    assert revision.changes_nothing
    assert revision.covered == revision.words


def test_a_moved_paragraph_keeps_its_marks() -> None:
    long = "The yard had nine cranes in those days. The cranes were painted red by hand each spring."
    revision = revised(f"{ALPHA}\n\n{long}\n\n{AROUND}", f"{long}\n\n{AROUND}\n\n{ALPHA}")
    assert verdict(revision, "Alpha").outcome is Outcome.MOVED
    assert not revision.rechecked
    assert verdict(revision, "nine cranes").outcome is Outcome.KEPT


def test_places_are_the_words_in_the_new_draft() -> None:
    after = article(f"New words stand here.\n\n{AROUND}\n\n{ALPHA} 🌊")
    revision = plan(desk_draft(article(f"{ALPHA} 🌊\n\n{AROUND}")), after, split(after))
    for claim in revision.claims:
        assert claim.place is not None
        assert after.text[claim.place.start : claim.place.end] == claim.after


def test_a_deleted_sentence_is_lost_although_one_like_it_is_left() -> None:
    twin = "The mill in Ashby employs 200 people in shifts. The mill in Corby employs 350 people in shifts."
    revision = revised(f"{twin} {AROUND}", f"{twin.partition('. ')[2]} {AROUND}")
    assert verdict(revision, "Ashby").outcome is Outcome.LOST
    assert verdict(revision, "Corby").outcome is Outcome.KEPT


def test_a_look_alike_elsewhere_is_asked_about_and_stays_new_until_answered() -> None:
    old = f"{AROUND}\n\nThe mill in Ashby employs 200 people in two long shifts.\n\n{ALPHA}\n\n{BETA}"
    new = f"{AROUND}\n\n{ALPHA}\n\n{BETA}\n\nThe mill in Corby employs 350 people in two long shifts."
    revision = revised(old, new)
    asked = verdict(revision, "Ashby")
    assert asked.asks
    assert asked.place is None
    assert "Corby" in asked.ask[0].text
    assert [one.claim.text for one in revision.new] == [asked.ask[0].text]


def test_two_edited_look_alikes_with_one_left_are_both_asked_about() -> None:
    old = "In 2015 there were 46 boats in Ashby. In 2016 there were 40 boats in Ashby."
    revision = revised(f"{old} {AROUND}", f"In 2017 there were 44 boats in Ashby. {AROUND}")
    assert len(revision.asked) == 2


def test_look_alikes_that_are_as_many_as_before_go_in_order() -> None:
    old = "In 2015 there were 46 boats in Ashby. In 2016 there were 40 boats in Ashby."
    new = "In 2015 there were 40 boats in Ashby. In 2016 there were 46 boats in Ashby."
    revision = revised(f"{old} {AROUND}", f"{new} {AROUND}")
    assert [claim.after for claim in revision.claims[:2]] == new.replace(". In", ".|In").split("|")
    assert outcomes(revision)[:2] == ["recheck", "recheck"]


def test_of_two_equal_sentences_the_one_whose_neighbours_stay_is_kept() -> None:
    old = "Nobody paid. The bank closed in 2001 after a fire. Nobody paid. The mill stayed open for years."
    new = "Nobody paid. The bank closed in 2001 after a fire. The mill stayed open for years."
    assert outcomes(revised(f"{old} {AROUND}", f"{new} {AROUND}"))[:4] == ["kept", "kept", "lost", "kept"]


def test_a_headline_that_repeats_the_first_sentence_never_takes_its_place() -> None:
    title = ALPHA.rstrip(".")
    changed = ALPHA.replace("1900", "1910")
    revision = revised(f"# {title}\n\n{ALPHA} {AROUND}", f"# {title}\n\n{changed} {AROUND}")
    assert verdict(revision, "Alpha").after == changed
    gone = revised(f"# {title}\n\n{ALPHA} {AROUND}", f"# {title}\n\n{AROUND}")
    assert verdict(gone, "Alpha").outcome is Outcome.LOST


def test_a_repeated_sentence_keeps_the_first_where_it_is() -> None:
    revision = revised(f"{ALPHA} {AROUND}\n\n{BETA}", f"{ALPHA} {AROUND}\n\n{ALPHA} {BETA}")
    kept = verdict(revision, "Alpha")
    assert kept.outcome is Outcome.KEPT
    assert kept.place is not None
    assert kept.place.start == 0
    assert [one.claim.text for one in revision.new] == [ALPHA]


def test_a_sentence_split_in_two_is_split_and_all_its_parts_are_claims() -> None:
    old = hand_cut(article(f"The pool closed in 2023 because the roof of the hall leaked. {AROUND}"), [
        "The pool closed in 2023 because the roof of the hall leaked.",
    ])  # fmt: skip
    after = article(f"The pool closed in 2023. The roof of the hall had leaked. {AROUND}")
    revision = plan(old, after, split(after))
    assert revision.claims[0].outcome is Outcome.SPLIT
    assert revision.claims[0].recheck
    assert revision.covered == revision.words


def test_sentences_joined_in_one_are_merged_and_name_each_other() -> None:
    old = "The swimming pool closed in 2023. The library opens for 24 hours a week."
    new = "The swimming pool closed in 2023, and the library opens for 24 hours a week."
    revision = revised(f"{old} {AROUND}", f"{new} {AROUND}")
    assert outcomes(revision)[:2] == ["merged", "merged"]
    assert revision.claims[0].partners == (2,)
    assert all(claim.recheck for claim in revision.claims[:2])


def test_claims_cut_by_hand_keep_their_cut() -> None:
    given = article(f"The pool closed in 2023, and the library opens for 24 hours. {AROUND}")
    old = hand_cut(given, ["The pool closed", "in 2023", "and the library opens for 24 hours.", AROUND])
    after = article(f"The pool closed in 2022, and the library opens for 24 hours. {AROUND}")
    revision = plan(old, after, split(after))
    assert [claim.after for claim in revision.claims] == [
        "The pool closed", "in 2022", "and the library opens for 24 hours.", AROUND,
    ]  # fmt: skip
    assert [claim.recheck for claim in revision.claims] == [False, True, False, False]
    assert not revision.new


def test_a_claim_over_two_sentences_stays_one() -> None:
    both = f"{ALPHA} {BETA}"
    old = hand_cut(article(f"{both} {AROUND}"), [both])
    after = article(f"{both.replace('1901', '1902')} {AROUND}")
    (claim,) = plan(old, after, split(after)).claims
    assert claim.after == both.replace("1901", "1902")
    assert claim.outcome is Outcome.RECHECK


def test_a_claim_nested_in_another_goes_with_it() -> None:
    given = article(f"{BETA} {AROUND}")
    old = hand_cut(given, [BETA, "nuns of the town"])
    after = article(f"{BETA.replace('1901', '1902')} {AROUND}")
    outer, inner = plan(old, after, split(after)).claims
    assert (outer.after, inner.after) == (BETA.replace("1901", "1902"), "nuns of the town")


def test_words_set_aside_by_hand_stay_set_aside() -> None:
    given = article(f"{ALPHA} {AROUND}")
    old = hand_cut(given, [AROUND], aside=[ALPHA])
    after = article(f"New words are here.\n\n{ALPHA} {AROUND}")
    revision = plan(old, after, split(after))
    assert ALPHA in [one.text for one in revision.set_aside]
    assert [one.claim.text for one in revision.new] == ["New words are here."]


def test_an_empty_draft_loses_everything_and_a_strange_one_is_all_new() -> None:
    assert set(outcomes(revised(AROUND, ""))) == {"lost"}
    strange = revised(AROUND, "Completely other words stand here now.")
    assert set(outcomes(strange)) == {"lost"}
    assert len(strange.new) == 1


def test_a_draft_without_claims_gets_new_ones() -> None:
    revision = revised("", AROUND)
    assert not revision.claims
    assert revision.counts[Outcome.NEW] == len(revision.new) > 0


def test_of_twins_in_other_typography_each_goes_with_its_own() -> None:
    old = "“It was a gift,” Ruth said. 'It was a gift,' Ruth said. Nobody else knew of it."
    new = "'It was a gift,' Ruth said. Nobody else knew of it."
    assert outcomes(revised(f"{old} {AROUND}", f"{new} {AROUND}"))[:2] == ["lost", "kept"]


def test_words_that_went_into_a_sentence_elsewhere_are_found_there() -> None:
    old = f"{ALPHA} {AROUND}\n\nNobody knows how many came to the feast that the town gave"
    revision = revised(
        f"{old}.", f"{AROUND}\n\nNobody knows how many came to the feast that the town gave: {ALPHA}"
    )
    claim = verdict(revision, "Alpha")
    assert claim.after == ALPHA
    assert claim.recheck
