"""nbgrader's pages over the club's exchange: JupyterLab's assignment list, the formgrader's API, real processes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from nbgrader.auth import BaseAuthPlugin
from nbgrader.exchange import ExchangeError

from notebooks.exchange.club_exchange import ClubExchange
from notebooks.exchange.people import COURSE, HOMEWORK, Person, write_notebook


def assignment_list(person: Person) -> Any:
    """What JupyterLab's assignment list asks, in this person's workspace."""
    from nbgrader.server_extensions.assignment_list.handlers import AssignmentList

    person.enter()
    asked = AssignmentList()
    asked.root_dir = str(person.home)
    return asked


def formgrader(person: Person) -> Any:
    """What the formgrader asks."""
    from nbgrader.apps import NbGraderAPI
    from traitlets.config import Config

    from satul.exchange.config import configure

    person.enter()
    config = Config()
    configure(config, {"CODEKIDS_COURSE": COURSE})
    return NbGraderAPI(config=config)  # type: ignore[no-untyped-call]


@pytest.mark.filterwarnings("ignore:Passing unrecognized arguments:DeprecationWarning")
def test_a_week_in_nbgraders_pages(ana: Person, mentor: Person, exchange: ClubExchange) -> None:
    page = assignment_list(ana)
    assert page.list_courses() == {"success": True, "value": [COURSE]}
    (released,) = page.list_assignments(course_id=COURSE)["value"]
    assert released["status"] == "released"
    assert [each["notebook_id"] for each in released["notebooks"]] == ["homework"]

    assert page.fetch_assignment(COURSE, HOMEWORK) == {"success": True}
    (fetched,) = page.list_assignments(course_id=COURSE)["value"]
    assert (fetched["status"], fetched["path"]) == ("fetched", HOMEWORK)
    assert fetched["notebooks"] == [{"notebook_id": "homework", "path": f"{HOMEWORK}/homework.ipynb"}]

    assert page.submit_assignment(COURSE, HOMEWORK) == {"success": True}
    _, handed_in = page.list_assignments(course_id=COURSE)["value"]
    assert (handed_in["student_id"], handed_in["status"]) == ("ana", "submitted")
    (submission,) = handed_in["submissions"]
    assert submission["timestamp"] == exchange.hand_ins[0].receipt["at"]
    assert not submission["has_exchange_feedback"] and submission["local_feedback_path"] is None

    room = formgrader(mentor)
    assert room.exchange_is_functional and room.get_released_assignments() == {HOMEWORK}
    assert room.collect(HOMEWORK)["success"]
    folder = mentor.home / "feedback" / "ana" / HOMEWORK
    folder.mkdir(parents=True)
    (folder / "homework.html").write_text("<p>Bravo", encoding="utf-8")
    shutil.copy(mentor.home / "submitted" / "ana" / HOMEWORK / "timestamp.txt", folder)
    assert room.release_feedback(HOMEWORK, "ana")["success"]

    page = assignment_list(ana)
    assert page.list_assignments(course_id=COURSE)["value"][1]["submissions"][0]["has_exchange_feedback"]
    assert page.fetch_feedback(COURSE, HOMEWORK) == {"success": True}
    (submission,) = page.list_assignments(course_id=COURSE)["value"][1]["submissions"]
    assert submission["has_local_feedback"] and not submission["feedback_updated"]
    assert submission["local_feedback_path"] == f"{HOMEWORK}/feedback/{submission['timestamp']}"

    room = formgrader(mentor)
    assert room.unrelease(HOMEWORK)["success"]
    assert room.get_released_assignments() == set()
    assert room.release_assignment(HOMEWORK)["success"]


def test_keys_of_what_is_listed(ana: Person, exchange: ClubExchange) -> None:
    """The shapes that nbgrader's pages read, key by key."""
    ana.runs("fetch_assignment", HOMEWORK, "--course", COURSE)
    ana.runs("submit", HOMEWORK, "--course", COURSE)
    (released,) = ana.exchange("List").start()
    assert set(released) == {"course_id", "assignment_id", "status", "path", "notebooks"}
    lister = ana.exchange("List", course_id=COURSE)
    lister.cached = True
    (group,) = lister.start()
    assert set(group) == {"course_id", "student_id", "assignment_id", "status", "submissions"}
    (submission,) = group["submissions"]
    feedback = {"has_local_feedback", "has_exchange_feedback", "local_feedback_path", "feedback_updated"}
    keys = {"course_id", "student_id", "assignment_id", "timestamp", "number", "status", "path", "notebooks"}
    assert set(submission) == keys | feedback
    assert set(submission["notebooks"][0]) == {"notebook_id"} | feedback
    assert not hasattr(lister, "root")


def test_pages_say_when_the_club_is_away(ana: Person, exchange: ClubExchange) -> None:
    exchange.url = "http://127.0.0.1:9/services/club/api"
    page = assignment_list(ana)
    assert not page.list_assignments(course_id=COURSE)["success"]
    said = page.submit_assignment(COURSE, HOMEWORK)
    assert not said["success"]
    assert not formgrader(ana).exchange_is_functional


class OnlyElsewhere(BaseAuthPlugin):
    """An authenticator that knows one course, where nobody here is."""

    def get_student_courses(self, student_id: str) -> list[str]:
        return ["elsewhere"]


def test_an_operators_authenticator_is_heard(ana: Person) -> None:
    assert len(ana.exchange("List").start()) == 1
    ana.authenticator = OnlyElsewhere
    assert ana.exchange("List").start() == []
    fetch = ana.exchange("FetchAssignment", course_id=COURSE, assignment_id=HOMEWORK)
    with pytest.raises(ExchangeError, match="not one of your courses"):
        fetch.start()


def _nbgrader(person: Person, *arguments: str) -> subprocess.CompletedProcess[str]:
    person.home.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "nbgrader", *arguments]
    environment = {**os.environ, **person.environment()}
    return subprocess.run(
        command, cwd=person.home, env=environment, capture_output=True, text=True, check=False
    )


def test_real_processes(ana: Person, exchange: ClubExchange) -> None:
    fetched = _nbgrader(ana, "fetch_assignment", HOMEWORK, "--course", COURSE)
    assert fetched.returncode == 0, fetched.stderr
    write_notebook(ana.home / HOMEWORK / "homework.ipynb", "answer = 42")
    exchange.faults = ["", "cut", "cut"]
    lost = _nbgrader(ana, "submit", HOMEWORK, "--course", COURSE)
    assert lost.returncode == 1
    assert "does not answer just now" in lost.stderr and "Traceback" not in lost.stderr
    ana.around = {"CODEKIDS_COURSE": COURSE}
    again = _nbgrader(ana, "submit", HOMEWORK)
    assert again.returncode == 0 and "Receipt number 1:" in again.stderr
    assert len(exchange.hand_ins) == 1


def test_the_childs_button_needs_no_nbgrader() -> None:
    code = "import sys, satul.exchange.client, satul.exchange.receipts; print([m for m in sys.modules if 'nbgrader' in m])"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "[]"


def test_the_configuration_folder_is_in_the_package() -> None:
    from satul.exchange.config import FOLDER, ROLES

    assert [path.name for path in Path(FOLDER).glob("*.py")] == ["nbgrader_config.py"]
    import satul.exchange as ours

    assert {getattr(ours, name).__name__ for name in ROLES.values()} == set(ours.__all__)
