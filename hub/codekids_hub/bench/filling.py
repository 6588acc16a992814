"""A programme of many clubs with years behind it, written straight into a database: for measuring, not for looking at.

What it has is what the programme has: about twenty children a club, a meeting a week, homework handed in by most, a mentor for
each three clubs. Everything follows from a club's number.
"""

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert

from codekids_exercises.catalogue import Catalogue, SetEntry
from codekids_hub.animals import ANIMALS
from codekids_hub.groups import SIGNS
from codekids_hub.levels import Level
from codekids_hub.marking import Told, ToldCheck, ToldTask
from codekids_hub.progress import KEPT
from codekids_hub.storage import Database
from codekids_hub.storage import homework_tables as homework
from codekids_hub.storage import session_tables as met
from codekids_hub.storage.privacy_tables import Consent
from codekids_hub.storage.tables import Adult, Audit, Card, Child, Club, Duty, Event, Progress, Table

CHILDREN = 21
CLUBS_A_MENTOR = 3
MEETINGS_A_YEAR = 34
EVENTS_A_WEEK = 20
COUNTIES = 42
COORDINATOR = "acoordinator"

Lines = dict[type[Table], list[dict[str, Any]]]


@dataclass(frozen=True)
class Looked:
    """The first club and its people: through their eyes a measurement looks."""

    club: str
    child: str
    librarian: str
    mentor: str
    coordinator: str
    homework: str
    session: str
    """One that has ended."""


def fill(database: Database, content: Catalogue, numbers: range, years: int, now: datetime) -> None:
    """Write the clubs of these numbers; each has met for that many years, and meets at this moment.

    The clubs of a mentor belong together: what is written in several turns is split at a multiple of three.
    """
    for number in numbers:
        dice = random.Random(number)
        with database.write() as session:
            for table, lines in _club(number, content, years, now, dice).items():
                if lines:
                    session.execute(insert(table), lines)


def first_people(database: Database, content: Catalogue, now: datetime) -> Looked:
    """The people of club 0, and a coordinator, who is written for it."""
    with database.write() as session:
        session.execute(insert(Adult), [_adult(COORDINATOR, now, coordinator=True)])
    entry = next(each for each in content.sets if each.level == Level.BEGINNERS)
    return Looked("c00000", "k00000x00", "a00000lib", "a00000men", COORDINATOR, entry.id, "s00000x0001")


def _club(number: int, content: Catalogue, years: int, now: datetime, dice: random.Random) -> Lines:
    name, club = f"{number:05}", f"c{number:05}"
    librarian, mentor = f"a{name}lib", f"a{number - number % CLUBS_A_MENTOR:05}men"
    began = now - timedelta(days=365 * years)
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
    _meetings(lines, name, ids, librarian, MEETINGS_A_YEAR * years, now, dice)
    _homework(lines, number, ids, mentor, content, now, dice)
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


