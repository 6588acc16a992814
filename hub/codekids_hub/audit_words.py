"""The audit log in a librarian's words: when, who, what, about whom. Only her clubs and their children."""

from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from codekids_hub.people import OPERATOR
from codekids_hub.refusals import N_
from codekids_hub.storage.homework_tables import HandIn
from codekids_hub.storage.session_tables import SessionRow
from codekids_hub.storage.tables import Adult, Audit, Child, Club
from codekids_hub.times import moment
from codekids_hub.translation import catalogue

PAGE = 50

ACTIONS = {
    "add-club": N_("club added"),
    "change-club": N_("club changed"),
    "remove-club": N_("club taken out"),
    "add-adult": N_("adult added"),
    "add-child": N_("child added"),
    "take-child-back": N_("taken off the list again"),
    "rename-child": N_("nickname changed"),
    "change-level": N_("level changed"),
    "deal-card": N_("new card"),
    "take-card-back": N_("new card taken back, the old one works again"),
    "end-logins": N_("all logins of the club ended"),
    "consent-club": N_("paper for the club noted"),
    "consent-show": N_("paper for showing work noted"),
    "withdraw-club": N_("consent for the club taken back"),
    "withdraw-show": N_("consent for showing work taken back"),
    "move-child": N_("moved to another club"),
    "offer-child": N_("code made for another library"),
    "keep-child": N_("code for another library taken back"),
    "accept-child": N_("taken over from another library"),
    "erase-child": N_("is to be erased in seven days"),
    "keep-erased-child": N_("stays after all, is not erased"),
    "child-silent": N_("has not been here for eleven months, is to be erased in a month"),
    "child-erased": N_("erased everywhere"),
    "export-child": N_("everything about the child downloaded"),
    "change-password": N_("password changed"),
    "give-librarian": N_("made librarian"),
    "give-mentor": N_("made mentor"),
    "end-librarian": N_("a club taken from the librarian"),
    "end-mentor": N_("a club taken from the mentor"),
    "club-librarian": N_("the librarians changed"),
    "club-mentor": N_("the mentors changed"),
    "make-coordinator": N_("made coordinator"),
    "end-coordinator": N_("no coordinator any more"),
    "remove-adult": N_("removed"),
    "bring-adult-back": N_("brought back"),
    "forget-adult": N_("forgotten, with name and password"),
    "set-up-second-factor": N_("login in two steps set up"),
    "reset-second-factor": N_("login in two steps taken off"),
    "use-recovery-code": N_("logged in with a code from paper"),
    "invite": N_("adult invited"),
    "take-invitation-back": N_("invitation taken back"),
    "accept-invitation": N_("invitation accepted"),
    "begin-season": N_("season begun"),
    "add-holiday": N_("holiday entered"),
    "remove-season": N_("season taken back"),
    "remove-holiday": N_("holiday taken out"),
    "add-question": N_("question put into the bank"),
    "change-question": N_("question of the bank put in other words"),
    "retire-question": N_("question of the bank not offered any more"),
    "restore-question": N_("question of the bank offered again"),
    "prepare-session": N_("meeting prepared"),
    "warm-workspaces": N_("workspaces started before the meeting"),
    "start-session": N_("meeting begun"),
    "phase-question": N_("the meeting went to its question"),
    "phase-investigation": N_("the meeting went to its investigation"),
    "phase-review": N_("the meeting went to its review"),
    "phase-ended": N_("meeting ended"),
    "stretch-phase": N_("clock of the meeting changed"),
    "report-session": N_("report of the meeting written"),
    "release": N_("homework given by hand"),
    "withdraw": N_("homework taken back"),
    "review": N_("homework answered"),
    "look": N_("looked at a homework again"),
    "refused": N_("tried to come in here, and was refused"),
}
"""What each action of the log is called; a test looks that none is missing."""

ABOUT_HAND_INS = frozenset(("look", "review"))
"""Actions whose subject is the number of a hand-in: other numbers are other things."""

NOT_HERS = frozenset(("worry", "worry-seen"))
"""What a mentor and the coordinator tell each other; it may be about the library."""


@dataclass(frozen=True)
class Line:
    """A line of the log, in words."""

    id: int
    at: str
    who: str
    what: str
    about: str


def lines(
    session: Session, club: Club, reader_id: str, language: str, before: int | None = None
) -> list[Line]:
    """A page of the log of a club, the newest first; ``before`` is the last line of the page before."""
    people = _people(session, club, catalogue(language).gettext("the club"))
    works = _works(session, club, people)
    about = people | works
    meetings = select(SessionRow.id).where(SessionRow.club_id == club.id)
    on_works = Audit.action.in_(ABOUT_HAND_INS)
    query = select(Audit).where(
        or_(
            on_works & Audit.subject.in_(list(works)),
            ~on_works & or_(Audit.subject.in_(list(people)), Audit.subject.in_(meetings)),
        ),
        Audit.action.not_in(NOT_HERS),
    )
    if before is not None:
        query = query.where(Audit.id < before)
    rows = session.scalars(query.order_by(Audit.id.desc()).limit(PAGE)).all()
    translate = catalogue(language).gettext
    adults = adult_names(session)
    known = {
        **about,
        **adults,
        OPERATOR: translate("the operator of the server"),
        "clock": translate("the server itself"),
        reader_id: translate("you"),
    }
    return [
        Line(
            row.id,
            moment(row.at, language, club.country),
            known.get(row.actor) or translate("somebody of another club, or who is no longer here"),
            translate(ACTIONS.get(row.action, row.action)),
            about.get(row.subject) or translate("a meeting"),
        )
        for row in rows
    ]


def about_adult(session: Session, adult: Adult, reader_id: str, language: str, most: int = 10) -> list[Line]:
    """The last lines of the log about an adult, the newest first, for a coordinator."""
    translate = catalogue(language).gettext
    query = select(Audit).where(Audit.subject == adult.id).order_by(Audit.id.desc()).limit(most)
    known = {
        **adult_names(session),
        OPERATOR: translate("the operator of the server"),
        reader_id: translate("you"),
    }
    return [
        Line(
            row.id,
            moment(row.at, language),
            known.get(row.actor) or translate("somebody who is no longer here"),
            translate(ACTIONS.get(row.action, row.action)),
            adult.name,
        )
        for row in session.scalars(query)
    ]


def adult_names(session: Session) -> dict[str, str]:
    """The names of adults by identifier; somebody who was forgotten has none."""
    return dict(session.execute(select(Adult.id, Adult.name).where(Adult.name != Adult.id)).all())


def _people(session: Session, club: Club, itself: str) -> dict[str, str]:
    """The club and its children, in words."""
    children = select(Child.id, Child.nickname).where(Child.club_id == club.id)
    return {club.id: itself, **dict(session.execute(children).all())}


def _works(session: Session, club: Club, people: dict[str, str]) -> dict[str, str]:
    """What these children handed in and mentors looked at: whose it is, by its number."""
    handed_in = session.execute(
        select(HandIn.id, HandIn.child_id).where(HandIn.club_id == club.id, HandIn.child_id.in_(list(people)))
    )
    return {str(number): people[child_id] for number, child_id in handed_in}
