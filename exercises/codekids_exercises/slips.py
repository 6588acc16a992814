"""Slips that children make in any task, seen in the program's own text: each is one sentence about a line of theirs.

A slip is only told when an answer is not right and no known mistake of its task was recognised. Each sentence is true of the
line that it names, whatever the task is.
"""

import ast
import builtins
from collections.abc import Callable, Iterable, Iterator, Sequence

from codekids_exercises.errors import Trouble
from codekids_exercises.program_text import ProgramText, calls_in, read

_IN_PLACE = frozenset({"append", "clear", "extend", "insert", "remove", "reverse", "sort"})
_NEW_TEXT = frozenset({"capitalize", "lower", "replace", "strip", "title", "upper"})


def slip_in(
    source: str, commands: Iterable[str] = (), returning: Iterable[str] = (), *, endless: bool = False
) -> Trouble | None:
    """The first slip in a program that Python can read; None when there is none.

    `commands`: satul's words and what the task gives. `returning`: the functions that should give something back.
    `endless`: it had to be stopped, so only what keeps it going is looked for.
    """
    program = read(source, commands, returning)
    if program is None:
        return None
    looks = (never_changes,) if endless else _LOOKS
    found = (Trouble(name, words) for look in looks for name, words in look(program))
    return next(found, None)


Slip = tuple[str, dict[str, object]]


def never_changes(program: ProgramText) -> Iterator[Slip]:
    """A `while` whose condition asks about names that nothing in the loop changes."""
    for loop in program.of(ast.While):
        asked = {node.id for node in ast.walk(loop.test) if isinstance(node, ast.Name)}
        asked -= {call.function for call in calls_in(loop.test)}
        inside = [node for statement in loop.body for node in ast.walk(statement)]
        if not asked or any(isinstance(node, ast.Break | ast.Return | ast.Raise) for node in inside):
            continue
        if not asked & {node.id for node in inside if isinstance(node, ast.Name) and _changes(node, inside)}:
            yield "never-changes", {"line": loop.lineno, "name": ", ".join(sorted(asked))}


def _changes(name: ast.Name, nodes: Sequence[ast.AST]) -> bool:
    """Whether the name gets a value here, or something is done with what it holds."""
    if not isinstance(name.ctx, ast.Load):
        return True
    used = (node.value for node in nodes if isinstance(node, ast.Attribute | ast.Subscript))
    given = (
        one for node in nodes if isinstance(node, ast.Call) and not _looks_only(node) for one in node.args
    )
    return any(one is name for one in (*used, *given))


def _looks_only(call: ast.Call) -> bool:
    """Whether this calls a function of Python's own: those change nothing that they get."""
    return isinstance(call.func, ast.Name) and hasattr(builtins, call.func.id)


def _that_should_return(program: ProgramText) -> list[ast.FunctionDef]:
    return [function for function in program.functions if function.name in program.returning]


def print_for_return(program: ProgramText) -> Iterator[Slip]:
    """A function that shows its result and gives nothing back."""
    for function in _that_should_return(program):
        inside = list(ast.walk(function))
        shows = [call for call in calls_in(function) if call.function == "print"]
        if shows and not any(isinstance(node, ast.Return) and node.value is not None for node in inside):
            yield "print-for-return", {"line": shows[-1].lineno, "function": function.name}


def nothing_returned(program: ProgramText) -> Iterator[Slip]:
    """A function that works out a value and gives nothing back."""
    for function in _that_should_return(program):
        inside = list(ast.walk(function))
        last = function.body[-1]
        gives = any(isinstance(node, ast.Return | ast.Yield) for node in inside)
        if not gives and isinstance(last, ast.Assign | ast.AugAssign):
            yield "nothing-returned", {"line": last.lineno, "function": function.name}


def returns_too_early(program: ProgramText) -> Iterator[Slip]:
    """A `return` that stands as the last line of a loop: the loop never comes to its second round."""
    for function in program.functions:
        loops: list[ast.For | ast.While] = [
            node for node in ast.walk(function) if isinstance(node, ast.For | ast.While)
        ]
        for loop in loops:
            last = loop.body[-1]
            if isinstance(last, ast.Return) and not any(
                isinstance(node, ast.Continue) for node in ast.walk(loop)
            ):
                yield "returns-too-early", {"line": last.lineno}


def starts_again(program: ProgramText) -> Iterator[Slip]:
    """What is added up starts again in every round of the loop."""
    loops: list[ast.For | ast.While] = [*program.of(ast.For), *program.of(ast.While)]
    for loop in loops:
        added = {name for statement in loop.body for name in _added(statement)}
        for statement in loop.body:
            name = _set_to_nothing(statement)
            if name in added:
                yield "starts-again", {"line": statement.lineno, "name": name}


def _added(statement: ast.stmt) -> Iterator[str]:
    """The name that a statement adds to; also inside an `if`, but not inside another loop."""
    if isinstance(statement, ast.If):
        for inside in (*statement.body, *statement.orelse):
            yield from _added(inside)
    elif isinstance(statement, ast.AugAssign) and isinstance(statement.target, ast.Name):
        yield statement.target.id
    elif isinstance(statement, ast.Assign) and isinstance(statement.value, ast.BinOp):
        names = {node.id for node in ast.walk(statement.value) if isinstance(node, ast.Name)}
        yield from (one.id for one in statement.targets if isinstance(one, ast.Name) and one.id in names)
    elif isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
        function = statement.value.func
        if (
            isinstance(function, ast.Attribute)
            and function.attr == "append"
            and isinstance(function.value, ast.Name)
        ):
            yield function.value.id


