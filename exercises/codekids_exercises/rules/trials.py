"""Running a challenge's programs once for all rules: what was observed is kept, each rule draws its own findings from it."""

from collections.abc import Iterable, Sequence

from codekids_exercises.challenge import ReleasedChallenge
from codekids_exercises.judge import Findings, find
from codekids_exercises.observing import Attempt, Observed, observe, runs_of
from codekids_exercises.runs import Runner


class Trials:
    """The runs of one challenge. `full` has the hidden cases, `public` has none."""

    def __init__(self, full: ReleasedChallenge, public: ReleasedChallenge, prelude: str, run: Runner) -> None:
        self._full, self._public = full, public
        self._prelude, self._run = prelude, run
        self._seen: dict[tuple[str, str, int], Observed] = {}

    def prepare(self, asked: Iterable[tuple[str, str, int]]) -> None:
        """Run these programs, each for a task and with a seed, in one process."""
        new = [one for one in dict.fromkeys(asked) if one not in self._seen]
        self._seen.update(zip(new, self._observe(self._full, new), strict=True))

    def findings(self, task: str, sources: Sequence[str], *, public: bool, seed: int) -> tuple[Findings, ...]:
        """What the judge finds. `public`: as in a child's workspace, where no hidden case is."""
        self.prepare((task, source, seed) for source in sources)
        return tuple(self._find(task, source, seed, public) for source in sources)

    def observed(self, task: str, source: str, seed: int) -> Observed:
        """What was observed of a program, with all cases."""
        self.prepare([(task, source, seed)])
        return self._seen[task, source, seed]

    def _observe(
        self, challenge: ReleasedChallenge, asked: Sequence[tuple[str, str, int]]
    ) -> tuple[Observed, ...]:
        attempts = [Attempt(challenge.task(task), source, seed) for task, source, seed in asked]
        return observe(attempts, challenge.language, prelude=self._prelude, run=self._run, together=True)

    def _find(self, task: str, source: str, seed: int, public: bool) -> Findings:
        observed = self._seen[task, source, seed]
        if not public:
            return find(self._full, task, source, observed)
        if any(one.ended == "skipped" for one in observed.values()):  # perhaps a hidden case did not end
            observed = self._observe(self._public, [(task, source, seed)])[0]
        wanted = runs_of(self._public.task(task)) if observed else ()
        return find(self._public, task, source, {run: observed[run] for run in wanted})
