"""An assignment that nbgrader generated is released to a club."""

from pathlib import Path

from nbgrader.exchange import abc

from satul.exchange.exchange import Exchange
from satul.words import say


class ExchangeReleaseAssignment(Exchange, abc.ExchangeReleaseAssignment):
    """``nbgrader release_assignment``."""

    def init_src(self) -> None:
        """Find the generated assignment."""
        course = self.course
        self.folder = Path(course.format_path(course.release_directory, ".", course.assignment_id))
        if not self.folder.is_dir():
            source = Path(course.format_path(course.source_directory, ".", course.assignment_id))
            key = "generate_first" if source.is_dir() else "not_here"
            self.fail(say(f"exchange.{key}", path=self.folder))

    def init_dest(self) -> None:
        """A course must be named."""
        self.require_course()

    def copy_files(self) -> None:
        """Release it; without ``force`` the club refuses to replace what is released."""
        course, assignment = self.course.course_id, self.course.assignment_id
        files = self.packed(self.files_of(self.folder))
        self.club.release(course, assignment, files, force=self.force)
        self.log.info("Source: %s", self.folder)
        self.log.info("Destination: %s", self.club.address)
        self.log.info("Released as: %s %s", course, assignment)
