"""Somebody with several roles goes from one home to the other, and to no home that is not theirs."""

import asyncio
from pathlib import Path

import httpx
import pytest

from codekids_hub import people
from codekids_hub.addresses import SERVICE_PREFIX
from codekids_hub.club.app import make_app
from codekids_hub.club.homes import COOKIE
from codekids_hub.club.parts import Parts
from codekids_hub.club.visitors import sessions
from codekids_hub.people import Role
from codekids_hub.storage.tables import Adult, Club
from hub.village import NOW, PEPPER, Village
from hub.visiting import PlayedHub, parts_for

HEADINGS = {"librarian": "<h1>My club", "mentor": "<h1>Clubs that I mentor", "coordinator": "<h1>All clubs"}


@pytest.fixture
def parts(village: Village, tmp_path: Path) -> Parts:
    """Crina is mentor of the other club, too."""
    with village.database.write() as session:
        crina = session.get_one(Adult, village.crina_id)
        other = session.get_one(Club, village.other_club_id)
        people.give_duty(session, crina, other, Role.MENTOR, NOW)
        crina.language = "en"
    return parts_for(village.database, tmp_path, PEPPER)


def visits(parts: Parts, who: str, *paths: str) -> list[httpx.Response]:
    """One browser, several pages one after the other."""

    async def walk() -> list[httpx.Response]:
        cookies = {PlayedHub.cookie_name: str(sessions(parts).dumps(who))}
        transport = httpx.ASGITransport(make_app(parts))
        async with httpx.AsyncClient(
            transport=transport, base_url="http://club.test", cookies=cookies
        ) as client:
            return [await client.get(f"{SERVICE_PREFIX}{path}") for path in paths]

    return asyncio.run(walk())


def home_of(answer: httpx.Response) -> list[str]:
    """Whose home a page is."""
    return [role for role, sign in HEADINGS.items() if sign in answer.text]


def test_the_first_role_decides_until_another_home_is_chosen_and_kept(village: Village, parts: Parts) -> None:
    answers = visits(parts, village.crina_id, "", "?as=mentor", "", "?as=librarian", "")
    assert [home_of(each) for each in answers] == [
        ["librarian"],
        ["mentor"],
        ["mentor"],
        ["librarian"],
        ["librarian"],
    ]
    assert answers[1].text.count('aria-current="true"') == 2  # the home and the language


def test_nobody_gets_a_home_of_a_role_that_they_do_not_have(village: Village, parts: Parts) -> None:
    for asked in ("coordinator", "child", "nobody"):
        (answer,) = visits(parts, village.crina_id, f"?as={asked}")
        assert answer.status_code == 200 and home_of(answer) == ["librarian"]


def test_who_has_one_role_sees_no_switch(village: Village, parts: Parts) -> None:
    for who in (village.andrei_id, village.maria.child_id):
        (answer,) = visits(parts, who, "?as=librarian")
        assert "?as=" not in answer.text and COOKIE not in answer.cookies
