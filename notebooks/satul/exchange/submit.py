"""A hand-in goes to the club, which says when it came and whose it is; what comes back is a receipt."""

from collections.abc import Collection

from nbgrader.exchange import abc

from satul import settings
from satul.exchange.client import key_of
from satul.exchange.exchange import Exchange
from satul.exchange.receipts import Receipts
from satul.exchange.records import Receipt
from satul.words import say


class ExchangeSubmit(Exchange, abc.ExchangeSubmit):
    """``nbgrader submit``."""

    def init_src(self) -> None:
        """Find the assignment's folder here; its last name is the assignment's."""
        self.folder = self.local_folder(self.course.course_id, self.course.assignment_id)
        self.course.assignment_id = self.folder.name
        if not self.folder.is_dir():
            self.fail(say("exchange.not_here", path=self.folder))

    def init_dest(self) -> None:
        """A course must be named; a student need not, and is not believed."""
        self.require_course()
        student = self.course.student_id
        if student not in ("*", self.user):
            if "*" in student or "+" in student:
                self.fail(say("exchange.bad_student", student=student))
            self.log.warning(say("exchange.student_ignored"))

    def copy_files(self) -> None:
        """Hand in, show the receipt and keep it."""
        course, assignment = self.course.course_id, self.course.assignment_id
        found = self.files_of(self.folder)
        self._compare(course, assignment, found)
        files = self.packed(found)
        receipts = Receipts(settings.read().outbox)
        last = receipts.last(course, assignment)
        key = key_of(course, assignment, files, last.receipt.number if last else 0)
        receipt = self.club.hand_in(course, assignment, files, key)
        self.log.info("Source: %s", self.folder)
        self.log.info("Destination: %s", self.club.address)
        self.log.info("Submitted as: %s %s %s", course, assignment, receipt.at)
        self._show(receipt)
        try:
            receipts.keep(course, assignment, key, receipt)
        except OSError as error:  # the club has the work, and the number was shown
            self.log.warning("The receipt could not be kept here: %s", error)

    def _show(self, receipt: Receipt) -> None:
        self.log.info(
            say("exchange.receipt", number=receipt.number, name=self.course.assignment_id, at=receipt.at)
        )
        if receipt.late:
            self.log.info(say("exchange.late"))

    def _compare(self, course: str, assignment: str, files: Collection[str]) -> None:
        """Say which notebooks are missing or more than were released; ``strict`` fails on missing ones."""
        released = {
            f"{name}.ipynb"
            for each in self.club.assignments(course)
            if (each.course_id, each.assignment_id) == (course, assignment)
            for name in each.notebooks
        }
        here = {name for name in files if name.endswith(".ipynb")}
        missing, extra = sorted(released - here), sorted(here - released)
        if missing and self.strict:
            self.fail(say("exchange.notebooks_missing", names=", ".join(missing)))
        if missing or (released and extra):
            self.log.warning(
                "Possible missing notebooks and/or extra notebooks submitted for assignment %s: missing %s, extra %s",
                assignment,
                missing,
                extra,
            )
