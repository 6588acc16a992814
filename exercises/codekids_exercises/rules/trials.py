"""Running a task's programs once for all rules: what was observed is kept, each rule draws its own findings from it."""

from collections.abc import Iterable, Sequence

from codekids_exercises.challenge import ReleasedChallenge
from codekids_exercises.judge import Findings, Observed, find, observe_all, runs_of
from codekids_exercises.runs import Runner


class Trials:
    """The runs of one task. `full` has the hidden cases, `public` has none."""

    def __init__(
        self, full: ReleasedChallenge, public: ReleasedChallenge, task: str, prelude: str, run: Runner
    ) -> None:
        self._full, self._public, self._task = full, public, task
        self._prelude, self._run = prelude, run
        self._seen: dict[tuple[str, int], Observed] = {}

    def prepare(self, asked: Iterable[tuple[str, int]]) -> None:
        """Run these programs, each with its seed, in one process."""
        new = [pair for pair in dict.fromkeys(asked) if pair not in self._seen]
        observed = observe_all(
            self._full, self._task, new, prelude=self._prelude, run=self._run, together=True
        )
        self._seen.update(zip(new, observed, strict=True))

    def findings(self, sources: Sequence[str], *, public: bool, seed: int) -> tuple[Findings, ...]:
        """What the judge finds. `public`: as in a child's workspace, where no hidden case is."""
        self.prepare((source, seed) for source in sources)
        return tuple(self._find(source, seed, public) for source in sources)

    def _find(self, source: str, seed: int, public: bool) -> Findings:
        observed = self._seen[source, seed]
        if not public:
            return find(self._full, self._task, source, observed)
        wanted = runs_of(self._public.task(self._task))
        if any(one.ended == "skipped" for one in observed.values()):  # a hidden case did not end
            pair = [(source, seed)]
            observed = observe_all(self._public, self._task, pair, prelude=self._prelude, run=self._run)[0]
        return find(self._public, self._task, source, {run: observed[run] for run in wanted if observed})
