"""Points nbgrader's own tests of an exchange at ours: a pytest plugin, for a run of the tests that nbgrader's wheel brings.

What is played here is who runs which command: a mentor releases, collects and answers, a child fetches and hands in, each
with a token of its own, and the club's real service answers. Those tests look at what happened in the folders of
nbgrader's default exchange; so after each command those folders are drawn anew, from what the service keeps. What a test
changes in a drawn feedback page is released as a newer one.
"""

import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import nbgrader.tests
import nbgrader.utils
import pytest
import uvicorn
from sqlalchemy import delete, select

from codekids_exercises.catalogue import Catalogue
from codekids_grading import bundles
from codekids_grading.store import Store
from codekids_hub import people
from codekids_hub.addresses import SERVICE_PREFIX
from codekids_hub.club.app import make_app
from codekids_hub.club.parts import Parts
from codekids_hub.clubs import NewClub, add_club
from codekids_hub.hub_client import HubClient
from codekids_hub.people import Role
from codekids_hub.queue import Queue
from codekids_hub.settings import Settings
from codekids_hub.storage import Database, migrate
from codekids_hub.storage.homework_tables import Assignment, Feedback, HandIn
from codekids_hub.storage.tables import Child, Club
from satul.exchange.config import FOLDER

COURSES = ("abc101", "abc102", "xyz200")
STUDENT = "kstudent"
"""What the tests call themselves; the club of the first course knows the child by this id."""

_REMOVES = "It removes hand-ins. In this exchange what was handed in stays."
_RIGHTS = "The rights of folders that the default exchange shares between accounts; here there is none."
_SAYS_WHO = "It says on the command line who hands in. Here the token alone says it."
LEFT_OUT = {
    "TestNbGraderList::test_list_cached": _REMOVES,
    "TestNbGraderList::test_list_remove_inbound": _REMOVES,
    "TestNbGraderList::test_list_remove_cached": _REMOVES,
    "TestNbGraderCollect::test_owner_check": _SAYS_WHO,
    "TestNbGraderSubmit::test_submit_with_student_id": _SAYS_WHO,
    "TestNbGraderCollect::test_permissions": _RIGHTS,
    "TestNbGraderRelease::test_permissions": _RIGHTS,
    "TestNbGraderReleaseFeedback::test_permissions": _RIGHTS,
    "TestNbGraderSubmit::test_submit_max_file_size": "Its notebook is over the limit: a hand-in without one is refused.",
    "TestNbGraderSubmit::test_submit_max_dir_size": "It expects a traceback. Here it is a sentence and exit code 1.",
}
"""What of those tests is not asked of our exchange, and why. What they look for is tested in notebooks/exchange."""

_MENTORS = {"release_assignment", "collect", "release_feedback", "list"}
_FOLDERS = ("--Exchange.root=", "--Exchange.cache=")
_TIME = "%Y-%m-%d %H:%M:%S.%f UTC"


class PlayedHub:
    """Says that whoever shows a token is called as the token."""

    cookie_name = "service-club"
    access_scopes = frozenset({"access:services"})

    async def user_for_token(self, token: str, **_: Any) -> dict[str, str]:
        """The model of a person."""
        return {"kind": "user", "name": token}

    def check_scopes(self, *_: Any) -> bool:
        """Everybody may enter."""
        return True


