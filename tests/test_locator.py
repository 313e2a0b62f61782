"""A locator is read as people write it, and what is shown of it is read as the same locator again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.vocabulary import LocatorKind
from factcheck.model.locator import Locator, read_locator, settled, shown

WRITTEN = [
    ("p. 14", "page", "14", "page 14"),
    ("P.14", "page", "14", "page 14"),
    ("page 14", "page", "14", "page 14"),
    ("page p. 3", "page", "3", "page 3"),
    ("pp. 3–5", "page", "3–5", "pages 3–5"),
    ("pp 3, 7", "page", "3, 7", "pages 3, 7"),
    ("p. xii", "page", "xii", "page xii"),
    ("p. 14, second column", "page", "14, second column", "page 14, second column"),
    ("¶ 3", "paragraph", "3", "paragraph 3"),
    ("¶3", "paragraph", "3", "paragraph 3"),
    ("para 3", "paragraph", "3", "paragraph 3"),
    ("paras. 3-5", "paragraph", "3-5", "paragraphs 3-5"),
    ("14:30", "timestamp", "14:30", "14:30"),
    ("01:02:03", "timestamp", "01:02:03", "01:02:03"),
    ("at 1:02:03.5", "timestamp", "1:02:03.5", "1:02:03.5"),
    ("0:12–0:15", "timestamp", "0:12–0:15", "0:12–0:15"),
    ("table 2", "table", "2", "table 2"),
    ("Tab. A1", "table", "A1", "table A1"),
    ("fig. 4", "figure", "4", "figure 4"),
    ("figure S1", "figure", "S1", "figure S1"),
    ("cell B12", "cell", "B12", "cell B12"),
    ("Sheet 1!B12", "cell", "Sheet 1!B12", "Sheet 1!B12"),
    ("B2:C14", "cell", "B2:C14", "B2:C14"),
    ("row 7", "row", "7", "row 7"),
    ("sec. 4.1", "section", "4.1", "section 4.1"),
    ("§§ 4–6", "section", "4–6", "sections 4–6"),
    ("section: Housing", "section", "Housing", "section: Housing"),
    ("ch. 2", "chapter", "2", "chapter 2"),
    ("ch. 2, p. 14", "chapter", "2, p. 14", "chapter 2, p. 14"),
    ("line 12", "line", "12", "line 12"),
    ("ll. 3 and 4", "line", "3 and 4", "lines 3 and 4"),
    ("slide 9", "slide", "9", "slide 9"),
    ("other: 14", "other", "14", "other: 14"),
    ("14", None, "14", "14"),
    ("3–5", None, "3–5", "3–5"),
    ("xii", None, "xii", "xii"),
    ("B12", None, "B12", "B12"),
    ("table of contents", "other", "table of contents", "table of contents"),
    ("at the end", "other", "at the end", "at the end"),
    ("Appendix B", "other", "Appendix B", "Appendix B"),
    ("part 3", "other", "part 3", "part 3"),
    ("page", "other", "page", "page"),
    ("  p.  14 ", "page", "14", "page 14"),
    ("", None, "", ""),
]
"""What is written, its kind, its place, and how it is shown."""


@pytest.mark.parametrize(("written", "kind", "place", "printed"), WRITTEN)
def test_a_locator_is_read_as_people_write_it(written, kind, place, printed):
    assert read_locator(written) == (kind, place)
    assert shown(*read_locator(written)) == printed


def test_a_number_alone_counts_what_was_offered_and_a_word_says_otherwise():
    assert read_locator("14", LocatorKind.PAGE) == (LocatorKind.PAGE, "14")
    assert read_locator("table 2", LocatorKind.PAGE) == (LocatorKind.TABLE, "2")
    assert read_locator("14:30", LocatorKind.PAGE) == (LocatorKind.TIMESTAMP, "14:30")
    assert read_locator("Appendix B", LocatorKind.PAGE) == (LocatorKind.OTHER, "Appendix B")
    assert read_locator("14", LocatorKind.OTHER) == (None, "14")


def test_a_place_that_names_its_kind_is_never_named_twice():
    assert settled(LocatorKind.PAGE, "p. 3") == (LocatorKind.PAGE, "3")
    assert settled(LocatorKind.PAGE, "table 2") == (LocatorKind.TABLE, "2")
    assert shown(LocatorKind.PAGE, "page p. 3") == "page 3"
    assert shown(LocatorKind.PAGE, "Appendix B") == "page: Appendix B"
    assert shown(LocatorKind.PAGE, "12:30") == "page 12:30"


def test_a_locator_of_a_hundred_thousand_leading_words_is_read_at_once():
    assert read_locator("p. " * 100_000 + "7") == (LocatorKind.PAGE, "7")


places = st.one_of(
    st.text(max_size=12),
    st.from_regex(r"[A-Z]?[-.]?\d{1,4}( ?[–,:.!-] ?[A-Z]?\d{1,4}){0,2}", fullmatch=True),
    st.lists(
        st.sampled_from(
            [
                *(words for words, *_ in WRITTEN),
                *LocatorKind,
                "p.",
                ":",
                "¶",
                "§",
                "of",
                "ſ",
                "lıne",
                "iv",
                "L",
                "no.",
            ]
        ),
        min_size=1,
        max_size=4,
    ).map(" ".join),
)
kinds = st.one_of(st.none(), st.sampled_from(LocatorKind))


@given(kinds, places)
def test_what_is_shown_of_a_locator_is_read_as_the_same_locator(kind, place):
    locator = settled(kind, place)
    assert settled(*locator) == locator
    printed = shown(kind, place)
    if locator.place:
        assert read_locator(printed) == locator
    assert shown(*read_locator(printed)) == printed


@given(places, kinds)
def test_what_is_typed_keeps_every_word_but_the_one_for_its_kind(typed, offered):
    locator = read_locator(typed, offered)
    assert " ".join(typed.split()).endswith(locator.place)
    assert isinstance(locator, Locator)
    assert read_locator(shown(*locator), offered) == locator or locator.kind is None
