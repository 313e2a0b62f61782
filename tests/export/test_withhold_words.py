from pathlib import Path

import pytest

from factcheck.export import withhold
from factcheck.export.withhold.folding import folded

LISTS = sorted((Path(withhold.__file__).parent / "words").glob("*.txt"))


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_a_word_list_says_where_it_is_from_and_is_in_order_without_doubles(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    head = [line for line in lines if line.startswith("#")]
    entries = lines[len(head) :]
    assert "Ours" in " ".join(head)
    assert entries == sorted(set(entries))
    assert all(entry == folded(entry).lower() and entry.isalpha() for entry in entries)
