"""Look at a variable after the program ended; it must be equal in type and value, or have the wanted traits."""

from typing import Any

from codekids_exercises.challenge import Case, Check
from codekids_exercises.kinds import wanting
from codekids_exercises.kinds.base import Kind, Measure, Seen, each_case, given_of
from codekids_exercises.runs import Observation


def _measure(check: Check, seen: Seen) -> Measure:
    name = str(check.settings["name"])

    def look(case: Case, observation: Observation) -> tuple[bool, Any]:
        return wanting.look(case, observation.names.get(name), check.settings)

    def explain(case: Case, observation: Observation) -> tuple[dict[str, str], str]:
        got = observation.names.get(name)
        words, sentence = wanting.explain(case, got, f"`{name}`")
        sentence = "no-name" if got is None else sentence or "name-holds"
        return words | {"name": name, "given": given_of(case)}, sentence

    return each_case(check, seen, look, explain)


KIND = Kind(
    "value",
    settings={"name": str, **wanting.SETTINGS},
    required=frozenset({"name"}),
    measure=_measure,
    wants_value=True,
    reads_name=True,
    words=frozenset({"given"}),
)
