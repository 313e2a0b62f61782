"""English verbs of news prose: irregular ones in full, regular ones by their base form."""

IRREGULAR = """
be was been|arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become
|begin began begun|bend bent bent|bet bet bet|bid bid bid|bind bound bound|bite bit bitten
|bleed bled bled|blow blew blown|break broke broken|breed bred bred|bring brought brought
|broadcast broadcast broadcast|build built built|burn burnt burnt|burst burst burst|buy bought bought
|cast cast cast|catch caught caught|choose chose chosen|cling clung clung|come came come|cost cost cost
|creep crept crept|cut cut cut|deal dealt dealt|dig dug dug|draw drew drawn|dream dreamt dreamt
|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed fed|feel felt felt
|fight fought fought|find found found|flee fled fled|fling flung flung|fly flew flown
|forbid forbade forbidden|forecast forecast forecast|foresee foresaw foreseen|forget forgot forgotten
|forgive forgave forgiven|freeze froze frozen|get got gotten|give gave given|go went gone
|grind ground ground|grow grew grown|hang hung hung|hear heard heard|hide hid hidden|hit hit hit
|hold held held|hurt hurt hurt|keep kept kept|kneel knelt knelt|know knew known|lay laid laid
|lead led led|lean leant leant|leap leapt leapt|learn learnt learnt|leave left left|lend lent lent
|let let let|lie lay lain|light lit lit|lose lost lost|make made made|mean meant meant|meet met met
|mislead misled misled|mistake mistook mistaken|outdo outdid outdone|overcome overcame overcome
|oversee oversaw overseen|overtake overtook overtaken|overthrow overthrew overthrown|pay paid paid
|prove proved proven|put put put|quit quit quit|read read read|rebuild rebuilt rebuilt
|rewrite rewrote rewritten|rid rid rid|ride rode ridden|ring rang rung|rise rose risen|run ran run
|say said said|see saw seen|seek sought sought|sell sold sold|send sent sent|set set set|sew sewed sewn
|shake shook shaken|shed shed shed|shine shone shone|shoot shot shot|show showed shown
|shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat|sleep slept slept
|slide slid slid|speak spoke spoken|speed sped sped|spend spent spent|spin spun spun|split split split
|spread spread spread|spring sprang sprung|stand stood stood|steal stole stolen|stick stuck stuck
|sting stung stung|strike struck struck|strive strove striven|swear swore sworn|sweep swept swept
|swell swelled swollen|swim swam swum|swing swung swung|take took taken|teach taught taught
|tear tore torn|tell told told|think thought thought|throw threw thrown|undergo underwent undergone
|understand understood understood|undertake undertook undertaken|uphold upheld upheld|upset upset upset
|wake woke woken|wear wore worn|weave wove woven|weep wept wept|win won won|withdraw withdrew withdrawn
|withhold withheld withheld|withstand withstood withstood|write wrote written
"""
"""Base, past and participle of each irregular verb."""

