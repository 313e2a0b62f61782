"""What holds for any text: exact spans in order, full coverage, no word twice, the same in any typography."""

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from factcheck.model import Split
from factcheck.split import split
from tests.split.articles import article

SENTENCES = st.sampled_from(
    [
        "The council met on Monday, 3 June 2013, and adopted the plan.",
        "“We lost 3.4 metres,” said Hanne Tolliver, 58, who has run the harbour since 2011.",
        "In 2023 it landed 390 tonnes, which is 69 percent less.",
        "Varrowmouth, a town of 31,412 people, lies north of Lindhaven, and it owes €123.8 million.",
        "Who knew?",
        "He says that he never saw it. It was “a good story from a man who lost”.",
        "Faulke accuses the mayor of fraud, but nobody has been charged.",
        "The mud—and the debt—stayed… Nobody left.",
        "She didn’t sign; her sister did.",
        "“It is false,” Starrow says. “My wife has stopped going to the market.”",
        "Read more: see page 4.",
        "The ship will probably sink.",
    ]
)
PARAGRAPHS = st.lists(st.lists(SENTENCES, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=4)
NOISE = st.text(
    alphabet=st.one_of(
        st.characters(exclude_categories=("Cs",)), st.sampled_from("“”\"'‘’().,;:?!—–- \n AaBb09$%&")
    ),
    max_size=300,
)


def consistent(text: str) -> Split:
    """Split text, and check everything that always holds."""
    piece = article(text)
    found = split(piece)
    owners = [0] * len(piece.text)
    for claim in found.claims:
        assert claim.text == piece.text[claim.start : claim.end]
        assert (claim.parts[0].start, claim.parts[-1].end) == (claim.start, claim.end)
        places = [place for part in claim.parts for place in part]
        assert places == sorted(places)
        assert all(part.start < part.end for part in claim.parts)
        for part in claim.parts:
            for place in range(part.start, part.end):
                owners[place] += 1
        for point in claim.check_points:
            assert point.text == piece.text[point.start : point.end]
            assert any(part.start <= point.start < point.end <= part.end for part in claim.parts)
        if claim.parent is not None:
            parent = found.claims[claim.parent]
            assert parent.start <= claim.start
            assert claim.end <= parent.end
        assert claim.check_points
    for passage in found.set_aside:
        assert passage.text == piece.text[passage.start : passage.end]
        for place in range(passage.start, passage.end):
            owners[place] += 1
    inside = [owners[place] for block in piece.blocks for place in range(block.start, block.end)]
    letters = [piece.text[place] for block in piece.blocks for place in range(block.start, block.end)]
    assert all(count == 1 or letter.isspace() for count, letter in zip(inside, letters, strict=True))
    assert found.covered == found.words
    starts = [claim.start for claim in found.claims]
    assert starts == sorted(starts)
    assert TypeAdapter(Split).validate_json(TypeAdapter(Split).dump_json(found)) == found
    return found


def outline(found: Split) -> list[tuple[object, ...]]:
    """What a queue says, typography left out."""
    plain = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
    return [
        (
            unicodedata.normalize("NFC", " ".join(claim.text.translate(plain).split())),
            claim.speaker.label if claim.speaker else "",
            claim.kinds,
            claim.priority,
        )
        for claim in found.claims
    ]


@given(PARAGRAPHS)
@settings(max_examples=25, deadline=None)
def test_prose_is_covered_by_claims_with_exact_spans(paragraphs):
    consistent("\n\n".join(paragraphs))


@given(NOISE)
@settings(max_examples=70, deadline=None)
def test_any_text_is_covered_by_claims_with_exact_spans(text):
    consistent(text)


@given(PARAGRAPHS, st.data())
@settings(max_examples=25, deadline=None)
def test_mutated_prose_is_covered_by_claims_with_exact_spans(paragraphs, data):
    text = "\n\n".join(paragraphs)
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(text)))
        gone = data.draw(st.integers(0, 5))
        text = text[:place] + data.draw(NOISE.map(lambda words: words[:4])) + text[place + gone :]
    consistent(text)


@given(PARAGRAPHS)
@settings(max_examples=12, deadline=None)
def test_line_ends_do_not_matter(paragraphs):
    text = "\n\n".join(paragraphs)
    assert outline(consistent(text)) == outline(consistent(text.replace("\n", "\r\n")))


@given(PARAGRAPHS)
@settings(max_examples=12, deadline=None)
def test_the_unicode_form_does_not_matter(paragraphs):
    text = "\n\n".join(paragraphs).replace("Starrow", "Stárröw").replace("Faulke", "Fäulké")
    assert outline(consistent(text)) == outline(consistent(unicodedata.normalize("NFD", text)))


@given(PARAGRAPHS)
@settings(max_examples=12, deadline=None)
def test_the_style_of_quotation_marks_does_not_matter(paragraphs):
    text = "\n\n".join(paragraphs)
    straight = text.translate(str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"}))
    assert outline(consistent(text)) == outline(consistent(straight))


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", ".", "“", "”", "((((", "…", "\u200b", "a", "?", "\ufeffA."]
)
def test_the_smallest_texts_are_fine(text):
    consistent(text)


@pytest.mark.parametrize("unit", [".", "“", '"', "(", ", ", "U.S. ", "Abc ", "1 ", "walked ", "“a” "])
def test_hostile_text_takes_time_in_proportion_to_its_length(unit):
    spent = []
    for length in (500, 4000):
        hostile = article(unit * length)
        begun = time.process_time()
        assert split(hostile).coverage == 1.0
        spent.append(time.process_time() - begun)
    assert spent[1] < 40 * max(spent[0], 0.01), "eight times the text took more than forty times as long"
