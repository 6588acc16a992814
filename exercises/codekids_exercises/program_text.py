"""A child's program as Python reads its text: what there is to look at without running it."""

import ast
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

N = TypeVar("N", bound=ast.AST)


@dataclass(frozen=True)
class ProgramText:
    """What there is to look at. `functions`: those of the program; `commands`: names that can be called without being its own;
    `returning`: the functions that should give something back."""

    tree: ast.Module
    functions: Sequence[ast.FunctionDef]
    commands: frozenset[str]
    returning: frozenset[str]

    def of(self, kind: type[N]) -> list[N]:
        """All nodes of a kind."""
        return [node for node in ast.walk(self.tree) if isinstance(node, kind)]


@dataclass(frozen=True)
class Call:
    """A call of something that has a plain name."""

    lineno: int
    function: str


def read(source: str, commands: Iterable[str], returning: Iterable[str]) -> ProgramText | None:
    """The program; None when Python cannot read it."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    return ProgramText(tree, functions, frozenset(commands), frozenset(returning))


def calls_in(tree: ast.AST) -> list[Call]:
    """The calls of plain names."""
    found = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    return [Call(node.lineno, node.func.id) for node in found if isinstance(node.func, ast.Name)]
