"""Feedback that nbgrader generated goes to the club, each to the hand-in that it is about."""

import re
from datetime import UTC, datetime
from glob import glob
from pathlib import Path

from nbgrader.exchange import abc
from nbgrader.utils import parse_utc

from satul.exchange.client import Refused
from satul.exchange.collect import TIMESTAMP
from satul.exchange.exchange import Exchange
from satul.exchange.matching import exact, matches
from satul.exchange.records import HandIn
from satul.words import say

_ANY = "[^/\\\\]+"


class ExchangeReleaseFeedback(Exchange, abc.ExchangeReleaseFeedback):
    """``nbgrader release_feedback``. One that cannot be released stops no other; it fails at the end."""

    def init_src(self) -> None:
        """Find the students' folders of feedback."""
        course = self.course
        pattern = course.format_path(
            course.feedback_directory, f"(?P<student>{_ANY})", course.assignment_id, escape=True
        )
        every = course.format_path(course.feedback_directory, "*", course.assignment_id)
        folders = [Path(found) for found in sorted(glob(every))]
        excluded = {student.strip() for student in course.student_id_exclude.split(",")}
        self.folders: list[tuple[str, Path]] = []
        for folder in folders:
            student = _student(pattern, folder)
            if student and student not in excluded and matches(course.student_id or "*", student):
                self.folders.append((student, folder))

    def init_dest(self) -> None:
        """Ask the club for the hand-ins."""
        self.require_course()
        course, assignment = self.course.course_id, self.course.assignment_id
        found = self.club.hand_ins(course, assignment, exact(self.course.student_id))
        self.known = {
            (each.student_id, each.time): each
            for each in found
            if (each.course_id, each.assignment_id) == (course, assignment)
        }

    def copy_files(self) -> None:
        """Release what there is."""
        failed = [student for student, folder in self.folders if not self._release(student, folder)]
        if failed:
            self.fail(say("exchange.feedback_failed", students=", ".join(failed)))

    def _release(self, student: str, folder: Path) -> bool:
        pages = sorted(folder.glob("*.html"))
        if not pages:
            return True
        hand_in = self._hand_in(student, folder)
        if hand_in is None:
            return False
        for page in pages:
            self.log.info("Releasing feedback for student '%s' on '%s/%s'", student, folder.name, page.stem)
            try:
                self.club.release_feedback(hand_in, page.stem, page.read_bytes())
            except Refused as refusal:
                self.log.error("%s %s: %s", student, page.stem, refusal.sentence)
                return False
        return True

    def _hand_in(self, student: str, folder: Path) -> HandIn | None:
        """The hand-in that was collected, autograded and answered: known by its time."""
        try:
            text = (folder / TIMESTAMP).read_text(encoding="utf-8").strip()
            at: datetime = parse_utc(text).replace(tzinfo=UTC)
        except (OSError, ValueError):
            text, found = "?", None
        else:
            found = self.known.get((student, at))
        if found is None:
            self.log.error(say("exchange.no_such_hand_in", student=student, at=text))
        return found


def _student(pattern: str, folder: Path) -> str:
    found = re.fullmatch(pattern, str(folder))
    return found["student"] if found else ""
