"""Who said what: scores the splitter's attributions against marked text.

Run it as `python -m tests.benchmarks.quotes [--data DIR] [--score DIR] [--gold FILE …] [--write FILE]`.
Without `--gold` it scores the paragraphs marked by hand in tests/split/attributions (the rules were made
with them), the texts of tests/split/news, and DIR's `polnear/*.jsonl`, if any. The texts of tests/split/news
are our own, with the build of real news, marked by people who had not seen the rules: the even ones were read
while the rules were made, the odd ones are only scored, so do not read their misses.
A gold file's lines are {"id", "text", "attributions": [{"content", "source", "cue"}]}, with [start, end].
"""

import argparse
import importlib.util
import json
import re
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from db.vocabulary import BlockKind
from factcheck.model import Block, Span
from factcheck.split.people.names import named_entities
from factcheck.split.quotations.attribution import Attribution
from factcheck.split.quotations.attributions import attributions
from factcheck.split.quotations.quotation_marks import quotations
from factcheck.split.sentences.sentences import sentences
from tests.split.marked import FOLDER, Marked, cases, flat

NEWS = FOLDER.parent / "news"
SHARED = Path(__file__).resolve().parents[3] / "shared"
BEST = (
    "best known elsewhere: quoted stretch with speaker P .942 F1 .812, all attributions F1 .453; "
    "people: .974 and .730"
)

Row = dict[str, Any]


def scorer(folder: Path) -> ModuleType | None:
    """The shared scorer of quotations, none where it is absent."""
    path = folder / "score_quotes.py"
    spec = importlib.util.spec_from_file_location("score_quotes", path) if path.is_file() else None
    if spec is None or spec.loader is None:
        return None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def paragraphs(text: str) -> list[Block]:
    """Every line of a text as a paragraph."""
    return [
        Block(kind=BlockKind.PARAGRAPH, start=match.start(), end=match.end())
        for match in re.finditer(r"\S(?:[^\n]*\S)?", text)
    ]


def found(text: str) -> list[Attribution]:
    """What the splitter gives as somebody's in a text."""
    blocks = paragraphs(text)
    cut = sentences(text, blocks)
    return attributions(text, cut, quotations(text, blocks), named_entities(text, cut))


def row(said: Iterable[Attribution]) -> list[Row]:
    """Attributions in the scorer's format."""
    return [
        {
            "content": [list(span) for span in one.content],
            "source": [list(one.source)] if one.source else [],
            "cue": [list(one.cue)] if one.cue else [],
        }
        for one in said
    ]


def by_hand() -> Iterator[tuple[str, list[Row], str]]:
    """Text, gold and file of every paragraph marked by hand."""
    for path in sorted(FOLDER.glob("*.txt")):
        for case in cases(path):
            gold: list[Row] = []
            for statement in case.statements:
                source = statement.source or _named(case.text, statement.name)
                gold.append({"content": statement.content, "source": source, "cue": statement.cue})
            yield case.text, gold, path.stem


def news() -> Iterator[tuple[str, list[tuple[str, list[Row]]]]]:
    """By name, the halves of tests/split/news: each text with its gold, but for statements inside another."""
    for path in sorted(NEWS.glob("*.txt")):
        rows = [(case.text, _outermost(case.statements)) for case in cases(path)]
        yield f"{path.stem}, read", rows[::2]
        yield f"{path.stem}, unread", rows[1::2]


def _outermost(statements: Sequence[Marked]) -> list[Row]:
    """Statements in the scorer's format, without those that lie in the content of another."""
    return [
        {"content": one.content, "source": one.source, "cue": one.cue}
        for one in statements
        if one.content and not any(_lies_in(one, other) for other in statements)
    ]


def _lies_in(one: Marked, other: Marked) -> bool:
    return one.content != other.content and all(
        any(whole.start <= part.start and part.end <= whole.end for whole in other.content)
        for part in (*one.content, *one.cue)
    )


def _named(text: str, name: str) -> list[Span]:
    """Where a name stands first."""
    at = text.find(name) if name else -1
    return [Span(at, at + len(name))] if at >= 0 else []


def report(
    title: str,
    score: ModuleType,
    pairs: Sequence[tuple[str, list[Row]]],
    ids: Sequence[str] = (),
    write: Path | None = None,
) -> None:
    """Score pairs of text and gold, and print one line of figures; write what was found under the ids."""
    started = time.process_time()
    said = [row(flat(found(text))) for text, _ in pairs]
    seconds = time.process_time() - started
    result = score.score((text, gold, mine) for (text, gold), mine in zip(pairs, said, strict=True))
    piece, joint, words = result["piece_speaker"], result["joint_len"], sum(len(t.split()) for t, _ in pairs)
    print(
        f"{title}: {len(pairs)} texts, {result['gold']} marked, {result['pred']} found; "
        f"quoted stretch with speaker P {piece['P']:.3f} R {piece['R']:.3f} F1 {piece['F1']:.3f}; "
        f"all, speaker and content P {joint['P']:.3f} R {joint['R']:.3f} F1 {joint['F1']:.3f}; "
        f"{words / seconds:,.0f} words/s"
    )
    if write is not None:
        with write.open("w", encoding="utf-8") as stream:
            for name, mine in zip(ids, said, strict=True):
                stream.write(json.dumps({"id": name, "attributions": mine}) + "\n")


def main() -> None:
    """Score everything asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=SHARED / "data")
    parser.add_argument("--score", type=Path, default=SHARED / "score")
    parser.add_argument("--gold", type=Path, nargs="*", default=[])
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    score = scorer(options.score)
    if score is None:
        parser.exit(2, f"no score_quotes.py in {options.score}: say --score DIR\n")
    gold = options.gold or sorted((options.data / "polnear").glob("*.jsonl"))
    if not options.gold:
        report("marked by hand", score, [(text, marked) for text, marked, _ in by_hand()])
        for title, pairs in news():
            report(title, score, pairs)
    for path in gold:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        firsts = [line for line in rows if line.get("first", True)]
        pairs = [(line["text"], line["attributions"]) for line in firsts]
        report(path.name, score, pairs, [line["id"] for line in firsts], options.write)
    print(BEST)


if __name__ == "__main__":
    main()