def _set_to_nothing(statement: ast.stmt) -> str | None:
    if not (isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name)):
        return None
    value = statement.value
    empty = (
        isinstance(value, ast.Constant) and value.value in (0, 0.0, "") and not isinstance(value.value, bool)
    )
    empty = empty or (isinstance(value, ast.List) and not value.elts)
    return statement.targets[0].id if empty else None


def always_true(program: ProgramText) -> Iterator[Slip]:
    """`x == "a" or "b"`: a text alone is always true."""
    for node in program.of(ast.BoolOp):
        for one in node.values[1:] if isinstance(node.op, ast.Or) else ():
            if isinstance(one, ast.Constant) and isinstance(one.value, str | int) and one.value:
                yield "always-true", {"line": one.lineno, "text": ast.unparse(one)}


def compares_to_give(program: ProgramText) -> Iterator[Slip]:
    """`x == 5` alone on a line: it compares and gives no value."""
    for node in program.of(ast.Expr):
        if isinstance(node.value, ast.Compare) and isinstance(node.value.ops[0], ast.Eq):
            yield "compares-to-give", {"line": node.lineno, "name": ast.unparse(node.value.left)[:40]}


def no_brackets(program: ProgramText) -> Iterator[Slip]:
    """A command alone on a line, without its brackets: nothing happens."""
    known = program.commands | {function.name for function in program.functions} | set(dir(builtins))
    for node in program.of(ast.Expr):
        if isinstance(node.value, ast.Name) and node.value.id in known:
            yield "no-brackets", {"line": node.lineno, "name": node.value.id}


def forgotten_text(program: ProgramText) -> Iterator[Slip]:
    """`name.upper()` alone on a line: the new text is forgotten at once."""
    for node in program.of(ast.Expr):
        call = node.value
        if (
            isinstance(call, ast.Call)
            and isinstance(call.func, ast.Attribute)
            and call.func.attr in _NEW_TEXT
        ):
            yield "forgotten-text", {"line": node.lineno, "name": ast.unparse(call.func.value)[:40]}


def nothing_kept(program: ProgramText) -> Iterator[Slip]:
    """`x = x.append(3)`: the list is changed where it is, and x becomes nothing."""
    for node in program.of(ast.Assign):
        call = node.value
        if (
            isinstance(call, ast.Call)
            and isinstance(call.func, ast.Attribute)
            and call.func.attr in _IN_PLACE
        ):
            yield "nothing-kept", {"line": node.lineno, "function": call.func.attr}


def text_is_no_number(program: ProgramText) -> Iterator[Slip]:
    """What `input()` gave is compared with a number: a text is never equal to one."""
    texts = {
        target.id
        for node in program.of(ast.Assign)
        if isinstance(node.value, ast.Call)
        and isinstance(node.value.func, ast.Name)
        and node.value.func.id == "input"
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    texts -= {name for node in program.of(ast.Assign) for name in _made_number(node)}
    for node in program.of(ast.Compare):
        sides = (node.left, *node.comparators)
        numbers = any(isinstance(one, ast.Constant) and type(one.value) in (int, float) for one in sides)
        asked = [one.id for one in sides if isinstance(one, ast.Name) and one.id in texts]
        if numbers and asked:
            yield "text-is-no-number", {"line": node.lineno, "name": asked[0]}


def _made_number(node: ast.Assign) -> Iterator[str]:
    called = {call.function for call in calls_in(node.value)}
    if called & {"int", "float"}:
        yield from (target.id for target in node.targets if isinstance(target, ast.Name))


def not_the_parameter(program: ProgramText) -> Iterator[Slip]:
    """A function that gets a value and never looks at it, or puts another one in its place first."""
    for function in program.functions:
        names = [node for node in ast.walk(function) if isinstance(node, ast.Name)]
        for argument in function.args.args:
            uses = [node for node in names if node.id == argument.arg]
            first = min(uses, key=lambda node: (node.lineno, node.col_offset), default=None)
            if first is None:
                yield (
                    "not-the-parameter",
                    {"line": function.lineno, "function": function.name, "name": argument.arg},
                )
            elif _replaced(function, argument.arg):
                yield "parameter-replaced", {"line": first.lineno, "name": argument.arg}


def _replaced(function: ast.FunctionDef, name: str) -> bool:
    """Whether the function's first line that speaks of the name gives it a value that has nothing to do with it."""
    for statement in function.body:
        names = [node for node in ast.walk(statement) if isinstance(node, ast.Name) and node.id == name]
        if names:
            return isinstance(statement, ast.Assign) and all(
                isinstance(node.ctx, ast.Store) for node in names
            )
    return False


def loop_takes_the_list(program: ProgramText) -> Iterator[Slip]:
    """`for days in days`: the list is lost to its own items."""
    for loop in program.of(ast.For):
        if (
            isinstance(loop.target, ast.Name)
            and isinstance(loop.iter, ast.Name)
            and loop.target.id == loop.iter.id
        ):
            yield "loop-takes-the-list", {"line": loop.lineno, "name": loop.target.id}


_LOOKS: tuple[Callable[[ProgramText], Iterator[Slip]], ...] = (
    no_brackets,
    compares_to_give,
    always_true,
    loop_takes_the_list,
    nothing_kept,
    forgotten_text,
    text_is_no_number,
    starts_again,
    returns_too_early,
    print_for_return,
    nothing_returned,
    not_the_parameter,
)
