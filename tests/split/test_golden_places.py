"""Interviews whose words may not be kept here: their claims were read, and the places of them are kept.

`pytest tests/split/test_golden_places.py --data DIR [--update-golden]` where DIR has `ud_gum`; a changed line
tells which stretch of the interview to read again.
"""

import json
from pathlib import Path

import pytest

from db.vocabulary import BlockKind
from factcheck.model import Article, SplitClaim
from factcheck.read import read_file
from factcheck.split import split

PLACES = Path(__file__).parent / "golden_places"
INTERVIEWS = ("GUM_interview_hill", "GUM_interview_shalev")


def interview(data: Path, name: str, folder: Path) -> Article:
    """An interview of the annotated data, read as a plain file."""
    rows = (data / "ud_gum" / "sentences_interview.jsonl").read_text(encoding="utf-8").splitlines()
    text = next(row["text"] for row in map(json.loads, rows) if row["id"] == name)
    (folder / "interview.txt").write_text(text, encoding="utf-8")
    return read_file(folder / "interview.txt")


def places(article: Article) -> str:
    """The queue of an article without a word of it: each claim's places, kinds and speaker."""
    found = split(article, parser=False)
    rows = [(claim.start, _claim(claim)) for claim in found.claims]
    rows += [(one.start, f"{one.start}-{one.end} aside: {one.reason}") for one in found.set_aside]
    headings = sum(block.kind is BlockKind.HEADING for block in article.blocks)
    total = f"{len(found.claims)} claims, {found.covered} of {found.words} words, {headings} headings"
    return "\n".join([line for _, line in sorted(rows)] + [total]) + "\n"


def _claim(claim: SplitClaim) -> str:
    parts = " ".join(f"{part.start}-{part.end}" for part in claim.parts)
    points = " ".join(f"{point.kind}@{point.start}-{point.end}" for point in claim.check_points)
    said = ""
    if claim.speaker:
        by = claim.speaker.mention_span
        said = f" said by {f'{by.start}-{by.end}' if by else 'one named before'}"
    return f"{parts}{said}: {points or 'nothing to tick'}"


@pytest.mark.parametrize("name", INTERVIEWS)
def test_the_marks_of_an_interview_are_where_they_were_when_it_was_read(name, data, tmp_path, update_golden):
    told = places(interview(data, name, tmp_path))
    file = PLACES / f"{name}.txt"
    if update_golden:
        file.write_text(told, encoding="utf-8")
    assert told.splitlines() == file.read_text(encoding="utf-8").splitlines()
