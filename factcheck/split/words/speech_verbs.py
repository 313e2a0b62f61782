"""Verbs that give words, beliefs and intentions to somebody, with what may follow each of them."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from factcheck.split.words.word_set import word_set


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

_TABLE = """
qtzw: say
qt: add remark explain
qtzan: tell
qtaow: ask
qtz: claim insist announce acknowledge admit concede maintain allege
n: acknowledge admit concede announce promise pledge threaten predict propose suggest demand recommend
n: underscore underline highlight lament
t: underscore underline suspect
qtp: argue
qt: contend assert affirm aver declare proclaim reply respond retort counter rejoin object protest
qt: stress emphasize emphasise reiterate repeat observe comment opine quip joke confess suggest note
qtaop: warn
qtao: remind
qta: assure inform notify brief
qti: vow pledge promise swear threaten
qtio: urge beg plead implore request demand
qtz: write tweet point
qt: recall recount testify complain lament boast brag marvel gush muse predict caution
qtw: reveal disclose confirm report indicate hint
qtp: complain joke boast brag gush rant fume lament
q: continue shout yell scream exclaim cry whisper mutter murmur mumble chant sigh snap sneer scoff thunder
q: roar holler howl intone deadpan interject blurt bellow bark rasp laugh chuckle begin conclude finish
q: offer answer elaborate clarify advise snort grumble groan chime chide scold crow enthuse venture volunteer
q: jeer preach read go interrupt implore instruct reassure counsel lecture inquire query quote whine huff
q: gasp plead
qp: tease mock
qt: conclude agree advise answer imply signal theorize theorise speculate reason reckon
qt: post message text email blog retweet state specify
n: describe call label brand dub term deem characterize characterise portray
n: deny reject dispute dismiss criticize criticise condemn denounce decry blast slam defend praise
n: expect regret mock rebuke reprimand paint depict cast
n: ridicule rip lambaste hail tout applaud welcome question
w: question explain specify clarify
t: deny dispute
n: accuse blame fault credit
tzn: believe
tz: think hope know feel guess suppose wish fear figure realize realise recognize recognise bet
t: understand assume expect doubt worry imagine estimate calculate project forecast anticipate hear remember
t: recommend propose
tw: find determine discover learn demonstrate decide rule
t: show insist
tz: find show
w: know wonder doubt understand
i: claim want plan hope intend expect aim seek refuse decline offer agree propose wish
o: want expect encourage advise tell ask urge order instruct invite challenge press call push pressure
o: persuade convince warn lobby
p: call push worry apologize apologise
n: urge propose support oppose favor favour endorse want see view regard
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
    go goes went gone going
    hear hears heard heard hearing
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
    frames: dict[str, int] = {}
    for line in _TABLE.strip().splitlines():
        letters, _, lemmas = line.partition(":")
        frame = sum(_LETTERS[letter] for letter in letters)
        for lemma in lemmas.split():
            frames[lemma] = frames.get(lemma, 0) | frame
    for lemma in house:
        frames[lemma.lower()] = frames.get(lemma.lower(), 0) | Frame.QUOTE | Frame.THAT | Frame.BARE
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


NOUNS = word_set(
    """
    case point description characterization depiction criticism support opposition claim claims
    assertion assertions allegation allegations accusation accusations statement statements belief view
    argument suggestion suggestions contention warning warnings promise promises pledge pledges vow
    threat threats prediction predictions insistence admission acknowledgment acknowledgement
    announcement declaration denial denials fear fears concern concerns hope hopes worry worries doubt
    doubts complaint complaints comment comments remark remarks feeling conviction confidence plan plans
    proposal call calls demand demands desire intention wish assurance assurances testimony speculation
    report reports charge charges
    """
)
"""Nouns that give a statement, a belief or an intention to their owner."""

_SURE = word_set(
    """
    confident hopeful worried concerned afraid certain sure convinced aware glad proud happy optimistic
    skeptical sceptical doubtful adamant clear mindful fearful disappointed surprised pleased grateful
    sorry
    """
)
_WILLING = word_set(
    """
    willing ready eager reluctant determined prepared unwilling committed inclined hesitant anxious keen
    """
)
ADJECTIVES: dict[str, int] = {
    **dict.fromkeys(_SURE, Frame.THAT | Frame.BARE | Frame.PREPOSITION),
    **dict.fromkeys(_WILLING, Frame.TO),
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
