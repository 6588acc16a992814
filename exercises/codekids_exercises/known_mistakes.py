"""Learning known mistakes: every wrong answer is run, and what the checks saw of it is kept as its fingerprint."""

from collections.abc import Mapping
from dataclasses import replace

from codekids_exercises.challenge import ContentError, Mistake, ReleasedChallenge, Task
from codekids_exercises.judge import judge_all
from codekids_exercises.localise import answers_in
from codekids_exercises.runs import PRELUDE, Runner, run_here
from codekids_exercises.source import SourceChallenge, mistake_of


def with_mistakes(
    challenge: SourceChallenge, released: ReleasedChallenge, *, prelude: str = PRELUDE, run: Runner = run_here
) -> ReleasedChallenge:
    """The challenge with the fingerprints of its known mistakes. Raises ContentError."""
    tasks = {
        task_id: replace(task, mistakes=_mistakes(challenge, released, task, prelude, run))
        for task_id, task in released.tasks.items()
    }
    return replace(released, tasks=tasks)


def _mistakes(
    challenge: SourceChallenge, released: ReleasedChallenge, task: Task, prelude: str, run: Runner
) -> Mapping[str, Mistake]:
    wrong = answers_in(challenge, challenge.tasks[task.id], released.language).wrong
    hints = challenge.words[released.language].tasks[task.id].mistakes
    found: dict[str, Mistake] = {}
    judged = judge_all(released, task.id, list(wrong.values()), prelude=prelude, run=run)
    for name, findings in zip(wrong, judged, strict=True):
        where = f"{challenge.folder / 'wrong' / task.id / name}.py ({released.language})"
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
