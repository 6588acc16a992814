"""The coordinator's people, served by the real application: clubs are given, ended, handed over; who leaves is gone."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from codekids_hub import duties, logins, people, removing
from codekids_hub.club.parts import Parts
from codekids_hub.duties import LastCoordinator
from codekids_hub.logins import Device, Password
from codekids_hub.people import Role
from codekids_hub.storage.tables import Adult, Audit, Club, Duty, LoginEnd
from hub.village import PEPPER, Village
from hub.visiting import Browser

Visit = Callable[[str], Browser]
NOW = datetime.now(UTC)
FORMS = ("give", "end", "hand-over", "coordinator", "remove", "back", "second-factor")
DUTY = {"role": "librarian", "club": "PIETRARI"}


def adult(parts: Parts, name: str) -> Adult:
    """An adult by name."""
    with parts.database.read() as session:
        return people.adult_by_name(session, name)


def page(parts: Parts, name: str, form: str = "") -> str:
    """The address of an adult's page, or of one of its forms."""
    return f"/programme/people/{adult(parts, name).id}{'/' if form else ''}{form}"


def log_in(parts: Parts, name: str, password: str) -> str:
    return logins.log_in(parts.database, PEPPER, Password(name, password), Device("laptop", "192.0.2.7"), NOW)


def test_the_list_is_searched_and_filtered(visit: Visit) -> None:
    browser = visit("ioana")
    for query, there in (
        ("q=pietrari", {"crina", "andrei"}),
        ("q=ioana", {"ioana"}),
        ("only=librarian", {"crina"}),
        ("only=coordinator", {"ioana"}),
        ("only=removed", set()),
        ("", {"andrei", "crina", "ioana"}),
    ):
        text = browser.get(f"/programme/people?{query}").text
        assert set(re.findall(r'class="strong"[^>]*>(\w+)</a>', text)) == there, query


def test_a_club_is_given_and_ended_with_an_undo(village: Village, visit: Visit, parts: Parts) -> None:
    browser, children = visit("ioana"), f"/clubs/{village.club_id}/children"
    assert "looks after Pietrari" in browser.post(page(parts, "andrei", "give"), DUTY).text
    assert visit("andrei").get(children).status_code == 200
    answer = browser.post(page(parts, "andrei", "end"), DUTY)
    assert "does not look after Pietrari" in answer.text and "Undo" in answer.text
    assert visit("andrei").get(children).status_code == 403
    with parts.database.read() as session:
        assert session.get(Duty, (village.andrei_id, village.club_id, "mentor")) is not None
        assert session.get(LoginEnd, village.andrei_id) is not None, "what was open with it ends"
        ioana = people.adult_by_name(session, "ioana").id
        noted = session.execute(
            select(Audit.actor, Audit.action, Audit.subject).where(Audit.actor == ioana)
        ).all()
    assert (ioana, "end-librarian", village.andrei_id) in noted
    assert (ioana, "club-librarian", village.club_id) in noted


def test_a_club_is_handed_over_and_back(village: Village, visit: Visit, parts: Parts) -> None:
    browser = visit("ioana")

    def librarians() -> list[str]:
        with parts.database.read() as session:
            query = select(Duty.adult_id).where(Duty.club_id == village.club_id, Duty.role == "librarian")
            return list(session.scalars(query))

    answer = browser.post(page(parts, "crina", "hand-over"), DUTY | {"to": "andrei"})
    assert "andrei took Pietrari" in answer.text and librarians() == [village.andrei_id]
    browser.post(page(parts, "andrei", "hand-over"), DUTY | {"to": "crina"})
    assert librarians() == [village.crina_id]
    for to, status in (("crina", 422), ("nobody", 404)):
        assert browser.post(page(parts, "crina", "hand-over"), DUTY | {"to": to}).status_code == status
    assert librarians() == [village.crina_id]


def test_who_looks_after_nothing_is_told_so_and_not_sent_in_circles(
    village: Village, visit: Visit, parts: Parts
) -> None:
    visit("ioana").post(page(parts, "crina", "end"), DUTY)
    answer = visit("crina").get("/")
    assert answer.status_code == 403 and "no club just now" in answer.text
    with pytest.raises(logins.NoClub):
        log_in(parts, "crina", "trei cuvinte bune")


