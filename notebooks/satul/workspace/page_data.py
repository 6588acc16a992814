"""What the page of JupyterLab is told about the house: where home is, and what the challenges are called."""

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
