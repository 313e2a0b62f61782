"""Order of the queue: scores the priority of single sentences as check-worthiness, beside plainer rankings.

Run it as `python -m tests.benchmarks.checkworthy [--data DIR] [--score DIR]`: every file of JSON lines in a
folder below DIR whose name begins with “checkthat” is read (id, text, label).
"""

import re
from collections.abc import Callable

from db.vocabulary import CheckKind
from factcheck.split.checkpoints import detect
from factcheck.split.priority import priority
from factcheck.split.words.tokens import tokens
from tests.benchmarks.scoring import arguments, rows, scorer

Ranker = Callable[[str], float]

_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million|billion|half|dozen)\b"
)
_UNIT = re.compile(r"[%$]|\b(?:percent|per cent|million|billion|trillion|years?)\b")
_PAST = re.compile(r"\b(?:was|were|had|did|\w{2,}ed)\b")
_PERSON = re.compile(r"\b(?:i|me|my|we|our|us|you|your)\b")
_MODAL = re.compile(r"\b(?:will|would|can|could|may|might|must|should|shall)\b")


def worth(sentence: str) -> int:
    """The priority that a sentence would have if it were a claim by itself."""
    words = tokens(sentence, 0, len(sentence))
    found = [point for point in detect(sentence, words, len(sentence), None) if point.firm]
    kinds = {point.kind for point in found}
    if "N" not in words.tags[1:]:
        kinds.discard(CheckKind.ALLEGATION)
    return priority(kinds, words.words, words.tags)[0]


def has_number(text: str) -> float:
    """One where it holds a number."""
    return float(bool(_NUMBER.search(text.lower())))


def published(text: str) -> float:
    """The weights of twelve features as a study of debates published them."""
    low = text.lower()
    return (
        1.43 * bool(_UNIT.search(low))
        + 1.19 * bool(_PAST.search(low))
        + 0.65 * len(text.split()) / 30
        + 0.62 * len(re.findall(r"(?<=[a-z,;] )[A-Z]\w+", text)) / 3
        + 0.55 * len(re.findall(r"\b(?:most|least|best|worst|\w{3,}est)\b", low)) / 2
        + 0.51 * bool(_NUMBER.search(low))
        - 0.52 * bool(re.search(r"\b(?:19|20)\d\d\b", low))
        - 0.97 * len(_PERSON.findall(low)) / 3
        - 1.48 * len(_MODAL.findall(low)) / 2
        - 1.95 * ("?" in text)
    )


def main() -> None:
    given = arguments(__doc__)
    score = scorer(given.score, "score_checkworthy")
    if score is None:
        return
    rankers: dict[str, Ranker] = {
        "factcheck": worth,
        "12 published weights": published,
        "has a number": has_number,
        "length": len,
    }
    for path in sorted(given.data.glob("checkthat*/*.jsonl")):
        gold = rows(path)
        labels = [row["label"] for row in gold]
        print(f"{path.parent.name}/{path.name}: {len(gold)} sentences, {sum(labels)} worth checking")
        for name, rank in rankers.items():
            result = score.score(labels, [float(rank(row["text"])) for row in gold])
            figures = "  ".join(f"{key} {result[key]:.3f}" for key in ("AP", "nDCG", "best_F1"))
            print(f"  {name:21} {figures}")


if __name__ == "__main__":
    main()
