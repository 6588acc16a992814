"""formgrader's server for one course: a real Jupyter server with our configuration, and a hand-in that means harm."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from codekids_grading.course_marking import prepare
from codekids_grading.courses import read_course
from codekids_grading.formgrader import CONFIGURATION
from codekids_grading.sandbox import Sandbox
from grading.course_folder import CourseFolder

HARMFUL = """from IPython.display import HTML, SVG, Javascript, Markdown, display
display(HTML("<b>bold words</b><script>steal(1)</script><img src=x onerror=steal(2)>"))
display(SVG('<svg xmlns="http://www.w3.org/2000/svg"><script>steal(3)</script></svg>'))
display(Javascript("steal(4)"))
display(Markdown("<iframe srcdoc='<script>steal(5)</script>'></iframe>[go](javascript:steal(6))"))
display({"application/vnd.jupyter.widget-view+json": {"model_id": "x"}, "text/html": "<a href='javascript:steal(7)'>go</a>"}, raw=True)
"""


@dataclass
class Server:
    """A server that runs."""

    http: httpx.Client
    course: CourseFolder


@pytest.fixture(scope="module")
def server(
    generated: CourseFolder, sandbox: Sandbox, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """formgrader over a course with one marked hand-in."""
    folder = tmp_path_factory.mktemp("formgrader")
    course = generated.copy(folder / "course")
    course.hand_in("ana", {"tell": "<script>steal(8)</script>", "show": HARMFUL})
    assert [one.trouble for one in prepare(read_course(course.folder), "ps1", sandbox).mark_all(1)] == [""]
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "jupyter_server", "--allow-root", f"--ServerApp.port={port}"]
    command += ["--IdentityProvider.token=key", f"--ServerApp.root_dir={course.folder}"]
    command += [f"--CourseDirectory.root={course.folder}", "--ServerApp.base_url=/user/g/"]
    home = folder / "home"
    home.mkdir()
    environment = os.environ | {"JUPYTER_CONFIG_PATH": f"{CONFIGURATION}:{course.folder}", "HOME": str(home)}
    log = folder / "server.log"
    with log.open("wb") as said:
        process = subprocess.Popen(command, cwd=home, env=environment, stdout=said, stderr=said)
    base = f"http://127.0.0.1:{port}/user/g/"
    with httpx.Client(base_url=base, headers={"Authorization": "token key"}, timeout=30) as http:
        try:
            _wait_for(http, process, log)
            yield Server(http, course)
        finally:
            process.terminate()
            process.wait(20)


def test_what_a_child_showed_cannot_act(server: Server) -> None:
    (submission,) = server.http.get("formgrader/api/submitted_notebooks/ps1/problem1").json()
    page = server.http.get(f"formgrader/submissions/{submission['id']}/").text
    assert "bold words" in page, "the hand-in is not shown at all"
    acting = re.findall(r"<(?:script|iframe|img|svg|a)\b[^<]*steal\(\d\)", page)
    assert not acting


@pytest.mark.parametrize(
    "path",
    ["api/contents", "api/contents/nbgrader_config.py", "api/kernels", "api/kernelspecs", "api/sessions",
     "api/terminals", "files/gradebook.db", "nbconvert/html/source/ps1/problem1.ipynb", "tree", "lab", "view/x"],
)  # fmt: skip
def test_nothing_but_formgrader_is_here(server: Server, path: str) -> None:
    assert server.http.get(path).status_code in (403, 404)


def test_nothing_is_run_and_no_mark_is_lost(server: Server) -> None:
    before = server.course.scores()
    xsrf = server.http.get("formgrader/manage_assignments").cookies.get("_xsrf") or ""
    for path in ("assignment/ps1/autograde", "submission/ps1/ana/autograde"):
        assert server.http.post(f"formgrader/api/{path}", headers={"X-XSRFToken": xsrf}).status_code == 403, (
            path
        )
    kernel = server.http.post("api/kernels", json={"name": "python3"}, headers={"X-XSRFToken": xsrf})
    assert kernel.status_code == 403
    assert server.course.scores() == before


def _wait_for(http: httpx.Client, process: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + 60
    while True:
        try:
            if http.get("formgrader/manage_assignments").status_code == 200:
                return
        except httpx.TransportError:
            pass
        assert process.poll() is None and time.monotonic() < deadline, log.read_text()
        time.sleep(0.2)
