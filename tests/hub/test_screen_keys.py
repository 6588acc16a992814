"""The projector's key: typed in any way, good for one session, as long as that runs."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from sqlalchemy.orm import Session

from codekids_hub import screen_keys, sessions
from codekids_hub.refusals import NotFound
from hub.meeting import PEPPER, begin
from hub.village import Village


@pytest.fixture
def session(village: Village) -> Iterator[Session]:
    with village.database.write() as made:
        yield made


def test_the_projectors_key_opens_while_the_session_runs(
    session: Session, village: Village, now: datetime
) -> None:
    row = begin(session, village, now).row
    key = screen_keys.make(PEPPER, row.id)
    assert len(key) == 14 and key != screen_keys.make("cd" * 32, row.id)
    for typed in (key, key.upper(), key.replace("-", ""), f" {key} "):
        assert screen_keys.session_behind(session, typed) is row
    with pytest.raises(NotFound):
        screen_keys.session_behind(session, "a" + key[1:] if key[0] != "a" else "b" + key[1:])
    sessions.end(session, row, village.crina_id, now)
    with pytest.raises(NotFound):
        screen_keys.session_behind(session, key)
