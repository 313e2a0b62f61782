import os
from pathlib import Path

import pytest

from db.vocabulary import Basis, SourceKind
from factcheck.export.withhold.names import names_in, parts_of
from factcheck.export.withhold.numbers import numbers_in
from factcheck.export.withhold.secret_words import SecretWords
from tests.export.material import source_of

KEPT = Path(__file__).parent / "withheld"

PEOPLE = (
    "Zebediah Quux-Whistle", "Will Brown", "Rose Ekelund", "Jun So", "Ann Ekel", "Vincent van der Rohe",
    "J. R. Ekel", "Mary-Lou Zwick", "王小明", "Jürgen Müller", "Siân O'Brien", "May Park-Hill",
    "William “Billo” Ekel", "Ed Li", "de Quux", "Bo", "Mark Anthony Zwicky", "Ana María López Garcia",
)  # fmt: skip
NAMES = (
    "Quux, Zebediah", "Ann Bell of the council", "Bell, mayor of Arden", "Dr Zwick PhD",
    "Ann Marie Bell Jr PhD", "Bell, Ann Marie, MP", "Bell, PhD", "Bell, of Arden", "Bell, chief",
    "bell, ann", "van Quux, Zeb", "Mr", "Mr Quux", "Dr Mr Ann Quux", "A B C D E F G H",
    "Ab Bb Cb Db Eb Fb Gb Hb", "Ab Bb Cb Db Eb Fb Gb Hb Ib", "Bell and Quux", "Bell / Quux; Zwick & Ekel",
    "Ann Bell\nCy Quux", "a senior official", "a senior Bell", "al Quux", "Al Quux", "Ann de la Quux-Bell",
    "Ann (Zeb) Bell", "Ann (MP) Bell", "Ann (zeb) Bell", 'Ann "Zeb" Bell', "Ann «Zeb» Bell",
    "Ann (born Zeb) Bell", "Quux [Lab]", "Ann B. Bell", "A. Bell", "Jo Lo", "Zeb 2 Bell", "-", "Ann von",
    "Will Will", "Mary-Lou", "Jean-Luc de Quux", "Åse Ødegård", "ann bell", "will brown",
    "rose official at the treasury", "official brown", "the Bell",
    "Ann Bell, the mayor, Arden", "Bo Bo-Bo", "Ann in Arden", "an Bell", "Bell, Ann, Marie",
    "Ann, Bell, Quux and Co", "X Y", "Quux-Bell, Ann B.", "Ann y Bell",
)  # fmt: skip
"""What stands in the field for a person's name."""
FRAMES = (
    "{full}.", "{full:l} and {full:u}", "We met {first} there. {first}?", "we met {first:l} there",
    "Mr {last}", "{last:l} said", "the {last}s’ and {last}'s {last}es", "{i}. {last}", "{i} {last:l}",
    "{first} {l}.", "{first:l} {l:l}. said", "{i}.{l}.", "{i}.{l} and {i}. {l}.", "met {i}{l}, {i:l}{l:l}",
    "{i}-{l}.", "{last}, {first}", "{last}, {i}.", "{first} J. {last}", "{first} Jude {last}",
    "{first} Jude K. {last}", "{first} de la {last}", "{first}\n{last}", "{first} / {last}",
    "{first}, said {last}", "{first:l}.{last:l}@example.net", "@{i:l}{last:l}",
    "see www.{last:l}.example/a now", "https://example.net/{first:l}-{last:l}?x=1, ok",
    "{i:l}{last:l} wrote", "{last:l}{i:l}", "{first}{last}", "Team{first}{last}", "pre{last:l}post",
    "x_{last:l}_y", "{last}77 {first}_9", "{first:l} at example dot net", "by {first:l}", "{first:l} says",
    "dr {last:l} came", "{first:l}'s", "{first:u} {last:u} WAS THERE", "{i}. J. {last} and A.B.",
    "{a} {last}", "{first} {last} {first}", "pre{n:l}post@example.net",
)  # fmt: skip
"""Sentences with a first name, a last one, their initials, and the full name; `l` and `u` give the case."""

