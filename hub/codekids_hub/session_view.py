"""A session as a child's screen and the projector show it: plain values for the templates, in one language."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from codekids_exercises.catalogue import Catalogue, NotInCatalogue
from codekids_hub import board, findings, groups, progress, sessions, village_map
from codekids_hub.addresses import SERVICE_PREFIX
from codekids_hub.home import shown_animal
from codekids_hub.levels import Level
from codekids_hub.phases import ORDER, Phase
from codekids_hub.refusals import N_
from codekids_hub.storage.session_tables import Finding, Presence, SessionRow
from codekids_hub.storage.tables import Child
from codekids_hub.translation import catalogue as words_of

SESSION_URL = f"{SERVICE_PREFIX}session"

PHASES = {
    Phase.QUESTION: N_("Question"),
    Phase.INVESTIGATION: N_("Investigation"),
    Phase.REVIEW: N_("Review"),
    Phase.ENDED: N_("End"),
}
"""What the phases are called on every screen."""

NOW_WE = {
    Phase.QUESTION: N_("Think first: what is your guess?"),
    Phase.INVESTIGATION: N_("Find out together. Change your group whenever you like."),
    Phase.REVIEW: N_("Every group shows one picture and says one sentence."),
    Phase.ENDED: N_("The session is over. Thank you for looking together!"),
}
"""What everybody does in a phase, in a sentence."""


def head(row: SessionRow, language: str, now: datetime) -> dict[str, Any]:
    """What every screen of the room shows: the question, where the session is, and the clock."""
    translate = words_of(language).gettext
    here = ORDER.index(Phase(row.phase))
    return {
        "url": SESSION_URL,
        "question": row.question,
        "phase": row.phase,
        "phase_name": translate(PHASES[Phase(row.phase)]),
        "now_we": translate(NOW_WE[Phase(row.phase)]),
        "clock": clock(row, now),
        "steps": [
            {
                "name": translate(PHASES[phase]),
                "state": "now" if at == here else "over" if at < here else "later",
            }
            for at, phase in enumerate(ORDER[:-1])
        ],
    }


def clock(row: SessionRow, now: datetime) -> dict[str, Any]:
    """The clock: whole seconds, negative when its time is over, and how that is written."""
    seconds = sessions.clock(row).seconds_left(now)
    minutes, rest = divmod(abs(seconds), 60)
    return {"seconds": seconds, "words": f"{'+' if seconds < 0 else ''}{minutes}:{rest:02}"}


def child_page(
    session: Session, row: SessionRow, child: Child, content: Catalogue, language: str, now: datetime
) -> dict[str, Any]:
    """A child's screen in a session: its guess, its group and the others, what to do, and what it found."""
    stay = session.get(Presence, (row.id, child.id))
    group = groups.of(session, row, child.id)
    shown = head(row, language, now) | {
        "hand_up": bool(stay and stay.hand_up_at),
        "guess": board.guess_of(session, row, child.id),
        "groups": [_group(each, child, language) for each in groups.current(session, row)],
        "in_group": group is not None,
        "sets": _sets(session, row, child, content, language),
        "finding": _own_finding(session, row, child),
        "wonders": [
            {"id": each.id, "words": each.words} for each in board.wonders_of(session, row, child.id)
        ],
        "most_wonders": board.MOST_WONDERS,
    }
    if row.phase == Phase.REVIEW:
        shown |= review(session, row, language, f"{SESSION_URL}/picture")
    return shown


def review(session: Session, row: SessionRow, language: str, pictures_url: str) -> dict[str, Any]:
    """What all see in the review: what was found, one of it large, first guesses and wonders. No name is in it."""
    signs = findings.signs(session, row)
    found = [shown_finding(each, signs, language, pictures_url) for each in findings.found(session, row)]
    return {
        "found": found,
        "large": next((each for each in found if each["id"] == row.shown_finding), None),
        "guesses": [each.words for each in board.guesses(session, row)],
        "all_wonders": [each.words for each in board.wonders(session, row)],
    }


def shown_finding(
    finding: Finding, signs: dict[str, str], language: str, pictures_url: str
) -> dict[str, Any]:
    """A finding with the sign and name of its group; a child alone is "one of us"."""
    sign = signs.get(finding.group_id or "")
    translate = words_of(language).gettext
    return {
        "id": finding.id,
        "sign": sign or groups.ALONE_SIGN,
        "name": translate(groups.SIGNS[sign]) if sign in groups.SIGNS else translate("One of us"),
        "sentence": finding.sentence,
        "picture": f"{pictures_url}/{finding.picture}" if finding.picture else None,
        "picture_words": finding.picture_words,
    }


def _group(group: groups.Group, child: Child, language: str) -> dict[str, Any]:
    return {
        "id": group.id,
        "sign": group.sign,
        "name": words_of(language).gettext(groups.SIGNS[group.sign]),
        "mine": child.id in {each.id for each in group.members},
        "has_room": group.has_room_for([child.id]),
        "members": [
            {
                "id": each.id,
                "name": each.nickname,
                "animal": shown_animal(each.animal, language),
                "me": each.id == child.id,
                "mediator": each.id == group.mediator_id,
            }
            for each in group.members
        ],
    }


def _own_finding(session: Session, row: SessionRow, child: Child) -> dict[str, Any]:
    finding = findings.of(session, row, child.id)
    chosen = finding.picture if finding else None
    return {
        "sentence": finding.sentence if finding else "",
        "chosen": chosen,
        "large": finding is not None and finding.id == row.shown_finding,
        "something": bool(finding and (finding.sentence or finding.picture)),
        "pictures": [
            {"digest": each.digest, "words": each.words, "url": f"{SESSION_URL}/picture/{each.digest}"}
            for each in findings.pictures(session, row, child.id)
        ],
    }


def _sets(
    session: Session, row: SessionRow, child: Child, content: Catalogue, language: str
) -> list[dict[str, Any]]:
    """The sets of the session, the one of the child's level first; one that left the catalogue is left out."""
    standings = progress.standings(session, child.id, content)
    by_level = {Level.BEGINNERS: row.beginners_set, Level.ADVANCED: row.advanced_set}
    level = Level(child.level)
    found = []
    for set_id in filter(None, (by_level[level], by_level[level.other])):
        try:
            found.append(village_map.set_page(content, set_id, standings, language))
        except NotInCatalogue:
            continue
    return found
