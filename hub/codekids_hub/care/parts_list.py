"""The bill of materials: what an installation is made of, as CycloneDX, from what is installed here."""

import json
from collections.abc import Iterator
from importlib.metadata import Distribution, distributions, version
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

PROXY_LOCK = Path("hub/proxy/package-lock.json")
_OURS = ("codekids", "satul")


def write(root: Path) -> str:
    """The bill of materials of the project in ``root`` with the environment that runs this, as JSON."""
    bom = Bom()
    hub = Component(type=ComponentType.APPLICATION, name="codekids", version=version("codekids-hub"))
    bom.metadata.component = hub
    parts = [*_packages(), *_proxy(root / PROXY_LOCK)]
    for part in parts:
        bom.components.add(part)  # type: ignore[no-untyped-call]
    bom.register_dependency(hub, parts)
    told = json.loads(JsonV1Dot6(bom).output_as_string())
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _packages() -> Iterator[Component]:
    """Every Python package of this environment, once."""
    seen = set()
    for each in distributions():
        name = each.metadata["Name"].lower()
        if name not in seen:
            seen.add(name)
            yield _component("pypi", name, each.version, _licence(each))


def _proxy(lock: Path) -> Iterator[Component]:
    """Every npm package of the proxy."""
    for place, entry in json.loads(lock.read_text(encoding="utf-8"))["packages"].items():
        if place:
            yield _component(
                "npm", place.rpartition("node_modules/")[2], entry["version"], entry.get("license", "")
            )


def _component(kind: str, name: str, release: str, licence: str) -> Component:
    made = Component(
        type=ComponentType.LIBRARY,
        name=name,
        version=release,
        bom_ref=f"{kind}:{name}@{release}",
        purl=None if name.startswith(_OURS) else PackageURL(kind, None, name, release),
    )
    if licence:
        made.licenses.add(LicenseFactory().make_from_string(licence))  # type: ignore[no-untyped-call]
    return made


def _licence(each: Distribution) -> str:
    """The licence's expression, or its short name; whole texts stand in some packages' field."""
    named = [each.metadata[name] for name in ("License-Expression", "License") if name in each.metadata]
    said = named[0] if named else ""
    return said if len(said) < 80 and "\n" not in said else ""
