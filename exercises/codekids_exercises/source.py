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
    right/<task>/*.py, wrong/<task>/*.py    other right answers; known mistakes (again.2.py: the mistake `again` once more)
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from codekids_exercises.challenge import ContentError, Limits
from codekids_exercises.languages import LANGUAGES
from codekids_exercises.released import is_id
from codekids_exercises.schema import SchemaError, Table, read_text, read_toml
from codekids_exercises.source_checks import SourceCheck, read_checks
from codekids_exercises.steps import STEPS, TASKS, Texts, read_texts, shown_code
from codekids_exercises.translate import Words

LEVELS = ("beginners", "advanced")


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


@dataclass(frozen=True)
class SourceChallenge:
    """A challenge in the teacher's form. `code` by file name without ending; `words` by language."""

    folder: Path
    level: str
    set_id: str
    id: str
    place: int
    minutes: int
    tasks: Mapping[str, SourceTask]
    code: Mapping[str, str]
    words: Mapping[str, ChallengeWords]


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


def read_sets(source: Path) -> tuple[SourceSet, ...]:
    """All sets, beginners first, by week. Raises ContentError."""
    names = read_names(source)
    folders = [(level, folder) for level in LEVELS for folder in set_folders(source, level)]
    if not folders:
        raise ContentError(
            f"{source} holds no set; it should hold {' and '.join(LEVELS)} with a folder a set."
        )
    sets = [read_set(folder, level, names) for level, folder in folders]
    return tuple(sorted(sets, key=lambda one: (LEVELS.index(one.level), one.week, one.id)))


def set_folders(source: Path, level: str) -> list[Path]:
    """The folders of a level's sets, sorted by name."""
    parent = source / level
    return sorted(one for one in parent.iterdir() if one.is_dir()) if parent.is_dir() else []


def challenge_folders(folder: Path) -> list[Path]:
    """The folders of a set's challenges, sorted by name."""
    return sorted(one.parent for one in folder.glob("*/challenge.toml"))


def read_names(source: Path) -> dict[str, Words]:
    """satul's words in each language. English is itself."""
    table = read_toml(source / "names.toml")
    found = {"en": Words()}
    for language in LANGUAGES:
        if language != "en":
            inside = table.table(language)
            found[language] = Words(*(inside.words(part) for part in ("names", "parameters", "strings")))
            inside.done()
    table.done()
    return found


def read_set(folder: Path, level: str, names: Mapping[str, Words]) -> SourceSet:
    """A set with its challenges. Raises ContentError."""
    table = read_toml(folder / "set.toml")
    if not is_id(folder.name):
        raise SchemaError(f"{folder}: name the folder in small letters with hyphens, like draw-the-village.")
    week, picture = table.take("week", int), table.text("picture")
    table.done()
    challenges = [read_challenge(one, level, names) for one in challenge_folders(folder)]
    return SourceSet(
        folder,
        folder.name,
        level,
        week,
        picture,
        {language: _set_words(folder, language) for language in LANGUAGES},
        tuple(sorted(challenges, key=lambda one: (one.place, one.id))),
    )


def _set_words(folder: Path, language: str) -> SetWords:
    table = read_toml(folder / f"{language}.toml")
    title, question, story = (table.text(field) for field in ("title", "question", "story"))
    glossary = table.words("glossary")
    table.done()
    sheet = folder / f"sheet.{language}.md"
    return SetWords(title, question, story, glossary, read_text(sheet) if sheet.exists() else "")


def read_challenge(folder: Path, level: str, names: Mapping[str, Words]) -> SourceChallenge:
    """A challenge. Raises ContentError."""
    if not is_id(folder.name):
        raise SchemaError(f"{folder}: name the folder in small letters with hyphens, like a-house.")
    table = read_toml(folder / "challenge.toml")
    place, minutes = table.take("place", int), table.take("minutes", int)
    tables = table.table("tasks")
    code = _python_files(folder / "code")
    tasks = {name: _task(folder, name, tables.table(name), code) for name in TASKS if tables.has(name)}
    tables.done()
    table.done()
    if not tasks:
        raise SchemaError(f"{folder / 'challenge.toml'}: there is no [tasks.modify] or [tasks.make].")
    words = {language: _words(folder, language, names[language], tasks) for language in LANGUAGES}
    for language, own in words.items():
        for name in shown_code(own.texts):
            if name not in code:
                raise SchemaError(
                    f"{folder / language}.md: {{{{ {name} }}}} has no file; add code/{name}.py."
                )
    return SourceChallenge(folder, level, folder.parent.name, folder.name, place, minutes, tasks, code, words)


def _task(folder: Path, name: str, table: Table, code: Mapping[str, str]) -> SourceTask:
    limits = Limits(table.take("steps", int, Limits().steps), table.take("seconds", float, Limits().seconds))
    checks, signs = read_checks(table, "checks"), read_checks(table, "signs")
    table.done()
    if not checks:
        raise table.refuse("checks", "is missing; a task needs at least one check.")
    if name not in code:
        raise SchemaError(
            f"{folder / 'code' / name}.py: this file is missing; it is what the child starts from."
        )
    return SourceTask(
        id=name,
        starter=code[name],
        given=code.get(f"{name}.given", ""),
        limits=limits,
        checks=checks,
        signs=signs,
        reference=read_text(folder / "answers" / f"{name}.py"),
        right=_python_files(folder / "right" / name),
        wrong=_python_files(folder / "wrong" / name),
    )


def _python_files(folder: Path) -> dict[str, str]:
    return {path.name.removesuffix(".py"): read_text(path) for path in sorted(folder.glob("*.py"))}


def _words(folder: Path, language: str, names: Words, tasks: Mapping[str, SourceTask]) -> ChallengeWords:
    table = read_toml(folder / f"{language}.toml")
    code = names.with_more(table.words("names"), table.words("strings"))
    same = frozenset(table.texts("same") or ())
    found = {task.id: _task_words(table.table(task.id), task) for task in tasks.values()}
    table.done()
    texts = read_texts(folder / f"{language}.md")
    for step in STEPS:
        if step in tasks and step not in texts.steps:
            raise SchemaError(f"{folder / language}.md: section '## {step}' is missing.")
    return ChallengeWords(texts, code, found, same)


def _task_words(table: Table, task: SourceTask) -> TaskWords:
    checks, mistakes = table.table("checks"), table.table("mistakes", needed=bool(task.wrong))
    found = {check.id: _check_words(checks.table(check.id), check) for check in task.checks}
    hints = {name: mistakes.text(name) for name in sorted({mistake_of(name) for name in task.wrong})}
    checks.done()
    mistakes.done()
    table.done()
    return TaskWords(found, hints)


def mistake_of(file: str) -> str:
    """The mistake that a wrong answer shows: `one-side` and `one-side.2` are the same one."""
    return file.split(".")[0]


def _check_words(table: Table, check: SourceCheck) -> CheckWords:
    said = table.text("said") if check.kind == "code" else ""
    words = CheckWords(table.text("passed"), table.text("failed"), said)
    table.done()
    return words
