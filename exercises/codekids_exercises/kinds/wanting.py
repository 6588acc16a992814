"""Comparing a value with what a case wants of it: one certain value, or traits."""

import ast
from collections.abc import Mapping
from typing import Any

from codekids_exercises.challenge import Case
from codekids_exercises.traits import first_fault, words_for
from codekids_exercises.values import Typed, rounded, same, shown, typed

SETTINGS: Mapping[str, type | tuple[type, ...]] = {"any_number": bool, "close": (int, float)}


def look(case: Case, got: Typed | None, settings: Mapping[str, Any]) -> tuple[bool, Any]:
    """Whether the value is right, and what of it tells wrong values apart."""
    if case.traits is not None:
        fault = first_fault(case.traits, got)
        return fault is None, None if fault is None else list(fault)
    close, any_number = float(settings.get("close", 1e-6)), bool(settings.get("any_number", False))
    return same(_wanted(case), got, close=close, any_number=any_number), rounded(got)


def explain(case: Case, got: Typed | None, what: str) -> tuple[dict[str, str], str | None]:
    """Words and a sentence about a wrong value; no sentence where one certain value was wanted. `what`: its name or call."""
    words = {"what": what, "wanted": case.gives or "", "got": shown(got)}
    fault = None if case.traits is None else first_fault(case.traits, got)
    if case.traits is None or fault is None:
        return words, None
    return {**words, **words_for(case.traits, got, fault)}, fault[0]


def of_other_type(case: Case, got: Typed | None) -> bool:
    """Whether the value would be right if its type did not matter."""
    return case.gives is not None and same(_wanted(case), got, any_number=True)


def _wanted(case: Case) -> Typed:
    return typed(ast.literal_eval(case.gives or "None"))
