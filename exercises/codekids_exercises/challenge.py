"""A challenge in one language, as the judge needs it: tasks, checks, hints, known mistakes.

The same values come from two places: from the released form in a child's workspace (`released.read`; no hidden
case) and from the teacher's form for marking and linting (`source.read_challenge(...).localised(...)`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


class ContentError(Exception):
    """Content that cannot be used. The sentence names the file and the field, and says what to do."""


@dataclass(frozen=True)
class Hint:
    """One step of the ladder. `kind`: question, look, trace, half or twin. `text`: Markdown."""

    kind: str
    text: str


@dataclass(frozen=True)
class Traits:
    """What must hold of a value where many values are right; None asks for nothing.

    `type`: list, dict, int, float, str, bool, tuple or number. `within`: least and most of the number, or of every number in a
    list, tuple or dict's values; `total`: their sum; `length`: how many there are; `different`: at least so many unequal
    ones. `filled`: a dict's keys, each with a text of at least `words` words.
    """

    type: str | None = None
    within: tuple[float, float] | None = None
    total: float | None = None
    length: int | None = None
    different: int | None = None
    filled: tuple[str, ...] | None = None
    words: int = 3


@dataclass(frozen=True)
class Case:
    """One run that a check asks for.

    `inputs` are the answers to `input()`, in order. `call` is a call with literal arguments as Python text, `gives` the
    value it must return as Python text, `traits` what must hold of it instead. `lines` are the lines that must be printed.
    Each is None where the check's kind has no use for it. `given` is code that stands above the answer in this run,
    instead of the task's own: so an answer meets other values. `seed`: where chance starts in this run, and again just before
    the call. `size` (along x, y, z) and `volume` of an object, in millimetres. A `hidden` case never leaves the teacher's
    form.
    """

    inputs: tuple[str, ...] = ()
    call: str | None = None
    gives: str | None = None
    lines: tuple[str, ...] | None = None
    hidden: bool = False
    given: str | None = None
    traits: Traits | None = None
    seed: int | None = None
    size: tuple[float, ...] | None = None
    volume: float | None = None


@dataclass(frozen=True)
class Check:
    """One property of an answer. `kind` names a module of `kinds`, which understands `settings`."""

    id: str
    kind: str
    settings: Mapping[str, Any] = field(default_factory=dict)
    cases: tuple[Case, ...] = ()
    passed: str = ""
    failed: str = ""


@dataclass(frozen=True)
class Mistake:
    """A known mistake and what to tell the child about it."""

    id: str
    hint: str


@dataclass(frozen=True)
class Limits:
    """`steps`: lines of the child's own code in one run. `seconds`: processor time of one run."""

    steps: int = 200_000
    seconds: float = 3.0

    @property
    def patience(self) -> float:
        """Seconds by the clock that one run may take: on a busy machine a right answer waits for the processor, and a
        program that sleeps must end, too."""
        return 5 * self.seconds


@dataclass(frozen=True)
class Task:
    """A checked step. `given` is code that stands above the answer; `signs` are checks that only tell mistakes apart.

    `mistakes` maps a fingerprint (see `mistakes`) to the mistake; the mistake's code is not here. `points` are a
    homework's; `review`: a person looks at the answer, whether or not there are checks.
    """

    id: str
    starter: str
    given: str = ""
    limits: Limits = Limits()
    checks: tuple[Check, ...] = ()
    signs: tuple[Check, ...] = ()
    hints: tuple[Hint, ...] = ()
    mistakes: Mapping[str, Mistake] = field(default_factory=dict)
    points: float = 0.0
    review: bool = False


@dataclass(frozen=True)
class ReleasedChallenge:
    """A challenge in one language. `version` changes when anything that a child meets changes."""

    set_id: str
    id: str
    language: str
    version: str
    title: str
    tasks: Mapping[str, Task]
    words: Mapping[str, str] = field(default_factory=dict)
    """English name of satul -> the name in this language, for friendly errors."""

    def task(self, task_id: str) -> Task:
        """The task of that id. Raises ContentError."""
        if task_id not in self.tasks:
            raise ContentError(
                f"{self.set_id}/{self.id} has no task {task_id!r}; it has {', '.join(sorted(self.tasks))}."
            )
        return self.tasks[task_id]

    def hints(self, task_id: str) -> tuple[Hint, ...]:
        """The ladder of a task, first step first."""
        return self.task(task_id).hints
