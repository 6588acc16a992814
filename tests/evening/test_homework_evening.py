"""A week of homework by real requests: given out, worked on, handed in, marked in seconds, answered, read."""

import base64
import re
import time
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from codekids_exercises.localise import answers_in
from codekids_exercises.source import read_homework, read_names
from evening import kernels
from evening.club_visitors import HOME, Evening, Visitor

SET = "draw-the-village"
WITHIN = 240.0


class Child:
    """A child in its workspace, with the homework open."""

    def __init__(self, evening: Evening, number: int) -> None:
        self.card = evening.child(number)
        self.id = str(self.card["id"])
        self.visitor = Visitor.at(evening.url)
        self.visitor.log_in(**evening.words(self.card))
        _eventually(
            lambda: f"homework/{SET}" in self.visitor.follow(HOME).text, "the homework was not given out"
        )
        self.open()

    def open(self) -> None:
        """Have the workspace started where it is not, and open the homework in it."""
        self.visitor.http.post(f"{HOME}workspace", headers={"X-XSRFToken": self.visitor.xsrf()})
        self.visitor.wait_for_workspace(WITHIN)
        opened = self.visitor.follow(f"{HOME}homework/{SET}/open")
        assert opened.url.path == f"/user/{self.id}/doc/tree/{SET}/homework.ipynb", opened.text

    def notebook(self) -> dict[str, Any]:
        answer = self.visitor.http.get(f"/user/{self.id}/api/contents/{SET}/homework.ipynb")
        found: dict[str, Any] = answer.json()["content"]
        return found

    def write(self, **answers: str) -> None:
        """Put answers into the cells of these tasks, and save."""
        book = self.notebook()
        for cell in book["cells"]:
            if cell["id"] in answers:
                cell["source"] = answers[cell["id"]]
        xsrf = next(c.value for c in self.visitor.http.cookies.jar if c.name == "_xsrf" and self.id in c.path)
        saved = self.visitor.http.put(
            f"/user/{self.id}/api/contents/{SET}/homework.ipynb",
            json={"type": "notebook", "format": "json", "content": book},
            headers={"X-XSRFToken": xsrf or ""},
        )
        assert saved.status_code == 200, saved.text

    def hand_in(self) -> str:
        """Press the button and answer its question; the page that comes then."""
        asked = self.visitor.follow(f"{HOME}homework/{SET}/hand-in")
        xsrf = re.search(r'name="_xsrf" value="([^"]+)"', asked.text)
        assert xsrf, asked.text
        page = self.visitor.http.post(asked.url.path, data={"_xsrf": xsrf[1]}, follow_redirects=True)
        assert page.url.path == f"{HOME}homework/{SET}", page.text
        return page.text

    def page(self) -> str:
        return self.visitor.follow(f"{HOME}homework/{SET}").text

    def state(self) -> str:
        return str(self.visitor.http.get(f"{HOME}homework/{SET}/status").json()["state"])


@pytest.fixture(scope="module")
def daria(evening: Evening) -> Iterator[Child]:
    child = Child(evening, 2)
    yield child
    child.visitor.close()


@pytest.fixture(scope="module")
def answers(root: Path) -> dict[str, str]:
    """Right answers, in the children's language."""
    sets = root / "exercises" / "sets"
    homework = read_homework(sets / "beginners" / SET / "homework", "beginners", read_names(sets))
    return {name: answers_in(homework, task, "ro").reference for name, task in homework.tasks.items()}


def test_the_week(evening: Evening, daria: Child, answers: dict[str, str]) -> None:
    daria.write(modify=answers["modify"], own=answers["own"])
    first = daria.hand_in()
    number = re.search(r"\b(\d+)\b", first)
    assert number
    _eventually(lambda: daria.state() == "marked", "the hand-in was not marked")
    daria.write(make=answers["make"])
    daria.hand_in()
    _eventually(lambda: daria.state() == "marked", "the second hand-in was not marked")

    word = "Casa ta are suflet. Ce ai pune lângă ea?"
    mentor = Visitor.at(evening.url)
    mentor.log_in(**evening.password("mentor"))
    mentor.http.post(f"{HOME}review", data={"xsrf": mentor.xsrf(), "minutes": "40"})
    while word not in daria.page():  # other children's answers may lie above
        card = mentor.follow(f"{HOME}review").text
        for hidden in (daria.card["nickname"], daria.id, daria.card["animal"]):
            assert hidden not in card, "names are hidden from mentors"
        form = dict(re.findall(r'name="(fold|hand_in|xsrf)" value="([^"]+)"', card))
        assert "fold" in form, "the mentor's word did not reach the child, and no card is left"
        answer = {**form, "decision": "accept", "comment": word, "points": "1"}
        said = mentor.http.post(f"{HOME}review/card", data=answer, follow_redirects=True)
        assert "reached=" in str(said.url), said.text
    mentor.close()

    librarian = Visitor.at(evening.url)
    home = librarian.log_in(**evening.password("librarian")).text
    assert word in home, "comments are visible to the club's librarian"
    librarian.close()


