"""Findings: what a group, or a child alone, shows in the review. A sentence, and a picture out of a notebook.

A child holds pictures up to its group (``show_to_all()`` in the notebook); the group chooses one of them. A group has one
finding, and changes it as often as it likes.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from codekids_grading.store import Store
from codekids_hub import groups, harmless_pictures, presence, sessions
from codekids_hub.board import words_of
from codekids_hub.phases import Phase
from codekids_hub.refusals import N_, BadInput, NotFound, Refusal
from codekids_hub.storage.session_tables import Finding, GroupRow, Picture, SessionRow
from codekids_hub.storage.tables import Child

SENTENCE = 240
WORDS = 200
MOST_PICTURES = 6
"""Pictures that one child holds up in one session; an older one makes room."""


class NoSuchPicture(BadInput):
    """A picture that nobody of the group held up."""

    message = N_("This picture is not one of your group's. Choose another one.")


class NotYetReview(Refusal):
    """The big screen shows findings in the review."""

    message = N_("The big screen shows what you found when the review has begun.")
    status = 409


class NothingFound(Refusal):
    """A finding to show, with neither a sentence nor a picture."""

    message = N_("Write a sentence or choose a picture first.")
    status = 409


def hold_up(
    session: Session,
    row: SessionRow,
    child: Child,
    picture: tuple[bytes, str],
    words: str,
    store: Store,
    now: datetime,
) -> Picture:
    """Keep a picture out of a child's notebook; it becomes the finding's when that has none yet.

    :param picture: its bytes and media type
    :param words: what it shows, for who does not see it
    :raises codekids_hub.harmless_pictures.BadPicture: it cannot be made harmless
    """
    content, kind = picture
    digest = store.put(harmless_pictures.clean(content, kind))
    presence.seen(session, child, now)
    query = select(Picture).where(Picture.session_id == row.id, Picture.child_id == child.id)
    known = session.scalar(query.where(Picture.digest == digest))
    if known is None:
        known = Picture(session_id=row.id, child_id=child.id, digest=digest, kind=kind)
        session.add(known)
    known.words, known.at = " ".join(words.split())[:WORDS], now
    session.flush()
    finding = of(session, row, child.id) or _new(session, row, child, now)
    if finding.picture is None:
        finding.picture, finding.picture_words, finding.at = digest, known.words, now
    _make_room(session, row, child)
    sessions.changed(session, row)
    return known


def pictures(session: Session, row: SessionRow, child_id: str) -> list[Picture]:
    """What the child and its group held up, the newest first; the same picture once."""
    group = groups.of(session, row, child_id)
    members = [each.id for each in group.members] if group else [child_id]
    query = select(Picture).where(Picture.session_id == row.id, Picture.child_id.in_(members))
    found: dict[str, Picture] = {}
    for each in session.scalars(query.order_by(Picture.at.desc(), Picture.id.desc())):
        found.setdefault(each.digest, each)
    return list(found.values())


def of(session: Session, row: SessionRow, child_id: str) -> Finding | None:
    """The finding of the child's group, or its own when it is alone."""
    group = groups.of(session, row, child_id)
    query = select(Finding).where(Finding.session_id == row.id)
    query = (
        query.where(Finding.group_id == group.id)
        if group
        else query.where(Finding.group_id.is_(None), Finding.child_id == child_id)
    )
    return session.scalar(query.order_by(Finding.id.desc()).limit(1))


def put(
    session: Session, row: SessionRow, child: Child, sentence: str, picture: str | None, now: datetime
) -> Finding:
    """Write the finding's sentence and choose its picture; an empty sentence and no picture take it back.

    :param picture: the digest of one that was held up; ``None`` for none
    :raises codekids_hub.board.WordsNeeded: the sentence is too long
    :raises NoSuchPicture: the picture is not one of the group's
    """
    words = words_of(sentence, SENTENCE) if sentence.strip() else ""
    presence.seen(session, child, now)
    finding = of(session, row, child.id) or _new(session, row, child, now)
    if picture is None:
        finding.picture, finding.picture_words = None, ""
    elif picture != finding.picture:
        chosen = next((each for each in pictures(session, row, child.id) if each.digest == picture), None)
        if chosen is None:
            raise NoSuchPicture()
        finding.picture, finding.picture_words = chosen.digest, chosen.words
    finding.sentence, finding.at = words, now
    sessions.changed(session, row)
    return finding


def found(session: Session, row: SessionRow) -> list[Finding]:
    """All findings that show something, the oldest first."""
    query = select(Finding).where(Finding.session_id == row.id).order_by(Finding.id)
    return [each for each in session.scalars(query) if each.sentence or each.picture]


def show(session: Session, row: SessionRow, finding_id: int | None) -> None:
    """Put one finding on the big screen, or (``None``) all of them side by side.

    :raises NotYetReview: the review has not begun
    :raises NotFound: it is no finding of this session
    """
    if row.phase != Phase.REVIEW:
        raise NotYetReview()
    if finding_id is not None:
        finding = session.get(Finding, finding_id)
        if finding is None or finding.session_id != row.id:
            raise NotFound()
    row.shown_finding = finding_id
    sessions.changed(session, row)


def show_own(session: Session, row: SessionRow, child: Child) -> None:
    """A child puts what its group found on the big screen.

    :raises NotYetReview: the review has not begun
    :raises NothingFound: there is nothing to show
    """
    finding = of(session, row, child.id)
    if finding is None or not (finding.sentence or finding.picture):
        raise NothingFound()
    show(session, row, finding.id)


def picture_kind(session: Session, row: SessionRow, digest: str) -> str:
    """The media type of a picture of this session.

    :raises NotFound: nobody held it up here
    """
    query = select(Picture.kind).where(Picture.session_id == row.id, Picture.digest == digest)
    kind = session.scalar(query.limit(1))
    if kind is None:
        raise NotFound()
    return kind


def signs(session: Session, row: SessionRow) -> dict[str, str]:
    """The signs of all groups that the session had, by their ids: a group that is gone still has its finding."""
    query = select(GroupRow.id, GroupRow.sign).where(GroupRow.session_id == row.id)
    return {group_id: sign for group_id, sign in session.execute(query)}


def _new(session: Session, row: SessionRow, child: Child, now: datetime) -> Finding:
    group = groups.of(session, row, child.id)
    finding = Finding(
        session_id=row.id,
        group_id=group.id if group else None,
        child_id=child.id,
        sentence="",
        picture=None,
        picture_words="",
        at=now,
    )
    session.add(finding)
    session.flush()
    return finding


def _make_room(session: Session, row: SessionRow, child: Child) -> None:
    chosen = set(session.scalars(select(Finding.picture).where(Finding.session_id == row.id)))
    query = select(Picture).where(Picture.session_id == row.id, Picture.child_id == child.id)
    own: Sequence[Picture] = session.scalars(query.order_by(Picture.at.desc(), Picture.id.desc())).all()
    old = [each.id for each in own[MOST_PICTURES:] if each.digest not in chosen]
    session.execute(delete(Picture).where(Picture.id.in_(old)))
