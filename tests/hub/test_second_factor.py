"""Login in two steps: codes of a phone and of a paper, each once; nothing else before it where it is required."""

# mypy: disallow-untyped-calls=False

import dataclasses
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pyotp
import pytest
from sqlalchemy import select

from codekids_hub import logins, people, second_factor
from codekids_hub.authenticator import ClubAuthenticator
from codekids_hub.club.parts import Parts
from codekids_hub.guessing import TooManyPasswords
from codekids_hub.logins import Code, CodeNeeded, Device, Password, TookTooLong
from codekids_hub.people import Role
from codekids_hub.roles import BASE_ROLE
from codekids_hub.second_factor import UsedCode, WrongCode
from codekids_hub.settings import Settings
from codekids_hub.storage.privacy_tables import SecondFactor
from codekids_hub.storage.tables import Adult, Audit
from hub.village import PEPPER, Village
from hub.visiting import Browser

Visit = Callable[[str], Browser]
NOW = datetime(2026, 11, 19, 18, 0, 10, tzinfo=UTC)
SEED = "ab" * 20
PASSWORD = "alte trei cuvinte"
RFC_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
"""The secret of RFC 6238's own test vectors, ``12345678901234567890``."""


def code_at(at: datetime, seed: str = SEED) -> str:
    """What the phone shows."""
    return pyotp.TOTP(second_factor.secret_of(seed, PEPPER)).at(at)


@pytest.fixture
def paper(village: Village) -> list[str]:
    """Andrei, a mentor, has set it up a while ago: his codes on paper."""
    with village.database.write() as session:
        andrei = session.get_one(Adult, village.andrei_id)
        ago = NOW - timedelta(days=1)
        return second_factor.set_up(session, andrei, SEED, code_at(ago), PEPPER, ago)


def log_in(village: Village, shown: logins.Shown, at: datetime = NOW, **options: bool) -> str:
    return logins.log_in(village.database, PEPPER, shown, Device("laptop", "192.0.2.7"), at, **options)


def first_step(village: Village, at: datetime = NOW) -> str:
    """What the browser keeps after the password."""
    with pytest.raises(CodeNeeded) as needed:
        log_in(village, Password("andrei", PASSWORD), at)
    return str(needed.value.values["half"])


def test_codes_are_those_of_the_standard() -> None:
    for seconds, code in ((59, "287082"), (1111111109, "081804"), (20000000000, "353130")):
        at = datetime.fromtimestamp(seconds, UTC)
        assert second_factor.step_of(RFC_SECRET, code, at) == seconds // 30
        assert second_factor.step_of(RFC_SECRET, code, at + timedelta(seconds=91)) is None


def test_the_password_is_the_first_step_and_the_phone_the_second(village: Village, paper: list[str]) -> None:
    half = first_step(village)
    assert log_in(village, Code(half, code_at(NOW))) == village.andrei_id
    assert log_in(village, Password("crina", "trei cuvinte bune")) == village.crina_id, "she has none"
    assert log_in(village, Password("andrei", PASSWORD), two_steps=False) == village.andrei_id


def test_a_code_works_once_and_none_before_it(village: Village, paper: list[str]) -> None:
    half, code = first_step(village), code_at(NOW)
    log_in(village, Code(half, code))
    for used in (code, code_at(NOW - timedelta(seconds=30))):
        with pytest.raises(UsedCode):
            log_in(village, Code(half, used))
    assert log_in(
        village,
        Code(half, f" {code_at(NOW + timedelta(seconds=30))[:3]} {code_at(NOW + timedelta(seconds=30))[3:]}"),
    )


def test_a_code_on_paper_works_once(village: Village, paper: list[str]) -> None:
    half = first_step(village)
    assert len(set(paper)) == 10
    assert log_in(village, Code(half, f"{paper[3][:5]} {paper[3][5:]}")) == village.andrei_id
    with pytest.raises(WrongCode):
        log_in(village, Code(half, paper[3]))
    with village.database.read() as session:
        assert second_factor.recovery_left(session, village.andrei_id) == 9
        assert (
            session.query(Audit).filter_by(action="use-recovery-code", subject=village.andrei_id).count() == 1
        )


def test_guessing_rests_and_a_right_password_does_not_help(village: Village, paper: list[str]) -> None:
    half = first_step(village)
    for _ in range(5):
        with pytest.raises(WrongCode):
            log_in(village, Code(half, "000000"))
    half = first_step(village)
    with pytest.raises(TooManyPasswords):
        log_in(village, Code(half, code_at(NOW)))
    later = NOW + timedelta(seconds=31)
    assert log_in(village, Code(half, code_at(later)), later) == village.andrei_id


def test_the_second_step_needs_the_first_with_the_password_of_now(village: Village, paper: list[str]) -> None:
    half = first_step(village)
    for forged in (
        "",
        "x",
        village.andrei_id,
        f"{village.andrei_id}:{'0' * 16}",
        half.replace(village.andrei_id, village.crina_id),
    ):
        with pytest.raises(TookTooLong):
            log_in(village, Code(forged, code_at(NOW)))
    with village.database.write() as session:
        people.change_password(session, session.get_one(Adult, village.andrei_id), "ceva cu totul nou", NOW)
    with pytest.raises(TookTooLong):
        log_in(village, Code(half, code_at(NOW)))


