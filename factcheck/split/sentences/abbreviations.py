"""Abbreviations by what may follow them, and the words that open a sentence."""

from factcheck.split.words.word_set import word_set

TITLES = word_set(
    """
    Mr Mrs Ms Mx Messrs Mme Mmes Mlle Dr Drs Prof Profs Sen Sens Rep Reps Gov Govs Gen Gens Lt Lts Col Cols
    Maj Capt Cpt Cmdr Cdr Comdr Cmdt Adm Sgt Sgts Cpl Pvt Pfc Spc Rev Revs Fr Hon Rt Pres Supt Insp Det Dets
    Asst Atty Amb Ald Aldm Brig Comm Ens Msgr Pte Sr. Ste Mt Mts Ft Pt SEN REP GOV GEN DR MR MRS MS Herr Sra
    Sen Del
    """
)
"""Stand before a name: never the end of a sentence."""

INSIDE = word_set(
    """
    vs v viz cf eg ie ca al approx incl excl esp resp aka i.e e.g f.e a.k.a d.b.a n.b w.r.t c.f et pseud
    trans
    """
)
"""Stand in the middle of a sentence whatever follows."""

NUMBERED = word_set(
    """
    No Nos no nos N° Nr nr Nº p pp P PP par para paras pars Fig Figs fig figs Vol Vols vol vols Ch ch chap
    Art Arts art arts Sec Secs sec secs Sect sect Eq eq Ex ex Op op Pt pt Bk bk Ver ver Tel tel Ext ext Rs
    rs Lot c ca est v cl Cl Reg reg Ste Apt apt Rt Rte Hwy Box
    """
)
"""Stand before a number: no end where a figure follows, ordinary words where none does."""

CLOSING = word_set(
    """
    Inc Corp Corps Co Cos Ltd Bros LLC LLP PLC Plc Pty Pte GmbH SA Jr Sr Esq Assn Assoc Assocs Dept Depts
    Div Univ Inst Mfg Intl Int'l Nat'l Natl Govt Gov't Govt Cia Bhd Mgmt Ctr Hosp Lab Labs co inc corp ltd
    jr sr Ave Blvd Rd St Sts Ln Dr Hwy Pkwy Pl Sq Ter Terr Bldg Fl Rm st ave blvd rd hr hrs min mins secs
    sec ft lb lbs oz mi km cm mm kg yd yds in gal pt qt mph rpm tsp tbsp cu sq max min avg est dept univ ed
    eds rev repr Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat
    Sun Ala Ariz Ark Calif Cal Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev
    Okla Ore Pa Penn Tenn Tex Vt Va Wash Wis Wisc Wyo Ont Que Alta Sask Man Dak Cir Dist Ct App Supp med mil
    tech admin div b d m r
    """
)
"""May end a sentence: they do where an opening word follows, and not before other capitals."""

EXCLAIMED = word_set("Yahoo Jeopardy Jeb E Oklahoma Airplane Panic Kahoot Joomla Chips Westward Yum Oliver")
"""Names written with an exclamation mark, or names of works that end in one."""

ZONES = word_set(
    """
    Eastern Central Pacific Mountain Greenwich EST EDT ET CST CDT CT PST PDT PT MST MDT MT GMT UTC BST CET
    CEST IST JST AEST Universal Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed
    Thu Thurs Fri Sat Sun January February March April May June July August September October November
    December Jan Feb Aug Sept Oct Nov Dec Moscow Beijing London
    """
)
"""What follows a clock time inside its sentence."""

OPENERS = word_set(
    """
    The This That These Those A An He She It They We You I His Her Its Their Our My Your There Here In On At
    By For From With Without As If When Whenever While Although Though Because Since After Before But And Or
    So Yet Nor However Meanwhile Moreover Furthermore Nevertheless Nonetheless Therefore Thus Hence Instead
    Still Also Then Now What Who Whom Whose Why How Where Which Is Are Was Were Did Do Does Has Have Had Can
    Could Will Would Should May Might Must Not No Yes Some Many Most Several Both All Each Every Any Another
    Other Others Such Only Even Just Once Until Till Unless Unlike Like Despite During Under Over Among Amid
    Between Through Throughout Across Along Around Against Within Into Upon About Above Below Beyond
    According Last Next Earlier Later Today Yesterday Tomorrow Tonight More Less Few Fewer One Two Three
    Four Five Six Seven Eight Nine Ten Half Nearly Almost Perhaps Maybe Please Let Let's Let’s Don't Don’t
    It's It’s That's That’s He's He’s She's She’s There's There’s I'm I’m I've I’ve I'd I’d I'll I’ll We're
    We’re We've We’ve They're They’re You're You’re What's What’s Who's Who’s Here's Here’s Asked Speaking
    Given Additionally Similarly Consequently Accordingly Finally First Second Third Firstly Secondly
    Thirdly Overall Indeed Rather Otherwise Besides Often Sometimes Usually Recently Currently Previously
    Officials Police Critics Experts Supporters Opponents Republicans Democrats Millions Thousands Hundreds
    Dozens Nobody Everybody Everyone Someone Something Nothing Anyone Whatever Whoever Whether Travelers
    """
)
"""Words that open a sentence and never stand inside a name behind an abbreviation."""

PARTICLES = (
    "de",
    "von",
    "van",
    "der",
    "den",
    "bin",
    "ibn",
    "da",
    "di",
    "du",
    "la",
    "le",
    "al",
    "el",
    "ter",
    "af",
)
"""Small words that may open a surname: “de Blasio”."""
