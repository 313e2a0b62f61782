"""How big the house is and how far its imports reach: files, lines, users of a file, floors, arrows, circles.

Run it as `python -m tests.benchmarks.house [FOLDER]`; FOLDER is a checkout, this one by default. Imports
inside functions count like any other; those for type checking alone do not, for nothing runs through them.
"""

import ast
import statistics
import sys
from collections import defaultdict
from pathlib import Path

from tests.support.house import arrows, circles, complexity, floors, inside, lines_of, modules

COMPLEX = 15
LONG = 400


def main() -> None:
    """Print the figures."""
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2]
    known = modules(root)
    graph = arrows(known)
    lines = lines_of(list(known.values()))
    users: dict[str, set[str]] = defaultdict(set)
    for name, others in graph.items():
        for other in others:
            users[other].add(name)
    tests = [path for path in (root / "tests").rglob("*.py") if "benchmarks" not in path.parts]
    print(
        f"files {len(known)}, lines {sum(lines):,}, median {statistics.median(lines):.0f},"
        f" largest {max(lines)}"
    )
    print(f"files over {LONG} lines: {sum(count > LONG for count in lines)}")
    plain = [name for name in known if known[name].name != "__init__.py"]
    print(f"files with one importer: {sum(len(users[name]) == 1 for name in plain)}")
    print(f"tests without benchmarks / code: {sum(lines_of(tests)) / sum(lines):.2f}")
    print(f"circles, deferred imports counted: {circles(graph) or 'none'}")
    print("folder                          entries  floors  arrows")
    folders = sorted({name.rpartition(".")[0] for name in known if "." in name})
    for folder in folders:
        within = inside(folder, graph)
        print(f"{folder:32}{len(within):7}{floors(within):8}{sum(map(len, within.values())):8}")
    hard = [
        (complexity(node), f"{name}.{node.name}")
        for name, path in known.items()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    over = sorted((one for one in hard if one[0] > COMPLEX), reverse=True)
    print(f"functions over complexity {COMPLEX}: {len(over)}")
    for count, name in over[:12]:
        print(f"  {count:3} {name}")


if __name__ == "__main__":
    main()
