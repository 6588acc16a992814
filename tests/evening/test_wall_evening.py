"""A session as its librarian lives it, by real requests: prepared, begun with one tap, watched on the wall, reported."""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest

from codekids_hub import people, sessions
from codekids_hub.people import Role
from codekids_hub.storage import Database
from codekids_hub.storage.tables import Adult, Audit, Club
from evening.club_visitors import HOME, Evening, Visitor
from evening.crina import Crina
from evening.tabs import TELL, Tab


@pytest.fixture
def database(evening: Evening) -> Iterator[Database]:
    """The club's own database, beside the running service."""
    opened = Database(f"sqlite:///{evening.data / 'club.sqlite'}")
    yield opened
    opened.dispose()


@pytest.fixture
def crina(evening: Evening, database: Database, log_in: Callable[..., Visitor]) -> Iterator[Crina]:
    """Crina, whose club is in no session yet; at the end hers is over."""
    with database.read() as session:
        club_id = people.club_by_code(session, evening.child()["club"]).id
    made = Crina(log_in(**evening.password("librarian")), club_id)
    yield made
    with database.write() as session:
        row = sessions.running(session, club_id)
        if row is not None:
            sessions.end(session, row, "operator", datetime.now(UTC))


def test_the_wall_turns_by_itself_and_the_report_is_one_line(
    evening: Evening, crina: Crina, log_in: Callable[..., Visitor], database: Database
) -> None:
    card = evening.child(3)
    name = str(card["nickname"])
    child = log_in(**evening.words(card))
    child.http.post(f"{HOME}workspace", headers={"X-XSRFToken": child.xsrf()})
    child.wait_for_workspace()
    assert child.follow(f"/user/{card['id']}/doc").status_code == 200

    begun = crina.post(f"clubs/{crina.club_id}/start")
    assert begun.url.path == f"{HOME}clubs/{crina.club_id}/wall"
    assert crina.post(f"clubs/{crina.club_id}/start").url.path == begun.url.path, "a second tap is the same"
    crina.post(f"clubs/{crina.club_id}/phase", act="next", seen="question")

    tab = Tab(child, str(card["id"]))
    tab.run("from satul import events")
    crina.sees(name, "working")

    tab.run(TELL.format(status="try_again"))
    crina.sees(name, "stuck")
    page = crina.wall()
    assert "Aceeași greșeală a apărut din nou." in page
    assert "one-side" not in page and "a-house" not in page, "no code, and nothing that looks like it"
    tab.run(TELL.format(status="done"))
    crina.sees(name, "working")

    time.sleep(max(0.0, tab.began + 31 - time.monotonic()))  # until the kernel is no newcomer any more
    tab.run("while True: pass")
    crina.sees(name, "loop")
    tab.interrupt()
    crina.sees(name, "working")

    tab.close()
    crina.sees(name, "away")

    for phase in ("investigation", "review"):
        last = crina.post(f"clubs/{crina.club_id}/phase", act="next", seen=phase)
    assert last.url.path.startswith(f"{HOME}reports/"), last.text
    assert name in last.text
    number = last.url.path.rpartition("/")[2]
    named = crina.post(f"reports/{number}", line=f"{name} a fost aici.")
    assert named.status_code == 422 and "fără nume" in named.text
    kept = crina.post(f"reports/{number}", line="A mers bine.")
    assert kept.status_code == 200 and "Raportul e gata" in kept.text
    again = crina.post(f"clubs/{crina.club_id}/phase", act="back")
    assert again.url.path.endswith("/wall"), "who ended it by mistake goes on"


def addresses(club_id: str, session_id: str) -> list[tuple[str, str, dict[str, str]]]:
    """Everything that only the club's librarian may open or send."""
    club = f"clubs/{club_id}"
    return [
        ("GET", f"{club}/prepare", {}),
        ("GET", f"{club}/wall", {}),
        ("GET", f"reports/{session_id}", {}),
        ("GET", f"reports/{session_id}/pictures/{'0' * 64}", {}),
        ("POST", f"{club}/prepare", {"question": "own", "own": "De ce?"}),
        ("POST", f"{club}/warm", {}),
        ("POST", f"{club}/start", {}),
        ("POST", f"{club}/phase", {"act": "end"}),
        ("POST", f"{club}/hand", {"child": "k"}),
        ("POST", f"{club}/show", {}),
        ("POST", f"{club}/note", {"key": "wonder-1"}),
        ("POST", f"reports/{session_id}", {"line": "x"}),
    ]


def test_nobody_else_opens_or_sends_any_of_it_and_who_tries_is_written_down(
    evening: Evening, crina: Crina, log_in: Callable[..., Visitor], database: Database
) -> None:
    crina.post(f"clubs/{crina.club_id}/start")
    with database.write() as session:
        running = sessions.running(session, crina.club_id)
        assert running is not None
        other = session.query(Club).filter(Club.id != crina.club_id).first()
        assert other is not None
        if session.query(Adult).filter_by(name="vera").first() is None:
            vera = people.add_adult(session, "vera", "o parolă lungă", datetime.now(UTC))
            people.give_duty(session, vera, other, Role.LIBRARIAN, datetime.now(UTC))
    others = {
        "librarian of another club": (log_in(username="vera", password="o parolă lungă"), 404),
        "mentor": (log_in(**evening.password("mentor")), 403),
        "coordinator": (log_in(**evening.password("coordinator")), 403),
        "child": (log_in(**evening.words(evening.child(1))), 403),
    }
    for who, (visitor, status) in others.items():
        xsrf = visitor.xsrf()
        for method, path, form in addresses(crina.club_id, running.id):
            before = refusals(database)
            answer = visitor.http.request(
                method, f"{HOME}{path}", data={"xsrf": xsrf, **form} if method == "POST" else None
            )
            assert answer.status_code == status, (who, method, path, answer.text)
            assert refusals(database) == before + 1, (who, method, path)
    nobody = log_in()
    for method, path, form in addresses(crina.club_id, running.id):
        answer = nobody.http.request(
            method, f"{HOME}{path}", data={"xsrf": "x", **form} if method == "POST" else None
        )
        assert answer.status_code == 303 and "/hub/" in answer.headers["location"], (method, path)
    for method, path, form in addresses(crina.club_id, running.id):
        if method == "POST":
            answer = crina.visitor.http.post(f"{HOME}{path}", data={"xsrf": "forged", **form})
            assert answer.status_code == 403, path
    with database.read() as session:
        row = sessions.running(session, crina.club_id)
        assert row is not None and (row.phase, row.question) == (running.phase, running.question)


def test_signs_are_taken_from_a_workspace_only(evening: Evening, log_in: Callable[..., Visitor]) -> None:
    visitor = log_in(**evening.words(evening.child(1)))
    answer = visitor.http.post(f"{HOME}api/signs", json={"computing": True}, follow_redirects=False)
    assert answer.status_code == 401, "a page's cookie counts for nothing here"


def refusals(database: Database) -> int:
    with database.read() as session:
        return session.query(Audit).filter_by(action="refused").count()
