"""Speed of the splitter: words a second over whole articles, a cold start on the seed, and hostile text.

Run it as `python -m tests.benchmarks.split_speed`. Times are of the processor, so that other work on the
machine counts less; the reference in the same run is a one-line regular expression that cuts sentences.
"""

import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from db.vocabulary import BlockKind
from factcheck.model import Article, Block
from factcheck.read import read_file
from factcheck.split import split
from factcheck.text import digest

SEEDS = Path(__file__).parents[2] / "seeds"
SEED = SEEDS / "000_833abf2e5c5bff94.txt"

HOSTILE = {
    "dots": ".",
    "curly quotes": "“",
    "straight quotes": '"',
    "brackets": "(",
    "commas": ", ",
    "capitals": "Abc ",
    "U.S.": "U.S. ",
    "“walked”": "walked ",
    "“and he said”": "and he said ",
}
"""What a hostile text repeats."""

_COLD = """
import sys, time
begun = time.perf_counter()
from pathlib import Path
from factcheck.read import read_file
from factcheck.split import split
found = split(read_file(Path(sys.argv[1])))
took = time.perf_counter() - begun
peak = next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(took, int(peak) // 1024, len(found.claims))
"""


def least(act: Callable[[], object], rounds: int = 7) -> float:
    """The least processor time of several rounds, in seconds."""
    times = []
    for _ in range(rounds):
        begun = time.process_time()
        act()
        times.append(time.process_time() - begun)
    return min(times)


def hostile(text: str) -> Article:
    """One paragraph of text."""
    block = Block(kind=BlockKind.PARAGRAPH, start=0, end=len(text))
    return Article(text=text, blocks=(block,), digest=digest(text))


def main() -> None:
    for path in sorted(SEEDS.iterdir()):
        article = read_file(path)
        words = split(article).words
        took = least(lambda article=article: split(article))
        print(f"{path.name:28} {words:6} words  {words / took:9,.0f} words/s")
    text = read_file(SEEDS / "harbour-feature.md").text
    took = least(lambda: re.split(r"(?<=[.!?])\s+(?=[A-Z“\"])", text))
    count = len(text.split())
    print(f"{'(sentences by one regex)':28} {count:6} words  {count / took:9,.0f} words/s")
    runs = []
    for _ in range(5):
        done = subprocess.run(
            [sys.executable, "-c", _COLD, str(SEED)], capture_output=True, text=True, check=True
        )
        runs.append(done.stdout.split())
    seconds = min(float(run[0]) for run in runs)
    print(
        f"cold start on the seed: {seconds:.2f} s, {min(int(run[1]) for run in runs)} MB, {runs[0][2]} claims"
    )
    for name, unit in HOSTILE.items():
        article = hostile(unit * (200_000 // len(unit)))
        begun = time.perf_counter()
        split(article)
        print(f"200 kB of {name:16} {time.perf_counter() - begun:6.2f} s")


if __name__ == "__main__":
    main()
