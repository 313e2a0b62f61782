"""The clauses of a sentence read from its grammar: subjects, a verb group, and what completes it.

A clause that has no subject of its own has that of the clause it hangs on; a relative clause and a participle
have the words that they describe.
"""

from factcheck.split.clauses.clause_parts import Clause, Slot, Words
from factcheck.split.parser.grammar import Grammar
from factcheck.split.parser.parsed_phrases import brief, place, wordings

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
_OBJECTS = frozenset(("dobj", "attr", "acomp", "oprd", "dative"))
_CONTENTS = frozenset(("ccomp", "xcomp"))
_ADJUNCTS = frozenset(("prep", "agent", "npadvmod", "dep"))
_HELPERS = ("aux", "auxpass", "neg", "prt")
_RELATIVE = frozenset(("WDT", "WP", "WRB"))
_HEADS = frozenset(("ROOT", "relcl", "acl", "advcl", "parataxis"))
_SHARING = frozenset(("conj", "advcl", "xcomp", "ccomp", "parataxis", "pcomp"))
_DESCRIBING = frozenset(("relcl", "acl"))
_UNSAID = frozenset(("also", "then", "however", "therefore", "thus"))
"""Adverbs that tie a sentence to others, and that none of its statements needs."""
_CLAUSE_TIES = frozenset(("before", "after", "by", "without", "while", "since"))
_JOINERS = frozenset(("IN", "DT", "POS", "HYPH", "TO"))
"""Tags of the small words inside a title or a name."""


def parsed_clauses(grammar: Grammar) -> tuple[list[Clause], list[Words]]:
    """The clauses of a sentence, its main clause first, and what is said without a verb."""
    clauses: list[Clause] = []
    extras: list[Words] = []
    for at in range(len(grammar.nodes)):
        if _is_clause(grammar, at):
            clause, shorter = _clause(grammar, at)
            if clause.subjects or grammar.relation(at) not in ("acl", "advcl", "pcomp"):
                clauses.append(clause)
                extras += shorter
    return clauses, extras + _without_verb(grammar)


# which words are the heads of clauses


def _is_clause(grammar: Grammar, at: int) -> bool:
    """Whether the word is the head of a clause that says something by itself."""
    relation = grammar.relation(at)
    if not grammar.verb(at) and not grammar.kids(at, "nsubj", "nsubjpass"):
        return False
    if relation in _DESCRIBING:
        return _describes_apart(grammar, at)
    if relation == "advcl" and at > grammar.head(at) and not grammar.parted(at):
        return bool(grammar.kids(at, *_SUBJECTS))
    if relation == "conj":
        return not _inside_contents(grammar, at)
    if relation == "pcomp":
        tie = grammar.head(at)
        return grammar.word(tie) in _CLAUSE_TIES and grammar.verb(grammar.head(tie))
    return relation in _HEADS or (relation == "ccomp" and _run_on(grammar, at))


def _describes_apart(grammar: Grammar, at: int) -> bool:
    """Whether a relative clause or a participle is not needed to tell which thing is meant."""
    if grammar.parted(at):
        return True
    if any(grammar.tag(one) == "TO" for one in grammar.kids(at, "aux")):
        return False
    noun = grammar.head(at)
    if grammar.relation(noun) == "attr":
        return not grammar.kids(grammar.head(noun), "expl")
    return grammar.relation(at) == "acl" and bool(grammar.kids(at, "agent"))


def _run_on(grammar: Grammar, at: int) -> bool:
    """Whether a clause that the parser takes for contents stands level: “It rained; the match went on”."""
    return at < grammar.head(at) and not grammar.kids(at, "mark") and bool(grammar.kids(at, *_SUBJECTS))


def _inside_contents(grammar: Grammar, at: int) -> bool:
    """Whether a joined verb belongs to what somebody says or wants, which is taken whole."""
    while grammar.relation(at) == "conj":
        at = grammar.head(at)
    relation = grammar.relation(at)
    if relation in ("aux", "amod", "compound"):
        return True
    return relation in ("ccomp", "xcomp", "pcomp") and not _run_on(grammar, at)


# subjects