CONTACTS = (
    "+44 7700 900123", "07700 900123", "0044 7700 900123", "011 44 7700 900123", "+1 212 555 0123",
    "1 212 555 0123", "+353 1 555 0123", "+7 495 123 4567", "555 0123", "123456", "12345",
    "07700 900123 ext. 12", "+49 (0)30 1234567", "home 030 1234567, work 030 7654321",
    "tel 020 7946 0001 or 020 7946 0002", "12125550123", "00 123 456",
)  # fmt: skip
WRITTEN = (
    "+44 7700 900123", "+447700900123", "0044-7700-900123", "011 44 7700 900 123", "07700900123",
    "(07700) 900123", "900123", "7700 900123", "00 44 7700 900123", "+44 (0)7700 900123 ext 12",
    "07700 900123 x99, then 7", "07700 900123999", "999 07700 900123", "1 07700 900123", "44 7700 900123",
    "0 7700 900123", "a7700900123b", "7 7 0 0 9 0 0 1 2 3", "7700....900123", "7700.....900123", "555 0123",
    "5550123", "212-555-0123", "+1.212.555.0123", "1 (212) 555-0123", "0015550123", "12125550123",
    "2125550123", "00353 1 5550123", "(01) 555 0123", "+353 15550123", "123456", "0123456", "12345",
    "8 495 1234567", "+7 (495) 123-45-67", "030 1234567", "+49 30 1234567", "0049301234567", "1234567",
    "7654321 and 1234567", "020 7946 0001 / 0002", "79460002", "in 1999 030 1234567 then 2000",
    "12 34 56 78 90 12 34 555 0123", "+999 7700 900123", "+9999 7700 900123",
)  # fmt: skip
ADDRESSES = (
    "kestrel77@example.org", "owl@press.example.org", "@owl_42", "Signal: owl.42 (evenings)",
    "telegram owl42", "https://example.org/~owl42", "https://www.example.org/",
    "www.example.org/a/owl-42?x=1", "owl42 / heron9", "the owl or heron42", "press@example.org", "ab@c.de",
    "room 4, Arden House", "owl42",
)  # fmt: skip
SENT = (
    "kestrel77@example.org", "KESTREL77 at example dot org", "kestrel77 (at) example [dot] org",
    "kestrel77", "kestrel77s", "akestrel77", "kestrel 77", "owl@press.example.org",
    "owl@press.example.orgy", "@owl_42", "owl_42", "owl.42", "owl42", "owl 42 said", "OWL-42", "owl 421",
    "https://example.org/~owl42", "http://example.org/~owl42/b", "example.org/~owl42", "www.example.org",
    "https://example.org", "example.org/b", "example.org.", "example.organic", "www.example.org/a/owl-42",
    "heron9", "heron42",
    "heron9x", "the owl", "the press", "ab@c.de", "ab c de", "room 4", "Arden House",
    "Room 4, Arden House", "telegram", "signal owl 42x", "pressexample",
)  # fmt: skip


def as_kept(name, lines):
    """Compare lines with those kept under a name; with `UPDATE_SCREENS=1` they are written."""
    text = "\n".join(lines) + "\n"
    kept = KEPT / f"{name}.txt"
    if os.environ.get("UPDATE_SCREENS"):
        kept.write_text(text, encoding="utf-8")
    assert text == kept.read_text(encoding="utf-8"), "run with UPDATE_SCREENS=1 where the change is meant"


def secret(number=1, **fields):
    kind, basis = SourceKind.PERSON, Basis.BACKGROUND
    return source_of(number, **({"kind": kind, "basis": basis, "title": ""} | fields))


def marked(words, text, about=frozenset()):
    """A text with what was found in it between marks, and the word that may stand for something else."""
    kept, at = [], 0
    for found in words.find(text, about):
        shared = f"~{found.shared}" if found.shared else ""
        owners = "".join(map(str, sorted(found.owners)))
        kept += [text[at : found.start], "⟦", text[found.start : found.end], f"|{owners}{shared}⟧"]
        at = found.end
    return "".join((*kept, text[at:])).replace("\n", "⏎")


class Cased(str):
    """A name that a frame may ask for in small letters or capitals."""

    __slots__ = ()

    def __format__(self, case):
        return {"l": self.lower(), "u": self.upper(), "": str(self)}[case]


def sentences(person):
    words = person.split()
    first, last = words[0], words[-1]
    named = {"full": person, "first": first, "last": last, "i": first[0], "l": last[0], "a": first[0].lower()}
    named["n"] = "".join(word[0] for word in words)
    for frame in FRAMES:
        yield frame.format(**{name: Cased(said) for name, said in named.items()})


@pytest.mark.parametrize("number", range(len(PEOPLE)))
def test_a_person_is_found_in_every_sentence_as_it_was_agreed(number):
    person = PEOPLE[number]
    words = SecretWords([secret(person=person)])
    as_kept(f"person-{number:02}", (marked(words, text) for text in (person, *sentences(person))))


def test_the_words_by_which_people_are_known_are_as_they_were_agreed():
    lines = []
    for person in (*PEOPLE, *NAMES):
        for name in names_in(person):
            lines.append(f"{person!r}: {name.given} {name.family} {name.particles} {name.letters}")
            for word, part in sorted(parts_of(name, 1)):
                said = f"{''.join(sorted(part.initials))} {' '.join(sorted(part.particles))}".rstrip()
                lines.append(f"  {word} {part.rule.name} {said}{' joined' if part.joined else ''}")
    as_kept("names", lines)


