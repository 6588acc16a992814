"""The mentor's review: a stack over all of the mentor's clubs, one word for all equal answers, later ones of the week too.

Nothing that a child can do waits for it. A mentor reaches the own clubs alone, and learns no name.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from codekids_grading import review
from codekids_grading.review import Card
from codekids_hub import claims, people, waiting
from codekids_hub.people import Role, note
from codekids_hub.refusals import N_, BadInput, Refusal
from codekids_hub.reused import ACCEPT, AGAIN, add_up, reuse
from codekids_hub.storage.homework_tables import HandIn, Review, Worry
from codekids_hub.waiting import Waiting

LONGEST_COMMENT = 2000
_ROUNDS = 3


class CardGone(Refusal):
    """The answer was taken over by another mentor, or the child has handed in anew."""

    message = N_("This card is answered already or with another mentor now. Take the next one.")
    status = 409


class NoWords(BadInput):
    """An answer without a comment, or with far too long a one."""

    message = N_("Write a few words to the child: one sentence at least, a page at most.")


class BadPoints(BadInput):
    """Points outside of what the task gives."""

    message = N_("This task gives 0 to %(most)s points. Change the number.")


@dataclass(frozen=True)
class Word:
    """What a mentor says of an answer: ``decision`` is ACCEPT or AGAIN. Points are for what a person judges."""

    decision: str
    comment: str
    points: float | None = None


@dataclass(frozen=True)
class Pool:
    """What waits for a mentor, as counts: “12 clubs, 96 new, folded to 31 cards”. ``held`` are the mentor's own cards."""

    clubs: int
    answers: int
    cards: int
    held: int


def pool(session: Session, mentor_id: str, now: datetime) -> Pool:
    """What waits for this mentor and is not with another one."""
    clubs = _clubs(session, mentor_id)
    holders = claims.held(session, now)
    free = [
        each
        for each in waiting.in_clubs(session, clubs, now)
        if holders.get(each.hold, mentor_id) == mentor_id
    ]
    held = {each.answer.fold for each in free if each.hold in holders}
    return Pool(len(clubs), len(free), len({each.answer.fold for each in free}), len(held))


def build(session: Session, mentor_id: str, minutes: int, now: datetime) -> int:
    """Take as many cards as fit into that time; what was held before goes back first.

    :returns: the number of cards
    """
    claims.give_back(session, mentor_id)
    clubs = _clubs(session, mentor_id)
    reuse(session, waiting.in_clubs(session, clubs, now), now)
    room = review.cards_in(minutes)
    mine: set[str] = set()
    for _ in range(_ROUNDS):  # another mentor may build at the same time: then take from what is left
        holders = claims.held(session, now)
        free = [each for each in waiting.in_clubs(session, clubs, now) if each.hold not in holders]
        folds = [card.fold for card in _cards(free)][: room - len(mine)]
        taken = claims.take(
            session, mentor_id, (each.hold for each in free if each.answer.fold in folds), now
        )
        mine |= {fold for fold, _ in taken}
        if not folds or len(mine) >= room:
            break
    return len(mine)


def stack(session: Session, mentor_id: str, now: datetime) -> list[tuple[Card, list[Waiting]]]:
    """The cards that the mentor holds, in order, each with its answers, the shown one first."""
    holds = claims.of(session, mentor_id, now)
    if not holds:
        return []
    answers = waiting.in_clubs(session, _clubs(session, mentor_id), now)
    mine = {(each.answer.hand_in, each.answer.task): each for each in answers if each.hold in holds}
    cards = _cards(mine.values())
    return [(card, [mine[each.hand_in, each.task] for each in card.answers]) for card in cards]


