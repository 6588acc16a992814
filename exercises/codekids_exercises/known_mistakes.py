"""Learning known mistakes: every wrong answer is run, and what the checks saw of it is kept as its fingerprint."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from codekids_exercises.challenge import ContentError, Mistake, ReleasedChallenge
from codekids_exercises.judge import Findings, find
from codekids_exercises.localise import answers_in
from codekids_exercises.observing import Attempt, observe
from codekids_exercises.runs import PRELUDE, Runner, run_here
from codekids_exercises.source_form import SourceChallenge, mistake_of


def with_mistakes(
    challenge: SourceChallenge, released: ReleasedChallenge, *, prelude: str = PRELUDE, run: Runner = run_here
) -> ReleasedChallenge:
    """The challenge with the fingerprints of its known mistakes. Raises ContentError."""
    return all_with_mistakes([(challenge, released)], prelude=prelude, run=run)[0]


def all_with_mistakes(
    challenges: Sequence[tuple[SourceChallenge, ReleasedChallenge]],
    *,
    prelude: str = PRELUDE,
    run: Runner = run_here,
) -> list[ReleasedChallenge]:
    """Challenges of one language with the fingerprints of their known mistakes; all is run in one process."""
    wrong = [
        (released, task, name, source)
        for challenge, released in challenges
        for task in released.tasks.values()
        for name, source in answers_in(challenge, challenge.tasks[task.id], released.language).wrong.items()
    ]
    attempts = [Attempt(task, source) for _, task, _, source in wrong]
    language = challenges[0][1].language if challenges else ""
    observed = observe(attempts, language, prelude=prelude, run=run, together=True)
    seen: dict[tuple[str, str], dict[str, Findings]] = {}
    for (released, task, name, source), what in zip(wrong, observed, strict=True):
        seen.setdefault((released.id, task.id), {})[name] = find(released, task.id, source, what)
    return [_learnt(challenge, released, seen) for challenge, released in challenges]


def _learnt(
    challenge: SourceChallenge,
    released: ReleasedChallenge,
    seen: Mapping[tuple[str, str], Mapping[str, Findings]],
) -> ReleasedChallenge:
    tasks = {
        name: replace(task, mistakes=_mistakes(challenge, released, name, seen.get((released.id, name), {})))
        for name, task in released.tasks.items()
    }
    return replace(released, tasks=tasks)


def _mistakes(
    challenge: SourceChallenge, released: ReleasedChallenge, task: str, seen: Mapping[str, Findings]
) -> Mapping[str, Mistake]:
    hints = challenge.words[released.language].tasks[task].mistakes
    found: dict[str, Mistake] = {}
    for name, findings in seen.items():
        where = f"{challenge.folder / 'wrong' / task / name}.py ({released.language})"
        if not findings.fingerprint:
            raise ContentError(
                f"{where}: this wrong answer is {findings.verdict.status}; it must fail in a case that is not hidden."
            )
        mistake = mistake_of(name)
        if findings.fingerprint in found and found[findings.fingerprint].id != mistake:
            raise ContentError(
                f"{where}: looks to the checks like {found[findings.fingerprint].id}; "
                "make the checks or signs tell them apart."
            )
        found[findings.fingerprint] = Mistake(mistake, hints[mistake])
    return dict(sorted(found.items()))
