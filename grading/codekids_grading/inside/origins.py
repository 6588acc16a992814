"""Whose a function is: the child's, or one of the libraries' or the teacher's. Nothing of the child's is asked or run for it."""

import os
import sys
from collections.abc import Callable
from functools import partial
from types import BuiltinFunctionType, FunctionType, MethodType, NoneType, WrapperDescriptorType
from typing import Any

_CELL = "<ipython-input-"
_NOBODYS = frozenset(
    {NoneType, bool, int, float, str, tuple, list, dict, BuiltinFunctionType, WrapperDescriptorType}
)
"""What is of these very types calls nothing of a child's. There is much of it."""


class Origins:
    """Remembers which cells were the child's, and knows where libraries lie."""

    def __init__(self) -> None:
        self._cells: set[str] = set()
        places = [sys.prefix, sys.base_prefix, os.path.dirname(os.__file__), *filter(None, sys.path)]
        both = {*places, *map(os.path.realpath, places)}
        self._others = ("<", *(place + os.sep for place in both))

    def add(self, number: str) -> None:
        """The code of a child's cell has a file name that begins so."""
        self._cells.add(number)

    def is_childs(self, value: Any) -> bool:
        """Whether this is, or calls, a function from one of the child's cells or files, or from text that it executed."""
        for _ in range(5):
            if type(value) in _NOBODYS or isinstance(value, (FunctionType, type)):
                break
            if type(value) is MethodType:
                value = value.__func__
            elif type(value) is partial:
                value = value.func
            else:
                value = in_class(type(value), "__call__")
        if not isinstance(value, FunctionType):
            return False
        file = value.__code__.co_filename
        if file.startswith(_CELL):
            return any(file.startswith(one) for one in self._cells)
        return file == "<string>" or not file.startswith(self._others)


def in_class(kind: type, name: str) -> Any:
    """What a class has under a name, without asking it."""
    return next((vars(one)[name] for one in type.mro(kind) if name in vars(one)), None)


def honest(equal: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    """An ``__eq__`` for which what equals just anything equals nothing."""

    def __eq__(self: Any, other: Any) -> Any:
        said = equal(self, other)
        if said is not True:
            return said
        try:
            return False if equal(self, object()) is True else said
        except Exception:  # noqa: BLE001 - a child's own method
            return said

    return __eq__
