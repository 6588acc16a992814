"""A session: one meeting of a club, run as a SOLE. Who begins it, where it is, who is there, whose hand is up.

Functions take an open session of the database (``session``) and the meeting's row (``row``). What every screen of the
room shows is counted in the row's ``version``: :func:`changed` raises it, :mod:`codekids_hub.live` tells the screens.
"""

import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from codekids_hub import identifiers, pairs, phases
from codekids_hub.people import note
from codekids_hub.phases import Clock, Phase
from codekids_hub.refusals import N_, BadInput, NotFound, Refusal
from codekids_hub.storage import Database
from codekids_hub.storage.conflicts import insert
from codekids_hub.storage.session_tables import Plan, Presence, SessionRow, Sign
from codekids_hub.storage.tables import Child, Club

SEEN_EVERY = timedelta(seconds=10)
"""A child's last sign of life is kept no finer than this."""
HEARD_EVERY = timedelta(minutes=5)
"""The same for a program that runs without a page: whoever closed it is not made to look connected."""
FORGOTTEN = "clock"
"""Who ended a session that everybody forgot."""
QUESTION_LENGTH = 240


class SessionRuns(Refusal):
    """The club is in a session already."""

    message = N_("A session of this club is running already. Go on with it, or end it first.")
    status = 409


class NoSession(Refusal):
    """There is nothing to take part in just now."""

    message = N_("The session is over, or has not begun. Look at your home page.")
    status = 409


class QuestionNeeded(BadInput):
    """A session without a big question, or with a whole story in its place."""

    message = N_("A session needs a big question, in at most 240 characters.")


@dataclass(frozen=True, kw_only=True)
class Opening:
    """What a session begins with. ``question_from`` is ``set``, ``bank`` or ``own``."""

    question: str
    question_from: str = "own"
    beginners_set: str | None = None
    advanced_set: str | None = None

    @classmethod
    def of(cls, plan: Plan) -> "Opening":
        """What the librarian prepared."""
        return cls(
            question=plan.question,
            question_from=plan.question_from,
            beginners_set=plan.beginners_set,
            advanced_set=plan.advanced_set,
        )


def start(
    session: Session, club: Club, opening: Opening, actor: str, now: datetime, *, pepper: str
) -> SessionRow:
    """Begin a session with its question phase.

    :raises SessionRuns: one is running, and was not forgotten
    :raises QuestionNeeded: the question is empty or too long
    """
    question = " ".join(opening.question.split())
    if not 0 < len(question) <= QUESTION_LENGTH:
        raise QuestionNeeded()
    session.refresh(club, with_for_update=True)  # two taps at once: one session
    end_forgotten(session, now)
    if running(session, club.id) is not None:
        raise SessionRuns()
    identifier = identifiers.new_identifier(identifiers.SESSION)
    row = SessionRow(
        id=identifier,
        club_id=club.id,
        question=question,
        question_from=opening.question_from,
        beginners_set=opening.beginners_set,
        advanced_set=opening.advanced_set,
        phase=Phase.QUESTION.value,
        phase_since=now,
        phase_minutes=phases.MINUTES[Phase.QUESTION],
        started_at=now,
        started_by=actor,
        remark="",
        screen_digest=digest(screen_key(pepper, identifier)),
        version=1,
    )
    session.add(row)
    session.flush()
    note(session, actor, "start-session", row.id, now)
    return row


def running(session: Session, club_id: str) -> SessionRow | None:
    """The club's session of now, or ``None``."""
    return session.scalar(
        select(SessionRow).where(SessionRow.club_id == club_id, SessionRow.ended_at.is_(None))
    )


def latest(session: Session, club_id: str) -> SessionRow | None:
    """The club's last session, running or ended."""
    query = select(SessionRow).where(SessionRow.club_id == club_id)
    return session.scalar(query.order_by(SessionRow.started_at.desc(), SessionRow.id).limit(1))


def running_for(session: Session, child: Child) -> SessionRow:
    """The session that a child is in, locked for what it does there.

    :raises NoSession: none is running
    """
    query = select(SessionRow).where(SessionRow.club_id == child.club_id, SessionRow.ended_at.is_(None))
    row = session.scalar(query.with_for_update())
    if row is None:
        raise NoSession()
    return row


