"""Forms of verbs: third person, past, participle and -ing form, regular and irregular."""

from functools import cache
from typing import NamedTuple

from factcheck.split.lexicon import marked

_VOWELS = "aeiou"
_SIBILANTS = ("s", "x", "z", "ch", "sh", "o")


class VerbForms(NamedTuple):
    """The forms of one verb; two where both are written (“labeled”, “labelled”)."""

    present: str
    """Third person: “plans”."""
    pasts: tuple[str, ...]
    participles: tuple[str, ...]
    ings: tuple[str, ...]
    noun: bool = False
    """Whether the base form is as often a noun."""


def regular(base: str, marks: str = "") -> VerbForms:
    """Return the forms of a regular verb, whose marks are those of the list of regular verbs."""
    single, ing = _past(base), _ing(base)
    pasts: tuple[str, ...] = (single,)
    ings: tuple[str, ...] = (ing,)
    if "d" in marks or "b" in marks:
        pasts, ings = (base + base[-1] + "ed",), (base + base[-1] + "ing",)
        if "b" in marks:
            pasts, ings = (*pasts, single), (*ings, ing)
    return VerbForms(third_person(base), pasts, pasts, ings, "n" in marks)


def third_person(base: str) -> str:
    """Return the form of the present for he, she and it."""
    if ends_in_y(base):
        return base[:-1] + "ies"
    return base + "es" if base.endswith(_SIBILANTS) else base + "s"


def ends_in_y(base: str) -> bool:
    """Return whether a -y behind a consonant makes way for an -i."""
    return base.endswith("y") and base[-2:-1] not in _VOWELS


@cache
def verb_forms() -> dict[str, VerbForms]:
    """Return the forms of every verb that the lists know, by its base form."""
    table = {base: regular(base, marks) for base, marks in marked("words/regular_verbs").items()}
    for base, row in marked("words/irregular_verbs").items():
        pasts, participles, *marks = row.split()
        ing = base + base[-1] + "ing" if "d" in marks else _ing(base)
        table[base] = VerbForms(
            third_person(base), tuple(pasts.split("/")), tuple(participles.split("/")), (ing,), "n" in marks
        )
    return table


@cache
def irregular_pasts() -> dict[str, str]:
    """Return the past form of each irregular verb, by its base form; the first where two are written."""
    return {base: verb_forms()[base].pasts[0] for base in marked("words/irregular_verbs")}


def _past(base: str) -> str:
    if ends_in_y(base):
        return base[:-1] + "ied"
    return base + "d" if base.endswith("e") else base + "ed"


def _ing(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    return base + "ing"
