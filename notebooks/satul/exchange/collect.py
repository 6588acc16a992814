"""Hand-ins of a course come into its directory, one of each student, with the club's time beside the files."""

import os
from datetime import UTC, datetime
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.exchange import abc

from satul.exchange import bundle
from satul.exchange.exchange import Exchange
from satul.exchange.matching import exact, matches
from satul.exchange.records import HandIn

TIMESTAMP = "timestamp.txt"


class ExchangeCollect(Exchange, abc.ExchangeCollect):
    """``nbgrader collect``. ``check_owner`` has nothing to check: the club knows whose a hand-in is."""

    def init_src(self) -> None:
        """Choose the hand-in of each student: the last, or the last before the due date where there is one."""
        self.require_course()
        course, assignment, student = (
            self.course.course_id,
            self.course.assignment_id,
            self.course.student_id,
        )
        found = self.club.hand_ins(course, assignment, exact(student))
        wanted = [
            each
            for each in found
            if (each.course_id, each.assignment_id) == (course, assignment)
            and matches(student, each.student_id)
        ]
        due = self._due_date() if self.before_duedate else None
        self.chosen = [_choice(list(hers), due) for _, hers in groupby(wanted, attrgetter("student_id"))]

    def copy_files(self) -> None:
        """Collect each that is not here yet; with ``update`` also each that is newer than what is here."""
        about = f"'{self.course.assignment_id}' for course '{self.course.course_id}'"
        if not self.chosen:
            self.log.warning("No submissions of %s to collect", about)
            return
        self.log.info("Processing %d submissions of %s", len(self.chosen), about)
        for hand_in in self.chosen:
            self._collect(hand_in)

    def _collect(self, hand_in: HandIn) -> None:
        student, assignment = hand_in.student_id, hand_in.assignment_id
        folder = Path(self.course.format_path(self.course.submitted_directory, student, assignment))
        if folder.is_dir() and not self._is_wanted(hand_in, folder):
            said = "No newer submission to collect" if self.update else "Submission already exists"
            more = "" if self.update else ", use --update to update"
            self.log.info("%s%s: %s %s", said, more, student, assignment)
            return
        said = "Updating" if folder.is_dir() else "Collecting"
        self.log.info("%s submission: %s %s", said, student, assignment)
        files = {**self.unpacked(self.club.handed_in_files(hand_in)), TIMESTAMP: hand_in.at.encode()}
        bundle.replace_folder(files, folder)
        if self.course.groupshared:
            _share(folder)

    def _is_wanted(self, hand_in: HandIn, folder: Path) -> bool:
        """Whether this hand-in should stand where another one is."""
        here = self.course.get_existing_timestamp(str(folder))
        collected = here.replace(tzinfo=UTC) if here else None
        if self.update and (collected is None or hand_in.time > collected):
            return True
        return bool(self.before_duedate) and collected != hand_in.time

    def _due_date(self) -> datetime | None:
        with Gradebook(self.course.db_url, self.course.course_id) as gradebook:
            try:
                due = gradebook.find_assignment(self.course.assignment_id).duedate
            except MissingEntry:
                return None
        return due.replace(tzinfo=UTC) if due else None


def _choice(hand_ins: list[HandIn], due: datetime | None) -> HandIn:
    """The last one; with a due date the last before it, if there is one."""
    in_time = [each for each in hand_ins if due is not None and each.time <= due]
    return max(in_time or hand_ins, key=attrgetter("time", "number"))


def _share(folder: Path) -> None:
    """Let the group of the course read and write: ``CourseDirectory.groupshared``."""
    for place, _, names in os.walk(folder):
        os.chmod(place, os.stat(place).st_mode | 0o2770)
        for name in names:
            path = os.path.join(place, name)
            os.chmod(path, os.stat(path).st_mode | 0o660)
