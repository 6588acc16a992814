"""Keeps the tools of the teacher's cells as the teacher knows them, whatever the child's cells did to them.

Child and teacher share one process here, as in nbgrader: a determined program can still cheat, which is why tasks that are judged
this way are named as such. What is put back before each of the teacher's cells: Python's builtins, the shell with its
transformers and hooks, the assertion libraries; and an object that claims to equal everything equals nothing.
"""

import asyncio
import builtins
import importlib.util
import json
import os
import signal
import sys
from types import FunctionType, ModuleType
from typing import Any

from IPython.core.compilerop import CachingCompiler
from IPython.core.events import EventManager
from IPython.core.inputtransformer2 import TransformerManager
from IPython.core.interactiveshell import ExecutionInfo, ExecutionResult, InteractiveShell

from codekids_grading.inside.origins import Origins, honest, in_class
from codekids_grading.inside.recording import Recorder, Stream
from codekids_grading.inside.shell import Displays, Results, ZMQInteractiveShell

_CLASSES = (
    ZMQInteractiveShell, InteractiveShell, TransformerManager, CachingCompiler, EventManager, Results, Displays,
    Recorder, Stream, ExecutionResult, ExecutionInfo, json.JSONEncoder, json.JSONDecoder,
)  # fmt: skip
_TOOLS = (os, json, json.encoder, json.decoder, asyncio, asyncio.tasks, signal)
"""With these an answer is made and sent: they are put back after a cell, too."""
_ASSERTING = (
    "unittest.case", "unittest.mock", "numpy.testing", "numpy.testing._private.utils", "pandas.testing",
    "pandas._testing", "pandas._testing.asserters", "nose.tools", "math", "statistics", "inspect", "ast",
)  # fmt: skip
_OF_THE_SHELL = frozenset({"_", "__", "___", "display", "get_ipython", "__IPYTHON__", "exit", "quit"})
_METHODS = (FunctionType, classmethod, staticmethod, property)
_SUSPECT = ("__eq__", "type(", "exec", "eval", "setattr")


