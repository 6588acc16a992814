"""Preparing the next meeting of a club: where it is in the year, which set is next, which question, and what was decided.

What a librarian decides is kept in the club's :class:`~codekids_hub.storage.session_tables.Plan` until a session begins
with it. Who decides nothing gets the suggestion: the set of the week for each level, and its question.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from codekids_exercises.catalogue import Catalogue, NotInCatalogue, SetEntry
from codekids_grading.calendar import MeetingTime, Window
from codekids_hub import seasons, sessions
from codekids_hub.levels import Level
from codekids_hub.people import note
from codekids_hub.refusals import BadInput
from codekids_hub.sessions import Opening, QuestionNeeded
from codekids_hub.storage.session_tables import BankQuestion, Plan, SessionRow
from codekids_hub.storage.tables import Child, Club

EARLY = timedelta(days=2)
"""A club may meet so long before its day, and it is still that week's meeting."""
LATE = timedelta(days=2)
"""A club that did not meet on its day may still do so in the days after it."""
MEETS_FOR = timedelta(hours=2)


@dataclass(frozen=True)
class Week:
    """A week of the season on the strip.

    ``state`` is ``met``, ``missed``, ``next`` or ``later``; ``after_break`` says that days without meetings come before.
    """

    number: int
    at: datetime
    state: str
    sets: tuple[SetEntry, ...]
    met_at: datetime | None
    after_break: bool


@dataclass(frozen=True)
class Suggestion:
    """What to do at the next meeting when nobody decides: ``week`` is 0 outside the season."""

    week: int
    at: datetime
    sets: dict[Level, SetEntry]


@dataclass(frozen=True, kw_only=True)
class Decision:
    """What a librarian chooses on the page. ``choice`` is ``set:<level>``, ``bank:<number>`` or ``own``."""

    choice: str
    own: str = ""
    sets: dict[Level, str]
    warm: bool = True


def year(session: Session, club: Club, content: Catalogue, now: datetime) -> list[Week]:
    """The weeks of the season, with what was done in them; empty before the first season."""
    weeks = seasons.club_windows(session, club, now)
    met = _met(session, club, weeks)
    coming = next((each.week for each in weeks if each.week not in met and now < each.opens + LATE), None)
    return [
        Week(
            number=each.week,
            at=each.opens,
            state=_state(each, met, coming),
            sets=_sets_of(content, each.week),
            met_at=met.get(each.week),
            after_break=index > 0 and each.opens - weeks[index - 1].opens > timedelta(days=10),
        )
        for index, each in enumerate(weeks)
    ]


def suggest(session: Session, club: Club, content: Catalogue, now: datetime) -> Suggestion:
    """The next meeting and, for each level, the set of its week; after the season the last sets that there are."""
    coming = next((each for each in year(session, club, content, now) if each.state == "next"), None)
    number = coming.number if coming else 0
    sets = {}
    for level in Level:
        of_level = [each for each in content.sets if each.level == level.value]
        fitting = [each for each in of_level if each.week == number] or [
            each for each in of_level if not number or each.week < number
        ][-1:]
        if fitting:
            sets[level] = fitting[0]
    return Suggestion(number, coming.at if coming else next_meeting(club, now), sets)


def next_meeting(club: Club, now: datetime) -> datetime:
    """The next time that the club's day and hour come, whatever the season says; a meeting that is on counts."""
    hours, minutes = map(int, club.meeting_hour.split(":"))
    meets = MeetingTime(club.meeting_day, time(hours, minutes), club.country)
    day = (now - MEETS_FOR).date()
    while day.weekday() != club.meeting_day or meets.on(day) + MEETS_FOR <= now:
        day += timedelta(days=1)
    return meets.on(day)


def levels_of(session: Session, club: Club) -> list[Level]:
    """The levels that children of the club learn at; both when it has no children yet."""
    there = set(session.scalars(select(Child.level).where(Child.club_id == club.id).distinct()))
    return [each for each in Level if each.value in there] or list(Level)


