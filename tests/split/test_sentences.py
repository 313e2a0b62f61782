"""Blocks are cut into sentences where a reader would pause for breath, and a quotation keeps its speaker."""

import json
import re
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.vocabulary import BlockKind
from factcheck.model import Block, HouseLists
from factcheck.split.sentences.sentences import sentences

RULES = [
    json.loads(line)
    for line in (Path(__file__).parent / "golden_rules.jsonl").read_text("utf-8").splitlines()
]


def blocks(text: str) -> list[Block]:
    return [
        Block(kind=BlockKind.PARAGRAPH, start=match.start(), end=match.end())
        for match in re.finditer(r"\S(?:[\s\S]*?\S)??(?=\s*\n\s*\n|\s*\Z)", text)
    ]


def cut(text: str, house: HouseLists | None = None) -> list[str]:
    return [text[one.start : one.end] for one in sentences(text, blocks(text), house)]


@pytest.mark.parametrize("rule", RULES, ids=[rule["id"] for rule in RULES])
def test_golden_rule_holds(rule):
    assert [" ".join(one.split()) for one in cut(rule["text"])] == rule["sentences_text"]


WHOLE = """
“Why would anybody vote for that?” Hargrove asked a crowd in Dayton.
“Leave him alone!” Bobby Skerritt’s niece shouted from the back of the hall.
“Are we safe?”\u00a0― Ted Marlow
“You can’t beat somebody with nobody.” — Ted Marlow, county chairman
"Who does that?" the candidate asked.
"Is this who we are?" Sen. Marian Cole (D-Mass.), the panel's chairwoman, said in an interview.
“Enough!” cried the mayor.
“Is he serious?” Cole campaign manager Robby Kemp asked on CNN.
“Is he serious?” Hargrove’s son Derek asked.
“Who won?” Sanders later said.
“How dare he!” CNN’s Jake Farrow exclaimed.
“Lock her up!” Hargrove supporters chanted.
“Who are we?” President Whitaker asked the nation in a televised speech Tuesday.
“No way!” House Speaker Paul Dunmore, R-Wis., told the Journal.
“We have a problem.” – Sen. Marian Cole
“Who?” I asked him at the door.
“Who?” He said.
“No!” – he shouted.
“Who was it?”said Hargrove.
“Who was it?”— Hargrove said in Ohio.
“We won!” Mayor-elect Ana Ruiz declared late Tuesday.
He said: “We will go.”
“We are going,” she said, “and nothing will stop us.”
Sen. Marian Cole, D-Mass., met Gov. Alan Brandt at 5 p.m. Tuesday.
The firm, Doe, Roe & Co. Inc., moved to Washington, D.C., in 2012.
Gen. J. R. Pike Jr. of the U.S. Army spoke.
She paid $3.5 million for No. 12 St. James St. in June.
What Moscow would do –is unclear.
GENEVA (Reuters) — Talks resumed on Oct. 14.
He teaches (He is 80.) at the local school.
Yahoo! News reported it, and Jeopardy! fans wrote in.
The bill (H.R. 1270) would cut funding by 2.5 percent vs. 1.9 percent in the Senate version.
""".strip().splitlines()


@pytest.mark.parametrize("sentence", WHOLE)
def test_is_one_sentence(sentence):
    assert cut(sentence) == [sentence]


PARTS = """
“Russia does not want a strong Iran.| However, Moscow does not want chaos,” says Shireen Hunter.
“It is over.”| Trump said in 2010 that he would run.
He asked, “Why are we here?”| Brandt said nothing.
“Why?”| Hargrove said that he would not answer.
“Is it over?” Cole asked reporters.| “It is not over.”
“Yes!”| Cole’s team won.
“Who?”| He said nothing.
“Why not?”| I think so.
“Ready?”| Cole reads the paper each day.
“She lies about everything,” he said.| “Who does that?”
The U.S. is large.| The U.N. is not.| In the U.S.| It rained.
He left at 6 p.m.| Marlow stayed.
You and I.| Did you see it?
“I... I don't know.| Ask her.”
It ended.[1]| The next began.[2][3]| The third came.
iPhone sales fell.| iPad sales rose.
The mayor won.| de Blasio thanked him.
1. The first item| 2. The second item| 3. The third item
a) tea| b) milk| c) sugar
He was in World War I.| The war ended in 1918.
She works for Acme Corp.| They make anvils.
“No.”| “Why not?”| “Because.”
Is it true?| Yes.| Is it right?| No!
It ended first.|Then nothing came.
这是第一句。|这是第二句。
هل هذا صحيح؟| نعم.
""".strip().splitlines()


@pytest.mark.parametrize("marked", PARTS)
def test_is_cut_at_the_bars(marked):
    parts = [part.strip() for part in marked.split("|")]
    assert cut(marked.replace("|", "")) == parts


def test_a_house_abbreviation_never_ends_a_sentence():
    text = "He saw Brig. Pike and Kpt. Lang. They left."
    assert cut(text)[0] == "He saw Brig. Pike and Kpt."
    assert cut(text, HouseLists(abbreviations=("Kpt.",)))[0] == "He saw Brig. Pike and Kpt. Lang."


def test_a_house_verb_keeps_its_quotation():
    text = "“Really?” Marlow kvetched."
    assert len(cut(text)) == 2
    assert len(cut(text, HouseLists(speech_verbs=("kvetch",)))) == 1


def test_a_sentence_never_crosses_a_block():
    text = "A heading without a stop\n\nand a paragraph. It ends here"
    assert cut(text) == ["A heading without a stop", "and a paragraph.", "It ends here"]


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet=st.sampled_from("aA .?!…“”\"'’()[]—-\n\u00a0é1,;:中。U.S."), max_size=80))
def test_every_letter_stands_in_exactly_one_sentence(text):
    found = sentences(text, blocks(text))
    covered = "".join(text[one.start : one.end] for one in found)
    assert re.sub(r"\s", "", covered) == re.sub(r"\s", "", text)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(one.start < one.end and not text[one.start].isspace() for one in found)


@pytest.mark.parametrize(
    "unit", [".", "?", "“", "”", '"', "(", ")", "[", "U.S. ", "a. ", "“A?” B ", ". A", "' ", "1. ", "- "]
)
def test_long_runs_take_linear_time(unit):
    text = unit * (200_000 // len(unit))
    started = time.process_time()
    sentences(text, [Block(kind=BlockKind.PARAGRAPH, start=0, end=len(text))])
    assert time.process_time() - started < 20  # quadratic time would be minutes
