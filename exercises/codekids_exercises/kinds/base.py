"""What every kind of check is made of."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from codekids_exercises.challenge import Case, Check
from codekids_exercises.runs import Observation

COUNT = "count"
COUNTS: Mapping[str, type] = {"exactly": int, "at_least": int, "at_most": int}
"""The bounds of whatever is counted."""


@dataclass(frozen=True)
class Seen:
    """What there is to measure: the answer's text and one observation for each case (one if there is no case)."""

    source: str
    observations: tuple[Observation, ...]


@dataclass(frozen=True)
class Measure:
    """What a check saw.

    `seen`: plain JSON of the public cases, alike for answers that are wrong in the same way; known mistakes are told apart
    by it. `openly`: whether the public cases passed (hidden ones are no part of a fingerprint). `words` fill the places of the check's sentences. `detail`: the id of a sentence to add, or None.
    """

    passed: bool
    openly: bool
    seen: Any
    words: Mapping[str, str] = field(default_factory=dict)
    detail: str | None = None


@dataclass(frozen=True)
class Kind:
    """A kind of check.

    `settings`: the type of each setting it knows. `required`: settings without which it makes no sense.
    `needs`: fields of a case that it needs; `may`: fields that it may have besides inputs; a kind with neither has no cases.
    `wants_value`: a case says what value is right, by `gives` or by traits. `reads_name`: the setting `name` is a variable
    """

    name: str
    settings: Mapping[str, type | tuple[type, ...]]
    measure: Callable[[Check, Seen], Measure]
    required: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    may: frozenset[str] = frozenset({"given"})
    wants_value: bool = False
    reads_name: bool = False
    things: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What the setting `what` may be, and which settings that needs; `COUNT` stands for any of the bounds."""
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Settings that have only some values."""
    words: frozenset[str] = frozenset()
    """Places that the check's sentences may use."""


def trouble(observation: Observation) -> list[str] | None:
    """Why a run cannot be looked at, as JSON for `Measure.seen`; None when it ended well."""
    if observation.ended == "ok":
        return None
    return [observation.ended, observation.failure.sort if observation.failure else ""]


Look = Callable[[Case, Observation], tuple[bool, Any]]
Explain = Callable[[Case, Observation], tuple[Mapping[str, str], str]]


def each_case(check: Check, seen: Seen, look: Look, explain: Explain) -> Measure:
    """Look at every case. `explain` gives the words and the sentence for the first public case that failed."""
    public: list[Any] = []
    failed: list[tuple[Case, Observation]] = []
    for case, observation in cases_of(check, seen):
        stopped = trouble(observation)
        good, what = (False, stopped) if stopped else look(case, observation)
        if not good:
            failed.append((case, observation))
        if not case.hidden:
            public.append(what)
    if not failed:
        return Measure(True, True, public)
    openly_failed = [pair for pair in failed if not pair[0].hidden]
    if not openly_failed:
        return Measure(False, True, public, {}, "other-values")
    return Measure(False, False, public, *explain(*openly_failed[0]))


def one_by_one(check: Check, seen: Seen, look: Callable[[Case, Observation], Measure]) -> Measure:
    """Look at every case, each with its own words, and draw one measure from all: that of the first public one that failed."""
    looks = [(case, look(case, observation)) for case, observation in cases_of(check, seen)]
    public = [measure for case, measure in looks if not case.hidden]
    openly = all(measure.passed for measure in public)
    passed = all(measure.passed for _, measure in looks)
    found = public[0].seen if len(public) == 1 else [measure.seen for measure in public]
    first = next((measure for measure in public if not measure.passed), public[0])
    return Measure(
        passed, openly, found, first.words, "other-values" if openly and not passed else first.detail
    )


def given_of(case: Case) -> str:
    """What stands above the answer in this case, for a sentence."""
    return (case.given or "").strip()


def cases_of(check: Check, seen: Seen) -> Sequence[tuple[Case, Observation]]:
    """The cases with their observations."""
    return tuple(zip(check.cases or (Case(),), seen.observations, strict=True))


def counted(number: int, settings: Mapping[str, Any]) -> tuple[bool, int, str]:
    """Compare a count with `exactly`, `at_least` and `at_most`.

    Gives whether it fits, the count cut at the bound it must reach (so that all wrong answers of one sort look alike),
    and the bound as text.
    """
    exactly, least, most = settings.get("exactly"), settings.get("at_least"), settings.get("at_most")
    fits = (
        (exactly is None or number == exactly)
        and (least is None or number >= least)
        and (most is None or number <= most)
    )
    cut = number
    if least is not None:
        cut = min(cut, least)
    if most is not None:
        cut = min(cut, most + 1)
    wanted = next((str(bound) for bound in (exactly, least, most) if bound is not None), "")
    return fits, cut, wanted