KNOWN = (
    {"person": "Zebediah Quux-Whistle", "role": "clerk of the weir board"},
    {"person": "Ann Quux"},
    {"person": "Rose Brown", "note": "met at the old mill; twice"},
    {"person": "Will May", "author": "The Lock Papers"},
    {"person": "Jo So"},
    {"title": "Talk with Lena Ekelund in Arden", "url": "https://leaks.example/lena?id=7"},
    {"title": "Ledger of 1931", "kind": SourceKind.RECORD, "author": "Tomo Zwick", "publication": "Gazette"},
    {"title": "Interview", "archived_url": "www.archive.example/9", "kind": SourceKind.NEWS},
    {"person": "Ida MacLean-Po", "contact": "@idaml, ida@lean.example; Signal: +44 7700 900123"},
)
TOGETHER = (
    "Quux", "Ann Quux-Whistle", "A. Quux and Z. Quux", "Ann, Quux and Whistle", "ann quux zebediah",
    "AQ met ZQ and ZQW", "A.Q. Z.Q. R.B.", "A. Q. R. B. W. M.", "Z.Q.W.A.Q. X.Y.", "Ben Brown",
    "Brown met Ben Brown", "Ben  Brown", "Ben, Brown", "Ben and Brown", "Rose Brown-Quux", "rose, brown",
    "the rose said", "Rose. Rose rang. a rose", "Rose Brown Rose", "Will May", "May will", "May Will",
    "will may come", "Will, may", "brown will call", "brown, will", "Brown, Will May", "call will or may",
    "so jo said so", "Jo so", "Jo. So", "So Jo", "SO JO", "and So said", "And So", "so-jo", "jo_so",
    "x@so.example", "www.so.example", "https://so.example/jo", "https://a.example/rb", "a@rb.example",
    "@rbx", "https://a.example/zqw", "(Quux)", "“Quux”", "Quux1", "1Quux", "Quux_", "_Quux", "Quux's",
    "Quuxs'", "QUUXES", "quuxe", "Zebediah A. Quux", "Zebediah Ann Bo Quux", "Zebediah Ann Bo Cy Quux",
    "Zebediah and Quux", "Zebediah ...Quux", "Zebediah .,'Quux", "Zebediah.,' Quux", "Lena",
    "Ekelund in Arden", "talk with lena ekelund in arden", "Arden talk", "leaks.example/lena?id=7",
    "https://leaks.example/lena", "http://leaks.example/lena?id=7&x", "Tomo", "Zwick, T.",
    "the Ledger of 1931", "Gazette", "The lock papers", "lock  papers", "Interview",
    "www.archive.example/9/x", "archive.example/99", "clerk of the weir board", "weir board",
    "met at the old mill twice", "Ida", "I. MacLean", "MacLean", "Mac Lean", "maclean po", "Po", "the po",
    "@idaml", "idaml", "ida at lean dot example", "IM", "IMP", "I.M.P.", "imp", "i maclean", "a quux",
    "A quux", "a. quux", "quux a", "quux i", "Quux, I.", "07700 900123 Quux", "Qu\xadux", "Quux\u0301",
    "Q\u0301uux!", "Q-W", "Q.-W.", "Q. W.", "QW", "q.w.", "z.q.", "Z.q.", "zq", "Dr zq", "z-q",
)  # fmt: skip


@pytest.mark.parametrize("about", [frozenset(), frozenset({3, 4})], ids=["of-nobody", "of-two"])
def test_people_are_told_apart_where_there_are_several_as_it_was_agreed(about):
    sources = [secret(number, **fields) for number, fields in enumerate(KNOWN, 1)]
    open_ones = [source_of(20, title="", person="Ben Brown"), source_of(21, title="Ledger of 1931 (copy)")]
    words = SecretWords([*sources, *open_ones], ["Cy Quux", "Quux", "Ann Quux"], {"rb"})
    name = "together-of-two" if about else "together"
    as_kept(
        name, (marked(words, text, about) for text in (*TOGETHER, "; ".join(TOGETHER), "Cy Quux, Rb, RB"))
    )


def test_numbers_are_read_and_found_as_it_was_agreed():
    lines = []
    for contact in CONTACTS:
        lines += [contact, *(f"  = {number.digits} +{number.code}" for number in numbers_in(contact))]
        words = SecretWords([secret(contact=contact)])
        lines += [f"  {said}" for text in WRITTEN if "⟦" in (said := marked(words, text))]
    as_kept("numbers", lines)


def test_country_codes_are_told_from_numbers_as_it_was_agreed():
    lines = []
    for first in range(1, 100):
        (number,) = numbers_in(f"+{first}55 123 456 789" if first > 9 else f"+{first} 055 123 456 789")
        lines.append(f"{first}: +{number.code} {number.digits}")
    as_kept("country-codes", lines)


def test_addresses_are_found_as_it_was_agreed():
    lines = []
    for contact in ADDRESSES:
        words = SecretWords([secret(contact=contact)])
        lines += [contact, *(f"  {said}" for text in SENT if "⟦" in (said := marked(words, text)))]
    as_kept("addresses", lines)
