"""The setting of a claim: when its own words are the same, and what they say is not."""

import pytest

from factcheck.revise import plan
from factcheck.split import split
from tests.revise.material import AROUND, article, desk_draft, revised, verdict


def test_another_subject_withdraws_the_mark_of_the_clause_about_it() -> None:
    old = "Anna Smith, who was born in 1950 in Bergen, won the race in Oslo."
    revision = revised(f"{old} {AROUND}", f"{old.replace('Smith', 'Jones')} {AROUND}")
    assert [claim.recheck for claim in revision.claims if "who was born" in claim.before] == [True, True]


def test_a_lead_in_that_denies_withdraws_the_mark_of_the_clause_in_it() -> None:
    old = "The council said that the bridge, which opened in 1950 with a parade, was safe."
    revision = revised(f"{old} {AROUND}", f"{old.replace('said', 'denied')} {AROUND}")
    assert all(claim.recheck for claim in revision.claims if claim.was.end <= len(old))


def test_another_number_beside_a_clause_with_a_subject_of_its_own_does_not_matter() -> None:
    old = "The pool closed in 2023, and the library opens for 24 hours a week."
    revision = revised(f"{old} {AROUND}", f"{old.replace('2023', '2022')} {AROUND}")
    assert verdict(revision, "The pool").recheck
    assert not verdict(revision, "the library").recheck


def test_another_speaker_withdraws_the_marks_of_the_whole_quotation() -> None:
    old = "“The mud came in 2018. The sole went in 2019,” Penhallow says."
    revision = revised(f"{old} {AROUND}", f"{old.replace('Penhallow', 'Faulke')} {AROUND}")
    assert verdict(revision, "The mud came").recheck
    assert verdict(revision, "The sole went").recheck


def test_words_that_leave_the_quotation_are_rechecked() -> None:
    old = "She said that “the mud came in 2018. The sole went away.” The sole were small that year."
    new = "She said that “the mud came in 2018.” The sole went away. The sole were small that year."
    revision = revised(f"{old} {AROUND}", f"{new} {AROUND}")
    assert verdict(revision, "went away").recheck
    assert not verdict(revision, "were small").recheck


@pytest.mark.parametrize("opening", ["He", "His brother"])
def test_he_is_somebody_else_when_the_sentence_before_names_somebody_else(opening: str) -> None:
    old = f"Alban Reeve ran the office. {opening} died in 2017."
    revision = revised(f"{old} {AROUND}", f"{old.replace('Reeve', 'Stone')} {AROUND}")
    assert verdict(revision, "died").recheck
    assert not revised(f"{old} {AROUND}", f"{old} It rained. {AROUND}").rechecked


def test_this_is_something_else_when_the_sentence_before_says_something_else() -> None:
    old = "The rate rose to 5 percent in March. This was the highest since 1990."
    revision = revised(f"{old} {AROUND}", f"{old.replace('5', '3')} {AROUND}")
    assert verdict(revision, "This was").recheck


def test_a_claim_moved_under_another_heading_is_rechecked_and_says_from_where() -> None:
    first, second = (
        "The mill opened in 1902 with a feast for 300.",
        "The bank closed in 1999 after the fire.",
    )
    old = f"# The mill\n\n{first}\n\n{AROUND}\n\n# The bank\n\n{second}\n\nIts doors were of oak."
    new = f"# The mill\n\n{AROUND}\n\n# The bank\n\n{second}\n\n{first}\n\nIts doors were of oak."
    claim = verdict(revised(old, new), "opened in 1902")
    assert claim.recheck
    assert claim.moved
    assert "The mill → The bank" in claim.reason


def test_a_heading_worded_anew_or_put_in_withdraws_nothing() -> None:
    old = f"# The dig\n\n{AROUND}\n\nThe mill opened in 1902."
    assert not revised(old, old.replace("The dig", "The bargain")).rechecked
    assert revised(old, old.replace("The dig", "The bargain")).headings == (("The dig", "The bargain"),)
    assert not revised(old, old.replace("The mill opened", "# A feast\n\nThe mill opened")).rechecked


def test_a_heading_that_calls_it_a_myth_withdraws_the_marks_under_it() -> None:
    old = f"# The dig\n\n{AROUND}"
    assert revised(old, old.replace("The dig", "Myths about the dig")).rechecked


def test_what_leads_in_to_a_list_counts_for_its_items() -> None:
    old = f"The council denied this:\n\n- The bridge was unsafe in 2019.\n\n- The mill was sold.\n\n{AROUND}"
    revision = revised(old, old.replace("denied", "admitted"))
    assert verdict(revision, "unsafe").recheck
    assert verdict(revision, "was sold").recheck


def test_a_paragraph_that_becomes_a_quotation_is_rechecked_where_the_format_tells_them_apart() -> None:
    words = "The mill opened in 1902 with a feast for 300 people."
    assert revised(f"{words}\n\n{AROUND}", f"> {words}\n\n{AROUND}").rechecked
    plain = desk_draft(article(f"{words}\n\n{AROUND}", source="docx"))
    after = article(f"> {words}\n\n{AROUND}")
    assert not plan(plain, after, split(after)).rechecked


def test_a_rumour_hung_on_the_end_of_a_sentence_withdraws_its_mark() -> None:
    revision = revised(
        f"The pool closed in 2023. {AROUND}", f"The pool closed in 2023, according to a rumour. {AROUND}"
    )
    assert verdict(revision, "The pool").recheck
    assert "rumour" in verdict(revision, "The pool").after


def test_new_sentences_around_a_claim_withdraw_nothing() -> None:
    revision = revised(
        f"The mill opened in 1902. {AROUND}", f"It rained. The mill opened in 1902. It rained again. {AROUND}"
    )
    assert not revision.rechecked


def test_a_quotation_without_a_speaker_is_that_of_the_sentence_before() -> None:
    old = "Ruth Amsel came in from the yard. “It is safe. The wall was built in 1990.”"
    revision = revised(f"{old} {AROUND}", f"{old.replace('Ruth Amsel', 'Tom Berg')} {AROUND}")
    assert verdict(revision, "It is safe").recheck
    assert verdict(revision, "was built").recheck
    assert not revised(f"{old} {AROUND}", f"{old} {AROUND} It rained.").rechecked
