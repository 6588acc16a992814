"""Real things: walls that are really built, courses that nbgrader has really made."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from codekids_grading.course_marking import Marked, prepare
from codekids_grading.courses import read_course
from codekids_grading.sandbox import Limits, NoSeal, Sandbox, open_sandbox
from grading.course_folder import CourseFolder

MarkAll = Callable[[CourseFolder], dict[str, Marked]]


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    """The sandbox of this machine."""
    try:
        found = open_sandbox()
    except NoSeal as refusal:
        pytest.skip(str(refusal))
    yield found
    found.close()


@pytest.fixture(scope="session")
def generated(tmp_path_factory: pytest.TempPathFactory) -> CourseFolder:
    """A course whose homework is released; copy it."""
    course = CourseFolder(tmp_path_factory.mktemp("course") / "course")
    course.generate()
    return course


@pytest.fixture
def course(generated: CourseFolder, tmp_path: Path) -> CourseFolder:
    """A course of this test's own."""
    return generated.copy(tmp_path / "course")


@pytest.fixture
def mark_all(sandbox: Sandbox) -> MarkAll:
    """Marks every hand-in of a course."""

    def marking(course: CourseFolder) -> dict[str, Marked]:
        work = prepare(
            read_course(course.folder), "ps1", sandbox, limits=Limits(seconds=30, memory=400 << 20)
        )
        return {one.student: one for one in work.mark_all(2)}

    return marking
