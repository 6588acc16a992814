"""A released assignment comes into the workspace; what is there already is the child's and stays."""

import fnmatch
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from nbgrader.exchange import abc

from satul.exchange import bundle
from satul.exchange.exchange import Exchange
from satul.words import say


class ExchangeFetchAssignment(Exchange, abc.ExchangeFetchAssignment):
    """``nbgrader fetch_assignment``."""

    def init_src(self) -> None:
        """A course must be named."""
        self.require_course()

    def init_dest(self) -> None:
        """Fail where the assignment is here, unless only what is missing is wanted."""
        self.folder = self.local_folder(self.course.course_id, self.course.assignment_id)
        if self.folder.exists() and not self.replace_missing_files:
            self.fail(say("exchange.already_here", name=self.course.assignment_id))

    def copy_files(self) -> None:
        """All files into a new folder, or the missing ones into the one that is there."""
        course, assignment = self.course.course_id, self.course.assignment_id
        files = self._wanted(self.unpacked(self.club.released_files(course, assignment)))
        self.log.info("Source: %s", self.club.address)
        self.log.info("Destination: %s", self.folder)
        if self.folder.exists():
            missing = {name: files[name] for name in files if not _is_there(self.folder / name)}
            for name in missing:
                self.log.warning("Replacing missing file '%s'", name)
            bundle.write_files(missing, self.folder)
        else:
            bundle.replace_folder(files, self.folder)
        self.log.info("Fetched as: %s %s", course, assignment)

    def _wanted(self, files: Mapping[str, bytes]) -> dict[str, bytes]:
        patterns = self.course.ignore
        return {
            name: content
            for name, content in files.items()
            if not any(fnmatch.fnmatch(p, pattern) for p in PurePosixPath(name).parts for pattern in patterns)
        }


def _is_there(path: Path) -> bool:
    return path.exists() or path.is_symlink()
