"""Asking a club: what is an answer, what is a refusal, what is neither."""

from typing import Any

import pytest

from notebooks.exchange.club_exchange import ClubExchange
from satul.exchange import records
from satul.exchange.client import Away, Client, Refused, _refusal, key_of


@pytest.fixture
def client(exchange: ClubExchange) -> Client:
    return Client(exchange.url, "key-of-ana")


def test_no_key(exchange: ClubExchange) -> None:
    with pytest.raises(Refused) as refusal:
        Client(exchange.url, "stolen").assignments()
    assert (refusal.value.status, refusal.value.sentence) == (401, "Log in again.")


@pytest.mark.parametrize(
    "api", ["http://127.0.0.1:9/api", "http://[::1/api", "http://127.0.0.1:nine/api", "nothing"]
)
def test_no_club(api: str) -> None:
    with pytest.raises(Away):
        Client(api, "key").assignments()


@pytest.mark.parametrize("status", [200, 204, 301, 302, 408, 429, 500, 502, 503, 504])
def test_what_is_no_answer_is_worth_another_try(status: int) -> None:
    if status >= 300:
        assert isinstance(_refusal(status, b'{"error": "x"}'), Away)


@pytest.mark.parametrize("body", [b"", b"<h1>404</h1>", b"[]", b'{"error": 3}', b'{"error": " "}', b"\xff"])
def test_a_refusal_without_a_sentence_gets_one(body: bytes) -> None:
    for status in (403, 413):
        refusal = _refusal(status, body)
        assert isinstance(refusal, Refused)
        assert "{" not in refusal.sentence and len(refusal.sentence) > 20


def test_a_sentence_stays_on_one_line() -> None:
    refusal = _refusal(403, b'{"error": "No.\\n[x | INFO] all is well"}')
    assert isinstance(refusal, Refused) and "\n" not in refusal.sentence


def test_a_broken_connection_is_tried_again_only_where_it_can_do_no_harm(
    client: Client, exchange: ClubExchange
) -> None:
    exchange.faults = ["cut"]
    assert client.assignments() == []
    exchange.faults = ["cut"]
    with pytest.raises(Away):
        Client(exchange.url, "key-of-mentor").release("pietrari", "ps1", b"zip", force=False)
    assert len(exchange.asked) == 3


def test_names_travel(client: Client, exchange: ClubExchange) -> None:
    with pytest.raises(Refused):
        client.released_files("a/../b", "tema 1?&ș")
    assert exchange.asked[-1][1].endswith("/assignments/a%2F..%2Fb/tema%201%3F%26%C8%99")


def test_the_key_is_the_same_for_the_same_try() -> None:
    key = key_of("c", "a", b"bytes")
    assert len(key) == 64 and int(key, 16)
    assert key == key_of("c", "a", b"bytes")
    others = {
        key_of("ca", "", b"bytes"),
        key_of("c", "b", b"bytes"),
        key_of("c", "a", b"byte"),
        key_of("c", "a", b"bytes", 1),
    }
    assert len(others | {key}) == 5


HAND_IN: dict[str, Any] = {
    "course_id": "c",
    "assignment_id": "a",
    "student_id": "s",
    "number": 1,
    "at": "2026-11-06 18:30:00.000001 UTC",
    "notebooks": ["homework"],
    "feedback": [],
}


@pytest.mark.parametrize(
    "change",
    [
        {"student_id": "../../etc"},
        {"student_id": ".."},
        {"student_id": ""},
        {"student_id": None},
        {"assignment_id": "a/b"},
        {"notebooks": ["../x"]},
        {"notebooks": "homework"},
        {"number": "1"},
        {"number": True},
        {"at": "yesterday"},
        {"feedback": [3]},
        {"feedback": None},
    ],
)
def test_an_odd_answer_is_none(change: dict[str, Any]) -> None:
    assert records.hand_ins({"hand_ins": [HAND_IN]})[0].number == 1
    with pytest.raises(ValueError):
        records.hand_ins({"hand_ins": [{**HAND_IN, **change}]})


@pytest.mark.parametrize("answer", [None, [], {}, {"hand_ins": 3}, {"hand_ins": ["x"]}])
def test_an_odd_list_is_none(answer: object) -> None:
    with pytest.raises(ValueError):
        records.hand_ins(answer)
