"""The demo's people: a club of each level with children, a librarian, a mentor and a coordinator.

Cards and passwords of the demo are kept in its data folder, so that a second start can tell them again. A real
installation keeps no such file: a card is seen once.
"""

import json
import os
import secrets
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from codekids_hub import cards, consents, people, seasons
from codekids_hub.clubs import NewClub, add_club
from codekids_hub.levels import Level
from codekids_hub.people import Role
from codekids_hub.storage import Database
from codekids_hub.storage.privacy_tables import Consent
from codekids_hub.storage.tables import Adult, Child, Club

FILE = "demo-people.json"

CLUBS = (
    (
        NewClub(
            code="PIETRARI",
            library="Biblioteca Comunală Pietrari",
            locality="Pietrari",
            county="Vâlcea",
            meeting_day=3,
            meeting_hour="16:30",
        ),
        Level.BEGINNERS,
        ("Maria", "Luca", "Daria", "Vlad", "Ionuț", "Sofia"),
    ),
    (
        NewClub(
            code="CIMISLIA",
            library="Biblioteca Publică Cimișlia",
            locality="Cimișlia",
            county="Cimișlia",
            country="MD",
            meeting_day=5,
            meeting_hour="10:00",
        ),
        Level.ADVANCED,
        ("Ana", "Mihai", "Elena", "Radu", "Ilinca", "Matei"),
    ),
)


@dataclass(frozen=True)
class DemoChild:
    """A child's card, as the ready file tells it; ``id`` is its name in the Hub, ``token`` what its QR holds."""

    club: str
    animal: str
    words: tuple[str, str]
    level: str
    id: str
    nickname: str
    token: str


@dataclass(frozen=True)
class DemoAdult:
    """An adult's login."""

    name: str
    password: str
    id: str


@dataclass(frozen=True)
class DemoPeople:
    """Everybody in the demo."""

    children: tuple[DemoChild, ...]
    librarian: DemoAdult
    mentor: DemoAdult
    coordinator: DemoAdult

    def as_json(self) -> dict[str, Any]:
        """As the ready file holds it."""
        return asdict(self)

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> "DemoPeople":
        """The other way round."""
        children = tuple(DemoChild(**each | {"words": tuple(each["words"])}) for each in value["children"])
        return cls(children, *(DemoAdult(**value[role]) for role in ("librarian", "mentor", "coordinator")))


def make(database: Database, folder: Path, pepper: str) -> DemoPeople:
    """The demo's people: made at the first start, remembered afterwards."""
    file = folder / FILE
    now = datetime.now(UTC)
    with database.write() as session:
        if file.exists():
            made = _still_alive(
                session, DemoPeople.from_json(json.loads(file.read_text("utf-8"))), pepper, now
            )
        else:
            made = _make(session, pepper, now)
        seasons.begin_season(session, now.date() - timedelta(days=14), now)
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as kept:
            json.dump(made.as_json(), kept, ensure_ascii=False)
    return made


def _still_alive(session: Session, people: DemoPeople, pepper: str, now: datetime) -> DemoPeople:
    """The same people, with a new card for whoever got one in the meantime: what is told here has to work.

    Who was erased is not among them any more.
    """
    children = []
    for child in people.children:
        row = session.get(Child, child.id)
        if row is None:
            continue
        _agreed(session, row, now)
        card = cards.alive(session, child.id)
        if card is None or card.token_digest != cards.digest(child.token):
            dealt = cards.deal(session, row, pepper, now)
            child = replace(child, words=dealt.words, token=dealt.token)
        children.append(child)
    return replace(people, children=tuple(children))


def _make(session: Session, pepper: str, now: datetime) -> DemoPeople:
    librarian, mentor, coordinator = (_adult(session, name, now) for name in ("crina", "andrei", "ioana"))
    children = []
    for new, level, nicknames in CLUBS:
        club = add_club(session, new, now)
        session.flush()
        for login, role in ((librarian, Role.LIBRARIAN), (mentor, Role.MENTOR)):
            people.give_duty(session, session.get_one(Adult, login.id), club, role, now)
        for child in people.add_children(session, club, nicknames, level, now):
            _agreed(session, child, now)
            dealt = cards.deal(session, child, pepper, now)
            children.append(
                DemoChild(
                    club.code, child.animal, dealt.words, level.value, child.id, child.nickname, dealt.token
                )
            )
    return DemoPeople(tuple(children), librarian, mentor, coordinator)


def _agreed(session: Session, child: Child, now: datetime) -> None:
    """The demo's parents have signed, unless somebody who plays with it took that back."""
    if session.scalar(select(Consent.id).where(Consent.child_id == child.id)) is None:
        club = session.get_one(Club, child.club_id)
        (paper,) = consents.next_papers(session, club, 1, now)
        consents.record(session, child, consents.Purpose, consents.today(club, now), paper, now)


def _adult(session: Session, name: str, now: datetime) -> DemoAdult:
    password = "-".join(secrets.choice(cards.word_list("en")) for _ in range(3))
    adult = people.add_adult(session, name, password, now, coordinator=name == "ioana")
    return DemoAdult(name, password, adult.id)
