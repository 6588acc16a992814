"""Checks in the teacher's form: data in a challenge's TOML, read strictly, put into a language's words."""

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from codekids_exercises.challenge import Case, Check
from codekids_exercises.kinds import charts, code, drawing, printed
from codekids_exercises.kinds.base import Kind
from codekids_exercises.kinds.registry import KINDS
from codekids_exercises.released import is_id
from codekids_exercises.schema import Table
from codekids_exercises.translate import Words, translate


@dataclass(frozen=True)
class SourceCheck:
    """A check in English, without its sentences."""

    id: str
    kind: str
    settings: Mapping[str, Any]
    cases: tuple[Case, ...]

    def in_words(self, words: Words, passed: str, failed: str, *, hidden: bool) -> Check:
        """The check in a language, with or without its hidden cases."""
        cases = tuple(_case_in(case, words) for case in self.cases if hidden or not case.hidden)
        return Check(self.id, self.kind, _settings_in(self, words), cases, passed, failed)


def _case_in(case: Case, words: Words) -> Case:
    def text(value: str) -> str:
        return words.strings.get(value, value)

    return Case(
        tuple(text(one) for one in case.inputs),
        None if case.call is None else translate(case.call, words),
        None if case.gives is None else translate(case.gives, words),
        None if case.lines is None else tuple(text(one) for one in case.lines),
        case.hidden,
        None if case.given is None else translate(case.given, words),
    )


def _settings_in(check: SourceCheck, words: Words) -> dict[str, Any]:
    settings = dict(check.settings)
    if "name" in settings and settings.get("what") != "construct":
        settings["name"] = words.names.get(settings["name"], settings["name"])
    if check.kind == "charts" and "wanted" in settings:
        settings["wanted"] = [
            words.strings.get(one, one) if isinstance(one, str) else one for one in settings["wanted"]
        ]
    return settings


def read_checks(table: Table, field: str) -> tuple[SourceCheck, ...]:
    """The checks of a task. Raises SchemaError."""
    checks = tuple(_check(one) for one in table.tables(field))
    ids = [check.id for check in checks]
    for name in ids:
        if ids.count(name) > 1:
            raise table.refuse(field, f"has two checks with the id {name!r}; give each its own.")
    return checks


def _check(table: Table) -> SourceCheck:
    name = table.text("id")
    if not is_id(name):
        raise table.refuse("id", f"is {name!r}; write it in small letters with hyphens.")
    kind = KINDS[table.one_of("kind", sorted(KINDS))]
    cases = tuple(_case(one, kind) for one in table.tables("cases"))
    if (kind.needs or cases) and not any(not case.hidden for case in cases):
        raise table.refuse("cases", "needs at least one case that is not hidden.")
    if cases and not kind.needs | kind.may:
        raise table.refuse("cases", f"is not used by checks of kind {kind.name}; take it out.")
    settings = _settings(table, kind, all(case.gives for case in cases) and bool(cases))
    table.done()
    return SourceCheck(name, kind.name, settings, cases)


def _settings(table: Table, kind: Kind, counted: bool) -> dict[str, Any]:
    for field in sorted(kind.required):
        if not table.has(field):
            raise table.refuse(field, f"is missing; a check of kind {kind.name} needs it.")
    found = {field: table.rest_of(field) for field in kind.settings if table.has(field)}
    for field, value in found.items():
        wanted = kind.settings[field]
        if not isinstance(value, wanted) or (isinstance(value, bool) and wanted is not bool):
            raise table.refuse(field, f"has the wrong type: {value!r}.")
    for field, choices in _CHOICES.get(kind.name, {}).items():
        if field in found and found[field] not in choices:
            raise table.refuse(field, f"is {found[field]!r}; it must be one of {', '.join(choices)}.")
    _needed_together(table, kind, found, counted)
    return found


_CHOICES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "drawing": {"what": drawing.THINGS},
    "charts": {"what": charts.THINGS, "chart": ("line", "bar")},
    "code": {"what": code.THINGS},
    "printed": {"match": printed.MATCHES},
}

_LISTS = ("sides", "size", "named-colours", "values")
_WORDLESS = ("title", "x-label", "y-label", "labels", "axis-from-zero")


def _needed_together(table: Table, kind: Kind, found: Mapping[str, Any], counted: bool) -> None:
    """`counted`: every case says its own number."""
    what = found.get("what")
    if what is None:
        return
    if what in _LISTS:
        if "wanted" not in found:
            raise table.refuse("wanted", f"is missing; {what} needs it.")
        return
    if what not in _WORDLESS and not counted and not {"exactly", "at_least", "at_most"} & set(found):
        raise table.refuse("exactly", f"is missing; {what} needs exactly, at_least or at_most.")
    if kind.name == "code" and what != "lines" and "name" not in found:
        raise table.refuse("name", f"is missing; {what} needs it.")
    if what == "construct" and found["name"] not in code.CONSTRUCTS:
        raise table.refuse("name", f"must be one of {', '.join(code.CONSTRUCTS)}.")


def _case(table: Table, kind: Kind) -> Case:
    for field in sorted(kind.needs):
        if not table.has(field):
            raise table.refuse(field, f"is missing; a check of kind {kind.name} needs it.")
    call = table.text("call") if "call" in kind.needs else None
    gives = table.text("gives") if _takes(table, kind, "gives") else None
    given = table.text("given") if _takes(table, kind, "given") else None
    if call is not None and not _fits(call, _is_plain_call):
        raise table.refuse("call", f"is {call!r}; write a call with plain values, like mean([1, 2]).")
    if gives is not None and not _fits(gives, lambda node: ast.literal_eval(node) is not ...):
        raise table.refuse("gives", f"is {gives!r}; write a plain Python value, like 2.5 or [1, None].")
    lines = table.texts("lines") if "lines" in kind.needs else None
    if given is not None and not _fits_program(given):
        raise table.refuse("given", f"is {given!r}; write lines of Python, like repeats = 6.")
    if kind.name == "drawing" and (given is None or not (gives or "0").isdecimal()):
        raise table.refuse("given", "is what a drawing's cases are for; `gives` is a whole number there.")
    case = Case(table.texts("inputs") or (), call, gives, lines, table.take("hidden", bool, False), given)
    table.done()
    return case


def _takes(table: Table, kind: Kind, field: str) -> bool:
    return field in kind.needs or (field in kind.may and table.has(field))


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
