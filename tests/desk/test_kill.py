"""Saved means saved: a program killed at any moment loses nothing that a verb has returned."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.desk import Desk
from tests.desk.conftest import MILL
from tests.desk.texts import Clock

pytestmark = pytest.mark.disk

_KILLS = 3

_WORK = """
import sys
from db.vocabulary import Finding
from factcheck.desk import Desk
from factcheck.model import SourceFields

MILL = "the-mill-at-arden"
with Desk.open(sys.argv[1], person="Ana Ortiz") as desk:
    turn = 0
    while True:
        turn += 1
        for verb in (
            lambda: desk.findings.decide(MILL, [1, 2, 3], Finding.VERIFIED if turn % 2 else Finding.WRONG),
            lambda: desk.citations.add(MILL, [1, 4], SourceFields(title=f"Source {turn}")),
            lambda: desk.notes.add(MILL, 1, f"note {turn}"),
            lambda: desk.claims.assign(MILL, [4, 5], f"Person {sys.argv[2]}.{turn}"),
            desk.history.undo,
            desk.history.undo,
            desk.history.redo,
        ):
            print(verb().op, flush=True)
"""


def test_a_killed_program_has_lost_nothing_that_it_acknowledged(own: Desk, tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    acknowledged: list[str] = []
    for kill in range(_KILLS):
        command = [sys.executable, "-c", _WORK, str(path), str(kill)]
        victim = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert victim.stdout is not None
        acknowledged += [victim.stdout.readline().strip() for _ in range(3 + 4 * kill)]
        os.kill(victim.pid, signal.SIGKILL)
        # What it said between our last look and its end was acknowledged as well; a half line was not.
        rest, _ = victim.communicate(timeout=10)
        acknowledged += [line.strip() for line in rest.splitlines(keepends=True) if line.endswith("\n")]
    with Desk.open(path, person="Ana Ortiz", clock=Clock()) as desk:
        kept = {event.op for event in desk.history.events()}
        assert set(acknowledged) - kept == set()
        # One act at most a kill was on disk before it could be acknowledged.
        assert len(kept) - 1 - len(acknowledged) <= _KILLS
        assert desk.maintenance.doctor().problems == ()
        assert desk.progress.of(MILL).coverage == 1.0