class StockClub:
    """The club's service with three clubs, one child in each, and a mentor of all."""

    def __init__(self) -> None:
        self.folder = Path(mkdtemp(prefix="codekids-stock-"))
        one_step = {"CODEKIDS_SECOND_FACTOR": "off"}
        settings = Settings.load(None, one_step, data=self.folder, content=self.folder)
        self.database, self.store = Database(settings.database_url), Store(settings.store)
        migrate(self.database)
        self.mentor_id, self.clubs = self._people()
        nobody = HubClient("http://127.0.0.1:9/hub/api")
        parts = Parts(
            settings,
            self.database,
            Catalogue(()),
            nobody,
            PlayedHub(),
            "k" * 64,
            "t",
            "p" * 64,
            self.store,
            Queue(settings),
        )
        self._drawn: dict[Path, tuple[int, str, bytes]] = {}
        self._server = uvicorn.Server(
            uvicorn.Config(make_app(parts), port=0, log_level="warning", timeout_graceful_shutdown=1)
        )
        self._thread = threading.Thread(target=self._server.run)
        self._thread.start()
        while not self._server.started:
            time.sleep(0.02)
        port = self._server.servers[0].sockets[0].getsockname()[1]
        self.api = f"http://127.0.0.1:{port}{SERVICE_PREFIX}api"

    def _people(self) -> tuple[str, dict[str, str]]:
        now, clubs = datetime.now(UTC), {}
        with self.database.write() as session:
            mentor = people.add_adult(session, "mentor", "trei cuvinte bune", now)
            for code in COURSES:
                new = NewClub(code=code.upper(), library="L", locality="L", county="C")
                club = add_club(session, new, now)
                session.flush()
                people.give_duty(session, mentor, club, Role.MENTOR, now)
                session.add(_child(child_of(code), club.id, now))
                clubs[code] = club.id
            return mentor.id, clubs

    def empty(self) -> None:
        """Forget what a test did."""
        self._drawn.clear()
        with self.database.write() as session:
            for table in (Feedback, HandIn, Assignment):
                session.execute(delete(table))
            session.execute(delete(Child).where(Child.id.not_in([child_of(code) for code in COURSES])))

    def take_for_handed_in(self, submitted: Path) -> None:
        """What a test has laid into the course's submitted folder by hand was handed in before, by that student."""
        for place in sorted(submitted.glob("*/*/timestamp.txt")):
            student, name = place.parts[-3:-1]
            at = nbgrader.utils.parse_utc(place.read_text().strip()).replace(tzinfo=UTC)
            files = {path.name: path.read_bytes() for path in place.parent.glob("*.ipynb")}
            with self.database.write() as session:
                if session.get(Child, student) is None:
                    session.add(_child(student, self.clubs[COURSES[0]], at))
                    session.flush()
                    session.add(self._hand_in(student, name, bundles.write(files), sorted(files), at))

    def _hand_in(self, student: str, name: str, content: bytes, files: list[str], at: datetime) -> HandIn:
        return HandIn(
            club_id=self.clubs[COURSES[0]], assignment=name, child_id=student, partner_id=None, key="0" * 64,
            digest=self.store.put(content), size=len(content), notebooks=tuple(Path(one).stem for one in files),
            received_at=at, late=False, state="kept", tries=0, marked_at=None, points=None, max_points=None, marking=None,
        )  # fmt: skip

    def draw(self, exchange: Path, cache: Path | None, submitted: Path) -> None:
        """Draw the folders of nbgrader's default exchange."""
        with self.database.read() as session:
            for course, club_id in self.clubs.items():
                club = session.get_one(Club, club_id)
                self._draw_released(session, club, exchange / course / "outbound")
                rows = session.scalars(
                    select(HandIn).where(HandIn.club_id == club.id).order_by(HandIn.id)
                ).all()
                for place in (exchange / course / "inbound", cache and cache / course):
                    if place is not None:
                        self._draw_handed_in(rows, place)
                self._draw_feedback(session, rows, exchange / course / "feedback", submitted)

    def _draw_released(self, session: Any, club: Club, place: Path) -> None:
        shutil.rmtree(place, ignore_errors=True)
        for row in session.scalars(select(Assignment).where(Assignment.club_id == club.id)):
            _write(bundles.read(self.store.get(row.digest)).files, place / row.name)

    def _draw_handed_in(self, rows: Any, place: Path) -> None:
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        for row in rows:
            at = row.received_at.strftime(_TIME)
            files = {**bundles.read(self.store.get(row.digest)).files, "timestamp.txt": at.encode()}
            _write(files, place / f"{STUDENT}+{row.assignment}+{at}+{row.id}")

    def _draw_feedback(self, session: Any, rows: Any, place: Path, submitted: Path) -> None:
        """Under the names that nbgrader makes of the secret beside a submission."""
        shutil.rmtree(place, ignore_errors=True)
        for row in rows:
            secret = f"hand-in {row.id}"
            with suppress(FileNotFoundError):
                secret = (submitted / row.child_id / row.assignment / "submission_secret.txt").read_text()
            for page in session.scalars(select(Feedback).where(Feedback.hand_in_id == row.id)):
                name = nbgrader.utils.notebook_hash(secret=secret, notebook_id=page.notebook)  # type: ignore[no-untyped-call]
                content = self.store.get(page.digest)
                _write({f"{name}.html": content}, place)
                self._drawn[place / f"{name}.html"] = (row.id, page.notebook, content)

    def take_for_released(self) -> None:
        """What a test has written into a feedback page is a newer one."""
        for path, (number, notebook, content) in self._drawn.items():
            if path.exists() and path.read_bytes() != content:
                digest, now = self.store.put(path.read_bytes()), datetime.now(UTC)
                with self.database.write() as session:
                    session.merge(Feedback(hand_in_id=number, notebook=notebook, digest=digest, at=now))
        self._drawn.clear()

    def close(self) -> None:
        """Stop."""
        self._server.should_exit = True
        self._thread.join()
        shutil.rmtree(self.folder, ignore_errors=True)


