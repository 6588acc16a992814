"""The rows about a child as they go into an export: every table of :data:`codekids_hub.privacy.places.PLACES`, as JSON.

Who else stands in a row is nobody's business: another child is "another child", an adult "an adult".
"""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, String, cast, inspect, or_, select
from sqlalchemy.orm import Session

from codekids_hub.audit_words import ABOUT_HAND_INS
from codekids_hub.people import OPERATOR
from codekids_hub.privacy.places import BY_HAND_IN, PLACES, Place
from codekids_hub.storage.homework_tables import HandIn
from codekids_hub.storage.tables import Audit, Table

ANOTHER_CHILD, AN_ADULT = "another child", "an adult"

PEOPLE = frozenset(
    (
        "actor",
        "asked_by",
        "child_id",
        "made_by",
        "mediator_id",
        "mentor_id",
        "partner_id",
        "recorded_by",
    )
)
"""Columns that hold somebody's identifier."""
JSON_TEXTS = frozenset(("marking",))
"""Columns that hold JSON as text."""


def rows(session: Session, child_id: str, place: Place) -> Iterator[dict[str, Any]]:
    """The rows of one table about a child, as plain values, without what is secret."""
    table = place.table
    key = inspect(table).primary_key
    query = select(table).where(of_child(place, child_id)).order_by(*key)
    names = [each.name for each in table.__table__.columns if each.name not in place.secret]
    for row in session.scalars(query.execution_options(yield_per=200)):
        yield {name: _value(name, getattr(row, name), child_id) for name in names}


def of_child(place: Place, child_id: str) -> ColumnElement[bool]:
    """Whether a row of this table is about the child."""
    if place.columns == BY_HAND_IN:
        return _column(place.table, "hand_in_id").in_(own_hand_ins(child_id))
    named = or_(*(_column(place.table, name) == child_id for name in place.columns))
    if place.table is Audit:
        numbers = select(cast(HandIn.id, String)).where(_owned_by(child_id))
        return or_(named, Audit.action.in_(ABOUT_HAND_INS) & Audit.subject.in_(numbers))
    return named


def own_hand_ins(child_id: str) -> Any:
    """The numbers of what a child handed in, alone or with another one."""
    return select(HandIn.id).where(_owned_by(child_id))


def told_places() -> list[Place]:
    """The tables whose rows an export holds, by name."""
    return sorted((each for each in PLACES if each.told), key=lambda each: each.table.__tablename__)


def _column(table: type[Table], name: str) -> ColumnElement[Any]:
    column: ColumnElement[Any] = table.__table__.columns[name]
    return column


def _owned_by(child_id: str) -> ColumnElement[bool]:
    return or_(HandIn.child_id == child_id, HandIn.partner_id == child_id)


def _value(name: str, value: Any, child_id: str) -> Any:
    if name in PEOPLE and value not in (None, child_id, OPERATOR):
        return ANOTHER_CHILD if name in ("child_id", "partner_id", "mediator_id") else AN_ADULT
    if name in JSON_TEXTS and value:
        return json.loads(value)
    return value.isoformat() if isinstance(value, date) else value