REGULAR = """
abandon abolish absorb abuse accelerate accept accompany accomplish accuse achieve acknowledge acquire
act adapt add address adjust administer admire admit adopt advance advertise advise advocate affect
afford agree aim air alert align allege allocate allow alter amend amount analyse analyze announce annul
answer anticipate apologise apologize appeal appear applaud apply appoint appreciate approach approve
argue arm arrange arrest arrive assassinate assault assemble assert assess assign assist associate
assume assure attach attack attain attempt attend attract attribute auction authorise authorize avert
avoid await award back balance ban bankroll bar base battle behave believe belong benefit betray blame
blast bless block board boast bomb boost border borrow boycott brand breach brief broaden bury calculate
call calm campaign cancel capture care carry carve cause cease celebrate centre challenge change
characterise characterize charge chart chase check cheer cite claim clarify clash classify clean clear
climb close co-found co-write coach collaborate collapse collect collide combine comfort command
commence comment commission commit communicate compare compel compensate compete compile complain
complete comply compose comprise compromise conceal concede conceive concentrate concern conclude
condemn conduct confess confine confirm confiscate conflict confront confuse congratulate connect
conquer consider consist constitute construct consult consume contact contain contend contest continue
contract contradict contribute control convene convert convey convict convince cooperate cope copy
correct correspond counter count couple cover crack crash create credit criticise criticize cross crowd
crush cultivate cure curb damage dance dare date debate debut decide declare decline decorate decrease
dedicate deepen defeat defend defer define defy delay delegate deliver demand demolish demonstrate
denounce deny depart depend depict deploy deport derive descend describe deserve design designate desire
destroy detail detain detect deteriorate determine detonate devastate develop devise devote diagnose die
differ diminish direct disagree disappear disappoint disclose discontinue discourage discover discuss
dismiss dismantle display dispute disrupt dissolve distance distinguish distribute disturb diverge
divide divorce dominate donate double doubt download draft drag drift drop drown earn ease echo edit
educate elect eliminate embark embrace emerge emigrate emphasise emphasize employ empower enable enact
encounter encourage end endanger endorse endure enforce engage enhance enjoy enlarge enlist enrich enrol
enroll ensure enter entertain entitle equip erase erect erupt escalate escape establish estimate
evacuate evaluate evolve exaggerate examine exceed exchange exclude excuse execute exempt exercise exert
exhibit exile exist expand expect expel experience expire explain explode exploit explore export expose
express extend extract face facilitate fail favour favor fear feature file fill film finalise finalize
finance finish fire fix flood flow focus follow force form formulate foster found frame frighten fuel
fulfil fulfill function fund gain gather generate govern grab graduate grant greet grip guarantee guard
guess guide hail halt halve hand handle happen harass harm hate haul head heal help hesitate highlight
hinder hire honour honor hope host house hunt identify ignite ignore illustrate imagine impeach
implement imply import impose impress imprison improve inaugurate incite include incorporate increase
incur indicate indict induce infect inflict influence inform inhabit inherit initiate injure insist
inspect inspire install instruct insult integrate intend intensify interact interfere interpret
interrupt intervene interview introduce invade invent invest investigate invite involve isolate issue
jail join judge jump justify kick kidnap kill knock label lack land last laugh launch lay-off leak lease
legalise legalize level liberate license lift like limit line link list listen live load lobby locate
lock look loot lower maintain manage manufacture march mark marry match mature measure mediate mention
merge migrate mine minimise minimize miss mobilise mobilize monitor mount mourn move multiply murder
name narrow near negotiate neglect nominate note notice notify obey object oblige observe obtain occupy
occur offer open operate oppose opt orbit order organise organize originate oust outline outnumber
overhaul overrule owe own pace pack paint parallel parade pardon park participate pass patrol pause peak
perceive perform permit persist persuade phase phone pick pilot place plan plant play plead pledge plot
plunge point police poll portray pose position possess post postpone pour power practise practice praise
precede predict prefer prepare present preserve press pressure presume pretend prevail prevent print
privatise privatize proceed process proclaim produce profit progress prohibit project promise promote
prompt propose prosecute protect protest provide provoke publicise publicize publish pull punish
purchase pursue push qualify question quote race raid raise rally range rank rate ratify reach react
realise realize reappear rebel rebound recall receive recognise recognize recommend reconcile reconsider
record recover recruit recur recycle reduce refer reflect reform refuse regain regard register regret
regulate reinforce reinstate reiterate reject rejoin relate relax release relieve relinquish relocate
rely remain remark remember remind remove rename render renew renounce renovate rent reopen reorganise
reorganize repair repay repeal repeat replace replicate reply report represent reproduce request require
rescue research resemble reserve resettle reside resign resist resolve resort respect respond rest
restore restrict restructure result resume retain retaliate retire retreat retrieve return reunite
reveal reverse review revise revive revoke revolve reward rob roll rotate rule rush sack sacrifice sail
sanction satisfy save scale scan scatter schedule score scrap scream screen search seal seat secure seem
seize select sentence separate serve settle sew shape share shatter shell shelter shift ship shock
shorten shout sign signal slam slash slow smash smile smoke smuggle snatch soar solve sort sound spark
specialise specialize specify speculate spell spill sponsor spot spur spy stabilise stabilize stage
staff stall star start starve state stay stem step stimulate stop store storm strengthen stress stretch
struggle study subject submit succeed sue suffer suggest suit summarise summarize summon supervise
supply support suppose suppress surge surpass surprise surrender surround survive suspect suspend
sustain switch symbolise symbolize sympathise sympathize tackle target tax tempt tend term terminate
test testify thank threaten thrive tie tighten time top torture total touch tour tout trace track trade
train transfer transform translate transmit transport trap travel treat trigger trim triple trouble
trust try turn tutor umpire unanimously undermine underscore unfold unify unite unleash unveil update
upgrade urge use utilise utilize vaccinate value vanish vary veto view violate visit voice volunteer
vote vow walk want ward warn wash waste watch water weaken weigh welcome widen wipe wish witness wonder
work worry worsen wound wrap wreck yell yield accredit activate aggravate air-lift ally annex archive
ascend attest avenge baptise beg behead bestow bill blend blur bolster boot bottle bow bowl brace
breathe brew browse bully bump bust button buzz cap catalogue cater cede certify chair champion channel
chat cheat chop circulate claw clinch clip coat coin colonise compound conform consolidate conspire
contemplate coordinate counterattack court covet craft crawl criminalise crown cruise cry customise dash
debunk decimate deem default defect defraud degrade delete delight demote deplete deprive deter devour
dictate dine dip disable disapprove discard discharge discriminate disguise dislike dismay dispatch
disperse displace disqualify divert dock document dodge dose double-cross downgrade downplay drain dress
drill dub dump elaborate elevate embed embody emit enclose engrave engulf enthrone entrust envisage
equal escort evade evict evoke exacerbate excel excite exclaim falter fetch fiddle fine fit flank flash
flatten flee flip float fold forge formalise forward foul free frustrate gamble garner gauge gear giggle
glance grapple grasp graze grieve groan hamper hack harbour harvest heat hijack hinge hurl idle imitate
immigrate impact incline index infiltrate inflate infringe innovate insert insure interrogate invoke
irritate jeopardise jeopardize joke juggle kiss lag lament languish leverage liaise lick linger
live-stream long loom lure magnify mandate marvel mask master mate mend mentor mimic mirror misuse mock
model mould narrate necessitate net nod normalise normalize nurture obstruct offset omit ordain outlaw
outperform outrage overlap overlook overshadow overturn overwhelm pave peer penetrate perish perpetrate
pioneer pit plague plummet poison ponder populate postulate preach preside proliferate pump quarantine
quell ram ramp rape ravage re-elect reassure rebuff rebuke reclaim redeem redirect refrain refurbish
refute rehabilitate reign relay relent relish remake repatriate repel reprimand resonate restart retort
rethink revert revitalise rework rig rock roam round rout sample scare scramble scrutinise scrutinize
seek shoulder showcase sideline simplify skip slap slip slump smear sneak snub soften solidify spearhead
spiral sprint squeeze stain stamp startle station steer stipulate strain strand streamline string strip
subscribe subsidise substitute sum supplement surface swap sway swipe tally taunt tease teleport tender
thwart tick tolerate topple toss toughen transcend transition transpire trail traverse trip troop tumble
tweet twist unearth uncover underestimate underline underlie unload unlock unravel uproot usher vacate
venture verify vest vie vindicate voyage wage wander wane warrant whisper wield withhold woo worship
wrestle zoom adjourn affirm ail arouse ascertain batter befriend bemoan denote encompass befit abide
accumulate adhere admonish afflict allude amass annotate append apprehend approximate ascribe assimilate
atone attenuate augment avow bolt brandish brighten bulldoze calibrate canvass captain cement chronicle
clad coexist coincide commemorate commute conceptualise confer congregate connote consign contaminate
contrive converge correlate corroborate crumble culminate curtail dabble debilitate decay decrypt deduct
deform deliberate demarcate destabilise detach deviate diffuse digest dilute distort dwell effect elapse
elicit elucidate emanate emulate encode encrypt enumerate envision equate erode exemplify exhaust
expedite extinguish extrapolate fabricate ferment fluctuate fortify fracture gestate graft hibernate
hone hover hybridise idealise illuminate immerse implant impair impede incarnate inhale inscribe instil
intercept intersperse intertwine inundate invert irrigate itemise juxtapose lengthen lodge maximise
maximize meditate memorise merit mistreat modify navigate notch orchestrate oscillate ostracise oxidise
parody perpetuate personify pertain pervade pinpoint predate predominate premiere presuppose privilege
prolong propel prosper purport quantify reaffirm realign rearrange recite reckon rectify refine refuel
regenerate reissue rejuvenate relegate reload remaster remodel reposition reprise reroute resurrect
retrofit reunify revel revere revitalize sculpt secede secrete sever signify situate skate skyrocket
soak span sprout stagnate standardise standardize subdivide subdue submerge substantiate subvert succumb
supersede synthesise synthesize taper televise temper thicken toil transplant triumph trounce typify
undergird unseat utter vandalise vilify waive warm whip photograph headline co-star co-produce
"""
"""Base forms of regular verbs; -s, -ed and -ing forms are made from them."""

