"""Word → tag of every word that the lists know, inflected forms included."""

import re
from functools import cache

from factcheck.split.lexicon import adjectives, closed, verbs


def _inflect(base: str) -> tuple[str, str, str]:
    """Third person, past and -ing form of a regular verb."""
    if base.endswith("e"):
        stem = base[:-1]
        ing = (
            base + "ing"
            if base.endswith(("ee", "oe", "ye"))
            else stem[:-1] + "ying"
            if base.endswith("ie")
            else stem + "ing"
        )
        return base + "s", base + "d", ing
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    third = base + "es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else base + "s"
    return third, base + "ed", base + "ing"


_DOUBLES = re.compile(r"(?:^|[^aeiou])[aeiou][bdgklmnprtv]$")


_VERBS = frozenset(("V", "1"))


@cache
def lexicon() -> dict[str, str]:
    """Word → tag of every word that the lists know; read once."""
    table: dict[str, str] = {}
    also_nouns = frozenset(verbs.ALSO_NOUNS.split())
    for base in verbs.REGULAR.split():
        noun = base in also_nouns
        third, past, ing = _inflect(base)
        forms = [(third, "2" if noun else "v"), (past, "E"), (ing, "g"), (base, "1" if noun else "V")]
        if _DOUBLES.search(base):
            forms += [(base + base[-1] + "ed", "E"), (base + base[-1] + "ing", "g")]
        table.update(forms)
    for row in verbs.IRREGULAR.replace("\n", "|").split("|"):
        if row:
            base, past, participle = row.split()
            noun = base in also_nouns
            third, _, ing = _inflect(base)
            table.update({third: "2" if noun else "v", ing: "g"})
            if _DOUBLES.search(base):
                table[base + base[-1] + "ing"] = "g"
            if past == participle:
                table[past] = "E"
            else:
                table.update({past: "v", participle: "e"})
            if past != base:
                table[base] = "1" if noun else "V"
            elif noun:
                table[base] = "1"
    for word in adjectives.PLAIN.split():
        table[word] = "3" if table.get(word) in _VERBS else "j"
    tag = ""
    for line in closed.TABLE.strip().splitlines():
        if line[0] != " ":
            tag, _, line = line.partition(": ")
        table.update(dict.fromkeys(line.split(), tag))
    return table
