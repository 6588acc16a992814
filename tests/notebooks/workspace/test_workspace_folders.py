"""The two folders hold what JupyterLab reads, and name only things that JupyterLab knows."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import satul

pytest.importorskip("jupyterlab")

WORKSPACE = Path(satul.__file__).parent / "workspace"
CONFIG, DATA = WORKSPACE / "config", WORKSPACE / "data"
QUIET = DATA / "labextensions" / "@codekids" / "quiet"
LAB = Path(sys.prefix) / "share" / "jupyter" / "lab"


def load(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def jupyter(command: str, home: Path) -> str:
    environment = os.environ | {
        "HOME": str(home),
        "JUPYTER_CONFIG_PATH": str(CONFIG),
        "JUPYTER_PATH": str(DATA),
        "JUPYTER_PREFER_ENV_PATH": "0",
    }
    call = [sys.executable, "-m", "jupyter", *command.split()]
    done = subprocess.run(call, env=environment, capture_output=True, text=True, timeout=120, check=True)
    return re.sub(r"\x1b\[\d+m", "", done.stdout or done.stderr)


def test_lab_finds_the_quiet_extension(tmp_path: Path) -> None:
    listed = jupyter("labextension list", tmp_path)
    assert re.search(r"@codekids/quiet v\S+ enabled OK", listed)
    assert "@jupyterlab/filebrowser-extension" in listed.partition("Disabled extensions:")[2]


def test_the_kernel_is_ours(tmp_path: Path) -> None:
    specs = json.loads(jupyter("kernelspec list --json", tmp_path))
    spec = specs["kernelspecs"]["python3"]
    assert Path(spec["resource_dir"]) == DATA / "kernels" / "python3"
    assert "--HistoryManager.enabled=False" in spec["spec"]["argv"]


def lab_schemas() -> set[str]:
    files = (LAB / "schemas").rglob("*.json")
    return {f"{file.parent.relative_to(LAB / 'schemas').as_posix()}:{file.stem}" for file in files}


def test_every_overridden_setting_exists() -> None:
    overrides = load(CONFIG / "labconfig" / "default_setting_overrides.json")
    assert not overrides.keys() - lab_schemas()
    for plugin, values in overrides.items():
        package, _, name = plugin.partition(":")
        schema = load(LAB / "schemas" / package / f"{name}.json")
        assert not values.keys() - schema["properties"].keys(), plugin


def test_every_button_of_the_toolbar_is_decided() -> None:
    overrides = load(CONFIG / "labconfig" / "default_setting_overrides.json")
    for plugin, factory in (
        ("notebook-extension:panel", "Notebook"),
        ("cell-toolbar-extension:plugin", "Cell"),
    ):
        package, _, name = plugin.partition(":")
        schema = load(LAB / "schemas" / "@jupyterlab" / package / f"{name}.json")
        stock = {item["name"] for item in schema["jupyter.lab.toolbars"][factory]}
        ours = overrides[f"@jupyterlab/{plugin}"]["toolbar"]
        assert stock <= {item["name"] for item in ours if item.get("disabled")}


def test_every_disabled_plugin_exists() -> None:
    disabled = load(CONFIG / "labconfig" / "page_config.json")["disabledExtensions"]
    core = next((LAB / "static").glob("jlab_core.*.js")).read_text(encoding="utf-8")
    of_others = {"@jupyter/nbgrader", "@jupyter-notebook/lab-extension"}
    for name in disabled.keys() - of_others:
        assert f'"{name}"' in core or f'"{name}:' in core, name


def test_the_extension_is_whole() -> None:
    build = load(QUIET / "package.json")["jupyterlab"]["_build"]
    assert (QUIET / build["load"]).is_file()
    static = QUIET / "static"
    for module in static.glob("*.js"):
        for name in re.findall(r'from "\./([\w.]+)"', module.read_text(encoding="utf-8")):
            assert (static / name).is_file(), f"{module.name} imports {name}"


@pytest.mark.parametrize("kind", ["*.js", "*.css", "*.svg", "*.json"])
def test_nothing_names_another_host(kind: str) -> None:
    for file in WORKSPACE.rglob(kind):
        named = set(re.findall(r"https?://[^\"'\s)]+", file.read_text(encoding="utf-8")))
        assert named <= {"http://www.w3.org/2000/svg"}, file
