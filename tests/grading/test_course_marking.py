"""A course marked by us and by nbgrader: the same rows. And a course with everything that children hand in."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from codekids_grading.course_marking import NoAssignment, prepare
from codekids_grading.courses import NoCourse, read_course
from codekids_grading.sandbox import Sandbox
from grading.conftest import MarkAll
from grading.course_folder import SOLVED, CourseFolder, code

ALL = {"square-tests": 2.0, "words-tests": 3.0, "area-tests": 1.0, "tell": None, "show": None, "house": None}


def in_place_of(**answers: str) -> dict[str, str]:
    """The solved homework with other answers."""
    return {**SOLVED, **answers}


HONEST = {
    "perfect": SOLVED,
    "blank": {},
    "partial": in_place_of(words="def words(text):\n    return text.split() or None"),
    "wrong": in_place_of(square="def square(n):\n    return 2 * n"),
    "syntax": in_place_of(square="def square(n)\n    return n * n"),
    "raises": in_place_of(area="def area(r):\n    raise KeyError(r)"),
    "asks": in_place_of(area="def area(r):\n    return float(input())"),
    "prints": in_place_of(square="def square(n):\n    print('n is', n)\n    return n * n"),
    "tests-changed": in_place_of(**{"square": "def square(n):\n    return 1", "square-tests": "pass"}),
    "magics": in_place_of(area="%time 1\n!echo hi\nimport asyncio\nawait asyncio.sleep(0)\ndef area(r):\n    return 3.14159"),
}  # fmt: skip


def forge(content: Any) -> None:
    for cell in content["cells"]:
        if cell["id"] == "words-tests":
            cell["metadata"]["nbgrader"].update(points=99, checksum="0" * 32, locked=False)
        if cell["cell_type"] == "code":
            cell["outputs"] = [
                {
                    "output_type": "execute_result",
                    "data": {"text/plain": "99"},
                    "metadata": {},
                    "execution_count": 1,
                }
            ]


CHANGED: dict[str, Callable[[Any], object]] = {
    "forged": forge,
    "other-kernel": lambda content: content["metadata"].update(kernelspec={"name": "no-such", "display_name": "None"}),
    "more-cells": lambda content: content["cells"].insert(2, code("1 / 0")),
    "leaves": lambda content: content["cells"][2].update(source="raise SystemExit(3)"),
}  # fmt: skip


def test_the_same_rows_as_nbgrader_writes(course: CourseFolder, mark_all: MarkAll) -> None:
    for student, answers in HONEST.items():
        course.hand_in(student, answers)
    for student, change in CHANGED.items():
        course.hand_in(student, change=change)
    (course.folder / "submitted" / "blank" / "ps1" / "timestamp.txt").unlink()
    stock = course.copy(course.folder.parent / "stock")
    found = mark_all(course)
    assert not [one for one in found.values() if one.trouble or one.unchecked]
    said = stock.nbgrader("autograde", "--assignment", "ps1")
    assert stock.scores() == course.scores(), said
    files = [
        sorted(p.relative_to(one.folder) for p in one.folder.glob("autograded/*/*/*"))
        for one in (course, stock)
    ]
    assert files[0] == files[1]
    assert "Traceback" not in course.nbgrader(
        "generate_feedback", "--assignment", "ps1", "--student", "perfect"
    )
    feedback = (course.folder / "feedback" / "perfect" / "ps1" / "problem1.html").read_text()
    assert "square" in feedback


READS = """import glob, os
found = [open(path, errors='replace').read() for place in ('/', '/root', '/home', '/tmp', '..', '/given')
         for path in glob.glob(place + '/**/*.ipynb', recursive=True) + glob.glob(place + '/**/gradebook.db', recursive=True)]
