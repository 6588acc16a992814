"""What a rule gets and what it says."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from codekids_exercises.challenge import ReleasedChallenge
from codekids_exercises.judge import Findings, judge_all
from codekids_exercises.localise import Answers, answers_in, code_in, localised
from codekids_exercises.runs import PRELUDE, Runner, run_here
from codekids_exercises.source import ChallengeWords, SourceChallenge, SourceSet, SourceTask


@dataclass(frozen=True)
class Finding:
    """Something that does not hold. `where`: set, challenge and task or file; `language`: empty when in all."""

    rule: str
    where: str
    language: str
    message: str


@dataclass(frozen=True)
class Bench:
    """How programs are run for the rules."""

    prelude: str = PRELUDE
    run: Runner = run_here


@dataclass(frozen=True)
class Subject:
    """A challenge in one language, with its set."""

    set: SourceSet
    challenge: SourceChallenge
    language: str
    bench: Bench

    @cached_property
    def full(self) -> ReleasedChallenge:
        """The challenge with its hidden cases."""
        return localised(self.challenge, self.language, hidden=True)

    @cached_property
    def public(self) -> ReleasedChallenge:
        """The challenge without its hidden cases."""
        return localised(self.challenge, self.language, hidden=False)

    @cached_property
    def code(self) -> dict[str, str]:
        """What a child sees of code, in this language."""
        return code_in(self.challenge, self.language)

    @property
    def words(self) -> ChallengeWords:
        """The challenge's words in this language."""
        return self.challenge.words[self.language]

    @property
    def tasks(self) -> Sequence[SourceTask]:
        """The checked steps."""
        return tuple(self.challenge.tasks.values())

    @property
    def beginners(self) -> bool:
        """Whether this is for beginners."""
        return self.challenge.level == "beginners"

    def answers(self, task: SourceTask) -> Answers:
        """The task's answers in this language."""
        return answers_in(self.challenge, task, self.language)

    def judged(
        self, task: SourceTask, sources: Sequence[str], *, public: bool = False, seed: int = 0
    ) -> tuple[Findings, ...]:
        """Judge answers to a task."""
        challenge = self.public if public else self.full
        return judge_all(
            challenge, task.id, sources, prelude=self.bench.prelude, seed=seed, run=self.bench.run
        )

    def where(self, *more: str) -> str:
        """The name of this challenge, or of something in it."""
        return "/".join((self.challenge.set_id, self.challenge.id, *more))


Complaint = tuple[str, str]
"""Where, and a sentence."""

ChallengeRule = Callable[[Subject], Iterator[Complaint]]
SetRule = Callable[[SourceSet, str], Iterator[Complaint]]
