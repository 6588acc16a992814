"""What stands on the pages before a meeting: the clubs of a librarian, and the page on which one meeting is prepared."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from codekids_exercises.catalogue import Catalogue, NotInCatalogue, SetEntry
from codekids_hub import people, preparing, reminders, reports, sessions, sheets, warming
from codekids_hub.addresses import SERVICE_PREFIX
from codekids_hub.home import level_names, shown_club
from codekids_hub.homework_flow import Flow, comments, feedback_pages, flow, handed_in
from codekids_hub.levels import Level
from codekids_hub.people import Role
from codekids_hub.preparing import Suggestion, Week
from codekids_hub.privacy import retention
from codekids_hub.storage.session_tables import Plan, Presence, SessionRow
from codekids_hub.storage.tables import Child, Club
from codekids_hub.times import day_and_hour, meeting, moment, short_day
from codekids_hub.translation import catalogue as words_of
from codekids_hub.village_map import set_picture

THIS_WEEK = timedelta(days=7)


def librarian_home(
    session: Session, librarian_id: str, content: Catalogue, language: str, now: datetime
) -> dict[str, Any]:
    """The librarian's clubs: the session that runs or the next one, the year, the homework of the week; no child, no score."""
    clubs = people.clubs_of(session, librarian_id, Role.LIBRARIAN)
    flows = flow(session, [club.id for club in clubs], now - THIS_WEEK)
    return {
        "clubs": [
            {
                "id": club.id,
                "code": club.code,
                "language": club.language,
                "library": club.library,
                "locality": club.locality,
                "meeting": meeting(club.meeting_day, club.meeting_hour, language),
                "children": session.scalar(select(func.count()).where(Child.club_id == club.id)) or 0,
                "running": _running(sessions.running(session, club.id), club, language),
                "next": _next(session, club, content, language, now),
                "year": [_week(each, club, language) for each in preparing.year(session, club, content, now)],
                "last": [
                    _last(session, row, club, language) for row in reports.ended(session, club.id, most=3)
                ],
                "flow": flows.get(club.id, Flow()),
                "reminders": reminders.lines(session, club, content, language, now),
                "handed_in": handed_in(session, club.id, content, language, now - THIS_WEEK, now),
                "comments": comments(session, club.id, content, language, now),
                "feedback": feedback_pages(session, club.id, content, language, now),
                "silent": [
                    {
                        "id": child.id,
                        "nickname": child.nickname,
                        "erased_at": moment(erasure.due_at, language, club.country),
                    }
                    for child, erasure in retention.silent(session, club.id)
                ],
            }
            for club in clubs
        ]
    }


