"""What editors do to drafts: all classes of edits, each with what must come of it, and drafts so edited."""

import random
from collections.abc import Iterator

from tests.support.revisions import structure, typography, words
from tests.support.revisions.doc import Doc
from tests.support.revisions.material import EDITS, Edit, Material, Place

__all__ = ["EDITS", "Edit", "Material", "Place", "cases", "structure", "typography", "words"]

_EDITS_A_CASE = 4


def cases(
    material: Material, edit: Edit, count: int, rng: random.Random
) -> Iterator[tuple[Doc, list[Place]]]:
    """Edited drafts of one class."""
    for _ in range(1 if edit.whole else count):
        doc, done = Doc(material.article), []
        for place in rng.sample(material.body, len(material.body)):
            if any(abs(place.block - other.block) < 3 for other in done):
                continue
            try:
                suits = edit.act(material, doc, place, rng)
            except LookupError:
                continue
            if suits:
                done.append(place)
            if len(done) == (1 if edit.whole else _EDITS_A_CASE):
                break
        if done:
            yield doc, done
