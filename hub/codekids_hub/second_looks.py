"""“Look again, please”: a child asks a mentor for another look. What a check says is never the last word."""

from datetime import datetime

from sqlalchemy.orm import Session

from codekids_hub import homework
from codekids_hub.hand_ins import ACCEPTED
from codekids_hub.refusals import N_, NotFound, Refusal


class NotYet(Refusal):
    """Another look is asked for before there was a first one."""

    message = N_("Hand in first and wait for the check. Then you can ask for another look.")
    status = 409


def ask_again(session: Session, child_id: str, assignment: str, now: datetime) -> None:
    """The child asks a mentor to look again; kept once for each hand-in.

    :raises NotFound: nothing was handed in
    :raises NotYet: it is not checked yet
    """
    row = homework.last_hand_in(session, child_id, assignment)
    if row is None:
        raise NotFound()
    if row.state == ACCEPTED:
        raise NotYet()
    if row.asked_at is None:
        row.asked_at = now
