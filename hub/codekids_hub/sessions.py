"""A session: one meeting of a club, run as a SOLE. Who begins it, where it is in its phases, and how it ends.

Functions take an open session of the database (``session``) and the meeting's row (``row``). What every screen of the
room shows is counted in the row's ``version``: :func:`changed` raises it, :mod:`codekids_hub.live` tells the screens.
Who is there is in :mod:`codekids_hub.presence`.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from codekids_hub import identifiers, phases, screen_keys
from codekids_hub.people import note
from codekids_hub.phases import Clock, Phase
from codekids_hub.refusals import N_, BadInput, Refusal
from codekids_hub.storage.session_tables import Plan, SessionRow
from codekids_hub.storage.tables import Child, Club

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
        screen_digest=screen_keys.digest(screen_keys.make(pepper, identifier)),
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
