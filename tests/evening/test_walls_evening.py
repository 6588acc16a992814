"""What a child's program sees of the machine: its own home and what Python needs; no key, no neighbour, no solution."""

import json
from collections.abc import Callable, Iterator

import pytest

from evening import kernels
from evening.club_visitors import HOME, Evening, Visitor


@pytest.fixture(scope="module")
def entered(evening: Evening) -> Iterator[Visitor]:
    """A child in its workspace."""
    child = evening.child(1)
    visitor = Visitor.at(evening.url)
    visitor.log_in(**evening.words(child))
    visitor.http.post(f"{HOME}workspace", headers={"X-XSRFToken": visitor.xsrf()})
    visitor.wait_for_workspace()
    assert visitor.follow(f"/user/{child['id']}/satul/open/draw-the-village/a-house").status_code == 200
    yield visitor
    visitor.close()


@pytest.fixture
def run(entered: Visitor, evening: Evening) -> Callable[[str], str]:
    """Runs code as the child."""
    return lambda code: kernels.run(entered, evening.child(1)["id"], code)


def test_a_childs_code_runs(run: Callable[[str], str]) -> None:
    assert run("from satul import *\nprint(sum(range(5)))") == "10\n"


def test_the_hubs_data_are_not_there(run: Callable[[str], str], evening: Evening) -> None:
    code = f"""
import json, os
data = {str(evening.data)!r}
found = [os.path.join(folder, name) for folder, _, names in os.walk(data) for name in names]
print(json.dumps([path for path in found if "/homes/" not in path and "/released/" not in path]))
print(json.dumps(os.listdir(os.path.join(data, "homes"))))
"""
    files, homes = (json.loads(line) for line in run(code).splitlines())
    assert files == []
    assert homes == [evening.child(1)["id"]]


def test_no_solution_and_no_code_of_the_hub(run: Callable[[str], str]) -> None:
    code = """
import importlib.util, os
import codekids_exercises
print(importlib.util.find_spec("codekids_hub"), importlib.util.find_spec("codekids_grading"))
print(os.path.exists(os.path.join(os.path.dirname(codekids_exercises.__path__[0]), "sets")))
"""
    assert run(code) == "None None\nFalse\n"


def test_the_environment_holds_one_token_and_it_is_weak(run: Callable[[str], str], evening: Evening) -> None:
    code = """
import os, urllib.request, urllib.error
token, hub = os.environ["JUPYTERHUB_API_TOKEN"], os.environ["JUPYTERHUB_API_URL"]
for method, path in (("GET", "/users"), ("POST", "/users/kzzzzzzzzzzz"), ("GET", "/groups"), ("GET", "/proxy"),
                     ("POST", f"/users/{os.environ['JUPYTERHUB_USER']}/tokens")):
    request = urllib.request.Request(hub + path, method=method, headers={"Authorization": "token " + token})
    try:
        print(urllib.request.urlopen(request).status)
    except urllib.error.HTTPError as error:
        print(error.code)
"""
    assert set(run(code).split()) <= {"403", "404"}


def test_other_processes_are_not_seen(run: Callable[[str], str]) -> None:
    code = """
import os
lines = [open(f"/proc/{p}/cmdline").read() for p in os.listdir("/proc") if p.isdigit()]
print(any("codekids_hub" in line or "configurable-http-proxy" in line for line in lines), len(lines) < 12)
"""
    assert run(code) == "False True\n"


def test_the_demo_says_nothing_of_missing_walls(evening: Evening) -> None:
    log = evening.data.parent / "demo.log"
    assert "without walls" not in log.read_text()
