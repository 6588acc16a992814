"""A card as the mentor sees it: plain values for the template. No name, no animal: a child from a county."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from codekids_exercises.catalogue import Catalogue, NotInCatalogue, SetEntry
from codekids_grading.review import Card
from codekids_grading.store import Store
from codekids_hub import suggestions
from codekids_hub.homework_words import task_words
from codekids_hub.languages import LANGUAGE_NAMES
from codekids_hub.marking import Told
from codekids_hub.storage.homework_tables import Assignment, HandIn, Review
from codekids_hub.storage.tables import Club
from codekids_hub.village_map import set_picture
from codekids_hub.waiting import Waiting


def shown(
    session: Session, store: Store, content: Catalogue, card: Card, answers: Sequence[Waiting], language: str
) -> dict[str, Any]:
    """The card with its first answer.

    :param language: the mentor's; what is said to the child is in the child's
    """
    first = answers[0]
    task, entry = first.told, _entry(content, first.assignment)
    club = session.get_one(Club, first.club_id)
    released = session.get(Assignment, (first.club_id, first.assignment))
    words = task_words(store, released.digest).get(task.name) if released else None
    return {
        "fold": card.fold,
        "hand_in": first.answer.hand_in,
        "task": task.name,
        "homework": entry.title[language] if entry else first.assignment,
        "picture": set_picture(entry.picture) if entry else "books",
        "week": entry.week if entry else None,
        "county": club.county,
        "title": words.title if words else "",
        "words": words.html if words else "",
        "code": task.source.strip("\n"),
        "blank": suggestions.situation(task) == "blank",
        "output": bool(task.output.strip()),
        "checks": task.checks,
        "known_mistake": task.mistake is not None,
        "equal": len(answers),
        "clubs": len({each.club_id for each in answers}),
        "first_timer": any(each.answer.first_timer for each in answers),
        "asked": first.answer.asked,
        "said_before": _said_before(session, first),
        "language": first.language,
        "language_name": LANGUAGE_NAMES[first.language] if first.language != language else None,
        "suggested": suggestions.suggest(task, first.language),
        "points": _points(session, first),
    }


def output_of(session: Session, mentor_clubs: Sequence[str], number: int, task_name: str) -> str | None:
    """What an answer showed, as the child made it: to be shown through ``harmless`` alone."""
    row = session.get(HandIn, number)
    if row is None or row.club_id not in mentor_clubs or not row.marking:
        return None
    found = (task.output for task in Told.from_json(row.marking).tasks if task.name == task_name)
    return next(found, None)


def _points(session: Session, answer: Waiting) -> dict[str, float] | None:
    """For what a person judges, or judges again: the points to begin with, and the most."""
    if answer.told.points is not None and not answer.answer.asked:
        return None
    before = _review(session, answer)
    given = before.points if before and before.points is not None else suggestions.points(answer.told)
    return {"value": given, "most": answer.told.max_points}


def _said_before(session: Session, answer: Waiting) -> str | None:
    row = _review(session, answer)
    return row.comment if row else None


def _review(session: Session, answer: Waiting) -> Review | None:
    number, task = answer.answer.hand_in, answer.answer.task
    return session.scalar(select(Review).where(Review.hand_in_id == number, Review.task == task))


def _entry(content: Catalogue, set_id: str) -> SetEntry | None:
    try:
        return content.find(set_id)
    except NotInCatalogue:
        return None