def _meetings(
    lines: Lines,
    name: str,
    children: Sequence[str],
    librarian: str,
    count: int,
    now: datetime,
    dice: random.Random,
) -> None:
    """The newest one runs."""
    for table in (
        met.SessionRow,
        met.Presence,
        met.GroupRow,
        met.Membership,
        met.FirstGuess,
        met.Finding,
        met.Wonder,
    ):
        lines[table] = []  # fmt: skip
    for number in range(count):
        began = now - timedelta(weeks=number * 52 // MEETINGS_A_YEAR, minutes=40)
        ended = began + timedelta(minutes=90) if number else None
        session = f"s{name}x{number:04}"
        there = dice.sample(children, 15)
        lines[met.SessionRow].append(_session(session, f"c{name}", librarian, began, ended))
        lines[met.Presence] += [
            {"session_id": session, "child_id": child, "first_at": began, "last_at": ended or now}
            for child in there
        ]
        for each in range(5):
            _group(lines, session, each, there[each * 3 : each * 3 + 3], began, ended)


def _session(
    session: str, club: str, librarian: str, began: datetime, ended: datetime | None
) -> dict[str, Any]:
    return {
        "id": session,
        "club_id": club,
        "question": "De ce este cerul albastru?",
        "question_from": "own",
        "phase": "ended" if ended else "investigation",
        "phase_since": began,
        "phase_minutes": 50,
        "started_at": began,
        "started_by": librarian,
        "ended_at": ended,
        "remark": "A fost bine." if ended else "",
        "reported_at": ended,
        "screen_digest": session,
        "version": 1,
    }


def _group(
    lines: Lines, session: str, number: int, there: Sequence[str], began: datetime, ended: datetime | None
) -> None:
    group, sign = f"r{session[1:]}{number}", list(SIGNS)[number]
    lines[met.GroupRow].append(
        {"id": group, "session_id": session, "sign": sign, "mediator_id": there[0], "formed_at": began}
    )
    for child in there:
        lines[met.Membership].append(
            {
                "session_id": session,
                "group_id": group,
                "child_id": child,
                "since": began,
                "until": ended,
            }
        )
    said = {"session_id": session, "child_id": there[0], "at": began}
    lines[met.FirstGuess].append(said | {"words": "Cred că din cauza mării."})
    lines[met.Wonder].append(said | {"words": "Mă întreb de ce seara e roșu."})
    finding = {
        "group_id": group,
        "sentence": "Lumina albastră se împrăștie mai mult.",
        "picture_words": "",
    }
    lines[met.Finding].append(said | finding)


def _homework(
    lines: Lines,
    number: int,
    children: Sequence[str],
    mentor: str,
    content: Catalogue,
    now: datetime,
    dice: random.Random,
) -> None:
    """Eight in ten children hand each homework of their level in, once or twice; half of the answers are reviewed."""
    club = f"c{number:05}"
    lines[homework.Assignment], lines[homework.HandIn], lines[homework.Review] = [], [], []
    hand_in = number * 10_000
    for week, entry in enumerate(content.sets):
        opened = now - timedelta(weeks=week, hours=1)
        lines[homework.Assignment].append(
            {
                "club_id": club,
                "name": entry.id,
                "digest": "0" * 64,
                "released_at": opened,
                "closes_at": opened + timedelta(days=7),
                "released_by": "calendar",
            }
        )
        told = _told(entry, week)
        for place, child in enumerate(children):
            fits = entry.level == (Level.BEGINNERS, Level.ADVANCED)[place % 2]
            for _ in range(dice.choice((0, 1, 1, 1, 2)) if fits else 0):
                hand_in += 1
                at = opened + timedelta(minutes=place)
                lines[homework.HandIn].append(_hand_in(hand_in, club, entry, child, at, told))
                if dice.random() < 0.5:
                    lines[homework.Review].append(_review(hand_in, entry, mentor, at))


def _hand_in(number: int, club: str, entry: SetEntry, child: str, at: datetime, told: Told) -> dict[str, Any]:
    return {
        "id": number,
        "club_id": club,
        "assignment": entry.id,
        "child_id": child,
        "key": str(number),
        "digest": "0" * 64,
        "size": 20_000,
        "notebooks": (entry.id,),
        "received_at": at,
        "late": False,
        "state": "marked",
        "tries": 1,
        "marked_at": at,
        "points": 3.0,
        "max_points": 5.0,
        "marking": told.as_json(),
    }


def _told(entry: SetEntry, week: int) -> Told:
    checks = (
        ToldCheck("shape", True, "Casa are acoperiș."),
        ToldCheck("roof", week % 2 == 0, "Ușa lipsește."),
    )
    source = json.dumps([f"forward({week})"] * 8)
    return Told(True, tuple(ToldTask(f"task-{each}", None, 2.0, checks, source=source) for each in range(2)))


def _review(number: int, entry: SetEntry, mentor: str, at: datetime) -> dict[str, Any]:
    return {
        "hand_in_id": number,
        "task": "task-0",
        "fold": f"{number:064}",
        "mentor_id": mentor,
        "decision": "accept",
        "comment": "Frumos acoperiș!",
        "at": at,
        "recorded_at": at,
    }
