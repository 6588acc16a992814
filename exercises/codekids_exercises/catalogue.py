"""What there is to choose from: the sets and their challenges, read from the released content."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from codekids_exercises.challenge import ContentError

CATALOGUE_FILE = "catalogue.json"
CATALOGUE_FORMAT = 1


class NotInCatalogue(ContentError):
    """Somebody asked for a set or challenge that is not there."""


@dataclass(frozen=True)
class ChallengeEntry:
    """A challenge to choose. Words by language; `tasks` are the checked steps in their order."""

    id: str
    title: dict[str, str]
    summary: dict[str, str]
    minutes: int
    tasks: tuple[str, ...]


@dataclass(frozen=True)
class SetEntry:
    """A set to choose. `level` is beginners or advanced, `week` 1-12, `picture` the name of an icon.

    `homework` is no challenge to choose: it comes through the course (nbgrader's assignment of the set's id).
    """

    id: str
    level: str
    week: int
    picture: str
    title: dict[str, str]
    question: dict[str, str]
    story: dict[str, str]
    challenges: tuple[ChallengeEntry, ...]
    homework: ChallengeEntry | None = None


@dataclass(frozen=True)
class Catalogue:
    """All sets: beginners first, then advanced, by week."""

    sets: tuple[SetEntry, ...]

    def find(self, set_id: str) -> SetEntry:
        """The set of that id. Raises NotInCatalogue."""
        for entry in self.sets:
            if entry.id == set_id:
                return entry
        raise NotInCatalogue(f"There is no set {set_id!r} in the released content.")

    def challenge(self, set_id: str, challenge_id: str) -> ChallengeEntry:
        """The challenge of that id in that set. Raises NotInCatalogue."""
        for entry in self.find(set_id).challenges:
            if entry.id == challenge_id:
                return entry
        raise NotInCatalogue(f"There is no challenge {challenge_id!r} in the set {set_id!r}.")


def read(content: Path) -> Catalogue:
    """The catalogue of a released content folder. Raises ContentError when there is none or it cannot be read."""
    path = content / CATALOGUE_FILE
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ContentError(
            f"No catalogue can be read at {path}: {error}. Release the content into this folder first."
        ) from error
    if data.get("format") != CATALOGUE_FORMAT:
        raise ContentError(
            f"{path} has format {data.get('format')!r}, this version reads {CATALOGUE_FORMAT}. "
            "Release the content again."
        )
    return Catalogue(tuple(_set(entry) for entry in data["sets"]))


def _set(data: Mapping[str, Any]) -> SetEntry:
    homework = data.get("homework")
    return SetEntry(
        data["id"],
        data["level"],
        data["week"],
        data["picture"],
        data["title"],
        data["question"],
        data["story"],
        tuple(_challenge(entry) for entry in data["challenges"]),
        _challenge(homework) if homework else None,
    )


def _challenge(data: Mapping[str, Any]) -> ChallengeEntry:
    return ChallengeEntry(data["id"], data["title"], data["summary"], data["minutes"], tuple(data["tasks"]))
