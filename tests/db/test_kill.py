"""A program killed at any moment: what it acknowledged is there, what it had half done is not."""

import contextlib

import pytest

from db import sqlite
from db.filestore import copies
from tests.support.kill import KINDS, rounds

pytestmark = pytest.mark.disk


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_acknowledged_is_lost_and_nothing_is_half_done(kind, tmp_path):
    done, wrong = rounds(tmp_path, kind, 6, longest=0.06)
    assert wrong == []
    assert done >= 6
    for file in copies.kept(tmp_path / f"{kind}.db").values():
        with contextlib.closing(sqlite.connect(file)) as shell:
            assert sqlite.trouble(shell) == []
