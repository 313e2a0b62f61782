"""Which marks survive the next draft: every edit class over real articles, beside quote anchoring.

Run it as `python tests/benchmarks/revise.py [--data FOLDER] [--cases N] [--only WORD] [--show N] [--speed]`.
The sample articles of `seeds/` are always in; a folder of JSON lines with a `text` each adds others. Printed
per class: claims whose mark must go and stayed (false keep), claims whose mark must stay and went (false
recheck), claims put on other words than their own (mis-attach), claims said to be lost whose words are there,
claims asked about, and splits or joins found. The last columns are quote anchoring on the claims whose mark
must go: it keeps every mark that it attaches.

A claim beside an edit (same sentence, the ones around it, the same quotation) may be rechecked: its setting
changed. The column `beside` counts those.
"""

import argparse
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from factcheck.model import (
    Article,
    OldClaim,
    Revision,
)
from factcheck.read import read_bytes, read_file
from factcheck.revise import plan
from factcheck.split import split
from tests.benchmarks.quote_anchoring import anchored
from tests.benchmarks.revision_speed import SEEDS, article_of, speed
from tests.support.revisions.edits import EDITS, Edit, Material, cases
from tests.support.revisions.formats import WRITERS
from tests.support.revisions.truth import Truth, judged, old_draft


def articles(folder: Path | None, most: int) -> Iterator[Article]:
    """The articles to edit."""
    for path in sorted(SEEDS.iterdir()):
        if path.name != "harbour-feature-2.md":
            yield read_file(path)
    for path in sorted(folder.rglob("*.jsonl")) if folder else ():
        count = 0
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            text = row.get("text") or row.get("response") or ""
            if len(text) > 1500 and count < most:
                count += 1
                yield article_of(str(row.get("id", path.stem)), text[:20000])


def score(revision: Revision, truth: Truth, claims: list[OldClaim], tally: Counter[str]) -> list[str]:
    """Count what a revision did right and wrong; the mistakes in words."""
    wrong = []
    for claim, verdict in zip(claims, revision.claims, strict=True):
        for name in judged(truth, claim, verdict):
            tally[name] += 1
            if name in {"false keep", "false recheck", "mis-attach", "lost, but present"}:
                words = f"“{verdict.before}” → “{verdict.after}”"
                wrong.append(f"{name}: {verdict.outcome} {claim.number} {words} {verdict.reason}")
    return wrong


def score_anchoring(material: Material, truth: Truth, claims: list[OldClaim], tally: Counter[str]) -> None:
    """Count what quote anchoring does with the claims whose mark has to go."""
    for claim in claims:
        if not truth.must_go(claim):
            continue
        found = anchored(material.text, claim.start, claim.end, truth.new.text)
        tally["anchored to go"] += 1
        tally["anchored keep"] += found is not None
        survived = truth.survived(claim)
        if found is None:
            tally["anchored lost"] += survived > 0.5
        elif survived == 0 or not truth.here(claim, found.start, found.end):
            tally["anchored elsewhere"] += 1


def run_formats(materials: list[Material], show: int) -> Counter[str]:
    """Every article through the other formats and back: nothing may change."""
    tally: Counter[str] = Counter()
    for material in materials:
        old = old_draft(material.article, material.split)
        for write, name in WRITERS.values():
            new = read_bytes(write(material.article), name)
            revision = plan(old, new, split(new))
            tally["cases"] += 1
            tally["to keep"] += len(revision.claims)
            wrong = [claim for claim in revision.claims if claim.recheck]
            tally["false recheck"] += len(wrong)
            for claim in wrong[:show]:
                print("   ", material.article.source_name, name, claim.outcome, claim.before, claim.reason)
    return tally


def run(edit: Edit, materials: list[Material], count: int, show: int) -> Counter[str]:
    """One class over all articles."""
    tally: Counter[str] = Counter()
    for number, material in enumerate(materials):
        old = old_draft(material.article, material.split)
        rng = random.Random(f"{edit.name} {number}")  # noqa: S311 - a fixed order, not a secret
        for doc, done in cases(material, edit, count, rng):
            new, where = doc.built()
            if new.text == material.text:
                continue
            tally["cases"] += 1
            truth = Truth(material, where, new, edit, done)
            revision = plan(old, new, split(new))
            wrong = score(revision, truth, list(old.claims), tally)
            for line in wrong[:show]:
                print("   ", material.article.source_name, line)
            score_anchoring(material, truth, list(old.claims), tally)
    return tally


def row(name: str, tally: Counter[str]) -> str:
    """One line of the table."""
    return " | ".join([f"{name:48}", *(f"{tally[column]:5}" for column in (*COLUMNS, *ANCHORED))])


COLUMNS = ("cases", "to go", "false keep", "to keep", "false recheck", "beside", "beside, rechecked",
           "mis-attach", "lost, but present", "asked", "to find", "found")  # fmt: skip
ANCHORED = ("anchored keep", "anchored elsewhere", "anchored lost")


def main() -> None:
    """Run the classes and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--texts", type=int, default=6, help="texts taken from each file of the data")
    parser.add_argument("--cases", type=int, default=3, help="edited drafts per class and article")
    parser.add_argument("--only", default="", help="classes whose name holds this")
    parser.add_argument("--show", type=int, default=0, help="mistakes shown per draft")
    parser.add_argument("--speed", action="store_true", help="measure time alone")
    options = parser.parse_args()
    if options.speed:
        speed()
        return
    materials = [Material(article, split(article)) for article in articles(options.data, options.texts)]
    materials = [material for material in materials if len(material.body) > 5]
    print(f"{len(materials)} articles, {sum(len(m.split.claims) for m in materials)} claims")
    head = ["class", *COLUMNS, *ANCHORED]
    print(" | ".join(head))
    total: Counter[str] = Counter()
    start = time.perf_counter()
    for edit in EDITS:
        if options.only in edit.name:
            tally = run(edit, materials, options.cases, options.show)
            total += tally
            print(
                " | ".join([f"{edit.name:48}", *(f"{tally[name]:5}" for name in (*COLUMNS, *ANCHORED))]),
                flush=True,
            )
    if options.only in "format":
        tally = run_formats(materials, options.show)
        total += tally
        print(row("format: Markdown, HTML and DOCX", tally), flush=True)
    print(row("all", total))
    print(f"{time.perf_counter() - start:.0f} s")


if __name__ == "__main__":
    main()
