"""An installation with clubs that have one homework, and what their children hand in: for measuring how long an answer takes."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from codekids_exercises.catalogue import SetEntry
from codekids_exercises.homework import NOTEBOOK
from codekids_exercises.release import release
from codekids_grading import bundles
from codekids_hub.addresses import project_root
from codekids_hub.animals import ANIMALS
from codekids_hub.bench.courses import LEVEL, SET, Choice, answered, own_answers
from codekids_hub.bench.filling import CHILDREN
from codekids_hub.bench.service import parts_without_hub
from codekids_hub.bench.spending import as_usual
from codekids_hub.club.parts import Parts
from codekids_hub.clubs import NewClub, add_club
from codekids_hub.course_files import CourseFiles
from codekids_hub.homework import BY_CALENDAR, course_id
from codekids_hub.identifiers import CHILD, new_identifier
from codekids_hub.settings import Settings
from codekids_hub.storage import Database, migrate
from codekids_hub.storage.homework_tables import Assignment
from codekids_hub.storage.tables import Child, Club

LANGUAGE = "ro"
LOOP = "while True:\n    pass"
_LOOPING = "modify"
"""The task in which programs that never end stand."""
_END = 30.0


@dataclass(frozen=True)
class Seat:
    """A child, and its course's name."""

    child: str
    course: str


@dataclass(frozen=True)
class Paper:
    """What a child hands in. ``right``: of each task, whether its answer is; ``endless``: the tasks whose program never ends."""

    content: bytes
    right: Mapping[str, bool]
    endless: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Place:
    """An installation in which a homework was given out. ``book``: the released notebook."""

    parts: Parts
    seats: Sequence[Seat]
    book: Mapping[str, Any]

    def papers(self, count: int, begin: int = 0) -> list[Paper]:
        """Right and wrong answers of all kinds, from the ``begin``-th on; no two papers are alike."""
        answers = own_answers(self.parts.settings.content, LANGUAGE, begin + count)
        return [self._paper(one) for one in answers[begin:]]

    def endless(self, count: int) -> list[Paper]:
        """Papers with a program that never ends, no two alike."""
        answers = own_answers(self.parts.settings.content, LANGUAGE, count)
        loops = [Choice(f"{LOOP}\n# {number}", False) for number in range(count)]
        return [
            self._paper({**one, _LOOPING: loop}, frozenset({_LOOPING}))
            for one, loop in zip(answers, loops, strict=True)
        ]

    def _paper(self, answers: Mapping[str, Choice], endless: frozenset[str] = frozenset()) -> Paper:
        made = answered(self.book, {name: one.source for name, one in answers.items()})
        content = bundles.write({NOTEBOOK: json.dumps(made).encode()})
        return Paper(content, {name: one.right for name, one in answers.items()}, endless)


@contextmanager
def open_place(folder: Path, database_url: str, children: int) -> Iterator[Place]:
    """So many children in clubs of the usual size, and the marking worker as a process, as long as the context lasts."""
    content = folder / "content"
    _copy_one_set(project_root() / "exercises" / "sets", content)
    settings = Settings.load(
        None, {}, data=folder / "data", content=content, database=database_url, second_factor="offered"
    )
    settings.data.mkdir()
    catalogue = release(content, settings.released)
    (entry,) = catalogue.sets
    database, files = Database(settings.database_url), CourseFiles(settings)
    try:
        migrate(database)
        clubs = [
            _club(database, files, entry, begin, min(CHILDREN, children - begin))
            for begin in range(0, children, CHILDREN)
        ]
        parts = parts_without_hub(settings, database, catalogue)
        book = json.loads(bundles.read(parts.store.get(clubs[0].digest)).files[NOTEBOOK])
        with _worker(settings, folder / "worker.log"):
            yield Place(parts, [seat for club in clubs for seat in club.seats], book)
        parts.queue.close()
    finally:
        database.dispose()


def _copy_one_set(sets: Path, content: Path) -> None:
    (content / LEVEL).mkdir(parents=True)
    shutil.copy(sets / "names.toml", content)
    shutil.copytree(sets / LEVEL / SET, content / LEVEL / SET)


@dataclass(frozen=True)
class _Members:
    seats: Sequence[Seat]
    digest: str


def _club(database: Database, files: CourseFiles, entry: SetEntry, begin: int, children: int) -> _Members:
    """A club that was given the homework."""
    now = datetime.now(UTC)
    new = NewClub(
        code=f"ANSWER{begin}", library="Biblioteca", locality="Satul", county="Vâlcea", language=LANGUAGE
    )
    with database.write() as session:
        club = add_club(session, new, now)
        session.flush()
        ids = [_child(session, club, number, now) for number in range(children)]
    digest = files.make(club, entry)
    with database.write() as session:
        session.add(
            Assignment(
                club_id=club.id,
                name=entry.id,
                digest=digest,
                released_at=now,
                closes_at=None,
                released_by=BY_CALENDAR,
            )
        )
    return _Members([Seat(each, course_id(club)) for each in ids], digest)


def _child(session: Session, club: Club, number: int, now: datetime) -> str:
    child = Child(
        id=new_identifier(CHILD), club_id=club.id, nickname=f"Copil {number}", animal=ANIMALS[number].id, level=LEVEL,
        language=None, created_at=now, last_seen_at=None,
    )  # fmt: skip
    session.add(child)
    return child.id


@contextmanager
def _worker(settings: Settings, said: Path) -> Iterator[None]:
    """The marking worker, as an installation starts it."""
    with said.open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "codekids_hub.worker"],
            env=as_usual() | settings.environment(),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(_END)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
