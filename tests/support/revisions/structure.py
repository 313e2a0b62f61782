"""Edits of structure: sentences and paragraphs deleted, moved, split, joined, repeated; headings."""

import random
import re

from db.vocabulary import BlockKind
from factcheck.model import Span
from tests.support.revisions.doc import Doc, DocBlock
from tests.support.revisions.material import Material, Place, edit


@edit("sentence: deleted")
def _delete(material: Material, doc: Doc, place: Place, rng: random.Random) -> bool:
    doc.take(place.start, place.end)
    return True


@edit("sentence: deleted, a look-alike put in elsewhere")
def _look_alike(material: Material, doc: Doc, place: Place, rng: random.Random) -> bool:
    words = material.words(place)
    if not re.search(r"\d", words) or len(words.split()) < 6:
        return False
    twin = re.sub(r"\d", lambda match: str((int(match[0]) + 3) % 10), words)
    twin = re.sub(r"(?<=[a-z] )[A-Z][a-z]{3,}", "Corbridge", twin)
    other = rng.choice([one for one in material.body if abs(one.block - place.block) > 3] or [place])
    if other is place:
        return False
    doc.take(place.start, place.end)
    doc.insert(other.start, [twin + " "])
    return True


@edit("sentence: a look-alike put in right before it")
def _twin(material: Material, doc: Doc, place: Place, rng: random.Random) -> bool:
    words = material.words(place)
    if not re.search(r"\d", words):
        return False
    doc.insert(place.start, [re.sub(r"\d", lambda match: str((int(match[0]) + 3) % 10), words) + " "])
    return True


@edit("sentence: repeated elsewhere")
def _repeat(material: Material, doc: Doc, place: Place, rng: random.Random) -> bool:
    other = rng.choice(material.body)
    if abs(other.block - place.block) < 2:
        return False
    doc.insert(other.start, [material.words(place) + " "])
    return True


@edit("sentence: put in")
def _put(material: Material, doc: Doc, place: Place, rng: random.Random) -> bool:
    doc.insert(place.start, ["A committee of nine will look into the drains next Thursday. "])
    return True


@edit("sentence: replaced by another", free=True)
def _replace(material: Material, doc: Doc, place: Place, rng: random.Random) -> bool:
    doc.replace(place.start, place.end, "Nobody at the depot remembered who had ordered the blue paint.")
    return True


@edit("sentence: exchanged with the next")
def _turn(material: Material, doc: Doc, place: Place, rng: random.Random) -> bool:
    after = material.neighbour(place)
    if after is None or after.end - after.start < 25:
        return False
    taken = doc.take(place.start, place.end)
    behind = material.neighbour(after)
    if behind is None:
        doc.blocks[doc.block_at(after.start)].pieces.extend([" ", *taken])
    else:
        doc.insert(behind.start, [*taken, " "])
    return True


@edit("sentence: moved to another paragraph")
def _move(material: Material, doc: Doc, place: Place, rng: random.Random) -> bool:
    head = material.heading_of(place.block)
    others = [
        one
        for one in material.body
        if material.heading_of(one.block) == head and 1 < abs(one.block - place.block) < 12
    ]
    if not others or place.end - place.start < 60:
        return False
    other = rng.choice(others)
    doc.insert(other.start, [*doc.take(place.start, place.end), " "])
    return True


@edit("sentence: split at a comma", finds="split")
def _split(material: Material, doc: Doc, place: Place, rng: random.Random) -> bool:
    match = re.compile(r", (?:and|but|which|who|while) (?P<next>[a-z])(?=[^“”\"]{25,}\.$)").search(
        material.words(place)
    )
    if match is None or match.start() < 25 or re.search(r"[“”\"]", material.words(place)):
        return False
    start = place.start + match.start()
    doc.replace(start, place.start + match.end(), f". {match['next'].upper()}")
    return True


@edit("sentence: joined with the next", finds="merged")
def _join(material: Material, doc: Doc, place: Place, rng: random.Random) -> bool:
    after = material.neighbour(place)
    if after is None or not re.search(r"[a-z]\.$", material.words(place)):
        return False
    if not re.match(r"[A-Z][a-z]* ", material.words(after)) or re.search(r"[“”\"]", material.words(after)):
        return False
    doc.replace(place.end - 1, after.start + 1, f", and {material.text[after.start].lower()}")
    return True


@edit("paragraph: deleted")
def _drop(material: Material, doc: Doc, place: Place, rng: random.Random) -> bool:
    block = material.article.blocks[place.block]
    doc.take(block.start, block.end)
    return True


