"""Sentences are cut into what a checker would decide one by one, with the subject carried in."""

import pytest

from db.vocabulary import SetAsideReason
from factcheck.model import HouseLists
from factcheck.split import split
from tests.split.articles import article


def queue(text):
    piece = article(text)
    return [
        (" | ".join(piece.text[part.start : part.end] for part in claim.parts), claim.restatement)
        for claim in split(piece, parser=False).claims
    ]


CUT = [
    (
        "Corvane denies it, and the auditors published a report of 212 pages in January.",
        ["Corvane denies it,", "and the auditors published a report of 212 pages in January."],
        ["", "The auditors published a report of 212 pages in January."],
    ),
    (
        "The river rises 212 kilometres inland and drains 6,900 square kilometres of farmland.",
        ["The river rises 212 kilometres inland", "and drains 6,900 square kilometres of farmland."],
        ["", "The river drains 6,900 square kilometres of farmland."],
    ),
    (
        "Osric Penhallow, who owns three of the boats, went to sea at 15.",
        ["Osric Penhallow, | went to sea at 15.", "who owns three of the boats,"],
        ["Osric Penhallow went to sea at 15.", "Osric Penhallow owns three of the boats."],
    ),
    (
        "Varrowmouth, a town of 31,412 people, lies north of the capital.",
        ["Varrowmouth, | lies north of the capital.", "a town of 31,412 people,"],
        ["Varrowmouth lies north of the capital.", "Varrowmouth is a town of 31,412 people."],
    ),
    (
        "The first ship came in May, while the last one left in October 2019.",
        ["The first ship came in May,", "while the last one left in October 2019."],
        ["", "The last one left in October 2019."],
    ),
    (
        "Founded in 1968 by two brothers, the company employs 1,700 people.",
        ["Founded in 1968 by two brothers,", "the company employs 1,700 people."],
        ["The company was founded in 1968 by two brothers.", ""],
    ),
    (
        "The ships left the harbour in May; the debt of €184 million stayed.",
        ["The ships left the harbour in May;", "the debt of €184 million stayed."],
        ["", ""],
    ),
]


@pytest.mark.parametrize(("text", "words", "plainly"), CUT)
def test_each_statement_is_a_claim_and_says_its_subject(text, words, plainly):
    found = queue(text)
    assert [claim for claim, _ in found] == words
    stated = [restatement.rstrip(".") for _, restatement in found]
    assert [plain.rstrip(".") for plain in plainly] == stated or plainly == [""] * len(plainly)


WHOLE = [
    "“We came, and nobody helped us when the water rose,” said Hanne Tolliver.",
    "Last year they handled 1.6 million containers, which is 41 percent of that.",
    "The prices rose and fell.",
    "It has three churches, two breweries and one cinema.",
    "He was fined because he had closed the gate in May.",
    "The people who live on the river know it well.",
    "She visited Grestholm, Port Ansel, and Lindhaven in 2019.",
]


@pytest.mark.parametrize("text", WHOLE)
def test_what_a_checker_decides_in_one_go_stays_whole(text):
    assert len(queue(text)) == 1


ASIDE = [
    ("Who knew that it would be?", SetAsideReason.QUESTION),
    ("Whether the bank will pay is unclear.", SetAsideReason.QUESTION),
    ("The question is whether anybody will pay.", SetAsideReason.QUESTION),
    ("The harbour will probably close.", SetAsideReason.PREDICTION),
    ("They might end up with nothing.", SetAsideReason.PREDICTION),
    ("I think that the town is charming.", SetAsideReason.OPINION),
    ("Sadly, nobody cared.", SetAsideReason.OPINION),
    ("Its main findings are these:", SetAsideReason.TRANSITION),
    ("Read more about our newsletter.", SetAsideReason.INSTRUCTION),
    ("Compare the offers of the decorators.", SetAsideReason.INSTRUCTION),
    ("Photograph: Joss Wexcombe", SetAsideReason.BOILERPLATE),
    ("© The Courier 2025. All rights reserved.", SetAsideReason.BOILERPLATE),
    ("* * *", SetAsideReason.BOILERPLATE),
]


@pytest.mark.parametrize(("text", "reason"), ASIDE)
def test_what_is_no_claim_is_set_aside_with_its_reason(text, reason):
    found = split(article(text), parser=False)
    assert {passage.reason for passage in found.set_aside} == {reason}
    assert found.set_aside[0].rule
    assert not found.claims


KEPT = [
    "“The harbour will close,” said Hanne Tolliver.",
    "The harbour will close on 30 June 2026.",
    "The bill will climb from €1,240 to €1,302.",
    "Nobody has been charged.",
    "The best witness is a diary.",
    "He could have shown greater leadership.",
    "Remember that the pass was shut on 23 days.",
]


@pytest.mark.parametrize("text", KEPT)
def test_when_in_doubt_it_is_a_claim(text):
    found = split(article(text), parser=False)
    assert len(found.claims) == 1
    assert not found.set_aside


def test_every_cut_speaker_and_kind_names_its_rule():
    found = split(article("“It rose by 4 percent,” said Hanne Tolliver, who had counted 19 boats in May."))
    rules = [rule for claim in found.claims for rule in claim.rules]
    assert "relative clause" in rules
    assert any(rule.startswith("speaker: ") for rule in rules)
    assert "statistic: per cent" in rules


def test_a_text_in_another_language_becomes_sentences_with_a_remark():
    text = (
        "Der Stadtrat hat am Montag den Haushalt für das Jahr 2026 beschlossen. Er umfasst 412,6 Millionen "
        "Euro, und drei Bibliotheken werden geschlossen. Die Opposition sprach von einem Angriff auf die "
        "Bürgerinnen und Bürger der Stadt, und viele von ihnen demonstrierten vor dem Rathaus."
    )
    found = split(article(text), parser=False)
    assert [claim.text.split()[0] for claim in found.claims] == ["Der", "Er", "Die"]
    assert len(found.remarks) == 1
    assert found.coverage == 1.0


def test_house_legal_terms_raise_the_priority():
    text = "The firm signed a consent order with the county."
    plain, legal = (
        split(article(text), parser=False),
        split(article(text), HouseLists(legal_terms=("consent order",)), parser=False),
    )
    assert legal.claims[0].priority > plain.claims[0].priority
    assert "legal" in " ".join(legal.claims[0].reasons)
