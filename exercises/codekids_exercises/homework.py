"""Homework: nbgrader's source for a course, and what marking needs to know. One homework a set, in the teacher's form
(`sets/<level>/<set>/homework/`), made from the same parts as a challenge.

A child's workspace gets of it what it gets of a challenge: `<content>/<set>/homework/<language>.json` with public checks,
hints and fingerprints (`released.read(content, set_id, "homework", language)`); the notebook travels as nbgrader's release.
"""

import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from codekids_exercises import homework_notebook
from codekids_exercises.challenge import ContentError, ReleasedChallenge
from codekids_exercises.known_mistakes import with_mistakes
from codekids_exercises.languages import LANGUAGES
from codekids_exercises.localise import localised
from codekids_exercises.released import is_id, read, to_json, version_of
from codekids_exercises.runs import PRELUDE, Runner, run_here
from codekids_exercises.source import (
    HOMEWORK_FILE,
    HOMEWORK_ID,
    LEVELS,
    read_homework,
    read_names,
    read_set_words,
)
from codekids_exercises.source_form import SourceChallenge

NOTEBOOK = "homework.ipynb"
"""The file name of every homework's notebook; nbgrader's notebook id is `homework`."""

CODE_STUB: Mapping[str, str] = {"python": homework_notebook.STUB}
"""For nbgrader's `ClearSolutions.code_stub`: a child then starts from the starter, not from an error. Homework is right
with nbgrader's own stub, too."""


class NoHomework(ContentError):
    """There is no homework of that set, or none in that language."""


def has_homework(source: Path, set_id: str) -> bool:
    """Whether the set has a homework in the teacher's form. `source` is the folder of the sets."""
    return is_id(set_id) and _folder(source, set_id) is not None


def write_source(source: Path, set_id: str, language: str, dest: Path) -> Path:
    """Write nbgrader's source of a set's homework as `dest/<set_id>/homework.ipynb`; gives that path.

    `source` is the folder of the sets, `dest` a course's source folder. The same source gives the same bytes; a file that
    is there is replaced as a whole. Raises NoHomework or ContentError.
    """
    it = _Homework.read(source, set_id, language)
    made = homework_notebook.source_book(it.homework, it.full, it.glossary)
    path = dest / set_id / NOTEBOOK
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(json.dumps(made, ensure_ascii=False, indent=1, sort_keys=True) + "\n")
        os.chmod(name, 0o644)
        os.replace(name, path)
    finally:
        Path(name).unlink(missing_ok=True)
    return path


def judged(
    source: Path,
    set_id: str,
    language: str,
    *,
    content: Path | None = None,
    prelude: str = PRELUDE,
    run: Runner = run_here,
) -> ReleasedChallenge:
    """A homework as marking needs it: every case, the fingerprints of known mistakes, points and `review` of each task.

    Fingerprints are learnt by running each wrong answer (a second or two: keep what you got), or taken from the released
    `content` when it holds the same version. Raises NoHomework, ContentError or RunnerFailed.
    """
    it = _Homework.read(source, set_id, language)
    known = _released(content, it.full)
    if known is None:
        known = with_mistakes(it.homework, it.public, prelude=prelude, run=run)
    tasks = {
        task_id: replace(task, mistakes=known.task(task_id).mistakes)
        for task_id, task in it.full.tasks.items()
    }
    return replace(it.full, tasks=tasks)


def released_form(homework: SourceChallenge, language: str, glossary: Mapping[str, str]) -> ReleasedChallenge:
    """A homework as a child's workspace may hold it, with its version; its known mistakes are not found yet."""
    return _Homework.of(homework, language, glossary).public


@dataclass(frozen=True)
class _Homework:
    """A homework in one language, with and without its hidden cases. Both have the version of what a child meets."""

    homework: SourceChallenge
    glossary: Mapping[str, str]
    full: ReleasedChallenge
    public: ReleasedChallenge

    @classmethod
    def read(cls, source: Path, set_id: str, language: str) -> "_Homework":
        folder = _folder(source, set_id) if is_id(set_id) else None
        if folder is None or language not in LANGUAGES:
            raise NoHomework(f"The set {set_id!r} has no homework in {language!r}.")
        homework = read_homework(folder, folder.parent.parent.name, read_names(source))
        return cls.of(homework, language, read_set_words(folder.parent, language).glossary)

    @classmethod
    def of(cls, homework: SourceChallenge, language: str, glossary: Mapping[str, str]) -> "_Homework":
        full = localised(homework, language, hidden=True)
        public = localised(homework, language, hidden=False)
        book = homework_notebook.childs_book(homework, full, glossary)
        hints = {name: dict(words.mistakes) for name, words in homework.words[language].tasks.items()}
        wrong = {task.id: dict(task.wrong) for task in homework.tasks.values()}
        version = version_of(to_json(public), hints, wrong, book)
        return cls(homework, glossary, replace(full, version=version), replace(public, version=version))


def _folder(source: Path, set_id: str) -> Path | None:
    folders = (source / level / set_id / HOMEWORK_ID for level in LEVELS)
    return next((folder for folder in folders if (folder / HOMEWORK_FILE).is_file()), None)


def _released(content: Path | None, full: ReleasedChallenge) -> ReleasedChallenge | None:
    if content is None:
        return None
    try:
        found = read(content, full.set_id, HOMEWORK_ID, full.language)
    except ContentError:
        return None
    return found if found.version == full.version else None