def child_of(course: str) -> str:
    """The child in a course's club."""
    return STUDENT if course == COURSES[0] else f"{STUDENT}-{course}"


def _child(name: str, club_id: str, now: datetime) -> Child:
    return Child(
        id=name, club_id=club_id, nickname=name, animal=name, level="beginners", language="en", created_at=now, last_seen_at=None
    )  # fmt: skip


def _write(files: Any, folder: Path) -> None:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


class Plugin:
    """What pytest is told."""

    def __init__(self) -> None:
        self.club = StockClub()
        self.patch = pytest.MonkeyPatch()
        self._run = nbgrader.tests.run_nbgrader
        self.course_dir = Path("nowhere")
        self.patch.setattr(nbgrader.tests, "run_nbgrader", self.run)
        self.patch.setattr(nbgrader.utils, "get_username", lambda: STUDENT)
        for name, value in {
            "USER": STUDENT,
            "JUPYTER_CONFIG_PATH": str(FOLDER),
            "CODEKIDS_CLUB_API": self.club.api,
            "CODEKIDS_LANGUAGE": "en",
        }.items():
            self.patch.setenv(name, value)

    @pytest.fixture(autouse=True)
    def fresh_club(self, course_dir: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
        """Each test begins with nothing released and nothing handed in."""
        self.club.empty()
        self.course_dir = Path(course_dir)
        monkeypatch.setenv("HOME", str(tmp_path))
        yield

    def run(self, args: list[str], **options: Any) -> str:
        """Run a command as whoever runs it, and draw what came of it."""
        who = self._who(args)
        self.patch.setenv("JUPYTERHUB_USER", who)
        self.patch.setenv("JUPYTERHUB_API_TOKEN", who)
        submitted = self.course_dir / "submitted"
        self.club.take_for_released()
        if args[0] == "release_feedback":
            self.club.take_for_handed_in(submitted)
        try:
            said: str = self._run([one for one in args if not one.startswith(_FOLDERS)], **options)
            return said
        finally:
            root, cache = (_value(args, name) for name in _FOLDERS)
            if root is not None:
                self.club.draw(root, cache, submitted)

    def _who(self, args: list[str]) -> str:
        if args[0] in _MENTORS and "--cached" not in args:
            return self.club.mentor_id
        named = args[args.index("--course") + 1] if "--course" in args else COURSES[0]
        return child_of(named)

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave out what is not for us; a name that is not there any more is an error."""
        names = {item: "::".join(item.nodeid.partition("[")[0].split("::")[-2:]) for item in items}
        classes = {name.partition("::")[0] for name in names.values()}
        unknown = {name for name in LEFT_OUT if name.partition("::")[0] in classes} - set(names.values())
        assert not unknown, f"nbgrader has no such tests any more: {unknown}"
        items[:] = [item for item in items if names[item] not in LEFT_OUT]

    def pytest_unconfigure(self) -> None:
        """Stop the service."""
        self.patch.undo()
        self.club.close()


def _value(args: list[str], option: str) -> Path | None:
    return next((Path(one.removeprefix(option)) for one in args if one.startswith(option)), None)


def pytest_configure(config: pytest.Config) -> None:
    """Begin before the tests import what is put in place of nbgrader's own."""
    config.pluginmanager.register(Plugin(), "stock-exchange")
