"""The same draft in another typography: nothing that a claim says has changed."""

import random

from tests.support.revisions.doc import Doc
from tests.support.revisions.material import EDITS, Edit, Material, Place


def restyle(name: str, *rules: tuple[str, str]) -> None:
    """Enter a class that sets the whole draft in another typography."""

    def act(material: Material, doc: Doc, place: Place, rng: random.Random) -> bool:
        for pattern, words in rules:
            doc.rewrite(pattern, words)
        return any(isinstance(piece, str) for block in doc.blocks for piece in block.pieces)

    EDITS.append(Edit(name, act, harmless=True, whole=True))


restyle("typography: straight quotes", ("[“”]", '"'), ("[‘’]", "'"))
restyle(
    "typography: curly quotes",
    (r'(?<![\w.,!?’])"(?=\w)', "“"),
    ('"', "”"),
    (r"(?<=\w)'(?=\w)", "’"),
)
restyle("typography: guillemets", ("“", "«\u00a0"), ("”", "\u00a0»"))
restyle("typography: low quotes", ("“", "„"), ("”", "“"))
restyle("typography: em to spaced en dash", (r"\s*—\s*", " – "))
restyle("typography: en to em dash", (r" – | - ", "—"))
restyle("typography: dashes to hyphens", ("[—–]", "-"))
restyle("typography: dashes to double hyphens", ("—", "--"), (" – ", " -- "))
restyle("typography: hard spaces", (r"(?<=\d) (?=\w)", "\u00a0"), (r"\b(Mr|Dr|p)\. ", "\\1.\u00a0"))
restyle("typography: double spaces", (r"(?<=[.?!]) (?=[A-Z“])", "  "))
restyle("typography: thin spaces at per cent", (r"(?<=\d) ?%", "\u202f%"))
restyle("typography: ellipsis", ("…", "..."), (r"\. \. \.", "…"), (r"\.\.\.", "…"))
restyle("typography: soft hyphens", (r"\b([a-z]{4})([a-z]{4})", "\\1\u00ad\\2"))
restyle("typography: ligatures", ("fi", "ﬁ"), ("ff", "ﬀ"))
restyle("typography: no-break hyphens", (r"(?<=\w)-(?=\w)", "\u2011"))
restyle(
    "typography: letters taken apart", ("é", "e\u0301"), ("ö", "o\u0308"), ("ü", "u\u0308"), ("ç", "c\u0327")
)
restyle("typography: lines wrapped", (r"(?<=[a-z,]) (?=[a-z]{5})", "\n"))
restyle(
    "typography: all at once",
    ("[“”]", '"'),
    ("[‘’]", "'"),
    (r"\s*—\s*", " – "),
    (r"(?<=\d) (?=\w)", "\u00a0"),
)
