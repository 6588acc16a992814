"""formgrader where an operator turned it on: a mentor opens it for the mentor's own clubs; for everybody else it is not there."""

import html
import re
import time
from collections.abc import Iterator

import pytest

from evening.club_visitors import HOME, Evening, Visitor

FIRST_PAGE = "/formgrader/manage_assignments"


@pytest.fixture(scope="module")
def mentor(evening: Evening) -> Iterator[Visitor]:
    visitor = Visitor.at(evening.url)
    visitor.log_in(**evening.password("mentor"))
    yield visitor
    visitor.close()


@pytest.fixture(scope="module")
def opened(evening: Evening, mentor: Visitor) -> str:
    """The address of the open formgrader of the first club."""
    link = re.search(r'href="(/hub/formgrader/[A-Z]+)"', mentor.follow(HOME).text)
    assert link, "the mentor's home has no way to it"
    deadline = time.monotonic() + 120
    page = mentor.follow(link[1])
    while not page.url.path.endswith(FIRST_PAGE) or page.status_code != 200:
        assert time.monotonic() < deadline, page.text
        if page.url.path.endswith("/oauth2/authorize"):
            fields = re.findall(r'<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"', page.text)
            sent = {name: html.unescape(value) for name, value in fields}
            page = mentor.http.post(str(page.url), data=sent, follow_redirects=True)
            continue
        time.sleep(1)
        page = mentor.follow(link[1])
    return page.url.path


def test_a_mentor_opens_the_course_of_a_club(mentor: Visitor, opened: str) -> None:
    course = opened.removesuffix(FIRST_PAGE)
    assert re.fullmatch(r"/user/g[2-9a-z]{11}", course), "one account for the course, and nobody's own"
    assert mentor.http.get(f"{course}/formgrader/api/assignments").status_code == 200


@pytest.mark.parametrize("path", ["api/contents", "api/kernels", "files/gradebook.db", "lab", "tree"])
def test_only_formgrader_is_there(mentor: Visitor, opened: str, path: str) -> None:
    assert mentor.http.get(f"{opened.removesuffix(FIRST_PAGE)}/{path}").status_code == 403


@pytest.mark.parametrize("role", ["librarian", "coordinator", "child"])
def test_for_everybody_else_it_is_not_there(evening: Evening, opened: str, role: str) -> None:
    visitor = Visitor.at(evening.url)
    form = evening.words(evening.child(2)) if role == "child" else evening.password(role)
    assert "formgrader" not in visitor.log_in(**form).text
    account = opened.split("/")[2]
    for path in ("/hub/formgrader/PIETRARI", f"/hub/spawn/{account}", opened, f"/hub/api/users/{account}"):
        assert visitor.follow(path).status_code in (403, 404), path
    visitor.close()


def test_nobody_logs_in_as_the_course(evening: Evening, opened: str) -> None:
    visitor = Visitor.at(evening.url)
    assert visitor.offer(username=opened.split("/")[2], password="").status_code != 302
    visitor.close()


def test_a_course_that_is_not_the_mentors(mentor: Visitor) -> None:
    assert mentor.follow("/hub/formgrader/NOWHERE").status_code == 404
