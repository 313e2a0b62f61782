"""Verbs that give words, beliefs and intentions to somebody, with what may follow each of them."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from factcheck.split.lexicon import marked
from factcheck.split.words.verb_forms import regular, verb_forms


class Frame:
    """What a verb may take as its content: bits, plain integers because they are asked for at every cue."""

    QUOTE = 1
    """A quotation: “…,” she said."""
    THAT = 2
    """A clause opened by “that”."""
    BARE = 4
    """A clause with nothing before it: said he would go."""
    TO = 8
    """An infinitive of the speaker's own: vowed to fight."""
    SOMEBODY_TO = 16
    """Somebody and an infinitive: urged voters to stay."""
    WHETHER = 32
    """A question: asked whether, wondered why."""
    LISTENER = 64
    """Somebody who is told, before the content: told reporters that."""
    NOUN = 128
    """A noun phrase: denied the charge, called him a liar."""
    PREPOSITION = 256
    """About, for, of, on, against…: warned of a crisis."""


class Form:
    """Which form of a verb a word is: bits."""

    BASE = 1
    PRESENT = 2
    PAST = 4
    PARTICIPLE = 8
    ING = 16


class Verb(NamedTuple):
    """A verb form: its lemma, its forms, and what the lemma takes."""

    lemma: str
    form: int
    frame: int


_LETTERS = {
    "q": Frame.QUOTE, "t": Frame.THAT, "z": Frame.BARE, "i": Frame.TO, "o": Frame.SOMEBODY_TO,
    "w": Frame.WHETHER, "a": Frame.LISTENER, "n": Frame.NOUN, "p": Frame.PREPOSITION,
}  # fmt: skip


@lru_cache(maxsize=8)
def verbs(house: tuple[str, ...] = ()) -> dict[str, Verb]:
    """Every verb form in lower case with its verb; house verbs (base forms) say like “say” does."""
    frames = {
        lemma: sum(_LETTERS[letter] for letter in letters)
        for lemma, letters in marked("words/speech_verbs").items()
    }
    for lemma in house:
        frames[lemma.lower()] = frames.get(lemma.lower(), 0) | Frame.QUOTE | Frame.THAT | Frame.BARE
    table: dict[str, Verb] = {}
    known = verb_forms()
    for lemma, frame in frames.items():
        forms = known.get(lemma) or regular(lemma)
        for words, form in (
            ((lemma,), Form.BASE),
            ((forms.present,), Form.PRESENT),
            (forms.pasts, Form.PAST),
            (forms.participles, Form.PARTICIPLE),
            (forms.ings, Form.ING),
        ):
            for word in words:
                before = table.get(word)
                table[word] = Verb(lemma, form | before.form if before else form, frame)
    return table


_ATTITUDES = marked("words/attitudes")
NOUNS = frozenset(word for word, marks in _ATTITUDES.items() if "n" in marks)
"""Nouns that give a statement, a belief or an intention to their owner."""
ADJECTIVES = {
    word: Frame.TO if "z" in marks else Frame.THAT | Frame.BARE | Frame.PREPOSITION
    for word, marks in _ATTITUDES.items()
    if "n" not in marks
}
"""Adjectives that tell what somebody thinks or is ready to do."""


@lru_cache(maxsize=8)
def said(house: tuple[str, ...] = ()) -> str:
    """Alternatives of a regex: finite forms of verbs that take a quotation, those that are nouns left out."""
    finite = Form.PAST | Form.PRESENT
    return alternatives(
        word
        for word, verb in verbs(house).items()
        if verb.frame & Frame.QUOTE and verb.form & finite and word != verb.lemma
    )


def alternatives(words: Iterable[str]) -> str:
    """Words as the alternatives of a regex, longest first."""
    return "|".join(map(re.escape, sorted(set(words), key=lambda word: (-len(word), word))))
