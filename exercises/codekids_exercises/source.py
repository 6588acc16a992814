"""Reading the teacher's form of the content (`source_form`): strictly, so that a misspelt field is not ignored in silence."""

from collections.abc import Mapping
from pathlib import Path

from codekids_exercises.challenge import ContentError, Limits
from codekids_exercises.languages import LANGUAGES
from codekids_exercises.released import is_id
from codekids_exercises.schema import SchemaError, Table, read_text, read_toml
from codekids_exercises.source_checks import SourceCheck, read_checks
from codekids_exercises.source_form import (
    ChallengeWords,
    CheckWords,
    SetWords,
    SourceChallenge,
    SourceSet,
    SourceTask,
    TaskWords,
    mistake_of,
)
from codekids_exercises.steps import CHALLENGE, EXAMPLES, HOMEWORK, Arc, read_texts, shown_code
from codekids_exercises.translate import Words

LEVELS = ("beginners", "advanced")
CHALLENGE_FILE, HOMEWORK_FILE = "challenge.toml", "homework.toml"

HOMEWORK_ID = "homework"
"""The folder and the id of a set's homework; no challenge has this name."""


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
    return sorted(one.parent for one in folder.glob(f"*/{CHALLENGE_FILE}"))


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
    homework = folder / HOMEWORK_ID
    return SourceSet(
        folder,
        folder.name,
        level,
        week,
        picture,
        {language: read_set_words(folder, language) for language in LANGUAGES},
        tuple(sorted(challenges, key=lambda one: (one.place, one.id))),
        read_homework(homework, level, names) if homework.is_dir() else None,
    )


def read_set_words(folder: Path, language: str) -> SetWords:
    """What a set says in that language. Raises ContentError."""
    table = read_toml(folder / f"{language}.toml")
    title, question, story = (table.text(field) for field in ("title", "question", "story"))
    glossary = table.words("glossary")
    table.done()
    sheet = folder / f"sheet.{language}.md"
    return SetWords(title, question, story, glossary, read_text(sheet) if sheet.exists() else "")


def read_challenge(folder: Path, level: str, names: Mapping[str, Words]) -> SourceChallenge:
    """A challenge. Raises ContentError."""
    if not is_id(folder.name) or folder.name == HOMEWORK_ID:
        raise SchemaError(f"{folder}: name the folder in small letters with hyphens, like a-house.")
    table = read_toml(folder / CHALLENGE_FILE)
    return _read(folder, level, names, table, table.take("place", int), CHALLENGE)


def read_homework(folder: Path, level: str, names: Mapping[str, Words]) -> SourceChallenge:
    """A set's homework. Raises ContentError."""
    return _read(folder, level, names, read_toml(folder / HOMEWORK_FILE), 0, HOMEWORK)


def _read(
    folder: Path, level: str, names: Mapping[str, Words], table: Table, place: int, arc: Arc
) -> SourceChallenge:
    minutes = table.take("minutes", int)
    tables = table.table("tasks")
    code = _python_files(folder / "code")
    tasks = {name: _task(folder, tables.table(name), code, arc) for name in arc.tasks if tables.has(name)}
    tables.done()
    inputs = {} if arc is HOMEWORK else _inputs(table.table("steps", needed=False))
    table.done()
    if not tasks:
        raise SchemaError(f"{table.file}: there is no task; add one of {', '.join(arc.tasks)}.")
    words = {language: _words(folder, language, names[language], tasks, arc) for language in LANGUAGES}
    for language, own in words.items():
        for name in shown_code(own.texts):
            if name not in code:
                raise SchemaError(
                    f"{folder / language}.md: {{{{ {name} }}}} has no file; add code/{name}.py."
                )
    set_id = folder.parent.name
    return SourceChallenge(
        folder, level, set_id, folder.name, place, minutes, tasks, code, words, arc, inputs
    )


def _inputs(table: Table) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for step in EXAMPLES:
        inside = table.table(step, needed=False)
        found[step] = inside.texts("inputs") or ()
        inside.done()
    table.done()
    return found


def _task(folder: Path, table: Table, code: Mapping[str, str], arc: Arc) -> SourceTask:
    name = table.name
    points = table.take("points", float) if arc is HOMEWORK else 0.0
    review = arc is HOMEWORK and table.take("review", bool, False)
    limits = Limits(table.take("steps", int, Limits().steps), table.take("seconds", float, Limits().seconds))
    checks, signs = read_checks(table, "checks"), read_checks(table, "signs")
    table.done()
    if not checks and not review:
        raise table.refuse("checks", "is missing; a task needs at least one check.")
    if arc is HOMEWORK and points <= 0:
        raise table.refuse("points", f"is {points:g}; a task of a homework is worth something.")
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
        points=points,
        review=review,
    )


def _python_files(folder: Path) -> dict[str, str]:
    return {path.name.removesuffix(".py"): read_text(path) for path in sorted(folder.glob("*.py"))}


def _words(
    folder: Path, language: str, names: Words, tasks: Mapping[str, SourceTask], arc: Arc
) -> ChallengeWords:
    table = read_toml(folder / f"{language}.toml")
    code = names.with_more(table.words("names"), table.words("strings"))
    same = frozenset(table.texts("same") or ())
    found = {
        task.id: _task_words(table.table(task.id, needed=bool(task.checks)), task) for task in tasks.values()
    }
    table.done()
    texts = read_texts(folder / f"{language}.md", arc)
    for step in arc.steps:
        if step in tasks and step not in texts.steps:
            raise SchemaError(f"{folder / language}.md: section '## {step}' is missing.")
    return ChallengeWords(texts, code, found, same)


def _task_words(table: Table, task: SourceTask) -> TaskWords:
    checks = table.table("checks", needed=bool(task.checks))
    mistakes = table.table("mistakes", needed=bool(task.wrong))
    found = {check.id: _check_words(checks.table(check.id), check) for check in task.checks}
    hints = {name: mistakes.text(name) for name in sorted({mistake_of(name) for name in task.wrong})}
    checks.done()
    mistakes.done()
    table.done()
    return TaskWords(found, hints)


def _check_words(table: Table, check: SourceCheck) -> CheckWords:
    said = table.text("said") if check.kind == "code" else ""
    words = CheckWords(table.text("passed"), table.text("failed"), said)
    table.done()
    return words
