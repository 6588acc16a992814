"""Call a function of the child's with values; what it returns must be equal in type and value, or have the wanted traits."""

import ast
from typing import Any

from codekids_exercises.challenge import Case, Check
from codekids_exercises.kinds import wanting
from codekids_exercises.kinds.base import Kind, Measure, Seen, each_case
from codekids_exercises.runs import Observation
from codekids_exercises.values import same, typed


def _measure(check: Check, seen: Seen) -> Measure:
    keeps = bool(check.settings.get("keeps_arguments", False))

    def look(case: Case, observation: Observation) -> tuple[bool, Any]:
        right, what = wanting.look(case, observation.value, check.settings)
        kept = not keeps or _kept(case, observation)
        return right and kept, [what, kept, bool(observation.printed.strip())]

    def explain(case: Case, observation: Observation) -> tuple[dict[str, str], str]:
        return _explain(case, observation, keeps)

    return each_case(check, seen, look, explain)


def _kept(case: Case, observation: Observation) -> bool:
    return same(arguments_of(case), observation.arguments)


def arguments_of(case: Case) -> list[Any]:
    """The arguments of a case's call, as a typed list."""
    call = ast.parse(case.call or "", mode="eval").body
    assert isinstance(call, ast.Call)  # the reader of the content saw to it
    return typed([ast.literal_eval(argument) for argument in call.args])


def _explain(case: Case, observation: Observation, keeps: bool) -> tuple[dict[str, str], str]:
    words, sentence = wanting.explain(case, observation.value, f"`{case.call}`")
    words |= {
        "call": case.call or "",
        "function": (case.call or "").split("(")[0],
        "kind": observation.failure.kind if observation.failure else "",
    }
    if observation.ended == "missing":
        return words, "no-function"
    if observation.ended != "ok":
        return words, "call-stopped" if case.traits is None else "call-just-stopped"
    if sentence is not None:
        return words, sentence
    if keeps and not _kept(case, observation) and wanting.look(case, observation.value, {})[0]:
        return words, "call-changed-argument"
    return words, "call-other-type" if wanting.of_other_type(case, observation.value) else "call-gives"


KIND = Kind(
    "call",
    settings={**wanting.SETTINGS, "keeps_arguments": bool},
    measure=_measure,
    needs=frozenset({"call"}),
    wants_value=True,
)
