"""What the club's exchange tells, as values. Whatever arrives is looked at before it becomes one.

Times are nbgrader's: ``2026-11-06 18:30:00.123456 UTC``. Ids and names become parts of local paths, so each is a
plain name.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

TIME_FORMAT = "%Y-%m-%d %H:%M:%S.%f UTC"
_LONGEST = 255


class Odd(ValueError):
    """This is no answer of a club's exchange."""


@dataclass(frozen=True)
class Assignment:
    """A released assignment; ``notebooks`` are names without ending."""

    course_id: str
    assignment_id: str
    notebooks: tuple[str, ...]


@dataclass(frozen=True)
class Feedback:
    """Feedback that waits for its child: the notebook's name, and when it was released."""

    notebook: str
    at: datetime


@dataclass(frozen=True)
class HandIn:
    """A hand-in as the club keeps it. ``at`` is the club's time as it wrote it, and ``time`` the same read."""

    course_id: str
    assignment_id: str
    student_id: str
    number: int
    at: str
    time: datetime
    notebooks: tuple[str, ...]
    feedback: tuple[Feedback, ...]


@dataclass(frozen=True)
class Receipt:
    """The club's promise that a hand-in is kept."""

    number: int
    at: str
    sha256: str
    late: bool


def taught_courses(answer: Any) -> frozenset[str]:
    """Of the answer to ``GET /courses`` the courses in which I am an instructor.

    Raises:
        Odd: this is no such answer; so for all that follow, and ValueError where a time is none.
    """
    found = _objects(answer, "courses")
    return frozenset(_name(each, "course_id") for each in found if each.get("role") == "instructor")


def assignments(answer: Any) -> list[Assignment]:
    """The answer to ``GET /assignments``, by course and name."""
    found = [
        Assignment(_name(each, "course_id"), _name(each, "assignment_id"), _names(each, "notebooks"))
        for each in _objects(answer, "assignments")
    ]
    return sorted(found, key=lambda each: (each.course_id, each.assignment_id))


def hand_ins(answer: Any) -> list[HandIn]:
    """The answer to ``GET /hand-ins``, by course, student, assignment and time."""
    found = [_hand_in(each) for each in _objects(answer, "hand_ins")]
    return sorted(found, key=lambda each: (each.course_id, each.student_id, each.assignment_id, each.time))


def receipt(answer: Any) -> Receipt:
    """The answer to a hand-in."""
    at = _text(answer, "at")
    read_time(at)
    return Receipt(_number(answer), at, _text(answer, "sha256"), answer.get("late") is True)


def read_time(text: str) -> datetime:
    """A time as the club and nbgrader write it."""
    return datetime.strptime(text.strip(), TIME_FORMAT).replace(tzinfo=UTC)


def _hand_in(each: Mapping[str, Any]) -> HandIn:
    at = _name(each, "at")
    feedback = (
        Feedback(_name(one, "notebook"), read_time(_text(one, "at"))) for one in _objects(each, "feedback")
    )
    return HandIn(
        course_id=_name(each, "course_id"),
        assignment_id=_name(each, "assignment_id"),
        student_id=_name(each, "student_id"),
        number=_number(each),
        at=at,
        time=read_time(at),
        notebooks=_names(each, "notebooks"),
        feedback=tuple(feedback),
    )


def _objects(answer: Any, key: str) -> Iterator[Mapping[str, Any]]:
    for each in _list(answer, key):
        if not isinstance(each, dict):
            raise Odd(f"{key}: {each!r}")
        yield each


def _list(answer: Any, key: str) -> list[Any]:
    found = answer.get(key) if isinstance(answer, dict) else None
    if not isinstance(found, list):
        raise Odd(f"{key}: {found!r}")
    return found


def _names(answer: Mapping[str, Any], key: str) -> tuple[str, ...]:
    return tuple(sorted(_plain(each) for each in _list(answer, key)))


def _name(answer: Mapping[str, Any], key: str) -> str:
    return _plain(answer.get(key))


def _plain(name: object) -> str:
    odd = not isinstance(name, str) or name in ("", ".", "..") or len(name) > _LONGEST
    if odd or any(sign in "/\\" or not sign.isprintable() for sign in str(name)):
        raise Odd(f"no plain name: {name!r}")
    return str(name)


def _text(answer: Any, key: str) -> str:
    found = answer.get(key) if isinstance(answer, dict) else None
    if not isinstance(found, str):
        raise Odd(f"{key}: {found!r}")
    return found


def _number(answer: Mapping[str, Any]) -> int:
    found = answer.get("number")
    if not isinstance(found, int) or isinstance(found, bool) or found < 0:
        raise Odd(f"number: {found!r}")
    return found
