"""Kills a program at random moments while it saves: nothing acknowledged may be lost, nothing half done.

Run it as `python -m tests.benchmarks.kill [ROUNDS]`; each round kills one program of each kind once.
"""

import sys
import tempfile
from pathlib import Path

from tests.support.kill import KINDS, rounds


def main() -> None:
    """Print one line for each kind."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory() as directory:
        for kind in KINDS:
            done, wrong = rounds(Path(directory), kind, number)
            print(f"{kind:12} {number} kills, {done} saves, {len(wrong)} problems {wrong[:3]}")


if __name__ == "__main__":
    main()
