"""The sets as places of a village: a child may enter any of them; what was tried and done stands on each.

Nobody is ranked: what others of the club are on is said without names, and only where there are several of them.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from codekids_exercises.catalogue import Catalogue, NotInCatalogue, SetEntry
from codekids_grading.calendar import week_of
from codekids_hub.addresses import SERVICE_PREFIX
from codekids_hub.progress import DONE, Standing
from codekids_hub.seasons import club_windows
from codekids_hub.static_files import static_folder
from codekids_hub.storage.tables import Child, Club, Progress

LATELY = timedelta(hours=12)
"""What others are on: since the club's last hours together."""

SEVERAL = 3
"""Under so many others nothing is said: one or two would be known."""

REMEMBERED = 4
"""How many challenges “what I have done” tells of."""

States = Mapping[tuple[str, str], str]


def set_url(set_id: str) -> str:
    """The page of a set."""
    return f"{SERVICE_PREFIX}sets/{set_id}"


def challenge_url(set_id: str, challenge_id: str) -> str:
    """Where a challenge is opened."""
    return f"{SERVICE_PREFIX}open/{set_id}/{challenge_id}"


def set_picture(name: str) -> str:
    """The icon of a set; content may name one that this hub does not have yet, then it is the open books."""
    return name if name in _icons() else "books"


@cache
def _icons() -> frozenset[str]:
    return frozenset(path.stem for path in (static_folder() / "icons").glob("*.svg"))


def states_of(standings: Sequence[Standing]) -> dict[tuple[str, str], str]:
    """What was tried or done, by set and challenge."""
    return {(each.set_id, each.challenge_id): each.state for each in standings}


def places(
    content: Catalogue,
    level: str,
    standings: Sequence[Standing],
    language: str,
    *,
    week: int = 0,
    others: Mapping[str, int] | None = None,
) -> list[dict[str, Any]]:
    """The places of a level, in the order of the year.

    ``state`` is ``new``, ``tried`` or ``done`` (all challenges of it); ``here`` is where the child was last; ``now``
    is the set of the season's ``week``; ``others`` is how many others are on it, 0 when that is not told.
    """
    states = states_of(standings)
    last = standings[0].set_id if standings else None
    return [
        _place(entry, states, language)
        | {
            "here": entry.id == last,
            "now": entry.week == week,
            "others": (others or {}).get(entry.id, 0),
        }
        for entry in sorted(content.sets, key=lambda each: each.week)
        if entry.level == level
    ]


def _place(entry: SetEntry, states: States, language: str) -> dict[str, Any]:
    told = [states.get((entry.id, each.id), "new") for each in entry.challenges]
    done = told.count(DONE)
    return {
        "id": entry.id,
        "title": entry.title[language],
        "week": entry.week,
        "picture": set_picture(entry.picture),
        "url": set_url(entry.id),
        "count": len(told),
        "done": done,
        "state": "done" if told and done == len(told) else "new" if set(told) <= {"new"} else "tried",
    }


def set_page(content: Catalogue, set_id: str, standings: Sequence[Standing], language: str) -> dict[str, Any]:
    """One set with its challenges, and the ones before and after it on the way.

    :raises NotInCatalogue: there is no such set
    """
    entry = content.find(set_id)
    states = states_of(standings)
    way = sorted((each for each in content.sets if each.level == entry.level), key=lambda each: each.week)
    here = way.index(entry)
    return {
        "id": entry.id,
        "title": entry.title[language],
        "question": entry.question[language],
        "story": entry.story[language],
        "picture": set_picture(entry.picture),
        "week": entry.week,
        "challenges": [
            {
                "id": each.id,
                "title": each.title[language],
                "summary": each.summary[language],
                "minutes": each.minutes,
                "state": states.get((entry.id, each.id), "new"),
                "url": challenge_url(entry.id, each.id),
            }
            for each in entry.challenges
        ],
        "before": _neighbour(way, here - 1, language),
        "after": _neighbour(way, here + 1, language),
    }


def _neighbour(way: Sequence[SetEntry], place: int, language: str) -> dict[str, str] | None:
    if not 0 <= place < len(way):
        return None
    return {"title": way[place].title[language], "url": set_url(way[place].id)}


def remembered(
    standings: Sequence[Standing], content: Catalogue, language: str, ago: Any
) -> list[dict[str, Any]]:
    """What the child did lately, the newest first, without the one it goes on with.

    :param ago: says a time in words
    """
    found = []
    for each in standings[1 : REMEMBERED + 1]:
        try:
            challenge = content.challenge(each.set_id, each.challenge_id)
        except NotInCatalogue:
            continue
        found.append(
            {
                "title": challenge.title[language],
                "set_title": content.find(each.set_id).title[language],
                "url": challenge_url(each.set_id, each.challenge_id),
                "state": each.state,
                "at": ago(each.at),
            }
        )
    return found


def this_week(session: Session, club: Club, now: datetime) -> int:
    """The week of the season for a club; 0 before the first meeting, and after the last week has closed."""
    windows = club_windows(session, club, now)
    week = week_of(windows, now)
    return 0 if windows and now >= windows[-1].closes else week


def others_on(session: Session, child: Child, now: datetime) -> dict[str, int]:
    """For each set, how many other children of the club worked on it lately, where they are several."""
    query = (
        select(Progress.set_id, func.count(Progress.child_id.distinct()))
        .join(Child, Child.id == Progress.child_id)
        .where(Child.club_id == child.club_id, Child.id != child.id, Progress.touched_at >= now - LATELY)
        .group_by(Progress.set_id)
    )
    return {set_id: count for set_id, count in session.execute(query) if count >= SEVERAL}
