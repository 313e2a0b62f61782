"""Two processes at one article: nothing is lost, nobody waits in vain, and whoever comes second is told."""

import subprocess
import sys
from pathlib import Path

from db.vocabulary import Finding
from factcheck.desk import Desk
from tests.desk.conftest import MILL

_ROUNDS = 8

_OTHER = """
import sys
from db.vocabulary import Finding
from factcheck.desk import Desk
from factcheck.errors import Conflict

kept = refused = 0
with Desk.open(sys.argv[1], person=sys.argv[2]) as desk:
    for turn in range(int(sys.argv[3])):
        for number in (1, 2):
            seen = {number: desk.claims.get("the-mill-at-arden", number).version}
            finding = Finding.VERIFIED if turn % 2 else Finding.WRONG
            try:
                desk.findings.decide("the-mill-at-arden", number, finding, expected=seen)
                kept += 1
            except Conflict as conflict:
                assert conflict.by in {"One", "Two", "Three"}, conflict.by
                assert conflict.claim == number
                refused += 1
print(kept, refused)
"""


def test_three_processes_deciding_on_the_same_claims_lose_no_update(own: Desk, tmp_path: Path) -> None:
    desk = own
    versions = sum(desk.claims.get(MILL, number).version for number in (1, 2))
    before = desk.history.token()
    command = [sys.executable, "-c", _OTHER, str(tmp_path / "desk.db")]
    others = [
        subprocess.Popen(
            [*command, name, str(_ROUNDS)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for name in ("One", "Two", "Three")
    ]
    outcomes = [other.communicate(timeout=60) for other in others]
    assert [(other.returncode, errors) for other, (_, errors) in zip(others, outcomes, strict=True)] == [
        (0, "")
    ] * 3
    counts = [tuple(map(int, output.split())) for output, _ in outcomes]
    kept = sum(count[0] for count in counts)
    assert kept + sum(count[1] for count in counts) == 3 * 2 * _ROUNDS
    assert desk.history.token() - before == kept
    assert sum(desk.claims.get(MILL, number).version for number in (1, 2)) == versions + kept
    assert len(desk.history.changed_since(before)[1]) == kept
    health = desk.maintenance.doctor()
    assert health.problems == ()


def test_what_another_process_decided_is_seen_and_not_overruled(own: Desk, tmp_path: Path) -> None:
    desk = own
    command = [sys.executable, "-c", _OTHER, str(tmp_path / "desk.db"), "Two", "1"]
    assert subprocess.run(command, check=True, capture_output=True, text=True).stdout == "2 0\n"
    assert desk.claims.get(MILL, 1).finding is Finding.WRONG
    assert desk.claims.get(MILL, 1).decided_by == "Two"