def test_two_on_one_laptop_hand_in_once_and_both_have_it(
    evening: Evening, daria: Child, answers: dict[str, str]
) -> None:
    other = evening.child(3)
    first, second = other["words"]
    card = {"animal": other["animal"], "word1": first, "word2": second, "xsrf": daria.visitor.xsrf()}
    refused = daria.visitor.http.post(f"{HOME}together", data={**card, "word2": "wrong"})
    assert refused.status_code == 403 and other["nickname"] not in refused.text
    joined = daria.visitor.http.post(f"{HOME}together", data=card, follow_redirects=True)
    assert other["nickname"] in joined.text
    try:
        daria.write(**answers)
        number = re.search(r"<dd>(\d+)</dd>", daria.hand_in())
        assert number
    finally:
        alone = daria.visitor.http.post(
            f"{HOME}together/part", data={"xsrf": daria.visitor.xsrf()}, follow_redirects=True
        )
    assert other["nickname"] not in alone.text
    _eventually(lambda: daria.state() != "handed_in", "the hand-in of two was not marked")  # or even answered
    partner = Visitor.at(evening.url)
    partner.log_in(**evening.words(other))
    page = partner.follow(f"{HOME}homework/{SET}").text
    assert f"<dd>{number[1]}</dd>" in page, "the partner has no receipt"
    partner.close()
    course = evening.data / "courses" / daria.card["club"].lower()
    for child in (daria.id, other["id"]):
        assert (course / "autograded" / child / SET / "homework.ipynb").is_file(), "not in the book of marks"


def test_stock_nbgrader_in_the_childs_workspace(daria: Child) -> None:
    """The commands of nbgrader itself, with our plugin, as the child."""
    code = f"""
import os, subprocess, sys, satul
os.environ["JUPYTER_CONFIG_PATH"] = os.path.join(os.path.dirname(satul.__file__), "exchange", "jupyter")
os.makedirs("nbgrader-way", exist_ok=True)
def run(*words):
    done = subprocess.run([sys.executable, "-m", "nbgrader", *words], cwd="nbgrader-way", capture_output=True, text=True)
    print(words[0], done.returncode, (done.stdout + done.stderr)[-400:] if done.returncode else "")
run("list")
run("fetch_assignment", "{SET}", "--course", "{daria.card["club"].lower()}")
run("submit", "{SET}", "--course", "{daria.card["club"].lower()}")
"""
    printed = kernels.run(daria.visitor, daria.id, code, within=120)
    for command in ("list", "fetch_assignment", "submit"):
        assert f"{command} 0" in printed, printed


def test_the_exchange_knows_people_by_their_token_alone(evening: Evening, daria: Child) -> None:
    """From inside a child's workspace: others' work is not there, whatever is asked."""
    other = evening.child(1)["id"]
    code = f"""
import json, os, urllib.error, urllib.request
base, token = os.environ["CODEKIDS_CLUB_API"] + "/exchange", os.environ["JUPYTERHUB_API_TOKEN"]
def ask(method, path, body=None, **headers):
    request = urllib.request.Request(base + path, body, {{"Authorization": "token " + token, **headers}}, method=method)
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.read().decode("latin-1")
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()
status, listed = ask("GET", "/hand-ins?student_id={other}")
print(status, {{each["student_id"] for each in json.loads(listed)["hand_ins"]}} <= {{os.environ["JUPYTERHUB_USER"]}})
for method, path in (("PUT", "/assignments/pietrari/x"), ("DELETE", "/assignments/pietrari/{SET}"),
                     ("GET", "/assignments/cimislia/{SET}"), ("GET", "/hand-ins/pietrari/{SET}/999999"),
                     ("PUT", "/feedback/pietrari/{SET}/1/homework"), ("POST", "/hand-ins/cimislia/{SET}")):
    print(ask(method, path, b"x", **{{"Idempotency-Key": "a" * 64}})[0])
for body in (b"no zip", b"x" * 11_000_000):
    print(ask("POST", "/hand-ins/pietrari/{SET}", body, **{{"Idempotency-Key": "b" * 64}})[0])
"""
    printed = kernels.run(daria.visitor, daria.id, code).split("\n")
    assert printed[0] == "200 True"
    assert all(status in ("403", "404") for status in printed[1:7]), printed
    assert printed[7:9] == ["422", "413"]


def test_what_was_received_is_what_was_saved(daria: Child, answers: dict[str, str]) -> None:
    daria.write(modify=answers["modify"])
    daria.hand_in()
    code = f"""
import base64, json, os, urllib.request
base, token = os.environ["CODEKIDS_CLUB_API"] + "/exchange", os.environ["JUPYTERHUB_API_TOKEN"]
def ask(path):
    request = urllib.request.Request(base + path, headers={{"Authorization": "token " + token}})
    return urllib.request.urlopen(request).read()
last = json.loads(ask("/hand-ins?assignment_id={SET}"))["hand_ins"][0]
print(base64.b64encode(ask(f"/hand-ins/{{last['course_id']}}/{SET}/{{last['number']}}")).decode())
"""
    content = base64.b64decode(kernels.run(daria.visitor, daria.id, code))
    with zipfile.ZipFile(BytesIO(content)) as bundle:
        assert bundle.namelist() == ["homework.ipynb"]


def _eventually(holds: Any, what: str) -> None:
    deadline = time.monotonic() + WITHIN
    while not holds():
        assert time.monotonic() < deadline, what
        time.sleep(0.5)
