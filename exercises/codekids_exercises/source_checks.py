"""Checks in the teacher's form: data in a challenge's TOML, read strictly, put into a language's words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from codekids_exercises.challenge import Case, Check
from codekids_exercises.kinds import code, controls
from codekids_exercises.kinds.base import COUNT, COUNTS, Kind
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
    if "name" in settings and settings.get("what") not in ("construct", "kinds"):
        settings["name"] = words.names.get(settings["name"], settings["name"])
    if "wanted" in settings and (check.kind in ("charts", "page") or settings.get("what") == "names"):
        said = {**words.names, **words.parameters} if settings["what"] == "names" else words.strings
        settings["wanted"] = [
            said.get(one, one) if isinstance(one, str) else one for one in settings["wanted"]
        ]
    if settings.get("what") == "named-colours":
        settings["said"] = [words.strings.get(one, one) for one in settings["wanted"]]
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
    settings = _settings(table, kind)
    what = settings.get("what")
    told = cases and all(case.gives for case in cases)  # every case says its own number
    if COUNT in kind.things.get(str(what), ()) and not (told or COUNTS.keys() & settings.keys()):
        raise table.refuse("exactly", f"is missing; {what} needs exactly, at_least or at_most.")
    for field, sentence in _odd(kind, settings, cases):
        raise table.refuse(field, sentence)
    table.done()
    return SourceCheck(name, kind.name, settings, cases)


def _settings(table: Table, kind: Kind) -> dict[str, Any]:
    for field in sorted(kind.required):
        if not table.has(field):
            raise table.refuse(field, f"is missing; a check of kind {kind.name} needs it.")
    found = {field: table.rest_of(field) for field in kind.settings if table.has(field)}
    for field, value in found.items():
        wanted = kind.settings[field]
        if not isinstance(value, wanted) or (isinstance(value, bool) and wanted is not bool):
            raise table.refuse(field, f"has the wrong type: {value!r}.")
    choices = {**kind.choices, **({"what": tuple(kind.things)} if kind.things else {})}
    for field in choices.keys() & found.keys():
        if found[field] not in choices[field]:
            raise table.refuse(field, f"is {found[field]!r}; it must be one of {', '.join(choices[field])}.")
    for field in kind.things.get(found.get("what", ""), ()):
        if field != COUNT and field not in found:
            raise table.refuse(field, f"is missing; {found['what']} needs it.")
    return found


def _odd(kind: Kind, found: Mapping[str, Any], cases: tuple[Case, ...]) -> Iterator[tuple[str, str]]:
    """What a kind alone would not find out: a field, and what is wrong with it."""
    what = found.get("what")
    if what == "construct" and found["name"] not in code.CONSTRUCTS:
        yield "name", f"must be one of {', '.join(code.CONSTRUCTS)}."
    if what == "ideas" and not set(found["names"]) <= set(code.CONSTRUCTS):
        yield "names", f"must be a list of some of {', '.join(code.CONSTRUCTS)}."
    if what == "kinds" and found["name"] not in controls.SORTS:
        yield "name", f"must be one of {', '.join(controls.SORTS)}."
    if what == "limits" and not (len(found["wanted"]) == 2 and _numbers(found["wanted"])):
        yield "wanted", f"is {found['wanted']!r}; write the least and the most, like [0, 30]."
    if kind.name == "mesh" and what != "closed" and any(getattr(case, str(what)) is None for case in cases):
        yield "cases", f"each need {what}, for that is what the check looks at."
    if kind.name == "page" and ("name" in found) == any(case.call for case in cases):
        yield "name", "or cases with a call belong here: one of both says where the page is."


def _numbers(values: list[Any]) -> bool:
    return all(type(one) in (int, float) for one in values)
