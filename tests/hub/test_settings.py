"""Settings: where they come from, and what is refused with which sentence."""

from dataclasses import FrozenInstanceError, fields
from pathlib import Path

import pytest

from codekids_hub.commands.serving import commented_defaults
from codekids_hub.settings import SettingError, Settings


def test_environment_wins_over_file_wins_over_default(tmp_path: Path) -> None:
    file = tmp_path / "codekids.toml"
    file.write_text('port = 9000\nlanguage = "en"\ndata = "mine"\n')
    settings = Settings.load(file, {"CODEKIDS_PORT": "9100"})
    assert (settings.port, settings.language, settings.idle_minutes) == (9100, "en", 30)
    assert settings.data == tmp_path / "mine"
    assert settings.database_url == f"sqlite:///{tmp_path / 'mine' / 'club.sqlite'}"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("prot = 1", "prot"),
        ('port = "many"', "port"),
        ("port = 70000", "port"),
        ('language = "fr"', "language"),
        ('mode = "cloud"', "mode"),
        ('workspace_start = "cold"', "workspace_start"),
        ("host = 7", "host"),
        ("session_hours = 0", "session_hours"),
        ("stop_after = -1", "stop_after"),
        ("home_mb = -1", "home_mb"),
        ("not toml", "codekids.toml"),
    ],
)
def test_a_bad_setting_is_named(tmp_path: Path, text: str, named: str) -> None:
    file = tmp_path / "codekids.toml"
    file.write_text(text)
    with pytest.raises(SettingError, match=named):
        Settings.load(file, {})


def test_settings_travel_through_the_environment(tmp_path: Path) -> None:
    settings = Settings.load(None, {}, data=tmp_path, content=tmp_path, port=8123)
    assert Settings.load(None, settings.environment()) == settings


def test_settings_do_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        Settings().port = 1  # type: ignore[misc]


def test_the_first_settings_file_explains_every_setting_and_changes_none(tmp_path: Path) -> None:
    file = tmp_path / "codekids.toml"
    file.write_text(commented_defaults())
    assert Settings.load(file, {}) == Settings.load(tmp_path / "absent.toml", {})
    for each in fields(Settings):
        assert f"# {each.name} = " in file.read_text()
        assert each.metadata["help"] in file.read_text()
    file.write_text(
        commented_defaults().replace("\n# ", "\n").replace("\nSettings", "\n# Settings").replace("# ", "# ")
    )
