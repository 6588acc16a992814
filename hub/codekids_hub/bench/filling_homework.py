"""The homework of a measured club: given out week by week, handed in by most, marked, half of it reviewed."""

import json
import random
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from codekids_exercises.catalogue import Catalogue, SetEntry
from codekids_hub.bench.lines import Lines
from codekids_hub.levels import Level
from codekids_hub.marking import Told, ToldCheck, ToldTask
from codekids_hub.storage import homework_tables as homework


def add_homework(
    lines: Lines,
    number: int,
    children: Sequence[str],
    mentor: str,
    content: Catalogue,
    bundles: Mapping[str, str],
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
                "digest": bundles[entry.id],
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
                made = _hand_in(hand_in, club, entry, child, at, told)
                lines[homework.HandIn].append(made | {"digest": bundles[entry.id]})
                if dice.random() < 0.5:
                    lines[homework.Review].append(_review(hand_in, entry, mentor, at))


def _hand_in(number: int, club: str, entry: SetEntry, child: str, at: datetime, told: Told) -> dict[str, Any]:
    return {
        "id": number,
        "club_id": club,
        "assignment": entry.id,
        "child_id": child,
        "key": str(number),
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