def clock(row: SessionRow) -> Clock:
    """The clock of the session's phase."""
    return Clock(Phase(row.phase), row.phase_since, row.phase_minutes)


def next_phase(session: Session, row: SessionRow, actor: str, now: datetime, *, seen: str = "") -> None:
    """Go on to the next phase; after the review the session ends.

    :param seen: the phase on the screen where this was tapped: a second tap on the same button changes nothing
    """
    if row.ended_at is not None or (seen and seen != row.phase):
        return
    _go(session, row, phases.following(Phase(row.phase)), actor, now)


def end(session: Session, row: SessionRow, actor: str, now: datetime) -> None:
    """End the session from any phase; doing it twice changes nothing."""
    if row.ended_at is None:
        _go(session, row, Phase.ENDED, actor, now)


def back(session: Session, row: SessionRow, actor: str, now: datetime) -> None:
    """Undo the last step, with the clock as it was; before that, the phase before this one, with a clock of its own.

    :raises NoSession: it ended too long ago to be taken up again
    :raises SessionRuns: another one has begun since
    """
    if row.ended_at is not None:
        if now - row.ended_at >= phases.END_UNDONE_WITHIN:
            raise NoSession()
        if running(session, row.club_id) is not None:
            raise SessionRuns()
    before = Phase(row.previous_phase) if row.previous_phase else phases.preceding(Phase(row.phase))
    if before == row.phase:
        return
    known = row.previous_phase is not None
    row.phase_since = row.previous_since if known and row.previous_since else now
    row.phase_minutes = row.previous_minutes if known and row.previous_minutes else phases.MINUTES[before]
    row.phase, row.ended_at, row.shown_finding = before.value, None, None
    row.previous_phase = row.previous_since = row.previous_minutes = None
    note(session, actor, f"phase-{before.value}", row.id, now)
    changed(session, row)


def stretch(session: Session, row: SessionRow, minutes: int, actor: str, now: datetime) -> None:
    """Give the phase more minutes, or fewer (negative)."""
    if row.ended_at is None:
        row.phase_minutes = clock(row).stretched(minutes, now).minutes
        note(session, actor, "stretch-phase", row.id, now)
        changed(session, row)


def end_forgotten(session: Session, now: datetime) -> int:
    """End the sessions that nobody ended; how many there were."""
    query = select(SessionRow).where(
        SessionRow.ended_at.is_(None), SessionRow.started_at <= now - phases.FORGOTTEN_AFTER
    )
    rows = session.scalars(query).all()
    for row in rows:
        _go(session, row, Phase.ENDED, FORGOTTEN, now)
    return len(rows)


def changed(session: Session, row: SessionRow) -> None:
    """Something that a screen of the room shows has changed: they are told within a second or two."""
    row.version = SessionRow.version + 1
    session.flush()


def seen(session: Session, child: Child, now: datetime, *, page: bool = True) -> None:
    """A sign of life of a child: present at its club's running session, if there is one; so is who sits with it.

    :param page: whether it comes from a page that the child looks at; a program of its may run on without one
    """
    row = running(session, child.club_id)
    if row is None:
        return
    partner = pairs.partner(session, child.id, now)
    new = False
    for member in filter(None, (child, partner)):
        presence = session.get(Presence, (row.id, member.id))
        if presence is None:
            insertion = insert(session, Presence).values(
                session_id=row.id, child_id=member.id, first_at=now, last_at=now
            )
            session.execute(insertion.on_conflict_do_nothing())
            new = True
        elif _is_old(session, presence, now, page):
            presence.last_at = now
    if new:
        changed(session, row)


def note_presence(
    database: Database, child_ids: Iterable[str], now: datetime, *, only_new: bool = False
) -> None:
    """Children gave a sign of life. Nothing is written, and no lock taken, when that says nothing new.

    :param only_new: whether it only makes present who is not: a line that is open does not say that somebody is there still
    """
    with database.read() as session:
        news = [each for each in child_ids if _is_news(session, session.get(Child, each), now, only_new)]
    if news:
        with database.write() as session:
            for child in filter(None, (session.get(Child, each) for each in news)):
                seen(session, child, now)


