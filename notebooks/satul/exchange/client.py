"""The club's exchange, asked over HTTP with the workspace's key. Who asks is known from the key alone."""

import hashlib
import http.client
import json
import time
import urllib.parse
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, TypeVar

from satul.exchange import records
from satul.exchange.records import Assignment, HandIn, Receipt
from satul.words import language, say

SECONDS = 10.0
"""How long one step of an exchange may take: nbgrader asks inside the workspace's event loop."""

HAND_IN_SECONDS = 30.0
"""A hand-in's answer comes when it is on the club's disk for good."""

MOST_BYTES = 200_000_000
_PAUSE = 0.5
_LATER = (408, 425, 429)

Value = TypeVar("Value")


class Away(Exception):
    """The club did not answer, or not now, or not in its own words. Worth another try."""

    def __init__(self, why: object = "") -> None:
        super().__init__(str(why))
        self.sentence = say("exchange.away")


class Refused(Exception):
    """The club said no. ``sentence`` says why, in the reader's language."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(f"{status}: {sentence}")
        self.status, self.sentence = status, sentence


class _Cut(Exception):
    """The connection broke: nobody knows whether the club got it."""


class Client:
    """The exchange of a club.

    Args:
        api: the address of the club's API, without a slash at its end.
        token: the workspace's key.
    """

    def __init__(self, api: str, token: str) -> None:
        self.address = f"{api}/exchange"
        self._token = token

    def taught_courses(self) -> frozenset[str]:
        """The courses in which I see everybody's hand-ins."""
        return self._read(records.taught_courses, "courses")

    def assignments(self, course: str = "") -> list[Assignment]:
        """What is released in a course, or in all my courses."""
        return self._read(records.assignments, "assignments", course_id=course)

    def released_files(self, course: str, assignment: str) -> bytes:
        """The zip of a released assignment."""
        return self._ask("GET", ("assignments", course, assignment))

    def release(self, course: str, assignment: str, files: bytes, *, force: bool) -> None:
        """Release an assignment; without ``force`` only where it is not released yet."""
        query = {"force": "1" if force else "0"}
        self._ask("PUT", ("assignments", course, assignment), query, files, again=force)

    def withdraw(self, course: str, assignment: str) -> None:
        """Take a released assignment back."""
        self._ask("DELETE", ("assignments", course, assignment), again=False)

    def hand_in(self, course: str, assignment: str, files: bytes, key: str) -> Receipt:
        """Hand in; when this returns, the club keeps it. The same bytes with the same key give the same receipt."""
        headers = {"Idempotency-Key": key}
        path = ("hand-ins", course, assignment)
        return _understood(records.receipt, self._ask("POST", path, None, files, headers, HAND_IN_SECONDS))

    def hand_ins(self, course: str = "", assignment: str = "", student: str = "") -> list[HandIn]:
        """My hand-ins; for an instructor those of everybody in the course."""
        ids = {"course_id": course, "assignment_id": assignment, "student_id": student}
        return self._read(records.hand_ins, "hand-ins", **ids)

    def handed_in_files(self, hand_in: HandIn) -> bytes:
        """The zip of a hand-in."""
        return self._ask("GET", ("hand-ins", hand_in.course_id, hand_in.assignment_id, str(hand_in.number)))

    def release_feedback(self, hand_in: HandIn, notebook: str, html: bytes) -> None:
        """Give feedback on a notebook of a hand-in, instead of what was there."""
        headers = {"Content-Type": "text/html; charset=utf-8"}
        self._ask("PUT", _feedback_path(hand_in, notebook), None, html, headers)

    def feedback(self, hand_in: HandIn, notebook: str) -> bytes:
        """The feedback on a notebook of a hand-in, as HTML."""
        return self._ask("GET", _feedback_path(hand_in, notebook))

    def _read(self, understand: Callable[[Any], Value], *path: str, **query: str) -> Value:
        asked = {name: value for name, value in query.items() if value}
        return _understood(understand, self._ask("GET", path, asked))

    def _ask(
        self,
        method: str,
        path: tuple[str, ...],
        query: Mapping[str, str] | None = None,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        seconds: float = SECONDS,
        again: bool = True,
    ) -> bytes:
        """One request and its answer; once more where the connection broke and that can do no harm.

        Raises:
            Refused: the club said no, and why.
            Away: no answer that is one.
        """
        target = "/".join((self.address, *(urllib.parse.quote(part, safe="") for part in path)))
        if query:
            target += "?" + urllib.parse.urlencode(query)
        told = {"Authorization": f"token {self._token}", "Accept-Language": language()}
        if body is not None:
            told["Content-Type"] = "application/zip"
        told.update(headers or {})
        try:
            status, answer = _exchanged(method, target, body, told, seconds)
        except _Cut as cut:
            if not again:
                raise Away(cut) from cut
            time.sleep(_PAUSE)
            try:
                status, answer = _exchanged(method, target, body, told, seconds)
            except _Cut as second:
                raise Away(second) from second
        if 200 <= status < 300:
            return answer
        raise _refusal(status, answer)


def key_of(course: str, assignment: str, files: bytes, last: int = 0) -> str:
    """The key of a hand-in: each try to hand in the same thing has the same.

    Args:
        last: the number of the last receipt for this assignment, so that what is handed in after something else
            was received is new, though the same bytes may have been handed in once before.
    """
    digest = hashlib.sha256(f"{course}\0{assignment}\0{last}\0".encode())
    digest.update(files)
    return digest.hexdigest()


def _exchanged(
    method: str, target: str, body: bytes | None, headers: Mapping[str, str], seconds: float
) -> tuple[int, bytes]:
    """Status and body of the answer. No proxy of the environment, no redirect: a key goes nowhere else."""
    try:
        place = urllib.parse.urlsplit(target)
        kind = http.client.HTTPSConnection if place.scheme == "https" else http.client.HTTPConnection
        connection = kind(place.hostname or "", place.port, timeout=seconds)
    except (ValueError, http.client.HTTPException) as error:
        raise Away(error) from error
    try:
        connection.connect()
        try:
            asked = urllib.parse.urlunsplit(("", "", place.path, place.query, ""))
            connection.request(method, asked, body=body, headers=dict(headers))
        except (BrokenPipeError, ConnectionResetError):
            pass  # it was refused before all of it was sent; the answer says why
        with connection.getresponse() as response:
            answer = response.read(MOST_BYTES)
            if response.length:
                raise _Cut("half an answer")
            return response.status, answer
    except TimeoutError as error:
        raise Away(error) from error
    except (OSError, http.client.HTTPException) as error:
        raise _Cut(error) from error
    finally:
        connection.close()


def _refusal(status: int, answer: bytes) -> Exception:
    if status < 400 or status >= 500 or status in _LATER:
        return Away(status)
    sentence: object = None
    with suppress(ValueError, KeyError, TypeError, RecursionError):  # not the club's own words
        sentence = json.loads(answer)["error"]
    if not isinstance(sentence, str) or not sentence.strip():
        sentence = say("exchange.too_large") if status == 413 else say("exchange.refused", status=status)
    return Refused(status, " ".join(sentence.split()))


def _understood(understand: Callable[[Any], Value], answer: bytes) -> Value:
    try:
        return understand(json.loads(answer))
    except (ValueError, RecursionError) as error:
        raise Away(error) from error


def _feedback_path(hand_in: HandIn, notebook: str) -> tuple[str, ...]:
    return ("feedback", hand_in.course_id, hand_in.assignment_id, str(hand_in.number), notebook)
