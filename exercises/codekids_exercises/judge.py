"""The judge: runs an answer from a clean start in another process and says what is true of it.

What is expected stays here; the child's process only answers with what it showed (`runs`, `runner`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from codekids_exercises.challenge import Case, Check, ReleasedChallenge, Task
from codekids_exercises.errors import KIND_ERROR, Trouble, recognise
from codekids_exercises.kinds.base import Measure, Seen
from codekids_exercises.kinds.registry import kind_named
from codekids_exercises.mistakes import fingerprint_of_checks, fingerprint_of_trouble
from codekids_exercises.observing import Attempt, Observed, observe, run_for
from codekids_exercises.runs import PRELUDE, Observation, Runner, run_here
from codekids_exercises.sentences import fill, places, say
from codekids_exercises.slips import slip_in
from codekids_exercises.tablets import mended
from codekids_exercises.verdict import CheckResult, Verdict


@dataclass(frozen=True)
class Findings:
    """A verdict and the fingerprint that it was looked up with (empty for done and blank)."""

    verdict: Verdict
    fingerprint: str = ""


def judge(
    challenge: ReleasedChallenge,
    task: str,
    source: str,
    *,
    setup: str | None = None,
    prelude: str = PRELUDE,
    seed: int = 0,
    run: Runner = run_here,
) -> Verdict:
    """Judge one answer to a task.

    `setup` replaces the code that the task gives above the answer. `run` carries out the plan; marking passes one that
    uses its sealed sandbox. Raises ContentError for an unknown task, RunnerFailed when the runner could not work.
    """
    findings = judge_all(challenge, task, [source], setup=setup, prelude=prelude, seed=seed, run=run)
    return findings[0].verdict


def judge_meant(
    challenge: ReleasedChallenge,
    task: str,
    sources: Sequence[str],
    *,
    setup: str | None = None,
    prelude: str = PRELUDE,
    run: Runner = run_here,
) -> Verdict:
    """Judge the programs that a child can have meant (see `answer_cells`): the verdict on the first that passes, else on the
    first of all."""
    found = judge_all(challenge, task, sources, setup=setup, prelude=prelude, run=run)
    return next((one.verdict for one in found if one.verdict.status == "done"), found[0].verdict)


def judge_all(
    challenge: ReleasedChallenge,
    task: str,
    sources: Sequence[str],
    *,
    setup: str | None = None,
    prelude: str = PRELUDE,
    seed: int = 0,
    run: Runner = run_here,
) -> tuple[Findings, ...]:
    """Judge many answers to one task in one process; each run still starts clean."""
    attempts = [Attempt(challenge.task(task), source, seed, setup) for source in sources]
    observed = observe(attempts, challenge.language, prelude=prelude, run=run)
    return tuple(
        find(challenge, task, source, seen, setup=setup)
        for source, seen in zip(sources, observed, strict=True)
    )


def find(
    challenge: ReleasedChallenge, task: str, source: str, observed: Observed, *, setup: str | None = None
) -> Findings:
    """Draw the verdict from what was observed of an answer."""
    it = challenge.task(task)
    if not observed:
        return Findings(_blank(challenge, it))
    return _find(challenge, it, mended(source).source, it.given if setup is None else setup, observed)


def _blank(challenge: ReleasedChallenge, task: Task) -> Verdict:
    first = task.hints[0].text if task.hints else None
    checks = tuple(
        CheckResult(check.id, False, say("blank", challenge.language)) for check in task.checks[:1]
    )
    return Verdict("blank", checks, hint=first)


def _find(challenge: ReleasedChallenge, task: Task, source: str, given: str, observed: Observed) -> Findings:
    key = f"{challenge.set_id}/{challenge.id}/{task.id}"
    stopped = _stopped(tuple(observed.values()))
    if stopped is not None:
        return _find_stopped(challenge, task, source, given, stopped, key)
    checks = {check.id: _measure(check, source, observed) for check in task.checks}
    results = tuple(_result(check, checks[check.id], challenge.language) for check in task.checks)
    if all(measure.passed for measure in checks.values()):
        return Findings(Verdict("done", results))
    signs = {sign.id: _measure(sign, source, observed) for sign in task.signs}
    mark = fingerprint_of_checks(key, checks, signs)
    mistake = task.mistakes.get(mark)
    hint = mistake.hint if mistake else _slip(challenge, task, source, given, observed)
    return Findings(Verdict("try_again", results, mistake.id if mistake else None, hint), mark)


def _slip(
    challenge: ReleasedChallenge, task: Task, source: str, given: str, observed: Observed
) -> str | None:
    """One sentence about a line of the program, where it is one that goes wrong in any task."""
    known = _known(challenge, given)
    failure = next((one.failure for one in observed.values() if one.failure is not None), None)
    returning = {case.call.split("(")[0] for check in task.checks for case in check.cases if case.call}
    trouble = slip_in(source, known, returning) or (recognise(failure, source, known) if failure else None)
    return trouble.told(challenge.language) if trouble else None


def _known(challenge: ReleasedChallenge, given: str) -> list[str]:
    """The names that satul and the given code offer."""
    return [*challenge.words.values(), *challenge.words, *re.findall(r"\w+", given)]


def _stopped(observations: Sequence[Observation]) -> Observation | None:
    """The observation that tells why the whole program cannot be looked at, if so."""
    endless = next((one for one in observations if one.endless), None)
    if endless is not None:
        return endless
    first = observations[0]
    alike = first.first is None and all(
        not one.called and one.ended == first.ended and _kind(one) == _kind(first) for one in observations
    )
    return first if alike and first.ended in ("error", "asked", "gone") else None


def _kind(observation: Observation) -> str:
    return observation.failure.kind if observation.failure else ""


def _find_stopped(
    challenge: ReleasedChallenge, task: Task, source: str, given: str, stopped: Observation, key: str
) -> Findings:
    language = challenge.language
    trouble = None
    if stopped.failure is not None:
        trouble = recognise(stopped.failure, source, _known(challenge, given))
    mark = fingerprint_of_trouble(key, "endless" if stopped.endless else stopped.ended, trouble)
    mistake = task.mistakes.get(mark)
    hint = mistake.hint if mistake else _told(stopped, trouble, source, language)
    status = "loop" if stopped.endless else "try_again" if stopped.ended == "asked" else "error"
    unseen = say("not-looked", language)
    checks = tuple(CheckResult(check.id, False, _without_places(check, unseen)) for check in task.checks)
    verdict = Verdict(
        status,  # type: ignore[arg-type]
        checks if status == "try_again" else (),
        mistake.id if mistake else None,
        hint,
        _pythons_own(stopped, language),
    )
    return Findings(verdict, mark)


def _pythons_own(stopped: Observation, language: str) -> str | None:
    failure = stopped.failure
    if failure is None:
        return None
    known = failure.kind == KIND_ERROR  # a sentence of satul's, in the child's language
    text = failure.message if known else f"{failure.kind}: {failure.message}".rstrip(": ")
    return say("where", language, {"line": failure.line, "error": text}) if failure.line else text


def _told(stopped: Observation, trouble: Trouble | None, source: str, language: str) -> str:
    if trouble is not None:
        return trouble.told(language)
    slip = slip_in(source, endless=True) if stopped.endless else None
    if slip is not None:
        return f"{say('stopped', language)} {slip.told(language)}"
    if stopped.ended == "output":
        return say("flood", language)
    if stopped.endless:
        return say("loop-line" if stopped.line else "loop", language, {"line": stopped.line})
    return say(stopped.ended, language)


def _measure(check: Check, source: str, observed: Observed) -> Measure:
    found = tuple(observed[run_for(check, case)] for case in check.cases or (Case(),))
    return kind_named(check.kind).measure(check, Seen(source, found))


def _without_places(check: Check, otherwise: str) -> str:
    """What a check says where nothing was seen that could fill its places."""
    return otherwise if places(check.failed) & kind_named(check.kind).words else check.failed


def _result(check: Check, measure: Measure, language: str) -> CheckResult:
    if measure.passed:
        return CheckResult(check.id, True, check.passed)
    only_hidden = measure.openly  # then what a sentence would name of a case is not told
    message = _without_places(check, "") if only_hidden else fill(check.failed, measure.words)
    if measure.detail:
        message = f"{message} {say(measure.detail, language, measure.words)}".strip()
    return CheckResult(check.id, False, message)
