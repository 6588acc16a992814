"""Checks in the teacher's form: data in a challenge's TOML, read strictly, put into a language's words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from codekids_exercises.challenge import Case, Check
from codekids_exercises.kinds import charts, code, drawing, printed
from codekids_exercises.kinds.base import Kind
from codekids_exercises.kinds.registry import KINDS
from codekids_exercises.released import is_id
from codekids_exercises.schema import Table
from codekids_exercises.source_cases import case_in, read_case
from codekids_exercises.translate import Words


@dataclass(frozen=True)
class SourceCheck:
    """A check in English, without its sentences."""

    id: str
    kind: str
    settings: Mapping[str, Any]
    cases: tuple[Case, ...]

    def in_words(self, words: Words, passed: str, failed: str, *, hidden: bool) -> Check:
        """The check in a language, with or without its hidden cases."""
        cases = tuple(case_in(case, words) for case in self.cases if hidden or not case.hidden)
        return Check(self.id, self.kind, _settings_in(self, words), cases, passed, failed)


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
    cases = tuple(read_case(one, kind) for one in table.tables("cases"))
    if (kind.needs or kind.wants_value or cases) and not any(not case.hidden for case in cases):
        raise table.refuse("cases", "needs at least one case that is not hidden.")
    if cases and not (kind.needs | kind.may or kind.wants_value):
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

_LISTS = ("sides", "size", "named-colours", "values", "axis-starts")
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
    if what == "ideas":
        if not set(found.get("names", ["?"])) <= set(code.CONSTRUCTS):
            raise table.refuse("names", f"must be a list of some of {', '.join(code.CONSTRUCTS)}.")
        return
    if kind.name == "code" and what != "lines" and "name" not in found:
        raise table.refuse("name", f"is missing; {what} needs it.")
    if what == "construct" and found["name"] not in code.CONSTRUCTS:
        raise table.refuse("name", f"must be one of {', '.join(code.CONSTRUCTS)}.")
