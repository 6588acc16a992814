"""A command: one word that a child writes, in one language, in front of the function that does it."""

import inspect
from collections.abc import Callable, Mapping
from typing import Any

from satul.errors import KindError
from satul.words import count, language, say

# English word -> the spelling that the child used last, and its spelling in each language.
_spoken: dict[str, str] = {}
_spellings: dict[str, Mapping[str, str]] = {}


def spelled(spellings: Mapping[str, Mapping[str, str]]) -> None:
    """Say how each command (by English word) is spelled in each other language."""
    _spellings.update(spellings)


def word(command: str) -> str:
    """How this child writes ``command``: as last used, else as the child's language has it."""
    return _spoken.get(command) or _spellings.get(command, {}).get(language(), command)


class Command:
    """A word of satul. Called wrongly, it answers with one kind sentence.

    Args:
        name: the word as the child writes it.
        action: what it does; its name is the English word.
        parameters: the parameters' English names -> their names in this word's language.
        example: a right call, shown when something is missing.
        before: called before each action.
    """

    def __init__(
        self,
        name: str,
        action: Callable[..., Any],
        parameters: Mapping[str, str],
        example: str,
        before: Callable[[], None],
    ) -> None:
        code = action.__code__
        self._known = code.co_varnames[: code.co_argcount]
        self._placed = code.co_posonlyargcount  # these have no name that a child could write
        self._open = bool(code.co_flags & inspect.CO_VARKEYWORDS)  # any other name is the child's own
        self._needed = code.co_argcount - len(action.__defaults__ or ())
        self._name, self._action, self._parameters = name, action, parameters
        self._example, self._before = example, before
        self.__name__, self.__doc__ = name, action.__doc__

    def __call__(self, *args: Any, **named: Any) -> Any:
        """Do it and give what it gives, or raise a ``KindError`` about what is missing, too much or unknown."""
        _spoken[self._action.__name__] = self._name
        self._before()
        bound = self._bound(args, named)
        placed = [bound.pop(name) for name in self._known[: self._placed]]
        return self._action(*placed, **bound)

    def __repr__(self) -> str:
        return say("call.uncalled", name=self._name, example=self._example).replace("`", "")

    def _bound(self, args: tuple[Any, ...], named: dict[str, Any]) -> dict[str, Any]:
        if len(args) > len(self._known):
            key = "call.too_many" if self._known else "call.nothing"
            most, given = count("charts.values", len(self._known)), len(args)
            raise KindError(key, name=self._name, most=most, given=given)
        bound = dict(zip(self._known, args, strict=False))
        for written, value in named.items():
            parameter = written if self._open else self._english(written)
            if parameter in bound:
                raise KindError("call.twice", name=self._name, parameter=written)
            bound[parameter] = value
        for parameter in self._known[: self._needed]:
            if parameter not in bound:
                raise self._missing(parameter)
        return bound

    def _english(self, written: str) -> str:
        for parameter in self._known:
            if written in (parameter, self._parameters.get(parameter)):
                return parameter
        known = ", ".join(f"`{self._parameters.get(name, name)}`" for name in self._known)
        key = "call.unknown" if known else "call.nothing"
        raise KindError(key, name=self._name, parameter=written, known=known)

    def _missing(self, parameter: str) -> KindError:
        local = self._parameters.get(parameter, parameter)
        return KindError("call.missing", name=self._name, parameter=local, example=self._example)
