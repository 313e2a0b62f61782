"""Names are found by their capitals and neighbours; a person's mentions go to the fullest name."""

import re

from db.vocabulary import BlockKind
from factcheck.model import Block, HouseLists
from factcheck.split.people.entities import Entity, EntityKind, NamedEntities
from factcheck.split.people.names import named_entities
from factcheck.split.sentences.sentences import sentences


def people(text: str, house: HouseLists | None = None) -> NamedEntities:
    blocks = [
        Block(kind=BlockKind.PARAGRAPH, start=match.start(), end=match.end())
        for match in re.finditer(r"[^\n]+", text)
    ]
    return named_entities(text, sentences(text, blocks), house)


def entity(found: NamedEntities, name: str) -> Entity:
    return next(one for one in found.entities if one.name == name)


def mentions(text: str, found: NamedEntities, name: str) -> list[str]:
    return [text[one.start : one.end] for one in found.mentions if found.entities[one.entity].name == name]


def test_a_surname_belongs_to_the_full_name():
    text = "Rosa Quint left early. Quint had a train to catch, and Ms. Quint’s bag was heavy."
    found = people(text)
    assert mentions(text, found, "Rosa Quint") == ["Rosa Quint", "Quint", "Quint"]
    assert entity(found, "Rosa Quint").kind is EntityKind.PERSON
    assert entity(found, "Rosa Quint").gender == "f"


def test_a_surname_before_the_full_name_belongs_to_it_as_well():
    text = "Quint: “We will win”\nRosa Quint said so."
    assert mentions(text, people(text), "Rosa Quint") == ["Quint", "Rosa Quint"]


def test_a_title_stands_beside_the_name():
    text = "Secretary of State Marian Cole met Gov. Alan Brandt and Lieutenant-General Otto Pike."
    found = people(text)
    titles = [text[one.title.start : one.title.end] for one in found.mentions if one.title]
    assert titles == ["Secretary of State", "Gov.", "Lieutenant-General"]
    assert [found.entities[one.entity].name for one in found.mentions] == [
        "Marian Cole",
        "Alan Brandt",
        "Otto Pike",
    ]


def test_an_honorific_tells_which_of_two_people_with_one_surname_is_meant():
    text = "Marian Cole and Thomas Cole arrived. Mrs. Cole spoke. Mr. Cole listened."
    found = people(text)
    assert mentions(text, found, "Marian Cole") == ["Marian Cole", "Cole"]
    assert mentions(text, found, "Thomas Cole") == ["Thomas Cole", "Cole"]


def test_kinds_follow_the_words_of_a_name():
    text = (
        "In Ohio, the University of Dayton sued the Federal Election Commission. The FBI, the Pentagon and "
        "The Columbus Ledger reported it. It happened near Hudson River in Saudi Arabia."
    )
    kinds = {one.name: one.kind for one in people(text).entities}
    assert kinds["Ohio"] is EntityKind.PLACE
    assert kinds["University of Dayton"] is EntityKind.ORGANISATION
    assert kinds["Federal Election Commission"] is EntityKind.ORGANISATION
    assert kinds["FBI"] is EntityKind.ORGANISATION
    assert kinds["Pentagon"] is EntityKind.ORGANISATION
    assert kinds["Hudson River"] is EntityKind.PLACE
    assert kinds["Saudi Arabia"] is EntityKind.PLACE


def test_a_counterpart_has_the_role_of_the_person_named_before():
    text = "Russian President Ivan Orlov and his Iranian counterpart Darius Azadi met."
    assert entity(people(text), "Darius Azadi").roles >= {"iranian", "president"}


def test_words_that_open_a_sentence_are_no_names():
    text = "However, nothing happened. Voters stayed home. Many voters said so. Scientists say it will rain."
    assert not people(text).mentions


def test_a_house_name_is_a_person():
    text = "They heard from Zyx Qarr on it."
    assert entity(people(text), "Zyx Qarr").kind is EntityKind.OTHER
    assert entity(people(text, HouseLists(names=("Zyx Qarr",))), "Zyx Qarr").kind is EntityKind.PERSON


def test_mentions_are_exact_and_never_overlap():
    text = "Dr. Ana O’Neill-Ruiz, of Bogotá, met Pieter van der Meer of the Bank of England on Monday."
    found = people(text)
    assert [text[one.start : one.end] for one in found.mentions] == [
        "Ana O’Neill-Ruiz", "Bogotá", "Pieter van der Meer", "Bank of England",
    ]  # fmt: skip
