"""How fast the desk answers on an article of 100,000 claims and on a desk of 1,000 articles.

    python -m tests.benchmarks.desk [--claims 100000] [--articles 1000]

Times are medians in milliseconds; `fsync` is what the disk takes to keep one small write, in the same run.
"""

import argparse
import gc
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from db.vocabulary import Finding, Flag, Stance, Tier
from factcheck.desk import Desk
from factcheck.model import Article, CitationFields, ClaimFilter, SourceFields, Split
from tests.desk.texts import article, split

_SUBJECTS = ("The mill", "The river", "The council", "A witness", "The “old” report", "Ana Ortiz")
_VERBS = ("employed", "counted", "lost", "sold", "measured", "promised")
_OBJECTS = ("people", "houses", "fish", "trees", "votes", "letters")


def piece(claims: int, seed: int = 1) -> tuple[Article, Split]:
    """An article with so many claims, and its split."""
    random_ = random.Random(seed)  # noqa: S311 - sentences, not secrets
    sentences = [
        f"{random_.choice(_SUBJECTS)} {random_.choice(_VERBS)} {random_.randint(2, 9_999)}"
        f" {random_.choice(_OBJECTS)} in year {random_.randint(1900, 2025)} of piece {seed}."
        for _ in range(claims)
    ]
    paragraphs = [" ".join(sentences[start : start + 5]) for start in range(0, claims, 5)]
    given = article(f"Piece {seed}\n\n" + "\n\n".join(paragraphs))
    return given, split(given)


def took(act: Callable[[], object], times: int = 5) -> float:
    """Median time of an act in milliseconds."""
    spans = []
    for _ in range(times):
        begin = time.perf_counter()
        act()
        spans.append(time.perf_counter() - begin)
    return statistics.median(spans) * 1000


def fsync(directory: Path) -> float:
    """Median time in milliseconds that the disk takes to keep a page."""
    with (directory / "page").open("wb") as file:

        def write() -> None:
            file.write(b"x" * 4096)
            file.flush()
            os.fdatasync(file.fileno())

        return took(write, 50)


def show(name: str, milliseconds: float) -> None:
    """One line of the report."""
    print(f"  {name:<58} {milliseconds:>10,.1f} ms")


def long_article(directory: Path, claims: int) -> None:
    """One article with very many claims."""
    given, cut = piece(claims)
    with Desk.open(directory / "long.db", person="Ana Ortiz") as desk:
        print(f"One article of {len(cut.claims):,} claims, {cut.words:,} words")
        show("fsync", fsync(directory))
        show("add", took(lambda: desk.articles.add(given, cut), 1))
        slug = desk.articles.slugs()[0]
        # What was read and split lives on here, and no desk would hold it: the collector need not look at it.
        gc.freeze()
        for number in range(1, claims, 20):
            desk.citations.add(
                slug,
                list(range(number, min(number + 5, claims))),
                SourceFields(title=f"Source {number % 90}"),
                CitationFields(stance=Stance.SUPPORTS),
            )
            if number > 2_000:
                break
        show("claims(): the whole queue", took(lambda: desk.queue.rows(slug)))
        show("claims(only_open)", took(lambda: desk.queue.rows(slug, ClaimFilter(only_open=True))))
        show("claims(search=two words)", took(lambda: desk.queue.rows(slug, ClaimFilter(search="fish 1950"))))
        show(
            "claims(flags=single_source)",
            took(lambda: desk.queue.rows(slug, ClaimFilter(flags=(Flag.SINGLE_SOURCE,)))),
        )
        show("claim_rows(one)", took(lambda: desk.queue.rows_of(slug, claims // 2), 50))
        show("claim(one)", took(lambda: desk.claims.get(slug, claims // 2), 20))
        show("decide(one)", took(lambda: desk.findings.decide(slug, claims // 2, Finding.VERIFIED), 50))
        place = CitationFields(stance=Stance.SUPPORTS, tier=Tier.PRIMARY, locator="p. 14")
        show("cite(one)", took(lambda: desk.citations.add(slug, claims // 2, 1, place), 50))
        show("undo, redo", took(lambda: (desk.history.undo(), desk.history.redo()), 20))
        many = list(range(1, min(claims, 10_000) + 1))
        show(
            f"decide({len(many):,} claims)",
            took(lambda: desk.findings.decide(slug, many, Finding.ON_AUTHOR), 1),
        )
        show(f"undo of {len(many):,} decisions", took(lambda: desk.history.undo(), 1))
        show(f"redo of {len(many):,} decisions", took(lambda: desk.history.redo(), 1))
        row = desk.queue.rows_of(slug, claims - 1)[0]
        show("split_claim near the end", took(lambda: desk.cuts.split(slug, claims - 1, [row.start + 12]), 1))
        show("undo of the split", took(lambda: desk.history.undo(), 1))
        show("progress", took(lambda: desk.progress.of(slug)))
        show("pace", took(lambda: desk.progress.pace(slug), 2))
        show("history(limit=50)", took(lambda: desk.history.events(slug, limit=50)))
        show("history of one claim", took(lambda: desk.history.events(slug, claim=claims // 2)))
        show("changed_since", took(lambda: desk.history.changed_since(desk.history.token()), 50))
        show("doctor", took(desk.maintenance.doctor, 1))


def many_articles(directory: Path, articles: int) -> None:
    """A desk with very many articles."""
    with Desk.open(directory / "many.db", person="Ana Ortiz") as desk:
        begin = time.perf_counter()
        for number in range(articles):
            given, cut = piece(100, number + 2)
            desk.articles.add(given, cut)
        added = time.perf_counter() - begin
        for slug in desk.articles.slugs()[::10]:
            desk.findings.decide(slug, [1, 2, 3], Finding.VERIFIED)
            desk.findings.decide(slug, 4, Finding.WAITING)
            desk.queries.ask(slug, 5, "When?")
        print(f"{articles:,} articles of 100 claims")
        show("add, each", added * 1000 / articles)
        show("articles(): the whole desk with progress", took(desk.articles.rows))
        show("article(one)", took(lambda: desk.articles.get("piece-100"), 20))
        show("slugs()", took(desk.articles.slugs))
        given, _ = piece(100, 77)
        show("find_similar", took(lambda: desk.articles.similar(given), 2))
        show("find_same", took(lambda: desk.articles.same(given), 20))


def full(directory: Path, claims: int = 10_000) -> None:
    """All that an export of many claims asks for."""
    given, cut = piece(claims, 5)
    with Desk.open(directory / "full.db", person="Ana Ortiz") as desk:
        begin = time.perf_counter()
        slug = desk.articles.add(given, cut).article
        added = time.perf_counter() - begin
        numbers = list(range(1, claims + 1))
        place = CitationFields(stance=Stance.SUPPORTS, locator="p. 14")
        for title in ("Census", "Register"):
            desk.citations.add(slug, numbers, SourceFields(title=title), place)
        print(f"One article of {claims:,} claims with two citations each")
        show("add", added * 1000)
        show("full_claims()", took(lambda: desk.claims.full(slug), 2))
        show("sign_off_check", took(lambda: desk.sign_off.check(slug), 2))
        show("call_sheet", took(lambda: desk.contacts.call_sheet(slug), 2))


def main() -> None:
    """Run it all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--articles", type=int, default=1_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        long_article(Path(folder), options.claims)
        many_articles(Path(folder), options.articles)
        full(Path(folder))


if __name__ == "__main__":
    main()
