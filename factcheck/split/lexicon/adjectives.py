"""Adjectives and adverbs that no ending gives away."""

PLAIN = """
able absent absurd acute adult afraid alien alive ancient apt armed averse awake aware bad bare big
bitter black bland blind blue blunt bold brave brief bright broad broken brown brutal busy calm capable
careful certain cheap chief clean clear clever close coastal cold common complex cool correct corrupt
costly cruel crucial daily damp dark dead deaf dear decent deep dense diverse domestic double drunk dry
due dull eager early east eastern easy elderly elite empty enormous entire equal ethnic evil exact
excess expert extra extreme fair false familiar famous far fast fat federal few fierce final fine firm
fiscal fit flat fond foreign formal former foul free frequent fresh friendly front full fundamental
funny future general generous gentle genuine giant glad global gold golden good grand grave gray great
green grey gross guilty happy hard harsh hasty healthy heavy high holy honest hostile hot huge human
humble hungry ideal ill immediate immense incoming inner innocent instant intense interior internal
joint junior just keen key kind lame large late lawful lazy lean legal liberal likely live local
lone lonely long loose loud low loyal mad main major male female mass mature maximum medium mere
mid military mild minimum minor mobile modern modest moist moral mutual naked narrow nasty native naval
near neat net neutral new next nice noble normal north northern novel nuclear numb obscure odd official
old only open opposite orange other outer outgoing overall own pale parallel past perfect petty pink
plain poor popular pregnant present pretty prime prior private proper prone proud public pure purple
quick quiet radical random rapid rare raw ready real recent red regular related remote rich right rigid
ripe rival rival's robust rough royal rude rural sacred sad safe same secret secure senior separate
severe shallow sharp sheer short shy sick silent silver similar simple single slight slim slow small
smart smooth sober social soft sole solid sorry sound sour south southern spare special specific stable
stark steady steep stern stiff still straight strange strict strong stupid subtle such sudden sunny
super superb sure surplus sweet swift tall tame tender tense thick thin tight tiny tired top total tough
toxic tragic true ugly unable unaware unclear unfair unique united unknown unlikely upper upright upset
urban urgent usual vague vain valid vast violent vital vocal vulnerable warm weak wealthy weekly weird
west western wet white whole wicked wide wild willing wise worth worthy wrong yellow young yearly
monthly quarterly inevitable notable anti-government pro-government long-term short-term so-called
would-be high-profile left-wing right-wing full-time part-time non-profit nonprofit non-state
nuclear-armed pro-western average various numerous several multiple electric electronic economic atomic
academic
"""
"""Base forms; -ous, -ful, -ive, -able, -al, -ic… are known by their ending."""
NOUNS = """
proposal approval arrival hospital capital festival animal signal rival trial survival journal
denial removal withdrawal rehearsal burial metal material official individual professional criminal
terminal goal deal mineral general admiral cardinal principal interval arsenal tribunal canal medal
scandal appraisal betrayal referral renewal reversal disposal dismissal refusal revival carnival
cathedral manual potential referendum musical detective executive representative initiative
objective perspective motive alternative narrative conservative relative native incentive archive
olive explosive directive collective operative fugitive adjective traffic critic music topic clinic
republic public logic fabric panic magic plastic graphic comic metric rhetoric statistic
characteristic mechanic academic athletic arithmetic ethic epidemic pandemic cleric skeptic lyric
picnic anniversary secretary library salary boundary commentary documentary military contemporary
adversary beneficiary luminary subsidiary dictionary itinerary glossary diary primary missionary
mercenary judiciary table cable vegetable variable constable fable stable household threshold seed
speed need deed weed breed creed greed steed feed bed shed sled bleed hundred kindred hatred
infrared morning evening building meeting thing nothing something anything everything wedding spring
king ring string wing ceiling feeling funding housing training hearing ruling earnings proceedings
painting beginning offspring clothing sibling filing shooting bombing gathering briefing warning
finding killing trading banking farming engineering marketing manufacturing parking shipping
advertising gambling drilling mining uprising spending setting recording reading writing boxing
swimming racing fishing skiing clearing crossing landing family reply supply ally assembly italy
july monopoly anomaly bully belly jelly rally folly gas bus lens news series species business
process success access address progress congress witness illness police people children women men
"""
"""Nouns whose ending looks like that of an adjective, adverb, participle or -ing form."""

NO_SUPERLATIVES = """
interest protest request forest harvest contest manifest conquest inquest bequest tempest west northwest
southwest midwest rest test guest arrest invest suggest honest modest digest behest attest detest
infest ingest molest earnest priest nest pest quest vest crest chest zest jest wrest lest fest divest
congest disinterest unrest footrest headrest dishonest immodest reinvest retest
"""
"""Words in -est that are no superlatives."""
