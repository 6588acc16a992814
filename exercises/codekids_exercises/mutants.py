"""Small wrong turns of a right program: one operator changed at a time."""

import ast
import copy
from collections.abc import Iterator

_SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Div,
    ast.Mod: ast.Mult,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.And: ast.Or,
    ast.Or: ast.And,
}


def mutants(code: str) -> Iterator[str]:
    """The program with one operator changed, once for each operator in it; none of what is no Python."""
    try:
        tree = ast.parse(code)
    except SyntaxError:
        return
    for place, node in enumerate(ast.walk(tree)):
        for field, index in _operators(node):
            changed = copy.deepcopy(tree)
            twin = list(ast.walk(changed))[place]
            if index is None:
                setattr(twin, field, _swapped(getattr(twin, field)))
            else:
                getattr(twin, field)[index] = _swapped(getattr(twin, field)[index])
            yield ast.unparse(changed) + "\n"


def _operators(node: ast.AST) -> list[tuple[str, int | None]]:
    if isinstance(node, ast.Compare):
        return [("ops", index) for index, operator in enumerate(node.ops) if type(operator) in _SWAPS]
    if isinstance(node, ast.BinOp | ast.AugAssign | ast.BoolOp) and type(node.op) in _SWAPS:
        return [("op", None)]
    return []


def _swapped(operator: ast.AST) -> ast.AST:
    return _SWAPS[type(operator)]()
