"""Run the whole program twice, one after the other in the same place: it ends both times and prints the same."""

from typing import Any

from codekids_exercises.challenge import Case, Check
from codekids_exercises.kinds.base import Kind, Measure, Seen, each_case
from codekids_exercises.runs import Observation, lines_of


def _measure(check: Check, seen: Seen) -> Measure:
    return each_case(check, seen, _look, _explain)


def _look(case: Case, observation: Observation) -> tuple[bool, Any]:
    same = lines_of(observation.first or "") == lines_of(observation.printed)
    return same, ["same" if same else "other"]


def _explain(case: Case, observation: Observation) -> tuple[dict[str, str], str]:
    if observation.ended == "ok":
        return {}, "twice-other"
    words = {
        "kind": observation.failure.kind if observation.failure else "",
        "line": str(observation.line or "?"),
    }
    return words, "twice-stopped" if observation.first is not None else "once-stopped"


KIND = Kind("twice", settings={}, measure=_measure)
