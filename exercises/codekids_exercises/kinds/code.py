"""Rules about the code itself, by its syntax tree: only where the concept is the goal, and said in the task."""

import ast
from collections.abc import Callable, Mapping
from typing import Any

from codekids_exercises.challenge import Check
from codekids_exercises.kinds.base import COUNT, COUNTS, Kind, Measure, Seen, counted

_CONSTRUCTS: dict[str, tuple[type[ast.AST], ...]] = {
    "for": (ast.For,),
    "while": (ast.While,),
    "loop": (ast.For, ast.While),
    "if": (ast.If,),
    "function": (ast.FunctionDef,),
    "return": (ast.Return,),
    "f-string": (ast.JoinedStr,),
    "list": (ast.List, ast.ListComp),
    "dict": (ast.Dict, ast.DictComp),
    "assignment": (ast.Assign, ast.AugAssign, ast.AnnAssign),
    "global": (ast.Global,),
}


def _constructs(tree: ast.AST, settings: Mapping[str, Any]) -> int:
    return sum(isinstance(node, _CONSTRUCTS[settings["name"]]) for node in ast.walk(tree))


def _ideas(tree: ast.AST, settings: Mapping[str, Any]) -> int:
    return sum(_constructs(tree, {"name": name}) > 0 for name in settings["names"])


def _calls(tree: ast.AST, settings: Mapping[str, Any]) -> int:
    return sum(
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == settings["name"]
        for node in ast.walk(tree)
    )


def _lines(tree: ast.AST, settings: Mapping[str, Any]) -> int:
    return len({node.lineno for node in ast.walk(tree) if isinstance(node, ast.stmt)})


def _outside_names(tree: ast.AST, settings: Mapping[str, Any]) -> int:
    """How many names a function reads that the program itself makes outside: globals instead of parameters."""
    made = {
        node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }
    outside: set[str] = set()
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        if function.name != settings["name"]:
            continue
        arguments = function.args
        own = {one.arg for one in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)}
        names = [node for node in ast.walk(function) if isinstance(node, ast.Name)]
        own |= {node.id for node in names if isinstance(node.ctx, ast.Store)}
        outside |= {node.id for node in names if node.id in made and node.id not in own}
    return len(outside)


_COUNTERS: dict[str, Callable[[ast.AST, Mapping[str, Any]], int]] = {
    "construct": _constructs,
    "ideas": _ideas,
    "calls": _calls,
    "lines": _lines,
    "outside-names": _outside_names,
}

THINGS: Mapping[str, tuple[str, ...]] = {
    **{name: ("name", COUNT) for name in ("construct", "calls", "outside-names")},
    "ideas": ("names", COUNT),
    "lines": (COUNT,),
}
"""What a check may count: construct (`name`: for, while, loop, if, function, return, f-string, list, dict, assignment,
global), ideas (how many of the constructs `names` are used), calls of the function `name`, lines that hold a statement, outside-names that the function `name` reads."""

CONSTRUCTS = tuple(sorted(_CONSTRUCTS))


def _measure(check: Check, seen: Seen) -> Measure:
    try:
        tree = ast.parse(seen.source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return Measure(False, False, "no program", {"seen": "0", "wanted": ""})
    number = _COUNTERS[check.settings["what"]](tree, check.settings)
    fits, cut, wanted = counted(number, check.settings)
    return Measure(fits, fits, cut, {"seen": str(number), "wanted": wanted})


KIND = Kind(
    "code",
    settings={"what": str, "name": str, "names": list, **COUNTS},
    required=frozenset({"what"}),
    things=THINGS,
    measure=_measure,
    may=frozenset(),
    words=frozenset({"seen", "wanted"}),
)
