"""Who holds each word of a draft, against a plain reading of the same spans."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import HouseLists, Span
from factcheck.revise.carrying.owners import NOBODY, Owners, runs
from factcheck.revise.reading import Reading
from tests.revise.material import article

TEXT = "One two, three four. Five six seven; eight nine ten.\n\nEleven twelve (thirteen) fourteen."
DRAFT = article(TEXT)
READING = Reading(DRAFT.text, DRAFT.blocks, HouseLists())
PLACES = st.integers(0, len(TEXT))
SPANS = st.tuples(PLACES, PLACES).map(lambda pair: Span(*sorted(pair)))


def held(spans, start, end):
    """The first of some spans that holds a whole token."""
    return next(
        (number for number, span in enumerate(spans) if span.start <= start and end <= span.end), None
    )


@given(st.lists(SPANS, max_size=4), st.lists(SPANS, max_size=4))
@settings(max_examples=80)
def test_a_word_is_its_first_claims_then_its_first_passages_then_nobodys(claims, passages):
    claims, passages = ([span for span in spans if whole(span)] for spans in (claims, passages))
    owners = Owners(READING, [[span] for span in claims], passages)
    for token, (start, end) in enumerate(zip(READING.tokens.starts, READING.tokens.ends, strict=True)):
        claim, passage = held(claims, start, end), held(passages, start, end)
        if claim is not None:
            passage = None
        assert owners.claim[token] == (NOBODY if claim is None else claim)
        assert owners.passage[token] == (NOBODY if passage is None else passage)
        units = [owner for owner in (claim, None if passage is None else -2 - passage) if owner is not None]
        assert owners.unit(token) == (units[0] if units else None)


def whole(span):
    """Whether a span cuts no token, as those of claims do."""
    edges = zip(READING.tokens.starts, READING.tokens.ends, strict=True)
    return all(not (start < place < end) for start, end in edges for place in span)


def test_parts_of_a_claim_are_all_its_own():
    owners = Owners(READING, [[Span(0, 3), Span(9, 14)], [Span(0, 20)]], [])
    assert owners.claim[:6] == [0, 1, 1, 0, 1, 1]


@given(st.lists(st.integers(0, 12), unique=True).map(sorted))
@settings(max_examples=60)
def test_runs_are_the_unbroken_stretches_of_tokens(tokens):
    found = runs(tokens)
    assert [token for first, last in found for token in range(first, last)] == tokens
    assert all(one[1] < two[0] for one, two in pairwise(found))
