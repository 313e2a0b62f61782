"""A sentence's chunks read left to right into clauses: subjects, a verb, and what completes it."""

import re

from factcheck.split.clauses.chunks import Chunk, chunks
from factcheck.split.clauses.clause_parts import Clause, Slot, Words
from factcheck.split.lexicon import word_set
from factcheck.split.words.tokens import Tokens

_APART = word_set(
    """
    by since during after before until till despite because due as with alongside without through
    via under
    """
)
_TIME_TAGS = frozenset("MK0")
_TIME_WORDS = word_set(
    """
    year years day days month months week weeks decade decades century night morning time times
    """
)
_LIST_TIES = frozenset(("such", "including", "like"))
_PAIRED = {"between": "and", "from": "to", "both": "and"}


class Reader:
    """Reads chunks left to right into clauses, and keeps what names, brackets and appositions assert."""

    def __init__(self, words: Tokens) -> None:
        self.words = words
        self.tags = words.tags
        self.chunks = chunks(words.tags)
        self.main = Clause()
        self.clause = self.main
        self.clauses: list[Clause] = [self.main]
        self.extras: list[Words] = []
        self.nominal: Words = ()
        """The noun phrase read last, for what attaches to it."""
        self.tie: Words = ()
        """A preposition waiting for its noun phrase."""
        self.joined = ""
        """The joint just read: AND, BUT, COMMA, or nothing."""
        self.listed = False
        """True inside a list whose “and” is still to come."""
        self.skip = -1

    def kind(self, place: int) -> str:
        """Kind of the chunk at place; nothing outside the sentence."""
        return self.chunks[place].kind if 0 <= place < len(self.chunks) else ""

    def word(self, index: int) -> str:
        """The token's word in lower case."""
        return self.words.words[index]

    def open(self, clause: Clause) -> None:
        """Go on in a new clause."""
        self.clauses.append(clause)
        self.clause = clause

    def read(self) -> None:
        """Read every chunk once."""
        for place, chunk in enumerate(self.chunks):
            if place <= self.skip:
                continue
            getattr(self, "_" + chunk.kind.lower())(place, chunk, tuple(range(chunk.first, chunk.last)))
            if chunk.kind not in ("AND", "BUT", "COMMA", "ADV"):
                self.joined = ""
        for clause in self.clauses:
            if clause.lead and not clause.subjects:
                clause.subjects = self.main.subjects[:1]

    # noun phrases

    def _ahead(self, place: int, *, joined: bool) -> bool:
        """Whether the noun phrase at place is a finite verb’s subject; `joined`: with others by “and”."""
        place += 1
        while place < len(self.chunks):
            kind = self.chunks[place].kind
            if kind == "VG":
                return True
            more = kind == "PREP" or (joined and kind == "AND")
            if more and self.kind(place + 1) == "NP" and self.tags[self.chunks[place + 1].first] != "o":
                place += 2
            elif kind in ("PAREN", "ADV", "EN"):
                place += 1
            else:
                return False
        return False

    def _np(self, place: int, chunk: Chunk, whole: Words) -> None:
        options = self._options(chunk)
        self._titles(chunk)
        tie, self.tie = self.tie, ()
        if self.clause.lead and self.joined == "COMMA" and not self.main.verb and not tie:
            self.clause = self.main
        clause = self.clause
        if not tie and clause.verb and self._ahead(place, joined=bool(self.joined)):
            if not clause.slots and not self.joined:
                self._complement(place)
                return
            clause = Clause(options)
            if self.joined in ("AND", "BUT", "COMMA"):
                self.main = clause
            self.open(clause)
        elif tie and self.word(tie[0]) in _PAIRED and self._paired(place, tie, whole):
            return
        elif not clause.verb:
            self._before_verb(clause, tie, options, whole)
        else:
            self._after_verb(clause, place, tie, options, whole)
        self.nominal = whole

    def _paired(self, place: int, tie: Words, whole: Words) -> bool:
        """“between A and B”, “from A to B”: one complement."""
        if place + 2 >= len(self.chunks) or self.kind(place + 2) != "NP":
            return False
        joint, second = self.chunks[place + 1], self.chunks[place + 2]
        if self.word(joint.first) != _PAIRED[self.word(tie[0])]:
            return False
        words = tuple(range(whole[0], second.last))
        clause = self.clause
        if not clause.verb and not clause.subjects:
            clause.leads.append(Slot(tie, [words]))
        elif not clause.verb:
            clause.subjects[-1] += tie + words
        elif clause.slots and self.word(tie[0]) == "between":
            clause.slots[-1].options[-1] += tie + words
        else:
            clause.slots.append(Slot(tie, [words], self._timed(words)))
        self.nominal = tuple(range(second.first, second.last))
        self.skip = place + 2
        return True

    def _complement(self, place: int) -> None:
        """What somebody says or thinks, taken whole."""
        last = place
        while last < len(self.chunks) and self.chunks[last].kind not in ("END", "BUT"):
            last += 1
        self.clause.slots.append(
            Slot((), [tuple(range(self.chunks[place].first, self.chunks[last - 1].last))])
        )
        self.skip = last - 1

    def _before_verb(self, clause: Clause, tie: Words, options: list[Words], whole: Words) -> None:
        if tie and not clause.subjects:
            if clause.leads and self.joined != "COMMA":
                clause.leads[-1].options = [clause.leads[-1].options[-1] + tie + one for one in options]
            else:
                clause.leads.append(Slot(tie, options))
        elif tie:
            clause.stem = clause.subjects[-1] + tie
            clause.subjects[-1:] = [clause.stem + one for one in options]
        elif not clause.subjects and self.joined == "COMMA" and clause.leads and self._timed(whole):
            clause.leads[-1].options = [one + whole for one in clause.leads[-1].options]
        elif not clause.subjects:
            clause.subjects += options
        elif self.joined == "AND":
            clause.subjects += [self._stem(clause.stem, whole) + one for one in options]
        elif self.joined != "COMMA":
            clause.subjects[-1] += whole

    def _stem(self, stem: Words, whole: Words) -> Words:
        """The words that a joined noun phrase shares: none where it stands level with the whole before."""
        if not stem:
            return ()
        level = self.tags[stem[0]] in "dp" and self.tags[whole[0]] in "dp"
        return () if level or self.tags[whole[0]] == "o" else stem

    def _after_verb(self, clause: Clause, place: int, tie: Words, options: list[Words], whole: Words) -> None:
        slots = clause.slots
        if tie and self.word(tie[0]) in _LIST_TIES and slots:
            slots[-1].options += options
            self.listed = True
        elif tie:
            word = self.word(tie[0])
            if word == "of" and slots:
                slot = slots[-1]
                slot.stem = slot.options[-1] + tie
                slot.options[-1:] = [slot.stem + one for one in options]
                return
            slots.append(Slot(tie, options, self._apart(word, whole, slots)))
        elif not slots and len(whole) == 1 and self.tags[whole[0]] == "n" and self.kind(place + 1) == "PREP":
            # One with its verb: “took place”, “gave birth”.
            clause.verb += whole
        elif not slots:
            slots.append(Slot((), options))
        elif self.joined == "AND":
            slots[-1].options += [self._stem(slots[-1].stem, whole) + one for one in options]
        elif self.joined == "COMMA":
            if self._list(place):
                slots[-1].options += [self._stem(slots[-1].stem, whole) + one for one in options]
            elif self._named(self.nominal) and self._named(whole):
                slots[-1].options[-1] += whole
        elif self._timed(whole):
            slots.append(Slot((), options, True))
        else:
            slots[-1].options[-1] += whole

    def _named(self, words: Words) -> bool:
        """Whether words are a name and nothing else: “Santa Clara” before “California”."""
        return bool(words) and all(self.tags[one] == "N" for one in words)

    def _timed(self, whole: Words) -> bool:
        return any(self.tags[one] in _TIME_TAGS or self.word(one) in _TIME_WORDS for one in whole)

    def _apart(self, word: str, whole: Words, slots: list[Slot]) -> bool:
        if word in _APART or self._timed(whole):
            return True
        return bool(slots) and self._timed(slots[-1].options[-1])

    def _list(self, place: int) -> bool:
        """Whether the noun phrase after a comma is an item of a list: an “and” ends it, or it goes on."""
        items = 0
        place += 1
        while place < len(self.chunks):
            kind = self.chunks[place].kind
            if kind == "AND":
                return self.kind(place + 1) in ("NP", "ADJ", "PAREN", "ING", "END")
            if kind not in ("NP", "COMMA", "PAREN", "PREP"):
                break
            items += kind == "COMMA"
            place += 1
        return self.listed or (items > 1 and place >= len(self.chunks) - 1)

    # verbs

    def _copula(self) -> bool:
        """Whether the clause says what its subject is: what attaches at its end is said of the subject."""
        clause = self.clause
        if not (clause.subjects and clause.verb and clause.slots):
            return False
        return self.tags[clause.verb[0]] == "b" and not clause.slots[0].tie

    def _holder(self) -> list[Words]:
        if self._copula():
            return list(self.clause.subjects)
        return [self.nominal] if self.nominal else []

    def _vg(self, _place: int, _chunk: Chunk, verb: Words) -> None:
        clause = self.clause
        if not clause.verb:
            clause.verb = verb
        elif self.joined and self.main.subjects and not self.main.verb:
            self.main.verb = verb
            self.clause = self.main
        elif self.joined in ("AND", "BUT", "COMMA"):
            self.open(Clause(list(self.main.subjects if self.main.verb else clause.subjects), verb))
        elif self.main.subjects and not self.main.verb:
            self.main.verb = verb
            self.clause = self.main
        else:
            self.open(Clause([self.nominal] if self.nominal else [], verb))

    def _to(self, place: int, _chunk: Chunk, verb: Words) -> None:
        clause = self.clause
        if clause.verb and not clause.slots and not self.joined:
            clause.verb += verb
        elif self.kind(place + 1) != "NP" and clause.slots:
            clause.slots[-1].options[-1] += verb
        else:
            self.tie = verb

    def _ing(self, place: int, _chunk: Chunk, verb: Words) -> None:
        clause = self.clause
        if self.tie:
            self.tie += verb
        elif clause.verb and not clause.slots and not self.joined:
            clause.verb += verb
        elif not self.nominal and place < 2:
            self.open(Clause([], verb, lead=True))
        elif clause.subjects and not clause.verb and self._reduced(place):
            return
        elif self.joined in ("COMMA", "AND"):
            self.open(Clause(list(self.main.subjects), verb))
        else:
            self.open(Clause(self._holder(), verb))

    def _en(self, place: int, _chunk: Chunk, verb: Words) -> None:
        clause = self.clause
        if self.tie:
            self.tie += verb
        elif clause.verb and not clause.slots and not self.joined:
            clause.verb += verb
        elif self.joined == "AND" and clause.verb:
            helpers = tuple(one for one in clause.verb if self.tags[one] in "bhmBrR")
            self.open(Clause(list(clause.subjects), helpers + verb))
        elif not self.nominal and place < 2:
            self.open(Clause([], verb, lead=True))
        elif clause.subjects and not clause.verb and self._reduced(place):
            return
        elif self.nominal:
            self.open(Clause(self._holder(), verb))

    def _reduced(self, place: int) -> bool:
        """“The group led by X also includes …”: a participle that belongs to the subject."""
        if self.joined:
            return False
        last = place
        while last < len(self.chunks) and self.chunks[last].kind not in ("VG", "COMMA", "END"):
            last += 1
        if self.kind(last) != "VG":
            return False
        words = tuple(range(self.chunks[place].first, self.chunks[last].first))
        self.clause.subjects[-1] += words
        self.extras.append(self.clause.subjects[-1])
        self.skip = last - 1
        return True

    def _rel(self, _place: int, _chunk: Chunk, whole: Words) -> None:
        tied = len(whole) > 1 and self.tags[whole[-2]] == "i"
        self.open(Clause([] if tied else self._holder()))

    def _that(self, place: int, _chunk: Chunk, _words: Words) -> None:
        if self.clause.verb:
            if self.kind(place + 1) == "VG" and self.nominal:
                self.open(Clause(self._holder()))
            elif not self.clause.slots:
                self._complement(place)

    def _sub(self, _place: int, _chunk: Chunk, whole: Words) -> None:
        if self.clause.verb or self.clause.subjects:
            self.open(Clause(when=whole))

    # joints and the rest

    def _prep(self, _place: int, _chunk: Chunk, whole: Words) -> None:
        self.tie = whole

    def _and(self, _place: int, _chunk: Chunk, _words: Words) -> None:
        self.joined = "AND"
        self.listed = False

    def _but(self, _place: int, _chunk: Chunk, _words: Words) -> None:
        self.joined = "BUT"

    def _comma(self, _place: int, _chunk: Chunk, _words: Words) -> None:
        self.joined = "COMMA"

    def _paren(self, _place: int, _chunk: Chunk, whole: Words) -> None:
        if self.nominal:
            self.extras.append(self.nominal + whole[:-1])

    def _adj(self, _place: int, chunk: Chunk, whole: Words) -> None:
        clause = self.clause
        if clause.verb and not clause.slots:
            clause.slots.append(Slot((), self._adjectives(chunk)))
        elif self.joined == "AND" and clause.slots:
            clause.slots[-1].options.append(whole)

    def _adv(self, _place: int, _chunk: Chunk, whole: Words) -> None:
        if self.clause.verb and not self.clause.slots:
            self.clause.verb += whole

    def _end(self, _place: int, _chunk: Chunk, _words: Words) -> None:
        return

    # names and lists inside a noun phrase

    def _adjectives(self, chunk: Chunk) -> list[Words]:
        out: list[Words] = [()]
        for one in range(chunk.first, chunk.last):
            if self.tags[one] in ",a":
                if out[-1]:
                    out.append(())
            else:
                out[-1] += (one,)
        return [one for one in out if one]

    def _options(self, chunk: Chunk) -> list[Words]:
        match = _LISTED.match(self.tags, chunk.first, chunk.last)
        if match is None or match.end() != chunk.last:
            return [tuple(range(chunk.first, chunk.last))]
        front = tuple(range(match.start("front"), match.end("front")))
        back = tuple(range(match.start("back"), match.end("back")))
        middle = Chunk("ADJ", match.start("middle"), match.end("middle"))
        return [front + one + back for one in self._adjectives(middle)]

    def _titles(self, chunk: Chunk) -> None:
        match = _TITLED.match(self.tags, chunk.first, chunk.last)
        if match is not None and match.end() == chunk.last:
            self.extras.append(tuple(range(match.start("title"), chunk.last)))


_LISTED = re.compile(
    r'(?P<front>"?[dp]*[0S]*)(?P<middle>[rR]*[jceg]+(?:(?:,|,?a)[rR]*[jceg]+)+)(?P<back>[nNsg0jK\'"]*[nNs]"?)'
)
_TITLED = re.compile(r'(?P<front>"?[dp]*[jSceN0\']*?)(?P<title>[jn]*n"?N+"?)')
