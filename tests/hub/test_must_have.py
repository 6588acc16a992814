"""What a hub for children must have: the lines of docs/security.md that no other test holds, and that each names a test."""

import re
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from traitlets.config import Config

from codekids_hub import configuration, identifiers, roles
from codekids_hub.headers import headers_for
from codekids_hub.security_contact import security_txt
from codekids_hub.settings import SettingError, Settings
from hub.test_cards import PEPPER
from hub.village import Village
from hub.visiting import Browser, parts_for


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """An installation behind a certificate. Where satul lies is looked up, which is nowhere beside this room alone."""
    if find_spec("satul") is None:
        (tmp_path / "beside" / "satul").mkdir(parents=True)
        (tmp_path / "beside" / "satul" / "__init__.py").touch()
        monkeypatch.syspath_prepend(tmp_path / "beside")
    return Settings.load(None, {}, data=tmp_path, content=tmp_path, address="https://hub.example")


@pytest.fixture
def c() -> Any:
    """What JupyterHub would read."""
    return Config()


def test_cookies_travel_over_https_alone_and_browsers_never_go_back(c: Any, settings: Settings) -> None:
    configuration.update_safety(c, settings)
    for options in (c.JupyterHub.tornado_settings["cookie_options"], c.Spawner.cookie_options):
        assert options == {"expires_days": None, "samesite": "Lax", "secure": True}
    headers = c.JupyterHub.tornado_settings["headers"]
    assert headers["Strict-Transport-Security"] == "max-age=31536000"
    assert "Strict-Transport-Security" not in headers_for("http://192.168.1.7:8000"), "a library without one"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_clubs_pages_have_the_same_headers(village: Village, tmp_path: Path) -> None:
    parts = parts_for(village.database, tmp_path, PEPPER)
    assert "Strict-Transport-Security" not in Browser(parts, village.crina_id).get("/").headers
    object.__setattr__(parts.settings, "address", "https://hub.example")
    answer = Browser(parts, village.crina_id).get("/")
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_names_are_made_by_the_server_and_nothing_else_is_one(c: Any, settings: Settings) -> None:
    configuration.update_people(c, settings)
    pattern = c.ClubAuthenticator.username_pattern
    for kind in (identifiers.CHILD, identifiers.ADULT, identifiers.COURSE):
        assert re.fullmatch(pattern, identifiers.new_identifier(kind))
    for nobody in ("admin", "root", "Maria", "k23456789ab", "k23456789abcd", "k2345678../", "z23456789abc"):
        assert not re.fullmatch(pattern, nobody)


def test_nobody_shares_or_makes_named_servers_or_tokens(c: Any, settings: Settings) -> None:
    configuration.configure(c, settings)
    assert c.JupyterHub.allow_named_servers is False
    groups = ["children", "librarians-c1", "mentors-c1", "coordinators"]
    every = [*c.JupyterHub.load_roles, *roles.hub_roles(groups, formgrader=True)]
    held = {scope.partition("!")[0] for role in every for scope in role["scopes"]}
    forbidden = ("shares", "tokens", "groups", "admin", "inherit", "self", "proxy", "shutdown")
    assert [scope for scope in held if scope.startswith(forbidden)] == []


def test_a_childs_own_configuration_changes_nothing_of_the_server(c: Any, settings: Settings) -> None:
    configuration.configure(c, settings)
    assert c.Spawner.disable_user_config is True
    assert c.Spawner.server_token_scopes == roles.WORKSPACE_SCOPES


def test_quiet_workspaces_end(c: Any, settings: Settings) -> None:
    configuration.configure(c, settings)
    (culler,) = [each for each in c.JupyterHub.services if each["name"] == roles.CULLER]
    assert "--timeout=1800" in culler["command"]


def test_keys_are_in_files_of_the_operators_and_in_no_environment(c: Any, settings: Settings) -> None:
    configuration.configure(c, settings)
    keys = {path.name: path.read_text() for path in settings.secrets.iterdir()}
    assert set(keys) == {"cookie", "proxy", "service", "metrics"}
    assert settings.secrets.stat().st_mode & 0o077 == 0
    for path in settings.secrets.iterdir():
        assert path.stat().st_mode & 0o077 == 0
    for service in c.JupyterHub.services:
        told = [*service.get("environment", {}).values(), *service.get("command", ())]
        assert not set(keys.values()) & set(told)
        assert "JUPYTERHUB_ALLOW_TOKEN_IN_URL" not in service.get("environment", {})


def test_whom_to_tell_about_a_hole(settings: Settings) -> None:
    assert security_txt(settings, datetime(2026, 11, 21, 20, tzinfo=UTC)) == ""
    asked = Settings(security_contact="gaura@hub.example", address="https://hub.example")
    assert security_txt(asked, datetime(2026, 11, 21, 20, tzinfo=UTC)) == (
        "Contact: mailto:gaura@hub.example\n"
        "Expires: 2027-05-20T00:00:00Z\n"
        "Preferred-Languages: ro, en\n"
        "Policy: https://hub.example/services/club/security\n"
    )
    for contact in ("crina", "http://hub.example", "javascript:alert(1)", "a@b c"):
        with pytest.raises(SettingError, match="security_contact"):
            Settings(security_contact=contact)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_page_about_holes_is_for_everybody(village: Village, tmp_path: Path) -> None:
    parts = parts_for(village.database, tmp_path, PEPPER)
    assert "Tell the librarian" in Browser(parts, "").get("/security").text
    object.__setattr__(parts.settings, "security_contact", "gaura@hub.example")
    answer = Browser(parts, "", "ro").get("/security")
    assert answer.status_code == 200 and 'href="mailto:gaura@hub.example"' in answer.text
    assert "problemă de securitate" in answer.text


def test_every_line_of_the_must_haves_names_a_test_that_there_is(root: Path) -> None:
    text = (root / "docs" / "security.md").read_text(encoding="utf-8")
    table = text.partition("## What an installation has")[2].partition("\n## ")[0]
    lines = [line for line in table.splitlines() if line.startswith("| ")][1:]
    assert len(lines) >= 12
    for line in lines:
        named = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", line)
        assert named, f"no test is named: {line}"
        for file, function in named:
            source = (root / file).read_text(encoding="utf-8")
            assert not function or f"def {function}(" in source, f"{file} has no {function}"
