"""What becomes of every claim of two articles in some hundred next drafts, word for word.

`cases/mill.md` and `cases/yard.md` (whose sentences are all alike) are the articles; each next draft is one
of them after edits at random places, which are the same in every run. `cases/KIND.txt` says what a person
should see: for every claim that is not simply as it was, its outcome, its new words, what changed and the
reason; then what is new. UPDATE_CASES=1 writes the files anew; read what changed then.
"""

import contextlib
import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.vocabulary import Outcome
from factcheck.model import ClaimRevision, Revision, WordsChange
from factcheck.revise import plan
from factcheck.split import split
from tests.revise.material import article, desk_draft
from tests.support.revisions.doc import Doc
from tests.support.revisions.edits import EDITS, Edit, Material, cases

FOLDER = Path(__file__).parent / "cases"
DRAFTS, MIXED = 2, 16


@pytest.fixture(scope="module")
def materials() -> dict[str, Material]:
    texts = {path.stem: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    return {name: Material(article(text), split(article(text))) for name, text in texts.items()}


def told(change: WordsChange) -> str:
    where = f" in {change.where}" if change.where else ""
    return (
        f"{change.kind.value}{' (light)' if change.light else ''} “{change.before}” → “{change.after}”{where}"
    )


def seen(claim: ClaimRevision) -> Iterator[str]:
    """What a person sees of a claim: nothing where it stands as it was."""
    if claim.outcome is Outcome.KEPT and not (claim.moved or claim.changes or claim.after != claim.before):
        return
    signs = [name for name, sign in (("moved", claim.moved), ("recheck", claim.recheck)) if sign]
    yield f"{claim.number} {' '.join(dict.fromkeys([claim.outcome.value, *signs]))}: {claim.before}"
    if claim.place and claim.after != claim.before:
        yield f"    now ({claim.place.likeness:g}): {claim.after}"
    yield from (f"    perhaps ({place.likeness:g}): {place.text}" for place in claim.ask)
    if claim.partners or claim.into:
        yield f"    with {claim.partners}, into {claim.into}"
    yield from (f"    {told(change)}" for change in claim.changes)
    if claim.speaker:
        yield f"    speaker: {claim.speaker.label}"
    if claim.reason:
        yield f"    because: {claim.reason}"


def page(revision: Revision) -> Iterator[str]:
    for claim in revision.claims:
        yield from seen(claim)
    for new in revision.new:
        beside = [f"{name} {number}" for name, number in (("of", new.of), ("inside", new.inside)) if number]
        yield " ".join(["new", *beside]) + f": {new.claim.text}"
    yield from (f"heading: {before} → {after}" for before, after in revision.headings)


def drafts(material: Material, edit: Edit) -> Iterator[str]:
    """Drafts that one class of edits makes."""
    old = desk_draft(material.article, material.split)
    chance = random.Random(edit.name)  # noqa: S311 - the same in every run
    for number, (doc, _) in enumerate(cases(material, edit, DRAFTS, chance), start=1):
        new, _ = doc.built()
        yield f"## {edit.name}, {number}"
        yield from page(plan(old, new, split(new)))


def mixed(material: Material, seed: int) -> Iterator[str]:
    """A draft with edits of several classes, as an editor's afternoon makes it."""
    chance, doc, names = random.Random(seed), Doc(material.article), []  # noqa: S311
    edits = [edit for edit in EDITS if not edit.whole]
    for place in chance.sample(material.body, 5):
        edit = chance.choice(edits)
        with contextlib.suppress(LookupError):
            if edit.act(material, doc, place, chance):
                names.append(edit.name)
    new, old = doc.built()[0], desk_draft(material.article, material.split)
    yield f"## {seed}: {', '.join(names)}"
    yield from page(plan(old, new, split(new), wording_keeps_mark=seed % 2 == 1))


def compare(name: str, found: list[str]) -> None:
    path = FOLDER / f"{name.replace(' ', '-')}.txt"
    lines = [line.replace("\n", "⏎") for line in found]
    if os.environ.get("UPDATE_CASES"):
        path.write_text("\n".join([*lines, ""]), encoding="utf-8")
    assert lines == path.read_text(encoding="utf-8").split("\n")[:-1]


@pytest.mark.parametrize("group", sorted({edit.name.partition(":")[0] for edit in EDITS}))
def test_every_claim_is_where_a_reader_would_put_it(materials: dict[str, Material], group: str) -> None:
    edits = [edit for edit in EDITS if edit.name.partition(":")[0] == group]
    compare(group, [line for edit in edits for line in drafts(materials["mill"], edit)])


@pytest.mark.parametrize("name", ["mill", "yard"])
def test_so_it_is_after_several_edits(materials: dict[str, Material], name: str) -> None:
    compare(f"{name} mixed", [line for seed in range(MIXED) for line in mixed(materials[name], seed)])
