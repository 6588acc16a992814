"""Logging in by real requests: cards and their end, refusals with a sentence, nothing broken by what people type."""

import time
from collections.abc import Callable
from copy import copy

import pytest

from evening.club_visitors import HOME, Evening, Visitor

LogIn = Callable[..., Visitor]
NASTY = [
    "x" * 300,
    "'; DROP TABLE children; --",
    "<script>alert(1)</script>",
    "\x00",
    "../../etc/passwd",
    "{{7*7}}",
    "ș" * 99,
]


@pytest.mark.parametrize("nasty", NASTY)
def test_whatever_is_typed_is_refused_with_a_sentence(evening: Evening, log_in: LogIn, nasty: str) -> None:
    visitor = log_in()
    forms = [
        {"club": nasty, "animal": nasty, "word1": nasty, "word2": nasty},
        {"username": nasty, "password": nasty},
        {"card": nasty},
        {"as": nasty, "next": nasty},
    ]
    for form in forms:
        answer = visitor.offer(**form)
        assert answer.status_code in (403, 429), form
        assert 'role="alert"' in answer.text
        assert "<script>alert" not in answer.text
    assert (
        visitor.http.get("/hub/login", params={"club": nasty, "next": nasty, "language": nasty}).status_code
        == 200
    )


def test_a_missing_field_is_no_crash(log_in: LogIn) -> None:
    assert log_in().offer().status_code == 403


def test_wrong_words_ten_times_lock_the_card_never_the_club(evening: Evening, log_in: LogIn) -> None:
    luca, vlad = evening.child(3), evening.child(4)
    assert log_in().offer(card=luca["token"]).status_code == 302, (
        "nothing that was typed before counts any more"
    )
    visitor = log_in()
    answers = [visitor.offer(**evening.words(luca) | {"word1": "gresit"}) for _ in range(10)]
    assert [answer.status_code for answer in answers] == [403] * 5 + [429] * 5
    assert log_in().offer(**evening.words(luca)).status_code == 429, "right words do not help now"
    assert log_in().offer(**evening.words(vlad)).status_code == 302, "a friend comes in"
    assert log_in().offer(card=luca["token"]).status_code == 302, "the QR opens, and unlocks"
    assert log_in().offer(**evening.words(luca)).status_code == 302


def test_words_of_one_club_do_not_open_another(evening: Evening, log_in: LogIn) -> None:
    child, other = evening.child(0), evening.child(0, "advanced")
    assert log_in().offer(**evening.words(child) | {"club": other["club"]}).status_code == 403


def test_the_club_is_remembered_on_the_device(evening: Evening, log_in: LogIn) -> None:
    child = evening.child(0)
    visitor = log_in(**evening.words(child))
    visitor.follow("/hub/logout")
    assert f'value="{child["club"]}"' in visitor.http.get("/hub/login").text


def test_logging_out_ends_every_page(evening: Evening, log_in: LogIn) -> None:
    visitor = log_in(**evening.words(evening.child(0)))
    thief = log_in()
    for cookie in visitor.http.cookies.jar:
        thief.http.cookies.jar.set_cookie(copy(cookie))
    assert thief.follow(HOME).url.path == HOME
    visitor.follow("/hub/logout")
    assert visitor.follow(HOME).url.path == "/hub/login"
    _eventually(lambda: thief.follow(HOME).url.path == "/hub/login")


def test_a_new_card_ends_the_old_one_and_its_open_logins(evening: Evening, log_in: LogIn) -> None:
    sofia = evening.child(5)
    visitor = log_in(**evening.words(sofia))
    librarian = log_in(**evening.password("librarian"))
    answer = librarian.http.post(f"{HOME}children/{sofia['id']}/card", data={"xsrf": librarian.xsrf()})
    assert answer.status_code == 200 and "data:image/svg" in answer.text
    _eventually(lambda: visitor.follow(HOME).url.path == "/hub/login")
    assert visitor.follow("/hub/home").url.path == "/hub/login"
    assert log_in().offer(**evening.words(sofia)).status_code == 403
    assert log_in().offer(card=sofia["token"]).status_code == 403
    librarian.http.post(f"{HOME}children/{sofia['id']}/card/undo", data={"xsrf": librarian.xsrf()})
    assert log_in(**evening.words(sofia)), "undone: the old card opens the door again"


def test_a_logged_in_browser_is_not_led_elsewhere(evening: Evening, log_in: LogIn) -> None:
    visitor = log_in()
    for target in ("https://example.org/", "//example.org", "/\\example.org", "javascript:alert(1)"):
        answer = visitor.offer(**evening.words(evening.child(0)), next=target)
        assert answer.status_code == 302
        assert answer.headers["location"].startswith("/"), target
        assert not answer.headers["location"].startswith(("//", "/\\")), target
        visitor.follow("/hub/logout")


def _eventually(holds: Callable[[], bool], within: float = 15) -> None:
    deadline = time.monotonic() + within
    while not holds():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.3)