ALSO_NOUNS = """
abuse act address advance aim air alert answer appeal approach arm arrest assault attack attempt
auction award back balance ban bar base battle benefit blame blast block board bomb boost border
boycott brand breach brief call calm campaign care cause centre challenge change charge chart chase
check cheer claim clash climb close coach command comment commission compromise concern conduct
conflict contact contest contract control copy count counter couple cover crack crash credit cross
crowd cure curb damage dance date debate debut decline decrease defeat delay delegate demand design
desire detail display dispute distance divorce doubt draft drop ease echo end escape estimate
exchange excuse exercise exhibit exile experience export face favour favor fear feature file film
finance finish fire fix flood flow focus force form frame fuel function fund gain grant grip
guarantee guard guess guide halt hand harm hate haul head help highlight honour honor hope host
house hunt import increase influence insult interview issue jail judge jump kick label lack land
laugh launch leak lease level license lift limit line link list load lobby lock look march mark
match measure mention mine monitor mount move murder name note notice object offer orbit order
outline pace pack paint parade pardon park pass patrol pause peak phase phone pick pilot place plan
plant play pledge plot point police poll position post power practice praise present press pressure
print process profit progress project promise protest purchase push question quote race raid raise
rally range rank rate rebel rebound record recruit reform refuse regard register regret release
remark rent repair repeal repeat reply report request rescue research reserve resort respect rest
result retreat return review reward roll rule rush sack sacrifice sail sanction save scale scan
schedule score scrap scream screen search seal seat sentence shape share shell shelter shift ship
shock shout sign signal slam slash smile smoke sort sound spark sponsor spot spur spy stage staff
stall star start state stay stem step stop store storm stress stretch struggle study subject suit
supply support surge surprise surrender suspect switch target tax term test time top torture total
touch tour trace track trade train transfer transport trap travel treat trigger trouble trust try
turn tutor update upgrade urge use value veto view visit voice volunteer vote vow walk want ward
waste watch water welcome wish witness wonder work worry wound wreck yield ally bill blend boot
bottle bow bowl bully bump button buzz cap champion channel chat cheat chair circulate claw clip
coat coin compound court craft crown cruise cry dash default defect delight dip discharge dislike
dock document dose dress drill dump equal escort fine fit flank flash flip float fold forge foul
gamble gear glance grasp harbour harvest heat hijack idle impact index joke kiss lag lament leverage
long lure mandate marvel mask master mate mentor mirror mock model mould net nod offset outlaw
outrage overlap peer pioneer pit plague poison pump quarantine ram ramp rape rebuke reign relay
relish remake reprimand rig rock round rout sample scare scramble shoulder showcase sideline slap
slip slump smear snub spiral sprint squeeze stain stamp station strain strand string strip
substitute sum supplement surface swap sway tally tender tick toll toss trail transition trip troop
tweet twist venture voyage wage warrant whisper bet bid bite blow break broadcast burn burst buy
cast catch cost cut deal dig draw dream drink drive fall feed feel fight find fly forecast hit hold
hurt keep lead lean leap leave lie light make mistake quit read ride ring rise run sense set shake
show shed shoot sink sleep slide spin split spread spring stand stick sting strike swing take talk
tear throw upset wake wear win spell drag like near last sew
"""
"""Base forms that are as often a noun: context decides."""
