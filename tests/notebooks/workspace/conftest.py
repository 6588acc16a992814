"""A released village with two sets, as small as can be."""

import json
from pathlib import Path

import pytest

SETS = {
    "draw-the-village": {
        "a-house": {"ro": "O casă", "en": "A house"},
        "our-street": {"ro": "Ulița", "en": "Street"},
    },
    "weather-station": {"one-warm-day": {"ro": "O zi caldă", "en": "One warm day"}},
}


@pytest.fixture(scope="session")
def village(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Released content: a catalogue and notebooks in both languages."""
    folder = tmp_path_factory.mktemp("released")
    both = {"ro": "-", "en": "-"}
    sets = []
    for set_id, challenges in SETS.items():
        entries = []
        for challenge_id, title in challenges.items():
            for language in both:
                _write_notebook(folder, set_id, challenge_id, language)
            entries.append(
                {"id": challenge_id, "title": title, "summary": both, "minutes": 15, "tasks": ["modify"]}
            )
        about = {"level": "beginners", "week": 1, "picture": "house"}
        words = {"title": both, "question": both, "story": both}
        sets.append({"id": set_id, "challenges": entries} | about | words)
    (folder / "catalogue.json").write_text(json.dumps({"format": 1, "sets": sets}), encoding="utf-8")
    return folder


def _write_notebook(folder: Path, set_id: str, challenge_id: str, language: str) -> None:
    about = {"set": set_id, "challenge": challenge_id, "language": language, "version": "1"}
    spec = {"name": "python3", "display_name": "Python", "language": "python"}
    notebook = {
        "cells": [],
        "metadata": {"satul": about, "kernelspec": spec},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    path = folder / set_id / challenge_id / f"{language}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(notebook), encoding="utf-8")
