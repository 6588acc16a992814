"""The bill of materials: every package once, with its version."""

import json
from importlib.metadata import version
from pathlib import Path

from codekids_hub.care import parts_list


def test_it_names_every_package_once_and_none_twice(root: Path) -> None:
    told = json.loads(parts_list.write(root))
    assert (told["bomFormat"], told["specVersion"]) == ("CycloneDX", "1.6")
    assert told["metadata"]["component"]["name"] == "codekids"
    names = [(each["name"], each["version"]) for each in told["components"]]
    assert len(set(names)) == len(names)
    assert ("jupyterhub", version("jupyterhub")) in names
    addresses = [each.get("purl", "") for each in told["components"]]
    assert f"pkg:pypi/fastapi@{version('fastapi')}" in addresses
    assert any(each.startswith("pkg:npm/configurable-http-proxy@") for each in addresses)
    assert any(each.get("licenses") for each in told["components"])
