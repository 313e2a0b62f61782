"""Which sentence became which: equal ones by their neighbours, changed ones by likeness, to the last word."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.revise.matching.exact import Pairs, Spine, pair_equal
from factcheck.revise.matching.near import Matcher

DULL = "the of"


def signatures(*texts):
    """Sentences as the matcher gets them, words as numbers by their spelling."""
    return [tuple(sum(ord(c) * 31**k for k, c in enumerate(word)) for word in text.split()) for text in texts]


def numbers(first, count, *, shared=0):
    """A sentence of words nobody else uses, the first `shared` of them those of every sentence made so."""
    return " ".join([f"s{k}" for k in range(shared)] + [f"w{first}x{k}" for k in range(count - shared)])


def equal(old, new):
    """What is paired of two drafts written as letters, a unit each, and what stays ambiguous."""
    pairs = Pairs(len(old), len(new))
    rest = pair_equal(
        [(ord(c),) if c != "-" else () for c in old], [(ord(c),) if c != "-" else () for c in new], pairs
    )
    return " ".join("." if place is None else str(place) for place in pairs.new_of), rest


EQUAL = [
    ("abc", "abc", "0 1 2", []),
    ("abc", "cab", "1 2 0", []),
    ("ab", "xaby", "1 2", []),
    ("abab", "abab", "0 1 2 3", []),
    ("aa", "a", "0 .", []),
    ("a", "aa", "0", []),
    ("xaay", "xay", "0 1 . 2", []),
    ("xaay", "xaaay", "0 1 2 4", []),
    ("axa", "xa", ". 0 1", []),
    ("axa", "ax", "0 1 .", []),
    ("xqaqy", "xaqy", "0 . 1 2 3", []),
    ("xpapy", "xypap", "0 2 3 4 1", []),
    ("xaya", "yaxa", "2 3 0 1", []),
    ("axay", "ayax", "2 3 0 1", []),
    ("-a-", "a--", ". 0 .", []),
    ("a--a", "a--a", "0 . . 3", []),
    ("xza.ay", "xa.zay", "0 3 4 2 1 5", []),
    ("apbqa", "aqbpa", "0 3 2 1 4", []),
    ("aab", "baa", "1 2 0", []),
    ("caxaad", "cxaaad", "0 4 1 2 3 5", []),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "paired", "rest"), EQUAL)
def test_equal_units_are_paired_by_neighbours_and_gaps(old, new, paired, rest):
    assert equal(old, new) == (paired, rest)


@given(st.text("abcx", max_size=8), st.text("abcx", max_size=8))
@settings(max_examples=60)
def test_pairs_are_of_equal_units_each_used_once_and_as_many_as_there_can_be(old, new):
    pairs = Pairs(len(old), len(new))
    rest = pair_equal([(ord(c),) for c in old], [(ord(c),) for c in new], pairs)
    joined = [(place, other) for place, other in enumerate(pairs.new_of) if other is not None]
    assert all(old[place] == new[other] and pairs.old_of[other] == place for place, other in joined)
    assert sum(other is not None for other in pairs.old_of) == len(joined)
    free_old = [c for place, c in enumerate(old) if pairs.new_of[place] is None]
    free_new = [c for place, c in enumerate(new) if pairs.old_of[place] is None]
    assert sorted(set(free_old) & set(free_new)) == sorted({old[before[0]] for before, _ in rest})
    assert all(len(before) != len(after) for before, after in rest)


@given(
    st.permutations(range(6)).flatmap(
        lambda order: st.tuples(st.just(order), st.lists(st.integers(1, 5), min_size=6, max_size=6))
    )
)
@settings(max_examples=60)
def test_the_spine_is_the_heaviest_rising_chain(given_order):
    order, weights = given_order
    pairs = Pairs(6, 6)
    for old, new in enumerate(order):
        if weights[old] != 5:
            pairs.join(old, new)
    spine = Spine(pairs, weights)
    points = [(old, new) for old, new in enumerate(pairs.new_of) if new is not None]
    rising = [
        chain
        for size in range(len(points) + 1)
        for chain in combinations(points, size)
        if all(one[1] < two[1] for one, two in pairwise(chain))
    ]
    best = max(sum(weights[old] for old, _ in chain) for chain in rising)
    assert list(zip(spine.olds, spine.news, strict=True)) in [list(chain) for chain in rising]
    assert sum(weights[old] for old in spine.olds) == best
    for unit in range(6):
        assert spine.holds(unit) == (unit in spine.olds)
        assert spine.gap_of_old(unit) == sum(old <= unit for old in spine.olds)
        assert spine.gap_of_new(unit) == sum(new <= unit for new in spine.news)


def matched(old, new, *, titles=((), ())):
    """What the matcher says: `1>2` for a match, `1?2,3` where it asks; equal sentences are paired before."""
    one, two = signatures(*old), signatures(*new)
    pairs = Pairs(len(one), len(two))
    pair_equal(one, two, pairs)
    heads = tuple(
        [place in marked for place in range(len(side))]
        for side, marked in zip((old, new), titles, strict=True)
    )
    dull = frozenset(number for (number,) in signatures(*DULL.split()))
    found, asked = Matcher(one, two, pairs, Spine(pairs, [1] * len(one)), dull, heads).matches()
    told = [f"{'+'.join(map(str, match.olds))}>{'+'.join(map(str, match.news))}" for match in found]
    return sorted(told + [f"{ask.old}?{','.join(str(new) for new, _ in ask.news)}" for ask in asked])


A, Z = "first of all", "last of all"
"""Neighbours that do not change."""


def like(length, shared, tag):
    """A sentence of `length` words that has its first `shared` words in common with others made so."""
    return " ".join([*(f"k{n}" for n in range(shared)), *(f"{tag}{n}" for n in range(length - shared))])


# Likeness of two sentences of n words with s in common, all rare, is s / n.
ALONE = [
    (8, 3, True),
    (25, 7, True),
    (25, 6, False),
    (8, 2, False),
    (5, 2, True),
    (7, 2, False),
    (7, 3, True),
    (10, 4, True),
]


@pytest.mark.parametrize(("length", "shared", "same"), ALONE)
def test_one_sentence_between_the_same_neighbours_is_the_same_from_a_likeness_on(length, shared, same):
    old, new = [A, like(length, shared, "o"), Z], [A, like(length, shared, "n"), Z]
    assert matched(old, new) == (["1>1"] if same else [])


SEVERAL = [
    (10, 4, True),
    (10, 3, False),
    (20, 8, True),
    (20, 7, False),
    (7, 4, True),
    (7, 3, False),
]


@pytest.mark.parametrize(("length", "shared", "same"), SEVERAL)
def test_among_several_it_takes_more(length, shared, same):
    old = [A, like(length, shared, "o"), numbers(1, 12), Z]
    new = [A, like(length, shared, "n"), numbers(2, 12), Z]
    assert matched(old, new) == (["1>1"] if same else [])


FAR = [(10, 7, True), (10, 6, False), (20, 14, True), (20, 13, False), (8, 6, True), (7, 6, False)]


@pytest.mark.parametrize(("length", "shared", "asked"), FAR)
def test_elsewhere_it_takes_most_words_and_a_person(length, shared, asked):
    old = [like(length, shared, "o"), A, Z]
    new = [A, Z, like(length, shared, "n")]
    assert matched(old, new) == (["0?2"] if asked else [])


def test_beside_the_same_neighbour_that_moved_is_not_elsewhere():
    old = [like(10, 5, "o"), "moved along", A, Z, numbers(3, 9)]
    new = [A, Z, numbers(3, 9), like(10, 5, "n"), "moved along"]
    assert matched(old, new) == ["0>3"]


def test_of_two_likely_places_a_person_says_which():
    base = [f"k{n}" for n in range(10)]
    old = [A, " ".join(base), Z]
    for other, answer in ((9, ["1?1,2"]), (8, ["1>1"]), (7, ["1>1"])):
        one = " ".join([*base[:9], "n0"])
        two = " ".join([*base[:other], *(f"m{n}" for n in range(10 - other))])
        assert matched(old, [A, one, two, Z]) == answer, other


def test_look_alikes_as_many_as_before_go_in_order():
    base = " ".join(f"k{n}" for n in range(9))
    assert matched([A, f"{base} o1", f"{base} o2", Z], [A, f"{base} n1", f"{base} n2", Z]) == ["1>1", "2>2"]
    assert matched([A, f"{base} o1", f"{base} o2", Z], [A, f"{base} n1", Z]) == ["1?1", "2?1"]
    assert matched([A, f"{base} o1", Z], [A, f"{base} n1", f"{base} n2", Z]) == ["1?1,2"]
    three = [f"{base} n{n}" for n in range(4)]
    assert matched([A, f"{base} o1", Z], [A, *three, Z]) == ["1?1,2,3"]


def test_headings_go_with_headings():
    old, new = [A, like(10, 8, "o"), Z], [A, like(10, 8, "n"), Z]
    assert matched(old, new, titles=([1], [1])) == ["1>1"]
    assert matched(old, new, titles=([1], [])) == []
    assert matched(old, new, titles=([], [1])) == []


def test_dull_and_frequent_words_tell_little():
    old, new = [A, "the the the k1 o1 o2 o3 o4", Z], [A, "the the the k1 n1 n2 n3 n4", Z]
    assert matched(old, new) == []
    assert matched([A, "k0 k1 k2 k3 o1 o2 o3 o4", Z], [A, "k0 k1 k2 k3 n1 n2 n3 n4", Z]) == ["1>1"]


def test_a_sentence_in_two_and_two_in_one_are_found():
    one, two = [f"k{n}" for n in range(8)], [f"m{n}" for n in range(8)]
    whole = " ".join([*one, "and", *two])
    parts = [" ".join(one), " ".join(two)]
    assert matched([A, whole, Z], [A, *parts, Z]) == ["1>1+2"]
    assert matched([A, *parts, Z], [A, whole, Z]) == ["1+2>1"]


PARTS = [
    *((8, second, "1>1+2") for second in (8, 7, 6)),
    *((8, second, "1>1") for second in (5, 4, 1)),
    *((5, 8, "1>2"), (7, 7, "1>1+2"), (6, 6, "1>1+2"), (5, 5, "1>1+2"), (4, 4, "")),
]


@pytest.mark.parametrize(("first", "second", "said"), PARTS)
def test_a_part_that_says_other_things_is_no_part(first, second, said):
    one, two = [f"k{n}" for n in range(8)], [f"m{n}" for n in range(8)]
    after = [
        " ".join([*one[:first], *(f"x{n}" for n in range(8 - first))]),
        " ".join([*two[:second], *(f"y{n}" for n in range(8 - second))]),
    ]
    assert matched([A, " ".join([*one, *two]), Z], [A, *after, Z]) == said.split()
