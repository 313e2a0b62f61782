"""A measure given in two units that are not the same amount."""

import re
from collections.abc import Iterator

from db.vocabulary import LintRule
from factcheck.lint.reading import Reading, quoted
from factcheck.model import LintMark, Span
from factcheck.split.checkpoints.quantities import number_value

_TABLE = """
length: 1000 km kilometre kilometer|1 m metre meter|0.01 cm centimetre centimeter|0.001 mm|1609.344 mile mi
    |0.3048 foot feet ft|0.0254 inch inches|0.9144 yard
mass: 1 kg kilogram kilo|0.001 gram g|1000 tonne|0.453592 pound lb|0.0283495 ounce oz
area: 10000 hectare ha|4046.86 acre|1000000 square-kilometre square-kilometer km2 km²
    |2589988 square-mile sq-mi|1 square-metre square-meter|0.092903 square-feet square-foot
speed: 1 km/h kph kmh|1.609344 mph
volume: 1 litre liter|3.78541 gallon
"""
"""Kind of amount: size in its first unit and names of each unit."""


def _units() -> dict[str, tuple[str, float]]:
    """Unit → kind of amount and size."""
    found = {}
    for line in _TABLE.strip().replace("\n    ", "").splitlines():
        kind, _, rest = line.partition(": ")
        for row in rest.split("|"):
            size, *names = row.split()
            found.update({name.replace("-", " "): (kind, float(size)) for name in names})
    return found


_UNITS = _units()
_NUMBER = (
    r"(?<![\d.,])\d(?:,?\d)*+(?:\.\d++)?(?: (?:thousand|million))?"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve"
)
_NAME = "|".join(
    sorted(
        (re.escape(unit) + ("s?" if unit[-1] not in "s2²" else "") for unit in _UNITS), key=len, reverse=True
    )
)
_PAIR = re.compile(
    rf"(?P<about1>about |around |nearly |almost |some |over |more than "
    rf"|roughly )?\b(?P<one>{_NUMBER})[ -]?(?P<unit1>{_NAME})(?![\w/]) ?\("
    rf"(?P<about2>about |around |nearly |almost |some |over |more than |roughly |approx\.? |c\. ?"
    rf"|~)?(?P<two>{_NUMBER})[ -]?(?P<unit2>{_NAME})(?![\w/])\)"
)
_DEGREES = re.compile(
    r"(?P<one>(?<![\d.])-?\d++(?:\.\d++)?) ?°? ?(?P<unit1>[CF])\b"
    r" ?\((?:about )?(?P<two>-?\d++(?:\.\d++)?) ?°? ?(?P<unit2>[CF])\b\)"
)
_FEET = re.compile(r"(?:foot|feet|ft\.?|pounds?|lbs?\.?|[’'′]) ?(?:and )?$")
"""A bigger unit right before: “5 foot 10 inches (1.78 m)”."""
_EXACT, _ABOUT = 0.035, 0.12
"""Shares by which a conversion may be off: rounded, and said to be rounded."""


def marks(draft: Reading) -> Iterator[LintMark]:
    """“140 kilometres (97 miles)”."""
    for match in _PAIR.finditer(draft.text):
        one, two = number_value(match["one"]), number_value(match["two"])
        kind1, size1 = _unit(match["unit1"])
        kind2, size2 = _unit(match["unit2"])
        if _FEET.search(draft.text, max(0, match.start() - 12), match.start("one")):
            continue
        if one is None or two is None or kind1 != kind2 or size1 == size2 or not two:
            continue
        fact = one * size1 / size2
        step = 0.5 * 10.0 ** -len(match["two"].partition(".")[2]) if "." in match["two"] else 0.5
        back = two * size2 / size1
        rough = 0.5 * _place(match["one"])
        slack = _ABOUT if match["about1"] or match["about2"] else _EXACT
        if abs(fact - two) > max(step, slack * fact) and abs(back - one) > rough:
            yield _mark(draft, match, f"{fact:,.1f} {match['unit2']}")
    for match in _DEGREES.finditer(draft.text):
        if match["unit1"] == match["unit2"]:
            continue
        value = float(match["one"])
        fact = value * 1.8 + 32 if match["unit1"] == "C" else (value - 32) / 1.8
        if abs(fact - float(match["two"])) > _DEGREE:
            yield _mark(draft, match, f"{fact:.0f} {match['unit2']}")


_DEGREE = 1.1
"""Degrees by which rounding may be off."""


def _unit(name: str) -> tuple[str, float]:
    return _UNITS.get(name) or _UNITS[name.removesuffix("s")]


def _place(number: str) -> float:
    """Worth of the last digit that is not a rounded zero: 100 for “1,400”, 0.1 for “2.5”."""
    plain = number.replace(",", "")
    if "." in plain:
        return 10.0 ** -len(plain.partition(".")[2])
    digits = re.match(r"\d+", plain)
    return 10.0 ** (len(digits[0]) - len(digits[0].rstrip("0"))) if digits else 1.0


def _mark(draft: Reading, match: re.Match[str], fact: str) -> LintMark:
    first, second = Span(*match.span()), Span(match.start("two"), match.end("unit2"))
    return LintMark(
        rule=LintRule.CONVERSION,
        message=f"{quoted(draft.text, first)}: the first amount is {fact}.",
        first=first,
        second=second,
    )
