"""What stands on the wall and in the report: plain values for the templates, in the librarian's language."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from babel.dates import format_timedelta
from sqlalchemy import select
from sqlalchemy.orm import Session

from codekids_exercises.catalogue import Catalogue
from codekids_hub import (
    board,
    findings,
    groups,
    lives,
    pairs,
    presence,
    reports,
    session_view,
    sessions,
    wall,
)
from codekids_hub.addresses import SERVICE_PREFIX
from codekids_hub.home import shown_animal, shown_club
from codekids_hub.levels import Level
from codekids_hub.phases import END_UNDONE_WITHIN, Phase, following
from codekids_hub.reports import GroupStory
from codekids_hub.session_view import PHASES
from codekids_hub.storage.session_tables import Finding, SessionRow
from codekids_hub.storage.tables import Child, Club
from codekids_hub.times import moment
from codekids_hub.translation import catalogue as words_of
from codekids_hub.wall import Life, Look, Meeting, Said
from codekids_hub.wall_words import LOOK_NAMES, words_for


def wall_url(club_id: str) -> str:
    """Where the wall of a club is."""
    return f"{SERVICE_PREFIX}clubs/{club_id}/wall"


def wall_page(
    session: Session, row: SessionRow, club: Club, content: Catalogue, language: str, now: datetime
) -> dict[str, Any]:
    """The running session: its phase and clock, a tile for each group or child, who is not here, what was found."""
    known = {each.child_id: each for each in lives.lives(session, row, content, now)}
    meeting = Meeting(Phase(row.phase), row.phase_since, row.started_at)
    said = {child_id: wall.say(life, meeting, now) for child_id, life in known.items()}
    tiles = _tiles(session, row, known, said, language, now)
    looks = [each["look"] for each in tiles]
    return session_view.head(row, language, now) | {
        "club": shown_club(club),
        "following": words_of(language).gettext(PHASES[following(Phase(row.phase))]),
        "can_go_back": row.previous_phase is not None,
        "tiles": tiles,
        "summary": [
            {
                "look": each.value,
                "name": words_of(language).gettext(LOOK_NAMES[each]),
                "count": looks.count(each.value),
            }
            for each in Look
            if each.value in looks
        ],
        "missing": _missing(session, club, known, language),
        "present": len(known),
        "findings": _findings(session, row, language),
        "shown_finding": row.shown_finding,
        "notes": [
            {"key": each.key, "words": each.words, "hidden": each.hidden}
            for each in [*board.guesses(session, row, hidden=True), *board.wonders(session, row, hidden=True)]
        ],
    }


def report_page(
    session: Session, row: SessionRow, club: Club, language: str, now: datetime
) -> dict[str, Any]:
    """The report of a session that is over."""
    found = reports.report(session, row)
    return {
        "club": shown_club(club),
        "session_id": row.id,
        "question": row.question,
        "at": moment(row.started_at, language, club.country),
        "minutes": max(1, round(((row.ended_at or now) - row.started_at).total_seconds() / 60)),
        "present": [
            {
                "nickname": each.child.nickname,
                "animal": shown_animal(each.child.animal, language),
                "minutes": max(1, round((each.last_at - each.first_at).total_seconds() / 60)),
            }
            for each in found.present
        ],
        "groups": [_story(each, language) for each in found.groups],
        "alone": [
            _shown(each) | {"sign": "", "name": session.get_one(Child, each.child_id).nickname}
            for each in found.alone
        ],
        "guesses": found.guesses,
        "wonders": found.wonders,
        "line": row.remark,
        "reported": row.reported_at is not None,
        "can_go_on": row.ended_at is not None
        and now - row.ended_at < END_UNDONE_WITHIN
        and sessions.running(session, club.id) is None,
    }


def _story(group: GroupStory, language: str) -> dict[str, Any]:
    return _shown(group) | {
        "sign": group.sign,
        "name": _sign_name(group.sign, language),
        "members": list(group.members),
    }


def _shown(found: GroupStory | Finding) -> dict[str, Any]:
    """What a group or a child alone found."""
    return {"sentence": found.sentence, "picture": found.picture, "picture_words": found.picture_words}


def _tiles(
    session: Session,
    row: SessionRow,
    known: Mapping[str, Life],
    said: Mapping[str, Said],
    language: str,
    now: datetime,
) -> list[dict[str, Any]]:
    """A tile for each group, in the order in which they formed, then one for each child alone or pair, as they came."""
    children = {child.id: child for child, _ in presence.present(session, row)}
    tiles = []
    seen: set[str] = set()
    for group in groups.current(session, row):
        members = [each for each in group.members if each.id in said]
        seen |= {each.id for each in members}
        if members:
            name = _sign_name(group.sign, language)
            tiles.append(_tile(group.id, group.sign, name, members, known, said, language, now))
    at_device_of = pairs.devices(session, children, now)
    for child_id, child in children.items():
        owner = at_device_of.get(child_id)
        if child_id in seen or (owner and owner not in seen and owner not in at_device_of):
            continue  # shown already, or to be shown with the child whose device it is
        both = [child] + [
            children[each] for each, owner in at_device_of.items() if owner == child_id and each not in seen
        ]
        seen |= {each.id for each in both}
        tiles.append(_tile(child_id, "", "", both, known, said, language, now))
    return tiles


def _tile(
    identifier: str,
    sign: str,
    name: str,
    members: Sequence[Child],
    known: Mapping[str, Life],
    said: Mapping[str, Said],
    language: str,
    now: datetime,
) -> dict[str, Any]:
    translate = words_of(language).gettext
    worst = wall.together([(known[each.id], said[each.id]) for each in members])
    words = words_for(worst.situation, Level(known[worst.child_id].level))
    return {
        "id": identifier,
        "sign": sign,
        "name": name,
        "members": [
            {
                "id": each.id,
                "nickname": each.nickname,
                "animal": shown_animal(each.animal, language),
                "look": said[each.id].look.value,
                "hand": known[each.id].hand_up_at is not None,
            }
            for each in members
        ],
        "look": worst.look.value,
        "look_name": translate(LOOK_NAMES[worst.look]),
        "situation": worst.situation.value,
        "about": next(each.nickname for each in members if each.id == worst.child_id),
        "for": _for(worst, language, now),
        "says": translate(words.says),
        "asks": translate(words.asks),
        "praises": translate(words.praises),
    }


def _for(said: Said, language: str, now: datetime) -> str | None:
    """How long it has been so, where that helps."""
    if said.look in (Look.CALM, Look.WORKING):
        return None
    seconds = int((now - said.since).total_seconds())
    rounded = max(10, seconds // 10 * 10) if seconds < 60 else seconds // 60 * 60
    return format_timedelta(rounded, locale=language, threshold=1, format="short")


def _missing(session: Session, club: Club, known: Mapping[str, Life], language: str) -> list[dict[str, Any]]:
    query = select(Child).where(Child.club_id == club.id, Child.id.not_in(list(known)))
    return [
        {"id": each.id, "nickname": each.nickname, "animal": shown_animal(each.animal, language)}
        for each in sorted(session.scalars(query), key=lambda child: child.nickname.casefold())
    ]


def _findings(session: Session, row: SessionRow, language: str) -> list[dict[str, Any]]:
    signs = findings.signs(session, row)
    found = []
    for each in findings.found(session, row):
        sign = signs.get(each.group_id or "", "")
        nickname = session.get_one(Child, each.child_id).nickname
        found.append(
            {
                "id": each.id,
                "sign": sign or groups.ALONE_SIGN,
                "name": _sign_name(sign, language) if sign else nickname,
                "sentence": each.sentence,
                "has_picture": each.picture is not None,
                "shown": each.id == row.shown_finding,
            }
        )
    return found


def _sign_name(sign: str, language: str) -> str:
    return words_of(language).gettext(groups.SIGNS[sign]) if sign in groups.SIGNS else sign
