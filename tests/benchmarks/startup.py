"""How long commands take to start, against bare Python and against importing what they need.

Run it as `python tests/benchmarks/startup.py [ROUNDS]`; rounds are interleaved, the least of each counts.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

STORY = "The bridge cost $3 million, said Mayor Ina Holt on Monday. About 40 people built it in two years.\n"
PROGRAM = (sys.executable, "-m", "factcheck")


def python(code: str) -> tuple[str, ...]:
    return (sys.executable, "-c", code)


RUNS: dict[str, tuple[tuple[str, ...], str]] = {
    "python -c pass": (python("pass"), ""),
    "import click": (python("import click, click.core"), ""),
    "import click, sqlalchemy, pydantic": (
        python("import click.core, sqlalchemy.orm, pydantic; pydantic.BaseModel"),
        "",
    ),
    "factcheck --version": ((*PROGRAM, "--version"), "import click"),
    "factcheck --help": ((*PROGRAM, "--help"), "import click"),
    "factcheck decide --help": ((*PROGRAM, "decide", "--help"), "import click"),
    "factcheck list": ((*PROGRAM, "list"), "import click, sqlalchemy, pydantic"),
    "factcheck claims bridge": ((*PROGRAM, "claims", "bridge"), "import click, sqlalchemy, pydantic"),
    "factcheck progress bridge": ((*PROGRAM, "progress", "bridge"), "import click, sqlalchemy, pydantic"),
    "factcheck decide bridge 1 7": (
        (*PROGRAM, "decide", "bridge", "1", "7"),
        "import click, sqlalchemy, pydantic",
    ),
}
"""What is run, and the floor that it stands on."""


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    with tempfile.TemporaryDirectory() as folder:
        story = Path(folder, "bridge.txt")
        story.write_text(STORY, encoding="utf-8")
        environment = {
            **os.environ,
            "FACTCHECK_DATABASE": str(Path(folder, "desk.db")),
            "FACTCHECK_CONFIG": str(Path(folder, "config.toml")),
        }
        subprocess.run([*PROGRAM, "add", story], env=environment, check=True, capture_output=True)
        times: dict[str, list[float]] = {name: [] for name in RUNS}
        for _ in range(rounds):
            for name, (command, _) in RUNS.items():
                begun = time.perf_counter()
                subprocess.run(command, env=environment, check=True, capture_output=True)
                times[name].append((time.perf_counter() - begun) * 1000)
    print(f"{'':36}{'least ms':>9}{'median':>8}{'over its floor':>16}")
    for name, (_, floor) in RUNS.items():
        least = min(times[name])
        over = f"{least - min(times[floor]):+.0f} ms" if floor else ""
        print(f"{name:36}{least:9.0f}{statistics.median(times[name]):8.0f}{over:>16}")


if __name__ == "__main__":
    main()
