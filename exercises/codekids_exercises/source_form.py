"""The teacher's form of the content: sets, challenges, answers right and wrong, and every language's words.

sets/names.toml                         satul's words in each language
sets/<level>/<set>/set.toml             week, picture; ro.toml, en.toml: title, question, story, glossary
sets/<level>/<set>/sheet.ro.md ...      the librarian's sheet
sets/<level>/<set>/<challenge>/
    challenge.toml                      place, minutes, and for each task its checks
    ro.md, en.md                        the steps and hints in words (`steps`)
    ro.toml, en.toml                    words in code, sentences of the checks, hints of the known mistakes
    code/<step>.py, code/<hint>.py      what a child sees; code/<task>.given.py stands above the answer
    answers/<task>.py                   the reference
    (a set's homework/ is the same, with homework.toml: no place, but points; `review` where a person looks)
    right/<task>/*.py, wrong/<task>/*.py    other right answers; known mistakes (again.2.py: the mistake `again` once more)
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from codekids_exercises.challenge import Limits
from codekids_exercises.source_checks import SourceCheck
from codekids_exercises.steps import CHALLENGE, HOMEWORK, Arc, Texts
from codekids_exercises.translate import Words


@dataclass(frozen=True)
class CheckWords:
    """What a child reads of a check. `said`: for a rule about the code, how the task says it."""

    passed: str
    failed: str
    said: str = ""


@dataclass(frozen=True)
class TaskWords:
    """A task's sentences in one language, by check id and by mistake id."""

    checks: Mapping[str, CheckWords]
    mistakes: Mapping[str, str]


@dataclass(frozen=True)
class ChallengeWords:
    """Everything of a challenge in one language. `same`: names and texts that need no other word in this language."""

    texts: Texts
    code: Words
    tasks: Mapping[str, TaskWords]
    same: frozenset[str]


@dataclass(frozen=True)
class SourceTask:
    """A task with its answers, in English code. `right` and `wrong` by the names of their files."""

    id: str
    starter: str
    given: str
    limits: Limits
    checks: tuple[SourceCheck, ...]
    signs: tuple[SourceCheck, ...]
    reference: str
    right: Mapping[str, str]
    wrong: Mapping[str, str]
    points: float = 0.0
    review: bool = False


@dataclass(frozen=True)
class SourceChallenge:
    """A challenge in the teacher's form. `code` by file name without ending; `words` by language; `inputs` are the answers
    that examples get when they ask, by step.

    A homework is one, too: its id is `homework`, its `arc` another one.
    """

    folder: Path
    level: str
    set_id: str
    id: str
    place: int
    minutes: int
    tasks: Mapping[str, SourceTask]
    code: Mapping[str, str]
    words: Mapping[str, ChallengeWords]
    arc: Arc = CHALLENGE
    inputs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def is_homework(self) -> bool:
        """Whether this is a set's homework."""
        return self.arc == HOMEWORK

    @property
    def checked(self) -> Sequence[SourceTask]:
        """The tasks that checks prove."""
        return tuple(task for task in self.tasks.values() if task.checks)


@dataclass(frozen=True)
class SetWords:
    """A set's words in one language. `glossary`: new word -> its meaning; `sheet`: the librarian's page, Markdown."""

    title: str
    question: str
    story: str
    glossary: Mapping[str, str]
    sheet: str


@dataclass(frozen=True)
class SourceSet:
    """A set in the teacher's form."""

    folder: Path
    id: str
    level: str
    week: int
    picture: str
    words: Mapping[str, SetWords]
    challenges: tuple[SourceChallenge, ...]
    homework: SourceChallenge | None = None

    @property
    def exercises(self) -> tuple[SourceChallenge, ...]:
        """The challenges and, after them, the homework."""
        return self.challenges if self.homework is None else (*self.challenges, self.homework)


def mistake_of(file: str) -> str:
    """The mistake that a wrong answer shows: `one-side` and `one-side.2` are the same one."""
    return file.split(".")[0]