def opening(session: Session, club: Club, content: Catalogue, now: datetime) -> Opening:
    """What a session of this club begins with: what was decided, else the suggestion in the club's language.

    :raises codekids_hub.sessions.QuestionNeeded: nothing was decided, and there is no set to suggest
    """
    plan = session.get(Plan, club.id)
    if plan is not None:
        return Opening.of(plan)
    sets = suggest(session, club, content, now).sets
    levels = [each for each in levels_of(session, club) if each in sets]
    if not levels:
        raise QuestionNeeded()
    return Opening(
        question=sets[levels[0]].question[club.language],
        question_from="set",
        beginners_set=sets[Level.BEGINNERS].id if Level.BEGINNERS in levels else None,
        advanced_set=sets[Level.ADVANCED].id if Level.ADVANCED in levels else None,
    )


def decide(
    session: Session, club: Club, decision: Decision, content: Catalogue, actor: str, now: datetime
) -> Plan:
    """Keep what a librarian decided for the next meeting.

    :raises BadInput: a set or question that there is not
    :raises codekids_hub.sessions.QuestionNeeded: words of her own that are none, or too many
    """
    source, question = _question(session, club, decision, content)
    if not 0 < len(question) <= sessions.QUESTION_LENGTH:
        raise QuestionNeeded()
    plan = session.get(Plan, club.id)
    if plan is None:
        plan = Plan(club_id=club.id, note="", warmed_at=None)
        session.add(plan)
    plan.question, plan.question_from = question, source
    plan.beginners_set = _known(content, decision.sets.get(Level.BEGINNERS, ""), Level.BEGINNERS)
    plan.advanced_set = _known(content, decision.sets.get(Level.ADVANCED, ""), Level.ADVANCED)
    plan.warm, plan.changed_at = decision.warm, now
    session.flush()
    note(session, actor, "prepare-session", club.id, now)
    return plan


def begin(
    session: Session, club: Club, content: Catalogue, actor: str, now: datetime, *, pepper: str
) -> SessionRow:
    """Begin the session that was prepared, and take the plan off the table: the next meeting is another one.

    :raises codekids_hub.sessions.SessionRuns: one is running
    """
    row = sessions.start(session, club, opening(session, club, content, now), actor, now, pepper=pepper)
    plan = session.get(Plan, club.id)
    if plan is not None:
        session.delete(plan)
    return row


def bank(session: Session) -> list[BankQuestion]:
    """The big questions of the coordinators' bank, the newest first."""
    query = select(BankQuestion).where(BankQuestion.retired_at.is_(None))
    return list(session.scalars(query.order_by(BankQuestion.id.desc())))


def _question(session: Session, club: Club, decision: Decision, content: Catalogue) -> tuple[str, str]:
    source, _, name = decision.choice.partition(":")
    if source == "own":
        return "own", " ".join(decision.own.split())
    if source == "set":
        set_id = decision.sets.get(Level(name), "") if name in set(Level) else ""
        if not set_id:
            raise QuestionNeeded()
        try:
            return "set", content.find(set_id).question[club.language]
        except NotInCatalogue:
            raise BadInput() from None
    found = session.get(BankQuestion, int(name)) if source == "bank" and name.isdecimal() else None
    if found is None:
        raise BadInput()
    return "bank", found.ro if club.language == "ro" else found.en


def _known(content: Catalogue, set_id: str, level: Level) -> str | None:
    if not set_id:
        return None
    if set_id not in {each.id for each in content.sets if each.level == level.value}:
        raise BadInput()
    return set_id


def _met(session: Session, club: Club, weeks: Sequence[Window]) -> dict[int, datetime]:
    """When the club met in each week: the sessions that were more than a tap on the wrong button."""
    begun = session.scalars(
        select(SessionRow.started_at)
        .where(SessionRow.club_id == club.id, SessionRow.ended_at.is_not(None))
        .order_by(SessionRow.started_at)
    ).all()
    return {week.week: at for at in begun for week in weeks if week.opens - EARLY <= at < week.closes - EARLY}


def _state(week: Window, met: dict[int, datetime], coming: int | None) -> str:
    if week.week in met:
        return "met"
    if week.week == coming:
        return "next"
    return "missed" if coming is None or week.week < coming else "later"


def _sets_of(content: Catalogue, number: int) -> tuple[SetEntry, ...]:
    return tuple(each for each in content.sets if each.week == number)
