"""What the page of JupyterLab is told about the house: where home is, what the challenges are called, and where
JupyterLab's own files are."""

from typing import Any

from codekids_exercises import catalogue
from codekids_exercises.challenge import ContentError
from satul.workspace.surroundings import Surroundings

KEY = "codekids"
"""The name under which our part of JupyterLab's page configuration stands."""


def page_data(around: Surroundings, language: str) -> dict[str, Any]:
    """Our part of the page configuration: ``homeUrl``, ``logoutUrl``, and ``titles`` by notebook path."""
    return {
        "homeUrl": around.home_url,
        "logoutUrl": around.logout_url,
        "titles": _titles(around, language),
    }


def lighter(page: dict[str, Any], lab_url: str) -> dict[str, Any]:
    """The page's configuration, so that it loads less: no extension that is switched off anyway, and what JupyterLab
    itself is made of from the one address that all workspaces share.

    :param lab_url: that address, empty where there is none
    """
    off = set(page.get("disabledExtensions", ()))
    extensions = [each for each in page.get("federated_extensions", []) if each["name"] not in off]
    shared = {
        "fullStaticUrl": f"{lab_url}/static",
        "fullLabextensionsUrl": f"{lab_url}/extensions",
    }
    return {**page, "federated_extensions": extensions, **(shared if lab_url else {})}


def _titles(around: Surroundings, language: str) -> dict[str, str]:
    if around.content is None:
        return {}
    try:
        sets = catalogue.read(around.content).sets
    except ContentError:
        return {}
    return {
        f"{entry.id}/{challenge.id}.ipynb": challenge.title[language]
        for entry in sets
        for challenge in entry.challenges
        if language in challenge.title
    }
