"""Whatever is done to a draft: places hold their words, counts add up, every word is covered."""

from hypothesis import given, settings
from hypothesis import strategies as st

from db.vocabulary import Outcome
from factcheck.model import Article, OldDraft
from factcheck.revise import plan
from factcheck.revise.tokens import same_typeset, tokens
from factcheck.split import split
from tests.revise.material import article, desk_draft

SENTENCES = (
    "The mill opened in 1902.",
    "“It was a gift,” said Ana Ortiz, who was born in Arden.",
    "He left, and nobody paid the 43 workers.",
    "The river 🌊 floods every spring.",
    "It is not true that the bank closed in 1999.",
    "Cafe\u0301 Rene\u0301e, the oldest on the coast, shut after 143 years.",
    "\u202bשלום\u202c was painted on the wall in 1948.",
    "Nobody paid.",
    "“The mud came in 2018. The sole went in 2019,” he says.",
    "Prices rose by 5 percent—more than twice the average—in a year.",
    "Who would close it?",
)
CHANGES = (
    ("1902", "1903"),
    ("“", '"'),
    ("—", " – "),
    (" not ", " "),
    ("Ana", "Jo"),
    (", and ", ". Also, "),
    (". ", ", and "),
    ("said", "denied"),
    ("43", "forty-three"),
)
PARAGRAPHS = st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4), min_size=1, max_size=5)


@st.composite
def drafts(draw: st.DrawFn) -> tuple[Article, Article]:
    """A draft and another made of it: sentences dropped, moved, repeated and changed."""
    paragraphs = draw(PARAGRAPHS)
    others = [list(paragraph) for paragraph in paragraphs]
    for _ in range(draw(st.integers(0, 5))):
        place = draw(st.integers(0, len(others) - 1))
        part = others[place]
        act = draw(st.sampled_from(["drop", "move", "repeat", "change", "put", "turn"]))
        if act == "drop" and part:
            part.pop(draw(st.integers(0, len(part) - 1)))
        elif act == "move":
            others.insert(draw(st.integers(0, len(others) - 1)), others.pop(place))
        elif act == "repeat" and part:
            others[draw(st.integers(0, len(others) - 1))].append(part[0])
        elif act == "change" and part:
            old, new = draw(st.sampled_from(CHANGES))
            others[place] = [sentence.replace(old, new) for sentence in part]
        elif act == "put":
            part.insert(0, draw(st.sampled_from(SENTENCES)))
        elif act == "turn":
            part.reverse()
    texts = ["\n\n".join(" ".join(part) for part in these if part) for these in (paragraphs, others)]
    return article(texts[0]), article(texts[1])


def _by_hand(draw: st.DrawFn, given: Article) -> OldDraft:
    """The draft on the desk, some neighbouring claims made one by hand."""
    old = desk_draft(given)
    claims = list(old.claims)
    if len(claims) > 2 and draw(st.booleans()):
        place = draw(st.integers(0, len(claims) - 2))
        first, second = claims[place], claims[place + 1]
        if first.end <= second.start and len(first.parts) == len(second.parts) == 1:
            whole = (first.parts[0]._replace(end=second.end),)
            claims[place : place + 2] = [first._replace(end=second.end, parts=whole)]
    return old._replace(claims=claims)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_places_hold_their_words_and_counts_add_up(data: st.DataObject) -> None:
    before, after = data.draw(drafts())
    old = _by_hand(data.draw, before)
    revision = plan(old, after, split(after))
    counts = revision.counts
    assert [claim.number for claim in revision.claims] == [claim.number for claim in old.claims]
    assert sum(counts.values()) == len(old.claims) + len(revision.new)
    assert counts[Outcome.NEW] == len(revision.new)
    assert revision.covered == revision.words
    taken: set[int] = set()
    for claim in revision.claims:
        assert claim.before == before.text[claim.was.start : claim.was.end]
        assert (claim.outcome is Outcome.LOST) <= (claim.place is None)
        if claim.place is None:
            continue
        assert claim.after == after.text[claim.place.start : claim.place.end]
        assert claim.place.parts[0].start == claim.place.start
        assert max(part.end for part in claim.place.parts) == claim.place.end
        for part in claim.place.parts:
            assert taken.isdisjoint(range(*part))
            taken.update(range(*part))
        for point in claim.check_points:
            assert after.text[point.start : point.end] == point.text
    for one in revision.new:
        assert one.claim.text == after.text[one.claim.start : one.claim.end]
        assert one.claim.parent is None or 0 <= one.claim.parent < len(revision.new)
        for part in one.claim.parts:
            assert taken.isdisjoint(range(*part))
    for aside in revision.set_aside:
        assert aside.text == after.text[aside.start : aside.end]


@settings(max_examples=60, deadline=None)
@given(drafts())
def test_a_mark_is_kept_only_for_the_same_words(pair: tuple[Article, Article]) -> None:
    before, after = pair
    for claim in plan(desk_draft(before), after, split(after)).claims:
        if not claim.recheck:
            old, new = tokens(claim.before), tokens(claim.after)
            assert old.keys == new.keys
            assert same_typeset(old.kinds, new.kinds)


@settings(max_examples=60, deadline=None)
@given(PARAGRAPHS)
def test_the_same_text_again_changes_nothing(paragraphs: list[list[str]]) -> None:
    given_ = article("\n\n".join(" ".join(part) for part in paragraphs))
    assert plan(desk_draft(given_), given_, split(given_)).changes_nothing
