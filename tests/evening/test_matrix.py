"""Who may reach what, walked by real requests: pages, the API, the Hub's API, other people's workspaces."""

import re
from collections.abc import Callable

import httpx
import pytest

from evening.club_visitors import HOME, Evening, Visitor

LogIn = Callable[..., Visitor]
LOGIN = "login"


def outcome(answer: httpx.Response) -> int | str:
    """A status, or ``login`` when the browser is sent there."""
    return LOGIN if answer.url.path == "/hub/login" else answer.status_code


@pytest.fixture
def people(evening: Evening, log_in: LogIn) -> dict[str, Visitor]:
    """One of each. A neighbour has been here too, so that the Hub knows whom the tries are about."""
    log_in(**evening.words(evening.child(2)))
    return {
        "child": log_in(**evening.words(evening.child(1))),
        "librarian": log_in(**evening.password("librarian")),
        "mentor": log_in(**evening.password("mentor")),
        "coordinator": log_in(**evening.password("coordinator")),
        "nobody": log_in(),
    }


def rows(evening: Evening) -> list[tuple[str, dict[str, int | str]]]:
    """Path by path what each person gets."""
    other = evening.child(2)["id"]
    everybody = ("child", "librarian", "mentor", "coordinator")

    def all_get(status: int, **but: int) -> dict[str, int | str]:
        return {"nobody": LOGIN, **dict.fromkeys(everybody, status), **but}

    return [
        (HOME, all_get(200)),
        (f"{HOME}workspace", all_get(200)),
        (f"{HOME}open/draw-the-village/no-such", all_get(403, child=404)),
        (f"{HOME}sets/draw-the-village", all_get(403, child=200)),
        (f"{HOME}sets/no-such", all_get(403, child=404)),
        (f"{HOME}together", all_get(403, child=200)),
        (f"{HOME}me", all_get(403, child=200)),
        (f"{HOME}session", all_get(403, child=200)),
        (f"{HOME}session/picture/{'0' * 64}", all_get(403, child=404)),
        (f"{HOME}live/now", all_get(404, child=200)),
        (f"{HOME}live/now?club=c23456789abc", all_get(404)),
        (f"{HOME}screen/abcd-efgh-jkmn", dict.fromkeys((*everybody, "nobody"), 404)),
        *(
            (f"{HOME}programme/{room}", all_get(403, coordinator=200))
            for room in ("clubs", "clubs.csv", "people", "season", "questions", "content", "reports")
        ),
        (f"{HOME}programme/people/{evening.ready['librarian']['id']}", all_get(403, coordinator=200)),
        (f"{HOME}second-factor", all_get(200, child=403)),
        (f"{HOME}invited/{'x' * 32}", dict.fromkeys((*everybody, "nobody"), 404)),
        (f"{HOME}no-such-page", dict.fromkeys((*everybody, "nobody"), 404)),
        ("/hub/admin", all_get(403)),
        ("/hub/home", all_get(200)),
        (f"/hub/spawn/{other}", {"nobody": LOGIN, "child": 404, "mentor": 404, "coordinator": 403}),
    ]


def test_pages(evening: Evening, people: dict[str, Visitor]) -> None:
    found = {}
    for path, expected in rows(evening):
        for person, status in expected.items():
            got = outcome(people[person].follow(path))
            if got != status:
                found[(path, person)] = (got, status)
    assert not found


def test_nobody_enters_a_childs_running_workspace(
    evening: Evening, people: dict[str, Visitor], log_in: LogIn
) -> None:
    owner, name = log_in(**evening.words(evening.child(2))), evening.child(2)["id"]
    owner.http.post(f"{HOME}workspace", headers={"X-XSRFToken": owner.xsrf()})
    owner.wait_for_workspace()
    assert owner.follow(f"/user/{name}/satul/open/draw-the-village/a-house").status_code == 200
    assert owner.follow(f"/user/{name}/api/status").status_code == 200
    for person, visitor in people.items():
        for path in (
            "lab",
            "api/contents",
            "satul/open/draw-the-village/a-house",
            "files/draw-the-village/a-house.ipynb",
        ):
            answer = visitor.follow(f"/user/{name}/{path}")
            assert outcome(answer) in (LOGIN, 403), (person, path, answer.status_code)


def test_nobody_reaches_the_api_without_a_token(people: dict[str, Visitor]) -> None:
    for visitor in people.values():
        for method, path in (("GET", "me"), ("GET", "progress"), ("POST", "events")):
            answer = visitor.http.request(method, f"{HOME}api/{path}", json={"events": []})
            assert answer.status_code == 401
            assert answer.json()["error"]


def test_a_made_up_token(people: dict[str, Visitor]) -> None:
    for token in ("x" * 32, "x", "x" * 9000, "' OR 1=1"):
        headers = {"Authorization": f"token {token}"}
        assert people["nobody"].http.get(f"{HOME}api/me", headers=headers).status_code in (401, 431)


