"""The difference of two texts, to be read; and of two drafts, side by side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import DiffKind
from factcheck.revise import compare, diff
from factcheck.text import comparable
from tests.revise.material import AROUND, article


def _shown(old: str, new: str) -> str:
    marks = {DiffKind.SAME: "{}", DiffKind.GONE: "[-{}-]", DiffKind.CAME: "{{+{}+}}"}
    return "".join(marks[piece.kind].format(piece.text) for piece in diff(old, new))


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("It cost €3 million.", "It cost €5 million.", "It cost €[-3 -]{+5 +}million."),
        ("It is safe.", "It is not safe.", "It is {+not +}safe."),
        ("It is not safe.", "It is safe.", "It is [-not -]safe."),
        ("It ended.", "It ended. It began.", "It ended. {+It began.+}"),
        ("It ended. It began.", "It ended.", "It ended.[- It began.-]"),
        ("“Yes,” he said.", '"Yes," he said.', '"Yes," he said.'),
        ("", "New.", "{+New.+}"),
        ("Old.", "", "[-Old.-]"),
        ("", "", ""),
    ],
)
def test_a_difference_reads_as_a_sentence(old: str, new: str, shown: str) -> None:
    assert _shown(old, new) == shown


def test_changes_with_a_single_dull_word_between_them_are_shown_as_one() -> None:
    assert (
        _shown("red and blue boats", "green and black boats") == "[-red and blue -]{+green and black +}boats"
    )


WORDS = st.lists(
    st.sampled_from(["mill", "the", "43", "€", ",", "“", "”", "—", "🌊", "cafe\u0301", "not", "\n"]),
    max_size=14,
)


@given(WORDS, WORDS)
def test_what_stayed_and_came_is_the_new_text_and_what_stayed_and_went_the_old(
    old: list[str], new: list[str]
) -> None:
    before, after = " ".join(old), " ".join(new)
    pieces = diff(before, after)
    assert "".join(piece.text for piece in pieces if piece.kind is not DiffKind.GONE) == after
    gone = " ".join(piece.text for piece in pieces if piece.kind is not DiffKind.CAME)
    assert comparable(gone).split() == comparable(before).split()


def test_drafts_side_by_side_show_every_paragraph_once() -> None:
    old = article(
        f"# One\n\nThe mill made 43 tonnes.\n\nThis goes away soon.\n\n{AROUND}\n\nThe end came in May."
    )
    new = article(
        f"# One\n\nThe mill made 46 tonnes.\n\nThe end came in May.\n\n{AROUND}\n\nIt is quite new."
    )
    blocks = compare(old.text, old.blocks, new.text, new.blocks)
    for block in blocks:
        if block.after is not None:
            kept = "".join(piece.text for piece in block.pieces if piece.kind is not DiffKind.GONE)
            assert kept == new.text[block.after.start : block.after.end]
    assert [block.after for block in blocks if block.after] == [block.span for block in new.blocks]
    (gone,) = [block for block in blocks if block.after is None]
    assert gone.pieces[0].text == "This goes away soon."
    assert [block.moved for block in blocks if block.after].count(True) == 1
    assert blocks[-1].before is None
