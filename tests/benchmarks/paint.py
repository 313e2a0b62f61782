"""From the start of the process to the first useful screen, beside the floor of a bare Textual program.

Run it as `python tests/benchmarks/paint.py [CLAIMS …]`; by default for articles of 400 and 10,000 claims.
"""

import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.terminal import Terminal
from tests.tui.building import desk_with

ROUNDS = 7
FLOOR = """
from textual.app import App
from textual.widgets import Static

class Bare(App):
    def compose(self):
        yield Static("ready")

Bare().run()
"""


def prose(claims: int) -> str:
    """An article of so many sentences, ten a paragraph."""
    sentences = (
        f"Sentence {n} says that {n * 7} people came to Port {n // 10}." for n in range(1, claims + 1)
    )
    paragraphs = [[] for _ in range(0, claims, 10)]
    for place, sentence in enumerate(sentences):
        paragraphs[place // 10].append(sentence)
    return "\n\n".join(" ".join(paragraph) for paragraph in paragraphs)


def median(run: Callable[[], float]) -> str:
    """Median and least of some rounds, in milliseconds."""
    times = sorted(run() * 1000 for _ in range(ROUNDS))
    return f"{statistics.median(times):7.0f} ms  (least {times[0]:.0f})"


def started(command: list[str], words: str) -> float:
    """Seconds until a program has drawn these words."""
    with Terminal(command) as terminal:
        return terminal.until(words)


def main(sizes: list[int]) -> None:
    """Print a line for each thing measured."""
    python = sys.executable
    floor = [python, "-c", FLOOR]
    imports = [python, "-c", f"import factcheck.desk\n{FLOOR}"]
    print(f"a bare Textual program              {median(lambda: started(floor, 'ready'))}")
    print(f"the same, with the desk imported    {median(lambda: started(imports, 'ready'))}")
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            path = Path(folder) / f"{size}.db"
            desk, slug = desk_with(path, prose(size))
            desk.close()
            command = [python, "-m", "factcheck", "--database", str(path), "review", slug]
            shown = median(lambda command=command: started(command, "Sentence"))
            print(f"review of {size:>7,} claims            {shown}")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [400, 10_000])
