"""The lists of first names, titles, roles, places and organisations, as the rules of names ask for them."""

from factcheck.split.lexicon import listed, marked


def _with(entries: dict[str, str], *marks: str) -> frozenset[str]:
    """The entries that have one of the marks."""
    return frozenset(entry for entry, own in entries.items() if any(mark in own for mark in marks))


_FIRST_NAMES = marked("names/census_first_names") | marked("names/first_names")
SOFT_FIRST = _with(_FIRST_NAMES, "s")
"""First names that are other words as well: they count with a surname behind them."""
MEN = _with(_FIRST_NAMES, "m", "e") - SOFT_FIRST
"""First names that men have."""
WOMEN = _with(_FIRST_NAMES, "f", "e") - SOFT_FIRST
"""First names that women have."""

_PEOPLES = listed("names/peoples")
PEOPLES = _PEOPLES | {f"{people}s" for people in _PEOPLES} | {"Tories"}
"""Words for peoples, faiths and parties, and for their members."""

COUNTRIES = listed("places/territories")
"""Countries, territories and continents."""
PLACES = COUNTRIES | listed("places/us_states") | listed("places/cities") | listed("places/places")
"""Names of places."""
_PLACE_WORDS = marked("places/place_words")
PLACE_HEADS = _with(_PLACE_WORDS, "l")
"""Last words of names of places."""
PLACE_FIRST = _with(_PLACE_WORDS, "f")
"""First words of names of places."""

ORGANISATION_HEADS = listed("names/organisation_words")
"""Words that make a name one of an organisation when it ends in one of them."""
ORGANISATIONS = listed("names/organisations")
"""Organisations that are known by their name alone."""

_TITLES = marked("names/titles")
TITLE_WORDS = frozenset(_TITLES)
"""Words of titles that stand before a name, in capitals."""
TITLE_HEADS = _with(_TITLES, "l")
"""Title words that can stand last before the name."""
HER = _with(_TITLES, "f")
"""Titles of women."""
HIS = _with(_TITLES, "m")
"""Titles of men."""
OFFICES = listed("names/offices")
"""Offices that stand in capitals before a name, or alone for whoever holds them."""
DEPARTMENTS = listed("names/departments")
"""What a “Secretary of …” or “Director of …” is of."""

_ROLES = {role: marks.partition("=") for role, marks in marked("names/roles").items()}
ROLE_NOUNS = frozenset(role for role, (kind, _, _) in _ROLES.items() if "x" not in kind)
"""What a person can be, in small letters: heads of roles and appositions."""
WOMEN_ROLES = frozenset(role for role, (kind, _, _) in _ROLES.items() if "f" in kind)
"""Roles of women."""
MEN_ROLES = frozenset(role for role, (kind, _, _) in _ROLES.items() if "m" in kind)
"""Roles of men."""
SAME_ROLES = {role: same for role, (_, _, same) in _ROLES.items() if same}
"""Words for the same role, and the one that stands for them."""
