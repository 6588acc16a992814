"""What is released and what was handed in, in the shapes that nbgrader's pages expect."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from nbgrader.exchange import abc

from satul.exchange import local_feedback
from satul.exchange.exchange import Exchange
from satul.exchange.matching import exact, matches
from satul.exchange.records import Assignment, HandIn
from satul.words import say

Info = dict[str, Any]
"""One entry, as ``nbgrader.server_extensions`` and the formgrader read it."""


class ExchangeList(Exchange, abc.ExchangeList):
    """``nbgrader list``: released; ``--inbound``: all that I may see handed in; ``--cached``: what I handed in."""

    def list_files(self) -> list[Info]:
        """Log the entries and return them."""
        if self.inbound or self.cached:
            self.log.info("Submitted assignments:")
            groups = list(self._handed_in())
            for group in groups:
                for info in group["submissions"]:
                    self.log.info(_handed_in_line(info))
            return groups
        self.log.info("Released assignments:")
        return [self._told(each) for each in self._released()]

    def remove_files(self) -> list[Info]:
        """Take released assignments back. A hand-in is never removed."""
        if self.inbound or self.cached:
            self.fail(say("exchange.hand_ins_stay"))
        self.log.info("Removing released assignments:")
        removed = []
        for each in self._released():
            removed.append({**self._told(each), "status": "removed"})
            self.club.withdraw(each.course_id, each.assignment_id)
        return removed

    def _released(self) -> list[Assignment]:
        return [
            each
            for each in self.club.assignments(exact(self.course.course_id))
            if self._is_wanted(each.course_id, each.assignment_id)
        ]

    def _told(self, assignment: Assignment) -> Info:
        folder = self.local_folder(assignment.course_id, assignment.assignment_id)
        more = " (already downloaded)" if folder.exists() else ""
        self.log.info("%s %s%s", assignment.course_id, assignment.assignment_id, more)
        return _assignment_info(assignment, folder, self.club.address)

    def _handed_in(self) -> Iterator[Info]:
        student = self.course.student_id
        found = self.club.hand_ins(
            exact(self.course.course_id), exact(self.course.assignment_id), exact(student)
        )
        wanted = [each for each in found if self._is_wanted(each.course_id, each.assignment_id)]
        if self.cached:
            wanted = self.mine(wanted)
        wanted = [each for each in wanted if matches(student, each.student_id)]
        for (course, who, name), group in groupby(
            wanted, lambda e: (e.course_id, e.student_id, e.assignment_id)
        ):
            folder = self.local_folder(course, name)
            yield {
                "course_id": course,
                "student_id": who,
                "assignment_id": name,
                "status": "submitted",
                "submissions": [_hand_in_info(each, folder, self.club.address) for each in group],
            }

    def _is_wanted(self, course: str, assignment: str) -> bool:
        asks = self.authenticator
        mine = asks.get_student_courses(self.course.student_id) if asks is not None else None
        if mine is not None and course not in mine:
            return False
        return matches(self.course.course_id, course) and matches(self.course.assignment_id, assignment)


def _assignment_info(assignment: Assignment, folder: Path, exchange: str) -> Info:
    """A released assignment; once it is here, its paths and notebooks are those of the folder here."""
    if folder.exists():
        paths = {path.stem: str(path) for path in sorted(folder.glob("*.ipynb"))}
        status, path = "fetched", str(folder)
    else:
        path = f"{exchange}/assignments/{assignment.course_id}/{assignment.assignment_id}"
        paths = {name: f"{path}/{name}.ipynb" for name in assignment.notebooks}
        status = "released"
    return {
        "course_id": assignment.course_id,
        "assignment_id": assignment.assignment_id,
        "status": status,
        "path": path,
        "notebooks": [{"notebook_id": name, "path": where} for name, where in paths.items()],
    }


def _hand_in_info(hand_in: HandIn, folder: Path, exchange: str) -> Info:
    place = local_feedback.folder_of(folder, hand_in)
    notebooks = [_notebook_info(hand_in, name, place) for name in hand_in.notebooks]
    here = bool(notebooks) and all(each["has_local_feedback"] for each in notebooks)
    return {
        "course_id": hand_in.course_id,
        "student_id": hand_in.student_id,
        "assignment_id": hand_in.assignment_id,
        "timestamp": hand_in.at,
        "number": hand_in.number,
        "status": "submitted",
        "path": f"{exchange}/hand-ins/{hand_in.course_id}/{hand_in.assignment_id}/{hand_in.number}",
        "notebooks": notebooks,
        "has_local_feedback": here,
        "has_exchange_feedback": bool(notebooks) and all(each["has_exchange_feedback"] for each in notebooks),
        "feedback_updated": any(each["feedback_updated"] for each in notebooks),
        "local_feedback_path": str(place) if here else None,
    }


def _notebook_info(hand_in: HandIn, notebook: str, place: Path) -> Info:
    here = local_feedback.is_there(place, notebook)
    waiting = next((each for each in hand_in.feedback if each.notebook == notebook), None)
    return {
        "notebook_id": notebook,
        "has_local_feedback": here,
        "has_exchange_feedback": waiting is not None,
        "local_feedback_path": str(place / f"{notebook}.html") if here else None,
        "feedback_updated": here and waiting is not None and not local_feedback.is_current(place, waiting),
    }


def _handed_in_line(info: Info) -> str:
    if info["has_local_feedback"] and not info["feedback_updated"]:
        feedback = "feedback already fetched"
    elif info["has_exchange_feedback"]:
        feedback = "feedback ready to be fetched"
    else:
        feedback = "no feedback available"
    return "{course_id} {student_id} {assignment_id} {timestamp} ({feedback})".format(
        **info, feedback=feedback
    )