def _is_news(session: Session, child: Child | None, now: datetime, only_new: bool) -> bool:
    row = running(session, child.club_id) if child is not None else None
    if child is None or row is None:
        return False
    members = filter(None, (child, pairs.partner(session, child.id, now)))
    known = [session.get(Presence, (row.id, each.id)) for each in members]
    return any(each is None or (not only_new and _is_old(session, each, now, page=True)) for each in known)


def _is_old(session: Session, presence: Presence, now: datetime, page: bool) -> bool:
    """Whether the last sign of life is worth another: it is old, or a page was opened after the workspace's had closed."""
    if now - presence.last_at >= (SEEN_EVERY if page else HEARD_EVERY):
        return True
    sign = session.get(Sign, presence.child_id) if page else None
    return sign is not None and sign.lost_at is not None and presence.last_at <= sign.lost_at < now


def present(session: Session, row: SessionRow) -> list[tuple[Child, Presence]]:
    """Who is or was there, in the order in which they came."""
    query = (
        select(Child, Presence)
        .join(Presence, Presence.child_id == Child.id)
        .where(Presence.session_id == row.id)
        .order_by(Presence.first_at, Child.id)
    )
    return [(child, presence) for child, presence in session.execute(query)]


def raise_hand(session: Session, row: SessionRow, child: Child, now: datetime) -> None:
    """The child asks for the librarian; asking again keeps its place in the row."""
    seen(session, child, now)
    presence = session.get_one(Presence, (row.id, child.id))
    if presence.hand_up_at is None:
        presence.hand_up_at = now
        changed(session, row)


def lower_hand(session: Session, row: SessionRow, child_id: str) -> None:
    """The hand goes down: the child has its answer, or the librarian is with it."""
    presence = session.get(Presence, (row.id, child_id))
    if presence is not None and presence.hand_up_at is not None:
        presence.hand_up_at = None
        changed(session, row)


def hands(session: Session, row: SessionRow) -> list[tuple[Child, datetime]]:
    """Whose hands are up and since when, the longest waiting first."""
    found = [(child, each.hand_up_at) for child, each in present(session, row) if each.hand_up_at]
    return sorted(found, key=lambda pair: pair[1])


def screen_key(pepper: str, session_id: str) -> str:
    """The key in the address of the projector: 12 characters (58 bits) that a person can type, made from the pepper.

    Nothing but its digest is stored, and it opens nothing once the session has ended.
    """
    made = int.from_bytes(hmac.digest(pepper.encode(), b"screen:" + session_id.encode(), "sha256"))
    letters = []
    for _ in range(12):
        made, letter = divmod(made, len(identifiers.ALPHABET))
        letters.append(identifiers.ALPHABET[letter])
    return "-".join("".join(letters[at : at + 4]) for at in (0, 4, 8))


def digest(key: str) -> str:
    """What is stored of a projector's key, however it was typed."""
    return hashlib.sha256(plain(key).encode()).hexdigest()


def plain(key: str) -> str:
    """A projector's key without what people type around it."""
    return "".join(letter for letter in key.lower() if letter in identifiers.ALPHABET)


def by_screen_key(session: Session, key: str) -> SessionRow:
    """The running session whose projector has this key.

    :raises NotFound: no such key, or its session has ended
    """
    row = session.scalar(
        select(SessionRow).where(SessionRow.screen_digest == digest(key), SessionRow.ended_at.is_(None))
    )
    if row is None:
        raise NotFound()
    return row


def _go(session: Session, row: SessionRow, phase: Phase, actor: str, now: datetime) -> None:
    row.previous_phase, row.previous_since, row.previous_minutes = (
        row.phase,
        row.phase_since,
        row.phase_minutes,
    )
    row.phase, row.phase_since, row.phase_minutes = phase.value, now, phases.MINUTES[phase]
    row.shown_finding = None
    if phase is Phase.ENDED:
        row.ended_at = now
    note(session, actor, f"phase-{phase.value}", row.id, now)
    changed(session, row)
