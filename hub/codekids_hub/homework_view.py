"""A hand-in as its child sees it: the receipt, what was checked, one next step, what the mentor said. Plain values."""

from datetime import datetime, timedelta
from typing import Any

from babel.numbers import format_decimal
from sqlalchemy.orm import Session

from codekids_hub import homework
from codekids_hub.hand_ins import ACCEPTED, KEPT, UNREADABLE
from codekids_hub.homework_words import TaskWords
from codekids_hub.marking import Told, ToldTask
from codekids_hub.storage.homework_tables import HandIn, Review
from codekids_hub.times import moment

SLOW = timedelta(minutes=2)
"""After that the page says that checking takes longer than usual."""


def received(
    session: Session, row: HandIn, words: dict[str, TaskWords], language: str, country: str, now: datetime
) -> dict[str, Any]:
    """Everything that came back of a hand-in."""
    told = Told.from_json(row.marking) if row.marking else Told(False, ())
    reviews = {review.task: review for review in homework.reviews_of(session, row)}
    tasks = [
        _task(number, task, words.get(task.name), reviews.get(task.name), language)
        for number, task in enumerate(told.tasks, 1)
    ]
    return {
        "number": row.id,
        "at": moment(row.received_at, language, country),
        "fingerprint": row.digest[:8],
        "late": row.late,
        "together": row.partner_id is not None,
        "state": row.state,
        "slow": row.state == ACCEPTED and now - row.received_at > SLOW,
        "tasks": tasks,
        "next": _next(row, tasks),
        "asked": row.asked_at is not None,
        "may_ask": row.state != ACCEPTED and row.asked_at is None,
        "looked_again": row.asked_at is not None
        and any(review.at > row.asked_at for review in reviews.values()),
    }


def stamp(session: Session, row: HandIn | None) -> str:
    """Changes whenever the page of a homework would show something else."""
    if row is None:
        return "new"
    latest = max((review.at.timestamp() for review in homework.reviews_of(session, row)), default=0.0)
    return f"{row.id}-{row.state}-{row.asked_at is not None:d}-{latest:.0f}"


def _task(
    number: int, task: ToldTask, words: TaskWords | None, review: Review | None, language: str
) -> dict[str, Any]:
    points = review.points if review and review.points is not None else task.points
    return {
        "name": task.name,
        "number": number,
        "title": words.title if words else "",
        "state": _state(points, task),
        "points": None if points is None else format_decimal(points, locale=language),
        "max_points": format_decimal(task.max_points, locale=language),
        "checks": task.checks,
        "hint": task.hint,
        "comment": review.comment if review else None,
        "again": review is not None and review.decision == "again",
    }


def _state(points: float | None, task: ToldTask) -> str:
    """``person`` while only a person can say, ``done``, ``partly``, or ``open`` where nothing is right yet."""
    if points is None:
        return "person"
    if points >= task.max_points:
        return "done"
    return "partly" if points > 0 or any(check.passed for check in task.checks) else "open"


def _next(row: HandIn, tasks: list[dict[str, Any]]) -> dict[str, Any]:
    """The one next step: its ``kind``, and the task and words that it is about."""
    if row.state in (ACCEPTED, UNREADABLE, KEPT):
        return {"kind": row.state, "task": None, "words": None}
    for task in tasks:
        if task["again"]:
            return {"kind": "again", "task": task, "words": None}
    for task in tasks:
        if task["state"] in ("partly", "open") and task["comment"] is None:
            missed = (check.message for check in task["checks"] if not check.passed)
            return {"kind": "hint", "task": task, "words": task["hint"] or next(missed, None)}
    answered = any(task["comment"] for task in tasks)
    return {"kind": "answered" if answered else "right", "task": None, "words": None}