def _carry(material: Material, doc: Doc, place: Place, rng: random.Random, *, far: bool) -> bool:
    head = material.heading_of(place.block)
    targets = [
        one.block
        for one in material.body
        if (material.heading_of(one.block) != head) == far and abs(one.block - place.block) > 1
    ]
    block = material.article.blocks[place.block]
    if not targets or block.kind is not BlockKind.PARAGRAPH:
        return False
    target = rng.choice(targets)
    at = doc.block_at(block.start)
    moved = doc.blocks.pop(at)
    doc.blocks.insert(doc.block_at(material.article.blocks[target].start), moved)
    return True


@edit("paragraph: moved in its section", harmless=True)
def _shift(material: Material, doc: Doc, place: Place, rng: random.Random) -> bool:
    return _carry(material, doc, place, rng, far=False)


@edit("paragraph: moved under another heading", context=True)
def _section(material: Material, doc: Doc, place: Place, rng: random.Random) -> bool:
    return _carry(material, doc, place, rng, far=True)


@edit("paragraph: cut in two", harmless=True)
def _cut(material: Material, doc: Doc, place: Place, rng: random.Random) -> bool:
    after = material.neighbour(place)
    if after is None or re.search(
        r"[“”\"]", material.text[material.article.blocks[place.block].start : after.start]
    ):
        return False
    index = doc.block_at(place.start)
    block = doc.blocks[index]
    first: list[str | Span] = []
    second: list[str | Span] = []
    for piece in block.pieces:
        if isinstance(piece, str) or piece.end <= after.start:
            (second or first).append(piece)
        elif piece.start >= after.start:
            second.append(piece)
        else:
            first.append(Span(piece.start, after.start))
            second.append(Span(after.start, piece.end))
    doc.blocks[index : index + 1] = [block._replace(pieces=first), block._replace(pieces=second)]
    return True


@edit("paragraph: joined with the next", harmless=True)
def _weld(material: Material, doc: Doc, place: Place, rng: random.Random) -> bool:
    index = doc.block_at(place.start)
    if index + 1 >= len(doc.blocks) or doc.blocks[index + 1].kind is not BlockKind.PARAGRAPH:
        return False
    block = material.article.blocks[place.block]
    if doc.blocks[index].kind is not BlockKind.PARAGRAPH or material.text[block.end - 1] not in ".?!":
        return False
    joined = [*doc.blocks[index].pieces, " ", *doc.blocks[index + 1].pieces]
    doc.blocks[index : index + 2] = [doc.blocks[index]._replace(pieces=joined)]
    return True


@edit("paragraph: put in", harmless=True)
def _new(material: Material, doc: Doc, place: Place, rng: random.Random) -> bool:
    words = "The committee meets on alternate days, and its minutes run to forty pages. They are not public."
    doc.blocks.insert(doc.block_at(place.start), DocBlock(BlockKind.PARAGRAPH, 0, [words]))
    return True


@edit("heading: worded anew", harmless=True, whole=True)
def _heading(material: Material, doc: Doc, place: Place, rng: random.Random) -> bool:
    found = [i for i, block in enumerate(doc.blocks) if block.kind is BlockKind.HEADING]
    if not found:
        return False
    index = rng.choice(found)
    doc.blocks[index] = doc.blocks[index]._replace(pieces=["What the water left behind"])
    return True


@edit("heading: comes", harmless=True)
def _crosshead(material: Material, doc: Doc, place: Place, rng: random.Random) -> bool:
    doc.blocks.insert(doc.block_at(place.start), DocBlock(BlockKind.HEADING, 2, ["A longer way home"]))
    return True


@edit("heading: says that it is false", context=True)
def _myth(material: Material, doc: Doc, place: Place, rng: random.Random) -> bool:
    doc.blocks.insert(doc.block_at(place.start), DocBlock(BlockKind.HEADING, 2, ["Myths that went round"]))
    return True


@edit("heading: repeats the first sentence, which goes")
def _headline(material: Material, doc: Doc, place: Place, rng: random.Random) -> bool:
    words = material.words(place).rstrip(".")
    if material.neighbour(place) is None:
        return False
    index = doc.block_at(place.start)
    doc.blocks.insert(index, DocBlock(BlockKind.HEADING, 2, [words]))
    doc.take(place.start, place.end)
    return True


@edit("heading: repeats a sentence, which stays", harmless=True)
def _echo(material: Material, doc: Doc, place: Place, rng: random.Random) -> bool:
    words = material.words(place).rstrip(".")
    if re.search(
        r"\b(?:not|no|never|denie[sd]|fail|claim|wrong|false|without|lack|myth|reject)|n[’']t\b|:$", words
    ):
        return False
    doc.blocks.insert(doc.block_at(place.start), DocBlock(BlockKind.HEADING, 2, [words]))
    return True
