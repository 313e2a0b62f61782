"""Word → tag of every word that the lists know, inflected forms included."""

from functools import cache

from factcheck.split.lexicon import listed, marked
from factcheck.split.words.verb_forms import VerbForms, irregular_pasts, verb_forms

_BASE_FORMS = frozenset(("V", "1"))


@cache
def word_tags() -> dict[str, str]:
    """Return the tag of every word that the lists know; read once."""
    table: dict[str, str] = {}
    irregular = irregular_pasts()
    # Irregular verbs stand behind the regular ones and have the last word.
    for base, forms in verb_forms().items():
        _enter_verb(table, base, forms, irregular=base in irregular)
    for word in listed("words/adjectives"):
        table[word] = "3" if table.get(word) in _BASE_FORMS else "j"
    table.update(marked("words/function_words"))
    return table


def _enter_verb(table: dict[str, str], base: str, forms: VerbForms, *, irregular: bool) -> None:
    """Enter the forms of a verb, with tags of their own where context has to decide."""
    table[forms.present] = "2" if forms.noun else "v"
    table.update(dict.fromkeys(forms.ings, "g"))
    table.update(dict.fromkeys(forms.participles, "e"))
    for past in forms.pasts:
        table[past] = "E" if past in forms.participles else "v"
    if forms.noun:
        table[base] = "1"
    elif not irregular or base not in forms.pasts:
        table[base] = "V"
