"""Call a function of the child's with values; the returned value must be equal in type and value."""

import ast
from typing import Any

from codekids_exercises.challenge import Case, Check
from codekids_exercises.kinds.base import Kind, Measure, Seen, each_case
from codekids_exercises.runs import Observation
from codekids_exercises.values import rounded, same, shown, typed


def _measure(check: Check, seen: Seen) -> Measure:
    keeps = bool(check.settings.get("keeps_arguments", False))

    def look(case: Case, observation: Observation) -> tuple[bool, Any]:
        equal = same(
            typed(ast.literal_eval(case.gives or "None")),
            observation.value,
            close=float(check.settings.get("close", 1e-6)),
            any_number=bool(check.settings.get("any_number", False)),
        )
        kept = not keeps or same(arguments_of(case), observation.arguments)
        printed = bool(observation.printed.strip())
        return equal and kept, [rounded(observation.value), kept, printed]

    return each_case(check, seen, look, _explain)


def arguments_of(case: Case) -> list[Any]:
    """The arguments of a case's call, as a typed list."""
    call = ast.parse(case.call or "", mode="eval").body
    assert isinstance(call, ast.Call)  # the reader of the content saw to it
    return typed([ast.literal_eval(argument) for argument in call.args])


def _explain(case: Case, observation: Observation) -> tuple[dict[str, str], str]:
    words = {
        "call": case.call or "",
        "function": (case.call or "").split("(")[0],
        "wanted": case.gives or "",
        "got": shown(observation.value),
        "kind": observation.failure.kind if observation.failure else "",
    }
    if observation.ended == "missing":
        return words, "no-function"
    if observation.ended != "ok":
        return words, "call-stopped"
    if same(typed(ast.literal_eval(case.gives or "None")), observation.value, any_number=True):
        kept = same(arguments_of(case), observation.arguments)
        return words, "call-other-type" if kept else "call-changed-argument"
    return words, "call-gives"


KIND = Kind(
    "call",
    settings={"any_number": bool, "close": (int, float), "keeps_arguments": bool},
    measure=_measure,
    needs=frozenset({"call", "gives"}),
)