def decide(session: Session, mentor_id: str, fold: str, shown: int, word: Word, now: datetime) -> int:
    """Say something of a card: it reaches all equal answers of the mentor's clubs.

    :param shown: the hand-in that the mentor read
    :returns: how many answers it reached
    :raises CardGone: it is not this mentor's card (any more)
    :raises NoWords: there is no comment, or too long a one
    :raises BadPoints: the points are not the task's
    """
    equal = _equal(session, mentor_id, fold, now)
    equal.sort(key=lambda each: each.answer.hand_in != shown)
    _check(word, equal[0])
    original = _write(session, equal[0], mentor_id, word, None, now)
    for each in equal[1:]:
        _write(session, each, mentor_id, word, original.id, now)
    note(session, mentor_id, "review", str(original.hand_in_id), now)
    claims.give_back(session, mentor_id, fold)
    return len(equal)


def worry(session: Session, mentor_id: str, fold: str, shown: int, words: str, now: datetime) -> None:
    """Hand one answer of a card to the coordinator; the answers that are equal to it stay on the card.

    :param words: what the mentor worries about; may be empty
    :raises CardGone: it is not this mentor's card (any more)
    """
    for each in _equal(session, mentor_id, fold, now):
        if each.answer.hand_in == shown:
            session.add(
                Worry(
                    hand_in_id=shown,
                    task=each.answer.task,
                    mentor_id=mentor_id,
                    note=words.strip()[:LONGEST_COMMENT],
                    at=now,
                    seen_at=None,
                )
            )
            note(session, mentor_id, "worry", str(shown), now)
            session.flush()
            return
    raise CardGone()


def skip(session: Session, mentor_id: str, fold: str, now: datetime) -> None:
    """Return one card to the pool, and keep the others."""
    claims.give_back(session, mentor_id, fold)
    claims.renew(session, mentor_id, now)


def leave(session: Session, mentor_id: str) -> None:
    """Return everything to the pool."""
    claims.give_back(session, mentor_id)


def reuse_for(session: Session, hand_in: HandIn, now: datetime) -> int:
    """Answer a hand-in that was just marked with what a mentor of its club said to equal answers this week.

    :returns: how many of its tasks are answered by that
    """
    return reuse(session, waiting.of_hand_ins(session, [hand_in]), now)


def unrecorded(session: Session) -> list[Review]:
    """Reviews that are not in nbgrader's gradebook yet, the oldest first; who writes them sets ``recorded_at``."""
    query = select(Review).where(Review.recorded_at.is_(None))
    return list(session.scalars(query.order_by(Review.at, Review.id)))


def _clubs(session: Session, mentor_id: str) -> list[str]:
    return sorted(club.id for club in people.clubs_of(session, mentor_id, Role.MENTOR))


def _cards(answers: Iterable[Waiting]) -> list[Card]:
    return review.stack(each.answer for each in answers)


def _equal(session: Session, mentor_id: str, fold: str, now: datetime) -> list[Waiting]:
    """The answers of a card that are this mentor's to answer, held from now on.

    :raises CardGone: there are none
    """
    claims.renew(session, mentor_id, now)
    clubs = _clubs(session, mentor_id)
    taken = claims.take(session, mentor_id, [(fold, club_id) for club_id in clubs], now)
    equal = [each for each in waiting.in_clubs(session, clubs, now) if each.hold in taken]
    if not equal:
        raise CardGone()
    return equal


def _check(word: Word, shown: Waiting) -> None:
    if word.decision not in (ACCEPT, AGAIN):
        raise BadInput()
    if len(word.comment) > LONGEST_COMMENT or not word.comment.strip():
        raise NoWords()
    if word.points is not None and not 0 <= word.points <= shown.told.max_points:
        raise BadPoints(most=f"{shown.told.max_points:g}")


def _write(
    session: Session, answer: Waiting, mentor_id: str, word: Word, original: int | None, now: datetime
) -> Review:
    number, task = answer.answer.hand_in, answer.answer.task
    row = session.scalar(
        select(Review).where(Review.hand_in_id == number, Review.task == task).with_for_update()
    )
    if row is None:
        row = Review(hand_in_id=number, task=task)
        session.add(row)
    row.fold, row.mentor_id, row.decision = answer.answer.fold, mentor_id, word.decision
    row.comment, row.from_review, row.at, row.recorded_at = word.comment.strip(), original, now, None
    row.points = word.points
    session.flush()
    add_up(session, number)
    return row
