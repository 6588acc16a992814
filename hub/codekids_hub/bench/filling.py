"""A programme of many clubs with years behind it, written straight into a database: for measuring, not for looking at.

What it has is what the programme has: about twenty children a club, a meeting a week, homework handed in by most, a mentor for
each three clubs. Everything follows from a club's number.
"""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert

from codekids_exercises.catalogue import Catalogue
from codekids_hub.animals import ANIMALS
from codekids_hub.bench.filling_homework import add_homework
from codekids_hub.bench.filling_meetings import MEETINGS_A_YEAR, add_meetings
from codekids_hub.bench.lines import Lines
from codekids_hub.levels import Level
from codekids_hub.progress import KEPT
from codekids_hub.storage import Database
from codekids_hub.storage.privacy_tables import Consent
from codekids_hub.storage.tables import Adult, Audit, Card, Child, Club, Duty, Event, Progress

CHILDREN = 21
CLUBS_A_MENTOR = 3
EVENTS_A_WEEK = 20
COUNTIES = 42
COORDINATOR = "acoordinator"


@dataclass(frozen=True)
class FirstPeople:
    """The first club and its people: through their eyes a measurement looks."""

    club: str
    child: str
    librarian: str
    mentor: str
    coordinator: str
    homework: str
    session: str
    """One that has ended."""


@dataclass(frozen=True)
class Programme:
    """What all clubs have in common.

    Args:
        content: the sets.
        bundles: the digest of each set's homework in the file store, by the set.
        years: so long each club has met.
        now: and meets at this moment.
    """

    content: Catalogue
    bundles: Mapping[str, str]
    years: int
    now: datetime


def fill(database: Database, programme: Programme, numbers: range) -> None:
    """Write the clubs of these numbers.

    The clubs of a mentor belong together: what is written in several turns is split at a multiple of three.
    """
    for number in numbers:
        dice = random.Random(number)
        with database.write() as session:
            for table, lines in _club(number, programme, dice).items():
                if lines:
                    session.execute(insert(table), lines)


def first_people(database: Database, content: Catalogue, now: datetime) -> FirstPeople:
    """The people of club 0, and a coordinator, who is written for it."""
    with database.write() as session:
        session.execute(insert(Adult), [_adult(COORDINATOR, now, coordinator=True)])
    entry = next(each for each in content.sets if each.level == Level.BEGINNERS)
    return FirstPeople("c00000", "k00000x00", "a00000lib", "a00000men", COORDINATOR, entry.id, "s00000x0001")


def _club(number: int, programme: Programme, dice: random.Random) -> Lines:
    content, now = programme.content, programme.now
    name, club = f"{number:05}", f"c{number:05}"
    librarian, mentor = f"a{name}lib", f"a{number - number % CLUBS_A_MENTOR:05}men"
    began = now - timedelta(days=365 * programme.years)
    children = [_child(f"k{name}x{each:02}", club, each, began) for each in range(CHILDREN)]
    ids = [child["id"] for child in children]
    adults = [_adult(librarian, now)] + ([] if number % CLUBS_A_MENTOR else [_adult(mentor, now)])
    lines: Lines = {
        Club: [_club_line(number, began, now)],
        Adult: adults,
        Duty: [
            {"adult_id": librarian, "club_id": club, "role": "librarian"},
            {"adult_id": mentor, "club_id": club, "role": "mentor"},
        ],
        Child: children,
        Card: [_card(child, began) for child in ids],
        Consent: [_consent(child, librarian, began) for child in ids],
        Progress: [line for child in ids for line in _progress(child, content, now, dice)],
        Event: [line for child in ids for line in _events(child, content, now, dice)],
        Audit: [
            {"at": began + timedelta(days=each), "actor": librarian, "action": "add-child", "subject": child}
            for each, child in enumerate(ids * 8)
        ],
    }
    add_meetings(lines, name, ids, librarian, MEETINGS_A_YEAR * programme.years, now, dice)
    add_homework(lines, number, ids, mentor, content, programme.bundles, now, dice)
    return lines


def _club_line(number: int, began: datetime, now: datetime) -> dict[str, Any]:
    return {
        "id": f"c{number:05}",
        "code": f"CLUB{number}",
        "library": f"Biblioteca {number}",
        "locality": f"Satul {number}",
        "county": f"Județul {number % COUNTIES}",
        "country": "RO",
        "language": "ro",
        "meeting_day": now.weekday(),
        "meeting_hour": "16:30",
        "created_at": began,
    }


def _adult(identifier: str, now: datetime, *, coordinator: bool = False) -> dict[str, Any]:
    return {
        "id": identifier,
        "name": identifier,
        "password_hash": "-",
        "coordinator": coordinator,
        "language": "ro",
        "created_at": now,
    }


def _child(identifier: str, club: str, number: int, began: datetime) -> dict[str, Any]:
    return {
        "id": identifier,
        "club_id": club,
        "nickname": f"Copil {number}",
        "animal": ANIMALS[number].id,
        "level": (Level.BEGINNERS, Level.ADVANCED)[number % 2],
        "language": "ro",
        "created_at": began,
    }


def _card(child: str, began: datetime) -> dict[str, Any]:
    return {
        "id": f"d{child[1:]}",
        "child_id": child,
        "token_digest": child,
        "words_hash": "-",
        "dealt_at": began,
    }


def _consent(child: str, librarian: str, began: datetime) -> dict[str, Any]:
    return {
        "child_id": child,
        "purpose": "club",
        "signed_on": began.date(),
        "paper": "1",
        "recorded_by": librarian,
        "recorded_at": began,
    }


def _progress(child: str, content: Catalogue, now: datetime, dice: random.Random) -> Iterator[dict[str, Any]]:
    for entry in content.sets[::2]:
        for challenge in entry.challenges:
            yield {
                "child_id": child,
                "set_id": entry.id,
                "challenge_id": challenge.id,
                "tasks_done": " ".join(sorted(challenge.tasks[: dice.randint(0, len(challenge.tasks))])),
                "touched_at": now - timedelta(days=dice.randint(0, 700)),
            }


def _events(child: str, content: Catalogue, now: datetime, dice: random.Random) -> Iterator[dict[str, Any]]:
    for number in range(EVENTS_A_WEEK * KEPT.days // 7):
        entry = dice.choice(content.sets)
        challenge = dice.choice(entry.challenges)
        at = now - timedelta(days=dice.randrange(KEPT.days), minutes=dice.randrange(60))
        yield {
            "id": f"{child}e{number}",
            "child_id": child,
            "at": at,
            "received_at": at,
            "kind": "checked",
            "set_id": entry.id,
            "challenge_id": challenge.id,
            "task": challenge.tasks[0],
            "status": "done" if number % 2 else "wrong",
            "mistake": None,
        }
