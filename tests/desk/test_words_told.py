"""How the desk writes names, numbers and lists in its sentences, and the short names that it gives."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.desk.articles.similar import likest
from factcheck.desk.articles.slugs import free_slug, slug_of
from factcheck.desk.claims.search import matches, search_words
from factcheck.desk.transaction.initials import initials
from factcheck.desk.transaction.input_text import (
    claims_label,
    kept_short,
    listed,
    ranged,
    reopened,
    required,
    signed_again,
    undone,
)
from factcheck.errors import BadInput, Refused


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "1"),
        (2, "1 and 2"),
        (3, "1, 2 and 3"),
        (5, "1, 2, 3, 4 and 5"),
        (6, "1, 2, 3, 4, 5 and 1 more"),
        (1006, "1, 2, 3, 4, 5 and 1,001 more"),
    ],
)
def test_a_list_names_the_first_five_and_counts_the_rest(count: int, said: str) -> None:
    assert listed(list(range(1, count + 1))) == said


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ([4], "4"),
        ([5, 4], "4 and 5"),
        ([4, 5, 6, 5], "4–6"),
        ([9, 3, 4, 5, 6, 7, 12], "3–7, 9 and 12"),
        ([1, 2, 4, 5, 6, 8, 9], "1, 2, 4–6, 8 and 9"),
        ([1, 3, 5], "1, 3 and 5"),
    ],
)
def test_numbers_that_follow_each_other_are_a_range_from_three_on(numbers: list[int], said: str) -> None:
    assert ranged(numbers) == said


@pytest.mark.parametrize(
    ("numbers", "said"), [([12], "Claim 12"), ([1, 2], "2 claims"), (list(range(1200)), "1,200 claims")]
)
def test_one_claim_is_named_and_several_are_counted(numbers: list[int], said: str) -> None:
    assert claims_label(numbers) == said


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Claim 12: verified", "claim 12 verified"),
        ("Claim 1: sent back (see: p. 2)", "claim 1 sent back (see: p. 2)"),
        ("Source “Mills: a history” added", "source “Mills: a history” added"),
        ("Source “A”: call, no reply", "source “A” call, no reply"),
        ("2 claims: kinds age, date", "2 claims: kinds age, date"),
        ("“The Mill”: archived", "“The Mill”: archived"),
        ("A", "A"),
        ("AFP: added", "AFP: added"),
        ("Claim 1: wrong" + reopened("The Mill", "Ana"), "claim 1 wrong"),
        ("Claim 1: wrong" + signed_again("The Mill", "Ana"), "claim 1 wrong"),
        (
            "2 claims: wrong" + reopened("M", "A") + signed_again("N", "B") + reopened("O", "C"),
            "2 claims: wrong",
        ),
    ],
)
def test_a_sentence_of_the_history_is_told_as_what_was_undone(said: str, told: str) -> None:
    assert undone(said) == told


def test_a_line_may_have_two_hundred_characters_and_no_more() -> None:
    assert kept_short(f" {'x' * 100}\n{'y' * 99} ", "name") == f"{'x' * 100} {'y' * 99}"
    with pytest.raises(BadInput, match=r"^The name is 1,201 characters long: use at most 200.$"):
        kept_short("x" * 1201, "name")
    with pytest.raises(BadInput, match=r"^The name is 201 characters long"):
        kept_short("x" * 201, "name")
    with pytest.raises(Refused, match=r"^The note is empty: write it first; nothing was changed.$"):
        required(" \n", "note")


def test_initials_grow_by_letters_and_then_by_numbers() -> None:
    taken: set[str] = set()
    made = []
    for name in ["Ana Ortiz", "Al Orton", "Abe Ort", "An Or", "A Or", "A Or", "!", "é"]:
        made.append(initials(name, taken))
        taken.add(made[-1])
    assert made == ["AO", "AOr", "AOrt", "AO2", "AO3", "AO4", "?", "É"]
    assert initials("A B C D E F G H Iverson", set()) == "ABCDEF"
    assert initials("A B C D E F G H Iverson", {"ABCDEF"}) == "ABCDEFv"
    assert initials("A B C D E F G H Iverson", {"ABCDEF", "ABCDEFv"}) == "ABCDEF2"
    assert initials("Ana Ortizaga", {"AO", *(f"AO{'rtizaga'[:end]}" for end in range(1, 5))}) == "AOrtiza"


@settings(max_examples=30)
@given(st.lists(st.sampled_from(["Ana Ortiz", "A B C D E F G", "Ao Xu", "X", "!"]), max_size=30))
def test_initials_are_never_given_twice_nor_too_long(names: list[str]) -> None:
    taken: set[str] = set()
    for name in names:
        made = initials(name, taken)
        assert made not in taken
        assert 1 <= len(made) <= 8
        taken.add(made)


@pytest.mark.parametrize(
    ("names", "slug"),
    [
        (("The Mill’s End", ""), "the-mills-end"),
        (("!!!", "", "draft"), "draft"),
        (("", "…"), "article"),
        (("Nul",), "article-nul"),
        (("com9",), "article-com9"),
        (("lpt0",), "article-lpt0"),
        (("com10",), "com10"),
        (("x" * 60,), "x" * 60),
        (("x" * 61,), "x" * 60),
        ((f"{'a' * 59} bc",), "a" * 59),
        ((f"{'a' * 60} b",), "a" * 60),
        ((f"{'a' * 58} b c",), f"{'a' * 58}-b"),
        (("Straße in Łódź",), "strae-in-odz"),
    ],
)
def test_a_short_name_is_made_of_the_first_name_that_yields_one(names: tuple[str, ...], slug: str) -> None:
    assert slug_of(*names) == slug


def test_a_short_name_that_is_taken_is_numbered_from_two() -> None:
    assert free_slug("mill", set().__contains__) == "mill"
    assert free_slug("mill", {"mill"}.__contains__) == "mill-2"
    assert free_slug("mill", {"mill", "mill-2", "mill-3"}.__contains__) == "mill-4"


def _sentences(*names: str) -> str:
    return ". ".join(f"the {name} ran along the river for many years" for name in names)


TEN = [f"mill{letter}" for letter in "abcdefghij"]


@pytest.mark.parametrize(
    ("held", "title", "same"),
    [(3, "Other", True), (2, "Other", False), (1, "The  MILL", True), (0, "The Mill", False)],
)
def test_a_draft_is_known_by_three_stretches_of_ten_or_by_one_and_its_title(
    held: int, title: str, same: bool
) -> None:
    other = _sentences(*TEN[:held], *(f"barn{letter}" for letter in "abcdefghij"[held:]))
    assert likest("The Mill", _sentences(*TEN), [("it", title, other)]) == ("it" if same else None)


def test_the_article_with_most_stretches_is_the_likest_and_short_texts_go_by_title() -> None:
    text = _sentences(*TEN)
    others = [
        ("six", "", _sentences(*TEN[:6])),
        ("nine", "", _sentences(*TEN[:9])),
        ("four", "", _sentences(*TEN[:4])),
    ]
    assert likest("", text, others) == "nine"
    assert likest("", text, [*others, ("again", "", _sentences(*TEN[:9]))]) == "again"
    assert likest("A", "Too short.", [("a", "a", "Other."), ("b", "B", "Too short.")]) == "a"
    assert likest("", "Too short.", [("a", "", "Too short.")]) is None


def test_of_a_long_text_forty_stretches_over_all_of_it_are_looked_for() -> None:
    names = [f"mill{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(80)]
    text = _sentences(*names)
    assert likest("", text, [("second half", "", _sentences(*names[40:]))]) == "second half"
    assert likest("", text, [("odd ones", "", _sentences(*names[1::2]))]) is None
    assert likest("", text, [("even ones", "", _sentences(*names[:24:2]))]) == "even ones"
    assert likest("", text, [("too few", "", _sentences(*names[:22:2]))]) is None


@pytest.mark.parametrize(
    ("search", "text", "found"),
    [
        ("MILL open", "It opened: the mill", True),
        ("mill barn", "the mill", False),
        ("“don't”", "they don’t", False),
        ("don't", "they DON’T", True),
        ("don’t", "they don't", True),
        ("", "anything", True),
        ("straße", "STRASSE", True),
    ],
)
def test_all_words_looked_for_are_found_in_any_order_case_and_typography(
    search: str, text: str, found: bool
) -> None:
    assert matches(search_words(search), text) is found