def test_who_is_removed_is_gone_at_once_and_comes_back_with_everything(
    village: Village, visit: Visit, parts: Parts
) -> None:
    browser = visit("ioana")
    assert "was removed" in browser.post(page(parts, "crina", "remove")).text
    assert visit("crina").get(f"/clubs/{village.club_id}/children").status_code == 403
    with parts.database.read() as session:
        assert people.hub_groups(session, village.crina_id) is None
        assert session.get(LoginEnd, village.crina_id) is not None
    with pytest.raises(logins.WrongPassword):
        log_in(parts, "crina", "trei cuvinte bune")
    assert "no librarian" in browser.get("/programme/clubs?q=pietrari").text
    assert browser.post(page(parts, "crina", "give"), DUTY).status_code == 404
    assert "is here again" in browser.post(page(parts, "crina", "back")).text
    assert log_in(parts, "crina", "trei cuvinte bune") == village.crina_id
    assert visit("crina").get(f"/clubs/{village.club_id}/children").status_code == 200


def test_after_seven_days_who_was_removed_is_forgotten(village: Village, visit: Visit, parts: Parts) -> None:
    address = page(parts, "crina")
    with parts.database.write() as session:
        removing.remove(session, session.get_one(Adult, village.crina_id), "ioana", NOW)
        assert removing.forget_removed(session, NOW + timedelta(days=6, hours=23)) == 0
        assert removing.forget_removed(session, NOW + timedelta(days=7)) == 1
        assert removing.forget_removed(session, NOW + timedelta(days=8)) == 0
        crina = session.get_one(Adult, village.crina_id)
        assert (crina.name, crina.duties) == (village.crina_id, [])
        assert removing.can_come_back(crina) is False
    assert visit("ioana").get(address).status_code == 404
    assert visit("ioana").post(f"{address}/back").status_code == 404
    assert "crina" not in visit("ioana").get("/programme/people?only=removed").text


def test_the_last_coordinator_stays(visit: Visit, parts: Parts) -> None:
    browser = visit("ioana")
    for form in ("remove", "coordinator"):
        answer = browser.post(page(parts, "ioana", form), {"decision": "no"})
        assert answer.status_code == 409 and "only coordinator" in answer.text
    browser.post(page(parts, "andrei", "coordinator"), {"decision": "yes"})
    assert visit("andrei").get("/programme/people").status_code == 200
    browser.post(page(parts, "ioana", "coordinator"), {"decision": "no"})
    assert visit("ioana").get("/programme/people").status_code == 403
    with parts.database.write() as session, pytest.raises(LastCoordinator):
        duties.end_coordinator(session, people.adult_by_name(session, "andrei"), "x", NOW)


def test_only_a_coordinator_and_only_from_the_page(village: Village, visit: Visit, parts: Parts) -> None:
    paths = [page(parts, "andrei", form) for form in FORMS]
    paths += ["/programme/invitations", "/programme/invitations/i23456789abc/take-back"]
    form = DUTY | {"to": "andrei", "decision": "yes"}
    for who, status in (("crina", 403), ("andrei", 403), (village.maria.child_id, 403), ("", 401)):
        assert {visit(who).post(path, form).status_code for path in paths} == {status}, who
        pages = (page(parts, "andrei"), "/programme/people")
        assert {visit(who).get(path).status_code for path in pages} == {status}, who
    assert {visit("ioana").send(path, form).status_code for path in paths} == {403}
    with parts.database.read() as session:
        assert session.get(Duty, (village.andrei_id, village.club_id, "librarian")) is None
        noted = session.execute(select(Audit.actor, Audit.subject).where(Audit.action == "refused"))
        assert (village.crina_id, village.andrei_id) in [tuple(each) for each in noted]


def test_what_is_not_there_is_not_found(visit: Visit, parts: Parts) -> None:
    browser = visit("ioana")
    for nobody in ("a23456789abc", "x" * 300, "%00", "' OR 1=1 --"):
        assert browser.get(f"/programme/people/{nobody}").status_code == 404
        assert browser.post(f"/programme/people/{nobody}/remove").status_code == 404
    assert (
        browser.post(page(parts, "crina", "give"), {"role": "child", "club": "PIETRARI"}).status_code == 422
    )
    assert (
        browser.post(page(parts, "crina", "give"), {"role": "mentor", "club": "NOWHERE"}).status_code == 404
    )


def test_the_same_duty_twice_is_one(village: Village, parts: Parts) -> None:
    with parts.database.write() as session:
        club, crina = session.get_one(Club, village.club_id), session.get_one(Adult, village.crina_id)
        duties.end(session, crina, club, Role.LIBRARIAN, "x", NOW)
        duties.end(session, crina, club, Role.LIBRARIAN, "x", NOW)
        assert session.query(Audit).filter_by(action="end-librarian").count() == 1
