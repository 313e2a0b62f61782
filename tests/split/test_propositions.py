"""Statements below a claim: each says one thing, in words of the sentence."""

import pytest

from factcheck.split.clauses.propositions import propositions
from factcheck.split.parser import spacy_parser
from factcheck.split.parser.brackets import without_asides
from factcheck.split.parser.grammar import Grammar, Node
from factcheck.split.parser.parsed_clauses import parsed_clauses
from factcheck.split.parser.parsed_phrases import wordings

installed = pytest.mark.skipif(not spacy_parser.installed(), reason="the parser extra is not installed")


def said(sentence, *, parser=True):
    """The propositions of a sentence as text, what they leave out drawn as one dot."""
    return [
        " · ".join(sentence[span.start : span.end] for span in one)
        for one in propositions(sentence, parser=parser)
    ]


def tree(*rows):
    """A tree from “word tag relation head” rows."""
    nodes, start = [], 0
    for row in rows:
        text, tag, relation, head = row.split()
        nodes.append(Node(text, tag, relation, int(head), start, start + len(text)))
        start += len(text) + 1
    return Grammar(nodes)


def worded(grammar, words):
    return " ".join(grammar.nodes[word].text for word in words)


BRIDGE = tree(
    "It PRP nsubj 1",
    "carries VBZ ROOT 1",
    "old JJ amod 5",
    ", , punct 5",
    "slow JJ amod 5",
    "trams NNS dobj 1",
    "and CC cc 5",
    "the DT det 8",
    "buses NNS conj 5",
)


def test_a_listed_phrase_is_worded_one_item_at_a_time():
    assert [worded(BRIDGE, one) for one in wordings(BRIDGE, 5)] == ["old trams", "slow trams", "the buses"]


def test_clauses_are_read_from_a_tree_that_no_parser_made():
    clauses, extras = parsed_clauses(BRIDGE)
    assert [worded(BRIDGE, clause.subjects[0] + clause.verb) for clause in clauses] == ["It carries"]
    assert extras == []


def test_lists_beside_each_other_do_not_multiply_without_end():
    items = [f"w{at} NN {'conj' if at % 10 else 'nmod'} {at - 1 if at % 10 else 100}" for at in range(100)]
    assert len(wordings(tree(*items, "end NN ROOT 100"), 100)) == 91


@pytest.mark.parametrize("relation", ["nmod", "appos", "prep"])
def test_a_phrase_without_end_is_read_all_the_same(relation):
    deep = tree("a NNP ROOT 0", *(f"w{at} NNP {relation} {at - 1}" for at in range(1, 2000)))
    assert wordings(deep, 0) == [tuple(range(2000))]


def test_appositions_without_end_are_read_all_the_same():
    marked = (f"w NNP appos {at - 2}" if at % 2 == 0 else f", , punct {at - 1}" for at in range(1, 2001))
    assert wordings(tree("a NNP ROOT 0", *marked), 0)


def test_brackets_are_read_apart_and_by_their_semicolons():
    sentence = "The mill (built 1902; shut 1978) stands."
    bare, kept, asides = without_asides(sentence)
    assert bare == "The mill stands."
    assert "".join(sentence[place] for place in kept) == bare
    assert [sentence[start:end] for start, end in asides] == ["(built 1902", "shut 1978)"]


def test_a_sentence_that_is_a_bracket_is_left_as_it_is():
    assert without_asides("(1989)") == ("(1989)", [0, 1, 2, 3, 4, 5], [])


def test_an_object_that_is_one_with_its_verb_is_not_said_alone():
    assert "The race took place" not in said("The race took place in Aldmoor on 3 June.", parser=False)


@installed
@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        (
            "The bridge was opened in 1931 and carries trams, buses and lorries.",
            {"The bridge · carries trams", "The bridge · carries · buses", "The bridge · carries · lorries"},
        ),
        (
            "Oriel Braddock, who runs Kilnwick Partners, met her lawyer.",
            {"Oriel Braddock · runs Kilnwick Partners", "Oriel Braddock · met her lawyer"},
        ),
        (
            "Edda Lorne, a chemist, and Tobias Wren won the prize.",
            {"Edda Lorne · won the prize", "Tobias Wren won the prize", "Edda Lorne, a chemist"},
        ),
        (
            "Founded in 1902, the mill employed 300 people.",
            {"Founded in 1902, the mill", "the mill employed 300 people"},
        ),
        (
            "The museum lost money, selling its boats.",
            {"The museum lost money", "The museum · selling its boats"},
        ),
        (
            "The council said that it would close two schools and sell the baths.",
            {"The council said that it would close two schools and sell the baths"},
        ),
        (
            "The race took place in Aldmoor on 3 June 2019.",
            {"The race took place in Aldmoor", "The race took place · on 3 June 2019"},
        ),
        ("It rained; the match went on.", {"It rained", "the match went on"}),
        ("She thanked goalkeeper Ana Ruiz (31).", {"goalkeeper Ana Ruiz", "Ana Ruiz (31)"}),
        ("Mr Holt lives in Bergen, Norway.", {"Mr Holt lives in Bergen, Norway"}),
    ],
)
def test_the_parser_finds_what_each_part_of_a_sentence_says(sentence, says):
    assert says <= set(said(sentence))


@installed
@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "...",
        "()",
        "(1989)",
        "(a) b",
        "[x] He [y] ran (z)",
        "Fell (1989), Rose (1990)",
        " \n ",
        "🙂 (🙂) won.",
    ],
)
def test_odd_sentences_do_no_harm(sentence):
    for spans in propositions(sentence, parser=True):
        assert all(0 <= span.start < span.end <= len(sentence) for span in spans)


@installed
def test_a_sentence_in_which_nothing_is_stated_is_one_proposition():
    assert said("A quiet village in the hills") == ["A quiet village in the hills"]
