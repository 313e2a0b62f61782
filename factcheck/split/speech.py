"""Verbs that give words, beliefs and intentions to somebody, with what may follow each of them."""

import re
from collections.abc import Iterable
from enum import IntFlag
from functools import lru_cache
from typing import NamedTuple


class Frame(IntFlag):
    """What a verb may take as its content."""

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


class Form(IntFlag):
    """Which form of a verb a word is."""

    BASE = 1
    PRESENT = 2
    PAST = 4
    PARTICIPLE = 8
    ING = 16


class Verb(NamedTuple):
    """A verb form: its lemma, its forms, and what the lemma takes."""

    lemma: str
    form: Form
    frame: Frame


_LETTERS = {
    "q": Frame.QUOTE, "t": Frame.THAT, "z": Frame.BARE, "i": Frame.TO, "o": Frame.SOMEBODY_TO,
    "w": Frame.WHETHER, "a": Frame.LISTENER, "n": Frame.NOUN, "p": Frame.PREPOSITION,
}  # fmt: skip

_TABLE = """
qtz: say
qt: add note remark explain
qtza: tell
qtaw: ask
qtzw: claim
qt: argue insist contend maintain assert affirm aver declare announce proclaim reply respond retort counter
qt: stress emphasize emphasise reiterate repeat observe comment opine quip joke concede
qtz: acknowledge admit confess suggest
qta: warn assure remind inform
qti: vow pledge promise swear threaten
qtio: urge beg plead implore request demand
qtz: write tweet
qt: recall recount testify allege complain lament boast brag marvel gush muse predict caution
qtw: reveal disclose confirm report indicate hint
qtp: warn complain joke boast brag gush rant rave fume
q: continue shout yell scream exclaim cry whisper mutter murmur mumble chant sigh snap sneer scoff
q: blast thunder
q: roar holler howl intone deadpan interject blurt bellow bark rasp laugh chuckle begin conclude finish offer
q: answer agree elaborate clarify advise thunder snort grumble groan chime chide scold crow enthuse
qp: tease mock
qt: conclude agree advise answer imply signal volunteer theorize theorise speculate reason reckon
qt: post message text email e-mail blog
qn: read state specify detail describe
qt: state specify
n: describe call label brand dub term deem consider
n: deny reject dispute dismiss criticize criticise condemn denounce decry blast slam attack defend praise
n: question challenge ridicule mock rip bash assail lambaste hail tout applaud welcome cite
t: deny dispute protest object
np: accuse blame charge fault credit
tz: think believe hope know feel guess suppose assume wish fear figure realize realise understand bet
t: expect doubt worry sense imagine estimate calculate project forecast anticipate recommend propose
t: show prove
t: find determine discover learn demonstrate establish note mean require ensure decide rule hold judge
tz: find show
w: know wonder doubt decide understand see
wp: wonder
i: want plan hope intend expect aim seek refuse decline offer agree decide choose propose wish prefer need
i: consider
o: want expect encourage advise tell ask urge order instruct invite challenge press call push
o: pressure persuade
o: convince warn
p: call push advocate ask complain worry talk speak apologize apologise joke
n: advocate propose recommend suggest support oppose favor favour back endorse
qt: object protest demur
"""

_IRREGULAR = {
    row.split()[0]: tuple(row.split()[1:])
    for row in """
    say says said said saying
    tell tells told told telling
    think thinks thought thought thinking
    know knows knew known knowing
    feel feels felt felt feeling
    write writes wrote written writing
    swear swears swore sworn swearing
    read reads read read reading
    find finds found found finding
    show shows showed shown showing
    see sees saw seen seeing
    hold holds held held holding
    mean means meant meant meaning
    bet bets bet bet betting
    understand understands understood understood understanding
    begin begins began begun beginning
    choose chooses chose chosen choosing
    seek seeks sought sought seeking
    speak speaks spoke spoken speaking
    forecast forecasts forecast forecast forecasting
    label labels labeled labeled labeling
    signal signals signaled signaled signaling
    learn learns learned learned learning
    quip quips quipped quipped quipping
    brag brags bragged bragged bragging
    beg begs begged begged begging
    slam slams slammed slammed slamming
    rip rips ripped ripped ripping
    snap snaps snapped snapped snapping
    admit admits admitted admitted admitting
    prefer prefers preferred preferred preferring
    plan plans planned planned planning
    demur demurs demurred demurred demurring
    rebut rebuts rebutted rebutted rebutting
    dub dubs dubbed dubbed dubbing
    submit submits submitted submitted submitting
    blog blogs blogged blogged blogging
    """.strip().splitlines()
}


def _forms(lemma: str) -> tuple[str, str, str, str]:
    """Present, past, participle and -ing form of a verb."""
    if lemma in _IRREGULAR:
        present, past, participle, ing = _IRREGULAR[lemma]
        return present, past, participle, ing
    if lemma.endswith("e"):
        return lemma + "s", lemma + "d", lemma + "d", lemma[:-1] + "ing"
    if re.search(r"[^aeiou]y$", lemma):
        return lemma[:-1] + "ies", lemma[:-1] + "ied", lemma[:-1] + "ied", lemma + "ing"
    if re.search(r"(?:s|x|z|ch|sh)$", lemma):
        return lemma + "es", lemma + "ed", lemma + "ed", lemma + "ing"
    return lemma + "s", lemma + "ed", lemma + "ed", lemma + "ing"


@lru_cache(maxsize=8)
def verbs(house: tuple[str, ...] = ()) -> dict[str, Verb]:
    """Every verb form in lower case with its verb; house verbs (base forms) say like “say” does."""
    frames: dict[str, Frame] = {}
    for line in _TABLE.strip().splitlines():
        letters, _, lemmas = line.partition(":")
        frame = Frame(sum(_LETTERS[letter] for letter in letters))
        for lemma in lemmas.split():
            frames[lemma] = frames.get(lemma, Frame(0)) | frame
    for lemma in house:
        frames[lemma.lower()] = frames.get(lemma.lower(), Frame(0)) | Frame.QUOTE | Frame.THAT | Frame.BARE
    table: dict[str, Verb] = {}
    for lemma, frame in frames.items():
        present, past, participle, ing = _forms(lemma)
        for word, form in (
            (lemma, Form.BASE), (present, Form.PRESENT), (past, Form.PAST), (participle, Form.PARTICIPLE),
            (ing, Form.ING),
        ):  # fmt: skip
            before = table.get(word)
            table[word] = Verb(lemma, form | before.form if before else form, frame)
    return table


@lru_cache(maxsize=8)
def saying(house: tuple[str, ...] = ()) -> str:
    """Alternatives of a regex: every form of every verb that takes a quotation."""
    return alternatives(word for word, verb in verbs(house).items() if verb.frame & Frame.QUOTE)


def alternatives(words: Iterable[str]) -> str:
    """Words as the alternatives of a regex, longest first."""
    return "|".join(map(re.escape, sorted(set(words), key=lambda word: (-len(word), word))))
