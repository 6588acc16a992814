"""A challenge of the teacher's form in one language: as the judge needs it, and with its answers as that language has them."""

from collections.abc import Mapping
from dataclasses import dataclass

from codekids_exercises.challenge import Hint, ReleasedChallenge, Task
from codekids_exercises.source_checks import SourceCheck
from codekids_exercises.source_form import SourceChallenge, SourceTask
from codekids_exercises.steps import with_code
from codekids_exercises.translate import translate


@dataclass(frozen=True)
class Answers:
    """A task's answers in one language."""

    reference: str
    right: Mapping[str, str]
    wrong: Mapping[str, str]


def localised(
    challenge: SourceChallenge, language: str, *, hidden: bool, version: str = ""
) -> ReleasedChallenge:
    """The challenge in that language. Without `hidden` no hidden case is in it. Known mistakes are not found yet."""
    words = challenge.words[language]
    tasks = {task.id: _task(challenge, task, language, hidden) for task in challenge.tasks.values()}
    return ReleasedChallenge(
        challenge.set_id,
        challenge.id,
        language,
        version,
        words.texts.title,
        tasks,
        words.code.names,
    )


def code_in(challenge: SourceChallenge, language: str) -> dict[str, str]:
    """What a child sees of code, by file name, in that language."""
    words = challenge.words[language].code
    return {name: translate(text, words) for name, text in challenge.code.items()}


def inputs_in(challenge: SourceChallenge, step: str, language: str) -> tuple[str, ...]:
    """What an example is answered when it asks, in that language."""
    strings = challenge.words[language].code.strings
    return tuple(strings.get(one, one) for one in challenge.inputs.get(step, ()))


def answers_in(challenge: SourceChallenge, task: SourceTask, language: str) -> Answers:
    """The task's answers, right and wrong, in that language."""
    words = challenge.words[language].code
    return Answers(
        translate(task.reference, words),
        {name: translate(text, words) for name, text in task.right.items()},
        {name: translate(text, words) for name, text in task.wrong.items()},
    )


def _task(challenge: SourceChallenge, task: SourceTask, language: str, hidden: bool) -> Task:
    words, code = challenge.words[language], code_in(challenge, language)
    sentences = words.tasks[task.id].checks

    def put(check: SourceCheck) -> tuple[str, str]:
        return (sentences[check.id].passed, sentences[check.id].failed) if check.id in sentences else ("", "")

    return Task(
        id=task.id,
        starter=translate(task.starter, words.code),
        given=translate(task.given, words.code),
        limits=task.limits,
        checks=tuple(check.in_words(words.code, *put(check), hidden=hidden) for check in task.checks),
        signs=tuple(sign.in_words(words.code, "", "", hidden=hidden) for sign in task.signs),
        hints=tuple(Hint(kind, with_code(text, code)) for kind, text in words.texts.hints.get(task.id, ())),
        points=task.points,
        review=task.review,
    )
