"""Claims below the sentence: scores the splitter's propositions beside plainer ways to cut.

Run it as `python -m tests.benchmarks.propositions [--data DIR] [--score DIR]`: every propositions*.jsonl
below DIR is read. With the parser extra installed, propositions with it are scored too.
"""

import re
from collections.abc import Callable
from itertools import pairwise

from factcheck.split.clauses.propositions import propositions
from factcheck.split.parser import spacy_parser
from tests.benchmarks.scoring import arguments, files, rows, scorer

Cutter = Callable[[str], list[list[tuple[int, int]]]]

_JOINT = re.compile(r"[,;:]\s+|\s+(?=(?:and|but|which|who|while)\b)")


def ours(sentence: str) -> list[list[tuple[int, int]]]:
    """The splitter's propositions, no parser."""
    return [[(span.start, span.end) for span in one] for one in propositions(sentence)]


def parsed(sentence: str) -> list[list[tuple[int, int]]]:
    """The splitter's propositions with the parser."""
    return [[(span.start, span.end) for span in one] for one in propositions(sentence, parser=True)]


def whole(sentence: str) -> list[list[tuple[int, int]]]:
    """The sentence as its only proposition."""
    return [[(0, len(sentence))]]


def commas(sentence: str) -> list[list[tuple[int, int]]]:
    """Cut at commas and before conjunctions."""
    borders = [0, *(match.end() for match in _JOINT.finditer(sentence)), len(sentence)]
    return [[(start, end)] for start, end in pairwise(borders) if end > start]


def main() -> None:
    given = arguments(__doc__)
    score = scorer(given.score, "score_propositions")
    if score is None:
        return
    cutters: dict[str, Cutter] = {
        "factcheck": ours,
        "sentence = claim": whole,
        "commas, conjunctions": commas,
    }
    if spacy_parser.installed():
        cutters["factcheck, parser"] = parsed
    else:
        print("the parser extra is not installed, left out")
    for path in files(given.data, "propositions*.jsonl"):
        gold = rows(path)
        print(path.name)
        for name, cut in cutters.items():
            result = score.score(gold, {row["id"]: cut(row["text"]) for row in gold})
            figures = "  ".join(f"{key} {result[key]:.3f}" for key in ("P", "R", "F1"))
            print(f"  {name:21} {figures}  units {result['n_pred']}")


if __name__ == "__main__":
    main()