def _subjects(grammar: Grammar, at: int) -> list[Words]:
    """The subjects of a clause, one at a time; none where it has and shares none."""
    start = at
    while grammar.relation(at) in _SHARING and not grammar.kids(at, *_SUBJECTS, "expl"):
        at = grammar.head(at)
    empty = grammar.kids(at, "expl")
    if empty:
        return [tuple(empty)]
    named = [one for one in grammar.kids(at, *_SUBJECTS) if grammar.tag(one) not in _RELATIVE]
    own = [one for subject in named for one in wordings(grammar, subject)]
    if grammar.relation(at) in _DESCRIBING:
        described = _described(grammar, at)
        if grammar.relation(at) == "relcl" and own:
            return [one + subject for one in described for subject in own]
        return described
    if not own and at != start and not grammar.verb(at):
        return [brief(grammar, at)]
    return own


def _described(grammar: Grammar, at: int) -> list[Words]:
    """What a relative clause or a participle is said of: behind “is a …”, the subject."""
    noun = grammar.head(at)
    held: list[Words] = []
    if grammar.relation(noun) == "attr":
        above = grammar.head(noun)
        while grammar.relation(above) == "conj" and not grammar.kids(above, *_SUBJECTS):
            above = grammar.head(above)
        held = [one for subject in grammar.kids(above, *_SUBJECTS) for one in wordings(grammar, subject)]
    return held or [brief(grammar, noun)]


# the verb and what completes it


def _verb_group(grammar: Grammar, at: int) -> tuple[Words, list[int]]:
    """The verb with its helpers and adverbs, and the verbs whose complements complete it."""
    chain = [at]
    for verb in chain:
        if not grammar.kids(verb, "dobj"):
            chain += [
                one
                for one in grammar.kids(verb, "xcomp")
                if one > verb and grammar.verb(one) and not grammar.kids(one, "nsubj")
            ]
    words = list(chain)
    for verb in chain:
        words += grammar.kids(verb, *_HELPERS)
        words += [one for one in grammar.kids(verb, "advmod") if _beside(grammar, one, verb)]
        words += [one for one in grammar.kids(verb, "dobj") if one == verb + 1 and _bare(grammar, one)]
    while grammar.relation(at) == "conj" and grammar.tag(at) in ("VB", "VBN") and not _helped(grammar, at):
        at = grammar.head(at)
        words += _helped(grammar, at)
    return tuple(sorted(set(words))), chain


def _helped(grammar: Grammar, at: int) -> list[int]:
    return grammar.kids(at, "aux", "auxpass")


def _bare(grammar: Grammar, at: int) -> bool:
    """Whether an object is one with its verb: “took place”, “gave birth”."""
    return grammar.tag(at) == "NN" and not grammar.below[at]


def _beside(grammar: Grammar, at: int, verb: int) -> bool:
    """Whether an adverb stands between subject and verb."""
    if at > verb or grammar.below[at] or grammar.word(at) in _UNSAID:
        return False
    before = grammar.kids(verb, *_SUBJECTS, "aux", "auxpass")
    return not before or at > before[0]


def _clause(grammar: Grammar, at: int) -> tuple[Clause, list[Words]]:
    """The clause of a verb, and its shorter wordings."""
    verb, chain = _verb_group(grammar, at)
    first = min([*grammar.kids(at, *_SUBJECTS), at])
    objects: list[int] = []
    adjuncts: list[int] = []
    clause = Clause(_subjects(grammar, at), verb)
    for one in (kid for each in chain for kid in grammar.below[each] if kid not in verb):
        if _completes(grammar, one):
            objects.append(one)
        elif _tells_more(grammar, one, at) and one < first:
            clause.leads.append(Slot((), wordings(grammar, one)))
        elif _tells_more(grammar, one, at):
            adjuncts.append(one)
    shorter: list[Words] = []
    if objects:
        options = _options(grammar, objects)
        rest = brief(grammar, objects[0])
        if len(objects) == 1 and grammar.relation(objects[0]) in _OBJECTS and rest not in options:
            if _said_apart(grammar, objects[0]):
                options = [rest]
            else:
                shorter = [subject + verb + rest for subject in clause.subjects or [()]]
        clause.slots.append(Slot((), options, True))
    clause.slots += [_adjunct(grammar, one) for one in adjuncts]
    return clause, shorter


