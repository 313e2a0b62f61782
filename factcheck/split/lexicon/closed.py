"""Words of the closed classes, a line for each one-letter tag of `factcheck.split.words.tokens`."""

TABLE = """
d: the a an this these those each every either neither some any no another all both such many
   several few much enough half various certain other plenty
S: most least best worst first last latest eldest furthest farthest topmost foremost utmost
c: more less fewer better worse greater larger smaller higher lower older younger bigger longer
   shorter faster stronger weaker lesser elder
j: own
p: his her its their my our your whose
o: i you he she it we they him them us me himself herself itself themselves myself ourselves
   yourself someone somebody anyone anybody everyone everybody nobody nothing something everything
   anything one's there mine yours hers ours theirs none who'll
w: who which whom
t: that
q: what why how whatever whenever wherever whoever whichever
x: when where because although though if while since as unless until till after before whether
   whereas than lest
m: ca wo sha will would can could may might must should shall cannot 'll 'd ought
b: is are was were am 're 'm ain't isn't aren't wasn't weren't
B: be been being
h: has have had 've hasn't haven't hadn't
D: do does did don't doesn't didn't
H: having
e: born borne
n: bit
i: of in on at by for with from into onto over under between among against during without within
   through throughout across along around behind beside besides beyond near off per toward towards
   upon via despite about above below beneath inside outside alongside amid amidst amongst except
   including like regarding concerning following unlike versus vs up down out past plus minus aboard
   notwithstanding
z: to
a: and & nor or
u: but yet so
r: once also very too just only even still now then here again already always often sometimes rather
   quite almost away back ever however therefore thus moreover meanwhile instead perhaps maybe
   together twice later earlier soon today yesterday tomorrow tonight ago else further indeed
   nevertheless nonetheless hence far well abroad ahead alone altogether anyway anywhere apart aside
   everywhere everyday forever forward furthermore home indoors likewise nearby nowadays nowhere
   online otherwise outdoors overnight overseas somehow somewhat somewhere thereafter thereby
   underway upstairs downstairs worldwide nationwide roughly seldom
R: not n't never
l: zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
   sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred
   thousand million billion trillion dozen dozens hundreds thousands millions billions trillions
M: january february april june july august september october november december jan feb apr aug
   sept sep oct nov dec
1: march
K: monday tuesday wednesday thursday friday saturday sunday
"""
"""Tag, colon, words; a line that begins with blanks goes on with the tag before."""
