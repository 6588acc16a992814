"""Cases in the teacher's form: one run that a check asks for, read strictly, put into a language's words."""

import ast
from collections.abc import Callable
from dataclasses import replace

from codekids_exercises.challenge import Case, Traits
from codekids_exercises.kinds.base import Kind
from codekids_exercises.schema import Table
from codekids_exercises.traits import TYPES
from codekids_exercises.translate import Words, translate

_TRAITS = ("type", "within", "total", "length", "different", "filled")
_MOST_SEED = 1 << 31


def case_in(case: Case, words: Words) -> Case:
    """The case in a language's words."""

    def text(value: str) -> str:
        return words.strings.get(value, value)

    def code(value: str | None) -> str | None:
        return None if value is None else translate(value, words)

    traits = case.traits
    if traits is not None and traits.filled is not None:
        traits = replace(traits, filled=tuple(text(key) for key in traits.filled))
    return replace(
        case,
        inputs=tuple(text(one) for one in case.inputs),
        call=code(case.call),
        gives=code(case.gives),
        lines=None if case.lines is None else tuple(text(one) for one in case.lines),
        given=code(case.given),
        traits=traits,
    )


def read_case(table: Table, kind: Kind) -> Case:
    """A case of a check of that kind. Raises SchemaError."""
    for field in sorted(kind.needs):
        if not table.has(field):
            raise table.refuse(field, f"is missing; a check of kind {kind.name} needs it.")
    case = Case(
        inputs=table.texts("inputs") or (),
        call=_call(table, kind),
        gives=_gives(table, kind),
        lines=table.texts("lines") if "lines" in kind.needs else None,
        hidden=table.take("hidden", bool, False),
        given=_given(table, kind),
        traits=_traits(table) if kind.wants_value else None,
        seed=_seed(table),
        size=_size(table) if "size" in kind.may and table.has("size") else None,
        volume=table.take("volume", float) if "volume" in kind.may and table.has("volume") else None,
    )
    if kind.wants_value and case.gives is None and case.traits is None:
        raise table.refuse("gives", f"is missing; write the value, or some of {', '.join(_TRAITS)}.")
    if case.gives is not None and case.traits is not None:
        raise table.refuse("gives", f"says it all; take it out, or take out {', '.join(_TRAITS)}.")
    if kind.name == "drawing" and (case.given is None or not (case.gives or "0").isdecimal()):
        raise table.refuse("given", "is what a drawing's cases are for; `gives` is a whole number there.")
    table.done()
    return case


def _takes(table: Table, kind: Kind, field: str) -> bool:
    return field in kind.needs or (field in kind.may and table.has(field))


def _call(table: Table, kind: Kind) -> str | None:
    if not _takes(table, kind, "call"):
        return None
    call = table.text("call")
    if not _fits(call, _is_plain_call):
        raise table.refuse("call", f"is {call!r}; write a call with plain values, like mean([1, 2]).")
    return call


def _gives(table: Table, kind: Kind) -> str | None:
    if not (_takes(table, kind, "gives") or (kind.wants_value and table.has("gives"))):
        return None
    gives = table.text("gives")
    if not _fits(gives, lambda node: ast.literal_eval(node) is not ...):
        raise table.refuse("gives", f"is {gives!r}; write a plain Python value, like 2.5 or [1, None].")
    return gives


def _given(table: Table, kind: Kind) -> str | None:
    if not _takes(table, kind, "given"):
        return None
    given = table.text("given")
    if not _fits_program(given):
        raise table.refuse("given", f"is {given!r}; write lines of Python, like repeats = 6.")
    return given


def _seed(table: Table) -> int | None:
    if not table.has("seed"):
        return None
    seed = table.take("seed", int)
    if not 0 <= seed < _MOST_SEED:
        raise table.refuse("seed", f"is {seed}; write a whole number from 0 on, like 7.")
    return seed


def _traits(table: Table) -> Traits | None:
    if not any(table.has(field) for field in _TRAITS):
        return None
    if table.has("words") and not table.has("filled"):
        raise table.refuse("words", "belongs to filled; say there which keys must be filled in.")
    total = table.take("total", float) if table.has("total") else None
    length = table.take("length", int) if table.has("length") else None
    different = table.take("different", int) if table.has("different") else None
    kind = table.one_of("type", TYPES) if table.has("type") else None
    return Traits(
        kind, _within(table), total, length, different, table.texts("filled"), table.take("words", int, 3)
    )


def _size(table: Table) -> tuple[float, ...]:
    numbers = table.take("size", list)
    if len(numbers) != 3 or not all(type(one) in (int, float) for one in numbers):
        raise table.refuse(
            "size", f"is {numbers!r}; write three numbers: along x, y and z, like [20, 10, 5]."
        )
    return tuple(float(one) for one in numbers)


def _within(table: Table) -> tuple[float, float] | None:
    if not table.has("within"):
        return None
    limits = table.take("within", list)
    if len(limits) != 2 or not all(type(one) in (int, float) for one in limits) or limits[0] > limits[1]:
        raise table.refuse("within", f"is {limits!r}; write the least and the most, like [1, 6].")
    return float(limits[0]), float(limits[1])


def _fits_program(text: str) -> bool:
    try:
        ast.parse(text)
    except (SyntaxError, ValueError):
        return False
    return True


def _fits(text: str, look: Callable[[ast.expr], bool]) -> bool:
    try:
        return look(ast.parse(text, mode="eval").body)
    except (SyntaxError, ValueError, TypeError):
        return False


def _is_plain_call(node: ast.expr) -> bool:
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)) or node.keywords:
        return False
    for argument in node.args:
        ast.literal_eval(argument)
    return True
