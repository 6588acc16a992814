"""Adults come by a link that works once: rules, and the pages served by the real application."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from codekids_hub import invitations, people
from codekids_hub.club.parts import Parts
from codekids_hub.invitations import InvitationOver
from codekids_hub.people import Role
from codekids_hub.storage.privacy_tables import Invitation
from codekids_hub.storage.tables import Adult, Club
from hub.village import Village
from hub.visiting import Browser

NOW = datetime.now(UTC)
GOOD = {"name": "elena", "password": "trei cuvinte noi"}
Visit = Callable[[str], Browser]


def invited(visit: Visit, role: str = "librarian", club: str = "CIMISLIA") -> str:
    """The path of a new invitation."""
    text = visit("ioana").post("/programme/invitations", {"role": role, "club": club}).text
    found = re.search(r"/services/club(/invited/[\w-]+)", text)
    assert found, text
    return found[1]


def test_a_link_works_once_and_makes_a_librarian(visit: Visit, parts: Parts) -> None:
    path = invited(visit)
    assert (
        "Librarian" in visit("").get(path).text and "Bibliotecar" in visit("").get(f"{path}?language=ro").text
    )
    visit("").send(path, GOOD)
    with parts.database.read() as session:
        elena = people.adult_by_name(session, "elena")
        assert [club.code for club in people.clubs_of(session, elena.id, Role.LIBRARIAN)] == ["CIMISLIA"]
        assert elena.language == "en"
    assert visit("").get(path).status_code == 404
    assert visit("").send(path, GOOD | {"name": "other"}).status_code == 404
    with parts.database.read() as session:
        assert session.scalar(select(Adult).where(Adult.name == "other")) is None


def test_a_name_or_password_that_will_not_do_leaves_the_link_alive(visit: Visit) -> None:
    path = invited(visit, "coordinator", "")
    for change, status in (({"password": "short"}, 422), ({"name": "crina"}, 409), ({"name": "!"}, 422)):
        answer = visit("").send(path, GOOD | change)
        assert answer.status_code == status and 'role="alert"' in answer.text
    assert visit("").get(path).status_code == 200


def test_a_link_ends_after_seven_days_when_it_is_taken_back_and_with_its_coordinator(
    village: Village, parts: Parts
) -> None:
    with parts.database.write() as session:
        club = session.get_one(Club, village.club_id)
        ioana = people.adult_by_name(session, "ioana")
        first, old = invitations.invite(session, "mentor", club, ioana.id, NOW)
        second, taken = invitations.invite(session, "mentor", club, ioana.id, NOW)
        soon = NOW + timedelta(days=7) - timedelta(seconds=1)
        assert invitations.by_key(session, old, soon).id == first.id
        invitations.take_back(session, second.id, ioana.id, NOW)
        for key, at in ((old, NOW + timedelta(days=7)), (taken, NOW), ("x", NOW)):
            with pytest.raises(InvitationOver):
                invitations.by_key(session, key, at)
        ioana.coordinator = False
        with pytest.raises(InvitationOver):
            invitations.by_key(session, old, NOW)


def test_the_key_is_nowhere_in_the_database(visit: Visit, parts: Parts) -> None:
    key = invited(visit).rpartition("/")[2]
    with parts.database.read() as session:
        row = session.scalars(select(Invitation)).one()
        assert key not in {str(getattr(row, column.key)) for column in Invitation.__table__.columns}


def test_one_that_waits_is_taken_back_on_the_page(visit: Visit) -> None:
    path, browser = invited(visit), visit("ioana")
    found = re.search(
        r"/services/club(/programme/invitations/\w+/take-back)", browser.get("/programme/people").text
    )
    assert found
    assert "not here yet" not in browser.post(found[1]).text
    assert visit("").get(path).status_code == 404


@pytest.mark.parametrize(
    "form", [{"role": "librarian", "club": ""}, {"role": "child", "club": "CIMISLIA"}, {}]
)
def test_an_invitation_says_what_for(visit: Visit, parts: Parts, form: dict[str, str]) -> None:
    assert visit("ioana").post("/programme/invitations", form).status_code == 422
    with parts.database.read() as session:
        assert session.scalars(select(Invitation)).all() == []
