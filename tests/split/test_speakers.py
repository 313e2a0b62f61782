"""Every statement is given to whoever makes it, in the words that say so, and to nobody else."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.vocabulary import BlockKind
from factcheck.model import Block, HouseLists
from factcheck.read import read_bytes
from factcheck.split.people.names import named_entities
from factcheck.split.quotations.attribution import Attribution, Form
from factcheck.split.quotations.attributions import attributions
from factcheck.split.quotations.quotation_marks import quotations
from factcheck.split.sentences.sentences import sentences
from tests.split.marked import FOLDER, Case, Marked, cases, flat

CASES = [case for path in sorted(FOLDER.glob("*.txt")) for case in cases(path)]


def said(text: str, blocks: list[Block] | None = None, house: HouseLists | None = None) -> list[Attribution]:
    blocks = blocks or [
        Block(kind=BlockKind.PARAGRAPH, start=match.start(), end=match.end())
        for match in re.finditer(r"[^\n]+", text)
    ]
    cut = sentences(text, blocks, house)
    return attributions(text, cut, quotations(text, blocks), named_entities(text, cut, house), house)


def letters(text: str, spans) -> set[int]:
    return {place for start, end in spans for place in range(start, end) if text[place].isalnum()}


def alike(case: Case, marked: Marked, one: Attribution) -> bool:
    """Whether an attribution is the marked statement: the same words but for the edges, the same speaker."""
    gold, mine = letters(case.text, marked.content), letters(case.text, one.content)
    source = letters(case.text, [one.source] if one.source else [])
    return (
        len(gold & mine) >= 0.8 * len(gold | mine)
        and (not marked.source or bool(letters(case.text, marked.source) & source))
        and (not marked.name or one.name == marked.name)
    )


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_statements_of_a_marked_paragraph(case):
    found = flat(said(case.text, case.blocks))
    missing = [marked for marked in case.statements if not any(alike(case, marked, one) for one in found)]
    extra = [one for one in found if not any(alike(case, marked, one) for marked in case.statements)]
    words = [[case.text[start:end] for start, end in marked.content] for marked in missing]
    assert not missing, f"not found: {words}"
    assert not extra, f"nobody's: {[[case.text[s:e] for s, e in one.content] for one in extra]}"


SEED = [
    ("We actively work together", "Vladimir Putin"),
    ("Our positions in the world", "Masoud Pezeshkian"),
    ("At this point, Moscow", "Mark Katz"),
    ("less fearful of a nuclear Iran", "Mark Katz"),
    ("Israeli-Iranian hostility", "Mark Katz"),
    ("Russia does not want a strong Iran", "Shireen Hunter"),
    ("However, Moscow does not want Iran", "Shireen Hunter"),
    ("Therefore, it might overcome", "Shireen Hunter"),
    ("Consequently, I doubt", "Shireen Hunter"),
]


@pytest.fixture(scope="module")
def seed(request):
    path = request.config.rootpath / "seeds" / "000_833abf2e5c5bff94.txt"
    article = read_bytes(path.read_bytes(), path.name)
    return article.text, said(article.text, list(article.blocks))


@pytest.mark.parametrize(("words", "name"), SEED)
def test_every_speaker_of_the_seed_article_is_right(seed, words, name):
    text, found = seed
    at = text.index(words)
    owners = {one.name for one in found if any(start <= at < end for start, end in one.content)}
    assert name in owners
    outermost = max(
        (one for one in found if any(start <= at < end for start, end in one.content)),
        key=lambda one: sum(end - start for start, end in one.content),
    )
    assert outermost.name == name
    assert outermost.sure


def test_a_speaker_carries_mention_name_and_cue():
    text = "Rosa Quint arrived. “It is late,” she said."
    (one,) = said(text)
    speaker = one.speaker(text)
    assert speaker is not None
    assert (speaker.mention, speaker.name, speaker.cue, speaker.sure) == ("she", "Rosa Quint", "said", True)
    assert one.form is Form.DIRECT


def test_a_pronoun_with_two_sensible_referents_is_not_sure():
    text = "Ted Marlow met Kim Dorn. Alex Reeve waved. “It is late,” he said."
    assert not said(text)[-1].sure


def test_a_pronoun_without_a_referent_stays_as_mentioned():
    text = "“It is late,” she said."
    (one,) = said(text)
    assert (one.name, one.sure) == ("", False)


def test_he_is_never_somebody_called_mrs():
    text = "Mrs. Cole waited. “It is late,” he said."
    (one,) = said(text)
    assert one.name == ""


def test_a_carried_quotation_has_no_cue_and_no_mention_of_its_own():
    text = "“It is late,” said Rosa Quint.\n“We must go.”"
    one = said(text)[-1]
    assert one.carried
    speaker = one.speaker(text)
    assert speaker is not None
    assert (speaker.name, speaker.cue, speaker.mention_span) == ("Rosa Quint", "", None)


def test_a_house_verb_is_a_cue():
    text = "“It is late,” Rosa Quint kvetched to friends."
    found = said(text, house=HouseLists(speech_verbs=("kvetch",)))
    assert [(one.name, one.rule) for one in found] == [("Rosa Quint", "said")]


def test_hearsay_has_no_source():
    text = "The plant has reportedly closed."
    (one,) = said(text)
    assert one.source is None
    assert one.speaker(text) is None
    assert one.rule == "adverb"


STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


@pytest.mark.parametrize("case", [case for case in CASES if case.text.translate(STRAIGHT) != case.text])
def test_the_style_of_quotation_marks_does_not_matter(case):
    straight = said(case.text.translate(STRAIGHT), case.blocks)
    assert [one.source for one in straight] == [one.source for one in said(case.text, case.blocks)]


WORDS = ["“", "”", "said", "that", "Rosa", "Quint", "he", "according", "to", ",", ".", "?", "and", "the"]
WORDS += ["officials", "believe", "told", "reporters", "it", "was", "“No.”", "—", ":", "’s", "claim", "plans"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_spans_are_exact_in_any_jumble(words):
    text = " ".join(words)
    for one in said(text):
        assert one.content == tuple(sorted(one.content))
        for span in (*one.content, *(s for s in (one.source, one.cue, one.mention) if s)):
            assert 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize(
    "unit",
    ["“A?” he said. ", "he said ", "A. ", "said, ", "(", "“", "John Doe, ", "of the ", "and said ", "U.S. "],
)
def test_long_runs_take_linear_time(unit):
    text = unit * (50_000 // len(unit))
    started = time.process_time()
    said(text)
    assert time.process_time() - started < 20  # quadratic time would be minutes
