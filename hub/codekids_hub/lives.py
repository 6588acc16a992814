"""What is known of each child of a session at one moment, put together for the wall from its rows and signs."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from codekids_exercises.catalogue import Catalogue, NotInCatalogue
from codekids_hub import pairs, presence
from codekids_hub.levels import Level
from codekids_hub.progress import DONE
from codekids_hub.storage.session_tables import Membership, SessionRow, Sign
from codekids_hub.storage.tables import Event, Progress
from codekids_hub.wall import Life


def lives(session: Session, row: SessionRow, catalogue: Catalogue, now: datetime) -> list[Life]:
    """What is known of each child that is or was at the session, in the order in which they came."""
    members = presence.present(session, row)
    ids = [child.id for child, _ in members]
    devices = pairs.devices(session, ids, now)
    signs = {each.child_id: each for each in session.scalars(select(Sign).where(Sign.child_id.in_(ids)))}
    done = _done(session, ids, row.started_at)
    grouped = set(
        session.scalars(
            select(Membership.child_id).where(Membership.session_id == row.id, Membership.until.is_(None))
        )
    )
    found = []
    for child, stay in members:
        device = devices.get(child.id, "")
        life = Life(
            child_id=child.id,
            level=Level(child.level),
            came_at=stay.first_at,
            page_at=stay.last_at,
            hand_up_at=stay.hand_up_at,
            in_group=child.id in grouped,
            paired=bool(device) or child.id in devices.values(),
            done=max(done.get(child.id, 0), done.get(device, 0)),
        )
        sign = _newer(signs.get(child.id), signs.get(device))
        found.append(life if sign is None else _with(session, life, sign, catalogue, row.started_at))
    return found


def _with(session: Session, life: Life, sign: Sign, catalogue: Catalogue, since: datetime) -> Life:
    return replace(
        life,
        workspace_at=sign.seen_at,
        lost_at=sign.lost_at,
        acted_at=sign.acted_at,
        running_since=sign.running_since if max(sign.seen_at, sign.running_since or since) >= since else None,
        failed_in_a_row=sign.failed_in_a_row,
        mistake_in_a_row=sign.mistake_in_a_row,
        done_at=sign.done_at if sign.done_at and sign.done_at >= since else None,
        finished=_finished(session, life.child_id, sign, catalogue),
    )


def _newer(own: Sign | None, device: Sign | None) -> Sign | None:
    known = [each for each in (own, device) if each is not None]
    return max(known, key=lambda each: each.seen_at, default=None)


def _done(session: Session, ids: Sequence[str], since: datetime) -> dict[str, int]:
    """How many tasks each child got right since then."""
    tasks = (
        select(Event.child_id, Event.set_id, Event.challenge_id, Event.task)
        .where(
            Event.child_id.in_(list(ids)), Event.at >= since, Event.kind == "checked", Event.status == DONE
        )
        .distinct()
        .subquery()
    )
    query = select(tasks.c.child_id, func.count()).group_by(tasks.c.child_id)
    return {child_id: count for child_id, count in session.execute(query)}


def _finished(session: Session, child_id: str, sign: Sign, catalogue: Catalogue) -> bool:
    try:
        tasks = set(catalogue.challenge(sign.set_id or "", sign.challenge_id or "").tasks)
    except NotInCatalogue:
        return False
    progress = session.get(Progress, (child_id, sign.set_id, sign.challenge_id))
    return bool(tasks) and progress is not None and tasks <= set(progress.tasks_done.split())
