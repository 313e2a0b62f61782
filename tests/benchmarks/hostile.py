"""Time and memory of every hostile file at the size at which it was written to hurt.

Run it as `python -m tests.benchmarks.hostile [SUFFIX...]`; a file may take 20 seconds of the processor
and 1 GB.
"""

import sys

from tests.read.hostile.running import Outcome, outcomes

SECONDS, MEGABYTES = 20.0, 1_000


def main() -> None:
    """Print a line for each file (seconds of the processor, on the clock, memory), and how many are over."""
    found = []
    for outcome in outcomes(*sys.argv[1:], small=False):
        found.append(outcome)
        time = f"{outcome.seconds:6.2f} s ({outcome.waited:6.2f} s)"
        cost = f"{time} {outcome.megabytes:6} MB {'OVER' if _is_over(outcome) else '':4}"
        print(f"{outcome.name:34} {cost} {outcome.said[:90]}", flush=True)
    worst = max(found, key=lambda outcome: outcome.seconds)
    most = max(outcome.megabytes for outcome in found)
    print(f"{len(found)} files, {sum(map(_is_over, found))} over the limit")
    print(f"slowest {worst.name}, {worst.seconds:.1f} s; most {most} MB")


def _is_over(outcome: Outcome) -> bool:
    return (
        outcome.seconds > SECONDS
        or outcome.megabytes > MEGABYTES
        or "unexpected" in outcome.said
        or "\n" in outcome.said
    )


if __name__ == "__main__":
    main()
