"""Fills the small disk that a desk lies on, runs the example of every command, and prints what came of it."""

import io
import json
import os
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from factcheck.cli.main import main
from tests.cli.examples import EXAMPLES
from tests.db.full_disk import fill_disk


def run(arguments: list[str]) -> tuple[int, str, str]:
    """Exit status of a command, and what it wrote."""
    out, err = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True), io.StringIO()
    code: object = 0
    with redirect_stdout(out), redirect_stderr(err):
        try:
            main(arguments)
        except SystemExit as gone:
            code = gone.code
    out.seek(0)
    return int(str(code or 0)), out.read(), err.getvalue()


def tried(place: Path) -> None:
    """Print a document of what came of each command, and of the doctor once there is room again."""
    os.chdir(place)
    fill_disk(place / "filler")
    came = {name: run(example.arguments) for name, example in EXAMPLES.items()}
    (place / "filler").unlink()
    came["afterwards"] = run(["doctor"])
    print(json.dumps(came))


if __name__ == "__main__":
    tried(Path(sys.argv[1]))
