"""From the teacher's form to what a child's workspace may hold: no solution, no mistake's code, no hidden case."""

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from typing import Any

from codekids_exercises import catalogue, notebook, parts
from codekids_exercises.catalogue import Catalogue, ChallengeEntry, SetEntry
from codekids_exercises.challenge import ReleasedChallenge
from codekids_exercises.homework import released_form
from codekids_exercises.known_mistakes import all_with_mistakes
from codekids_exercises.languages import LANGUAGES
from codekids_exercises.localise import localised
from codekids_exercises.parts import Parts
from codekids_exercises.parts_of import parts_of
from codekids_exercises.released import to_json, version_of
from codekids_exercises.runs import PRELUDE, Runner, run_here
from codekids_exercises.source import read_sets
from codekids_exercises.source_form import SourceChallenge, SourceSet
from codekids_exercises.workers import share


def release(
    source: Path,
    dest: Path,
    *,
    prelude: str = PRELUDE,
    run: Runner = run_here,
    tell: Callable[[int, int], None] = lambda done, of: None,
) -> Catalogue:
    """Release all sets of `source` into `dest`, which is replaced as a whole or not at all.

    The same source gives the same bytes. Runs every wrong answer once in each language to learn its fingerprint, on all
    processors; `tell` hears how many sets are done, of how many.
    Raises ContentError (a broken file, a wrong answer that passes) or RunnerFailed (satul cannot be imported).
    """
    sets = read_sets(source)
    dest.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=dest.parent, prefix=f".{dest.name}-") as folder:
        made = Path(folder) / "new"
        made.mkdir()
        work = partial(_release_set, made, prelude)
        for done, _ in enumerate(share(work, sets, run=run), start=1):
            tell(done, len(sets))
        found = Catalogue(tuple(set_entry(one) for one in sets))
        _write_json(made / catalogue.CATALOGUE_FILE, {"format": catalogue.CATALOGUE_FORMAT, **asdict(found)})
        _swap(made, dest, Path(folder) / "old")
    return found


def _release_set(dest: Path, prelude: str, one: SourceSet, run: Runner) -> None:
    shown = parts_of(one.challenges, prelude=prelude, run=run)
    for language in LANGUAGES:
        glossary = one.words[language].glossary
        public = [(it, _public(it, language, glossary)) for it in one.exercises]
        learnt = all_with_mistakes(public, prelude=prelude, run=run)
        for it, released in zip(one.exercises, learnt, strict=True):
            own = shown.get((it.id, language), Parts())
            _release_exercise(it, released, own, glossary, dest / one.id / it.id)
        _write(dest / one.id / f"sheet.{language}.md", one.words[language].sheet)


def _public(it: SourceChallenge, language: str, glossary: Mapping[str, str]) -> ReleasedChallenge:
    return released_form(it, language, glossary) if it.is_homework else localised(it, language, hidden=False)


def _release_exercise(
    it: SourceChallenge, released: ReleasedChallenge, own: Parts, glossary: Mapping[str, str], folder: Path
) -> None:
    """A homework has no notebook here: nbgrader makes it."""
    if not it.is_homework:
        plain = notebook.build(it, released, glossary)
        shown = parts.to_json(own)
        released = replace(released, version=version_of(to_json(released), plain, shown))
        _write_json(folder / f"{released.language}.ipynb", notebook.build(it, released, glossary))
        _write_json(folder / f"{released.language}.parts.json", shown)
    _write_json(folder / f"{released.language}.json", to_json(released))


def set_entry(one: SourceSet) -> SetEntry:
    """What the catalogue of released content tells about a set."""
    return SetEntry(
        one.id,
        one.level,
        one.week,
        one.picture,
        {language: one.words[language].title for language in LANGUAGES},
        {language: one.words[language].question for language in LANGUAGES},
        {language: one.words[language].story for language in LANGUAGES},
        tuple(_challenge_entry(challenge) for challenge in one.challenges),
        _challenge_entry(one.homework) if one.homework else None,
    )


def _challenge_entry(challenge: SourceChallenge) -> ChallengeEntry:
    return ChallengeEntry(
        challenge.id,
        {language: challenge.words[language].texts.title for language in LANGUAGES},
        {language: challenge.words[language].texts.summary for language in LANGUAGES},
        challenge.minutes,
        tuple(challenge.tasks),
    )


def _write_json(path: Path, data: Any) -> None:
    _write(path, json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    path.chmod(0o644)


def _swap(made: Path, dest: Path, old: Path) -> None:
    """Put the new release in the old one's place; if that fails the old one stays."""
    made.chmod(0o755)
    if not dest.exists():
        os.replace(made, dest)
        return
    os.replace(dest, old)
    try:
        os.replace(made, dest)
    except OSError:
        os.replace(old, dest)
        raise
    shutil.rmtree(old, ignore_errors=True)
