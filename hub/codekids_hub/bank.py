"""The bank of big questions: coordinators write them in each language, librarians choose one for a meeting."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from codekids_hub import sessions
from codekids_hub.people import note
from codekids_hub.refusals import N_, BadInput, NotFound
from codekids_hub.storage.session_tables import BankQuestion


class QuestionInBothLanguages(BadInput):
    """A question without words in one of the languages, or with too many."""

    message = N_("Write the question in both languages, each with at most %(most)s characters.")


def questions(session: Session) -> list[BankQuestion]:
    """All questions, those that librarians see first, then the newest first."""
    found = session.scalars(select(BankQuestion).order_by(BankQuestion.id.desc())).all()
    return sorted(found, key=lambda each: each.retired_at is not None)


def add(session: Session, ro: str, en: str, actor: str, now: datetime) -> BankQuestion:
    """Put a question into the bank.

    :raises QuestionInBothLanguages: a language is missing, or it is too long
    """
    words = [_checked(each) for each in (ro, en)]
    row = BankQuestion(ro=words[0], en=words[1], added_by=actor, added_at=now, retired_at=None)
    session.add(row)
    session.flush()
    note(session, actor, "add-question", str(row.id), now)
    return row


def change(session: Session, number: int, ro: str, en: str, actor: str, now: datetime) -> None:
    """Say a question in other words; meetings that were held or prepared with it keep theirs.

    :raises NotFound: there is no such question
    :raises QuestionInBothLanguages: as :func:`add`
    """
    row = _find(session, number)
    row.ro, row.en = _checked(ro), _checked(en)
    note(session, actor, "change-question", str(number), now)


def retire(session: Session, number: int, actor: str, now: datetime) -> None:
    """Take a question out of what librarians can choose; doing it twice changes nothing.

    :raises NotFound: there is no such question
    """
    row = _find(session, number)
    if row.retired_at is None:
        row.retired_at = now
        note(session, actor, "retire-question", str(number), now)


def bring_back(session: Session, number: int, actor: str, now: datetime) -> None:
    """Let librarians choose a question again.

    :raises NotFound: there is no such question
    """
    row = _find(session, number)
    if row.retired_at is not None:
        row.retired_at = None
        note(session, actor, "restore-question", str(number), now)


def _find(session: Session, number: int) -> BankQuestion:
    row = session.get(BankQuestion, number, with_for_update=True)
    if row is None:
        raise NotFound()
    return row


def _checked(words: str) -> str:
    cleaned = " ".join(words.split())
    if not 0 < len(cleaned) <= sessions.QUESTION_LENGTH:
        raise QuestionInBothLanguages(most=sessions.QUESTION_LENGTH)
    return cleaned
