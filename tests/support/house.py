"""What the house is built of: its files, who imports whom, circles, floors, how hard functions are to read.

Imports inside functions count like any other; those for type checking alone do not, for nothing runs
through them.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGES = ("factcheck", "db")

Arrows = dict[str, set[str]]


def modules(root: Path) -> dict[str, Path]:
    """Return the files of the packages by module name."""
    return {
        ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__"): path
        for package in PACKAGES
        for path in sorted((root / package).rglob("*.py"))
        if "versions" not in path.parts
    }


def imports(tree: ast.AST, known: dict[str, Path]) -> Iterator[str]:
    """Yield the modules of the house that a file imports, at its top or inside a function."""
    typing_only = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        for statement in node.body
        for inner in ast.walk(statement)
    }
    for node in ast.walk(tree):
        if node in typing_only:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                if inner in known:
                    yield inner
                elif node.module in known:
                    yield node.module


def arrows(known: dict[str, Path]) -> Arrows:
    """Return which modules each module imports."""
    found: Arrows = {}
    for name, path in known.items():
        found[name] = set(imports(ast.parse(path.read_text(encoding="utf-8")), known)) - {name}
    return found


def circles(graph: Arrows) -> list[list[str]]:
    """Return the groups of nodes that reach one another (Tarjan's strongly connected components)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[list[str]] = []

    def visit(node: str) -> None:
        index[node] = low[node] = len(index)
        stack.append(node)
        for other in graph.get(node, ()):
            if other not in index:
                visit(other)
                low[node] = min(low[node], low[other])
            elif other in stack:
                low[node] = min(low[node], index[other])
        if low[node] == index[node]:
            group = stack[stack.index(node) :]
            del stack[stack.index(node) :]
            if len(group) > 1:
                found.append(sorted(group))

    for node in graph:
        if node not in index:
            visit(node)
    return found


def inside(folder: str, graph: Arrows) -> Arrows:
    """Return the arrows between the entries of a folder: its files, and its folders as one entry each."""
    depth = folder.count(".") + 1

    def entry(module: str) -> str:
        return ".".join(module.split(".")[: depth + 1])

    within = {name for name in graph if name.startswith(f"{folder}.")}
    found: Arrows = {entry(name): set() for name in within}
    for name in within:
        found[entry(name)] |= {entry(other) for other in graph[name] if other in within} - {entry(name)}
    return found


def floors(graph: Arrows) -> int:
    """Return how many nodes the longest chain of imports has; entries of a circle count once."""
    depth: dict[str, int] = {}

    def level(node: str, path: tuple[str, ...]) -> int:
        if node not in depth:
            below = [level(other, (*path, node)) for other in graph[node] if other not in path]
            depth[node] = 1 + max(below, default=0)
        return depth[node]

    return max((level(node, ()) for node in graph), default=0)


def complexity(function: ast.AST) -> int:
    """Return the ways through a function: branches, loops, handlers, conditions and boolean operators."""
    count = 1
    for node in ast.walk(function):
        if isinstance(node, ast.If | ast.For | ast.While | ast.IfExp | ast.ExceptHandler | ast.Assert):
            count += 1
        elif isinstance(node, ast.BoolOp):
            count += len(node.values) - 1
        elif isinstance(node, ast.comprehension):
            count += 1 + len(node.ifs)
        elif isinstance(node, ast.match_case):
            count += 1
    return count


def lines_of(paths: list[Path]) -> list[int]:
    """Return the number of lines of each file."""
    return [path.read_text(encoding="utf-8").count("\n") for path in paths]
