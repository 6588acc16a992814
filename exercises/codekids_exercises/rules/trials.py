"""Running a challenge's programs once for all rules: what was observed is kept, each rule draws its own findings from it."""

import ast
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from codekids_exercises.challenge import ReleasedChallenge
from codekids_exercises.judge import Findings, find
from codekids_exercises.observing import Attempt, Observed, observe, runs_of
from codekids_exercises.runs import Runner


@dataclass(frozen=True)
class Trial:
    """A program to run for a task. `public`: as in a child's workspace, where no hidden case is."""

    task: str
    source: str
    seed: int = 0
    public: bool = False


class Trials:
    """The runs of one challenge. `full` has the hidden cases, `public` has none."""

    def __init__(self, full: ReleasedChallenge, public: ReleasedChallenge, prelude: str, run: Runner) -> None:
        self._full, self._public = full, public
        self._prelude, self._run = prelude, run
        self._seen: dict[Trial, Observed] = {}
        self._found: dict[Trial, Findings] = {}

    def prepare(self, asked: Iterable[Trial]) -> None:
        """Run these programs in one process, those that Python reads as the same program once."""
        new = {read: one for one in asked if (read := self._read(one)) not in self._seen}
        attempts = [
            Attempt(self._challenge(one).task(one.task), one.source, one.seed) for one in new.values()
        ]
        language = self._full.language
        observed = observe(attempts, language, prelude=self._prelude, run=self._run, together=True)
        self._seen.update(zip(new, observed, strict=True))

    def findings(self, task: str, sources: Sequence[str], *, public: bool, seed: int) -> tuple[Findings, ...]:
        """What the judge finds. `public`: as in a child's workspace, where no hidden case is."""
        asked = [Trial(task, source, seed, public) for source in sources]
        self.prepare(one for one in asked if self._known(one) is None)
        return tuple(self._find(one) for one in asked)

    def observed(self, task: str, source: str, seed: int) -> Observed:
        """What was observed of a program, with all cases."""
        trial = Trial(task, source, seed)
        self.prepare([trial])
        return self._seen[self._read(trial)]

    def _find(self, trial: Trial) -> Findings:
        if trial not in self._found:
            known = self._known(trial)
            assert known is not None  # it was prepared
            self._found[trial] = find(self._challenge(trial), trial.task, trial.source, known)
        return self._found[trial]

    def _known(self, trial: Trial) -> Observed | None:
        """What was observed of a program; where it was run with all cases, what it showed in the public ones."""
        read = self._read(trial)
        if read in self._seen or not trial.public:
            return self._seen.get(read)
        seen = self._seen.get(replace(read, public=False))
        if seen is None or any(one.ended == "skipped" for one in seen.values()):
            return None  # not run yet, or perhaps a hidden case did not end
        return {run: seen[run] for run in runs_of(self._public.task(trial.task))} if seen else seen

    def _challenge(self, trial: Trial) -> ReleasedChallenge:
        return self._public if trial.public else self._full

    def _read(self, trial: Trial) -> Trial:
        """The trial by what Python reads of its program: the same one with other comments, empty lines and line ends."""
        attempt = Attempt(self._full.task(trial.task), trial.source)
        return replace(trial, source="" if attempt.blank else _read(attempt.program.source))


@lru_cache(1024)
def _read(source: str) -> str:
    try:
        return ast.dump(ast.parse(source))
    except (SyntaxError, ValueError):
        return source
