"""Words by what a change of them means: which turn a statement round, weaken it, or carry nothing."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


NEGATIONS = _words("""
    not no never none nobody nothing neither nor nowhere without cannot can't won't don't doesn't didn't
    isn't aren't wasn't weren't hasn't haven't hadn't shouldn't wouldn't couldn't mustn't needn't mightn't
    ain't shan't deny denies denied denying denial dispute disputes disputed disputing reject rejects
    rejected rejecting refute refutes refuted refuting rebut rebuts rebutted contradict contradicts
    contradicted dismiss dismisses dismissed refuse refuses refused refusing fail fails failed failing
    failure lack lacks lacked lacking absent absence false falsely untrue wrong wrongly incorrect
    incorrectly mistaken mistakenly baseless unfounded debunked myth hoax fake fabricated retracted
    withdrawn unless except excluding barely hardly scarcely rarely seldom stopped ceased avoid avoided
    prevent prevented ban banned
""")
"""Words that turn a statement round, “denied that” and “failed to” included."""

HEDGES = _words("""
    may might could would should can possibly perhaps maybe probably likely unlikely apparently allegedly
    reportedly supposedly purportedly presumably seemingly ostensibly arguably potentially theoretically
    about around approximately roughly nearly almost some circa least more less fewer over under than
    below above suggest suggests suggested suggesting seem seems seemed appear appears appeared claim
    claims claimed claiming allege alleges alleged alleging believed suspect suspects suspected estimate
    estimates estimated estimating expected assumed whether if unclear uncertain rumoured rumored partly
    largely mainly mostly somewhat sometimes often usually generally typically virtually practically
    essentially just only tentatively
""")
"""Words that make a statement weaker or stronger."""

SUPERLATIVES = _words("""
    first last only sole ever most least best worst fewest latest earliest unprecedented record unique
    among all every each always any entire entirely whole completely totally fully everyone everybody
    everything nationwide worldwide both majority minority
""")
"""Superlatives, firsts, and words that make a statement hold for everything; -est is known by its ending."""

NOT_SUPERLATIVE = _words("""
    interest protest request forest harvest contest manifest conquest inquest tempest west northwest
    southwest midwest east northeast southeast rest test guest arrest invest suggest honest modest digest
    behest attest detest ingest molest earnest priest nest pest quest vest crest chest zest jest ernest
    budapest everest
""")
"""Words in -est that are no superlatives."""

NUMBER_WORDS = _words("""
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds
    thousand thousands million millions billion billions trillion trillions dozen dozens half halves third
    thirds quarter quarters fifth tenth double doubled triple tripled twice thrice once pair couple
    several percent per cent pct point points second fourth sixth seventh eighth ninth m bn mn tn k score
    scores single dollar dollars euro euros pound pounds cents pence yen yuan franc francs krona kronor
    rupee rupees kilometre kilometres kilometer kilometers metre metres meter meters centimetre
    centimetres centimeter centimeters millimetre millimetres mile miles foot feet inch inches yard yards
    acre acres hectare hectares kilo kilos kilogram kilograms kilogramme gram grams gramme grammes tonne
    tonnes ton tons litre litres liter liters km cm mm kg mg lb lbs oz ft mph kmh degrees celsius
    fahrenheit megawatt megawatts gigawatt gigawatts
""")
"""Numbers in words, and the units that give a number its meaning."""

NUMBER_MARKS = frozenset("$€£¥₹₽₩%‰°+±<>=≤≥~")

DATE_WORDS = _words("""
    january february march april may june july august september october november december jan feb mar apr
    jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mondays
    tuesdays wednesdays thursdays fridays saturdays sundays today yesterday tomorrow tonight morning
    afternoon evening night noon midnight second seconds minute minutes hour hours day days week weeks
    month months year years decade decades century centuries spring summer autumn fall winter ago earlier
    later before after since until till during weekend quarter easter christmas ramadan bc ad
""")
"""Days, months, and words that place something in time."""

MONTHS = _words("""
    january february march april may june july august september october november december jan feb mar apr
    jun jul aug sep sept oct nov dec
""")

LIGHT = _words("""
    the that which who whom ,
""")
"""Words whose coming and going alone leaves a statement what it was, where a desk chooses to see it so.

“A” is none: “few people” is not “a few people”, and “a cause” is not “the cause”.
"""

HE = _words("""
    he she they him her them his hers their theirs himself herself themselves
""")
"""Words that stand for somebody named before."""

THIS = _words("""
    it its this that these those such both neither either here there then so
""")
"""Words that stand for something said before."""

RELATIVES = _words("""
    who whom whose which that where when while whereas as though although because since
""")
"""Words that open a clause which leans on what stands before it."""

CONJUNCTIONS = _words("""
    and or but nor yet so then plus
""")

OWN_SUBJECT = _words("""
    the a an this that these those some many most several few all no each every one two
""")
"""Words that open a noun phrase, so that a clause which begins with one has a subject of its own."""

TURNING_HEADINGS = _words("""
    false falsehood falsehoods myth myths fiction fictions hoax hoaxes fake fakes satire parody rumour
    rumours rumor rumors lie lies untrue debunked misinformation disinformation conspiracy retracted
    retraction allegations alleged unproven unverified unfounded correction corrections misleading opinion
""")
"""Words in a heading that change what the statements under it mean."""

DULL = _words("""
    the a an this that these those his her its their my our your i you he she it we they him them us me
    who whom which whose what when where why how will would can could may might must shall should is are
    was were am be been being has have had having do does did of in on at by for with from into onto over
    under between to and or but so as if than not no up down out off about
""")
"""Words so common that they tell nothing about where a sentence went."""
