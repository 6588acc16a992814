"""The meetings of a measured club: three years of them, with groups, first guesses, findings and what the children wonder."""

import random
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from codekids_hub.bench.lines import Lines
from codekids_hub.groups import SIGNS
from codekids_hub.storage import session_tables as met

MEETINGS_A_YEAR = 34


def add_meetings(
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
