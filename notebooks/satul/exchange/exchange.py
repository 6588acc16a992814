"""What the exchange's classes share: the club's client, where homework lies here, and refusals in one sentence."""

import os
from collections.abc import Callable, Collection, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, NoReturn

from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange import ExchangeError, abc
from nbgrader.utils import ignore_patterns
from traitlets import Bool, Integer, Unicode, default

from satul import settings
from satul.exchange import bundle
from satul.exchange.client import Away, Client, Refused
from satul.exchange.records import HandIn
from satul.words import say


class Exchange(abc.Exchange):
    """An exchange that is the club's API. Who somebody is, is known from the workspace's key alone."""

    path_includes_course = Bool(
        False,
        help="Whether an assignment lies in `./<course>/<assignment>` rather than in `./<assignment>`.",
    ).tag(config=True)

    user = Unicode(
        help="My name in the hub, by which an instructor's own hand-ins are told from the children's. It opens"
        " nothing: the club asks for the key."
        " The workspace's JUPYTERHUB_USER unless it is set.",
    ).tag(config=True)

    most_packed = Integer(
        10_000_000,
        help="Largest hand-in or assignment to send, in bytes when packed: as much as the club takes.",
    ).tag(config=True)

    @default("user")
    def _user_default(self) -> str:
        return os.environ.get("JUPYTERHUB_USER", "")

    def start(self) -> Any:
        """Do it, or fail with one sentence.

        Raises:
            ExchangeError: it was refused, or the club is away, or this disk does not take it.
        """
        try:
            return super().start()  # type: ignore[no-untyped-call]
        except (Away, Refused) as error:
            self.log.debug("the club: %s", error)
            sentence = error.sentence
        except bundle.BadBundle as error:
            self.log.debug("the bundle: %s", error)
            sentence = say("exchange.damaged")
        except OSError as error:
            sentence = say("exchange.cannot_write", error=error)
        self.fail(sentence)

    def fail(self, msg: str) -> NoReturn:
        """Log a sentence and stop with it."""
        self.log.critical(msg)
        raise ExchangeError(msg)

    def init_src(self) -> None:
        """Nothing, unless a class says so."""

    def init_dest(self) -> None:
        """Nothing, unless a class says so."""

    def copy_files(self) -> None:
        """Nothing, unless a class says so."""

    @cached_property
    def club(self) -> Client:
        """The club of this workspace."""
        around = settings.read()
        if not (around.club_api and around.token):
            self.fail(say("exchange.not_connected"))
        return Client(around.club_api, around.token)

    @property
    def course(self) -> CourseDirectory:
        """nbgrader's course directory, which also carries what was asked for: course, assignment, student."""
        return self.coursedir if self.coursedir is not None else CourseDirectory(parent=self)

    def require_course(self) -> None:
        """Fail where no course is named, or an authenticator that the operator set says no."""
        if not self.course.course_id:
            self.fail(say("exchange.no_course"))
        asks = self.authenticator
        if asks is not None and not asks.has_access(self.course.student_id, self.course.course_id):
            self.fail(say("exchange.no_access"))

    def mine(self, hand_ins: list[HandIn]) -> list[HandIn]:
        """My own of what the club showed me: all of them, but where I teach. One may be in my partner's name."""
        taught = self.club.taught_courses() if hand_ins else frozenset()
        return [each for each in hand_ins if each.course_id not in taught or each.student_id == self.user]

    def local_folder(self, course: str, assignment: str) -> Path:
        """Where an assignment lies in this workspace."""
        parts = (course, assignment) if self.path_includes_course else (assignment,)
        return Path(os.path.abspath(os.path.join(self.assignment_dir, *parts)))

    @property
    def most_bytes(self) -> int:
        """How many bytes an assignment may hold."""
        return 1000 * int(self.course.max_dir_size)

    def files_of(self, folder: Path) -> Mapping[str, bytes]:
        """The files of a folder, without what nbgrader is told to leave out."""
        choose: Callable[[str, list[str]], Collection[str]] = ignore_patterns(  # type: ignore[no-untyped-call]
            exclude=self.course.ignore,
            include=self.course.include,
            max_file_size=self.course.max_file_size,
            log=self.log,
        )
        try:
            return bundle.read_folder(folder, choose, self.most_bytes)
        except bundle.TooLarge:
            self.fail(say("exchange.folder_too_large", most=self.most_bytes / 1_000_000))

    def packed(self, files: Mapping[str, bytes]) -> bytes:
        """The zip of some files."""
        try:
            packed = bundle.pack(files)
        except ValueError as error:  # a name that no zip can hold
            self.fail(say("exchange.bad_name", error=error))
        if len(packed) > self.most_packed:
            self.fail(say("exchange.too_large"))
        return packed

    def unpacked(self, content: bytes) -> Mapping[str, bytes]:
        """The files of a zip that came from the club."""
        return bundle.unpack(content, self.most_bytes)
