"""The released form of a challenge, as a child's workspace holds it: no solution, no mistake's code, no hidden case."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from codekids_exercises.challenge import (
    Case,
    Check,
    ContentError,
    Hint,
    Limits,
    Mistake,
    ReleasedChallenge,
    Task,
    Traits,
)
from codekids_exercises.languages import LANGUAGES

RELEASED_FORMAT = 1
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class NotReleased(ContentError):
    """The released content holds no such challenge in that language."""


def is_id(text: str) -> bool:
    """Whether this is a well-formed id of a set, challenge, task or check (kebab-case; never a path)."""
    return _ID.fullmatch(text) is not None


def challenge_path(content: Path, set_id: str, challenge_id: str, language: str, suffix: str) -> Path:
    """Where the released file of a challenge is; `suffix` is .json or .ipynb. Raises NotReleased for odd ids."""
    if not (is_id(set_id) and is_id(challenge_id) and language in LANGUAGES):
        raise NotReleased(f"{set_id!r}/{challenge_id!r} in {language!r} is not the name of a challenge.")
    return content / set_id / challenge_id / f"{language}{suffix}"


def notebook_path(content: Path, set_id: str, challenge_id: str, language: str) -> Path:
    """The released notebook. Raises NotReleased when there is none."""
    path = challenge_path(content, set_id, challenge_id, language, ".ipynb")
    if not path.is_file():
        raise NotReleased(f"There is no challenge {set_id}/{challenge_id} in {language!r}.")
    return path


def read(content: Path, set_id: str, challenge_id: str, language: str) -> ReleasedChallenge:
    """The challenge in that language. Raises NotReleased, or ContentError when the file cannot be understood."""
    path = challenge_path(content, set_id, challenge_id, language, ".json")
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise NotReleased(f"There is no challenge {set_id}/{challenge_id} in {language!r}.") from error
    except (OSError, ValueError) as error:
        raise ContentError(f"{path} cannot be read: {error}. Release the content again.") from error
    if data.get("format") != RELEASED_FORMAT:
        raise ContentError(
            f"{path} has format {data.get('format')!r}, this version reads {RELEASED_FORMAT}. "
            "Release the content again."
        )
    tasks = {task_id: task_from(task_id, task) for task_id, task in data["tasks"].items()}
    return ReleasedChallenge(
        data["set"],
        data["challenge"],
        data["language"],
        data["version"],
        data["title"],
        tasks,
        data["words"],
    )


def to_json(challenge: ReleasedChallenge) -> dict[str, Any]:
    """The plain JSON of a challenge; `read` is its inverse. Hidden cases must be gone already."""
    return {
        "format": RELEASED_FORMAT,
        "set": challenge.set_id,
        "challenge": challenge.id,
        "language": challenge.language,
        "version": challenge.version,
        "title": challenge.title,
        "tasks": {task_id: task_json(task) for task_id, task in challenge.tasks.items()},
        "words": dict(challenge.words),
    }


def version_of(*parts: Any) -> str:
    """The version of something made of plain JSON: another one for every other content."""
    text = json.dumps(parts, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def task_json(task: Task) -> dict[str, Any]:
    """The plain JSON of a task; `task_from` is its inverse."""
    data = asdict(task)
    del data["id"]
    return data


def task_from(task_id: str, data: Mapping[str, Any]) -> Task:
    """The task of that JSON."""
    return Task(
        id=task_id,
        starter=data["starter"],
        given=data["given"],
        limits=Limits(**data["limits"]),
        checks=tuple(_check(check) for check in data["checks"]),
        signs=tuple(_check(check) for check in data["signs"]),
        hints=tuple(Hint(**hint) for hint in data["hints"]),
        mistakes={mark: Mistake(**mistake) for mark, mistake in data["mistakes"].items()},
        points=data.get("points", 0.0),
        review=data.get("review", False),
    )


def _check(data: Mapping[str, Any]) -> Check:
    cases = tuple(_case(case) for case in data["cases"])
    return Check(data["id"], data["kind"], data["settings"], cases, data["passed"], data["failed"])


def _case(data: Mapping[str, Any]) -> Case:
    lines, traits = data["lines"], data.get("traits")
    read = {
        "inputs": tuple(data["inputs"]),
        "lines": None if lines is None else tuple(lines),
        "traits": None if traits is None else _traits(traits),
        "size": None if data.get("size") is None else tuple(data["size"]),
    }
    return Case(**{**data, **read})


def _traits(data: Mapping[str, Any]) -> Traits:
    lists = {name: tuple(data[name]) for name in ("within", "filled") if data.get(name) is not None}
    return Traits(**{**data, **lists})
