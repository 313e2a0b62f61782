"""Each rule on sentences near its edges: what it marks, what it says, and what it lets pass.

The cases stand in `cases/RULE.txt`: a text (¶ is a new paragraph, ⏎ a new line), and below it, indented,
every mark that it gets: rule | first place | second place | message. A line that begins with # is a remark.
"""

from datetime import date
from pathlib import Path

import pytest

from factcheck.lint import lint
from factcheck.split import split
from tests.split.articles import article

PUBLISHED = date(2025, 3, 14)


def cases():
    for path in sorted((Path(__file__).parent / "cases").glob("*.txt")):
        text, marks = None, []
        for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
            if line.startswith("    "):
                marks.append(line.strip())
                continue
            if text:
                yield pytest.param(text, marks, id=f"{path.stem}: {text}")
            text, marks = ("" if line.startswith("#") else line), []


def written(text):
    draft = article(text.replace("¶", "\n\n").replace("⏎", "\n"), PUBLISHED)
    for mark in lint(draft, split(draft)):
        places = [draft.text[span.start : span.end] if span else "–" for span in (mark.first, mark.second)]
        shown = [place.replace("\n\n", "¶").replace("\n", "⏎") for place in places]
        yield " | ".join([mark.rule.value, *shown, mark.message])


@pytest.mark.parametrize(("text", "marks"), list(cases()))
def test_it_is_marked_as_a_reader_would(text, marks):
    assert list(written(text)) == marks
