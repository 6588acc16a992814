"""Which cells are to run before a cell, so that "run" works whatever was run before: asked by the workspace.

The workspace knows the cells and their order; this kernel knows which of them it has run. Both come together here.
"""

import ast
import builtins
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

_ID = re.compile(r"[\w.-]+")
_SILENT = ("check", "part", "predict", "parsons")
"""Cells of ours that never run because another one does, unless it needs their names."""


@dataclass(frozen=True)
class Cell:
    """A code cell. `role`: what it is for, "own" for one that the child added; `ran`: it has run at some time."""

    id: str
    source: str
    role: str = "own"
    task: str | None = None
    locked: bool = False
    ran: bool = False


@dataclass(frozen=True)
class Known:
    """What a kernel knows: the cells that it has run, whether the challenge has begun, the given cell that ran last."""

    done: frozenset[str]
    begun: bool
    given: str | None = None


def first(cells: Sequence[Cell], known: Known) -> list[str]:
    """The ids of the cells that run before the last of ``cells``, which stand in the notebook's order."""
    *above, asked = cells
    wanted = _names(asked.source)
    chosen: set[str] = set()
    if asked.role not in ("begin", "part"):
        for cell in reversed(above):
            if _helps(cell, asked, wanted, known):
                chosen.add(cell.id)
                wanted |= _names(cell.source)
    return [cell.id for cell in above if cell.id in chosen or _first_of_all(cell, known)]


def at_opening(cells: Sequence[Cell], known: Known) -> list[str]:
    """The ids of the cells that run by themselves when a notebook is opened."""
    fresh = {cell.id for cell in cells if cell.role == "begin" and not cell.ran}
    return [
        cell.id
        for cell in cells
        if cell.locked and (cell.role == "part" or cell.id in fresh or _first_of_all(cell, known))
    ]


def asked(what: str, cells: str) -> str:
    """The workspace asks ``first`` or ``at_opening`` about cells, as JSON; the ids, with spaces between them."""
    from satul import notebook

    known, told = notebook.known(), [_cell(one) for one in json.loads(cells)]
    answer = first(told, known) if what == "first" else at_opening(told, known)
    if what == "first" and told[-1].role == "check":
        notebook.stands(_answers(told))
    return " ".join(name for name in answer if _ID.fullmatch(name))


def _answers(cells: Sequence[Cell]) -> dict[str, tuple[str, ...]]:
    """What stands in the cells of each task's answer: one, or more when a child copied or split it."""
    found: dict[str, tuple[str, ...]] = {}
    for cell in cells:
        if cell.role == "answer":
            task = cell.task or cell.id
            found[task] = (*found.get(task, ()), cell.source)
    return found


def _first_of_all(cell: Cell, known: Known) -> bool:
    return cell.role == "begin" and cell.locked and not known.begun


def _helps(cell: Cell, asked: Cell, wanted: set[str], known: Known) -> bool:
    """Whether the cell runs before the asked one (``begin`` is seen to elsewhere)."""
    if cell.role == "begin" or asked.role == "check":
        return False
    if cell.id in known.done:
        other = known.given not in (None, cell.id)
        return other and asked.task is not None and cell.id == f"{asked.task}-given"
    if cell.role in _SILENT or not cell.locked:
        again = cell.role == "own" and cell.ran
        return cell.role not in ("check", "part") and (again or bool(wanted & _touched(cell.source)))
    return True


def _names(source: str) -> set[str]:
    """The names that a program needs from elsewhere: used before it gives them a value; Python's own left out."""
    tree = _tree(source)
    if tree is None:
        return set()
    reader = _Reader()
    reader.read(tree.body)
    later = {name for name in reader.later if name not in reader.own}
    return {name for name in reader.needed | later if not hasattr(builtins, name)}


class _Reader:
    """Reads a program in the order in which it runs. `later`: names used inside functions, which run when all is there."""

    def __init__(self) -> None:
        self.own: set[str] = set()
        self.needed: set[str] = set()
        self.later: set[str] = set()

    def read(self, nodes: Iterable[ast.AST]) -> None:
        """Read nodes one after the other."""
        for node in nodes:
            self._node(node)

    def _node(self, node: ast.AST) -> None:
        if isinstance(node, ast.Name):
            self._name(node)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.ClassDef):
            self._inside(node)
        elif isinstance(node, ast.Assign | ast.AnnAssign | ast.NamedExpr):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            self.read([*([node.value] if node.value else []), *targets])
        elif isinstance(node, ast.AugAssign):
            if isinstance(node.target, ast.Name) and node.target.id not in self.own:
                self.needed.add(node.target.id)
            self.read([node.value, node.target])
        elif isinstance(node, ast.For):
            self.read([node.iter, node.target, *node.body, *node.orelse])
        elif isinstance(node, ast.ListComp | ast.SetComp | ast.GeneratorExp):
            self.read([*node.generators, node.elt])
        elif isinstance(node, ast.DictComp):
            self.read([*node.generators, node.key, node.value])
        elif isinstance(node, ast.comprehension):
            self.read([node.iter, node.target, *node.ifs])
        elif isinstance(node, ast.alias):
            self.own.add((node.asname or node.name).partition(".")[0])
        else:
            self.read(ast.iter_child_nodes(node))

    def _name(self, node: ast.Name) -> None:
        if _stores(node):
            self.own.add(node.id)
        elif node.id not in self.own:
            self.needed.add(node.id)

    def _inside(self, node: ast.AST) -> None:
        """A function: what it uses and neither takes nor makes comes from outside, when it is called."""
        if not isinstance(node, ast.Lambda):
            self.own.add(node.name)  # type: ignore[attr-defined]
        inside = [each for each in ast.walk(node) if each is not node]
        made = {each.id for each in inside if isinstance(each, ast.Name) and _stores(each)}
        made |= {each.arg for each in inside if isinstance(each, ast.arg)}
        used = {each.id for each in inside if isinstance(each, ast.Name) and not _stores(each)}
        self.later |= used - made


def _touched(source: str) -> set[str]:
    """The names to which a program gives a value, or whose value it changes."""
    tree = _tree(source)
    return set() if tree is None else set(_touches(tree.body))


def _touches(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
            continue  # what happens inside happens later
        if isinstance(node, ast.Name) and _stores(node):
            yield node.id
        elif isinstance(node, ast.alias):
            yield (node.asname or node.name).partition(".")[0]
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            yield node.value.id  # a method may change it
        elif isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and _stores(node):
            yield node.value.id
        yield from _touches(ast.iter_child_nodes(node))


def _stores(node: ast.Name | ast.Subscript) -> bool:
    return not isinstance(node.ctx, ast.Load)


def _tree(source: str) -> ast.Module | None:
    from codekids_exercises.tablets import mended

    try:
        return ast.parse(mended(source).source)
    except (SyntaxError, ValueError):
        return None


def _cell(data: dict[str, Any]) -> Cell:
    return Cell(**{name: data[name] for name in Cell.__dataclass_fields__ if name in data})
