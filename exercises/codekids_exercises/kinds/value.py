"""Look at a variable after the program ended; it must be equal in type and value."""

import ast
from typing import Any

from codekids_exercises.challenge import Case, Check
from codekids_exercises.kinds.base import Kind, Measure, Seen, each_case
from codekids_exercises.runs import Observation
from codekids_exercises.values import rounded, same, shown, typed


def _measure(check: Check, seen: Seen) -> Measure:
    name = str(check.settings["name"])

    def look(case: Case, observation: Observation) -> tuple[bool, Any]:
        wanted = typed(ast.literal_eval(case.gives or "None"))
        got = observation.names.get(name)
        equal = same(
            wanted,
            got,
            close=float(check.settings.get("close", 1e-6)),
            any_number=bool(check.settings.get("any_number", False)),
        )
        return equal, rounded(got)

    def explain(case: Case, observation: Observation) -> tuple[dict[str, str], str]:
        got = observation.names.get(name)
        words = {"name": name, "wanted": case.gives or "", "got": shown(got)}
        return words, "no-name" if got is None else "name-holds"

    return each_case(check, seen, look, explain)


KIND = Kind(
    "value",
    settings={"name": str, "any_number": bool, "close": (int, float)},
    required=frozenset({"name"}),
    measure=_measure,
    needs=frozenset({"gives"}),
)
