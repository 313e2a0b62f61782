"""What a single changed word is: exactly these kinds, and no others."""

import pytest

from factcheck.model import HouseLists
from factcheck.revise.changes.classify import classify
from factcheck.revise.reading import Reading
from tests.revise.material import article


def kinds(old: str, new: str) -> list[str]:
    """The changes between two sentences, as `kind: before → after`."""
    sides = []
    for text in (old, new):
        given = article(text)
        reading = Reading(given.text, given.blocks, HouseLists())
        sides.append((reading, (0, len(reading.tokens.keys))))
    (one, whole), (two, other) = sides
    return [
        f"{change.kind.value}{'~' if change.light else ''}: {change.before} → {change.after}"
        for change in classify(one, whole, two, other)
    ]


CASES = [
    ("It is the oldest mill.", "It is the newest mill.", ["superlative: oldest → newest"]),
    ("It had a request.", "It had a contest.", ["wording: request → contest"]),
    ("It was the best mill.", "It was the mill.", ["superlative: best → "]),
    ("It had a west side.", "It had a east side.", ["wording: west → east"]),
    ("It was 5 p.m. there.", "It was 6 p.m. there.", ["number: 5 → 6"]),
    ("It was 5.30 p.m. there.", "It was 5.45 p.m. there.", ["date: 5.30 → 5.45"]),
    ("It was 5:30 there.", "It was 5:45 there.", ["date: 5:30 → 5:45"]),
    ("It was 5.30 there.", "It was 5.45 there.", ["number: 5.30 → 5.45"]),
    ("It was p 5.30 there.", "It was p 5.45 there.", ["number: 5.30 → 5.45"]),
    ("It was in 1950 there.", "It was in 1951 there.", ["date: 1950 → 1951"]),
    ("It was in 1450 there.", "It was in 1451 there.", ["number: 1450 → 1451"]),
    ("It was in 2150 there.", "It was in 2151 there.", ["number: 2150 → 2151"]),
    ("It was $1950 there.", "It was $1951 there.", ["number: $1950 → $1951"]),
    ("It was 12 May there.", "It was 13 May there.", ["date: 12 → 13"]),
    ("It was May 12 there.", "It was May 13 there.", ["date: 12 → 13"]),
    ("It was May and so 12 there.", "It was May and so 13 there.", ["number: 12 → 13"]),
    ("It may be 12 there.", "It may be 13 there.", ["number: 12 → 13"]),
    ("It was 12345 May there.", "It was 12346 May there.", ["number: 12345 → 12346"]),
    ("It was May there.", "It was June there.", ["date: May → June"]),
    ("It was Monday there.", "It was Tuesday there.", ["date: Monday → Tuesday"]),
    ("It may close.", "It will close.", ["hedge: may → will"]),
    ("It is safe.", "It is not safe.", ["negation:  → not"]),
    ("It is likely.", "It is unlikely.", ["negation: likely → unlikely", "hedge: likely → unlikely"]),
    ("It is even.", "It is uneven.", ["negation: even → uneven"]),
    ("It is in.", "It is unin.", ["wording: in → unin"]),
    ("Ann met Bo Alder.", "Ann met Bo Adler.", ["name: Alder → Adler"]),
    ("The mill is old.", "A mill is old.", ["wording: The → A"]),
    ("He says that it is old.", "He says it is old.", ["wording~: that → "]),
    ("It is old, it is dry.", "It is old; it is dry.", ["wording: old, → old;"]),
    ("It is “old” there.", "It is “new” there.", ["quoted: old → new"]),
    ("It is “old” there.", "It is old there.", ["quoted: “old → old", "quoted: old” → old"]),
    ("It is old.", "It  is old.", ["typography: white space → white space"]),
    ("It’s old.", "It's old.", ["typography: It’s → It's"]),
    ("It is old.", "It is old.", []),
    ("It cost €3 there.", "It cost $3 there.", ["number: €3 → $3"]),
    ("It rose 20% there.", "It rose 25% there.", ["number: 20% → 25%"]),
    ("It took two days.", "It took three days.", ["number: two → three"]),
    ("An old mill: an inn.", "An odd mill: a pub.", ["wording: old → odd", "wording: an inn → a pub"]),
    ("It was old and dry.", "It was new and wet.", ["wording: old and dry → new and wet"]),
    ("It was old and dry.", "It was and dry.", ["wording: old → "]),
    ("It was old, dry.", "It was new, wet.", ["wording: old, dry → new, wet"]),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "said"), CASES)
def test_a_changed_word_is_exactly_that(old: str, new: str, said: list[str]) -> None:
    assert kinds(old, new) == said