def test_neither_the_database_nor_the_key_alone_makes_a_code(village: Village, paper: list[str]) -> None:
    with village.database.read() as session:
        row = session.get_one(SecondFactor, village.andrei_id)
    assert second_factor.secret_of(row.secret, PEPPER) not in (
        row.secret,
        second_factor.secret_of(row.secret, "cd" * 32),
    )
    assert not any(code in row.recovery for code in paper)


def required(parts: Parts) -> Parts:
    """The same installation, where it is required."""
    return dataclasses.replace(parts, settings=dataclasses.replace(parts.settings, second_factor="required"))


def test_where_it_is_required_nothing_else_opens_before(village: Village, parts: Parts) -> None:
    browser = Browser(required(parts), village.andrei_id)
    for path in ("/", "/review", "/no-such-page"):
        answer = browser.get(path)
        assert "Login in two steps" in answer.text or answer.status_code == 404, path
    assert browser.post("/review", {"minutes": "40"}).status_code in (403, 405)
    page = browser.get("/second-factor").text
    seed = re.findall(r'name="seed" value="([0-9a-f]{40})"', page)[0]
    assert "Later" not in page and browser.post("/language", {"language": "en"}).status_code == 303
    wrong = browser.post("/second-factor", {"seed": seed, "code": "000000"})
    assert wrong.status_code == 403 and seed in wrong.text, "the phone has that one by now"
    code = code_at(datetime.now(UTC), seed)
    assert (
        len(
            re.findall(
                r'class="digits">\d{5} \d{5}<',
                browser.post("/second-factor", {"seed": seed, "code": code}).text,
            )
        )
        == 10
    )
    assert "Clubs that I mentor" in browser.get("/").text
    assert browser.post("/second-factor", {"seed": seed, "code": code}).status_code == 409
    assert "Clubs that I" not in Browser(required(parts), village.crina_id).get("/second-factor").text
    assert Browser(required(parts), village.crina_id).get("/").status_code == 200, "a librarian needs none"


def test_until_then_the_hub_gives_nothing_either(village: Village, tmp_path: object) -> None:
    authenticator = ClubAuthenticator(second_factor="required", formgrader=True)
    authenticator.__dict__["database"] = village.database

    def held(identifier: str) -> list[str]:
        model = authenticator._model(identifier)
        assert model
        return [role["name"] for role in model["roles"]]

    assert held(village.andrei_id) == [BASE_ROLE["name"]]
    assert held(village.crina_id) == ["user", f"librarian-{village.club_id}"]
    with village.database.write() as session:
        andrei = session.get_one(Adult, village.andrei_id)
        second_factor.set_up(session, andrei, SEED, code_at(NOW), PEPPER, NOW)
    assert held(village.andrei_id) == ["user", f"formgrader-{village.club_id}"]


def test_it_is_taken_off_with_a_code_alone(village: Village, parts: Parts, paper: list[str]) -> None:
    browser = Browser(parts, village.andrei_id)
    assert "10 codes on your paper" in browser.get("/second-factor").text
    assert browser.post("/second-factor/off", {"code": "000000"}).status_code == 403
    assert "digits that the app shows" in browser.post("/second-factor/off", {"code": paper[0]}).text
    assert log_in(village, Password("andrei", PASSWORD)) == village.andrei_id


def test_another_coordinator_resets_it(
    village: Village, visit: Visit, parts: Parts, paper: list[str]
) -> None:
    page = f"/programme/people/{village.andrei_id}"
    assert "two steps, with a phone" in visit("ioana").get(page).text
    assert "with the password alone" in visit("ioana").post(f"{page}/second-factor").text
    assert log_in(village, Password("andrei", PASSWORD)) == village.andrei_id
    with parts.database.read() as session:
        ioana = people.adult_by_name(session, "ioana").id
        noted = session.scalars(select(Audit.actor).where(Audit.action == "reset-second-factor")).all()
    assert noted == [ioana]
    assert visit("ioana").post(f"/programme/people/{ioana}/second-factor").status_code == 403


def test_where_it_is_off_nobody_is_asked_and_there_is_no_page(
    village: Village, parts: Parts, paper: list[str]
) -> None:
    off = dataclasses.replace(parts, settings=dataclasses.replace(parts.settings, second_factor="off"))
    assert Browser(off, village.andrei_id).get("/").status_code == 200
    assert Browser(off, village.andrei_id).get("/second-factor").status_code == 404
    assert Browser(parts, village.maria.child_id).get("/second-factor").status_code == 403


def test_the_setting_knows_three_words() -> None:
    assert Settings().second_factor == "required"
    with pytest.raises(ValueError, match="'maybe'"):
        Settings(second_factor="maybe")
    assert second_factor.is_needed("required", (Role.LIBRARIAN,)) is False
    assert second_factor.is_needed("offered", (Role.COORDINATOR,)) is False
