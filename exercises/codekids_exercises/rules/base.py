"""What a rule gets and what it says."""

import math
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from codekids_exercises import homework_notebook, notebook
from codekids_exercises.challenge import ReleasedChallenge
from codekids_exercises.judge import Findings
from codekids_exercises.localise import Answers, answers_in, code_in, inputs_in, localised
from codekids_exercises.observing import Observed
from codekids_exercises.rules import damage
from codekids_exercises.rules.programs import Programs, programs_of
from codekids_exercises.rules.trials import Trials
from codekids_exercises.runs import PRELUDE, Observation, Plan, Program, Run, Runner, run_here
from codekids_exercises.source_form import ChallengeWords, SourceChallenge, SourceSet, SourceTask
from codekids_exercises.steps import EXAMPLES, code_names

PAGE = "docs/reference/linter-rules.md"


@dataclass(frozen=True)
class Finding:
    """Something that does not hold. `where`: set, challenge and task or file; `language`: empty when in all."""

    rule: str
    where: str
    language: str
    message: str

    @property
    def page(self) -> str:
        """Where the rule is explained."""
        return f"{PAGE}#{self.rule}"


_WITHOUT_WIDGETS = """
import sys
for name in ("ipywidgets", "anywidget", "IPython"):
    sys.modules[name] = None
del name, sys
"""


@dataclass(frozen=True)
class Bench:
    """How programs are run for the rules: without any library of widgets, for marking needs none."""

    prelude: str = PRELUDE
    run: Runner = run_here

    @property
    def bare(self) -> str:
        """The prelude, after which no widget can be imported."""
        return _WITHOUT_WIDGETS.lstrip() + self.prelude

    @property
    def seconds_to_start(self) -> float:
        """What a fresh Python takes until satul is there and an empty program has run: the best of a few."""
        return _seconds_to_start(self.prelude)


@cache
def _seconds_to_start(prelude: str) -> float:
    best = math.inf
    for _ in range(3):
        began = time.monotonic()
        run_here(Plan((Program(""),), (Run(0),), prelude=prelude))
        best = min(best, time.monotonic() - began)
    return best


@dataclass(frozen=True)
class Subject:
    """A challenge or homework in one language, with its set."""

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

    @cached_property
    def examples(self) -> dict[str, Observation]:
        """What was observed of each example, by its step."""
        names = [name for name in EXAMPLES if name in self.code]
        if not names:
            return {}
        runs = [
            Run(place, inputs_in(self.challenge, name, self.language)) for place, name in enumerate(names)
        ]
        programs = tuple(Program(self.code[name]) for name in names)
        plan = Plan(programs, tuple(runs), prelude=self.bench.bare, language=self.language, together=True)
        return dict(zip(names, self.bench.run(plan), strict=True))

    @property
    def words(self) -> ChallengeWords:
        """The challenge's words in this language."""
        return self.challenge.words[self.language]

    @property
    def tasks(self) -> Sequence[SourceTask]:
        """The steps that checks prove."""
        return self.challenge.checked

    @cached_property
    def book(self) -> dict[str, Any]:
        """The notebook that a child gets."""
        glossary = self.set.words[self.language].glossary
        if self.challenge.is_homework:
            return homework_notebook.childs_book(self.challenge, self.full, glossary)
        return notebook.build(self.challenge, self.public, glossary)

    @property
    def beginners(self) -> bool:
        """Whether this is for beginners."""
        return self.challenge.level == "beginners"

    def answers(self, task: SourceTask) -> Answers:
        """The task's answers in this language."""
        return self._answers[task.id]

    @cached_property
    def _answers(self) -> dict[str, Answers]:
        tasks = self.challenge.tasks
        return {name: answers_in(self.challenge, task, self.language) for name, task in tasks.items()}

    def judged(
        self, task: SourceTask, sources: Sequence[str], *, public: bool = False, seed: int = 0
    ) -> tuple[Findings, ...]:
        """Judge answers to a task."""
        return self._trials.findings(task.id, sources, public=public, seed=seed)

    def observed(self, task: SourceTask, source: str) -> Observed:
        """What was observed of an answer, with all cases."""
        return self._trials.observed(task.id, source, 0)

    @cached_property
    def programs(self) -> dict[str, Programs]:
        """The programs of each task, by its id."""
        return {task.id: self._programs(task) for task in self.challenge.tasks.values()}

    def _programs(self, task: SourceTask) -> Programs:
        it, answers = self.full.task(task.id), self.answers(task)
        texts = self.words.texts.hints.get(task.id, ())
        hints = {name: self.code[name] for _, text in texts for name in code_names(text)}
        homework = self.challenge.is_homework
        solved = homework_notebook.solution_cell(it.starter, answers.reference) if homework else None
        damaged: dict[str, tuple[str, ...]] = {
            what: (text,) for what, text in damage.of_text(answers.reference).items()
        }
        if it.checks:
            damaged |= damage.of_cells(self.book, it.id, answers.reference, it.starter)
        return programs_of(it, answers, hints, damaged, solved)

    @cached_property
    def _trials(self) -> Trials:
        """What was run; everything that rules will ask for is run at once."""
        trials = Trials(self.full, self.public, self.bench.bare, self.bench.run)
        trials.prepare(trial for name, programs in self.programs.items() for trial in programs.trials(name))
        return trials

    def where(self, *more: str) -> str:
        """The name of this challenge, or of something in it."""
        return "/".join((self.challenge.set_id, self.challenge.id, *more))


Complaint = tuple[str, str]
"""Where, and a sentence."""

ChallengeRule = Callable[[Subject], Iterator[Complaint]]
SetRule = Callable[[SourceSet, str], Iterator[Complaint]]
