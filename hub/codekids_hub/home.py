"""What stands on people's homes: plain values for the templates, in the person's language."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from codekids_exercises.catalogue import Catalogue
from codekids_hub import (
    homework,
    pairs,
    people,
    programme,
    progress,
    reminders,
    report_lines,
    reviews,
    village_map,
    worries,
)
from codekids_hub.addresses import SERVICE_PREFIX
from codekids_hub.animals import find_animal
from codekids_hub.homework_flow import title_of
from codekids_hub.levels import Level
from codekids_hub.people import Role
from codekids_hub.programme import ClubLine, together
from codekids_hub.storage.tables import Adult, Child, Club
from codekids_hub.times import ago, closes_words, meeting
from codekids_hub.translation import catalogue as words_of
from codekids_hub.village_map import challenge_url, set_picture

THIS_WEEK = timedelta(days=7)
LINES = 6
"""So many lines of librarians stand on the coordinator's home; the others are on a page of their own."""


def level_names(language: str) -> dict[Level, str]:
    """The levels' names."""
    translate = words_of(language).gettext
    return {Level.BEGINNERS: translate("Beginners"), Level.ADVANCED: translate("Advanced")}


def shown_animal(animal_id: str, language: str) -> dict[str, str]:
    """An animal as templates show it; one that left the list keeps its id for a name."""
    found = find_animal(animal_id)
    return {"id": animal_id, "name": found.name(language) if found else animal_id}


def shown_club(club: Club) -> dict[str, str]:
    """A club as pages name it."""
    return {
        "id": club.id,
        "code": club.code,
        "library": club.library,
        "locality": club.locality,
        "language": club.language,
    }


def child_home(
    session: Session, child: Child, content: Catalogue, language: str, now: datetime
) -> dict[str, Any]:
    """Where the child left off, its homework, and the map of its level, then of the other."""
    standings = progress.standings(session, child.id, content)
    club = session.get_one(Club, child.club_id)
    week = village_map.this_week(session, club, now)
    others = village_map.others_on(session, child, now)
    level = Level(child.level)
    names = level_names(language)
    partner = pairs.partner(session, child.id, now)
    return {
        "partner": partner.nickname if partner else None,
        "left_off": _left_off(standings, content, language, now),
        "remembered": village_map.remembered(standings, content, language, lambda at: ago(at, now, language)),
        "homework": homework_cards(session, child, content, language, now),
        "levels": [
            {
                "id": each.value,
                "name": names[each],
                "current": each is level,
                "places": village_map.places(
                    content, each.value, standings, language, week=week, others=others
                ),
            }
            for each in (level, level.other)
        ],
    }


def homework_cards(
    session: Session, child: Child, content: Catalogue, language: str, now: datetime
) -> list[dict[str, Any]]:
    """The homeworks that are open to the child, the newest first.

    ``state`` is ``new``, ``handed_in`` (not marked yet), ``marked``, ``answered`` (a mentor has written) or ``again``
    (a mentor asks for another try); ``closes`` is in words, ``None`` once that time is over; ``soon`` is a reminder in the
    last day.
    """
    country = session.get_one(Club, child.club_id).country
    return [
        {
            "id": each.entry.id,
            "title": each.entry.title[language],
            "picture": set_picture(each.entry.picture),
            "week": each.entry.week,
            "url": f"{SERVICE_PREFIX}homework/{each.entry.id}",
            "state": each.state,
            "closes": closes_words(each.assignment.closes_at, now, language, country),
            "soon": reminders.closing(each.assignment.closes_at, now, language, country),
        }
        for each in homework.due(session, child, content, now)
    ]


def _left_off(
    standings: list[progress.Standing], content: Catalogue, language: str, now: datetime
) -> dict[str, Any] | None:
    for standing in standings[:1]:
        entry = content.find(standing.set_id)
        challenge = content.challenge(standing.set_id, standing.challenge_id)
        return {
            "title": challenge.title[language],
            "set_title": entry.title[language],
            "picture": set_picture(entry.picture),
            "url": challenge_url(entry.id, challenge.id),
            "at": ago(standing.at, now, language),
            "state": standing.state,
        }
    return None


def mentor_home(session: Session, mentor_id: str, language: str, now: datetime) -> dict[str, Any]:
    """What waits for the mentor, and the mentor's clubs; counts only."""
    clubs = people.clubs_of(session, mentor_id, Role.MENTOR)
    ids = [club.id for club in clubs]
    children = _children_by_club(session, ids)
    active = progress.active_children(session, ids, now - THIS_WEEK)
    done = progress.tasks_done(session, ids, now - THIS_WEEK)
    return {
        "pool": reviews.pool(session, mentor_id, now),
        "review_url": f"{SERVICE_PREFIX}review",
        "clubs": [
            {
                "code": club.code,
                "library": club.library,
                "locality": club.locality,
                "meeting": meeting(club.meeting_day, club.meeting_hour, language),
                "children_count": children.get(club.id, 0),
                "active_this_week": active.get(club.id, 0),
                "done_this_week": done.get(club.id, 0),
            }
            for club in clubs
        ],
    }


def coordinator_home(session: Session, content: Catalogue, language: str, now: datetime) -> dict[str, Any]:
    """The whole programme in counts, by county; never a child, and no count that is nearly one."""
    by_county: dict[tuple[str, str], list[ClubLine]] = {}
    clubs = programme.lines(session, now)
    for line in clubs:
        by_county.setdefault((line.club.county, line.club.country), []).append(line)
    return {
        "totals": _shown_counts(clubs),
        "counties": [
            {"county": county, "country": country} | _shown_counts(of_county)
            for (county, country), of_county in by_county.items()
        ],
        "help": len(programme.chosen(clubs, only="help")),
        "quiet": len(programme.chosen(clubs, only="quiet")),
        "worries": _worries(session, content, language, now),
        "lines": [
            each for each in report_lines.lines(session, now - THIS_WEEK, now, language) if each["line"]
        ][:LINES],
    }


def _shown_counts(lines: list[ClubLine]) -> dict[str, int | str]:
    return {
        "clubs": len(lines),
        "met_this_week": sum(line.met for line in lines),
        "children": together(line.children for line in lines),
        "handed_in": together(line.flow.handed_in for line in lines),
        "marked": together(line.flow.marked for line in lines),
        "answered": together(line.flow.answered for line in lines),
    }


def _worries(session: Session, content: Catalogue, language: str, now: datetime) -> list[dict[str, Any]]:
    """What mentors worry about: the club and the number of the hand-in, never the child or what it wrote."""
    found = []
    for worry, hand_in in worries.open_worries(session):
        club = session.get_one(Club, hand_in.club_id)
        found.append(
            {
                "url": f"{SERVICE_PREFIX}worries/{worry.id}",
                "place": f"{club.library}, {club.locality}",
                "homework": title_of(content, hand_in.assignment, language),
                "number": hand_in.id,
                "mentor": session.get_one(Adult, worry.mentor_id).name,
                "note": worry.note,
                "at": ago(worry.at, now, language),
            }
        )
    return found


def _children_by_club(session: Session, club_ids: list[str]) -> dict[str, int]:
    query = select(Child.club_id, func.count()).where(Child.club_id.in_(club_ids)).group_by(Child.club_id)
    return {club_id: count for club_id, count in session.execute(query)}
