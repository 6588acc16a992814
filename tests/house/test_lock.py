"""The locks hold what the rooms declare, with hashes, and name no registry. No network is asked."""

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOMS = ("exercises", "grading", "hub", "notebooks")
OURS = {"codekids", "codekids-exercises", "codekids-grading", "codekids-hub", "satul"}


@pytest.fixture(scope="module")
def entries(root: Path) -> dict[str, list[tuple[str, str]]]:
    """Of each locked name: its versions, each with the lines that follow."""
    found: dict[str, list[tuple[str, str]]] = {}
    text = (root / "codekids.lock").read_text()
    for match in re.finditer(r"^([\w.-]+)==([\w.+!]+)(.*?)(?=^[\w.-]+==|\Z)", text, re.MULTILINE | re.DOTALL):
        found.setdefault(canonicalize_name(match[1]), []).append((match[2], match[3]))
    return found


def declared(root: Path) -> Iterator[tuple[str, Requirement]]:
    """Every requirement that a room, or the project itself, declares, and where."""
    for file in ["pyproject.toml", *(f"{room}/pyproject.toml" for room in ROOMS)]:
        content = tomllib.loads((root / file).read_text())
        project = content["project"]
        lists = [project.get("dependencies", []), *project.get("optional-dependencies", {}).values()]
        lists += content.get("dependency-groups", {}).values()
        for requirement in (Requirement(line) for lines in lists for line in lines):
            if canonicalize_name(requirement.name) not in OURS:
                yield file, requirement


def test_every_declared_dependency_is_locked_within_its_range(
    root: Path, entries: dict[str, list[tuple[str, str]]]
) -> None:
    for file, requirement in declared(root):
        versions = [version for version, _ in entries.get(canonicalize_name(requirement.name), [])]
        assert any(requirement.specifier.contains(version, prereleases=True) for version in versions), (
            f"{file} asks for {requirement}, the lock has {versions or 'nothing'}: ./codekids lock renews it"
        )


def test_every_locked_package_has_hashes(entries: dict[str, list[tuple[str, str]]]) -> None:
    assert len(entries) > 100
    for name, versions in entries.items():
        for version, rest in versions:
            assert "--hash=sha256:" in rest, f"{name} {version}"


def test_the_lock_names_no_address(root: Path) -> None:
    assert "://" not in (root / "codekids.lock").read_text()


def test_the_rooms_are_built_by_the_locked_uv(root: Path, entries: dict[str, list[tuple[str, str]]]) -> None:
    ((version, _),) = entries["uv"]
    for room in ROOMS:
        build = tomllib.loads((root / room / "pyproject.toml").read_text())["build-system"]
        (backend,) = map(Requirement, build["requires"])
        assert backend.name == "uv_build"
        assert backend.specifier.contains(version), f"{room} would fetch a build tool that no lock names"


def test_the_proxy_is_locked_with_hashes_and_without_addresses(root: Path) -> None:
    packages = json.loads((root / "hub/proxy/package-lock.json").read_text())["packages"]
    wanted = json.loads((root / "hub/proxy/package.json").read_text())["dependencies"]
    assert packages[""]["dependencies"] == wanted
    assert packages["node_modules/configurable-http-proxy"]["version"] == wanted["configurable-http-proxy"]
    for name, package in packages.items():
        assert "resolved" not in package, name
        assert not name or package["integrity"].startswith("sha512-"), name