def prepare_page(
    session: Session, club: Club, content: Catalogue, released: Path, language: str, now: datetime
) -> dict[str, Any]:
    """What can be chosen for the next meeting, with what is chosen now."""
    plan = session.get(Plan, club.id)
    suggestion = preparing.suggest(session, club, content, now)
    chosen = _chosen(session, club, plan, suggestion)
    here = preparing.levels_of(session, club)
    names = level_names(language)
    choice = _choice(session, plan, content, chosen, club)
    return {
        "club": shown_club(club),
        "at": _when(suggestion.at, club, language, now),
        "week": suggestion.week,
        "prepared": plan is not None,
        "running": sessions.running(session, club.id) is not None,
        "levels": [
            {
                "id": level.value,
                "name": names[level],
                "here": level in here,
                "chosen": chosen[level],
                "question": entry.question[club.language] if (entry := _find(content, chosen[level])) else "",
                "sheet": _sheet_url(released, chosen[level], language),
                "sets": [
                    shown_set(each, language)
                    | {"asked": each.question[club.language]}
                    | {"suggested": suggestion.sets.get(level) is each and suggestion.week > 0}
                    for each in content.sets
                    if each.level == level.value
                ],
            }
            for level in Level
        ],
        "bank": _questions(session, club),
        "choice": choice,
        "own": plan.question if plan and choice == "own" else "",
        "warm": plan.warm if plan else True,
        "warmed_at": moment(plan.warmed_at, language, club.country) if plan and plan.warmed_at else None,
        "known": len(warming.children(session, club.id)),
        "minutes_before": int(warming.BEFORE.total_seconds() // 60),
    }


def shown_set(entry: SetEntry, language: str) -> dict[str, Any]:
    """A set as templates show it to an adult."""
    return {
        "id": entry.id,
        "title": entry.title[language],
        "question": entry.question[language],
        "picture": set_picture(entry.picture),
        "week": entry.week,
    }


def _when(at: datetime, club: Club, language: str, now: datetime) -> str:
    """When the next meeting is; one whose day has gone by is held whenever they like."""
    if now < at + preparing.MEETS_FOR:
        return day_and_hour(at, language, club.country)
    return words_of(language).gettext("Whenever you meet")


def _running(row: SessionRow | None, club: Club, language: str) -> dict[str, Any] | None:
    if row is None:
        return None
    return {
        "question": row.question,
        "phase": row.phase,
        "since": moment(row.started_at, language, club.country),
    }


def _next(
    session: Session, club: Club, content: Catalogue, language: str, now: datetime
) -> dict[str, Any] | None:
    suggestion = preparing.suggest(session, club, content, now)
    plan = session.get(Plan, club.id)
    chosen = _chosen(session, club, plan, suggestion)
    here = preparing.levels_of(session, club)
    sets = [each for level in here if (each := _find(content, chosen[level])) is not None]
    if plan is None and not sets:
        return None
    return {
        "at": _when(suggestion.at, club, language, now),
        "week": suggestion.week,
        "prepared": plan is not None,
        "warm": plan is not None and plan.warm,
        "question": plan.question if plan else sets[0].question[club.language],
        "sets": [shown_set(each, language) for each in sets],
    }


def _week(week: Week, club: Club, language: str) -> dict[str, Any]:
    names = level_names(language)
    return {
        "number": week.number,
        "state": week.state,
        "day": short_day(week.met_at or week.at, language, club.country),
        "sets": [
            {
                "title": each.title[language],
                "level": names[Level(each.level)],
                "picture": set_picture(each.picture),
            }
            for each in week.sets
        ],
        "after_break": week.after_break,
    }


def _last(session: Session, row: SessionRow, club: Club, language: str) -> dict[str, Any]:
    present = session.scalar(select(func.count()).where(Presence.session_id == row.id)) or 0
    return {
        "url": report_url(row.id),
        "at": moment(row.started_at, language, club.country),
        "question": row.question,
        "present": present,
        "line": row.remark,
        "reported": row.reported_at is not None,
    }


def report_url(session_id: str) -> str:
    """Where the report of a session is."""
    return f"{SERVICE_PREFIX}reports/{session_id}"


def _chosen(session: Session, club: Club, plan: Plan | None, suggestion: Suggestion) -> dict[Level, str]:
    """The set of each level: of the plan, else what is suggested for the levels that are there."""
    if plan is not None:
        return {Level.BEGINNERS: plan.beginners_set or "", Level.ADVANCED: plan.advanced_set or ""}
    here = preparing.levels_of(session, club)
    return {
        level: suggestion.sets[level].id if level in here and level in suggestion.sets else ""
        for level in Level
    }


def _questions(session: Session, club: Club) -> list[dict[str, str]]:
    """The questions of the bank, in the club's language, for they will be read out."""
    return [
        {"value": f"bank:{each.id}", "words": each.ro if club.language == "ro" else each.en}
        for each in preparing.bank(session)
    ]


def _choice(
    session: Session, plan: Plan | None, content: Catalogue, chosen: dict[Level, str], club: Club
) -> str:
    """Which question is chosen; ``own`` for words that are of no set and not in the bank (any more)."""
    asked = {
        level: entry.question[club.language]
        for level in (*preparing.levels_of(session, club), *Level)
        if (entry := _find(content, chosen[level])) is not None
    }
    if plan is None:
        return next((f"set:{level}" for level in asked), "own")
    if plan.question_from == "set":
        return next((f"set:{level}" for level, words in asked.items() if words == plan.question), "own")
    if plan.question_from == "bank":
        known = _questions(session, club)
        return next((each["value"] for each in known if each["words"] == plan.question), "own")
    return "own"


def _find(content: Catalogue, set_id: str) -> SetEntry | None:
    try:
        return content.find(set_id) if set_id else None
    except NotInCatalogue:
        return None


def _sheet_url(released: Path, set_id: str, language: str) -> str | None:
    there = bool(set_id) and sheets.has_sheet(released, set_id, language)
    return f"{SERVICE_PREFIX}sheets/{set_id}" if there else None