assert not found, found
"""

HOSTILE: dict[str, str | Callable[[CourseFolder], object]] = {
    "reads": READS,
    "network": "import urllib.request\nurllib.request.urlopen('http://1.1.1.1', timeout=3)",
    "kills": "import os, signal\nfor pid in (1, os.getppid()):\n    os.kill(pid, signal.SIGKILL)",
    "memory": "kept = []\nwhile True:\n    kept.append(bytearray(100_000_000))",
    "disk": "n = 0\nwhile n < 50:\n    n += 1\n    open(f'f{n}', 'wb').write(bytes(20_000_000))",
    "exits": "import sys\nsys.exit(0)",
    "dies": "import os\nos._exit(0)",
    "forks": "import os\nfor n in range(200):\n    os.fork()",
    "cheats": "get_ipython().input_transformers_cleanup.append(lambda lines: [])",
}


def test_hostile_hand_ins_harm_nobody(course: CourseFolder, mark_all: MarkAll) -> None:
    for student, program in HOSTILE.items():
        course.hand_in(student, in_place_of(square=f"{program}\ndef square(n):\n    return -1"))
    course.hand_in("loops", in_place_of(square="def square(n):\n    while True: pass"))
    course.hand_in("honest")
    found = mark_all(course)
    assert not [one for one in found.values() if one.trouble or one.unchecked]
    assert course.points("honest") == ALL
    others = {"square-tests": 0.0} | {name: points for name, points in ALL.items() if name != "square-tests"}
    for student in [*HOSTILE, "loops"]:
        assert course.points(student) == others, student
    assert any(one.startswith("tampered:") for one in found["cheats"].markings["problem1"].warnings)  # type: ignore[union-attr]


def spoil_metadata(content: Any) -> None:
    for cell in content["cells"]:
        cell["metadata"] = {
            "nbgrader": {"grade_id": cell["id"], "schema_version": 99, "points": "many"},
            "tags": ["skip-execution"],
        }


def copy_a_test(content: Any) -> None:
    cells = content["cells"]
    cells.insert(1, json.loads(json.dumps(next(cell for cell in cells if cell["id"] == "square-tests"))))


SPOILT: dict[str, Callable[[Any], object]] = {
    "metadata": spoil_metadata,
    "copied": copy_a_test,
    "moved": lambda content: content["cells"].append(content["cells"].pop(2)),
    "deleted": lambda content: content["cells"].pop(3),
    "kernel": lambda content: content["metadata"].update(kernelspec={"name": "../../bin/sh"}),
    "language": lambda content: content.update(metadata=["x"], nbformat=2),
    "outputs": lambda content: content["cells"].append({**code("1"), "outputs": [{"output_type": "x" * 99, "data": 3}]}),
    "warns": lambda content: content["cells"][2].update(
        source="import warnings\ndef square(n):\n    warnings.warn('old')\n    return n * n"),
}  # fmt: skip


def test_spoilt_hand_ins_are_forgiven(course: CourseFolder, mark_all: MarkAll) -> None:
    for student, change in SPOILT.items():
        course.hand_in(student, change=change)
    found = mark_all(course)
    assert not [one for one in found.values() if one.trouble or one.unchecked]
    for student in SPOILT:
        assert course.points(student) == ALL, student


def test_what_cannot_be_marked_is_told_and_stops_nobody(course: CourseFolder, mark_all: MarkAll) -> None:
    course.hand_in_bytes("nothing", b"")
    course.hand_in_bytes("picture", b"\x89PNG\r\n")
    course.hand_in_bytes("deep", b"[" * 100_000)
    course.hand_in("Ionuț +ps1 [a] ..'$(id)")
    link = course.hand_in_bytes("link", b"")
    link.unlink()
    link.symlink_to(course.folder / "gradebook.db")
    course.hand_in_bytes("missing", b"").unlink()
    course.hand_in("honest")
    found = mark_all(course)
    assert {student for student, one in found.items() if one.unchecked} >= {"nothing", "picture", "deep"}
    assert not [one for one in found.values() if one.trouble]
    assert course.points("honest") == course.points("Ionuț +ps1 [a] ..'$(id)") == ALL
    assert set(course.points("missing").values()) == set(course.points("link").values()) == {0.0}
    assert set(course.points("picture").values()) == {None}


def test_goes_on_where_it_was_interrupted(course: CourseFolder, sandbox: Sandbox) -> None:
    for student in ("a", "b", "c"):
        course.hand_in(student)
    work = prepare(read_course(course.folder), "ps1", sandbox)
    marking = work.mark_all(1)
    first = next(marking)
    marking.close()
    again = {one.student: one.skipped for one in work.mark_all(1)}
    assert again[first.student] and not all(again.values())
    course.hand_in("b", {})
    assert [one.student for one in work.mark_all(1) if not one.skipped] == ["b"]
    assert course.points("b")["area-tests"] == 0.0
    assert [one.student for one in work.mark_all(1) if not one.skipped] == []


def test_a_persons_marks_are_kept(course: CourseFolder, sandbox: Sandbox) -> None:
    from nbgrader.api import Gradebook

    course.hand_in("a")
    work = prepare(read_course(course.folder), "ps1", sandbox)
    work.mark_one("a")
    with Gradebook(f"sqlite:///{course.folder / 'gradebook.db'}", "our-course") as gradebook:
        grade: Any = gradebook.find_grade("tell", "problem1", "ps1", "a")
        grade.manual_score, grade.needs_manual_grade = 1.5, False
        gradebook.db.commit()
    course.hand_in("a", in_place_of(tell="It is colder."))
    work.mark_one("a")
    assert course.scores()["a", "tell"] == (None, 1.5, True)


def test_without_a_course_or_a_homework_there_is_a_sentence(course: CourseFolder, sandbox: Sandbox) -> None:
    with pytest.raises(NoCourse):
        read_course(course.folder / "nowhere")
    with pytest.raises(NoAssignment):
        prepare(read_course(course.folder), "ps2", sandbox)
