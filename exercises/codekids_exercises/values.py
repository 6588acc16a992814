"""Python values as plain JSON that keeps their types, so that another process can compare type and value.

A value becomes `[type name, content]`: `["int", 3]`, `["list", [["float", 1.5], ["None", null]]]`. What is no plain value
becomes `["other", type name]`; what is too deep or too big becomes `["too-big", type name]`.
"""

import math
from collections import Counter, OrderedDict, defaultdict
from typing import Any

Typed = list[Any]

_DICTS = (dict, Counter, OrderedDict, defaultdict)
"""Dicts of Python's own: for a check they are one kind of value."""

_DEEPEST = 30
_MOST_PARTS = 20_000
_LONGEST_TEXT = 200_000
_BIGGEST_INT = 10**300


def typed(value: object) -> Typed:
    """The value as typed JSON. Looks at exact types only: a child's own class is never trusted to describe itself."""
    return _Encoder().encode(value, 0)


class _Encoder:
    def __init__(self) -> None:
        self.parts = 0

    def encode(self, value: Any, depth: int) -> Typed:
        kind = type(value)
        self.parts += 1
        if depth > _DEEPEST or self.parts > _MOST_PARTS:
            return ["too-big", kind.__name__]
        if value is None:
            return ["None", None]
        if kind is bool:
            return ["bool", value]
        if kind is int:
            return ["int", value] if abs(value) <= _BIGGEST_INT else ["too-big", "int"]
        if kind is float:
            return ["float", value if math.isfinite(value) else str(value)]
        if kind is str:
            return ["str", value] if len(value) <= _LONGEST_TEXT else ["too-big", "str"]
        if kind is list or kind is tuple:
            return [kind.__name__, [self.encode(part, depth + 1) for part in value]]
        if kind in _DICTS:
            pairs = [
                [self.encode(key, depth + 1), self.encode(part, depth + 1)]
                for key, part in dict(value).items()
            ]
            return ["dict", pairs]
        if kind is set or kind is frozenset:
            return ["set", sorted((self.encode(part, depth + 1) for part in value), key=repr)]
        return ["other", kind.__name__]


def same(wanted: Any, got: Any, *, close: float = 1e-6, any_number: bool = False) -> bool:
    """Whether two typed values are equal in type and value.

    Floats may differ by `close`. With `any_number` an int and a float of the same size are equal, too.
    """
    if not (_is_typed(wanted) and _is_typed(got)):
        return False
    kind, content = wanted
    got_kind, got_content = got
    numbers = {"int", "float"}
    if any_number and kind in numbers and got_kind in numbers:
        return _close(content, got_content, close)
    if kind != got_kind:
        return False
    if kind == "float":
        return _close(content, got_content, close)
    if kind in ("list", "tuple", "set"):
        return _all_same(content, got_content, close, any_number)
    if kind == "dict":
        return _same_pairs(content, got_content, close, any_number)
    return type(content) is type(got_content) and bool(content == got_content)


def _is_typed(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2 and isinstance(value[0], str)


def _close(wanted: Any, got: Any, close: float) -> bool:
    if isinstance(wanted, (int, float)) and isinstance(got, (int, float)):
        return abs(wanted - got) <= close
    return bool(wanted == got)


def _all_same(wanted: Any, got: Any, close: float, any_number: bool) -> bool:
    if not isinstance(got, list) or len(wanted) != len(got):
        return False
    return all(same(a, b, close=close, any_number=any_number) for a, b in zip(wanted, got, strict=True))


def _same_pairs(wanted: Any, got: Any, close: float, any_number: bool) -> bool:
    if not isinstance(got, list) or len(wanted) != len(got):
        return False
    left = list(got)
    for pair in wanted:
        found = next((other for other in left if _all_same(pair, other, close, any_number)), None)
        if found is None:
            return False
        left.remove(found)
    return True


def rounded(value: Any) -> Any:
    """A typed value with its floats rounded to six places and its dicts in one order: equal for equal answers, whatever the
    order of adding."""
    if isinstance(value, float):
        return round(value, 6) + 0.0
    if isinstance(value, list):
        parts = [rounded(part) for part in value]
        if _is_typed(value) and value[0] == "dict" and isinstance(parts[1], list):
            parts[1].sort(key=repr)
        return parts
    return value


def shown(value: Any, longest: int = 60) -> str:
    """A typed value as Python shows it, shortened for a sentence."""
    text = _shown(value)
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _shown(value: Any) -> str:
    if not _is_typed(value):
        return "?"
    kind, content = value
    if kind == "str":
        return repr(content)
    if kind in ("other", "too-big"):
        return f"<{content}>"
    if kind == "float" and isinstance(content, float):
        return repr(round(content, 6))
    if kind in ("list", "tuple", "set") and isinstance(content, list):
        inside = ", ".join(_shown(part) for part in content)
        if kind == "tuple":
            return f"({inside},)" if len(content) == 1 else f"({inside})"
        if kind == "set":
            return f"{{{inside}}}" if content else "set()"
        return f"[{inside}]"
    if kind == "dict" and isinstance(content, list):
        return "{" + ", ".join(": ".join(_shown(part) for part in pair) for pair in content) + "}"
    return str(content)
