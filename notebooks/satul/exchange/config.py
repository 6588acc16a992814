"""Tells nbgrader to use our exchange. ``jupyter/`` beside this file is a folder for JUPYTER_CONFIG_PATH that does it."""

import os
from collections.abc import Mapping
from pathlib import Path

from traitlets.config import Config

FOLDER = Path(__file__).parent / "jupyter"
"""Holds ``nbgrader_config.py``; wherever it is on Jupyter's configuration path, nbgrader uses our exchange."""

ROLES = {
    "exchange": "Exchange",
    "fetch_assignment": "ExchangeFetchAssignment",
    "fetch_feedback": "ExchangeFetchFeedback",
    "release_assignment": "ExchangeReleaseAssignment",
    "release_feedback": "ExchangeReleaseFeedback",
    "list": "ExchangeList",
    "submit": "ExchangeSubmit",
    "collect": "ExchangeCollect",
}
"""nbgrader's roles of an exchange, and our class for each."""


def configure(c: Config, environment: Mapping[str, str] | None = None) -> None:
    """Name our classes, and the course where the environment has one (``CODEKIDS_COURSE``).

    The student is never named: to the club the key says who somebody is, and ``CourseDirectory.student_id`` is
    what an instructor's commands choose by.
    """
    env = os.environ if environment is None else environment
    for role, name in ROLES.items():
        c.ExchangeFactory[role] = f"satul.exchange.{name}"
    if course := env.get("CODEKIDS_COURSE", ""):
        c.CourseDirectory.course_id = course
