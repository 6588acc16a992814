"""What stands on a librarian's page of her children: plain values for the template, in her language."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from codekids_hub import cards, consents, guessing, moving, nicknames, people
from codekids_hub.addresses import SERVICE_PREFIX
from codekids_hub.home import level_names, shown_animal, shown_club
from codekids_hub.levels import Level
from codekids_hub.people import Role
from codekids_hub.privacy import asking
from codekids_hub.refusals import N_
from codekids_hub.storage.tables import Child, Club
from codekids_hub.times import ago, moment
from codekids_hub.translation import catalogue

SUGGESTIONS = 6
SAID = {
    "named": N_("The nickname is %(name)s now."),
    "level": N_("%(name)s is at the other level now. What was done stays."),
    "agreed": N_("The paper is noted. %(name)s can log in."),
    "shown": N_("The paper for showing work is noted: %(name)s."),
    "papers": N_("The papers are noted. These children can log in."),
    "withdrawn": N_("%(name)s can no longer log in. The work stays until you erase it."),
    "unshown": N_("The work of %(name)s is no longer shown at a fair."),
    "erasing": N_(
        "The card of %(name)s rests. In seven days everything is erased; until then you can undo it below."
    ),
    "stays": N_("%(name)s stays, with all the work."),
    "gone": N_("The child is off the list again."),
    "old-card": N_("The card from before works again: %(name)s."),
    "kept": N_("The code no longer works. %(name)s stays in this club."),
    "ended": N_("All logins of this club are ending: within seconds each device is back at the login page."),
    "added": N_("The children are on the list. Print their cards next."),
}
"""What a page says after something was done; the child's nickname stands in ``name``."""


def children_url(club_id: str) -> str:
    """Where a club's children are."""
    return f"{SERVICE_PREFIX}clubs/{club_id}/children"


def room(session: Session, club: Club, librarian_id: str, language: str, now: datetime) -> dict[str, Any]:
    """A club's children, who waits for a paper, and what the forms begin with."""
    found = session.scalars(select(Child).where(Child.club_id == club.id))
    members = sorted(found, key=lambda child: (cards.fold(child.nickname), child.id))
    waiting = consents.missing(session, club.id)
    papers = consents.next_papers(session, club, max(len(waiting), 1), now)
    names = level_names(language)
    usual = _usual_level(members)
    return {
        "club": shown_club(club),
        "here": children_url(club.id),
        "children": _members(session, members, club, language, now),
        "waiting": [
            {"id": child.id, "nickname": child.nickname, "paper": paper}
            for child, paper in zip(waiting, papers, strict=False)
        ],
        "next_paper": papers[-1]
        if not waiting
        else consents.next_papers(session, club, len(waiting) + 1, now)[-1],
        "today": consents.today(club, now).isoformat(),
        "levels": [{"id": each.value, "name": names[each], "current": each is usual} for each in Level],
        "suggestions": nicknames.suggest(
            club.language,
            {child.nickname for child in members},
            {child.animal for child in members},
            SUGGESTIONS,
        ),
        "other_clubs": [
            {"id": each.id, "name": f"{each.library}, {each.locality} ({each.code})"}
            for each in people.clubs_of(session, librarian_id, Role.LIBRARIAN)
            if each.id != club.id
        ],
    }


def said(session: Session, club: Club, what: str, child_id: str, language: str) -> str | None:
    """The sentence about what was just done, or ``None``; who it was about has to be in the club."""
    if what not in SAID:
        return None
    child = session.get(Child, child_id) if child_id.isalnum() else None
    sentence = catalogue(language).gettext(SAID[what])
    if "%(name)s" not in SAID[what]:
        return sentence
    return sentence % {"name": child.nickname} if child is not None and child.club_id == club.id else None


def _members(
    session: Session, members: Sequence[Child], club: Club, language: str, now: datetime
) -> list[dict[str, Any]]:
    ids = [child.id for child in members]
    dealt = cards.alive_of(session, ids)
    locked = guessing.locked_of(session, [guessing.card(card.id) for card in dealt.values()], now)
    states = {
        child_id: "locked" if guessing.card(card.id) in locked else "ok" for child_id, card in dealt.items()
    }
    agreed = consents.valid_of(session, ids)
    erasures, offers = asking.pending_of(session, ids), moving.offered_of(session, ids, now)
    found = []
    for child in members:
        erasure, offer = erasures.get(child.id), offers.get(child.id)
        papers = {purpose.value: agreed.get((child.id, purpose)) for purpose in consents.Purpose}
        found.append(
            _shown(child, language, now)
            | {
                "card": states.get(child.id, "none"),
                "papers": {purpose: row.paper if row else None for purpose, row in papers.items()},
                "erased_at": moment(erasure.due_at, language, club.country) if erasure else None,
                "silent": erasure is not None and erasure.reason == asking.SILENCE,
                "offered_until": moment(offer.ends_at, language, club.country) if offer else None,
            }
        )
    return found


def _shown(child: Child, language: str, now: datetime) -> dict[str, Any]:
    level = Level(child.level)
    return {
        "id": child.id,
        "nickname": child.nickname,
        "animal": shown_animal(child.animal, language),
        "level_name": level_names(language)[level],
        "other_level": {"id": level.other.value, "name": level_names(language)[level.other]},
        "last_seen": ago(child.last_seen_at, now, language),
    }


def _usual_level(members: list[Child]) -> Level:
    advanced = sum(child.level == Level.ADVANCED.value for child in members)
    return Level.ADVANCED if 2 * advanced > len(members) else Level.BEGINNERS
