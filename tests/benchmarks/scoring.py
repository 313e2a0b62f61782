"""The annotated data and the scorers that the benchmarks of the splitter read, where they are present."""

import argparse
import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

SHARED = Path(__file__).resolve().parents[3] / "shared"

Row = dict[str, Any]


def arguments(description: str | None) -> argparse.Namespace:
    """`--data` and `--score` of a benchmark."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=SHARED / "data", help="folder of the annotated data")
    parser.add_argument("--score", type=Path, default=SHARED / "score", help="folder of the scorers")
    return parser.parse_args()


def scorer(folder: Path, name: str) -> ModuleType | None:
    """The scorer of that name, none where it is absent."""
    path = folder / f"{name}.py"
    spec = importlib.util.spec_from_file_location(name, path) if path.is_file() else None
    if spec is None or spec.loader is None:
        print(f"{path}: not there, nothing scored")
        return None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows(path: Path) -> list[Row]:
    """The rows of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def files(folder: Path, pattern: str) -> list[Path]:
    """The files below folder that fit the pattern, with a word where there are none."""
    found = sorted(folder.rglob(pattern)) if folder.is_dir() else []
    if not found:
        print(f"{folder}: no {pattern}, nothing measured")
    return found
