"""JupyterHub's configuration, on a bare Config: no Hub runs here."""

# mypy: disallow-untyped-calls=False

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jupyterhub.orm import new_session_factory
from sqlalchemy import text
from traitlets.config import Config

from codekids_hub import configuration, hub_memory, roles
from codekids_hub.settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings.load(None, {}, data=tmp_path, content=tmp_path, port=8100)


@pytest.fixture
def c() -> Any:
    return Config()


def test_only_the_proxy_listens_for_browsers(c: Any, settings: Settings) -> None:
    configuration.update_addresses(c, settings)
    assert c.JupyterHub.bind_url == "http://127.0.0.1:8100"
    assert c.JupyterHub.hub_bind_url == "http://127.0.0.1:8101"
    assert c.JupyterHub.default_url == "/services/club/"


def test_the_hubs_own_database_writes_ahead_and_loses_nothing(
    c: Any, settings: Settings, tmp_path: Path
) -> None:
    settings = replace(settings, data=tmp_path)
    hub_memory.update_memory(c, settings)
    with new_session_factory(c.JupyterHub.db_url, **c.JupyterHub.db_kwargs)() as session:
        asked = {name: session.scalar(text(f"PRAGMA {name}")) for name in ("journal_mode", "synchronous")}
        session.bind.dispose()
    assert asked == {"journal_mode": "wal", "synchronous": 2}
    assert (tmp_path / "jupyterhub.sqlite").exists()


def test_nobody_is_admin(c: Any, settings: Settings) -> None:
    configuration.update_people(c, settings)
    assert c.Authenticator.admin_users == set()
    held = {scope for role in c.JupyterHub.load_roles for scope in role["scopes"]}
    assert not {scope for scope in held if scope.startswith(("admin", "tokens", "groups", "access:servers"))}


def test_the_service_can_end_logins_and_start_workspaces_and_no_more(c: Any, settings: Settings) -> None:
    configuration.update_people(c, settings)
    (role,) = [role for role in c.JupyterHub.load_roles if role.get("services") == ["club"]]
    assert role["scopes"] == ["delete:users", "read:users:name", "start:servers"]


def test_the_service_gets_no_key_in_its_environment(c: Any, settings: Settings) -> None:
    configuration.update_service(c, settings)
    service = c.JupyterHub.services[0]
    assert service["name"] == "club"
    assert not any("SECRET" in name or "PEPPER" in name for name in service["environment"])
    assert service.get("admin") is None


def test_a_shared_computer_forgets_with_its_browser(c: Any, settings: Settings) -> None:
    configuration.update_safety(c, settings)
    assert c.JupyterHub.cookie_max_age_days == 0.5
    assert c.JupyterHub.tornado_settings["cookie_options"]["expires_days"] is None
    policy = c.JupyterHub.tornado_settings["headers"]["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy and "unsafe" not in policy


def test_a_librarian_holds_what_proved_safe() -> None:
    (_, librarian) = roles.hub_roles(["librarians", "librarians-c1"])
    assert librarian["scopes"] == [
        "list:users!group=club-c1",
        "read:users:name!group=club-c1",
        "servers!group=club-c1",
        "read:groups!group=club-c1",
    ]


def test_mentors_and_coordinators_hold_nothing_but_the_door() -> None:
    for groups in (["mentors", "mentors-c1"], ["coordinators"]):
        assert roles.hub_roles(groups) == [roles.BASE_ROLE]


def test_formgrader_is_off_unless_the_operator_turns_it_on(c: Any, settings: Settings) -> None:
    configuration.update_people(c, settings)
    assert c.ClubAuthenticator.formgrader is False


def test_with_formgrader_a_mentor_enters_the_accounts_of_own_courses_alone() -> None:
    _, role = roles.hub_roles(["mentors", "mentors-cab"], formgrader=True)
    assert role["scopes"] == ["access:servers!user=gab", "servers!user=gab", "read:users:name!user=gab"]
    assert roles.hub_roles(["librarians"], formgrader=True) == [roles.BASE_ROLE]
