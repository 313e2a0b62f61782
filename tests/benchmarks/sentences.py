"""Sentence boundaries: scores the splitter and, where installed, two libraries on the same texts.

Run it as `python -m tests.benchmarks.sentences [--data DIR] [--score DIR]`. The golden rules come from
tests/split; the treebanks are read from DIR (ud_*: every sentences_*.jsonl) and skipped where absent.
"""

import argparse
import importlib.util
import json
import re
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from db.vocabulary import BlockKind
from factcheck.model import Block
from factcheck.split.sentences.sentences import sentences

SHARED = Path(__file__).resolve().parents[3] / "shared"
RULES = Path(__file__).parents[1] / "split" / "golden_rules.jsonl"

Spans = list[tuple[int, int]]
Row = dict[str, Any]
Cutter = Callable[[str, Sequence[Sequence[int]]], Spans]


def ours(text: str, paragraphs: Sequence[Sequence[int]]) -> Spans:
    """The splitter's sentences."""
    blocks = [Block(kind=BlockKind.PARAGRAPH, start=start, end=end) for start, end in paragraphs]
    return [(one.start, one.end) for one in sentences(text, blocks)]


def libraries() -> dict[str, Cutter]:
    """The splitter and the reference libraries that are installed, by name."""
    cutters: dict[str, Cutter] = {"factcheck": ours}
    if importlib.util.find_spec("nupunkt"):
        from nupunkt import PunktSentenceTokenizer  # type: ignore[import-not-found]  # optional reference

        tokenizer = PunktSentenceTokenizer()
        cutters["nupunkt"] = lambda text, paragraphs: [
            (start + first, start + last)
            for start, end in paragraphs
            for first, last in tokenizer.span_tokenize(text[start:end])
        ]
    if importlib.util.find_spec("pysbd"):
        import pysbd  # type: ignore[import-not-found]  # optional reference

        segmenter = pysbd.Segmenter(language="en", clean=False, char_span=True)
        cutters["pysbd"] = lambda text, paragraphs: [
            (start + one.start, start + one.end)
            for start, end in paragraphs
            for one in segmenter.segment(text[start:end])
        ]
    for name in ("nupunkt", "pysbd"):
        if name not in cutters:
            print(f"{name}: not installed, left out")
    return cutters


def scorer(folder: Path) -> ModuleType | None:
    """The shared scorer of sentences, none where it is absent."""
    path = folder / "score_sentences.py"
    spec = importlib.util.spec_from_file_location("score_sentences", path) if path.is_file() else None
    if spec is None or spec.loader is None:
        return None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rules(cutter: Cutter) -> list[str]:
    """Names of the golden rules that a cutter fails."""
    failed = []
    for line in RULES.read_text(encoding="utf-8").splitlines():
        rule = json.loads(line)
        text = rule["text"]
        cut = [" ".join(text[start:end].split()) for start, end in cutter(text, [(0, len(text))])]
        if [one for one in cut if one] != [" ".join(one.split()) for one in rule["sentences_text"]]:
            failed.append(rule["id"])
    return failed


def treebanks(folder: Path) -> dict[str, dict[str, Row]]:
    """Gold texts by name of file and genre, then by id."""
    found: dict[str, dict[str, Row]] = {}
    for path in sorted(folder.glob("ud_*/sentences_*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            found.setdefault(f"{path.parent.name} {row.get('genre', '')}", {})[row["id"]] = row
    return found


def speed(cutter: Cutter, banks: dict[str, dict[str, Row]]) -> float:
    """Words a second over all texts."""
    rows = [row for bank in banks.values() for row in bank.values()]
    started = time.process_time()
    for row in rows:
        cutter(row["text"], row["paragraphs"])
    words = sum(len(re.findall(r"\S+", row["text"])) for row in rows)
    return words / max(time.process_time() - started, 1e-9)


def main() -> None:
    """Print each figure beside the reference libraries'."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=SHARED / "data")
    parser.add_argument("--score", type=Path, default=SHARED / "score")
    options = parser.parse_args()
    cutters = libraries()
    for name, cutter in cutters.items():
        failed = rules(cutter)
        total = len(RULES.read_text(encoding="utf-8").splitlines())
        print(f"golden rules  {name:10} {total - len(failed)} of {total} {' '.join(failed)}")
    score, banks = scorer(options.score), treebanks(options.data)
    if score is None or not banks:
        print(f"treebanks left out: no scorer in {options.score} or no ud_* in {options.data}")
        return
    for bank, gold in banks.items():
        for name, cutter in cutters.items():
            cut = {key: {"sentences": cutter(row["text"], row["paragraphs"])} for key, row in gold.items()}
            result, _ = score.score(gold, cut)
            print(
                f"{bank:16} {name:10} term P {result['term_P']:.4f} R {result['term_R']:.4f} "
                f"F1 {result['term_F1']:.4f}  span F1 {result['span_F1']:.4f}  ({result['gold']} sentences)"
            )
    for name, cutter in cutters.items():
        print(f"speed         {name:10} {speed(cutter, banks):,.0f} words/s")


if __name__ == "__main__":
    main()
