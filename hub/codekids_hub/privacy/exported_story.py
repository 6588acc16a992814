"""The first page of an export: what a child handed in and was told, its meetings, who did what about it; in words."""

import base64
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from codekids_exercises.catalogue import Catalogue
from codekids_grading.store import NotStored, Store
from codekids_hub import audit_words, homework_view
from codekids_hub.groups import SIGNS
from codekids_hub.homework_flow import title_of
from codekids_hub.homework_words import task_words
from codekids_hub.people import OPERATOR, Role
from codekids_hub.privacy import exported_rows, known
from codekids_hub.storage import session_tables as met
from codekids_hub.storage.homework_tables import Assignment, Feedback, HandIn
from codekids_hub.storage.tables import Audit, Child, Club, Duty
from codekids_hub.times import moment
from codekids_hub.translation import catalogue


def story(session: Session, content: Catalogue, store: Store, child: Child, language: str) -> dict[str, Any]:
    """What the first page tells, as plain values."""
    club = session.get_one(Club, child.club_id)
    return {
        "me": known.about(session, child, language),
        "hand_ins": [
            _hand_in(session, content, store, row, club, language)
            for row in session.scalars(
                select(HandIn).where(HandIn.id.in_(exported_rows.own_hand_ins(child.id))).order_by(HandIn.id)
            )
        ],
        "meetings": _meetings(session, store, child, club, language),
        "log": _log(session, child, club, language),
    }


def _hand_in(
    session: Session, content: Catalogue, store: Store, row: HandIn, club: Club, language: str
) -> dict[str, Any]:
    given = session.get(Assignment, (row.club_id, row.assignment))
    words = task_words(store, given.digest) if given else {}
    now = row.marked_at or row.received_at
    pages = select(Feedback).where(Feedback.hand_in_id == row.id).order_by(Feedback.notebook)
    return {
        **homework_view.received(session, row, words, language, club.country, now),
        "title": title_of(content, row.assignment, language),
        "digest": row.digest,
        "feedback": [(each.notebook, each.digest) for each in session.scalars(pages)],
    }


def _meetings(
    session: Session, store: Store, child: Child, club: Club, language: str
) -> list[dict[str, Any]]:
    """The meetings at which the child was, with what it said there."""
    query = (
        select(met.SessionRow)
        .join(met.Presence, met.Presence.session_id == met.SessionRow.id)
        .where(met.Presence.child_id == child.id)
        .order_by(met.SessionRow.started_at)
    )
    return [
        {
            "at": known.day(row.started_at, club, language),
            "question": row.question,
            "groups": _groups(session, row, child, language),
            "guesses": _said(session, met.FirstGuess, "words", row, child),
            "findings": _said(session, met.Finding, "sentence", row, child),
            "wonders": _said(session, met.Wonder, "words", row, child),
            "pictures": _pictures(session, store, row, child),
        }
        for row in session.scalars(query)
    ]


def _groups(session: Session, row: met.SessionRow, child: Child, language: str) -> list[str]:
    query = (
        select(met.GroupRow.sign)
        .join(met.Membership, met.Membership.group_id == met.GroupRow.id)
        .where(met.Membership.session_id == row.id, met.Membership.child_id == child.id)
    )
    translate = catalogue(language).gettext
    return [
        translate(SIGNS.get(sign, sign)) for sign in session.scalars(query.order_by(met.Membership.since))
    ]


def _said(session: Session, table: Any, column: str, row: met.SessionRow, child: Child) -> list[str]:
    query = select(getattr(table, column)).where(
        table.session_id == row.id, table.child_id == child.id, getattr(table, column) != ""
    )
    return list(session.scalars(query.order_by(table.at)))


def _pictures(session: Session, store: Store, row: met.SessionRow, child: Child) -> list[dict[str, str]]:
    """The pictures that the child held up, each in the page itself: they were made harmless when they came."""
    query = select(met.Picture).where(met.Picture.session_id == row.id, met.Picture.child_id == child.id)
    found = []
    for each in session.scalars(query.order_by(met.Picture.id)):
        try:
            content = base64.b64encode(store.get(each.digest)).decode()
        except NotStored:
            continue
        found.append({"src": f"data:{each.kind};base64,{content}", "words": each.words})
    return found


def _log(session: Session, child: Child, club: Club, language: str) -> list[dict[str, str]]:
    """Who did what about the child, in words and without names."""
    place = next(each for each in exported_rows.told_places() if each.table is Audit)
    query = select(Audit).where(exported_rows.of_child(place, child.id)).order_by(Audit.id)
    librarians = select(Duty.adult_id).where(Duty.club_id == club.id, Duty.role == Role.LIBRARIAN.value)
    translate = catalogue(language).gettext
    who = {
        **dict.fromkeys(session.scalars(librarians), translate("your librarian")),
        child.id: translate("you"),
        OPERATOR: translate("the operator of the server"),
    }
    return [
        {
            "at": moment(row.at, language, club.country),
            "who": who.get(row.actor) or translate("somebody of the programme"),
            "what": translate(audit_words.ACTIONS.get(row.action, row.action)),
        }
        for row in session.scalars(query)
    ]
