"""What a running installation tells of itself: numbers behind a key, and logs that know nobody."""

import re
from collections.abc import Callable

from evening.club_visitors import HOME, Evening, Visitor


def test_numbers_are_read_with_the_key_alone(evening: Evening, log_in: Callable[..., Visitor]) -> None:
    key = (evening.data / "secrets" / "metrics").read_text().strip()
    child = log_in(**evening.words(evening.child()))
    for path, refused in ((f"{HOME}metrics", 401), ("/hub/metrics", 403)):
        assert child.http.get(path).status_code == refused
        shown = {"Authorization": f"token {key}"}
        answer = log_in().http.get(path, headers=shown)
        assert answer.status_code == 200 and "_seconds_bucket{" in answer.text
        for each in evening.ready["children"]:
            assert each["id"] not in answer.text and each["nickname"] not in answer.text
    refused_elsewhere = log_in().http.get("/hub/api/users", headers={"Authorization": f"token {key}"})
    assert refused_elsewhere.status_code == 403, "it opens nothing else"


def test_the_log_knows_nobody(evening: Evening, log_in: Callable[..., Visitor]) -> None:
    child = evening.child()
    log_in(**evening.words(child)).http.get(HOME)
    wrong = log_in()
    assert wrong.offer(**(evening.words(child) | {"word1": "nimic"})).status_code == 403
    wrong.http.get(f"/hub/card?card={child['token']}", headers={"X-Forwarded-For": "203.0.113.7"})
    written = (evening.data / "hub.log").read_text(encoding="utf-8", errors="replace")
    assert child["id"] in written
    adults = (evening.ready[role] for role in ("librarian", "mentor", "coordinator"))
    secrets = [each["token"] for each in evening.ready["children"]] + [each["password"] for each in adults]
    keys = [path.read_text().strip() for path in (evening.data / "secrets").iterdir()]
    for secret in (*secrets, *keys, "203.0.113.7"):
        assert secret not in written
    for each in evening.ready["children"]:
        assert not re.search(rf"\b{each['nickname']}\b", written)


def test_a_key_in_the_address_opens_nothing(evening: Evening, log_in: Callable[..., Visitor]) -> None:
    key = (evening.data / "secrets" / "metrics").read_text().strip()
    for path, refused in ((f"{HOME}metrics", 401), ("/hub/metrics", 403), ("/hub/api/users", 403)):
        assert log_in().http.get(path, params={"token": key}).status_code == refused


def test_whoever_looks_for_security_txt_is_told_that_there_is_nobody(log_in: Callable[..., Visitor]) -> None:
    nobody = log_in()
    assert nobody.follow("/.well-known/security.txt").status_code == 404
    assert nobody.http.get(f"{HOME}security").status_code == 200