class Guard:
    """See the module."""

    def __init__(self, shell: ZMQInteractiveShell, streams: tuple[Stream, Stream]) -> None:
        self._shell = shell
        self._streams = streams
        self._origins = Origins()
        self._childs_builtins: dict[str, Any] = {}
        self._note()

    def before(self, trusted: bool) -> list[str]:
        """Before a cell: the names of what was put back."""
        if trusted:
            return self._put_back()
        for name, value in self._childs_builtins.items():
            setattr(builtins, name, value)
        return []

    def after(self, trusted: bool, source: str, number: str) -> None:
        """After a cell whose code's file names begin with ``number``: what a trusted one changed stays so."""
        if trusted:
            self._tools_back()
            self._note()
            return
        self._origins.add(number)
        self._childs_builtins = {
            name: vars(builtins).get(name)
            for name, value in self._builtins.items()
            if name not in _OF_THE_SHELL and vars(builtins).get(name) is not value
        }
        self._builtins_back()  # what runs between the cells needs them too
        if any(word in source for word in _SUSPECT):
            self._make_honest(object, set())
        mock = sys.modules.get("unittest.mock")
        if mock is not None and "ANY" in source:
            mock._ANY.__eq__ = lambda self, other: self is other

    def _note(self) -> None:
        self._builtins = dict(vars(builtins))
        self._classes = {one: dict(vars(one)) for one in _CLASSES}
        self._tools = {one: dict(vars(one)) for one in _TOOLS}
        self._lists = [(name, one, list(one)) for name, one in self._list_places()]
        self._hooks = {name: list(hooks) for name, hooks in self._shell.events.callbacks.items()}
        self._parts = {
            name: getattr(self._shell, name)
            for name in (
                "input_transformer_manager",
                "compile",
                "events",
                "displayhook",
                "display_pub",
                "recorder",
            )
        }
        self._kinds = [(one, type(one)) for one in (self._shell, *self._parts.values(), *self._streams)]

    def _list_places(self) -> list[tuple[str, list[Any]]]:
        shell = self._shell
        manager = shell.input_transformer_manager
        return [
            ("input_transformers", manager.cleanup_transforms),
            ("input_transformers", manager.line_transforms),
            ("input_transformers", manager.token_transformers),
            ("input_transformers", shell.input_transformers_post),
            ("ast_transformers", shell.ast_transformers),
        ]

    def _put_back(self) -> list[str]:
        found = [
            *self._childs_builtins,
            *self._builtins_back(),
            *self._tools_back(),
            *self._kinds_back(),
            *self._classes_back(),
            *self._shell_back(),
            *self._libraries_back(),
        ]
        sys.settrace(None)
        sys.setprofile(None)
        sys.stdout, sys.stderr = self._streams
        return sorted(set(found))

    def _builtins_back(self) -> list[str]:
        found = []
        for name, value in self._builtins.items():
            if name not in _OF_THE_SHELL and vars(builtins).get(name) is not value:
                setattr(builtins, name, value)
                found.append(name)
        return found

    def _tools_back(self) -> list[str]:
        """Functions of modules: none but the original will do."""
        found = []
        for module, kept in self._tools.items():
            for name, value in kept.items():
                if callable(value) and vars(module).get(name) is not value:
                    setattr(module, name, value)
                    found.append(name)
        return found

    def _kinds_back(self) -> list[str]:
        """Objects of ours keep their class, and no attribute of theirs stands before a method of it."""
        found = []
        for one, kind in self._kinds:
            if type(one) is not kind:
                object.__setattr__(one, "__class__", kind)
                found.append(kind.__name__)
            for name, value in list(vars(one).items()):
                if isinstance(in_class(kind, name), (FunctionType, classmethod, staticmethod)):
                    del vars(one)[name]  # IPython leaves such a thing on the streams, too
                    found += [name] if self._origins.is_childs(value) else []
        return found

    def _classes_back(self) -> list[str]:
        found = []
        for one, kept in self._classes.items():
            for name, value in kept.items():
                if isinstance(value, _METHODS) and vars(one).get(name) is not value:
                    type.__setattr__(one, name, value)
                    found.append(name)
            for name in [
                name for name in vars(one) if name not in kept and self._origins.is_childs(vars(one)[name])
            ]:
                type.__delattr__(one, name)
                found.append(name)
        return found

    def _shell_back(self) -> list[str]:
        shell, found = self._shell, []
        for name in [name for name, value in vars(shell).items() if self._origins.is_childs(value)]:
            del vars(shell)[name]
            found.append(name)
        for name, part in self._parts.items():
            if getattr(shell, name) is not part:
                setattr(shell, name, part)
                found.append(name)
            for own in [own for own, value in vars(part).items() if self._origins.is_childs(value)]:
                del vars(part)[own]
                found.append(own)
        for name, place, kept in self._lists:
            if place != kept:
                place[:] = kept
                found.append(name)
        manager = shell.input_transformer_manager
        places = [place for _, place, _ in self._lists]
        manager.cleanup_transforms, manager.line_transforms, manager.token_transformers = places[:3]
        shell.input_transformers_post, shell.ast_transformers = places[3:]
        for name, hooks in self._shell.events.callbacks.items():
            own_hooks = [
                hook
                for hook in hooks
                if self._origins.is_childs(hook) and hook not in self._hooks.get(name, [])
            ]
            for hook in own_hooks:
                hooks.remove(hook)
                found.append(name)
        return found

    def _libraries_back(self) -> list[str]:
        found = []
        for name in _ASSERTING:
            module = sys.modules.get(name)
            if module is None:
                continue
            places: list[Any] = [module]
            if name == "unittest.case":
                places.append(module.TestCase)
            spoilt = [place for place in places if any(map(self._origins.is_childs, vars(place).values()))]
            if spoilt:
                fresh = _fresh(module)
                for place in spoilt:
                    original = fresh if place is module else getattr(fresh, place.__name__)
                    found += self._mend(place, original)
        return found

    def _mend(self, place: Any, original: Any) -> list[str]:
        found = []
        for name, value in list(vars(place).items()):
            good = vars(original).get(name)
            if not self._origins.is_childs(value) or good is None or self._origins.is_childs(good):
                continue
            if isinstance(value, FunctionType) and isinstance(good, FunctionType):
                value.__code__ = (
                    good.__code__
                    if len(value.__code__.co_freevars) == len(good.__code__.co_freevars)
                    else value.__code__
                )
            setattr(place, name, good)
            found.append(name)
        return found

    def _make_honest(self, one: type, seen: set[type]) -> None:
        """Wrap ``__eq__`` of every class of the child's."""
        below: type
        for below in type.__subclasses__(one):
            if below not in seen:
                seen.add(below)
                equal = vars(below).get("__eq__")
                if equal is not None and self._origins.is_childs(equal):
                    type.__setattr__(below, "__eq__", honest(equal))
                self._make_honest(below, seen)


def _fresh(module: ModuleType) -> ModuleType:
    """The module once more, as its file has it."""
    assert module.__spec__ is not None
    spec = importlib.util.find_spec(module.__name__)
    if spec is None or spec.loader is None:
        return ModuleType(module.__name__)
    fresh = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(fresh)
    return fresh
