"""Put one fault at a time into a file: the places where one fits, and the file with it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import parso
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import MutationVisitor
from cosmic_ray.operators.operator import Operator
from cosmic_ray.operators.provider import OperatorProvider
from parso.python.tree import Keyword

# Of what the library can do: what a person might write by mistake, and not `==` for `is` or `+` for `>>`.
_OF_THE_LIBRARY = (
    *(f"ReplaceComparisonOperator_{pair}" for pair in ("Eq_NotEq", "NotEq_Eq", "Is_IsNot", "IsNot_Is")),
    *(f"ReplaceComparisonOperator_{pair}" for pair in ("Lt_LtE", "Lt_GtE", "LtE_Lt", "LtE_Gt")),
    *(f"ReplaceComparisonOperator_{pair}" for pair in ("Gt_GtE", "Gt_LtE", "GtE_Gt", "GtE_Lt")),
    *(
        f"ReplaceBinaryOperator_{pair}"
        for pair in ("Add_Sub", "Sub_Add", "Mul_Div", "FloorDiv_Mul", "Mod_Mul")
    ),
    *(f"ReplaceBinaryOperator_{pair}" for pair in ("BitOr_BitAnd", "BitAnd_BitOr")),
    *(f"ReplaceUnaryOperator_Delete_{name}" for name in ("Not", "USub")),
    *("AddNot", "ReplaceTrueWithFalse", "ReplaceFalseWithTrue", "ReplaceAndWithOr", "ReplaceOrWithAnd"),
    *("ReplaceBreakWithContinue", "ReplaceContinueWithBreak", "ExceptionReplacer", "NumberReplacer"),
    "ZeroIterationForLoop",
)


class SkipCall(Operator):
    """Leave out a statement that only calls something: a check, a redaction, a flush."""

    def mutation_positions(self, node):
        statement = node.parent is not None and node.parent.type == "simple_stmt"
        if statement and node.type in {"atom_expr", "await_expr"} and node.get_code().rstrip().endswith(")"):
            yield (node.start_pos, node.end_pos)

    def mutate(self, node, index):  # noqa: ARG002 - the library asks for both
        return parso.parse(f"{node.get_first_leaf().prefix}...").children[0]

    @classmethod
    def examples(cls):
        return ()


class DropCondition(Operator):
    """Leave out one of several conditions joined by `and` or `or`."""

    def mutation_positions(self, node):
        if node.type in {"and_test", "or_test"}:
            for condition in node.children[::2]:
                yield (condition.start_pos, condition.end_pos)

    def mutate(self, node, index):
        at = index * 2
        del node.children[max(at - 1, 0) : max(at - 1, 0) + 2]
        return node

    @classmethod
    def examples(cls):
        return ()


class TurnMembership(Operator):
    """Write `in` for `not in`, and the other way round."""

    def mutation_positions(self, node):
        if node.type == "comparison":
            for word in node.children[1::2]:
                if word.get_code().split() in (["in"], ["not", "in"]):
                    yield (word.start_pos, word.end_pos)

    def mutate(self, node, index):
        places = [
            at for at in range(1, len(node.children), 2) if "in" in node.children[at].get_code().split()
        ]
        at = places[index]
        turned = "in" if "not" in node.children[at].get_code().split() else "not in"
        node.children[at] = Keyword(turned, node.children[at].start_pos, prefix=" ")
        return node

    @classmethod
    def examples(cls):
        return ()


def operators() -> dict[str, Operator]:
    """Return every kind of fault by its name."""
    library = OperatorProvider()
    own = (SkipCall, DropCondition, TurnMembership)
    return {name: library[name]() for name in _OF_THE_LIBRARY} | {kind.__name__: kind() for kind in own}


@dataclass(frozen=True)
class Place:
    """Where a fault fits: the file, the kind of fault, which of its kind there, line (from 1) and column."""

    file: str
    kind: str
    occurrence: int
    line: int
    column: int

    @property
    def spot(self) -> tuple[str, int, int, str]:
        """What the faults have in common that stand in for each other, such as `<=` and `>=` for one `<`."""
        return self.file, self.line, self.column, self.kind.partition("_")[0]


@dataclass(frozen=True)
class Mutant:
    """A file with one fault in it."""

    place: Place
    source: str
    before: str
    after: str


def places(root: Path, file: str) -> Iterator[Place]:
    """Yield the places of a file where a fault fits."""
    tree = get_ast((root / file).read_text(encoding="utf-8"))
    nodes = list(ast_nodes(tree))
    for kind, operator in operators().items():
        occurrence = 0
        for node in nodes:
            for start, _ in operator.mutation_positions(node):
                yield Place(file, kind, occurrence, *start)
                occurrence += 1


def mutant(root: Path, place: Place) -> Mutant | None:
    """Return the file with its fault; nothing where that is no program, or the same one."""
    source = (root / place.file).read_text(encoding="utf-8")
    try:
        changed = MutationVisitor.mutate_code(source, operators()[place.kind], place.occurrence)
    except AttributeError:  # the library finds a place in `except module.Error` and cannot change it
        return None
    if changed is None or _runs(changed) in {"", _runs(source)}:
        return None
    at = place.line - 1
    return Mutant(place, changed, source.splitlines()[at].strip(), changed.splitlines()[at].strip())


class _Running(ast.NodeTransformer):
    """Take out what says something of the code and changes nothing that it does, as far as a user goes."""

    def visit_AnnAssign(self, node):
        node.annotation = ast.Constant(None)
        return self.generic_visit(node)

    def visit_arg(self, node):
        node.annotation = None
        return node

    def visit_arguments(self, node):
        node.args = [*node.posonlyargs, *node.args, *node.kwonlyargs]
        node.defaults = [*node.defaults, *filter(None, node.kw_defaults)]
        node.posonlyargs, node.kwonlyargs, node.kw_defaults = [], [], []
        return self.generic_visit(node)

    def visit_FunctionDef(self, node):
        node.returns = None
        node.decorator_list = []
        return self.generic_visit(node)

    visit_AsyncFunctionDef = visit_FunctionDef  # noqa: N815

    def visit_ClassDef(self, node):
        node.decorator_list = []
        return self.generic_visit(node)

    def visit_Call(self, node):
        node.keywords = [word for word in node.keywords if word.arg != "strict"]
        if isinstance(node.func, ast.Name) and node.func.id in {"cast", "TypeVar", "NewType"}:
            return ast.Constant(None)
        return self.generic_visit(node)

    def visit_If(self, node):
        return None if "TYPE_CHECKING" in ast.unparse(node.test) else self.generic_visit(node)

    def visit_Assert(self, node):  # noqa: ARG002
        return None


def _runs(source: str) -> str:
    """Return what a file does, written out; nothing where it cannot be read."""
    try:
        return ast.dump(_Running().visit(ast.parse(source)))
    except SyntaxError:
        return ""