def test_the_hubs_api_gives_nobody_power(evening: Evening, people: dict[str, Visitor]) -> None:
    """With the browser's own cookies and its own proof of origin, as a clever child would try."""
    other = evening.child(2)["id"]
    tries = [
        ("GET", "/hub/api/users"),
        ("GET", f"/hub/api/users/{other}"),
        ("POST", f"/hub/api/users/{other}/tokens"),
        ("POST", f"/hub/api/users/{other}/server"),
        ("DELETE", f"/hub/api/users/{other}"),
        ("POST", "/hub/api/users/k22222222222"),
        ("GET", "/hub/api/groups"),
        ("POST", "/hub/api/groups/coordinators/users"),
        ("GET", "/hub/api/services"),
        ("GET", "/hub/api/proxy"),
        ("POST", "/hub/api/shutdown"),
    ]
    for person in ("child", "mentor", "coordinator"):
        visitor = people[person]
        visitor.follow("/hub/home")
        xsrf = next(
            cookie.value
            for cookie in visitor.http.cookies.jar
            if cookie.name == "_xsrf" and cookie.path == "/hub/"
        )
        for method, path in tries:
            answer = visitor.http.request(method, path, headers={"X-XSRFToken": xsrf or ""}, json={})
            assert answer.status_code in (403, 404), (person, method, path, answer.status_code)


def test_a_child_makes_no_token(evening: Evening, people: dict[str, Visitor]) -> None:
    child = people["child"]
    child.follow("/hub/home")
    xsrf = next(
        cookie.value for cookie in child.http.cookies.jar if cookie.name == "_xsrf" and cookie.path == "/hub/"
    )
    path = f"/hub/api/users/{evening.child(1)['id']}/tokens"
    assert child.http.post(path, headers={"X-XSRFToken": xsrf or ""}, json={}).status_code in (403, 404)


def test_a_librarian_sees_her_clubs_children_and_no_adults(
    evening: Evening, people: dict[str, Visitor]
) -> None:
    librarian = people["librarian"]
    librarian.follow("/hub/home")
    xsrf = next(
        cookie.value
        for cookie in librarian.http.cookies.jar
        if cookie.name == "_xsrf" and cookie.path == "/hub/"
    )
    headers = {"X-XSRFToken": xsrf or ""}
    names = {user["name"] for user in librarian.http.get("/hub/api/users", headers=headers).json()}
    children = {child["id"] for child in evening.ready["children"]}
    assert evening.child(1)["id"] in names
    assert names <= children
    for path in ("tokens", ""):
        answer = librarian.http.post(
            f"/hub/api/users/{evening.child(1)['id']}/{path}".rstrip("/"), headers=headers, json={}
        )
        assert answer.status_code in (403, 404, 409), answer.text


def test_a_form_from_elsewhere_changes_nothing(evening: Evening, people: dict[str, Visitor]) -> None:
    for person, path, form in (
        ("child", "level", {"level": "advanced"}),
        ("child", "language", {"language": "en"}),
        ("librarian", f"children/{evening.child(1)['id']}/card", {}),
        ("coordinator", f"programme/people/{evening.ready['mentor']['id']}/remove", {}),
        ("coordinator", "programme/invitations", {"role": "coordinator"}),
    ):
        for xsrf in ("", "0" * 64, people["mentor"].xsrf()):
            answer = people[person].http.post(f"{HOME}{path}", data={**form, "xsrf": xsrf})
            assert answer.status_code == 403, (person, path)


def test_only_a_coordinator_changes_adults(evening: Evening, people: dict[str, Visitor]) -> None:
    victim, duty = evening.ready["mentor"]["id"], {"role": "mentor", "club": "PIETRARI"}
    for person in ("child", "librarian", "mentor"):
        visitor = people[person]
        for form in ("give", "end", "hand-over", "coordinator", "remove", "back", "second-factor"):
            data = duty | {"xsrf": visitor.xsrf(), "decision": "yes", "to": "crina"}
            answer = visitor.http.post(f"{HOME}programme/people/{victim}/{form}", data=data)
            assert answer.status_code == 403, (person, form)
        made = visitor.http.post(f"{HOME}programme/invitations", data=duty | {"xsrf": visitor.xsrf()})
        assert made.status_code == 403, person


@pytest.mark.parametrize("person", ["child", "mentor", "coordinator"])
def test_only_a_librarian_deals_cards(evening: Evening, people: dict[str, Visitor], person: str) -> None:
    visitor = people[person]
    answer = visitor.http.post(f"{HOME}children/{evening.child(1)['id']}/card", data={"xsrf": visitor.xsrf()})
    assert answer.status_code == 403


def test_a_librarian_deals_no_card_to_a_stranger(evening: Evening, people: dict[str, Visitor]) -> None:
    librarian = people["librarian"]
    for stranger in ("k22222222222", evening.ready["mentor"]["id"], "x" * 300, "%00", "' OR 1=1 --"):
        answer = librarian.http.post(f"{HOME}children/{stranger}/card", data={"xsrf": librarian.xsrf()})
        assert answer.status_code == 404


def test_refusals_say_what_to_do_in_the_persons_language(people: dict[str, Visitor]) -> None:
    visitor = people["nobody"]
    for language, word in (("ro", "Acasă"), ("en", "Home")):
        answer = visitor.http.get(f"{HOME}no-such-page", headers={"Accept-Language": language})
        assert answer.status_code == 404
        assert re.search(f'lang="{language}"', answer.text) and word in answer.text
