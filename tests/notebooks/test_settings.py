"""What satul reads from its environment."""

from pathlib import Path

import pytest

from satul.settings import STOP_AFTER, read


def test_everything_is_read() -> None:
    found = read(
        {
            "CODEKIDS_CONTENT": "/content",
            "CODEKIDS_CLUB_API": "http://hub/api/",
            "JUPYTERHUB_API_TOKEN": "key",
            "HOME": "/home/child",
            "CODEKIDS_STOP_AFTER": "5",
        }
    )
    assert found.content == Path("/content")
    assert (found.club_api, found.token, found.stop_after) == ("http://hub/api", "key", 5.0)
    assert found.outbox == Path("/home/child/.satul")


@pytest.mark.parametrize(
    ("written", "seconds"), [("", STOP_AFTER), ("soon", STOP_AFTER), ("-1", 0), ("0", 0)]
)
def test_odd_waits(written: str, seconds: float) -> None:
    assert read({"CODEKIDS_STOP_AFTER": written}).stop_after == seconds


def test_nothing_is_there() -> None:
    found = read({})
    assert (found.content, found.club_api, found.token) == (None, "", "")
