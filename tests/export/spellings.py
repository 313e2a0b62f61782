"""People and numbers at random, and the spellings in which somebody may write them in a hurry."""

import unicodedata
from typing import NamedTuple

ONSETS = (
    "b",
    "br",
    "d",
    "dr",
    "f",
    "g",
    "gr",
    "h",
    "j",
    "k",
    "kr",
    "l",
    "m",
    "n",
    "p",
    "pl",
    "qu",
    "r",
    "s",
    "st",
    "t",
    "tr",
    "v",
    "vl",
    "w",
    "x",
    "z",
    "zw",
)
VOWELS = ("a", "e", "i", "o", "u", "ae", "ou", "é", "ö")
CODAS = ("b", "g", "k", "l", "ll", "m", "n", "nt", "p", "rk", "rz", "sk", "t", "x", "zz")
WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}


class Person(NamedTuple):
    given: str
    family: tuple[str, ...]
    particle: str = ""

    @property
    def surname(self):
        return "-".join(self.family)

    @property
    def name(self):
        return " ".join(filter(None, (self.given, self.particle, self.surname)))

    @property
    def secrets(self):
        """What must not be readable, without accents and in small letters."""
        return [bare(word) for word in (self.given, *self.family)]


class Phone(NamedTuple):
    code: str
    groups: tuple[str, ...]

    @property
    def contact(self):
        return f"+{self.code} {' '.join(self.groups)}"

    @property
    def digits(self):
        return "".join(self.groups)


def bare(text):
    plain = unicodedata.normalize("NFKD", text)
    return "".join(char for char in plain if not unicodedata.combining(char)).lower()


def word(rng):
    made = "".join(rng.choice(part) for part in (ONSETS, VOWELS, CODAS, VOWELS, CODAS, ("", *VOWELS)))
    return made.capitalize()


def person(rng):
    family = tuple(word(rng) for _ in range(rng.choice((1, 1, 2))))
    return Person(word(rng), family, rng.choice(("", "", "", "van der", "de", "von")))


def phone(rng):
    groups = tuple(
        str(rng.randrange(10**size, 10 ** (size + 1))) for size in rng.choice(((2, 2, 3), (3, 5), (1, 3, 3)))
    )
    return Phone(rng.choice(("44", "49", "1", "33", "353")), groups)


def names(one):
    """Spellings of a person's name."""
    given, surname, name = one.given, one.surname, one.name
    joined = "".join(one.family)
    first, last = given[0], one.family[0][0]
    yield from (
        name,
        name.upper(),
        name.lower(),
        given,
        given.lower(),
        surname,
        surname.lower(),
        surname.upper(),
    )
    yield from (part.lower() for part in one.family)
    yield from (f"{first}. {surname}", f"{first} {surname}", f"{first.lower()}. {surname.lower()}")
    yield from (
        f"{given} {last}.",
        f"{given.lower()} {last.lower()}.",
        f"{given} J. {surname}",
        f"{given} Jude {surname}",
    )
    yield from (f"{first}.{last}.", f"{first}. {last}.")
    yield from (
        f"{surname}'s",
        f"{surname}’s",
        f"{given}’S",
        f"{surname.upper()}’S",
        f"the {surname}s",
        f"{surname}s’",
    )
    yield from (" ".join(one.family), "‑".join(one.family), "–".join(one.family), joined, joined.lower())
    yield from (
        f"{surname}, {given}",
        f"{surname.upper()}, {first}.",
        f"Mr {surname}",
        f"Dr. {name}",
        f"Prof {joined}",
    )
    yield from (
        name.replace(" ", "\n"),
        name.replace(" ", "\u00a0"),
        name.replace("-", "-\n"),
        name.replace(" ", "\u2028"),
    )
    yield from (
        f"{surname[:3]}\u00ad{surname[3:]}",
        f"{given[:2]}\u200b{given[2:]}",
        f"{surname[:3]}-\n{surname[3:]}",
    )
    yield from (
        name.translate(WIDE),
        unicodedata.normalize("NFD", name),
        bare(name),
        f"{given}\u0301 {surname}",
    )
    local = bare(f"{given}.{joined}")
    yield from (f"{local}@example.net", f"{bare(first + joined)}@example.net", f"{local} at example dot net")
    yield from (
        f"@{bare(given + joined)}",
        f"@{bare(first + joined)}_77",
        bare(f"{given}_{joined}"),
        f"{joined.lower()}99",
    )
    yield f"{local} [at] example [dot] net"
    yield from (
        f"https://example.net/people/{bare(given)}-{bare(surname)}?page=2",
        f"www.{bare(joined)}.example",
    )
    yield f"https://example.net/u/{bare(given[:1] + joined)}"


def numbers(one):
    """Spellings of a telephone number."""
    digits, spaced = one.digits, " ".join(one.groups)
    dashed, dotted = "-".join(one.groups), ".".join(one.groups)
    yield from (
        f"+{one.code}{digits}",
        f"+{one.code} {spaced}",
        f"00{one.code} {spaced}",
        f"00{one.code}{digits}",
    )
    yield from (
        f"0{digits}",
        f"0{spaced}",
        f"0{dashed}",
        f"0{dotted}",
        f"(0{one.groups[0]}) {' '.join(one.groups[1:])}",
    )
    yield from (
        f"+{one.code} (0) {spaced}",
        f"+{one.code}-{dashed}",
        f"+{one.code}.{dotted}",
        f"tel:+{one.code}{digits}",
    )
    yield from (f"0{'/'.join(one.groups)}", f"0{spaced} ext. 12", f"0{digits}x12", " ".join(digits), spaced)
    yield from (
        f"0{spaced}".replace(" ", "\u00a0"),
        f"0{spaced}".replace(" ", "\n"),
        f"0{digits}".translate(WIDE),
    )
    yield from (
        f"0{digits[:4]}\u200b{digits[4:]}",
        f"0{'–'.join(one.groups)}",
        f"(+{one.code}) {spaced}",
        digits,
    )
