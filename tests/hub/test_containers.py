"""Workspaces as containers, on a bare Config; and what compose is told. No Docker is needed here."""

import stat
from pathlib import Path
from typing import Any

import pytest
from traitlets.config import Config

from codekids_hub import configuration, contained, containers
from codekids_hub.addresses import Addresses
from codekids_hub.production import variables
from codekids_hub.settings import SettingError, Settings
from codekids_hub.workspaces import workspace_environment


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings.load(
        None,
        {},
        mode="docker",
        data=tmp_path / "data",
        content=tmp_path / "sets",
        port=8100,
        workspace_mb=512,
    )


@pytest.fixture
def c() -> Any:
    return Config()


def test_a_workspace_is_a_container_with_next_to_no_rights(c: Any, settings: Settings) -> None:
    containers.update_containers(c, settings)
    spawner = c.DockerSpawner
    assert spawner.network_name == "codekids-work" and spawner.use_internal_ip
    assert spawner.volumes == {str(settings.homes / "{username}"): "/home/codekids"}
    assert spawner.mem_limit == spawner.extra_host_config["memswap_limit"] == "512M"
    assert spawner.extra_host_config["cap_drop"] == ["ALL"]
    assert spawner.extra_host_config["security_opt"] == ["no-new-privileges"]
    assert spawner.extra_host_config["read_only"] is True
    assert spawner.extra_host_config["dns"] == ["127.0.0.1"], "names of other hosts are not asked for"


def test_a_restart_of_the_hub_leaves_workspaces_and_router_alone(c: Any, settings: Settings) -> None:
    settings.data.mkdir()
    containers.update_containers(c, settings)
    configuration.update_proxy(c, settings)
    assert c.JupyterHub.cleanup_servers is False
    assert c.ConfigurableHTTPProxy.should_start is False


def test_addresses_before_the_router_are_believed_and_no_others(c: Any, settings: Settings) -> None:
    configuration.update_proxy(c, settings)
    assert c.JupyterHub.trusted_downstream_ips == ["10.213.16.2", "10.213.16.3"]


def test_the_hub_waits_for_the_filter_and_gives_up() -> None:
    with pytest.raises(SystemExit, match="does not answer"):
        contained.wait_for_engine("tcp://127.0.0.1:1", within=0.1)


def test_marking_has_containers_of_its_own(c: Any, settings: Settings) -> None:
    configuration.update_service(c, settings)
    assert [each["name"] for each in c.JupyterHub.services] == ["club", "idle-culler"]


def test_a_home_is_there_before_its_container(settings: Settings) -> None:
    home = containers.make_home(settings, "kabcdefghjkm")
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert containers.make_home(settings, "kabcdefghjkm") == home


def test_a_workspace_is_told_addresses_and_no_path_of_the_machine(settings: Settings) -> None:
    told = workspace_environment(settings, lambda name: "ro")
    assert told["CODEKIDS_CLUB_API"] == "http://hub:8003/services/club/api"
    assert not [value for value in told.values() if str(settings.data) in str(value)]
    assert told["CODEKIDS_LAB_URL"] == "", "no JupyterLab lies in this image: workspaces serve their own"


def test_hub_and_club_have_names_of_their_own(settings: Settings) -> None:
    addresses = Addresses.of(settings)
    assert (addresses.hub, addresses.service) == ("http://hub:8081", "http://hub:8003")
    assert addresses.public == "http://127.0.0.1:8100"


def test_paths_that_nobody_named_are_the_files_neighbours(tmp_path: Path) -> None:
    settings = Settings.load(tmp_path / "codekids.toml", {})
    assert settings.data == tmp_path.resolve() / "data"
    assert settings.content == tmp_path.resolve() / "exercises" / "sets"


def test_the_database_has_its_password_in_a_file(settings: Settings) -> None:
    assert settings.database_url.startswith("postgresql+psycopg://codekids@database/")
    assert "passfile=/run/secrets/" in settings.database_url


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("formgrader", True),
        ("name", "Code Kids"),
        ("networks", "10"),
        ("workspace_mb", 100),
        ("workspace_cpu", 0),
    ],
)
def test_what_does_not_go_is_refused_by_name(name: str, value: object) -> None:
    with pytest.raises(SettingError, match=f"^{name} = "):
        Settings.load(None, {}, mode="docker", **{name: value})


def test_compose_is_told_everything_that_it_leaves_open(settings: Settings, root: Path) -> None:
    told = variables.variables(root, settings, "1", docker_group=999)
    text = (root / "docker" / "compose.yaml").read_text(encoding="utf-8")
    left_open = {part.split("}")[0] for part in text.split("${")[1:]}
    assert left_open == set(told)
    assert told["CODEKIDS_SITE"] == ":80" and told["CODEKIDS_HTTP"] == "127.0.0.1:8100"
    assert len(told["CODEKIDS_BRIDGE"]) <= 15, "as long as Linux lets an interface's name be"


def test_an_https_address_brings_tls_and_hsts(tmp_path: Path, root: Path) -> None:
    settings = Settings.load(None, {}, mode="docker", data=tmp_path, address="https://hub.biblioteca.ro")
    told = variables.variables(root, settings, "1", docker_group=999)
    assert told["CODEKIDS_SITE"] == "https://hub.biblioteca.ro" and told["CODEKIDS_TLS"] == ""
    assert told["CODEKIDS_HTTPS"].endswith(":443") and told["CODEKIDS_HTTP"].endswith(":80")
    assert "Strict-Transport-Security" in told["CODEKIDS_HSTS"]