def _completes(grammar: Grammar, at: int) -> bool:
    """Whether the word is an object of its verb, or the contents of what is said."""
    relation = grammar.relation(at)
    if relation in _OBJECTS:
        return grammar.tag(at) not in _RELATIVE
    return relation in _CONTENTS and not _run_on(grammar, at)


def _tells_more(grammar: Grammar, at: int, verb: int) -> bool:
    """Whether the word tells when, where, how or why."""
    relation = grammar.relation(at)
    if relation in _ADJUNCTS:
        return all(grammar.tag(one) not in _RELATIVE for one in grammar.kids(at, "pobj"))
    if relation == "advmod":
        return grammar.tag(at) != "WRB" and (at > verb or bool(grammar.below[at]))
    return relation == "advcl" and at > verb and not grammar.parted(at)


def _said_apart(grammar: Grammar, at: int) -> bool:
    """Whether what hangs on “is a …” makes a clause of its own."""
    if grammar.relation(at) != "attr" or grammar.kids(at, "conj"):
        return False
    return any(_describes_apart(grammar, one) for one in grammar.kids(at, *_DESCRIBING))


def _options(grammar: Grammar, objects: list[int]) -> list[Words]:
    """The objects of a verb together, a list in the last of them taken one item at a time."""
    out: list[Words] = [()]
    for one in objects:
        contents = grammar.relation(one) in _CONTENTS
        options = [grammar.whole(one)] if contents else wordings(grammar, one)
        if len(options) == 1:
            out = [before + options[0] for before in out]
        else:
            out = [out[-1] + option for option in options]
    return out


def _adjunct(grammar: Grammar, at: int) -> Slot:
    """What tells more, tied by its first word."""
    whole = grammar.relation(at) == "advcl"
    options = [grammar.whole(at)] if whole else wordings(grammar, at)
    return Slot((at,), [tuple(word for word in one if word != at) for one in options], True)


# what is said without a verb


def _without_verb(grammar: Grammar) -> list[Words]:
    """What appositions, titles before names and brackets say."""
    out: list[Words] = []
    for at in range(len(grammar.nodes)):
        relation = grammar.relation(at)
        if relation == "appos" and grammar.noun(at) and grammar.noun(grammar.head(at)):
            if not place(grammar, at):
                out += [brief(grammar, grammar.head(at)) + one for one in wordings(grammar, at)]
        elif relation == "aside":
            out.append((*_named_before(grammar, at), at))
        if grammar.name(at) and relation != "compound" and _titled(grammar, at):
            out.append(_without_determiner(grammar, at))
    return out


def _titled(grammar: Grammar, at: int) -> bool:
    """Whether common nouns stand before a name: “quarterback Ana Ruiz”."""
    before = grammar.kids(at, "compound", "amod", "nmod", "nummod")
    return any(one < at and grammar.tag(one) == "NN" for one in before)


def _without_determiner(grammar: Grammar, at: int) -> Words:
    left_out = {word for one in grammar.kids(at, "det", "poss") for word in grammar.whole(one)}
    return tuple(word for word in brief(grammar, at) if word not in left_out)


def _named_before(grammar: Grammar, at: int) -> Words:
    """The noun phrase that a bracket stands behind; of one that ends in a name, the name."""
    last = at - 1
    while last > 0 and grammar.relation(last) in ("punct", "aside"):
        last -= 1
    top = last
    while _goes_on(grammar, top):
        top = grammar.head(top)
    words = [one for one in grammar.whole(top) if one <= last and grammar.relation(one) != "aside"]
    if not _capital(grammar, last):
        return tuple(words)
    first = last
    while first - 1 in words and (_capital(grammar, first - 1) or grammar.tag(first - 1) in _JOINERS):
        first -= 1
    while not _capital(grammar, first):
        first += 1
    return tuple(range(first, last + 1))


def _goes_on(grammar: Grammar, at: int) -> bool:
    """Whether the phrase of the word is part of a larger one that began before it."""
    above = grammar.head(at)
    if above >= at or grammar.relation(at) in ("conj", "appos"):
        return False
    if grammar.tag(above) == "IN":
        return not grammar.verb(grammar.head(above))
    return grammar.noun(above)


def _capital(grammar: Grammar, at: int) -> bool:
    first = grammar.nodes[at].text[0]
    return first.isupper() or first.isdigit()
